/* bambu-proxies.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BAMBU_TYPE_PROXIES (bambu_proxies_get_type ())

G_DECLARE_FINAL_TYPE (BambuProxies, bambu_proxies, BAMBU, PROXIES, GObject)

GProxyResolver *bambu_proxies_new (GProxyResolver *others);

G_END_DECLS
