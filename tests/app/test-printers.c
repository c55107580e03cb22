/* test-printers.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page-harness.h"

#include "platen-clock.h"
#include "platen-page.h"
#include "platen-picture.h"
#include "platen-printer-card.h"
#include "platen-printer-page.h"
#include "platen-printer-sorter.h"
#include "platen-printer-text.h"
#include "platen-printers-page.h"
#include "platen-secret-row.h"
#include "platen-strip.h"

#define BIND_PATH  "/v1/iot-service/api/user/bind"
#define PRINT_PATH "/v1/iot-service/api/user/print"

/* A fleet in every state, with what a card may meet: long names, none, numbers as texts. */
#define FLEET \
  "{\"devices\": [" \
  "{\"dev_id\": \"P1\", \"name\": \"Printer 10\", \"online\": true, \"print_status\": \"RUNNING\", \"dev_model_name\": \"C12\"}," \
  "{\"dev_id\": \"P2\", \"name\": \"Printer 9\", \"online\": true, \"print_status\": \"RUNNING\", \"dev_model_name\": \"C12\"}," \
  "{\"dev_id\": \"P3\", \"name\": \"Paused\", \"online\": true, \"print_status\": \"PAUSE\", \"dev_model_name\": \"N1\"}," \
  "{\"dev_id\": \"P4\", \"name\": \"Failed\", \"online\": true, \"print_status\": \"FAILED\", \"dev_model_name\": \"N1\"}," \
  "{\"dev_id\": \"P5\", \"name\": null, \"online\": true, \"print_status\": \"IDLE\", \"dev_model_name\": \"BL-P001\"}," \
  "{\"dev_id\": \"P6\", \"name\": \"Away\", \"online\": false, \"print_status\": \"RUNNING\", \"dev_model_name\": \"X\", " \
  "\"dev_product_name\": \"Of tomorrow\"}," \
  "{\"dev_id\": \"P7\", \"name\": \"Done\", \"online\": true, \"print_status\": \"SUCCESS\", \"dev_model_name\": \"N1\"}]}"

#define FLEET_PRINTS \
  "{\"devices\": [" \
  "{\"dev_id\": \"P1\", \"task_status\": \"RUNNING\", \"task_name\": \"Gear box\", \"prediction\": 7200, \"progress\": 50}," \
  "{\"dev_id\": \"P2\", \"task_status\": \"RUNNING\", \"task_name\": \"Vase\", \"prediction\": \"86400\", \"progress\": \"10\"}," \
  "{\"dev_id\": \"P3\", \"task_status\": \"PAUSE\", \"task_name\": \"Lid\", \"prediction\": 3600, \"progress\": 75}]}"

static GListModel *
get_devices (PageHarness *harness)
{
  return G_LIST_MODEL (bambu_session_get_devices (harness->session));
}

static void
refresh (PageHarness *harness)
{
  page_harness_refresh (harness, bambu_session_get_devices (harness->session));
}

static BambuDevice *
get_device (PageHarness *harness,
            const char  *id)
{
  BambuDevice *device = bambu_list_lookup (bambu_session_get_devices (harness->session), id);

  g_assert_nonnull (device);

  return device;
}

static PageHarness *
new_fleet (void)
{
  PageHarness *harness = page_harness_new (NULL);

  page_harness_answer (harness->cloud, BIND_PATH, FLEET);
  page_harness_answer (harness->cloud, PRINT_PATH, FLEET_PRINTS);
  refresh (harness);

  return harness;
}

static GtkWidget *
show_page (PageHarness *harness,
           int          width)
{
  GtkWidget *page = platen_printers_page_new ();

  platen_printers_page_set_session (PLATEN_PRINTERS_PAGE (page), harness->session);
  page_harness_show (harness, page, width, 700);

  return page;
}

static gboolean
entry_is_shown (gpointer user_data)
{
  return page_harness_find (user_data, GTK_TYPE_SEARCH_ENTRY) != NULL;
}

static GtkWidget *
open_search (GtkWidget *page)
{
  platen_page_toggle_search (PLATEN_PAGE (page));
  g_assert_true (test_wait_until (entry_is_shown, page, PAGE_HARNESS_TIMEOUT_MS));

  return page_harness_find (page, GTK_TYPE_SEARCH_ENTRY);
}

typedef struct
{
  PageHarness *harness;
  guint        n_cards;
} Expected;

