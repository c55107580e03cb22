/* tray-item.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tray-menu.h"
#include "tray-pixmap.h"

G_BEGIN_DECLS

/**
 * TrayCategory:
 * @TRAY_CATEGORY_APPLICATION_STATUS: the state of an application
 * @TRAY_CATEGORY_COMMUNICATIONS: the state of something that talks to people
 * @TRAY_CATEGORY_SYSTEM_SERVICES: a service of the system
 * @TRAY_CATEGORY_HARDWARE: the state of a device
 *
 * What an item is about; hosts may sort by it.
 */
typedef enum
{
  TRAY_CATEGORY_APPLICATION_STATUS,
  TRAY_CATEGORY_COMMUNICATIONS,
  TRAY_CATEGORY_SYSTEM_SERVICES,
  TRAY_CATEGORY_HARDWARE,
} TrayCategory;

/**
 * TrayStatus:
 * @TRAY_STATUS_PASSIVE: nothing worth a look: hosts may hide it
 * @TRAY_STATUS_ACTIVE: to be shown
 * @TRAY_STATUS_NEEDS_ATTENTION: the user is wanted
 *
 * How much an item matters at present.
 */
typedef enum
{
  TRAY_STATUS_PASSIVE,
  TRAY_STATUS_ACTIVE,
  TRAY_STATUS_NEEDS_ATTENTION,
} TrayStatus;

#define TRAY_TYPE_ITEM (tray_item_get_type ())

G_DECLARE_FINAL_TYPE (TrayItem, tray_item, TRAY, ITEM, GObject)

TrayItem   *tray_item_new                   (const char      *id,
                                             TrayCategory     category);
void        tray_item_set_title             (TrayItem        *self,
                                             const char      *title);
void        tray_item_set_status            (TrayItem        *self,
                                             TrayStatus       status);
void        tray_item_set_icon              (TrayItem        *self,
                                             const char      *icon_name,
                                             GPtrArray       *pixmaps,
                                             const char      *description);
void        tray_item_set_attention_icon    (TrayItem        *self,
                                             const char      *icon_name,
                                             GPtrArray       *pixmaps,
                                             const char      *description);
void        tray_item_set_overlay_icon      (TrayItem        *self,
                                             const char      *icon_name,
                                             GPtrArray       *pixmaps);
void        tray_item_set_icon_theme_path   (TrayItem        *self,
                                             const char      *path);
void        tray_item_set_tooltip           (TrayItem        *self,
                                             const char      *title,
                                             const char      *body);
void        tray_item_set_label             (TrayItem        *self,
                                             const char      *label,
                                             const char      *guide);
TrayMenu   *tray_item_get_menu              (TrayItem        *self);
gboolean    tray_item_export                (TrayItem        *self,
                                             GDBusConnection *connection,
                                             GError         **error);
void        tray_item_unexport              (TrayItem        *self);
gboolean    tray_item_get_hosted            (TrayItem        *self);
char       *tray_item_take_activation_token (TrayItem        *self);

G_END_DECLS
