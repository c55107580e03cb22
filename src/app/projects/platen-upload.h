/* platen-upload.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-session.h"
#include "bambu-upload.h"

G_BEGIN_DECLS

typedef enum
{
  PLATEN_UPLOAD_STATE_WAITING,
  PLATEN_UPLOAD_STATE_RUNNING,
  PLATEN_UPLOAD_STATE_FAILED,
  PLATEN_UPLOAD_STATE_DONE,
} PlatenUploadState;

#define PLATEN_TYPE_UPLOAD (platen_upload_get_type ())

/* A 3MF file on its way into the cloud. Signal "changed": the state, the step or the progress */
G_DECLARE_FINAL_TYPE (PlatenUpload, platen_upload, PLATEN, UPLOAD, GObject)

PlatenUpload      *platen_upload_new            (BambuClient  *client,
                                                 GFile        *file);
const char        *platen_upload_get_name       (PlatenUpload *self);
PlatenUploadState  platen_upload_get_state      (PlatenUpload *self);
BambuUploadStep    platen_upload_get_step       (PlatenUpload *self);
double             platen_upload_get_progress   (PlatenUpload *self);
const char        *platen_upload_get_project_id (PlatenUpload *self);
const char        *platen_upload_get_message    (PlatenUpload *self);
void               platen_upload_start          (PlatenUpload *self);
void               platen_upload_cancel         (PlatenUpload *self);

G_END_DECLS
