/* test-process.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "answer.h"
#include "test-authority.h"

#include <zlib.h>

#define START_LIMIT (3 * G_USEC_PER_SEC)
#define PRESETS "/v1/iot-service/api/slicer/setting?version=1.0.0.0"

/* Runs the program with arguments that end it at once. */
static int
run (const char  *first,
     const char  *second,
     char       **output)
{
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error,
                              g_getenv ("PLATEN_DEMO_CLOUD"), first, second, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  return g_subprocess_get_exit_status (process);
}

static void
test_arguments (void)
{
  static const char * const wrong[][2] = {
    { "--nonsense", NULL }, { "--port", "x" }, { "--port", "65536" }, { "--speed", "0" }, { "--printers", "-1" },
    { "--tls", "cert.pem" }, { "word", NULL },
  };
  g_autofree char *version = NULL;

  g_assert_cmpint (run ("--version", NULL, &version), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *output = NULL;

      g_assert_cmpint (run (wrong[i][0], wrong[i][1], &output), ==, 2);
      g_assert_true (g_str_has_prefix (output, "platen-demo-cloud: "));
    }
}

static void
test_missing_certificate (void)
{
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, g_getenv ("PLATEN_DEMO_CLOUD"),
                              "--tls", "/nonexistent/cert.pem", "/nonexistent/key.pem", NULL);
  g_assert_no_error (error);
  g_assert_false (g_subprocess_wait_check (process, NULL, &error));
  g_assert_error (error, G_SPAWN_EXIT_ERROR, 1);
}

/* test_cloud_stop() closes its end of the pipe, and waits. */
static void
test_until_eof (void)
{
  g_autoptr(TestCloud) cloud = test_cloud_new (NULL);
  g_autofree char *url = g_strdup (test_cloud_get_url (cloud));
  const char * const headers[] = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(Answer) nobody = NULL;
  g_autoptr(Answer) again = NULL;

  test_cloud_stop (cloud);
  nobody = ask_full (cloud, "GET", "/_demo/clock", NULL, headers, &error);
  g_assert_null (nobody);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED);

  test_cloud_start (cloud);
  g_assert_cmpstr (test_cloud_get_url (cloud), ==, url);
  again = ask (cloud, "GET", "/_demo/clock", NULL);
  g_assert_cmpuint (again->status, ==, 200);
}

/* Where it listens is the first thing that it says. */
static void
test_talkative (void)
{
  g_autoptr(TestCloud) cloud = NULL;
  g_autoptr(Answer) clock = NULL;

  g_setenv ("G_MESSAGES_DEBUG", "all", TRUE);
  cloud = test_cloud_new (NULL);
  g_unsetenv ("G_MESSAGES_DEBUG");

  clock = ask (cloud, "GET", "/_demo/clock", NULL);
  g_assert_cmpuint (clock->status, ==, 200);
}

static void
test_loopback_only (void)
{
  g_autoptr(TestCloud) cloud = test_cloud_new (NULL);
  g_autofree char *contents = NULL;
  g_auto(GStrv) lines = NULL;
  g_autofree char *port = NULL;
  guint n_sockets = 0;

  g_assert_true (g_str_has_prefix (test_cloud_get_url (cloud), "http://127.0.0.1:"));
  port = g_strdup_printf (":%04X ", (guint) g_ascii_strtoull (strrchr (test_cloud_get_url (cloud), ':') + 1, NULL, 10));

  /* The address stands before the port, its lowest byte first. */
  g_assert_true (g_file_get_contents ("/proc/net/tcp", &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *place = strstr (lines[i], port);

      if (place == NULL || strstr (lines[i], " 00000000:0000 0A ") == NULL)
        continue;

      g_assert_true (g_str_has_prefix (place - strlen ("0100007F"), "0100007F"));
      n_sockets++;
    }

  g_assert_cmpuint (n_sockets, ==, 1);
}

static char *
dup_names (const char *seed)
{
  const char * const args[] = { "--seed", seed, NULL };
  g_autoptr(TestCloud) cloud = test_cloud_new (args);
  g_autoptr(Answer) bind = ask (cloud, "GET", "/v1/iot-service/api/user/bind", NULL);
  g_autoptr(Answer) projects = ask (cloud, "GET", "/v1/iot-service/api/user/project", NULL);
  g_autoptr(Answer) tasks = ask (cloud, "GET", "/v1/user-service/my/tasks?limit=300", NULL);
  g_autoptr(Answer) presets = ask (cloud, "GET", PRESETS, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 6; i++)
    g_string_append_printf (text, "%s\n", text_of (element (bind->object, "devices", i), "dev_id"));
  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text, "%s\n", text_of (element (projects->object, "projects", i), "model_id"));
  for (guint i = 0; i < 300; i++)
    g_string_append_printf (text, "%s\n", text_of (element (tasks->object, "hits", i), "title"));
  for (guint i = 0; i < 5; i++)
    g_string_append_printf (text, "%s\n", text_of (element (member (presets->object, "print"), "private", i), "setting_id"));

  return g_string_free (text, FALSE);
}

