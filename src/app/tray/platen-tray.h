/* platen-tray.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "platen-fleet.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_TRAY (platen_tray_get_type ())

/* The icon in the tray: a ring with the progress of the print that ends next, a mark when something needs a hand, a
 * tooltip that lists what prints, and the menu.
 *
 * Property, read-only:
 *   "hosted"  gboolean  there is a tray that shows it
 *
 * Signal "activate": the primary click.
 */
G_DECLARE_FINAL_TYPE (PlatenTray, platen_tray, PLATEN, TRAY, GObject)

PlatenTray *platen_tray_new                   (const char       *id,
                                               const char       *title,
                                               PlatenFleet      *fleet,
                                               GActionGroup     *actions);
gboolean    platen_tray_export                (PlatenTray       *self,
                                               GDBusConnection  *connection,
                                               GError          **error);
void        platen_tray_unexport              (PlatenTray       *self);
gboolean    platen_tray_get_hosted            (PlatenTray       *self);
char       *platen_tray_take_activation_token (PlatenTray       *self);
void        platen_tray_set_muted_until       (PlatenTray       *self,
                                               GDateTime        *until);

G_END_DECLS
