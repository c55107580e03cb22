/* bambu-requests.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-json-text.h"
#include "bambu-request-private.h"

/* Older than whatever there is. */
#define FIRST_VERSION "01.00.00.00"

static void
add_page (BambuRequest *self,
          const char   *after,
          guint         limit)
{
  if (after != NULL)
    bambu_request_add_query (self, "after", after);

  if (limit > 0)
    {
      g_autofree char *text = g_strdup_printf ("%u", limit);

      bambu_request_add_query (self, "limit", text);
    }
}

/* @members: names and texts in turn. */
static void
take_texts (BambuRequest       *self,
            const char * const *members)
{
  bambu_request_take_body (self, bambu_json_text_object (members));
}

/**
 * bambu_request_account:
 *
 * `GET my/preference`: who is signed in.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_account (void)
{
  return bambu_request_new (BAMBU_HOST_API, "GET", "/v1/design-user-service/my/preference");
}

/**
 * bambu_request_devices:
 *
 * `GET user/bind`: the printers of the account.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_devices (void)
{
  return bambu_request_new (BAMBU_HOST_API, "GET", "/v1/iot-service/api/user/bind");
}

/**
 * bambu_request_prints:
 *
 * `GET user/print?force=true`: what each printer is doing.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_prints (void)
{
  BambuRequest *self = bambu_request_new (BAMBU_HOST_API, "GET", "/v1/iot-service/api/user/print");

  bambu_request_add_query (self, "force", "true");

  return self;
}

/**
 * bambu_request_projects:
 *
 * `GET user/project`: the account's projects, without their plates.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_projects (void)
{
  return bambu_request_new (BAMBU_HOST_API, "GET", "/v1/iot-service/api/user/project");
}

/**
 * bambu_request_project:
 * @project_id: a project's id
 *
 * `GET user/project/{id}`: a project with its profiles, plates and addresses.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_project (const char *project_id)
{
  BambuRequest *self;

  g_return_val_if_fail (project_id != NULL, NULL);

  self = bambu_request_new (BAMBU_HOST_API, "GET", "/v1/iot-service/api/user/project");
  bambu_request_add_segment (self, project_id);

  return self;
}

/**
 * bambu_request_profile:
 * @profile_id: a profile's id
 * @model_id: the model that it is asked for
 *
 * `GET user/profile/{id}?model_id=`: a profile.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_profile (const char *profile_id,
                       const char *model_id)
{
  BambuRequest *self;

  g_return_val_if_fail (profile_id != NULL, NULL);
  g_return_val_if_fail (model_id != NULL, NULL);

  self = bambu_request_new (BAMBU_HOST_API, "GET", "/v1/iot-service/api/user/profile");
  bambu_request_add_segment (self, profile_id);
  bambu_request_add_query (self, "model_id", model_id);

  return self;
}

static BambuRequest *
request_preset_new (const char *setting_id)
{
  BambuRequest *self = bambu_request_new (BAMBU_HOST_API, "GET", "/v1/iot-service/api/slicer/setting");

  if (setting_id != NULL)
    bambu_request_add_segment (self, setting_id);

  bambu_request_add_query (self, "version", BAMBU_SLICER_VERSION);

  return self;
}

/**
 * bambu_request_presets:
 *
 * `GET slicer/setting?version=`: all presets, the vendor's and the account's own.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_presets (void)
{
  return request_preset_new (NULL);
}

/* The cloud answers 400 where there is no such preset. */
static int
refuse_preset (guint  status,
               gint64 code)
{
  return status == 400 ? BAMBU_ERROR_NOT_FOUND : -1;
}

