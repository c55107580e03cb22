/* bambu-json-slice.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Parts of JSON as the cloud wrote it, to the byte: what is shown to people as its own words, or sent back to it, must not
 * go through a writer that changes numbers. All texts have been parsed before, and are known to be right.
 */
GPtrArray *bambu_json_slice_array   (GBytes             *object,
                                     const char         *member);
GBytes    *bambu_json_slice_member  (GBytes             *object,
                                     const char         *member);
GBytes    *bambu_json_slice_outline (GBytes             *object,
                                     const char         *member);
GBytes    *bambu_json_slice_replace (GBytes             *object,
                                     const char * const *dropped,
                                     GBytes             *added);
GBytes    *bambu_json_slice_strings (GBytes             *object);

G_END_DECLS
