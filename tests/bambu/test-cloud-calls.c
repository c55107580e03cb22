/* test-cloud-calls.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The typed calls beyond the lists, against the stand-in cloud: what they make of its answers, of its refusals, and of
 * answers that nobody should send.
 */

#include "answers.h"
#include "bambu-client-private.h"
#include "bambu-endpoints.h"
#include "bambu-error.h"
#include "test-cloud.h"
#include "test-mutate.h"
#include "test-result.h"

#define IOT "/v1/iot-service/api"
#define USER "/v1/user-service"

#define WAIT_MS 10000
#define N_MUTATIONS 40

typedef struct
{
  TestCloud   *cloud;
  BambuClient *client;
  char        *device;      /* a printer's serial number */
  guint        n_signed_out;
} Fixture;

typedef struct
{
  const char     *name;
  const char     *method;
  const char     *path;
  const char     *subject;  /* whom or what it is about; NULL: the printer */
  const char     *nobody;   /* what the cloud refuses it for; NULL: nothing */
  int             refusal;  /* with which error */
  gboolean        is_told;  /* whether "{}" is too little of an answer */
  const char     *canned;   /* an answer that the cloud never gives; NULL where it does */
  void          (*start)  (BambuClient          *client,
                           const char           *subject,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data);
  gpointer      (*finish) (BambuClient          *client,
                           GAsyncResult         *result,
                           GError              **error);
  void          (*check)  (Fixture              *self,
                           gpointer              made);
  GDestroyNotify  free;
} Call;

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
check_rename (Fixture  *self,
              gpointer  made)
{
  g_autoptr(JsonNode) root = test_cloud_get (self->cloud, IOT "/user/bind");
  JsonArray *devices = json_object_get_array_member (json_node_get_object (root), "devices");

  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (devices, 0), "name"), ==,
                   "Büro \"1\" <b>");
}

static void
check_firmware (Fixture  *self,
                gpointer  made)
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
check_camera (Fixture  *self,
              gpointer  made)
{
  g_assert_nonnull (bambu_camera_ticket_get_code (made));
  g_assert_nonnull (bambu_camera_ticket_get_password (made));
  g_assert_nonnull (bambu_camera_ticket_get_key (made));
}

static void
check_credentials (Fixture  *self,
                   gpointer  made)
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
check_tasks (Fixture  *self,
             gpointer  made)
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
check_task (Fixture  *self,
            gpointer  made)
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
check_id (Fixture  *self,
          gpointer  made)
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
check_messages (Fixture  *self,
                gpointer  made)
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
check_resources (Fixture  *self,
                 gpointer  made)
{
  GPtrArray *resources = made;

  g_assert_cmpuint (resources->len, ==, 2);
  g_assert_true (bambu_resource_get_software (resources->pdata[0]));
  g_assert_nonnull (bambu_resource_get_notes (resources->pdata[0]));
  g_assert_cmpstr (bambu_resource_get_kind (resources->pdata[1]), ==, "slicer/plugins/cloud");
  g_assert_cmpstr (bambu_resource_get_version (resources->pdata[1]), ==, "01.01.00.11");
}

static void
check_ticket (Fixture  *self,
              gpointer  made)
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
check_notification (Fixture  *self,
                    gpointer  made)
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

