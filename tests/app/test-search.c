/* test-search.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the desktop's search opens in the window. */

#include "background-fixture.h"

#include "platen-preset-page.h"
#include "platen-presets-page.h"
#include "platen-printers-page.h"
#include "platen-project-page.h"
#include "platen-search-find.h"
#include "platen-window.h"
#include "test-result.h"

static GVariant *
call (BackgroundFixture *fixture,
      const char        *method,
      GVariant          *parameters)
{
  GDBusConnection *connection = g_application_get_dbus_connection (G_APPLICATION (fixture->application));
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GVariant *reply;

  g_dbus_connection_call (connection, "io.github.platen.Platen", "/io/github/platen/Platen/SearchProvider",
                          "org.gnome.Shell.SearchProvider2", method, parameters, NULL, G_DBUS_CALL_FLAGS_NONE,
                          PAGE_HARNESS_TIMEOUT_MS, NULL, test_result_cb, &result);
  reply = g_dbus_connection_call_finish (connection, test_result_wait (&result), &error);
  g_assert_no_error (error);

  return reply;
}

static void
activate (BackgroundFixture *fixture,
          const char        *kind,
          const char        *id)
{
  const char * const terms[] = { "word", NULL };
  g_autofree char *result = g_strconcat (kind, ":", id, NULL);
  g_autoptr(GVariant) reply = call (fixture, "ActivateResult", g_variant_new ("(s^asu)", result, terms, 0));
}

static gboolean
is_loaded (gpointer data)
{
  BambuSession *session = background_get_session (data);

  return session != NULL &&
         bambu_list_get_updated (bambu_session_get_devices (session)) != NULL &&
         bambu_list_get_updated (bambu_session_get_projects (session)) != NULL &&
         bambu_list_get_updated (bambu_session_get_presets (session)) != NULL;
}

static void
load (BambuList *list)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  bambu_list_refresh_async (list, NULL, test_result_cb, &result);
  bambu_list_refresh_finish (list, test_result_wait (&result), &error);
  g_assert_no_error (error);
}

static void
load_all (BackgroundFixture *fixture)
{
  BambuSession *session;

  background_wait_for (fixture, background_has_devices);
  session = background_get_session (fixture);
  load (bambu_session_get_projects (session));
  load (bambu_session_get_presets (session));
  g_assert_true (is_loaded (fixture));
}

static GtkWidget *
get_page (BackgroundFixture *fixture)
{
  GtkWindow *window = background_get_window (fixture);

  return window != NULL ? platen_window_get_visible_page (PLATEN_WINDOW (window)) : NULL;
}

static gboolean
shows_project (gpointer data)
{
  return PLATEN_IS_PROJECT_PAGE (get_page (data));
}

static gboolean
shows_preset (gpointer data)
{
  return PLATEN_IS_PRESET_PAGE (get_page (data));
}

static gboolean
shows_printers (gpointer data)
{
  return PLATEN_IS_PRINTERS_PAGE (get_page (data));
}

static gboolean
shows_presets (gpointer data)
{
  return PLATEN_IS_PRESETS_PAGE (get_page (data));
}

static GtkWidget *
find_entry (BackgroundFixture *fixture)
{
  return page_harness_find (get_page (fixture), GTK_TYPE_SEARCH_ENTRY);
}

static gboolean
shows_search (gpointer data)
{
  return find_entry (data) != NULL;
}

static void
assert_search (BackgroundFixture *fixture,
               const char        *text)
{
  background_wait_for (fixture, shows_search);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture))), ==, text);
}

