/* watch-observation.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <bambu-device.h>
#include <bambu-task.h>

#include "watch-event.h"

G_BEGIN_DECLS

#define WATCH_MAX_GRAVE 16

/* What one answer of the cloud, or one report, says of one printer. It borrows its strings. */
typedef struct
{
  const char         *device_id;
  const char         *device_name;
  gint64              asked;       /* µs of the monotonic clock: when the answer was asked for */
  gint64              arrived;     /* likewise: when it came; a report was not asked for before that */
  gint64              heard;       /* s since the epoch */
  gboolean            live;
  gboolean            online;
  BambuDeviceState    state;       /* as last heard where it is offline; never OFFLINE */
  const char         *task_id;     /* of the print that runs or lies on the plate; NULL: not told */
  const char         *title;
  const char         *cover;
  gint64              start_time;  /* s since the epoch; 0 not told */
  WatchReason         reason;      /* why it is paused or failed */
  const char         *code;
  gboolean            knows_grave;
  const char         *grave[WATCH_MAX_GRAVE + 1]; /* codes of what is wrong with it; NULL-terminated */
} WatchObservation;

/* What my/tasks says of one print. It borrows its strings. */
typedef struct
{
  const char     *id;
  const char     *device_id;
  const char     *device_name;
  const char     *title;
  const char     *cover;
  const char     *plate_name;
  int             plate_index;
  BambuTaskState  state;
  gint64          start_time;      /* s since the epoch; 0 not told */
  gint64          end_time;        /* likewise */
  int             duration;
  double          grams;
} WatchTaskNote;

void watch_observation_init (WatchObservation *self,
                             BambuDevice      *device,
                             gint64            asked);
void watch_task_note_init   (WatchTaskNote    *self,
                             BambuTask        *task);

G_END_DECLS
