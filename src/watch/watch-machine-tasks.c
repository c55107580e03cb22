/* watch-machine-tasks.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-machine-private.h"

/* How many answers of my/tasks may say that a print goes on which its printer knows no more of, and how many may not know
 * it at all, until it is given up.
 */
#define MAX_ASKED 30
#define MAX_MISSED 10

static gboolean
has_ended (const WatchTaskNote *note)
{
  return note->state == BAMBU_TASK_STATE_FINISHED || note->state == BAMBU_TASK_STATE_STOPPED;
}

static WatchEventKind
get_outcome (WatchPrint          *print,
             const WatchTaskNote *note)
{
  if (note == NULL || !has_ended (note))
    return print->outcome;

  if (note->state == BAMBU_TASK_STATE_FINISHED)
    return WATCH_EVENT_FINISHED;

  return print->outcome != WATCH_EVENT_FINISHED ? print->outcome : WATCH_EVENT_STOPPED;
}

static void
add_details (WatchEvent          *event,
             const WatchTaskNote *note)
{
  if (note->title != NULL)
    {
      g_free (event->title);
      event->title = g_strdup (note->title);
    }

  if (note->cover != NULL)
    {
      g_free (event->cover);
      event->cover = g_strdup (note->cover);
    }

  if (note->start_time > 0)
    {
      g_clear_pointer (&event->start_time, g_date_time_unref);
      event->start_time = g_date_time_new_from_unix_utc (note->start_time);
    }

  if (note->duration >= 0)
    event->duration = note->duration;

  event->plate_name = g_strdup (note->plate_name);
  event->plate_index = note->plate_index;
  event->grams = note->grams;
}

/* @note: (nullable): what my/tasks says of it
 * @now: s since the epoch
 */
void
watch_machine_tell_end (WatchMachine        *self,
                        WatchPrint          *print,
                        const WatchTaskNote *note,
                        gint64               now)
{
  WatchDevice *device = watch_machine_obtain_device (self, print->device_id);
  const WatchEventKind outcome = get_outcome (print, note);
  const gint64 end = note != NULL && note->end_time > 0 ? note->end_time : print->gone > 0 ? print->gone : now;
  WatchEvent *event = watch_machine_create_event (self, outcome, device, print, end);

  event->live = print->live;

  if (print->start_time > 0 && end > print->start_time)
    event->duration = MIN (end - print->start_time, G_MAXINT);

  if (note != NULL)
    add_details (event, note);

  if (outcome == WATCH_EVENT_FAILED || outcome == WATCH_EVENT_CANCELLED)
    {
      event->reason = print->reason;
      event->code = g_strdup (print->code);
    }

  watch_machine_add_ended (self, device, print->task_id);
  watch_machine_add_event (self, event, now);
}

static guint
find_gone (WatchMachine *self,
           const char   *id)
{
  guint i;

  for (i = 0; i < self->gone->len; i++)
    {
      const WatchPrint *print = g_ptr_array_index (self->gone, i);

      if (g_str_equal (print->task_id, id))
        break;
    }

  return i;
}

/* A print that no printer was seen with: it began and ended in between. */
static void
take_unseen (WatchMachine        *self,
             WatchDevice         *device,
             const WatchTaskNote *note,
             gint64               now)
{
  g_autoptr(WatchPrint) print = NULL;

  if (watch_device_has_ended (device, note->id) ||
      (watch_compare_ids (note->id, self->newest) <= 0 && !g_hash_table_contains (self->expected, note->id)))
    return;

  if (device->name == NULL)
    device->name = g_strdup (note->device_name);

  print = watch_print_new (device->id, note->id);
  print->outcome = WATCH_EVENT_STOPPED;
  watch_machine_tell_end (self, print, note, now);
}

static void
take_ended (WatchMachine        *self,
            const WatchTaskNote *note,
            gint64               now)
{
  const guint index = find_gone (self, note->id);
  WatchDevice *device;

  if (index < self->gone->len)
    {
      g_autoptr(WatchPrint) print = g_ptr_array_steal_index (self->gone, index);

      watch_machine_tell_end (self, print, note, now);
      return;
    }

  if (note->device_id == NULL)
    return;

  /* When it is asked for the first time, all that it holds is an old story. */
  if (self->newest == NULL)
    device = g_hash_table_lookup (self->devices, note->device_id);
  else
    device = watch_machine_obtain_device (self, note->device_id);

  if (device == NULL)
    return;

  if (device->print != NULL && g_strcmp0 (device->print->task_id, note->id) == 0)
    {
      g_autoptr(WatchPrint) print = g_steal_pointer (&device->print);

      print->outcome = WATCH_EVENT_STOPPED;
      watch_machine_tell_end (self, print, note, now);
    }
  else if (self->newest == NULL)
    {
      watch_machine_add_ended (self, device, note->id);
    }
  else
    {
      take_unseen (self, device, note, now);
    }
}

