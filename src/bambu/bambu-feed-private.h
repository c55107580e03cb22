/* bambu-feed-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-cache.h"
#include "bambu-feed.h"

G_BEGIN_DECLS

/**
 * BambuFeedRequest:
 * @filter: (nullable): what the feed is narrowed to
 * @after: (nullable): the last thing of the page before
 * @limit: how many at most
 *
 * Makes the request for a page of a feed. The answer becomes a #BambuPage.
 */
typedef BambuRequest *(*BambuFeedRequest) (const char *filter,
                                           const char *after,
                                           guint       limit);

#define BAMBU_FEED_PAGE 50

BambuFeed *bambu_feed_new       (BambuClient       *client,
                                 GType              item_type,
                                 const char        *filter,
                                 BambuFeedRequest   request,
                                 BambuMakeFunc      make);
void       bambu_feed_set_cache (BambuFeed         *self,
                                 BambuCache        *cache,
                                 const char        *name);

G_END_DECLS
