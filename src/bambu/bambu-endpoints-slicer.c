/* bambu-endpoints-slicer.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-endpoints-private.h"

#include "bambu-client-private.h"
#include "bambu-makers.h"

/**
 * bambu_client_get_resources_async:
 * @self: a #BambuClient
 * @type: (nullable): also what there is of this kind, such as "slicer/plugins/cloud"
 * @version: (nullable): the version to look from, in the form XX.YY.ZZ.WW
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Asks for what the slicer downloads: `GET slicer/resource?type=version`.
 */
void
bambu_client_get_resources_async (BambuClient         *self,
                                  const char          *type,
                                  const char          *version,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));

  bambu_endpoints_call (self, bambu_request_resources (type, version),
                        bambu_makers_resources, NULL, (GDestroyNotify)g_ptr_array_unref,
                        cancellable, callback, user_data);
}

/**
 * bambu_client_get_resources_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_get_resources_async().
 *
 * Returns: (transfer full) (nullable) (element-type BambuResource): the slicer itself first, then the others
 */
GPtrArray *
bambu_client_get_resources_finish (BambuClient   *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);

  return bambu_client_call_finish (self, result, error);
}

/**
 * bambu_client_create_preset_async:
 * @self: a #BambuClient
 * @preset: type, name, version, base_id and setting as a JSON object
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Makes a preset of the user’s own: `POST slicer/setting`.
 */
void
bambu_client_create_preset_async (BambuClient         *self,
                                  GBytes              *preset,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));
  g_return_if_fail (preset != NULL);

  bambu_endpoints_call (self, bambu_request_create_preset (preset),
                        bambu_makers_id, "setting_id", g_free,
                        cancellable, callback, user_data);
}

/**
 * bambu_client_create_preset_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_create_preset_async().
 *
 * Returns: (transfer full) (nullable): the new preset’s id; an empty text where the cloud does not tell it
 */
char *
bambu_client_create_preset_finish (BambuClient   *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);

  return bambu_client_call_finish (self, result, error);
}

/**
 * bambu_client_delete_preset_async:
 * @self: a #BambuClient
 * @setting_id: the id of one of the user’s own presets
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Removes a preset for good: `DELETE slicer/setting/{id}?version=`.
 */
void
bambu_client_delete_preset_async (BambuClient         *self,
                                  const char          *setting_id,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));
  g_return_if_fail (setting_id != NULL);

  bambu_endpoints_call (self, bambu_request_delete_preset (setting_id),
                        bambu_makers_done, NULL, g_free,
                        cancellable, callback, user_data);
}

/**
 * bambu_client_delete_preset_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_delete_preset_async().
 *
 * Returns: whether it is gone
 */
gboolean
bambu_client_delete_preset_finish (BambuClient   *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_autofree char *done = NULL;

  g_return_val_if_fail (BAMBU_IS_CLIENT (self), FALSE);

  done = bambu_client_call_finish (self, result, error);

  return done != NULL;
}

/**
 * bambu_client_announce_upload_async:
 * @self: a #BambuClient
 * @file_name: what the file was called
 * @ticket: the ticket that came with the address for the file
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Tells the cloud that a file has been sent: `PUT user/notification`.
 */
void
bambu_client_announce_upload_async (BambuClient         *self,
                                    const char          *file_name,
                                    const char          *ticket,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));
  g_return_if_fail (file_name != NULL);
  g_return_if_fail (ticket != NULL);

  bambu_endpoints_call (self, bambu_request_announce_upload (file_name, ticket),
                        bambu_makers_done, NULL, g_free,
                        cancellable, callback, user_data);
}

/**
 * bambu_client_announce_upload_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_announce_upload_async().
 *
 * Returns: whether the cloud took note
 */
gboolean
bambu_client_announce_upload_finish (BambuClient   *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_autofree char *done = NULL;

  g_return_val_if_fail (BAMBU_IS_CLIENT (self), FALSE);

  done = bambu_client_call_finish (self, result, error);

  return done != NULL;
}

/**
 * bambu_client_get_notification_async:
 * @self: a #BambuClient
 * @action: "upload" or "import_mesh"
 * @ticket: the ticket that it is about
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Asks how far the cloud is: `GET user/notification?action=&ticket=`.
 */
void
bambu_client_get_notification_async (BambuClient         *self,
                                     const char          *action,
                                     const char          *ticket,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));
  g_return_if_fail (action != NULL);
  g_return_if_fail (ticket != NULL);

  bambu_endpoints_call (self, bambu_request_notification (action, ticket),
                        bambu_makers_notification, NULL, g_free,
                        cancellable, callback, user_data);
}

/**
 * bambu_client_get_notification_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @done: (out): whether it is through
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_get_notification_async().
 *
 * Returns: whether the cloud told
 */
gboolean
bambu_client_get_notification_finish (BambuClient   *self,
                                      GAsyncResult  *result,
                                      gboolean      *done,
                                      GError       **error)
{
  g_autofree gboolean *through = NULL;

  g_return_val_if_fail (BAMBU_IS_CLIENT (self), FALSE);
  g_return_val_if_fail (done != NULL, FALSE);

  if (!(through = bambu_client_call_finish (self, result, error)))
    return FALSE;

  *done = *through;

  return TRUE;
}
