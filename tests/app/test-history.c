/* test-history.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page-harness.h"

#include "platen-history-page.h"
#include "platen-page.h"
#include "platen-picture.h"
#include "platen-task-export.h"
#include "platen-task-page.h"
#include "platen-task-row.h"

#define PRINTS \
  "{\"total\": 2, \"hits\": [" \
  "{\"id\": 2, \"title\": \"=1+1, \\\"two\\\"\", \"status\": 2, \"deviceId\": \"D1\", \"deviceName\": \"@home\", " \
  "\"startTime\": \"2024-05-03T10:00:00Z\", \"endTime\": \"2024-05-03T11:00:00Z\", \"weight\": 12.6, \"costTime\": 3000, " \
  "\"plateIndex\": 1, \"bedType\": \"textured_plate\", " \
  "\"amsDetailMapping\": [{\"filamentType\": \"PLA\", \"targetColor\": \"00AE42FF\", \"weight\": 12.6}]}," \
  "{\"id\": 1, \"title\": \"Vase\", \"status\": 3, \"deviceId\": \"D1\", \"startTime\": \"2024-05-02T10:00:00Z\", " \
  "\"endTime\": \"2024-05-02T10:30:00Z\"}]}"

#define TASKS_PATH  "/v1/user-service/my/tasks"
#define ORDER_PATH  "/v1/user-service/my/task"
#define DETAIL_PATH "/v1/iot-service/api/user/task/*"

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
  page_harness_await_text (page, "Textured PEI Plate");
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

static void
fault (PageHarness *harness,
       const char  *json)
{
  test_cloud_clear_faults (harness->cloud);
  test_cloud_fault (harness->cloud, json);
}

static gboolean
is_loaded (gpointer user_data)
{
  g_autoptr(BambuTask) first = platen_history_page_dup_first (PLATEN_HISTORY_PAGE (user_data));

  return first != NULL;
}

static GtkWidget *
show_loaded_page (PageHarness *harness)
{
  GtkWidget *page = show_page (harness, 900);

  g_assert_true (test_wait_until (is_loaded, page, PAGE_HARNESS_TIMEOUT_MS));
  page_harness_draw (harness);

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
  platen_page_toggle_search (PLATEN_PAGE (page));
  g_assert_true (test_wait_until (entry_is_shown, page, PAGE_HARNESS_TIMEOUT_MS));
  gtk_editable_set_text (GTK_EDITABLE (page_harness_find (page, GTK_TYPE_SEARCH_ENTRY)), text);
}

/* The cloud is asked for the prints of the one printer. */
static void
test_printer (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  BambuList *devices = bambu_session_get_devices (harness->session);
  g_autoptr(BambuDevice) device = NULL;
  g_autoptr(BambuTask) first = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autofree char *line = NULL;
  GtkWidget *page;

  page_harness_refresh (harness, devices);
  device = g_list_model_get_item (G_LIST_MODEL (devices), 1);
  line = g_strdup_printf ("Only %s", bambu_device_get_name (device));
  page = show_loaded_page (harness);

  gtk_widget_activate_action (page, "history.device", "s", bambu_device_get_id (device));
  page_harness_await_text (page, line);
  g_assert_true (test_wait_until (is_loaded, page, PAGE_HARNESS_TIMEOUT_MS));
  page_harness_draw (harness);
  rows = page_harness_collect (page, PLATEN_TYPE_TASK_ROW);
  g_assert_cmpuint (rows->len, >, 0);
  first = platen_history_page_dup_first (PLATEN_HISTORY_PAGE (page));
  g_assert_cmpstr (bambu_task_get_device_id (first), ==, bambu_device_get_id (device));

  page_harness_click (page, "Show All");
  page_harness_await_gone (page, line);
}

static BambuDevice *
find_printing (BambuList *devices)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (devices)); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (G_LIST_MODEL (devices), i);

      if (bambu_device_get_state (device) == BAMBU_DEVICE_STATE_PRINTING)
        return g_steal_pointer (&device);
    }

  g_assert_not_reached ();
}

