/* demo-world.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-world.h"

#include "demo-history.h"

#define MINUTE 60
#define HOUR 3600
#define DAY 86400

/* Ids fall into steps, newer tasks having higher ones: what was printed before the world began lies below the first. */
#define FIRST_TASK_ID G_GINT64_CONSTANT (775084413)
#define TASK_ID_STEP 709

/* Projects reach back at least as far as this. */
#define MIN_PAST (150 * DAY)

struct _DemoWorld
{
  GObject           parent_instance;

  DemoWorldOptions  options;
  gint64            began;      /* microseconds since the epoch */
  gint64            began_mono; /* microseconds of the monotonic clock */
  gint64            advanced;   /* seconds */

  GPtrArray        *printers;
  GPtrArray        *tasks;      /* of DemoTask, since the world began, the oldest first */
  GPtrArray        *ended;      /* of DemoTask, not owned, in the order in which they ended */
  DemoHistory      *history;    /* what was printed before */
  DemoCatalogue    *catalogue;
  DemoPresets      *presets;
};

G_DEFINE_FINAL_TYPE (DemoWorld, demo_world, G_TYPE_OBJECT)

static void
demo_world_finalize (GObject *object)
{
  DemoWorld *self = DEMO_WORLD (object);

  g_clear_pointer (&self->ended, g_ptr_array_unref);
  g_clear_pointer (&self->printers, g_ptr_array_unref);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_pointer (&self->history, demo_history_free);
  g_clear_pointer (&self->catalogue, demo_catalogue_free);
  g_clear_pointer (&self->presets, demo_presets_free);

  G_OBJECT_CLASS (demo_world_parent_class)->finalize (object);
}

static void
demo_world_class_init (DemoWorldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = demo_world_finalize;
}

static void
demo_world_init (DemoWorld *self)
{
  self->printers = g_ptr_array_new_with_free_func ((GDestroyNotify) demo_printer_free);
  self->tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) demo_task_free);
  self->ended = g_ptr_array_new ();
}

static int
compare_start (gconstpointer a,
               gconstpointer b)
{
  const DemoTask *first = *(DemoTask * const *) a;
  const DemoTask *second = *(DemoTask * const *) b;

  return first->start_time < second->start_time ? -1 : first->start_time > second->start_time;
}

static int
compare_end (gconstpointer a,
             gconstpointer b)
{
  const DemoTask *first = *(DemoTask * const *) a;
  const DemoTask *second = *(DemoTask * const *) b;

  return first->end_time < second->end_time ? -1 : first->end_time > second->end_time;
}

/* The printers begin in the middle of things, one after the other: what they print goes in order afterwards. */
static void
demo_world_add_printers (DemoWorld *self)
{
  gint64 oldest = self->began / G_USEC_PER_SEC;
  guint n_before;

  for (guint i = 0; i < self->options.n_printers; i++)
    g_ptr_array_add (self->printers, demo_printer_new (self, i));

  g_ptr_array_sort (self->tasks, compare_start);
  g_ptr_array_sort (self->ended, compare_end);
  for (guint i = 0; i < self->tasks->len; i++)
    {
      DemoTask *task = g_ptr_array_index (self->tasks, i);

      task->id = FIRST_TASK_ID + i * TASK_ID_STEP;
      oldest = MIN (oldest, task->start_time);
    }

  n_before = self->options.n_printers > 0 ? MAX (self->options.n_tasks, self->tasks->len) - self->tasks->len : 0;
  self->history = demo_history_new (self, n_before, oldest / HOUR * HOUR - HOUR, FIRST_TASK_ID, TASK_ID_STEP);
}

/**
 * demo_world_new:
 * @options: how large the world is and how fast it runs
 *
 * Makes a world that begins now. Its parts are made when they are first asked for: a large world begins as fast as a
 * small one.
 *
 * Returns: (transfer full): a world
 */
