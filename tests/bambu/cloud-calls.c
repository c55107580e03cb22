/* cloud-calls.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-error.h"
#include "cloud-calls.h"

#define IOT "/v1/iot-service/api"
#define USER "/v1/user-service"

static void
start_rename (BambuClient         *client,
              const char          *subject,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  bambu_client_rename_device_async (client, subject, "Büro \"1\" <b>", cancellable, callback, user_data);
}

static gpointer
finish_rename (BambuClient   *client,
               GAsyncResult  *result,
               GError       **error)
{
  return GINT_TO_POINTER (bambu_client_rename_device_finish (client, result, error));
}

static void
check_rename (CallFixture *self,
              gpointer     made)
{
  g_autoptr(JsonNode) root = test_cloud_get (self->cloud, IOT "/user/bind");
  JsonArray *devices = json_object_get_array_member (json_node_get_object (root), "devices");

  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (devices, 0), "name"), ==,
                   "Büro \"1\" <b>");
}

static void
check_firmware (CallFixture *self,
                gpointer     made)
{
  BambuFirmware *firmware = made;
  g_autoptr(BambuFirmware) unit = g_list_model_get_item (bambu_firmware_get_units (firmware), 1);

  g_assert_cmpstr (bambu_firmware_get_device_id (firmware), ==, self->device);
  g_assert_true (bambu_firmware_get_update (firmware));
  g_assert_cmpint (bambu_firmware_compare (bambu_firmware_get_newest (firmware),
                                           bambu_firmware_get_version (firmware)), >, 0);
  g_assert_nonnull (strstr (bambu_firmware_get_notes (firmware), bambu_firmware_get_newest (firmware)));
  g_assert_true (bambu_firmware_get_update (unit));
  g_assert_false (bambu_firmware_get_forced (firmware));
}

static void
check_camera (CallFixture *self,
              gpointer     made)
{
  g_assert_nonnull (bambu_camera_ticket_get_code (made));
  g_assert_nonnull (bambu_camera_ticket_get_password (made));
  g_assert_nonnull (bambu_camera_ticket_get_key (made));
}

static void
check_credentials (CallFixture *self,
                   gpointer     made)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  g_assert_cmpstr (bambu_credentials_get_token (made), ==, "newer");
  g_assert_cmpstr (bambu_credentials_get_refresh_token (made), ==, "newest");
  g_assert_cmpint (g_date_time_difference (bambu_credentials_get_expires (made), now) / G_TIME_SPAN_DAY, >, 300);
}

static void
start_tasks (BambuClient         *client,
             const char          *subject,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  bambu_client_get_tasks_async (client, subject, NULL, 3, cancellable, callback, user_data);
}

static gpointer
finish_tasks (BambuClient   *client,
              GAsyncResult  *result,
              GError       **error)
{
  gint64 total;
  GPtrArray *tasks = bambu_client_get_tasks_finish (client, result, &total, error);

  if (tasks != NULL && tasks->len > 0)
    g_assert_cmpint (total, >=, -1);

  return tasks;
}

static void
check_tasks (CallFixture *self,
             gpointer     made)
{
  GPtrArray *tasks = made;

  g_assert_cmpuint (tasks->len, ==, 3);

  for (guint i = 0; i < tasks->len; i++)
    {
      BambuTask *task = tasks->pdata[i];

      g_assert_cmpstr (bambu_task_get_device_id (task), ==, self->device);
      g_assert_nonnull (bambu_task_get_title (task));
      g_assert_cmpuint (g_list_model_get_n_items (bambu_task_get_filaments (task)), >, 0);
      g_assert_nonnull (bambu_task_get_json (task));
      g_assert_true (i == 0 || g_date_time_compare (bambu_task_get_start_time (tasks->pdata[i - 1]),
                                                    bambu_task_get_start_time (task)) > 0);
    }
}

static void
check_task (CallFixture *self,
            gpointer     made)
{
  g_assert_cmpstr (bambu_task_detail_get_name (made), ==, "Gear box");
  g_assert_cmpstr (bambu_task_detail_get_project_id (made), ==, "7");
}

static void
start_create_task (BambuClient         *client,
                   const char          *subject,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  g_autofree char *text = NULL;
  g_autoptr(GBytes) task = NULL;

  text = g_strdup_printf ("{\"modelId\":\"US1\",\"title\":\"x\",\"cover\":\"\",\"deviceId\":\"%s\",\"plateIndex\":1,"
                          "\"profileId\":2,\"mode\":\"cloud_file\"}", subject);
  task = g_bytes_new (text, strlen (text));
  bambu_client_create_task_async (client, task, cancellable, callback, user_data);
}

static void
check_id (CallFixture *self,
          gpointer     made)
{
  g_assert_cmpstr (made, !=, "");
}

static void
start_messages (BambuClient         *client,
                const char          *subject,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  bambu_client_get_messages_async (client, BAMBU_MESSAGE_KIND_COMMENT, NULL, 3, cancellable, callback, user_data);
}

static void
check_messages (CallFixture *self,
                gpointer     made)
{
  GPtrArray *messages = made;

  g_assert_cmpuint (messages->len, ==, 3);

  for (guint i = 0; i < messages->len; i++)
    {
      g_assert_cmpint (bambu_message_get_kind (messages->pdata[i]), ==, BAMBU_MESSAGE_KIND_COMMENT);
      g_assert_nonnull (bambu_message_get_sender_name (messages->pdata[i]));
      g_assert_nonnull (bambu_message_get_text (messages->pdata[i]));
    }
}

static void
start_resources (BambuClient         *client,
                 const char          *subject,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  bambu_client_get_resources_async (client, subject, "01.01.00.00", cancellable, callback, user_data);
}

static void
check_resources (CallFixture *self,
                 gpointer     made)
{
  GPtrArray *resources = made;

  g_assert_cmpuint (resources->len, ==, 2);
  g_assert_true (bambu_resource_get_software (resources->pdata[0]));
  g_assert_nonnull (bambu_resource_get_notes (resources->pdata[0]));
  g_assert_cmpstr (bambu_resource_get_kind (resources->pdata[1]), ==, "slicer/plugins/cloud");
  g_assert_cmpstr (bambu_resource_get_version (resources->pdata[1]), ==, "01.01.00.11");
}

static void
check_ticket (CallFixture *self,
              gpointer     made)
{
  g_assert_cmpstr (bambu_ticket_get_id (made), ==, "10233");
  g_assert_nonnull (bambu_ticket_get_title (made));
  g_assert_nonnull (bambu_ticket_get_created (made));
  g_assert_cmpuint (g_list_model_get_n_items (bambu_ticket_get_values (made)), ==, 4);
}

static void
start_create_preset (BambuClient         *client,
                     const char          *subject,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autofree char *text = NULL;
  g_autoptr(GBytes) preset = NULL;

  text = g_strdup_printf ("{\"type\":\"%s\",\"name\":\"Mine\",\"version\":\"1.0.0.0\",\"base_id\":\"GP001\","
                          "\"setting\":{\"layer_height\":\"0.1\"}}", subject);
  preset = g_bytes_new (text, strlen (text));
  bambu_client_create_preset_async (client, preset, cancellable, callback, user_data);
}

static gpointer
finish_delete_preset (BambuClient   *client,
                      GAsyncResult  *result,
                      GError       **error)
{
  return GINT_TO_POINTER (bambu_client_delete_preset_finish (client, result, error));
}

static void
start_notification (BambuClient         *client,
                    const char          *subject,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  bambu_client_get_notification_async (client, "upload", subject, cancellable, callback, user_data);
}

static gpointer
finish_notification (BambuClient   *client,
                     GAsyncResult  *result,
                     GError       **error)
{
  gboolean done = -1;

  if (!bambu_client_get_notification_finish (client, result, &done, error))
    return NULL;

  return g_strdup (done ? "done" : "at work");
}

static void
check_notification (CallFixture *self,
                    gpointer     made)
{
  g_assert_cmpstr (made, ==, "done");
}

static void
start_announce (BambuClient         *client,
                const char          *subject,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  bambu_client_announce_upload_async (client, "gear \"box\".3mf", subject, cancellable, callback, user_data);
}

static gpointer
finish_announce (BambuClient   *client,
                 GAsyncResult  *result,
                 GError       **error)
{
  return GINT_TO_POINTER (bambu_client_announce_upload_finish (client, result, error));
}

#define FINISH(func) ((gpointer (*) (BambuClient *, GAsyncResult *, GError **))func)
#define FREE(func) ((GDestroyNotify)func)

const CloudCall cloud_calls[N_CLOUD_CALLS] = {
  { "rename", "PATCH", IOT "/user/device/info", NULL, "nothing", BAMBU_ERROR_FORBIDDEN, FALSE, NULL,
    start_rename, finish_rename, check_rename, NULL },
  { "firmware", "GET", IOT "/user/device/version", NULL, "nothing", BAMBU_ERROR_FORBIDDEN, TRUE, NULL,
    bambu_client_get_firmware_async, FINISH (bambu_client_get_firmware_finish), check_firmware, g_object_unref },
  { "camera", "POST", IOT "/user/ttcode", NULL, "nothing", BAMBU_ERROR_FORBIDDEN, TRUE, NULL,
    bambu_client_get_camera_ticket_async, FINISH (bambu_client_get_camera_ticket_finish), check_camera,
    FREE (bambu_camera_ticket_unref) },
  { "refresh-token", "POST", USER "/user/refreshtoken", "demo", "demo", BAMBU_ERROR_FORBIDDEN, TRUE,
    "{\"accessToken\": \"newer\", \"refreshToken\": \"newest\", \"expiresIn\": 29501294, \"refreshExpiresIn\": 29501294}",
    bambu_client_refresh_token_async, FINISH (bambu_client_refresh_token_finish), check_credentials,
    FREE (bambu_credentials_unref) },
  { "tasks", "GET", USER "/my/tasks", NULL, NULL, 0, FALSE, NULL,
    start_tasks, finish_tasks, check_tasks, FREE (g_ptr_array_unref) },
  { "task", "GET", IOT "/user/task/7", "7", "7", BAMBU_ERROR_FORBIDDEN, FALSE,
    "{\"message\": \"success\", \"code\": null, \"error\": null, \"name\": \"Gear box\", \"project_id\": 7, \"est\": null}",
    bambu_client_get_task_async, FINISH (bambu_client_get_task_finish), check_task, g_object_unref },
  { "create-task", "POST", USER "/my/task", NULL, "nothing", BAMBU_ERROR_FORBIDDEN, FALSE, "{\"id\": 17}",
    start_create_task, FINISH (bambu_client_create_task_finish), check_id, g_free },
  { "messages", "GET", USER "/my/messages", NULL, NULL, 0, FALSE, NULL,
    start_messages, FINISH (bambu_client_get_messages_finish), check_messages, FREE (g_ptr_array_unref) },
  { "resources", "GET", IOT "/slicer/resource", "slicer/plugins/cloud", NULL, 0, FALSE, NULL,
    start_resources, FINISH (bambu_client_get_resources_finish), check_resources, FREE (g_ptr_array_unref) },
  { "ticket", "GET", USER "/my/ticket/10233", "10233", "1/../10233", BAMBU_ERROR_NOT_FOUND, FALSE, NULL,
    bambu_client_get_ticket_async, FINISH (bambu_client_get_ticket_finish), check_ticket, g_object_unref },
  { "create-preset", "POST", IOT "/slicer/setting", "print", "nozzle", BAMBU_ERROR_BAD_REQUEST, FALSE, NULL,
    start_create_preset, FINISH (bambu_client_create_preset_finish), check_id, g_free },
  { "delete-preset", "DELETE", IOT "/slicer/setting/PF1", "PF1", "PF1", BAMBU_ERROR_NOT_FOUND, FALSE,
    "{\"message\": \"success\", \"code\": null, \"error\": null}",
    bambu_client_delete_preset_async, finish_delete_preset, NULL, NULL },
  { "notification", "GET", IOT "/user/notification", "t1", "nothing", BAMBU_ERROR_NOT_FOUND, FALSE,
    "{\"message\": \"success\", \"code\": null, \"error\": null}",
    start_notification, finish_notification, check_notification, g_free },
  { "announce", "PUT", IOT "/user/notification", "t1", "nothing", BAMBU_ERROR_NOT_FOUND, FALSE,
    "{\"message\": \"success\", \"code\": null, \"error\": null}",
    start_announce, finish_announce, NULL, NULL },
};
