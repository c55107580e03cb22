/* bambu-upload.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-client.h"

G_BEGIN_DECLS

/**
 * BambuUploadStep:
 * @BAMBU_UPLOAD_STEP_NONE: not begun
 * @BAMBU_UPLOAD_STEP_CHECK: the file is looked at
 * @BAMBU_UPLOAD_STEP_CREATE: a project is made in the cloud
 * @BAMBU_UPLOAD_STEP_SEND: the file is sent
 * @BAMBU_UPLOAD_STEP_ANNOUNCE: the cloud is told that the file is there
 * @BAMBU_UPLOAD_STEP_WAIT: the cloud reads the file
 * @BAMBU_UPLOAD_STEP_DONE: the project is complete
 *
 * How far an upload is; where it failed, the step that did.
 */
typedef enum
{
  BAMBU_UPLOAD_STEP_NONE,
  BAMBU_UPLOAD_STEP_CHECK,
  BAMBU_UPLOAD_STEP_CREATE,
  BAMBU_UPLOAD_STEP_SEND,
  BAMBU_UPLOAD_STEP_ANNOUNCE,
  BAMBU_UPLOAD_STEP_WAIT,
  BAMBU_UPLOAD_STEP_DONE,
} BambuUploadStep;

#define BAMBU_TYPE_UPLOAD_STEP (bambu_upload_step_get_type ())
#define BAMBU_TYPE_UPLOAD      (bambu_upload_get_type ())

/* BambuUpload: a 3MF file on its way to become a project. To be run once.
 *
 * Properties, read-only and notified in the main context that ran it:
 *   "step"        BambuUploadStep
 *   "progress"    double   of sending, 0 to 1
 *   "project-id"  string   the project, as soon as the cloud has made it; NULL
 */
G_DECLARE_FINAL_TYPE (BambuUpload, bambu_upload, BAMBU, UPLOAD, GObject)

GType            bambu_upload_step_get_type  (void);

/* @name: what to call the project; NULL for the file's name without its ending */
BambuUpload     *bambu_upload_new            (BambuClient          *client,
                                              GFile                *file,
                                              const char           *name);
const char      *bambu_upload_get_name       (BambuUpload          *self);
BambuUploadStep  bambu_upload_get_step       (BambuUpload          *self);
double           bambu_upload_get_progress   (BambuUpload          *self);
const char      *bambu_upload_get_project_id (BambuUpload          *self);

/* Fails with a message that says which step it was, and whether an empty project was left behind in the cloud, which no
 * program can delete: "project-id" is set then, and it is in the list of projects. Refresh that in either case.
 */
void             bambu_upload_run_async      (BambuUpload          *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean         bambu_upload_run_finish     (BambuUpload          *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
