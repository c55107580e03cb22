/* bambu-session-details.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-session-private.h"

#include "bambu-preset-loader.h"

/**
 * bambu_session_load_project_async:
 * @self: a #BambuSession
 * @project: a project of the session's list
 * @renew: whether to ask the cloud in any case, since an address in it has expired
 * @cancellable: (nullable): ends this caller's wait, and the request when it was the last
 * @callback: called when the project has its detail
 * @user_data: for @callback
 *
 * Fills a project's profiles, plates and addresses: `GET user/project/{id}`. What is in memory or on disk serves while the
 * project's update_time is the one that it was told with. Calls that overlap share one request; at most four
 * run at once, the one asked for last first.
 */
void
bambu_session_load_project_async (BambuSession        *self,
                                  BambuProject        *project,
                                  gboolean             renew,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (BAMBU_IS_SESSION (self));
  g_return_if_fail (BAMBU_IS_PROJECT (project));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_session_load_project_async);
  bambu_project_loader_load (self->project_loader, project, renew, task);
}

/**
 * bambu_session_load_project_finish:
 * @self: a #BambuSession
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_session_load_project_async().
 *
 * Returns: whether the project has its detail
 */
gboolean
bambu_session_load_project_finish (BambuSession  *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * bambu_session_recall_project_async:
 * @self: a #BambuSession
 * @project: a project of the session's list
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Fills a project's profiles, plates and addresses as bambu_session_load_project_async() does, but from memory or disk alone.
 */
void
bambu_session_recall_project_async (BambuSession        *self,
                                    BambuProject        *project,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (BAMBU_IS_SESSION (self));
  g_return_if_fail (BAMBU_IS_PROJECT (project));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, bambu_session_recall_project_async);
  bambu_project_loader_recall (self->project_loader, project, task);
}

/**
 * bambu_session_recall_project_finish:
 * @self: a #BambuSession
 * @result: what the callback got
 * @error: where to say why not; %BAMBU_ERROR_NOT_FOUND
 *
 * Ends bambu_session_recall_project_async().
 *
 * Returns: whether the project has its detail
 */
gboolean
bambu_session_recall_project_finish (BambuSession  *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * bambu_session_load_preset_async:
 * @self: a #BambuSession
 * @preset: a preset of the session's list
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Asks for everything that a preset sets: `GET slicer/setting/{id}?version=`. Where the cloud cannot be reached, the answer is
 * the one that was kept last.
 */
void
bambu_session_load_preset_async (BambuSession        *self,
                                 BambuPreset         *preset,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (BAMBU_IS_SESSION (self));
  g_return_if_fail (BAMBU_IS_PRESET (preset));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_session_load_preset_async);
  bambu_preset_loader_load (self->client, self->cache, preset, task);
}

/**
 * bambu_session_load_preset_finish:
 * @self: a #BambuSession
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_session_load_preset_async().
 *
 * Returns: (transfer full) (nullable): what the preset sets
 */
BambuPresetDetail *
bambu_session_load_preset_finish (BambuSession  *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
