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
  GPtrArray    *waiting;
  GCancellable *request;    /* of the request that is under way; NULL without one */
  GSourceFunc   abandoned;
  gpointer      user_data;
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

  if (self->waiting->len == 0 && self->request != NULL)
    g_cancellable_cancel (self->request);

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
  g_clear_object (&self->request);
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
 * bambu_waiters_join:
 * @self: the waiters
 * @task: (transfer full): who waits; its cancellable ends its wait
 *
 * Lets one more wait for the request that all share. It is cancelled when the last one has left; who comes after that wants
 * another.
 *
 * Returns: (transfer none) (nullable): the cancellable of the request that the caller is now to make; %NULL where one is
 *   under way
 */
GCancellable *
bambu_waiters_join (BambuWaiters *self,
                    GTask        *task)
{
  bambu_waiters_add (self, task);

  /* One that nobody waited for any more may still be on its way out. */
  if (self->request != NULL && g_cancellable_is_cancelled (self->request))
    g_clear_object (&self->request);

  if (self->request != NULL)
    return NULL;

  return self->request = g_cancellable_new ();
}

/**
 * bambu_waiters_is_busy:
 * @self: the waiters
 *
 * Returns: whether a request that they share is under way
 */
gboolean
bambu_waiters_is_busy (BambuWaiters *self)
{
  return self->request != NULL;
}

/**
 * bambu_waiters_is_current:
 * @self: the waiters
 * @request: the cancellable of a request that has been answered
 *
 * Returns: whether it is the one they wait for, and not one that was given up
 */
gboolean
bambu_waiters_is_current (BambuWaiters *self,
                          GCancellable *request)
{
  return self->request == request;
}

/**
 * bambu_waiters_end_request:
 * @self: the waiters
 *
 * Takes note that the request is through: who joins from here on wants another. Those who wait are told by
 * bambu_waiters_settle().
 */
void
bambu_waiters_end_request (BambuWaiters *self)
{
  g_clear_object (&self->request);
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

static void
hand_over_true (GTask    *task,
                gpointer  result)
{
  g_task_return_boolean (task, TRUE);
}

/**
 * bambu_waiters_settle:
 * @self: the waiters
 * @error: (nullable): why it did not work
 *
 * Ends the wait of all who wait for no more than that something is done: with %TRUE, or a copy of @error.
 */
void
bambu_waiters_settle (BambuWaiters *self,
                      const GError *error)
{
  if (error != NULL)
    bambu_waiters_fail (self, error);
  else
    bambu_waiters_succeed (self, hand_over_true, NULL);
}
