/* platen-grouped-row.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "platen-grouped-item.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_GROUPED_ROW (platen_grouped_row_get_type ())

/* What a list view of a PlatenGroupedList shows of one row: the title of a group, or else a child that shows the
 * item, in the looks of a boxed list.
 *
 * Properties:
 *   "child"  GtkWidget          shows the item; set once
 *   "item"   PlatenGroupedItem
 */
G_DECLARE_FINAL_TYPE (PlatenGroupedRow, platen_grouped_row, PLATEN, GROUPED_ROW, GtkWidget)

GtkWidget *platen_grouped_row_new        (GtkWidget         *child);
GtkWidget *platen_grouped_row_get_child  (PlatenGroupedRow  *self);
void       platen_grouped_row_set_item   (PlatenGroupedRow  *self,
                                          PlatenGroupedItem *item);
gboolean   platen_grouped_row_is_heading (PlatenGroupedRow  *self);
void       platen_grouped_row_describe   (PlatenGroupedRow  *self,
                                          const char        *label,
                                          const char        *description);

G_END_DECLS
