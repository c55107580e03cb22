/* test-preset-actions.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page-harness.h"

#include <glib/gstdio.h>

#include "platen-compare-page.h"
#include "platen-compare-row.h"
#include "platen-page.h"
#include "platen-preset-menu.h"
#include "platen-preset-name-dialog.h"
#include "platen-preset-page.h"
#include "platen-presets-page.h"

#define LIST_PATH "/v1/iot-service/api/slicer/setting"

static BambuPreset *
find_preset (PageHarness     *harness,
             BambuPresetKind  kind,
             gboolean         own)
{
  GListModel *presets = G_LIST_MODEL (bambu_session_get_presets (harness->session));

  for (guint i = 0; i < g_list_model_get_n_items (presets); i++)
    {
      g_autoptr(BambuPreset) preset = g_list_model_get_item (presets, i);

      if (bambu_preset_get_kind (preset) == kind && bambu_preset_get_own (preset) == own)
        return preset;
    }

  g_assert_not_reached ();
}

static PageHarness *
new_shelf (void)
{
  PageHarness *harness = page_harness_new (NULL);

  page_harness_refresh (harness, bambu_session_get_presets (harness->session));

  return harness;
}

static guint
count_presets (PageHarness *harness)
{
  return g_list_model_get_n_items (G_LIST_MODEL (bambu_session_get_presets (harness->session)));
}

static gboolean
is_loaded (gpointer user_data)
{
  return page_harness_find_text (user_data, "Version") != NULL;
}

static GtkWidget *
show_preset (PageHarness *harness,
             BambuPreset *preset)
{
  GtkWidget *page = platen_preset_page_new (harness->session, preset);

  page_harness_show (harness, page, 360, 800);
  g_assert_true (test_wait_until (is_loaded, page, PAGE_HARNESS_TIMEOUT_MS));

  return page;
}

static GtkWidget *
get_menu (GtkWidget *page)
{
  return page_harness_find (page, PLATEN_TYPE_PRESET_MENU);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (window))
        return window;
    }

  return NULL;
}

static GtkWidget *
get_dialog (void)
{
  GtkWidget *dialog = find_dialog ();

  g_assert_nonnull (dialog);

  return dialog;
}

static gboolean
is_set (gpointer user_data)
{
  return *(gpointer *)user_data != NULL;
}

/* Waits until a toast says something, and takes that. */
static char *
take_toast (PageHarness *harness)
{
  g_assert_true (test_wait_until (is_set, &harness->toast, PAGE_HARNESS_TIMEOUT_MS));

  return g_steal_pointer (&harness->toast);
}

static void
assert_toast (PageHarness *harness,
              const char  *part)
{
  g_autofree char *toast = take_toast (harness);

  if (strstr (toast, part) == NULL)
    g_error ("The toast says “%s”", toast);
}

static void
assert_strings (JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        assert_strings (json_array_get_element (array, i));
    }
  else
    {
      g_assert_true (JSON_NODE_HOLDS_VALUE (node));
      g_assert_true (json_node_get_value_type (node) == G_TYPE_STRING);
    }
}

/* What the slicers need to take a file as a preset of the kind that @member stands for. */
static void
assert_importable (const char *path,
                   const char *member,
                   const char *name,
                   const char *inherits)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonObject *object;
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  object = json_node_get_object (json_parser_get_root (parser));
  json_object_iter_init_ordered (&iter, object);

  while (json_object_iter_next_ordered (&iter, &key, &node))
    assert_strings (node);

  g_assert_cmpstr (json_object_get_string_member (object, "name"), ==, name);
  g_assert_cmpstr (json_object_get_string_member (object, "from"), ==, "User");
  g_assert_cmpstr (json_object_get_string_member (object, "inherits"), ==, inherits);
  g_assert_true (g_regex_match_simple ("^\\d+(\\.\\d+){2,3}$", json_object_get_string_member (object, "version"), 0, 0));
  g_assert_true (json_object_has_member (object, member));
  g_assert_false (json_object_has_member (object, "instantiation"));
  g_assert_false (json_object_has_member (object, "setting_id"));
}

