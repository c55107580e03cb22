/* platen-refresher.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_REFRESHER (platen_refresher_get_type ())

/* Keeps a session's lists fresh while somebody looks, and the account's name and picture.
 *
 * Properties:
 *   "session"  BambuSession  NULL: nothing to do
 *   "active"   gboolean      somebody looks
 */
G_DECLARE_FINAL_TYPE (PlatenRefresher, platen_refresher, PLATEN, REFRESHER, GObject)

PlatenRefresher *platen_refresher_new         (void);
void             platen_refresher_set_session (PlatenRefresher *self,
                                               BambuSession    *session);
void             platen_refresher_set_active  (PlatenRefresher *self,
                                               gboolean         active);
void             platen_refresher_catch_up    (PlatenRefresher *self);
void             platen_refresher_refresh     (PlatenRefresher *self);

G_END_DECLS
