/* tray-menu.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRAY_TYPE_MENU (tray_menu_get_type ())

G_DECLARE_FINAL_TYPE (TrayMenu, tray_menu, TRAY, MENU, GObject)

TrayMenu *tray_menu_new                 (void);
void      tray_menu_set_model           (TrayMenu         *self,
                                         GMenuModel       *model);
void      tray_menu_insert_action_group (TrayMenu         *self,
                                         const char       *prefix,
                                         GActionGroup     *group);
gboolean  tray_menu_export              (TrayMenu         *self,
                                         GDBusConnection  *connection,
                                         const char       *object_path,
                                         GError          **error);
void      tray_menu_unexport            (TrayMenu         *self);

G_END_DECLS
