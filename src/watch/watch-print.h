/* watch-print.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "watch-observation.h"

G_BEGIN_DECLS

/* A print that was seen to run, until its end is told. */
typedef struct
{
  char           *device_id;
  char           *task_id;      /* NULL where the cloud did not start it */
  char           *title;
  char           *cover;
  gint64          start_time;   /* s since the epoch; 0 not told */
  gboolean        paused;
  gboolean        away;         /* that it is out of reach was told */

  /* Of one that is not on its printer any more. */
  gboolean        ended;        /* how it ended was told, as far as the printer can: @outcome, @reason, @code */
  WatchEventKind  outcome;
  WatchReason     reason;
  char           *code;
  gboolean        live;
  gint64          gone;         /* s since the epoch: when that was heard; 0 while it is on its printer */
  gint64          gone_arrived; /* likewise, in µs of the monotonic clock */
  guint           n_asked;      /* how often my/tasks did not tell its end since */
} WatchPrint;

WatchPrint *watch_print_new      (const char             *device_id,
                                  const char             *task_id);
void        watch_print_free     (WatchPrint             *self);
void        watch_print_describe (WatchPrint             *self,
                                  const WatchObservation *observation);
gboolean    watch_print_is       (WatchPrint             *self,
                                  const WatchObservation *observation);

/* Ids count upwards: negative where @a is the older one. */
int         watch_compare_ids    (const char             *a,
                                  const char             *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WatchPrint, watch_print_free)

G_END_DECLS