/* A print that ends while only those under way are shown: its printer tells first. */
static void
test_state_changes (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  BambuList *devices = bambu_session_get_devices (harness->session);
  g_autoptr(BambuDevice) device = NULL;
  g_autofree char *title = NULL;
  GtkWidget *page;

  page_harness_refresh (harness, devices);
  device = find_printing (devices);
  title = g_strdup (bambu_device_get_task_name (device));
  page = show_loaded_page (harness);
  platen_history_page_set_state (PLATEN_HISTORY_PAGE (page), BAMBU_TASK_STATE_RUNNING);
  page_harness_await_text (page, "Only Printing");
  page_harness_await_text (page, title);

  test_cloud_printer_event (harness->cloud, bambu_device_get_id (device), "finish");
  page_harness_refresh (harness, devices);
  page_harness_await_gone (page, title);
}

static void
test_looks_on (void)
{
  const char * const args[] = { "--tasks", "230", NULL };
  g_autoptr(PageHarness) harness = page_harness_new (args);
  GtkWidget *page = show_loaded_page (harness);
  guint n_requests;

  /* What is not there is looked for to the end. */
  search (page, "no such print");
  page_harness_await_text (page, "Looked through all of them");
  page_harness_await_text (page, "Nothing Found");
  n_requests = test_cloud_count_requests (harness->cloud, "GET", TASKS_PATH);
  g_assert_cmpuint (n_requests, ==, 5);

  page_harness_click (page, "Clear Search");
  page_harness_await_gone (page, "Nothing Found");
  g_assert_null (page_harness_find_text (page, "Looked through all of them"));
  g_assert_cmpuint (test_cloud_count_requests (harness->cloud, "GET", TASKS_PATH), ==, n_requests);
}

static gboolean
says_how_far (gpointer user_data)
{
  g_autoptr(GPtrArray) labels = page_harness_collect (user_data, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      if (g_str_has_prefix (gtk_label_get_text (labels->pdata[i]), "Looked back to "))
        return TRUE;
    }

  return FALSE;
}

static void
test_stops (void)
{
  const char * const args[] = { "--tasks", "230", NULL };
  g_autoptr(PageHarness) harness = page_harness_new (args);
  GtkWidget *page = show_loaded_page (harness);

  fault (harness, "{\"path\": \"" TASKS_PATH "\", \"delay_ms\": 60000}");
  search (page, "no such print");
  page_harness_await_text (page, "Nothing Found so Far");
  page_harness_click (page, "Stop");
  page_harness_await_text (page, "Look Further");
  g_assert_true (says_how_far (page));
  g_assert_null (page_harness_find_text (page, "Nothing Found"));

  /* It stays where it was stopped. */
  page_harness_draw (harness);
  page_harness_draw (harness);
  g_assert_nonnull (page_harness_find_button (page, "Look Further"));
  g_assert_null (page_harness_find_button (page, "Stop"));

  test_cloud_clear_faults (harness->cloud);
  page_harness_click (page, "Look Further");
  page_harness_await_text (page, "Looked through all of them");
}

static void
test_fails (void)
{
  const char * const args[] = { "--tasks", "230", NULL };
  g_autoptr(PageHarness) harness = page_harness_new (args);
  GtkWidget *page = show_loaded_page (harness);

  fault (harness, "{\"path\": \"" TASKS_PATH "\", \"status\": 403, \"body\": \"{\\\"message\\\": \\\"<b>%s\\\"}\"}");
  search (page, "no such print");
  page_harness_await_text (page, "The cloud does not allow this to your account. The cloud says: “<b>%s”");
  test_cloud_clear_faults (harness->cloud);
  page_harness_click (page, "Retry");
  page_harness_await_text (page, "Looked through all of them");
}

typedef struct
{
  BambuFeed *feed;
  gboolean   done;
} More;

static void
more_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  More *more = user_data;

  g_assert_true (bambu_feed_load_more_finish (BAMBU_FEED (object), result, NULL));
  more->done = TRUE;
}

static gboolean
more_is_there (gpointer user_data)
{
  return ((More *)user_data)->done;
}

