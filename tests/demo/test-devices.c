/* test-devices.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "answer.h"

#define BIND "/v1/iot-service/api/user/bind"
#define PRINT "/v1/iot-service/api/user/print?force=true"
#define INFO "/v1/iot-service/api/user/device/info"
#define VERSION "/v1/iot-service/api/user/device/version"
#define TTCODE "/v1/iot-service/api/user/ttcode"
#define PRINT_HEAD "dev_id:s dev_name:s dev_model_name:s dev_product_name:s dev_online:b dev_access_code:s "

/* The printers in their order as the world begins; the last two are there only in one of more than six. */
enum
{
  PRINTING,
  PAUSED,
  NEARLY_DONE,
  JUST_BEGUN,
  IDLE,
  OFFLINE,
  FINISHED,
  FAILED,
};

static char *
dup_dev_id (TestCloud *cloud,
            guint      index)
{
  g_autoptr(Answer) bind = ask (cloud, "GET", BIND, NULL);

  return g_strdup (text_of (element (bind->object, "devices", index), "dev_id"));
}

static JsonObject *
get_device (TestCloud  *cloud,
            Answer    **answer,
            const char *path,
            guint       index)
{
  *answer = ask (cloud, "GET", path, NULL);

  return element ((*answer)->object, "devices", index);
}

static void
test_bind (TestCloud *cloud)
{
  static const char * const states[] = { "RUNNING", "PAUSE", "RUNNING", "RUNNING", "IDLE" };
  g_autoptr(Answer) answer = ask (cloud, "GET", BIND, NULL);
  g_autoptr(GHashTable) models = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (answer->status, ==, 200);
  assert_shape (answer->object, "message:s code:n error:n devices:a");
  g_assert_cmpuint (count (answer->object, "devices"), ==, 6);

  for (guint i = 0; i < 6; i++)
    {
      JsonObject *device = element (answer->object, "devices", i);

      assert_shape (device, "dev_id:s name:s online:b print_status:s print_job:i dev_model_name:s dev_product_name:s "
                            "dev_access_code:s nozzle_diameter:d dev_structure:s");
      g_assert_true (g_hash_table_add (models, (gpointer) text_of (device, "dev_model_name")));
      g_assert_cmpuint (strlen (text_of (device, "dev_id")), ==, 15);
      g_assert_cmpuint (strlen (text_of (device, "dev_access_code")), ==, 9);
      g_assert_true (g_str_has_suffix (text_of (device, "dev_access_code"), "\n"));
      g_assert_true (json_object_get_boolean_member (device, "online") == (i != OFFLINE));
      if (i != OFFLINE)
        g_assert_cmpstr (text_of (device, "print_status"), ==, states[i]);
    }
}

static void
test_print (TestCloud *cloud)
{
  g_autoptr(Answer) answer = ask (cloud, "GET", PRINT, NULL);
  g_autoptr(Answer) bind = ask (cloud, "GET", BIND, NULL);

  assert_shape (answer->object, "message:s code:n error:n devices:a");
  for (guint i = 0; i < count (answer->object, "devices"); i++)
    {
      JsonObject *device = element (answer->object, "devices", i);
      JsonObject *bound = element (bind->object, "devices", i);

      g_assert_cmpstr (text_of (device, "dev_id"), ==, text_of (bound, "dev_id"));
      g_assert_cmpstr (text_of (device, "dev_name"), ==, text_of (bound, "name"));
      if (i == IDLE)
        {
          assert_shape (device, PRINT_HEAD "task_id:n task_name:n task_status:n model_id:n project_id:n profile_id:n "
                                "start_time:n prediction:n progress:n thumbnail:n");
          continue;
        }

      assert_shape (device, PRINT_HEAD "task_id:s task_name:s task_status:s model_id:s project_id:s profile_id:s "
                            "start_time:s prediction:is progress:is thumbnail:s");
      assert_time (text_of (device, "start_time"), FALSE);
      g_assert_cmpstr (text_of (device, "task_status"), ==, text_of (bound, "print_status"));
      g_assert_cmpint (g_ascii_strtoll (text_of (device, "task_id"), NULL, 10), ==, number_of (bound, "print_job"));
    }

  g_assert_cmpint (number_of (element (answer->object, "devices", PRINTING), "progress"), ==, 62);
  g_assert_cmpint (number_of (element (answer->object, "devices", PAUSED), "progress"), ==, 31);
  g_assert_cmpint (number_of (element (answer->object, "devices", NEARLY_DONE), "progress"), ==, 87);
  g_assert_cmpint (number_of (element (answer->object, "devices", JUST_BEGUN), "progress"), ==, 9);
}

