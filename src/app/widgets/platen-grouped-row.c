/* platen-grouped-row.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-grouped-row.h"

#include "platen-cell.h"

struct _PlatenGroupedRow
{
  GtkWidget          parent_instance;

  PlatenGroupedItem *item;
  GSignalGroup      *item_signals;

  GtkWidget         *child;

  /* Made when it is first needed: most rows never are headers, and each widget costs. */
  GtkWidget         *header;
  GtkLabel          *title;
  GtkLabel          *detail;
};

enum {
  PROP_0,
  PROP_CHILD,
  PROP_ITEM,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PlatenGroupedRow, platen_grouped_row, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
platen_grouped_row_set_class (PlatenGroupedRow *self,
                              const char       *name,
                              gboolean          set)
{
  g_assert (PLATEN_IS_GROUPED_ROW (self));

  if (set)
    gtk_widget_add_css_class (self->child, name);
  else
    gtk_widget_remove_css_class (self->child, name);
}

static void
platen_grouped_row_create_header (PlatenGroupedRow *self)
{
  g_autoptr(GtkBuilder) builder = NULL;

  g_assert (PLATEN_IS_GROUPED_ROW (self));
  g_assert (self->header == NULL);

  builder = gtk_builder_new_from_resource ("/io/github/platen/Platen/widgets/platen-grouped-header.ui");
  self->header = GTK_WIDGET (gtk_builder_get_object (builder, "header"));
  self->title = GTK_LABEL (gtk_builder_get_object (builder, "title"));
  self->detail = GTK_LABEL (gtk_builder_get_object (builder, "detail"));
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));
}

static void
platen_grouped_row_update_header (PlatenGroupedRow *self)
{
  const char *title = platen_grouped_item_get_title (self->item);
  const char *detail = platen_grouped_item_get_detail (self->item);

  g_assert (PLATEN_IS_GROUPED_ROW (self));

  if (self->header == NULL)
    platen_grouped_row_create_header (self);

  gtk_label_set_label (self->title, title != NULL ? title : "");
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  platen_grouped_row_describe (self, title, detail);
}

static void
platen_grouped_row_update (PlatenGroupedRow *self)
{
  gboolean is_header;

  g_assert (PLATEN_IS_GROUPED_ROW (self));

  if (self->item == NULL)
    return;

  is_header = platen_grouped_item_get_item (self->item) == NULL;

  if (is_header)
    {
      platen_grouped_row_update_header (self);
    }
  else
    {
      platen_grouped_row_set_class (self, "first", platen_grouped_item_get_first (self->item));
      platen_grouped_row_set_class (self, "last", platen_grouped_item_get_last (self->item));
    }

  if (self->header != NULL)
    gtk_widget_set_visible (self->header, is_header);

  gtk_widget_set_visible (self->child, !is_header);
}

static void
platen_grouped_row_set_child (PlatenGroupedRow *self,
                              GtkWidget        *child)
{
  g_assert (PLATEN_IS_GROUPED_ROW (self));
  g_assert (self->child == NULL);

  self->child = child;
  gtk_widget_add_css_class (child, "grouped-child");
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
platen_grouped_row_dispose (GObject *object)
{
  PlatenGroupedRow *self = (PlatenGroupedRow *)object;

  g_clear_object (&self->item_signals);
  g_clear_object (&self->item);
  g_clear_pointer (&self->header, gtk_widget_unparent);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (platen_grouped_row_parent_class)->dispose (object);
}

static void
platen_grouped_row_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  PlatenGroupedRow *self = PLATEN_GROUPED_ROW (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;

    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_grouped_row_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  PlatenGroupedRow *self = PLATEN_GROUPED_ROW (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      platen_grouped_row_set_child (self, g_value_get_object (value));
      break;

    case PROP_ITEM:
      platen_grouped_row_set_item (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_grouped_row_class_init (PlatenGroupedRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_grouped_row_dispose;
  object_class->get_property = platen_grouped_row_get_property;
  object_class->set_property = platen_grouped_row_set_property;

  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL,
                         GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL,
                         PLATEN_TYPE_GROUPED_ITEM,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "grouped-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
platen_grouped_row_init (PlatenGroupedRow *self)
{
  self->item_signals = g_signal_group_new (PLATEN_TYPE_GROUPED_ITEM);
  g_signal_group_connect_object (self->item_signals, "notify",
                                 G_CALLBACK (platen_grouped_row_update),
                                 self, G_CONNECT_SWAPPED);
}

/**
 * platen_grouped_row_new:
 * @child: (transfer floating): what shows the item
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
platen_grouped_row_new (GtkWidget *child)
{
  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  return g_object_new (PLATEN_TYPE_GROUPED_ROW, "child", child, NULL);
}

/**
 * platen_grouped_row_get_child:
 * @self: a #PlatenGroupedRow
 *
 * Returns: (transfer none): what shows the item
 */
GtkWidget *
platen_grouped_row_get_child (PlatenGroupedRow *self)
{
  g_return_val_if_fail (PLATEN_IS_GROUPED_ROW (self), NULL);

  return self->child;
}

/**
 * platen_grouped_row_set_item:
 * @self: a #PlatenGroupedRow
 * @item: (nullable): the row to show
 */
void
platen_grouped_row_set_item (PlatenGroupedRow  *self,
                             PlatenGroupedItem *item)
{
  g_return_if_fail (PLATEN_IS_GROUPED_ROW (self));
  g_return_if_fail (item == NULL || PLATEN_IS_GROUPED_ITEM (item));

  if (!g_set_object (&self->item, item))
    return;

  g_signal_group_set_target (self->item_signals, item);
  platen_grouped_row_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

/**
 * platen_grouped_row_is_heading:
 * @self: a #PlatenGroupedRow
 *
 * Returns: whether it shows the title of a group
 */
gboolean
platen_grouped_row_is_heading (PlatenGroupedRow *self)
{
  g_return_val_if_fail (PLATEN_IS_GROUPED_ROW (self), FALSE);

  return self->item != NULL && platen_grouped_item_get_item (self->item) == NULL;
}

/**
 * platen_grouped_row_describe:
 * @self: a #PlatenGroupedRow
 * @label: (nullable): its accessible name
 * @description: (nullable): what else there is to say of it
 *
 * Says what the row is to assistive technologies.
 */
void
platen_grouped_row_describe (PlatenGroupedRow *self,
                             const char       *label,
                             const char       *description)
{
  g_return_if_fail (PLATEN_IS_GROUPED_ROW (self));

  platen_cell_describe (GTK_WIDGET (self), label, description);
}
