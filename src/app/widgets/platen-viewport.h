/* platen-viewport.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlatenViewportFunc:
 * @widget: the widget that is watched
 * @seen: whether any of it lies within the scrolled window around it
 */
typedef void (*PlatenViewportFunc) (GtkWidget *widget,
                                    gboolean   seen);

/* A grid view binds hundreds of cells more than are seen: what costs goes by what is seen, not by what is bound.
 * Watch in the map vfunc, unwatch in unmap.
 */
void platen_viewport_watch   (GtkWidget          *widget,
                              PlatenViewportFunc  func);
void platen_viewport_unwatch (GtkWidget          *widget);

G_END_DECLS
