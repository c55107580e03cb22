/* test-background.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <platen-keyring.h>

#include "fake-desktop.h"
#include "page-harness.h"
#include "platen-application.h"
#include "platen-autostart-entry.h"
#include "platen-autostart.h"
#include "platen-printer-page.h"
#include "platen-window.h"
#include "test-result.h"

#define SCHEMA "io.github.platen.Platen"

typedef struct _Fixture Fixture;

typedef void (*Body) (Fixture *fixture);

/* The program as it runs for somebody who has a token, on a desktop that is made up. */
struct _Fixture
{
  TestCloud         *cloud;
  FakeDesktop       *desktop;
  GSettings         *settings;
  PlatenApplication *application;
  Body               body;
  const char        *awaited;
  guint              outliving;
  gboolean           outlived;
  gboolean           signed_out;
};

/* One for all tests: GLib 2.74 does not bear that a daemon goes which has notifications of a program that has gone. */
static FakeDesktop *desktop;

static void
remove_folder (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "platen", NULL);

  page_harness_remove_folder (path);
}

static void
reset_settings (GSettings *settings)
{
  g_autoptr(GSettingsSchema) schema = NULL;
  g_auto(GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);

  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->cloud = test_cloud_new (NULL);
  fixture->desktop = desktop;
  fixture->settings = g_settings_new (SCHEMA);
  reset_settings (fixture->settings);
  g_setenv ("PLATEN_API_URL", test_cloud_get_url (fixture->cloud), TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_folder (g_get_user_cache_dir ());
  remove_folder (g_get_user_state_dir ());
  fake_desktop_clear (fixture->desktop);
  g_object_unref (fixture->settings);
  test_cloud_free (fixture->cloud);
}

static gboolean
body_cb (gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->body (fixture);

  return G_SOURCE_REMOVE;
}

static void
activate_cb (Fixture *fixture)
{
  g_signal_handlers_disconnect_by_func (fixture->application, activate_cb, fixture);
  g_idle_add (body_cb, fixture);
}

static void
unset_cb (gpointer  user_data,
          GObject  *object)
{
  *(gboolean *)user_data = TRUE;
}

static gboolean
is_true (gpointer user_data)
{
  return *(gboolean *)user_data;
}

/* Until the program ends; nothing of it is left then. */
static void
run (Fixture  *fixture,
     gboolean  windowless,
     Body      body)
{
  gboolean gone = FALSE;

  /* The program takes it out of its environment. */
  if (fixture->signed_out)
    g_unsetenv ("PLATEN_TOKEN");
  else
    g_setenv ("PLATEN_TOKEN", TEST_CLOUD_TOKEN, TRUE);

  fixture->body = body;
  fixture->outlived = FALSE;
  fixture->application = platen_application_new (FALSE);
  platen_application_set_windowless (fixture->application, windowless);
  g_object_weak_ref (G_OBJECT (fixture->application), unset_cb, &gone);
  g_signal_connect_data (fixture->application, "activate",
                         G_CALLBACK (activate_cb), fixture, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_assert_cmpint (g_application_run (G_APPLICATION (fixture->application), 0, NULL), ==, 0);
  g_clear_handle_id (&fixture->outliving, g_source_remove);
  fake_desktop_dismiss_all (fixture->desktop);
  g_object_unref (fixture->application);
  g_assert_true (test_wait_until (is_true, &gone, PAGE_HARNESS_TIMEOUT_MS));
}

static void
act (Fixture    *fixture,
     const char *action,
     const char *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), action,
                                  parameter != NULL ? g_variant_new_string (parameter) : NULL);
}

static void
quit (Fixture *fixture)
{
  act (fixture, "quit", NULL);
}

static void
wait_for (Fixture  *fixture,
          TestFunc  condition)
{
  g_assert_true (test_wait_until (condition, fixture, PAGE_HARNESS_TIMEOUT_MS));
}

static GtkWindow *
get_window (Fixture *fixture)
{
  return gtk_application_get_active_window (GTK_APPLICATION (fixture->application));
}