/**
 * bambu_request_preset:
 * @setting_id: a preset's id
 *
 * `GET slicer/setting/{id}`: a preset with its settings. That there is none is %BAMBU_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_preset (const char *setting_id)
{
  BambuRequest *self;

  g_return_val_if_fail (setting_id != NULL, NULL);

  self = request_preset_new (setting_id);
  bambu_request_set_refusal (self, refuse_preset);

  return self;
}

/**
 * bambu_request_tasks:
 * @device_id: (nullable): a printer’s serial number, or %NULL for all
 * @after: (nullable): the last task of the page before
 * @limit: how many at most; 0 for what the cloud thinks right
 *
 * `GET my/tasks`: a page of prints, newest first.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_tasks (const char *device_id,
                     const char *after,
                     guint       limit)
{
  BambuRequest *self;

  self = bambu_request_new (BAMBU_HOST_API, "GET", "/v1/user-service/my/tasks");

  if (device_id != NULL)
    bambu_request_add_query (self, "deviceId", device_id);

  add_page (self, after, limit);

  return self;
}

/**
 * bambu_request_task:
 * @task_id: a task’s id
 *
 * `GET user/task/{id}`: a task in detail, which the cloud forbids.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_task (const char *task_id)
{
  BambuRequest *self;

  g_return_val_if_fail (task_id != NULL, NULL);

  self = bambu_request_new (BAMBU_HOST_API, "GET", "/v1/iot-service/api/user/task");
  bambu_request_add_segment (self, task_id);

  return self;
}

/**
 * bambu_request_create_task:
 * @task: a task as a JSON object
 *
 * `POST my/task`: prints something.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_create_task (GBytes *task)
{
  BambuRequest *self;

  g_return_val_if_fail (task != NULL, NULL);

  self = bambu_request_new (BAMBU_HOST_API, "POST", "/v1/user-service/my/task");
  bambu_request_take_body (self, g_bytes_ref (task));

  return self;
}

/**
 * bambu_request_messages:
 * @kind: the cloud’s number of a kind of messages, or 0 for all
 * @after: (nullable): the last message of the page before
 * @limit: how many at most; 0 for what the cloud thinks right
 *
 * `GET my/messages`: a page of messages, newest first.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_messages (guint       kind,
                        const char *after,
                        guint       limit)
{
  BambuRequest *self;

  self = bambu_request_new (BAMBU_HOST_API, "GET", "/v1/user-service/my/messages");

  if (kind > 0)
    {
      g_autofree char *type = g_strdup_printf ("%u", kind);

      bambu_request_add_query (self, "type", type);
    }

  add_page (self, after, limit);

  return self;
}

/**
 * bambu_request_ticket:
 * @ticket_id: a ticket’s number
 *
 * `GET my/ticket/{id}`: a support ticket.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_ticket (const char *ticket_id)
{
  BambuRequest *self;

  g_return_val_if_fail (ticket_id != NULL, NULL);

  self = bambu_request_new (BAMBU_HOST_API, "GET", "/v1/user-service/my/ticket");
  bambu_request_add_segment (self, ticket_id);

  return self;
}

/* That the cloud does not renew a token does not mean that the present one has come to its end. */
static int
refuse_refresh (guint  status,
                gint64 code)
{
  return status == 400 || status == 401 || status == 403 ? BAMBU_ERROR_FORBIDDEN : -1;
}

/**
 * bambu_request_refresh_token:
 * @refresh_token: what came along with the present token
 *
 * `POST user/refreshtoken`: a new token. That there is none is %BAMBU_ERROR_FORBIDDEN.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_refresh_token (const char *refresh_token)
{
  BambuRequest *self;

  g_return_val_if_fail (refresh_token != NULL, NULL);

  self = bambu_request_new (BAMBU_HOST_API, "POST", "/v1/user-service/user/refreshtoken");
  bambu_request_set_anonymous (self);
  bambu_request_set_refusal (self, refuse_refresh);
  take_texts (self, (const char * const []) { "refreshToken", refresh_token, NULL });

  return self;
}

/**
 * bambu_request_resources:
 * @type: (nullable): a kind of resources, such as "slicer/plugins/cloud"
 * @version: (nullable): which version of it to look from; %NULL for the first
 *
 * `GET slicer/resource?type=version`: the slicer, and what it downloads of that kind.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_resources (const char *type,
                         const char *version)
{
  BambuRequest *self;

  self = bambu_request_new (BAMBU_HOST_API, "GET", "/v1/iot-service/api/slicer/resource");

  if (type != NULL)
    bambu_request_add_query (self, type, version != NULL ? version : FIRST_VERSION);

  return self;
}

/**
 * bambu_request_create_preset:
 * @preset: type, name, version, base_id and setting as a JSON object
 *
 * `POST slicer/setting`: makes a preset.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_create_preset (GBytes *preset)
{
  BambuRequest *self;

  g_return_val_if_fail (preset != NULL, NULL);

  self = bambu_request_new (BAMBU_HOST_API, "POST", "/v1/iot-service/api/slicer/setting");
  bambu_request_take_body (self, g_bytes_ref (preset));

  return self;
}

/* The cloud answers 400 where there is no such preset. */
static int
refuse_deletion (guint  status,
                 gint64 code)
{
  return status == 400 ? BAMBU_ERROR_NOT_FOUND : -1;
}

