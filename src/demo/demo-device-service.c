/* demo-device-service.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-server.h"
#include "demo-services.h"

/* Release notes come in two styles, with brackets of two kinds. */
static const char * const notes[] = {
  "## version ota@VERSION@:\n"
  "### 【Improvements】\n"
  "1. [System] The screen tells what a printer waits for.\n"
  "2. [AMS] Reading a spool takes half the time.\n"
  "3. [Algorithm] Flow is calibrated again after the nozzle was changed.\n"
  "### 【Bugs fixed】\n"
  "1. [System] Fixed an issue where a print that was cancelled stayed on the screen.\n"
  "2. [AMS] Fixed an issue where humidity was shown as 0 % after a restart.",

  "[New Features]\n"
  "1. Skip parts of a plate while it is being printed.\n"
  "\n"
  "[Improvements]\n"
  "1. Vibration compensation is faster, and quieter at night.\n"
  "2. Clearer messages when a cable is loose.\n"
  "\n"
  "[Bugs Fixed]\n"
  "1. Fixed an issue where the light stayed on during timelapses.\n"
  "2. Fixed a rare restart while uploading logs (firmware @VERSION@).",
};

static void
write_access_code (DemoJson    *json,
                   DemoPrinter *printer)
{
  g_autofree char *code = g_strconcat (printer->access_code, "\n", NULL);

  demo_json_add_string (json, "dev_access_code", code);
}

static void
bind_cb (DemoExchange *exchange)
{
  DemoWorld *world = demo_exchange_get_world (exchange);
  DemoJson *json = demo_exchange_begin_iot (exchange);

  demo_json_begin_array (json, "devices");
  for (guint i = 0; i < demo_world_get_n_printers (world); i++)
    {
      DemoPrinter *printer = demo_world_get_printer (world, i);

      demo_json_begin_object (json, NULL);
      demo_json_add_string (json, "dev_id", printer->dev_id);
      demo_json_add_string (json, "name", printer->name);
      demo_json_add_boolean (json, "online", printer->online);
      demo_json_add_string (json, "print_status", demo_printer_get_status (printer));
      demo_json_add_int (json, "print_job", printer->task != NULL ? printer->task->id : 0);
      demo_json_add_string (json, "dev_model_name", printer->model->code);
      demo_json_add_string (json, "dev_product_name", printer->model->product);
      write_access_code (json, printer);
      demo_json_add_decimal (json, "nozzle_diameter", 0.4, 1);
      demo_json_add_string (json, "dev_structure", printer->model->structure);
      demo_json_end_object (json);
    }
  demo_json_end_array (json);
  demo_exchange_end_iot (exchange, json);
}

