/* test-user-service.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "answer.h"

#define TASKS "/v1/user-service/my/tasks"
#define MESSAGES "/v1/user-service/my/messages"
#define TASK_SHAPE \
  "id:i designId:i designTitle:s instanceId:i modelId:s title:s cover:s status:i failedType:i feedbackStatus:i startTime:s " \
  "endTime:s weight:id length:i costTime:i profileId:i plateIndex:i plateName:s deviceId:s amsDetailMapping:a mode:s " \
  "isPublicProfile:b isPrintable:b isDelete:b deviceModel:s deviceName:s bedType:s jobType:i useAms:b repetitions:i snapShot:s"
#define AMS_SHAPE \
  "ams:i sourceColor:s targetColor:s filamentId:s filamentType:s targetFilamentType:s weight:id nozzleId:i amsId:i slotId:i"

static void
test_preference (TestCloud *cloud)
{
  g_autoptr(Answer) answer = ask (cloud, "GET", "/v1/design-user-service/my/preference", NULL);

  g_assert_cmpuint (answer->status, ==, 200);
  assert_shape (answer->object, "uid:i name:s handle:s avatar:s bio:s links:a backgroundUrl:s isDefaultLicense:i "
                                "recvCommentNotify:i recvLikeNotify:i");
  g_assert_cmpint (number_of (answer->object, "uid"), >, 0);
}

static gint64
read_time (JsonObject *task,
           const char *name)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (text_of (task, name), NULL);

  assert_time (text_of (task, name), TRUE);

  return g_date_time_to_unix (time);
}

static void
check_task (JsonObject *task)
{
  gint64 start = read_time (task, "startTime");
  gint64 end = read_time (task, "endTime");
  double grams = 0;

  assert_shape (task, TASK_SHAPE);
  g_assert_cmpint (end, >=, start);
  switch (number_of (task, "status"))
    {
    case 2:
    case 3:
      break;

    case 4:
      g_assert_cmpint (end - start, <, 60);
      break;

    default:
      g_assert_not_reached ();
    }

  for (guint i = 0; i < count (task, "amsDetailMapping"); i++)
    {
      JsonObject *mapping = element (task, "amsDetailMapping", i);

      assert_shape (mapping, AMS_SHAPE);
      g_assert_cmpuint (strlen (text_of (mapping, "sourceColor")), ==, 8);
      grams += json_object_get_double_member (mapping, "weight");
    }
  g_assert_cmpfloat_with_epsilon (grams, json_object_get_double_member (task, "weight"), 0.01);
}

/* Through all pages: every task once, the newest first, as many as were promised. */
static void
test_tasks (TestCloud *cloud)
{
  gint64 last = G_MAXINT64;
  gint64 last_start = G_MAXINT64;
  guint n_tasks = 0;
  gint64 total = -1;

  while (TRUE)
    {
      g_autofree char *path = last == G_MAXINT64 ? g_strdup (TASKS "?limit=70")
                                                 : g_strdup_printf (TASKS "?limit=70&after=%" G_GINT64_FORMAT, last);
      g_autoptr(Answer) answer = ask (cloud, "GET", path, NULL);

      g_assert_cmpuint (answer->status, ==, 200);
      assert_shape (answer->object, "total:i hits:a");
      total = number_of (answer->object, "total");
      if (count (answer->object, "hits") == 0)
        break;

      for (guint i = 0; i < count (answer->object, "hits"); i++)
        {
          JsonObject *task = element (answer->object, "hits", i);

          check_task (task);
          g_assert_cmpint (number_of (task, "id"), <, last);
          g_assert_cmpint (read_time (task, "startTime"), <=, last_start);
          last = number_of (task, "id");
          last_start = read_time (task, "startTime");
          n_tasks++;
        }
    }

  g_assert_cmpint (n_tasks, ==, total);
  g_assert_cmpint (total, ==, 300);
}

static void
test_default_limit (TestCloud *cloud)
{
  g_autoptr(Answer) tasks = ask (cloud, "GET", TASKS, NULL);
  g_autoptr(Answer) messages = ask (cloud, "GET", MESSAGES, NULL);
  g_autoptr(Answer) none = ask (cloud, "GET", TASKS "?after=1", NULL);

  g_assert_cmpuint (count (tasks->object, "hits"), ==, 20);
  g_assert_cmpuint (count (messages->object, "hits"), ==, 20);
  g_assert_cmpuint (count (none->object, "hits"), ==, 0);
}

