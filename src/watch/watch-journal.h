/* watch-journal.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "watch-machine.h"

G_BEGIN_DECLS

/* WatchJournal: a machine whose memory is on disk. Events are handed out when it is written down that they were seen, and
 * not before; that they were told is written down after that.
 *
 * signal "events" (GPtrArray *events): of WatchEvent, the oldest first: to be told.
 */
#define WATCH_TYPE_JOURNAL (watch_journal_get_type ())

G_DECLARE_FINAL_TYPE (WatchJournal, watch_journal, WATCH, JOURNAL, GObject)

/* @path: (nullable): NULL keeps nothing */
WatchJournal *watch_journal_new          (const char           *path);
void          watch_journal_open_async   (WatchJournal         *self,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
/* A memory that cannot be read is none: it fails only where it is cancelled. */
gboolean      watch_journal_open_finish  (WatchJournal         *self,
                                          GAsyncResult         *result,
                                          GError              **error);
/* NULL until it is open. */
WatchMachine *watch_journal_get_machine  (WatchJournal         *self);
/* Writes down what the machine has seen, if anything. */
void          watch_journal_settle       (WatchJournal         *self);
/* While it is held, nothing is handed out, but for what was heard live where @live_too is not set. */
void          watch_journal_hold         (WatchJournal         *self,
                                          gboolean              hold,
                                          gboolean              live_too);
void          watch_journal_told         (WatchJournal         *self,
                                          WatchEvent           *event);
/* Whether the user is to be reminded of the end of @print, which is then written down. FALSE while it is not open. */
gboolean      watch_journal_remind       (WatchJournal         *self,
                                          const char           *device_id,
                                          const char           *print);
gboolean      watch_journal_is_settled   (WatchJournal         *self);
/* Hands out nothing any more; done when everything is written down, or @forget deleted. */
void          watch_journal_close_async  (WatchJournal         *self,
                                          gboolean              forget,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean      watch_journal_close_finish (WatchJournal         *self,
                                          GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
