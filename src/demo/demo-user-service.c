/* demo-user-service.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-server.h"
#include "demo-services.h"

#define DEFAULT_LIMIT 20
#define MAX_LIMIT 1000

/* A task whose end is within a minute of its start is still being printed. */
#define STILL_PRINTING 19

static char *
make_person_url (DemoExchange *exchange,
                 const char   *folder,
                 const char   *name)
{
  g_autofree char *words = g_strdelimit (g_strdup (name), " ", '_');
  g_autofree char *escaped = g_uri_escape_string (words, NULL, FALSE);
  g_autofree char *path = NULL;

  path = g_strdup_printf ("/%s/%s.png", folder, escaped);

  return demo_server_make_url (exchange->server, exchange, path);
}

static void
preference_cb (DemoExchange *exchange)
{
  g_autofree char *avatar = make_person_url (exchange, "avatar", exchange->account->name);
  g_autofree char *background = make_person_url (exchange, "background", exchange->account->name);
  DemoJson *json = demo_json_new ();

  demo_json_begin_object (json, NULL);
  demo_json_add_int (json, "uid", exchange->account->uid);
  demo_json_add_string (json, "name", exchange->account->name);
  demo_json_add_string (json, "handle", exchange->account->handle);
  demo_json_add_string (json, "avatar", avatar);
  demo_json_add_string (json, "bio", "Prints gears, boxes for gears, and stands for boxes.");
  demo_json_begin_array (json, "links");
  demo_json_add_string (json, NULL, "https://example.org/ada");
  demo_json_add_string (json, NULL, "https://example.com/engines");
  demo_json_end_array (json);
  demo_json_add_string (json, "backgroundUrl", background);
  /* Settings of no importance, all of them 0 or 1. */
  demo_json_add_int (json, "isDefaultLicense", 0);
  demo_json_add_int (json, "recvCommentNotify", 1);
  demo_json_add_int (json, "recvLikeNotify", 1);
  demo_json_end_object (json);
  demo_exchange_respond_json (exchange, SOUP_STATUS_OK, json);
}

static void
write_time (DemoJson   *json,
            const char *name,
            gint64      seconds)
{
  g_autofree char *text = demo_format_iso_time (seconds);

  demo_json_add_string (json, name, text);
}

static void
write_ams_mapping (DemoJson  *json,
                   DemoTask  *task)
{
  demo_json_begin_array (json, "amsDetailMapping");
  for (guint i = 0; i < task->plate->n_filaments; i++)
    {
      const DemoFilament *filament = &task->plate->filaments[i];
      g_autofree char *color = g_strdup_printf ("%08X", filament->rgba);

      demo_json_begin_object (json, NULL);
      demo_json_add_int (json, "ams", i);
      demo_json_add_string (json, "sourceColor", color);
      demo_json_add_string (json, "targetColor", color);
      demo_json_add_string (json, "filamentId", filament->filament_id);
      demo_json_add_string (json, "filamentType", filament->type);
      demo_json_add_string (json, "targetFilamentType", "");
      demo_json_add_decimal (json, "weight", filament->grams, 2);
      demo_json_add_int (json, "nozzleId", 0);
      demo_json_add_int (json, "amsId", i / 4);
      demo_json_add_int (json, "slotId", i % 4);
      demo_json_end_object (json);
    }
  demo_json_end_array (json);
}

static gint64
get_end_time (DemoTask *task)
{
  if (task->status == DEMO_TASK_CREATED)
    return task->start_time;

  return task->status == DEMO_TASK_RUNNING ? task->start_time + STILL_PRINTING : task->end_time;
}

static char *
make_cover_url (DemoExchange *exchange,
                DemoTask     *task)
{
  g_autofree char *path = demo_store_cover_path (task->project, task->profile, task->plate);

  return demo_server_sign_url (exchange->server, exchange, "GET", path);
}