static void
test_tasks_of_printer (TestCloud *cloud)
{
  g_autoptr(Answer) bind = ask (cloud, "GET", "/v1/iot-service/api/user/bind", NULL);
  gint64 total = 0;
  g_autoptr(Answer) foreign = ask (cloud, "GET", TASKS "?deviceId=00M00A000000000", NULL);

  g_assert_cmpint (number_of (foreign->object, "total"), ==, 0);
  g_assert_cmpuint (count (foreign->object, "hits"), ==, 0);

  for (guint i = 0; i < count (bind->object, "devices"); i++)
    {
      const char *dev_id = text_of (element (bind->object, "devices", i), "dev_id");
      g_autofree char *path = g_strdup_printf (TASKS "?limit=500&deviceId=%s", dev_id);
      g_autoptr(Answer) answer = ask (cloud, "GET", path, NULL);
      gint64 last_start = G_MAXINT64;

      g_assert_cmpint (count (answer->object, "hits"), ==, number_of (answer->object, "total"));
      total += number_of (answer->object, "total");

      /* A printer prints one thing after the other. */
      for (guint j = 0; j < count (answer->object, "hits"); j++)
        {
          JsonObject *task = element (answer->object, "hits", j);

          g_assert_cmpstr (text_of (task, "deviceId"), ==, dev_id);
          g_assert_cmpint (read_time (task, "endTime"), <=, last_start);
          last_start = read_time (task, "startTime");
        }
    }

  g_assert_cmpint (total, ==, 300);
}

/* What was printed is in the projects, with the same names and numbers. */
static void
test_task_fits_project (TestCloud *cloud)
{
  g_autoptr(Answer) answer = ask (cloud, "GET", TASKS "?limit=40", NULL);

  for (guint i = 0; i < count (answer->object, "hits"); i++)
    {
      JsonObject *task = element (answer->object, "hits", i);
      g_autofree char *path = g_strdup_printf ("/v1/iot-service/api/user/profile/%" G_GINT64_FORMAT "?model_id=%s",
                                               number_of (task, "profileId"), text_of (task, "modelId"));
      g_autoptr(Answer) profile = ask (cloud, "GET", path, NULL);
      JsonObject *plate;

      g_assert_cmpuint (profile->status, ==, 200);
      plate = element (member (profile->object, "context"), "plates", (guint) number_of (task, "plateIndex") - 1);
      g_assert_cmpint (number_of (plate, "prediction"), ==, number_of (task, "costTime"));
      g_assert_cmpfloat (json_object_get_double_member (plate, "weight"), ==, json_object_get_double_member (task, "weight"));
      g_assert_cmpstr (text_of (task, "startTime"), >, text_of (profile->object, "create_time"));
    }
}

static void
test_messages (TestCloud *cloud)
{
  guint n_of_type[7] = { 0, };
  gint64 last = G_MAXINT64;
  g_autoptr(Answer) answer = ask (cloud, "GET", MESSAGES "?limit=500", NULL);

  assert_shape (answer->object, "hits:a");
  for (guint i = 0; i < count (answer->object, "hits"); i++)
    {
      JsonObject *message = element (answer->object, "hits", i);
      gint64 type = number_of (message, "type");

      assert_shape (message, "id:i type:i design:on comment:on taskMessage:on from:o createTime:s");
      assert_shape (member (message, "from"), "uid:i name:s avatar:s fanCount:i followCount:i likeCount:i isFollowed:b");
      assert_time (text_of (message, "createTime"), TRUE);
      g_assert_cmpint (number_of (message, "id"), <, last);
      last = number_of (message, "id");

      g_assert_cmpint (type, >=, 1);
      g_assert_cmpint (type, <=, 6);
      n_of_type[type]++;

      g_assert_true (json_object_get_null_member (message, "taskMessage") == (type != 6));
      if (type == 6)
        assert_shape (member (message, "taskMessage"), "id:i title:s cover:s status:i deviceId:s");
    }

  for (guint type = 1; type <= 6; type++)
    {
      g_autofree char *path = g_strdup_printf (MESSAGES "?limit=500&type=%u", type);
      g_autoptr(Answer) some = ask (cloud, "GET", path, NULL);

      g_assert_cmpuint (n_of_type[type], >, 0);
      g_assert_cmpuint (count (some->object, "hits"), ==, n_of_type[type]);
      for (guint i = 0; i < count (some->object, "hits"); i++)
        g_assert_cmpint (number_of (element (some->object, "hits", i), "type"), ==, type);
    }
}

static void
test_message_pages (TestCloud *cloud)
{
  g_autoptr(Answer) all = ask (cloud, "GET", MESSAGES "?limit=30", NULL);
  g_autofree char *path = g_strdup_printf (MESSAGES "?limit=20&after=%" G_GINT64_FORMAT,
                                           number_of (element (all->object, "hits", 9), "id"));
  g_autoptr(Answer) rest = ask (cloud, "GET", path, NULL);

  g_assert_cmpuint (count (rest->object, "hits"), ==, 20);
  for (guint i = 0; i < 20; i++)
    g_assert_cmpint (number_of (element (rest->object, "hits", i), "id"), ==,
                     number_of (element (all->object, "hits", 10 + i), "id"));
}

