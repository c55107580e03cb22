/* bambu-feed-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-cache.h"
#include "bambu-feed.h"
#include "bambu-list-private.h"
#include "bambu-page.h"
#include "bambu-waiters.h"

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

/* How many pages a refresh asks for to meet what is there already, before the list begins anew; and how many a single
 * call for more asks for, should there be nothing new in them.
 */
#define BAMBU_FEED_MAX_PAGES 5

struct _BambuFeed
{
  GObject           parent_instance;

  BambuClient      *client;
  char             *filter;
  BambuFeedRequest  request;
  BambuMakeFunc     make;
  BambuCache       *cache;        /* nullable */
  char             *cache_name;

  BambuList        *list;
  char             *cursor;       /* where the next page goes on */
  GHashTable       *cursors;      /* those that have been used: a cloud that goes round in circles is at its end */
  guint             generation;   /* grows when a refresh moves the cursor */
  gint64            total;
  gboolean          exhausted;

  BambuWaiters     *waiters;
  guint             empty_pages;
  GError           *error;
};

BambuFeed *bambu_feed_new       (BambuClient       *client,
                                 GType              item_type,
                                 const char        *filter,
                                 BambuFeedRequest   request,
                                 BambuMakeFunc      make);
void       bambu_feed_set_cache (BambuFeed         *self,
                                 BambuCache        *cache,
                                 const char        *name);

/* The feed's list is filled by these; bambu-feed-refresh.c. */
void       bambu_feed_refresh        (gpointer             owner,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
GPtrArray *bambu_feed_refresh_finish (gpointer             owner,
                                      GAsyncResult        *result,
                                      GError             **error);

guint      bambu_feed_get_n_items    (BambuFeed           *self);
void       bambu_feed_set_total      (BambuFeed           *self,
                                      gint64               total);
void       bambu_feed_check_total    (BambuFeed           *self,
                                      guint                n_items);
void       bambu_feed_restart_cursor (BambuFeed           *self,
                                      const char          *cursor);

G_END_DECLS
