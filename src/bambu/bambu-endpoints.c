/* bambu-endpoints.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-endpoints-private.h"

#include "bambu-client-private.h"
#include "bambu-makers.h"

/* user/bind and user/print, asked together. */
typedef struct
{
  JsonNode *bind;
  JsonNode *prints;
  guint     pending;
} Devices;

static void
devices_free (Devices *devices)
{
  g_clear_pointer (&devices->bind, json_node_unref);
  g_clear_pointer (&devices->prints, json_node_unref);
  g_free (devices);
}

static void
join_devices (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Devices *devices = task_data;
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  g_task_return_pointer (task,
                         bambu_makers_join_devices (devices->bind, devices->prints, now),
                         (GDestroyNotify)g_ptr_array_unref);
}

static void
devices_joined_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;

  g_task_return_pointer (task,
                         g_task_propagate_pointer (G_TASK (result), NULL),
                         (GDestroyNotify)g_ptr_array_unref);
}

/* A task that runs in a thread may be the last to hold its source object there: so it gets none. */
static void
devices_settle (GTask *task)
{
  Devices *devices = g_task_get_task_data (task);
  g_autoptr(GTask) joining = NULL;

  if (--devices->pending > 0)
    return;

  joining = g_task_new (NULL, NULL, devices_joined_cb, g_object_ref (task));
  g_task_set_task_data (joining, devices, NULL);
  g_task_run_in_thread (joining, join_devices);
}

/* Without user/bind it is not known whose printers these are; without user/print it is merely not known what they print. */
static void
devices_bind_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Devices *devices = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  if ((devices->bind = bambu_client_call_finish (BAMBU_CLIENT (object), result, &error)))
    devices_settle (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
devices_prints_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Devices *devices = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  if (!(devices->prints = bambu_client_call_finish (BAMBU_CLIENT (object), result, &error)))
    g_debug ("What the printers do is not told: %s", error->message);

  devices_settle (task);
}

void
bambu_endpoints_call (BambuClient         *client,
                      BambuRequest        *request,
                      BambuMakeFunc        make,
                      const char          *make_data,
                      GDestroyNotify       result_free,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  bambu_client_call_async (client, request,
                           make, (gpointer)make_data, NULL,
                           result_free,
                           cancellable, callback, user_data);
  bambu_request_unref (request);
}

/* bambu_client_call_async(), with an answer that is kept under @name when something could be made of it. */
void
bambu_endpoints_call_and_keep (BambuClient         *client,
                               BambuRequest        *request,
                               BambuMakeFunc        make,
                               GDestroyNotify       result_free,
                               BambuCache          *cache,
                               const char          *name,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  bambu_client_call_async (client, request,
                           bambu_cache_make_and_save,
                           bambu_cache_making_new (cache, name, make),
                           (GDestroyNotify)bambu_cache_making_free,
                           result_free,
                           cancellable, callback, user_data);
}

/* Ended by bambu_client_get_devices_finish(). */
void
bambu_endpoints_get_devices_async (BambuClient         *client,
                                   BambuCache          *cache,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr(BambuRequest) bind = bambu_request_devices ();
  g_autoptr(BambuRequest) prints = bambu_request_prints ();
  g_autoptr(GTask) task = g_task_new (client, cancellable, callback, user_data);
  Devices *devices = g_new0 (Devices, 1);

  devices->pending = 2;
  g_task_set_source_tag (task, bambu_client_get_devices_async);
  g_task_set_task_data (task, devices, (GDestroyNotify)devices_free);

  bambu_endpoints_call_and_keep (client, bind, bambu_makers_node, (GDestroyNotify)json_node_unref, cache, "devices",
                                 cancellable, devices_bind_cb, g_object_ref (task));
  bambu_endpoints_call_and_keep (client, prints, bambu_makers_node, (GDestroyNotify)json_node_unref, cache, "prints",
                                 cancellable, devices_prints_cb, g_object_ref (task));
}

/**
 * bambu_client_get_devices_async:
 * @self: a #BambuClient
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Asks for the account's printers and what they print: `GET user/bind` and `GET user/print?force=true`, together. Where only
 * the second fails, the printers are told without what they print.
 */
void
bambu_client_get_devices_async (BambuClient         *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));

  bambu_endpoints_get_devices_async (self, NULL, cancellable, callback, user_data);
}

/**
 * bambu_client_get_devices_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_get_devices_async().
 *
 * Returns: (transfer full) (nullable) (element-type BambuDevice): the printers
 */
GPtrArray *
bambu_client_get_devices_finish (BambuClient   *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * bambu_client_get_account_async:
 * @self: a #BambuClient
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Asks for whose account it is: `GET my/preference`.
 */
void
bambu_client_get_account_async (BambuClient         *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));

  bambu_endpoints_call (self, bambu_request_account (),
                        bambu_makers_account, NULL, g_object_unref,
                        cancellable, callback, user_data);
}

