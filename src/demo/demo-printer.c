/* demo-printer.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-printer.h"

#include "demo-world.h"

#include <gio/gio.h>

#define MINUTE 60
#define HOUR 3600

/* Stages of a print, as reports number them. */
#define FILAMENT_RAN_OUT 6
#define PAUSED_BY_USER 16

/* Why a print ended before its time, as reports number it. */
#define NOZZLE_CLOGGED 0x03004006u
#define CANCELLED 0x0300400Cu

/* The first six are the world unless it is asked for more: half of them print, and one each waits for somebody, has nothing
 * to do, and is out of reach.
 */
static const char * const names[] = {
  "Workshop X1C", "Attic P1S", "Studio H2D", "Kitchen Mini", "Ada's A1", "Garage P2S",
  "Library P1P", "Lab X1E", "Old X1", "Print Room 1", "Print Room 2", "Shed", "Classroom A", "Classroom B", "Cellar",
};

static void
printer_begin (DemoPrinter *self,
               DemoTask    *task,
               gint64       when)
{
  DemoRandom random;
  guint fate;

  self->n_prints++;
  demo_random_init (&random, demo_world_get_seed (self->world), self->dev_id, self->n_prints);
  fate = demo_random_below (&random, 100);

  self->task = task;
  self->state = DEMO_STATE_RUNNING;
  self->mark = when;
  self->done = 0;
  self->end_error = 0;
  self->stop_at = task->plate->prediction;
  self->pause_at = -1;
  self->fails = fate < 8;

  if (self->fails)
    self->stop_at = self->stop_at * demo_random_range (&random, 5, 90) / 100;
  else if (fate < 16)
    self->pause_at = self->stop_at * demo_random_range (&random, 10, 90) / 100;

  task->status = DEMO_TASK_RUNNING;
  task->start_time = when;
  task->end_time = 0;
}

static void
printer_end (DemoPrinter *self,
             gboolean     failed,
             gint64       when)
{
  DemoRandom random;

  demo_random_init (&random, demo_world_get_seed (self->world), "after", (guint64) self->task->id);

  self->state = failed ? DEMO_STATE_FAILED : DEMO_STATE_SUCCESS;
  self->task->status = failed ? DEMO_TASK_FAILED : DEMO_TASK_FINISHED;
  self->task->end_time = when;
  self->end_error = failed ? NOZZLE_CLOGGED : 0;
  self->wakes = when + (failed ? demo_random_range (&random, 2 * HOUR, 6 * HOUR)
                               : demo_random_range (&random, 8 * MINUTE, 50 * MINUTE));

  demo_world_note_end (self->world, self->task);
}

static void
printer_begin_next (DemoPrinter *self,
                    gint64       when)
{
  DemoTask *task = g_queue_pop_head (&self->queue);

  if (task == NULL)
    task = demo_world_add_task (self->world, self, when);

  printer_begin (self, task, when);
}

/* Lets the printer stand in the middle of a print of @percent that began in the past. */
static void
printer_begin_part (DemoPrinter *self,
                    int          percent,
                    gint64       now)
{
  DemoTask *task = demo_world_add_task (self->world, self, now);
  gint64 done = (task->plate->prediction * percent + 99) / 100;

  printer_begin (self, task, now - done);
  self->fails = FALSE;
  self->pause_at = -1;
  self->stop_at = task->plate->prediction;
  self->mark = now;
  self->done = done;
}

static void
printer_set_scene (DemoPrinter *self,
                   DemoRandom  *random,
                   gint64       now)
{
  switch (self->index % 8)
    {
    case 0:
      printer_begin_part (self, self->index == 0 ? 62 : demo_random_range (random, 3, 96), now);
      break;

    case 1:
      printer_begin_part (self, self->index == 1 ? 31 : demo_random_range (random, 5, 90), now);
      self->state = DEMO_STATE_PAUSE;
      self->pause_stage = FILAMENT_RAN_OUT;
      self->task->start_time -= 9 * MINUTE;
      self->wakes = G_MAXINT64;
      break;

    case 2:
      printer_begin_part (self, self->index == 2 ? 87 : demo_random_range (random, 3, 96), now);
      break;

    case 3:
      printer_begin_part (self, self->index == 3 ? 9 : demo_random_range (random, 3, 96), now);
      break;

    case 4:
      printer_begin_part (self, 99, now);
      self->task->start_time -= 5 * HOUR;
      printer_end (self, FALSE, now - 5 * HOUR);
      self->state = DEMO_STATE_IDLE;
      self->wakes = now + 12 * MINUTE;
      break;

    case 5:
      /* Out of reach in the middle of a print: the cloud keeps showing what it heard last. */
      printer_begin_part (self, self->index == 5 ? 18 : demo_random_range (random, 3, 96), now);
      self->online = FALSE;
      self->lost = now;
      break;

    case 6:
      printer_begin_part (self, 99, now);
      self->task->start_time -= 14 * MINUTE;
      printer_end (self, FALSE, now - 14 * MINUTE);
      self->wakes = now + 25 * MINUTE;
      break;

    default:
      printer_begin_part (self, 44, now);
      self->task->start_time -= 2 * HOUR;
      printer_end (self, TRUE, now - 2 * HOUR);
      self->wakes = now + 3 * HOUR;
      break;
    }
}

