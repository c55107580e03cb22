/* platen-columns.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-columns.h"

struct _PlatenColumns
{
  GtkWidget  parent_instance;

  GtkWidget *start;
  GtkWidget *end;
  int        threshold;
  int        spacing;
  double     fraction;
};

enum {
  PROP_0,
  PROP_END,
  PROP_FRACTION,
  PROP_SPACING,
  PROP_START,
  PROP_THRESHOLD,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PlatenColumns, platen_columns, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static gboolean
platen_columns_has (GtkWidget *child)
{
  return child != NULL && gtk_widget_should_layout (child);
}

static void
platen_columns_measure_child (GtkWidget      *child,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural)
{
  *minimum = 0;
  *natural = 0;

  if (platen_columns_has (child))
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

/* Returns FALSE where the children go one above the other. */
static gboolean
platen_columns_split (PlatenColumns *self,
                      int            width,
                      int           *start_width,
                      int           *end_width)
{
  int start_minimum;
  int end_minimum;
  int natural;

  g_assert (PLATEN_IS_COLUMNS (self));

  if (!platen_columns_has (self->start) || !platen_columns_has (self->end))
    return FALSE;

  platen_columns_measure_child (self->start, GTK_ORIENTATION_HORIZONTAL, -1, &start_minimum, &natural);
  platen_columns_measure_child (self->end, GTK_ORIENTATION_HORIZONTAL, -1, &end_minimum, &natural);

  if (width < MAX (self->threshold, start_minimum + self->spacing + end_minimum))
    return FALSE;

  *start_width = CLAMP ((int)((width - self->spacing) * self->fraction),
                        start_minimum,
                        width - self->spacing - end_minimum);
  *end_width = width - self->spacing - *start_width;

  return TRUE;
}

static int
platen_columns_get_gap (PlatenColumns *self)
{
  return platen_columns_has (self->start) && platen_columns_has (self->end) ? self->spacing : 0;
}

static GtkSizeRequestMode
platen_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
platen_columns_measure_width (PlatenColumns *self,
                              int           *minimum,
                              int           *natural)
{
  int start_minimum;
  int start_natural;
  int end_minimum;
  int end_natural;

  g_assert (PLATEN_IS_COLUMNS (self));

  platen_columns_measure_child (self->start, GTK_ORIENTATION_HORIZONTAL, -1, &start_minimum, &start_natural);
  platen_columns_measure_child (self->end, GTK_ORIENTATION_HORIZONTAL, -1, &end_minimum, &end_natural);

  *minimum = MAX (start_minimum, end_minimum);
  *natural = start_natural + platen_columns_get_gap (self) + end_natural;
}

static void
platen_columns_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  PlatenColumns *self = PLATEN_COLUMNS (widget);
  gboolean split;
  int start_width;
  int end_width;
  int start_minimum;
  int start_natural;
  int end_minimum;
  int end_natural;

  platen_columns_measure_width (self, minimum, natural);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  start_width = end_width = MAX (*minimum, for_size < 0 ? *natural : for_size);
  split = platen_columns_split (self, start_width, &start_width, &end_width);
  platen_columns_measure_child (self->start, orientation, start_width, &start_minimum, &start_natural);
  platen_columns_measure_child (self->end, orientation, end_width, &end_minimum, &end_natural);

  if (split)
    {
      *minimum = MAX (start_minimum, end_minimum);
      *natural = MAX (start_natural, end_natural);
    }
  else
    {
      *minimum = start_minimum + platen_columns_get_gap (self) + end_minimum;
      *natural = start_natural + platen_columns_get_gap (self) + end_natural;
    }
}

static void
platen_columns_allocate_split (PlatenColumns *self,
                               int            start_width,
                               int            end_width,
                               int            height)
{
  int start_x = 0;
  int end_x = start_width + self->spacing;

  g_assert (PLATEN_IS_COLUMNS (self));

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    {
      start_x = end_width + self->spacing;
      end_x = 0;
    }

  gtk_widget_size_allocate (self->start, &(GtkAllocation) { start_x, 0, start_width, height }, -1);
  gtk_widget_size_allocate (self->end, &(GtkAllocation) { end_x, 0, end_width, height }, -1);
}

