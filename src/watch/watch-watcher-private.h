/* watch-watcher-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "watch-poller.h"
#include "watch-watcher.h"

G_BEGIN_DECLS

WatchPoller *watch_watcher_get_poller (WatchWatcher *self);
/* Whether nothing is under way: no request, no file, and what can be told has been. */
gboolean     watch_watcher_is_settled (WatchWatcher *self);

G_END_DECLS
