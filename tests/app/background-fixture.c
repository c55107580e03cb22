/* background-fixture.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "background-fixture.h"

#include "platen-printer-page.h"
#include "platen-window.h"
#include "test-result.h"

#define SCHEMA "io.github.platen.Platen"

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
set_up (BackgroundFixture *fixture,
        gconstpointer      data)
{
  fixture->cloud = test_cloud_new (NULL);
  fixture->desktop = desktop;
  fixture->settings = g_settings_new (SCHEMA);
  reset_settings (fixture->settings);
  g_setenv ("PLATEN_API_URL", test_cloud_get_url (fixture->cloud), TRUE);
}

static void
tear_down (BackgroundFixture *fixture,
           gconstpointer      data)
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
  BackgroundFixture *fixture = user_data;

  fixture->body (fixture);

  return G_SOURCE_REMOVE;
}

static void
activate_cb (BackgroundFixture *fixture)
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
void
background_run (BackgroundFixture *fixture,
                gboolean           windowless,
                BackgroundBody     body)
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

void
background_act (BackgroundFixture *fixture,
                const char        *action,
                const char        *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), action,
                                  parameter != NULL ? g_variant_new_string (parameter) : NULL);
}

void
background_quit (BackgroundFixture *fixture)
{
  background_act (fixture, "quit", NULL);
}

void
background_wait_for (BackgroundFixture *fixture,
                     TestFunc           condition)
{
  g_assert_true (test_wait_until (condition, fixture, PAGE_HARNESS_TIMEOUT_MS));
}

GtkWindow *
background_get_window (BackgroundFixture *fixture)
{
  return gtk_application_get_active_window (GTK_APPLICATION (fixture->application));
}

BambuSession *
background_get_session (BackgroundFixture *fixture)
{
  return platen_session_manager_get_session (platen_application_get_manager (fixture->application));
}

gboolean
background_has_devices (gpointer data)
{
  BambuSession *session = background_get_session (data);

  return session != NULL && bambu_list_get_updated (bambu_session_get_devices (session)) != NULL;
}

gboolean
background_has_item (gpointer data)
{
  BackgroundFixture *fixture = data;

  return fixture->desktop->item != NULL;
}

static gboolean
has_awaited (gpointer data)
{
  BackgroundFixture *fixture = data;

  return fake_desktop_find (fixture->desktop, fixture->awaited) != NULL;
}

FakeNotification *
background_await_notification (BackgroundFixture *fixture,
                               const char        *title)
{
  fixture->awaited = title;
  background_wait_for (fixture, has_awaited);

  return fake_desktop_find (fixture->desktop, title);
}

BambuDevice *
background_get_device (BackgroundFixture *fixture,
                       BambuDeviceState   state)
{
  GListModel *devices = G_LIST_MODEL (bambu_session_get_devices (background_get_session (fixture)));

  for (guint i = 0; i < g_list_model_get_n_items (devices); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (devices, i);

      if (bambu_device_get_state (device) == state)
        return device;
    }

  g_assert_not_reached ();
}

char *
background_build_title (BambuDevice *device,
                        const char  *what)
{
  return g_strdup_printf ("%s %s on %s", bambu_device_get_task_name (device), what, bambu_device_get_name (device));
}

static void
refresh (BambuList *list)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  bambu_list_refresh_async (list, NULL, test_result_cb, &result);
  bambu_list_refresh_finish (list, test_result_wait (&result), &error);
  g_assert_no_error (error);
}

void
background_refresh (BackgroundFixture *fixture)
{
  BambuList *devices = bambu_session_get_devices (background_get_session (fixture));

  /* A refresh that is under way is shared, and may have asked before what is to be heard of had happened. */
  if (bambu_list_get_loading (devices))
    refresh (devices);

  refresh (devices);
}

void
background_happen (BackgroundFixture *fixture,
                   BambuDevice       *device,
                   const char        *event)
{
  test_cloud_printer_event (fixture->cloud, bambu_device_get_id (device), event);
  background_refresh (fixture);
}

gboolean
background_shows_printer (gpointer data)
{
  GtkWindow *window = background_get_window (data);

  return window != NULL && PLATEN_IS_PRINTER_PAGE (platen_window_get_visible_page (PLATEN_WINDOW (window)));
}

void
background_assert_shows (BackgroundFixture *fixture,
                         BambuDevice       *device)
{
  GtkWidget *page = platen_window_get_visible_page (PLATEN_WINDOW (background_get_window (fixture)));

  g_assert_true (PLATEN_IS_PRINTER_PAGE (page));
  g_assert_true (platen_printer_page_get_device (PLATEN_PRINTER_PAGE (page)) == device);
}

static gboolean
menu_has_awaited (gpointer data)
{
  BackgroundFixture *fixture = data;

  return fake_desktop_find_item (fixture->desktop, fixture->awaited) >= 0;
}

void
background_await_item (BackgroundFixture *fixture,
                       const char        *label)
{
  fixture->awaited = label;
  background_wait_for (fixture, menu_has_awaited);
}

void
background_test_init (int    *argc,
                      char ***argv)
{
  page_harness_init (argc, argv);
  desktop = fake_desktop_new ();
}

/* What main() returns. */
int
background_test_run (void)
{
  int status = g_test_run ();

  g_clear_pointer (&desktop, fake_desktop_free);

  return status;
}

void
background_test_add (const char     *path,
                     BackgroundTest  test)
{
  g_test_add (path, BackgroundFixture, NULL, set_up, test, tear_down);
}