static void
write_task (DemoExchange *exchange,
            DemoJson     *json,
            DemoTask     *task)
{
  g_autofree char *cover = make_cover_url (exchange, task);
  double metres = 0;

  for (guint i = 0; i < task->plate->n_filaments; i++)
    metres += task->plate->filaments[i].metres;

  demo_json_begin_object (json, NULL);
  demo_json_add_int (json, "id", task->id);
  demo_json_add_int (json, "designId", 0);
  demo_json_add_string (json, "designTitle", "");
  demo_json_add_int (json, "instanceId", 0);
  demo_json_add_string (json, "modelId", task->project->model_id);
  demo_json_add_string (json, "title", task->title);
  demo_json_add_string (json, "cover", cover);
  demo_json_add_int (json, "status", task->status);
  demo_json_add_int (json, "failedType", 0);
  demo_json_add_int (json, "feedbackStatus", 0);
  write_time (json, "startTime", task->start_time);
  write_time (json, "endTime", get_end_time (task));
  demo_json_add_decimal (json, "weight", task->plate->grams, 2);
  demo_json_add_int (json, "length", (gint64) (metres * 100 + 0.5)); /* centimetres */
  demo_json_add_int (json, "costTime", task->plate->prediction);
  demo_json_add_int (json, "profileId", task->profile->id);
  demo_json_add_int (json, "plateIndex", task->plate->index);
  demo_json_add_string (json, "plateName", "");
  demo_json_add_string (json, "deviceId", task->printer->dev_id);
  write_ams_mapping (json, task);
  demo_json_add_string (json, "mode", "cloud_file");
  demo_json_add_boolean (json, "isPublicProfile", FALSE);
  demo_json_add_boolean (json, "isPrintable", TRUE);
  demo_json_add_boolean (json, "isDelete", FALSE);
  demo_json_add_string (json, "deviceModel", task->printer->model->task);
  demo_json_add_string (json, "deviceName", task->printer->name);
  demo_json_add_string (json, "bedType", "textured_plate");
  demo_json_add_int (json, "jobType", 1);
  demo_json_add_boolean (json, "useAms", task->plate->n_filaments > 1);
  demo_json_add_int (json, "repetitions", 1);
  demo_json_add_string (json, "snapShot", "");
  demo_json_end_object (json);
}

static guint
get_limit (DemoExchange *exchange)
{
  gint64 limit = demo_exchange_get_number (exchange, "limit", DEFAULT_LIMIT);

  return limit > 0 ? (guint) MIN (limit, MAX_LIMIT) : DEFAULT_LIMIT;
}

static gint64
get_after (DemoExchange *exchange)
{
  gint64 after = demo_exchange_get_number (exchange, "after", 0);

  return after > 0 ? after : G_MAXINT64;
}

static void
tasks_cb (DemoExchange *exchange)
{
  DemoWorld *world = demo_exchange_get_world (exchange);
  const char *dev_id = demo_exchange_get_query (exchange, "deviceId");
  g_autoptr(GPtrArray) tasks = NULL;
  DemoJson *json;

  if (dev_id != NULL && *dev_id == '\0')
    dev_id = NULL;

  tasks = demo_world_list_tasks (world, dev_id, get_after (exchange), get_limit (exchange));
  json = demo_json_new ();
  demo_json_begin_object (json, NULL);
  demo_json_add_int (json, "total", demo_world_get_n_tasks (world, dev_id));
  demo_json_begin_array (json, "hits");
  for (guint i = 0; i < tasks->len; i++)
    write_task (exchange, json, g_ptr_array_index (tasks, i));
  demo_json_end_array (json);
  demo_json_end_object (json);
  demo_exchange_respond_json (exchange, SOUP_STATUS_OK, json);
}