static void
export_preset (PageHarness     *harness,
               GFile           *folder,
               BambuPresetKind  kind,
               gboolean         own)
{
  static const char * const members[] = { "print_settings_id", "printer_settings_id", "filament_settings_id" };
  BambuPreset *preset = find_preset (harness, kind, own);
  const char *title = bambu_preset_get_name (preset);
  g_autoptr(BambuPresetDetail) detail = NULL;
  g_autofree char *name = own ? g_strdup (title) : g_strdup_printf ("%s (Copy)", title);
  g_autofree char *offered = NULL;
  g_autofree char *path = NULL;
  GtkWidget *page = show_preset (harness, preset);

  g_assert_true (gtk_widget_activate_action (get_menu (page), "preset.export", NULL));
  offered = page_harness_choose (folder, NULL);
  g_assert_true (g_str_has_suffix (offered, ".json"));
  assert_toast (harness, "Preset exported");

  path = g_build_filename (g_file_peek_path (folder), offered, NULL);
  assert_importable (path, members[kind], name, own ? bambu_preset_get_name (bambu_list_lookup (
                       bambu_session_get_presets (harness->session), bambu_preset_get_base_id (preset))) : title);
  g_unlink (path);
}

static void
test_export (void)
{
  g_autoptr(PageHarness) harness = new_shelf ();
  g_autofree char *path = g_dir_make_tmp ("platen-presets-XXXXXX", NULL);
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  g_autoptr(GFile) nowhere = g_file_new_for_path ("/proc");

  export_preset (harness, folder, BAMBU_PRESET_KIND_PROCESS, TRUE);
  export_preset (harness, folder, BAMBU_PRESET_KIND_FILAMENT, TRUE);
  export_preset (harness, folder, BAMBU_PRESET_KIND_PRINTER, FALSE);

  /* What cannot be written is told. */
  g_assert_true (gtk_widget_activate_action (get_menu (harness->window), "preset.export", NULL));
  g_free (page_harness_choose (nowhere, "preset.json"));
  assert_toast (harness, "could not be written");
  g_rmdir (path);
}

static void
test_remove (void)
{
  g_autoptr(PageHarness) harness = new_shelf ();
  guint before = count_presets (harness);
  GtkWidget *page = show_preset (harness, find_preset (harness, BAMBU_PRESET_KIND_PROCESS, FALSE));
  g_autoptr(BambuPreset) preset = g_object_ref (find_preset (harness, BAMBU_PRESET_KIND_PROCESS, TRUE));
  g_autoptr(GPtrArray) labels = NULL;
  gboolean has_quota = FALSE;

  /* The vendor's are not ours to remove. */
  gtk_widget_activate_action (get_menu (page), "preset.remove", NULL);
  g_assert_null (find_dialog ());

  page = show_preset (harness, preset);
  g_assert_true (gtk_widget_activate_action (get_menu (page), "preset.remove", NULL));
  labels = page_harness_collect (get_dialog (), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    has_quota = has_quota || strstr (gtk_label_get_text (labels->pdata[i]), "of 100 process presets") != NULL;

  g_assert_true (has_quota);
  gtk_window_close (GTK_WINDOW (get_dialog ()));
  g_assert_cmpuint (count_presets (harness), ==, before);

  /* It is gone at once, and back where the cloud refuses. */
  test_cloud_fault (harness->cloud, "{\"method\": \"DELETE\", \"status\": 403, \"body\": \"{\\\"message\\\": \\\"<b>no</b>\\\"}\", "
                                    "\"times\": 1}");
  g_assert_true (gtk_widget_activate_action (get_menu (page), "preset.remove", NULL));
  page_harness_click (get_dialog (), "Remove");
  g_assert_cmpuint (count_presets (harness), ==, before - 1);
  page_harness_await_text (page, "Preset Is Gone");
  assert_toast (harness, "was not removed");
  g_assert_cmpuint (count_presets (harness), ==, before);
  page_harness_await_text (page, "Version");

  g_assert_true (gtk_widget_activate_action (get_menu (page), "preset.remove", NULL));
  page_harness_click (get_dialog (), "Remove");
  assert_toast (harness, "is removed");
  g_assert_cmpuint (count_presets (harness), ==, before - 1);
  page_harness_refresh (harness, bambu_session_get_presets (harness->session));
  g_assert_cmpuint (count_presets (harness), ==, before - 1);
}

static void
write_file (GFile      *folder,
            const char *name,
            const char *contents,
            gssize      size)
{
  g_autofree char *path = g_build_filename (g_file_peek_path (folder), name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, contents, size, &error);
  g_assert_no_error (error);
}

static void
test_import (void)
{
  static const char mine[] = "{\"filament_settings_id\":[\"Found & kept\"],\"name\":\"Found & kept\",\"from\":\"User\","
                             "\"version\":\"2.1.0.5\",\"inherits\":\"Generic PLA\"}";
  g_autoptr(PageHarness) harness = new_shelf ();
  g_autofree char *path = g_dir_make_tmp ("platen-presets-XXXXXX", NULL);
  g_autofree char *large = g_strnfill (2 * BAMBU_PRESET_FILE_BYTES, ' ');
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  const struct { const char *name; const char *contents; gssize size; const char *says; } wrong[] = {
    { "holiday.json", "\xff\xd8\xff", -1, "“holiday.json” was not imported. The file is not a preset" },
    { "empty.json", "", 0, "is not a preset" },
    { "nameless.json", "{\"type\":\"process\"}", -1, "has no name" },
    { "large.json", large, 2 * BAMBU_PRESET_FILE_BYTES, "too large" },
  };
  PlatenPresetsPage *page = PLATEN_PRESETS_PAGE (platen_presets_page_new ());
  const guint before = count_presets (harness);
  BambuPreset *preset;

  platen_presets_page_set_session (page, harness->session);
  page_harness_show (harness, GTK_WIDGET (page), 360, 800);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      write_file (folder, wrong[i].name, wrong[i].contents, wrong[i].size);
      platen_presets_page_import (page);
      g_free (page_harness_choose (folder, wrong[i].name));
      assert_toast (harness, wrong[i].says);
    }

  g_assert_cmpuint (test_cloud_count_requests (harness->cloud, "POST", LIST_PATH), ==, 0);

  /* What the cloud answers is told in its words, as text. */
  write_file (folder, "mine.json", mine, -1);
  test_cloud_fault (harness->cloud, "{\"method\": \"POST\", \"path\": \"" LIST_PATH "\", \"status\": 400, \"body\": "
                                    "\"{\\\"message\\\": \\\"<b>The limit</b> is reached\\\"}\", \"times\": 1}");
  platen_presets_page_import (page);
  g_free (page_harness_choose (folder, "mine.json"));
  assert_toast (harness, "<b>The limit</b>");
  g_assert_null (harness->offered);

  platen_presets_page_import (page);
  g_free (page_harness_choose (folder, "mine.json"));
  assert_toast (harness, "“Found & kept” is imported");
  g_assert_cmpuint (count_presets (harness), ==, before + 1);
  preset = bambu_list_lookup (bambu_session_get_presets (harness->session), harness->offered);
  g_assert_cmpstr (bambu_preset_get_name (preset), ==, "Found & kept");
  g_assert_true (bambu_preset_get_kind (preset) == BAMBU_PRESET_KIND_FILAMENT);

  /* Once is enough. */
  platen_presets_page_import (page);
  g_free (page_harness_choose (folder, "mine.json"));
  assert_toast (harness, "already");
  page_harness_remove_folder (path);
}

