/* bambu-endpoints.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-account.h"
#include "bambu-camera-ticket.h"
#include "bambu-client.h"
#include "bambu-device.h"
#include "bambu-firmware.h"
#include "bambu-login.h"
#include "bambu-message.h"
#include "bambu-preset-detail.h"
#include "bambu-preset.h"
#include "bambu-profile.h"
#include "bambu-project.h"
#include "bambu-resource.h"
#include "bambu-task-detail.h"
#include "bambu-task.h"
#include "bambu-ticket.h"

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

/* my/tasks: a page of prints, newest first. @after: the last print of the page before, or NULL. @total: how many there are,
 * or -1; may be NULL.
 */
void bambu_client_get_tasks_async (BambuClient *self, const char *device_id, const char *after, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *bambu_client_get_tasks_finish (BambuClient *self, GAsyncResult *result, gint64 *total, GError **error);

/* user/task/{id}: FORBIDDEN is the rule, not an error to show. */
void bambu_client_get_task_async (BambuClient *self, const char *task_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
BambuTaskDetail *bambu_client_get_task_finish (BambuClient *self, GAsyncResult *result, GError **error);

/* POST my/task: @task from bambu_task_create_order(), or a file of the user’s. The new task’s id; empty where not told. */
void bambu_client_create_task_async (BambuClient *self, GBytes *task, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *bambu_client_create_task_finish (BambuClient *self, GAsyncResult *result, GError **error);

/* my/messages: a page of messages, newest first. */
void bambu_client_get_messages_async (BambuClient *self, BambuMessageKind kind, const char *after, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *bambu_client_get_messages_finish (BambuClient *self, GAsyncResult *result, GError **error);

void bambu_client_get_ticket_async (BambuClient *self, const char *ticket_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
BambuTicket *bambu_client_get_ticket_finish (BambuClient *self, GAsyncResult *result, GError **error);

/* user/refreshtoken: FORBIDDEN where the cloud does not renew it (it does not): time to sign in again, no sign-out. */
void bambu_client_refresh_token_async (BambuClient *self, const char *refresh_token, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
BambuCredentials *bambu_client_refresh_token_finish (BambuClient *self, GAsyncResult *result, GError **error);

/* slicer/resource: the slicer itself first, then what there is of @type, such as "slicer/plugins/cloud", for @version. */
void bambu_client_get_resources_async (BambuClient *self, const char *type, const char *version, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *bambu_client_get_resources_finish (BambuClient *self, GAsyncResult *result, GError **error);

/* POST slicer/setting: @preset as the cloud wants it. The new preset’s id. */
void bambu_client_create_preset_async (BambuClient *self, GBytes *preset, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *bambu_client_create_preset_finish (BambuClient *self, GAsyncResult *result, GError **error);

void bambu_client_delete_preset_async (BambuClient *self, const char *setting_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean bambu_client_delete_preset_finish (BambuClient *self, GAsyncResult *result, GError **error);

/* user/device/version */
void bambu_client_get_firmware_async (BambuClient *self, const char *device_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
BambuFirmware *bambu_client_get_firmware_finish (BambuClient *self, GAsyncResult *result, GError **error);

/* PATCH user/device/info */
void bambu_client_rename_device_async (BambuClient *self, const char *device_id, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean bambu_client_rename_device_finish (BambuClient *self, GAsyncResult *result, GError **error);

/* POST user/ttcode */
void bambu_client_get_camera_ticket_async (BambuClient *self, const char *device_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
BambuCameraTicket *bambu_client_get_camera_ticket_finish (BambuClient *self, GAsyncResult *result, GError **error);

/* PUT user/notification: the file @file_name has been sent. */
void bambu_client_announce_upload_async (BambuClient *self, const char *file_name, const char *ticket, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean bambu_client_announce_upload_finish (BambuClient *self, GAsyncResult *result, GError **error);

/* GET user/notification: @action is "upload" or "import_mesh". @done: whether the cloud is through with it. */
void bambu_client_get_notification_async (BambuClient *self, const char *action, const char *ticket, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean bambu_client_get_notification_finish (BambuClient *self, GAsyncResult *result, gboolean *done, GError **error);

G_END_DECLS