/**
 * bambu_request_delete_preset:
 * @setting_id: a preset’s id
 *
 * `DELETE slicer/setting/{id}?version=`: removes one of the user’s own presets. That there is none is
 * %BAMBU_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_delete_preset (const char *setting_id)
{
  BambuRequest *self;

  g_return_val_if_fail (setting_id != NULL, NULL);

  self = bambu_request_new (BAMBU_HOST_API, "DELETE", "/v1/iot-service/api/slicer/setting");
  bambu_request_add_segment (self, setting_id);
  bambu_request_add_query (self, "version", BAMBU_SLICER_VERSION);
  bambu_request_set_refusal (self, refuse_deletion);

  return self;
}

/**
 * bambu_request_firmware:
 * @device_id: a printer’s serial number
 *
 * `GET user/device/version?dev_id=`: the firmware of a printer.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_firmware (const char *device_id)
{
  BambuRequest *self;

  g_return_val_if_fail (device_id != NULL, NULL);

  self = bambu_request_new (BAMBU_HOST_API, "GET", "/v1/iot-service/api/user/device/version");
  bambu_request_add_query (self, "dev_id", device_id);

  return self;
}

/**
 * bambu_request_rename_device:
 * @device_id: a printer’s serial number
 * @name: what to call it
 *
 * `PATCH user/device/info`: calls a printer something else.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_rename_device (const char *device_id,
                             const char *name)
{
  BambuRequest *self;

  g_return_val_if_fail (device_id != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = bambu_request_new (BAMBU_HOST_API, "PATCH", "/v1/iot-service/api/user/device/info");
  take_texts (self, (const char * const []) { "dev_id", device_id, "name", name, NULL });

  return self;
}

/**
 * bambu_request_camera_ticket:
 * @device_id: a printer’s serial number
 *
 * `POST user/ttcode`: what opens a printer’s camera.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_camera_ticket (const char *device_id)
{
  BambuRequest *self;

  g_return_val_if_fail (device_id != NULL, NULL);

  self = bambu_request_new (BAMBU_HOST_API, "POST", "/v1/iot-service/api/user/ttcode");
  take_texts (self, (const char * const []) { "dev_id", device_id, NULL });

  return self;
}

/**
 * bambu_request_create_project:
 * @name: what to call the project
 *
 * `POST user/project`: makes an empty project, and tells where to send its file.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_create_project (const char *name)
{
  BambuRequest *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = bambu_request_new (BAMBU_HOST_API, "POST", "/v1/iot-service/api/user/project");
  take_texts (self, (const char * const []) { "name", name, NULL });

  return self;
}

/**
 * bambu_request_announce_upload:
 * @file_name: what the file was called
 * @ticket: the ticket that came with the address for the file
 *
 * `PUT user/notification`: a file has been sent.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_announce_upload (const char *file_name,
                               const char *ticket)
{
  g_autoptr(GBytes) upload = NULL;
  BambuRequest *self;
  GString *body;

  g_return_val_if_fail (file_name != NULL, NULL);
  g_return_val_if_fail (ticket != NULL, NULL);

  self = bambu_request_new (BAMBU_HOST_API, "PUT", "/v1/iot-service/api/user/notification");
  upload = bambu_json_text_object ((const char * const []) { "origin_file_name", file_name, "ticket", ticket, NULL });
  body = g_string_new ("{\"upload\":");
  g_string_append_len (body, g_bytes_get_data (upload, NULL), g_bytes_get_size (upload));
  g_string_append_c (body, '}');
  bambu_request_take_body (self, g_string_free_to_bytes (body));

  return self;
}

/**
 * bambu_request_notification:
 * @action: "upload" or "import_mesh"
 * @ticket: the ticket that it is about
 *
 * `GET user/notification?action=&ticket=`: how far the cloud is with something.
 *
 * Returns: (transfer full): the request
 */
BambuRequest *
bambu_request_notification (const char *action,
                            const char *ticket)
{
  BambuRequest *self;

  g_return_val_if_fail (action != NULL, NULL);
  g_return_val_if_fail (ticket != NULL, NULL);

  self = bambu_request_new (BAMBU_HOST_API, "GET", "/v1/iot-service/api/user/notification");
  bambu_request_add_query (self, "action", action);
  bambu_request_add_query (self, "ticket", ticket);

  return self;
}
