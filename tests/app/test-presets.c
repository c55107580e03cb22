/* test-presets.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page-harness.h"

#include "platen-grouped-row.h"
#include "platen-page.h"
#include "platen-preset-page.h"
#include "platen-preset-row.h"
#include "platen-preset-text.h"
#include "platen-presets-page.h"
#include "platen-presets-view.h"
#include "platen-setting-row.h"
#include "platen-strip.h"

#define LIST_PATH   "/v1/iot-service/api/slicer/setting"
#define PRESET_PATH LIST_PATH "/"

/* Presets of all kinds, with what a list may hold: no name, names that say nothing, others' forms. */
#define PRESETS \
  "{\"print\": {\"private\": [{\"setting_id\": \"PO\", \"name\": \"My <b>fine</b> one\", \"base_id\": \"P1\", \"nickname\": \"Nick\"}], " \
  "\"public\": [" \
  "{\"setting_id\": \"P1\", \"name\": \"0.20mm Standard @BBL X1C\", \"version\": \"01.02.03.04\"}," \
  "{\"setting_id\": \"P2\", \"name\": \"0.10mm Standard @BBL X1C 0.2 nozzle\"}," \
  "{\"setting_id\": \"P3\", \"name\": \"0.20mm Standard @BBL A1M\"}," \
  "{\"setting_id\": \"P4\", \"name\": \"0.20mm Standard @Voron 2.4\"}," \
  "{\"setting_id\": \"P5\", \"name\": null}," \
  "{\"setting_id\": \"P6\", \"name\": \"fdm_process@\"}]}, " \
  "\"printer\": {\"public\": [" \
  "{\"setting_id\": \"M1\", \"name\": \"Bambu Lab P1S 0.4 nozzle\"}," \
  "{\"setting_id\": \"M2\", \"name\": \"Bambu Lab P1S 0.6 nozzle\"}," \
  "{\"setting_id\": \"M3\", \"name\": \"A big nozzle\"}], \"private\": null}, " \
  "\"filament\": {\"private\": [], \"public\": [" \
  "{\"setting_id\": \"F1\", \"name\": \"Bambu PLA Basic\", \"filament_type\": \"PLA\"}," \
  "{\"setting_id\": \"F2\", \"name\": \"Generic ABS\", \"filament_is_support\": \"1\"}," \
  "{\"setting_id\": \"F3\", \"name\": \"Fine PETG\", \"filament_vendor\": \"Prusament\"}," \
  "{\"setting_id\": \"F4\", \"name\": \"Unity\"}]}}"

#define CHILD \
  "{\"public\": false, \"type\": \"print\", \"name\": \"My <b>fine</b> one\", \"base_id\": \"P1\", \"version\": \"1.0.0.0\", " \
  "\"setting\": {\"inherits\": \"0.20mm Standard @BBL X1C\", \"layer_height\": \"0.28\", \"wall_loops\": [\"2\"], " \
  "\"seam_position\": \"back\", \"post_process\": \"G1 X1\\nG1 X2\\nG1 X3\\n\", \"tomorrow\": null}}"

#define PARENT \
  "{\"public\": true, \"type\": \"print\", \"name\": \"0.20mm Standard @BBL X1C\", \"version\": \"01.02.03.04\", " \
  "\"setting\": {\"inherits\": \"fdm_process_common\", \"layer_height\": \"0.2\", \"wall_loops\": \"2\", " \
  "\"seam_position\": \"aligned\"}}"

static void
refresh (PageHarness *harness)
{
  page_harness_refresh (harness, bambu_session_get_presets (harness->session));
}

static BambuPreset *
get_preset (PageHarness *harness,
            const char  *id)
{
  BambuPreset *preset = bambu_list_lookup (bambu_session_get_presets (harness->session), id);

  g_assert_nonnull (preset);

  return preset;
}

static PageHarness *
new_shelf (void)
{
  PageHarness *harness = page_harness_new (NULL);

  page_harness_answer (harness->cloud, LIST_PATH, PRESETS);
  page_harness_answer (harness->cloud, PRESET_PATH "PO", CHILD);
  page_harness_answer (harness->cloud, PRESET_PATH "P1", PARENT);
  refresh (harness);

  return harness;
}

