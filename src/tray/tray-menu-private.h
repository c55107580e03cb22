/* tray-menu-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tray-menu-tree.h"
#include "tray-menu.h"

G_BEGIN_DECLS

struct _TrayMenu
{
  GObject          parent_instance;

  TrayActions     *actions;
  TrayMenuTree    *tree;
  GHashTable      *nodes;
  guint            revision;
  guint            publish_source;

  GDBusConnection *connection;
  char            *object_path;
  guint            registration;
};

/* tray-menu-calls.c */
extern const GDBusInterfaceVTable tray_menu_vtable;

/* tray-menu.c */
gboolean tray_menu_publish (TrayMenu *self);

G_END_DECLS
