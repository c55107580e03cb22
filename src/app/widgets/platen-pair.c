/* platen-pair.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-pair.h"

#define COLUMN_SPACING 12
#define ROW_SPACING    3

struct _PlatenPair
{
  GtkWidget  parent_instance;

  GtkWidget *start;
  GtkWidget *end;
  GtkWidget *tool;
};

enum {
  PROP_0,
  PROP_END,
  PROP_START,
  PROP_TOOL,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PlatenPair, platen_pair, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
platen_pair_measure_child (GtkWidget      *child,
                           GtkOrientation  orientation,
                           int            *minimum,
                           int            *natural)
{
  *minimum = 0;
  *natural = 0;

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, -1, minimum, natural, NULL, NULL);
}

/* What stands at the end of the line: the value and its tool, in whichever order. */
static void
platen_pair_measure_end (PlatenPair     *self,
                         GtkOrientation  orientation,
                         int            *minimum,
                         int            *natural)
{
  int tool_minimum;
  int tool_natural;

  g_assert (PLATEN_IS_PAIR (self));

  platen_pair_measure_child (self->end, orientation, minimum, natural);
  platen_pair_measure_child (self->tool, orientation, &tool_minimum, &tool_natural);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = MAX (*minimum, tool_minimum);
      *natural = MAX (*natural, tool_natural);
    }
  else if (tool_natural > 0)
    {
      *minimum += COLUMN_SPACING + tool_minimum;
      *natural += COLUMN_SPACING + tool_natural;
    }
}

static gboolean
platen_pair_fits (PlatenPair *self,
                  int         width)
{
  int start_minimum;
  int start_natural;
  int end_minimum;
  int end_natural;

  g_assert (PLATEN_IS_PAIR (self));

  platen_pair_measure_child (self->start, GTK_ORIENTATION_HORIZONTAL, &start_minimum, &start_natural);
  platen_pair_measure_end (self, GTK_ORIENTATION_HORIZONTAL, &end_minimum, &end_natural);

  return start_natural + COLUMN_SPACING + end_natural <= width;
}

static GtkSizeRequestMode
platen_pair_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
platen_pair_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  PlatenPair *self = PLATEN_PAIR (widget);
  int start_minimum;
  int start_natural;
  int end_minimum;
  int end_natural;

  platen_pair_measure_child (self->start, orientation, &start_minimum, &start_natural);
  platen_pair_measure_end (self, orientation, &end_minimum, &end_natural);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (start_minimum, end_minimum);
      *natural = start_natural + COLUMN_SPACING + end_natural;
    }
  else if (for_size < 0 || platen_pair_fits (self, for_size))
    {
      *minimum = MAX (start_minimum, end_minimum);
      *natural = MAX (start_natural, end_natural);
    }
  else
    {
      *minimum = start_minimum + ROW_SPACING + end_minimum;
      *natural = start_natural + ROW_SPACING + end_natural;
    }
}

static void
platen_pair_allocate_child (PlatenPair *self,
                            GtkWidget  *child,
                            int         x,
                            int         y,
                            int         width,
                            int         height)
{
  g_assert (PLATEN_IS_PAIR (self));

  if (child == NULL || !gtk_widget_should_layout (child))
    return;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;

  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
platen_pair_allocate_line (PlatenPair *self,
                           int         width,
                           int         height,
                           int         end_width,
                           int         tool_width)
{
  int end_x = width - end_width;
  int tool_x = end_x - COLUMN_SPACING - tool_width;

  g_assert (PLATEN_IS_PAIR (self));

  platen_pair_allocate_child (self, self->start, 0, 0, (tool_width > 0 ? tool_x : end_x) - COLUMN_SPACING, height);
  platen_pair_allocate_child (self, self->tool, tool_x, 0, tool_width, height);
  platen_pair_allocate_child (self, self->end, end_x, 0, end_width, height);
}

static void
platen_pair_allocate_stacked (PlatenPair *self,
                              int         width,
                              int         height,
                              int         end_width,
                              int         tool_width)
{
  int start_minimum;
  int start_natural;
  int end_minimum;
  int end_natural;
  int start_height;
  int end_height;
  int end_y;

  g_assert (PLATEN_IS_PAIR (self));

  platen_pair_measure_child (self->start, GTK_ORIENTATION_VERTICAL, &start_minimum, &start_natural);
  platen_pair_measure_end (self, GTK_ORIENTATION_VERTICAL, &end_minimum, &end_natural);
  start_height = MAX (start_minimum, MIN (start_natural, height - ROW_SPACING - end_minimum));
  end_y = start_height + ROW_SPACING;
  end_height = MAX (end_minimum, height - end_y);

  platen_pair_allocate_child (self, self->start, 0, 0, width, start_height);
  platen_pair_allocate_child (self, self->end, 0, end_y, end_width, end_height);
  platen_pair_allocate_child (self, self->tool, end_width + COLUMN_SPACING, end_y, tool_width, end_height);
}

static void
platen_pair_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  PlatenPair *self = PLATEN_PAIR (widget);
  int end_minimum;
  int end_width;
  int tool_minimum;
  int tool_width;
  int room;

  platen_pair_measure_child (self->end, GTK_ORIENTATION_HORIZONTAL, &end_minimum, &end_width);
  platen_pair_measure_child (self->tool, GTK_ORIENTATION_HORIZONTAL, &tool_minimum, &tool_width);
  room = width - (tool_width > 0 ? tool_width + COLUMN_SPACING : 0);
  end_width = MAX (end_minimum, MIN (end_width, room));

  if (platen_pair_fits (self, width))
    platen_pair_allocate_line (self, width, height, end_width, tool_width);
  else
    platen_pair_allocate_stacked (self, width, height, end_width, tool_width);
}

