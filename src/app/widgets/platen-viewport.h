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
 * PlatenViewportZone:
 * @PLATEN_VIEWPORT_AWAY: more than a page away: let go of what is dear
 * @PLATEN_VIEWPORT_NEAR: not seen, but within a page of it: keep what is there, start nothing
 * @PLATEN_VIEWPORT_INSIDE: at least partly seen
 *
 * Where a widget lies as seen through the scrolled window around it.
 */
typedef enum
{
  PLATEN_VIEWPORT_AWAY,
  PLATEN_VIEWPORT_NEAR,
  PLATEN_VIEWPORT_INSIDE,
} PlatenViewportZone;

typedef void (*PlatenViewportFunc) (GtkWidget          *widget,
                                    PlatenViewportZone  zone);

/* A grid view binds hundreds of cells more than are seen: what costs goes by the zone, not by what is bound.
 * Watch in the map vfunc, unwatch in unmap.
 */
void platen_viewport_watch   (GtkWidget          *widget,
                              PlatenViewportFunc  func);
void platen_viewport_unwatch (GtkWidget          *widget);

G_END_DECLS
