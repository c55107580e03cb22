/* test-history.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page-harness.h"

#include "platen-history-page.h"
#include "platen-task-export.h"
#include "platen-task-page.h"

#define PRINTS \
  "{\"total\": 2, \"hits\": [" \
  "{\"id\": 2, \"title\": \"=1+1, \\\"two\\\"\", \"status\": 2, \"deviceId\": \"D1\", \"deviceName\": \"@home\", " \
  "\"startTime\": \"2024-05-03T10:00:00Z\", \"endTime\": \"2024-05-03T11:00:00Z\", \"weight\": 12.6, \"costTime\": 3000, " \
  "\"plateIndex\": 1, \"amsDetailMapping\": [{\"filamentType\": \"PLA\", \"targetColor\": \"00AE42FF\", \"weight\": 12.6}]}," \
  "{\"id\": 1, \"title\": \"Vase\", \"status\": 3, \"deviceId\": \"D1\", \"startTime\": \"2024-05-02T10:00:00Z\", " \
  "\"endTime\": \"2024-05-02T10:30:00Z\"}]}"

#define TASKS_PATH "/v1/user-service/my/tasks"

static GtkWidget *
show_page (PageHarness *harness,
           int          width)
{
  GtkWidget *page = platen_history_page_new ();

  platen_history_page_set_session (PLATEN_HISTORY_PAGE (page), harness->session);
  page_harness_show (harness, page, width, 700);

  return page;
}

static void
test_list (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  GtkWidget *page;

  page_harness_answer (harness->cloud, TASKS_PATH, PRINTS);
  page = show_page (harness, 360);
  page_harness_await_text (page, "Vase");
  g_assert_nonnull (page_harness_find_text (page, "=1+1, \"two\""));
  g_assert_nonnull (page_harness_find_text (page, "of 50\302\240min"));
  g_assert_nonnull (page_harness_find_text (page, "Finished"));

  platen_history_page_set_state (PLATEN_HISTORY_PAGE (page), BAMBU_TASK_STATE_STOPPED);
  page_harness_await_text (page, "Only Stopped");
  page_harness_await_text (page, "Looked through all of them");

  platen_history_page_set_state (PLATEN_HISTORY_PAGE (page), BAMBU_TASK_STATE_RUNNING);
  page_harness_await_text (page, "Nothing Found");
}

static void
test_empty (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);

  page_harness_answer (harness->cloud, TASKS_PATH, "{\"total\": 0, \"hits\": []}");
  page_harness_await_text (show_page (harness, 900), "No Prints Yet");
}

static void
test_task (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  GtkWidget *page;

  page_harness_answer (harness->cloud, TASKS_PATH, PRINTS);
  page = platen_task_page_new (harness->session, "2", NULL);
  page_harness_show (harness, page, 900, 700);
  page_harness_await_text (page, "=1+1, \"two\"");
  g_assert_nonnull (platen_task_page_get_task (PLATEN_TASK_PAGE (page)));
}

static void
test_export (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  g_autoptr(BambuFeed) feed = NULL;
  g_autoptr(GBytes) csv = NULL;
  g_autoptr(GBytes) json = NULL;
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *text = NULL;

  page_harness_answer (harness->cloud, TASKS_PATH, PRINTS);
  feed = bambu_session_create_tasks (harness->session, NULL);
  page_harness_refresh (harness, bambu_feed_get_list (feed));

  csv = platen_task_export_csv (G_LIST_MODEL (bambu_feed_get_list (feed)));
  text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  g_assert_true (g_str_has_prefix (text, "id,title,state,"));
  g_assert_nonnull (strstr (text, "\r\n2,\"'=1+1, \"\"two\"\"\",finished,'@home,D1,2024-05-03T10:00:00Z,"));
  g_assert_nonnull (strstr (text, ",3600,3000,12.60,,1,PLA #00AE42 12.60 g\r\n"));
  g_assert_true (g_str_has_suffix (text, "\r\n"));

  json = platen_task_export_json (G_LIST_MODEL (bambu_feed_get_list (feed)));
  g_free (text);
  text = g_strndup (g_bytes_get_data (json, NULL), g_bytes_get_size (json));
  node = json_from_string (text, NULL);
  g_assert_nonnull (node);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  page_harness_init (&argc, &argv);

  g_test_add_func ("/app/history/list", test_list);
  g_test_add_func ("/app/history/empty", test_empty);
  g_test_add_func ("/app/history/task", test_task);
  g_test_add_func ("/app/history/export", test_export);

  return g_test_run ();
}
