/* test-background.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "background-fixture.h"

#include <platen-keyring.h>

#include "platen-autostart-entry.h"
#include "platen-autostart.h"
#include "platen-window.h"
#include "test-result.h"

static gboolean
has_no_window (gpointer data)
{
  return background_get_window (data) == NULL;
}

/* A turn of the outermost main loop, which a program without anything to live for does not get to. */
static gboolean
outlive_cb (gpointer user_data)
{
  BackgroundFixture *fixture = user_data;

  fixture->outliving = 0;
  fixture->outlived = TRUE;
  background_quit (fixture);

  return G_SOURCE_REMOVE;
}

static void
close_window (BackgroundFixture *fixture)
{
  background_wait_for (fixture, background_has_devices);
  gtk_window_close (background_get_window (fixture));
  fixture->outliving = g_idle_add_full (G_PRIORITY_LOW, outlive_cb, fixture, NULL);
}

static gboolean
has_tray (gpointer data)
{
  BackgroundFixture *fixture = data;

  return platen_background_get_tray (platen_application_get_background (fixture->application));
}

static void
close_window_with_tray (BackgroundFixture *fixture)
{
  background_wait_for (fixture, has_tray);
  close_window (fixture);
  g_assert_null (background_get_window (fixture));
}

static void
test_close_with_tray (BackgroundFixture *fixture,
                      gconstpointer      data)
{
  fake_desktop_add_tray (fixture->desktop);
  background_run (fixture, FALSE, close_window_with_tray);
  g_assert_true (fixture->outlived);

  g_settings_set_string (fixture->settings, "run-in-background", "never");
  background_run (fixture, FALSE, close_window_with_tray);
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
answer (BackgroundFixture *fixture,
        const char        *button)
{
  background_wait_for (fixture, background_has_devices);
  gtk_window_close (background_get_window (fixture));
  background_wait_for (fixture, has_dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (find_dialog ()), "Preferences"));
  page_harness_click (GTK_WIDGET (find_dialog ()), button);
  background_wait_for (fixture, has_no_dialog);
}

static void
answer_quit (BackgroundFixture *fixture)
{
  answer (fixture, "Cancel");
  g_assert_true (PLATEN_IS_WINDOW (background_get_window (fixture)));
  g_assert_false (g_settings_get_boolean (fixture->settings, "close-explained"));

  answer (fixture, "Quit");
  fixture->outliving = g_idle_add_full (G_PRIORITY_LOW, outlive_cb, fixture, NULL);
}

static void
answer_keep (BackgroundFixture *fixture)
{
  answer (fixture, "Keep Running");
  background_wait_for (fixture, has_no_window);
  fixture->outliving = g_idle_add_full (G_PRIORITY_LOW, outlive_cb, fixture, NULL);
}

/* It says so once, and then does as it said. */
static void
test_close_without_tray (BackgroundFixture *fixture,
                         gconstpointer      data)
{
  background_run (fixture, FALSE, answer_quit);
  g_assert_false (fixture->outlived);
  g_assert_true (g_settings_get_boolean (fixture->settings, "close-explained"));
  background_run (fixture, FALSE, close_window);
  g_assert_false (fixture->outlived);

  g_settings_reset (fixture->settings, "close-explained");
  background_run (fixture, FALSE, answer_keep);
  g_assert_true (fixture->outlived);
  background_run (fixture, FALSE, close_window);
  g_assert_true (fixture->outlived);
}

static char *
dup_tooltip (BackgroundFixture *fixture)
{
  g_autoptr(GVariant) tooltip = fake_desktop_get (fixture->desktop, "ToolTip");
  const char *title;
  const char *body;

  g_variant_get (tooltip, "(&s@a(iiay)&s&s)", NULL, NULL, &title, &body);

  return g_strdup_printf ("%s\n%s", title, body);
}

