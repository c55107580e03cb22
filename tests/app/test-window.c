/* test-window.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page-harness.h"
#include "platen-account-page.h"
#include "platen-application.h"
#include "platen-message-page.h"
#include "platen-preset-page.h"
#include "platen-presets-page.h"
#include "platen-printer-page.h"
#include "platen-printers-page.h"
#include "platen-project-page.h"
#include "platen-projects-page.h"
#include "platen-sidebar-row.h"
#include "platen-strip.h"
#include "platen-window.h"

/* The whole program in its real window, as it starts for somebody who has a token. */

typedef struct
{
  TestCloud         *cloud;
  char              *cache;
  PlatenApplication *application;
  PlatenWindow      *window;
} Fixture;

static BambuSession *
get_session (Fixture *fixture)
{
  return platen_window_get_session (fixture->window);
}

static gboolean
is_signed_in (gpointer data)
{
  return get_session (data) != NULL;
}

static gboolean
has_lists (gpointer data)
{
  BambuSession *session = get_session (data);

  return session != NULL &&
         g_list_model_get_n_items (G_LIST_MODEL (bambu_session_get_devices (session))) > 0 &&
         g_list_model_get_n_items (G_LIST_MODEL (bambu_session_get_projects (session))) > 0 &&
         g_list_model_get_n_items (G_LIST_MODEL (bambu_session_get_presets (session))) > 0;
}

static gboolean
is_idle (gpointer data)
{
  BambuSession *session = get_session (data);

  return !bambu_list_get_loading (bambu_session_get_devices (session)) &&
         !bambu_list_get_loading (bambu_session_get_projects (session)) &&
         !bambu_list_get_loading (bambu_session_get_presets (session));
}

static void
wait_for (Fixture  *fixture,
          TestFunc  condition)
{
  g_assert_true (test_wait_until (condition, fixture, PAGE_HARNESS_TIMEOUT_MS));
}

typedef void (*Body) (Fixture *fixture);

typedef struct
{
  Fixture *fixture;
  Body     body;
} Run;

static gboolean
run_body_cb (gpointer data)
{
  Run *run = data;
  Fixture *fixture = run->fixture;

  fixture->window = PLATEN_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (fixture->application)));
  wait_for (fixture, is_signed_in);
  wait_for (fixture, has_lists);
  run->body (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
  g_application_quit (G_APPLICATION (fixture->application));

  return G_SOURCE_REMOVE;
}

static void
activated_cb (Run *run)
{
  g_idle_add (run_body_cb, run);
}