DemoWorld *
demo_world_new (const DemoWorldOptions *options)
{
  DemoWorld *self;
  gint64 past;

  g_return_val_if_fail (options != NULL && options->speed > 0, NULL);

  self = g_object_new (DEMO_TYPE_WORLD, NULL);
  self->options = *options;
  self->began = g_get_real_time ();
  self->began_mono = g_get_monotonic_time ();

  past = MAX (demo_history_get_length (options->n_tasks, options->n_printers), MIN_PAST);
  self->catalogue = demo_catalogue_new (options->seed, options->n_projects, options->n_printers,
                                        self->began / G_USEC_PER_SEC, past);
  self->presets = demo_presets_new (options->seed, options->n_presets, self->began / G_USEC_PER_SEC);
  demo_world_add_printers (self);

  return self;
}

/**
 * demo_world_get_seed:
 * @self: a #DemoWorld
 *
 * Returns: what the world was made from
 */
guint64
demo_world_get_seed (DemoWorld *self)
{
  g_return_val_if_fail (DEMO_IS_WORLD (self), 0);

  return self->options.seed;
}

/**
 * demo_world_get_time:
 * @self: a #DemoWorld
 *
 * The clock by which printers print; it runs as fast as the world does.
 *
 * Returns: seconds since the epoch
 */
gint64
demo_world_get_time (DemoWorld *self)
{
  double elapsed;

  g_return_val_if_fail (DEMO_IS_WORLD (self), 0);

  elapsed = (double) (g_get_monotonic_time () - self->began_mono) * self->options.speed;

  return (self->began + (gint64) elapsed) / G_USEC_PER_SEC + self->advanced;
}

/**
 * demo_world_get_service_time:
 * @self: a #DemoWorld
 *
 * The clock by which tokens, codes and signatures expire: that of the world, but for its speed, so that signing in is
 * no race in a fast one.
 *
 * Returns: seconds since the epoch
 */
gint64
demo_world_get_service_time (DemoWorld *self)
{
  g_return_val_if_fail (DEMO_IS_WORLD (self), 0);

  return (self->began + g_get_monotonic_time () - self->began_mono) / G_USEC_PER_SEC + self->advanced;
}

/**
 * demo_world_advance:
 * @self: a #DemoWorld
 * @seconds: how far
 *
 * Moves the world's clocks forward.
 */
void
demo_world_advance (DemoWorld *self,
                    gint64     seconds)
{
  g_return_if_fail (DEMO_IS_WORLD (self));
  g_return_if_fail (seconds >= 0);

  self->advanced += seconds;
}

/* Lets everything happen that has happened since somebody looked last, in order over all printers. */
static void
demo_world_catch_up (DemoWorld *self)
{
  gint64 now = demo_world_get_time (self);

  while (TRUE)
    {
      DemoPrinter *first = NULL;
      gint64 when = G_MAXINT64;

      for (guint i = 0; i < self->printers->len; i++)
        {
          DemoPrinter *printer = g_ptr_array_index (self->printers, i);
          gint64 next = demo_printer_next_change (printer);

          if (next < when)
            {
              first = printer;
              when = next;
            }
        }

      if (first == NULL || when > now)
        return;

      demo_printer_change (first, when);
    }
}

/**
 * demo_world_get_n_printers:
 * @self: a #DemoWorld
 *
 * Returns: how many printers there are
 */
guint
demo_world_get_n_printers (DemoWorld *self)
{
  g_return_val_if_fail (DEMO_IS_WORLD (self), 0);

  return self->printers->len;
}

/**
 * demo_world_get_printer:
 * @self: a #DemoWorld
 * @index: which printer
 *
 * Returns: (transfer none): the printer as it is now
 */
DemoPrinter *
demo_world_get_printer (DemoWorld *self,
                        guint      index)
{
  g_return_val_if_fail (DEMO_IS_WORLD (self), NULL);
  g_return_val_if_fail (index < self->printers->len, NULL);

  demo_world_catch_up (self);

  return g_ptr_array_index (self->printers, index);
}

/**
 * demo_world_find_printer:
 * @self: a #DemoWorld
 * @dev_id: (nullable): a serial number
 *
 * Returns: (transfer none) (nullable): the printer of that number as it is now
 */
