/* test-session-calls.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a session does with its printers, prints and presets, and how files become projects, against the stand-in cloud. */

#include <glib/gstdio.h>

#include "account-fixture.h"
#include "bambu-error.h"
#include "bambu-upload.h"
#include "sessions.h"
#include "test-result.h"

#define IOT "/v1/iot-service/api"
#define VERSION IOT "/user/device/version"
#define SETTING IOT "/slicer/setting"
#define NOTIFICATION IOT "/user/notification"
#define TASKS "/v1/user-service/my/tasks"

static BambuDevice *
get_printer (AccountFixture *self,
             guint           position)
{
  BambuList *devices = bambu_session_get_devices (self->session);
  g_autoptr(GError) error = NULL;

  if (test_list_count (devices) == 0)
    {
      account_open (self, NULL);
      test_refresh (devices, &error);
      g_assert_no_error (error);
    }

  return test_list_get (devices, position);
}

static gboolean
rename_printer (AccountFixture  *self,
                BambuDevice     *device,
                const char      *name,
                GCancellable    *cancellable,
                GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_session_rename_device_async (self->session, device, name, cancellable, test_result_cb, &result);

  /* At once on the screen. */
  if (*name != '\0')
    g_assert_cmpstr (bambu_device_get_name (device), ==, name);

  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);

  return bambu_session_rename_device_finish (self->session, test_result_wait (&result), error);
}

