/* test-watch-broker.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "account-fixture.h"
#include "watch.h"
#include "watch-poller.h"
#include "watch-watcher-private.h"

/* Events from the stand-in cloud's printers to the watcher by way of its broker, as the program has them. */

#define UID "1804289383"
#define WAIT_MS 60000

/* Sooner than any poll that is due by itself, also where the machine is slow. */
#define SOON (30 * G_TIME_SPAN_SECOND)

typedef struct
{
  AccountFixture  account;
  BambuLive      *live;
  WatchWatcher   *watcher;
  GPtrArray      *events;
  gint64          sent;     /* when something was made to happen last */
} Fixture;

static void
event_cb (Fixture    *self,
          WatchEvent *event)
{
  g_ptr_array_add (self->events, g_object_ref (event));
  watch_watcher_told (self->watcher, event);
}

static BambuDevice *
get_device (Fixture *self,
            guint    index)
{
  return test_list_get (bambu_session_get_devices (self->account.session), index);
}

static gboolean
is_live (gpointer user_data)
{
  Fixture *self = user_data;
  BambuList *devices = bambu_session_get_devices (self->account.session);

  return watch_watcher_is_settled (self->watcher) &&
         test_list_count (devices) > 0 &&
         bambu_device_get_live (get_device (self, 0)) &&
         bambu_device_get_live (get_device (self, 1));
}

static void
connect_live (Fixture *self)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (bambu_live_start (self->live, UID, test_cloud_get_mqtt_url (self->account.cloud), &error));
  g_assert_no_error (error);
  g_assert_true (test_wait_until (is_live, self, WAIT_MS));
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  account_set_up_live (&self->account, NULL);
  account_open (&self->account, UID);
  self->live = bambu_session_get_live (self->account.session);
  self->events = g_ptr_array_new_with_free_func (g_object_unref);
  self->watcher = watch_watcher_new (self->account.session, self->account.cache_dir);
  g_signal_connect_swapped (self->watcher, "event", G_CALLBACK (event_cb), self);
  watch_watcher_start (self->watcher);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_data (self->watcher, self);
  bambu_live_stop (self->live);
  watch_watcher_close_async (self->watcher, NULL, NULL);
  g_object_unref (self->watcher);
  g_ptr_array_unref (self->events);
  account_tear_down (&self->account, NULL);
}

static void
send_event (Fixture    *self,
            guint       index,
            const char *json)
{
  g_autofree char *path = g_strconcat ("/_demo/printers/", bambu_device_get_id (get_device (self, index)), NULL);

  self->sent = g_get_monotonic_time ();
  json_node_unref (test_cloud_post (self->account.cloud, path, json));
}

static gboolean
has_event (gpointer user_data)
{
  Fixture *self = user_data;

  return self->events->len > 0;
}

/* Nothing is polled in the meantime: it comes from the report. Returns how long it took, in microseconds. */
static gint64
assert_soon (Fixture        *self,
             guint           index,
             WatchEventKind  kind,
             WatchReason     reason,
             const char     *code)
{
  WatchEvent *event;
  gint64 passed;

  g_assert_true (test_wait_until (has_event, self, WAIT_MS));
  passed = g_get_monotonic_time () - self->sent;
  g_assert_cmpint (passed, <, SOON);
  g_assert_cmpuint (self->events->len, ==, 1);
  event = g_ptr_array_index (self->events, 0);
  g_assert_cmpstr (watch_event_get_device_id (event), ==, bambu_device_get_id (get_device (self, index)));
  g_assert_cmpint (watch_event_get_kind (event), ==, kind);
  g_assert_cmpint (watch_event_get_reason (event), ==, reason);
  g_assert_cmpstr (watch_event_get_code (event), ==, code);
  g_assert_true (watch_event_get_live (event));
  g_ptr_array_set_size (self->events, 0);

  return passed;
}

