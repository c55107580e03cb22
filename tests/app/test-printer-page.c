/* test-printer-page.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page-harness.h"

#include "platen-camera-group.h"
#include "platen-firmware-group.h"
#include "platen-firmware-round.h"
#include "platen-notes.h"
#include "platen-printer-card.h"
#include "platen-printer-name.h"
#include "platen-printer-page.h"
#include "platen-secret-row.h"

#define INFO_PATH    "/v1/iot-service/api/user/device/info"
#define TICKET_PATH  "/v1/iot-service/api/user/ttcode"
#define VERSION_PATH "/v1/iot-service/api/user/device/version"

#define FAULT(method, path, status, body) \
  "{\"method\": \"" method "\", \"path\": \"" path "\", \"status\": " #status ", \"body\": \"" body "\"}"

static BambuDevice *
find_device (PageHarness *harness,
             const char  *name)
{
  GListModel *devices = G_LIST_MODEL (bambu_session_get_devices (harness->session));

  for (guint i = 0; i < g_list_model_get_n_items (devices); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (devices, i);

      if (g_strcmp0 (bambu_device_get_name (device), name) == 0)
        return device;
    }

  g_error ("There is no printer %s", name);
}

static PageHarness *
open_page (BambuDevice **device)
{
  PageHarness *harness = page_harness_new (NULL);

  page_harness_refresh (harness, bambu_session_get_devices (harness->session));
  *device = find_device (harness, "Workshop X1C");

  return harness;
}

static GtkWidget *
show_page (PageHarness *harness,
           BambuDevice *device)
{
  GtkWidget *page = platen_printer_page_new (harness->session, device);

  page_harness_show (harness, page, 420, 900);

  return page;
}

static gboolean
firmware_is_known (gpointer user_data)
{
  return bambu_device_get_firmware (user_data) != NULL;
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *icon_name)
{
  g_autoptr(GPtrArray) buttons = page_harness_collect (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    {
      if (g_strcmp0 (gtk_button_get_icon_name (buttons->pdata[i]), icon_name) == 0)
        return buttons->pdata[i];
    }

  g_error ("There is no button %s", icon_name);
}

static void
test_firmware (void)
{
  BambuDevice *device;
  g_autoptr(PageHarness) harness = open_page (&device);
  GtkWidget *page = show_page (harness, device);
  g_autofree char *available = NULL;
  GtkWidget *group;
  BambuFirmware *firmware;

  g_assert_true (test_wait_until (firmware_is_known, device, PAGE_HARNESS_TIMEOUT_MS));
  firmware = bambu_device_get_firmware (device);
  g_assert_true (bambu_firmware_get_update (firmware));

  group = page_harness_find (page, PLATEN_TYPE_FIRMWARE_GROUP);
  available = g_strdup_printf ("%s is available", bambu_firmware_get_newest (firmware));
  page_harness_await_text (group, available);
  page_harness_await_text (group, bambu_firmware_get_version (firmware));
  page_harness_await_text (group, "Release Notes");
  page_harness_await_gone (group, "Not Known Yet");

  /* Once for each time that it is opened, and not when one comes back to it; and whenever one wants it. */
  g_assert_cmpuint (test_cloud_count_requests (harness->cloud, "GET", VERSION_PATH), ==, 1);
  gtk_widget_set_visible (page, FALSE);
  g_assert_false (gtk_widget_get_mapped (group));
  gtk_widget_set_visible (page, TRUE);
  g_assert_true (gtk_widget_get_mapped (group));
  page_harness_click (group, "Check Again");
  page_harness_await_requests (harness, "GET", VERSION_PATH, 2);
  g_assert_cmpuint (test_cloud_count_requests (harness->cloud, "GET", VERSION_PATH), ==, 2);
  show_page (harness, device);
  page_harness_await_text (harness->window, available);
}

#define FORCED_FIRMWARE \
  "{\\\"devices\\\": [{\\\"dev_id\\\": \\\"X\\\", \\\"version\\\": \\\"01.00.00.00\\\", \\\"firmware\\\": [{\\\"version\\\": " \
  "\\\"01.02.00.00\\\", \\\"force_update\\\": true, \\\"url\\\": \\\"http://plain.example\\\", " \
  "\\\"description\\\": \\\"<b>bold</b> & %s\\\"}], " \
  "\\\"ams\\\": [{\\\"dev_id\\\": 7, \\\"version\\\": null, \\\"firmware\\\": {}}, null, \\\"unit\\\"]}]}"

static void
test_firmware_hostile (void)
{
  BambuDevice *device;
  g_autoptr(PageHarness) harness = open_page (&device);
  GtkWidget *page;

  /* What says no, and says it again when asked again. */
  test_cloud_fault (harness->cloud, FAULT ("GET", VERSION_PATH, 403, "{}"));
  page = show_page (harness, device);
  page_harness_await_text (page, "Not Known Yet");
  g_assert_false (firmware_is_known (device));

  test_cloud_clear_faults (harness->cloud);
  test_cloud_fault (harness->cloud, FAULT ("GET", VERSION_PATH, 200, FORCED_FIRMWARE));
  page = show_page (harness, device);
  page_harness_await_text (page, "01.02.00.00 is required: the printer insists on this update");
}

