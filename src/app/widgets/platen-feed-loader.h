/* platen-feed-loader.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-feed.h"

G_BEGIN_DECLS

/**
 * PlatenFeedState:
 * @PLATEN_FEED_STATE_IDLE: nothing goes on
 * @PLATEN_FEED_STATE_LOADING: something older is on its way
 * @PLATEN_FEED_STATE_STOPPED: the user has seen enough
 * @PLATEN_FEED_STATE_FAILED: something older did not come
 * @PLATEN_FEED_STATE_ENDED: there is nothing older
 *
 * How far the loading of a feed is.
 */
typedef enum
{
  PLATEN_FEED_STATE_IDLE,
  PLATEN_FEED_STATE_LOADING,
  PLATEN_FEED_STATE_STOPPED,
  PLATEN_FEED_STATE_FAILED,
  PLATEN_FEED_STATE_ENDED,
} PlatenFeedState;

#define PLATEN_TYPE_FEED_LOADER (platen_feed_loader_get_type ())

/* Loads a feed one page at a time, as often as it is asked to, until it is stopped. Signal "changed": its state has
 * changed, or what has been loaded.
 */
G_DECLARE_FINAL_TYPE (PlatenFeedLoader, platen_feed_loader, PLATEN, FEED_LOADER, GObject)

PlatenFeedLoader *platen_feed_loader_new       (BambuFeed        *feed);
BambuFeed        *platen_feed_loader_get_feed  (PlatenFeedLoader *self);
PlatenFeedState   platen_feed_loader_get_state (PlatenFeedLoader *self);
void              platen_feed_loader_load      (PlatenFeedLoader *self);
void              platen_feed_loader_stop      (PlatenFeedLoader *self);
void              platen_feed_loader_resume    (PlatenFeedLoader *self);

G_END_DECLS
