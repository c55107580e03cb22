/* platen-compare-row.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "platen-compare-item.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_COMPARE_ROW (platen_compare_row_get_type ())

/* A setting of two presets: its name, and below that the two values side by side. */
G_DECLARE_FINAL_TYPE (PlatenCompareRow, platen_compare_row, PLATEN, COMPARE_ROW, GtkWidget)

GtkWidget *platen_compare_row_new      (void);
void       platen_compare_row_set_item (PlatenCompareRow  *self,
                                        PlatenCompareItem *item);

G_END_DECLS