/**
 * demo_printer_new:
 * @world: the world that the printer stands in; must outlive it
 * @index: which printer, from 0
 *
 * Makes a printer in the state in which the world begins. The world's projects must be there already.
 *
 * Returns: (transfer full): a printer
 */
DemoPrinter *
demo_printer_new (DemoWorld *world,
                  guint      index)
{
  DemoPrinter *self;
  const DemoModel *all_models;
  DemoRandom random;
  guint n_models;

  all_models = demo_model_get_all (&n_models);
  demo_random_init (&random, demo_world_get_seed (world), "printer", index);

  self = g_new0 (DemoPrinter, 1);
  self->world = world;
  self->index = index;
  self->model = &all_models[index % n_models];
  self->dev_id = g_strdup_printf ("%s%d%c%07u", self->model->serial, demo_random_range (&random, 2, 4),
                                  "ABC"[demo_random_below (&random, 3)], 100000 + index * 7919 % 900000);
  self->access_code = g_strdup_printf ("%08u", demo_random_below (&random, 100000000));
  self->name = index < G_N_ELEMENTS (names) ? g_strdup (names[index])
                                            : g_strdup_printf ("3DP-%.3s-%03u", self->dev_id, index);
  self->online = TRUE;
  self->hms = g_ptr_array_new_with_free_func (g_free);
  self->pause_at = -1;
  self->wakes = G_MAXINT64;
  g_queue_init (&self->queue);

  printer_set_scene (self, &random, demo_world_get_time (world));

  return self;
}

/**
 * demo_printer_free:
 * @self: (transfer full): a printer
 *
 * Frees a printer; its tasks are the world's.
 */
void
demo_printer_free (DemoPrinter *self)
{
  g_return_if_fail (self != NULL);

  g_queue_clear (&self->queue);
  g_ptr_array_unref (self->hms);
  g_free (self->dev_id);
  g_free (self->name);
  g_free (self->access_code);
  g_free (self);
}

/**
 * demo_printer_next_change:
 * @self: a printer
 *
 * Returns: when something happens next, in the world's time, or %G_MAXINT64 where it waits for somebody
 */
gint64
demo_printer_next_change (DemoPrinter *self)
{
  gint64 until;

  g_return_val_if_fail (self != NULL, G_MAXINT64);

  if (self->state != DEMO_STATE_RUNNING)
    return self->wakes;

  until = self->pause_at >= 0 ? MIN (self->pause_at, self->stop_at) : self->stop_at;

  return self->mark + MAX (until - self->done, 0);
}

static void
printer_pause (DemoPrinter *self,
               gint64       when)
{
  DemoRandom random;

  /* A spool ran out: somebody comes and puts in another. */
  demo_random_init (&random, demo_world_get_seed (self->world), "pause", (guint64) self->task->id);
  self->state = DEMO_STATE_PAUSE;
  self->pause_stage = FILAMENT_RAN_OUT;
  self->pause_at = -1;
  self->wakes = when + demo_random_range (&random, 10 * MINUTE, 60 * MINUTE);
}

/**
 * demo_printer_change:
 * @self: a printer
 * @when: what demo_printer_next_change() said
 *
 * Lets happen what happens next.
 */
void
demo_printer_change (DemoPrinter *self,
                     gint64       when)
{
  g_return_if_fail (self != NULL);

  if (self->state == DEMO_STATE_PAUSE)
    {
      self->state = DEMO_STATE_RUNNING;
      self->mark = when;
    }
  else if (self->state != DEMO_STATE_RUNNING)
    {
      printer_begin_next (self, when);
    }
  else
    {
      self->done += when - self->mark;
      self->mark = when;

      if (self->pause_at >= 0 && self->done >= self->pause_at)
        printer_pause (self, when);
      else
        printer_end (self, self->fails, when);
    }
}