/* Starts the program as main() does, and ends it when @body has returned. */
static void
run_program (Fixture *fixture,
             Body     body)
{
  Run run = { fixture, body };

  /* The program takes it out of its environment. */
  g_setenv ("PLATEN_TOKEN", TEST_CLOUD_TOKEN, TRUE);
  fixture->application = platen_application_new (FALSE);
  g_application_set_flags (G_APPLICATION (fixture->application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect_data (fixture->application, "activate",
                         G_CALLBACK (activated_cb), &run, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_assert_cmpint (g_application_run (G_APPLICATION (fixture->application), 0, NULL), ==, 0);
  g_clear_object (&fixture->application);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->cloud = test_cloud_new (NULL);
  fixture->cache = g_build_filename (g_get_user_cache_dir (), "platen", NULL);
  g_setenv ("PLATEN_API_URL", test_cloud_get_url (fixture->cloud), TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  page_harness_remove_folder (fixture->cache);
  g_free (fixture->cache);
  test_cloud_free (fixture->cloud);
}

static const char *
first_id (BambuList *list)
{
  g_autoptr(BambuItem) item = g_list_model_get_item (G_LIST_MODEL (list), 0);

  return bambu_item_get_id (item);
}

static void
activate (Fixture    *fixture,
          const char *action,
          const char *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), action,
                              parameter != NULL ? "s" : NULL, parameter);
}

static GtkWidget *
get_page (Fixture *fixture)
{
  return platen_window_get_visible_page (fixture->window);
}

static gboolean
is_page_shown (gpointer data)
{
  GtkWidget *page = get_page (data);

  return gtk_widget_get_mapped (page) && gtk_widget_get_width (page) > 0;
}

static void
test_pages (Fixture *fixture)
{
  g_assert_true (PLATEN_IS_PRINTERS_PAGE (get_page (fixture)));
  activate (fixture, "win.page", "projects");
  g_assert_true (PLATEN_IS_PROJECTS_PAGE (get_page (fixture)));
  activate (fixture, "win.page", "presets");
  g_assert_true (PLATEN_IS_PRESETS_PAGE (get_page (fixture)));
  activate (fixture, "win.page", "account");
  g_assert_true (PLATEN_IS_ACCOUNT_PAGE (get_page (fixture)));
  activate (fixture, "win.page", "no-such-page");
  g_assert_true (PLATEN_IS_PRINTERS_PAGE (get_page (fixture)));
}

static void
test_opens_things (Fixture *fixture)
{
  BambuSession *session = get_session (fixture);

  activate (fixture, "win.open-project", first_id (bambu_session_get_projects (session)));
  g_assert_true (PLATEN_IS_PROJECT_PAGE (get_page (fixture)));
  activate (fixture, "win.open-printer", first_id (bambu_session_get_devices (session)));
  g_assert_true (PLATEN_IS_PRINTER_PAGE (get_page (fixture)));
  wait_for (fixture, is_page_shown);
  activate (fixture, "win.back", NULL);
  g_assert_true (PLATEN_IS_PRINTERS_PAGE (get_page (fixture)));

  /* Each page is as it was left. */
  activate (fixture, "win.page", "projects");
  g_assert_true (PLATEN_IS_PROJECT_PAGE (get_page (fixture)));
  activate (fixture, "win.open-preset", first_id (bambu_session_get_presets (session)));
  g_assert_true (PLATEN_IS_PRESET_PAGE (get_page (fixture)));

  /* What is gone leads to its page. */
  activate (fixture, "win.open-preset", "no-such-preset");
  g_assert_true (PLATEN_IS_PRESETS_PAGE (get_page (fixture)));
}

static gboolean
is_preset_page (gpointer data)
{
  return PLATEN_IS_PRESET_PAGE (get_page (data));
}

/* The text of a toast is text, and its button leads to what it speaks of. */
static void
test_toast (Fixture *fixture)
{
  const char *id = first_id (bambu_session_get_presets (get_session (fixture)));
  GtkWidget *window = GTK_WIDGET (fixture->window);

  gtk_widget_activate_action (window, "win.toast-show", "(sss)", "“<b>Mine</b> & yours” is imported", "win.open-preset", id);
  page_harness_await_text (window, "“<b>Mine</b> & yours” is imported");
  page_harness_click (window, "Show");
  wait_for (fixture, is_preset_page);
}

/* One printer is paused. */
static void
test_badge (Fixture *fixture)
{
  GtkWidget *row = page_harness_find (GTK_WIDGET (fixture->window), PLATEN_TYPE_SIDEBAR_ROW);

  g_assert_cmpstr (platen_sidebar_row_get_page (PLATEN_SIDEBAR_ROW (row)), ==, "printers");
  g_assert_nonnull (page_harness_find_text (row, "1"));
}

static gboolean
has_messages (gpointer data)
{
  BambuFeed *feed = bambu_session_get_messages (get_session (data), BAMBU_MESSAGE_KIND_UNKNOWN);

  return bambu_list_get_updated (bambu_feed_get_list (feed)) != NULL;
}

static GtkWidget *
get_messages_row (Fixture *fixture)
{
  g_autoptr(GPtrArray) rows = page_harness_collect (GTK_WIDGET (fixture->window), PLATEN_TYPE_SIDEBAR_ROW);

  for (guint i = 0; i < rows->len; i++)
    {
      if (g_str_equal (platen_sidebar_row_get_page (rows->pdata[i]), "messages"))
        return rows->pdata[i];
    }

  g_assert_not_reached ();
}

/* A message that comes is counted until its page was opened. */
static void
test_unread (Fixture *fixture)
{
  BambuFeed *feed = bambu_session_get_messages (get_session (fixture), BAMBU_MESSAGE_KIND_UNKNOWN);
  GtkWidget *row = get_messages_row (fixture);

  wait_for (fixture, has_messages);
  g_assert_null (page_harness_find_text (row, "1"));
  page_harness_answer (fixture->cloud, "/v1/user-service/my/messages",
                       "{\"hits\": [{\"id\": 99999999, \"type\": 1, \"content\": \"Hello\"}]}");
  bambu_list_refresh_async (bambu_feed_get_list (feed), NULL, NULL, NULL);
  page_harness_await_text (row, "1");

  activate (fixture, "win.page", "messages");
  page_harness_await_text (get_page (fixture), "Hello");
  page_harness_await_gone (row, "1");
  g_assert_nonnull (page_harness_find_text (get_page (fixture), "New"));

  activate (fixture, "win.open-message", "99999999");
  g_assert_true (PLATEN_IS_MESSAGE_PAGE (get_page (fixture)));
  wait_for (fixture, is_page_shown);
  activate (fixture, "win.back", NULL);

  /* It was not left for good. */
  page_harness_await_text (get_page (fixture), "New");
  activate (fixture, "win.page", "printers");
  wait_for (fixture, is_page_shown);
  activate (fixture, "win.page", "messages");
  page_harness_await_gone (get_page (fixture), "New");
}

static gboolean
has_strip (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr(GPtrArray) strips = page_harness_collect (get_page (fixture), PLATEN_TYPE_STRIP);

  for (guint i = 0; i < strips->len; i++)
    {
      if (platen_strip_get_revealed (g_ptr_array_index (strips, i)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_no_strip (gpointer data)
{
  return !has_strip (data);
}

static void
test_loses_and_regains_the_cloud (Fixture *fixture)
{
  wait_for (fixture, is_idle);
  g_assert_false (has_strip (fixture));

  test_cloud_stop (fixture->cloud);
  activate (fixture, "win.refresh", NULL);
  wait_for (fixture, has_strip);

  /* What was known is still there. */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bambu_session_get_devices (get_session (fixture)))), >, 0);

  test_cloud_start (fixture->cloud);
  activate (fixture, "win.refresh", NULL);
  wait_for (fixture, has_no_strip);
}

static gboolean
has_device_error (gpointer data)
{
  return bambu_list_get_error (bambu_session_get_devices (get_session (data))) != NULL;
}

/* Another start, while the cloud says who one is and then no more. */
static void
test_last_known_data (Fixture *fixture)
{
  wait_for (fixture, is_idle);
}

static void
test_last_known_data_again (Fixture *fixture)
{
  wait_for (fixture, has_device_error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bambu_session_get_devices (get_session (fixture)))), ==, 6);
}

static gboolean
is_folded (gpointer data)
{
  GtkWidget *leaflet = page_harness_find (GTK_WIDGET (((Fixture *)data)->window), ADW_TYPE_LEAFLET);

  return adw_leaflet_get_folded (ADW_LEAFLET (leaflet));
}

static void
test_narrow (Fixture *fixture)
{
  GtkWidget *leaflet = page_harness_find (GTK_WIDGET (fixture->window), ADW_TYPE_LEAFLET);

  g_assert_false (is_folded (fixture));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  wait_for (fixture, is_folded);
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (ADW_LEAFLET (leaflet)), ==, "content");

  activate (fixture, "win.back", NULL);
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (ADW_LEAFLET (leaflet)), ==, "sidebar");
  activate (fixture, "win.page", "presets");
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (ADW_LEAFLET (leaflet)), ==, "content");
}

