/* test-transfer.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "bambu-transfer.h"
#include "bambu-upload.h"
#include "fake-cloud.h"
#include "test-result.h"

#define CONTENT "0123456789abcdefghijklmnopqrstuvwxyz"

typedef struct
{
  FakeCloud   *cloud;
  BambuClient *client;
  GFile       *folder;
  char        *address;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_dir_make_tmp ("platen-transfer-XXXXXX", &error);

  g_assert_no_error (error);
  self->folder = g_file_new_for_path (path);
  self->cloud = fake_cloud_new ();
  self->client = fake_cloud_create_client (self->cloud);
  self->address = g_strconcat (fake_cloud_get_url (self->cloud), "/a%20file?Signature=s%2Bx", NULL);
}

static gboolean
has_only (Fixture    *self,
          const char *name)
{
  g_autoptr(GDir) dir = g_dir_open (g_file_peek_path (self->folder), 0, NULL);
  const char *entry = g_dir_read_name (dir);

  return g_strcmp0 (entry, name) == 0 && (entry == NULL || g_dir_read_name (dir) == NULL);
}

/* What is in the folder, which must be nothing but @name. One who cancels is answered at once, while the thread still
 * tidies up.
 */
static void
assert_only (Fixture    *self,
             const char *name)
{
  const gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (!has_only (self, name) && g_get_monotonic_time () < deadline)
    test_wait_ms (10);

  g_assert_true (has_only (self, name));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  const char *names[] = { "out.3mf", "in.3mf" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GFile) file = g_file_get_child (self->folder, names[i]);

      g_file_delete (file, NULL, NULL);
    }

  g_assert_cmpint (g_rmdir (g_file_peek_path (self->folder)), ==, 0);
  g_object_unref (self->folder);
  g_object_unref (self->client);
  fake_cloud_free (self->cloud);
  g_free (self->address);
}

static BambuTransfer *
create (Fixture    *self,
        const char *md5)
{
  g_autoptr(GFile) file = g_file_get_child (self->folder, "out.3mf");

  return bambu_transfer_new (self->client, self->address, file, md5);
}

static gboolean
run (BambuTransfer  *transfer,
     gboolean        replace,
     GError        **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_transfer_run_async (transfer, replace, NULL, test_result_cb, &result);

  return bambu_transfer_run_finish (transfer, test_result_wait (&result), error);
}

static void
assert_content (BambuTransfer *transfer)
{
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (g_file_peek_path (bambu_transfer_get_file (transfer)), &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, CONTENT);
}

static const char *
get_header (Fixture    *self,
            guint       index,
            const char *name)
{
  return soup_message_headers_get_one (fake_cloud_get_request (self->cloud, index)->headers, name);
}

