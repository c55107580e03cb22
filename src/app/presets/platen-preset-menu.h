/* platen-preset-menu.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "platen-preset-loader.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PRESET_MENU (platen_preset_menu_get_type ())

/* What there is to do with a preset: compare, duplicate, export and remove it. */
G_DECLARE_FINAL_TYPE (PlatenPresetMenu, platen_preset_menu, PLATEN, PRESET_MENU, AdwBin)

GtkWidget *platen_preset_menu_new        (void);
void       platen_preset_menu_set_preset (PlatenPresetMenu   *self,
                                          BambuSession       *session,
                                          BambuPreset        *preset,
                                          PlatenPresetLoader *loader);

G_END_DECLS
