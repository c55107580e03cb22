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
  g_free (self->reminded);
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

gboolean
watch_machine_remind (WatchMachine *self,
                      const char   *device_id,
                      const char   *print)
{
  WatchDevice *device;

  g_assert (self != NULL);
  g_assert (device_id != NULL);
  g_assert (print != NULL);

  device = watch_machine_obtain_device (self, device_id);

  if (g_strcmp0 (device->reminded, print) == 0)
    return FALSE;

  g_free (device->reminded);
  device->reminded = g_strdup (print);
  self->serial++;

  return TRUE;
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
