/* platen-tray-icon.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <tray.h>

G_BEGIN_DECLS

/* Of a ring that has nothing to show. */
#define PLATEN_TRAY_ICON_IDLE (-1)

GPtrArray *platen_tray_icon_draw (int      progress,
                                  gboolean attention,
                                  gboolean asleep);

G_END_DECLS
