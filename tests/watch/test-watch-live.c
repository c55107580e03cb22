/* test-watch-live.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-device-private.h"
#include "bambu-json.h"
#include "bambu-report.h"
#include "watch-fixture.h"
#include "watch-poller.h"
#include "watch-watcher-private.h"

/* The printers' own reports and the cloud's answers about the same things: told once, with the reason. The reports are given
 * to the printers as a connection would.
 */

#define RUNNING "'gcode_state': 'RUNNING', 'stg_cur': 0, 'print_error': 0"
#define HMS(attr, code) "'hms': [{'attr': " #attr ", 'code': " #code "}]"

typedef struct
{
  WatchFixture watch;
  BambuReport  report;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  args)
{
  watch_fixture_set_up (&self->watch, args);
  bambu_report_init (&self->report);
}

static void
tear_down (Fixture       *self,
           gconstpointer  args)
{
  watch_fixture_tear_down (&self->watch, args);
}

/* @members: of `print`, in single quotes */
static void
report_and_go (Fixture    *self,
               const char *members)
{
  BambuDevice *device = watch_fixture_get_device (&self->watch, 0);
  g_autofree char *text = g_strdup_printf ("{'print': {'command': 'push_status', 'fun': '0', %s}}", members);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr(GError) error = NULL;

  g_strdelimit (text, "'", '"');
  bytes = g_bytes_new (text, strlen (text));
  root = bambu_json_parse (bytes, &error);
  g_assert_no_error (error);
  g_assert_true (bambu_report_merge (&self->report, bambu_json_node_object (root)));
  bambu_device_take_report (device, &self->report, now);
}

static void
report (Fixture    *self,
        const char *members)
{
  report_and_go (self, members);
  watch_fixture_wait (&self->watch);
}

/* As it is when the connection is made. */
static void
start (Fixture *self)
{
  g_autofree char *members = NULL;

  watch_fixture_start (&self->watch);
  members = g_strdup_printf (RUNNING ", 'task_id': '%s'",
                             bambu_device_get_task_id (watch_fixture_get_device (&self->watch, 0)));
  report (self, members);
  watch_fixture_assert_told (&self->watch, "");
}

static void
assert_reason (Fixture        *self,
               WatchEventKind  kind,
               WatchReason     reason,
               const char     *code)
{
  WatchEvent *event;

  g_assert_cmpuint (self->watch.events->len, ==, 1);
  event = g_ptr_array_index (self->watch.events, 0);
  g_assert_cmpint (watch_event_get_kind (event), ==, kind);
  g_assert_cmpint (watch_event_get_reason (event), ==, reason);
  g_assert_cmpstr (watch_event_get_code (event), ==, code);
  g_assert_true (watch_event_get_live (event));
  g_ptr_array_set_size (self->watch.events, 0);
}

static void
test_pause (Fixture       *self,
            gconstpointer  args)
{
  static const struct {
    const char  *members;
    WatchReason  reason;
    const char  *code;
  } pauses[] = {
    { "'stg_cur': 6, 'print_error': 0", WATCH_REASON_FILAMENT, NULL },
    { "'stg_cur': 6, 'print_error': 50364420", WATCH_REASON_FILAMENT, "0300_8004" },
    { "'stg_cur': 0, 'print_error': 117538833", WATCH_REASON_FILAMENT, "0701_8011" },
    { "'stg_cur': 35, 'print_error': 0", WATCH_REASON_NOZZLE, NULL },
    { "'stg_cur': 17, 'print_error': 0", WATCH_REASON_COVER, NULL },
    { "'stg_cur': 34, 'print_error': 0", WATCH_REASON_FIRST_LAYER, NULL },
    { "'stg_cur': 20, 'print_error': 0", WATCH_REASON_TEMPERATURE, NULL },
    { "'stg_cur': 26, 'print_error': 0", WATCH_REASON_AMS, NULL },
    { "'stg_cur': 16, 'print_error': 0", WATCH_REASON_USER, NULL },
    { "'stg_cur': 30, 'print_error': 0", WATCH_REASON_GCODE, NULL },
    { "'stg_cur': 0, 'print_error': 83951617", WATCH_REASON_UNKNOWN, "0501_0001" },
  };

  start (self);

  for (guint i = 0; i < G_N_ELEMENTS (pauses); i++)
    {
      g_autofree char *members = g_strconcat ("'gcode_state': 'PAUSE', ", pauses[i].members, NULL);

      report (self, members);
      assert_reason (self, WATCH_EVENT_PAUSED, pauses[i].reason, pauses[i].code);
      report (self, members);
      watch_fixture_assert_told (&self->watch, "");
      report (self, RUNNING);
      watch_fixture_assert_told (&self->watch, "resumed of Workshop X1C");
    }
}