DemoPrinter *
demo_world_find_printer (DemoWorld  *self,
                         const char *dev_id)
{
  g_return_val_if_fail (DEMO_IS_WORLD (self), NULL);

  demo_world_catch_up (self);

  for (guint i = 0; i < self->printers->len; i++)
    {
      DemoPrinter *printer = g_ptr_array_index (self->printers, i);

      if (g_strcmp0 (printer->dev_id, dev_id) == 0)
        return printer;
    }

  return NULL;
}

/**
 * demo_world_get_catalogue:
 * @self: a #DemoWorld
 *
 * Returns: (transfer none): the account's projects
 */
DemoCatalogue *
demo_world_get_catalogue (DemoWorld *self)
{
  g_return_val_if_fail (DEMO_IS_WORLD (self), NULL);

  return self->catalogue;
}

static gboolean
is_being_printed (DemoWorld   *self,
                  DemoProject *project)
{
  for (guint i = 0; i < self->printers->len; i++)
    {
      const DemoPrinter *printer = g_ptr_array_index (self->printers, i);

      if (printer->task != NULL && printer->task->project == project)
        return TRUE;
    }

  return FALSE;
}

/**
 * demo_world_add_task:
 * @self: a #DemoWorld
 * @printer: what will print it
 * @when: when it was thought of, in the world's time
 *
 * Thinks of something to print.
 *
 * Returns: (transfer none): the task
 */
DemoTask *
demo_world_add_task (DemoWorld   *self,
                     DemoPrinter *printer,
                     gint64       when)
{
  DemoProject *project;
  DemoRandom random;
  DemoTask *task;
  guint profile;
  guint plate;

  g_return_val_if_fail (DEMO_IS_WORLD (self), NULL);
  g_return_val_if_fail (printer != NULL, NULL);

  /* Rather something that no other printer is at. */
  demo_random_init (&random, self->options.seed, printer->dev_id, printer->n_prints);
  for (guint i = 0; i < 8; i++)
    {
      project = demo_catalogue_pick_plate (self->catalogue, &random, printer->model, when, 50 * MINUTE, 5 * HOUR,
                                           &profile, &plate);
      if (!is_being_printed (self, project))
        break;
    }

  task = demo_task_new (FIRST_TASK_ID + (gint64) self->tasks->len * TASK_ID_STEP, printer, project, profile, plate);
  task->start_time = when;
  g_ptr_array_add (self->tasks, task);

  return task;
}

/**
 * demo_world_queue_task:
 * @self: a #DemoWorld
 * @printer: what shall print it
 * @project: what shall be printed
 * @profile: which profile of it, from 0
 * @plate: which plate of that profile, from 0
 * @title: what the client calls it
 *
 * Makes a task as a client does. A printer that is free begins with it within a minute.
 *
 * Returns: (transfer none): the task
 */
DemoTask *
demo_world_queue_task (DemoWorld   *self,
                       DemoPrinter *printer,
                       DemoProject *project,
                       guint        profile,
                       guint        plate,
                       const char  *title)
{
  DemoTask *task;
  gint64 now;

  g_return_val_if_fail (DEMO_IS_WORLD (self), NULL);
  g_return_val_if_fail (printer != NULL && title != NULL, NULL);

  now = demo_world_get_time (self);
  task = demo_task_new (FIRST_TASK_ID + (gint64) self->tasks->len * TASK_ID_STEP, printer, project, profile, plate);
  task->start_time = now;
  g_free (task->title);
  task->title = g_strdup (title);
  g_ptr_array_add (self->tasks, task);
  g_queue_push_tail (&printer->queue, task);

  if (printer->state != DEMO_STATE_RUNNING && printer->state != DEMO_STATE_PAUSE)
    printer->wakes = MIN (printer->wakes, now + MINUTE / 2);

  return task;
}

/**
 * demo_world_note_end:
 * @self: a #DemoWorld
 * @task: a task of the world
 *
 * Takes note that a print has ended: its owner gets a message.
 */