static BambuSession *
get_session (Fixture *fixture)
{
  return platen_session_manager_get_session (platen_application_get_manager (fixture->application));
}

static gboolean
has_devices (gpointer data)
{
  BambuSession *session = get_session (data);

  return session != NULL && bambu_list_get_updated (bambu_session_get_devices (session)) != NULL;
}

static gboolean
has_no_window (gpointer data)
{
  return get_window (data) == NULL;
}

static gboolean
has_item (gpointer data)
{
  Fixture *fixture = data;

  return fixture->desktop->item != NULL;
}

static gboolean
has_awaited (gpointer data)
{
  Fixture *fixture = data;

  return fake_desktop_find (fixture->desktop, fixture->awaited) != NULL;
}

static FakeNotification *
await_notification (Fixture    *fixture,
                    const char *title)
{
  fixture->awaited = title;
  wait_for (fixture, has_awaited);

  return fake_desktop_find (fixture->desktop, title);
}

static BambuDevice *
get_device (Fixture          *fixture,
            BambuDeviceState  state)
{
  GListModel *devices = G_LIST_MODEL (bambu_session_get_devices (get_session (fixture)));

  for (guint i = 0; i < g_list_model_get_n_items (devices); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (devices, i);

      if (bambu_device_get_state (device) == state)
        return device;
    }

  g_assert_not_reached ();
}

static char *
build_title (BambuDevice *device,
             const char  *what)
{
  return g_strdup_printf ("%s %s on %s", bambu_device_get_task_name (device), what, bambu_device_get_name (device));
}

static void
refresh (Fixture *fixture)
{
  BambuList *devices = bambu_session_get_devices (get_session (fixture));
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  bambu_list_refresh_async (devices, NULL, test_result_cb, &result);
  bambu_list_refresh_finish (devices, test_result_wait (&result), &error);
  g_assert_no_error (error);
}

static void
happen (Fixture     *fixture,
        BambuDevice *device,
        const char  *event)
{
  test_cloud_printer_event (fixture->cloud, bambu_device_get_id (device), event);
  refresh (fixture);
}

static gboolean
shows_printer (gpointer data)
{
  GtkWindow *window = get_window (data);

  return window != NULL && PLATEN_IS_PRINTER_PAGE (platen_window_get_visible_page (PLATEN_WINDOW (window)));
}

static void
assert_shows (Fixture     *fixture,
              BambuDevice *device)
{
  GtkWidget *page = platen_window_get_visible_page (PLATEN_WINDOW (get_window (fixture)));

  g_assert_true (PLATEN_IS_PRINTER_PAGE (page));
  g_assert_true (platen_printer_page_get_device (PLATEN_PRINTER_PAGE (page)) == device);
}

/* A turn of the outermost main loop, which a program without anything to live for does not get to. */
static gboolean
outlive_cb (gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->outliving = 0;
  fixture->outlived = TRUE;
  quit (fixture);

  return G_SOURCE_REMOVE;
}

static void
close_window (Fixture *fixture)
{
  wait_for (fixture, has_devices);
  gtk_window_close (get_window (fixture));
  fixture->outliving = g_idle_add_full (G_PRIORITY_LOW, outlive_cb, fixture, NULL);
}

static gboolean
has_tray (gpointer data)
{
  Fixture *fixture = data;

  return platen_background_get_tray (platen_application_get_background (fixture->application));
}

static void
close_window_with_tray (Fixture *fixture)
{
  wait_for (fixture, has_tray);
  close_window (fixture);
  g_assert_null (get_window (fixture));
}

static void
test_close_with_tray (Fixture       *fixture,
                      gconstpointer  data)
{
  fake_desktop_add_tray (fixture->desktop);
  run (fixture, FALSE, close_window_with_tray);
  g_assert_true (fixture->outlived);

  g_settings_set_string (fixture->settings, "run-in-background", "never");
  run (fixture, FALSE, close_window_with_tray);
  g_assert_false (fixture->outlived);
}