/**
 * bambu_client_get_account_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_get_account_async().
 *
 * Returns: (transfer full) (nullable): the account
 */
BambuAccount *
bambu_client_get_account_finish (BambuClient   *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);

  return bambu_client_call_finish (self, result, error);
}

/**
 * bambu_client_get_prints_async:
 * @self: a #BambuClient
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Asks for what the printers do, in one request for all: `GET user/print?force=true`.
 */
void
bambu_client_get_prints_async (BambuClient         *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));

  bambu_endpoints_call (self, bambu_request_prints (),
                        bambu_makers_prints, NULL, (GDestroyNotify)g_ptr_array_unref,
                        cancellable, callback, user_data);
}

/**
 * bambu_client_get_prints_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_get_prints_async().
 *
 * Returns: (transfer full) (nullable) (element-type BambuDevice): devices that know no more than that
 */
GPtrArray *
bambu_client_get_prints_finish (BambuClient   *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);

  return bambu_client_call_finish (self, result, error);
}

/**
 * bambu_client_get_projects_async:
 * @self: a #BambuClient
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Asks for the account's projects, without their plates: `GET user/project`.
 */
void
bambu_client_get_projects_async (BambuClient         *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));

  bambu_endpoints_call (self, bambu_request_projects (),
                        bambu_makers_projects, NULL, (GDestroyNotify)g_ptr_array_unref,
                        cancellable, callback, user_data);
}

/**
 * bambu_client_get_projects_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_get_projects_async().
 *
 * Returns: (transfer full) (nullable) (element-type BambuProject): the projects
 */
GPtrArray *
bambu_client_get_projects_finish (BambuClient   *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);

  return bambu_client_call_finish (self, result, error);
}

/**
 * bambu_client_get_project_async:
 * @self: a #BambuClient
 * @project_id: its id
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Asks for a project with its profiles and plates: `GET user/project/{id}`.
 */
void
bambu_client_get_project_async (BambuClient         *self,
                                const char          *project_id,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));
  g_return_if_fail (project_id != NULL);

  bambu_endpoints_call (self, bambu_request_project (project_id),
                        bambu_makers_project, NULL, g_object_unref,
                        cancellable, callback, user_data);
}

/**
 * bambu_client_get_project_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_get_project_async().
 *
 * Returns: (transfer full) (nullable): the project
 */
BambuProject *
bambu_client_get_project_finish (BambuClient   *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);

  return bambu_client_call_finish (self, result, error);
}

/**
 * bambu_client_get_profile_async:
 * @self: a #BambuClient
 * @profile_id: its id
 * @model_id: the model that it is of
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Asks for a profile with its files: `GET user/profile/{id}?model_id=`.
 */
void
bambu_client_get_profile_async (BambuClient         *self,
                                const char          *profile_id,
                                const char          *model_id,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));
  g_return_if_fail (profile_id != NULL);
  g_return_if_fail (model_id != NULL);

  bambu_endpoints_call (self, bambu_request_profile (profile_id, model_id),
                        bambu_makers_profile, NULL, g_object_unref,
                        cancellable, callback, user_data);
}

/**
 * bambu_client_get_profile_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_get_profile_async().
 *
 * Returns: (transfer full) (nullable): the profile
 */
BambuProfile *
bambu_client_get_profile_finish (BambuClient   *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);

  return bambu_client_call_finish (self, result, error);
}

/**
 * bambu_client_get_presets_async:
 * @self: a #BambuClient
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Asks for the slicer presets of all three kinds: `GET slicer/setting?version=`.
 */
void
bambu_client_get_presets_async (BambuClient         *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));

  bambu_endpoints_call (self, bambu_request_presets (),
                        bambu_makers_presets, NULL, (GDestroyNotify)g_ptr_array_unref,
                        cancellable, callback, user_data);
}

/**
 * bambu_client_get_presets_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_get_presets_async().
 *
 * Returns: (transfer full) (nullable) (element-type BambuPreset): the presets, the user's own first within a kind
 */
GPtrArray *
bambu_client_get_presets_finish (BambuClient   *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);

  return bambu_client_call_finish (self, result, error);
}

/**
 * bambu_client_get_preset_async:
 * @self: a #BambuClient
 * @setting_id: its id
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Asks for everything that a preset sets: `GET slicer/setting/{id}?version=`.
 */
void
bambu_client_get_preset_async (BambuClient         *self,
                               const char          *setting_id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));
  g_return_if_fail (setting_id != NULL);

  bambu_endpoints_call (self, bambu_request_preset (setting_id),
                        bambu_makers_preset, NULL, g_object_unref,
                        cancellable, callback, user_data);
}

/**
 * bambu_client_get_preset_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_get_preset_async().
 *
 * Returns: (transfer full) (nullable): the preset
 */
BambuPresetDetail *
bambu_client_get_preset_finish (BambuClient   *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);

  return bambu_client_call_finish (self, result, error);
}
