/* test-told.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "background-fixture.h"

static void
get_notified (BackgroundFixture *fixture)
{
  FakeNotification *notification;
  g_autofree char *title = NULL;
  BambuDevice *device;

  background_wait_for (fixture, background_has_devices);
  background_refresh (fixture);
  device = background_get_device (fixture, BAMBU_DEVICE_STATE_PRINTING);
  title = background_build_title (device, "finished");
  background_happen (fixture, device, "finish");

  notification = background_await_notification (fixture, title);
  g_assert_cmpuint (notification->urgency, ==, 1);
  g_assert_true (g_str_has_prefix (notification->body, "Took "));
  g_assert_nonnull (notification->picture);
  g_assert_true (g_file_test (notification->picture, G_FILE_TEST_IS_REGULAR));

  g_assert_null (background_get_window (fixture));
  fake_desktop_click (fixture->desktop, notification->id);
  background_wait_for (fixture, background_shows_printer);
  background_assert_shows (fixture, device);
  g_assert_cmpuint (fixture->desktop->notifications->len, ==, 1);
  background_quit (fixture);
}

static void
test_notification (BackgroundFixture *fixture,
                   gconstpointer      data)
{
  background_run (fixture, TRUE, get_notified);
}

static gboolean
is_withdrawn (gpointer data)
{
  BackgroundFixture *fixture = data;

  return fake_desktop_find (fixture->desktop, fixture->awaited)->withdrawn;
}

static void
pause_and_resume (BackgroundFixture *fixture)
{
  FakeNotification *notification;
  g_autofree char *title = NULL;
  BambuDevice *device;

  background_wait_for (fixture, background_has_devices);
  background_refresh (fixture);
  device = background_get_device (fixture, BAMBU_DEVICE_STATE_PRINTING);
  title = background_build_title (device, "is paused");
  background_happen (fixture, device, "pause");
  notification = background_await_notification (fixture, title);
  g_assert_cmpuint (notification->urgency, ==, 2);
  g_assert_false (notification->withdrawn);

  background_happen (fixture, device, "resume");
  background_wait_for (fixture, is_withdrawn);
  g_assert_cmpuint (fixture->desktop->notifications->len, ==, 1);
  background_quit (fixture);
}

static void
test_withdrawn (BackgroundFixture *fixture,
                gconstpointer      data)
{
  background_run (fixture, TRUE, pause_and_resume);
}

static char *
read_memory (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "platen", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;
  g_autofree char *path = name != NULL ? g_build_filename (folder, name, NULL) : NULL;
  char *content = NULL;

  if (path == NULL || !g_file_get_contents (path, &content, NULL, NULL))
    return g_strdup ("");

  return content;
}

static gboolean
memory_has_awaited (gpointer data)
{
  BackgroundFixture *fixture = data;
  g_autofree char *memory = read_memory ();

  return g_regex_match_simple (fixture->awaited, memory, G_REGEX_MULTILINE, 0);
}

/* Until it is written down, and whoever waits for that has heard of it. */
static void
await_written (BackgroundFixture *fixture,
               const char        *what)
{
  fixture->awaited = what;
  background_wait_for (fixture, memory_has_awaited);
  background_refresh (fixture);
}

