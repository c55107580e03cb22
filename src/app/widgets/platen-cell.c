/* platen-cell.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-cell.h"

/**
 * platen_cell_describe:
 * @child: what a cell shows
 * @label: (nullable): its accessible name
 * @description: (nullable): what else there is to say of it
 *
 * Says what the cell is to assistive technologies. Before GTK 4.12 that can be said only of the widget around @child:
 * nothing happens while there is none.
 */
void
platen_cell_describe (GtkWidget  *child,
                      const char *label,
                      const char *description)
{
  GtkWidget *cell;

  g_return_if_fail (GTK_IS_WIDGET (child));

  if ((cell = gtk_widget_get_parent (child)))
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : "",
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description != NULL ? description : "",
                                    -1);
}

/**
 * platen_cell_query_tooltip:
 * @title: what there may be no room for
 * @tooltip: where to say it in full
 *
 * Answers #GtkWidgetClass.query_tooltip().
 *
 * Returns: whether there is a tooltip: only for a title that is cut short
 */
gboolean
platen_cell_query_tooltip (GtkLabel   *title,
                           GtkTooltip *tooltip)
{
  g_return_val_if_fail (GTK_IS_LABEL (title), FALSE);
  g_return_val_if_fail (GTK_IS_TOOLTIP (tooltip), FALSE);

  if (!pango_layout_is_ellipsized (gtk_label_get_layout (title)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_label (title));

  return TRUE;
}

/**
 * platen_cells_scroll_up:
 * @view: a #GtkGridView or a #GtkListView
 *
 * Scrolls to the first cell, by its position: cells that were not laid out yet have no place to scroll to.
 */
void
platen_cells_scroll_up (GtkWidget *view)
{
  g_return_if_fail (GTK_IS_WIDGET (view));

  gtk_widget_activate_action (view, "list.scroll-to-item", "u", 0);
}
