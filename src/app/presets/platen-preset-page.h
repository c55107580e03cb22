/* platen-preset-page.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PRESET_PAGE (platen_preset_page_get_type ())

/* One preset: what it inherits, and its settings in groups, to search. Implements PlatenPage. */
G_DECLARE_FINAL_TYPE (PlatenPresetPage, platen_preset_page, PLATEN, PRESET_PAGE, AdwBin)

GtkWidget   *platen_preset_page_new        (BambuSession     *session,
                                            BambuPreset      *preset);
BambuPreset *platen_preset_page_get_preset (PlatenPresetPage *self);

G_END_DECLS
