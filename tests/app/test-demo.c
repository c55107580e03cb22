/* test-demo.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "page-harness.h"
#include "platen-page.h"
#include "platen-printer-page.h"
#include "platen-printers-page.h"
#include "platen-project-page.h"
#include "platen-projects-page.h"

/* The demo, in the real window: what is shown where, and how one gets there and back. */

typedef struct
{
  GtkWidget *root;
  GType      type;
} TypeWait;

static gboolean
shows_type (gpointer user_data)
{
  TypeWait *wait = user_data;

  return page_harness_find (wait->root, wait->type) != NULL;
}

static GtkWidget *
await_type (AppFixture *app,
            GType       type)
{
  TypeWait wait = { GTK_WIDGET (app->window), type };

  app_fixture_await_true (shows_type, &wait);

  return page_harness_find (wait.root, type);
}

static gboolean
has_items (gpointer user_data)
{
  return g_list_model_get_n_items (user_data) > 0;
}

/* A window that has only just come learns of the size that it came with afterwards, and takes it: asked for again. */
static gboolean
is_narrow (gpointer user_data)
{
  AppFixture *app = user_data;
  GtkWindow *window = GTK_WINDOW (app->window);
  int width;
  int height;

  if (adw_leaflet_get_folded (app_fixture_get_child (GTK_WIDGET (window), "leaflet")))
    return TRUE;

  gtk_window_get_default_size (window, &width, &height);
  gtk_window_set_default_size (window, width == 360 ? 361 : 360, 640);

  return FALSE;
}

static gboolean
is_settled (gpointer user_data)
{
  return !adw_leaflet_get_child_transition_running (user_data);
}

static void
activate (AppFixture *app,
          const char *action,
          const char *target)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (app->window), action,
                                                     target != NULL ? g_variant_new_string (target) : NULL));
}

static GtkWidget *
get_page (AppFixture *app)
{
  return platen_window_get_visible_page (app->window);
}

static BambuList *
await_devices (AppFixture *app)
{
  BambuList *devices;

  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_IN);
  devices = bambu_session_get_devices (platen_window_get_session (app->window));
  app_fixture_await_true (has_items, devices);

  return devices;
}

static void
check_pages (AppFixture *app,
             gpointer    user_data)
{
  g_autoptr(BambuDevice) device = g_list_model_get_item (G_LIST_MODEL (await_devices (app)), 0);
  BambuList *projects = bambu_session_get_projects (platen_window_get_session (app->window));
  g_autoptr(BambuProject) project = NULL;
  GtkWidget *root;

  g_assert_nonnull (page_harness_find_text (GTK_WIDGET (app->window), "Demo"));

  root = await_type (app, PLATEN_TYPE_PRINTERS_PAGE);
  activate (app, "win.open-printer", bambu_device_get_id (device));
  await_type (app, PLATEN_TYPE_PRINTER_PAGE);
  g_assert_true (platen_printer_page_get_device (PLATEN_PRINTER_PAGE (get_page (app))) == device);

  /* A page is left as it is while another is looked at, and let go of when it is left for good. */
  activate (app, "win.page", "projects");
  await_type (app, PLATEN_TYPE_PROJECTS_PAGE);
  activate (app, "win.page", "printers");
  g_assert_true (PLATEN_IS_PRINTER_PAGE (get_page (app)));
  activate (app, "win.back", NULL);
  g_assert_true (get_page (app) == root);

  app_fixture_await_true (has_items, projects);
  project = g_list_model_get_item (G_LIST_MODEL (projects), 0);
  activate (app, "win.open-project", bambu_project_get_id (project));
  await_type (app, PLATEN_TYPE_PROJECT_PAGE);
  g_assert_true (platen_project_page_get_project (PLATEN_PROJECT_PAGE (get_page (app))) == project);

  /* What is gone has no page. */
  activate (app, "win.open-printer", "of nobody");
  g_assert_true (get_page (app) == root);

  activate (app, "win.search", NULL);
  g_assert_nonnull (await_type (app, GTK_TYPE_SEARCH_ENTRY));
  activate (app, "win.refresh", NULL);
}

static void
test_pages (void)
{
  app_fixture_run (TRUE, check_pages, NULL);
}

static gboolean
has_keyboard_on_page (gpointer user_data)
{
  AppFixture *app = user_data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (app->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, get_page (app));
}

