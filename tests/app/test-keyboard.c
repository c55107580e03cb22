/* test-keyboard.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "page-harness.h"
#include "platen-grouped-row.h"
#include "platen-preset-page.h"
#include "platen-section.h"
#include "platen-tab-stop.h"

/* Where the keyboard is, in the real window on the demo. */

static GtkWidget *
get_focus (AppFixture *app)
{
  return gtk_root_get_focus (GTK_ROOT (app->window));
}

/* On the page that is shown, below its header. */
static gboolean
is_in_content (gpointer user_data)
{
  AppFixture *app = user_data;
  GtkWidget *focus = get_focus (app);

  return focus != NULL &&
         gtk_widget_get_mapped (focus) &&
         gtk_widget_is_ancestor (focus, platen_window_get_visible_page (app->window)) &&
         gtk_widget_get_ancestor (focus, ADW_TYPE_HEADER_BAR) == NULL;
}

static gboolean
is_in_list (gpointer user_data)
{
  return is_in_content (user_data) && gtk_widget_get_ancestor (get_focus (user_data), PLATEN_TYPE_TAB_STOP) != NULL;
}

/* The cell that the keyboard is in, once the list has come. */
static GtkWidget *
await_cell (AppFixture *app)
{
  app_fixture_await_true (is_in_list, app);

  return get_focus (app);
}

static void
show_page (AppFixture *app,
           const char *page)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (app->window), "win.page", "s", page));
}

static void
press_tab (AppFixture *app)
{
  gtk_widget_child_focus (GTK_WIDGET (app->window), GTK_DIR_TAB_FORWARD);
}

/* What a key of a class of widgets does. */
static gboolean
press (GtkWidget  *widget,
       const char *key)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; G_IS_LIST_MODEL (controller) && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (trigger, key))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, NULL);
        }
    }

  return FALSE;
}

static void
check_pages (AppFixture *app,
             gpointer    user_data)
{
  const char * const pages[] = { "projects", "history", "presets", "messages", "account", "printers" };

  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_IN);
  app_fixture_await_true (is_in_content, app);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *row;

      show_page (app, pages[i]);
      app_fixture_await_true (is_in_content, app);

      /* Not on what cannot be done with: a heading. Not on what takes leave: the button that signs out. */
      row = gtk_widget_get_first_child (get_focus (app));
      g_assert_false (PLATEN_IS_GROUPED_ROW (row) && platen_grouped_row_is_heading (PLATEN_GROUPED_ROW (row)));
      g_assert_false (GTK_IS_BUTTON (get_focus (app)));
    }
}

static void
test_pages (void)
{
  app_fixture_run (TRUE, check_pages, NULL);
}

static void
check_tab (AppFixture *app,
           gpointer    user_data)
{
  const char * const pages[] = { "history", "presets", "projects", "printers" };

  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_IN);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *cell;
      GtkWidget *list;

      show_page (app, pages[i]);
      cell = await_cell (app);
      list = gtk_widget_get_ancestor (cell, PLATEN_TYPE_TAB_STOP);

      press_tab (app);
      g_assert_false (get_focus (app) != NULL && gtk_widget_is_ancestor (get_focus (app), list));

      /* And back, to where one was unless the list of a newer GTK has an opinion of its own. */
      gtk_widget_child_focus (list, GTK_DIR_TAB_BACKWARD);
      g_assert_nonnull (get_focus (app));
      g_assert_true (gtk_widget_is_ancestor (get_focus (app), list));
      if (gtk_check_version (4, 12, 0) != NULL)
        g_assert_true (get_focus (app) == cell);
    }
}

static void
test_tab (void)
{
  app_fixture_run (TRUE, check_tab, NULL);
}

static gboolean
is_on_first_page (gpointer user_data)
{
  AppFixture *app = user_data;
  GtkWidget *page = platen_window_get_visible_page (app->window);
  PlatenSection *section = PLATEN_SECTION (gtk_widget_get_ancestor (page, PLATEN_TYPE_SECTION));

  return page == platen_section_get_root (section);
}

static void
check_back (AppFixture *app,
            gpointer    user_data)
{
  BambuList *presets;
  g_autoptr(BambuPreset) preset = NULL;
  GtkWidget *section;
  GtkWidget *cell;

  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_IN);
  presets = bambu_session_get_presets (platen_window_get_session (app->window));
  show_page (app, "presets");
  cell = await_cell (app);
  preset = g_list_model_get_item (G_LIST_MODEL (presets), 0);

  /* The settings come after the page has. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (app->window), "win.open-preset",
                                             "s", bambu_preset_get_id (preset)));
  g_assert_true (PLATEN_IS_PRESET_PAGE (platen_window_get_visible_page (app->window)));
  await_cell (app);

  section = gtk_widget_get_ancestor (platen_window_get_visible_page (app->window), PLATEN_TYPE_SECTION);
  g_assert_true (press (section, "Escape"));
  app_fixture_await_true (is_on_first_page, app);
  app_fixture_await_true (is_in_content, app);
  g_assert_true (get_focus (app) == cell);

  /* There is nowhere further back. */
  g_assert_false (press (section, "Escape"));
  g_assert_true (is_on_first_page (app));
}

static void
test_back (void)
{
  app_fixture_run (TRUE, check_back, NULL);
}

/* The position of the one page that is marked. */
static int
find_marked (GtkListBox *pages)
{
  GtkListBoxRow *row;
  int found = -1;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (pages, i)) != NULL; i++)
    {
      if ((gtk_widget_get_state_flags (GTK_WIDGET (row)) & GTK_STATE_FLAG_SELECTED) == 0)
        continue;

      g_assert_cmpint (found, ==, -1);
      found = i;
    }

  return found;
}

static void
check_sidebar (AppFixture *app,
               gpointer    user_data)
{
  GtkWidget *sidebar = app_fixture_get_child (GTK_WIDGET (app->window), "sidebar");
  GtkListBox *pages = app_fixture_get_child (sidebar, "pages");

  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_IN);
  show_page (app, "projects");
  app_fixture_await_true (is_in_content, app);
  g_assert_cmpint (find_marked (pages), ==, 1);

  /* The mark is on the page that is shown, wherever the keyboard goes. */
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (pages, 1)));
  g_signal_emit_by_name (pages, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE);
  g_assert_true (get_focus (app) == GTK_WIDGET (gtk_list_box_get_row_at_index (pages, 2)));
  g_assert_cmpint (find_marked (pages), ==, 1);

  g_signal_emit_by_name (pages, "activate-cursor-row");
  g_assert_cmpint (find_marked (pages), ==, 2);
}

static void
test_sidebar (void)
{
  app_fixture_run (TRUE, check_sidebar, NULL);
}

int
main (int    argc,
      char **argv)
{
  page_harness_init (&argc, &argv);

  g_test_add_func ("/app/keyboard/pages", test_pages);
  g_test_add_func ("/app/keyboard/tab", test_tab);
  g_test_add_func ("/app/keyboard/back", test_back);
  g_test_add_func ("/app/keyboard/sidebar", test_sidebar);

  return g_test_run ();
}
