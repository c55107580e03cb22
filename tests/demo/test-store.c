/* test-store.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "answer.h"

#include <zlib.h>

static const char png_head[] = "\x89PNG\r\n\x1a\n";

/* Without a token, and without anything else that the store does not expect. */
static Answer *
fetch (TestCloud  *cloud,
       const char *url,
       const char *name,
       const char *value)
{
  const char * const headers[] = { name, value, NULL };
  g_autoptr(GError) error = NULL;
  Answer *answer = ask_full (cloud, "GET", url, NULL, headers, &error);

  g_assert_no_error (error);

  return answer;
}

static void
assert_refused (Answer     *answer,
                const char *code)
{
  g_autofree char *text = answer_text (answer);
  g_autofree char *element_text = g_strdup_printf ("<Error><Code>%s</Code>", code);

  g_assert_cmpuint (answer->status, ==, 403);
  g_assert_cmpstr (answer_get (answer, "Content-Type"), ==, "application/xml");
  g_assert_nonnull (strstr (text, element_text));
}

static JsonObject *
get_plate (TestCloud  *cloud,
           guint       index,
           Answer    **detail)
{
  g_autoptr(Answer) list = ask (cloud, "GET", "/v1/iot-service/api/user/project", NULL);
  g_autofree char *path = g_strconcat ("/v1/iot-service/api/user/project/",
                                       text_of (element (list->object, "projects", index), "project_id"), NULL);

  *detail = ask (cloud, "GET", path, NULL);

  return element (member (element ((*detail)->object, "profiles", 0), "context"), "plates", 0);
}

static char *
dup_thumbnail (TestCloud *cloud,
               guint      index)
{
  g_autoptr(Answer) detail = NULL;
  JsonObject *plate = get_plate (cloud, index, &detail);

  return g_strdup (text_of (member (plate, "thumbnail"), "url"));
}

static void
test_picture (TestCloud *cloud)
{
  g_autofree char *url = dup_thumbnail (cloud, 0);
  g_autofree char *other_url = dup_thumbnail (cloud, 1);
  g_autofree char *date = NULL;
  g_autoptr(Answer) first = fetch (cloud, url, NULL, NULL);
  g_autoptr(Answer) second = fetch (cloud, url, NULL, NULL);
  g_autoptr(Answer) other = fetch (cloud, other_url, NULL, NULL);
  g_autoptr(Answer) unchanged = fetch (cloud, url, "If-None-Match", answer_get (first, "ETag"));

  g_assert_cmpuint (first->status, ==, 200);
  g_assert_cmpstr (answer_get (first, "Content-Type"), ==, "image/png");
  g_assert_cmpmem (g_bytes_get_data (first->body, NULL), 8, png_head, 8);
  g_assert_nonnull (answer_get (first, "Last-Modified"));
  g_assert_true (g_bytes_equal (first->body, second->body));
  g_assert_false (g_bytes_equal (first->body, other->body));
  g_assert_cmpstr (answer_get (first, "ETag"), !=, answer_get (other, "ETag"));
  g_assert_cmpuint (unchanged->status, ==, 304);
  g_assert_cmpuint (g_bytes_get_size (unchanged->body), ==, 0);
}

static void
test_headers (TestCloud *cloud)
{
  static const char * const refused[] = { "Cookie", "X-BBL-Client-Name", "x-bbl-csrf-token", "Content-Type", "Referer" };
  static const char * const accepted[] = { "Accept", "Accept-Encoding", "User-Agent", "Cache-Control", "If-Modified-Since" };
  g_autofree char *url = dup_thumbnail (cloud, 0);
  g_autoptr(Answer) token = fetch (cloud, url, "Authorization", "Bearer " TEST_CLOUD_TOKEN);

  assert_refused (token, "AccessDenied");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(Answer) answer = fetch (cloud, url, refused[i], "1");

      assert_refused (answer, "SignatureDoesNotMatch");
    }

  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      g_autoptr(Answer) answer = fetch (cloud, url, accepted[i], "1");

      g_assert_cmpuint (answer->status, ==, 200);
    }
}

