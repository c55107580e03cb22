/* test-notifications.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <watch-event-private.h>

#include "platen-notification-rules.h"
#include "platen-notification-text.h"
#include "platen-quiet.h"

#define SCHEMA "io.github.platen.Platen"

static WatchEvent *
create_event (WatchEventKind kind)
{
  WatchEvent *event = g_object_new (WATCH_TYPE_EVENT, NULL);

  event->id = g_strdup (watch_event_kind_to_string (kind));
  event->kind = kind;
  event->device_id = g_strdup ("01P00A");
  event->device_name = g_strdup ("Workshop X1C");
  event->title = g_strdup ("Benchy");
  event->time = g_date_time_new_now_utc ();
  event->duration = 72 * 60;
  event->grams = 12.6;

  return event;
}

static void
assert_text (WatchEvent            *event,
             const char            *expected_title,
             const char            *expected_body,
             GNotificationPriority  expected_priority)
{
  g_autofree char *title = platen_notification_dup_title (event);
  g_autofree char *body = platen_notification_dup_body (event);

  g_assert_cmpstr (title, ==, expected_title);
  g_assert_cmpstr (body, ==, expected_body);
  g_assert_cmpint (platen_notification_get_priority (event), ==, expected_priority);
}

static void
test_text (void)
{
  const struct {
    WatchEventKind         kind;
    const char            *title;
    const char            *body;
    GNotificationPriority  priority;
  } cases[] = {
    { WATCH_EVENT_STARTED, "Benchy started on Workshop X1C", NULL, G_NOTIFICATION_PRIORITY_LOW },
    { WATCH_EVENT_FINISHED, "Benchy finished on Workshop X1C",
      "Took 1\u00a0h 12\u00a0min · 12.6\u00a0g of filament", G_NOTIFICATION_PRIORITY_NORMAL },
    { WATCH_EVENT_FAILED, "Benchy failed on Workshop X1C",
      "After 1\u00a0h 12\u00a0min", G_NOTIFICATION_PRIORITY_URGENT },
    { WATCH_EVENT_CANCELLED, "Benchy was canceled on Workshop X1C",
      "After 1\u00a0h 12\u00a0min", G_NOTIFICATION_PRIORITY_NORMAL },
    { WATCH_EVENT_STOPPED, "Benchy stopped on Workshop X1C",
      "It failed or was canceled: the cloud does not tell which.\nAfter 1\u00a0h 12\u00a0min",
      G_NOTIFICATION_PRIORITY_URGENT },
    { WATCH_EVENT_PAUSED, "Benchy is paused on Workshop X1C",
      "The printer’s display says what it waits for.", G_NOTIFICATION_PRIORITY_URGENT },
    { WATCH_EVENT_RESUMED, "Benchy resumed on Workshop X1C", NULL, G_NOTIFICATION_PRIORITY_LOW },
    { WATCH_EVENT_ATTENTION, "Workshop X1C needs a hand with Benchy",
      "The printer’s display says what it waits for.", G_NOTIFICATION_PRIORITY_URGENT },
    { WATCH_EVENT_OFFLINE, "Workshop X1C went offline while printing Benchy",
      "It may go on without a connection.", G_NOTIFICATION_PRIORITY_HIGH },
    { WATCH_EVENT_ONLINE, "Workshop X1C is back and still prints Benchy", NULL, G_NOTIFICATION_PRIORITY_LOW },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(WatchEvent) event = create_event (cases[i].kind);

      assert_text (event, cases[i].title, cases[i].body, cases[i].priority);
    }
}

static void
test_reason (void)
{
  g_autoptr(WatchEvent) event = create_event (WATCH_EVENT_PAUSED);

  event->reason = WATCH_REASON_FILAMENT;
  event->code = g_strdup ("0300_8004");
  assert_text (event, "Benchy is paused on Workshop X1C", "The filament ran out.\nCode 0300_8004",
               G_NOTIFICATION_PRIORITY_URGENT);

  /* Whoever paused it knows. */
  event->reason = WATCH_REASON_USER;
  assert_text (event, "Benchy is paused on Workshop X1C", "Somebody wanted it so.\nCode 0300_8004",
               G_NOTIFICATION_PRIORITY_NORMAL);
}

