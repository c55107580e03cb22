/* platen-download.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-session.h"
#include "platen-cloud-file.h"

G_BEGIN_DECLS

typedef enum
{
  PLATEN_DOWNLOAD_STATE_STOPPED,  /* not begun, or stopped by the user; goes on where it was */
  PLATEN_DOWNLOAD_STATE_RUNNING,
  PLATEN_DOWNLOAD_STATE_FAILED,   /* may be tried again */
  PLATEN_DOWNLOAD_STATE_DONE,
} PlatenDownloadState;

#define PLATEN_TYPE_DOWNLOAD (platen_download_get_type ())

/* A file on its way from the cloud to where the user wants it. What is unfinished goes with it.
 *
 * Signal "changed": the state or the progress
 */
G_DECLARE_FINAL_TYPE (PlatenDownload, platen_download, PLATEN, DOWNLOAD, GObject)

PlatenDownload      *platen_download_new          (PlatenCloudFile *file,
                                                   GFile           *target);
GFile               *platen_download_get_target   (PlatenDownload  *self);
PlatenDownloadState  platen_download_get_state    (PlatenDownload  *self);
const char          *platen_download_get_message  (PlatenDownload  *self);
guint64              platen_download_get_received (PlatenDownload  *self);
guint64              platen_download_get_total    (PlatenDownload  *self);
void                 platen_download_start        (PlatenDownload  *self);
void                 platen_download_stop         (PlatenDownload  *self);

/* The downloads of a session, which go on when the page that began them has been left, and end with the session. */
PlatenDownload      *platen_downloads_lookup      (BambuSession    *session,
                                                   const char      *key);
void                 platen_downloads_set         (BambuSession    *session,
                                                   const char      *key,
                                                   PlatenDownload  *download);

G_END_DECLS
