/* platen-preset-loader.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PRESET_LOADER (platen_preset_loader_get_type ())

/* Fetches everything about a preset, and then of those that it inherits, as far as they are in the list.
 *
 * Properties, read-only:
 *   "detail"   BambuPresetDetail  NULL until it is there
 *   "error"    GError             why the last try failed; NULL after one that worked
 *   "loading"  gboolean
 *
 * Signal "inherited": more is known of what platen_preset_loader_get_inherited() tells
 */
G_DECLARE_FINAL_TYPE (PlatenPresetLoader, platen_preset_loader, PLATEN, PRESET_LOADER, GObject)

PlatenPresetLoader *platen_preset_loader_new           (BambuSession       *session,
                                                        BambuPreset        *preset);
void                platen_preset_loader_load          (PlatenPresetLoader *self);
BambuPresetDetail  *platen_preset_loader_get_detail    (PlatenPresetLoader *self);
const GError       *platen_preset_loader_get_error     (PlatenPresetLoader *self);
gboolean            platen_preset_loader_get_loading   (PlatenPresetLoader *self);
BambuPreset        *platen_preset_loader_dup_parent    (PlatenPresetLoader *self);
const char         *platen_preset_loader_get_inherited (PlatenPresetLoader *self,
                                                        const char         *key);

/* Each setting's value by its key, its own or inherited. */
GHashTable         *platen_preset_loader_dup_values    (PlatenPresetLoader *self);

G_END_DECLS
