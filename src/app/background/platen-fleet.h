/* platen-fleet.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "platen-session-manager.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_FLEET (platen_fleet_get_type ())

/* The printers of whoever is signed in, for what looks at all of them at once and at no window.
 *
 * Signal "changed": something about them has changed, or whose they are; once for what changes together.
 */
G_DECLARE_FINAL_TYPE (PlatenFleet, platen_fleet, PLATEN, FLEET, GObject)

PlatenFleet          *platen_fleet_new         (PlatenSessionManager *manager);
PlatenSessionManager *platen_fleet_get_manager (PlatenFleet          *self);
GListModel           *platen_fleet_get_devices (PlatenFleet          *self);
gboolean              platen_fleet_get_heard   (PlatenFleet          *self);

G_END_DECLS