/* Without a window manager no window becomes the active one. */
static AdwMessageDialog *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return find_dialog () == NULL;
}

static void
answer (Fixture    *fixture,
        const char *button)
{
  wait_for (fixture, has_devices);
  gtk_window_close (get_window (fixture));
  wait_for (fixture, has_dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (find_dialog ()), "Preferences"));
  page_harness_click (GTK_WIDGET (find_dialog ()), button);
  wait_for (fixture, has_no_dialog);
}

static void
answer_quit (Fixture *fixture)
{
  answer (fixture, "Cancel");
  g_assert_true (PLATEN_IS_WINDOW (get_window (fixture)));
  g_assert_false (g_settings_get_boolean (fixture->settings, "close-explained"));

  answer (fixture, "Quit");
  fixture->outliving = g_idle_add_full (G_PRIORITY_LOW, outlive_cb, fixture, NULL);
}

static void
answer_keep (Fixture *fixture)
{
  answer (fixture, "Keep Running");
  wait_for (fixture, has_no_window);
  fixture->outliving = g_idle_add_full (G_PRIORITY_LOW, outlive_cb, fixture, NULL);
}

/* It says so once, and then does as it said. */
static void
test_close_without_tray (Fixture       *fixture,
                         gconstpointer  data)
{
  run (fixture, FALSE, answer_quit);
  g_assert_false (fixture->outlived);
  g_assert_true (g_settings_get_boolean (fixture->settings, "close-explained"));
  run (fixture, FALSE, close_window);
  g_assert_false (fixture->outlived);

  g_settings_reset (fixture->settings, "close-explained");
  run (fixture, FALSE, answer_keep);
  g_assert_true (fixture->outlived);
  run (fixture, FALSE, close_window);
  g_assert_true (fixture->outlived);
}

static gboolean
menu_has_awaited (gpointer data)
{
  Fixture *fixture = data;

  return fake_desktop_find_item (fixture->desktop, fixture->awaited) >= 0;
}

static void
await_item (Fixture    *fixture,
            const char *label)
{
  fixture->awaited = label;
  wait_for (fixture, menu_has_awaited);
}

static char *
dup_tooltip (Fixture *fixture)
{
  g_autoptr(GVariant) tooltip = fake_desktop_get (fixture->desktop, "ToolTip");
  const char *title;
  const char *body;

  g_variant_get (tooltip, "(&s@a(iiay)&s&s)", NULL, NULL, &title, &body);

  return g_strdup_printf ("%s\n%s", title, body);
}

static void
use_tray (Fixture *fixture)
{
  g_autoptr(GVariant) status = NULL;
  g_autofree char *tooltip = NULL;
  g_autofree char *menu = NULL;
  g_autofree char *line = NULL;
  BambuDevice *device;

  wait_for (fixture, has_item);
  wait_for (fixture, has_devices);
  g_assert_null (get_window (fixture));

  /* A line for what prints, and what it says follows. */
  device = get_device (fixture, BAMBU_DEVICE_STATE_PRINTING);
  line = g_strdup_printf ("%s: 6", bambu_device_get_name (device));
  await_item (fixture, line);
  tooltip = dup_tooltip (fixture);
  g_assert_true (g_str_has_prefix (tooltip, "3 printing · 1 needs attention · next done in "));
  g_assert_nonnull (strstr (tooltip, line));
  g_assert_null (strstr (tooltip, "Ada"));
  status = fake_desktop_get (fixture->desktop, "Status");
  g_assert_cmpstr (g_variant_get_string (status, NULL), ==, "NeedsAttention");

  menu = fake_desktop_dup_menu (fixture->desktop);
  g_assert_nonnull (strstr (menu, "\n_Show Platen\n"));
  g_assert_nonnull (strstr (menu, "\n_Mute\n"));
  g_assert_true (g_str_has_suffix (menu, "\n_Quit\n"));

  /* It opens the printer, with no window there. */
  fake_desktop_click_item (fixture->desktop, fake_desktop_find_item (fixture->desktop, line));
  wait_for (fixture, shows_printer);
  assert_shows (fixture, device);

  happen (fixture, device, "finish");
  g_free (line);
  line = g_strdup_printf ("%s: Finished", bambu_device_get_name (device));
  await_item (fixture, line);

  fake_desktop_click_item (fixture->desktop, fake_desktop_find_item (fixture->desktop, "_Quit"));
}

