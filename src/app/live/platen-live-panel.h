/* platen-live-panel.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_LIVE_PANEL (platen_live_panel_get_type ())

/* All that a printer reports of itself, for its page: what it complains about, what it is at, what it can be told, how warm
 * it is, and its filament. Nothing of it is to be seen while no reports come.
 */
G_DECLARE_FINAL_TYPE (PlatenLivePanel, platen_live_panel, PLATEN, LIVE_PANEL, AdwBin)

void platen_live_panel_set_device (PlatenLivePanel *self,
                                   BambuSession    *session,
                                   BambuDevice     *device);

G_END_DECLS