static GtkWidget *
show_page (PageHarness *harness,
           int          width)
{
  GtkWidget *page = platen_presets_page_new ();

  platen_presets_page_set_session (PLATEN_PRESETS_PAGE (page), harness->session);
  page_harness_show (harness, page, width, 700);

  return page;
}

static gboolean
entry_is_shown (gpointer user_data)
{
  return page_harness_find (user_data, GTK_TYPE_SEARCH_ENTRY) != NULL;
}

static void
search (GtkWidget  *page,
        const char *text)
{
  if (!entry_is_shown (page))
    platen_page_toggle_search (PLATEN_PAGE (page));

  g_assert_true (test_wait_until (entry_is_shown, page, PAGE_HARNESS_TIMEOUT_MS));
  gtk_editable_set_text (GTK_EDITABLE (page_harness_find (page, GTK_TYPE_SEARCH_ENTRY)), text);
}

static void
click (GtkWidget  *root,
       const char *label)
{
  g_signal_emit_by_name (gtk_widget_get_ancestor (page_harness_find_text (root, label), GTK_TYPE_BUTTON), "clicked");
}

/* Activates the row that says @text, as a click on it does. */
static void
activate_row (GtkWidget  *page,
              const char *text)
{
  GtkWidget *label = page_harness_find_text (page, text);
  GtkWidget *row = gtk_widget_get_ancestor (label, PLATEN_TYPE_GROUPED_ROW);
  GtkListView *list = GTK_LIST_VIEW (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_VIEW));
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (list));
  g_autoptr(PlatenGroupedItem) item = NULL;

  g_object_get (row, "item", &item, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(PlatenGroupedItem) other = g_list_model_get_item (model, i);

      if (other == item)
        g_signal_emit_by_name (list, "activate", i);
    }
}

static void
assert_group (PageHarness      *harness,
              const char       *id,
              const char       *expected,
              PlatenPresetRank  expected_rank)
{
  PlatenPresetRank rank;
  g_autofree char *group = platen_preset_dup_group (get_preset (harness, id), &rank);

  g_assert_cmpstr (group, ==, expected);
  g_assert_cmpint (rank, ==, expected_rank);
}

static void
assert_takes (char       *string,
              const char *expected)
{
  g_assert_cmpstr (string, ==, expected);
  g_free (string);
}

static void
test_groups (void)
{
  g_autoptr(PageHarness) harness = new_shelf ();

  assert_group (harness, "PO", "Yours", PLATEN_PRESET_RANK_OWN);
  assert_group (harness, "P1", "Bambu Lab X1 Carbon", PLATEN_PRESET_RANK_VENDOR);
  assert_group (harness, "P2", "Bambu Lab X1 Carbon", PLATEN_PRESET_RANK_VENDOR);
  assert_group (harness, "P3", "Bambu Lab A1 mini", PLATEN_PRESET_RANK_VENDOR);
  assert_group (harness, "P4", "Voron 2.4", PLATEN_PRESET_RANK_VENDOR);
  assert_group (harness, "P5", "Others", PLATEN_PRESET_RANK_OTHER);
  assert_group (harness, "P6", "Others", PLATEN_PRESET_RANK_OTHER);
  assert_group (harness, "M1", "Bambu Lab P1S", PLATEN_PRESET_RANK_VENDOR);
  assert_group (harness, "M3", "A big nozzle", PLATEN_PRESET_RANK_VENDOR);
  assert_group (harness, "F1", "Bambu Lab", PLATEN_PRESET_RANK_VENDOR);
  assert_group (harness, "F2", "Generic", PLATEN_PRESET_RANK_VENDOR);
  assert_group (harness, "F3", "Prusament", PLATEN_PRESET_RANK_VENDOR);
  assert_group (harness, "F4", "Others", PLATEN_PRESET_RANK_OTHER);

  assert_takes (platen_preset_dup_title (get_preset (harness, "P5")), "Unnamed preset");
  assert_takes (platen_preset_dup_summary (get_preset (harness, "PO")), "Nick");
  assert_takes (platen_preset_dup_summary (get_preset (harness, "P1")), "01.02.03.04");
  assert_takes (platen_preset_dup_summary (get_preset (harness, "F1")), "PLA");
  assert_takes (platen_preset_dup_summary (get_preset (harness, "F2")), "for supports");
}

