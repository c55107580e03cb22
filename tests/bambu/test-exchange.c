/* test-exchange.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include "bambu-exchange.h"
#include "bambu-request-private.h"
#include "fake-cloud.h"

#define GOOD "{\"message\":\"success\",\"devices\":[]}"

typedef struct
{
  FakeCloud    *cloud;
  FakeCloud    *other;
  BambuClient  *client;
  BambuRequest *request;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->cloud = fake_cloud_new ();
  self->other = fake_cloud_new ();
  self->client = fake_cloud_create_client (self->cloud);
  self->request = bambu_request_devices ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_object_unref (self->client);
  bambu_request_unref (self->request);
  fake_cloud_free (self->cloud);
  fake_cloud_free (self->other);
}

static BambuRequest *
create_post (void)
{
  BambuRequest *request = bambu_request_new (BAMBU_HOST_API, "POST", "/v1/some/thing");

  bambu_request_add_header (request, "x-private", "for one host only");
  bambu_request_take_body (request, g_bytes_new_static ("{\"a\":1}", 7));

  return request;
}

static void
assert_good (Fixture      *self,
             BambuRequest *request)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) text = test_send (self->client, request, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (text, NULL), g_bytes_get_size (text), GOOD, strlen (GOOD));
}

static void
test_good (Fixture       *self,
           gconstpointer  data)
{
  FakeRequest *seen;

  fake_cloud_reply (self->cloud, 200, GOOD, "Set-Cookie", "session=1; Path=/", NULL);
  assert_good (self, self->request);
  assert_good (self, self->request);
  g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 2);

  for (guint i = 0; i < 2; i++)
    {
      seen = fake_cloud_get_request (self->cloud, i);
      g_assert_cmpstr (seen->method, ==, "GET");
      g_assert_cmpstr (seen->path, ==, "/v1/iot-service/api/user/bind");
      g_assert_null (seen->query);
      g_assert_cmpstr (seen->body, ==, "");
      g_assert_cmpstr (seen->authorization, ==, "Bearer secret-token");
      g_assert_cmpstr (soup_message_headers_get_one (seen->headers, "User-Agent"), ==,
                       "Platen/" PACKAGE_VERSION " (+" PACKAGE_URL ")");
      g_assert_nonnull (strstr (soup_message_headers_get_one (seen->headers, "Accept-Encoding"), "gzip"));
      g_assert_null (soup_message_headers_get_list (seen->headers, "Cookie"));
    }

  /* One connection did for both. */
  g_assert_cmpuint (fake_cloud_get_sockets (self->cloud), ==, 1);
}

static void
test_post (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(BambuRequest) request = create_post ();
  FakeRequest *seen;

  fake_cloud_reply (self->cloud, 200, GOOD, NULL);
  assert_good (self, request);

  seen = fake_cloud_get_request (self->cloud, 0);
  g_assert_cmpstr (seen->method, ==, "POST");
  g_assert_cmpstr (seen->body, ==, "{\"a\":1}");
  g_assert_cmpstr (soup_message_headers_get_content_type (seen->headers, NULL), ==, "application/json");
  g_assert_cmpstr (soup_message_headers_get_one (seen->headers, "x-private"), ==, "for one host only");
}

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) text = bambu_client_send_finish (BAMBU_CLIENT (object), result, &error);
  guint *left = user_data;

  g_assert_no_error (error);
  (*left)--;
}

static void
test_many (Fixture       *self,
           gconstpointer  data)
{
  guint left = 40;

  fake_cloud_reply (self->cloud, 200, GOOD, NULL);

  for (guint i = 0; i < 40; i++)
    bambu_client_send_async (self->client, self->request, NULL, counted_cb, &left);

  /* A call keeps what it needs. */
  g_object_ref (self->client);
  g_object_unref (self->client);

  while (left > 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 40);
  g_assert_cmpuint (fake_cloud_get_sockets (self->cloud), >, 2);
  g_assert_cmpuint (fake_cloud_get_sockets (self->cloud), <=, 8);
}

static void
test_outlives_client (Fixture       *self,
                      gconstpointer  data)
{
  guint left = 1;

  fake_cloud_reply (self->cloud, 200, GOOD, NULL);
  bambu_client_send_async (self->client, self->request, NULL, counted_cb, &left);
  g_clear_object (&self->client);

  while (left > 0)
    g_main_context_iteration (NULL, TRUE);

  self->client = fake_cloud_create_client (self->cloud);
}

