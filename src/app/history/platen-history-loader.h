/* platen-history-loader.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-feed.h"

G_BEGIN_DECLS

/**
 * PlatenHistoryState:
 * @PLATEN_HISTORY_STATE_IDLE: nothing goes on
 * @PLATEN_HISTORY_STATE_LOADING: older prints are on their way
 * @PLATEN_HISTORY_STATE_STOPPED: the user has seen enough
 * @PLATEN_HISTORY_STATE_FAILED: older prints did not come
 * @PLATEN_HISTORY_STATE_ENDED: there are no older ones
 *
 * How far the loading of a feed is.
 */
typedef enum
{
  PLATEN_HISTORY_STATE_IDLE,
  PLATEN_HISTORY_STATE_LOADING,
  PLATEN_HISTORY_STATE_STOPPED,
  PLATEN_HISTORY_STATE_FAILED,
  PLATEN_HISTORY_STATE_ENDED,
} PlatenHistoryState;

#define PLATEN_TYPE_HISTORY_LOADER (platen_history_loader_get_type ())

/* Loads a feed one page at a time, as often as it is asked to, until it is stopped. Signal "changed": its state has
 * changed, or what has been loaded.
 */
G_DECLARE_FINAL_TYPE (PlatenHistoryLoader, platen_history_loader, PLATEN, HISTORY_LOADER, GObject)

PlatenHistoryLoader *platen_history_loader_new         (BambuFeed           *feed);
BambuFeed           *platen_history_loader_get_feed    (PlatenHistoryLoader *self);
PlatenHistoryState   platen_history_loader_get_state   (PlatenHistoryLoader *self);
GDateTime           *platen_history_loader_dup_reached (PlatenHistoryLoader *self);
void                 platen_history_loader_load        (PlatenHistoryLoader *self);
void                 platen_history_loader_stop        (PlatenHistoryLoader *self);
void                 platen_history_loader_resume      (PlatenHistoryLoader *self);

G_END_DECLS
