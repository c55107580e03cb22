/* watch-fixture.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-fixture.h"

#include "sessions.h"
#include "test-result.h"
#include "watch-watcher-private.h"

#define WAIT_MS 60000

static void
heard_cb (WatchFixture *self)
{
  self->n_heard++;
}

static void
open_session (WatchFixture *self,
              const char   *uid)
{
  account_open (&self->account, uid);
  g_signal_connect_swapped (bambu_session_get_devices (self->account.session), "heard", G_CALLBACK (heard_cb), self);
}

/* The world begins with three prints: what is watched for is the first printer's, and what a test has others do. */
static void
calm_the_others (WatchFixture *self)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (test_refresh (bambu_session_get_devices (self->account.session), &error));
  g_assert_no_error (error);
  watch_fixture_send_event (self, 2, "finish");
  watch_fixture_send_event (self, 3, "fail");
}

void
watch_fixture_set_up (WatchFixture  *self,
                      gconstpointer  args)
{
  account_set_up (&self->account, args);
  self->state_dir = g_build_filename (self->account.cache_dir, "state", NULL);
  self->events = g_ptr_array_new_with_free_func (g_object_unref);
  open_session (self, "1");
  calm_the_others (self);
}

void
watch_fixture_tear_down (WatchFixture  *self,
                         gconstpointer  args)
{
  if (self->watcher != NULL)
    watch_fixture_close (self);

  g_ptr_array_unref (self->events);
  g_free (self->state_dir);
  account_tear_down (&self->account, args);
}

static void
event_cb (WatchFixture *self,
          WatchEvent   *event)
{
  g_ptr_array_add (self->events, g_object_ref (event));

  if (!self->keep_untold)
    watch_watcher_told (self->watcher, event);
}

static void
summary_cb (WatchFixture *self,
            GPtrArray    *events)
{
  self->n_summaries++;

  for (guint i = 0; i < events->len; i++)
    event_cb (self, g_ptr_array_index (events, i));
}

static gboolean
is_settled (gpointer user_data)
{
  WatchFixture *self = user_data;

  return watch_watcher_is_settled (self->watcher);
}

void
watch_fixture_wait (WatchFixture *self)
{
  g_assert_true (test_wait_until (is_settled, self, WAIT_MS));
}

void
watch_fixture_start (WatchFixture *self)
{
  self->watcher = watch_watcher_new (self->account.session, self->state_dir);
  g_signal_connect_swapped (self->watcher, "event", G_CALLBACK (event_cb), self);
  g_signal_connect_swapped (self->watcher, "summary", G_CALLBACK (summary_cb), self);
  watch_watcher_start (self->watcher);
  watch_fixture_wait (self);
}

void
watch_fixture_close (WatchFixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  watch_watcher_close_async (self->watcher, test_result_cb, &result);
  g_assert_true (watch_watcher_close_finish (self->watcher, test_result_wait (&result), &error));
  g_assert_no_error (error);
  g_signal_handlers_disconnect_by_data (self->watcher, self);
  g_clear_object (&self->watcher);
}

void
watch_fixture_sign_in (WatchFixture *self,
                       const char   *uid)
{
  test_end_session (self->account.session);
  self->account.session = bambu_session_new (self->account.client, self->account.cache_dir);
  open_session (self, uid);
}

static gboolean
has_heard (gpointer user_data)
{
  WatchFixture *self = user_data;

  return self->n_heard > 0 && watch_watcher_is_settled (self->watcher);
}

void
watch_fixture_poll (WatchFixture *self)
{
  self->n_heard = 0;
  watch_watcher_poll (self->watcher);
  g_assert_true (test_wait_until (has_heard, self, WAIT_MS));
}

BambuDevice *
watch_fixture_get_device (WatchFixture *self,
                          guint         index)
{
  return test_list_get (bambu_session_get_devices (self->account.session), index);
}

void
watch_fixture_send_event (WatchFixture *self,
                          guint         index,
                          const char   *event)
{
  test_cloud_printer_event (self->account.cloud, bambu_device_get_id (watch_fixture_get_device (self, index)), event);
}

char *
watch_fixture_list_files (WatchFixture *self)
{
  g_autoptr(GString) names = g_string_new (NULL);
  g_autoptr(GDir) dir = g_dir_open (self->state_dir, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)))
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

void
watch_fixture_assert_told (WatchFixture *self,
                           const char   *expected)
{
  g_autoptr(GString) told = g_string_new (NULL);

  for (guint i = 0; i < self->events->len; i++)
    {
      WatchEvent *event = g_ptr_array_index (self->events, i);

      g_string_append_printf (told, "%s%s of %s", i > 0 ? ", " : "",
                              watch_event_kind_to_string (watch_event_get_kind (event)),
                              watch_event_get_device_name (event));
    }

  g_assert_cmpstr (told->str, ==, expected);
  g_ptr_array_set_size (self->events, 0);
}