/* One that nobody wants, one that may come through and is no longer true, and two that wait. */
static void
be_muted (BackgroundFixture *fixture)
{
  FakeNotification *notification;
  g_autofree char *title = NULL;
  BambuDevice *printing;
  BambuDevice *paused;

  background_wait_for (fixture, background_has_item);
  background_wait_for (fixture, background_has_devices);
  background_refresh (fixture);
  background_act (fixture, "mute", "hour");
  background_await_item (fixture, "_Unmute (Muted Until ");

  printing = background_get_device (fixture, BAMBU_DEVICE_STATE_PRINTING);
  paused = background_get_device (fixture, BAMBU_DEVICE_STATE_PAUSED);
  title = background_build_title (printing, "finished");
  background_happen (fixture, printing, "pause");
  background_happen (fixture, printing, "resume");
  background_happen (fixture, printing, "finish");
  background_happen (fixture, paused, "fail");
  await_written (fixture, "Kind=finished");
  await_written (fixture, "Kind=stopped");
  g_assert_cmpuint (fixture->desktop->notifications->len, ==, 0);

  background_act (fixture, "unmute", NULL);
  notification = background_await_notification (fixture, "2 notifications while it was quiet");
  g_assert_nonnull (strstr (notification->body, title));
  g_assert_cmpuint (notification->urgency, ==, 2);
  background_await_item (fixture, "_Mute");
  background_quit (fixture);
}

static void
test_muted (BackgroundFixture *fixture,
            gconstpointer      data)
{
  fake_desktop_add_tray (fixture->desktop);
  background_run (fixture, TRUE, be_muted);
  g_assert_cmpuint (fixture->desktop->notifications->len, ==, 1);
}

static void
finish_unnoticed (BackgroundFixture *fixture)
{
  background_wait_for (fixture, background_has_devices);
  background_refresh (fixture);
  background_act (fixture, "mute", "tomorrow");
  background_happen (fixture, background_get_device (fixture, BAMBU_DEVICE_STATE_PRINTING), "finish");
  await_written (fixture, "Kind=finished");
  background_quit (fixture);
}

static gboolean
has_notification (gpointer data)
{
  BackgroundFixture *fixture = data;

  return fixture->desktop->notifications->len > 0;
}

static void
hear_of_it (BackgroundFixture *fixture)
{
  background_act (fixture, "unmute", NULL);
  background_wait_for (fixture, background_has_devices);
  background_wait_for (fixture, has_notification);
  background_quit (fixture);
}

static void
hear_nothing (BackgroundFixture *fixture)
{
  background_wait_for (fixture, background_has_devices);
  background_refresh (fixture);
  background_refresh (fixture);
  background_quit (fixture);
}

/* What was held back when the program ended is told by the next one, once. */
static void
test_told_later (BackgroundFixture *fixture,
                 gconstpointer      data)
{
  background_run (fixture, TRUE, finish_unnoticed);
  g_assert_cmpuint (fixture->desktop->notifications->len, ==, 0);
  background_run (fixture, TRUE, hear_of_it);
  background_run (fixture, TRUE, hear_nothing);
  g_assert_cmpuint (fixture->desktop->notifications->len, ==, 1);
}

static void
finish_unwanted (BackgroundFixture *fixture)
{
  g_autofree char *ended = NULL;
  BambuDevice *device;

  background_wait_for (fixture, background_has_devices);
  background_refresh (fixture);
  device = background_get_device (fixture, BAMBU_DEVICE_STATE_PRINTING);
  ended = g_strdup_printf ("^Ended=.*%s", bambu_device_get_task_id (device));
  g_settings_set_boolean (fixture->settings, "notify-finished", FALSE);
  background_happen (fixture, device, "finish");
  await_written (fixture, ended);
  g_settings_set_boolean (fixture->settings, "notify-finished", TRUE);
  background_quit (fixture);
}

static void
test_unwanted (BackgroundFixture *fixture,
               gconstpointer      data)
{
  background_run (fixture, TRUE, finish_unwanted);
  background_run (fixture, TRUE, hear_nothing);
  g_assert_cmpuint (fixture->desktop->notifications->len, ==, 0);
}