static void
test_whole (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *md5 = g_compute_checksum_for_string (G_CHECKSUM_MD5, CONTENT, -1);
  g_autofree char *upper = g_ascii_strup (md5, -1);
  g_autoptr(BambuTransfer) transfer = create (self, upper);
  g_autoptr(GError) error = NULL;

  fake_cloud_reply (self->cloud, 200, CONTENT, NULL);
  g_assert_true (run (transfer, FALSE, &error));
  g_assert_no_error (error);
  assert_content (transfer);
  assert_only (self, "out.3mf");
  g_assert_cmpuint (bambu_transfer_get_received (transfer), ==, strlen (CONTENT));
  g_assert_cmpfloat (bambu_transfer_get_progress (transfer), ==, 1);
  g_assert_null (get_header (self, 0, "Authorization"));
  g_assert_null (get_header (self, 0, "Range"));
  g_assert_cmpstr (fake_cloud_get_request (self->cloud, 0)->query, ==, "Signature=s%2Bx");

  /* A file that is there already is not touched, unless it may be. */
  g_assert_false (run (transfer, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (run (transfer, TRUE, &error));
  g_assert_no_error (error);
}

#define HALF "HTTP/1.1 200 OK\r\nContent-Length: 36\r\nETag: \"e1\"\r\n\r\n0123456789"

/* Dropped in the middle: goes on where it was, by itself. */
static void
test_resumed (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *md5 = g_compute_checksum_for_string (G_CHECKSUM_MD5, CONTENT, -1);
  g_autoptr(BambuTransfer) transfer = create (self, md5);
  g_autoptr(GError) error = NULL;

  fake_cloud_reply_raw (self->cloud, HALF, FAKE_END_CLOSE);
  fake_cloud_reply (self->cloud, 206, CONTENT + 10, "Content-Range", "bytes 10-35/36", "ETag", "\"e1\"", NULL);
  g_assert_true (run (transfer, FALSE, &error));
  g_assert_no_error (error);
  assert_content (transfer);
  assert_only (self, "out.3mf");
  g_assert_cmpstr (get_header (self, 1, "Range"), ==, "bytes=10-");
  g_assert_cmpstr (get_header (self, 1, "If-Range"), ==, "\"e1\"");
}

/* It changed meanwhile, or the server cannot do parts: all of it comes again. */
static void
test_begun_anew (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(BambuTransfer) transfer = create (self, NULL);
  g_autoptr(GError) error = NULL;

  fake_cloud_reply_raw (self->cloud, HALF, FAKE_END_CLOSE);
  fake_cloud_reply (self->cloud, 200, CONTENT, "ETag", "\"e2\"", NULL);
  g_assert_true (run (transfer, FALSE, &error));
  g_assert_no_error (error);
  assert_content (transfer);
}

/* A part that is not the one that was asked for is not put behind the rest. */
static void
test_wrong_part (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(BambuTransfer) transfer = create (self, NULL);
  g_autoptr(GError) error = NULL;

  fake_cloud_reply_raw (self->cloud, HALF, FAKE_END_CLOSE);
  fake_cloud_reply (self->cloud, 206, "xxxxx", "Content-Range", "bytes 2-6/36", NULL);
  fake_cloud_reply (self->cloud, 416, "", NULL);
  fake_cloud_reply (self->cloud, 200, CONTENT, NULL);
  g_assert_false (run (transfer, FALSE, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL);
  g_clear_error (&error);
  g_assert_true (run (transfer, FALSE, &error));
  g_assert_no_error (error);
  assert_content (transfer);
}

static void
test_mismatch (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *md5 = g_compute_checksum_for_string (G_CHECKSUM_MD5, "something else", -1);
  g_autoptr(BambuTransfer) transfer = create (self, md5);
  g_autoptr(GError) error = NULL;

  fake_cloud_reply (self->cloud, 200, CONTENT, NULL);
  g_assert_false (run (transfer, FALSE, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL);
  g_assert_nonnull (strstr (error->message, "MD5"));
  assert_only (self, NULL);
}

static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(BambuTransfer) transfer = create (self, NULL);
  g_autoptr(GError) error = NULL;

  fake_cloud_reply (self->cloud, 403, "<Error/>", NULL);
  g_assert_false (run (transfer, FALSE, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_FORBIDDEN);
  assert_only (self, NULL);
  g_clear_error (&error);

  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 200, CONTENT, NULL);
  bambu_transfer_set_address (transfer, self->address);
  g_assert_true (run (transfer, FALSE, &error));
  assert_content (transfer);
}

static gboolean
has_some (BambuTransfer *transfer)
{
  return bambu_transfer_get_received (transfer) > 0;
}

/* Cancelled, it says so at once; what has come serves the next run, and goes with the transfer. */
static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  BambuTransfer *transfer = create (self, NULL);

  fake_cloud_reply_raw (self->cloud, HALF, FAKE_END_HOLD);
  bambu_transfer_run_async (transfer, FALSE, cancellable, test_result_cb, &result);

  while (!has_some (transfer))
    g_main_context_iteration (NULL, TRUE);

  g_cancellable_cancel (cancellable);
  g_assert_false (bambu_transfer_run_finish (transfer, test_result_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  assert_only (self, "out.3mf.part");

  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 206, CONTENT + 10, "Content-Range", "bytes 10-35/36", NULL);
  g_assert_true (run (transfer, FALSE, &error));
  g_assert_no_error (error);
  assert_content (transfer);
  g_object_unref (transfer);
}

static void
test_left (Fixture       *self,
           gconstpointer  data)
{
  BambuTransfer *transfer = create (self, NULL);
  g_autoptr(GError) error = NULL;

  fake_cloud_reply_raw (self->cloud, HALF, FAKE_END_CLOSE);
  fake_cloud_reply (self->cloud, 404, "", NULL);
  g_assert_false (run (transfer, FALSE, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND);
  assert_only (self, "out.3mf.part");
  g_object_unref (transfer);
  assert_only (self, NULL);
}

static gboolean
measure (Fixture  *self,
         guint64  *size,
         GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_transfer_measure_async (self->client, self->address, NULL, test_result_cb, &result);

  return bambu_transfer_measure_finish (self->client, test_result_wait (&result), size, error);
}

/* One byte is asked for, whatever comes of that. */
static void
test_measured (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  guint64 size;

  fake_cloud_reply (self->cloud, 206, "0", "Content-Range", "bytes 0-0/36", NULL);
  g_assert_true (measure (self, &size, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (size, ==, 36);
  g_assert_cmpstr (get_header (self, 0, "Range"), ==, "bytes=0-0");
  g_assert_null (get_header (self, 0, "Authorization"));

  /* It is told although nothing more than the beginning ever comes. */
  fake_cloud_reset (self->cloud);
  fake_cloud_reply_raw (self->cloud, HALF, FAKE_END_HOLD);
  g_assert_true (measure (self, &size, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (size, ==, 36);

  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 206, "0", "Content-Range", "bytes 0-0/*", NULL);
  g_assert_true (measure (self, &size, &error));
  g_assert_cmpuint (size, ==, 0);

  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 403, "", NULL);
  g_assert_false (measure (self, &size, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_FORBIDDEN);
}

static void
test_names (void)
{
  static const struct {
    const char *name;
    const char *clean;
  } rows[] = {
    { "Gear box.3mf", "Gear box.3mf" },
    { "../../etc/passwd", "passwd" },
    { "..\\..\\boot.ini", "boot.ini" },
    { "/etc/", "download" },
    { "..", "download" },
    { ".bashrc", "bashrc" },
    { "  . .hidden", "hidden" },
    { "", "download" },
    { NULL, "download" },
    { "a\nb\tc", "a_b_c" },
    { "con:nul?<>|\"*", "con_nul______" },
    { "photo\xe2\x80\xaegpj.exe", "photo_gpj.exe" },
    { "ends. . ", "ends" },
    { "\xff\xfe.3mf", "\xef\xbf\xbd\xef\xbf\xbd.3mf" },
    { "Würfel 🎲.3mf", "Würfel 🎲.3mf" },
  };
  g_autofree char *dashes = g_strnfill (1000, '-');
  g_autofree char *long_name = g_strconcat (dashes, "é.3mf", NULL);
  g_autofree char *shortened = bambu_transfer_clean_name (long_name);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *clean = bambu_transfer_clean_name (rows[i].name);

      g_assert_cmpstr (clean, ==, rows[i].clean);
    }

  g_assert_cmpuint (strlen (shortened), ==, 200);
  g_assert_true (g_str_has_suffix (shortened, "-.3mf"));
  g_assert_true (g_utf8_validate (shortened, -1, NULL));
}

static BambuUpload *
create_upload (Fixture    *self,
               const char *content)
{
  g_autoptr(GFile) file = g_file_get_child (self->folder, "in.3mf");
  g_autoptr(GError) error = NULL;

  g_file_set_contents (g_file_peek_path (file), content, -1, &error);
  g_assert_no_error (error);

  return bambu_upload_new (self->client, file, NULL);
}

static gboolean
run_upload (BambuUpload  *upload,
            GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_upload_run_async (upload, NULL, test_result_cb, &result);

  return bambu_upload_run_finish (upload, test_result_wait (&result), error);
}

static void
reply_slot (Fixture *self)
{
  g_autofree char *slot =
    g_strdup_printf ("{\"message\": \"success\", \"project_id\": 77, \"model_id\": \"US1\", \"upload_url\": \"%s\","
                     " \"upload_ticket\": \"t1\"}", self->address);

  fake_cloud_reply (self->cloud, 200, slot, NULL);
}

static void
test_upload (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(BambuUpload) upload = create_upload (self, "PK\003\004 and so on");
  g_autoptr(GError) error = NULL;
  FakeRequest *put;

  reply_slot (self);
  fake_cloud_reply (self->cloud, 200, "", NULL);
  fake_cloud_reply (self->cloud, 200, "{\"message\": \"success\", \"code\": null, \"error\": null}", NULL);
  fake_cloud_reply (self->cloud, 200, "{\"message\": \"running\", \"code\": null, \"error\": null}", NULL);
  fake_cloud_reply (self->cloud, 200, "{\"message\": \"success\", \"code\": null, \"error\": null}", NULL);
  g_assert_true (run_upload (upload, &error));
  g_assert_no_error (error);
  g_assert_cmpint (bambu_upload_get_step (upload), ==, BAMBU_UPLOAD_STEP_DONE);
  g_assert_cmpstr (bambu_upload_get_project_id (upload), ==, "77");
  g_assert_cmpfloat (bambu_upload_get_progress (upload), ==, 1);
  g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 5);

  put = fake_cloud_get_request (self->cloud, 1);
  g_assert_cmpstr (put->method, ==, "PUT");
  g_assert_cmpstr (put->body, ==, "PK\003\004 and so on");
  g_assert_null (put->authorization);
  g_assert_null (soup_message_headers_get_one (put->headers, "Content-Type"));
  g_assert_cmpstr (fake_cloud_get_request (self->cloud, 0)->body, ==, "{\"name\":\"in\"}");
  g_assert_cmpstr (fake_cloud_get_request (self->cloud, 2)->body, ==,
                   "{\"upload\":{\"origin_file_name\":\"in.3mf\",\"ticket\":\"t1\"}}");
}

static void
test_upload_refused (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(BambuUpload) no_file = create_upload (self, "not a ZIP");
  g_autoptr(BambuUpload) upload = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (run_upload (no_file, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST);
  g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 0);
  g_clear_error (&error);

  upload = create_upload (self, "PK\003\004");
  reply_slot (self);
  fake_cloud_reply (self->cloud, 403, "<Error/>", NULL);
  g_assert_false (run_upload (upload, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_FORBIDDEN);
  g_assert_cmpint (bambu_upload_get_step (upload), ==, BAMBU_UPLOAD_STEP_SEND);
  g_assert_cmpstr (bambu_upload_get_project_id (upload), ==, "77");
  g_assert_nonnull (strstr (error->message, "not sent"));
  g_assert_nonnull (strstr (error->message, "“in”"));
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*func) (Fixture       *self,
                       gconstpointer  data);
  } tests[] = {
    { "/bambu/transfer/whole", test_whole },
    { "/bambu/transfer/resumed", test_resumed },
    { "/bambu/transfer/begun-anew", test_begun_anew },
    { "/bambu/transfer/wrong-part", test_wrong_part },
    { "/bambu/transfer/mismatch", test_mismatch },
    { "/bambu/transfer/refused", test_refused },
    { "/bambu/transfer/cancelled", test_cancelled },
    { "/bambu/transfer/left", test_left },
    { "/bambu/transfer/measured", test_measured },
    { "/bambu/upload/done", test_upload },
    { "/bambu/upload/refused", test_upload_refused },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  g_test_add_func ("/bambu/transfer/names", test_names);

  return g_test_run ();
}
