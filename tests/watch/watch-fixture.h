/* watch-fixture.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "account-fixture.h"
#include "watch.h"

G_BEGIN_DECLS

/* An account of the stand-in cloud, and what watches it. It begins without a watcher. */
typedef struct
{
  AccountFixture account;
  char          *state_dir;
  WatchWatcher  *watcher;
  GPtrArray     *events;        /* of WatchEvent, as they came, also in a summary */
  guint          n_summaries;
  guint          n_heard;       /* how often the printers were heard */
  gboolean       keep_untold;
} WatchFixture;

void        watch_fixture_set_up      (WatchFixture       *self,
                                       gconstpointer       args);
void        watch_fixture_tear_down   (WatchFixture       *self,
                                       gconstpointer       args);

/* Starts to watch, and waits until it has caught up. */
void        watch_fixture_start       (WatchFixture       *self);
/* The program ends. */
void        watch_fixture_close       (WatchFixture       *self);
/* Signs in as somebody else. */
void        watch_fixture_sign_in     (WatchFixture       *self,
                                       const char         *uid);
/* Polls, and waits until what came of it is told. */
void        watch_fixture_poll        (WatchFixture       *self);
/* Waits until all that was heard is told. */
void        watch_fixture_wait        (WatchFixture       *self);

BambuDevice *watch_fixture_get_device (WatchFixture       *self,
                                       guint               index);
void        watch_fixture_send_event  (WatchFixture       *self,
                                       guint               index,
                                       const char         *event);
/* What files there are, of all accounts: their names, with a comma in between. */
char       *watch_fixture_list_files  (WatchFixture       *self);
/* @expected: "KIND of NAME" for each event since the last time, in order, with a comma in between. */
void        watch_fixture_assert_told (WatchFixture       *self,
                                       const char         *expected);

G_END_DECLS