/* Says first what is missing, then what is of the wrong type, as the cloud does. */
static gboolean
check_task (DemoExchange *exchange)
{
  static const struct { const char *name; gboolean is_number; } fields[] = {
    { "modelId", FALSE }, { "title", FALSE }, { "cover", FALSE }, { "deviceId", FALSE }, { "plateIndex", TRUE },
    { "profileId", TRUE }, { "mode", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *name = fields[i].name;
      gboolean is_right = fields[i].is_number ? demo_json_get_int (exchange->body, name, -1) >= 0
                                              : demo_json_get_string (exchange->body, name, NULL) != NULL;
      g_autofree char *error = NULL;

      if (is_right)
        continue;

      error = g_strdup_printf (exchange->body != NULL && json_object_has_member (exchange->body, name)
                                 ? "type mismatch for field '%s'" : "field '%s' is not set", name);
      demo_exchange_respond_error (exchange, SOUP_STATUS_BAD_REQUEST, 3, error);
      return FALSE;
    }

  return TRUE;
}

static void
create_task_cb (DemoExchange *exchange)
{
  DemoWorld *world = demo_exchange_get_world (exchange);
  DemoPrinter *printer;
  DemoProject *project;
  DemoTask *task;
  DemoJson *json;
  gint64 plate;
  guint profile = 0;

  if (!check_task (exchange))
    return;

  plate = demo_json_get_int (exchange->body, "plateIndex", 0);
  printer = demo_world_find_printer (world, demo_json_get_string (exchange->body, "deviceId", NULL));
  project = demo_catalogue_find_profile (demo_world_get_catalogue (world),
                                         demo_json_get_int (exchange->body, "profileId", 0),
                                         demo_json_get_string (exchange->body, "modelId", NULL),
                                         &profile);

  if (printer == NULL || project == NULL || plate < 1 || plate > project->profiles[profile].n_plates)
    {
      demo_exchange_respond_error (exchange, SOUP_STATUS_FORBIDDEN, 8, "Resource forbidden");
      return;
    }

  task = demo_world_queue_task (world, printer, project, profile, (guint) plate - 1,
                                demo_json_get_string (exchange->body, "title", project->name));
  json = demo_json_new ();
  demo_json_begin_object (json, NULL);
  demo_json_add_int (json, "id", task->id);
  demo_json_end_object (json);
  demo_exchange_respond_json (exchange, SOUP_STATUS_OK, json);
}

static void
write_design (DemoExchange *exchange,
              DemoJson     *json,
              DemoProject  *project)
{
  DemoProfile *profile = &project->profiles[0];
  g_autofree char *path = NULL;
  g_autofree char *cover = NULL;

  if (profile->n_plates > 0)
    {
      path = demo_store_cover_path (project, profile, &profile->plates[0]);
      cover = demo_server_sign_url (exchange->server, exchange, "GET", path);
    }

  demo_json_begin_object (json, "design");
  demo_json_add_int (json, "id", project->id % 1000000);
  demo_json_add_string (json, "title", project->name);
  demo_json_add_string (json, "cover", cover != NULL ? cover : "");
  demo_json_end_object (json);
}

static void
write_task_message (DemoExchange *exchange,
                    DemoJson     *json,
                    DemoTask     *task)
{
  g_autofree char *cover = make_cover_url (exchange, task);

  demo_json_begin_object (json, "taskMessage");
  demo_json_add_int (json, "id", task->id);
  demo_json_add_string (json, "title", task->title);
  demo_json_add_string (json, "cover", cover);
  demo_json_add_int (json, "status", task->status);
  demo_json_add_string (json, "deviceId", task->printer->dev_id);
  demo_json_end_object (json);
}

/* A print is a message from oneself. */
static void
write_from (DemoExchange *exchange,
            DemoJson     *json,
            DemoMessage  *message)
{
  gboolean is_own = message->type == DEMO_MESSAGE_TASK;
  const char *name = is_own ? exchange->account->name : message->type == DEMO_MESSAGE_SYSTEM ? "System" : message->name;
  g_autofree char *avatar = make_person_url (exchange, "avatar", name);

  demo_json_begin_object (json, "from");
  demo_json_add_int (json, "uid", is_own ? exchange->account->uid
                                         : message->type == DEMO_MESSAGE_SYSTEM ? 0 : 1203400000 + message->person * 7717);
  demo_json_add_string (json, "name", name);
  demo_json_add_string (json, "avatar", avatar);
  demo_json_add_int (json, "fanCount", 0);
  demo_json_add_int (json, "followCount", 0);
  demo_json_add_int (json, "likeCount", 0);
  demo_json_add_boolean (json, "isFollowed", FALSE);
  demo_json_end_object (json);
}

static void
write_message (DemoExchange *exchange,
               DemoJson     *json,
               DemoMessage  *message)
{
  demo_json_begin_object (json, NULL);
  demo_json_add_int (json, "id", message->id);
  demo_json_add_int (json, "type", message->type);

  if (message->project != NULL)
    write_design (exchange, json, message->project);
  else
    demo_json_add_null (json, "design");

  if (message->text != NULL)
    {
      demo_json_begin_object (json, "comment");
      demo_json_add_int (json, "id", message->id % 100000);
      demo_json_add_string (json, "content", message->text);
      demo_json_end_object (json);
    }
  else
    {
      demo_json_add_null (json, "comment");
    }

  if (message->task != NULL)
    write_task_message (exchange, json, message->task);
  else
    demo_json_add_null (json, "taskMessage");

  write_from (exchange, json, message);
  write_time (json, "createTime", message->create_time);
  demo_json_end_object (json);
}

static void
messages_cb (DemoExchange *exchange)
{
  gint64 type = demo_exchange_get_number (exchange, "type", 0);
  g_autoptr(GPtrArray) messages = NULL;
  DemoJson *json;

  messages = demo_world_list_messages (demo_exchange_get_world (exchange), (guint) MIN (type, G_MAXINT),
                                       get_after (exchange), get_limit (exchange));
  json = demo_json_new ();
  demo_json_begin_object (json, NULL);
  demo_json_begin_array (json, "hits");
  for (guint i = 0; i < messages->len; i++)
    write_message (exchange, json, g_ptr_array_index (messages, i));
  demo_json_end_array (json);
  demo_json_end_object (json);
  demo_exchange_respond_json (exchange, SOUP_STATUS_OK, json);
}

static void
ticket_cb (DemoExchange *exchange)
{
  static const struct { const char *id; const char *title; guint status; gint64 age; } tickets[] = {
    { "10233", "First layer inspection reports a fault on a clean plate", 2, 41 * 86400 },
    { "10871", "AMS does not read the second slot", 1, 6 * 86400 },
  };
  gint64 now = demo_world_get_service_time (demo_exchange_get_world (exchange));

  for (guint i = 0; i < G_N_ELEMENTS (tickets); i++)
    {
      DemoJson *json;

      if (!g_str_equal (exchange->segment, tickets[i].id))
        continue;

      json = demo_json_new ();
      demo_json_begin_object (json, NULL);
      demo_json_add_int (json, "id", g_ascii_strtoll (tickets[i].id, NULL, 10));
      demo_json_add_string (json, "title", tickets[i].title);
      demo_json_add_int (json, "status", tickets[i].status);
      write_time (json, "createTime", now - tickets[i].age);
      demo_json_end_object (json);
      demo_exchange_respond_json (exchange, SOUP_STATUS_OK, json);
      return;
    }

  demo_exchange_respond_error (exchange, SOUP_STATUS_NOT_FOUND, 404, "Not found.");
}

/**
 * demo_user_service_get_routes:
 * @n_routes: (out): how many there are
 *
 * The account, its tasks and its messages.
 *
 * Returns: (transfer none) (array length=n_routes): the routes
 */
const DemoRoute *
demo_user_service_get_routes (guint *n_routes)
{
  static const DemoRoute routes[] = {
    { "GET", "/v1/design-user-service/my/preference", preference_cb },
    { "GET", "/v1/user-service/my/tasks", tasks_cb },
    { "POST", "/v1/user-service/my/task", create_task_cb },
    { "GET", "/v1/user-service/my/messages", messages_cb },
    { "GET", "/v1/user-service/my/ticket/*", ticket_cb },
  };

  *n_routes = G_N_ELEMENTS (routes);

  return routes;
}
