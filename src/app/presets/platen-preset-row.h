/* platen-preset-row.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "bambu-preset.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PRESET_ROW (platen_preset_row_get_type ())

/* A preset in a list. Property "preset" (BambuPreset). */
G_DECLARE_FINAL_TYPE (PlatenPresetRow, platen_preset_row, PLATEN, PRESET_ROW, GtkWidget)

GtkWidget   *platen_preset_row_new        (void);
BambuPreset *platen_preset_row_get_preset (PlatenPresetRow *self);
void         platen_preset_row_set_preset (PlatenPresetRow *self,
                                           BambuPreset     *preset);

G_END_DECLS
