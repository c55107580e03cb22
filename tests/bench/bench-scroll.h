/* bench-scroll.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How long the main loop was busy between two looks for events, in milliseconds; "longest_cpu" is what of that is its
 * own doing, and not that of other programs on a busy machine.
 */
typedef struct
{
  guint  n_iterations;
  double longest;
  double longest_cpu;
  double percentile_99;
  double mean;
} BenchScroll;

void bench_scroll_init  (void);
void bench_scroll_begin (void);
void bench_scroll_end   (BenchScroll       *result);
void bench_scroll_run   (GtkScrolledWindow *scroller,
                         guint              n_frames,
                         BenchScroll       *result);
void bench_scroll_print (const char        *what,
                         const BenchScroll *result);

G_END_DECLS