static GBytes *
compress (GBytes *bytes)
{
  g_autoptr(GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr(GInputStream) plain = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(GInputStream) packed = g_converter_input_stream_new (plain, compressor);
  g_autoptr(GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;

  g_output_stream_splice (output, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
}

static void
test_gzip (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GBytes) plain = g_bytes_new_static (GOOD, strlen (GOOD));
  g_autoptr(GBytes) packed = compress (plain);
  g_autoptr(GBytes) torn = g_bytes_new_from_bytes (packed, 0, g_bytes_get_size (packed) - 12);

  fake_cloud_reply_bytes (self->cloud, 200, packed, "Content-Encoding", "gzip", NULL);
  assert_good (self, self->request);

  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 200, "this is not gzip", "Content-Encoding", "gzip", NULL);
  test_assert_fails (self->client, self->request, BAMBU_ERROR_PROTOCOL);

  fake_cloud_reset (self->cloud);
  fake_cloud_reply_bytes (self->cloud, 200, torn, "Content-Encoding", "gzip", NULL);
  test_assert_fails (self->client, self->request, BAMBU_ERROR_OFFLINE);
}

static GBytes *
create_padded (gsize size)
{
  char *text = g_malloc (size);

  memset (text, ' ', size);
  text[0] = '{';
  text[size - 1] = '}';

  return g_bytes_new_take (text, size);
}

static void
test_size (Fixture       *self,
           gconstpointer  data)
{
  const gsize limit = 1024 * 1024;

  g_assert_cmpuint (bambu_limits_default.max_bytes, ==, 32 * 1024 * 1024);
  g_assert_cmpuint (bambu_limits_default.connect_ms, ==, 10000);
  g_assert_cmpuint (bambu_limits_default.answer_ms, ==, 30000);

  for (guint packed = 0; packed < 2; packed++)
    {
      for (guint excess = 0; excess < 2; excess++)
        {
          g_autoptr(GBytes) padded = create_padded (limit + excess);
          g_autoptr(GBytes) body = packed ? compress (padded) : g_bytes_ref (padded);
          g_autoptr(GError) error = NULL;
          g_autoptr(GBytes) text = NULL;

          fake_cloud_reset (self->cloud);
          fake_cloud_reply_bytes (self->cloud, 200, body, packed ? "Content-Encoding" : "X-Packed", packed ? "gzip" : "no",
                                  NULL);
          text = test_send (self->client, self->request, NULL, &error);

          if (excess)
            g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL);
          else
            g_assert_no_error (error);

          g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 1);
        }
    }
}

/* 64 MiB that come as 64 KiB. */
static void
test_bomb (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GBytes) padded = create_padded (64 * 1024 * 1024);
  g_autoptr(GBytes) bomb = compress (padded);

  bambu_client_set_limits (self->client, &bambu_limits_default, 20);
  fake_cloud_reply_bytes (self->cloud, 200, bomb, "Content-Encoding", "gzip", NULL);
  test_assert_fails (self->client, self->request, BAMBU_ERROR_PROTOCOL);

  /* An error's body is no way around it. */
  fake_cloud_reset (self->cloud);
  fake_cloud_reply_bytes (self->cloud, 404, bomb, "Content-Encoding", "gzip", NULL);
  test_assert_fails (self->client, self->request, BAMBU_ERROR_PROTOCOL);
}

static void
test_redirect_same (Fixture       *self,
                    gconstpointer  data)
{
  fake_cloud_reply (self->cloud, 302, "moved", "Location", "/else/where?a=b#c", NULL);
  fake_cloud_reply (self->cloud, 200, GOOD, NULL);
  assert_good (self, self->request);

  g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 2);
  g_assert_cmpstr (fake_cloud_get_request (self->cloud, 1)->path, ==, "/else/where");
  g_assert_cmpstr (fake_cloud_get_request (self->cloud, 1)->query, ==, "a=b");
  g_assert_cmpstr (fake_cloud_get_request (self->cloud, 1)->authorization, ==, "Bearer secret-token");
}

