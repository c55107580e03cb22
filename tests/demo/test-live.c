/* test-live.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-cloud.h"

#include <glib/gstdio.h>
#include <mosquitto.h>
#include <signal.h>
#include <unistd.h>

/* The reports of the stand-in cloud's printers, heard by the library itself: nothing of the program under test is in
 * between.
 */

#define UID "u_1804289383"
#define TIMEOUT_MS 60000

typedef struct
{
  TestCloud        *cloud;
  struct mosquitto *client;
  GHashTable       *last;     /* of a printer to JsonNode, its last message */
  GPtrArray        *messages; /* of JsonNode, of all */
  int               result;
} Listener;

static void
connect_cb (struct mosquitto *client,
            void             *user_data,
            int               result)
{
  ((Listener *) user_data)->result = result;
}

static void
message_cb (struct mosquitto               *client,
            void                           *user_data,
            const struct mosquitto_message *message)
{
  Listener *self = user_data;
  g_auto(GStrv) words = g_strsplit (message->topic, "/", 3);
  g_autofree char *text = g_strndup (message->payload, (gsize) message->payloadlen);
  JsonNode *node = json_from_string (text, NULL);

  g_assert_nonnull (node);
  g_hash_table_insert (self->last, g_strdup (words[1]), json_node_ref (node));
  g_ptr_array_add (self->messages, node);
}

static gboolean
step (gpointer user_data)
{
  Listener *self = user_data;

  mosquitto_loop (self->client, 0, 1);

  return FALSE;
}

static void
listener_open (Listener   *self,
               const char *password)
{
  const char *url = test_cloud_get_mqtt_url (self->cloud);

  g_assert_true (g_str_has_prefix (url, "mqtt://127.0.0.1:"));
  self->result = -1;
  self->last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_node_unref);
  self->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  self->client = mosquitto_new (NULL, TRUE, self);
  mosquitto_connect_callback_set (self->client, connect_cb);
  mosquitto_message_callback_set (self->client, message_cb);
  mosquitto_username_pw_set (self->client, UID, password);
  g_assert_cmpint (mosquitto_connect (self->client, "127.0.0.1", atoi (strrchr (url, ':') + 1), 60), ==, 0);

  for (guint i = 0; i < TIMEOUT_MS / 20 && self->result < 0; i++)
    mosquitto_loop (self->client, 20, 1);

  mosquitto_subscribe (self->client, NULL, "device/+/report", 0);
}

static void
listener_close (Listener *self)
{
  mosquitto_destroy (self->client);
  g_hash_table_unref (self->last);
  g_ptr_array_unref (self->messages);
}

static void
listener_send (Listener   *self,
               const char *dev_id,
               const char *text)
{
  g_autofree char *topic = g_strdup_printf ("device/%s/request", dev_id);

  g_assert_cmpint (mosquitto_publish (self->client, NULL, topic, (int) strlen (text), text, 1, FALSE), ==, 0);
}

/* Waits for a message that has @name, and returns that part of it. */
static JsonObject *
listener_wait (Listener   *self,
               const char *name,
               const char *member)
{
  const gint64 end = g_get_monotonic_time () + TIMEOUT_MS * 1000;

  while (g_get_monotonic_time () < end)
    {
      for (guint i = 0; i < self->messages->len; i++)
        {
          JsonObject *message = json_node_get_object (g_ptr_array_index (self->messages, i));

          if (json_object_has_member (message, name) &&
              json_object_has_member (json_object_get_object_member (message, name), member))
            return json_object_get_object_member (message, name);
        }

      mosquitto_loop (self->client, 20, 1);
    }

  g_error ("No message with %s.%s came", name, member);
}

static char *
find_printer (TestCloud  *cloud,
              const char *name)
{
  g_autoptr(JsonNode) node = test_cloud_get (cloud, "/_demo/printers");
  JsonArray *printers = json_object_get_array_member (json_node_get_object (node), "printers");

  for (guint i = 0; i < json_array_get_length (printers); i++)
    {
      JsonObject *printer = json_array_get_object_element (printers, i);

      if (g_str_equal (json_object_get_string_member (printer, "name"), name))
        return g_strdup (json_object_get_string_member (printer, "dev_id"));
    }

  g_assert_not_reached ();
}

