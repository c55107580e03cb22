/* test-endpoints.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "answers.h"
#include "bambu-endpoints.h"
#include "calls.h"
#include "fake-cloud.h"
#include "test-result.h"

#define PREFERENCE "/v1/design-user-service/my/preference"
#define IOT        "/v1/iot-service/api"

/* Each typed call: what it asks, and what it makes of every kind of answer. */
typedef struct
{
  const char  *name;
  const char  *path;
  const char  *query;
  guint        n_requests;
  void       (*start)  (BambuClient          *client,
                        GCancellable         *cancellable,
                        GAsyncReadyCallback   callback,
                        gpointer              user_data);
  gpointer   (*finish) (BambuClient          *client,
                        GAsyncResult         *result,
                        GError              **error);
} Endpoint;

typedef struct
{
  FakeCloud   *cloud;
  BambuClient *client;
} Fixture;

static void
start_project (BambuClient         *client,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  bambu_client_get_project_async (client, "164995388", cancellable, callback, user_data);
}

static void
start_profile (BambuClient         *client,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  bambu_client_get_profile_async (client, "5", "US1", cancellable, callback, user_data);
}

static void
start_preset (BambuClient         *client,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  bambu_client_get_preset_async (client, "GP001", cancellable, callback, user_data);
}

#define FINISH(func) ((gpointer (*) (BambuClient *, GAsyncResult *, GError **))func)

static const Endpoint endpoints[] = {
  { "account", PREFERENCE, NULL, 1,
    bambu_client_get_account_async, FINISH (bambu_client_get_account_finish) },
  { "devices", IOT "/user/bind", NULL, 2,
    bambu_client_get_devices_async, FINISH (bambu_client_get_devices_finish) },
  { "prints", IOT "/user/print", "force=true", 1,
    bambu_client_get_prints_async, FINISH (bambu_client_get_prints_finish) },
  { "projects", IOT "/user/project", NULL, 1,
    bambu_client_get_projects_async, FINISH (bambu_client_get_projects_finish) },
  { "project", IOT "/user/project/164995388", NULL, 1,
    start_project, FINISH (bambu_client_get_project_finish) },
  { "profile", IOT "/user/profile/5", "model_id=US1", 1,
    start_profile, FINISH (bambu_client_get_profile_finish) },
  { "presets", IOT "/slicer/setting", "version=1.0.0.0", 1,
    bambu_client_get_presets_async, FINISH (bambu_client_get_presets_finish) },
  { "preset", IOT "/slicer/setting/GP001", "version=1.0.0.0", 1,
    start_preset, FINISH (bambu_client_get_preset_finish) },
};

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->cloud = fake_cloud_new ();
  self->client = fake_cloud_create_client (self->cloud);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_object_unref (self->client);
  fake_cloud_free (self->cloud);
}

static GPtrArray *
call (Fixture         *self,
      const Endpoint  *endpoint,
      GCancellable    *cancellable,
      GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  gpointer made;
  GPtrArray *objects;

  endpoint->start (self->client, cancellable, test_result_cb, &result);
  made = endpoint->finish (self->client, test_result_wait (&result), error);

  if (made == NULL || test_answer_find (endpoint->name)->is_list)
    return made;

  objects = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (objects, made);

  return objects;
}

static void
assert_fails (Fixture        *self,
              const Endpoint *endpoint,
              int             code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) made = call (self, endpoint, NULL, &error);

  g_assert_error (error, BAMBU_ERROR, code);
  g_assert_null (made);
  g_assert_null (strstr (error->message, "secret-token"));
}

static const FakeRequest *
find_request (FakeCloud  *cloud,
              const char *path)
{
  for (guint i = 0; i < fake_cloud_get_count (cloud); i++)
    {
      if (g_str_equal (fake_cloud_get_request (cloud, i)->path, path))
        return fake_cloud_get_request (cloud, i);
    }

  return NULL;
}