static void
platen_pair_dispose (GObject *object)
{
  PlatenPair *self = (PlatenPair *)object;

  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->tool, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);

  G_OBJECT_CLASS (platen_pair_parent_class)->dispose (object);
}

static void
platen_pair_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  PlatenPair *self = PLATEN_PAIR (object);

  switch (prop_id)
    {
    case PROP_END:
      g_value_set_object (value, self->end);
      break;

    case PROP_START:
      g_value_set_object (value, self->start);
      break;

    case PROP_TOOL:
      g_value_set_object (value, self->tool);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_pair_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  PlatenPair *self = PLATEN_PAIR (object);

  switch (prop_id)
    {
    case PROP_END:
      platen_pair_set_end (self, g_value_get_object (value));
      break;

    case PROP_START:
      platen_pair_set_start (self, g_value_get_object (value));
      break;

    case PROP_TOOL:
      platen_pair_set_tool (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_pair_class_init (PlatenPairClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_pair_dispose;
  object_class->get_property = platen_pair_get_property;
  object_class->set_property = platen_pair_set_property;

  widget_class->get_request_mode = platen_pair_get_request_mode;
  widget_class->measure = platen_pair_measure;
  widget_class->size_allocate = platen_pair_size_allocate;

  properties[PROP_END] =
    g_param_spec_object ("end", NULL, NULL,
                         GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_START] =
    g_param_spec_object ("start", NULL, NULL,
                         GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_TOOL] =
    g_param_spec_object ("tool", NULL, NULL,
                         GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
platen_pair_init (PlatenPair *self)
{
}

static void
platen_pair_set_child (PlatenPair  *self,
                       GtkWidget  **place,
                       GtkWidget   *child,
                       GParamSpec  *pspec)
{
  g_assert (PLATEN_IS_PAIR (self));

  if (*place == child)
    return;

  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;

  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));

  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

/**
 * platen_pair_new:
 *
 * Returns: (transfer floating): an empty pair
 */
GtkWidget *
platen_pair_new (void)
{
  return g_object_new (PLATEN_TYPE_PAIR, NULL);
}

/**
 * platen_pair_set_start:
 * @self: a #PlatenPair
 * @start: (nullable) (transfer floating): the child at the start, or above
 */
void
platen_pair_set_start (PlatenPair *self,
                       GtkWidget  *start)
{
  g_return_if_fail (PLATEN_IS_PAIR (self));
  g_return_if_fail (start == NULL || GTK_IS_WIDGET (start));

  platen_pair_set_child (self, &self->start, start, properties[PROP_START]);
}

/**
 * platen_pair_set_end:
 * @self: a #PlatenPair
 * @end: (nullable) (transfer floating): the child at the end, or below
 */
void
platen_pair_set_end (PlatenPair *self,
                     GtkWidget  *end)
{
  g_return_if_fail (PLATEN_IS_PAIR (self));
  g_return_if_fail (end == NULL || GTK_IS_WIDGET (end));

  platen_pair_set_child (self, &self->end, end, properties[PROP_END]);
}

/**
 * platen_pair_set_tool:
 * @self: a #PlatenPair
 * @tool: (nullable) (transfer floating): something to do with the child at the end
 */
void
platen_pair_set_tool (PlatenPair *self,
                      GtkWidget  *tool)
{
  g_return_if_fail (PLATEN_IS_PAIR (self));
  g_return_if_fail (tool == NULL || GTK_IS_WIDGET (tool));

  platen_pair_set_child (self, &self->tool, tool, properties[PROP_TOOL]);
}
