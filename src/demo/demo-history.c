/* demo-history.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-history.h"

#define HOUR 3600
#define YEAR (365 * 86400)

/* Printers take turns: in each round every one of them prints once, begins in the round's first half, in an order that
 * changes from round to round, and is done before the next round.
 */
#define LONGEST_ROUND (20 * HOUR)
#define SHORTEST_ROUND (2 * HOUR)

struct _DemoHistory
{
  DemoWorld *world;
  guint      n_tasks;
  guint      n_printers;
  gint64     round;    /* seconds */
  gint64     end;      /* when the last round ended, in seconds since the epoch */
  gint64     first_id;
  guint      id_step;

  /* The round whose tasks were asked for last, in the order in which they ended, the latest first. */
  GPtrArray *ended;
  gint64     ended_round;
};

static gint64
get_round (guint n_tasks,
           guint n_printers)
{
  guint n_rounds = n_tasks / MAX (n_printers, 1) + 1;

  return CLAMP (2 * (gint64) YEAR / n_rounds, SHORTEST_ROUND, LONGEST_ROUND);
}

/**
 * demo_history_get_length:
 * @n_tasks: how many tasks there are
 * @n_printers: how many printers print them
 *
 * Returns: how long it took to print them all, in seconds
 */
gint64
demo_history_get_length (guint n_tasks,
                         guint n_printers)
{
  return get_round (n_tasks, n_printers) * (n_tasks / MAX (n_printers, 1) + 1);
}

/**
 * demo_history_new:
 * @world: the world whose past this is; must outlive it
 * @n_tasks: how many tasks there were
 * @end: when the last one was done, in seconds since the epoch
 * @first_id: a task id above those of all tasks of the past
 * @id_step: how far ids are apart
 *
 * Returns: (transfer full): a history
 */
DemoHistory *
demo_history_new (DemoWorld *world,
                  guint      n_tasks,
                  gint64     end,
                  gint64     first_id,
                  guint      id_step)
{
  DemoHistory *self = g_new0 (DemoHistory, 1);

  self->world = world;
  self->n_tasks = n_tasks;
  self->n_printers = demo_world_get_n_printers (world);
  self->round = get_round (n_tasks, self->n_printers);
  self->end = end;
  self->first_id = first_id;
  self->id_step = id_step;
  self->ended_round = -1;

  return self;
}

/**
 * demo_history_free:
 * @self: (transfer full): a history
 *
 * Frees a history.
 */
void
demo_history_free (DemoHistory *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->ended, g_ptr_array_unref);
  g_free (self);
}

static guint
get_printer_index (DemoHistory *self,
                   guint        index)
{
  DemoRandom random;

  demo_random_init (&random, demo_world_get_seed (self->world), "turn", index / self->n_printers);

  return (index + demo_random_below (&random, self->n_printers)) % self->n_printers;
}

static gint64
get_id (DemoHistory *self,
        guint        index)
{
  DemoRandom random;

  demo_random_init (&random, demo_world_get_seed (self->world), "task-id", index);

  return self->first_id - (gint64) index * self->id_step - 1 - demo_random_below (&random, self->id_step);
}

/* The newest task is 0. */
static DemoTask *
make_task (DemoHistory *self,
           guint        index)
{
  DemoPrinter *printer = demo_world_get_printer (self->world, get_printer_index (self, index));
  DemoProject *project;
  DemoRandom random;
  DemoTask *task;
  double place;
  guint profile;
  guint plate;
  gint64 start;
  guint fate;

  demo_random_init (&random, demo_world_get_seed (self->world), "task", index);
  place = self->n_printers - 1 - index % self->n_printers + demo_random_unit (&random);
  start = self->end - (index / self->n_printers + 1) * self->round
          + (gint64) (place / self->n_printers * 0.5 * (double) self->round);

  project = demo_catalogue_pick_plate (demo_world_get_catalogue (self->world), &random, printer->model, start,
                                       0, self->round / 2, &profile, &plate);
  task = demo_task_new (get_id (self, index), printer, project, profile, plate);
  task->start_time = start;
  task->end_time = start + task->plate->prediction * demo_random_range (&random, 97, 106) / 100;
  task->status = DEMO_TASK_FINISHED;

  fate = demo_random_below (&random, 100);
  if (fate < 11 || task->end_time > start + self->round / 2)
    {
      task->status = DEMO_TASK_FAILED;
      task->end_time = start + MIN (task->plate->prediction, self->round / 2) * demo_random_range (&random, 3, 95) / 100;
    }

  return task;
}

/**
 * demo_history_get_n_tasks:
 * @self: a history
 * @printer: (nullable): the printer to count for, %NULL for all
 *
 * Returns: how many tasks there were
 */