static void
test_list (void)
{
  g_autoptr(PageHarness) harness = new_shelf ();
  GtkWidget *page = show_page (harness, 900);

  page_harness_await_text (page, "Process (7)");
  page_harness_await_text (page, "Printer (3)");
  page_harness_await_text (page, "Filament (4)");
  page_harness_await_text (page, "Yours");
  page_harness_await_text (page, "1 of 100 used");
  page_harness_await_text (page, "My <b>fine</b> one");
  page_harness_await_text (page, "Bambu Lab X1 Carbon");

  activate_row (page, "0.20mm Standard @BBL A1M");
  g_assert_cmpstr (harness->opened, ==, "P3");

  /* A header is nothing to open. */
  g_clear_pointer (&harness->opened, g_free);
  activate_row (page, "Yours");
  g_assert_null (harness->opened);
}

static void
test_search (void)
{
  g_autoptr(PageHarness) harness = new_shelf ();
  GtkWidget *page = show_page (harness, 900);

  page_harness_await_text (page, "Process (7)");

  /* Across all kinds, and the tabs say how many. */
  search (page, "fine");
  page_harness_await_text (page, "Process (1)");
  page_harness_await_text (page, "Printer (0)");
  page_harness_await_text (page, "Filament (1)");
  page_harness_await_text (page, "1 of 100 used");
  activate_row (page, "My <b>fine</b> one");
  g_assert_cmpstr (harness->opened, ==, "PO");

  search (page, "abs");
  page_harness_await_text (page, "Nothing Found");
  page_harness_await_text (page, "Elsewhere: 1 filament preset");

  search (page, "shoe");
  page_harness_await_text (page, "No preset of any kind has these words.");
  click (page, "Clear Search");
  page_harness_await_text (page, "Process (7)");
  page_harness_await_gone (page, "Nothing Found");
}

static void
test_narrow (void)
{
  g_autoptr(PageHarness) harness = new_shelf ();
  GtkWidget *page = show_page (harness, 360);

  /* The tabs go below where there is no room above. */
  page_harness_await_text (page, "Filament (4)");
  page_harness_await_text (page, "Presets");
  g_assert_cmpint (gtk_widget_get_width (page), <=, 360);
}

static void
test_states (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  GtkWidget *page = show_page (harness, 900);

  g_assert_null (page_harness_find_text (page, "No Presets Yet"));

  page_harness_answer (harness->cloud, LIST_PATH, "{\"print\": null}");
  refresh (harness);
  page_harness_await_text (page, "No Presets Yet");

  test_cloud_clear_faults (harness->cloud);
  page_harness_answer (harness->cloud, LIST_PATH, PRESETS);
  refresh (harness);
  page_harness_await_text (page, "Process (7)");

  test_cloud_stop (harness->cloud);
  bambu_list_refresh_async (bambu_session_get_presets (harness->session), NULL, NULL, NULL);
  page_harness_await_text (page_harness_find (page, PLATEN_TYPE_STRIP), "Retry");
  page_harness_await_text (page, "My <b>fine</b> one");

  test_cloud_start (harness->cloud);
  refresh (harness);
  page_harness_await_gone (page, "Retry");
}

static GtkWidget *
show_preset (PageHarness *harness,
             const char  *id)
{
  GtkWidget *page = platen_preset_page_new (harness->session, get_preset (harness, id));

  page_harness_show (harness, page, 700, 800);

  return page;
}

static void
test_preset (void)
{
  g_autoptr(PageHarness) harness = new_shelf ();
  GtkWidget *page = show_preset (harness, "PO");

  page_harness_await_text (page, "0.28\u00a0mm");
  page_harness_await_text (page, "Layer height");
  page_harness_await_text (page, "Quality");

  /* What the parent has is there a moment later: two values are others, one is the same in another form. */
  page_harness_await_text (page, "Changed from 0.2\u00a0mm");
  page_harness_await_text (page, "Changed from Aligned");
  page_harness_await_text (page, "2 settings changed");

  activate_row (page, "0.20mm Standard @BBL X1C");
  g_assert_cmpstr (harness->opened, ==, "P1");

  /* Text of several lines opens on demand. */
  page_harness_await_text (page, "3 lines");
  g_assert_null (page_harness_find_text (page, "G1 X1\nG1 X2\nG1 X3"));
  activate_row (page, "3 lines");
  page_harness_await_text (page, "G1 X1\nG1 X2\nG1 X3");
  activate_row (page, "3 lines");
  page_harness_await_gone (page, "G1 X1\nG1 X2\nG1 X3");
}

