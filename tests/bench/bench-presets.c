/* bench-presets.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench-scroll.h"
#include "page-harness.h"
#include "platen-page.h"
#include "platen-preset-page.h"
#include "platen-presets-page.h"

#define N_PRESETS 5000
#define N_FRAMES  300
#define N_ROUNDS  3

/* What an iteration may take longer than one of a list of nothing but labels. */
#define ALLOWANCE_MSEC 50

#define WIDTH  900
#define HEIGHT 800

/* A search that is typed waits for a pause between letters this long. */
#define LETTER_MSEC 300

static gboolean
is_never (gpointer user_data)
{
  return FALSE;
}

static gboolean
is_idle (gpointer user_data)
{
  return !g_main_context_pending (NULL);
}

static void
setup_label_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_size_request (label, -1, 50);
  gtk_list_item_set_child (item, label);
}

static void
bind_label_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       bambu_preset_get_name (gtk_list_item_get_item (item)));
}

/* As many items of the same height, each of them a label. */
static GtkWidget *
make_trivial_list (BambuList *presets)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_label_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_label_cb), NULL);

  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (presets)))),
                            factory);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);

  return scroller;
}

static GtkWidget *
make_page (PageHarness *harness)
{
  GtkWidget *page = platen_presets_page_new ();

  platen_presets_page_set_session (PLATEN_PRESETS_PAGE (page), harness->session);

  return page;
}

static void
scroll (PageHarness *harness,
        GtkWidget   *page,
        const char  *what,
        BenchScroll *result)
{
  GtkWidget *list;

  page_harness_show (harness, page, WIDTH, HEIGHT);
  page_harness_draw (harness);
  test_wait_until (is_idle, NULL, PAGE_HARNESS_TIMEOUT_MS);

  list = page_harness_find (harness->window, GTK_TYPE_LIST_VIEW);
  g_assert_nonnull (list);
  bench_scroll_run (GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW)), N_FRAMES, result);
  bench_scroll_print (what, result);
  page_harness_hide (harness);
}

/* Another program may have the processor now and then: the best of some rounds is what counts. */
static void
bench_scroll_presets (void)
{
  const char * const args[] = { "--presets", G_STRINGIFY (N_PRESETS), NULL };
  g_autoptr(PageHarness) harness = page_harness_new (args);
  BambuList *presets = bambu_session_get_presets (harness->session);
  double least = G_MAXDOUBLE;

  page_harness_refresh (harness, presets);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (presets)), >=, N_PRESETS);

  for (guint i = 0; i < N_ROUNDS && least > ALLOWANCE_MSEC; i++)
    {
      BenchScroll trivial;
      BenchScroll real;

      scroll (harness, make_trivial_list (presets), "A list of labels", &trivial);
      scroll (harness, make_page (harness), "The presets", &real);
      least = MIN (least, real.longest - trivial.longest);
    }

  g_test_minimized_result (least, "longest iteration beyond that of a list of labels: %.1f ms", least);
  g_assert_cmpfloat (least, <=, ALLOWANCE_MSEC);
}

static void
type_into (GtkWidget  *entry,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  test_wait_until (is_never, NULL, LETTER_MSEC);
}

/* Letter by letter, at the pace of someone who types fast. */
static void
bench_search_presets (void)
{
  static const char * const typed[] = { "p", "pl", "pla", "pla b", "pla", "", "0", "0.2", "x", "" };
  const char * const args[] = { "--presets", G_STRINGIFY (N_PRESETS), NULL };
  g_autoptr(PageHarness) harness = page_harness_new (args);
  GtkWidget *page;
  GtkWidget *entry;
  BenchScroll result;

  page_harness_refresh (harness, bambu_session_get_presets (harness->session));
  page = make_page (harness);
  page_harness_show (harness, page, WIDTH, HEIGHT);
  platen_page_toggle_search (PLATEN_PAGE (page));
  page_harness_draw (harness);
  entry = page_harness_find (page, GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (entry);

  bench_scroll_begin ();

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    type_into (entry, typed[i]);

  bench_scroll_end (&result);
  bench_scroll_print ("Searching the presets", &result);
  g_test_minimized_result (result.longest, "longest iteration while searching: %.1f ms", result.longest);
}

/* All of them arrive at once. */
static void
bench_load_presets (void)
{
  const char * const args[] = { "--presets", G_STRINGIFY (N_PRESETS), NULL };
  g_autoptr(PageHarness) harness = page_harness_new (args);
  BenchScroll result;

  page_harness_show (harness, make_page (harness), WIDTH, HEIGHT);
  page_harness_draw (harness);

  bench_scroll_begin ();
  page_harness_refresh (harness, bambu_session_get_presets (harness->session));
  page_harness_draw (harness);
  bench_scroll_end (&result);
  bench_scroll_print ("Loading the presets", &result);
  g_test_minimized_result (result.longest, "longest iteration while loading: %.1f ms", result.longest);
}

static void
bench_open_preset (void)
{
  g_autoptr(PageHarness) harness = page_harness_new (NULL);
  g_autoptr(BambuPreset) preset = NULL;
  BenchScroll result;

  page_harness_refresh (harness, bambu_session_get_presets (harness->session));
  preset = g_list_model_get_item (G_LIST_MODEL (bambu_session_get_presets (harness->session)), 10);
  g_assert_nonnull (preset);

  bench_scroll_begin ();
  page_harness_show (harness, platen_preset_page_new (harness->session, preset), WIDTH, HEIGHT);
  test_wait_until (is_never, NULL, 10 * LETTER_MSEC);
  bench_scroll_end (&result);
  bench_scroll_print ("Opening a preset", &result);
  g_test_minimized_result (result.longest, "longest iteration while opening a preset: %.1f ms", result.longest);
}

int
main (int   argc,
      char *argv[])
{
  page_harness_init (&argc, &argv);
  bench_scroll_init ();

  g_test_add_func ("/bench/presets/scroll", bench_scroll_presets);
  g_test_add_func ("/bench/presets/search", bench_search_presets);
  g_test_add_func ("/bench/presets/load", bench_load_presets);
  g_test_add_func ("/bench/presets/open", bench_open_preset);

  return g_test_run ();
}