static void
test_tray (Fixture       *fixture,
           gconstpointer  data)
{
  fake_desktop_add_tray (fixture->desktop);
  run (fixture, TRUE, use_tray);
}

static gboolean
is_window_active (gpointer data)
{
  GtkWindow *window = get_window (data);

  return window != NULL && gtk_widget_get_mapped (GTK_WIDGET (window)) && gtk_window_is_active (window);
}

static void
click_tray (Fixture *fixture)
{
  gpointer window;

  wait_for (fixture, has_item);
  wait_for (fixture, has_devices);
  fake_desktop_call (fixture->desktop, "ProvideXdgActivationToken", g_variant_new ("(s)", "token"));
  fake_desktop_call (fixture->desktop, "Activate", g_variant_new ("(ii)", 0, 0));
  wait_for (fixture, is_window_active);

  /* What it hides goes: nobody needs it. */
  window = get_window (fixture);
  g_object_add_weak_pointer (window, &window);
  fake_desktop_call (fixture->desktop, "Activate", g_variant_new ("(ii)", 0, 0));
  wait_for (fixture, has_no_window);
  g_assert_null (window);

  fake_desktop_call (fixture->desktop, "Activate", g_variant_new ("(ii)", 0, 0));
  wait_for (fixture, is_window_active);
  quit (fixture);
}

static void
test_click (Fixture       *fixture,
            gconstpointer  data)
{
  fake_desktop_add_tray (fixture->desktop);
  run (fixture, TRUE, click_tray);
}

static void
get_notified (Fixture *fixture)
{
  FakeNotification *notification;
  g_autofree char *title = NULL;
  BambuDevice *device;

  wait_for (fixture, has_devices);
  refresh (fixture);
  device = get_device (fixture, BAMBU_DEVICE_STATE_PRINTING);
  title = build_title (device, "finished");
  happen (fixture, device, "finish");

  notification = await_notification (fixture, title);
  g_assert_cmpuint (notification->urgency, ==, 1);
  g_assert_true (g_str_has_prefix (notification->body, "Took "));
  g_assert_nonnull (notification->picture);
  g_assert_true (g_file_test (notification->picture, G_FILE_TEST_IS_REGULAR));

  g_assert_null (get_window (fixture));
  fake_desktop_click (fixture->desktop, notification->id);
  wait_for (fixture, shows_printer);
  assert_shows (fixture, device);
  g_assert_cmpuint (fixture->desktop->notifications->len, ==, 1);
  quit (fixture);
}

static void
test_notification (Fixture       *fixture,
                   gconstpointer  data)
{
  run (fixture, TRUE, get_notified);
}

static gboolean
is_withdrawn (gpointer data)
{
  Fixture *fixture = data;

  return fake_desktop_find (fixture->desktop, fixture->awaited)->withdrawn;
}

static void
pause_and_resume (Fixture *fixture)
{
  FakeNotification *notification;
  g_autofree char *title = NULL;
  BambuDevice *device;

  wait_for (fixture, has_devices);
  refresh (fixture);
  device = get_device (fixture, BAMBU_DEVICE_STATE_PRINTING);
  title = build_title (device, "is paused");
  happen (fixture, device, "pause");
  notification = await_notification (fixture, title);
  g_assert_cmpuint (notification->urgency, ==, 2);
  g_assert_false (notification->withdrawn);

  happen (fixture, device, "resume");
  wait_for (fixture, is_withdrawn);
  g_assert_cmpuint (fixture->desktop->notifications->len, ==, 1);
  quit (fixture);
}

