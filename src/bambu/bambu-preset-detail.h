/* bambu-preset-detail.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-preset.h"

G_BEGIN_DECLS

#define BAMBU_TYPE_SETTING       (bambu_setting_get_type ())
#define BAMBU_TYPE_PRESET_DETAIL (bambu_preset_detail_get_type ())

/* One setting of a preset: its key and its value as text (an array's values joined by ", "). Properties as the getters. */
G_DECLARE_FINAL_TYPE (BambuSetting, bambu_setting, BAMBU, SETTING, GObject)

const char *bambu_setting_get_key   (BambuSetting *self);
const char *bambu_setting_get_value (BambuSetting *self);

/* Everything that slicer/setting/{id} tells. Immutable. Properties as the getters. */
G_DECLARE_FINAL_TYPE (BambuPresetDetail, bambu_preset_detail, BAMBU, PRESET_DETAIL, GObject)

gboolean         bambu_preset_detail_get_own         (BambuPresetDetail *self);
BambuPresetKind  bambu_preset_detail_get_kind        (BambuPresetDetail *self);
const char      *bambu_preset_detail_get_name        (BambuPresetDetail *self);
const char      *bambu_preset_detail_get_nickname    (BambuPresetDetail *self);
const char      *bambu_preset_detail_get_version     (BambuPresetDetail *self);
const char      *bambu_preset_detail_get_base_id     (BambuPresetDetail *self);
const char      *bambu_preset_detail_get_filament_id (BambuPresetDetail *self);
const char      *bambu_preset_detail_get_inherits    (BambuPresetDetail *self);  /* a preset's name */
GListModel      *bambu_preset_detail_get_settings    (BambuPresetDetail *self);  /* of BambuSetting, in the cloud's order */

/* The settings as a file that Bambu Studio and OrcaSlicer import. NULL where the cloud told none. */
GBytes          *bambu_preset_detail_create_file     (BambuPresetDetail *self,
                                                      const char        *name);

G_END_DECLS