/* The first printer reports all each time, the second what has changed. */
static void
test_reports (Fixture       *self,
              gconstpointer  data)
{
  connect_live (self);
  g_assert_cmpuint (self->events->len, ==, 0);

  send_event (self, 0, "{\"event\": \"pause\", \"stage\": 35}");
  assert_soon (self, 0, WATCH_EVENT_PAUSED, WATCH_REASON_NOZZLE, NULL);
  send_event (self, 0, "{\"event\": \"resume\"}");
  assert_soon (self, 0, WATCH_EVENT_RESUMED, WATCH_REASON_UNKNOWN, NULL);
  send_event (self, 0, "{\"event\": \"hms\", \"code\": \"0300_0100_0001_0007\"}");
  assert_soon (self, 0, WATCH_EVENT_ATTENTION, WATCH_REASON_UNKNOWN, "0300_0100_0001_0007");
  send_event (self, 0, "{\"event\": \"fail\"}");
  assert_soon (self, 0, WATCH_EVENT_FAILED, WATCH_REASON_NOZZLE, "0300_4006");

  send_event (self, 1, "{\"event\": \"resume\"}");
  assert_soon (self, 1, WATCH_EVENT_RESUMED, WATCH_REASON_UNKNOWN, NULL);
  send_event (self, 1, "{\"event\": \"cancel\"}");
  assert_soon (self, 1, WATCH_EVENT_CANCELLED, WATCH_REASON_USER, "0300_400C");
}

/* While they all report by themselves. */
static gboolean
polls_seldom (gpointer user_data)
{
  Fixture *self = user_data;

  return watch_poller_get_interval (watch_watcher_get_poller (self->watcher)) == 10 * 60;
}

/* From what the printer reports to the event it is less than a second. The quickest of several shows that: whatever waited on
 * purpose would be waited for each time, while the machine is busy now and then.
 */
static void
test_within_a_second (Fixture       *self,
                      gconstpointer  data)
{
  gint64 quickest = G_MAXINT64;
  gint64 slowest = 0;

  connect_live (self);
  g_assert_true (test_wait_until (polls_seldom, self, WAIT_MS));

  for (guint i = 0; i < 6; i++)
    {
      gint64 passed;

      send_event (self, 0, "{\"event\": \"pause\", \"stage\": 6}");
      passed = assert_soon (self, 0, WATCH_EVENT_PAUSED, WATCH_REASON_FILAMENT, "0300_8004");
      quickest = MIN (quickest, passed);
      slowest = MAX (slowest, passed);
      send_event (self, 0, "{\"event\": \"resume\"}");
      assert_soon (self, 0, WATCH_EVENT_RESUMED, WATCH_REASON_UNKNOWN, NULL);
    }

  g_test_message ("From the report to the event: %.3f s to %.3f s",
                  (double) quickest / G_USEC_PER_SEC, (double) slowest / G_USEC_PER_SEC);
  g_assert_cmpint (quickest, <, G_USEC_PER_SEC);
  g_assert_true (polls_seldom (self));
}

static gboolean
is_dead (gpointer user_data)
{
  Fixture *self = user_data;

  return !bambu_device_get_live (get_device (self, 0));
}

static gboolean
has_heard_finish (gpointer user_data)
{
  Fixture *self = user_data;

  watch_watcher_poll (self->watcher);

  return self->events->len > 0;
}

/* The connection goes and comes: the polls tell what the reports do not, and neither tells it again. */
static void
test_lost (Fixture       *self,
           gconstpointer  data)
{
  connect_live (self);
  bambu_live_stop (self->live);
  g_assert_true (test_wait_until (is_dead, self, WAIT_MS));
  g_assert_cmpuint (self->events->len, ==, 0);

  send_event (self, 0, "{\"event\": \"finish\"}");
  g_assert_true (test_wait_until (has_heard_finish, self, WAIT_MS));
  g_assert_cmpint (watch_event_get_kind (g_ptr_array_index (self->events, 0)), ==, WATCH_EVENT_FINISHED);
  g_assert_false (watch_event_get_live (g_ptr_array_index (self->events, 0)));

  connect_live (self);
  g_assert_cmpuint (self->events->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/watch/broker/reports", Fixture, NULL, set_up, test_reports, tear_down);
  g_test_add ("/watch/broker/within-a-second", Fixture, NULL, set_up, test_within_a_second, tear_down);
  g_test_add ("/watch/broker/lost", Fixture, NULL, set_up, test_lost, tear_down);

  return g_test_run ();
}
