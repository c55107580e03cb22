/* watch-observation.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-observation.h"

static gint64
get_seconds (GDateTime *time)
{
  return time != NULL ? g_date_time_to_unix (time) : 0;
}

/* A print that the cloud did not start has an id of 0 in the printer's own reports. */
static const char *
get_id (const char *id)
{
  return id != NULL && *id != '\0' && !g_str_equal (id, "0") ? id : NULL;
}

/* What @device holds now. @self is good for as long as it is not changed. */
void
watch_observation_init (WatchObservation *self,
                        BambuDevice      *device,
                        gint64            asked)
{
  g_assert (self != NULL);
  g_assert (BAMBU_IS_DEVICE (device));

  *self = (WatchObservation) {
    .device_id = bambu_device_get_id (device),
    .device_name = bambu_device_get_name (device),
    .asked = asked,
    .arrived = g_get_monotonic_time (),
    .heard = g_get_real_time () / G_USEC_PER_SEC,
    .online = bambu_device_get_online (device),
    .state = bambu_device_get_print_state (device),
    .task_id = get_id (bambu_device_get_task_id (device)),
    .title = bambu_device_get_task_name (device),
    .cover = bambu_device_get_thumbnail (device),
    .start_time = get_seconds (bambu_device_get_start_time (device)),
  };
}

/* @self is good for as long as @task is not changed. */
void
watch_task_note_init (WatchTaskNote *self,
                      BambuTask     *task)
{
  g_assert (self != NULL);
  g_assert (BAMBU_IS_TASK (task));

  *self = (WatchTaskNote) {
    .id = bambu_task_get_id (task),
    .device_id = bambu_task_get_device_id (task),
    .device_name = bambu_task_get_device_name (task),
    .title = bambu_task_get_title (task),
    .cover = bambu_task_get_cover (task),
    .plate_name = bambu_task_get_plate_name (task),
    .plate_index = bambu_task_get_plate_index (task),
    .state = bambu_task_get_state (task),
    .start_time = get_seconds (bambu_task_get_start_time (task)),
    .end_time = get_seconds (bambu_task_get_end_time (task)),
    .duration = bambu_task_get_duration (task),
    .grams = bambu_task_get_grams (task),
  };
}