/* Nobody is told how it went who has signed out meanwhile. */
static void
test_import_interrupted (void)
{
  g_autoptr(PageHarness) harness = new_shelf ();
  g_autofree char *path = g_dir_make_tmp ("platen-presets-XXXXXX", NULL);
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  PlatenPresetsPage *page = PLATEN_PRESETS_PAGE (platen_presets_page_new ());

  write_file (folder, "mine.json", "{\"print_settings_id\":\"Mine\",\"name\":\"Mine\"}", -1);
  test_cloud_fault (harness->cloud, "{\"method\": \"POST\", \"path\": \"" LIST_PATH "\", \"delay_ms\": 60000}");
  platen_presets_page_set_session (page, harness->session);
  page_harness_show (harness, GTK_WIDGET (page), 360, 800);
  platen_presets_page_import (page);
  g_free (page_harness_choose (folder, "mine.json"));
  page_harness_await_requests (harness, "POST", LIST_PATH, 1);

  platen_presets_page_set_session (page, NULL);
  page_harness_hide (harness);
  g_assert_null (harness->toast);
  page_harness_remove_folder (path);
}

/* Opens the question for a name, and answers it where @name may be one. Returns whether it may. */
static gboolean
duplicate (GtkWidget  *page,
           const char *name)
{
  GtkWidget *dialog;
  GtkWidget *entry;

  g_assert_true (gtk_widget_activate_action (get_menu (page), "preset.duplicate", NULL));
  dialog = get_dialog ();
  entry = page_harness_find (dialog, GTK_TYPE_ENTRY);

  if (name != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), name);

  if (!adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "duplicate"))
    {
      gtk_window_close (GTK_WINDOW (dialog));
      return FALSE;
    }

  page_harness_click (dialog, "Duplicate");

  return TRUE;
}