/**
 * demo_printer_get_status:
 * @self: a printer
 *
 * Returns: (transfer none): print_status, as the cloud writes it
 */
const char *
demo_printer_get_status (DemoPrinter *self)
{
  static const char * const states[] = { "IDLE", "RUNNING", "PAUSE", "SUCCESS", "FAILED" };

  g_return_val_if_fail (self != NULL, NULL);

  return states[self->state];
}

/**
 * demo_printer_get_progress:
 * @self: a printer with a task
 * @now: the world's time
 *
 * Returns: how much of the print is done as far as the cloud knows, in percent
 */
int
demo_printer_get_progress (DemoPrinter *self,
                           gint64       now)
{
  gint64 done;

  g_return_val_if_fail (self != NULL && self->task != NULL, 0);

  if (self->state == DEMO_STATE_SUCCESS)
    return 100;

  done = self->done;
  if (self->state == DEMO_STATE_RUNNING)
    done += MAX ((self->online ? now : MIN (now, self->lost)) - self->mark, 0);

  return (int) CLAMP (done * 100 / MAX (self->task->plate->prediction, 1), 0, 99);
}

static gboolean
is_printing (DemoPrinter *self)
{
  return self->state == DEMO_STATE_RUNNING || self->state == DEMO_STATE_PAUSE;
}

static gboolean
send_print_event (DemoPrinter *self,
                  const char  *event,
                  gint64       now)
{
  if (g_str_equal (event, "start"))
    {
      if (is_printing (self))
        return FALSE;

      printer_begin_next (self, now);
      return TRUE;
    }

  if (!is_printing (self))
    return FALSE;

  if (g_str_equal (event, "finish"))
    {
      printer_end (self, FALSE, now);
    }
  else if (g_str_equal (event, "fail") || g_str_equal (event, "cancel"))
    {
      self->done += self->state == DEMO_STATE_RUNNING ? now - self->mark : 0;
      self->mark = now;
      printer_end (self, TRUE, now);

      if (g_str_equal (event, "cancel"))
        self->end_error = CANCELLED;
    }
  else if (g_str_equal (event, "pause"))
    {
      if (self->state != DEMO_STATE_RUNNING)
        return FALSE;

      self->done += now - self->mark;
      self->mark = now;
      self->state = DEMO_STATE_PAUSE;
      self->pause_stage = PAUSED_BY_USER;
      self->wakes = G_MAXINT64;
    }
  else
    {
      if (self->state != DEMO_STATE_PAUSE)
        return FALSE;

      self->state = DEMO_STATE_RUNNING;
      self->mark = now;
    }

  return TRUE;
}

/**
 * demo_printer_send_event:
 * @self: a printer
 * @event: "start", "finish", "fail", "pause", "resume", "cancel", "offline", "online" or "hms"
 * @code: (nullable): for "hms" the code that the printer shows; what it shows already goes away
 * @error: where to say why it did not happen: %G_IO_ERROR_INVALID_ARGUMENT for an event that nobody knows,
 *   %G_IO_ERROR_BUSY for one that cannot happen in the printer's state
 *
 * Makes something happen now.
 *
 * Returns: whether it happened
 */
gboolean
demo_printer_send_event (DemoPrinter  *self,
                         const char   *event,
                         const char   *code,
                         GError      **error)
{
  static const char * const print_events[] = { "start", "finish", "fail", "pause", "resume", "cancel", NULL };
  gint64 now;
  guint index;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (event != NULL, FALSE);

  now = demo_world_get_time (self->world);

  if (g_strv_contains (print_events, event))
    {
      if (send_print_event (self, event, now))
        return TRUE;

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY, "A printer that is %s cannot %s",
                   demo_printer_get_status (self), event);
      return FALSE;
    }

  if (g_str_equal (event, "offline") || g_str_equal (event, "online"))
    {
      self->online = g_str_equal (event, "online");
      self->lost = now;
      return TRUE;
    }

  if (g_str_equal (event, "hms"))
    {
      if (code == NULL)
        code = "0300_0100_0001_0007";
      if (g_ptr_array_find_with_equal_func (self->hms, code, g_str_equal, &index))
        g_ptr_array_remove_index (self->hms, index);
      else
        g_ptr_array_add (self->hms, g_strdup (code));
      return TRUE;
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "There is no event “%s”", event);
  return FALSE;
}
