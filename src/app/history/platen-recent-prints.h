/* platen-recent-prints.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_RECENT_PRINTS (platen_recent_prints_get_type ())

/* The newest prints of a printer, asked for while they are seen. Not shown where there are none. */
G_DECLARE_FINAL_TYPE (PlatenRecentPrints, platen_recent_prints, PLATEN, RECENT_PRINTS, AdwBin)

void platen_recent_prints_set_device (PlatenRecentPrints *self,
                                      BambuSession       *session,
                                      const char         *device_id);

G_END_DECLS
