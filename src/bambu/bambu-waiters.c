/* bambu-waiters.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-waiters.h"

/* Several callers that wait for one request. Cancelling ends the wait of that caller alone, at once; when the last one
 * has left, nobody wants the request any more, and its owner is told.
 */

typedef struct
{
  BambuWaiters *waiters;
  GTask        *task;
  GSource      *cancelled;
} Waiter;

struct _BambuWaiters
{
  GPtrArray   *waiting;
  GSourceFunc  abandoned;
  gpointer     user_data;
};

static void
waiter_free (Waiter *waiter)
{
  if (waiter->cancelled != NULL)
    {
      g_source_destroy (waiter->cancelled);
      g_source_unref (waiter->cancelled);
    }

  g_clear_object (&waiter->task);
  g_free (waiter);
}

static gboolean
waiter_cancelled_cb (GCancellable *cancellable,
                     gpointer      user_data)
{
  Waiter *waiter = user_data;
  BambuWaiters *self = waiter->waiters;
  g_autoptr(GTask) task = g_object_ref (waiter->task);

  g_ptr_array_remove_fast (self->waiting, waiter);

  if (self->waiting->len == 0 && self->abandoned != NULL)
    self->abandoned (self->user_data);

  g_task_return_error_if_cancelled (task);

  return G_SOURCE_REMOVE;
}

/* Those who waited, taken out first: what they do with the result may make them wait again. */
static GPtrArray *
bambu_waiters_take (BambuWaiters *self)
{
  GPtrArray *waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify)waiter_free);

  return waiting;
}

/**
 * bambu_waiters_new:
 * @abandoned: (nullable): called when the last one has cancelled; it may free the waiters
 * @user_data: for @abandoned
 *
 * Returns: (transfer full): a place to wait in
 */
BambuWaiters *
bambu_waiters_new (GSourceFunc abandoned,
                   gpointer    user_data)
{
  BambuWaiters *self = g_new0 (BambuWaiters, 1);

  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify)waiter_free);
  self->abandoned = abandoned;
  self->user_data = user_data;

  return self;
}

/**
 * bambu_waiters_free:
 * @self: (transfer full): the waiters
 *
 * Frees the place. Those who still wait get %G_IO_ERROR_CANCELLED.
 */
void
bambu_waiters_free (BambuWaiters *self)
{
  g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nobody will answer any more");

  bambu_waiters_fail (self, error);
  g_ptr_array_unref (self->waiting);
  g_free (self);
}

/**
 * bambu_waiters_add:
 * @self: the waiters
 * @task: (transfer full): who waits; its cancellable ends its wait
 *
 * Lets one more wait.
 */
void
bambu_waiters_add (BambuWaiters *self,
                   GTask        *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  Waiter *waiter = g_new0 (Waiter, 1);

  waiter->waiters = self;
  waiter->task = task;
  g_ptr_array_add (self->waiting, waiter);

  if (cancellable != NULL)
    {
      waiter->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (waiter->cancelled, G_SOURCE_FUNC (waiter_cancelled_cb), waiter, NULL);
      g_source_attach (waiter->cancelled, g_task_get_context (task));
    }
}

/**
 * bambu_waiters_is_empty:
 * @self: the waiters
 *
 * Returns: whether nobody waits
 */
gboolean
bambu_waiters_is_empty (BambuWaiters *self)
{
  return self->waiting->len == 0;
}

/**
 * bambu_waiters_succeed:
 * @self: the waiters
 * @hand_over: gives the result to one of them
 * @result: what they waited for
 *
 * Ends the wait of all.
 */
void
bambu_waiters_succeed (BambuWaiters       *self,
                       BambuWaitersReturn  hand_over,
                       gpointer            result)
{
  g_autoptr(GPtrArray) waiting = bambu_waiters_take (self);

  for (guint i = 0; i < waiting->len; i++)
    {
      Waiter *waiter = g_ptr_array_index (waiting, i);

      hand_over (waiter->task, result);
    }
}

/**
 * bambu_waiters_fail:
 * @self: the waiters
 * @error: why there is no result
 *
 * Ends the wait of all with a copy of @error.
 */
void
bambu_waiters_fail (BambuWaiters *self,
                    const GError *error)
{
  g_autoptr(GPtrArray) waiting = bambu_waiters_take (self);

  for (guint i = 0; i < waiting->len; i++)
    {
      Waiter *waiter = g_ptr_array_index (waiting, i);

      g_task_return_error (waiter->task, g_error_copy (error));
    }
}
