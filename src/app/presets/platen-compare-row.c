/* platen-compare-row.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-compare-row.h"

#include <glib/gi18n.h>

#include "platen-grouped-row.h"

struct _PlatenCompareRow
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkLabel  *first;
  GtkLabel  *label;
  GtkLabel  *second;
};

G_DEFINE_FINAL_TYPE (PlatenCompareRow, platen_compare_row, GTK_TYPE_WIDGET)

static void
platen_compare_row_dispose (GObject *object)
{
  PlatenCompareRow *self = (PlatenCompareRow *)object;

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (platen_compare_row_parent_class)->dispose (object);
}

static void
platen_compare_row_class_init (PlatenCompareRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = platen_compare_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/presets/platen-compare-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenCompareRow, box);
  gtk_widget_class_bind_template_child (widget_class, PlatenCompareRow, first);
  gtk_widget_class_bind_template_child (widget_class, PlatenCompareRow, label);
  gtk_widget_class_bind_template_child (widget_class, PlatenCompareRow, second);
}

static void
platen_compare_row_init (PlatenCompareRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_value (GtkLabel   *label,
           const char *value,
           gboolean    differs)
{
  gtk_label_set_label (label, value);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), value);

  if (differs)
    gtk_widget_add_css_class (GTK_WIDGET (label), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "heading");
}

/**
 * platen_compare_row_new:
 *
 * Returns: (transfer floating): a row of no setting yet
 */
GtkWidget *
platen_compare_row_new (void)
{
  return g_object_new (PLATEN_TYPE_COMPARE_ROW, NULL);
}

/**
 * platen_compare_row_set_item:
 * @self: a #PlatenCompareRow
 * @item: (nullable): the setting to show
 */
void
platen_compare_row_set_item (PlatenCompareRow  *self,
                             PlatenCompareItem *item)
{
  g_autofree char *description = NULL;
  GtkWidget *row;
  gboolean differs;

  g_return_if_fail (PLATEN_IS_COMPARE_ROW (self));
  g_return_if_fail (item == NULL || PLATEN_IS_COMPARE_ITEM (item));

  if (item == NULL)
    return;

  differs = platen_compare_item_get_differs (item);
  gtk_label_set_label (self->label, platen_compare_item_get_label (item));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), platen_compare_item_get_key (item));
  set_value (self->first, platen_compare_item_get_first (item), differs);
  set_value (self->second, platen_compare_item_get_second (item), differs);

  /* Translators: the values of a setting in two presets */
  description = g_strdup_printf (differs ? _("%s, in the other %s") : _("%s, in the other also %s"),
                                 platen_compare_item_get_first (item), platen_compare_item_get_second (item));
  row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (PLATEN_IS_GROUPED_ROW (row) && gtk_widget_get_parent (row) != NULL)
    platen_grouped_row_describe (PLATEN_GROUPED_ROW (row), platen_compare_item_get_label (item), description);
}
