/* demo-task.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-project.h"

G_BEGIN_DECLS

typedef struct _DemoPrinter DemoPrinter;

/* What my/tasks calls the states of a task. */
typedef enum
{
  DEMO_TASK_CREATED = 1,
  DEMO_TASK_FINISHED = 2,
  DEMO_TASK_FAILED = 3, /* or aborted */
  DEMO_TASK_RUNNING = 4,
} DemoTaskStatus;

/* A plate on its way through a printer. Whether it is kept (queued, printing, printed since the world began) or made
 * anew each time it is asked for (printed before that) makes no difference to who reads it.
 */
typedef struct
{
  gint64             id;
  DemoPrinter       *printer;
  DemoProject       *project;
  DemoProfile       *profile;
  DemoPlate         *plate;
  char              *title;
  DemoTaskStatus     status;
  gint64             start_time; /* seconds since the epoch, in the world */
  gint64             end_time;   /* 0 while it is not known */
} DemoTask;

DemoTask *demo_task_new  (gint64       id,
                          DemoPrinter *printer,
                          DemoProject *project,
                          guint        profile,
                          guint        plate);
DemoTask *demo_task_copy (DemoTask    *self);
void      demo_task_free (DemoTask    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoTask, demo_task_free)

G_END_DECLS