static gboolean
has_all (gpointer user_data)
{
  Listener *self = user_data;

  step (self);

  /* One of six is out of reach. */
  return g_hash_table_size (self->last) == 5 && self->messages->len > 12;
}

static gint64
count_asked (TestCloud  *cloud,
             const char *dev_id)
{
  g_autoptr(JsonNode) answer = test_cloud_get (cloud, "/_demo/printers");
  JsonArray *printers = json_object_get_array_member (json_node_get_object (answer), "printers");

  for (guint i = 0; i < json_array_get_length (printers); i++)
    {
      JsonObject *printer = json_array_get_object_element (printers, i);

      if (g_str_equal (json_object_get_string_member (printer, "dev_id"), dev_id))
        return json_object_get_int_member (printer, "asked");
    }

  g_assert_not_reached ();
}

static gboolean
was_asked (gpointer user_data)
{
  Listener *self = user_data;
  g_autofree char *p1 = find_printer (self->cloud, "Attic P1S");

  step (self);

  return count_asked (self->cloud, p1) == 1;
}

static JsonObject *
get_print (Listener   *self,
           const char *dev_id)
{
  return json_object_get_object_member (json_node_get_object (g_hash_table_lookup (self->last, dev_id)), "print");
}

static void
test_reports (void)
{
  g_autoptr(TestCloud) cloud = test_cloud_new_live (NULL);
  Listener listener = { .cloud = cloud };
  g_autofree char *x1 = find_printer (cloud, "Workshop X1C");
  g_autofree char *p1 = find_printer (cloud, "Attic P1S");
  g_autofree char *h2 = find_printer (cloud, "Studio H2D");
  JsonObject *device;

  listener_open (&listener, TEST_CLOUD_TOKEN);
  g_assert_cmpint (listener.result, ==, 0);
  g_assert_true (test_wait_until (has_all, &listener, TIMEOUT_MS));

  g_assert_true (json_object_has_member (get_print (&listener, x1), "gcode_state"));
  g_assert_true (json_object_has_member (get_print (&listener, x1), "nozzle_temper"));
  g_assert_false (json_object_has_member (get_print (&listener, p1), "gcode_state"));

  device = json_object_get_object_member (get_print (&listener, h2), "device");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_object_get_object_member (device, "extruder"),
                                                                         "info")), ==, 2);
  g_assert_false (json_object_has_member (get_print (&listener, h2), "nozzle_temper"));
  listener_close (&listener);
}

static void
test_requests (void)
{
  g_autoptr(TestCloud) cloud = test_cloud_new_live (NULL);
  Listener listener = { .cloud = cloud };
  g_autofree char *p1 = find_printer (cloud, "Attic P1S");
  g_autofree char *h2 = find_printer (cloud, "Studio H2D");
  JsonObject *answer;

  listener_open (&listener, TEST_CLOUD_TOKEN);
  listener_send (&listener, p1, "{\"info\": {\"sequence_id\": \"0\", \"command\": \"get_version\"}}");
  answer = listener_wait (&listener, "info", "module");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "module")), >, 1);

  g_assert_cmpint (count_asked (cloud, p1), ==, 0);
  listener_send (&listener, p1, "{\"pushing\": {\"sequence_id\": \"0\", \"command\": \"pushall\", \"version\": 1}}");
  listener_wait (&listener, "print", "gcode_state");
  g_assert_true (test_wait_until (was_asked, &listener, TIMEOUT_MS));

  listener_send (&listener, p1, "{\"print\": {\"sequence_id\": \"7\", \"command\": \"resume\", \"param\": \"\"}}");
  answer = listener_wait (&listener, "print", "result");
  g_assert_cmpstr (json_object_get_string_member (answer, "sequence_id"), ==, "7");
  g_assert_cmpstr (json_object_get_string_member (answer, "result"), ==, "SUCCESS");

  g_ptr_array_set_size (listener.messages, 0);
  listener_send (&listener, h2, "{\"system\": {\"sequence_id\": \"8\", \"command\": \"ledctrl\", \"led_mode\": \"on\"}}");
  answer = listener_wait (&listener, "system", "result");
  g_assert_cmpstr (json_object_get_string_member (answer, "result"), ==, "failed");
  listener_close (&listener);
}