static gboolean
cards_are_shown (gpointer user_data)
{
  const Expected *expected = user_data;
  g_autoptr(GPtrArray) cards = page_harness_collect (expected->harness->window, PLATEN_TYPE_PRINTER_CARD);

  return cards->len == expected->n_cards;
}

static void
wait_for_cards (PageHarness *harness,
                guint        n_cards)
{
  Expected expected = { harness, n_cards };

  g_assert_true (test_wait_until (cards_are_shown, &expected, PAGE_HARNESS_TIMEOUT_MS));
}

static PlatenPrinterCard *
find_card (PageHarness *harness,
           BambuDevice *device)
{
  g_autoptr(GPtrArray) cards = page_harness_collect (harness->window, PLATEN_TYPE_PRINTER_CARD);

  for (guint i = 0; i < cards->len; i++)
    {
      if (platen_printer_card_get_device (cards->pdata[i]) == device)
        return cards->pdata[i];
    }

  g_error ("No card of %s", bambu_device_get_id (device));
}

static char *
dump_order (GListModel *devices)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (devices); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (devices, i);

      g_string_append_printf (string, "%s%s", i > 0 ? " " : "", bambu_device_get_id (device));
    }

  return g_string_free (string, FALSE);
}

static void
assert_order (PageHarness        *harness,
              PlatenPrinterOrder  order,
              const char         *expected)
{
  g_autoptr(GtkSortListModel) sorted = NULL;
  g_autofree char *actual = NULL;

  sorted = gtk_sort_list_model_new (g_object_ref (get_devices (harness)), platen_printer_sorter_new (order));
  actual = dump_order (G_LIST_MODEL (sorted));
  g_assert_cmpstr (actual, ==, expected);
}

static void
test_order (void)
{
  g_autoptr(PageHarness) harness = new_fleet ();
  PlatenPrinterOrder order = PLATEN_PRINTER_ORDER_NAME;

  assert_order (harness, PLATEN_PRINTER_ORDER_ATTENTION, "P3 P4 P1 P2 P7 P5 P6");
  assert_order (harness, PLATEN_PRINTER_ORDER_TIME_LEFT, "P1 P2 P3 P7 P5 P4 P6");
  assert_order (harness, PLATEN_PRINTER_ORDER_NAME, "P5 P6 P7 P4 P3 P2 P1");

  g_assert_true (platen_printer_order_from_string ("time-left", &order));
  g_assert_cmpint (order, ==, PLATEN_PRINTER_ORDER_TIME_LEFT);
  g_assert_false (platen_printer_order_from_string ("shoe-size", &order));
  g_assert_false (platen_printer_order_from_string (NULL, &order));
}

static void
assert_takes (char       *string,
              const char *expected)
{
  g_assert_cmpstr (string, ==, expected);
  g_free (string);
}

static void
test_texts (void)
{
  g_autoptr(PageHarness) harness = new_fleet ();
  BambuDevice *printing = get_device (harness, "P1");
  BambuDevice *paused = get_device (harness, "P3");
  BambuDevice *idle = get_device (harness, "P5");
  g_autoptr(GDateTime) half_way = g_date_time_add_minutes (bambu_device_get_end_time (printing), -30);
  g_autoptr(GDateTime) late = g_date_time_add_minutes (bambu_device_get_end_time (printing), 1);

  /* It counts down between what the cloud tells. */
  g_assert_cmpint (platen_printer_get_time_left (printing, half_way), ==, 30 * 60);
  g_assert_cmpint (platen_printer_get_time_left (printing, late), ==, 0);
  assert_takes (platen_printer_dup_left (printing, half_way), "30\u00a0min left");
  assert_takes (platen_printer_dup_left (printing, late), "done any moment");
  assert_takes (platen_printer_dup_done (printing, late), NULL);

  /* What waits does not. */
  g_assert_cmpint (platen_printer_get_time_left (paused, late), ==, 900);
  assert_takes (platen_printer_dup_left (paused, late), "15\u00a0min left");
  assert_takes (platen_printer_dup_done (paused, late), NULL);

  g_assert_cmpint (platen_printer_get_time_left (idle, NULL), ==, -1);
  assert_takes (platen_printer_dup_left (idle, NULL), NULL);
  assert_takes (platen_printer_dup_title (idle), "X1 Carbon");
  assert_takes (platen_printer_dup_description (idle, NULL), "X1 Carbon, Idle");
  assert_takes (platen_printer_dup_description (paused, NULL), "A1 mini, Paused, Lid, 75\u00a0%, 15\u00a0min left");

  /* Never heard by this program: since when is not known. */
  assert_takes (platen_printer_dup_left (get_device (harness, "P6"), NULL), NULL);

  assert_takes (platen_printers_dup_summary (get_devices (harness), half_way),
                "2 printing · 2 need attention · next done in 30\u00a0min");
}