static void
test_withdrawn (Fixture       *fixture,
                gconstpointer  data)
{
  run (fixture, TRUE, pause_and_resume);
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
  Fixture *fixture = data;
  g_autofree char *memory = read_memory ();

  return g_regex_match_simple (fixture->awaited, memory, G_REGEX_MULTILINE, 0);
}

/* Until it is written down, and whoever waits for that has heard of it. */
static void
await_written (Fixture    *fixture,
               const char *what)
{
  fixture->awaited = what;
  wait_for (fixture, memory_has_awaited);
  refresh (fixture);
}

/* One that nobody wants, one that may come through and is no longer true, and two that wait. */
static void
be_muted (Fixture *fixture)
{
  FakeNotification *notification;
  g_autofree char *title = NULL;
  BambuDevice *printing;
  BambuDevice *paused;

  wait_for (fixture, has_item);
  wait_for (fixture, has_devices);
  refresh (fixture);
  act (fixture, "mute", "hour");
  await_item (fixture, "_Unmute (Muted Until ");

  printing = get_device (fixture, BAMBU_DEVICE_STATE_PRINTING);
  paused = get_device (fixture, BAMBU_DEVICE_STATE_PAUSED);
  title = build_title (printing, "finished");
  happen (fixture, printing, "pause");
  happen (fixture, printing, "resume");
  happen (fixture, printing, "finish");
  happen (fixture, paused, "fail");
  await_written (fixture, "Kind=finished");
  await_written (fixture, "Kind=stopped");
  g_assert_cmpuint (fixture->desktop->notifications->len, ==, 0);

  act (fixture, "unmute", NULL);
  notification = await_notification (fixture, "2 notifications while it was quiet");
  g_assert_nonnull (strstr (notification->body, title));
  g_assert_cmpuint (notification->urgency, ==, 2);
  await_item (fixture, "_Mute");
  quit (fixture);
}

static void
test_muted (Fixture       *fixture,
            gconstpointer  data)
{
  fake_desktop_add_tray (fixture->desktop);
  run (fixture, TRUE, be_muted);
  g_assert_cmpuint (fixture->desktop->notifications->len, ==, 1);
}

static void
finish_unnoticed (Fixture *fixture)
{
  wait_for (fixture, has_devices);
  refresh (fixture);
  act (fixture, "mute", "tomorrow");
  happen (fixture, get_device (fixture, BAMBU_DEVICE_STATE_PRINTING), "finish");
  await_written (fixture, "Kind=finished");
  quit (fixture);
}

static gboolean
has_notification (gpointer data)
{
  Fixture *fixture = data;

  return fixture->desktop->notifications->len > 0;
}

static void
hear_of_it (Fixture *fixture)
{
  act (fixture, "unmute", NULL);
  wait_for (fixture, has_devices);
  wait_for (fixture, has_notification);
  quit (fixture);
}

static void
hear_nothing (Fixture *fixture)
{
  wait_for (fixture, has_devices);
  refresh (fixture);
  refresh (fixture);
  quit (fixture);
}

/* What was held back when the program ended is told by the next one, once. */
static void
test_told_later (Fixture       *fixture,
                 gconstpointer  data)
{
  run (fixture, TRUE, finish_unnoticed);
  g_assert_cmpuint (fixture->desktop->notifications->len, ==, 0);
  run (fixture, TRUE, hear_of_it);
  run (fixture, TRUE, hear_nothing);
  g_assert_cmpuint (fixture->desktop->notifications->len, ==, 1);
}

static void
finish_unwanted (Fixture *fixture)
{
  g_autofree char *ended = NULL;
  BambuDevice *device;

  wait_for (fixture, has_devices);
  refresh (fixture);
  device = get_device (fixture, BAMBU_DEVICE_STATE_PRINTING);
  ended = g_strdup_printf ("^Ended=.*%s", bambu_device_get_task_id (device));
  g_settings_set_boolean (fixture->settings, "notify-finished", FALSE);
  happen (fixture, device, "finish");
  await_written (fixture, ended);
  g_settings_set_boolean (fixture->settings, "notify-finished", TRUE);
  quit (fixture);
}

