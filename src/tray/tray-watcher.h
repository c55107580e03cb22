/* tray-watcher.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRAY_TYPE_WATCHER (tray_watcher_get_type ())

G_DECLARE_FINAL_TYPE (TrayWatcher, tray_watcher, TRAY, WATCHER, GObject)

TrayWatcher *tray_watcher_new        (GDBusConnection *connection);
gboolean     tray_watcher_get_hosted (TrayWatcher     *self);

G_END_DECLS
