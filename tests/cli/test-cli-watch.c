/* test-cli-watch.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>

#include "test-cloud.h"

/* platenctl watch against the stand-in cloud and its broker, until it is interrupted. */

#define WAIT_MS 60000

typedef struct
{
  TestCloud        *cloud;
  GSubprocess      *process;
  GDataInputStream *output;
  char             *first;    /* the serial numbers of two printers */
  char             *second;
  char             *mqtt_url; /* NULL for the cloud's own */
  char             *line;
  gboolean          has_line;
} Fixture;

static char *
get_id (TestCloud *cloud,
        guint      index)
{
  g_autoptr(JsonNode) answer = test_cloud_get (cloud, "/v1/iot-service/api/user/bind");
  JsonArray *devices = json_object_get_array_member (json_node_get_object (answer), "devices");

  return g_strdup (json_object_get_string_member (json_array_get_object_element (devices, index), "dev_id"));
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->cloud = test_cloud_new_live (NULL);
  self->first = get_id (self->cloud, 0);
  self->second = get_id (self->cloud, 1);
  test_cloud_clear_requests (self->cloud);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->output);
  g_clear_object (&self->process);
  g_free (self->line);
  g_free (self->mqtt_url);
  g_free (self->first);
  g_free (self->second);
  test_cloud_free (self->cloud);
}

/* My/tasks is asked for when the watcher has its first answer. */
static gboolean
is_watching (gpointer user_data)
{
  Fixture *self = user_data;

  return test_cloud_count_requests (self->cloud, "GET", "/v1/user-service/my/tasks") > 0;
}

static void
start (Fixture            *self,
       const char * const *arguments)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;

  g_subprocess_launcher_setenv (launcher, "PLATEN_API_URL", test_cloud_get_url (self->cloud), TRUE);
  g_subprocess_launcher_setenv (launcher, "PLATEN_TOKEN", TEST_CLOUD_TOKEN, TRUE);
  g_subprocess_launcher_setenv (launcher, "PLATEN_MQTT_URL",
                                self->mqtt_url != NULL ? self->mqtt_url : test_cloud_get_mqtt_url (self->cloud), TRUE);
  g_ptr_array_add (argv, (gpointer)g_getenv ("PLATENCTL"));

  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer)arguments[i]);

  g_ptr_array_add (argv, NULL);
  self->process = g_subprocess_launcher_spawnv (launcher, (const char * const *)argv->pdata, &error);
  g_assert_no_error (error);
  self->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  g_assert_true (test_wait_until (is_watching, self, WAIT_MS));
}

static void
line_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Fixture *self = user_data;
  g_autoptr(GError) error = NULL;

  g_free (self->line);
  self->line = g_data_input_stream_read_line_finish_utf8 (G_DATA_INPUT_STREAM (object), result, NULL, &error);
  g_assert_no_error (error);
  self->has_line = TRUE;
}

static gboolean
has_line (gpointer user_data)
{
  Fixture *self = user_data;

  return self->has_line;
}

static const char *
read_line (Fixture *self)
{
  self->has_line = FALSE;
  g_data_input_stream_read_line_async (self->output, G_PRIORITY_DEFAULT, NULL, line_cb, self);
  g_assert_true (test_wait_until (has_line, self, WAIT_MS));

  return self->line;
}

static JsonNode *
read_object (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  JsonNode *node;

  g_assert_nonnull (read_line (self));
  node = json_from_string (self->line, &error);
  g_assert_no_error (error);
  g_assert_nonnull (node);

  return node;
}

static void
send_event (Fixture    *self,
            const char *device_id,
            const char *json)
{
  g_autofree char *path = g_strconcat ("/_demo/printers/", device_id, NULL);

  json_node_unref (test_cloud_post (self->cloud, path, json));
}

/* Who has had enough ends it, which is no failure. */
static void
interrupt (Fixture *self)
{
  g_autoptr(GError) error = NULL;

  g_subprocess_send_signal (self->process, SIGINT);
  g_assert_null (read_line (self));
  g_subprocess_wait_check (self->process, NULL, &error);
  g_assert_no_error (error);
}

static void
test_json (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(JsonNode) paused = NULL;
  g_autoptr(JsonNode) finished = NULL;
  JsonObject *event;

  start (self, (const char * const []) { "--json", "watch", NULL });
  send_event (self, self->first, "{\"event\": \"pause\", \"stage\": 6}");
  paused = read_object (self);
  event = json_node_get_object (paused);
  g_assert_cmpstr (json_object_get_string_member (event, "event"), ==, "paused");
  g_assert_cmpstr (json_object_get_string_member (event, "dev_id"), ==, self->first);
  g_assert_cmpstr (json_object_get_string_member (event, "dev_name"), ==, "Workshop X1C");
  g_assert_cmpstr (json_object_get_string_member (event, "reason"), ==, "filament");
  g_assert_cmpstr (json_object_get_string_member (event, "code"), ==, "0300_8004");
  g_assert_true (json_object_get_boolean_member (event, "live"));
  g_assert_false (json_object_has_member (event, "duration"));

  send_event (self, self->first, "{\"event\": \"finish\"}");
  finished = read_object (self);
  event = json_node_get_object (finished);
  g_assert_cmpstr (json_object_get_string_member (event, "event"), ==, "finished");
  g_assert_cmpint (json_object_get_int_member (event, "duration"), >, 60);
  g_assert_cmpfloat (json_object_get_double_member (event, "grams"), >, 0);
  interrupt (self);
}

static void
test_one_printer (Fixture       *self,
                  gconstpointer  data)
{
  start (self, (const char * const []) { "watch", self->second, NULL });
  send_event (self, self->first, "{\"event\": \"finish\"}");
  send_event (self, self->second, "{\"event\": \"cancel\"}");
  g_assert_nonnull (strstr (read_line (self), "Attic P1S: Canceled"));
  g_assert_nonnull (strstr (self->line, "by somebody"));
  interrupt (self);
}

/* Whoever takes the connection and then says nothing holds nobody up, whether he should prove who he is or not. */
static void
test_silent (Fixture       *self,
             gconstpointer  scheme)
{
  g_autoptr(GSocketListener) listener = g_socket_listener_new ();
  g_autoptr(GError) error = NULL;
  const guint port = g_socket_listener_add_any_inet_port (listener, NULL, &error);
  gint64 began;

  g_assert_no_error (error);
  self->mqtt_url = g_strdup_printf ("%s://127.0.0.1:%u", (const char *)scheme, port);
  start (self, (const char * const []) { "watch", NULL });
  began = g_get_monotonic_time ();
  interrupt (self);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 10 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/cli/watch/json", Fixture, NULL, set_up, test_json, tear_down);
  g_test_add ("/cli/watch/one-printer", Fixture, NULL, set_up, test_one_printer, tear_down);
  g_test_add ("/cli/watch/silent/plain", Fixture, "mqtt", set_up, test_silent, tear_down);
  g_test_add ("/cli/watch/silent/tls", Fixture, "mqtts", set_up, test_silent, tear_down);

  return g_test_run ();
}