static const Call calls[] = {
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

static void
signed_out_cb (Fixture *self)
{
  self->n_signed_out++;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static const BambuLimits limits = { .connect_ms = 2000, .answer_ms = 5000, .max_bytes = BAMBU_EXCHANGE_MAX_BYTES };
  g_autoptr(JsonNode) bind = NULL;
  g_autoptr(GError) error = NULL;
  JsonArray *devices;

  self->cloud = test_cloud_new (NULL);
  self->client = bambu_client_new (BAMBU_REGION_GLOBAL, test_cloud_get_url (self->cloud), NULL, &error);
  g_assert_no_error (error);
  bambu_client_set_limits (self->client, &limits, 1);
  bambu_client_set_token (self->client, TEST_CLOUD_TOKEN);
  g_signal_connect_swapped (self->client, "signed-out", G_CALLBACK (signed_out_cb), self);

  bind = test_cloud_get (self->cloud, IOT "/user/bind");
  devices = json_object_get_array_member (json_node_get_object (bind), "devices");
  self->device = g_strdup (json_object_get_string_member (json_array_get_object_element (devices, 0), "dev_id"));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_free (self->device);
  g_object_unref (self->client);
  test_cloud_free (self->cloud);
}

static gpointer
run (Fixture       *self,
     const Call    *call,
     const char    *subject,
     GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  call->start (self->client, subject != NULL ? subject : self->device, NULL, test_result_cb, &result);

  return call->finish (self->client, test_result_wait (&result), error);
}

static void
free_made (const Call *call,
           gpointer    made)
{
  if (made != NULL && call->free != NULL)
    call->free (made);
}

/* Answers @call with @body until the faults are cleared. */
static void
answer_with (Fixture    *self,
             const Call *call,
             const char *body)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *fault = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "path");
  json_builder_add_string_value (builder, call->path);
  json_builder_set_member_name (builder, "body");
  json_builder_add_string_value (builder, body);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  fault = json_to_string (root, FALSE);
  test_cloud_clear_faults (self->cloud);
  test_cloud_fault (self->cloud, fault);
}

static void
assert_fails (Fixture    *self,
              const Call *call,
              const char *subject,
              int         code)
{
  g_autoptr(GError) error = NULL;
  gpointer made = run (self, call, subject, &error);

  g_assert_null (made);
  g_assert_error (error, BAMBU_ERROR, code);
  g_assert_cmpuint (strlen (error->message), >, 10);
}

static void
test_good (Fixture       *self,
           gconstpointer  data)
{
  const Call *call = data;
  g_autoptr(GError) error = NULL;
  gpointer made;

  if (call->canned != NULL)
    answer_with (self, call, call->canned);

  test_cloud_clear_requests (self->cloud);
  made = run (self, call, call->subject, &error);
  g_assert_no_error (error);
  g_assert_nonnull (made);
  g_assert_cmpuint (test_cloud_count_requests (self->cloud, call->method, call->path), ==, 1);

  if (call->check != NULL)
    call->check (self, made);

  free_made (call, made);
}

/* What the cloud refuses is an error that says so, and signs nobody out. */
static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  const Call *call = data;

  if (call->nobody != NULL)
    assert_fails (self, call, call->nobody, call->refusal);

  g_assert_cmpuint (self->n_signed_out, ==, 0);
}

static void
test_too_little (Fixture       *self,
                 gconstpointer  data)
{
  static const char * const bodies[] = { "", "<html></html>", "{\"a\": }", "{} {}" };
  const Call *call = data;
  g_autoptr(GError) error = NULL;
  gpointer made;

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      answer_with (self, call, bodies[i]);
      assert_fails (self, call, call->subject, BAMBU_ERROR_PROTOCOL);
    }

  /* What ends too early was broken off on its way. */
  answer_with (self, call, "{\"a\": ");
  assert_fails (self, call, call->subject, BAMBU_ERROR_OFFLINE);

  answer_with (self, call, "{}");

  if (call->is_told)
    {
      assert_fails (self, call, call->subject, BAMBU_ERROR_PROTOCOL);
      return;
    }

  made = run (self, call, call->subject, &error);
  g_assert_no_error (error);
  g_assert_nonnull (made);
  free_made (call, made);
}

static void
read_item (gpointer item,
           gpointer user_data)
{
  g_free (test_object_describe (item));
}

