/* watch-machine-observe.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-machine-private.h"

/* The cloud's clock need not be the one here: nothing comes before the start. */
static void
observe_event (WatchMachine           *self,
               WatchEventKind          kind,
               WatchDevice            *device,
               const WatchObservation *observation)
{
  const gint64 start = device->print->start_time;
  const gint64 when = kind == WATCH_EVENT_STARTED && start > 0 ? start : MAX (start, observation->heard);
  WatchEvent *event = watch_machine_create_event (self, kind, device, device->print, when);

  event->live = observation->live;

  if (kind == WATCH_EVENT_PAUSED)
    {
      event->reason = observation->reason;
      event->code = g_strdup (observation->code);
    }

  watch_machine_add_event (self, event, observation->heard);
}

static WatchPrint *
find_gone (WatchMachine           *self,
           const WatchObservation *observation,
           guint                  *index)
{
  for (guint i = 0; i < self->gone->len; i++)
    {
      WatchPrint *print = g_ptr_array_index (self->gone, i);

      if (observation->task_id != NULL &&
          g_strcmp0 (print->task_id, observation->task_id) == 0 &&
          g_str_equal (print->device_id, observation->device_id))
        {
          if (index != NULL)
            *index = i;

          return print;
        }
    }

  return NULL;
}

static void
take_code (WatchPrint             *print,
           const WatchObservation *observation)
{
  if (observation->code == NULL)
    return;

  g_free (print->code);
  print->code = g_strdup (observation->code);
  print->reason = observation->reason;
}

/* What the printer says of how its print ended. It knows no more than "failed" by way of the cloud, which is also what it says
 * when somebody stopped it.
 */
static void
take_outcome (WatchPrint             *print,
              const WatchObservation *observation)
{
  print->ended = TRUE;
  print->live = observation->live;
  take_code (print, observation);

  if (observation->state == BAMBU_DEVICE_STATE_FINISHED)
    print->outcome = WATCH_EVENT_FINISHED;
  else if (observation->live && print->reason == WATCH_REASON_USER)
    print->outcome = WATCH_EVENT_CANCELLED;
  else if (observation->live && print->code != NULL)
    print->outcome = WATCH_EVENT_FAILED;
  else
    print->outcome = WATCH_EVENT_STOPPED;
}

/* The print is not on its printer any more. Where nobody else knows of it, that is all there is to tell. */
static void
lose_print (WatchMachine           *self,
            WatchDevice            *device,
            const WatchObservation *observation,
            gboolean                ended)
{
  g_autoptr(WatchPrint) print = g_steal_pointer (&device->print);

  self->serial++;
  print->outcome = WATCH_EVENT_STOPPED;
  print->live = observation->live;
  print->gone = observation->heard;
  print->gone_arrived = observation->arrived;
  print->n_asked = 0;

  if (ended)
    take_outcome (print, observation);

  if (print->task_id == NULL)
    watch_machine_tell_end (self, print, NULL, observation->heard);
  else
    g_ptr_array_add (self->gone, g_steal_pointer (&print));
}

static void
set_paused (WatchMachine           *self,
            WatchDevice            *device,
            const WatchObservation *observation)
{
  const gboolean paused = observation->state == BAMBU_DEVICE_STATE_PAUSED;

  if (device->print->paused == paused)
    return;

  self->serial++;
  device->print->paused = paused;
  observe_event (self, paused ? WATCH_EVENT_PAUSED : WATCH_EVENT_RESUMED, device, observation);
}

/* Whether my/tasks has not told of a print yet. */
static gboolean
is_newer (WatchMachine *self,
          const char   *task_id)
{
  return self->newest != NULL && task_id != NULL && watch_compare_ids (task_id, self->newest) > 0;
}

static void
begin_print (WatchMachine           *self,
             WatchDevice            *device,
             const WatchObservation *observation)
{
  guint index;

  self->serial++;

  /* It had only seemed to be gone. */
  if (find_gone (self, observation, &index) != NULL)
    {
      device->print = g_ptr_array_steal_index (self->gone, index);
      device->print->gone = 0;
      device->print->ended = FALSE;
      return;
    }

  device->print = watch_print_new (device->id, observation->task_id);
  watch_print_describe (device->print, observation);

  /* A printer that was seen without it is as good a witness as my/tasks. */
  if (device->known || is_newer (self, observation->task_id))
    observe_event (self, WATCH_EVENT_STARTED, device, observation);
  else
    device->print->paused = observation->state == BAMBU_DEVICE_STATE_PAUSED;
}

/* That somebody stops a print may be told before it has stopped, and be over when it has. What is wrong at other times, and
 * over when the print ends, is no reason why it did.
 */
static void
remember_code (WatchPrint             *print,
               const WatchObservation *observation)
{
  if (!observation->live)
    return;

  g_clear_pointer (&print->code, g_free);
  print->reason = WATCH_REASON_UNKNOWN;

  if (observation->state == BAMBU_DEVICE_STATE_PRINTING && observation->reason == WATCH_REASON_USER)
    take_code (print, observation);
}

static void
observe_print (WatchMachine           *self,
               WatchDevice            *device,
               const WatchObservation *observation)
{
  if (device->print != NULL && !watch_print_is (device->print, observation))
    lose_print (self, device, observation, FALSE);

  if (device->print == NULL)
    begin_print (self, device, observation);

  if (device->print->task_id == NULL && observation->task_id != NULL)
    self->serial++;

  watch_print_describe (device->print, observation);
  remember_code (device->print, observation);

  if (device->print->away)
    {
      device->print->away = FALSE;
      observe_event (self, WATCH_EVENT_ONLINE, device, observation);
    }

  set_paused (self, device, observation);
}

