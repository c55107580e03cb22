/* platen-tab-stop.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_TAB_STOP (platen_tab_stop_get_type ())

/* A bin around a long list or grid: the Tab key goes into it and out of it again, where else it would go through
 * thousands of cells; the arrow keys go from cell to cell. GtkListView does that by itself from GTK 4.12 on.
 */
G_DECLARE_FINAL_TYPE (PlatenTabStop, platen_tab_stop, PLATEN, TAB_STOP, AdwBin)

G_END_DECLS
