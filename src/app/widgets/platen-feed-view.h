/* platen-feed-view.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-feed.h"
#include "platen-grouped-list.h"

G_BEGIN_DECLS

/* How far back one is at @item, the oldest that was loaded: (transfer none) (nullable). */
typedef GDateTime *(*PlatenFeedTimeFunc) (gpointer item);

#define PLATEN_TYPE_FEED_VIEW (platen_feed_view_get_type ())

/* A list of the items of a feed, which loads older ones as its end comes in sight. Where only some are looked for it
 * goes on until it is full, says how far back it has looked, and can be stopped.
 *
 * Properties:
 *   "list"     GtkWidget  what shows the rows; can be scrolled
 *   "nothing"  GtkWidget  what is shown while none is found
 */
G_DECLARE_FINAL_TYPE (PlatenFeedView, platen_feed_view, PLATEN, FEED_VIEW, AdwBin)

void       platen_feed_view_set_rows      (PlatenFeedView     *self,
                                           PlatenGroupedList  *rows);
void       platen_feed_view_set_time_func (PlatenFeedView     *self,
                                           PlatenFeedTimeFunc  func);
BambuFeed *platen_feed_view_get_feed      (PlatenFeedView     *self);
void       platen_feed_view_set_feed      (PlatenFeedView     *self,
                                           BambuFeed          *feed);
void       platen_feed_view_look_for      (PlatenFeedView     *self,
                                           gboolean            some);
void       platen_feed_view_refresh       (PlatenFeedView     *self);
void       platen_feed_view_renew         (PlatenFeedView     *self,
                                           const char         *id);

G_END_DECLS