static void
test_passwords (void)
{
  g_autoptr(TestCloud) cloud = test_cloud_new_live (NULL);
  Listener wrong = { .cloud = cloud };

  listener_open (&wrong, "wrong");
  g_assert_cmpint (wrong.result, ==, 5);
  listener_close (&wrong);
}

/* Neither option is an error, and neither says a second line. */
static void
test_without (void)
{
  static const char * const options[] = { "--no-live", "--port=0" };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr(GSubprocessLauncher) launcher = NULL;
      g_autoptr(GSubprocess) process = NULL;
      g_autofree char *output = NULL;
      g_autofree char *errors = NULL;
      g_autoptr(GError) error = NULL;

      launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                            G_SUBPROCESS_FLAGS_STDERR_PIPE);
      g_subprocess_launcher_setenv (launcher, "PLATEN_DEMO_BROKER", "/nonexistent", TRUE);
      process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("PLATEN_DEMO_CLOUD"), "--until-eof",
                                             options[i], NULL);
      g_assert_no_error (error);
      g_subprocess_communicate_utf8 (process, "", NULL, &output, &errors, &error);
      g_assert_no_error (error);
      g_assert_true (g_subprocess_get_if_exited (process));
      g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
      g_assert_true (g_str_has_prefix (output, "listening on "));
      g_assert_null (strstr (output, "mqtt"));
      g_assert_cmpint (strstr (errors, "no MQTT broker") != NULL, ==, i == 1);
    }
}

static gboolean
broker_is_gone (gpointer user_data)
{
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  g_autoptr(GSocketConnection) connection = NULL;

  connection = g_socket_client_connect_to_host (client, user_data, 1883, NULL, NULL);

  return connection == NULL;
}

/* With temporary files in a folder of its own. Returns when the broker runs, and where that is in @address. */
static GSubprocess *
start_cloud (const char  *folder,
             char       **address)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr(GDataInputStream) stream = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr(GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_setenv (launcher, "TMPDIR", folder, TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("PLATEN_DEMO_CLOUD"), NULL);
  g_assert_no_error (error);
  stream = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  first = g_data_input_stream_read_line (stream, NULL, NULL, NULL);
  second = g_data_input_stream_read_line (stream, NULL, NULL, NULL);
  g_assert_true (g_str_has_prefix (second, "mqtt on mqtt://"));
  *address = g_strdup (second + strlen ("mqtt on mqtt://"));
  g_assert_false (broker_is_gone (*address));

  return process;
}

static void
end_cloud (GSubprocess *process,
           const char  *address,
           int          signal_number)
{
  g_subprocess_send_signal (process, signal_number);
  g_subprocess_wait (process, NULL, NULL);
  g_assert_true (test_wait_until (broker_is_gone, (gpointer) address, TIMEOUT_MS));
}

static void
assert_n_files (const char *folder,
                guint       expected)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;

  g_assert_cmpuint (n_files, ==, expected);
}

/* However a cloud ends, its broker does. What one leaves behind that was killed the next one takes away, and nobody else's. */
static void
test_end (void)
{
  g_autofree char *folder = g_dir_make_tmp ("platen-end-XXXXXX", NULL);
  g_autofree char *killed_address = NULL;
  g_autofree char *first_address = NULL;
  g_autofree char *second_address = NULL;
  g_autoptr(GSubprocess) killed = start_cloud (folder, &killed_address);
  g_autoptr(GSubprocess) first = NULL;
  g_autoptr(GSubprocess) second = NULL;

  end_cloud (killed, killed_address, SIGKILL);
  assert_n_files (folder, 1);
  first = start_cloud (folder, &first_address);
  assert_n_files (folder, 1);
  second = start_cloud (folder, &second_address);
  assert_n_files (folder, 2);
  end_cloud (second, second_address, SIGTERM);
  assert_n_files (folder, 1);
  end_cloud (first, first_address, SIGTERM);
  assert_n_files (folder, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  mosquitto_lib_init ();

  g_test_add_func ("/demo/live/reports", test_reports);
  g_test_add_func ("/demo/live/requests", test_requests);
  g_test_add_func ("/demo/live/passwords", test_passwords);
  g_test_add_func ("/demo/live/without", test_without);
  g_test_add_func ("/demo/live/end", test_end);

  result = g_test_run ();
  mosquitto_lib_cleanup ();

  return result;
}