static void
test_good (Fixture       *self,
           gconstpointer  data)
{
  const Endpoint *endpoint = data;
  const TestAnswer *answer = test_answer_find (endpoint->name);
  g_autoptr(JsonNode) root = test_answer_parse (answer->text);
  g_autoptr(GPtrArray) wanted = test_answer_make (answer, root);
  g_autoptr(GPtrArray) made = NULL;
  g_autoptr(GError) error = NULL;
  const FakeRequest *request;

  fake_cloud_route (self->cloud, endpoint->path, 200, answer->text);
  made = call (self, endpoint, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (made->len, ==, wanted->len);

  for (guint i = 0; i < made->len; i++)
    {
      g_autofree char *text = test_object_describe (g_ptr_array_index (made, i));
      g_autofree char *wanted_text = test_object_describe (g_ptr_array_index (wanted, i));

      /* When a print ends goes by when it was asked for. */
      if (!BAMBU_IS_DEVICE (g_ptr_array_index (made, i)))
        g_assert_cmpstr (text, ==, wanted_text);
    }

  request = find_request (self->cloud, endpoint->path);
  g_assert_nonnull (request);
  g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, endpoint->n_requests);
  g_assert_cmpstr (request->method, ==, "GET");
  g_assert_cmpstr (request->query, ==, endpoint->query);
  g_assert_cmpstr (request->body, ==, "");
  g_assert_cmpstr (request->authorization, ==, "Bearer secret-token");
}

static void
test_not_an_answer (Fixture       *self,
                    gconstpointer  data)
{
  static const char * const texts[] = {
    "[]", "\"text\"", "17", "true", "null", "", "{} {}", "<html><body>Sign in</body></html>", "\x01\x02",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      fake_cloud_reset (self->cloud);
      fake_cloud_reply (self->cloud, 200, texts[i], NULL);
      assert_fails (self, data, BAMBU_ERROR_PROTOCOL);
    }
}

static void
test_each_error (Fixture       *self,
                 gconstpointer  data)
{
  static const struct
  {
    guint       status;
    const char *body;
    int         code;
  } answers[] = {
    { 400, "{\"message\":\"not so\",\"code\":3,\"error\":\"Bad\"}", BAMBU_ERROR_BAD_REQUEST },
    { 401, "{\"code\":4,\"error\":\"Please login.\",\"message\":\"\"}", BAMBU_ERROR_SIGNED_OUT },
    { 401, "{\"message\":\"edge says no\"}", BAMBU_ERROR_SERVER },
    { 403, "{\"message\":\"permission denied\",\"code\":8,\"error\":\"Resource forbidden\"}", BAMBU_ERROR_FORBIDDEN },
    { 403, "<html><title>Just a moment...</title></html>", BAMBU_ERROR_BLOCKED },
    { 404, "", BAMBU_ERROR_NOT_FOUND },
    { 408, "", BAMBU_ERROR_TIMED_OUT },
    { 422, "{\"message\":\"version\"}", BAMBU_ERROR_BAD_REQUEST },
    { 429, "{}", BAMBU_ERROR_RATE_LIMITED },
    { 500, "{\"message\":\"oops\"}", BAMBU_ERROR_SERVER },
    { 503, "", BAMBU_ERROR_SERVER },
  };

  const Endpoint *endpoint = data;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      fake_cloud_reset (self->cloud);
      fake_cloud_reply (self->cloud, answers[i].status, answers[i].body, NULL);

      /* So the cloud says that there is no such preset. */
      if (answers[i].status == 400 && g_str_equal (endpoint->name, "preset"))
        assert_fails (self, endpoint, BAMBU_ERROR_NOT_FOUND);
      else
        assert_fails (self, endpoint, answers[i].code);
    }
}

