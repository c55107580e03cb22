/* test-projects.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page-harness.h"

#include <glib/gstdio.h>

#include "platen-page.h"
#include "platen-picture.h"
#include "platen-plate-thumb.h"
#include "platen-project-card.h"
#include "platen-project-page.h"
#include "platen-projects-page.h"
#include "platen-strip.h"
#include "platen-texture-cache.h"

#define DETAIL_PATH   "/v1/iot-service/api/user/project/*"
#define PROJECTS_PATH "/v1/iot-service/api/user/project"

static BambuProject *
get_project (PageHarness *harness,
             guint        position)
{
  g_autoptr(BambuProject) project = NULL;

  project = g_list_model_get_item (G_LIST_MODEL (bambu_session_get_projects (harness->session)), position);
  g_assert_nonnull (project);

  return project;
}

static void
show_grid (PageHarness *harness)
{
  GtkWidget *page = platen_projects_page_new ();

  platen_projects_page_set_session (PLATEN_PROJECTS_PAGE (page), harness->session);
  page_harness_show (harness, page, 900, 700);
}

static void
show_project (PageHarness *harness,
              guint        position)
{
  page_harness_show (harness,
                     platen_project_page_new (harness->session, get_project (harness, position)),
                     900, 700);
}

static gboolean
is_seen (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;
  graphene_rect_t view;

  graphene_rect_init (&view, 0, 0, gtk_widget_get_width (scroller), gtk_widget_get_height (scroller));

  return gtk_widget_compute_bounds (widget, scroller, &bounds) &&
         graphene_rect_intersection (&bounds, &view, NULL);
}

/* There are pictures to be seen, and each of them is loaded. */
static gboolean
all_pictures_are_loaded (gpointer user_data)
{
  PageHarness *harness = user_data;
  g_autoptr(GPtrArray) pictures = page_harness_collect (harness->window, PLATEN_TYPE_PICTURE);
  guint n_loaded = 0;

  for (guint i = 0; i < pictures->len; i++)
    {
      if (!is_seen (pictures->pdata[i]))
        continue;

      if (!platen_picture_get_loaded (pictures->pdata[i]))
        return FALSE;

      n_loaded++;
    }

  return n_loaded > 0;
}

static void
wait_for_pictures (PageHarness *harness)
{
  g_assert_true (test_wait_until (all_pictures_are_loaded, harness, PAGE_HARNESS_TIMEOUT_MS));
}

static guint
count_cards (PageHarness *harness)
{
  g_autoptr(GPtrArray) cards = page_harness_collect (harness->window, PLATEN_TYPE_PROJECT_CARD);
  guint n_cards = 0;

  for (guint i = 0; i < cards->len; i++)
    n_cards += is_seen (cards->pdata[i]) ? 1 : 0;

  return n_cards;
}

static GtkScrolledWindow *
find_scroller (PageHarness *harness)
{
  GtkWidget *card = page_harness_find (harness->window, PLATEN_TYPE_PROJECT_CARD);

  g_assert_nonnull (card);

  return GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (card, GTK_TYPE_SCROLLED_WINDOW));
}

static void
scroll_to (PageHarness *harness,
           double       fraction)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (find_scroller (harness));
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  gtk_adjustment_set_value (adjustment, end * fraction);
  page_harness_draw (harness);
}

typedef struct
{
  PageHarness *harness;
  const char  *text;
  guint        count;
} Expected;

static gboolean
card_count_is (gpointer user_data)
{
  Expected *expected = user_data;

  return count_cards (expected->harness) == expected->count;
}

static gboolean
pictures_were_asked_for (gpointer user_data)
{
  Expected *expected = user_data;

  return test_cloud_count_requests (expected->harness->cloud, "GET", "*.png") >= expected->count;
}

/* Waits until so many pictures have been asked for, and makes sure that no more are. */
static void
await_requests (PageHarness *harness,
                guint        n_requests)
{
  Expected expected = { harness, NULL, n_requests };

  g_assert_true (test_wait_until (pictures_were_asked_for, &expected, PAGE_HARNESS_TIMEOUT_MS));
  page_harness_draw (harness);
  page_harness_draw (harness);
  g_assert_cmpuint (test_cloud_count_requests (harness->cloud, "GET", "*.png"), ==, n_requests);
}

/* The cloud takes its time to draw a picture: here all of them are one. */
static void
share_picture (PageHarness *harness)
{
  g_autoptr(JsonNode) account = test_cloud_get (harness->cloud, "/v1/design-user-service/my/preference");
  const char *avatar = json_object_get_string_member (json_node_get_object (account), "avatar");
  g_autofree char *fault = g_strdup_printf ("{\"path\": \"/model/*.png\", \"redirect\": \"%s\"}", avatar);

  test_cloud_fault (harness->cloud, fault);
}