static void
test_create_task (TestCloud *cloud)
{
  g_autoptr(Answer) tasks = ask (cloud, "GET", TASKS "?limit=1", NULL);
  JsonObject *task = element (tasks->object, "hits", 0);
  g_autoptr(Answer) bind = ask (cloud, "GET", "/v1/iot-service/api/user/bind", NULL);
  const char *idle = text_of (element (bind->object, "devices", 4), "dev_id");
  g_autofree char *json = g_strdup_printf ("{\"modelId\":\"%s\",\"title\":\"Once more\",\"cover\":\"\",\"deviceId\":\"%s\","
                                           "\"plateIndex\":1,\"profileId\":%" G_GINT64_FORMAT ",\"mode\":\"cloud_file\"}",
                                           text_of (task, "modelId"), idle, number_of (task, "profileId"));
  g_autoptr(Answer) created = ask (cloud, "POST", "/v1/user-service/my/task", json);
  g_autoptr(Answer) after = ask (cloud, "GET", TASKS "?limit=1", NULL);
  g_autoptr(Answer) later = NULL;
  JsonObject *newest = element (after->object, "hits", 0);

  g_assert_cmpuint (created->status, ==, 200);
  assert_shape (created->object, "id:i");
  g_assert_cmpint (number_of (newest, "id"), ==, number_of (created->object, "id"));
  g_assert_cmpint (number_of (newest, "status"), ==, 1);
  g_assert_cmpstr (text_of (newest, "title"), ==, "Once more");
  g_assert_cmpint (number_of (after->object, "total"), ==, 301);

  test_cloud_advance (cloud, 60);
  later = ask (cloud, "GET", TASKS "?limit=1", NULL);
  newest = element (later->object, "hits", 0);
  g_assert_cmpint (number_of (newest, "id"), ==, number_of (created->object, "id"));
  g_assert_cmpint (number_of (newest, "status"), ==, 4);
}

static void
test_create_task_wrong (TestCloud *cloud)
{
  g_autoptr(Answer) nothing = ask (cloud, "POST", "/v1/user-service/my/task", "");
  g_autoptr(Answer) missing = ask (cloud, "POST", "/v1/user-service/my/task", "{}");
  g_autoptr(Answer) mismatch = ask (cloud, "POST", "/v1/user-service/my/task",
                                    "{\"modelId\":\"a\",\"title\":\"a\",\"cover\":\"\",\"deviceId\":\"a\",\"plateIndex\":1,"
                                    "\"profileId\":\"1\",\"mode\":\"cloud_file\"}");
  g_autoptr(Answer) foreign = ask (cloud, "POST", "/v1/user-service/my/task",
                                   "{\"modelId\":\"a\",\"title\":\"a\",\"cover\":\"\",\"deviceId\":\"a\",\"plateIndex\":1,"
                                   "\"profileId\":1,\"mode\":\"cloud_file\"}");

  assert_fails (nothing, 400, 3);
  assert_fails (missing, 400, 3);
  g_assert_cmpstr (text_of (missing->object, "error"), ==, "field 'modelId' is not set");
  assert_fails (mismatch, 400, 3);
  g_assert_cmpstr (text_of (mismatch->object, "error"), ==, "type mismatch for field 'profileId'");
  assert_fails (foreign, 403, 8);
}

static void
test_ticket (TestCloud *cloud)
{
  g_autoptr(Answer) known = ask (cloud, "GET", "/v1/user-service/my/ticket/10233", NULL);
  g_autoptr(Answer) unknown = ask (cloud, "GET", "/v1/user-service/my/ticket/1", NULL);

  g_assert_cmpuint (known->status, ==, 200);
  g_assert_cmpint (number_of (known->object, "id"), ==, 10233);
  assert_time (text_of (known->object, "createTime"), TRUE);
  assert_fails (unknown, 404, 404);
}

static void
test_unknown_path (TestCloud *cloud)
{
  g_autoptr(Answer) path = ask (cloud, "GET", "/v1/user-service/my/nothing", NULL);
  g_autoptr(Answer) method = ask (cloud, "PUT", TASKS, "{}");

  assert_fails (path, 404, 404);
  assert_fails (method, 405, 405);
}

/* Who asks sends nothing, and who sends something sends JSON. */
static void
test_bodies (TestCloud *cloud)
{
  g_autoptr(Answer) broken = ask (cloud, "POST", "/v1/user-service/my/task", "{\"modelId\":");
  g_autoptr(Answer) list = ask (cloud, "POST", "/v1/iot-service/api/user/ttcode", "[]");
  g_autoptr(Answer) asked = ask (cloud, "GET", TASKS, "{}");

  assert_fails (broken, 400, 3);
  assert_fails (list, 400, 1);
  assert_fails (asked, 400, 3);
}

static const CloudTest tests[] = {
  { "preference", test_preference },
  { "tasks", test_tasks },
  { "default-limit", test_default_limit },
  { "tasks-of-printer", test_tasks_of_printer },
  { "task-fits-project", test_task_fits_project },
  { "messages", test_messages },
  { "message-pages", test_message_pages },
  { "create-task", test_create_task },
  { "create-task-wrong", test_create_task_wrong },
  { "ticket", test_ticket },
  { "unknown-path", test_unknown_path },
  { "bodies", test_bodies },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_tests ("user-service", tests, G_N_ELEMENTS (tests));

  return g_test_run ();
}