static void
test_rename (AccountFixture *self,
             gconstpointer   data)
{
  BambuDevice *device = get_printer (self, 0);
  g_autofree char *before = g_strdup (bambu_device_get_name (device));
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  /* Refused, cancelled, and nothing to be called: as before. */
  test_cloud_fault (self->cloud, "{\"method\":\"PATCH\",\"status\":403,\"body\":\"{}\",\"times\":1}");
  g_assert_false (rename_printer (self, device, "Refused", NULL, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_FORBIDDEN);
  g_assert_cmpstr (bambu_device_get_name (device), ==, before);
  g_clear_error (&error);

  g_assert_false (rename_printer (self, device, "Cancelled", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (bambu_device_get_name (device), ==, before);
  g_clear_error (&error);

  g_assert_false (rename_printer (self, device, "", NULL, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST);
  g_assert_cmpstr (bambu_device_get_name (device), ==, before);
  g_clear_error (&error);

  g_assert_true (rename_printer (self, device, "Büro", NULL, &error));
  g_assert_no_error (error);
  g_assert_true (test_refresh (bambu_session_get_devices (self->session), &error));
  g_assert_cmpstr (bambu_device_get_name (device), ==, "Büro");
}

static gboolean
check_firmware (AccountFixture  *self,
                BambuDevice     *device,
                gboolean         force,
                GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_session_check_firmware_async (self->session, device, force, NULL, test_result_cb, &result);

  return bambu_session_check_firmware_finish (self->session, test_result_wait (&result), error);
}

/* One request a day and printer, also when the program is started anew. */
static void
test_firmware (AccountFixture *self,
               gconstpointer   data)
{
  BambuDevice *device = get_printer (self, 0);
  g_autoptr(GError) error = NULL;
  g_autofree char *uid = NULL;

  g_assert_null (bambu_device_get_firmware (device));
  test_cloud_fault (self->cloud, "{\"path\":\"" VERSION "\",\"status\":500,\"body\":\"\",\"times\":1}");
  g_assert_false (check_firmware (self, device, FALSE, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_SERVER);
  g_assert_null (bambu_device_get_firmware (device));
  g_clear_error (&error);

  test_cloud_clear_requests (self->cloud);
  g_assert_true (check_firmware (self, device, FALSE, &error));
  g_assert_no_error (error);
  g_assert_true (bambu_firmware_get_any_update (bambu_device_get_firmware (device)));
  g_assert_true (check_firmware (self, device, FALSE, NULL));
  g_assert_cmpuint (test_cloud_count_requests (self->cloud, "GET", VERSION), ==, 1);

  g_assert_true (check_firmware (self, device, TRUE, NULL));
  g_assert_cmpuint (test_cloud_count_requests (self->cloud, "GET", VERSION), ==, 2);

  uid = account_restart (self);
  device = test_list_get (bambu_session_get_devices (self->session), 0);
  g_assert_true (check_firmware (self, device, FALSE, NULL));
  g_assert_nonnull (bambu_device_get_firmware (device));
  g_assert_cmpuint (test_cloud_count_requests (self->cloud, "GET", VERSION), ==, 2);

  /* What is asked for and fails leaves what was known. */
  test_cloud_fault (self->cloud, "{\"path\":\"" VERSION "\",\"body\":\"{\\\"devices\\\":[7]}\",\"times\":1}");
  g_assert_false (check_firmware (self, device, TRUE, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL);
  g_assert_nonnull (bambu_device_get_firmware (device));
}

static BambuTask *
find_task (AccountFixture  *self,
           const char      *task_id,
           const char      *device_id,
           GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_session_find_task_async (self->session, task_id, device_id, NULL, test_result_cb, &result);

  return bambu_session_find_task_finish (self->session, test_result_wait (&result), error);
}

static void
test_find_task (AccountFixture *self,
                gconstpointer   data)
{
  g_autoptr(JsonNode) tasks = test_cloud_get (self->cloud, TASKS "?limit=150");
  JsonArray *hits = json_object_get_array_member (json_node_get_object (tasks), "hits");
  JsonObject *wanted = json_array_get_object_element (hits, 140);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, json_object_get_int_member (wanted, "id"));
  g_autoptr(BambuTask) task = NULL;
  g_autoptr(BambuTask) again = NULL;
  g_autoptr(GError) error = NULL;

  test_cloud_clear_requests (self->cloud);
  task = find_task (self, id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bambu_task_get_id (task), ==, id);
  g_assert_cmpuint (test_cloud_count_requests (self->cloud, "GET", TASKS), ==, 2);

  again = find_task (self, id, json_object_get_string_member (wanted, "deviceId"), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bambu_task_get_id (again), ==, id);
  g_assert_cmpuint (test_cloud_count_requests (self->cloud, "GET", TASKS), ==, 3);

  g_assert_null (find_task (self, "1", NULL, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* A list that goes on and on comes to an end. */
  test_cloud_clear_requests (self->cloud);
  test_cloud_fault (self->cloud, "{\"path\":\"" TASKS "\",\"body\":\"{\\\"hits\\\":[{\\\"id\\\":7}]}\"}");
  g_assert_null (find_task (self, "1", NULL, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND);
  g_assert_cmpuint (test_cloud_count_requests (self->cloud, "GET", TASKS), <=, 10);
}

static BambuPreset *
find_preset (AccountFixture *self,
             gboolean        own)
{
  BambuList *presets = bambu_session_get_presets (self->session);
  g_autoptr(GError) error = NULL;

  if (test_list_count (presets) == 0)
    {
      account_open (self, NULL);
      test_refresh (presets, &error);
      g_assert_no_error (error);
    }

  for (guint i = 0; i < test_list_count (presets); i++)
    {
      if (bambu_preset_get_own (test_list_get (presets, i)) == own)
        return test_list_get (presets, i);
    }

  g_assert_not_reached ();
}

static gboolean
remove_preset (AccountFixture  *self,
               BambuPreset     *preset,
               GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_session_remove_preset_async (self->session, preset, NULL, test_result_cb, &result);

  return bambu_session_remove_preset_finish (self->session, test_result_wait (&result), error);
}

static void
test_remove_preset (AccountFixture *self,
                    gconstpointer   data)
{
  BambuList *presets = bambu_session_get_presets (self->session);
  BambuPreset *own = find_preset (self, TRUE);
  guint before = test_list_count (presets);
  g_autoptr(GError) error = NULL;

  test_cloud_fault (self->cloud, "{\"method\":\"DELETE\",\"status\":500,\"body\":\"\",\"times\":1}");
  g_assert_false (remove_preset (self, own, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_SERVER);
  g_assert_cmpuint (test_list_count (presets), ==, before);
  g_clear_error (&error);

  g_assert_true (remove_preset (self, own, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (test_list_count (presets), ==, before - 1);

  /* It was removed elsewhere: then it goes here as well. */
  own = find_preset (self, TRUE);
  test_cloud_fault (self->cloud, "{\"method\":\"DELETE\",\"status\":400,\"body\":\"{\\\"message\\\":\\\"setting not found\\\"}\","
                                 "\"times\":1}");
  remove_preset (self, own, NULL);
  g_assert_cmpuint (test_list_count (presets), ==, before - 2);
}

static char *
duplicate_preset (AccountFixture  *self,
                  BambuPreset     *preset,
                  const char      *name,
                  GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_session_duplicate_preset_async (self->session, preset, name, NULL, test_result_cb, &result);

  return bambu_session_duplicate_preset_finish (self->session, test_result_wait (&result), error);
}

static void
test_duplicate_preset (AccountFixture *self,
                       gconstpointer   data)
{
  static const struct { const char *fault; int code; const char *says; } faults[] = {
    { "{\"method\":\"GET\",\"path\":\"" SETTING "/*\",\"status\":404,\"body\":\"\",\"times\":1}", BAMBU_ERROR_NOT_FOUND, "" },
    { "{\"method\":\"GET\",\"path\":\"" SETTING "/*\",\"body\":\"{}\",\"times\":1}", BAMBU_ERROR_PROTOCOL, "nothing to copy" },
    { "{\"method\":\"POST\",\"path\":\"" SETTING "\",\"status\":400,\"body\":\"{\\\"message\\\":\\\"limit\\\"}\",\"times\":1}",
      BAMBU_ERROR_BAD_REQUEST, "limit" },
    { "{\"method\":\"POST\",\"path\":\"" SETTING "\",\"body\":\"{}\",\"times\":1}", BAMBU_ERROR_PROTOCOL, "Look for" },
    { "{\"method\":\"POST\",\"path\":\"" SETTING "\",\"body\":\"{\\\"setting_id\\\":\\\"GP002\\\"}\",\"times\":1}",
      BAMBU_ERROR_PROTOCOL, "not the one" },
    { "{\"method\":\"POST\",\"path\":\"" SETTING "\",\"body\":\"{\\\"setting_id\\\":\\\"PFnone\\\"}\",\"times\":1}",
      BAMBU_ERROR_NOT_FOUND, "is not known" },
  };
  BambuList *presets = bambu_session_get_presets (self->session);
  BambuPreset *preset = find_preset (self, FALSE);
  guint before = test_list_count (presets);
  g_autoptr(JsonNode) copy = NULL;
  g_autofree char *id = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      test_cloud_fault (self->cloud, faults[i].fault);
      g_assert_null (duplicate_preset (self, preset, "Copy", &error));
      g_assert_error (error, BAMBU_ERROR, faults[i].code);
      g_assert_nonnull (strstr (error->message, faults[i].says));
      g_assert_cmpuint (test_list_count (presets), ==, before);
      g_clear_error (&error);
    }

  g_assert_null (duplicate_preset (self, preset, " ", &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST);
  g_clear_error (&error);

  test_cloud_clear_faults (self->cloud);
  id = duplicate_preset (self, preset, " My \"own\" copy ", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (test_list_count (presets), ==, before + 1);
  path = g_strdup_printf (SETTING "/%s?version=1.0.0.0", id);
  copy = test_cloud_get (self->cloud, path);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (copy), "name"), ==, "My \"own\" copy");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (copy), "base_id"), !=, "");
}

static char *
import_preset (AccountFixture  *self,
               const char      *file,
               GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static (file, strlen (file));

  bambu_session_import_preset_async (self->session, bytes, NULL, test_result_cb, &result);

  return bambu_session_import_preset_finish (self->session, test_result_wait (&result), error);
}

/* What a slicer writes, and what the cloud itself tells of a preset. */
static void
test_import_preset (AccountFixture *self,
                    gconstpointer   data)
{
  static const char * const no_presets[] = {
    "", "{", "[]", "null", "{}", "{\"name\":\"X\"}", "{\"print_settings_id\":\"X\"}", "{\"name\":\"  \",\"type\":\"process\"}",
    "{\"name\":[],\"type\":{},\"setting\":[]}", "\xff\xfe",
  };
  static const struct { const char *file; const char *kind; const char *name; const char *base_id; } files[] = {
    { "{\"print_settings_id\":\"Mine\",\"name\":\"Mine\",\"from\":\"User\",\"version\":\"2.1.0.5\","
      "\"inherits\":\"0.20mm Standard @BBL X1C\",\"layer_height\":\"0.21\"}", "print", "Mine", "GP004" },
    { "{\"filament_settings_id\":[\"My PLA\"],\"name\":\"My PLA\",\"inherits\":\"of another world\"}", "filament", "My PLA", NULL },
    { "{\"type\":\"machine\",\"name\":\"My printer\",\"inherits\":null}", "printer", "My printer", NULL },
    { "{\"type\":\"print\",\"name\":\"From the cloud\",\"version\":\"1.2.3.4\",\"setting\":{\"wall_loops\":\"3\"}}",
      "print", "From the cloud", NULL },
  };
  BambuList *presets = bambu_session_get_presets (self->session);
  g_autoptr(GError) error = NULL;
  g_autofree char *large = NULL;
  guint before;

  find_preset (self, TRUE);
  before = test_list_count (presets);

  for (guint i = 0; i < G_N_ELEMENTS (no_presets); i++)
    {
      g_assert_null (import_preset (self, no_presets[i], &error));
      g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST);
      g_clear_error (&error);
    }

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *id = import_preset (self, files[i].file, &error);
      BambuPreset *preset;

      g_assert_no_error (error);
      g_assert_cmpuint (test_list_count (presets), ==, before + i + 1);
      preset = bambu_list_lookup (presets, id);
      g_assert_true (bambu_preset_get_own (preset));
      g_assert_cmpstr (bambu_preset_get_name (preset), ==, files[i].name);
      g_assert_cmpstr (bambu_preset_kind_to_string (bambu_preset_get_kind (preset)), ==, files[i].kind);
      g_assert_cmpstr (bambu_preset_get_base_id (preset), ==, files[i].base_id);
    }

  /* Two of one name could not be told apart, and nothing so large is read. */
  g_assert_null (import_preset (self, files[0].file, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST);
  g_clear_error (&error);
  large = g_strdup_printf ("{\"print_settings_id\":\"Large\",\"name\":\"Large\",\"notes\":\"%*s\"}",
                           BAMBU_PRESET_FILE_BYTES, "");
  g_assert_null (import_preset (self, large, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST);
  g_clear_error (&error);

  test_cloud_fault (self->cloud, "{\"method\":\"POST\",\"path\":\"" SETTING "\",\"status\":403,\"body\":\"{}\",\"times\":1}");
  g_assert_null (import_preset (self, "{\"print_settings_id\":\"Other\",\"name\":\"Other\"}", &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_FORBIDDEN);
}

static BambuUpload *
create_upload (AccountFixture *self,
               const char     *contents)
{
  g_autofree char *path = g_build_filename (self->cache_dir, "Gear box.3mf", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));

  return bambu_upload_new (self->client, file, NULL);
}

static gboolean
run_upload (BambuUpload   *upload,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_upload_run_async (upload, cancellable, test_result_cb, &result);

  return bambu_upload_run_finish (upload, test_result_wait (&result), error);
}

static void
test_upload (AccountFixture *self,
             gconstpointer   data)
{
  g_autoptr(BambuUpload) upload = create_upload (self, "PK\003\004 and so on");
  BambuList *projects = bambu_session_get_projects (self->session);
  g_autoptr(GError) error = NULL;

  account_open (self, NULL);
  g_assert_true (run_upload (upload, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (bambu_upload_get_step (upload), ==, BAMBU_UPLOAD_STEP_DONE);

  /* In the order that the store and the cloud insist on, without the token where it has no business. */
  g_assert_cmpuint (test_cloud_count_tokens (self->cloud, "/upload/*"), ==, 0);
  g_assert_cmpuint (test_cloud_count_requests (self->cloud, "PUT", "/upload/*"), ==, 1);
  g_assert_cmpuint (test_cloud_count_requests (self->cloud, "PUT", NOTIFICATION), ==, 1);
  g_assert_cmpuint (test_cloud_count_requests (self->cloud, "GET", NOTIFICATION), >, 1);

  g_assert_true (test_refresh (projects, NULL));
  g_assert_cmpstr (bambu_project_get_id (test_list_get (projects, 0)), ==, bambu_upload_get_project_id (upload));
  g_assert_cmpstr (bambu_project_get_name (test_list_get (projects, 0)), ==, "Gear box");
}

static void
test_upload_fails (AccountFixture *self,
                   gconstpointer   data)
{
  static const struct
  {
    const char      *fault;
    BambuUploadStep  step;
    gboolean         leaves; /* whether a project stays, which the user is told */
  } faults[] = {
    { "{\"method\":\"POST\",\"status\":500,\"body\":\"\",\"times\":1}", BAMBU_UPLOAD_STEP_CREATE, FALSE },
    { "{\"method\":\"POST\",\"body\":\"{}\",\"times\":1}", BAMBU_UPLOAD_STEP_CREATE, FALSE },
    { "{\"method\":\"POST\",\"body\":\"{\\\"project_id\\\":[],\\\"upload_url\\\":7,\\\"upload_ticket\\\":null}\",\"times\":1}",
      BAMBU_UPLOAD_STEP_CREATE, FALSE },
    { "{\"method\":\"POST\",\"body\":\"{\\\"project_id\\\":7,\\\"upload_url\\\":\\\"file:///etc/passwd\\\","
      "\\\"upload_ticket\\\":\\\"t\\\"}\",\"times\":1}", BAMBU_UPLOAD_STEP_SEND, TRUE },
    { "{\"method\":\"PUT\",\"path\":\"/upload/*\",\"status\":403,\"body\":\"<Error/>\",\"times\":1}",
      BAMBU_UPLOAD_STEP_SEND, TRUE },
    { "{\"method\":\"PUT\",\"path\":\"" NOTIFICATION "\",\"status\":400,\"body\":\"{}\",\"times\":1}",
      BAMBU_UPLOAD_STEP_ANNOUNCE, TRUE },
    { "{\"method\":\"GET\",\"path\":\"" NOTIFICATION "\",\"status\":404,\"body\":\"{}\",\"times\":1}",
      BAMBU_UPLOAD_STEP_WAIT, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr(BambuUpload) upload = create_upload (self, "PK\003\004");
      g_autoptr(GError) error = NULL;

      test_cloud_clear_faults (self->cloud);
      test_cloud_fault (self->cloud, faults[i].fault);
      g_assert_false (run_upload (upload, NULL, &error));
      g_assert_nonnull (error);
      g_assert_cmpint (bambu_upload_get_step (upload), ==, faults[i].step);
      g_assert_cmpint (bambu_upload_get_project_id (upload) != NULL, ==, faults[i].leaves);
      g_assert_cmpint (strstr (error->message, "Gear box") != NULL, ==, faults[i].leaves);
    }
}

static void
step_cb (BambuUpload  *upload,
         GParamSpec   *pspec,
         GCancellable *cancellable)
{
  BambuUploadStep *step = g_object_get_data (G_OBJECT (cancellable), "step");

  if (bambu_upload_get_step (upload) == *step)
    g_cancellable_cancel (cancellable);
}

static void
test_upload_cancelled (AccountFixture *self,
                       gconstpointer   data)
{
  for (int step = BAMBU_UPLOAD_STEP_CHECK; step < BAMBU_UPLOAD_STEP_DONE; step++)
    {
      g_autoptr(BambuUpload) upload = create_upload (self, "PK\003\004");
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GError) error = NULL;

      g_object_set_data (G_OBJECT (cancellable), "step", &step);
      g_signal_connect (upload, "notify::step", G_CALLBACK (step_cb), cancellable);
      g_assert_false (run_upload (upload, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpint (bambu_upload_get_step (upload), ==, step);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; void (*func) (AccountFixture *self, gconstpointer data); } tests[] = {
    { "rename", test_rename }, { "firmware", test_firmware }, { "find-task", test_find_task },
    { "remove-preset", test_remove_preset }, { "duplicate-preset", test_duplicate_preset },
    { "import-preset", test_import_preset }, { "upload", test_upload },
    { "upload-fails", test_upload_fails }, { "upload-cancelled", test_upload_cancelled },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/bambu/session-calls/", tests[i].name, NULL);

      g_test_add (path, AccountFixture, NULL, account_set_up, tests[i].func, account_tear_down);
    }

  return g_test_run ();
}