static void
test_signature (TestCloud *cloud)
{
  g_autofree char *url = dup_thumbnail (cloud, 0);
  g_autofree char *other = dup_thumbnail (cloud, 1);
  g_autofree char *bare = g_strndup (url, strcspn (url, "?"));
  g_autofree char *borrowed = g_strconcat (bare, strchr (other, '?'), NULL);
  g_autofree char *longer = NULL;
  g_auto(GStrv) parts = g_strsplit (url, "Expires=1", 2);
  g_autoptr(Answer) unsigned_answer = fetch (cloud, bare, NULL, NULL);
  g_autoptr(Answer) borrowed_answer = fetch (cloud, borrowed, NULL, NULL);
  g_autoptr(Answer) longer_answer = NULL;

  longer = g_strconcat (parts[0], "Expires=2", parts[1], NULL);
  longer_answer = fetch (cloud, longer, NULL, NULL);
  assert_refused (unsigned_answer, "AccessDenied");
  assert_refused (borrowed_answer, "SignatureDoesNotMatch");
  assert_refused (longer_answer, "SignatureDoesNotMatch");
}

static void
test_expiry (TestCloud *cloud)
{
  g_autofree char *url = dup_thumbnail (cloud, 0);
  g_autofree char *renewed = NULL;
  g_autoptr(Answer) valid = NULL;
  g_autoptr(Answer) expired = NULL;
  g_autoptr(Answer) again = NULL;

  test_cloud_advance (cloud, 29 * 60);
  valid = fetch (cloud, url, NULL, NULL);
  g_assert_cmpuint (valid->status, ==, 200);

  test_cloud_advance (cloud, 2 * 60);
  expired = fetch (cloud, url, NULL, NULL);
  assert_refused (expired, "AccessDenied");

  /* Only the query changes: what a client keeps, it keeps by the path. */
  renewed = dup_thumbnail (cloud, 0);
  again = fetch (cloud, renewed, NULL, NULL);
  g_assert_cmpuint (again->status, ==, 200);
  g_assert_true (strcspn (renewed, "?") == strcspn (url, "?") && strncmp (renewed, url, strcspn (url, "?")) == 0);
}

static void
test_range (TestCloud *cloud)
{
  g_autofree char *url = dup_thumbnail (cloud, 0);
  g_autoptr(Answer) all = fetch (cloud, url, NULL, NULL);
  g_autoptr(Answer) part = fetch (cloud, url, "Range", "bytes=100-199");
  g_autoptr(Answer) rest = fetch (cloud, url, "Range", "bytes=200-");
  g_autoptr(Answer) beyond = fetch (cloud, url, "Range", "bytes=99999999-");
  const char *bytes = g_bytes_get_data (all->body, NULL);
  gsize size = g_bytes_get_size (all->body);
  g_autofree char *range = g_strdup_printf ("bytes 100-199/%" G_GSIZE_FORMAT, size);

  g_assert_cmpuint (part->status, ==, 206);
  g_assert_cmpstr (answer_get (part, "Content-Range"), ==, range);
  g_assert_cmpmem (g_bytes_get_data (part->body, NULL), g_bytes_get_size (part->body), bytes + 100, 100);
  g_assert_cmpuint (rest->status, ==, 206);
  g_assert_cmpmem (g_bytes_get_data (rest->body, NULL), g_bytes_get_size (rest->body), bytes + 200, size - 200);
  g_assert_cmpuint (beyond->status, ==, 416);

  {
    const char * const same[] = { "Range", "bytes=0-9", "If-Range", answer_get (all, "ETag"), NULL };
    const char * const other[] = { "Range", "bytes=0-9", "If-Range", "\"other\"", NULL };
    g_autoptr(GError) error = NULL;
    g_autoptr(Answer) unchanged = ask_full (cloud, "GET", url, NULL, same, &error);
    g_autoptr(Answer) changed = ask_full (cloud, "GET", url, NULL, other, &error);
    g_autoptr(Answer) several = fetch (cloud, url, "Range", "bytes=0-9,20-29");

    g_assert_no_error (error);
    g_assert_cmpuint (unchanged->status, ==, 206);
    g_assert_cmpuint (changed->status, ==, 200);
    g_assert_true (g_bytes_equal (changed->body, all->body));
    g_assert_cmpuint (several->status, ==, 200);
  }
}

static void
test_files (TestCloud *cloud)
{
  g_autoptr(Answer) detail = NULL;
  JsonObject *plate = get_plate (cloud, 3, &detail);
  JsonObject *context = member (element (detail->object, "profiles", 0), "context");
  g_autofree char *prediction = g_strdup_printf ("key=\"prediction\" value=\"%" G_GINT64_FORMAT "\"",
                                                 number_of (plate, "prediction"));

  for (guint i = 0; i < count (context, "configs"); i++)
    {
      JsonObject *config = element (context, "configs", i);
      g_autoptr(Answer) answer = fetch (cloud, text_of (config, "url"), NULL, NULL);
      g_autofree char *text = answer_text (answer);

      g_assert_cmpuint (answer->status, ==, 200);
      if (g_str_equal (text_of (config, "name"), "slice_info.config"))
        g_assert_nonnull (strstr (text, prediction));
      else if (g_str_equal (text_of (config, "name"), "project_settings.config"))
        g_assert_nonnull (answer->object);
    }
}