/* What the cloud says is in one line of the title, as it is; in the body it is no markup on any desktop. */
static void
test_foreign_text (void)
{
  g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  WatchEvent *event = create_event (WATCH_EVENT_FAILED);
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;
  g_autofree char *cut = NULL;

  g_ptr_array_add (events, event);
  g_free (event->title);
  event->title = g_strdup ("<b>A &amp; %s</b>\nB");
  g_free (event->device_name);
  event->device_name = NULL;

  title = platen_notification_dup_title (event);
  g_assert_cmpstr (title, ==, "<b>A &amp; %s</b> B failed on Unnamed printer");
  body = platen_notification_dup_summary_body (events);
  g_assert_cmpstr (body, ==, "‹b›A ＆amp; %s‹/b› B failed on Unnamed printer");

  g_free (event->title);
  event->title = g_strnfill (4000, 'x');
  cut = platen_notification_dup_title (event);
  g_assert_cmpuint (strlen (cut), <, 120);

  g_clear_pointer (&event->title, g_free);
  g_clear_pointer (&title, g_free);
  title = platen_notification_dup_title (event);
  g_assert_cmpstr (title, ==, "Unnamed print failed on Unnamed printer");
}

static void
test_summary (void)
{
  g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *off = NULL;
  g_autofree char *quiet = NULL;
  g_autofree char *body = NULL;

  for (guint i = 0; i < 8; i++)
    g_ptr_array_add (events, create_event (i < 7 ? WATCH_EVENT_FINISHED : WATCH_EVENT_FAILED));

  off = platen_notification_dup_summary_title (events, FALSE);
  quiet = platen_notification_dup_summary_title (events, TRUE);
  body = platen_notification_dup_summary_body (events);

  g_assert_cmpstr (off, ==, "8 notifications while Platen was off");
  g_assert_cmpstr (quiet, ==, "8 notifications while it was quiet");
  g_assert_true (g_str_has_prefix (body, "Benchy failed on Workshop X1C\nBenchy finished on Workshop X1C\n"));
  g_assert_true (g_str_has_suffix (body, "\nand 2 more"));
}

static void
test_rules (void)
{
  g_autoptr(GSettings) settings = g_settings_new (SCHEMA);

  for (WatchEventKind kind = WATCH_EVENT_STARTED; kind <= WATCH_EVENT_ONLINE; kind++)
    {
      g_autoptr(WatchEvent) event = create_event (kind);
      const char *key = platen_notification_rules_get_key (kind);

      g_settings_set_boolean (settings, key, FALSE);
      g_assert_false (platen_notification_rules_wants (settings, event));
      g_settings_set_boolean (settings, key, TRUE);
      g_assert_true (platen_notification_rules_wants (settings, event));

      platen_notification_rules_set_silent (settings, "another", TRUE);
      g_assert_true (platen_notification_rules_wants (settings, event));
      platen_notification_rules_set_silent (settings, "01P00A", TRUE);
      platen_notification_rules_set_silent (settings, "01P00A", TRUE);
      g_assert_false (platen_notification_rules_wants (settings, event));
      platen_notification_rules_set_silent (settings, "01P00A", FALSE);
      g_assert_true (platen_notification_rules_wants (settings, event));

      g_settings_set_boolean (settings, "notifications", FALSE);
      g_assert_false (platen_notification_rules_wants (settings, event));
      g_settings_reset (settings, "notifications");
      g_settings_reset (settings, key);
    }
}

static void
assert_within (int      hour,
               int      minute,
               int      from,
               int      until,
               gboolean expected)
{
  g_autoptr(GDateTime) time = g_date_time_new_local (2026, 11, 3, hour, minute, 59);

  g_assert_cmpint (platen_quiet_is_within (time, from, until), ==, expected);
}

static void
test_quiet_hours (void)
{
  const int night = 22 * 60;
  const int morning = 7 * 60;

  assert_within (21, 59, night, morning, FALSE);
  assert_within (22, 0, night, morning, TRUE);
  assert_within (0, 0, night, morning, TRUE);
  assert_within (6, 59, night, morning, TRUE);
  assert_within (7, 0, night, morning, FALSE);
  assert_within (12, 0, morning, night, TRUE);
  assert_within (23, 0, morning, night, FALSE);
  assert_within (7, 0, morning, morning, FALSE);
}

