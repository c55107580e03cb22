/* bench-scroll.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How long the main loop was busy between two looks for events, in milliseconds. */
typedef struct
{
  guint  n_iterations;
  double longest;
  double percentile_99;
  double mean;
} BenchScroll;

void bench_scroll_init  (void);
void bench_scroll_run   (GtkScrolledWindow *scroller,
                         guint              n_frames,
                         BenchScroll       *result);
void bench_scroll_print (const char        *what,
                         const BenchScroll *result);

G_END_DECLS