static void
test_grid_asks_for_what_is_seen (void)
{
  const char * const args[] = { "--projects", "200", NULL };
  g_autoptr(PageHarness) harness = page_harness_new (args);
  guint n_seen;
  guint n_asked;

  page_harness_refresh (harness, bambu_session_get_projects (harness->session));
  show_grid (harness);
  wait_for_pictures (harness);

  n_seen = count_cards (harness);
  n_asked = test_cloud_count_requests (harness->cloud, "GET", DETAIL_PATH);
  g_assert_cmpuint (n_seen, >=, 8);
  g_assert_cmpuint (n_seen, <, 40);
  g_assert_cmpuint (n_asked, ==, n_seen);

  /* What lies between is not asked for, nor anything again. */
  scroll_to (harness, 1);
  wait_for_pictures (harness);
  n_asked = test_cloud_count_requests (harness->cloud, "GET", DETAIL_PATH);
  g_assert_cmpuint (n_asked, <=, 2 * n_seen + 4);

  scroll_to (harness, 0);
  wait_for_pictures (harness);
  g_assert_cmpuint (test_cloud_count_requests (harness->cloud, "GET", DETAIL_PATH), ==, n_asked);
}

static void
test_grid_cancels_what_is_gone (void)
{
  const char * const args[] = { "--projects", "200", NULL };
  g_autoptr(PageHarness) harness = page_harness_new (args);
  guint n_seen;
  guint n_asked;

  page_harness_refresh (harness, bambu_session_get_projects (harness->session));
  test_cloud_fault (harness->cloud,
                    "{\"method\": \"GET\", \"path\": \"" DETAIL_PATH "\", \"delay_ms\": 3000, \"times\": 4}");
  show_grid (harness);

  while (test_cloud_count_requests (harness->cloud, "GET", DETAIL_PATH) < 4)
    g_main_context_iteration (NULL, FALSE);

  /* Those four are held up, and most of the first page waits behind them: that is not in the way now. */
  n_seen = count_cards (harness);
  scroll_to (harness, 1);
  wait_for_pictures (harness);
  n_asked = test_cloud_count_requests (harness->cloud, "GET", DETAIL_PATH);
  g_assert_cmpuint (n_asked, <, n_seen + count_cards (harness));
}

/* Of all cells that there are, also those that are bound but out of sight. */
static guint
count_loaded_pictures (GtkWidget *widget)
{
  guint n_loaded = PLATEN_IS_PICTURE (widget) && platen_picture_get_loaded (PLATEN_PICTURE (widget)) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_loaded += count_loaded_pictures (child);

  return n_loaded;
}

static gboolean
scroll_by_page (PageHarness *harness)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (find_scroller (harness));
  double before = gtk_adjustment_get_value (adjustment);

  gtk_adjustment_set_value (adjustment, before + gtk_adjustment_get_page_size (adjustment));
  page_harness_draw (harness);

  return gtk_adjustment_get_value (adjustment) > before;
}

static void
test_grid_keeps_few_pictures (void)
{
  const char * const args[] = { "--projects", "160", NULL };
  g_autoptr(PageHarness) harness = page_harness_new (args);
  PlatenTextureCache *cache = platen_texture_cache_get (bambu_session_get_pictures (harness->session));
  gsize most = 0;

  share_picture (harness);
  page_harness_refresh (harness, bambu_session_get_projects (harness->session));
  show_grid (harness);
  wait_for_pictures (harness);

  while (scroll_by_page (harness))
    {
      wait_for_pictures (harness);
      g_assert_cmpuint (count_loaded_pictures (harness->window), <=, 2 * count_cards (harness));
      g_assert_cmpuint (platen_texture_cache_get_bytes (cache), <=, PLATEN_TEXTURE_CACHE_MAX_BYTES);
      most = MAX (most, platen_texture_cache_get_bytes (cache));
    }

  /* That was more than there is room for. */
  g_assert_cmpuint (most, >, PLATEN_TEXTURE_CACHE_MAX_BYTES * 9 / 10);
}

