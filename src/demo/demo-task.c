/* demo-task.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-task.h"

/**
 * demo_task_new:
 * @id: its id
 * @printer: what prints it; must outlive the task
 * @project: what is printed; must outlive the task
 * @profile: which profile of @project, from 0
 * @plate: which plate of that profile, from 0
 *
 * Returns: (transfer full): a task that waits to be printed
 */
DemoTask *
demo_task_new (gint64       id,
               DemoPrinter *printer,
               DemoProject *project,
               guint        profile,
               guint        plate)
{
  DemoTask *self;

  g_return_val_if_fail (printer != NULL, NULL);
  g_return_val_if_fail (project != NULL && profile < project->n_profiles, NULL);
  g_return_val_if_fail (plate < project->profiles[profile].n_plates, NULL);

  self = g_new0 (DemoTask, 1);
  self->id = id;
  self->printer = printer;
  self->project = project;
  self->profile = &project->profiles[profile];
  self->plate = &self->profile->plates[plate];
  self->status = DEMO_TASK_CREATED;
  self->title = g_strdup (project->name);

  return self;
}

/**
 * demo_task_copy:
 * @self: a task
 *
 * Returns: (transfer full): the same task as it is now
 */
DemoTask *
demo_task_copy (DemoTask *self)
{
  DemoTask *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->title = g_strdup (self->title);

  return copy;
}

/**
 * demo_task_free:
 * @self: (transfer full): a task
 *
 * Frees a task.
 */
void
demo_task_free (DemoTask *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  g_free (self);
}
