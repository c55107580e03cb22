/* platen-presets-view.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-preset.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PRESETS_VIEW (platen_presets_view_get_type ())

/* The presets of one kind in groups, to search. Activating one is win.open-preset.
 *
 * Properties:
 *   "kind"     BambuPresetKind  which ones; set once
 *   "n-found"  guint            read-only: how many the search lets through
 *   "hint"     string           what to say where it lets none through
 *
 * Signal "clear-search": the user wants to see all again
 */
G_DECLARE_FINAL_TYPE (PlatenPresetsView, platen_presets_view, PLATEN, PRESETS_VIEW, AdwBin)

BambuPresetKind  platen_presets_view_get_kind    (PlatenPresetsView *self);
guint            platen_presets_view_get_n_found (PlatenPresetsView *self);
void             platen_presets_view_set_model   (PlatenPresetsView *self,
                                                  GListModel        *presets);
void             platen_presets_view_set_search  (PlatenPresetsView *self,
                                                  const char        *search);
void             platen_presets_view_set_hint    (PlatenPresetsView *self,
                                                  const char        *hint);

G_END_DECLS