static void
test_unwanted (Fixture       *fixture,
               gconstpointer  data)
{
  run (fixture, TRUE, finish_unwanted);
  run (fixture, TRUE, hear_nothing);
  g_assert_cmpuint (fixture->desktop->notifications->len, ==, 0);
}

static gboolean
has_excuse (gpointer data)
{
  g_autofree char *tooltip = dup_tooltip (data);

  return strstr (tooltip, "The keyring is locked") != NULL;
}

static void
be_locked_out (Fixture *fixture)
{
  FakeNotification *notification = await_notification (fixture, "Platen does not watch your printers");

  g_assert_nonnull (strstr (notification->body, "The keyring is locked"));
  wait_for (fixture, has_item);
  wait_for (fixture, has_excuse);
  g_assert_null (get_window (fixture));
  quit (fixture);
}

static void
lock_keyring (void)
{
  const char * const argv[] = {
    "gdbus", "call", "--session", "--dest", "org.freedesktop.secrets", "--object-path", "/org/freedesktop/secrets",
    "--method", "org.freedesktop.Secret.Service.Lock", "['/org/freedesktop/secrets/collection/login']", NULL
  };
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;

  process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

/* In the background nobody is asked for a password out of the blue; they are told instead. */
static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(BambuCredentials) credentials = bambu_credentials_new (TEST_CLOUD_TOKEN, NULL, NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  platen_keyring_store_async (BAMBU_REGION_GLOBAL, "1", "Ada", credentials, test_result_cb, &result);
  platen_keyring_store_finish (test_result_wait (&result), &error);
  g_assert_no_error (error);
  lock_keyring ();

  fake_desktop_add_tray (fixture->desktop);
  fixture->signed_out = TRUE;
  run (fixture, TRUE, be_locked_out);
}

static void
be_reminded (Fixture *fixture)
{
  FakeNotification *notification;
  g_autofree char *begin = NULL;
  BambuDevice *device;

  wait_for (fixture, has_devices);
  refresh (fixture);
  device = get_device (fixture, BAMBU_DEVICE_STATE_PRINTING);
  g_assert_cmpuint (fixture->desktop->notifications->len, ==, 0);
  g_settings_set_int (fixture->settings, "reminder-minutes", 60);
  g_settings_set_boolean (fixture->settings, "reminder", TRUE);
  wait_for (fixture, has_notification);

  notification = g_ptr_array_index (fixture->desktop->notifications, 0);
  begin = g_strdup_printf ("%s is done in ", bambu_device_get_name (device));
  g_assert_true (g_str_has_prefix (notification->title, begin));
  refresh (fixture);
  refresh (fixture);
  g_assert_cmpuint (fixture->desktop->notifications->len, ==, 1);
  quit (fixture);
}

static void
test_reminder (Fixture       *fixture,
               gconstpointer  data)
{
  run (fixture, TRUE, be_reminded);
}

static gboolean
query_autostart (PlatenAutostart  *autostart,
                 gboolean         *enabled,
                 GError          **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  platen_autostart_query_async (autostart, NULL, test_result_cb, &result);

  return platen_autostart_query_finish (autostart, test_result_wait (&result), enabled, error);
}

static gboolean
set_autostart (PlatenAutostart  *autostart,
               gboolean          wanted,
               gboolean         *enabled,
               GError          **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  platen_autostart_set_async (autostart, wanted, test_result_cb, &result);

  return platen_autostart_set_finish (autostart, test_result_wait (&result), enabled, error);
}

static GDBusConnection *
get_bus (void)
{
  g_autoptr(GError) error = NULL;
  GDBusConnection *connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);

  g_assert_no_error (error);

  return connection;
}

