/* bambu-transfer-job.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-progress.h"

G_BEGIN_DECLS

/* BambuTransferJob: what the worker threads of a transfer share. A run that was cancelled may still be on its way out when
 * the next one begins. Reference counted.
 */
typedef struct _BambuTransferJob BambuTransferJob;

BambuTransferJob *bambu_transfer_job_new   (GFile             *file,
                                            const char        *md5,
                                            GTlsDatabase      *database,
                                            BambuProgress     *progress);
BambuTransferJob *bambu_transfer_job_ref   (BambuTransferJob  *job);
void              bambu_transfer_job_unref (BambuTransferJob  *job);
gboolean          bambu_transfer_job_run   (BambuTransferJob  *job,
                                            const char        *address,
                                            gboolean           replace,
                                            GCancellable      *cancellable,
                                            GError           **error);

G_END_DECLS
