/* demo-live.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-live.h"

#include "demo-broker.h"
#include "demo-report.h"

#include <gio/gio.h>
#include <glib-unix.h>
#include <mosquitto.h>

#define USER "printers"
#define KEEPALIVE 60

/* Printers report once a second; of very many only so many do in each. */
#define INTERVAL_MS 1000
#define MAX_REPORTS 250

#define REFUSAL "mqtt message verify failed"
#define REFUSAL_CODE 84033543

struct _DemoLive
{
  DemoWorld         *world;
  DemoAccounts      *accounts;
  DemoBroker        *broker;
  struct mosquitto  *client;
  guint              tick_id;
  guint              socket_id;
  guint              next;       /* the printer to go on with */
  GHashTable        *machines;   /* of DemoPrinter to DemoMachine */
  GHashTable        *reported;   /* of DemoPrinter to JsonObject, what it reported last */
};

static void
set_password_cb (DemoAccount *account,
                 const char  *token,
                 gpointer     user_data)
{
  DemoLive *self = user_data;
  g_autofree char *user = g_strdup_printf ("u_%" G_GINT64_FORMAT, account->uid);

  demo_broker_set_password (self->broker, user, token);
}

/**
 * demo_live_new:
 * @world: the printers' world; must outlive it
 * @accounts: who may hear them; must outlive it
 *
 * Returns: (transfer full): reports that do not come yet
 */
DemoLive *
demo_live_new (DemoWorld    *world,
               DemoAccounts *accounts)
{
  DemoLive *self;

  g_return_val_if_fail (DEMO_IS_WORLD (world), NULL);
  g_return_val_if_fail (accounts != NULL, NULL);

  self = g_new0 (DemoLive, 1);
  self->world = world;
  self->accounts = accounts;
  self->broker = demo_broker_new ();
  self->machines = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->reported = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) json_object_unref);
  mosquitto_lib_init ();

  return self;
}

/**
 * demo_live_free:
 * @self: (transfer full): the reports
 *
 * Ends the reports, and the broker.
 */
void
demo_live_free (DemoLive *self)
{
  g_return_if_fail (self != NULL);

  demo_accounts_set_token_func (self->accounts, NULL, NULL);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_handle_id (&self->socket_id, g_source_remove);
  g_clear_pointer (&self->client, mosquitto_destroy);
  g_hash_table_unref (self->reported);
  g_hash_table_unref (self->machines);
  demo_broker_free (self->broker);
  mosquitto_lib_cleanup ();
  g_free (self);
}

static DemoMachine *
get_machine (DemoLive    *self,
             DemoPrinter *printer)
{
  gint64 now = demo_world_get_time (self->world);
  DemoMachine *machine = g_hash_table_lookup (self->machines, printer);

  if (machine == NULL)
    {
      machine = g_new (DemoMachine, 1);
      demo_machine_init (machine, printer, now);
      g_hash_table_insert (self->machines, printer, machine);
    }
  else
    {
      demo_machine_advance (machine, printer, now);
    }

  return machine;
}

/* Takes @part. */
static void
publish (DemoLive    *self,
         DemoPrinter *printer,
         const char  *name,
         JsonObject  *part)
{
  g_autoptr(JsonObject) message = json_object_new ();
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *topic = g_strdup_printf ("device/%s/report", printer->dev_id);
  g_autofree char *text = NULL;

  json_object_set_object_member (message, name, part);
  json_node_set_object (node, message);
  text = json_to_string (node, FALSE);
  mosquitto_publish (self->client, NULL, topic, (int) strlen (text), text, 0, FALSE);
}

static void
report (DemoLive    *self,
        DemoPrinter *printer,
        gboolean     whole)
{
  JsonObject *now = demo_report_create (printer, get_machine (self, printer), demo_world_get_time (self->world));
  JsonObject *before = g_hash_table_lookup (self->reported, printer);

  if (!whole && before != NULL && demo_report_get_kind (printer) == DEMO_REPORT_CHANGED)
    publish (self, printer, "print", demo_report_create_change (before, now));
  else
    publish (self, printer, "print", json_object_ref (now));

  g_hash_table_insert (self->reported, printer, now);
}

static gboolean
tick_cb (gpointer user_data)
{
  DemoLive *self = user_data;
  const guint n_printers = demo_world_get_n_printers (self->world);

  for (guint i = 0; i < MIN (n_printers, MAX_REPORTS); i++)
    {
      DemoPrinter *printer = demo_world_get_printer (self->world, self->next++ % n_printers);

      if (printer->online)
        report (self, printer, FALSE);
    }

  /* Keeps the connection up, and sends what could not be sent at once. */
  mosquitto_loop_misc (self->client);
  mosquitto_loop_write (self->client, 1);

  return G_SOURCE_CONTINUE;
}

/* Only what is allowed: a printer that prints can be paused, but not paused twice. */
static gboolean
obey (DemoPrinter  *printer,
      DemoMachine  *machine,
      JsonObject   *part,
      const char   *command,
      GError      **error)
{
  if (g_str_equal (command, "pause") || g_str_equal (command, "resume"))
    return demo_printer_send_event (printer, command, NULL, error);

  if (g_str_equal (command, "stop"))
    return demo_printer_send_event (printer, "cancel", NULL, error);

  if (g_str_equal (command, "print_speed"))
    {
      gint64 level = g_ascii_strtoll (demo_json_get_string (part, "param", ""), NULL, 10);

      if (level >= 1 && level <= 4)
        {
          machine->speed = (int) level;
          return TRUE;
        }
    }
  else if (g_str_equal (command, "ledctrl"))
    {
      machine->light = g_str_equal (demo_json_get_string (part, "led_mode", ""), "on");
      return TRUE;
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "There is no such command");

  return FALSE;
}

