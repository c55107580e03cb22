/* test-messages.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page-harness.h"

#include "platen-account-avatar.h"
#include "platen-message-page.h"
#include "platen-message-row.h"
#include "platen-messages-page.h"
#include "platen-page.h"
#include "platen-sidebar.h"
#include "platen-task-page.h"

#define MESSAGES_PATH "/v1/user-service/my/messages"
#define TASKS_PATH    "/v1/user-service/my/tasks"

#define FORBIDDEN "The cloud does not allow this to your account. The cloud says: “Not <b>now</b>”"

/* Newest first, as the cloud sends them. */
#define MESSAGES \
  "{\"hits\": [" \
  "{\"id\": 20, \"type\": 6, \"createTime\": \"2024-05-03T10:00:00Z\", \"from\": {\"name\": \"Ada\"}, " \
  "\"taskMessage\": {\"id\": 1, \"title\": \"Vase\", \"status\": 2, \"deviceId\": \"D1\"}}," \
  "{\"id\": 19, \"type\": 2, \"createTime\": \"2024-05-03T09:00:00Z\", \"from\": {\"name\": \"<b>Bob</b>\"}, " \
  "\"design\": {\"title\": \"Lid & box\"}, \"comment\": {\"content\": \"%s <i>fine</i>\"}}," \
  "{\"id\": \"18\", \"type\": \"3\", \"createTime\": \"2024-05-02T09:00:00Z\", \"from\": null, \"design\": null}," \
  "{\"id\": 17, \"type\": 4, \"from\": {\"name\": \"Cleo\"}}," \
  "{\"id\": 16, \"type\": 5, \"from\": {\"name\": \"Dan\"}, \"design\": {\"title\": \"Lid & box\"}}," \
  "{\"id\": 15, \"type\": 1, \"content\": \"Maintenance on Sunday\"}," \
  "{\"id\": \"x\", \"type\": 99, \"taskMessage\": [], \"from\": 5, \"createTime\": \"yesterday\"}," \
  "{\"type\": 6}, null, 7, \"seven\", []]}"

/* In place of what the cloud answered before. */
static void
answer (PageHarness *harness,
        const char  *body)
{
  test_cloud_clear_faults (harness->cloud);
  page_harness_answer (harness->cloud, MESSAGES_PATH, body);
}

static GtkWidget *
show_page (PageHarness        *harness,
           PlatenMessageMarks *marks,
           int                 width)
{
  g_autoptr(PlatenMessageMarks) own = marks != NULL ? g_object_ref (marks)
                                                    : platen_message_marks_new (harness->session, NULL);
  GtkWidget *page = platen_messages_page_new (harness->session, own);

  page_harness_show (harness, page, width, 700);

  return page;
}

static BambuList *
get_list (PageHarness      *harness,
          BambuMessageKind  kind)
{
  return bambu_feed_get_list (bambu_session_get_messages (harness->session, kind));
}

static void
choose_kind (GtkWidget *page,
             guint      position)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (page_harness_find (page, GTK_TYPE_DROP_DOWN)), position);
}

static void
test_list (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  GtkWidget *page;

  answer (harness, MESSAGES);
  page = show_page (harness, NULL, 360);
  page_harness_await_text (page, "“Vase” is finished");

  g_assert_nonnull (page_harness_find_text (page, "Friday, 3 May 2024"));
  g_assert_nonnull (page_harness_find_text (page, "D1"));
  g_assert_nonnull (page_harness_find_text (page, "<b>Bob</b> commented on “Lid & box”"));
  g_assert_nonnull (page_harness_find_text (page, "%s <i>fine</i>"));
  g_assert_nonnull (page_harness_find_text (page, "Somebody likes a design"));
  g_assert_nonnull (page_harness_find_text (page, "Undated"));
  g_assert_nonnull (page_harness_find_text (page, "Cleo follows you"));
  g_assert_nonnull (page_harness_find_text (page, "Dan printed “Lid & box”"));
  g_assert_nonnull (page_harness_find_text (page, "Maintenance on Sunday"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_list (harness, BAMBU_MESSAGE_KIND_UNKNOWN))), ==, 7);

  /* All of it was there before. */
  g_assert_null (page_harness_find_text (page, "New"));
}

typedef struct
{
  GtkWidget *root;
  GType      type;
  guint      count;
} Widgets;

