/* watch-journal.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-journal.h"

#include "watch-memory.h"

struct _WatchJournal
{
  GObject       parent_instance;

  char         *path;        /* NULL where nothing is kept */
  WatchMachine *machine;     /* NULL until it is open */
  GPtrArray    *waiting;     /* of WatchEvent: to be handed out when they are written down */
  guint         n_written;   /* of these */
  guint         saved;       /* the machine's serial that is on disk, or on its way there */
  gboolean      saving;
  gboolean      has_failed;  /* to save, the last time */
  gboolean      held;
  gboolean      live_too;
  gboolean      forget;
  gboolean      closed;
  GTask        *closing;     /* until all is done */
};

enum
{
  EVENTS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WatchJournal, watch_journal, G_TYPE_OBJECT)

static void watch_journal_save (WatchJournal *self);

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  return g_date_time_compare (watch_event_get_time (*(WatchEvent **)a), watch_event_get_time (*(WatchEvent **)b));
}

static gboolean
watch_journal_may_hand_out (WatchJournal *self)
{
  if (self->closed || self->n_written == 0)
    return FALSE;

  if (!self->held || self->live_too)
    return !self->held;

  for (guint i = 0; i < self->n_written; i++)
    {
      if (watch_event_get_live (g_ptr_array_index (self->waiting, i)))
        return TRUE;
    }

  return FALSE;
}

/* Whoever is told may do anything: it is out of the list first. */
static void
watch_journal_hand_out (WatchJournal *self)
{
  g_autoptr(GPtrArray) events = NULL;

  if (!watch_journal_may_hand_out (self))
    return;

  events = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->n_written; i++)
    g_ptr_array_add (events, g_object_ref (g_ptr_array_index (self->waiting, i)));

  g_ptr_array_remove_range (self->waiting, 0, self->n_written);
  self->n_written = 0;
  g_ptr_array_sort (events, compare_times);
  g_signal_emit (self, signals[EVENTS], 0, events);
}

static void
removed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (watch_memory_remove_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Nothing is being written any more. */
static void
watch_journal_finish_closing (WatchJournal *self)
{
  GTask *task = g_steal_pointer (&self->closing);

  if (self->forget && self->path != NULL)
    {
      watch_memory_remove_async (self->path, removed_cb, task);
      return;
    }

  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(WatchJournal) self = user_data;
  g_autoptr(GError) error = NULL;

  self->saving = FALSE;

  /* A full disk does not keep anybody from being told. It is said once. */
  if (!watch_memory_save_finish (result, &error) && !self->has_failed)
    g_warning ("What happened is not written down: %s", error->message);

  self->has_failed = error != NULL;

  /* What came in the meantime belongs to it. */
  watch_journal_save (self);

  if (!self->saving)
    watch_journal_hand_out (self);
}

static void
watch_journal_save (WatchJournal *self)
{
  guint serial;

  if (self->saving)
    return;

  serial = self->machine != NULL ? watch_machine_get_serial (self->machine) : self->saved;

  if (serial != self->saved && !self->forget && self->path != NULL)
    {
      self->saving = TRUE;
      self->saved = serial;
      self->n_written = self->waiting->len;
      watch_memory_save_async (self->path, watch_memory_write (self->machine), saved_cb, g_object_ref (self));
      return;
    }

  self->n_written = self->waiting->len;

  if (self->closing != NULL)
    watch_journal_finish_closing (self);
}

static void
watch_journal_finalize (GObject *object)
{
  WatchJournal *self = (WatchJournal *)object;

  g_clear_pointer (&self->machine, watch_machine_free);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (watch_journal_parent_class)->finalize (object);
}

static void
watch_journal_class_init (WatchJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = watch_journal_finalize;

  signals[EVENTS] =
    g_signal_new ("events",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
watch_journal_init (WatchJournal *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

WatchJournal *
watch_journal_new (const char *path)
{
  WatchJournal *self = g_object_new (WATCH_TYPE_JOURNAL, NULL);

  self->path = g_strdup (path);

  return self;
}

static void
watch_journal_begin (WatchJournal *self,
                     WatchMachine *machine)
{
  self->machine = machine;
  self->saved = watch_machine_get_serial (machine);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(WatchMachine) machine = NULL;
  g_autoptr(GError) error = NULL;
  WatchJournal *self = g_task_get_source_object (task);

  machine = watch_memory_load_finish (result, &error);

  if (g_task_return_error_if_cancelled (task))
    return;

  if (machine == NULL)
    {
      g_warning ("%s cannot be read: %s", self->path, error->message);
      machine = watch_machine_new ();
    }

  watch_journal_begin (self, g_steal_pointer (&machine));
  g_task_return_boolean (task, TRUE);
}

void
watch_journal_open_async (WatchJournal        *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_assert (WATCH_IS_JOURNAL (self));
  g_assert (self->machine == NULL);

  g_task_set_source_tag (task, watch_journal_open_async);

  if (self->path != NULL)
    {
      watch_memory_load_async (self->path, cancellable, loaded_cb, g_steal_pointer (&task));
      return;
    }

  watch_journal_begin (self, watch_machine_new ());
  g_task_return_boolean (task, TRUE);
}

gboolean
watch_journal_open_finish (WatchJournal  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_assert (g_task_is_valid (result, self));

  return g_task_propagate_boolean (G_TASK (result), error);
}

WatchMachine *
watch_journal_get_machine (WatchJournal *self)
{
  g_assert (WATCH_IS_JOURNAL (self));

  return self->machine;
}

void
watch_journal_settle (WatchJournal *self)
{
  g_autoptr(GPtrArray) events = NULL;

  g_assert (WATCH_IS_JOURNAL (self));
  g_assert (self->machine != NULL);

  events = watch_machine_take_events (self->machine);

  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (self->waiting, g_object_ref (g_ptr_array_index (events, i)));

  watch_journal_save (self);

  if (!self->saving)
    watch_journal_hand_out (self);
}

void
watch_journal_hold (WatchJournal *self,
                    gboolean      hold,
                    gboolean      live_too)
{
  g_assert (WATCH_IS_JOURNAL (self));

  self->held = hold;
  self->live_too = live_too;

  if (!self->saving)
    watch_journal_hand_out (self);
}

void
watch_journal_told (WatchJournal *self,
                    WatchEvent   *event)
{
  g_assert (WATCH_IS_JOURNAL (self));

  if (self->machine == NULL)
    return;

  watch_machine_told (self->machine, watch_event_get_id (event));
  watch_journal_save (self);
}

gboolean
watch_journal_remind (WatchJournal *self,
                      const char   *device_id,
                      const char   *print)
{
  g_assert (WATCH_IS_JOURNAL (self));

  if (self->machine == NULL || self->closed || !watch_machine_remind (self->machine, device_id, print))
    return FALSE;

  watch_journal_save (self);

  return TRUE;
}

/* Whether all that is known is on disk, and has been handed out. */
gboolean
watch_journal_is_settled (WatchJournal *self)
{
  g_assert (WATCH_IS_JOURNAL (self));

  return self->machine != NULL && !self->saving && self->waiting->len == 0;
}

void
watch_journal_close_async (WatchJournal        *self,
                           gboolean             forget,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_assert (WATCH_IS_JOURNAL (self));
  g_assert (!self->closed);

  self->closed = TRUE;
  self->forget = forget;
  self->closing = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->closing, watch_journal_close_async);
  watch_journal_save (self);
}

gboolean
watch_journal_close_finish (WatchJournal  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_assert (g_task_is_valid (result, self));

  return g_task_propagate_boolean (G_TASK (result), error);
}
