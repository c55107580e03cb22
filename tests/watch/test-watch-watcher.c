/* test-watch-watcher.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sessions.h"
#include "test-result.h"
#include "watch-fixture.h"
#include "watch-watcher-private.h"

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

/* One print ends, another begins and ends, a third begins: all that between two polls. */
static void
test_between (WatchFixture  *self,
              gconstpointer  args)
{
  watch_fixture_start (self);
  watch_fixture_send_event (self, 0, "finish");
  test_cloud_advance (self->account.cloud, 60);
  watch_fixture_send_event (self, 0, "start");
  test_cloud_advance (self->account.cloud, 300);
  watch_fixture_send_event (self, 0, "cancel");
  test_cloud_advance (self->account.cloud, 60);
  watch_fixture_send_event (self, 0, "start");
  watch_fixture_poll (self);
  watch_fixture_assert_told (self, "finished of Workshop X1C, stopped of Workshop X1C, started of Workshop X1C");
}

/* How it ended is told all the same where the printer says so, with what is known. */
static void
test_no_tasks (WatchFixture  *self,
               gconstpointer  args)
{
  WatchEvent *event;

  watch_fixture_start (self);
  test_cloud_fault (self->account.cloud, "{\"path\": \"/v1/user-service/my/tasks\", \"status\": 403}");
  watch_fixture_send_event (self, 0, "finish");
  watch_fixture_poll (self);
  event = g_ptr_array_index (self->events, 0);
  g_assert_cmpint (watch_event_get_duration (event), >, 60);
  g_assert_cmpfloat (watch_event_get_grams (event), ==, -1);
  watch_fixture_assert_told (self, "finished of Workshop X1C");

  /* How the one before it ended can only be asked for. */
  watch_fixture_send_event (self, 0, "start");
  watch_fixture_poll (self);
  watch_fixture_assert_told (self, "started of Workshop X1C");
  test_cloud_advance (self->account.cloud, 120);
  watch_fixture_send_event (self, 0, "finish");
  watch_fixture_send_event (self, 0, "start");
  watch_fixture_poll (self);
  watch_fixture_assert_told (self, "started of Workshop X1C");

  test_cloud_clear_faults (self->account.cloud);
  watch_fixture_poll (self);
  watch_fixture_assert_told (self, "finished of Workshop X1C");
}

static gboolean
has_given_up (gpointer user_data)
{
  WatchFixture *self = user_data;

  return test_cloud_count_requests (self->account.cloud, "GET", "/v1/iot-service/api/user/print") > 0 &&
         watch_watcher_is_settled (self->watcher);
}

/* The cloud is away for a while. */
static void
test_outage (WatchFixture  *self,
             gconstpointer  args)
{
  watch_fixture_start (self);
  test_cloud_clear_requests (self->account.cloud);
  test_cloud_fault (self->account.cloud, "{\"path\": \"/v1/iot-service/api/user/print\", \"status\": 403}");
  watch_fixture_send_event (self, 0, "pause");
  watch_watcher_poll (self->watcher);
  g_assert_true (test_wait_until (has_given_up, self, 60000));
  watch_fixture_assert_told (self, "");

  test_cloud_clear_faults (self->account.cloud);
  watch_fixture_send_event (self, 0, "resume");
  watch_fixture_send_event (self, 0, "finish");
  watch_fixture_poll (self);
  watch_fixture_assert_told (self, "finished of Workshop X1C");
}

