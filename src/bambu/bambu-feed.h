/* bambu-feed.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-list.h"

G_BEGIN_DECLS

/* BambuFeed: a long list of the cloud, newest first, loaded page after page. Its items are in a BambuList, which has
 * what all lists have: refreshing it asks for what is new and puts that on top, with "loading", "error" and
 * "updated" of it. It holds what has been loaded and no more. Items that come while one scrolls are never doubled, and
 * no hole is left where more came than a few pages hold: the list then begins anew.
 *
 * Properties of the feed itself, read-only and notified:
 *   "list"       BambuList   the items
 *   "loading"    gboolean    an older page is on its way
 *   "exhausted"  gboolean    there is nothing older
 *   "error"      GError      why the last older page did not come; NULL after one that did
 *   "total"      gint64      how many there are in the cloud, where it tells; -1
 */
#define BAMBU_TYPE_FEED (bambu_feed_get_type ())

G_DECLARE_FINAL_TYPE (BambuFeed, bambu_feed, BAMBU, FEED, GObject)

BambuList    *bambu_feed_get_list         (BambuFeed            *self);
gboolean      bambu_feed_get_loading      (BambuFeed            *self);
gboolean      bambu_feed_get_exhausted    (BambuFeed            *self);
const GError *bambu_feed_get_error        (BambuFeed            *self);
gint64        bambu_feed_get_total        (BambuFeed            *self);

/* Appends the next page; the first where nothing has been loaded. Done at once where the feed is exhausted. Calls that
 * overlap share one request; cancelling ends the wait of that caller alone.
 */
void          bambu_feed_load_more_async  (BambuFeed            *self,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean      bambu_feed_load_more_finish (BambuFeed            *self,
                                           GAsyncResult         *result,
                                           GError              **error);

/* Asks anew for an item and those around it, a page of them: addresses of pictures expire. Gives the items that are
 * up to date now.
 */
void          bambu_feed_renew_async      (BambuFeed            *self,
                                           const char           *id,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GPtrArray    *bambu_feed_renew_finish     (BambuFeed            *self,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
