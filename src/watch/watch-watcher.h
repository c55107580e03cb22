/* watch-watcher.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <bambu-session.h>

#include "watch-event.h"

G_BEGIN_DECLS

/* WatchWatcher: watches the printers of an account and tells what happens to their prints, each thing once, also over
 * restarts of the program.
 *
 * signal "event" (WatchEvent *event): something happened. It has been written down as seen. Who tells the user calls
 *   watch_watcher_told() when that is done (the notification sent, the bus flushed), or at once where it need not be told:
 *   what has not been told when the program ends comes again at its next start.
 * signal "summary" (GPtrArray *events): what happened while the program was off, of WatchEvent, the oldest first, under a
 *   day old; at the start, where it is more than one event. Each of them is to be told, as above.
 *
 * It observes the session's devices, whoever refreshes them and whatever fills them, live reports too; while these come from
 * all printers it polls every ten minutes.
 */
#define WATCH_TYPE_WATCHER (watch_watcher_get_type ())

G_DECLARE_FINAL_TYPE (WatchWatcher, watch_watcher, WATCH, WATCHER, GObject)

/* @state_dir: where the memory is kept, such as $XDG_STATE_HOME/platen, a file for each account: the session has to be open then.
 * NULL: nowhere.
 */
WatchWatcher *watch_watcher_new          (BambuSession         *session,
                                          const char           *state_dir);
/* Reads its memory and begins to watch: connect to the signals before. */
void          watch_watcher_start        (WatchWatcher         *self);
void          watch_watcher_told         (WatchWatcher         *self,
                                          WatchEvent           *event);
gboolean      watch_watcher_remind       (WatchWatcher         *self,
                                          const char           *device_id,
                                          const char           *print);
/* Polls at once: the user wants to know. */
void          watch_watcher_poll         (WatchWatcher         *self);
/* Whether somebody looks at a window: polls every minute instead of every five. */
void          watch_watcher_set_visible  (WatchWatcher         *self,
                                          gboolean              visible);
/* Stops watching and writes down what is left to be, such as that the last event was told: before the program ends. */
void          watch_watcher_close_async  (WatchWatcher         *self,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean      watch_watcher_close_finish (WatchWatcher         *self,
                                          GAsyncResult         *result,
                                          GError              **error);
/* Closes it, and deletes its memory: when the account signs out. */
void          watch_watcher_forget_async (WatchWatcher        *self,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gboolean      watch_watcher_forget_finish (WatchWatcher       *self,
                                           GAsyncResult       *result,
                                           GError            **error);

G_END_DECLS