/* The archive's own table of contents, read from its end. */
static void
test_3mf (TestCloud *cloud)
{
  g_autoptr(Answer) tasks = ask (cloud, "GET", "/v1/user-service/my/tasks?limit=1", NULL);
  JsonObject *task = element (tasks->object, "hits", 0);
  g_autofree char *path = g_strdup_printf ("/v1/iot-service/api/user/profile/%" G_GINT64_FORMAT "?model_id=%s",
                                           number_of (task, "profileId"), text_of (task, "modelId"));
  g_autoptr(Answer) profile = ask (cloud, "GET", path, NULL);
  g_autoptr(Answer) file = fetch (cloud, text_of (profile->object, "url"), NULL, NULL);
  gsize size;
  const guchar *bytes = g_bytes_get_data (file->body, &size);
  const guchar *end = bytes + size - 22;
  const guchar *entry;
  guint n_entries;

  g_assert_cmpmem (end, 4, "PK\5\6", 4);
  n_entries = end[10] | end[11] << 8;
  g_assert_cmpuint (n_entries, ==, 6);

  entry = bytes + (end[16] | end[17] << 8 | end[18] << 16);
  for (guint i = 0; i < n_entries; i++)
    {
      guint name_length = entry[28] | entry[29] << 8;
      guint length = entry[24] | entry[25] << 8 | entry[26] << 16;
      const guchar *local = bytes + (entry[42] | entry[43] << 8 | entry[44] << 16);
      guint32 crc = entry[16] | entry[17] << 8 | entry[18] << 16 | (guint32) entry[19] << 24;

      g_assert_cmpmem (entry, 4, "PK\1\2", 4);
      g_assert_cmpmem (local, 4, "PK\3\4", 4);
      g_assert_cmpuint (crc32 (0, local + 30 + name_length, length), ==, crc);
      entry += 46 + name_length;
    }

  g_assert_true (entry == end);
}

static void
test_cover_and_avatar (TestCloud *cloud)
{
  g_autoptr(Answer) tasks = ask (cloud, "GET", "/v1/user-service/my/tasks?limit=1", NULL);
  g_autoptr(Answer) account = ask (cloud, "GET", "/v1/design-user-service/my/preference", NULL);
  g_autoptr(Answer) version = ask (cloud, "GET", "/v1/iot-service/api/slicer/resource", NULL);
  const char * const urls[] = {
    text_of (element (tasks->object, "hits", 0), "cover"),
    text_of (account->object, "avatar"),
    text_of (account->object, "backgroundUrl"),
  };
  g_autoptr(Answer) software = fetch (cloud, text_of (member (version->object, "software"), "url"), NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autoptr(Answer) answer = fetch (cloud, urls[i], NULL, NULL);

      g_assert_cmpuint (answer->status, ==, 200);
      g_assert_cmpmem (g_bytes_get_data (answer->body, NULL), 8, png_head, 8);
    }

  g_assert_cmpuint (software->status, ==, 200);
  g_assert_cmpuint (g_bytes_get_size (software->body), >, 100000);
}

static void
test_unknown (TestCloud *cloud)
{
  g_autoptr(Answer) account = ask (cloud, "GET", "/v1/design-user-service/my/preference", NULL);
  const char *avatar = text_of (account->object, "avatar");
  g_autofree char *origin = g_strndup (avatar, (gsize) (strstr (avatar, "/avatar") - avatar));
  g_autofree char *url = g_strconcat (origin, "/avatar/a/b/c.png", NULL);
  g_autoptr(Answer) answer = fetch (cloud, url, NULL, NULL);

  g_assert_cmpuint (answer->status, ==, 404);
}

static const CloudTest tests[] = {
  { "picture", test_picture },
  { "headers", test_headers },
  { "signature", test_signature },
  { "expiry", test_expiry },
  { "range", test_range },
  { "files", test_files },
  { "3mf", test_3mf },
  { "cover-and-avatar", test_cover_and_avatar },
  { "unknown", test_unknown },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_tests ("store", tests, G_N_ELEMENTS (tests));

  return g_test_run ();
}
