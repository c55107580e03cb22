/* demo-control.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-server.h"
#include "demo-services.h"

static void
respond_done (DemoExchange *exchange)
{
  DemoJson *json = demo_json_new ();

  demo_json_begin_object (json, NULL);
  demo_json_end_object (json);
  demo_exchange_respond_json (exchange, SOUP_STATUS_OK, json);
}

static void
respond_wrong (DemoExchange *exchange,
               guint         status,
               const char   *error)
{
  DemoJson *json = demo_json_new ();

  demo_json_begin_object (json, NULL);
  demo_json_add_string (json, "error", error);
  demo_json_end_object (json);
  demo_exchange_respond_json (exchange, status, json);
}

static void
add_fault_cb (DemoExchange *exchange)
{
  g_autoptr(GError) error = NULL;

  if (exchange->body == NULL)
    respond_wrong (exchange, SOUP_STATUS_BAD_REQUEST, "A fault is a JSON object");
  else if (!demo_faults_add (demo_server_get_faults (exchange->server), exchange->body, &error))
    respond_wrong (exchange, SOUP_STATUS_BAD_REQUEST, error->message);
  else
    respond_done (exchange);
}

static void
list_faults_cb (DemoExchange *exchange)
{
  DemoJson *json = demo_json_new ();

  demo_json_begin_object (json, NULL);
  demo_faults_write (demo_server_get_faults (exchange->server), json);
  demo_json_end_object (json);
  demo_exchange_respond_json (exchange, SOUP_STATUS_OK, json);
}

static void
clear_faults_cb (DemoExchange *exchange)
{
  demo_faults_clear (demo_server_get_faults (exchange->server));
  respond_done (exchange);
}

static void
list_requests_cb (DemoExchange *exchange)
{
  DemoJson *json = demo_json_new ();

  demo_json_begin_object (json, NULL);
  demo_log_write (demo_server_get_log (exchange->server), json);
  demo_json_end_object (json);
  demo_exchange_respond_json (exchange, SOUP_STATUS_OK, json);
}

static void
clear_requests_cb (DemoExchange *exchange)
{
  demo_log_clear (demo_server_get_log (exchange->server));
  respond_done (exchange);
}

static void
clock_cb (DemoExchange *exchange)
{
  g_autofree char *time = demo_format_iso_time (demo_world_get_time (demo_exchange_get_world (exchange)));
  DemoJson *json = demo_json_new ();

  demo_json_begin_object (json, NULL);
  demo_json_add_string (json, "time", time);
  demo_json_end_object (json);
  demo_exchange_respond_json (exchange, SOUP_STATUS_OK, json);
}

static void
advance_clock_cb (DemoExchange *exchange)
{
  gint64 seconds = demo_json_get_int (exchange->body, "advance", -1);

  if (seconds < 0 || seconds > G_MAXINT)
    {
      respond_wrong (exchange, SOUP_STATUS_BAD_REQUEST, "“advance” says by how many seconds, from 0");
      return;
    }

  demo_world_advance (demo_exchange_get_world (exchange), seconds);
  clock_cb (exchange);
}

static void
write_printer (DemoJson    *json,
               DemoPrinter *printer)
{
  demo_json_begin_object (json, NULL);
  demo_json_add_string (json, "dev_id", printer->dev_id);
  demo_json_add_string (json, "name", printer->name);
  demo_json_add_boolean (json, "online", printer->online);
  demo_json_add_string (json, "status", demo_printer_get_status (printer));
  demo_json_add_int (json, "asked", printer->n_asked);
  if (printer->task != NULL)
    {
      demo_json_add_int (json, "task", printer->task->id);
      demo_json_add_int (json, "progress", demo_printer_get_progress (printer, demo_world_get_time (printer->world)));
    }
  demo_json_begin_array (json, "hms");
  for (guint i = 0; i < printer->hms->len; i++)
    demo_json_add_string (json, NULL, g_ptr_array_index (printer->hms, i));
  demo_json_end_array (json);
  demo_json_end_object (json);
}

static void
list_printers_cb (DemoExchange *exchange)
{
  DemoWorld *world = demo_exchange_get_world (exchange);
  DemoJson *json = demo_json_new ();

  demo_json_begin_object (json, NULL);
  demo_json_begin_array (json, "printers");
  for (guint i = 0; i < demo_world_get_n_printers (world); i++)
    write_printer (json, demo_world_get_printer (world, i));
  demo_json_end_array (json);
  demo_json_end_object (json);
  demo_exchange_respond_json (exchange, SOUP_STATUS_OK, json);
}

static void
printer_event_cb (DemoExchange *exchange)
{
  DemoPrinter *printer = demo_world_find_printer (demo_exchange_get_world (exchange), exchange->segment);
  const char *event = demo_json_get_string (exchange->body, "event", NULL);
  g_autoptr(GError) error = NULL;
  DemoJson *json;

  if (printer == NULL)
    {
      respond_wrong (exchange, SOUP_STATUS_NOT_FOUND, "There is no such printer");
      return;
    }

  if (event == NULL)
    {
      respond_wrong (exchange, SOUP_STATUS_BAD_REQUEST, "“event” says what happens");
      return;
    }

  if (!demo_printer_send_event (printer, event, demo_json_get_string (exchange->body, "code", NULL), &error))
    {
      gboolean is_busy = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY);

      respond_wrong (exchange, is_busy ? SOUP_STATUS_CONFLICT : SOUP_STATUS_BAD_REQUEST, error->message);
      return;
    }

  if (g_str_equal (event, "pause"))
    printer->pause_stage = (int) demo_json_get_int (exchange->body, "stage", printer->pause_stage);

  if (demo_server_get_live (exchange->server) != NULL)
    demo_live_report (demo_server_get_live (exchange->server), printer);

  json = demo_json_new ();
  write_printer (json, printer);
  demo_exchange_respond_json (exchange, SOUP_STATUS_OK, json);
}

/**
 * demo_control_get_routes:
 * @n_routes: (out): how many there are
 *
 * What the true cloud has not: how tests and demonstrations make things happen.
 *
 * Returns: (transfer none) (array length=n_routes): the routes
 */
const DemoRoute *
demo_control_get_routes (guint *n_routes)
{
  static const DemoRoute routes[] = {
    { "GET", "/_demo/faults", list_faults_cb, DEMO_ROUTE_OPEN },
    { "POST", "/_demo/faults", add_fault_cb, DEMO_ROUTE_OPEN },
    { "DELETE", "/_demo/faults", clear_faults_cb, DEMO_ROUTE_OPEN },
    { "GET", "/_demo/requests", list_requests_cb, DEMO_ROUTE_OPEN },
    { "DELETE", "/_demo/requests", clear_requests_cb, DEMO_ROUTE_OPEN },
    { "GET", "/_demo/clock", clock_cb, DEMO_ROUTE_OPEN },
    { "POST", "/_demo/clock", advance_clock_cb, DEMO_ROUTE_OPEN },
    { "GET", "/_demo/printers", list_printers_cb, DEMO_ROUTE_OPEN },
    { "POST", "/_demo/printers/*", printer_event_cb, DEMO_ROUTE_OPEN },
  };

  *n_routes = G_N_ELEMENTS (routes);

  return routes;
}