static void
test_cards (void)
{
  g_autoptr(PageHarness) harness = new_fleet ();
  PlatenPrinterCard *card;

  show_page (harness, 1000);
  wait_for_cards (harness, 7);

  card = find_card (harness, get_device (harness, "P1"));
  page_harness_await_text (GTK_WIDGET (card), "Printer 10");
  page_harness_await_text (GTK_WIDGET (card), "P1S");
  page_harness_await_text (GTK_WIDGET (card), "Printing");
  page_harness_await_text (GTK_WIDGET (card), "Gear box");
  page_harness_await_text (GTK_WIDGET (card), "50\u00a0%");
  page_harness_await_text (GTK_WIDGET (card), "1\u00a0h left");

  card = find_card (harness, get_device (harness, "P6"));
  page_harness_await_text (GTK_WIDGET (card), "Offline");
  page_harness_await_text (GTK_WIDGET (card), "Of tomorrow");
}

static gboolean
card_is_wide (gpointer user_data)
{
  return gtk_widget_get_width (user_data) > 0;
}

/* The cards keep their shape whatever the window's, and nothing scrolls sideways. */
static void
test_widths (void)
{
  const int widths[] = { 360, 520, 600, 900, 1300 };
  g_autoptr(PageHarness) harness = new_fleet ();

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      PlatenPrinterCard *card;
      GtkWidget *scroller;
      GtkWidget *box;
      GtkWidget *picture;
      GtkAdjustment *adjustment;

      show_page (harness, widths[i]);
      wait_for_cards (harness, 7);
      card = find_card (harness, get_device (harness, "P3"));
      box = gtk_widget_get_first_child (GTK_WIDGET (card));
      g_assert_true (test_wait_until (card_is_wide, box, PAGE_HARNESS_TIMEOUT_MS));
      g_assert_cmpint (gtk_widget_get_width (box), >=, 260);
      g_assert_cmpint (gtk_widget_get_width (box), <=, 360);

      picture = page_harness_find (GTK_WIDGET (card), PLATEN_TYPE_PICTURE);
      g_assert_cmpfloat_with_epsilon (gtk_widget_get_width (picture) / (double)gtk_widget_get_height (picture),
                                      4 / 3.0, 0.01);

      scroller = gtk_widget_get_ancestor (box, GTK_TYPE_SCROLLED_WINDOW);
      adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
      g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <=, gtk_adjustment_get_page_size (adjustment));
    }
}

static BambuDevice *
find_in_state (PageHarness      *harness,
               BambuDeviceState  state)
{
  for (guint i = 0; i < g_list_model_get_n_items (get_devices (harness)); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (get_devices (harness), i);

      if (bambu_device_get_state (device) == state)
        return device;
    }

  g_error ("No printer is in state %d", state);
}

static BambuDevice *
find_printing (PageHarness *harness)
{
  return find_in_state (harness, BAMBU_DEVICE_STATE_PRINTING);
}

/* The first card moves down the list: the page does not follow it there. */
static void
test_stays_on_top (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  GtkAdjustment *adjustment;
  BambuDevice *device;
  GtkWidget *grid;

  refresh (harness);
  device = find_in_state (harness, BAMBU_DEVICE_STATE_PAUSED);
  show_page (harness, 360);
  wait_for_cards (harness, 6);
  page_harness_draw (harness);
  grid = page_harness_find (harness->window, GTK_TYPE_GRID_VIEW);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (grid));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  test_cloud_printer_event (harness->cloud, bambu_device_get_id (device), "resume");
  refresh (harness);
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_PRINTING);
  page_harness_draw (harness);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
}