static void
be_reminded (BackgroundFixture *fixture)
{
  FakeNotification *notification;
  g_autofree char *begin = NULL;
  BambuDevice *device;

  background_wait_for (fixture, background_has_devices);
  background_refresh (fixture);
  device = background_get_device (fixture, BAMBU_DEVICE_STATE_PRINTING);
  g_assert_cmpuint (fixture->desktop->notifications->len, ==, 0);
  g_settings_set_int (fixture->settings, "reminder-minutes", 60);
  g_settings_set_boolean (fixture->settings, "reminder", TRUE);
  background_wait_for (fixture, has_notification);

  notification = g_ptr_array_index (fixture->desktop->notifications, 0);
  begin = g_strdup_printf ("%s is done in ", bambu_device_get_name (device));
  g_assert_true (g_str_has_prefix (notification->title, begin));
  background_refresh (fixture);
  background_refresh (fixture);
  g_assert_cmpuint (fixture->desktop->notifications->len, ==, 1);
  background_quit (fixture);
}

/* Started again, while the same prints go on. */
static void
be_reminded_no_more (BackgroundFixture *fixture)
{
  g_autofree char *title = NULL;
  BambuDevice *device;

  background_wait_for (fixture, background_has_devices);
  background_refresh (fixture);
  device = background_get_device (fixture, BAMBU_DEVICE_STATE_PRINTING);

  /* What is told after the reminder would have been. */
  title = background_build_title (device, "finished");
  background_happen (fixture, device, "finish");
  background_await_notification (fixture, title);
  background_quit (fixture);
}

static guint
count_reminders (BackgroundFixture *fixture)
{
  guint n_reminders = 0;

  for (guint i = 0; i < fixture->desktop->notifications->len; i++)
    {
      FakeNotification *notification = g_ptr_array_index (fixture->desktop->notifications, i);

      n_reminders += strstr (notification->title, " is done in ") != NULL;
    }

  return n_reminders;
}

static void
test_reminder (BackgroundFixture *fixture,
               gconstpointer      data)
{
  background_run (fixture, TRUE, be_reminded);
  background_run (fixture, TRUE, be_reminded_no_more);
  g_assert_cmpuint (count_reminders (fixture), ==, 1);
}

static void
opened_cb (GSimpleAction  *action,
           GVariant       *parameter,
           char          **opened)
{
  *opened = g_variant_dup_string (parameter, NULL);
}

static gboolean
is_opened (gpointer data)
{
  return *(char **)data != NULL;
}

/* In a sandbox, clicks on the demo's notifications come to the real program. */
static void
relay (BackgroundFixture *fixture)
{
  g_autoptr(GApplication) demo = g_application_new ("io.github.platen.Platen.Demo", G_APPLICATION_DEFAULT_FLAGS);
  g_autoptr(GSimpleAction) action = g_simple_action_new ("open-printer", G_VARIANT_TYPE_STRING);
  g_autoptr(GError) error = NULL;
  g_autofree char *opened = NULL;

  g_signal_connect (action, "activate", G_CALLBACK (opened_cb), &opened);
  g_action_map_add_action (G_ACTION_MAP (demo), G_ACTION (action));
  g_application_register (demo, NULL, &error);
  g_assert_no_error (error);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "relay-to-demo",
                                  g_variant_new ("(ss)", "open-printer", "01P00A2C0107919"));
  g_assert_true (test_wait_until (is_opened, &opened, PAGE_HARNESS_TIMEOUT_MS));
  g_assert_cmpstr (opened, ==, "01P00A2C0107919");
  g_assert_null (background_get_window (fixture));
  background_quit (fixture);
}

static void
test_relay (BackgroundFixture *fixture,
            gconstpointer      data)
{
  background_run (fixture, TRUE, relay);
}

int
main (int   argc,
      char *argv[])
{
  background_test_init (&argc, &argv);

  background_test_add ("/app/told/notification", test_notification);
  background_test_add ("/app/told/withdrawn", test_withdrawn);
  background_test_add ("/app/told/muted", test_muted);
  background_test_add ("/app/told/told-later", test_told_later);
  background_test_add ("/app/told/unwanted", test_unwanted);
  background_test_add ("/app/told/reminder", test_reminder);
  background_test_add ("/app/told/relay", test_relay);

  return background_test_run ();
}
