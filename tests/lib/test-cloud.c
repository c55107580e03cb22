/* test-cloud.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-cloud.h"

#include <libsoup/soup.h>

#define GREETING "listening on "
#define LIVE_GREETING "mqtt on "

/* How often test_wait_until() looks where nothing wakes the main loop. */
#define POLL_MS 20

struct _TestCloud
{
  GPtrArray        *args;
  GSubprocess      *process;
  GDataInputStream *output;
  SoupSession      *session;
  char             *url;
  char             *mqtt_url;
  gboolean          is_live;
};

static gboolean
accept_certificate_cb (void)
{
  return TRUE;
}

static void
read_live_greeting (TestCloud *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *line = NULL;

  line = g_data_input_stream_read_line (self->output, NULL, NULL, &error);
  g_assert_no_error (error);
  if (line == NULL || !g_str_has_prefix (line, LIVE_GREETING))
    g_error ("The stand-in cloud says: %s", line != NULL ? line : "nothing");

  g_free (self->mqtt_url);
  self->mqtt_url = g_strdup (line + strlen (LIVE_GREETING));
}

/* The first line says where it listens: a cloud that was started before is started there again. */
static void
read_greeting (TestCloud *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *line = NULL;

  line = g_data_input_stream_read_line (self->output, NULL, NULL, &error);
  g_assert_no_error (error);
  if (line == NULL || !g_str_has_prefix (line, GREETING))
    g_error ("The stand-in cloud says: %s", line != NULL ? line : "nothing");

  if (self->url == NULL)
    self->url = g_strdup (line + strlen (GREETING));

  g_assert_cmpstr (line + strlen (GREETING), ==, self->url);

  if (self->is_live)
    read_live_greeting (self);
}

/**
 * test_cloud_start:
 * @self: a cloud that was stopped
 *
 * Starts the cloud again at the same address. It begins a new world.
 */
void
test_cloud_start (TestCloud *self)
{
  g_autoptr(GPtrArray) argv = NULL;
  g_autoptr(GError) error = NULL;
  const char *program = g_getenv ("PLATEN_DEMO_CLOUD");

  g_assert_nonnull (self);
  g_assert_null (self->process);
  if (program == NULL)
    g_error ("PLATEN_DEMO_CLOUD does not say where platen-demo-cloud is");

  argv = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (argv, g_strdup (program));
  g_ptr_array_add (argv, g_strdup ("--until-eof"));
  g_ptr_array_add (argv, g_strdup_printf ("--port=%s", self->url != NULL ? strrchr (self->url, ':') + 1 : "0"));
  if (!self->is_live)
    g_ptr_array_add (argv, g_strdup ("--no-live"));
  for (guint i = 0; i < self->args->len; i++)
    g_ptr_array_add (argv, g_strdup (g_ptr_array_index (self->args, i)));
  g_ptr_array_add (argv, NULL);

  self->process = g_subprocess_newv ((const char * const *) argv->pdata,
                                     G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                     &error);
  g_assert_no_error (error);
  self->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  read_greeting (self);
}

/**
 * test_cloud_stop:
 * @self: a cloud that runs
 *
 * Stops the cloud: who connects is refused from now on. That it ended well is part of the test.
 */
void
test_cloud_stop (TestCloud *self)
{
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (self);
  g_assert_nonnull (self->process);

  soup_session_abort (self->session);
  g_output_stream_close (g_subprocess_get_stdin_pipe (self->process), NULL, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check (self->process, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&self->output);
  g_clear_object (&self->process);
}

static TestCloud *
create (const char * const *extra_args,
        gboolean            is_live)
{
  TestCloud *self = g_new0 (TestCloud, 1);

  self->session = soup_session_new ();
  self->is_live = is_live;
  self->args = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; extra_args != NULL && extra_args[i] != NULL; i++)
    g_ptr_array_add (self->args, g_strdup (extra_args[i]));

  test_cloud_start (self);

  return self;
}

/**
 * test_cloud_new:
 * @extra_args: (nullable) (array zero-terminated=1): arguments for platen-demo-cloud beside its port
 *
 * Starts a cloud at an address of its own, without live reports.
 *
 * Returns: (transfer full): a cloud that runs
 */
TestCloud *
test_cloud_new (const char * const *extra_args)
{
  return create (extra_args, FALSE);
}

/**
 * test_cloud_new_live:
 * @extra_args: (nullable) (array zero-terminated=1): arguments for platen-demo-cloud beside its port
 *
 * Starts a cloud at an address of its own, whose printers report by MQTT.
 *
 * Returns: (transfer full): a cloud that runs
 */