/* In a larger world printers are in every state that there is. */
static void
test_many (void)
{
  const char * const args[] = { "--printers", "8", NULL };
  g_autoptr(TestCloud) cloud = test_cloud_new (args);
  g_autoptr(Answer) bind = ask (cloud, "GET", BIND, NULL);
  g_autoptr(Answer) print = ask (cloud, "GET", PRINT, NULL);

  g_assert_cmpstr (text_of (element (bind->object, "devices", FINISHED), "print_status"), ==, "SUCCESS");
  g_assert_cmpstr (text_of (element (bind->object, "devices", FAILED), "print_status"), ==, "FAILED");
  g_assert_cmpint (number_of (element (print->object, "devices", FINISHED), "progress"), ==, 100);
}

/* What is printed is a project of the account's, sliced for the printer, and no two printers are at the same. */
static void
test_print_fits (TestCloud *cloud)
{
  g_autoptr(Answer) answer = ask (cloud, "GET", PRINT, NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < count (answer->object, "devices"); i++)
    {
      JsonObject *device = element (answer->object, "devices", i);
      g_autofree char *path = NULL;
      g_autoptr(Answer) profile = NULL;
      JsonObject *context;

      if (i == IDLE)
        continue;

      g_assert_true (g_hash_table_add (seen, (gpointer) text_of (device, "project_id")));
      path = g_strdup_printf ("/v1/iot-service/api/user/profile/%s?model_id=%s",
                              text_of (device, "profile_id"), text_of (device, "model_id"));
      profile = ask (cloud, "GET", path, NULL);
      context = member (profile->object, "context");
      g_assert_cmpuint (profile->status, ==, 200);
      g_assert_cmpstr (text_of (member (context, "compatibility"), "dev_product_name"), ==,
                       text_of (device, "dev_product_name"));
    }
}

/* A print goes on, ends, and is told of where a client looks for that; then the next one begins. */
static void
test_prints_advance (TestCloud *cloud)
{
  g_autoptr(Answer) before = NULL;
  JsonObject *device = get_device (cloud, &before, PRINT, PRINTING);
  gint64 prediction = number_of (device, "prediction");
  g_autofree char *path = g_strdup_printf ("/v1/user-service/my/tasks?limit=5&deviceId=%s", text_of (device, "dev_id"));
  g_autoptr(Answer) half = NULL;
  g_autoptr(Answer) done = NULL;
  g_autoptr(Answer) tasks = NULL;
  g_autoptr(Answer) messages = NULL;
  g_autoptr(Answer) next = NULL;
  JsonObject *task;

  test_cloud_advance (cloud, prediction / 5);
  device = get_device (cloud, &half, PRINT, PRINTING);
  g_assert_cmpint (number_of (device, "progress"), >=, 80);
  g_assert_cmpint (number_of (device, "progress"), <=, 84);

  test_cloud_advance (cloud, prediction / 5);
  device = get_device (cloud, &done, PRINT, PRINTING);
  g_assert_cmpstr (text_of (device, "task_status"), ==, "SUCCESS");
  g_assert_cmpint (number_of (device, "progress"), ==, 100);

  tasks = ask (cloud, "GET", path, NULL);
  task = element (tasks->object, "hits", 0);
  g_assert_cmpint (number_of (task, "status"), ==, 2);
  g_assert_cmpint (number_of (task, "id"), ==, g_ascii_strtoll (text_of (device, "task_id"), NULL, 10));

  messages = ask (cloud, "GET", "/v1/user-service/my/messages?type=6&limit=1", NULL);
  g_assert_cmpint (number_of (member (element (messages->object, "hits", 0), "taskMessage"), "id"), ==, number_of (task, "id"));

  test_cloud_advance (cloud, 3600);
  device = get_device (cloud, &next, PRINT, PRINTING);
  g_assert_cmpint (g_ascii_strtoll (text_of (device, "task_id"), NULL, 10), >, number_of (task, "id"));
}