static void
test_grid_searches (void)
{
  const char * const args[] = { "--projects", "5000", NULL };
  g_autoptr(PageHarness) harness = page_harness_new (args);
  GListModel *projects = G_LIST_MODEL (bambu_session_get_projects (harness->session));
  g_autofree char *upper = NULL;
  g_autofree char *found = NULL;
  GtkWidget *entry;
  guint n_matches = 0;

  page_harness_refresh (harness, bambu_session_get_projects (harness->session));
  show_grid (harness);
  wait_for_pictures (harness);

  upper = g_utf8_strup (bambu_project_get_name (get_project (harness, 4321)), -1);

  for (guint i = 0; i < g_list_model_get_n_items (projects); i++)
    {
      g_autofree char *other = g_utf8_strup (bambu_project_get_name (get_project (harness, i)), -1);

      n_matches += strstr (other, upper) != NULL ? 1 : 0;
    }

  g_assert_cmpuint (n_matches, >, 0);
  platen_page_toggle_search (PLATEN_PAGE (adw_window_get_content (ADW_WINDOW (harness->window))));
  page_harness_draw (harness);
  entry = page_harness_find (harness->window, GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (entry);

  gtk_editable_set_text (GTK_EDITABLE (entry), upper);
  found = g_strdup_printf ("%u of 5000", n_matches);
  page_harness_await_text (harness->window, found);

  gtk_editable_set_text (GTK_EDITABLE (entry), "no project is called that");
  page_harness_await_text (harness->window, "Nothing Found");
  page_harness_click (harness->window, "Clear Search");
  page_harness_await_text (harness->window, "5000 projects");
  wait_for_pictures (harness);
}

static gboolean
first_card_is (gpointer user_data)
{
  Expected *expected = user_data;
  GtkWidget *card = page_harness_find (expected->harness->window, PLATEN_TYPE_PROJECT_CARD);

  return card != NULL &&
         g_strcmp0 (bambu_project_get_name (platen_project_card_get_project (PLATEN_PROJECT_CARD (card))),
                    expected->text) == 0;
}

static void
test_grid_sorts (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  GListModel *projects = G_LIST_MODEL (bambu_session_get_projects (harness->session));
  Expected first_by_name = { harness, NULL, 0 };
  Expected newest = { harness, NULL, 0 };
  GtkWidget *page;

  page_harness_refresh (harness, bambu_session_get_projects (harness->session));
  show_grid (harness);
  page = adw_window_get_content (ADW_WINDOW (harness->window));

  for (guint i = 0; i < g_list_model_get_n_items (projects); i++)
    {
      const char *name = bambu_project_get_name (get_project (harness, i));

      if (first_by_name.text == NULL || g_utf8_collate (name, first_by_name.text) < 0)
        first_by_name.text = name;
    }

  newest.text = bambu_project_get_name (get_project (harness, 0));
  g_assert_true (test_wait_until (first_card_is, &newest, PAGE_HARNESS_TIMEOUT_MS));
  gtk_widget_activate_action (page, "projects.sort", "s", "name");
  g_assert_true (test_wait_until (first_card_is, &first_by_name, PAGE_HARNESS_TIMEOUT_MS));
  gtk_widget_activate_action (page, "projects.sort", "s", "newest");
  g_assert_true (test_wait_until (first_card_is, &newest, PAGE_HARNESS_TIMEOUT_MS));
}

/* As many cards in a row as fit, each of them 180 to 240 pixels wide; but always two, also where it is too narrow for that. */
static void
test_grid_cards (void)
{
  static const int widths[] = { 360, 408, 600, 620, 820, 1000, 1240 };
  const char * const args[] = { "--projects", "30", NULL };
  g_autoptr(PageHarness) harness = page_harness_new (args);

  page_harness_refresh (harness, bambu_session_get_projects (harness->session));

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *page = platen_projects_page_new ();
      g_autoptr(GPtrArray) cards = NULL;
      guint n_seen = 0;

      platen_projects_page_set_session (PLATEN_PROJECTS_PAGE (page), harness->session);
      page_harness_show (harness, page, widths[i], 700);
      page_harness_draw (harness);
      page_harness_draw (harness);
      cards = page_harness_collect (harness->window, PLATEN_TYPE_PROJECT_CARD);
      g_assert_cmpuint (cards->len, >, 0);

      for (guint j = 0; j < cards->len; j++)
        {
          GtkWidget *picture;

          if (!is_seen (cards->pdata[j]))
            continue;

          n_seen++;

          picture = page_harness_find (cards->pdata[j], PLATEN_TYPE_PICTURE);
          g_assert_cmpint (gtk_widget_get_width (picture), >=, gtk_widget_get_width (page) < 408 ? 144 : 180);
          g_assert_cmpint (gtk_widget_get_width (picture), <=, 240);
        }

      g_assert_cmpuint (n_seen, >=, 4);
      g_assert_cmpint (gtk_widget_get_width (page), <=, widths[i]);
    }
}