static void
test_broken_off (Fixture       *self,
                 gconstpointer  data)
{
  static const char * const parts[] = {
    "", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"a\":",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      fake_cloud_reset (self->cloud);
      fake_cloud_reply_raw (self->cloud, parts[i], FAKE_END_CLOSE);
      assert_fails (self, data, BAMBU_ERROR_OFFLINE);
    }
}

/* In silence, and in an answer that never ends. */
static void
test_timed_out (Fixture       *self,
                gconstpointer  data)
{
  static const BambuLimits limits = { .connect_ms = 2000, .answer_ms = 200, .max_bytes = 1024 * 1024 };

  bambu_client_set_limits (self->client, &limits, 1);
  fake_cloud_reply_never (self->cloud);
  assert_fails (self, data, BAMBU_ERROR_TIMED_OUT);

  fake_cloud_reset (self->cloud);
  fake_cloud_reply_raw (self->cloud, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{\"a\":", FAKE_END_TRICKLE);
  assert_fails (self, data, BAMBU_ERROR_TIMED_OUT);
}

static gboolean
cancel_when_asked_cb (gpointer user_data)
{
  gpointer *data = user_data;
  Fixture *self = data[0];

  if (fake_cloud_get_count (self->cloud) == 0)
    return G_SOURCE_CONTINUE;

  *(gint64 *)data[2] = g_get_monotonic_time ();
  g_cancellable_cancel (data[1]);

  return G_SOURCE_REMOVE;
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  static const BambuLimits limits = { .connect_ms = 10000, .answer_ms = 30000, .max_bytes = 1024 * 1024 };
  g_autoptr(GCancellable) before = g_cancellable_new ();
  gint64 when = 0;

  bambu_client_set_limits (self->client, &limits, 30000);
  g_cancellable_cancel (before);

  /* Before, while the cloud thinks, in the answer, and in the wait before another try. */
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr(GCancellable) cancellable = i == 0 ? g_object_ref (before) : g_cancellable_new ();
      g_autoptr(GPtrArray) made = NULL;
      g_autoptr(GError) error = NULL;
      gpointer parts[] = { self, cancellable, &when };

      fake_cloud_reset (self->cloud);

      if (i == 2)
        fake_cloud_reply_raw (self->cloud, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":", FAKE_END_HOLD);
      else if (i == 3)
        fake_cloud_reply (self->cloud, 503, "", NULL);
      else
        fake_cloud_reply_never (self->cloud);

      if (i > 0)
        g_timeout_add (50, cancel_when_asked_cb, parts);

      when = g_get_monotonic_time ();
      made = call (self, data, cancellable, &error);
      g_assert_null (made);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpint (g_get_monotonic_time () - when, <, 5 * G_USEC_PER_SEC);
    }
}

