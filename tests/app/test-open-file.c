/* test-open-file.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "page-harness.h"

#include <glib/gstdio.h>

#include "platen-projects-page.h"
#include "platen-uploads.h"

/* A 3MF that the system asks to open. */

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

static gboolean
is_asked (gpointer user_data)
{
  return find_dialog () != NULL;
}

static gboolean
is_uploaded (gpointer user_data)
{
  AppFixture *app = user_data;

  return page_harness_find_text (GTK_WIDGET (app->window), "Uploaded") != NULL;
}

static void
answer (const char *response)
{
  AdwMessageDialog *dialog;

  app_fixture_await_true (is_asked, NULL);
  dialog = find_dialog ();
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static guint
count_uploads (AppFixture *app)
{
  BambuSession *session = platen_session_manager_get_session (app->manager);

  return g_list_model_get_n_items (G_LIST_MODEL (platen_uploads_get (session)));
}

static void
check_open (AppFixture *app,
            gpointer    user_data)
{
  GFile *file = user_data;

  /* Before anybody is signed in: it is asked once somebody is. */
  g_application_open (G_APPLICATION (app->application), &file, 1, "");
  answer ("cancel");
  g_assert_cmpint (platen_session_manager_get_state (app->manager), ==, PLATEN_SESSION_STATE_SIGNED_IN);
  g_assert_cmpuint (count_uploads (app), ==, 0);

  g_application_open (G_APPLICATION (app->application), &file, 1, "");
  answer ("upload");
  g_assert_cmpuint (count_uploads (app), ==, 1);
  g_assert_true (PLATEN_IS_PROJECTS_PAGE (platen_window_get_visible_page (app->window)));
  app_fixture_await_true (is_uploaded, app);
}

static void
test_open (void)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "Opened.3mf", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, "PK\003\004 and so on", -1, &error);
  g_assert_no_error (error);
  app_fixture_run (TRUE, check_open, file);
  g_assert_cmpint (g_remove (path), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  page_harness_init (&argc, &argv);

  g_test_add_func ("/app/open-file", test_open);

  return g_test_run ();
}