static void
load_more (BambuFeed *feed)
{
  More more = { feed, FALSE };

  bambu_feed_load_more_async (feed, NULL, more_cb, &more);
  g_assert_true (test_wait_until (more_is_there, &more, PAGE_HARNESS_TIMEOUT_MS));
}

/* Prints that come while one loads older ones are there once, and nothing is missing. */
static void
test_no_doubles (void)
{
  const char * const args[] = { "--tasks", "180", NULL };
  g_autoptr(PageHarness) harness = page_harness_new (args);
  g_autoptr(BambuFeed) feed = bambu_session_create_tasks (harness->session, NULL);
  GListModel *tasks = G_LIST_MODEL (bambu_feed_get_list (feed));
  BambuList *devices = bambu_session_get_devices (harness->session);
  guint64 before = G_MAXUINT64;
  guint n_started = 0;

  page_harness_refresh (harness, devices);
  page_harness_refresh (harness, BAMBU_LIST (tasks));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (devices)); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (G_LIST_MODEL (devices), i);

      if (bambu_device_get_state (device) == BAMBU_DEVICE_STATE_FINISHED ||
          bambu_device_get_state (device) == BAMBU_DEVICE_STATE_IDLE)
        {
          test_cloud_printer_event (harness->cloud, bambu_device_get_id (device), "start");
          n_started++;
        }

      page_harness_refresh (harness, BAMBU_LIST (tasks));
      load_more (feed);
    }

  g_assert_cmpuint (n_started, >, 0);
  g_assert_true (bambu_feed_get_exhausted (feed));
  g_assert_cmpuint (g_list_model_get_n_items (tasks), >, 180);
  g_assert_cmpint (g_list_model_get_n_items (tasks), ==, bambu_feed_get_total (feed));

  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr(BambuTask) task = g_list_model_get_item (tasks, i);
      const guint64 id = g_ascii_strtoull (bambu_task_get_id (task), NULL, 10);

      g_assert_cmpuint (id, <, before);
      before = id;
    }
}

static gboolean
has_toast (gpointer user_data)
{
  return ((PageHarness *)user_data)->toast != NULL;
}

static char *
export (PageHarness *harness,
        GtkWidget   *page,
        const char  *format,
        const char  *folder)
{
  g_autoptr(GFile) file = g_file_new_for_path (folder);

  g_clear_pointer (&harness->toast, g_free);
  gtk_widget_activate_action (page, "history.export", "s", format);
  g_free (page_harness_choose (file, NULL));
  g_assert_true (test_wait_until (has_toast, harness, PAGE_HARNESS_TIMEOUT_MS));

  return g_strdup_printf ("%s/history.%s", folder, format);
}

/* What is shown, and nothing else, through the file chooser. */
static void
test_export_file (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  g_autofree char *folder = g_dir_make_tmp ("platen-export-XXXXXX", NULL);
  g_autofree char *csv = NULL;
  g_autofree char *json = NULL;
  g_autofree char *nowhere = NULL;
  g_autofree char *text = NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  GtkWidget *page;

  page_harness_answer (harness->cloud, TASKS_PATH, PRINTS);
  page = show_page (harness, 900);
  page_harness_await_text (page, "Vase");
  csv = export (harness, page, "csv", folder);
  g_assert_cmpstr (harness->toast, ==, "History exported");
  g_assert_true (g_file_get_contents (csv, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Vase"));
  g_assert_nonnull (strstr (text, "'=1+1"));

  platen_history_page_set_state (PLATEN_HISTORY_PAGE (page), BAMBU_TASK_STATE_STOPPED);
  json = export (harness, page, "json", folder);
  g_assert_true (json_parser_load_from_file (parser, json, NULL));
  g_assert_cmpuint (json_array_get_length (json_node_get_array (json_parser_get_root (parser))), ==, 1);

  /* Nothing can be written there. */
  nowhere = export (harness, page, "csv", "/proc");
  g_assert_true (g_str_has_prefix (harness->toast, "The file could not be written. "));

  page_harness_hide (harness);
  page_harness_remove_folder (folder);
}

static BambuTask *
find_repeatable (PageHarness *harness,
                 BambuFeed   *feed)
{
  GListModel *tasks = G_LIST_MODEL (bambu_feed_get_list (feed));

  page_harness_refresh (harness, bambu_session_get_devices (harness->session));
  page_harness_refresh (harness, BAMBU_LIST (tasks));

  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr(BambuTask) task = g_list_model_get_item (tasks, i);

      if (bambu_task_get_repeatable (task) && bambu_task_get_state (task) == BAMBU_TASK_STATE_FINISHED)
        return g_steal_pointer (&task);
    }

  g_assert_not_reached ();
}

static gboolean
has_dialog (gpointer user_data)
{
  GtkWidget **dialog = user_data;
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (window))
        *dialog = window;
    }

  return *dialog != NULL;
}