static void
assert_next (int         minute,
             const char *expected)
{
  g_autoptr(GDateTime) now = g_date_time_new_local (2026, 11, 3, 12, 30, 1);
  g_autoptr(GDateTime) next = platen_quiet_find_next (now, minute);
  g_autofree char *text = g_date_time_format (next, "%F %T");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_next (void)
{
  assert_next (12 * 60 + 31, "2026-11-03 12:31:00");
  assert_next (12 * 60 + 30, "2026-11-04 12:30:00");
  assert_next (0, "2026-11-04 00:00:00");
  assert_next (24 * 60 - 1, "2026-11-03 23:59:00");
}

static void
count_cb (guint *n_changes)
{
  (*n_changes)++;
}

static void
test_quiet (void)
{
  g_autoptr(GSettings) settings = g_settings_new (SCHEMA);
  g_autoptr(PlatenQuiet) quiet = platen_quiet_new (settings);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) later = g_date_time_add_hours (now, 1);
  const int minute = g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
  guint n_changes = 0;

  g_signal_connect_swapped (quiet, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_false (platen_quiet_holds_back (quiet, FALSE));

  /* Muted: nothing comes through. */
  platen_quiet_mute (quiet, later);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (platen_quiet_holds_back (quiet, FALSE));
  g_assert_true (platen_quiet_holds_back (quiet, TRUE));
  g_assert_cmpint (g_date_time_to_unix (platen_quiet_get_muted_until (quiet)), ==, g_date_time_to_unix (later));
  platen_quiet_mute (quiet, NULL);
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_null (platen_quiet_get_muted_until (quiet));

  /* What has ended while the program was off has ended. */
  platen_quiet_mute (quiet, now);
  g_assert_null (platen_quiet_get_muted_until (quiet));
  g_assert_cmpuint (n_changes, ==, 2);

  /* Quiet hours: failures may be let through. */
  g_settings_set_int (settings, "quiet-from", (minute + 24 * 60 - 60) % (24 * 60));
  g_settings_set_int (settings, "quiet-until", (minute + 60) % (24 * 60));
  g_settings_set_boolean (settings, "quiet-hours", TRUE);
  g_assert_cmpuint (n_changes, ==, 3);
  g_assert_true (platen_quiet_holds_back (quiet, FALSE));
  g_assert_false (platen_quiet_holds_back (quiet, TRUE));
  g_settings_set_boolean (settings, "quiet-failures", FALSE);
  g_assert_true (platen_quiet_holds_back (quiet, TRUE));
  g_settings_set_boolean (settings, "quiet-hours", FALSE);
  g_assert_false (platen_quiet_holds_back (quiet, FALSE));
}

static void
quit_cb (GMainLoop *loop)
{
  g_main_loop_quit (loop);
}

/* By itself, with nothing else going on. */
static void
test_mute_ends (void)
{
  g_autoptr(GSettings) settings = g_settings_new (SCHEMA);
  g_autoptr(PlatenQuiet) quiet = platen_quiet_new (settings);
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) soon = g_date_time_add_seconds (now, 2);

  platen_quiet_mute (quiet, soon);
  g_signal_connect_swapped (quiet, "changed", G_CALLBACK (quit_cb), loop);
  g_assert_true (platen_quiet_holds_back (quiet, TRUE));
  g_main_loop_run (loop);
  g_assert_false (platen_quiet_holds_back (quiet, FALSE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/notifications/text", test_text);
  g_test_add_func ("/app/notifications/reason", test_reason);
  g_test_add_func ("/app/notifications/foreign-text", test_foreign_text);
  g_test_add_func ("/app/notifications/summary", test_summary);
  g_test_add_func ("/app/notifications/rules", test_rules);
  g_test_add_func ("/app/notifications/quiet-hours", test_quiet_hours);
  g_test_add_func ("/app/notifications/next", test_next);
  g_test_add_func ("/app/notifications/quiet", test_quiet);
  g_test_add_func ("/app/notifications/mute-ends", test_mute_ends);

  return g_test_run ();
}
