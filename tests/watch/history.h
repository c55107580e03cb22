/* history.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "watch-machine.h"

G_BEGIN_DECLS

#define HISTORY_MAX_PRINTERS 4
#define HISTORY_MAX_PRINTS 80

/* A made-up world of printers in which anything may happen at any time, and what a cloud would say of it. */
typedef struct
{
  guint    printer;
  gint64   started;    /* s */
  gint64   ended;      /* 0: not yet */
  gboolean finished;   /* or failed */
} HistoryPrint;

typedef struct
{
  int      print;      /* what is on it; -1: nothing */
  gboolean paused;
  gboolean online;
  gboolean hidden;     /* the cloud forgets for a moment what it prints */
  gboolean cleared;    /* what has ended is not shown any more */
} HistoryPrinter;

typedef struct
{
  GRand          *rand;
  gint64          now;                                /* s since the epoch, of the world */
  guint           n_printers;
  HistoryPrinter  printers[HISTORY_MAX_PRINTERS];
  guint           n_prints;
  HistoryPrint    prints[HISTORY_MAX_PRINTS];
} HistoryWorld;

/* What user/print says at one moment. */
typedef struct
{
  gint64           asked;                             /* µs */
  guint            n_printers;
  gboolean         missing[HISTORY_MAX_PRINTERS];
  gboolean         online[HISTORY_MAX_PRINTERS];
  BambuDeviceState state[HISTORY_MAX_PRINTERS];
  int              print[HISTORY_MAX_PRINTERS];       /* -1: not told */
} HistoryAnswer;

/* What must have been told, print by print, after the answers so far. It is copied as it is. */
typedef struct
{
  gboolean tracked;     /* was seen to run */
  gboolean expected;    /* had not ended when my/tasks was asked last */
  gboolean belongs;     /* its end has to be told */
  gboolean over;        /* its end is known */
  gboolean paused;
  gboolean away;
  guint    n_started;
  guint    n_paused;
  guint    n_resumed;
  guint    n_offline;
  guint    n_online;
} ExpectedPrint;

typedef struct
{
  gboolean observed;
  gboolean known;
  int      print;
  gint64   arrived;     /* µs */
} ExpectedPrinter;

typedef struct
{
  gboolean        has_tasks;
  int             newest;                             /* -1: none */
  ExpectedPrinter printers[HISTORY_MAX_PRINTERS];
  ExpectedPrint   prints[HISTORY_MAX_PRINTS];
} Expected;

void history_world_init    (HistoryWorld        *self,
                            guint32              seed);
void history_world_clear   (HistoryWorld        *self);
void history_world_step    (HistoryWorld        *self);
void history_world_calm    (HistoryWorld        *self);
void history_world_answer  (HistoryWorld        *self,
                            HistoryAnswer       *answer);
BambuTaskState history_world_get_state (HistoryWorld *self,
                                        guint         print,
                                        gint64        when);

void expected_init         (Expected            *self);
void expected_observe      (Expected            *self,
                            const HistoryAnswer *answer,
                            gint64               arrived);
void expected_take_tasks   (Expected            *self,
                            HistoryWorld        *world,
                            int                  newest,
                            gint64               when);

G_END_DECLS
