/* platen-columns.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_COLUMNS (platen_columns_get_type ())

/* Two children side by side where there is room for both, one above the other where there is not.
 *
 * Properties:
 *   "start", "end"  GtkWidget  the children
 *   "threshold"     int        the least width for two columns, 640 unless told
 *   "spacing"       int        between the children, 24 unless told
 *   "fraction"      double     the start column's share of the width, 0.5 unless told
 */
G_DECLARE_FINAL_TYPE (PlatenColumns, platen_columns, PLATEN, COLUMNS, GtkWidget)

GtkWidget *platen_columns_new       (void);
void       platen_columns_set_start (PlatenColumns *self,
                                     GtkWidget     *start);
void       platen_columns_set_end   (PlatenColumns *self,
                                     GtkWidget     *end);

G_END_DECLS