/* Whoever asks, and however much. */
static void
test_others (WatchFixture  *self,
             gconstpointer  args)
{
  g_autoptr(GError) error = NULL;

  watch_fixture_start (self);
  watch_fixture_send_event (self, 0, "pause");
  g_assert_true (test_refresh (bambu_session_get_devices (self->account.session), &error));
  g_assert_no_error (error);
  watch_fixture_wait (self);
  watch_fixture_assert_told (self, "paused of Workshop X1C");

  /* What is asked for at the same time is one request. */
  test_cloud_clear_requests (self->account.cloud);
  watch_fixture_send_event (self, 0, "resume");
  bambu_list_refresh_async (bambu_session_get_devices (self->account.session), NULL, NULL, NULL);
  watch_fixture_poll (self);
  watch_fixture_assert_told (self, "resumed of Workshop X1C");
  g_assert_cmpuint (test_cloud_count_requests (self->account.cloud, "GET", "/v1/iot-service/api/user/print"), ==, 1);
}

/* All printers in one request, which is all there is while nothing ends. */
static void
test_one_request (WatchFixture  *self,
                  gconstpointer  args)
{
  watch_fixture_start (self);
  test_cloud_clear_requests (self->account.cloud);
  watch_fixture_poll (self);
  g_assert_cmpuint (test_cloud_count_requests (self->account.cloud, "GET", "/v1/iot-service/api/user/print"), ==, 1);
  g_assert_cmpuint (test_cloud_count_requests (self->account.cloud, "GET", "/v1/iot-service/api/user/bind"), ==, 0);
  g_assert_cmpuint (test_cloud_count_requests (self->account.cloud, "GET", "/v1/user-service/my/tasks"), ==, 0);
}

/* Each account has a memory of its own. */
static void
test_accounts (WatchFixture  *self,
               gconstpointer  args)
{
  watch_fixture_start (self);
  watch_fixture_close (self);
  watch_fixture_send_event (self, 0, "finish");

  watch_fixture_sign_in (self, "2");
  watch_fixture_start (self);
  watch_fixture_assert_told (self, "");
  watch_fixture_close (self);

  watch_fixture_sign_in (self, "1");
  watch_fixture_start (self);
  watch_fixture_assert_told (self, "finished of Workshop X1C");
}

static void
test_forgotten (WatchFixture  *self,
                gconstpointer  args)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  watch_fixture_start (self);
  before = watch_fixture_list_files (self);
  g_assert_cmpstr (before, !=, "");

  watch_fixture_send_event (self, 0, "finish");
  watch_watcher_poll (self->watcher);
  watch_watcher_forget_async (self->watcher, test_result_cb, &result);
  g_assert_true (watch_watcher_forget_finish (self->watcher, test_result_wait (&result), &error));
  g_assert_no_error (error);
  after = watch_fixture_list_files (self);
  g_assert_cmpstr (after, ==, "");
  g_clear_object (&self->watcher);

  /* Who signs in again begins anew. */
  watch_fixture_start (self);
  watch_fixture_assert_told (self, "");
}

/* A full disk keeps nobody from being told. */
static void
test_no_disk (WatchFixture  *self,
              gconstpointer  args)
{
  g_autoptr(GError) error = NULL;

  /* A file stands where the folder should be. */
  g_assert_true (g_file_set_contents (self->state_dir, "", -1, &error));
  g_test_expect_message ("platen-watch", G_LOG_LEVEL_WARNING, "*cannot be read*");
  g_test_expect_message ("platen-watch", G_LOG_LEVEL_WARNING, "*not written down*");
  watch_fixture_start (self);
  watch_fixture_send_event (self, 0, "pause");
  watch_fixture_poll (self);
  g_test_assert_expected_messages ();
  watch_fixture_assert_told (self, "paused of Workshop X1C");
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
    { "/watch/watcher/between", test_between },
    { "/watch/watcher/no-tasks", test_no_tasks },
    { "/watch/watcher/outage", test_outage },
    { "/watch/watcher/others", test_others },
    { "/watch/watcher/one-request", test_one_request },
    { "/watch/watcher/accounts", test_accounts },
    { "/watch/watcher/no-disk", test_no_disk },
    { "/watch/watcher/forget", test_forgotten },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WatchFixture, NULL, watch_fixture_set_up, tests[i].func, watch_fixture_tear_down);

  return g_test_run ();
}
