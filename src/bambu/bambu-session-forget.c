/* bambu-session-forget.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-session-private.h"

#include "bambu-pictures-private.h"

/* What the thread needs, so that the session itself stays out of it. */
typedef struct
{
  BambuCache        *cache;     /* nullable */
  BambuPictureStore *pictures;  /* nullable */
} Forgetting;

static void
forgetting_free (Forgetting *forgetting)
{
  g_clear_object (&forgetting->cache);
  g_clear_object (&forgetting->pictures);
  g_free (forgetting);
}

static void
forget_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Forgetting *forgetting = task_data;

  /* In this order: the pictures' folder stands in the account's. */
  if (forgetting->pictures != NULL)
    bambu_picture_store_forget (forgetting->pictures);

  if (forgetting->cache != NULL)
    bambu_cache_forget (forgetting->cache);

  g_task_return_boolean (task, TRUE);
}

static void
bambu_session_forgotten_cb (GObject      *object,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;

  g_task_return_boolean (task, g_task_propagate_boolean (G_TASK (result), NULL));
}

/**
 * bambu_session_forget_async:
 * @self: a #BambuSession
 * @callback: called when nothing is left
 * @user_data: for @callback
 *
 * Deletes everything that was kept of the account, pictures too. Nothing is kept of it any more afterwards, not even of
 * requests that are under way.
 */
void
bambu_session_forget_async (BambuSession        *self,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  BambuPictureStore *pictures;
  Forgetting *forgetting;
  GTask *forgotten;

  g_return_if_fail (BAMBU_IS_SESSION (self));

  pictures = bambu_pictures_get_store (self->pictures);
  forgetting = g_new0 (Forgetting, 1);
  forgetting->cache = self->cache != NULL ? g_object_ref (self->cache) : NULL;
  forgetting->pictures = pictures != NULL ? g_object_ref (pictures) : NULL;
  forgotten = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (forgotten, bambu_session_forget_async);

  task = g_task_new (NULL, NULL, bambu_session_forgotten_cb, forgotten);
  g_task_set_task_data (task, forgetting, (GDestroyNotify)forgetting_free);
  g_task_run_in_thread (task, forget_in_thread);
}

/**
 * bambu_session_forget_finish:
 * @self: a #BambuSession
 * @result: what the callback got
 * @error: where to say why not
 *
 * Ends bambu_session_forget_async().
 *
 * Returns: whether everything is deleted
 */
gboolean
bambu_session_forget_finish (BambuSession  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
