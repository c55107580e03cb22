/* platen-preset-text.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-preset.h"

G_BEGIN_DECLS

/* How many process presets of one's own the cloud keeps. Of other kinds no limit is known. */
#define PLATEN_PRESET_PROCESS_LIMIT 100

/**
 * PlatenPresetRank:
 * @PLATEN_PRESET_RANK_OWN: the user's own
 * @PLATEN_PRESET_RANK_VENDOR: the vendor's, by what they are for
 * @PLATEN_PRESET_RANK_OTHER: the vendor's that do not say what they are for
 *
 * Which groups of presets come first.
 */
typedef enum
{
  PLATEN_PRESET_RANK_OWN,
  PLATEN_PRESET_RANK_VENDOR,
  PLATEN_PRESET_RANK_OTHER,
} PlatenPresetRank;

char *platen_preset_dup_group   (BambuPreset      *preset,
                                 PlatenPresetRank *rank);
char *platen_preset_dup_title   (BambuPreset      *preset);
char *platen_preset_dup_summary (BambuPreset      *preset);
char *platen_preset_dup_text    (BambuPreset      *preset);
char *platen_preset_dup_quota   (GListModel       *presets,
                                 BambuPresetKind   kind);
char *platen_preset_dup_copied  (BambuPreset      *preset);

G_END_DECLS
