/* bambu-endpoints.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-account.h"
#include "bambu-client.h"
#include "bambu-device.h"
#include "bambu-preset-detail.h"
#include "bambu-preset.h"
#include "bambu-profile.h"
#include "bambu-project.h"

G_BEGIN_DECLS

/* The typed calls, one a request of bambu-request.h. Lists are (transfer full) (element-type …) GPtrArrays that free
 * their elements. All objects are new: a session merges them into its own.
 */
void               bambu_client_get_account_async   (BambuClient *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
BambuAccount      *bambu_client_get_account_finish  (BambuClient *self, GAsyncResult *result, GError **error);

/* user/bind and user/print?force=true together: each device has both parts. */
void               bambu_client_get_devices_async   (BambuClient *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray         *bambu_client_get_devices_finish  (BambuClient *self, GAsyncResult *result, GError **error);

/* user/print?force=true alone: devices that know only their print part. */
void               bambu_client_get_prints_async    (BambuClient *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray         *bambu_client_get_prints_finish   (BambuClient *self, GAsyncResult *result, GError **error);

void               bambu_client_get_projects_async  (BambuClient *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray         *bambu_client_get_projects_finish (BambuClient *self, GAsyncResult *result, GError **error);

void               bambu_client_get_project_async   (BambuClient *self, const char *project_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
BambuProject      *bambu_client_get_project_finish  (BambuClient *self, GAsyncResult *result, GError **error);

void               bambu_client_get_profile_async   (BambuClient *self, const char *profile_id, const char *model_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
BambuProfile      *bambu_client_get_profile_finish  (BambuClient *self, GAsyncResult *result, GError **error);

void               bambu_client_get_presets_async   (BambuClient *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray         *bambu_client_get_presets_finish  (BambuClient *self, GAsyncResult *result, GError **error);

void               bambu_client_get_preset_async    (BambuClient *self, const char *setting_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
BambuPresetDetail *bambu_client_get_preset_finish   (BambuClient *self, GAsyncResult *result, GError **error);

G_END_DECLS
