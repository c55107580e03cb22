/* test-account.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page-harness.h"

#include "platen-downloads-page.h"
#include "platen-link-row.h"
#include "platen-page.h"
#include "platen-ticket-group.h"
#include "platen-value-row.h"

/* What the account's page leads to: what the slicer downloads, and the support's tickets. */

#define RESOURCE_PATH "/v1/iot-service/api/slicer/resource"
#define TICKET_PATH   "/v1/user-service/my/ticket/*"

static GtkWidget *
show_downloads (PageHarness *harness)
{
  GtkWidget *page = platen_downloads_page_new (harness->session);

  page_harness_show (harness, page, 360, 700);

  return page;
}

static GtkWidget *
find_entry (GtkWidget  *root,
            const char *title)
{
  g_autoptr(GPtrArray) rows = page_harness_collect (root, ADW_TYPE_ENTRY_ROW);

  for (guint i = 0; i < rows->len; i++)
    {
      if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (rows->pdata[i])), title))
        return rows->pdata[i];
    }

  g_error ("There is no field %s", title);
}

static void
enter (GtkWidget  *root,
       const char *title,
       const char *text)
{
  GtkWidget *row = find_entry (root, title);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
}

static PlatenLinkRow *
find_link (GtkWidget  *root,
           const char *title)
{
  GtkWidget *label = page_harness_find_text (root, title);

  g_assert_nonnull (label);

  return PLATEN_LINK_ROW (gtk_widget_get_ancestor (label, PLATEN_TYPE_LINK_ROW));
}

static void
test_downloads (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  GtkWidget *page = show_downloads (harness);

  page_harness_await_text (page, "02.02.00.85");
  g_assert_nonnull (page_harness_find_text (page, "slicer/plugins/cloud"));
  g_assert_nonnull (page_harness_find_text (page, "01.01.00.11"));

  /* By type and version. */
  gtk_editable_set_text (GTK_EDITABLE (find_entry (page, "Type")), "slicer/printer/bbl");
  enter (page, "Version", " 02.03.00.00 ");
  page_harness_await_text (page, "02.03.00.22\nPresets of the newest printers.");
  g_assert_null (page_harness_find_text (page, "01.01.00.11"));

  enter (page, "Type", "slicer/nothing");
  page_harness_await_text (page, "The cloud offers nothing of this type and version.");
  g_assert_nonnull (page_harness_find_text (page, "02.02.00.85"));
}

static void
test_downloads_hostile (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  GtkWidget *page;

  page_harness_answer (harness->cloud, RESOURCE_PATH,
                       "{\"software\": {\"type\": null, \"version\": \"<b>1 & 2</b>\", \"description\": \"%s <i>\", "
                       "\"url\": \"https://example.org/a?b=1&c=2\", \"force_update\": \"true\"}, \"guide\": null, "
                       "\"resources\": [{\"type\": \"<u>a\", \"version\": null, \"url\": \"file:///etc/passwd\"}, null, 7, "
                       "{\"type\": \"b\", \"version\": 3, \"url\": \"javascript:alert(1)\"}, "
                       "{\"type\": \"c\", \"version\": [], \"url\": \"http://example.org/c\"}, "
                       "{\"type\": \"d\", \"url\": \"https:\"}, {\"type\": \"e\", \"url\": \"HTTPS://example.org/e\"}]}");
  page = show_downloads (harness);
  page_harness_await_text (page, "<b>1 & 2</b>, required");
  g_assert_nonnull (page_harness_find_text (page, "%s <i>"));
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_link (page, "Newest Version"))));
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_link (page, "<u>a"))));
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_link (page, "b"))));
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_link (page, "c"))));
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_link (page, "d"))));
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_link (page, "e"))));
}