static gboolean
has_widgets (gpointer user_data)
{
  const Widgets *widgets = user_data;
  g_autoptr(GPtrArray) found = page_harness_collect (widgets->root, widgets->type);

  return found->len >= widgets->count;
}

static gboolean
is_loaded (gpointer user_data)
{
  return bambu_list_get_updated (user_data) != NULL && !bambu_list_get_loading (user_data);
}

static void
test_kinds (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  GtkWidget *page = show_page (harness, NULL, 900);

  for (int kind = BAMBU_MESSAGE_KIND_SYSTEM; kind <= BAMBU_MESSAGE_KIND_TASK; kind++)
    {
      GListModel *messages = G_LIST_MODEL (get_list (harness, (BambuMessageKind)kind));
      Widgets rows = { page, PLATEN_TYPE_MESSAGE_ROW, 1 };

      choose_kind (page, kind);
      g_assert_true (test_wait_until (is_loaded, messages, PAGE_HARNESS_TIMEOUT_MS));
      g_assert_true (test_wait_until (has_widgets, &rows, PAGE_HARNESS_TIMEOUT_MS));
      g_assert_cmpuint (g_list_model_get_n_items (messages), >, 0);

      for (guint i = 0; i < g_list_model_get_n_items (messages); i++)
        {
          g_autoptr(BambuMessage) message = g_list_model_get_item (messages, i);

          g_assert_cmpint (bambu_message_get_kind (message), ==, kind);
        }
    }
}

static GtkAdjustment *
get_adjustment (GtkWidget *page)
{
  GtkWidget *row = page_harness_find (page, PLATEN_TYPE_MESSAGE_ROW);

  g_assert_nonnull (row);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (row,
                                                                                            GTK_TYPE_SCROLLED_WINDOW)));
}

static void
test_pages (void)
{
  const char * const args[] = { "--messages", "130", NULL };
  g_autoptr(PageHarness) harness = page_harness_new (args);
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *messages = G_LIST_MODEL (get_list (harness, BAMBU_MESSAGE_KIND_UNKNOWN));
  GtkWidget *page = show_page (harness, NULL, 900);
  guint64 before = G_MAXUINT64;

  g_assert_true (test_wait_until (is_loaded, messages, PAGE_HARNESS_TIMEOUT_MS));
  page_harness_draw (harness);

  /* No more than what one looks at. */
  g_assert_cmpuint (g_list_model_get_n_items (messages), <, 130);

  while (g_list_model_get_n_items (messages) < 130)
    {
      GtkAdjustment *adjustment = get_adjustment (page);

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
      page_harness_draw (harness);
    }

  for (guint i = 0; i < g_list_model_get_n_items (messages); i++)
    {
      g_autoptr(BambuMessage) message = g_list_model_get_item (messages, i);
      const guint64 id = g_ascii_strtoull (bambu_message_get_id (message), NULL, 10);

      g_assert_true (g_hash_table_add (ids, g_strdup (bambu_message_get_id (message))));
      g_assert_cmpuint (id, <, before);
      before = id;
    }
}

static void
test_page_fails (void)
{
  const char * const args[] = { "--messages", "130", NULL };
  g_autoptr(PageHarness) harness = page_harness_new (args);
  GListModel *messages = G_LIST_MODEL (get_list (harness, BAMBU_MESSAGE_KIND_UNKNOWN));
  GtkAdjustment *adjustment;
  GtkWidget *page;
  guint n_items;

  page_harness_refresh (harness, BAMBU_LIST (messages));
  n_items = g_list_model_get_n_items (messages);
  test_cloud_fault (harness->cloud, "{\"path\": \"" MESSAGES_PATH "\", \"status\": 403, \"body\": "
                                    "\"{\\\"message\\\": \\\"Not <b>now</b>\\\"}\"}");
  page = show_page (harness, NULL, 900);
  page_harness_draw (harness);
  adjustment = get_adjustment (page);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  page_harness_await_text (page, FORBIDDEN);
  g_assert_cmpuint (g_list_model_get_n_items (messages), ==, n_items);
}

static void
test_states (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  GtkWidget *page;

  answer (harness, "{\"hits\": []}");
  page = show_page (harness, NULL, 360);
  page_harness_await_text (page, "No Messages Yet");
  choose_kind (page, BAMBU_MESSAGE_KIND_LIKE);
  page_harness_await_text (page, "No Messages of This Kind");

  test_cloud_clear_faults (harness->cloud);
  platen_page_refresh (PLATEN_PAGE (page));
  page_harness_await_gone (page, "No Messages of This Kind");
}