static void
test_portal (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GDBusConnection) connection = get_bus ();
  g_autoptr(PlatenAutostart) autostart = platen_autostart_new (fixture->settings, connection, TRUE);
  g_autoptr(GError) error = NULL;
  gboolean enabled;

  /* Nothing stands behind it. */
  g_assert_false (query_autostart (autostart, &enabled, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (set_autostart (autostart, TRUE, &enabled, &error));
  g_assert_false (enabled);
  g_clear_error (&error);

  fake_desktop_add_portal (fixture->desktop);
  g_assert_true (query_autostart (autostart, &enabled, &error));
  g_assert_false (enabled);
  g_assert_true (set_autostart (autostart, TRUE, &enabled, &error));
  g_assert_true (enabled);
  g_assert_true (fixture->desktop->autostart);
  g_assert_true (query_autostart (autostart, &enabled, &error));
  g_assert_true (enabled);
  g_assert_true (set_autostart (autostart, FALSE, &enabled, &error));
  g_assert_false (enabled);
  g_assert_false (fixture->desktop->autostart);
  g_assert_no_error (error);

  fixture->desktop->allow = FALSE;
  g_assert_false (set_autostart (autostart, TRUE, &enabled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_false (enabled);
  g_assert_cmpuint (fixture->desktop->n_requests, ==, 3);
}

static void
test_entry (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(PlatenAutostart) autostart = platen_autostart_new (fixture->settings, NULL, FALSE);
  g_autofree char *path = platen_autostart_entry_build_path ();
  g_autofree char *quoted = platen_autostart_entry_quote ("/opt/a \"b\" $c %d/platen");
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;
  gboolean enabled;

  g_assert_cmpstr (quoted, ==, "\"/opt/a \\\"b\\\" \\$c %%d/platen\"");

  g_assert_true (query_autostart (autostart, &enabled, &error));
  g_assert_false (enabled);
  g_assert_true (set_autostart (autostart, FALSE, &enabled, &error));
  g_assert_true (set_autostart (autostart, TRUE, &enabled, &error));
  g_assert_true (enabled);
  g_assert_true (g_file_get_contents (path, &content, NULL, &error));
  g_assert_nonnull (strstr (content, "test-app-background\" --background\n"));

  /* Switched off by the desktop's own means. */
  g_clear_pointer (&content, g_free);
  g_assert_true (g_file_set_contents (path, "[Desktop Entry]\nHidden=true\n", -1, &error));
  g_assert_true (query_autostart (autostart, &enabled, &error));
  g_assert_false (enabled);

  g_assert_true (set_autostart (autostart, TRUE, &enabled, &error));
  g_assert_true (enabled);
  g_assert_true (set_autostart (autostart, FALSE, &enabled, &error));
  g_assert_false (enabled);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_no_error (error);
}

static gboolean
has_memory (gpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "platen", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);

  return dir != NULL && g_dir_read_name (dir) != NULL;
}

static gboolean
has_no_memory (gpointer data)
{
  return !has_memory (data);
}

static void
sign_out (Fixture *fixture)
{
  wait_for (fixture, has_memory);
  platen_session_manager_sign_out (platen_application_get_manager (fixture->application));
  wait_for (fixture, has_no_memory);
  quit (fixture);
}

/* Of who signs out nothing is left. */
static void
test_sign_out (Fixture       *fixture,
               gconstpointer  data)
{
  run (fixture, TRUE, sign_out);
  g_assert_false (has_memory (fixture));
}

static void
add (const char *path,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  page_harness_init (&argc, &argv);
  desktop = fake_desktop_new ();

  add ("/app/background/close-with-tray", test_close_with_tray);
  add ("/app/background/close-without-tray", test_close_without_tray);
  add ("/app/background/tray", test_tray);
  add ("/app/background/click", test_click);
  add ("/app/background/notification", test_notification);
  add ("/app/background/withdrawn", test_withdrawn);
  add ("/app/background/muted", test_muted);
  add ("/app/background/told-later", test_told_later);
  add ("/app/background/unwanted", test_unwanted);
  add ("/app/background/reminder", test_reminder);
  add ("/app/background/sign-out", test_sign_out);
  add ("/app/background/locked", test_locked);
  add ("/app/background/portal", test_portal);
  add ("/app/background/entry", test_entry);

  status = g_test_run ();
  fake_desktop_free (desktop);

  return status;
}