static void
answer_command (DemoLive    *self,
                DemoPrinter *printer,
                const char  *name,
                JsonObject  *part)
{
  const char *command = demo_json_get_string (part, "command", NULL);
  g_autoptr(GError) error = NULL;
  JsonObject *answer;

  if (command == NULL)
    return;

  answer = json_object_new ();
  json_object_set_string_member (answer, "command", command);
  json_object_set_string_member (answer, "sequence_id", demo_json_get_string (part, "sequence_id", "0"));

  if (demo_report_needs_signature (printer))
    {
      json_object_set_int_member (answer, "err_code", REFUSAL_CODE);
      json_object_set_string_member (answer, "result", "failed");
      json_object_set_string_member (answer, "reason", REFUSAL);
      publish (self, printer, name, answer);
      return;
    }

  if (obey (printer, get_machine (self, printer), part, command, &error))
    {
      json_object_set_string_member (answer, "result", "SUCCESS");
      json_object_set_string_member (answer, "reason", "");
    }
  else
    {
      json_object_set_string_member (answer, "result", "FAIL");
      json_object_set_string_member (answer, "reason", error->message);
    }

  publish (self, printer, name, answer);
  report (self, printer, FALSE);
}

static void
answer (DemoLive    *self,
        DemoPrinter *printer,
        JsonObject  *request)
{
  JsonObject *pushing = demo_json_get_object (request, "pushing");
  JsonObject *info = demo_json_get_object (request, "info");
  JsonObject *print = demo_json_get_object (request, "print");
  JsonObject *system = demo_json_get_object (request, "system");

  if (g_str_equal (demo_json_get_string (pushing, "command", ""), "pushall"))
    {
      printer->n_asked++;
      report (self, printer, TRUE);
    }
  else if (g_str_equal (demo_json_get_string (info, "command", ""), "get_version"))
    {
      JsonObject *versions = demo_report_create_versions (printer);

      json_object_set_string_member (versions, "sequence_id", demo_json_get_string (info, "sequence_id", "0"));
      publish (self, printer, "info", versions);
    }
  else if (print != NULL)
    {
      answer_command (self, printer, "print", print);
    }
  else if (system != NULL)
    {
      answer_command (self, printer, "system", system);
    }
}

static void
message_cb (struct mosquitto               *client,
            void                           *user_data,
            const struct mosquitto_message *message)
{
  DemoLive *self = user_data;
  g_auto(GStrv) words = g_strsplit (message->topic, "/", 4);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(JsonObject) request = NULL;
  DemoPrinter *printer;

  if (g_strv_length (words) != 3)
    return;

  printer = demo_world_find_printer (self->world, words[1]);
  bytes = g_bytes_new (message->payload, (gsize) message->payloadlen);
  request = demo_json_parse (bytes);

  if (printer != NULL && printer->online && request != NULL)
    answer (self, printer, request);
}

static gboolean
readable_cb (int          fd,
             GIOCondition condition,
             gpointer     user_data)
{
  DemoLive *self = user_data;

  if (mosquitto_loop_read (self->client, 1) == MOSQ_ERR_SUCCESS)
    return G_SOURCE_CONTINUE;

  g_message ("The broker has gone: no live reports any longer");
  g_clear_handle_id (&self->tick_id, g_source_remove);
  self->socket_id = 0;

  return G_SOURCE_REMOVE;
}

static gboolean
connect_client (DemoLive    *self,
                const char  *password,
                GError     **error)
{
  int result;

  self->client = mosquitto_new (NULL, TRUE, self);
  mosquitto_message_callback_set (self->client, message_cb);
  mosquitto_username_pw_set (self->client, USER, password);

  result = mosquitto_connect (self->client, "127.0.0.1", (int) demo_broker_get_port (self->broker), KEEPALIVE);
  if (result == MOSQ_ERR_SUCCESS)
    result = mosquitto_subscribe (self->client, NULL, "device/+/request", 1);

  if (result == MOSQ_ERR_SUCCESS)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, mosquitto_strerror (result));

  return FALSE;
}

/**
 * demo_live_start:
 * @self: reports that do not come yet
 * @error: where to say why they do not
 *
 * Starts the broker, and lets the printers report to it.
 *
 * Returns: whether reports come
 */
gboolean
demo_live_start (DemoLive  *self,
                 GError   **error)
{
  g_autofree char *password = g_uuid_string_random ();

  g_return_val_if_fail (self != NULL && self->client == NULL, FALSE);

  demo_broker_set_password (self->broker, USER, password);
  demo_accounts_set_token_func (self->accounts, set_password_cb, self);

  if (!demo_broker_start (self->broker, error) || !connect_client (self, password, error))
    return FALSE;

  self->socket_id = g_unix_fd_add (mosquitto_socket (self->client), G_IO_IN | G_IO_HUP | G_IO_ERR, readable_cb, self);
  self->tick_id = g_timeout_add (INTERVAL_MS, tick_cb, self);

  return TRUE;
}

/**
 * demo_live_dup_url:
 * @self: reports that come
 *
 * Returns: (transfer full): where the broker is
 */
char *
demo_live_dup_url (DemoLive *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return demo_broker_dup_url (self->broker);
}

/**
 * demo_live_report:
 * @self: the reports
 * @printer: a printer that something has happened to
 *
 * Lets the printer report now rather than within a second.
 */
void
demo_live_report (DemoLive    *self,
                  DemoPrinter *printer)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (printer != NULL);

  if (self->tick_id != 0 && printer->online)
    report (self, printer, FALSE);
}
