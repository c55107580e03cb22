/* bench-history.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page-harness.h"
#include "platen-history-page.h"

#define N_ROUNDS 5

/* What a history of any length may take longer to open than a short one. */
#define ALLOWANCE_MSEC 100

#define TASKS_PATH "/v1/user-service/my/tasks"

static gboolean
has_print (gpointer user_data)
{
  g_autoptr(BambuTask) first = platen_history_page_dup_first (PLATEN_HISTORY_PAGE (user_data));

  return first != NULL;
}

/* From nothing to the first prints on the screen, in milliseconds; the best of several rounds. */
static double
measure_opening (const char *n_tasks)
{
  const char * const args[] = { "--tasks", n_tasks, NULL };
  g_autoptr(PageHarness) harness = page_harness_new (args);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const gint64 begin = g_get_monotonic_time ();
      GtkWidget *page = platen_history_page_new ();

      platen_history_page_set_session (PLATEN_HISTORY_PAGE (page), harness->session);
      page_harness_show (harness, page, 900, 700);
      g_assert_true (test_wait_until (has_print, page, PAGE_HARNESS_TIMEOUT_MS));
      page_harness_draw (harness);
      best = MIN (best, (g_get_monotonic_time () - begin) / 1000.0);
      page_harness_hide (harness);
    }

  /* Nobody scrolled: a page or two each time, whatever lies behind them. */
  g_assert_cmpuint (test_cloud_count_requests (harness->cloud, "GET", TASKS_PATH), <=, 3 * N_ROUNDS);

  return best;
}

static void
bench_opening (void)
{
  const double few = measure_opening ("100");
  const double many = measure_opening ("100000");

  g_test_message ("History opens in %.0f ms with 100 prints behind it, in %.0f ms with 100,000", few, many);
  g_test_minimized_result (many / few, "ratio");
  g_assert_cmpfloat (many, <, few + ALLOWANCE_MSEC);
}

int
main (int    argc,
      char **argv)
{
  page_harness_init (&argc, &argv);

  g_test_add_func ("/bench/history/opening", bench_opening);

  return g_test_run ();
}
