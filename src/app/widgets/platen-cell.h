/* platen-cell.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What cards and rows share that are the child of a cell in a grid or a list, and the pages that show these. */

void     platen_cell_describe      (GtkWidget  *child,
                                    const char *label,
                                    const char *description);
gboolean platen_cell_query_tooltip (GtkLabel   *title,
                                    GtkTooltip *tooltip);
void     platen_cells_scroll_up    (GtkWidget  *view);

G_END_DECLS
