/* platen-watching.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "platen-fleet.h"
#include "platen-quiet.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_WATCHING (platen_watching_get_type ())

/* Watches the printers of whoever is signed in, and tells what happens to their prints. */
G_DECLARE_FINAL_TYPE (PlatenWatching, platen_watching, PLATEN, WATCHING, GObject)

PlatenWatching *platen_watching_new          (GApplication         *application,
                                              PlatenFleet          *fleet,
                                              GSettings            *settings,
                                              PlatenQuiet          *quiet);
void            platen_watching_set_seen     (PlatenWatching       *self,
                                              gboolean              seen);
void            platen_watching_close_async  (PlatenWatching       *self,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean        platen_watching_close_finish (PlatenWatching       *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