static void
test_sent_elsewhere (Fixture       *self,
                     gconstpointer  data)
{
  const Endpoint *endpoint = data;
  g_autoptr(FakeCloud) other = fake_cloud_new ();
  g_autofree char *location = g_strconcat (fake_cloud_get_url (other), "/away", NULL);
  g_autoptr(GPtrArray) made = NULL;
  g_autoptr(GError) error = NULL;

  fake_cloud_reply (self->cloud, 302, "", "Location", location, NULL);
  fake_cloud_reply (other, 200, test_answer_find (endpoint->name)->text, NULL);
  made = call (self, endpoint, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (made);
  g_assert_cmpuint (fake_cloud_get_count (other), ==, endpoint->n_requests);

  for (guint i = 0; i < fake_cloud_get_count (other); i++)
    g_assert_null (fake_cloud_get_request (other, i)->authorization);
}

/* Of the two answers that make the printers, one can be done without. */
static void
test_half_of_devices (Fixture       *self,
                      gconstpointer  data)
{
  const Endpoint *devices = &endpoints[1];
  g_autoptr(GPtrArray) both = NULL;
  g_autoptr(GPtrArray) bind = NULL;
  g_autoptr(GError) error = NULL;
  gint64 started;

  fake_cloud_route (self->cloud, IOT "/user/bind", 200, test_devices_text);
  fake_cloud_route (self->cloud, IOT "/user/print", 200, test_prints_text);
  both = call (self, devices, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (both->len, ==, 3);
  g_assert_cmpstr (bambu_device_get_task_name (g_ptr_array_index (both, 0)), ==, "Gear");

  fake_cloud_route (self->cloud, IOT "/user/print", 500, "");
  bind = call (self, devices, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bind->len, ==, 2);
  g_assert_null (bambu_device_get_task_name (g_ptr_array_index (bind, 0)));
  g_assert_cmpint (bambu_device_get_state (g_ptr_array_index (bind, 0)), ==, BAMBU_DEVICE_STATE_PRINTING);

  /* The other cannot, and that is told at once. */
  fake_cloud_reset (self->cloud);
  fake_cloud_route (self->cloud, IOT "/user/bind", 403, "{}");
  fake_cloud_reply_never (self->cloud);
  started = g_get_monotonic_time ();
  assert_fails (self, devices, BAMBU_ERROR_FORBIDDEN);
  g_assert_cmpint (g_get_monotonic_time () - started, <, 2 * G_USEC_PER_SEC);
}

/* An id is whatever the cloud says: it stays one segment of the path, one value of the query. */
static void
test_odd_ids (Fixture       *self,
              gconstpointer  data)
{
  static const char * const ids[] = { "a/b", "a?b=c&d", "a#b", "50%", "50%25", "ü\n", " ", "+", "'\"\\" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr(GAsyncResult) project = NULL;
      g_autoptr(GAsyncResult) profile = NULL;
      g_autofree char *query = g_strdup_printf ("model_id=%s", ids[i]);
      g_autofree char *project_path = g_strdup_printf (IOT "/user/project/%s", ids[i]);
      g_autofree char *profile_path = g_strdup_printf (IOT "/user/profile/%s", ids[i]);
      g_autofree char *got_query = NULL;

      fake_cloud_reset (self->cloud);
      bambu_client_get_project_async (self->client, ids[i], NULL, test_result_cb, &project);
      test_result_wait (&project);

      bambu_client_get_profile_async (self->client, ids[i], ids[i], NULL, test_result_cb, &profile);
      test_result_wait (&profile);

      g_assert_null (bambu_client_get_project_finish (self->client, project, NULL));
      g_assert_null (bambu_client_get_profile_finish (self->client, profile, NULL));

      /* The server has decoded the path, but not the query. */
      g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 2);
      g_assert_cmpstr (fake_cloud_get_request (self->cloud, 0)->path, ==, project_path);
      g_assert_null (fake_cloud_get_request (self->cloud, 0)->query);
      g_assert_cmpstr (fake_cloud_get_request (self->cloud, 1)->path, ==, profile_path);
      got_query = g_uri_unescape_string (fake_cloud_get_request (self->cloud, 1)->query, NULL);
      g_assert_cmpstr (got_query, ==, query);
    }
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char  *name;
    void       (*test) (Fixture       *self,
                        gconstpointer  data);
  } tests[] = {
    { "good", test_good },
    { "not-an-answer", test_not_an_answer },
    { "each-error", test_each_error },
    { "broken-off", test_broken_off },
    { "timed-out", test_timed_out },
    { "cancelled", test_cancelled },
    { "sent-elsewhere", test_sent_elsewhere },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (endpoints); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
        {
          g_autofree char *path = g_strdup_printf ("/bambu/endpoints/%s/%s", endpoints[i].name, tests[j].name);

          g_test_add (path, Fixture, &endpoints[i], set_up, tests[j].test, tear_down);
        }
    }

  g_test_add ("/bambu/endpoints/half-of-devices", Fixture, NULL, set_up, test_half_of_devices, tear_down);
  g_test_add ("/bambu/endpoints/odd-ids", Fixture, NULL, set_up, test_odd_ids, tear_down);

  return g_test_run ();
}
