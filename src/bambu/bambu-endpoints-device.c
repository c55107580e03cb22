/* bambu-endpoints-device.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-endpoints-private.h"

#include "bambu-client-private.h"
#include "bambu-makers.h"

/**
 * bambu_client_get_firmware_async:
 * @self: a #BambuClient
 * @device_id: the serial number of a printer
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Asks for the firmware that a printer has and could have: `GET user/device/version?dev_id=`.
 */
void
bambu_client_get_firmware_async (BambuClient         *self,
                                 const char          *device_id,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));
  g_return_if_fail (device_id != NULL);

  bambu_endpoints_call (self, bambu_request_firmware (device_id),
                        bambu_makers_firmware, NULL, g_object_unref,
                        cancellable, callback, user_data);
}

/**
 * bambu_client_get_firmware_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_get_firmware_async().
 *
 * Returns: (transfer full) (nullable): the firmware
 */
BambuFirmware *
bambu_client_get_firmware_finish (BambuClient   *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);

  return bambu_client_call_finish (self, result, error);
}

/**
 * bambu_client_rename_device_async:
 * @self: a #BambuClient
 * @device_id: the serial number of a printer
 * @name: what to call it
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Calls a printer something else: `PATCH user/device/info`.
 */
void
bambu_client_rename_device_async (BambuClient         *self,
                                  const char          *device_id,
                                  const char          *name,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));
  g_return_if_fail (device_id != NULL);
  g_return_if_fail (name != NULL);

  bambu_endpoints_call (self, bambu_request_rename_device (device_id, name),
                        bambu_makers_done, NULL, g_free,
                        cancellable, callback, user_data);
}

/**
 * bambu_client_rename_device_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_rename_device_async().
 *
 * Returns: whether the cloud did it
 */
gboolean
bambu_client_rename_device_finish (BambuClient   *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_autofree char *done = NULL;

  g_return_val_if_fail (BAMBU_IS_CLIENT (self), FALSE);

  done = bambu_client_call_finish (self, result, error);

  return done != NULL;
}

/**
 * bambu_client_get_camera_ticket_async:
 * @self: a #BambuClient
 * @device_id: the serial number of a printer
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Asks for what opens a printer’s camera: `POST user/ttcode`. It is a secret.
 */
void
bambu_client_get_camera_ticket_async (BambuClient         *self,
                                      const char          *device_id,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));
  g_return_if_fail (device_id != NULL);

  bambu_endpoints_call (self, bambu_request_camera_ticket (device_id),
                        bambu_makers_camera_ticket, NULL, (GDestroyNotify)bambu_camera_ticket_unref,
                        cancellable, callback, user_data);
}

/**
 * bambu_client_get_camera_ticket_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_get_camera_ticket_async().
 *
 * Returns: (transfer full) (nullable): the ticket
 */
BambuCameraTicket *
bambu_client_get_camera_ticket_finish (BambuClient   *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);

  return bambu_client_call_finish (self, result, error);
}