static void
check_keys (AppFixture *app,
            gpointer    user_data)
{
  const char * const pages[] = { "projects", "history", "presets", "messages", "printers" };
  g_autoptr(BambuDevice) device = g_list_model_get_item (G_LIST_MODEL (await_devices (app)), 0);
  GtkWidget *root = await_type (app, PLATEN_TYPE_PRINTERS_PAGE);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkStack *sections = app_fixture_get_child (GTK_WIDGET (app->window), "sections");

      activate (app, "win.page", pages[i]);
      g_assert_cmpstr (gtk_stack_get_visible_child_name (sections), ==, pages[i]);

      /* The keyboard is on the page that one went to, as soon as there is something on it. */
      app_fixture_await_true (has_keyboard_on_page, app);
    }

  activate (app, "win.open-printer", bambu_device_get_id (device));
  await_type (app, PLATEN_TYPE_PRINTER_PAGE);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (app->window)), get_page (app)));
  activate (app, "win.back", NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (app->window)), root));
}

static void
test_keys (void)
{
  app_fixture_run (TRUE, check_keys, NULL);
}

static gboolean
has_name (GtkWidget *button)
{
  return page_harness_find (button, GTK_TYPE_LABEL) != NULL ||
         gtk_test_accessible_has_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
assert_names (AppFixture *app,
              GType       type)
{
  g_autoptr(GPtrArray) buttons = page_harness_collect (GTK_WIDGET (app->window), type);

  for (guint i = 0; i < buttons->len; i++)
    {
      /* What a menu button is made of has its name from it. */
      GtkWidget *button = gtk_widget_get_ancestor (buttons->pdata[i], GTK_TYPE_MENU_BUTTON);

      if (button == NULL)
        button = buttons->pdata[i];

      if (!has_name (button))
        g_error ("A button %s on %s has no name",
                 gtk_widget_get_name (button),
                 G_OBJECT_TYPE_NAME (platen_window_get_visible_page (app->window)));
    }
}

/* Every button says to those who cannot see it what it is for. */
static void
check_names (AppFixture *app,
             gpointer    user_data)
{
  const char * const pages[] = { "printers", "projects", "history", "presets", "messages", "account" };
  BambuSession *session;
  BambuList *lists[3];
  const char * const actions[] = { "win.open-printer", "win.open-project", "win.open-preset" };

  await_devices (app);
  session = platen_window_get_session (app->window);
  lists[0] = bambu_session_get_devices (session);
  lists[1] = bambu_session_get_projects (session);
  lists[2] = bambu_session_get_presets (session);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      activate (app, "win.page", pages[i]);
      assert_names (app, GTK_TYPE_BUTTON);
      assert_names (app, GTK_TYPE_MENU_BUTTON);
    }

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr(BambuItem) item = NULL;

      app_fixture_await_true (has_items, lists[i]);
      item = g_list_model_get_item (G_LIST_MODEL (lists[i]), 0);
      activate (app, actions[i], bambu_item_get_id (item));
      assert_names (app, GTK_TYPE_BUTTON);
      assert_names (app, GTK_TYPE_MENU_BUTTON);
    }
}

static void
test_names (void)
{
  app_fixture_run (TRUE, check_names, NULL);
}

static void
check_narrow (AppFixture *app,
              gpointer    user_data)
{
  AdwLeaflet *leaflet = app_fixture_get_child (GTK_WIDGET (app->window), "leaflet");
  GtkWidget *content = app_fixture_get_child (GTK_WIDGET (app->window), "toast_overlay");
  const char * const pages[] = { "printers", "projects", "history", "presets", "messages", "account" };
  int minimum;

  await_devices (app);
  g_assert_false (adw_leaflet_get_folded (leaflet));

  app_fixture_await_true (is_narrow, app);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      activate (app, "win.page", pages[i]);
      app_fixture_await_true (is_settled, leaflet);
      gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);

      /* To the sidebar, which is all there is then. */
      activate (app, "win.back", NULL);
      app_fixture_await_true (is_settled, leaflet);
      g_assert_cmpstr (adw_leaflet_get_visible_child_name (leaflet), ==, "sidebar");
    }
}

static void
test_narrow (void)
{
  app_fixture_run (TRUE, check_narrow, NULL);
}