static gboolean
update_is_marked (gpointer user_data)
{
  return bambu_device_get_firmware_update (user_data);
}

static void
test_firmware_round (void)
{
  BambuDevice *device;
  g_autoptr(PageHarness) harness = open_page (&device);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  GListModel *devices = G_LIST_MODEL (bambu_session_get_devices (harness->session));
  g_autoptr(BambuDevice) last = g_list_model_get_item (devices, g_list_model_get_n_items (devices) - 1);

  platen_firmware_round_start (harness->session, cancellable);
  g_assert_true (test_wait_until (update_is_marked, device, PAGE_HARNESS_TIMEOUT_MS));
  g_assert_true (test_wait_until (firmware_is_known, last, PAGE_HARNESS_TIMEOUT_MS));
  g_assert_cmpuint (test_cloud_count_requests (harness->cloud, "GET", VERSION_PATH), ==, g_list_model_get_n_items (devices));
}

static GtkWidget *
begin_rename (GtkWidget  *page,
              const char *text)
{
  GtkWidget *name = page_harness_find (page, PLATEN_TYPE_PRINTER_NAME);
  GtkWidget *entry;

  g_signal_emit_by_name (find_button (name, "document-edit-symbolic"), "clicked");
  entry = page_harness_find (name, GTK_TYPE_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);

  return entry;
}

static gboolean
is_told (gpointer user_data)
{
  const PageHarness *harness = user_data;

  return harness->toast != NULL;
}