static void
test_grid_opens (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  GtkWidget *grid;

  page_harness_refresh (harness, bambu_session_get_projects (harness->session));
  show_grid (harness);
  wait_for_pictures (harness);

  grid = page_harness_find (harness->window, GTK_TYPE_GRID_VIEW);
  gtk_widget_activate_action (grid, "list.activate-item", "u", 3);
  g_assert_cmpstr (harness->opened, ==, bambu_project_get_id (get_project (harness, 3)));
}

static void
test_grid_states (void)
{
  const char * const args[] = { "--projects", "0", NULL };
  g_autoptr(PageHarness) harness = page_harness_new (args);

  /* Nothing is known yet: blank cards, no spinner. */
  show_grid (harness);
  g_assert_null (page_harness_find (harness->window, PLATEN_TYPE_PROJECT_CARD));
  g_assert_nonnull (page_harness_find (harness->window, GTK_TYPE_GRID_VIEW));

  page_harness_refresh (harness, bambu_session_get_projects (harness->session));
  page_harness_await_text (harness->window, "No Projects Yet");
}

static void
delete_pictures (PageHarness *harness)
{
  g_autoptr(GDir) accounts = g_dir_open (harness->folder, 0, NULL);
  g_autofree char *folder = NULL;
  g_autoptr(GDir) pictures = NULL;
  const char *name;

  g_assert_nonnull (accounts);
  folder = g_build_filename (harness->folder, g_dir_read_name (accounts), "pictures", NULL);
  pictures = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (pictures);

  while ((name = g_dir_read_name (pictures)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      /* A picture that is being written just now is there under another name first. */
      if (g_remove (path) != 0)
        g_assert_cmpint (errno, ==, ENOENT);
    }
}

/* What the disk tells of a project has addresses without their signatures: the cloud refuses those. */
static void
test_grid_renews_addresses (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  Expected expected = { harness, NULL, 0 };
  guint n_seen;

  page_harness_refresh (harness, bambu_session_get_projects (harness->session));
  show_grid (harness);
  wait_for_pictures (harness);
  n_seen = count_cards (harness);

  page_harness_reopen (harness);
  delete_pictures (harness);
  test_cloud_clear_requests (harness->cloud);

  show_grid (harness);
  expected.count = n_seen;
  g_assert_true (test_wait_until (card_count_is, &expected, PAGE_HARNESS_TIMEOUT_MS));
  wait_for_pictures (harness);
  g_assert_cmpuint (test_cloud_count_requests (harness->cloud, "GET", DETAIL_PATH), ==, n_seen);
}

/* The cloud goes on refusing: that is asked about once, not in a loop. */
static void
test_grid_renews_once (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  Expected expected = { harness, NULL, 0 };
  guint n_seen;

  page_harness_refresh (harness, bambu_session_get_projects (harness->session));
  show_grid (harness);
  wait_for_pictures (harness);
  n_seen = count_cards (harness);

  page_harness_reopen (harness);
  delete_pictures (harness);
  test_cloud_clear_requests (harness->cloud);
  test_cloud_fault (harness->cloud, "{\"path\": \"*.png\", \"status\": 403, \"times\": 1000}");

  show_grid (harness);
  expected.count = n_seen;
  g_assert_true (test_wait_until (card_count_is, &expected, PAGE_HARNESS_TIMEOUT_MS));
  await_requests (harness, 2 * n_seen);
  g_assert_cmpuint (test_cloud_count_requests (harness->cloud, "GET", DETAIL_PATH), ==, n_seen);
  g_assert_false (all_pictures_are_loaded (harness));
}

/* What is no picture shows a placeholder, and is not asked for over and over. */
static void
test_grid_survives_broken_pictures (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  guint n_seen;

  page_harness_refresh (harness, bambu_session_get_projects (harness->session));
  test_cloud_fault (harness->cloud,
                    "{\"path\": \"*.png\", \"status\": 200, \"times\": 1000, \"body\": \"no picture\"}");
  show_grid (harness);
  page_harness_draw (harness);
  n_seen = count_cards (harness);
  g_assert_cmpuint (n_seen, >, 0);
  await_requests (harness, n_seen);
  g_assert_false (all_pictures_are_loaded (harness));

  /* Nor is it kept for the next start. */
  test_cloud_clear_faults (harness->cloud);
  page_harness_reopen (harness);
  show_grid (harness);
  wait_for_pictures (harness);
}

static void
test_project_shows_plates (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  g_autoptr(GPtrArray) thumbs = NULL;
  GListModel *projects = G_LIST_MODEL (bambu_session_get_projects (harness->session));
  guint position = 0;

  page_harness_refresh (harness, bambu_session_get_projects (harness->session));

  do
    {
      g_assert_cmpuint (position, <, g_list_model_get_n_items (projects));
      show_project (harness, position);
      wait_for_pictures (harness);
      page_harness_await_text (harness->window, "Plate 1");
    }
  while (bambu_project_get_n_plates (get_project (harness, position++)) < 2);

  position--;
  page_harness_await_text (harness->window, bambu_project_get_name (get_project (harness, position)));
  page_harness_await_text (harness->window, "Filaments");
  page_harness_await_text (harness->window, "Printer");

  thumbs = page_harness_collect (harness->window, PLATEN_TYPE_PLATE_THUMB);
  g_assert_cmpuint (thumbs->len, >=, 2);
  gtk_flow_box_select_child (GTK_FLOW_BOX (gtk_widget_get_parent (thumbs->pdata[1])), thumbs->pdata[1]);
  page_harness_await_text (harness->window, "Plate 2");
  wait_for_pictures (harness);
}

static void
test_project_recovers (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);

  page_harness_refresh (harness, bambu_session_get_projects (harness->session));
  test_cloud_fault (harness->cloud,
                    "{\"method\": \"GET\", \"path\": \"" DETAIL_PATH "\", \"status\": 500, \"times\": 100}");
  show_project (harness, 0);
  page_harness_await_text (harness->window, "Could Not Be Loaded");

  test_cloud_clear_faults (harness->cloud);
  page_harness_click (harness->window, "Retry");
  page_harness_await_text (harness->window, "Plate 1");
  wait_for_pictures (harness);
}