static void
test_speed (void)
{
  const char * const args[] = { "--speed", "100000", NULL };
  g_autoptr(TestCloud) cloud = test_cloud_new (args);
  g_autoptr(Answer) first = ask (cloud, "GET", "/v1/user-service/my/tasks?limit=1", NULL);
  g_autoptr(Answer) second = NULL;

  /* Two hours of the world at least. */
  g_usleep (100000);
  second = ask (cloud, "GET", "/v1/user-service/my/tasks?limit=1", NULL);
  g_assert_cmpint (number_of (second->object, "total"), >, number_of (first->object, "total"));
}

static void
assert_status (TestCloud  *cloud,
               guint       index,
               const char *status)
{
  g_autoptr(Answer) answer = NULL;

  g_assert_cmpstr (text_of (get_device (cloud, &answer, BIND, index), "print_status"), ==, status);
}

static void
test_events (TestCloud *cloud)
{
  static const struct { const char *event; const char *status; gint64 task_status; } steps[] = {
    { "pause", "PAUSE", 4 }, { "resume", "RUNNING", 4 }, { "finish", "SUCCESS", 2 }, { "start", "RUNNING", 4 },
    { "fail", "FAILED", 3 }, { "start", "RUNNING", 4 }, { "pause", "PAUSE", 4 }, { "cancel", "FAILED", 3 },
  };
  g_autofree char *dev_id = dup_dev_id (cloud, PRINTING);
  g_autofree char *path = g_strdup_printf ("/v1/user-service/my/tasks?limit=1&deviceId=%s", dev_id);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr(Answer) tasks = NULL;

      test_cloud_printer_event (cloud, dev_id, steps[i].event);
      assert_status (cloud, PRINTING, steps[i].status);
      tasks = ask (cloud, "GET", path, NULL);
      g_assert_cmpint (number_of (element (tasks->object, "hits", 0), "status"), ==, steps[i].task_status);
    }
}

static void
test_offline (TestCloud *cloud)
{
  g_autofree char *dev_id = dup_dev_id (cloud, PRINTING);
  g_autoptr(Answer) before = NULL;
  g_autoptr(Answer) lost = NULL;
  g_autoptr(Answer) back = NULL;
  JsonObject *device = get_device (cloud, &before, PRINT, PRINTING);
  gint64 prediction = number_of (device, "prediction");

  test_cloud_printer_event (cloud, dev_id, "offline");
  test_cloud_advance (cloud, prediction / 5);
  device = get_device (cloud, &lost, PRINT, PRINTING);
  g_assert_false (json_object_get_boolean_member (device, "dev_online"));
  g_assert_cmpint (number_of (device, "progress"), ==, 62);

  test_cloud_printer_event (cloud, dev_id, "online");
  device = get_device (cloud, &back, PRINT, PRINTING);
  g_assert_true (json_object_get_boolean_member (device, "dev_online"));
  g_assert_cmpint (number_of (device, "progress"), >=, 81);
}

static void
test_hms (TestCloud *cloud)
{
  g_autofree char *dev_id = dup_dev_id (cloud, PRINTING);
  g_autofree char *path = g_strconcat ("/_demo/printers/", dev_id, NULL);
  g_autoptr(Answer) shown = ask (cloud, "POST", path, "{\"event\":\"hms\",\"code\":\"0300_8004_0001_0001\"}");
  g_autoptr(Answer) gone = ask (cloud, "POST", path, "{\"event\":\"hms\",\"code\":\"0300_8004_0001_0001\"}");

  g_assert_cmpuint (count (shown->object, "hms"), ==, 1);
  g_assert_cmpuint (count (gone->object, "hms"), ==, 0);
}

