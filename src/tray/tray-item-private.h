/* tray-item-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tray-item.h"
#include "tray-watcher.h"

G_BEGIN_DECLS

#define TRAY_ITEM_MENU_PATH "/StatusNotifierItem/Menu"

/* In the freedesktop and in the KDE flavour. */
#define TRAY_ITEM_N_INTERFACES 2

typedef struct
{
  char      *name;
  GPtrArray *pixmaps;
  char      *description;
} TrayItemIcon;

struct _TrayItem
{
  GObject          parent_instance;

  char            *id;
  TrayCategory     category;
  TrayStatus       status;
  char            *title;
  TrayItemIcon     icon;
  TrayItemIcon     attention_icon;
  TrayItemIcon     overlay_icon;
  char            *icon_theme_path;
  char            *tooltip_title;
  char            *tooltip_body;
  char            *label;
  char            *label_guide;
  char            *activation_token;
  TrayMenu        *menu;

  GDBusConnection *connection;
  TrayWatcher     *watcher;
  guint            registrations[TRAY_ITEM_N_INTERFACES];
};

/* tray-item-bus.c */
gboolean    tray_item_register         (TrayItem    *self,
                                        GError     **error);
void        tray_item_unregister       (TrayItem    *self);
void        tray_item_emit             (TrayItem    *self,
                                        const char  *signal_name,
                                        GVariant    *parameters);
const char *tray_item_status_to_string (TrayStatus   status);

G_END_DECLS
