/* platen-settings.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What is remembered of the user's wishes. */
GSettings *platen_settings_create     (const char      *path);
void       platen_settings_bind_style (GSettings       *settings,
                                       AdwStyleManager *style_manager);

G_END_DECLS