static void
test_wrong_events (TestCloud *cloud)
{
  g_autofree char *dev_id = dup_dev_id (cloud, PRINTING);
  g_autofree char *path = g_strconcat ("/_demo/printers/", dev_id, NULL);
  g_autoptr(Answer) unknown = ask (cloud, "POST", path, "{\"event\":\"explode\"}");
  g_autoptr(Answer) nothing = ask (cloud, "POST", path, "{}");
  g_autoptr(Answer) busy = ask (cloud, "POST", path, "{\"event\":\"start\"}");
  g_autoptr(Answer) nobody = ask (cloud, "POST", "/_demo/printers/0", "{\"event\":\"start\"}");

  g_assert_cmpuint (unknown->status, ==, 400);
  g_assert_cmpuint (nothing->status, ==, 400);
  g_assert_cmpuint (busy->status, ==, 409);
  g_assert_cmpuint (nobody->status, ==, 404);
}

static void
test_rename (TestCloud *cloud)
{
  g_autofree char *dev_id = dup_dev_id (cloud, IDLE);
  g_autofree char *json = g_strdup_printf ("{\"dev_id\":\"%s\",\"name\":\"Café \\u201eZwei\\u201c\"}", dev_id);
  g_autofree char *empty = g_strdup_printf ("{\"dev_id\":\"%s\",\"name\":\"\"}", dev_id);
  g_autoptr(Answer) renamed = ask (cloud, "PATCH", INFO, json);
  g_autoptr(Answer) refused = ask (cloud, "PATCH", INFO, empty);
  g_autoptr(Answer) foreign = ask (cloud, "PATCH", INFO, "{\"dev_id\":\"0\",\"name\":\"Mine\"}");
  g_autoptr(Answer) nobody = ask (cloud, "PATCH", INFO, "{\"name\":\"Mine\"}");
  g_autoptr(Answer) bind = NULL;
  g_autoptr(Answer) print = NULL;

  g_assert_cmpuint (renamed->status, ==, 200);
  assert_text (renamed, "{\"message\":\"success\",\"code\":null,\"error\":null}");
  assert_fails (refused, 422, 1);
  assert_fails (foreign, 403, 8);
  assert_fails (nobody, 400, 1);
  g_assert_cmpstr (text_of (get_device (cloud, &bind, BIND, IDLE), "name"), ==, "Café „Zwei“");
  g_assert_cmpstr (text_of (get_device (cloud, &print, PRINT, IDLE), "dev_name"), ==, "Café „Zwei“");
}

static void
test_version (TestCloud *cloud)
{
  gboolean has_square = FALSE;
  gboolean has_lenticular = FALSE;
  gboolean has_update = FALSE;
  guint n_forced = 0;
  guint n_units = 0;
  g_autoptr(Answer) foreign = ask (cloud, "GET", VERSION "?dev_id=0", NULL);
  g_autoptr(Answer) nobody = ask (cloud, "GET", VERSION, NULL);

  assert_fails (foreign, 403, 8);
  assert_fails (nobody, 400, 1);

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *dev_id = dup_dev_id (cloud, i);
      g_autofree char *path = g_strconcat (VERSION "?dev_id=", dev_id, NULL);
      g_autoptr(Answer) answer = ask (cloud, "GET", path, NULL);
      JsonObject *device = element (answer->object, "devices", 0);
      JsonObject *firmware = element (device, "firmware", 0);
      const char *description = text_of (firmware, "description");

      assert_shape (answer->object, "message:s code:n error:n devices:a");
      assert_shape (device, "dev_id:s version:s firmware:a ams:a");
      assert_shape (firmware, "version:s force_update:b url:s description:s");
      g_assert_cmpstr (text_of (device, "dev_id"), ==, dev_id);
      has_lenticular |= strstr (description, "【") != NULL;
      has_square |= strstr (description, "[Improvements]\n") != NULL;
      has_update |= !g_str_equal (text_of (firmware, "version"), text_of (device, "version"));
      n_forced += json_object_get_boolean_member (firmware, "force_update");
      n_units += json_array_get_length (json_object_get_array_member (device, "ams"));
      g_assert_nonnull (strstr (description, text_of (firmware, "version")));
    }

  g_assert_true (has_square && has_lenticular && has_update);
  g_assert_cmpuint (n_forced, ==, 1);
  g_assert_cmpuint (n_units, >, 1);
}