static void
test_event (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  BambuDevice *device;
  PlatenPrinterCard *card;

  refresh (harness);
  device = find_printing (harness);
  show_page (harness, 1300);
  wait_for_cards (harness, 6);
  card = find_card (harness, device);
  page_harness_await_text (GTK_WIDGET (card), "Printing");

  /* The card that is there changes, and goes to the front. */
  test_cloud_printer_event (harness->cloud, bambu_device_get_id (device), "pause");
  refresh (harness);
  g_assert_true (find_card (harness, device) == card);
  page_harness_await_text (GTK_WIDGET (card), "Paused");
  page_harness_await_gone (GTK_WIDGET (card), "Printing");

  /* And the two others that print. */
  for (guint i = 0; i < 2; i++)
    {
      test_cloud_printer_event (harness->cloud, bambu_device_get_id (find_printing (harness)), "pause");
      refresh (harness);
    }

  page_harness_await_text (harness->window, "Nothing is printing · 4 need attention");

  test_cloud_printer_event (harness->cloud, bambu_device_get_id (device), "resume");
  test_cloud_printer_event (harness->cloud, bambu_device_get_id (device), "finish");
  refresh (harness);
  page_harness_await_text (GTK_WIDGET (find_card (harness, device)), "Finished");

  test_cloud_printer_event (harness->cloud, bambu_device_get_id (device), "offline");
  refresh (harness);
  card = find_card (harness, device);
  page_harness_await_text (GTK_WIDGET (card), "Offline");
  page_harness_await_text (GTK_WIDGET (card), "Last seen just now");
}

static void
test_search (void)
{
  g_autoptr(PageHarness) harness = new_fleet ();
  GtkWidget *page = show_page (harness, 900);
  GtkWidget *entry;

  wait_for_cards (harness, 7);
  entry = open_search (page);
  gtk_editable_set_text (GTK_EDITABLE (entry), "printer 9");
  wait_for_cards (harness, 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), "gear");
  wait_for_cards (harness, 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), "a1 mini");
  wait_for_cards (harness, 3);

  gtk_editable_set_text (GTK_EDITABLE (entry), "shoe");
  page_harness_await_text (page, "Nothing Found");
  g_signal_emit_by_name (gtk_widget_get_ancestor (page_harness_find_text (page, "Clear Search"), GTK_TYPE_BUTTON), "clicked");
  wait_for_cards (harness, 7);
}

static void
test_sort (void)
{
  g_autoptr(PageHarness) harness = new_fleet ();
  GtkWidget *page = show_page (harness, 900);
  g_autofree char *sort = NULL;
  g_autoptr(GtkSelectionModel) shown = NULL;
  GtkGridView *grid;
  g_autofree char *order = NULL;

  wait_for_cards (harness, 7);
  g_assert_true (gtk_widget_activate_action (page, "printers.sort", "s", "name"));
  g_object_get (page, "sort", &sort, NULL);
  g_assert_cmpstr (sort, ==, "name");

  grid = GTK_GRID_VIEW (page_harness_find (page, GTK_TYPE_GRID_VIEW));
  g_object_get (grid, "model", &shown, NULL);
  order = dump_order (G_LIST_MODEL (shown));
  g_assert_cmpstr (order, ==, "P5 P6 P7 P4 P3 P2 P1");

  /* What the settings may hold from another version. */
  g_object_set (page, "sort", "shoe-size", NULL);
  g_free (sort);
  g_object_get (page, "sort", &sort, NULL);
  g_assert_cmpstr (sort, ==, "name");

  g_signal_emit_by_name (grid, "activate", 1);
  g_assert_cmpstr (harness->opened, ==, "P6");
}

static void
test_states (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  BambuList *devices = bambu_session_get_devices (harness->session);
  GtkWidget *page = show_page (harness, 900);
  GtkWidget *strip;

  /* Not asked yet. */
  g_assert_null (page_harness_find_text (page, "No Printers Yet"));
  g_assert_nonnull (page_harness_find (page, PLATEN_TYPE_PICTURE));

  page_harness_answer (harness->cloud, BIND_PATH, "{\"devices\": []}");
  page_harness_answer (harness->cloud, PRINT_PATH, "{\"devices\": null}");
  refresh (harness);
  page_harness_await_text (page, "No Printers Yet");

  test_cloud_clear_faults (harness->cloud);
  refresh (harness);
  wait_for_cards (harness, 6);

  /* What was there stays, and says so. */
  test_cloud_stop (harness->cloud);
  bambu_list_refresh_async (devices, NULL, NULL, NULL);
  strip = page_harness_find (page, PLATEN_TYPE_STRIP);
  page_harness_await_text (strip, "Retry");
  wait_for_cards (harness, 6);

  test_cloud_start (harness->cloud);
  refresh (harness);
  page_harness_await_gone (page, "Retry");

  platen_printers_page_set_session (PLATEN_PRINTERS_PAGE (page), NULL);
  wait_for_cards (harness, 0);
}

