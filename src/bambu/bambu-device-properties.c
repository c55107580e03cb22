/* bambu-device-properties.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-device-private.h"

/**
 * bambu_device_get_id:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none): its serial number, the cloud's `dev_id`
 */
const char *
bambu_device_get_id (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return bambu_item_get_id (BAMBU_ITEM (self));
}

/**
 * bambu_device_get_state:
 * @self: a #BambuDevice
 *
 * Returns: what it does; a word that is not known here is %BAMBU_DEVICE_STATE_UNKNOWN
 */
BambuDeviceState
bambu_device_get_state (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), BAMBU_DEVICE_STATE_UNKNOWN);

  return self->state;
}

/**
 * bambu_device_get_print_state:
 * @self: a #BambuDevice
 *
 * Tells what a printer that is offline was doing when the cloud heard it last; otherwise as bambu_device_get_state().
 *
 * Returns: what it does or did; never %BAMBU_DEVICE_STATE_OFFLINE
 */
BambuDeviceState
bambu_device_get_print_state (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), BAMBU_DEVICE_STATE_UNKNOWN);

  return bambu_device_state_from_status (self->status);
}

/**
 * bambu_device_get_name:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): what its owner calls it
 */
const char *
bambu_device_get_name (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->name;
}

/**
 * bambu_device_get_model_code:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the cloud's code of its model, such as "BL-P001"
 */
const char *
bambu_device_get_model_code (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->model_code;
}

/**
 * bambu_device_get_model_name:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): its model, such as "X1 Carbon"
 */
const char *
bambu_device_get_model_name (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->model_name;
}

/**
 * bambu_device_get_access_code:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the code that lets programs in the same network in; a secret
 */
const char *
bambu_device_get_access_code (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->access_code;
}

/**
 * bambu_device_get_nozzle_diameter:
 * @self: a #BambuDevice
 *
 * Returns: in mm; 0 where that is not told
 */
double
bambu_device_get_nozzle_diameter (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), -1);

  return self->nozzle_diameter;
}

/**
 * bambu_device_get_structure:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): how it is built, such as "CoreXY"
 */
const char *
bambu_device_get_structure (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->structure;
}

/**
 * bambu_device_get_online:
 * @self: a #BambuDevice
 *
 * Returns: whether the cloud hears it
 */
gboolean
bambu_device_get_online (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), FALSE);

  return self->online;
}

/**
 * bambu_device_get_task_id:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the print's task
 */
const char *
bambu_device_get_task_id (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->task_id;
}

/**
 * bambu_device_get_task_name:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): what is printed
 */
const char *
bambu_device_get_task_name (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->task_name;
}

/**
 * bambu_device_get_model_id:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the model that is printed
 */
const char *
bambu_device_get_model_id (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->model_id;
}

/**
 * bambu_device_get_project_id:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the project that is printed
 */
const char *
bambu_device_get_project_id (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->project_id;
}

/**
 * bambu_device_get_profile_id:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the profile that is printed
 */
const char *
bambu_device_get_profile_id (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->profile_id;
}

/**
 * bambu_device_get_thumbnail:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the address of the plate's picture
 */
const char *
bambu_device_get_thumbnail (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->thumbnail;
}

/**
 * bambu_device_get_start_time:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): when the print began
 */
GDateTime *
bambu_device_get_start_time (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->start_time;
}

/**
 * bambu_device_get_prediction:
 * @self: a #BambuDevice
 *
 * Returns: the slicer's estimate for the whole print, in seconds; -1 where that is not told
 */
int
bambu_device_get_prediction (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), -1);

  return self->prediction;
}

/**
 * bambu_device_get_progress:
 * @self: a #BambuDevice
 *
 * Returns: how far the print is, in percent from 0 to 100; -1 where that is not told
 */
int
bambu_device_get_progress (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), -1);

  return self->progress;
}

/**
 * bambu_device_get_status:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the cloud's own word for what it does, such as "RUNNING"
 */
const char *
bambu_device_get_status (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->status;
}

/**
 * bambu_device_get_has_print:
 * @self: a #BambuDevice
 *
 * Returns: whether it prints, prepares to, or is paused in a print
 */
gboolean
bambu_device_get_has_print (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), FALSE);

  return self->has_print;
}

/**
 * bambu_device_get_needs_attention:
 * @self: a #BambuDevice
 *
 * Returns: whether it is paused, or its last print failed
 */
gboolean
bambu_device_get_needs_attention (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), FALSE);

  return self->needs_attention;
}

/**
 * bambu_device_get_time_left:
 * @self: a #BambuDevice
 *
 * Returns: seconds to the print's end, as of the last answer; -1 where that is not known
 */
int
bambu_device_get_time_left (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), -1);

  return self->time_left;
}

/**
 * bambu_device_get_end_time:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): when the print should be done; %NULL while that cannot be told
 */
GDateTime *
bambu_device_get_end_time (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->end_time;
}

/**
 * bambu_device_get_last_seen:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): when the cloud last heard it, as far as this program has seen
 */
GDateTime *
bambu_device_get_last_seen (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->last_seen;
}

/**
 * bambu_device_get_firmware_version:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the firmware that is installed, once bambu_session_check_firmware_async() has asked
 */
const char *
bambu_device_get_firmware_version (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->firmware_version;
}

/**
 * bambu_device_get_firmware_newest:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the newest firmware that the cloud offers for it
 */
const char *
bambu_device_get_firmware_newest (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->firmware_newest;
}

/**
 * bambu_device_get_firmware_update:
 * @self: a #BambuDevice
 *
 * Returns: whether there is newer firmware, for it or for one of its AMS units
 */
gboolean
bambu_device_get_firmware_update (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), FALSE);

  return self->firmware_update;
}

/**
 * bambu_device_get_firmware:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): all that is known of its firmware, with release notes; %NULL until it was asked for
 */
BambuFirmware *
bambu_device_get_firmware (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->firmware;
}
