/* platen-refresher.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <bambu.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_REFRESHER (platen_refresher_get_type ())

G_DECLARE_FINAL_TYPE (PlatenRefresher, platen_refresher, PLATEN, REFRESHER, GObject)

PlatenRefresher *platen_refresher_new         (BambuSession    *session);
void             platen_refresher_set_active  (PlatenRefresher *self,
                                               gboolean         active);
void             platen_refresher_refresh_all (PlatenRefresher *self);

G_END_DECLS