/* What has not ended yet is expected to, whether a printer is seen with it or not. An answer that does not know the newest yet
 * says nothing of them.
 */
static void
take_expected (WatchMachine        *self,
               const WatchTaskNote *notes,
               guint                n_notes)
{
  g_autoptr(GHashTable) before = g_steal_pointer (&self->expected);
  GHashTableIter iter;
  gpointer id;

  self->expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_notes; i++)
    {
      if (has_ended (&notes[i]))
        continue;

      g_hash_table_add (self->expected, g_strdup (notes[i].id));
      self->serial += !g_hash_table_contains (before, notes[i].id);
    }

  g_hash_table_iter_init (&iter, before);

  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (n_notes == 0 || watch_compare_ids (id, notes[0].id) > 0)
        g_hash_table_add (self->expected, g_strdup (id));
    }

  self->serial += g_hash_table_size (self->expected) != g_hash_table_size (before);
}

static void
take_newest (WatchMachine        *self,
             const WatchTaskNote *notes,
             guint                n_notes)
{
  self->serial += self->newest == NULL;

  if (self->newest == NULL)
    self->newest = g_strdup ("0");

  for (guint i = 0; i < n_notes; i++)
    {
      if (watch_compare_ids (notes[i].id, self->newest) > 0)
        {
          g_free (self->newest);
          self->newest = g_strdup (notes[i].id);
          self->serial++;
        }
    }
}

static const WatchTaskNote *
find_note (const WatchTaskNote *notes,
           guint                n_notes,
           const char          *id)
{
  for (guint i = 0; i < n_notes; i++)
    {
      if (g_str_equal (notes[i].id, id))
        return &notes[i];
    }

  return NULL;
}

/* What the printers know no more of, and my/tasks does not say how it ended: what is known must do at some time. */
static void
give_up (WatchMachine        *self,
         const WatchTaskNote *notes,
         guint                n_notes,
         gint64               asked,
         gint64               now)
{
  for (guint i = 0; i < self->gone->len; i++)
    {
      WatchPrint *print = g_ptr_array_index (self->gone, i);
      const WatchTaskNote *note = find_note (notes, n_notes, print->task_id);

      if (asked < print->gone_arrived ||
          (!print->ended && ++print->n_asked < (note != NULL ? MAX_ASKED : MAX_MISSED)))
        continue;

      watch_machine_tell_end (self, print, note, now);
      g_ptr_array_remove_index (self->gone, i--);
    }
}

gboolean
watch_machine_wants_tasks (WatchMachine *self)
{
  g_assert (self != NULL);

  return self->newest == NULL || self->gone->len > 0;
}

const char *
watch_machine_get_floor (WatchMachine *self)
{
  g_assert (self != NULL);

  return self->newest;
}

GPtrArray *
watch_machine_list_wanted (WatchMachine *self)
{
  GPtrArray *wanted;

  g_assert (self != NULL);

  wanted = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->gone->len; i++)
    {
      const WatchPrint *print = g_ptr_array_index (self->gone, i);

      g_ptr_array_add (wanted, g_strdup (print->device_id));
      g_ptr_array_add (wanted, g_strdup (print->task_id));
    }

  return wanted;
}

void
watch_machine_take_tasks (WatchMachine        *self,
                          const WatchTaskNote *notes,
                          guint                n_notes,
                          gint64               asked,
                          gint64               heard)
{
  g_assert (self != NULL);
  g_assert (notes != NULL || n_notes == 0);

  if (asked < self->tasks_asked)
    return;

  self->tasks_asked = asked;

  for (guint i = n_notes; i > 0; i--)
    {
      if (has_ended (&notes[i - 1]))
        take_ended (self, &notes[i - 1], heard);
    }

  take_expected (self, notes, n_notes);
  take_newest (self, notes, n_notes);
  give_up (self, notes, n_notes, asked, heard);
}

/* Tells what the printers themselves said of how their prints ended. */
void
watch_machine_miss_tasks (WatchMachine *self,
                          gint64        heard)
{
  g_assert (self != NULL);

  for (guint i = 0; i < self->gone->len; i++)
    {
      WatchPrint *print = g_ptr_array_index (self->gone, i);

      if (!print->ended)
        continue;

      watch_machine_tell_end (self, print, NULL, heard);
      g_ptr_array_remove_index (self->gone, i--);
    }
}