/* Somebody's first look, a print that ends afterwards, and what is left of that in the next run. */
static void
test_unread (void)
{
  g_autoptr(GSettings) settings = g_settings_new ("io.github.platen.Platen");
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  BambuList *messages = get_list (harness, BAMBU_MESSAGE_KIND_UNKNOWN);
  g_autoptr(PlatenMessageMarks) marks = platen_message_marks_new (harness->session, settings);
  g_autoptr(PlatenMessageMarks) later = NULL;
  GtkWidget *page;

  answer (harness, "{\"hits\": [{\"id\": 9, \"type\": 1, \"content\": \"Nine\"}]}");
  page_harness_refresh (harness, messages);
  g_assert_cmpuint (platen_message_marks_get_n_unread (marks), ==, 0);

  answer (harness, "{\"hits\": [{\"id\": 11, \"type\": 1, \"content\": \"Eleven\"}, "
                   "{\"id\": 10, \"type\": 1, \"content\": \"Ten\"}, {\"id\": 9, \"type\": 1, \"content\": \"Nine\"}]}");
  page_harness_refresh (harness, messages);
  g_assert_cmpuint (platen_message_marks_get_n_unread (marks), ==, 2);

  /* Also in the next run. */
  g_clear_object (&marks);
  marks = platen_message_marks_new (harness->session, settings);
  g_assert_cmpuint (platen_message_marks_get_n_unread (marks), ==, 2);

  /* Seen, and still marked as long as one looks. */
  page = show_page (harness, marks, 360);
  page_harness_await_text (page, "Eleven");
  g_assert_cmpuint (platen_message_marks_get_n_unread (marks), ==, 0);
  g_assert_nonnull (page_harness_find_text (page, "New"));

  page = show_page (harness, marks, 360);
  page_harness_await_text (page, "Eleven");
  g_assert_null (page_harness_find_text (page, "New"));
  page_harness_hide (harness);

  later = platen_message_marks_new (harness->session, settings);
  g_assert_cmpuint (platen_message_marks_get_n_unread (later), ==, 0);
  g_settings_reset (settings, "messages-seen");
}

/* One kind is not all. What was seen may go, and what has no number never is new. */
static void
test_unread_oddities (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  BambuList *messages = get_list (harness, BAMBU_MESSAGE_KIND_UNKNOWN);
  g_autoptr(PlatenMessageMarks) marks = platen_message_marks_new (harness->session, NULL);
  GtkWidget *page;

  answer (harness, "{\"hits\": []}");
  page_harness_refresh (harness, messages);
  page = show_page (harness, marks, 360);
  choose_kind (page, BAMBU_MESSAGE_KIND_LIKE);

  answer (harness, "{\"hits\": [{\"id\": 18446744073709551615, \"type\": 1, \"content\": \"Last\"}, "
                   "{\"id\": \"y\", \"type\": 1, \"content\": \"Y\"}, {\"id\": 9, \"type\": 1, \"content\": \"Nine\"}]}");
  page_harness_refresh (harness, messages);
  g_assert_cmpuint (platen_message_marks_get_n_unread (marks), ==, 2);

  choose_kind (page, 0);
  page_harness_await_text (page, "Last");
  g_assert_cmpuint (platen_message_marks_get_n_unread (marks), ==, 0);
  choose_kind (page, BAMBU_MESSAGE_KIND_LIKE);

  answer (harness, "{\"hits\": [{\"id\": 9, \"type\": 1, \"content\": \"Nine\"}]}");
  page_harness_refresh (harness, messages);
  answer (harness, "{\"hits\": [{\"id\": 10, \"type\": 1, \"content\": \"Ten\"}, "
                   "{\"id\": 9, \"type\": 1, \"content\": \"Nine\"}]}");
  page_harness_refresh (harness, messages);
  g_assert_cmpuint (platen_message_marks_get_n_unread (marks), ==, 1);
}

static GtkWidget *
open_message (PageHarness *harness,
              const char  *id)
{
  BambuMessage *message = bambu_list_lookup (get_list (harness, BAMBU_MESSAGE_KIND_UNKNOWN), id);
  GtkWidget *page;

  g_assert_nonnull (message);
  page = platen_message_page_new (harness->session, message);
  page_harness_show (harness, page, 360, 700);

  return page;
}