static void
open_results (BackgroundFixture *fixture)
{
  BambuSession *session;
  BambuDevice *device;
  g_autoptr(BambuItem) project = NULL;
  g_autoptr(BambuItem) preset = NULL;

  load_all (fixture);
  session = background_get_session (fixture);
  project = g_list_model_get_item (G_LIST_MODEL (bambu_session_get_projects (session)), 0);
  preset = g_list_model_get_item (G_LIST_MODEL (bambu_session_get_presets (session)), 0);

  /* Without a window at first. */
  device = background_get_device (fixture, BAMBU_DEVICE_STATE_PRINTING);
  activate (fixture, "printer", bambu_device_get_id (device));
  background_wait_for (fixture, background_shows_printer);
  background_assert_shows (fixture, device);

  activate (fixture, "project", bambu_item_get_id (project));
  background_wait_for (fixture, shows_project);
  activate (fixture, "preset", bambu_item_get_id (preset));
  background_wait_for (fixture, shows_preset);

  /* What has gone since leads to the others. */
  activate (fixture, "printer", "00M00A000000000");
  background_wait_for (fixture, shows_printers);
  background_quit (fixture);
}

static void
test_open (BackgroundFixture *fixture,
           gconstpointer      data)
{
  background_run (fixture, TRUE, open_results);
}

static void
launch (BackgroundFixture *fixture)
{
  g_autoptr(BambuPreset) preset = NULL;
  g_autoptr(GVariant) reply = NULL;
  g_autoptr(GVariant) other_reply = NULL;
  g_auto(GStrv) terms = NULL;
  const char * const nothing[] = { "no such thing", NULL };

  load_all (fixture);
  preset = g_list_model_get_item (G_LIST_MODEL (bambu_session_get_presets (background_get_session (fixture))), 0);
  terms = g_strsplit (bambu_preset_get_name (preset), " ", -1);
  reply = call (fixture, "LaunchSearch", g_variant_new ("(^asu)", terms, 0));
  background_wait_for (fixture, shows_presets);
  assert_search (fixture, bambu_preset_get_name (preset));
  page_harness_await_text (get_page (fixture), bambu_preset_get_name (preset));

  other_reply = call (fixture, "LaunchSearch", g_variant_new ("(^asu)", nothing, 0));
  background_wait_for (fixture, shows_printers);
  assert_search (fixture, nothing[0]);
  background_quit (fixture);
}

static void
test_launch (BackgroundFixture *fixture,
             gconstpointer      data)
{
  background_run (fixture, TRUE, launch);
}

/* The user signs out while the desktop waits. */
static void
sign_out (BackgroundFixture *fixture)
{
  GDBusConnection *connection = g_application_get_dbus_connection (G_APPLICATION (fixture->application));
  const char * const terms[] = { "a", NULL };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GVariant) metas = NULL;
  g_autoptr(GVariant) after = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) found = NULL;
  g_autofree const char **left = NULL;

  load_all (fixture);
  found = platen_search_find (background_get_session (fixture), terms);
  g_assert_cmpuint (g_strv_length (found), >, 0);

  g_dbus_connection_call (connection, "io.github.platen.Platen", "/io/github/platen/Platen/SearchProvider",
                          "org.gnome.Shell.SearchProvider2", "GetResultMetas", g_variant_new ("(^as)", found),
                          NULL, G_DBUS_CALL_FLAGS_NONE, PAGE_HARNESS_TIMEOUT_MS, NULL, test_result_cb, &result);
  platen_session_manager_sign_out (platen_application_get_manager (fixture->application));
  metas = g_dbus_connection_call_finish (connection, test_result_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (metas);

  after = call (fixture, "GetInitialResultSet", g_variant_new ("(^as)", terms));
  g_variant_get (after, "(^a&s)", &left);
  g_assert_null (left[0]);
  background_quit (fixture);
}

static void
test_sign_out (BackgroundFixture *fixture,
               gconstpointer      data)
{
  background_run (fixture, TRUE, sign_out);
}

int
main (int   argc,
      char *argv[])
{
  background_test_init (&argc, &argv);
  background_test_add ("/search/open", test_open);
  background_test_add ("/search/launch", test_launch);
  background_test_add ("/search/sign-out", test_sign_out);

  return background_test_run ();
}
