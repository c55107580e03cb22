/* tray-interfaces.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tray-interfaces.h"

/* What the StatusNotifierItem specification and its KDE and Ayatana dialects know. The two names of the item's
 * interface stand for the same thing.
 */
#define ITEM_INTERFACE(name) \
  "<interface name='" name "'>" \
  "  <method name='ContextMenu'><arg name='x' type='i' direction='in'/><arg name='y' type='i' direction='in'/></method>" \
  "  <method name='Activate'><arg name='x' type='i' direction='in'/><arg name='y' type='i' direction='in'/></method>" \
  "  <method name='SecondaryActivate'><arg name='x' type='i' direction='in'/><arg name='y' type='i' direction='in'/></method>" \
  "  <method name='XAyatanaSecondaryActivate'><arg name='timestamp' type='u' direction='in'/></method>" \
  "  <method name='Scroll'><arg name='delta' type='i' direction='in'/><arg name='orientation' type='s' direction='in'/></method>" \
  "  <method name='ProvideXdgActivationToken'><arg name='token' type='s' direction='in'/></method>" \
  "  <property name='Category' type='s' access='read'/>" \
  "  <property name='Id' type='s' access='read'/>" \
  "  <property name='Title' type='s' access='read'/>" \
  "  <property name='Status' type='s' access='read'/>" \
  "  <property name='WindowId' type='i' access='read'/>" \
  "  <property name='IconThemePath' type='s' access='read'/>" \
  "  <property name='IconName' type='s' access='read'/>" \
  "  <property name='IconPixmap' type='a(iiay)' access='read'/>" \
  "  <property name='IconAccessibleDesc' type='s' access='read'/>" \
  "  <property name='OverlayIconName' type='s' access='read'/>" \
  "  <property name='OverlayIconPixmap' type='a(iiay)' access='read'/>" \
  "  <property name='AttentionIconName' type='s' access='read'/>" \
  "  <property name='AttentionIconPixmap' type='a(iiay)' access='read'/>" \
  "  <property name='AttentionAccessibleDesc' type='s' access='read'/>" \
  "  <property name='AttentionMovieName' type='s' access='read'/>" \
  "  <property name='ToolTip' type='(sa(iiay)ss)' access='read'/>" \
  "  <property name='ItemIsMenu' type='b' access='read'/>" \
  "  <property name='Menu' type='o' access='read'/>" \
  "  <property name='XAyatanaLabel' type='s' access='read'/>" \
  "  <property name='XAyatanaLabelGuide' type='s' access='read'/>" \
  "  <property name='XAyatanaOrderingIndex' type='u' access='read'/>" \
  "  <signal name='NewTitle'/>" \
  "  <signal name='NewIcon'/>" \
  "  <signal name='NewAttentionIcon'/>" \
  "  <signal name='NewOverlayIcon'/>" \
  "  <signal name='NewMenu'/>" \
  "  <signal name='NewToolTip'/>" \
  "  <signal name='NewStatus'><arg name='status' type='s'/></signal>" \
  "  <signal name='NewIconThemePath'><arg name='path' type='s'/></signal>" \
  "  <signal name='XAyatanaNewLabel'><arg name='label' type='s'/><arg name='guide' type='s'/></signal>" \
  "</interface>"

static const char interfaces_xml[] =
  "<node>"
  ITEM_INTERFACE ("org.kde.StatusNotifierItem")
  ITEM_INTERFACE ("org.freedesktop.StatusNotifierItem")
  "<interface name='com.canonical.dbusmenu'>"
  "  <property name='Version' type='u' access='read'/>"
  "  <property name='TextDirection' type='s' access='read'/>"
  "  <property name='Status' type='s' access='read'/>"
  "  <property name='IconThemePath' type='as' access='read'/>"
  "  <method name='GetLayout'>"
  "    <arg name='parentId' type='i' direction='in'/>"
  "    <arg name='recursionDepth' type='i' direction='in'/>"
  "    <arg name='propertyNames' type='as' direction='in'/>"
  "    <arg name='revision' type='u' direction='out'/>"
  "    <arg name='layout' type='(ia{sv}av)' direction='out'/>"
  "  </method>"
  "  <method name='GetGroupProperties'>"
  "    <arg name='ids' type='ai' direction='in'/>"
  "    <arg name='propertyNames' type='as' direction='in'/>"
  "    <arg name='properties' type='a(ia{sv})' direction='out'/>"
  "  </method>"
  "  <method name='GetProperty'>"
  "    <arg name='id' type='i' direction='in'/>"
  "    <arg name='name' type='s' direction='in'/>"
  "    <arg name='value' type='v' direction='out'/>"
  "  </method>"
  "  <method name='Event'>"
  "    <arg name='id' type='i' direction='in'/>"
  "    <arg name='eventId' type='s' direction='in'/>"
  "    <arg name='data' type='v' direction='in'/>"
  "    <arg name='timestamp' type='u' direction='in'/>"
  "  </method>"
  "  <method name='EventGroup'>"
  "    <arg name='events' type='a(isvu)' direction='in'/>"
  "    <arg name='idErrors' type='ai' direction='out'/>"
  "  </method>"
  "  <method name='AboutToShow'>"
  "    <arg name='id' type='i' direction='in'/>"
  "    <arg name='needUpdate' type='b' direction='out'/>"
  "  </method>"
  "  <method name='AboutToShowGroup'>"
  "    <arg name='ids' type='ai' direction='in'/>"
  "    <arg name='updatesNeeded' type='ai' direction='out'/>"
  "    <arg name='idErrors' type='ai' direction='out'/>"
  "  </method>"
  "  <signal name='ItemsPropertiesUpdated'>"
  "    <arg name='updatedProps' type='a(ia{sv})'/>"
  "    <arg name='removedProps' type='a(ias)'/>"
  "  </signal>"
  "  <signal name='LayoutUpdated'>"
  "    <arg name='revision' type='u'/>"
  "    <arg name='parent' type='i'/>"
  "  </signal>"
  "  <signal name='ItemActivationRequested'>"
  "    <arg name='id' type='i'/>"
  "    <arg name='timestamp' type='u'/>"
  "  </signal>"
  "</interface>"
  "</node>";

/**
 * tray_interfaces_lookup:
 * @name: the name of an interface of this room
 *
 * Gives the description of an interface, for its registration on a bus.
 *
 * Returns: (transfer none): the interface
 */
GDBusInterfaceInfo *
tray_interfaces_lookup (const char *name)
{
  static GDBusNodeInfo *node;
  GDBusInterfaceInfo *info;

  if (g_once_init_enter (&node))
    {
      GDBusNodeInfo *parsed = g_dbus_node_info_new_for_xml (interfaces_xml, NULL);

      g_assert (parsed != NULL);
      g_once_init_leave (&node, parsed);
    }

  info = g_dbus_node_info_lookup_interface (node, name);
  g_assert (info != NULL);

  return info;
}