static void
platen_columns_allocate_stacked (PlatenColumns *self,
                                 int            width,
                                 int            height)
{
  int gap = platen_columns_get_gap (self);
  int start_minimum;
  int start_natural;
  int end_minimum;
  int end_natural;
  int start_height;

  g_assert (PLATEN_IS_COLUMNS (self));

  platen_columns_measure_child (self->start, GTK_ORIENTATION_VERTICAL, width, &start_minimum, &start_natural);
  platen_columns_measure_child (self->end, GTK_ORIENTATION_VERTICAL, width, &end_minimum, &end_natural);
  start_height = MAX (start_minimum, MIN (start_natural, height - gap - end_minimum));

  if (platen_columns_has (self->start))
    gtk_widget_size_allocate (self->start, &(GtkAllocation) { 0, 0, width, start_height }, -1);

  if (platen_columns_has (self->end))
    {
      int y = platen_columns_has (self->start) ? start_height + gap : 0;

      gtk_widget_size_allocate (self->end, &(GtkAllocation) { 0, y, width, MAX (end_minimum, height - y) }, -1);
    }
}

static void
platen_columns_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  PlatenColumns *self = PLATEN_COLUMNS (widget);
  int start_width;
  int end_width;

  if (platen_columns_split (self, width, &start_width, &end_width))
    platen_columns_allocate_split (self, start_width, end_width, height);
  else
    platen_columns_allocate_stacked (self, width, height);
}

static void
platen_columns_dispose (GObject *object)
{
  PlatenColumns *self = (PlatenColumns *)object;

  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);

  G_OBJECT_CLASS (platen_columns_parent_class)->dispose (object);
}

static void
platen_columns_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PlatenColumns *self = PLATEN_COLUMNS (object);

  switch (prop_id)
    {
    case PROP_END:
      g_value_set_object (value, self->end);
      break;

    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;

    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;

    case PROP_START:
      g_value_set_object (value, self->start);
      break;

    case PROP_THRESHOLD:
      g_value_set_int (value, self->threshold);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_columns_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  PlatenColumns *self = PLATEN_COLUMNS (object);

  switch (prop_id)
    {
    case PROP_END:
      platen_columns_set_end (self, g_value_get_object (value));
      break;

    case PROP_FRACTION:
      self->fraction = g_value_get_double (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;

    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;

    case PROP_START:
      platen_columns_set_start (self, g_value_get_object (value));
      break;

    case PROP_THRESHOLD:
      self->threshold = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_columns_class_init (PlatenColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_columns_dispose;
  object_class->get_property = platen_columns_get_property;
  object_class->set_property = platen_columns_set_property;

  widget_class->get_request_mode = platen_columns_get_request_mode;
  widget_class->measure = platen_columns_measure;
  widget_class->size_allocate = platen_columns_size_allocate;

  properties[PROP_END] =
    g_param_spec_object ("end", NULL, NULL,
                         GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_FRACTION] =
    g_param_spec_double ("fraction", NULL, NULL,
                         0, 1, 0.5,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL,
                      0, G_MAXINT16, 24,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  properties[PROP_START] =
    g_param_spec_object ("start", NULL, NULL,
                         GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_THRESHOLD] =
    g_param_spec_int ("threshold", NULL, NULL,
                      0, G_MAXINT16, 640,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
platen_columns_init (PlatenColumns *self)
{
  self->threshold = 640;
  self->spacing = 24;
  self->fraction = 0.5;
}

/* Children keep the order start, end, which is also that of the keyboard. */
static void
platen_columns_set_child (PlatenColumns  *self,
                          GtkWidget     **place,
                          GtkWidget      *child,
                          GParamSpec     *pspec)
{
  g_assert (PLATEN_IS_COLUMNS (self));

  if (*place == child)
    return;

  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;

  if (child != NULL && place == &self->start)
    gtk_widget_insert_after (child, GTK_WIDGET (self), NULL);
  else if (child != NULL)
    gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);

  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

/**
 * platen_columns_new:
 *
 * Returns: (transfer floating): two empty columns
 */
GtkWidget *
platen_columns_new (void)
{
  return g_object_new (PLATEN_TYPE_COLUMNS, NULL);
}

/**
 * platen_columns_set_start:
 * @self: a #PlatenColumns
 * @start: (nullable) (transfer floating): the child at the start, or above
 */
void
platen_columns_set_start (PlatenColumns *self,
                          GtkWidget     *start)
{
  g_return_if_fail (PLATEN_IS_COLUMNS (self));
  g_return_if_fail (start == NULL || GTK_IS_WIDGET (start));

  platen_columns_set_child (self, &self->start, start, properties[PROP_START]);
}

/**
 * platen_columns_set_end:
 * @self: a #PlatenColumns
 * @end: (nullable) (transfer floating): the child at the end, or below
 */
void
platen_columns_set_end (PlatenColumns *self,
                        GtkWidget     *end)
{
  g_return_if_fail (PLATEN_IS_COLUMNS (self));
  g_return_if_fail (end == NULL || GTK_IS_WIDGET (end));

  platen_columns_set_child (self, &self->end, end, properties[PROP_END]);
}
