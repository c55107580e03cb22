/* platen-feed-renewer.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-feed.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_FEED_RENEWER (platen_feed_renewer_get_type ())

/* Asks anew for the items of a feed whose pictures' addresses have expired: as many as possible with one request, and
 * never in a loop.
 */
G_DECLARE_FINAL_TYPE (PlatenFeedRenewer, platen_feed_renewer, PLATEN, FEED_RENEWER, GObject)

PlatenFeedRenewer *platen_feed_renewer_new   (BambuFeed         *feed);
void               platen_feed_renewer_renew (PlatenFeedRenewer *self,
                                              const char        *id);
void               platen_feed_renewer_stop  (PlatenFeedRenewer *self);

G_END_DECLS