static void
test_seed (void)
{
  g_autofree char *one = dup_names ("7");
  g_autofree char *same = dup_names ("7");
  g_autofree char *other = dup_names ("8");

  g_assert_cmpstr (one, ==, same);
  g_assert_cmpstr (one, !=, other);
}

static void
test_sizes (void)
{
  const char * const args[] = {
    "--printers", "17", "--projects", "3", "--tasks", "50", "--presets", "30", "--messages", "4", "--no-live", NULL
  };
  g_autoptr(TestCloud) cloud = test_cloud_new (args);
  g_autoptr(Answer) bind = ask (cloud, "GET", "/v1/iot-service/api/user/bind", NULL);
  g_autoptr(Answer) projects = ask (cloud, "GET", "/v1/iot-service/api/user/project", NULL);
  g_autoptr(Answer) tasks = ask (cloud, "GET", "/v1/user-service/my/tasks?limit=300", NULL);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (count (bind->object, "devices"), ==, 17);
  g_assert_cmpuint (count (projects->object, "projects"), ==, 3);
  g_assert_cmpuint (count (tasks->object, "hits"), ==, 50);
  for (guint i = 0; i < 17; i++)
    g_assert_true (g_hash_table_add (ids, (gpointer) text_of (element (bind->object, "devices", i), "dev_id")));
}

static void
test_nothing (void)
{
  const char * const args[] = {
    "--printers", "0", "--projects", "0", "--tasks", "0", "--presets", "0", "--messages", "0", NULL
  };
  static const struct { const char *path; const char *array; } lists[] = {
    { "/v1/iot-service/api/user/bind", "devices" }, { "/v1/iot-service/api/user/print", "devices" },
    { "/v1/iot-service/api/user/project", "projects" }, { "/v1/user-service/my/tasks", "hits" },
    { "/v1/user-service/my/messages", "hits" },
  };
  g_autoptr(TestCloud) cloud = test_cloud_new (args);
  g_autoptr(Answer) presets = ask (cloud, "GET", PRESETS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr(Answer) answer = ask (cloud, "GET", lists[i].path, NULL);

      g_assert_cmpuint (answer->status, ==, 200);
      g_assert_cmpuint (count (answer->object, lists[i].array), ==, 0);
    }

  g_assert_cmpuint (count (member (presets->object, "filament"), "public"), ==, 0);
}

static void
test_scale (void)
{
  const char * const args[] = { "--projects", "5000", "--tasks", "100000", "--presets", "5000", NULL };
  gint64 begin = g_get_monotonic_time ();
  g_autoptr(TestCloud) cloud = test_cloud_new (args);
  g_autoptr(Answer) projects = NULL;
  g_autoptr(Answer) presets = NULL;
  g_autoptr(Answer) tasks = NULL;
  g_autoptr(Answer) oldest = NULL;
  g_autofree char *path = NULL;
  guint n_presets = 0;

  g_assert_cmpint (g_get_monotonic_time () - begin, <, START_LIMIT);

  /* Everything is there, and is not long in coming either. */
  begin = g_get_monotonic_time ();
  projects = ask (cloud, "GET", "/v1/iot-service/api/user/project", NULL);
  presets = ask (cloud, "GET", PRESETS, NULL);
  tasks = ask (cloud, "GET", "/v1/user-service/my/tasks?limit=1", NULL);
  path = g_strdup_printf ("/v1/user-service/my/tasks?after=%" G_GINT64_FORMAT,
                          number_of (element (tasks->object, "hits", 0), "id") - 70000000);
  oldest = ask (cloud, "GET", path, NULL);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, START_LIMIT);

  g_assert_cmpuint (count (projects->object, "projects"), ==, 5000);
  g_assert_cmpint (number_of (tasks->object, "total"), ==, 100000);
  g_assert_cmpuint (count (oldest->object, "hits"), ==, 20);
  for (guint i = 0; i < 3; i++)
    {
      static const char * const types[] = { "print", "printer", "filament" };
      JsonObject *lists = member (presets->object, types[i]);

      n_presets += count (lists, "public") + count (lists, "private");
    }
  g_assert_cmpuint (n_presets, ==, 5000);
}