TestCloud *
test_cloud_new_live (const char * const *extra_args)
{
  return create (extra_args, TRUE);
}

/**
 * test_cloud_free:
 * @self: (transfer full): a cloud
 *
 * Stops the cloud where it runs, and frees it.
 */
void
test_cloud_free (TestCloud *self)
{
  g_assert_nonnull (self);

  if (self->process != NULL)
    test_cloud_stop (self);

  g_object_unref (self->session);
  g_ptr_array_unref (self->args);
  g_free (self->mqtt_url);
  g_free (self->url);
  g_free (self);
}

/**
 * test_cloud_get_url:
 * @self: a cloud
 *
 * Returns: (transfer none): its address, without a slash at the end; both for PLATEN_API_URL and PLATEN_WEB_URL
 */
const char *
test_cloud_get_url (TestCloud *self)
{
  g_assert_nonnull (self);

  return self->url;
}

/**
 * test_cloud_get_mqtt_url:
 * @self: a cloud with live reports
 *
 * Returns: (transfer none): where they come from, for PLATEN_MQTT_URL; another one each time the cloud is started
 */
const char *
test_cloud_get_mqtt_url (TestCloud *self)
{
  g_assert_nonnull (self);
  g_assert_nonnull (self->mqtt_url);

  return self->mqtt_url;
}

/**
 * test_cloud_send:
 * @self: a cloud
 * @method: a method
 * @url: a path at the API, which gets the token, or a whole address, which does not
 * @json: (nullable): what to send
 * @status: (out) (optional): the answer's status
 *
 * Sends a request without any of the program under test in between.
 *
 * Returns: (transfer full): the answer's body
 */
GBytes *
test_cloud_send (TestCloud  *self,
                 const char *method,
                 const char *url,
                 const char *json,
                 guint      *status)
{
  g_autoptr(SoupMessage) message = NULL;
  g_autofree char *full = NULL;
  g_autoptr(GError) error = NULL;
  GBytes *bytes;

  g_assert_nonnull (self);
  g_assert_nonnull (url);

  full = *url == '/' ? g_strconcat (self->url, url, NULL) : g_strdup (url);
  message = soup_message_new (method, full);
  g_assert_nonnull (message);
  g_signal_connect (message, "accept-certificate", G_CALLBACK (accept_certificate_cb), NULL);
  if (*url == '/')
    soup_message_headers_append (soup_message_get_request_headers (message), "Authorization",
                                 "Bearer " TEST_CLOUD_TOKEN);

  if (json != NULL)
    {
      g_autoptr(GBytes) body = g_bytes_new (json, strlen (json));

      soup_message_set_request_body_from_bytes (message, *url == '/' ? "application/json" : NULL, body);
    }

  bytes = soup_session_send_and_read (self->session, message, NULL, &error);
  g_assert_no_error (error);
  if (status != NULL)
    *status = soup_message_get_status (message);

  return bytes;
}

static JsonNode *
send_json (TestCloud  *self,
           const char *method,
           const char *path,
           const char *json)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(JsonNode) node = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  guint status;

  bytes = test_cloud_send (self, method, path, json, &status);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (status != SOUP_STATUS_OK)
    g_error ("%s %s: %u %s", method, path, status, text);

  node = json_from_string (text, &error);
  g_assert_no_error (error);
  g_assert_nonnull (node);

  return g_steal_pointer (&node);
}

/**
 * test_cloud_get:
 * @self: a cloud
 * @path: what to ask for, with its query
 *
 * Asks the cloud something that must go well.
 *
 * Returns: (transfer full): the answer
 */
JsonNode *
test_cloud_get (TestCloud  *self,
                const char *path)
{
  return send_json (self, "GET", path, NULL);
}

/**
 * test_cloud_post:
 * @self: a cloud
 * @path: where to send it
 * @json: what to send
 *
 * Sends the cloud something that must go well.
 *
 * Returns: (transfer full): the answer
 */
JsonNode *
test_cloud_post (TestCloud  *self,
                 const char *path,
                 const char *json)
{
  return send_json (self, "POST", path, json);
}

/**
 * test_cloud_fault:
 * @self: a cloud
 * @json: a fault, as `POST /_demo/faults` takes it
 *
 * Lets something go wrong from now on.
 */
void
test_cloud_fault (TestCloud  *self,
                  const char *json)
{
  json_node_unref (test_cloud_post (self, "/_demo/faults", json));
}