/* The cloud says the same a while later, or something older. */
static void
test_poll_after (Fixture       *self,
                 gconstpointer  args)
{
  start (self);
  report (self, "'gcode_state': 'PAUSE', 'stg_cur': 6");
  watch_fixture_assert_told (&self->watch, "paused of Workshop X1C");

  /* It has not noticed yet. */
  watch_fixture_poll (&self->watch);
  watch_fixture_assert_told (&self->watch, "");
  watch_fixture_send_event (&self->watch, 0, "pause");
  watch_fixture_poll (&self->watch);
  watch_fixture_assert_told (&self->watch, "");

  report (self, RUNNING);
  watch_fixture_assert_told (&self->watch, "resumed of Workshop X1C");
  watch_fixture_poll (&self->watch);
  watch_fixture_assert_told (&self->watch, "");
}

static void
test_poll_before (Fixture       *self,
                  gconstpointer  args)
{
  watch_fixture_start (&self->watch);
  watch_fixture_send_event (&self->watch, 0, "pause");
  watch_fixture_poll (&self->watch);
  watch_fixture_assert_told (&self->watch, "paused of Workshop X1C");
  report (self, "'gcode_state': 'PAUSE', 'stg_cur': 16");
  watch_fixture_assert_told (&self->watch, "");
  report (self, RUNNING);
  watch_fixture_assert_told (&self->watch, "resumed of Workshop X1C");
}

/* Live it can be told what a poll cannot. */
static void
test_failed (Fixture       *self,
             gconstpointer  args)
{
  start (self);
  watch_fixture_send_event (&self->watch, 0, "fail");
  report (self, "'gcode_state': 'FAILED', 'print_error': 50348038");
  assert_reason (self, WATCH_EVENT_FAILED, WATCH_REASON_NOZZLE, "0300_4006");
  watch_fixture_poll (&self->watch);
  watch_fixture_assert_told (&self->watch, "");
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  args)
{
  start (self);
  watch_fixture_send_event (&self->watch, 0, "cancel");
  report (self, "'gcode_state': 'FAILED', 'print_error': 50348044");
  assert_reason (self, WATCH_EVENT_CANCELLED, WATCH_REASON_USER, "0300_400C");
  watch_fixture_poll (&self->watch);
  watch_fixture_assert_told (&self->watch, "");
}

/* That it was cancelled is over when it has stopped. */
static void
test_cancelled_before (Fixture       *self,
                       gconstpointer  args)
{
  start (self);
  report (self, "'gcode_state': 'RUNNING', 'print_error': 50348044");
  watch_fixture_assert_told (&self->watch, "");
  watch_fixture_send_event (&self->watch, 0, "cancel");
  report (self, "'gcode_state': 'FAILED', 'print_error': 0");
  assert_reason (self, WATCH_EVENT_CANCELLED, WATCH_REASON_USER, "0300_400C");
}

static void
test_stopped (Fixture       *self,
              gconstpointer  args)
{
  start (self);
  watch_fixture_send_event (&self->watch, 0, "cancel");
  report (self, "'gcode_state': 'FAILED', 'print_error': 0");
  assert_reason (self, WATCH_EVENT_STOPPED, WATCH_REASON_UNKNOWN, NULL);
}

static void
test_finished (Fixture       *self,
               gconstpointer  args)
{
  WatchEvent *event;

  start (self);
  watch_fixture_send_event (&self->watch, 0, "finish");
  report (self, "'gcode_state': 'FINISH', 'print_error': 0");
  g_assert_cmpuint (self->watch.events->len, ==, 1);
  event = g_ptr_array_index (self->watch.events, 0);
  g_assert_true (watch_event_get_live (event));
  g_assert_cmpint (watch_event_get_duration (event), >, 60);
  g_assert_cmpfloat (watch_event_get_grams (event), >, 0);
  watch_fixture_assert_told (&self->watch, "finished of Workshop X1C");
  watch_fixture_poll (&self->watch);
  watch_fixture_assert_told (&self->watch, "");
}

static gboolean
has_event (gpointer user_data)
{
  Fixture *self = user_data;

  return self->watch.events->len > 0;
}

/* What the cloud adds to it is not waited for any longer than it is worth. */
static void
test_slow_cloud (Fixture       *self,
                 gconstpointer  args)
{
  gint64 began;

  start (self);
  test_cloud_fault (self->watch.account.cloud, "{\"path\": \"/v1/user-service/my/tasks\", \"delay_ms\": 12000}");
  watch_fixture_send_event (&self->watch, 0, "finish");
  began = g_get_monotonic_time ();
  report_and_go (self, "'gcode_state': 'FINISH', 'print_error': 0");
  g_assert_true (test_wait_until (has_event, self, 60000));
  g_assert_cmpint (g_get_monotonic_time () - began, <, 10 * G_TIME_SPAN_SECOND);
  g_assert_cmpint (watch_event_get_duration (g_ptr_array_index (self->watch.events, 0)), >, 60);
  watch_fixture_wait (&self->watch);
  watch_fixture_assert_told (&self->watch, "finished of Workshop X1C");
}

