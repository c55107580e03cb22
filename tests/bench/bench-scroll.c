/* bench-scroll.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench-scroll.h"

#include <time.h>

/* A brisk, steady turn of the wheel. */
#define PIXELS_PER_FRAME 40

typedef struct
{
  GtkScrolledWindow *scroller;
  guint              n_left;
} Scroll;

static GArray *busy;
static gint64 busy_since;
static gint64 cpu_since;
static double longest_cpu;
static GPollFunc original_poll;

static gint64
get_cpu_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (gint64)time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static int
bench_poll (GPollFD *fds,
            guint    n_fds,
            int      timeout)
{
  int result;

  if (busy != NULL && busy_since != 0)
    {
      double msec = (g_get_monotonic_time () - busy_since) / 1000.0;

      g_array_append_val (busy, msec);
      longest_cpu = MAX (longest_cpu, (get_cpu_time () - cpu_since) / 1000.0);
    }

  result = original_poll (fds, n_fds, timeout);
  busy_since = g_get_monotonic_time ();
  cpu_since = get_cpu_time ();

  return result;
}

static gboolean
bench_scroll_tick_cb (GtkWidget     *widget,
                      GdkFrameClock *clock,
                      gpointer       user_data)
{
  Scroll *scroll = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroll->scroller);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + PIXELS_PER_FRAME);

  if (scroll->n_left > 0)
    scroll->n_left--;

  return G_SOURCE_CONTINUE;
}

static int
bench_compare (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *)a;
  double y = *(const double *)b;

  return (x > y) - (x < y);
}

static void
bench_scroll_summarize (BenchScroll *result)
{
  double sum = 0;

  g_array_sort (busy, bench_compare);

  for (guint i = 0; i < busy->len; i++)
    sum += g_array_index (busy, double, i);

  result->n_iterations = busy->len;
  result->longest = g_array_index (busy, double, busy->len - 1);
  result->longest_cpu = longest_cpu;
  result->percentile_99 = g_array_index (busy, double, busy->len * 99 / 100);
  result->mean = sum / busy->len;
}

/**
 * bench_scroll_init:
 *
 * Begins to watch the main loop. To be called once, before the first run.
 */
void
bench_scroll_init (void)
{
  original_poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, bench_poll);
}

/**
 * bench_scroll_begin:
 *
 * Begins to measure each iteration of the main loop.
 */
void
bench_scroll_begin (void)
{
  g_assert (original_poll != NULL);
  g_assert (busy == NULL);

  longest_cpu = 0;
  busy = g_array_new (FALSE, FALSE, sizeof (double));
}

/**
 * bench_scroll_end:
 * @result: (out): what it took
 *
 * Ends what bench_scroll_begin() began.
 */
void
bench_scroll_end (BenchScroll *result)
{
  g_assert (busy != NULL && busy->len > 0);

  bench_scroll_summarize (result);
  g_clear_pointer (&busy, g_array_unref);
}

/**
 * bench_scroll_run:
 * @scroller: a mapped scrolled window
 * @n_frames: for how many frames to scroll down
 * @result: (out): what it took
 *
 * Scrolls steadily and measures each iteration of the main loop meanwhile.
 */
void
bench_scroll_run (GtkScrolledWindow *scroller,
                  guint              n_frames,
                  BenchScroll       *result)
{
  Scroll scroll = { scroller, n_frames };
  guint tick;

  bench_scroll_begin ();
  tick = gtk_widget_add_tick_callback (GTK_WIDGET (scroller), bench_scroll_tick_cb, &scroll, NULL);

  while (scroll.n_left > 0)
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_remove_tick_callback (GTK_WIDGET (scroller), tick);
  bench_scroll_end (result);
}

/**
 * bench_scroll_print:
 * @what: what was scrolled
 * @result: what it took
 */
void
bench_scroll_print (const char        *what,
                    const BenchScroll *result)
{
  g_test_message ("%s: %u iterations, longest %.1f ms (%.1f ms of processor time), 99 %% under %.1f ms, mean %.2f ms",
                  what,
                  result->n_iterations,
                  result->longest,
                  result->longest_cpu,
                  result->percentile_99,
                  result->mean);
}
