/* watch-machine.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-machine-private.h"

/* Prints that have ended are remembered so that an answer that is late does not bring them back. */
#define MAX_ENDED 8

/* What happened while the program was off is told up to this age, in seconds. */
#define MAX_AGE (24 * 60 * 60)

static void
watch_device_free (WatchDevice *self)
{
  g_clear_pointer (&self->print, watch_print_free);
  g_ptr_array_unref (self->grave);
  g_ptr_array_unref (self->ended);
  g_free (self->name);
  g_free (self->id);
  g_free (self);
}

WatchMachine *
watch_machine_new (void)
{
  WatchMachine *self = g_new0 (WatchMachine, 1);

  self->devices = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)watch_device_free);
  self->gone = g_ptr_array_new_with_free_func ((GDestroyNotify)watch_print_free);
  self->expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->untold = g_ptr_array_new_with_free_func (g_object_unref);
  self->fresh = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
watch_machine_free (WatchMachine *self)
{
  g_hash_table_unref (self->devices);
  g_ptr_array_unref (self->gone);
  g_hash_table_unref (self->expected);
  g_ptr_array_unref (self->untold);
  g_ptr_array_unref (self->fresh);
  g_free (self->newest);
  g_free (self);
}

WatchDevice *
watch_machine_obtain_device (WatchMachine *self,
                             const char   *id)
{
  WatchDevice *device;

  g_assert (self != NULL);
  g_assert (id != NULL);

  if ((device = g_hash_table_lookup (self->devices, id)))
    return device;

  device = g_new0 (WatchDevice, 1);
  device->id = g_strdup (id);
  device->arrived = G_MININT64;
  device->ended = g_ptr_array_new_with_free_func (g_free);
  device->grave = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_insert (self->devices, device->id, device);

  return device;
}

/* As it was written down. @print: (transfer full) */
void
watch_machine_restore_print (WatchMachine *self,
                             WatchPrint   *print)
{
  WatchDevice *device = watch_machine_obtain_device (self, print->device_id);

  if (print->gone == 0 && device->print == NULL)
    device->print = print;
  else if (print->task_id != NULL)
    g_ptr_array_add (self->gone, print);
  else
    watch_print_free (print);
}

gboolean
watch_device_has_ended (WatchDevice *self,
                        const char  *task_id)
{
  return task_id != NULL && g_ptr_array_find_with_equal_func (self->ended, task_id, g_str_equal, NULL);
}

/* Those that my/tasks has not told of yet are not forgotten before it does. */
void
watch_machine_add_ended (WatchMachine *self,
                         WatchDevice  *device,
                         const char   *task_id)
{
  if (task_id == NULL || watch_device_has_ended (device, task_id))
    return;

  g_ptr_array_add (device->ended, g_strdup (task_id));
  self->serial++;

  while (device->ended->len > MAX_ENDED &&
         self->newest != NULL &&
         watch_compare_ids (g_ptr_array_index (device->ended, 0), self->newest) <= 0)
    g_ptr_array_remove_index (device->ended, 0);
}

static GDateTime *
dup_time (gint64 seconds)
{
  return seconds > 0 ? g_date_time_new_from_unix_utc (seconds) : NULL;
}

/* @print: (nullable)
 * @when: s since the epoch
 */
WatchEvent *
watch_machine_create_event (WatchMachine   *self,
                            WatchEventKind  kind,
                            WatchDevice    *device,
                            WatchPrint     *print,
                            gint64          when)
{
  WatchEvent *event = g_object_new (WATCH_TYPE_EVENT, NULL);
  const char *task_id = print != NULL ? print->task_id : NULL;

  event->id = g_strdup_printf ("%s/%s/%s/%u", device->id, task_id != NULL ? task_id : "0",
                               watch_event_kind_to_string (kind), ++self->n_events);
  event->kind = kind;
  event->device_id = g_strdup (device->id);
  event->device_name = g_strdup (device->name);
  event->task_id = g_strdup (task_id);
  event->time = dup_time (MAX (when, 1));

  if (print != NULL)
    {
      event->title = g_strdup (print->title);
      event->cover = g_strdup (print->cover);
      event->start_time = dup_time (print->start_time);
    }

  return event;
}

