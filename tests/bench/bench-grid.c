/* bench-grid.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench-scroll.h"
#include "page-harness.h"
#include "platen-page.h"
#include "platen-project-card.h"
#include "platen-projects-page.h"

#define N_PROJECTS 5000
#define N_FRAMES   300
#define N_ROUNDS   3

/* What an iteration may take longer than one of a grid of nothing but labels. */
#define ALLOWANCE_MSEC 50

#define WIDTH  1000
#define HEIGHT 800

static void
setup_label_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_size_request (label, 192, 270);
  gtk_list_item_set_child (item, label);
}

static void
bind_label_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       bambu_project_get_name (gtk_list_item_get_item (item)));
}

/* As many items of the same size, each of them a label. */
static GtkWidget *
make_trivial_grid (BambuList *projects)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *grid;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_label_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_label_cb), NULL);

  grid = gtk_grid_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (projects)))),
                            factory);
  gtk_grid_view_set_max_columns (GTK_GRID_VIEW (grid), 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);

  return scroller;
}

static gboolean
is_idle (gpointer user_data)
{
  return !g_main_context_pending (NULL);
}

static gboolean
is_never (gpointer user_data)
{
  return FALSE;
}

static void
scroll (PageHarness *harness,
        GtkWidget   *page,
        const char  *what,
        BenchScroll *result)
{
  GtkWidget *grid;

  page_harness_show (harness, page, WIDTH, HEIGHT);
  page_harness_draw (harness);
  test_wait_until (is_idle, NULL, PAGE_HARNESS_TIMEOUT_MS);

  grid = page_harness_find (harness->window, GTK_TYPE_GRID_VIEW);
  g_assert_nonnull (grid);
  bench_scroll_run (GTK_SCROLLED_WINDOW (gtk_widget_get_parent (grid)), N_FRAMES, result);
  bench_scroll_print (what, result);
  page_harness_hide (harness);
}

/* Another program may have the processors now and then: the best of some rounds is what counts. */
static void
bench_grid (void)
{
  const char * const args[] = { "--projects", G_STRINGIFY (N_PROJECTS), NULL };
  g_autoptr(PageHarness) harness = page_harness_new (args);
  BambuList *projects = bambu_session_get_projects (harness->session);
  double least = G_MAXDOUBLE;
  double least_cpu = G_MAXDOUBLE;

  page_harness_refresh (harness, projects);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (projects)), ==, N_PROJECTS);

  for (guint i = 0; i < N_ROUNDS && least > ALLOWANCE_MSEC; i++)
    {
      GtkWidget *page = platen_projects_page_new ();
      BenchScroll trivial;
      BenchScroll real;

      scroll (harness, make_trivial_grid (projects), "A grid of labels", &trivial);
      platen_projects_page_set_session (PLATEN_PROJECTS_PAGE (page), harness->session);
      scroll (harness, page, "The projects", &real);
      least = MIN (least, real.longest - trivial.longest);
      least_cpu = MIN (least_cpu, real.longest_cpu - trivial.longest_cpu);
    }

  g_test_minimized_result (least, "longest iteration beyond that of a grid of labels: %.1f ms", least);
  g_assert_cmpfloat (least_cpu, <=, ALLOWANCE_MSEC);

  if (least > ALLOWANCE_MSEC)
    g_test_skip ("Other programs have the processors: there is nothing to be told from the clock");
}

/* Letter by letter, at the pace of someone who types fast. */
static void
bench_search (void)
{
  static const char * const typed[] = { "b", "bo", "box", "box f", "box fi", "box", "", "v", "va", "" };
  const char * const args[] = { "--projects", G_STRINGIFY (N_PROJECTS), NULL };
  g_autoptr(PageHarness) harness = page_harness_new (args);
  GtkWidget *page = platen_projects_page_new ();
  BenchScroll result;
  GtkWidget *entry;

  page_harness_refresh (harness, bambu_session_get_projects (harness->session));
  platen_projects_page_set_session (PLATEN_PROJECTS_PAGE (page), harness->session);
  page_harness_show (harness, page, WIDTH, HEIGHT);
  platen_page_toggle_search (PLATEN_PAGE (page));
  page_harness_draw (harness);
  entry = page_harness_find (harness->window, GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (entry);

  bench_scroll_begin ();

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), typed[i]);
      test_wait_until (is_never, NULL, 300);
    }

  bench_scroll_end (&result);
  bench_scroll_print ("Searching the projects", &result);
  g_test_minimized_result (result.longest_cpu, "longest iteration while searching: %.1f ms of processor time",
                           result.longest_cpu);
  g_assert_cmpfloat (result.longest_cpu, <=, ALLOWANCE_MSEC);
}

int
main (int   argc,
      char *argv[])
{
  page_harness_init (&argc, &argv);
  bench_scroll_init ();

  g_test_add_func ("/bench/grid", bench_grid);
  g_test_add_func ("/bench/search", bench_search);

  return g_test_run ();
}
