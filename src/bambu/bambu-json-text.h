/* bambu-json-text.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *bambu_json_text_prepare (GBytes             *utf8,
                                 guint               max_depth,
                                 GError            **error);
GBytes *bambu_json_text_object  (const char * const *members);

G_END_DECLS
