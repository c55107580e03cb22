/* test-tls.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "bambu-exchange.h"
#include "bambu-http.h"
#include "fake-cloud.h"

#define GOOD "{\"devices\":[]}"

/* A small authority and what it signed, made anew for each run of the test. */
typedef struct
{
  char *directory;
} Authority;

static Authority authority;

static void
run_openssl (const char *command)
{
  g_autofree char *line = g_strdup_printf ("openssl %s", command);
  g_auto(GStrv) argv = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *output = NULL;
  int status;

  g_shell_parse_argv (line, NULL, &argv, &error);
  g_assert_no_error (error);
  g_spawn_sync (authority.directory, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL,
                NULL, &output, &status, &error);
  g_assert_no_error (error);

  if (!g_spawn_check_wait_status (status, NULL))
    g_error ("%s: %s", line, output);
}

static void
make_authority (const char *name)
{
  g_autofree char *command = g_strdup_printf ("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes "
                                              "-keyout %s.key -out %s.pem -days 2 -subj '/CN=Platen test %s' "
                                              "-addext basicConstraints=critical,CA:TRUE "
                                              "-addext keyUsage=critical,keyCertSign", name, name, name);

  run_openssl (command);
}

/* @subject_name as in a certificate's subjectAltName; @validity: options of "openssl ca" */
static GTlsCertificate *
make_certificate (const char *ca,
                  const char *name,
                  const char *subject_name,
                  const char *validity)
{
  g_autofree char *config = g_build_filename (authority.directory, "ca.cnf", NULL);
  g_autofree char *index = g_build_filename (authority.directory, "index.txt", NULL);
  g_autofree char *text = g_strdup_printf ("[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nnew_certs_dir=.\nrand_serial=yes\n"
                                           "default_md=sha256\npolicy=p\nunique_subject=no\nx509_extensions=e\n[p]\n"
                                           "commonName=supplied\n[e]\nsubjectAltName=%s\n"
                                           "basicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n",
                                           subject_name);
  g_autofree char *request = g_strdup_printf ("req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes "
                                              "-keyout %s.key -out %s.csr -subj '/CN=%s'", name, name, name);
  g_autofree char *sign = g_strdup_printf ("ca -batch -notext -config ca.cnf -cert %s.pem -keyfile %s.key "
                                           "-in %s.csr -out %s.pem %s", ca, ca, name, name, validity);
  g_autofree char *certificate_file = g_strdup_printf ("%s/%s.pem", authority.directory, name);
  g_autofree char *key_file = g_strdup_printf ("%s/%s.key", authority.directory, name);
  g_autoptr(GError) error = NULL;
  GTlsCertificate *certificate;

  g_assert_true (g_file_set_contents (config, text, -1, NULL));
  g_assert_true (g_file_set_contents (index, "", 0, NULL));
  run_openssl (request);
  run_openssl (sign);
  certificate = g_tls_certificate_new_from_files (certificate_file, key_file, &error);
  g_assert_no_error (error);

  return certificate;
}

static void
set_up_authority (void)
{
  authority.directory = g_dir_make_tmp ("platen-tls-XXXXXX", NULL);
  make_authority ("ours");
  make_authority ("theirs");
}

static void
tear_down_authority (void)
{
  g_autoptr(GDir) directory = g_dir_open (authority.directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)))
    {
      g_autofree char *path = g_build_filename (authority.directory, name, NULL);

      g_unlink (path);
    }

  g_rmdir (authority.directory);
  g_free (authority.directory);
}

static BambuClient *
create_client (FakeCloud *cloud)
{
  g_autofree char *ca_file = g_build_filename (authority.directory, "ours.pem", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GTlsDatabase) database = g_tls_file_database_new (ca_file, &error);
  BambuClient *client = fake_cloud_create_client (cloud);

  g_assert_no_error (error);
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
  g_autoptr(GTlsCertificate) certificate = make_certificate ("ours", "good", "IP:127.0.0.1,DNS:localhost", "-days 2");
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

static void
assert_refused (const char *ca,
                const char *name,
                const char *subject_name,
                const char *validity,
                const char *words)
{
  g_autoptr(GTlsCertificate) certificate = make_certificate (ca, name, subject_name, validity);
  g_autoptr(FakeCloud) cloud = fake_cloud_new_tls (certificate);
  g_autoptr(BambuClient) client = create_client (cloud);
  g_autoptr(BambuRequest) request = bambu_request_devices ();
  g_autoptr(GError) error = NULL;

  g_assert_null (test_send (client, request, NULL, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_cmpuint (fake_cloud_get_count (cloud), ==, 0);
}

static void
test_wrong_name (void)
{
  assert_refused ("ours", "name", "DNS:platen.example,IP:127.0.0.2", "-days 2", "for another name");
}

static void
test_expired (void)
{
  assert_refused ("ours", "old", "IP:127.0.0.1", "-startdate 20200101000000Z -enddate 20210101000000Z", "has expired");
}

static void
test_too_early (void)
{
  assert_refused ("ours", "early", "IP:127.0.0.1", "-startdate 20480101000000Z -enddate 20490101000000Z", "not valid yet");
}

static void
test_unknown (void)
{
  assert_refused ("theirs", "unknown", "IP:127.0.0.1", "-days 2", "not issued by anyone");
}

/* Whom the system trusts is not whom a test trusts. */
static void
test_system_database (void)
{
  g_autoptr(GTlsCertificate) certificate = make_certificate ("ours", "system", "IP:127.0.0.1", "-days 2");
  g_autoptr(FakeCloud) cloud = fake_cloud_new_tls (certificate);
  g_autoptr(BambuClient) client = fake_cloud_create_client (cloud);
  g_autoptr(BambuRequest) request = bambu_request_devices ();

  test_assert_fails (client, request, BAMBU_ERROR_PROTOCOL);
  g_assert_cmpuint (fake_cloud_get_count (cloud), ==, 0);
}

static gboolean
plain_cb (GSocketService    *service,
          GSocketConnection *connection,
          GObject           *source_object,
          gpointer           user_data)
{
  static const char text[] = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";

  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), text, strlen (text), NULL, NULL, NULL);

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
  g_autoptr(GTlsCertificate) certificate = make_certificate ("ours", "limits", "IP:127.0.0.1", "-days 2");
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
  g_autoptr(GTlsCertificate) certificate = make_certificate ("ours", "changed", "IP:127.0.0.1", "-days 2");
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
  set_up_authority ();

  g_test_add_func ("/bambu/tls/trusted", test_trusted);
  g_test_add_func ("/bambu/tls/wrong-name", test_wrong_name);
  g_test_add_func ("/bambu/tls/expired", test_expired);
  g_test_add_func ("/bambu/tls/too-early", test_too_early);
  g_test_add_func ("/bambu/tls/unknown", test_unknown);
  g_test_add_func ("/bambu/tls/system-database", test_system_database);
  g_test_add_func ("/bambu/tls/plain-http", test_plain_http);
  g_test_add_func ("/bambu/tls/http2-limits", test_http2_limits);
  g_test_add_func ("/bambu/tls/network-changed", test_network_changed);

  status = g_test_run ();
  tear_down_authority ();

  return status;
}