static void
test_redirect_other (Fixture       *self,
                     gconstpointer  data)
{
  static const guint statuses[] = { 301, 302, 303, 307, 308 };
  g_autofree char *there = g_strconcat (fake_cloud_get_url (self->other), "/file", NULL);
  g_autofree char *back = g_strconcat (fake_cloud_get_url (self->cloud), "/back", NULL);
  g_autofree char *name = g_strdup_printf ("http://localhost:%u/name", fake_cloud_get_port (self->cloud));

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr(BambuRequest) request = bambu_request_account ();

      bambu_request_add_header (request, "x-private", "for one host only");
      fake_cloud_reset (self->cloud);
      fake_cloud_reset (self->other);
      fake_cloud_reply (self->cloud, statuses[i], "", "Location", there, NULL);
      fake_cloud_reply (self->other, 200, GOOD, NULL);
      assert_good (self, request);

      g_assert_cmpuint (fake_cloud_get_count (self->other), ==, 1);
      g_assert_cmpstr (fake_cloud_get_request (self->other, 0)->path, ==, "/file");
      g_assert_null (fake_cloud_get_request (self->other, 0)->authorization);
      g_assert_null (soup_message_headers_get_one (fake_cloud_get_request (self->other, 0)->headers, "x-private"));
    }

  /* Another name of the same machine is another origin. */
  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 302, "", "Location", name, NULL);
  fake_cloud_reply (self->cloud, 200, GOOD, NULL);
  assert_good (self, self->request);
  g_assert_null (fake_cloud_get_request (self->cloud, 1)->authorization);

  /* Who was sent away and comes back does so without the token: where to is no longer the cloud's own choice. */
  fake_cloud_reset (self->cloud);
  fake_cloud_reset (self->other);
  fake_cloud_reply (self->cloud, 302, "", "Location", there, NULL);
  fake_cloud_reply (self->other, 302, "", "Location", back, NULL);
  fake_cloud_reply (self->cloud, 200, GOOD, NULL);
  assert_good (self, self->request);
  g_assert_cmpstr (fake_cloud_get_request (self->cloud, 1)->path, ==, "/back");
  g_assert_null (fake_cloud_get_request (self->cloud, 1)->authorization);
}

static void
test_redirect_bad (Fixture       *self,
                   gconstpointer  data)
{
  static const char * const locations[] = {
    "http://example.com/", "file:///etc/passwd", "ftp://127.0.0.1/", "http://user:word@127.0.0.1/",
    "//example.com/", "http://", "", "data:application/json,{}", "http://[::1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (locations); i++)
    {
      fake_cloud_reset (self->cloud);
      fake_cloud_reply (self->cloud, 302, "", "Location", locations[i], NULL);
      test_assert_fails (self->client, self->request, BAMBU_ERROR_PROTOCOL);
    }

  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 302, "", NULL);
  test_assert_fails (self->client, self->request, BAMBU_ERROR_PROTOCOL);
  g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 1);

  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 302, "", "Location", "/round", NULL);
  test_assert_fails (self->client, self->request, BAMBU_ERROR_PROTOCOL);
  g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 6);

  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 304, "", NULL);
  test_assert_fails (self->client, self->request, BAMBU_ERROR_PROTOCOL);
}

static void
test_redirect_post (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(BambuRequest) request = create_post ();
  g_autofree char *there = g_strconcat (fake_cloud_get_url (self->other), "/file", NULL);
  FakeRequest *seen;

  fake_cloud_reply (self->cloud, 307, "", "Location", "/again", NULL);
  fake_cloud_reply (self->cloud, 200, GOOD, NULL);
  assert_good (self, request);
  seen = fake_cloud_get_request (self->cloud, 1);
  g_assert_cmpstr (seen->method, ==, "POST");
  g_assert_cmpstr (seen->body, ==, "{\"a\":1}");

  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 303, "", "Location", "/result", NULL);
  fake_cloud_reply (self->cloud, 200, GOOD, NULL);
  assert_good (self, request);
  seen = fake_cloud_get_request (self->cloud, 1);
  g_assert_cmpstr (seen->method, ==, "GET");
  g_assert_cmpstr (seen->body, ==, "");

  /* What is sent to sign in must not end up elsewhere. */
  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 307, "", "Location", there, NULL);
  test_assert_fails (self->client, request, BAMBU_ERROR_PROTOCOL);
  g_assert_cmpuint (fake_cloud_get_count (self->other), ==, 0);

  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 303, "", "Location", there, NULL);
  fake_cloud_reply (self->other, 200, GOOD, NULL);
  assert_good (self, request);
  seen = fake_cloud_get_request (self->other, 0);
  g_assert_cmpstr (seen->method, ==, "GET");
  g_assert_cmpstr (seen->body, ==, "");
  g_assert_null (seen->authorization);
  g_assert_null (soup_message_headers_get_one (seen->headers, "x-private"));
}

