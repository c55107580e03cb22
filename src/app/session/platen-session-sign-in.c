/* platen-session-sign-in.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-session-manager-private.h"

static void
sign_in_open_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  PlatenSessionManager *self = g_task_get_source_object (task);
  PlatenSessionStep *step = g_task_get_task_data (task);
  GError *error = NULL;

  if (!bambu_session_open_finish (BAMBU_SESSION (object), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (step->storage == PLATEN_SESSION_STORAGE_KEYRING)
    {
      /* It is there once the keyring has taken it. */
      step->storage = PLATEN_SESSION_STORAGE_RUN;
      platen_session_manager_adopt (self, step);
      platen_session_manager_keep (self, step->credentials);
    }
  else
    {
      platen_session_manager_adopt (self, step);
    }

  g_task_return_boolean (task, TRUE);
}

/**
 * platen_session_manager_sign_in_async:
 * @self: a session manager
 * @client: what the user signed in with
 * @credentials: what that yielded
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when the session is there
 * @user_data: passed to @callback
 *
 * Makes a session of fresh credentials: asks the cloud whose they are, takes the place of a session that there
 * was, and has the keyring keep them. A keyring that does not is a matter for the notice.
 */
void
platen_session_manager_sign_in_async (PlatenSessionManager *self,
                                      BambuClient          *client,
                                      BambuCredentials     *credentials,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data)
{
  g_autoptr(GTask) task = NULL;
  PlatenSessionStep *step;

  g_return_if_fail (PLATEN_IS_SESSION_MANAGER (self));
  g_return_if_fail (BAMBU_IS_CLIENT (client));
  g_return_if_fail (credentials != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  step = platen_session_step_new (self,
                                  client,
                                  credentials,
                                  platen_session_manager_get_demo_cloud (self) != NULL ? PLATEN_SESSION_STORAGE_DEMO
                                                                                       : PLATEN_SESSION_STORAGE_KEYRING);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, platen_session_manager_sign_in_async);
  g_task_set_task_data (task, step, (GDestroyNotify) platen_session_step_free);

  bambu_session_open_async (step->session, NULL, cancellable, sign_in_open_cb, g_object_ref (task));
}

/**
 * platen_session_manager_sign_in_finish:
 * @self: a session manager
 * @result: the result
 * @error: where to say why there is no session
 *
 * Errors: those of bambu_session_open_finish(); %BAMBU_ERROR_SIGNED_OUT where the cloud does not know the token.
 *
 * Returns: whether the user is signed in
 */
gboolean
platen_session_manager_sign_in_finish (PlatenSessionManager  *self,
                                       GAsyncResult          *result,
                                       GError               **error)
{
  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