static void
answer_dialog (GtkWidget  *page,
               const char *printer,
               const char *response)
{
  GtkWidget *dialog = NULL;

  page_harness_click (page, "Print Again…");
  g_assert_true (test_wait_until (has_dialog, &dialog, PAGE_HARNESS_TIMEOUT_MS));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), printer));
  page_harness_click (dialog, response);
}

static void
test_print_again (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  g_autoptr(BambuFeed) feed = bambu_session_create_tasks (harness->session, NULL);
  g_autoptr(BambuTask) task = find_repeatable (harness, feed);
  g_autoptr(BambuTask) newest = NULL;
  const char *printer = bambu_task_get_device_name (task);
  const gint64 total = bambu_feed_get_total (feed);
  GtkWidget *page = platen_task_page_new (harness->session, bambu_task_get_id (task), task);

  page_harness_show (harness, page, 900, 700);
  answer_dialog (page, printer, "Cancel");
  g_assert_cmpuint (test_cloud_count_requests (harness->cloud, "POST", ORDER_PATH), ==, 0);

  /* What the cloud says against it stands on the page. */
  fault (harness, "{\"path\": \"" ORDER_PATH "\", \"status\": 403, \"body\": \"{\\\"message\\\": \\\"<b>Busy\\\"}\"}");
  answer_dialog (page, printer, "Print");
  page_harness_await_text (page, "The cloud does not allow this to your account. The cloud says: “<b>Busy”");
  test_cloud_clear_faults (harness->cloud);

  answer_dialog (page, printer, "Print");
  g_assert_true (test_wait_until (has_toast, harness, PAGE_HARNESS_TIMEOUT_MS));
  g_assert_true (g_str_has_prefix (harness->toast, "Sent to "));
  g_assert_cmpuint (test_cloud_count_requests (harness->cloud, "POST", ORDER_PATH), ==, 2);

  page_harness_refresh (harness, bambu_feed_get_list (feed));
  g_assert_cmpint (bambu_feed_get_total (feed), ==, total + 1);
  newest = g_list_model_get_item (G_LIST_MODEL (bambu_feed_get_list (feed)), 0);
  g_assert_cmpstr (bambu_task_get_title (newest), ==, bambu_task_get_title (task));
  g_assert_cmpstr (bambu_task_get_device_id (newest), ==, bambu_task_get_device_id (task));
  g_assert_cmpstr (bambu_task_get_profile_id (newest), ==, bambu_task_get_profile_id (task));
}

/* Of these the cloud does not tell enough. */
static void
test_not_again (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  GtkWidget *page;

  page_harness_answer (harness->cloud, TASKS_PATH, PRINTS);
  page = platen_task_page_new (harness->session, "2", NULL);
  page_harness_show (harness, page, 900, 700);
  page_harness_await_text (page, "=1+1, \"two\"");
  g_assert_null (page_harness_find_button (page, "Print Again…"));
}

