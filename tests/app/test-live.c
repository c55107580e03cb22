/* test-live.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page-harness.h"

#include "platen-attention-group.h"
#include "platen-live-text.h"
#include "platen-printer-card.h"
#include "platen-printer-page.h"
#include "platen-spool.h"
#include "platen-swatch.h"
#include "platen-temperature-graph.h"
#include "platen-temperature-log.h"

/* What printers report, as it is shown. */

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

static GtkWidget *
show_page (PageHarness *harness,
           const char  *name)
{
  GtkWidget *page = platen_printer_page_new (harness->session, find_device (harness, name));

  page_harness_show (harness, page, 420, 900);

  return page;
}

typedef struct
{
  GtkWidget *root;
  GType      type;
  guint      n_wanted;
} Count;

static gboolean
has_so_many (gpointer user_data)
{
  const Count *count = user_data;
  g_autoptr(GPtrArray) found = page_harness_collect (count->root, count->type);

  return found->len == count->n_wanted;
}

static void
await_count (GtkWidget *root,
             GType      type,
             guint      n_wanted)
{
  Count count = { root, type, n_wanted };

  g_assert_true (test_wait_until (has_so_many, &count, PAGE_HARNESS_TIMEOUT_MS));
}

static void
test_card (void)
{
  g_autoptr(PageHarness) harness = page_harness_new_live (NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *card = platen_printer_card_new ();
  BambuDevice *device = find_device (harness, "Attic P1S");

  platen_printer_card_set_session (PLATEN_PRINTER_CARD (card), harness->session);
  platen_printer_card_set_device (PLATEN_PRINTER_CARD (card), device);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), card);
  page_harness_show (harness, scroller, 320, 480);
  page_harness_await_text (card, "245/245 °C · 70/70 °C · layer 39/126");
  g_assert_nonnull (page_harness_find_text (card, "The filament ran out"));
  await_count (card, PLATEN_TYPE_SWATCH, 3);

  bambu_live_stop (bambu_session_get_live (harness->session));
  page_harness_await_gone (card, "245/245 °C · 70/70 °C · layer 39/126");
  g_assert_null (platen_live_dup_line (device));
}

static void
test_page (void)
{
  g_autoptr(PageHarness) harness = page_harness_new_live (NULL);
  GtkWidget *page = show_page (harness, "Workshop X1C");

  page_harness_await_text (page, "84 of 136");
  page_harness_await_text (page, "220/220 °C");
  page_harness_await_text (page, "-44 dBm");
  page_harness_await_text (page, "AMS B");
  await_count (page, PLATEN_TYPE_SPOOL, 8);
  g_assert_null (page_harness_find_text (page, "Not From Here"));
  page_harness_draw (harness);
}

/* The printer has answered when the button is another. */
static void
test_controls (void)
{
  g_autoptr(PageHarness) harness = page_harness_new_live (NULL);
  GtkWidget *page = show_page (harness, "Workshop X1C");

  page_harness_click (page, "Pause");
  page_harness_await_text (page, "Paused by you");
  page_harness_click (page, "Resume");
  page_harness_await_text (page, "Pause");
  g_assert_null (harness->toast);
}

static gboolean
is_light_off (gpointer user_data)
{
  return bambu_device_get_chamber_light (user_data) == 0;
}

static void
test_light (void)
{
  g_autoptr(PageHarness) harness = page_harness_new_live (NULL);
  GtkWidget *page = show_page (harness, "Workshop X1C");
  GtkWidget *light;

  page_harness_await_text (page, "Light");
  light = page_harness_find (page, GTK_TYPE_SWITCH);
  g_assert_true (gtk_switch_get_state (GTK_SWITCH (light)));
  gtk_switch_set_active (GTK_SWITCH (light), FALSE);
  g_assert_true (test_wait_until (is_light_off, find_device (harness, "Workshop X1C"), PAGE_HARNESS_TIMEOUT_MS));
}

static void
test_refused (void)
{
  g_autoptr(PageHarness) harness = page_harness_new_live (NULL);
  GtkWidget *page = show_page (harness, "Studio H2D");

  page_harness_await_text (page, "Not From Here");
  g_assert_null (page_harness_find (page, GTK_TYPE_SWITCH));
  page_harness_await_text (page, "Left Nozzle");
  page_harness_await_text (page, "AMS HT A");
}

