/* platen-cloud-file.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-client.h"
#include "bambu-project.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_CLOUD_FILE (platen_cloud_file_get_type ())

/* A file that the cloud has of a project, and how to ask anew where it is: addresses expire. */
G_DECLARE_FINAL_TYPE (PlatenCloudFile, platen_cloud_file, PLATEN, CLOUD_FILE, GObject)

PlatenCloudFile *platen_cloud_file_new_project  (BambuClient          *client,
                                                 BambuProject         *project);
PlatenCloudFile *platen_cloud_file_new_profile  (BambuClient          *client,
                                                 BambuProfile         *profile,
                                                 const char           *model_id);
PlatenCloudFile *platen_cloud_file_new          (BambuClient          *client,
                                                 BambuProfile         *profile,
                                                 const char           *model_id,
                                                 BambuFile            *file);
BambuClient     *platen_cloud_file_get_client   (PlatenCloudFile      *self);
const char      *platen_cloud_file_get_key      (PlatenCloudFile      *self);
const char      *platen_cloud_file_get_name     (PlatenCloudFile      *self);
const char      *platen_cloud_file_get_dir      (PlatenCloudFile      *self);
const char      *platen_cloud_file_get_uri      (PlatenCloudFile      *self);
const char      *platen_cloud_file_get_md5      (PlatenCloudFile      *self);
void             platen_cloud_file_renew_async  (PlatenCloudFile      *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean         platen_cloud_file_renew_finish (PlatenCloudFile      *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

G_END_DECLS
