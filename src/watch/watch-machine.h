/* watch-machine.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "watch-observation.h"

G_BEGIN_DECLS

/* WatchMachine: makes events of what is observed, each once. It does nothing else: no clock, no disk, no network. What it
 * knows can be written down and read again (watch-memory.h).
 *
 * The printers tell what runs; how a print ended that is not there any more, and what began and ended in between, is in
 * my/tasks. Of two answers that were under way at the same time nobody knows which is newer: the one that came last is left
 * out.
 */
typedef struct _WatchMachine WatchMachine;

WatchMachine *watch_machine_new           (void);
void          watch_machine_free          (WatchMachine           *self);

/* Before anything is observed. @now: s since the epoch */
void          watch_machine_begin         (WatchMachine           *self,
                                           gint64                  now);
void          watch_machine_observe       (WatchMachine           *self,
                                           const WatchObservation *observation);

/* Whether something has ended that my/tasks is to tell more of. */
gboolean      watch_machine_wants_tasks   (WatchMachine           *self);
/* How far back my/tasks is to be read: down to this id. NULL: its first page will do. */
const char   *watch_machine_get_floor     (WatchMachine           *self);
/* Which prints are to be looked for, wherever they are: (transfer full) (element-type utf8), pairs of a printer and a print. */
GPtrArray    *watch_machine_list_wanted   (WatchMachine           *self);
/* @notes: down to the floor, or as far as it goes, and what is wanted; the newest first. */
void          watch_machine_take_tasks    (WatchMachine           *self,
                                           const WatchTaskNote    *notes,
                                           guint                   n_notes,
                                           gint64                  asked,
                                           gint64                  heard);
/* my/tasks could not be asked: tells what can be told without. */
void          watch_machine_miss_tasks    (WatchMachine           *self,
                                           gint64                  heard);

/* Whether anything prints, or is looked for. */
gboolean      watch_machine_is_busy       (WatchMachine           *self);

/* What is new since the last time: (transfer full) (element-type WatchEvent), the oldest first. */
GPtrArray    *watch_machine_take_events   (WatchMachine           *self);
void          watch_machine_told          (WatchMachine           *self,
                                           const char             *event_id);
/* Whether the user has not been reminded of the end of @print; from now on they have. */
gboolean      watch_machine_remind        (WatchMachine           *self,
                                           const char             *device_id,
                                           const char             *print);
/* Until this is called, what a machine that was read from disk observes happened while the program was off. */
void          watch_machine_caught_up     (WatchMachine           *self);

/* Goes up with each change that is to be written down. */
guint         watch_machine_get_serial    (WatchMachine           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WatchMachine, watch_machine_free)

G_END_DECLS