static void
test_attention (void)
{
  g_autoptr(PageHarness) harness = page_harness_new_live (NULL);
  GtkWidget *page = show_page (harness, "Workshop X1C");
  const char *id = bambu_device_get_id (find_device (harness, "Workshop X1C"));

  page_harness_await_text (page, "84 of 136");
  g_assert_null (page_harness_find (page, PLATEN_TYPE_ATTENTION_GROUP));
  test_cloud_printer_event (harness->cloud, id, "hms");
  page_harness_await_text (page, "0300_0100_0001_0007");
  g_assert_nonnull (page_harness_find_text (page, "Fatal"));
  test_cloud_printer_event (harness->cloud, id, "hms");
  page_harness_await_gone (page, "0300_0100_0001_0007");
}

/* The halves of a code stay in their order. */
static void
test_right_to_left (void)
{
  const GtkTextDirection direction = gtk_widget_get_default_direction ();
  g_autoptr(PageHarness) harness = page_harness_new_live (NULL);
  GtkWidget *page;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  page = show_page (harness, "Attic P1S");
  page_harness_await_text (page, "\u200e0300_8004");
  page_harness_draw (harness);
  gtk_widget_set_default_direction (direction);
}

/* An hour and more, and a gap in it. */
static void
test_graph (void)
{
  g_autoptr(PageHarness) harness = page_harness_new_live (NULL);
  GtkWidget *page = show_page (harness, "Workshop X1C");
  PlatenTemperatureLog *log = platen_temperature_log_get_for_device (find_device (harness, "Workshop X1C"));
  const gint64 step = PLATEN_TEMPERATURE_LOG_INTERVAL * G_USEC_PER_SEC;
  gint64 time = g_get_monotonic_time () - (PLATEN_TEMPERATURE_LOG_MAX + 100) * step;

  page_harness_await_text (page, "220/220 °C");

  for (guint i = 0; i < PLATEN_TEMPERATURE_LOG_MAX + 100; i++)
    platen_temperature_log_add (log, time += i == 400 ? 60 * step : step);

  g_assert_cmpuint (platen_temperature_log_get_length (log), ==, PLATEN_TEMPERATURE_LOG_MAX);
  g_assert_cmpint (platen_temperature_log_get (log, PLATEN_TEMPERATURE_LOG_MAX - 1)->time, ==, time);
  g_assert_cmpfloat_with_epsilon (platen_temperature_log_get (log, 0)->values[PLATEN_TEMPERATURE_NOZZLE], 220, 1);
  g_assert_cmpfloat (platen_temperature_log_get (log, 0)->values[PLATEN_TEMPERATURE_SECOND_NOZZLE], ==, -1);
  g_assert_nonnull (page_harness_find (page, PLATEN_TYPE_TEMPERATURE_GRAPH));
  page_harness_draw (harness);
}

static void
test_text (void)
{
  g_autofree char *both = platen_live_dup_temperature (219.6, 220);
  g_autofree char *off = platen_live_dup_temperature (24.4, 0);

  g_assert_cmpstr (both, ==, "220/220 °C");
  g_assert_cmpstr (off, ==, "24 °C");
  g_assert_null (platen_live_dup_temperature (-1, 220));
  g_assert_null (platen_live_stage_name (BAMBU_STAGE_UNKNOWN));
  g_assert_cmpstr (platen_live_stage_name (BAMBU_STAGE_NOZZLE_CLOGGED), ==, "The nozzle is clogged");
  g_assert_cmpstr (platen_live_speed_name (4), ==, "Ludicrous");
  g_assert_null (platen_live_speed_name (5));
}

int
main (int   argc,
      char *argv[])
{
  page_harness_init (&argc, &argv);

  g_test_add_func ("/app/live/text", test_text);
  g_test_add_func ("/app/live/card", test_card);
  g_test_add_func ("/app/live/page", test_page);
  g_test_add_func ("/app/live/controls", test_controls);
  g_test_add_func ("/app/live/light", test_light);
  g_test_add_func ("/app/live/refused", test_refused);
  g_test_add_func ("/app/live/attention", test_attention);
  g_test_add_func ("/app/live/right-to-left", test_right_to_left);
  g_test_add_func ("/app/live/graph", test_graph);

  return g_test_run ();
}
