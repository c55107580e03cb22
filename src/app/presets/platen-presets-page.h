/* platen-presets-page.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PRESETS_PAGE (platen_presets_page_get_type ())

/* All presets, a tab for each kind, and a search across all of them. Implements PlatenPage. Property "session"
 * (BambuSession) may be set again, and NULL.
 */
G_DECLARE_FINAL_TYPE (PlatenPresetsPage, platen_presets_page, PLATEN, PRESETS_PAGE, AdwBin)

GtkWidget *platen_presets_page_new         (void);
void       platen_presets_page_set_session (PlatenPresetsPage *self,
                                            BambuSession      *session);
void       platen_presets_page_import      (PlatenPresetsPage *self);

G_END_DECLS
