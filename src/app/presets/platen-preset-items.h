/* platen-preset-items.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-preset-detail.h"
#include "bambu-preset.h"
#include "platen-setting-item.h"

G_BEGIN_DECLS

/* What is known of the preset itself comes before its settings. */
#define PLATEN_PRESET_ITEMS_FACTS_RANK -1

/* The rows of a preset's page. @items is of PlatenSettingItem. */
PlatenSettingItem *platen_preset_items_add_facts    (GListStore        *items,
                                                     BambuPreset       *preset,
                                                     BambuPresetDetail *detail);
void               platen_preset_items_add_settings (GListStore        *items,
                                                     BambuPreset       *preset,
                                                     BambuPresetDetail *detail);

G_END_DECLS