static char *
dup_answer (Fixture    *self,
            const Call *call)
{
  g_autoptr(GBytes) answer = NULL;
  g_autofree char *path = NULL;

  if (call->canned != NULL || !g_str_equal (call->method, "GET"))
    return g_strdup (call->canned != NULL ? call->canned
                                          : "{\"message\": \"success\", \"code\": null, \"error\": null, \"setting_id\": \"P1\","
                                            " \"ttcode\": \"a\", \"passwd\": \"b\", \"authkey\": \"c\"}");

  path = g_strdup_printf ("%s?dev_id=%s&limit=3&slicer/plugins/cloud=01.01.00.00", call->path, self->device);
  answer = test_cloud_send (self->cloud, "GET", path, NULL, NULL);

  return g_strndup (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
}

/* The cloud's own answer with something wrong in it: it is refused, or all of what came of it can be read. */
static void
test_hostile (Fixture       *self,
              gconstpointer  data)
{
  const Call *call = data;
  g_autofree char *answer = dup_answer (self, call);

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autoptr(GRand) random = g_rand_new_with_seed (i);
      g_autofree char *mutated = test_mutate (answer, random);
      g_autofree char *valid = g_utf8_make_valid (mutated, -1);
      g_autoptr(GError) error = NULL;
      gpointer made;

      answer_with (self, call, valid);
      made = run (self, call, call->subject, &error);
      g_assert_true ((made == NULL) == (error != NULL));

      if (made != NULL && call->free == FREE (g_ptr_array_unref))
        g_ptr_array_foreach (made, read_item, NULL);
      else if (made != NULL && call->free == g_object_unref)
        read_item (made, NULL);

      free_made (call, made);
    }

  g_assert_cmpuint (self->n_signed_out, ==, 0);
}

static gboolean
has_come (gpointer user_data)
{
  return test_cloud_count_requests (user_data, NULL, "/v1/*") > 0;
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  const Call *call = data;
  g_autofree char *fault = g_strdup_printf ("{\"path\":\"%s\",\"delay_ms\":60000}", call->path);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 when;

  test_cloud_fault (self->cloud, fault);
  test_cloud_clear_requests (self->cloud);
  call->start (self->client, call->subject != NULL ? call->subject : self->device, cancellable, test_result_cb, &result);
  g_assert_true (test_wait_until (has_come, self->cloud, WAIT_MS));

  when = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  g_assert_null (call->finish (self->client, test_result_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - when, <, 2 * G_USEC_PER_SEC);
}

static void
test_signed_out (Fixture       *self,
                 gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      /* It goes without the token that it is to renew. */
      if (g_str_equal (calls[i].name, "refresh-token"))
        continue;

      self->n_signed_out = 0;
      bambu_client_set_token (self->client, "revoked");
      assert_fails (self, &calls[i], calls[i].subject, BAMBU_ERROR_SIGNED_OUT);
      g_assert_cmpuint (self->n_signed_out, ==, 1);
    }
}

/* Made, listed, deleted, and gone; the quota is the cloud's. */
static void
test_preset_life (Fixture       *self,
                  gconstpointer  data)
{
  const Call *create = NULL;
  const Call *delete = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *path = NULL;
  g_autoptr(JsonNode) preset = NULL;
  guint n_made = 1;

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      create = g_str_equal (calls[i].name, "create-preset") ? &calls[i] : create;
      delete = g_str_equal (calls[i].name, "delete-preset") ? &calls[i] : delete;
    }

  id = run (self, create, "print", &error);
  g_assert_no_error (error);
  path = g_strdup_printf (IOT "/slicer/setting/%s?version=1.0.0.0", id);
  preset = test_cloud_get (self->cloud, path);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (preset), "name"), ==, "Mine");

  while (error == NULL)
    {
      g_autofree char *more = run (self, create, "print", &error);

      n_made += more != NULL;
    }

  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST);
  g_assert_nonnull (strstr (error->message, "limit"));
  g_assert_cmpuint (n_made, <=, 100);

  g_assert_true (GPOINTER_TO_INT (run (self, delete, id, NULL)));
  assert_fails (self, delete, id, BAMBU_ERROR_NOT_FOUND);
  assert_fails (self, delete, "GP001", BAMBU_ERROR_FORBIDDEN);
  g_free (run (self, create, "print", NULL));
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; void (*func) (Fixture *self, gconstpointer data); } tests[] = {
    { "good", test_good }, { "refused", test_refused }, { "too-little", test_too_little },
    { "hostile", test_hostile }, { "cancelled", test_cancelled },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
        {
          g_autofree char *path = g_strdup_printf ("/bambu/cloud-calls/%s/%s", calls[i].name, tests[j].name);

          g_test_add (path, Fixture, &calls[i], set_up, tests[j].func, tear_down);
        }
    }

  g_test_add ("/bambu/cloud-calls/signed-out", Fixture, NULL, set_up, test_signed_out, tear_down);
  g_test_add ("/bambu/cloud-calls/preset-life", Fixture, NULL, set_up, test_preset_life, tear_down);

  return g_test_run ();
}