static void
test_open (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  GtkWidget *page = show_page (harness, NULL, 360);
  GtkWidget *list;

  answer (harness, MESSAGES);
  page_harness_refresh (harness, get_list (harness, BAMBU_MESSAGE_KIND_UNKNOWN));
  page_harness_await_text (page, "“Vase” is finished");

  /* Behind the heading of the day. */
  list = gtk_widget_get_ancestor (page_harness_find_text (page, "“Vase” is finished"), GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (list, "activate", 1);
  g_assert_cmpstr (harness->opened, ==, "20");
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpstr (harness->opened, ==, "20");
}

static void
test_print (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  Widgets print = { NULL, PLATEN_TYPE_TASK_PAGE, 1 };
  BambuList *messages = get_list (harness, BAMBU_MESSAGE_KIND_TASK);
  g_autoptr(BambuMessage) message = NULL;

  page_harness_refresh (harness, messages);
  page_harness_refresh (harness, get_list (harness, BAMBU_MESSAGE_KIND_UNKNOWN));
  message = g_list_model_get_item (G_LIST_MODEL (messages), 0);
  print.root = open_message (harness, bambu_message_get_id (message));
  g_assert_true (test_wait_until (has_widgets, &print, PAGE_HARNESS_TIMEOUT_MS));
  page_harness_await_text (print.root, bambu_message_get_task_title (message));
}

/* The history no longer has it, or cannot be asked. */
static void
test_print_is_gone (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  GtkWidget *page;

  answer (harness, MESSAGES);
  page_harness_refresh (harness, get_list (harness, BAMBU_MESSAGE_KIND_UNKNOWN));
  page_harness_answer (harness->cloud, TASKS_PATH, "{\"total\": 0, \"hits\": []}");
  page = open_message (harness, "20");
  page_harness_await_text (page, "This print is not among the latest in the history. This is what the message tells of it.");
  g_assert_nonnull (page_harness_find_text (page, "Vase"));
  g_assert_nonnull (page_harness_find_text (page, "D1"));
  g_assert_nonnull (page_harness_find_text (page, "Finished"));

  test_cloud_clear_faults (harness->cloud);
  test_cloud_fault (harness->cloud, "{\"path\": \"" TASKS_PATH "\", \"status\": 403, \"body\": "
                                    "\"{\\\"message\\\": \\\"Not <b>now</b>\\\"}\"}");
  platen_page_refresh (PLATEN_PAGE (page));
  page_harness_await_text (page, "This print could not be looked for. " FORBIDDEN);

  /* It goes while it looks. */
  test_cloud_clear_faults (harness->cloud);
  test_cloud_fault (harness->cloud, "{\"path\": \"" TASKS_PATH "\", \"delay_ms\": 60000}");
  platen_page_refresh (PLATEN_PAGE (page));
  page_harness_await_text (page, "Looking for this print…");
}

static void
test_record (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  GtkWidget *page;

  answer (harness, MESSAGES);
  page_harness_refresh (harness, get_list (harness, BAMBU_MESSAGE_KIND_UNKNOWN));
  page = open_message (harness, "19");
  page_harness_await_text (page, "%s <i>fine</i>");
  g_assert_nonnull (page_harness_find_text (page, "<b>Bob</b>"));
  g_assert_nonnull (page_harness_find_text (page, "Comments"));
  g_assert_null (page_harness_find_text (page, "Looking for this print…"));

  page = open_message (harness, "x");
  page_harness_await_text (page, "A message of a kind that Platen does not know");
  g_assert_cmpuint (test_cloud_count_requests (harness->cloud, NULL, TASKS_PATH), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  page_harness_init (&argc, &argv);

  g_test_add_func ("/app/messages/list", test_list);
  g_test_add_func ("/app/messages/kinds", test_kinds);
  g_test_add_func ("/app/messages/pages", test_pages);
  g_test_add_func ("/app/messages/page-fails", test_page_fails);
  g_test_add_func ("/app/messages/states", test_states);
  g_test_add_func ("/app/messages/unread", test_unread);
  g_test_add_func ("/app/messages/unread-oddities", test_unread_oddities);
  g_test_add_func ("/app/messages/open", test_open);
  g_test_add_func ("/app/messages/print", test_print);
  g_test_add_func ("/app/messages/print-is-gone", test_print_is_gone);
  g_test_add_func ("/app/messages/record", test_record);

  return g_test_run ();
}
