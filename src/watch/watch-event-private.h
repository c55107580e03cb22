/* watch-event-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "watch-event.h"

G_BEGIN_DECLS

struct _WatchEvent
{
  GObject         parent_instance;

  char           *id;
  WatchEventKind  kind;
  char           *device_id;
  char           *device_name;
  char           *task_id;
  char           *title;
  int             plate_index;
  char           *plate_name;
  char           *cover;
  WatchReason     reason;
  char           *code;
  GDateTime      *time;
  GDateTime      *start_time;
  int             duration;
  double          grams;
  gboolean        live;
  gboolean        while_off;
};

gboolean watch_event_kind_from_string (const char     *string,
                                       WatchEventKind *kind);
gboolean watch_event_kind_is_end      (WatchEventKind  kind);
WatchReason watch_reason_from_string  (const char     *string);

G_END_DECLS
