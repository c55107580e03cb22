/* bambu-upload-job.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-progress.h"

G_BEGIN_DECLS

/* The part of an upload that blocks. */
void     bambu_upload_job_run_async  (GFile                *file,
                                      GUri                 *uri,
                                      GTlsDatabase         *database,
                                      BambuProgress        *progress,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean bambu_upload_job_run_finish (GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