static void
test_drops (Fixture       *self,
            gconstpointer  data)
{
  static const char * const drops[] = {
    "",
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"devices\":",
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"dev\r\n",
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n50\r\n{\"dev",
    "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n{\"dev",
  };
  g_autoptr(BambuRequest) post = create_post ();

  for (guint i = 0; i < G_N_ELEMENTS (drops); i++)
    {
      g_test_message ("Dropped after “%s”", drops[i]);

      fake_cloud_reset (self->cloud);
      fake_cloud_reply_raw (self->cloud, drops[i], FAKE_END_CLOSE);
      test_assert_fails (self->client, self->request, BAMBU_ERROR_OFFLINE);
      g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 3);

      fake_cloud_reset (self->cloud);
      fake_cloud_reply_raw (self->cloud, drops[i], FAKE_END_CLOSE);
      fake_cloud_reply (self->cloud, 200, GOOD, NULL);
      assert_good (self, self->request);
      g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 2);

      fake_cloud_reset (self->cloud);
      fake_cloud_reply_raw (self->cloud, drops[i], FAKE_END_CLOSE);
      test_assert_fails (self->client, post, BAMBU_ERROR_OFFLINE);
      g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 1);
    }

  /* A connection that was kept and is dropped when it is used again. */
  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 200, GOOD, NULL);
  fake_cloud_reply_raw (self->cloud, "", FAKE_END_CLOSE);
  assert_good (self, self->request);
  test_assert_fails (self->client, self->request, BAMBU_ERROR_OFFLINE);
  g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 4);
}

static void
test_not_http (Fixture       *self,
               gconstpointer  data)
{
  static const char * const texts[] = { "SSH-2.0-OpenSSH_9.2\r\n\r\n", "HTTP/1.1 20", "HTTP/9.9 200 OK\r\n\r\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      fake_cloud_reset (self->cloud);
      fake_cloud_reply_raw (self->cloud, texts[i], FAKE_END_CLOSE);
      test_assert_fails (self->client, self->request, BAMBU_ERROR_PROTOCOL);
      g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 1);
    }
}

static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  fake_cloud_free (self->cloud);
  test_assert_fails (self->client, self->request, BAMBU_ERROR_OFFLINE);
  self->cloud = fake_cloud_new ();
}

static void
test_time_limits (Fixture       *self,
                  gconstpointer  data)
{
  static const BambuLimits limits = { .connect_ms = 10000, .answer_ms = 300, .max_bytes = 1024 };
  static const struct
  {
    const char *bytes;
    FakeEnd     end;
  } slow[] = {
    { "", FAKE_END_HOLD },
    { "HTTP/1.1 200 OK\r\n", FAKE_END_HOLD },
    { "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{", FAKE_END_HOLD },
    { "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{", FAKE_END_TRICKLE },
    { "HTTP/1.1 302 Found\r\nLocation: /on\r\nContent-Length: 100000\r\n\r\n", FAKE_END_TRICKLE },
  };

  bambu_client_set_limits (self->client, &limits, 20);

  for (guint i = 0; i < G_N_ELEMENTS (slow); i++)
    {
      gint64 start = g_get_monotonic_time ();

      fake_cloud_reset (self->cloud);
      fake_cloud_reply_raw (self->cloud, slow[i].bytes, slow[i].end);
      test_assert_fails (self->client, self->request, BAMBU_ERROR_TIMED_OUT);
      g_assert_cmpint (g_get_monotonic_time () - start, >=, 290 * 1000);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
      g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 1);
    }
}

/* A host that takes the connection and never says a word of TLS. */
static void
test_connect_limit (Fixture       *self,
                    gconstpointer  data)
{
  static const BambuLimits limits = { .connect_ms = 300, .answer_ms = 10000, .max_bytes = 1024 };
  g_autoptr(GSocketListener) listener = g_socket_listener_new ();
  g_autoptr(BambuClient) client = NULL;
  g_autofree char *url = NULL;
  gint64 start = g_get_monotonic_time ();

  url = g_strdup_printf ("https://127.0.0.1:%u", g_socket_listener_add_any_inet_port (listener, NULL, NULL));
  client = bambu_client_new (BAMBU_REGION_GLOBAL, url, NULL, NULL);
  bambu_client_set_limits (client, &limits, 20);
  bambu_client_set_token (client, "secret-token");

  test_assert_fails (client, self->request, BAMBU_ERROR_TIMED_OUT);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 290 * 1000);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/bambu/exchange/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("good", test_good);
  ADD ("post", test_post);
  ADD ("many", test_many);
  ADD ("outlives-client", test_outlives_client);
  ADD ("gzip", test_gzip);
  ADD ("size", test_size);
  ADD ("bomb", test_bomb);
  ADD ("redirect/same-origin", test_redirect_same);
  ADD ("redirect/other-origin", test_redirect_other);
  ADD ("redirect/bad", test_redirect_bad);
  ADD ("redirect/post", test_redirect_post);
  ADD ("drops", test_drops);
  ADD ("not-http", test_not_http);
  ADD ("refused", test_refused);
  ADD ("time-limits", test_time_limits);
  ADD ("connect-limit", test_connect_limit);
#undef ADD

  return g_test_run ();
}