static void
test_printer (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  BambuDevice *device;
  GtkWidget *page;
  GtkWidget *row;
  GtkWidget *reveal;
  const char *code;

  refresh (harness);
  device = find_printing (harness);
  code = bambu_device_get_access_code (device);
  page_harness_refresh (harness, bambu_session_get_projects (harness->session));

  page = platen_printer_page_new (harness->session, device);
  page_harness_show (harness, page, 900, 900);
  page_harness_await_text (page, bambu_device_get_name (device));
  page_harness_await_text (page, "Printing");
  page_harness_await_text (page, bambu_device_get_id (device));

  /* The code is out of sight, asked for, and out of sight again once the page was left. */
  row = page_harness_find (page, PLATEN_TYPE_SECRET_ROW);
  page_harness_await_text (row, "••••••••");
  g_assert_null (page_harness_find_text (page, code));
  reveal = page_harness_find (row, GTK_TYPE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (reveal), TRUE);
  g_assert_nonnull (page_harness_find_text (row, code));
  gtk_widget_set_visible (page, FALSE);
  gtk_widget_set_visible (page, TRUE);
  page_harness_await_text (row, "••••••••");
  g_assert_null (page_harness_find_text (page, code));

  /* Its project is a click away. */
  row = gtk_widget_get_ancestor (page_harness_find_text (page, "Project"), ADW_TYPE_ACTION_ROW);
  g_assert_true (gtk_widget_activate (row));
  g_assert_cmpstr (harness->opened, ==, bambu_device_get_project_id (device));
}

static void
test_printer_changes (void)
{
  g_autoptr(PageHarness) harness = new_fleet ();
  GtkWidget *page = platen_printer_page_new (harness->session, get_device (harness, "P1"));

  page_harness_show (harness, page, 360, 700);
  page_harness_await_text (page, "Gear box");
  page_harness_await_text (page, "2\u00a0h");

  /* No code: nothing to reveal. */
  g_assert_null (page_harness_find (page, PLATEN_TYPE_SECRET_ROW));

  test_cloud_clear_faults (harness->cloud);
  page_harness_answer (harness->cloud, BIND_PATH,
          "{\"devices\": [{\"dev_id\": \"P1\", \"name\": \"Renamed\", \"online\": true, "
          "\"print_status\": \"IDLE\", \"nozzle_diameter\": 0.6}]}");
  page_harness_answer (harness->cloud, PRINT_PATH, "{\"devices\": []}");
  refresh (harness);
  page_harness_await_text (page, "Renamed");
  page_harness_await_text (page, "0.6 mm");
  page_harness_await_text (page, "Idle");

  test_cloud_clear_faults (harness->cloud);
  page_harness_answer (harness->cloud, BIND_PATH, "{\"devices\": [{\"dev_id\": \"P2\"}]}");
  page_harness_answer (harness->cloud, PRINT_PATH, "{\"devices\": []}");
  refresh (harness);
  page_harness_await_text (page, "Printer Is Gone");
}

static void
test_clock (void)
{
  g_autoptr(PlatenClock) clock = platen_clock_dup_shared ();
  PlatenClock *same = platen_clock_dup_shared ();

  g_assert_true (clock == same);
  g_object_unref (same);
  g_assert_finalize_object (g_steal_pointer (&clock));
}

int
main (int   argc,
      char *argv[])
{
  page_harness_init (&argc, &argv);

  g_test_add_func ("/app/printers/order", test_order);
  g_test_add_func ("/app/printers/texts", test_texts);
  g_test_add_func ("/app/printers/cards", test_cards);
  g_test_add_func ("/app/printers/widths", test_widths);
  g_test_add_func ("/app/printers/event", test_event);
  g_test_add_func ("/app/printers/stays-on-top", test_stays_on_top);
  g_test_add_func ("/app/printers/search", test_search);
  g_test_add_func ("/app/printers/sort", test_sort);
  g_test_add_func ("/app/printers/states", test_states);
  g_test_add_func ("/app/printers/printer", test_printer);
  g_test_add_func ("/app/printers/printer-changes", test_printer_changes);
  g_test_add_func ("/app/printers/clock", test_clock);

  return g_test_run ();
}
