/* tray-interfaces.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GDBusInterfaceInfo *tray_interfaces_lookup (const char *name);

G_END_DECLS