static gboolean
is_signed_out (gpointer data)
{
  PlatenSessionManager *manager = platen_application_get_manager (((Fixture *)data)->application);

  return platen_session_manager_get_state (manager) == PLATEN_SESSION_STATE_SIGNED_OUT;
}

static gboolean
has_no_cache (gpointer data)
{
  g_autoptr(GDir) directory = g_dir_open (((Fixture *)data)->cache, 0, NULL);

  return directory == NULL || g_dir_read_name (directory) == NULL;
}

/* What Wayland and X11 tell the desktop about windows that are not the main one. */
static void
test_dialogs_have_the_id (Fixture *fixture)
{
  g_assert_cmpstr (g_get_prgname (), ==, g_application_get_application_id (G_APPLICATION (fixture->application)));
}

static void
test_sign_out (Fixture *fixture)
{
  wait_for (fixture, is_idle);
  g_assert_false (has_no_cache (fixture));
  platen_session_manager_sign_out (platen_application_get_manager (fixture->application));
  wait_for (fixture, is_signed_out);
  g_assert_null (get_session (fixture));
  wait_for (fixture, has_no_cache);
}

/* The cloud says that the token is no good any more. */
static void
test_token_revoked (Fixture *fixture)
{
  wait_for (fixture, is_idle);
  test_cloud_fault (fixture->cloud,
                    "{\"path\": \"/v1/iot-service/api/user/bind\", \"status\": 401, \"times\": 1000,"
                    " \"body\": \"{\\\"code\\\": 4, \\\"error\\\": \\\"Please login.\\\", \\\"message\\\": \\\"\\\"}\"}");
  activate (fixture, "win.refresh", NULL);
  wait_for (fixture, is_signed_out);
}

static void
run_test (Fixture       *fixture,
          gconstpointer  data)
{
  run_program (fixture, (Body)data);

  if ((Body)data == test_last_known_data)
    {
      test_cloud_fault (fixture->cloud,
                        "{\"path\": \"/v1/iot-service/api/user/bind\", \"status\": 500, \"times\": 1000}");
      run_program (fixture, test_last_known_data_again);
    }
}

static void
add (const char *path,
     Body        test)
{
  g_test_add (path, Fixture, test, set_up, run_test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  page_harness_init (&argc, &argv);

  add ("/app/window/pages", test_pages);
  add ("/app/window/opens-things", test_opens_things);
  add ("/app/window/badge", test_badge);
  add ("/app/window/toast", test_toast);
  add ("/app/window/unread", test_unread);
  add ("/app/window/loses-and-regains-the-cloud", test_loses_and_regains_the_cloud);
  add ("/app/window/last-known-data", test_last_known_data);
  add ("/app/window/narrow", test_narrow);
  add ("/app/window/dialogs-have-the-id", test_dialogs_have_the_id);
  add ("/app/window/sign-out", test_sign_out);
  add ("/app/window/token-revoked", test_token_revoked);

  return g_test_run ();
}
