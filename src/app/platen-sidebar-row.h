/* platen-sidebar-row.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_SIDEBAR_ROW (platen_sidebar_row_get_type ())

G_DECLARE_FINAL_TYPE (PlatenSidebarRow, platen_sidebar_row, PLATEN, SIDEBAR_ROW, GtkListBoxRow)

const char *platen_sidebar_row_get_page  (PlatenSidebarRow *self);
void        platen_sidebar_row_set_badge (PlatenSidebarRow *self,
                                          guint             count,
                                          const char       *description);

G_END_DECLS
