/* watch-machine-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "watch-event-private.h"
#include "watch-machine.h"
#include "watch-print.h"

G_BEGIN_DECLS

typedef struct
{
  char       *id;
  char       *name;
  gint64      arrived;   /* µs of the monotonic clock: when it was observed last */
  gboolean    known;     /* was seen online: what is new from then on has happened since */
  WatchPrint *print;     /* (nullable): what is on it */
  char       *reminded;  /* (nullable): the print whose end the user was reminded of last */
  GPtrArray  *ended;     /* of char *: prints whose end was told, or was none of ours; the oldest first */
  gboolean    knows_grave;
  GPtrArray  *grave;     /* of char *: codes of what is wrong with it, which need not be told any more */
} WatchDevice;

struct _WatchMachine
{
  GHashTable *devices;    /* of WatchDevice, by id */
  GPtrArray  *gone;       /* of WatchPrint: not on their printers any more, their end not told yet */
  char       *newest;     /* (nullable): id of the newest print that my/tasks has told of; NULL: it was never asked */
  GHashTable *expected;   /* ids of prints that had not ended when my/tasks was asked last */
  gint64      tasks_asked;
  GPtrArray  *untold;     /* of WatchEvent */
  GPtrArray  *fresh;      /* of WatchEvent: those of @untold that nobody has taken yet */
  guint       n_events;   /* ever */
  guint       serial;
  gboolean    catching_up;
};

void         watch_machine_restore_print (WatchMachine           *self,
                                          WatchPrint             *print);
WatchDevice *watch_machine_obtain_device (WatchMachine           *self,
                                          const char             *id);
gboolean     watch_device_has_ended      (WatchDevice            *self,
                                          const char             *task_id);
void         watch_machine_add_ended     (WatchMachine           *self,
                                          WatchDevice            *device,
                                          const char             *task_id);
WatchEvent  *watch_machine_create_event  (WatchMachine           *self,
                                          WatchEventKind          kind,
                                          WatchDevice            *device,
                                          WatchPrint             *print,
                                          gint64                  when);
void         watch_machine_add_event     (WatchMachine           *self,
                                          WatchEvent             *event,
                                          gint64                  now);
void         watch_machine_tell_end      (WatchMachine           *self,
                                          WatchPrint             *print,
                                          const WatchTaskNote    *note,
                                          gint64                  now);

G_END_DECLS