static void
test_gzip (void)
{
  g_autoptr(TestCloud) cloud = test_cloud_new (NULL);
  const char * const headers[] = { "Authorization", "Bearer " TEST_CLOUD_TOKEN, "Accept-Encoding", "gzip, deflate", NULL };
  g_autoptr(Answer) plain = ask (cloud, "GET", PRESETS, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(Answer) packed = ask_full (cloud, "GET", PRESETS, NULL, headers, &error);
  gsize size = g_bytes_get_size (plain->body);
  g_autofree guchar *buffer = g_malloc (size + 1);
  z_stream stream = { 0, };

  g_assert_no_error (error);
  g_assert_null (answer_get (plain, "Content-Encoding"));
  g_assert_cmpstr (answer_get (packed, "Content-Encoding"), ==, "gzip");
  g_assert_cmpuint (g_bytes_get_size (packed->body), <, size / 4);

  stream.next_in = (guchar *) g_bytes_get_data (packed->body, NULL);
  stream.avail_in = (guint) g_bytes_get_size (packed->body);
  stream.next_out = buffer;
  stream.avail_out = (guint) size + 1;
  g_assert_cmpint (inflateInit2 (&stream, 15 + 16), ==, Z_OK);
  g_assert_cmpint (inflate (&stream, Z_FINISH), ==, Z_STREAM_END);
  inflateEnd (&stream);
  g_assert_cmpmem (buffer, stream.total_out, g_bytes_get_data (plain->body, NULL), size);
}

/* Over HTTP/2, and with what waits, fails and breaks there. */
static void
check_tls (TestCloud *cloud)
{
  g_autoptr(Answer) print = ask (cloud, "GET", "/v1/iot-service/api/user/print", NULL);
  const char *url = text_of (element (print->object, "devices", 0), "thumbnail");
  const char * const headers[] = { "Authorization", "Bearer " TEST_CLOUD_TOKEN, NULL };
  g_autoptr(Answer) picture = NULL;
  g_autoptr(Answer) late = NULL;
  g_autoptr(Answer) cut = NULL;
  g_autoptr(Answer) after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_str_has_prefix (test_cloud_get_url (cloud), "https://127.0.0.1:"));
  g_assert_cmpint (print->version, ==, SOUP_HTTP_2_0);
  g_assert_true (g_str_has_prefix (url, "https://"));

  picture = ask_full (cloud, "GET", url, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (picture->status, ==, 200);
  g_assert_cmpint (picture->version, ==, SOUP_HTTP_2_0);

  test_cloud_fault (cloud, "{\"path\":\"*/bind\",\"delay_ms\":50,\"times\":1}");
  late = ask (cloud, "GET", "/v1/iot-service/api/user/bind", NULL);
  g_assert_cmpuint (late->status, ==, 200);

  test_cloud_fault (cloud, "{\"path\":\"*/bind\",\"drop_after\":100,\"times\":1}");
  cut = ask_full (cloud, "GET", "/v1/iot-service/api/user/bind", NULL, headers, &error);
  g_assert_null (cut);
  g_assert_nonnull (error);

  after = ask (cloud, "POST", "/v1/iot-service/api/user/project", "{\"name\":\"By HTTP/2\"}");
  g_assert_cmpuint (after->status, ==, 200);
}

static void
test_tls (void)
{
  g_autoptr(TestAuthority) authority = test_authority_new ();
  g_autoptr(GTlsCertificate) made = test_authority_sign (authority, "cloud", "IP:127.0.0.1", TEST_AUTHORITY_VALID);
  g_autofree char *certificate = test_authority_dup_path (authority, "cloud.pem");
  g_autofree char *key = test_authority_dup_path (authority, "cloud.key");
  const char * const args[] = { "--tls", certificate, key, NULL };
  g_autoptr(TestCloud) cloud = test_cloud_new (args);

  check_tls (cloud);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/process/arguments", test_arguments);
  g_test_add_func ("/demo/process/missing-certificate", test_missing_certificate);
  g_test_add_func ("/demo/process/until-eof", test_until_eof);
  g_test_add_func ("/demo/process/talkative", test_talkative);
  g_test_add_func ("/demo/process/loopback-only", test_loopback_only);
  g_test_add_func ("/demo/process/seed", test_seed);
  g_test_add_func ("/demo/process/sizes", test_sizes);
  g_test_add_func ("/demo/process/nothing", test_nothing);
  g_test_add_func ("/demo/process/scale", test_scale);
  g_test_add_func ("/demo/process/gzip", test_gzip);
  g_test_add_func ("/demo/process/tls", test_tls);

  return g_test_run ();
}
