/* bambu-preset-text.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Presets as the cloud takes them. */
GBytes *bambu_preset_text_from_file (GBytes      *file,
                                     GListModel  *presets,
                                     char       **name,
                                     GError     **error);

G_END_DECLS