static void
test_duplicate (void)
{
  static const struct { const char *fault; const char *says; } faults[] = {
    { "{\"method\": \"POST\", \"path\": \"" LIST_PATH "\", \"status\": 400, \"body\": "
      "\"{\\\"message\\\": \\\"The number of presets has reached the limit\\\"}\", \"times\": 1}", "reached the limit" },
    { "{\"method\": \"POST\", \"path\": \"" LIST_PATH "\", \"status\": 403, \"body\": \"\", \"times\": 1}", "" },
    { "{\"method\": \"POST\", \"path\": \"" LIST_PATH "\", \"body\": \"[1, {}]\", \"times\": 1}", "" },
    { "{\"method\": \"POST\", \"path\": \"" LIST_PATH "\", \"body\": \"{\\\"setting_id\\\": \\\"../%s%n\\\"}\", \"times\": 1}", "" },
  };
  g_autoptr(PageHarness) harness = new_shelf ();
  BambuPreset *preset = find_preset (harness, BAMBU_PRESET_KIND_PROCESS, FALSE);
  g_autofree char *name = g_strdup_printf ("%s (Copy)", bambu_preset_get_name (preset));
  guint before = count_presets (harness);
  GtkWidget *page = show_preset (harness, preset);
  BambuPreset *copy;

  g_assert_false (duplicate (page, " "));
  g_assert_false (duplicate (page, "a/b"));
  g_assert_false (duplicate (page, bambu_preset_get_name (preset)));

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      test_cloud_fault (harness->cloud, faults[i].fault);
      g_assert_true (duplicate (page, "Another"));
      assert_toast (harness, faults[i].says);
      g_assert_null (harness->opened);
    }

  g_assert_cmpuint (count_presets (harness), ==, before);

  /* Its page opens when the cloud has it. */
  test_cloud_clear_faults (harness->cloud);
  g_assert_true (duplicate (page, NULL));
  g_assert_true (test_wait_until (is_set, &harness->opened, PAGE_HARNESS_TIMEOUT_MS));
  copy = bambu_list_lookup (bambu_session_get_presets (harness->session), harness->opened);
  g_assert_nonnull (copy);
  g_assert_true (bambu_preset_get_own (copy));
  g_assert_cmpstr (bambu_preset_get_name (copy), ==, name);
  g_assert_cmpuint (count_presets (harness), ==, before + 1);

  /* The same name is taken now. */
  g_assert_false (duplicate (page, NULL));
}

static gboolean
has_rows (gpointer user_data)
{
  return page_harness_find (user_data, PLATEN_TYPE_COMPARE_ROW) != NULL;
}

static gboolean
has_search (gpointer user_data)
{
  return page_harness_find (user_data, GTK_TYPE_SEARCH_ENTRY) != NULL;
}

static void
test_compare (void)
{
  g_autoptr(PageHarness) harness = new_shelf ();
  BambuPreset *preset = find_preset (harness, BAMBU_PRESET_KIND_PROCESS, TRUE);
  GtkWidget *page = platen_compare_page_new (harness->session, preset);

  /* With what it inherits, until the user chooses. */
  page_harness_show (harness, page, 360, 800);
  g_assert_true (test_wait_until (has_rows, page, PAGE_HARNESS_TIMEOUT_MS));
  g_assert_cmpint (gtk_widget_get_width (page), <=, 360);
  page_harness_await_text (page, "Different");

  platen_page_toggle_search (PLATEN_PAGE (page));
  g_assert_true (test_wait_until (has_search, page, PAGE_HARNESS_TIMEOUT_MS));
  gtk_editable_set_text (GTK_EDITABLE (page_harness_find (page, GTK_TYPE_SEARCH_ENTRY)), "no such words");
  page_harness_await_text (page, "Nothing Found");
  gtk_editable_set_text (GTK_EDITABLE (page_harness_find (page, GTK_TYPE_SEARCH_ENTRY)), "");
  g_assert_true (test_wait_until (has_rows, page, PAGE_HARNESS_TIMEOUT_MS));

  test_cloud_fault (harness->cloud, "{\"path\": \"" LIST_PATH "/*\", \"status\": 403, \"body\": \"\"}");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (page_harness_find (page, GTK_TYPE_DROP_DOWN)), 0);
  page_harness_await_text (page, "Could Not Be Loaded");
  test_cloud_clear_faults (harness->cloud);
  page_harness_click (page, "Retry");
  g_assert_true (test_wait_until (has_rows, page, PAGE_HARNESS_TIMEOUT_MS));
}

int
main (int   argc,
      char *argv[])
{
  page_harness_init (&argc, &argv);

  g_test_add_func ("/app/preset-actions/export", test_export);
  g_test_add_func ("/app/preset-actions/import", test_import);
  g_test_add_func ("/app/preset-actions/import/interrupted", test_import_interrupted);
  g_test_add_func ("/app/preset-actions/remove", test_remove);
  g_test_add_func ("/app/preset-actions/duplicate", test_duplicate);
  g_test_add_func ("/app/preset-actions/compare", test_compare);

  return g_test_run ();
}
