/* watch-observation.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-observation.h"

#include <bambu-hms.h>
#include <bambu-stage.h>

/* What the printer says when somebody stops its print. */
static const char * const cancelled[] = { "0300_400C", "0500_400E", NULL };

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

static WatchReason
get_reason_of_code (const char *code)
{
  static const struct {
    const char  *code;
    WatchReason  reason;
  } reasons[] = {
    { "0300_4006", WATCH_REASON_NOZZLE },
    { "0300_8001", WATCH_REASON_USER },
    { "0300_8002", WATCH_REASON_FIRST_LAYER },
    { "0300_8004", WATCH_REASON_FILAMENT },
    { "0300_8005", WATCH_REASON_COVER },
    { "0300_8008", WATCH_REASON_TEMPERATURE },
    { "0300_8009", WATCH_REASON_TEMPERATURE },
  };

  if (code == NULL)
    return WATCH_REASON_UNKNOWN;

  if (g_strv_contains (cancelled, code))
    return WATCH_REASON_USER;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      if (g_str_equal (reasons[i].code, code))
        return reasons[i].reason;
    }

  /* One code for each AMS unit. */
  if (g_str_has_prefix (code, "07") && g_str_has_suffix (code, "_8011"))
    return WATCH_REASON_FILAMENT;

  return WATCH_REASON_UNKNOWN;
}

static WatchReason
get_reason_of_stage (BambuStage stage)
{
  static const struct {
    BambuStage  stage;
    WatchReason reason;
  } reasons[] = {
    { BAMBU_STAGE_PAUSED_BY_M400, WATCH_REASON_GCODE },
    { BAMBU_STAGE_FILAMENT_RAN_OUT, WATCH_REASON_FILAMENT },
    { BAMBU_STAGE_PAUSED_BY_USER, WATCH_REASON_USER },
    { BAMBU_STAGE_FRONT_COVER_FELL, WATCH_REASON_COVER },
    { BAMBU_STAGE_TEMPERATURE_FAULT, WATCH_REASON_TEMPERATURE },
    { BAMBU_STAGE_AMS_LOST, WATCH_REASON_AMS },
    { BAMBU_STAGE_PAUSED_BY_GCODE, WATCH_REASON_GCODE },
    { BAMBU_STAGE_FIRST_LAYER_FAULT, WATCH_REASON_FIRST_LAYER },
    { BAMBU_STAGE_NOZZLE_CLOGGED, WATCH_REASON_NOZZLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      if (reasons[i].stage == stage)
        return reasons[i].reason;
    }

  return WATCH_REASON_UNKNOWN;
}

/* The list holds the items for as long as it is not changed. */
static void
add_grave (WatchObservation *self,
           BambuDevice      *device)
{
  GListModel *hms = bambu_device_get_hms (device);
  const guint n_hms = g_list_model_get_n_items (hms);
  guint n_grave = 0;

  if (self->code != NULL && self->state == BAMBU_DEVICE_STATE_PRINTING && !g_strv_contains (cancelled, self->code))
    self->grave[n_grave++] = self->code;

  for (guint i = 0; i < n_hms && n_grave < WATCH_MAX_GRAVE; i++)
    {
      g_autoptr(BambuHms) entry = g_list_model_get_item (hms, i);
      const BambuHmsSeverity severity = bambu_hms_get_severity (entry);

      if (severity == BAMBU_HMS_SEVERITY_FATAL || severity == BAMBU_HMS_SEVERITY_SERIOUS)
        self->grave[n_grave++] = bambu_hms_get_code (entry);
    }
}

/* What only the printer itself tells. Whether it can be controlled is told with all the rest: before that, that nothing is wrong
 * with it has no meaning.
 */
static void
add_live (WatchObservation *self,
          BambuDevice      *device)
{
  self->live = TRUE;
  self->code = bambu_device_get_print_error (device);
  self->reason = get_reason_of_code (self->code);

  if (self->reason == WATCH_REASON_UNKNOWN && self->state == BAMBU_DEVICE_STATE_PAUSED)
    self->reason = get_reason_of_stage (bambu_device_get_stage (device));

  self->knows_grave = bambu_device_get_control (device) != BAMBU_CONTROL_UNKNOWN;

  if (self->knows_grave)
    add_grave (self, device);
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

  if (bambu_device_get_live (device))
    add_live (self, device);
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
