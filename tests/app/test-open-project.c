/* test-open-project.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "page-harness.h"
#include "platen-picture.h"
#include "platen-project-card.h"
#include "platen-project-page.h"
#include "platen-projects-page.h"

/* From the grid of the real window to a project, with its pictures, and back to where one was. */

static gboolean
shows_pictures (AppFixture *app,
                GType       within)
{
  g_autoptr(GPtrArray) pictures = page_harness_collect (GTK_WIDGET (app->window), PLATEN_TYPE_PICTURE);
  guint n_loaded = 0;

  for (guint i = 0; i < pictures->len; i++)
    {
      if (gtk_widget_get_ancestor (pictures->pdata[i], within) != NULL)
        n_loaded += platen_picture_get_loaded (pictures->pdata[i]) ? 1 : 0;
    }

  return n_loaded > 0;
}

static gboolean
cards_have_pictures (gpointer user_data)
{
  return shows_pictures (user_data, PLATEN_TYPE_PROJECT_CARD);
}

static gboolean
page_has_pictures (gpointer user_data)
{
  AppFixture *app = user_data;

  return PLATEN_IS_PROJECT_PAGE (platen_window_get_visible_page (app->window)) &&
         shows_pictures (app, PLATEN_TYPE_PROJECT_PAGE);
}

static gboolean
grid_is_back (gpointer user_data)
{
  AppFixture *app = user_data;

  return PLATEN_IS_PROJECTS_PAGE (platen_window_get_visible_page (app->window));
}

static void
check_open (AppFixture *app,
            gpointer    user_data)
{
  GtkWidget *window = GTK_WIDGET (app->window);
  BambuProject *project;
  GtkWidget *card;
  GtkWidget *page;

  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_IN);
  g_assert_true (gtk_widget_activate_action (window, "win.page", "s", "projects"));
  app_fixture_await_true (cards_have_pictures, app);

  card = page_harness_find (window, PLATEN_TYPE_PROJECT_CARD);
  project = platen_project_card_get_project (PLATEN_PROJECT_CARD (card));
  g_assert_true (gtk_widget_activate_action (card, "list.activate-item", "u", 0));
  app_fixture_await_true (page_has_pictures, app);

  page = platen_window_get_visible_page (app->window);
  g_assert_true (platen_project_page_get_project (PLATEN_PROJECT_PAGE (page)) == project);
  g_assert_nonnull (page_harness_find_text (page, bambu_project_get_name (project)));
  g_assert_nonnull (page_harness_find_text (page, "Plate 1"));

  g_assert_true (gtk_widget_activate_action (window, "win.back", NULL));
  app_fixture_await_true (grid_is_back, app);
}

/* How the projects are sorted is for the next start, too. */
static void
check_sort (AppFixture *app,
            gpointer    user_data)
{
  const char *expected = user_data;
  GSettings *settings = platen_application_get_settings (app->application);
  GtkWidget *page;
  g_autofree char *sort = NULL;

  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_IN);
  page = platen_window_get_root_page (app->window, "projects");
  g_object_get (page, "sort", &sort, NULL);
  g_assert_cmpstr (sort, ==, expected);
  g_assert_true (gtk_widget_activate_action (page, "projects.sort", "s", "name"));
  g_clear_pointer (&sort, g_free);
  sort = g_settings_get_string (settings, "projects-sort");
  g_assert_cmpstr (sort, ==, "name");
}

static void
test_sort (void)
{
  app_fixture_run (TRUE, check_sort, (gpointer)"newest");
  app_fixture_run (TRUE, check_sort, (gpointer)"name");
}

static void
test_open (void)
{
  app_fixture_run (TRUE, check_open, NULL);
}

int
main (int   argc,
      char *argv[])
{
  page_harness_init (&argc, &argv);

  g_test_add_func ("/app/open-project", test_open);
  g_test_add_func ("/app/sort-projects", test_sort);

  return g_test_run ();
}