static void
use_tray (BackgroundFixture *fixture)
{
  g_autoptr(GVariant) status = NULL;
  g_autofree char *tooltip = NULL;
  g_autofree char *menu = NULL;
  g_autofree char *line = NULL;
  BambuDevice *device;

  background_wait_for (fixture, background_has_item);
  background_wait_for (fixture, background_has_devices);
  g_assert_null (background_get_window (fixture));

  /* A line for what prints, and what it says follows. */
  device = background_get_device (fixture, BAMBU_DEVICE_STATE_PRINTING);
  line = g_strdup_printf ("%s: 6", bambu_device_get_name (device));
  background_await_item (fixture, line);
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
  background_wait_for (fixture, background_shows_printer);
  background_assert_shows (fixture, device);

  background_happen (fixture, device, "finish");
  g_free (line);
  line = g_strdup_printf ("%s: Finished", bambu_device_get_name (device));
  background_await_item (fixture, line);

  fake_desktop_click_item (fixture->desktop, fake_desktop_find_item (fixture->desktop, "_Quit"));
}

static void
test_tray (BackgroundFixture *fixture,
           gconstpointer      data)
{
  fake_desktop_add_tray (fixture->desktop);
  background_run (fixture, TRUE, use_tray);
}

static gboolean
is_window_active (gpointer data)
{
  GtkWindow *window = background_get_window (data);

  return window != NULL && gtk_widget_get_mapped (GTK_WIDGET (window)) && gtk_window_is_active (window);
}

static void
click_tray (BackgroundFixture *fixture)
{
  gpointer window;

  background_wait_for (fixture, background_has_item);
  background_wait_for (fixture, background_has_devices);
  fake_desktop_call (fixture->desktop, "ProvideXdgActivationToken", g_variant_new ("(s)", "token"));
  fake_desktop_call (fixture->desktop, "Activate", g_variant_new ("(ii)", 0, 0));
  background_wait_for (fixture, is_window_active);

  /* What it hides goes: nobody needs it. */
  window = background_get_window (fixture);
  g_object_add_weak_pointer (window, &window);
  fake_desktop_call (fixture->desktop, "Activate", g_variant_new ("(ii)", 0, 0));
  background_wait_for (fixture, has_no_window);
  g_assert_null (window);

  fake_desktop_call (fixture->desktop, "Activate", g_variant_new ("(ii)", 0, 0));
  background_wait_for (fixture, is_window_active);
  background_quit (fixture);
}

static void
test_click (BackgroundFixture *fixture,
            gconstpointer      data)
{
  fake_desktop_add_tray (fixture->desktop);
  background_run (fixture, TRUE, click_tray);
}

static gboolean
has_excuse (gpointer data)
{
  g_autofree char *tooltip = dup_tooltip (data);

  return strstr (tooltip, "The keyring is locked") != NULL;
}

static void
be_locked_out (BackgroundFixture *fixture)
{
  FakeNotification *notification = background_await_notification (fixture, "Platen does not watch your printers");

  g_assert_nonnull (strstr (notification->body, "The keyring is locked"));
  background_wait_for (fixture, background_has_item);
  background_wait_for (fixture, has_excuse);
  g_assert_null (background_get_window (fixture));
  background_quit (fixture);
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
test_locked (BackgroundFixture *fixture,
             gconstpointer      data)
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
  background_run (fixture, TRUE, be_locked_out);
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
test_portal (BackgroundFixture *fixture,
             gconstpointer      data)
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
test_entry (BackgroundFixture *fixture,
            gconstpointer      data)
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
sign_out (BackgroundFixture *fixture)
{
  background_wait_for (fixture, has_memory);
  platen_session_manager_sign_out (platen_application_get_manager (fixture->application));
  background_wait_for (fixture, has_no_memory);
  background_quit (fixture);
}

/* Of who signs out nothing is left. */
static void
test_sign_out (BackgroundFixture *fixture,
               gconstpointer      data)
{
  background_run (fixture, TRUE, sign_out);
  g_assert_false (has_memory (fixture));
}

int
main (int   argc,
      char *argv[])
{
  background_test_init (&argc, &argv);

  background_test_add ("/app/background/close-with-tray", test_close_with_tray);
  background_test_add ("/app/background/close-without-tray", test_close_without_tray);
  background_test_add ("/app/background/tray", test_tray);
  background_test_add ("/app/background/click", test_click);
  background_test_add ("/app/background/sign-out", test_sign_out);
  background_test_add ("/app/background/locked", test_locked);
  background_test_add ("/app/background/portal", test_portal);
  background_test_add ("/app/background/entry", test_entry);

  return background_test_run ();
}
