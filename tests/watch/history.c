/* history.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "history.h"

static gboolean
chance (HistoryWorld *self,
        int           percent)
{
  return g_rand_int_range (self->rand, 0, 100) < percent;
}

static gboolean
is_running (HistoryWorld   *self,
            HistoryPrinter *printer)
{
  return printer->print >= 0 && self->prints[printer->print].ended == 0;
}

static void
start_print (HistoryWorld *self,
             guint         index)
{
  HistoryPrinter *printer = &self->printers[index];

  if (self->n_prints == HISTORY_MAX_PRINTS)
    return;

  printer->print = self->n_prints++;
  printer->paused = FALSE;
  printer->hidden = FALSE;
  printer->cleared = FALSE;
  self->prints[printer->print] = (HistoryPrint) { .printer = index, .started = self->now };
}

static void
step_printer (HistoryWorld *self,
              guint         index)
{
  HistoryPrinter *printer = &self->printers[index];

  if (chance (self, 6))
    printer->online = !printer->online;

  printer->hidden = FALSE;

  if (!is_running (self, printer))
    {
      if (chance (self, 25))
        start_print (self, index);
      else if (chance (self, 25))
        printer->cleared = TRUE;
    }
  else if (chance (self, 18))
    {
      self->prints[printer->print].ended = self->now;
      self->prints[printer->print].finished = chance (self, 60);

      /* The next one may begin before anybody has looked. */
      if (chance (self, 40))
        start_print (self, index);
    }
  else if (chance (self, 15))
    {
      printer->paused = !printer->paused;
    }
  else
    {
      printer->hidden = chance (self, 4);
    }
}

void
history_world_init (HistoryWorld *self,
                    guint32       seed)
{
  *self = (HistoryWorld) { .rand = g_rand_new_with_seed (seed), .now = 1700000000 };
  self->n_printers = g_rand_int_range (self->rand, 1, HISTORY_MAX_PRINTERS + 1);

  for (guint i = 0; i < self->n_printers; i++)
    self->printers[i] = (HistoryPrinter) { .print = -1, .online = chance (self, 85), .cleared = TRUE };

  /* What was before anybody watched. */
  for (guint i = 0; i < 8; i++)
    history_world_step (self);
}

void
history_world_clear (HistoryWorld *self)
{
  g_rand_free (self->rand);
}

void
history_world_step (HistoryWorld *self)
{
  self->now += g_rand_int_range (self->rand, 5, 120);

  for (guint i = 0; i < self->n_printers; i++)
    step_printer (self, i);
}

/* Nothing goes wrong any more. */
void
history_world_calm (HistoryWorld *self)
{
  self->now += 1000;

  for (guint i = 0; i < self->n_printers; i++)
    {
      self->printers[i].online = TRUE;
      self->printers[i].hidden = FALSE;
    }
}

void
history_world_answer (HistoryWorld  *self,
                      HistoryAnswer *answer)
{
  answer->n_printers = self->n_printers;

  for (guint i = 0; i < self->n_printers; i++)
    {
      HistoryPrinter *printer = &self->printers[i];
      const HistoryPrint *print = printer->print >= 0 ? &self->prints[printer->print] : NULL;

      answer->missing[i] = chance (self, 3);
      answer->online[i] = printer->online;
      answer->print[i] = printer->print;

      if (chance (self, 3))
        answer->state[i] = BAMBU_DEVICE_STATE_UNKNOWN;
      else if (print == NULL || printer->hidden || (print->ended != 0 && printer->cleared))
        answer->state[i] = BAMBU_DEVICE_STATE_IDLE;
      else if (print->ended != 0)
        answer->state[i] = print->finished ? BAMBU_DEVICE_STATE_FINISHED : BAMBU_DEVICE_STATE_FAILED;
      else
        answer->state[i] = printer->paused ? BAMBU_DEVICE_STATE_PAUSED : BAMBU_DEVICE_STATE_PRINTING;

      if (answer->state[i] == BAMBU_DEVICE_STATE_IDLE)
        answer->print[i] = -1;
    }
}