static void
test_downloads_errors (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  GtkWidget *page;

  page_harness_answer (harness->cloud, RESOURCE_PATH, "[]");
  page = show_downloads (harness);
  page_harness_await_text (page, "Could Not Be Loaded");
  test_cloud_clear_faults (harness->cloud);

  page_harness_answer (harness->cloud, RESOURCE_PATH, "{\"software\": null, \"resources\": null}");
  platen_page_refresh (PLATEN_PAGE (page));
  page_harness_await_text (page, "The cloud offers none at present");
  test_cloud_clear_faults (harness->cloud);

  platen_page_refresh (PLATEN_PAGE (page));
  page_harness_await_text (page, "02.02.00.85");

  /* What was there stays. */
  test_cloud_fault (harness->cloud, "{\"path\": \"" RESOURCE_PATH "\", \"status\": 403, \"body\": "
                                    "\"{\\\"message\\\": \\\"Not <for> you\\\"}\"}");
  platen_page_refresh (PLATEN_PAGE (page));
  page_harness_await_gone (page, "The cloud offers nothing of this type and version.");
  page_harness_await_text (page, "The cloud does not allow this to your account. The cloud says: “Not <for> you”");
  g_assert_nonnull (page_harness_find_text (page, "02.02.00.85"));

  /* The page goes while it waits. */
  test_cloud_clear_faults (harness->cloud);
  test_cloud_fault (harness->cloud, "{\"path\": \"" RESOURCE_PATH "\", \"delay_ms\": 60000}");
  platen_page_refresh (PLATEN_PAGE (page));
}

static GtkWidget *
show_ticket_group (PageHarness *harness)
{
  GtkWidget *group = g_object_new (PLATEN_TYPE_TICKET_GROUP, NULL);

  platen_ticket_group_set_session (PLATEN_TICKET_GROUP (group), harness->session);
  page_harness_show (harness, group, 360, 700);

  return group;
}

static void
test_ticket (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  GtkWidget *group = show_ticket_group (harness);

  enter (group, "Ticket Number", "  ");
  page_harness_await_text (group, "Enter the number of a ticket.");

  enter (group, "Ticket Number", " 10233 ");
  page_harness_await_text (group, "First layer inspection reports a fault on a clean plate");
  g_assert_null (page_harness_find_text (group, "Enter the number of a ticket."));
  g_assert_nonnull (page_harness_find_text (group, "10233"));

  /* The values of the one before are gone; a number is no path. */
  enter (group, "Ticket Number", "../my/tasks");
  page_harness_await_gone (group, "First layer inspection reports a fault on a clean plate");
  g_assert_cmpuint (test_cloud_count_requests (harness->cloud, NULL, "/v1/user-service/my/tasks"), ==, 0);
}

static void
test_ticket_hostile (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  GtkWidget *group = show_ticket_group (harness);

  page_harness_answer (harness->cloud, TICKET_PATH, "{\"id\": null, \"<b>a</b>\": \"<i>%s\", \"list\": [1, {\"x\": null}]}");
  enter (group, "Ticket Number", "1");
  page_harness_await_text (group, "<i>%s");
  g_assert_nonnull (page_harness_find_text (group, "<b>a</b>"));
  test_cloud_clear_faults (harness->cloud);

  page_harness_answer (harness->cloud, TICKET_PATH, "{}");
  enter (group, "Ticket Number", "2");
  page_harness_await_text (group, "The cloud tells nothing about this ticket.");
  test_cloud_clear_faults (harness->cloud);

  page_harness_answer (harness->cloud, TICKET_PATH, "[1]");
  enter (group, "Ticket Number", "3");
  page_harness_await_gone (group, "The cloud tells nothing about this ticket.");
  test_cloud_clear_faults (harness->cloud);

  /* The newest question is the one that is answered. */
  test_cloud_fault (harness->cloud, "{\"path\": \"" TICKET_PATH "\", \"delay_ms\": 60000, \"times\": 1}");
  test_cloud_clear_requests (harness->cloud);
  enter (group, "Ticket Number", "10871");
  page_harness_await_requests (harness, "GET", "/v1/user-service/my/ticket/10871", 1);
  enter (group, "Ticket Number", "10233");
  page_harness_await_text (group, "First layer inspection reports a fault on a clean plate");

  test_cloud_fault (harness->cloud, "{\"path\": \"" TICKET_PATH "\", \"delay_ms\": 60000}");
  enter (group, "Ticket Number", "4");
}

int
main (int    argc,
      char **argv)
{
  page_harness_init (&argc, &argv);

  g_test_add_func ("/app/downloads", test_downloads);
  g_test_add_func ("/app/downloads/hostile", test_downloads_hostile);
  g_test_add_func ("/app/downloads/errors", test_downloads_errors);
  g_test_add_func ("/app/ticket", test_ticket);
  g_test_add_func ("/app/ticket/hostile", test_ticket_hostile);

  return g_test_run ();
}