/**
 * test_cloud_clear_faults:
 * @self: a cloud
 *
 * Lets everything go well again.
 */
void
test_cloud_clear_faults (TestCloud *self)
{
  json_node_unref (send_json (self, "DELETE", "/_demo/faults", NULL));
}

/**
 * test_cloud_advance:
 * @self: a cloud
 * @seconds: how far
 *
 * Moves the clock of the cloud's world forward.
 */
void
test_cloud_advance (TestCloud *self,
                    gint64     seconds)
{
  g_autofree char *json = g_strdup_printf ("{\"advance\": %" G_GINT64_FORMAT "}", seconds);

  json_node_unref (test_cloud_post (self, "/_demo/clock", json));
}

/**
 * test_cloud_printer_event:
 * @self: a cloud
 * @dev_id: a printer
 * @event: what happens to it, as `POST /_demo/printers/DEV` takes it
 *
 * Makes something happen to a printer.
 */
void
test_cloud_printer_event (TestCloud  *self,
                          const char *dev_id,
                          const char *event)
{
  g_autofree char *path = g_strconcat ("/_demo/printers/", dev_id, NULL);
  g_autofree char *json = g_strdup_printf ("{\"event\": \"%s\"}", event);

  json_node_unref (test_cloud_post (self, path, json));
}

/**
 * test_cloud_get_requests:
 * @self: a cloud
 *
 * Returns: (transfer full): an array of what was asked for, the oldest first: objects with "method", "path", "query",
 *   "status", "token" (whether one came along), "server" ("api" or "store") and "user_agent"
 */
JsonNode *
test_cloud_get_requests (TestCloud *self)
{
  g_autoptr(JsonNode) node = test_cloud_get (self, "/_demo/requests");

  return json_node_copy (json_object_get_member (json_node_get_object (node), "requests"));
}

static gboolean
matches (JsonObject *request,
         const char *member,
         const char *pattern)
{
  return pattern == NULL || g_pattern_match_simple (pattern, json_object_get_string_member (request, member));
}

/**
 * test_cloud_count_requests:
 * @self: a cloud
 * @method: (nullable): the method that counts
 * @path: (nullable): the path that counts; may hold "*"
 *
 * Returns: how often the cloud was asked
 */
guint
test_cloud_count_requests (TestCloud  *self,
                           const char *method,
                           const char *path)
{
  g_autoptr(JsonNode) node = test_cloud_get_requests (self);
  JsonArray *requests = json_node_get_array (node);
  guint n_requests = 0;

  for (guint i = 0; i < json_array_get_length (requests); i++)
    {
      JsonObject *request = json_array_get_object_element (requests, i);

      n_requests += matches (request, "method", method) && matches (request, "path", path) ? 1 : 0;
    }

  return n_requests;
}

/**
 * test_cloud_count_tokens:
 * @self: a cloud
 * @path: (nullable): the path that counts; may hold "*"
 *
 * Returns: how many of the requests for @path brought a token along
 */
guint
test_cloud_count_tokens (TestCloud  *self,
                         const char *path)
{
  g_autoptr(JsonNode) node = test_cloud_get_requests (self);
  JsonArray *requests = json_node_get_array (node);
  guint n_tokens = 0;

  for (guint i = 0; i < json_array_get_length (requests); i++)
    {
      JsonObject *request = json_array_get_object_element (requests, i);

      n_tokens += matches (request, "path", path) && json_object_get_boolean_member (request, "token") ? 1 : 0;
    }

  return n_tokens;
}

/**
 * test_cloud_clear_requests:
 * @self: a cloud
 *
 * Forgets what was asked for.
 */
void
test_cloud_clear_requests (TestCloud *self)
{
  json_node_unref (send_json (self, "DELETE", "/_demo/requests", NULL));
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/**
 * test_wait_until:
 * @func: what to wait for
 * @user_data: passed to @func
 * @timeout_ms: for how long
 *
 * Runs the main context until @func says %TRUE.
 *
 * Returns: whether it did in time
 */
gboolean
test_wait_until (TestFunc func,
                 gpointer user_data,
                 guint    timeout_ms)
{
  gint64 end = g_get_monotonic_time () + (gint64) timeout_ms * 1000;
  guint source_id;
  gboolean is_done;

  g_assert_nonnull (func);

  source_id = g_timeout_add (POLL_MS, wake_cb, NULL);
  while (!(is_done = func (user_data)) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source_id);

  return is_done;
}
