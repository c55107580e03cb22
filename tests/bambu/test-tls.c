/* test-tls.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fake-cloud.h"
#include "test-authority.h"

#define GOOD "{\"devices\":[]}"

static TestAuthority *ours;
static TestAuthority *theirs;
static GPtrArray *refused;

static BambuClient *
create_client (FakeCloud *cloud)
{
  g_autoptr(GTlsDatabase) database = test_authority_create_database (ours);
  BambuClient *client = fake_cloud_create_client (cloud);

  bambu_client_set_tls_database (client, database);

  return client;
}

static void
assert_good (BambuClient  *client,
             BambuRequest *request)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) text = test_send (client, request, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (text, NULL), g_bytes_get_size (text), GOOD, strlen (GOOD));
}

static void
test_trusted (void)
{
  g_autoptr(GTlsCertificate) certificate = test_authority_sign (ours, "good", "IP:127.0.0.1", TEST_AUTHORITY_VALID);
  g_autoptr(FakeCloud) cloud = fake_cloud_new_tls (certificate);
  g_autoptr(BambuClient) client = create_client (cloud);
  g_autoptr(BambuRequest) request = bambu_request_devices ();

  fake_cloud_reply (cloud, 200, GOOD, NULL);

  for (guint i = 0; i < 3; i++)
    {
      assert_good (client, request);
      g_assert_cmpstr (fake_cloud_get_request (cloud, i)->authorization, ==, "Bearer secret-token");
      g_assert_cmpint (fake_cloud_get_request (cloud, i)->version, ==, SOUP_HTTP_2_0);
    }

  g_assert_cmpuint (fake_cloud_get_sockets (cloud), ==, 1);
}

/* In libsoup 3.6 a server that goes while a handshake is failing is told of it all the same. */
static void
keep_until_end (FakeCloud *cloud)
{
  g_ptr_array_add (refused, cloud);
}

static void
assert_refused (TestAuthority *authority,
                const char    *name,
                const char    *subject,
                const char    *validity,
                const char    *words)
{
  g_autoptr(GTlsCertificate) certificate = test_authority_sign (authority, name, subject, validity);
  g_autoptr(FakeCloud) cloud = fake_cloud_new_tls (certificate);
  g_autoptr(BambuClient) client = create_client (cloud);
  g_autoptr(BambuRequest) request = bambu_request_devices ();
  g_autoptr(GError) error = NULL;

  g_assert_null (test_send (client, request, NULL, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_cmpuint (fake_cloud_get_count (cloud), ==, 0);
  keep_until_end (g_steal_pointer (&cloud));
}

static void
test_wrong_name (void)
{
  assert_refused (ours, "name", "DNS:platen.example,IP:127.0.0.2", TEST_AUTHORITY_VALID, "for another name");
}

static void
test_expired (void)
{
  assert_refused (ours, "old", "IP:127.0.0.1", TEST_AUTHORITY_EXPIRED, "has expired");
}

static void
test_too_early (void)
{
  assert_refused (ours, "early", "IP:127.0.0.1", TEST_AUTHORITY_EARLY, "not valid yet");
}

static void
test_unknown (void)
{
  assert_refused (theirs, "unknown", "IP:127.0.0.1", TEST_AUTHORITY_VALID, "not issued by anyone");
}

/* Whom the system trusts is not whom a test trusts. */
static void
test_system_database (void)
{
  g_autoptr(GTlsCertificate) certificate = test_authority_sign (ours, "system", "IP:127.0.0.1", TEST_AUTHORITY_VALID);
  g_autoptr(FakeCloud) cloud = fake_cloud_new_tls (certificate);
  g_autoptr(BambuClient) client = fake_cloud_create_client (cloud);
  g_autoptr(BambuRequest) request = bambu_request_devices ();

  test_assert_fails (client, request, BAMBU_ERROR_PROTOCOL);
  g_assert_cmpuint (fake_cloud_get_count (cloud), ==, 0);
  keep_until_end (g_steal_pointer (&cloud));
}

static gboolean
plain_cb (GSocketService    *service,
          GSocketConnection *connection,
          GObject           *source_object,
          gpointer           user_data)
{
  static const char text[] = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";

  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), text, strlen (text),
                             NULL, NULL, NULL);

  return FALSE;
}