/* @event: (transfer full)
 * @now: s since the epoch
 */
void
watch_machine_add_event (WatchMachine *self,
                         WatchEvent   *event,
                         gint64        now)
{
  self->serial++;
  event->while_off = self->catching_up;

  if (self->catching_up && g_date_time_to_unix (event->time) < now - MAX_AGE)
    {
      g_object_unref (event);
      return;
    }

  g_ptr_array_add (self->untold, g_object_ref (event));
  g_ptr_array_add (self->fresh, event);
}

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

/* What the printer says of how its print ended. It knows no more than "failed" by way of the cloud, which is also what it says
 * when somebody stopped it.
 */
static void
take_outcome (WatchPrint             *print,
              const WatchObservation *observation)
{
  print->ended = TRUE;
  print->live = observation->live;
  print->reason = observation->reason;
  g_free (print->code);
  print->code = g_strdup (observation->code);

  if (observation->state == BAMBU_DEVICE_STATE_FINISHED)
    print->outcome = WATCH_EVENT_FINISHED;
  else if (observation->live && observation->reason == WATCH_REASON_USER)
    print->outcome = WATCH_EVENT_CANCELLED;
  else if (observation->live && observation->code != NULL)
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

  if (gone != NULL && (!gone->ended || (observation->live && !gone->live)))
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

/* What was left untold for too long is of no use any more. */
void
watch_machine_begin (WatchMachine *self,
                     gint64        now)
{
  g_assert (self != NULL);

  for (guint i = 0; i < self->untold->len; i++)
    {
      WatchEvent *event = g_ptr_array_index (self->untold, i);

      if (g_date_time_to_unix (event->time) >= now - MAX_AGE)
        continue;

      g_ptr_array_remove (self->fresh, event);
      g_ptr_array_remove_index (self->untold, i--);
      self->serial++;
    }
}

void
watch_machine_observe (WatchMachine           *self,
                       const WatchObservation *observation)
{
  WatchDevice *device;

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

  observe_state (self, device, observation);

  if (!device->known)
    {
      device->known = TRUE;
      self->serial++;
    }
}

gboolean
watch_machine_is_busy (WatchMachine *self)
{
  GHashTableIter iter;
  gpointer device;

  g_assert (self != NULL);

  if (self->gone->len > 0)
    return TRUE;

  g_hash_table_iter_init (&iter, self->devices);

  while (g_hash_table_iter_next (&iter, NULL, &device))
    {
      const WatchPrint *print = ((WatchDevice *)device)->print;

      if (print != NULL && !print->away)
        return TRUE;
    }

  return FALSE;
}

GPtrArray *
watch_machine_take_events (WatchMachine *self)
{
  GPtrArray *fresh;

  g_assert (self != NULL);

  fresh = g_steal_pointer (&self->fresh);
  self->fresh = g_ptr_array_new_with_free_func (g_object_unref);

  return fresh;
}

void
watch_machine_told (WatchMachine *self,
                    const char   *event_id)
{
  g_assert (self != NULL);
  g_assert (event_id != NULL);

  for (guint i = 0; i < self->untold->len; i++)
    {
      WatchEvent *event = g_ptr_array_index (self->untold, i);

      if (g_str_equal (event->id, event_id))
        {
          g_ptr_array_remove_index (self->untold, i);
          self->serial++;
          return;
        }
    }
}

void
watch_machine_caught_up (WatchMachine *self)
{
  g_assert (self != NULL);

  self->catching_up = FALSE;
}

guint
watch_machine_get_serial (WatchMachine *self)
{
  g_assert (self != NULL);

  return self->serial;
}