/* What is wrong while it goes on is told once a print, and what was wrong when it was first heard is not. */
static void
test_attention (Fixture       *self,
                gconstpointer  args)
{
  watch_fixture_start (&self->watch);
  report (self, RUNNING ", " HMS (50331904, 65543));
  watch_fixture_assert_told (&self->watch, "");

  report (self, HMS (83886336, 131074));
  assert_reason (self, WATCH_EVENT_ATTENTION, WATCH_REASON_UNKNOWN, "0500_0100_0002_0002");
  report (self, "'hms': []");
  report (self, HMS (83886336, 131074));
  watch_fixture_assert_told (&self->watch, "");

  /* Not worth a notification. */
  report (self, HMS (83886336, 196611));
  report (self, HMS (83886336, 262147));
  watch_fixture_assert_told (&self->watch, "");
}

/* Why it waits is told with that it does. */
static void
test_attention_paused (Fixture       *self,
                       gconstpointer  args)
{
  start (self);
  report (self, "'gcode_state': 'PAUSE', 'stg_cur': 35, " HMS (50331904, 65543));
  watch_fixture_assert_told (&self->watch, "paused of Workshop X1C");
  report (self, RUNNING);
  watch_fixture_assert_told (&self->watch, "resumed of Workshop X1C");
}

/* What was told is not told again by a program that starts anew. */
static void
test_restart (Fixture       *self,
              gconstpointer  args)
{
  start (self);
  report (self, HMS (50331904, 65543));
  watch_fixture_assert_told (&self->watch, "attention of Workshop X1C");
  watch_fixture_close (&self->watch);
  watch_fixture_start (&self->watch);
  report (self, "'spd_lvl': 3");
  watch_fixture_assert_told (&self->watch, "");
}

/* The cloud does not hear of a print that was started at the printer. */
static void
test_local (Fixture       *self,
            gconstpointer  args)
{
  start (self);
  watch_fixture_send_event (&self->watch, 0, "finish");
  report (self, "'gcode_state': 'FINISH'");
  watch_fixture_assert_told (&self->watch, "finished of Workshop X1C");

  report (self, "'gcode_state': 'PREPARE', 'task_id': '0', 'subtask_name': 'local.gcode'");
  watch_fixture_assert_told (&self->watch, "started of Workshop X1C");
  report (self, RUNNING);
  watch_fixture_poll (&self->watch);
  watch_fixture_assert_told (&self->watch, "");
  report (self, "'gcode_state': 'FINISH'");
  g_assert_cmpstr (watch_event_get_title (g_ptr_array_index (self->watch.events, 0)), ==, "local.gcode");
  g_assert_null (watch_event_get_task_id (g_ptr_array_index (self->watch.events, 0)));
  watch_fixture_assert_told (&self->watch, "finished of Workshop X1C");
  watch_fixture_poll (&self->watch);
  watch_fixture_assert_told (&self->watch, "");
}

/* While all report by themselves there is less to ask for. */
static void
test_interval (Fixture       *self,
               gconstpointer  args)
{
  WatchPoller *poller;
  const guint n_devices = 6;

  start (self);
  poller = watch_watcher_get_poller (self->watch.watcher);
  g_assert_cmpuint (watch_poller_get_interval (poller), ==, 20);

  for (guint i = 1; i < n_devices; i++)
    {
      g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

      bambu_device_take_report (watch_fixture_get_device (&self->watch, i), &self->report, now);
    }

  g_assert_cmpuint (watch_poller_get_interval (poller), ==, 600);
  bambu_device_end_live (watch_fixture_get_device (&self->watch, 0));
  g_assert_cmpuint (watch_poller_get_interval (poller), ==, 20);
  watch_fixture_wait (&self->watch);
  g_ptr_array_set_size (self->watch.events, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char  *path;
    void       (*func) (Fixture       *self,
                        gconstpointer  args);
  } tests[] = {
    { "/watch/live/pause", test_pause },
    { "/watch/live/poll-after", test_poll_after },
    { "/watch/live/poll-before", test_poll_before },
    { "/watch/live/failed", test_failed },
    { "/watch/live/cancelled", test_cancelled },
    { "/watch/live/cancelled-before", test_cancelled_before },
    { "/watch/live/stopped", test_stopped },
    { "/watch/live/finished", test_finished },
    { "/watch/live/slow-cloud", test_slow_cloud },
    { "/watch/live/attention", test_attention },
    { "/watch/live/attention-paused", test_attention_paused },
    { "/watch/live/restart", test_restart },
    { "/watch/live/local", test_local },
    { "/watch/live/interval", test_interval },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
