/* platen-tray-menu.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_TRAY_MENU (platen_tray_menu_get_type ())

/* The menu of the icon in the tray: a line for each printer, and what the program can be told from there. Its items are
 * app.open-printer(s), app.show, app.mute(s), app.unmute and app.quit.
 */
G_DECLARE_FINAL_TYPE (PlatenTrayMenu, platen_tray_menu, PLATEN, TRAY_MENU, GObject)

PlatenTrayMenu *platen_tray_menu_new             (void);
GMenuModel     *platen_tray_menu_get_model       (PlatenTrayMenu *self);
void            platen_tray_menu_set_devices     (PlatenTrayMenu *self,
                                                  GListModel     *devices);
void            platen_tray_menu_set_muted_until (PlatenTrayMenu *self,
                                                  GDateTime      *until);

G_END_DECLS