/* A print lies on the plate that was not seen to run: it began and ended unseen, unless it had ended before it is watched. */
static void
observe_unseen (WatchMachine           *self,
                WatchDevice            *device,
                const WatchObservation *observation)
{
  const char *id = observation->task_id;
  gboolean is_new;

  if (self->newest != NULL)
    is_new = is_newer (self, id) || g_hash_table_contains (self->expected, id);
  else
    is_new = device->known;

  if (!is_new)
    {
      watch_machine_add_ended (self, device, id);
      return;
    }

  device->print = watch_print_new (device->id, id);
  watch_print_describe (device->print, observation);
  lose_print (self, device, observation, TRUE);
}

static void
observe_end (WatchMachine           *self,
             WatchDevice            *device,
             const WatchObservation *observation)
{
  const char *id = observation->task_id;
  WatchPrint *gone = find_gone (self, observation, NULL);

  if (device->print != NULL && watch_print_is (device->print, observation))
    {
      watch_print_describe (device->print, observation);
      lose_print (self, device, observation, TRUE);
      return;
    }

  if (device->print != NULL)
    lose_print (self, device, observation, FALSE);

  if (gone != NULL && (!gone->ended || (observation->live && (!gone->live || gone->code == NULL))))
    {
      self->serial++;
      take_outcome (gone, observation);
    }
  else if (gone == NULL && id != NULL && !watch_device_has_ended (device, id))
    observe_unseen (self, device, observation);
}

/* What it did when it was heard last may be long ago: only that its print has ended is believed. */
static void
observe_offline (WatchMachine           *self,
                 WatchDevice            *device,
                 const WatchObservation *observation)
{
  if (device->print == NULL)
    return;

  if ((observation->state == BAMBU_DEVICE_STATE_FINISHED || observation->state == BAMBU_DEVICE_STATE_FAILED) &&
      observation->task_id != NULL &&
      g_strcmp0 (device->print->task_id, observation->task_id) == 0)
    {
      lose_print (self, device, observation, TRUE);
      return;
    }

  if (device->print->away)
    return;

  device->print->away = TRUE;
  observe_event (self, WATCH_EVENT_OFFLINE, device, observation);
}

static void
observe_state (WatchMachine           *self,
               WatchDevice            *device,
               const WatchObservation *observation)
{
  switch (observation->state)
    {
    case BAMBU_DEVICE_STATE_PREPARING:
    case BAMBU_DEVICE_STATE_PRINTING:
    case BAMBU_DEVICE_STATE_PAUSED:
      /* Its end is known already: this is an older story. */
      if (!watch_device_has_ended (device, observation->task_id))
        observe_print (self, device, observation);
      break;

    case BAMBU_DEVICE_STATE_FINISHED:
    case BAMBU_DEVICE_STATE_FAILED:
      observe_end (self, device, observation);
      break;

    case BAMBU_DEVICE_STATE_IDLE:
      if (device->print != NULL)
        lose_print (self, device, observation, FALSE);
      break;

    case BAMBU_DEVICE_STATE_UNKNOWN:
    case BAMBU_DEVICE_STATE_OFFLINE:
      break;

    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_grave (const WatchObservation *observation,
          const char             *code)
{
  return g_strv_contains (observation->grave, code);
}

/* What comes and goes during a print is told once for it. */
static void
forget_grave (WatchMachine           *self,
              WatchDevice            *device,
              const WatchObservation *observation)
{
  for (guint i = 0; device->print == NULL && i < device->grave->len; i++)
    {
      if (is_grave (observation, g_ptr_array_index (device->grave, i)))
        continue;

      g_ptr_array_remove_index (device->grave, i--);
      self->serial++;
    }
}

static void
observe_grave (WatchMachine           *self,
               WatchDevice            *device,
               const WatchObservation *observation,
               gboolean                tell)
{
  forget_grave (self, device, observation);

  for (guint i = 0; observation->grave[i] != NULL; i++)
    {
      WatchEvent *event;

      if (g_ptr_array_find_with_equal_func (device->grave, observation->grave[i], g_str_equal, NULL))
        continue;

      g_ptr_array_add (device->grave, g_strdup (observation->grave[i]));
      self->serial++;

      if (!tell || !device->knows_grave)
        continue;

      event = watch_machine_create_event (self, WATCH_EVENT_ATTENTION, device, device->print, observation->heard);
      event->live = observation->live;
      event->code = g_strdup (observation->grave[i]);
      watch_machine_add_event (self, event, observation->heard);
    }

  if (!device->knows_grave)
    {
      device->knows_grave = TRUE;
      self->serial++;
    }
}

void
watch_machine_observe (WatchMachine           *self,
                       const WatchObservation *observation)
{
  WatchDevice *device;
  guint serial;

  g_assert (self != NULL);
  g_assert (observation != NULL);

  device = watch_machine_obtain_device (self, observation->device_id);

  if (observation->asked < device->arrived)
    return;

  device->arrived = observation->arrived;

  if (g_strcmp0 (device->name, observation->device_name) != 0)
    {
      g_free (device->name);
      device->name = g_strdup (observation->device_name);
    }

  if (!observation->online)
    {
      observe_offline (self, device, observation);
      return;
    }

  serial = self->serial;
  observe_state (self, device, observation);

  /* It is the reason why it has just paused or failed, then. */
  if (observation->knows_grave)
    observe_grave (self, device, observation,
                   serial == self->serial ||
                   (observation->state != BAMBU_DEVICE_STATE_PAUSED && observation->state != BAMBU_DEVICE_STATE_FAILED));

  if (!device->known)
    {
      device->known = TRUE;
      self->serial++;
    }
}
