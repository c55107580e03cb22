/* platen-sight.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_SIGHT (platen_sight_get_type ())

/* Whether a window can be seen: it is on the screen, and neither minimized nor hidden altogether.
 *
 * Property, read-only and notified:
 *   "seen"  gboolean
 */
G_DECLARE_FINAL_TYPE (PlatenSight, platen_sight, PLATEN, SIGHT, GObject)

PlatenSight *platen_sight_new      (GtkWindow   *window);
gboolean     platen_sight_get_seen (PlatenSight *self);

G_END_DECLS