static void
test_preset_search (void)
{
  g_autoptr(PageHarness) harness = new_shelf ();
  GtkWidget *page = show_preset (harness, "PO");

  page_harness_await_text (page, "Layer height");
  search (page, "wall");
  page_harness_await_gone (page, "Layer height");
  page_harness_await_text (page, "Wall loops");

  /* By its key, for who knows the files. */
  search (page, "layer_height");
  page_harness_await_text (page, "Layer height");
  search (page, "shoe");
  page_harness_await_text (page, "Nothing Found");
  click (page, "Clear Search");
  page_harness_await_text (page, "Wall loops");
}

/* A name that is not in the list is told, and leads nowhere. */
static void
test_preset_parent (void)
{
  g_autoptr(PageHarness) harness = new_shelf ();
  GtkWidget *page = show_preset (harness, "P1");

  page_harness_await_text (page, "fdm_process_common");
  activate_row (page, "fdm_process_common");
  g_assert_null (harness->opened);
}

static void
test_preset_errors (void)
{
  g_autoptr(PageHarness) harness = new_shelf ();
  GtkWidget *page;

  test_cloud_clear_faults (harness->cloud);
  test_cloud_fault (harness->cloud, "{\"path\": \"" PRESET_PATH "PO\", \"status\": 403, \"body\": \"{}\"}");
  page = show_preset (harness, "PO");
  page_harness_await_text (page, "Could Not Be Loaded");

  test_cloud_clear_faults (harness->cloud);
  page_harness_answer (harness->cloud, PRESET_PATH "PO", CHILD);
  click (page, "Retry");
  page_harness_await_text (page, "0.28\u00a0mm");

  /* What is there stays, under a word on what is wrong. */
  test_cloud_clear_faults (harness->cloud);
  test_cloud_fault (harness->cloud, "{\"path\": \"" PRESET_PATH "PO\", \"status\": 403, \"body\": \"{}\"}");
  platen_page_refresh (PLATEN_PAGE (page));
  page_harness_await_text (page, "Retry");
  page_harness_await_text (page, "0.28\u00a0mm");

  test_cloud_clear_faults (harness->cloud);
  page_harness_answer (harness->cloud, LIST_PATH, "{\"print\": {\"public\": [{\"setting_id\": \"P1\", \"name\": \"Left\"}]}}");
  refresh (harness);
  page_harness_await_text (page, "Preset Is Gone");
}

/* It was seen once: the next start needs no cloud for it. */
static void
test_preset_offline (void)
{
  g_autoptr(PageHarness) harness = new_shelf ();
  GtkWidget *page = show_preset (harness, "PO");

  page_harness_await_text (page, "Changed from Aligned");
  page_harness_hide (harness);
  test_cloud_stop (harness->cloud);

  page = show_preset (harness, "PO");
  page_harness_await_text (page, "0.28\u00a0mm");
  page_harness_await_text (page, "Changed from Aligned");
  test_cloud_start (harness->cloud);
}

int
main (int   argc,
      char *argv[])
{
  page_harness_init (&argc, &argv);

  g_test_add_func ("/app/presets/groups", test_groups);
  g_test_add_func ("/app/presets/list", test_list);
  g_test_add_func ("/app/presets/search", test_search);
  g_test_add_func ("/app/presets/narrow", test_narrow);
  g_test_add_func ("/app/presets/states", test_states);
  g_test_add_func ("/app/presets/preset", test_preset);
  g_test_add_func ("/app/presets/preset-search", test_preset_search);
  g_test_add_func ("/app/presets/preset-parent", test_preset_parent);
  g_test_add_func ("/app/presets/preset-errors", test_preset_errors);
  g_test_add_func ("/app/presets/preset-offline", test_preset_offline);

  return g_test_run ();
}
