/* tray-menu-tree.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tray-actions.h"

G_BEGIN_DECLS

/* One item of the menu as it goes over the bus. */
typedef struct
{
  int       id;
  int       parent;
  GVariant *properties;      /* a{sv}: only what differs from the protocol's defaults */
  GArray   *children;        /* of int */
  char     *action;
  GVariant *target;
  char     *submenu_action;
} TrayMenuNode;

#define TRAY_TYPE_MENU_TREE (tray_menu_tree_get_type ())

G_DECLARE_FINAL_TYPE (TrayMenuTree, tray_menu_tree, TRAY, MENU_TREE, GObject)

TrayMenuTree *tray_menu_tree_new       (void);
void          tray_menu_tree_set_model (TrayMenuTree *self,
                                        GMenuModel   *model);
GHashTable   *tray_menu_tree_build     (TrayMenuTree *self,
                                        TrayActions  *actions);

G_END_DECLS
