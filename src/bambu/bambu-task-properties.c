/* bambu-task-properties.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-task-private.h"

/**
 * bambu_task_get_id:
 * @self: a #BambuTask
 *
 * Returns: (transfer none): its id
 */
const char *
bambu_task_get_id (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), NULL);

  return bambu_item_get_id (BAMBU_ITEM (self));
}

/**
 * bambu_task_get_title:
 * @self: a #BambuTask
 *
 * Returns: (transfer none) (nullable): what is printed
 */
const char *
bambu_task_get_title (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), NULL);

  return self->title;
}

/**
 * bambu_task_get_design_title:
 * @self: a #BambuTask
 *
 * Returns: (transfer none) (nullable): the published design that it is of
 */
const char *
bambu_task_get_design_title (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), NULL);

  return self->design_title;
}

/**
 * bambu_task_get_cover:
 * @self: a #BambuTask
 *
 * Returns: (transfer none) (nullable): the address of its picture, which expires
 */
const char *
bambu_task_get_cover (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), NULL);

  return self->cover;
}

/**
 * bambu_task_get_start_time:
 * @self: a #BambuTask
 *
 * Returns: (transfer none) (nullable): when it began
 */
GDateTime *
bambu_task_get_start_time (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), NULL);

  return self->start_time;
}

/**
 * bambu_task_get_end_time:
 * @self: a #BambuTask
 *
 * Returns: (transfer none) (nullable): when it ended; %NULL unless it has
 */
GDateTime *
bambu_task_get_end_time (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), NULL);

  return self->end_time;
}

/**
 * bambu_task_get_duration:
 * @self: a #BambuTask
 *
 * Returns: how long it took, in seconds; -1 unless it has ended
 */
int
bambu_task_get_duration (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), -1);

  return self->duration;
}

/**
 * bambu_task_get_estimate:
 * @self: a #BambuTask
 *
 * Returns: the slicer’s estimate for the whole job, in seconds; -1 where that is not told
 */
int
bambu_task_get_estimate (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), -1);

  return self->estimate;
}

/**
 * bambu_task_get_grams:
 * @self: a #BambuTask
 *
 * Returns: the slicer’s estimate for the whole job, in grams; -1 where that is not told
 */
double
bambu_task_get_grams (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), -1);

  return self->grams;
}

/**
 * bambu_task_get_meters:
 * @self: a #BambuTask
 *
 * Returns: the slicer’s estimate for the whole job, in metres; -1 where that is not told
 */
double
bambu_task_get_meters (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), -1);

  return self->meters;
}

/**
 * bambu_task_get_plate_index:
 * @self: a #BambuTask
 *
 * Returns: which plate, from 1; -1 where that is not told
 */
int
bambu_task_get_plate_index (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), -1);

  return self->plate_index;
}

/**
 * bambu_task_get_plate_name:
 * @self: a #BambuTask
 *
 * Returns: (transfer none) (nullable): what the plate is called
 */
const char *
bambu_task_get_plate_name (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), NULL);

  return self->plate_name;
}

/**
 * bambu_task_get_device_id:
 * @self: a #BambuTask
 *
 * Returns: (transfer none) (nullable): the serial number of the printer
 */
const char *
bambu_task_get_device_id (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), NULL);

  return self->device_id;
}

/**
 * bambu_task_get_device_name:
 * @self: a #BambuTask
 *
 * Returns: (transfer none) (nullable): what the printer was called
 */
const char *
bambu_task_get_device_name (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), NULL);

  return self->device_name;
}

/**
 * bambu_task_get_device_model:
 * @self: a #BambuTask
 *
 * Returns: (transfer none) (nullable): the printer’s model
 */
const char *
bambu_task_get_device_model (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), NULL);

  return self->device_model;
}

/**
 * bambu_task_get_profile_id:
 * @self: a #BambuTask
 *
 * Returns: (transfer none) (nullable): the profile that it is of
 */
const char *
bambu_task_get_profile_id (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), NULL);

  return self->profile_id;
}

/**
 * bambu_task_get_model_id:
 * @self: a #BambuTask
 *
 * Returns: (transfer none) (nullable): the model that it is of
 */
const char *
bambu_task_get_model_id (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), NULL);

  return self->model_id;
}

/**
 * bambu_task_get_design_id:
 * @self: a #BambuTask
 *
 * Returns: (transfer none) (nullable): the published design that it is of; %NULL where there is none
 */
const char *
bambu_task_get_design_id (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), NULL);

  return self->design_id;
}

/**
 * bambu_task_get_mode:
 * @self: a #BambuTask
 *
 * Returns: (transfer none) (nullable): where the file came from, such as "cloud_file"
 */
const char *
bambu_task_get_mode (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), NULL);

  return self->mode;
}

/**
 * bambu_task_get_bed_type:
 * @self: a #BambuTask
 *
 * Returns: (transfer none) (nullable): the plate that was on the bed, such as "textured_plate"
 */
const char *
bambu_task_get_bed_type (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), NULL);

  return self->bed_type;
}

/**
 * bambu_task_get_use_ams:
 * @self: a #BambuTask
 *
 * Returns: whether the filament came from an AMS
 */
gboolean
bambu_task_get_use_ams (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), FALSE);

  return self->use_ams;
}

/**
 * bambu_task_get_repeatable:
 * @self: a #BambuTask
 *
 * Returns: whether the cloud knows all that it takes to print it again
 */
gboolean
bambu_task_get_repeatable (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), FALSE);

  return self->repeatable;
}

/**
 * bambu_task_get_filaments:
 * @self: a #BambuTask
 *
 * Returns: (transfer none): what it was printed with, of #BambuTaskFilament
 */
GListModel *
bambu_task_get_filaments (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), NULL);

  return G_LIST_MODEL (self->filaments);
}

/**
 * bambu_task_get_state:
 * @self: a #BambuTask
 *
 * Returns: what became of it; an end within a minute of the start means that it still prints
 */
BambuTaskState
bambu_task_get_state (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), BAMBU_TASK_STATE_UNKNOWN);

  return self->state;
}

/**
 * bambu_task_get_json:
 * @self: a #BambuTask
 *
 * Returns: (transfer none): what the cloud told of it, a JSON object
 */
GBytes *
bambu_task_get_json (BambuTask *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK (self), NULL);

  return self->json;
}
