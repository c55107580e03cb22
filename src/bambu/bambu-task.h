/* bambu-task.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-item.h"
#include "bambu-task-filament.h"

G_BEGIN_DECLS

/**
 * BambuTaskState:
 * @BAMBU_TASK_STATE_UNKNOWN: a status that is not known here
 * @BAMBU_TASK_STATE_CREATED: waits to be printed
 * @BAMBU_TASK_STATE_RUNNING: is being printed
 * @BAMBU_TASK_STATE_FINISHED: was printed to its end
 * @BAMBU_TASK_STATE_STOPPED: failed or was aborted; the cloud does not tell these apart
 *
 * What became of a print.
 */
typedef enum
{
  BAMBU_TASK_STATE_UNKNOWN,
  BAMBU_TASK_STATE_CREATED,
  BAMBU_TASK_STATE_RUNNING,
  BAMBU_TASK_STATE_FINISHED,
  BAMBU_TASK_STATE_STOPPED,
} BambuTaskState;

#define BAMBU_TYPE_TASK_STATE (bambu_task_state_get_type ())
#define BAMBU_TYPE_TASK       (bambu_task_get_type ())

/* One print, as my/tasks tells it. Properties (read-only) as the getters. */
G_DECLARE_FINAL_TYPE (BambuTask, bambu_task, BAMBU, TASK, BambuItem)

GType           bambu_task_state_get_type   (void);

const char     *bambu_task_get_id           (BambuTask *self);
BambuTaskState  bambu_task_get_state        (BambuTask *self);
const char     *bambu_task_get_title        (BambuTask *self);
const char     *bambu_task_get_design_title (BambuTask *self);
const char     *bambu_task_get_cover        (BambuTask *self);  /* address of a picture; expires */
GDateTime      *bambu_task_get_start_time   (BambuTask *self);
GDateTime      *bambu_task_get_end_time     (BambuTask *self);  /* NULL unless it has ended */
int             bambu_task_get_duration     (BambuTask *self);  /* s it really took; -1 unless it has ended */
int             bambu_task_get_estimate     (BambuTask *self);  /* s, the slicer's, of the whole job; -1 not told */
double          bambu_task_get_grams        (BambuTask *self);  /* the slicer's, of the whole job; -1 not told */
double          bambu_task_get_meters       (BambuTask *self);  /* the slicer's, of the whole job; -1 not told */
int             bambu_task_get_plate_index  (BambuTask *self);  /* from 1; -1 not told */
const char     *bambu_task_get_plate_name   (BambuTask *self);
const char     *bambu_task_get_device_id    (BambuTask *self);
const char     *bambu_task_get_device_name  (BambuTask *self);
const char     *bambu_task_get_device_model (BambuTask *self);
const char     *bambu_task_get_profile_id   (BambuTask *self);
const char     *bambu_task_get_model_id     (BambuTask *self);
const char     *bambu_task_get_design_id    (BambuTask *self);  /* NULL where it is of no published design */
const char     *bambu_task_get_mode         (BambuTask *self);  /* "cloud_file" */
const char     *bambu_task_get_bed_type     (BambuTask *self);  /* "textured_plate" */
gboolean        bambu_task_get_use_ams      (BambuTask *self);
gboolean        bambu_task_get_repeatable   (BambuTask *self);  /* "print again" has a chance */
GListModel     *bambu_task_get_filaments    (BambuTask *self);  /* of BambuTaskFilament */

/* The cloud's own text about it, for export; not on a page that was kept on disk: there what was kept of it. */
GBytes         *bambu_task_get_json         (BambuTask *self);  /* (transfer none) */

/* What bambu_client_create_task_async() sends to print it again on @device_id: the task without what belongs to the
 * print that was. NULL where it is not repeatable.
 */
GBytes         *bambu_task_create_order     (BambuTask  *self,
                                             const char *device_id);

G_END_DECLS