static void
test_project_without_cloud (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  BambuList *projects = bambu_session_get_projects (harness->session);
  PlatenStrip *strip;

  page_harness_refresh (harness, projects);
  show_project (harness, 0);
  wait_for_pictures (harness);

  /* What was known stays, and is marked as such. */
  test_cloud_fault (harness->cloud, "{\"path\": \"" PROJECTS_PATH "\", \"status\": 500, \"times\": 100}");
  bambu_list_refresh_async (projects, NULL, NULL, NULL);
  page_harness_await_text (harness->window, "Retry");
  strip = PLATEN_STRIP (page_harness_find (harness->window, PLATEN_TYPE_STRIP));
  g_assert_true (g_str_has_prefix (platen_strip_get_title (strip), "Last updated "));
  g_assert_nonnull (page_harness_find_text (harness->window, "Plate 1"));
}

static void
test_project_is_gone (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  BambuList *projects = bambu_session_get_projects (harness->session);

  page_harness_refresh (harness, projects);
  show_project (harness, 0);
  wait_for_pictures (harness);

  test_cloud_fault (harness->cloud,
                    "{\"path\": \"" PROJECTS_PATH "\", \"status\": 200, \"times\": 1,"
                    " \"body\": \"{\\\"projects\\\": [{\\\"project_id\\\": \\\"1\\\", \\\"name\\\": \\\"Else\\\"}]}\"}");
  page_harness_refresh (harness, projects);
  page_harness_await_text (harness->window, "Project Is Gone");
}

int
main (int   argc,
      char *argv[])
{
  page_harness_init (&argc, &argv);

  g_test_add_func ("/projects/asks-for-what-is-seen", test_grid_asks_for_what_is_seen);
  g_test_add_func ("/projects/cancels-what-is-gone", test_grid_cancels_what_is_gone);
  g_test_add_func ("/projects/keeps-few-pictures", test_grid_keeps_few_pictures);
  g_test_add_func ("/projects/searches", test_grid_searches);
  g_test_add_func ("/projects/sorts", test_grid_sorts);
  g_test_add_func ("/projects/cards", test_grid_cards);
  g_test_add_func ("/projects/opens", test_grid_opens);
  g_test_add_func ("/projects/states", test_grid_states);
  g_test_add_func ("/projects/renews-addresses", test_grid_renews_addresses);
  g_test_add_func ("/projects/renews-once", test_grid_renews_once);
  g_test_add_func ("/projects/survives-broken-pictures", test_grid_survives_broken_pictures);
  g_test_add_func ("/project/shows-plates", test_project_shows_plates);
  g_test_add_func ("/project/recovers", test_project_recovers);
  g_test_add_func ("/project/without-cloud", test_project_without_cloud);
  g_test_add_func ("/project/is-gone", test_project_is_gone);

  return g_test_run ();
}