/* What my/tasks said of a print at some time. */
BambuTaskState
history_world_get_state (HistoryWorld *self,
                         guint         print,
                         gint64        when)
{
  const HistoryPrint *known = &self->prints[print];

  if (known->ended == 0 || known->ended > when)
    return BAMBU_TASK_STATE_RUNNING;

  return known->finished ? BAMBU_TASK_STATE_FINISHED : BAMBU_TASK_STATE_STOPPED;
}

void
expected_init (Expected *self)
{
  *self = (Expected) { .newest = -1 };

  for (guint i = 0; i < HISTORY_MAX_PRINTERS; i++)
    {
      self->printers[i].print = -1;
      self->printers[i].arrived = G_MININT64;
    }
}

static void
expect_running (Expected        *self,
                ExpectedPrinter *printer,
                int              index,
                gboolean         paused)
{
  ExpectedPrint *print = &self->prints[index];
  const gboolean is_new = !print->tracked;
  const gboolean has_begun = printer->known || (self->has_tasks && index > self->newest);

  if (print->over)
    return;

  printer->print = index;
  print->tracked = TRUE;
  print->belongs = TRUE;

  if (is_new && has_begun)
    print->n_started++;

  if (print->away)
    {
      print->away = FALSE;
      print->n_online++;
    }

  if (print->paused != paused)
    {
      print->paused = paused;

      if (is_new && !has_begun)
        return;

      if (paused)
        print->n_paused++;
      else
        print->n_resumed++;
    }
}

static void
expect_ended (Expected        *self,
              ExpectedPrinter *printer,
              int              index)
{
  ExpectedPrint *print = &self->prints[index];

  printer->print = -1;

  if (print->over || print->belongs)
    return;

  if (self->has_tasks ? index > self->newest || print->expected : printer->known)
    print->belongs = TRUE;
  else
    print->over = TRUE;
}

static void
expect_offline (Expected        *self,
                ExpectedPrinter *printer,
                int              index,
                gboolean         ended)
{
  ExpectedPrint *print;

  if (printer->print < 0)
    return;

  print = &self->prints[printer->print];

  if (ended && index == printer->print)
    {
      printer->print = -1;
    }
  else if (!print->away)
    {
      print->away = TRUE;
      print->n_offline++;
    }
}

static void
expect_state (Expected            *self,
              ExpectedPrinter     *printer,
              const HistoryAnswer *answer,
              guint                i)
{
  const gboolean ended = answer->state[i] == BAMBU_DEVICE_STATE_FINISHED || answer->state[i] == BAMBU_DEVICE_STATE_FAILED;

  if (!answer->online[i])
    {
      expect_offline (self, printer, answer->print[i], ended);
      return;
    }

  if (ended)
    expect_ended (self, printer, answer->print[i]);
  else if (answer->state[i] == BAMBU_DEVICE_STATE_IDLE)
    printer->print = -1;
  else if (answer->state[i] != BAMBU_DEVICE_STATE_UNKNOWN)
    expect_running (self, printer, answer->print[i], answer->state[i] == BAMBU_DEVICE_STATE_PAUSED);

  printer->known = TRUE;
}

void
expected_observe (Expected            *self,
                  const HistoryAnswer *answer,
                  gint64               arrived)
{
  for (guint i = 0; i < answer->n_printers; i++)
    {
      ExpectedPrinter *printer = &self->printers[i];

      if (answer->missing[i] || answer->asked < printer->arrived)
        continue;

      printer->arrived = arrived;
      printer->observed = TRUE;
      expect_state (self, printer, answer, i);
    }
}

/* @newest: the newest print that it tells of
 * @when: as of when it tells
 */
void
expected_take_tasks (Expected     *self,
                     HistoryWorld *world,
                     int           newest,
                     gint64        when)
{
  for (int i = 0; i <= newest; i++)
    {
      ExpectedPrint *print = &self->prints[i];
      ExpectedPrinter *printer = &self->printers[world->prints[i].printer];

      if (history_world_get_state (world, i, when) == BAMBU_TASK_STATE_RUNNING)
        {
          print->expected = TRUE;
          continue;
        }

      if (self->has_tasks && (i > self->newest || print->expected) && !print->over)
        print->belongs = TRUE;

      print->expected = FALSE;
      print->over |= print->belongs || self->has_tasks || printer->observed;

      if (printer->print == i)
        printer->print = -1;
    }

  self->has_tasks = TRUE;
  self->newest = MAX (self->newest, newest);
}