static void
test_detail (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  GtkWidget *page;

  /* Forbidden, as it is: nobody is told. */
  page_harness_answer (harness->cloud, TASKS_PATH, PRINTS);
  page = platen_task_page_new (harness->session, "2", NULL);
  page_harness_show (harness, page, 900, 700);
  page_harness_await_text (page, "=1+1, \"two\"");
  page_harness_draw (harness);
  g_assert_cmpuint (test_cloud_count_requests (harness->cloud, "GET", DETAIL_PATH), ==, 1);
  g_assert_null (page_harness_find_text (page, "Told by the Cloud"));
  g_assert_null (page_harness_find_text (page, "permission denied"));

  page_harness_answer (harness->cloud, DETAIL_PATH,
                       "{\"message\": \"success\", \"code\": null, \"name\": \"<b>%s\", \"est\": 12, \"url\": null}");
  page = platen_task_page_new (harness->session, "2", NULL);
  page_harness_show (harness, page, 900, 700);
  page_harness_await_text (page, "Told by the Cloud");
  g_assert_nonnull (page_harness_find_text (page, "<b>%s"));
  g_assert_null (page_harness_find_text (page, "success"));
}

static gboolean
covers_are_loaded (gpointer user_data)
{
  g_autoptr(GPtrArray) pictures = page_harness_collect (user_data, PLATEN_TYPE_PICTURE);
  guint n_loaded = 0;

  for (guint i = 0; i < pictures->len; i++)
    n_loaded += platen_picture_get_loaded (pictures->pdata[i]);

  return n_loaded >= MIN (pictures->len, 4) && n_loaded > 0;
}

static gboolean
has_asked_twice (gpointer user_data)
{
  return test_cloud_count_requests (((PageHarness *)user_data)->cloud, "GET", TASKS_PATH) == 2;
}

/* Covers are refused once: one request brings fresh addresses for all of them. */
static void
test_expired_covers (void)
{
  const char * const args[] = { "--tasks", "40", NULL };
  g_autoptr(PageHarness) harness = page_harness_new (args);
  GtkWidget *page;

  test_cloud_fault (harness->cloud, "{\"path\": \"/cover/*\", \"status\": 403, \"times\": 3}");
  page = show_loaded_page (harness);
  g_assert_true (test_wait_until (covers_are_loaded, page, PAGE_HARNESS_TIMEOUT_MS));
  g_assert_cmpuint (test_cloud_count_requests (harness->cloud, "GET", TASKS_PATH), ==, 2);
}

/* A print's cover goes on being refused: that is asked about once. */
static void
test_expired_cover (void)
{
  const char * const args[] = { "--tasks", "40", NULL };
  g_autoptr(PageHarness) harness = page_harness_new (args);
  g_autoptr(BambuFeed) feed = bambu_session_create_tasks (harness->session, NULL);
  g_autoptr(BambuTask) task = NULL;
  GtkWidget *page;

  page_harness_refresh (harness, bambu_feed_get_list (feed));
  task = g_list_model_get_item (G_LIST_MODEL (bambu_feed_get_list (feed)), 0);
  test_cloud_clear_requests (harness->cloud);
  test_cloud_fault (harness->cloud, "{\"path\": \"/cover/*\", \"status\": 403, \"times\": 1000}");

  page = platen_task_page_new (harness->session, bambu_task_get_id (task), NULL);
  page_harness_show (harness, page, 900, 700);
  page_harness_await_text (page, bambu_task_get_title (task));
  g_assert_true (test_wait_until (has_asked_twice, harness, PAGE_HARNESS_TIMEOUT_MS));
  page_harness_draw (harness);
  page_harness_draw (harness);
  g_assert_true (has_asked_twice (harness));
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
  g_test_add_func ("/app/history/export-file", test_export_file);
  g_test_add_func ("/app/history/printer", test_printer);
  g_test_add_func ("/app/history/state-changes", test_state_changes);
  g_test_add_func ("/app/history/looks-on", test_looks_on);
  g_test_add_func ("/app/history/stops", test_stops);
  g_test_add_func ("/app/history/fails", test_fails);
  g_test_add_func ("/app/history/no-doubles", test_no_doubles);
  g_test_add_func ("/app/history/print-again", test_print_again);
  g_test_add_func ("/app/history/not-again", test_not_again);
  g_test_add_func ("/app/history/detail", test_detail);
  g_test_add_func ("/app/history/expired-covers", test_expired_covers);
  g_test_add_func ("/app/history/expired-cover", test_expired_cover);

  return g_test_run ();
}