static void
test_rename (void)
{
  BambuDevice *device;
  g_autoptr(PageHarness) harness = open_page (&device);
  GtkWidget *page = show_page (harness, device);
  GtkWidget *entry = begin_rename (page, "  Émile & <b>Zoë</b> 🖨  ");

  g_signal_emit_by_name (entry, "activate");
  page_harness_await_text (page, "Émile & <b>Zoë</b> 🖨");
  g_assert_cmpstr (bambu_device_get_name (device), ==, "Émile & <b>Zoë</b> 🖨");

  /* The cloud has it, too. */
  page_harness_refresh (harness, bambu_session_get_devices (harness->session));
  g_assert_cmpstr (bambu_device_get_name (device), ==, "Émile & <b>Zoë</b> 🖨");
  g_assert_cmpuint (test_cloud_count_requests (harness->cloud, "PATCH", INFO_PATH), ==, 1);

  /* No name is no name, and the same name is no change. */
  entry = begin_rename (page, "   ");
  g_assert_false (gtk_widget_get_sensitive (find_button (page, "object-select-symbolic")));
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_get_mapped (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Émile & <b>Zoë</b> 🖨");
  g_signal_emit_by_name (entry, "activate");
  g_assert_null (harness->toast);
  g_assert_cmpuint (test_cloud_count_requests (harness->cloud, "PATCH", INFO_PATH), ==, 1);
}

static void
test_rename_refused (void)
{
  BambuDevice *device;
  g_autoptr(PageHarness) harness = open_page (&device);
  GtkWidget *page = show_page (harness, device);
  GtkWidget *entry;

  test_cloud_fault (harness->cloud, FAULT ("PATCH", INFO_PATH, 403, "{\\\"error\\\": \\\"Not <i>yours</i>\\\"}"));
  entry = begin_rename (page, "Somebody else’s");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (bambu_device_get_name (device), ==, "Somebody else’s");

  g_assert_true (test_wait_until (is_told, harness, PAGE_HARNESS_TIMEOUT_MS));
  g_assert_true (g_str_has_prefix (harness->toast, "Not renamed. "));
  g_assert_cmpstr (bambu_device_get_name (device), ==, "Workshop X1C");
  page_harness_await_text (page, "Workshop X1C");
}

static guint
count_secrets (GtkWidget *group)
{
  g_autoptr(GPtrArray) rows = page_harness_collect (group, PLATEN_TYPE_SECRET_ROW);

  return rows->len;
}

static gboolean
has_secrets (gpointer user_data)
{
  return count_secrets (user_data) > 0;
}

static GtkWidget *
request_ticket (GtkWidget *page)
{
  GtkWidget *group = page_harness_find (page, PLATEN_TYPE_CAMERA_GROUP);

  g_assert_cmpuint (count_secrets (group), ==, 0);
  g_signal_emit_by_name (gtk_widget_get_ancestor (page_harness_find_text (group, "Request"), GTK_TYPE_BUTTON), "clicked");

  return group;
}

static void
test_camera (void)
{
  BambuDevice *device;
  g_autoptr(PageHarness) harness = open_page (&device);
  GtkWidget *page = show_page (harness, device);
  GtkWidget *group;

  /* On request only. */
  g_assert_cmpuint (test_cloud_count_requests (harness->cloud, "POST", TICKET_PATH), ==, 0);
  group = request_ticket (page);
  g_assert_true (test_wait_until (has_secrets, group, PAGE_HARNESS_TIMEOUT_MS));
  g_assert_cmpuint (count_secrets (group), ==, 3);

  /* Left, it is forgotten. */
  gtk_widget_set_visible (page, FALSE);
  gtk_widget_set_visible (page, TRUE);
  g_assert_cmpuint (count_secrets (group), ==, 0);
  g_assert_cmpuint (test_cloud_count_requests (harness->cloud, "POST", TICKET_PATH), ==, 1);
}

static void
test_camera_refused (void)
{
  BambuDevice *device;
  g_autoptr(PageHarness) harness = open_page (&device);
  GtkWidget *group;

  test_cloud_fault (harness->cloud, FAULT ("POST", TICKET_PATH, 200, "{\\\"ttcode\\\": null, \\\"passwd\\\": [1]}"));
  group = request_ticket (show_page (harness, device));
  page_harness_await_text (group, "The cloud gave no camera ticket. Try again later.");
  g_assert_cmpuint (count_secrets (group), ==, 0);
}

static void
assert_line (const char     *line,
             PlatenNoteKind  kind,
             const char     *marker,
             const char     *text)
{
  g_autofree char *actual_marker = NULL;
  g_autofree char *actual = NULL;

  g_assert_cmpint (platen_notes_parse_line (line, &actual_marker, &actual), ==, kind);
  g_assert_cmpstr (actual_marker, ==, marker);
  g_assert_cmpstr (actual, ==, text);
}

static void
test_notes (void)
{
  assert_line ("## version ota01.01.01.00:", PLATEN_NOTE_TITLE, NULL, "version ota01.01.01.00:");
  assert_line ("### 【Improvements】", PLATEN_NOTE_HEADING, NULL, "Improvements");
  assert_line ("【Bugs fixed】", PLATEN_NOTE_HEADING, NULL, "Bugs fixed");
  assert_line ("[Bugs fixed]", PLATEN_NOTE_HEADING, NULL, "Bugs fixed");
  assert_line ("12. [System] Fixed it.", PLATEN_NOTE_ITEM, "12.", "[System] Fixed it.");
  assert_line ("3、【AMS】 Faster", PLATEN_NOTE_ITEM, "3、", "【AMS】 Faster");
  assert_line ("- one", PLATEN_NOTE_ITEM, "•", "one");
  assert_line ("**Note:** 1.5 mm", PLATEN_NOTE_TEXT, NULL, "Note: 1.5 mm");
  assert_line ("1.5 mm", PLATEN_NOTE_TEXT, NULL, "1.5 mm");
  assert_line ("[System] and [AMS]", PLATEN_NOTE_TEXT, NULL, "[System] and [AMS]");
  assert_line ("#1 in tests", PLATEN_NOTE_TEXT, NULL, "#1 in tests");
  assert_line ("[]", PLATEN_NOTE_TEXT, NULL, "[]");
  assert_line ("####", PLATEN_NOTE_TEXT, NULL, "####");
}

static void
test_notes_many (void)
{
  GtkWidget *notes = g_object_ref_sink (platen_notes_new ());
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_lines = 0;

  for (guint i = 0; i < 100 * 1000; i++)
    g_string_append (text, "1. ①②③ <b>&\n\n");

  platen_notes_set_text (PLATEN_NOTES (notes), text->str);

  for (GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_first_child (notes));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_lines++;

  g_assert_cmpuint (n_lines, >, 100);
  g_assert_cmpuint (n_lines, <=, 400);
  g_assert_true (gtk_widget_get_visible (notes));

  platen_notes_set_text (PLATEN_NOTES (notes), "\n \n");
  g_assert_false (gtk_widget_get_visible (notes));
  g_object_unref (notes);
}

int
main (int   argc,
      char *argv[])
{
  page_harness_init (&argc, &argv);

  g_test_add_func ("/printer-page/firmware", test_firmware);
  g_test_add_func ("/printer-page/firmware-hostile", test_firmware_hostile);
  g_test_add_func ("/printer-page/firmware-round", test_firmware_round);
  g_test_add_func ("/printer-page/rename", test_rename);
  g_test_add_func ("/printer-page/rename-refused", test_rename_refused);
  g_test_add_func ("/printer-page/camera", test_camera);
  g_test_add_func ("/printer-page/camera-refused", test_camera_refused);
  g_test_add_func ("/printer-page/notes", test_notes);
  g_test_add_func ("/printer-page/notes-many", test_notes_many);

  return g_test_run ();
}