guint
demo_history_get_n_tasks (DemoHistory *self,
                          DemoPrinter *printer)
{
  guint n_tasks;

  g_return_val_if_fail (self != NULL, 0);

  if (printer == NULL)
    return self->n_tasks;

  /* Whole rounds have one task a printer; the oldest may be cut short. */
  n_tasks = self->n_tasks / self->n_printers;
  for (guint i = n_tasks * self->n_printers; i < self->n_tasks; i++)
    n_tasks += get_printer_index (self, i) == printer->index ? 1 : 0;

  return n_tasks;
}

/**
 * demo_history_list_tasks:
 * @self: a history
 * @printer: (nullable): the printer whose tasks are wanted, %NULL for all
 * @after: the id of the last task that is known already, or %G_MAXINT64
 * @limit: how many tasks @tasks may hold
 * @tasks: (element-type DemoTask): where to add them, the newest first
 *
 * Lists what was printed.
 */
void
demo_history_list_tasks (DemoHistory *self,
                         DemoPrinter *printer,
                         gint64       after,
                         guint        limit,
                         GPtrArray   *tasks)
{
  gint64 first = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (tasks != NULL);

  if (after < self->first_id)
    {
      first = (self->first_id - 1 - after) / self->id_step;
      if (first < self->n_tasks && get_id (self, (guint) first) >= after)
        first++;
    }

  for (gint64 i = first; i < self->n_tasks && tasks->len < limit; i++)
    {
      if (printer == NULL || get_printer_index (self, (guint) i) == printer->index)
        g_ptr_array_add (tasks, make_task (self, (guint) i));
    }
}

static int
compare_end (gconstpointer a,
             gconstpointer b)
{
  const DemoTask *first = *(DemoTask * const *) a;
  const DemoTask *second = *(DemoTask * const *) b;

  return first->end_time > second->end_time ? -1 : first->end_time < second->end_time;
}

/* What ended as the @index-th thing, counted from the newest. */
static DemoTask *
get_ended (DemoHistory *self,
           guint        index)
{
  guint round = index / self->n_printers;

  if (self->ended_round != round)
    {
      guint n_left = self->n_tasks - round * self->n_printers;

      g_clear_pointer (&self->ended, g_ptr_array_unref);
      self->ended = g_ptr_array_new_with_free_func ((GDestroyNotify) demo_task_free);
      self->ended_round = round;
      for (guint i = 0; i < MIN (self->n_printers, n_left); i++)
        g_ptr_array_add (self->ended, make_task (self, round * self->n_printers + i));
      g_ptr_array_sort (self->ended, compare_end);
    }

  return g_ptr_array_index (self->ended, index % self->n_printers);
}

/* Every message of the past came when a print ended; where there are more messages than prints, the rest are older. */
static DemoMessage *
make_message (DemoHistory *self,
              guint        index)
{
  guint64 seed = demo_world_get_seed (self->world);
  gint64 id = demo_message_get_id (index);
  DemoCatalogue *catalogue = demo_world_get_catalogue (self->world);
  DemoMessage *message;
  DemoRandom random;
  guint n_projects;

  if (index < self->n_tasks)
    {
      DemoTask *task = get_ended (self, index);

      message = demo_message_new (seed, id, task->end_time);
      if (message->type == DEMO_MESSAGE_TASK)
        message->task = demo_task_copy (task);
    }
  else
    {
      gint64 oldest = self->end - demo_history_get_length (self->n_tasks, self->n_printers);

      message = demo_message_new (seed, id, oldest - (gint64) (index - self->n_tasks) * HOUR);
      if (message->type == DEMO_MESSAGE_TASK)
        message->type = DEMO_MESSAGE_LIKE;
    }

  demo_random_init (&random, seed, "about", index);
  n_projects = demo_catalogue_get_n_projects (catalogue);
  if (n_projects > 0 && demo_message_has_design (message))
    message->project = demo_catalogue_get_project (catalogue, demo_random_below (&random, n_projects));

  return message;
}

/**
 * demo_history_list_messages:
 * @self: a history
 * @n_messages: how many messages there were
 * @type: the kind of message that is wanted, 0 for all
 * @after: the id of the last message that is known already, or %G_MAXINT64
 * @limit: how many messages @messages may hold
 * @messages: (element-type DemoMessage): where to add them, the newest first
 *
 * Lists the messages that came before the world began.
 */
void
demo_history_list_messages (DemoHistory *self,
                            guint        n_messages,
                            guint        type,
                            gint64       after,
                            guint        limit,
                            GPtrArray   *messages)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (messages != NULL);

  for (guint i = demo_message_get_first_index (after); i < n_messages && messages->len < limit; i++)
    {
      g_autoptr(DemoMessage) message = make_message (self, i);

      if (type == 0 || message->type == type)
        g_ptr_array_add (messages, g_steal_pointer (&message));
    }
}