static void
test_plain_http (void)
{
  g_autoptr(GSocketService) service = g_socket_service_new ();
  guint port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, NULL);
  g_autofree char *url = g_strdup_printf ("https://127.0.0.1:%u", port);
  g_autoptr(BambuClient) client = bambu_client_new (BAMBU_REGION_GLOBAL, url, NULL, NULL);
  g_autoptr(BambuRequest) request = bambu_request_devices ();

  g_signal_connect (service, "incoming", G_CALLBACK (plain_cb), NULL);
  bambu_client_set_token (client, "secret-token");
  test_assert_fails (client, request, BAMBU_ERROR_PROTOCOL);
}

/* Over HTTP/2 all of this ends a stream, not the connection. */
static void
test_http2_limits (void)
{
  static const BambuLimits limits = { .connect_ms = 2000, .answer_ms = 300, .max_bytes = 100 * 1000 };
  g_autoptr(GTlsCertificate) certificate = test_authority_sign (ours, "limits", "IP:127.0.0.1", TEST_AUTHORITY_VALID);
  g_autoptr(FakeCloud) cloud = fake_cloud_new_tls (certificate);
  g_autoptr(BambuClient) client = create_client (cloud);
  g_autoptr(BambuRequest) request = bambu_request_devices ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *filled = g_strnfill (300 * 1000, ' ');

  bambu_client_set_limits (client, &limits, 20);

  fake_cloud_reply (cloud, 200, filled, NULL);
  test_assert_fails (client, request, BAMBU_ERROR_PROTOCOL);
  g_assert_cmpuint (fake_cloud_get_count (cloud), ==, 1);

  fake_cloud_reset (cloud);
  fake_cloud_reply (cloud, 200, GOOD, NULL);
  fake_cloud_reply_never (cloud);
  fake_cloud_reply (cloud, 200, GOOD, NULL);
  assert_good (client, request);
  test_assert_fails (client, request, BAMBU_ERROR_TIMED_OUT);

  /* The connection may be dead: the next request goes over another. */
  g_assert_cmpuint (fake_cloud_get_sockets (cloud), ==, 1);
  assert_good (client, request);
  g_assert_cmpuint (fake_cloud_get_sockets (cloud), ==, 2);

  fake_cloud_reset (cloud);
  fake_cloud_reply_never (cloud);
  g_timeout_add_once (100, (GSourceOnceFunc) g_cancellable_cancel, cancellable);
  g_assert_null (test_send (client, request, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  fake_cloud_reset (cloud);
  fake_cloud_reply (cloud, 503, "{}", NULL);
  fake_cloud_reply (cloud, 200, GOOD, NULL);
  assert_good (client, request);
}

static void
test_network_changed (void)
{
  g_autoptr(GTlsCertificate) certificate = test_authority_sign (ours, "changed", "IP:127.0.0.1", TEST_AUTHORITY_VALID);
  g_autoptr(FakeCloud) cloud = fake_cloud_new_tls (certificate);
  g_autoptr(BambuClient) client = create_client (cloud);
  g_autoptr(BambuRequest) request = bambu_request_devices ();

  fake_cloud_reply (cloud, 200, GOOD, NULL);
  assert_good (client, request);
  g_signal_emit_by_name (g_network_monitor_get_default (), "network-changed", TRUE);
  assert_good (client, request);
  g_assert_cmpuint (fake_cloud_get_sockets (cloud), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  /* Read once, when the first server is made. */
  g_setenv ("SOUP_SERVER_HTTP2", "1", TRUE);

  g_test_init (&argc, &argv, NULL);
  ours = test_authority_new ();
  theirs = test_authority_new ();

  g_test_add_func ("/bambu/tls/trusted", test_trusted);
  g_test_add_func ("/bambu/tls/wrong-name", test_wrong_name);
  g_test_add_func ("/bambu/tls/expired", test_expired);
  g_test_add_func ("/bambu/tls/too-early", test_too_early);
  g_test_add_func ("/bambu/tls/unknown", test_unknown);
  g_test_add_func ("/bambu/tls/system-database", test_system_database);
  g_test_add_func ("/bambu/tls/plain-http", test_plain_http);
  g_test_add_func ("/bambu/tls/http2-limits", test_http2_limits);
  g_test_add_func ("/bambu/tls/network-changed", test_network_changed);

  refused = g_ptr_array_new_with_free_func ((GDestroyNotify) fake_cloud_free);
  status = g_test_run ();
  g_ptr_array_unref (refused);
  test_authority_free (ours);
  test_authority_free (theirs);

  return status;
}