void
demo_world_note_end (DemoWorld *self,
                     DemoTask  *task)
{
  g_return_if_fail (DEMO_IS_WORLD (self));

  g_ptr_array_add (self->ended, task);
}

/**
 * demo_world_get_n_tasks:
 * @self: a #DemoWorld
 * @dev_id: (nullable): the printer to count for, %NULL for all
 *
 * Returns: how many tasks there are
 */
guint
demo_world_get_n_tasks (DemoWorld  *self,
                        const char *dev_id)
{
  DemoPrinter *printer;
  guint n_tasks = 0;

  g_return_val_if_fail (DEMO_IS_WORLD (self), 0);

  demo_world_catch_up (self);
  if (dev_id == NULL)
    return self->tasks->len + demo_history_get_n_tasks (self->history, NULL);

  printer = demo_world_find_printer (self, dev_id);
  if (printer == NULL)
    return 0;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      DemoTask *task = g_ptr_array_index (self->tasks, i);

      n_tasks += task->printer == printer ? 1 : 0;
    }

  return n_tasks + demo_history_get_n_tasks (self->history, printer);
}

/**
 * demo_world_list_tasks:
 * @self: a #DemoWorld
 * @dev_id: (nullable): the printer whose tasks are wanted, %NULL for all
 * @after: the id of the last task that is known already, or %G_MAXINT64
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type DemoTask): tasks, the newest first
 */
GPtrArray *
demo_world_list_tasks (DemoWorld  *self,
                       const char *dev_id,
                       gint64      after,
                       guint       limit)
{
  g_autoptr(GPtrArray) tasks = NULL;
  DemoPrinter *printer = NULL;

  g_return_val_if_fail (DEMO_IS_WORLD (self), NULL);

  demo_world_catch_up (self);
  tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) demo_task_free);

  if (dev_id != NULL)
    {
      printer = demo_world_find_printer (self, dev_id);
      if (printer == NULL)
        return g_steal_pointer (&tasks);
    }

  for (guint i = self->tasks->len; i > 0 && tasks->len < limit; i--)
    {
      DemoTask *task = g_ptr_array_index (self->tasks, i - 1);

      if (task->id < after && (printer == NULL || task->printer == printer))
        g_ptr_array_add (tasks, demo_task_copy (task));
    }

  demo_history_list_tasks (self->history, printer, after, limit, tasks);

  return g_steal_pointer (&tasks);
}

/**
 * demo_world_list_messages:
 * @self: a #DemoWorld
 * @type: the kind of message that is wanted, 0 for all
 * @after: the id of the last message that is known already, or %G_MAXINT64
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type DemoMessage): messages, the newest first
 */
GPtrArray *
demo_world_list_messages (DemoWorld *self,
                          guint      type,
                          gint64     after,
                          guint      limit)
{
  g_autoptr(GPtrArray) messages = NULL;

  g_return_val_if_fail (DEMO_IS_WORLD (self), NULL);

  demo_world_catch_up (self);
  messages = g_ptr_array_new_with_free_func ((GDestroyNotify) demo_message_free);

  for (guint i = self->ended->len; i > 0 && messages->len < limit; i--)
    {
      DemoTask *task = g_ptr_array_index (self->ended, i - 1);
      gint64 id = demo_message_get_id (-(gint64) i);

      if (id < after && (type == 0 || type == DEMO_MESSAGE_TASK))
        g_ptr_array_add (messages, demo_message_new_for_task (id, demo_task_copy (task)));
    }

  demo_history_list_messages (self->history, self->options.n_messages, type, after, limit, messages);

  return g_steal_pointer (&messages);
}

/**
 * demo_world_get_presets:
 * @self: a #DemoWorld
 *
 * Returns: (transfer none): the slicer's presets
 */
DemoPresets *
demo_world_get_presets (DemoWorld *self)
{
  g_return_val_if_fail (DEMO_IS_WORLD (self), NULL);

  return self->presets;
}
