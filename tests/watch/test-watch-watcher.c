/* test-watch-watcher.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-fixture.h"

/* What happens to the printers of the stand-in cloud is told, each thing once. The first of them prints, the second is paused,
 * the third has finished, the fourth has failed, the fifth is idle, the sixth is out of reach.
 */

static void
test_print (WatchFixture  *self,
            gconstpointer  args)
{
  WatchEvent *event;

  watch_fixture_start (self);
  watch_fixture_assert_told (self, "");

  watch_fixture_send_event (self, 0, "pause");
  watch_fixture_poll (self);
  watch_fixture_assert_told (self, "paused of Workshop X1C");
  watch_fixture_poll (self);
  watch_fixture_assert_told (self, "");

  watch_fixture_send_event (self, 0, "resume");
  watch_fixture_poll (self);
  watch_fixture_assert_told (self, "resumed of Workshop X1C");

  watch_fixture_send_event (self, 0, "finish");
  watch_fixture_poll (self);
  g_assert_cmpuint (self->events->len, ==, 1);
  event = g_ptr_array_index (self->events, 0);
  g_assert_true (watch_event_is_end (event));
  g_assert_nonnull (watch_event_get_title (event));
  g_assert_nonnull (watch_event_get_task_id (event));
  g_assert_nonnull (watch_event_get_cover (event));
  g_assert_cmpint (watch_event_get_duration (event), >, 60);
  g_assert_cmpfloat (watch_event_get_grams (event), >, 0);
  g_assert_cmpint (watch_event_get_plate_index (event), >, 0);
  g_assert_false (watch_event_get_while_off (event));
  g_assert_false (watch_event_get_live (event));
  watch_fixture_assert_told (self, "finished of Workshop X1C");

  watch_fixture_send_event (self, 0, "start");
  watch_fixture_poll (self);
  watch_fixture_assert_told (self, "started of Workshop X1C");
}

/* By HTTP nobody can tell these apart. */
static void
test_stopped (WatchFixture  *self,
              gconstpointer  args)
{
  watch_fixture_start (self);
  watch_fixture_send_event (self, 0, "fail");
  watch_fixture_send_event (self, 1, "cancel");
  watch_fixture_poll (self);
  watch_fixture_assert_told (self, "stopped of Workshop X1C, stopped of Attic P1S");
}

static void
test_offline (WatchFixture  *self,
              gconstpointer  args)
{
  watch_fixture_start (self);
  watch_fixture_send_event (self, 0, "offline");
  watch_fixture_send_event (self, 2, "offline");
  watch_fixture_poll (self);
  watch_fixture_assert_told (self, "offline of Workshop X1C");
  watch_fixture_send_event (self, 0, "online");
  watch_fixture_send_event (self, 2, "online");
  watch_fixture_poll (self);
  watch_fixture_assert_told (self, "online of Workshop X1C");

  /* It ends while it is away. */
  watch_fixture_send_event (self, 0, "offline");
  watch_fixture_poll (self);
  watch_fixture_assert_told (self, "offline of Workshop X1C");
  watch_fixture_send_event (self, 0, "finish");
  watch_fixture_poll (self);
  watch_fixture_assert_told (self, "finished of Workshop X1C");
  watch_fixture_send_event (self, 0, "online");
  watch_fixture_poll (self);
  watch_fixture_assert_told (self, "");
}

/* What happens while the program is off is told when it starts again. */
static void
test_restart (WatchFixture  *self,
              gconstpointer  args)
{
  watch_fixture_start (self);
  watch_fixture_close (self);
  watch_fixture_send_event (self, 0, "finish");
  watch_fixture_send_event (self, 4, "start");
  watch_fixture_send_event (self, 4, "pause");

  watch_fixture_start (self);
  g_assert_cmpuint (self->n_summaries, ==, 1);
  g_assert_true (watch_event_get_while_off (g_ptr_array_index (self->events, 0)));
  watch_fixture_assert_told (self, "started of Ada's A1, paused of Ada's A1, finished of Workshop X1C");

  watch_fixture_close (self);
  watch_fixture_send_event (self, 4, "resume");
  watch_fixture_start (self);
  g_assert_cmpuint (self->n_summaries, ==, 1);
  watch_fixture_assert_told (self, "resumed of Ada's A1");
  watch_fixture_poll (self);
  watch_fixture_assert_told (self, "");
}

/* What nobody has said to be told comes again. */
static void
test_untold (WatchFixture  *self,
             gconstpointer  args)
{
  watch_fixture_start (self);
  self->keep_untold = TRUE;
  watch_fixture_send_event (self, 0, "finish");
  watch_fixture_poll (self);
  watch_fixture_assert_told (self, "finished of Workshop X1C");
  watch_fixture_poll (self);
  watch_fixture_assert_told (self, "");
  watch_fixture_close (self);

  self->keep_untold = FALSE;
  watch_fixture_start (self);
  watch_fixture_assert_told (self, "finished of Workshop X1C");
  watch_fixture_close (self);

  watch_fixture_start (self);
  watch_fixture_assert_told (self, "");
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char  *path;
    void       (*func) (WatchFixture  *self,
                        gconstpointer  args);
  } tests[] = {
    { "/watch/watcher/print", test_print },
    { "/watch/watcher/stopped", test_stopped },
    { "/watch/watcher/offline", test_offline },
    { "/watch/watcher/restart", test_restart },
    { "/watch/watcher/untold", test_untold },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WatchFixture, NULL, watch_fixture_set_up, tests[i].func, watch_fixture_tear_down);

  return g_test_run ();
}
