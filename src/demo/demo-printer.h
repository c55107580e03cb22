/* demo-printer.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-random.h"
#include "demo-task.h"

G_BEGIN_DECLS

typedef struct _DemoWorld DemoWorld;

typedef enum
{
  DEMO_STATE_IDLE,
  DEMO_STATE_RUNNING,
  DEMO_STATE_PAUSE,
  DEMO_STATE_SUCCESS,
  DEMO_STATE_FAILED,
} DemoState;

/* A printer of the world. It runs by itself: who looks at it first lets it catch up with the clock. */
struct _DemoPrinter
{
  DemoWorld       *world;
  guint            index;
  const DemoModel *model;
  char            *dev_id;
  char            *name;
  char            *access_code; /* without the line break that the cloud puts behind it */
  gboolean         online;
  DemoState        state;
  DemoTask        *task;        /* (nullable): printing, or printed last */
  GQueue           queue;       /* of DemoTask, what clients asked for */
  GPtrArray       *hms;         /* of char *, "0300_0100_0001_0007" */

  gint64           mark;        /* when @done was counted */
  gint64           done;        /* seconds of the print, as far as @mark */
  gint64           pause_at;    /* seconds of the print, or -1 */
  int              pause_stage; /* why it is paused, as its reports number it */
  guint            n_asked;     /* how often it was asked for a whole report */
  guint32          end_error;   /* why its last print ended before its time, as its reports number it; 0 while it prints */
  gint64           stop_at;     /* seconds of the print at which it ends */
  gboolean         fails;
  gint64           wakes;       /* when something happens while it does not print, or G_MAXINT64 */
  gint64           lost;        /* when it went offline */
  guint            n_prints;
};

DemoPrinter *demo_printer_new          (DemoWorld   *world,
                                        guint        index);
void         demo_printer_free         (DemoPrinter *self);
gint64       demo_printer_next_change  (DemoPrinter *self);
void         demo_printer_change       (DemoPrinter *self,
                                        gint64       when);
const char  *demo_printer_get_status   (DemoPrinter *self);
int          demo_printer_get_progress (DemoPrinter *self,
                                        gint64       now);
gboolean     demo_printer_send_event   (DemoPrinter *self,
                                        const char  *event,
                                        const char  *code,
                                        GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoPrinter, demo_printer_free)

G_END_DECLS