static void
write_no_print (DemoJson *json)
{
  static const char * const names[] = {
    "task_id", "task_name", "task_status", "model_id", "project_id", "profile_id", "start_time", "prediction", "progress",
    "thumbnail",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    demo_json_add_null (json, names[i]);
}

static void
write_id (DemoJson   *json,
          const char *name,
          gint64      id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  demo_json_add_string (json, name, text);
}

/* Numbers come as numbers, and from one printer in three as strings. */
static void
write_number (DemoJson    *json,
              DemoPrinter *printer,
              const char  *name,
              gint64       number)
{
  if (printer->index % 3 == 1)
    write_id (json, name, number);
  else
    demo_json_add_int (json, name, number);
}

static void
write_print (DemoExchange *exchange,
             DemoJson     *json,
             DemoPrinter  *printer)
{
  const DemoTask *task = printer->task;
  gint64 now = demo_world_get_time (printer->world);
  g_autofree char *start = demo_format_iot_time (task->start_time);
  g_autofree char *path = demo_store_plate_path (task->project, task->profile, task->plate);
  g_autofree char *thumbnail = demo_server_sign_url (exchange->server, exchange, "GET", path);

  write_id (json, "task_id", task->id);
  demo_json_add_string (json, "task_name", task->title);
  demo_json_add_string (json, "task_status", demo_printer_get_status (printer));
  demo_json_add_string (json, "model_id", task->project->model_id);
  write_id (json, "project_id", task->project->id);
  write_id (json, "profile_id", task->profile->id);
  demo_json_add_string (json, "start_time", start);
  write_number (json, printer, "prediction", task->plate->prediction);
  write_number (json, printer, "progress", demo_printer_get_progress (printer, now));
  demo_json_add_string (json, "thumbnail", thumbnail);
}

static void
print_cb (DemoExchange *exchange)
{
  DemoWorld *world = demo_exchange_get_world (exchange);
  DemoJson *json = demo_exchange_begin_iot (exchange);

  demo_json_begin_array (json, "devices");
  for (guint i = 0; i < demo_world_get_n_printers (world); i++)
    {
      DemoPrinter *printer = demo_world_get_printer (world, i);

      demo_json_begin_object (json, NULL);
      demo_json_add_string (json, "dev_id", printer->dev_id);
      demo_json_add_string (json, "dev_name", printer->name);
      demo_json_add_string (json, "dev_model_name", printer->model->code);
      demo_json_add_string (json, "dev_product_name", printer->model->product);
      demo_json_add_boolean (json, "dev_online", printer->online);
      write_access_code (json, printer);
      if (printer->state == DEMO_STATE_IDLE || printer->task == NULL)
        write_no_print (json);
      else
        write_print (exchange, json, printer);
      demo_json_end_object (json);
    }
  demo_json_end_array (json);
  demo_exchange_end_iot (exchange, json);
}

/* Finds one of the user's printers, or answers that this is none. */
static DemoPrinter *
find_printer (DemoExchange *exchange,
              const char   *dev_id)
{
  DemoPrinter *printer;

  if (dev_id == NULL || *dev_id == '\0')
    {
      demo_exchange_miss_field (exchange, "dev_id");
      return NULL;
    }

  printer = demo_world_find_printer (demo_exchange_get_world (exchange), dev_id);
  if (printer == NULL)
    demo_exchange_fail_iot (exchange, SOUP_STATUS_FORBIDDEN, 8, "permission denied", "Resource forbidden");

  return printer;
}

static void
device_info_cb (DemoExchange *exchange)
{
  DemoPrinter *printer = find_printer (exchange, demo_json_get_string (exchange->body, "dev_id", NULL));
  const char *name = demo_json_get_string (exchange->body, "name", NULL);

  if (printer == NULL)
    return;

  if (name != NULL && (*name == '\0' || g_utf8_strlen (name, -1) > 32))
    {
      demo_exchange_fail_iot (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, 1, "Invalid input parameters", "Bad request");
      return;
    }

  if (name != NULL)
    {
      g_free (printer->name);
      printer->name = g_strdup (name);
    }

  demo_exchange_end_iot (exchange, demo_exchange_begin_iot (exchange));
}

/* What the newest versions of an AMS are. */
#define AMS_FIRMWARE "00.00.06.75"
#define AMS_UPDATE "00.00.07.94"

/* One printer insists on its update. */
#define FORCED_PRINTER 4

static void
write_firmware (DemoExchange *exchange,
                DemoJson     *json,
                DemoPrinter  *printer)
{
  const char *newest = printer->model->update != NULL ? printer->model->update : printer->model->firmware;
  const char *note = notes[printer->index % G_N_ELEMENTS (notes)];
  g_auto(GStrv) parts = g_strsplit (note, "@VERSION@", -1);
  g_autofree char *description = g_strjoinv (newest, parts);
  g_autofree char *path = g_strdup_printf ("/upgrade/device/%s/%s/product/ota-v%s.json.sig",
                                           printer->model->code, newest, newest);
  g_autofree char *url = demo_server_make_url (exchange->server, exchange, path);

  demo_json_begin_array (json, "firmware");
  demo_json_begin_object (json, NULL);
  demo_json_add_string (json, "version", newest);
  demo_json_add_boolean (json, "force_update", printer->index == FORCED_PRINTER);
  demo_json_add_string (json, "url", url);
  demo_json_add_string (json, "description", description);
  demo_json_end_object (json);
  demo_json_end_array (json);
}

/* The first printer has two units, of which one is behind; every other printer of the newer build has one. */
static guint
count_units (DemoPrinter *printer)
{
  if (printer->index == 0)
    return 2;

  return g_str_equal (printer->model->structure, "CoreXY") && printer->index % 2 == 1 ? 1 : 0;
}

static void
write_units (DemoExchange *exchange,
             DemoJson     *json,
             DemoPrinter  *printer)
{
  g_autofree char *url = demo_server_make_url (exchange->server, exchange,
                                               "/upgrade/device/ams/" AMS_UPDATE "/ams-ota_v" AMS_UPDATE ".json.sig");

  demo_json_begin_array (json, "ams");
  for (guint i = 0; i < count_units (printer); i++)
    {
      g_autofree char *dev_id = g_strdup_printf ("00600A%09u", 410000000 + printer->index * 977 + i * 131);

      demo_json_begin_object (json, NULL);
      demo_json_add_string (json, "dev_id", dev_id);
      demo_json_add_string (json, "version", printer->index == 0 && i == 1 ? AMS_FIRMWARE : AMS_UPDATE);
      demo_json_begin_array (json, "firmware");
      demo_json_begin_object (json, NULL);
      demo_json_add_string (json, "version", AMS_UPDATE);
      demo_json_add_boolean (json, "force_update", FALSE);
      demo_json_add_string (json, "url", url);
      demo_json_add_string (json, "description", "[Improvements]\n1. Spools are fed in more gently.\n"
                                                 "2. Drying is told of while nothing prints.");
      demo_json_end_object (json);
      demo_json_end_array (json);
      demo_json_end_object (json);
    }
  demo_json_end_array (json);
}

static void
device_version_cb (DemoExchange *exchange)
{
  DemoPrinter *printer = find_printer (exchange, demo_exchange_get_query (exchange, "dev_id"));
  DemoJson *json;

  if (printer == NULL)
    return;

  json = demo_exchange_begin_iot (exchange);
  demo_json_begin_array (json, "devices");
  demo_json_begin_object (json, NULL);
  demo_json_add_string (json, "dev_id", printer->dev_id);
  demo_json_add_string (json, "version", printer->model->firmware);
  write_firmware (exchange, json, printer);
  write_units (exchange, json, printer);
  demo_json_end_object (json);
  demo_json_end_array (json);
  demo_exchange_end_iot (exchange, json);
}

static void
camera_ticket_cb (DemoExchange *exchange)
{
  DemoPrinter *printer = find_printer (exchange, demo_json_get_string (exchange->body, "dev_id", NULL));
  g_autofree char *code = NULL;
  g_autofree char *password = NULL;
  g_autofree char *key = NULL;
  DemoRandom random;
  DemoJson *json;

  if (printer == NULL)
    return;

  demo_random_init (&random, demo_world_get_seed (printer->world), "camera", printer->index);
  code = demo_random_hex (&random, 20);
  password = demo_random_hex (&random, 8);
  key = demo_random_hex (&random, 16);

  json = demo_exchange_begin_iot (exchange);
  demo_json_add_string (json, "ttcode", code);
  demo_json_add_string (json, "passwd", password);
  demo_json_add_string (json, "authkey", key);
  demo_exchange_end_iot (exchange, json);
}

/* Refused to everybody, also of one's own tasks. */
static void
task_cb (DemoExchange *exchange)
{
  static const char * const names[] = {
    "parent", "model_id", "project_id", "profile_id", "status", "name", "content", "context", "create_time",
    "update_time", "sub_task", "subtask", "est", "url", "md5",
  };
  DemoJson *json = demo_json_new ();

  demo_json_begin_object (json, NULL);
  demo_json_add_string (json, "message", "permission denied");
  demo_json_add_int (json, "code", 8);
  demo_json_add_string (json, "error", "Resource forbidden");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    demo_json_add_null (json, names[i]);
  demo_json_end_object (json);
  demo_exchange_respond_json (exchange, SOUP_STATUS_FORBIDDEN, json);
}

/**
 * demo_device_service_get_routes:
 * @n_routes: (out): how many there are
 *
 * The printers and what they print.
 *
 * Returns: (transfer none) (array length=n_routes): the routes
 */
const DemoRoute *
demo_device_service_get_routes (guint *n_routes)
{
  static const DemoRoute routes[] = {
    { "GET", "/v1/iot-service/api/user/bind", bind_cb },
    { "GET", "/v1/iot-service/api/user/print", print_cb },
    { "PATCH", "/v1/iot-service/api/user/device/info", device_info_cb },
    { "GET", "/v1/iot-service/api/user/device/version", device_version_cb },
    { "POST", "/v1/iot-service/api/user/ttcode", camera_ticket_cb },
    { "GET", "/v1/iot-service/api/user/task/*", task_cb },
  };

  *n_routes = G_N_ELEMENTS (routes);

  return routes;
}