/* The units of an AMS have firmware of their own, which may be behind. */
static void
test_units (TestCloud *cloud)
{
  g_autofree char *dev_id = dup_dev_id (cloud, 0);
  g_autofree char *path = g_strconcat (VERSION "?dev_id=", dev_id, NULL);
  g_autoptr(Answer) answer = ask (cloud, "GET", path, NULL);
  JsonObject *device = element (answer->object, "devices", 0);
  guint n_behind = 0;

  for (guint i = 0; i < 2; i++)
    {
      JsonObject *unit = element (device, "ams", i);
      JsonObject *firmware = element (unit, "firmware", 0);

      assert_shape (unit, "dev_id:s version:s firmware:a");
      assert_shape (firmware, "version:s force_update:b url:s description:s");
      n_behind += !g_str_equal (text_of (firmware, "version"), text_of (unit, "version"));
    }

  g_assert_cmpuint (n_behind, ==, 1);
}

static void
test_camera (TestCloud *cloud)
{
  g_autofree char *dev_id = dup_dev_id (cloud, PRINTING);
  g_autofree char *json = g_strdup_printf ("{\"dev_id\":\"%s\"}", dev_id);
  g_autoptr(Answer) answer = ask (cloud, "POST", TTCODE, json);
  g_autoptr(Answer) foreign = ask (cloud, "POST", TTCODE, "{\"dev_id\":\"0\"}");

  g_assert_cmpuint (answer->status, ==, 200);
  assert_shape (answer->object, "message:s code:n error:n ttcode:s passwd:s authkey:s");
  assert_fails (foreign, 403, 8);
}

static void
test_task (TestCloud *cloud)
{
  g_autoptr(Answer) bind = ask (cloud, "GET", BIND, NULL);
  g_autofree char *path = g_strdup_printf ("/v1/iot-service/api/user/task/%" G_GINT64_FORMAT,
                                           number_of (element (bind->object, "devices", 0), "print_job"));
  g_autoptr(Answer) answer = ask (cloud, "GET", path, NULL);

  g_assert_cmpuint (answer->status, ==, 403);
  assert_text (answer,
               "{\"message\":\"permission denied\",\"code\":8,\"error\":\"Resource forbidden\",\"parent\":null,"
               "\"model_id\":null,\"project_id\":null,\"profile_id\":null,\"status\":null,\"name\":null,\"content\":null,"
               "\"context\":null,\"create_time\":null,\"update_time\":null,\"sub_task\":null,\"subtask\":null,\"est\":null,"
               "\"url\":null,\"md5\":null}");
}

static const CloudTest tests[] = {
  { "bind", test_bind },
  { "print", test_print },
  { "print-fits", test_print_fits },
  { "prints-advance", test_prints_advance },
  { "events", test_events },
  { "offline", test_offline },
  { "hms", test_hms },
  { "wrong-events", test_wrong_events },
  { "rename", test_rename },
  { "version", test_version },
  { "units", test_units },
  { "camera", test_camera },
  { "task", test_task },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_tests ("devices", tests, G_N_ELEMENTS (tests));
  g_test_add_func ("/demo/devices/many", test_many);
  g_test_add_func ("/demo/devices/speed", test_speed);

  return g_test_run ();
}