static void
change_page_and_size (AppFixture *app,
                      gpointer    user_data)
{
  await_devices (app);
  activate (app, "win.page", "projects");
  gtk_window_set_default_size (GTK_WINDOW (app->window), 800, 610);
}

static void
check_page_and_size (AppFixture *app,
                     gpointer    user_data)
{
  int width;
  int height;

  await_devices (app);
  await_type (app, PLATEN_TYPE_PROJECTS_PAGE);
  gtk_window_get_default_size (GTK_WINDOW (app->window), &width, &height);
  g_assert_cmpint (width, ==, 800);
  g_assert_cmpint (height, ==, 610);
}

static void
test_remembered (void)
{
  g_autofree char *settings = g_build_filename (g_get_user_config_dir (), "platen-demo", "settings.ini", NULL);

  app_fixture_run (TRUE, change_page_and_size, NULL);
  g_assert_true (g_file_test (settings, G_FILE_TEST_IS_REGULAR));
  app_fixture_run (TRUE, check_page_and_size, NULL);
}

static void
check_signed_out (AppFixture *app,
                  gpointer    user_data)
{
  await_devices (app);
  platen_session_manager_sign_out (app->manager);
  app_fixture_await_view (app, "form");

  /* The demo's cloud has accounts as well, and the demo is a click away. */
  app_fixture_sign_in (app);
  app_fixture_await_view (app, "main");
  g_assert_cmpint (platen_session_manager_get_storage (app->manager), ==, PLATEN_SESSION_STORAGE_DEMO);
  platen_session_manager_sign_out (app->manager);
  app_fixture_await_view (app, "form");
  activate (app, "app.demo", NULL);
  await_devices (app);
}

static void
test_signed_out (void)
{
  app_fixture_run (TRUE, check_signed_out, NULL);
}

static void
check_no_cloud (AppFixture *app,
                gpointer    user_data)
{
  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_OUT);
  g_assert_true (platen_session_manager_can_retry (app->manager));
  g_assert_nonnull (platen_session_manager_get_notice (app->manager));
}

static void
test_no_cloud (void)
{
  g_autofree char *program = g_strdup (g_getenv ("PLATEN_DEMO_CLOUD"));

  g_setenv ("PLATEN_DEMO_CLOUD", "/nonexistent/platen-demo-cloud", TRUE);
  app_fixture_run (TRUE, check_no_cloud, NULL);
  g_setenv ("PLATEN_DEMO_CLOUD", "/bin/true", TRUE);
  app_fixture_run (TRUE, check_no_cloud, NULL);
  g_setenv ("PLATEN_DEMO_CLOUD", program, TRUE);
}

static void
check_windows (AppFixture *app,
               gpointer    user_data)
{
  const char * const windows[] = { "app.about", "app.preferences", "win.show-help-overlay" };

  await_devices (app);

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      GListModel *toplevels = gtk_window_get_toplevels ();
      guint n_before = 0;
      guint n_after = 0;

      for (guint j = 0; j < g_list_model_get_n_items (toplevels); j++)
        {
          g_autoptr(GtkWidget) toplevel = g_list_model_get_item (toplevels, j);

          n_before += gtk_widget_get_visible (toplevel);
        }

      activate (app, windows[i], NULL);

      for (guint j = 0; j < g_list_model_get_n_items (toplevels); j++)
        {
          g_autoptr(GtkWidget) toplevel = g_list_model_get_item (toplevels, j);

          n_after += gtk_widget_get_visible (toplevel);
        }

      g_assert_cmpuint (n_after, ==, n_before + 1);
    }
}

static void
test_windows (void)
{
  app_fixture_run (TRUE, check_windows, NULL);
}

int
main (int   argc,
      char *argv[])
{
  /* Keeps what is told to those who cannot see, and tells it to the test. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  page_harness_init (&argc, &argv);

  g_test_add_func ("/app/demo/pages", test_pages);
  g_test_add_func ("/app/demo/keys", test_keys);
  g_test_add_func ("/app/demo/names", test_names);
  g_test_add_func ("/app/demo/narrow", test_narrow);
  g_test_add_func ("/app/demo/remembered", test_remembered);
  g_test_add_func ("/app/demo/signed-out", test_signed_out);
  g_test_add_func ("/app/demo/no-cloud", test_no_cloud);
  g_test_add_func ("/app/demo/windows", test_windows);

  return g_test_run ();
}
