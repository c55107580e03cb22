/* test-cache.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "answers.h"
#include "bambu-cache.h"

typedef struct
{
  char       *directory;
  BambuCache *cache;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *parent = g_dir_make_tmp ("platen-cache-XXXXXX", &error);

  g_assert_no_error (error);
  self->directory = g_build_filename (parent, "global-1", NULL);
  self->cache = bambu_cache_new (self->directory);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *parent = g_path_get_dirname (self->directory);

  bambu_cache_forget (self->cache);
  g_assert_finalize_object (self->cache);
  g_assert_cmpint (g_rmdir (parent), ==, 0);
  g_free (self->directory);
}

static char *
read_file (Fixture    *self,
           const char *name)
{
  g_autofree char *path = g_build_filename (self->directory, name, NULL);
  g_autoptr(GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
write_file (Fixture    *self,
            const char *name,
            const char *text,
            gssize      length)
{
  g_autofree char *path = g_build_filename (self->directory, name, NULL);
  g_autoptr(GError) error = NULL;

  g_mkdir_with_parents (self->directory, 0700);
  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}

static void
save (Fixture    *self,
      const char *name,
      const char *text)
{
  g_autoptr(JsonNode) root = test_answer_parse (text);

  bambu_cache_save (self->cache, name, root);
}

/* What comes back is made of the same things as what the cloud said, but for what must not be kept. */
static void
test_round_trip (Fixture       *self,
                 gconstpointer  data)
{
  for (guint i = 0; i < TEST_N_ANSWERS; i++)
    {
      const TestAnswer *answer = &test_answers[i];
      g_autoptr(GDateTime) saved = NULL;
      g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
      g_autoptr(JsonNode) root = test_answer_parse (answer->text);
      g_autoptr(JsonNode) kept = NULL;
      g_autoptr(GPtrArray) told = test_answer_make (answer, root);
      g_autoptr(GPtrArray) read = NULL;

      g_assert_null (bambu_cache_load (self->cache, answer->name, NULL));
      bambu_cache_save (self->cache, answer->name, root);
      kept = bambu_cache_load (self->cache, answer->name, &saved);
      g_assert_nonnull (kept);
      g_assert_cmpint (ABS (g_date_time_difference (now, saved)), <, 10 * G_TIME_SPAN_SECOND);
      read = test_answer_make (answer, kept);
      g_assert_cmpuint (read->len, ==, told->len);

      for (guint j = 0; j < read->len && !BAMBU_IS_DEVICE (g_ptr_array_index (read, j)); j++)
        {
          g_autofree char *told_text = test_object_describe (g_ptr_array_index (told, j));
          g_autofree char *read_text = test_object_describe (g_ptr_array_index (read, j));
          g_autoptr(GString) expected = g_string_new (told_text);

          g_string_replace (expected, "?Signature=1", "", 0);
          g_assert_cmpstr (read_text, ==, expected->str);
        }
    }
}

static void
test_private_files (Fixture       *self,
                    gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->directory, "devices.json", NULL);
  GStatBuf status;

  save (self, "devices", test_devices_text);
  g_assert_cmpint (g_stat (self->directory, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
}

static void
test_no_secrets (Fixture       *self,
                 gconstpointer  data)
{
  static const struct
  {
    const char *said;
    const char *kept;
  } texts[] = {
    { "{\"dev_access_code\":\"12345678\\n\",\"a\":1}", "{\"a\":1}" },
    { "{\"DevAccessCode\":\"12345678\",\"access-code\":\"12345678\",\"access_token\":\"x\",\"a\":1}", "{\"a\":1}" },
    { "{\"ttcode\":\"x\",\"passwd\":\"x\",\"authkey\":\"x\"}", "{}" },
    { "{\"accessToken\":\"x\",\"refreshToken\":\"x\",\"token\":\"x\",\"tfaKey\":\"x\"}", "{}" },
    { "{\"upload_url\":\"x\",\"upload_ticket\":\"x\",\"keystore_xml\":\"x\"}", "{}" },
    { "[{\"a\":[{\"passwd\":{\"b\":1}}]}]", "[{\"a\":[{}]}]" },
    { "{\"url\":\"https://h/p?Signature=s\"}", "{\"url\":\"https://h/p\"}" },
    { "{\"url\":\"HTTPS://h/p?Signature=s#f\"}", "{\"url\":\"HTTPS://h/p\"}" },
    { "{\"url\":\"http://127.0.0.1:80/p#token\"}", "{\"url\":\"http://127.0.0.1:80/p\"}" },
    { "{\"url\":\"https://h/p?q='s' t\"}", NULL },
    { "[\"https://h/a?s\",\"https://h/b\"]", "[\"https://h/a\",\"https://h/b\"]" },
    { "{\"bio\":\"see https://h/p?Signature=s, and more?\"}", "{\"bio\":\"see https://h/p and more?\"}" },
    { "{\"content\":\"{'url': 'https://h/p?Signature=s', 'x': 1}\"}", "{\"content\":\"{'url': 'https://h/p', 'x': 1}\"}" },
    { "{\"content\":\"{\\\"url\\\":\\\"https:\\\\/\\\\/h\\\\/p?Signature=s\\\"}\"}", NULL },
    { "{\"content\":\"{\\\"passwd\\\":\\\"Signature=s\\\",\\\"n\\\":1}\"}", "{\"content\":\"{\\\"n\\\":1}\"}" },
    { "{\"content\":\"[{\\\"c\\\":\\\"{\\\\\\\"token\\\\\\\":\\\\\\\"Signature=s\\\\\\\"}\\\"}]\"}", NULL },
    { "{\"content\":\"null\",\"b\":\"{}\",\"c\":\"{\",\"d\":\"\"}", "{\"content\":\"null\",\"b\":\"{}\",\"c\":\"{\",\"d\":\"\"}" },
    { "{\"n\":[1,-1,true,false,null,9007199254740991]}", "{\"n\":[1,-1,true,false,null,9007199254740991]}" },
    { "{\"question\":\"Is it done?\"}", "{\"question\":\"Is it done?\"}" },
    { "[]", "[]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *kept = NULL;

      save (self, "text", texts[i].said);
      kept = read_file (self, "text.json");

      if (texts[i].kept != NULL)
        g_assert_cmpstr (kept, ==, texts[i].kept);

      g_assert_null (strstr (kept, "Signature"));
      g_assert_null (strstr (kept, "12345678"));
    }
}

/* What is in the files of everything that the cloud may say. */
static void
test_no_secrets_at_all (Fixture       *self,
                        gconstpointer  data)
{
  for (guint i = 0; i < TEST_N_ANSWERS; i++)
    {
      g_autofree char *kept = NULL;

      save (self, "text", test_answers[i].text);
      kept = read_file (self, "text.json");
      g_assert_null (strstr (kept, "Signature"));
      g_assert_null (strstr (kept, "1234\\n"));
      g_assert_null (strstr (kept, "access_code"));
    }
}

static void
test_damaged (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *zeros = g_malloc0 (4096);
  g_autofree char *whole = NULL;
  g_autofree char *elsewhere = g_build_filename (self->directory, "gone.json", NULL);
  g_autofree char *folder = g_build_filename (self->directory, "folder.json", NULL);
  g_autofree char *link = g_build_filename (self->directory, "link.json", NULL);

  save (self, "projects", test_answer_find ("projects")->text);
  whole = read_file (self, "projects.json");

  /* Broken off anywhere. */
  for (gsize length = 0; length < strlen (whole); length += 7)
    {
      write_file (self, "projects.json", whole, length);
      g_assert_null (bambu_cache_load (self->cache, "projects", NULL));
    }

  write_file (self, "projects.json", deep, -1);
  g_assert_null (bambu_cache_load (self->cache, "projects", NULL));
  write_file (self, "projects.json", zeros, 4096);
  g_assert_null (bambu_cache_load (self->cache, "projects", NULL));
  write_file (self, "projects.json", "\xff\xfe{\"a\":1}", -1);
  g_assert_null (bambu_cache_load (self->cache, "projects", NULL));

  /* Something else than what should be there is no list of anything. */
  write_file (self, "projects.json", "\"text\"", -1);
  g_assert_null (bambu_cache_make (self->cache, "projects", bambu_makers_projects, NULL));

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_null (bambu_cache_load (self->cache, "folder", NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (symlink (elsewhere, link), ==, 0);
  g_assert_null (bambu_cache_load (self->cache, "link", NULL));

  /* And the next answer makes it good. */
  save (self, "projects", test_answer_find ("projects")->text);
  g_clear_pointer (&whole, g_free);
  whole = read_file (self, "projects.json");
  g_assert_nonnull (strstr (whole, "Gear box"));
}

/* More than any answer has: not even opened. */
static void
test_huge (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->directory, "projects.json", NULL);

  write_file (self, "projects.json", "{}", -1);
  g_assert_cmpint (truncate (path, G_GINT64_CONSTANT (64) << 30), ==, 0);
  g_assert_null (bambu_cache_load (self->cache, "projects", NULL));
}

static void
test_names (void)
{
  static const char * const ids[] = { "1", "2", "", "../../etc/passwd", "a/b", "a\\b", "ü", "\n", "con", "." };
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      char *name = bambu_cache_name_for_id ("project", ids[i]);

      g_assert_true (g_regex_match_simple ("^project-[0-9a-f]{32}$", name, 0, 0));
      g_assert_true (g_hash_table_add (names, name));
    }
}

static void
test_forget (Fixture       *self,
             gconstpointer  data)
{
  save (self, "devices", test_devices_text);
  save (self, "projects", test_answer_find ("projects")->text);
  write_file (self, "projects.json.AB12CD", "{\"half", -1);

  bambu_cache_forget (self->cache);
  g_assert_false (g_file_test (self->directory, G_FILE_TEST_EXISTS));

  /* An answer that comes late is not kept either. */
  save (self, "devices", test_devices_text);
  g_assert_false (g_file_test (self->directory, G_FILE_TEST_EXISTS));
  g_assert_null (bambu_cache_load (self->cache, "devices", NULL));
}

static gpointer
work_thread (gpointer data)
{
  Fixture *self = data;

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr(JsonNode) root = NULL;

      save (self, "presets", test_answer_find ("presets")->text);
      root = bambu_cache_load (self->cache, "presets", NULL);
      g_assert_nonnull (root);
    }

  return NULL;
}

static void
test_threads (Fixture       *self,
              gconstpointer  data)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("cache", work_thread, self);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* A folder that cannot be made keeps nothing, and says no more than that. */
static void
test_nowhere (void)
{
  g_autofree char *file = NULL;
  g_autofree char *directory = NULL;
  g_autoptr(BambuCache) cache = NULL;
  g_autoptr(JsonNode) root = test_answer_parse ("{}");
  g_autoptr(GError) error = NULL;
  int fd = g_file_open_tmp ("platen-cache-XXXXXX", &file, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  directory = g_build_filename (file, "global-1", NULL);
  cache = bambu_cache_new (directory);

  bambu_cache_save (cache, "devices", root);
  g_assert_null (bambu_cache_load (cache, "devices", NULL));
  bambu_cache_forget (cache);
  g_assert_cmpint (g_unlink (file), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/bambu/cache/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("private-files", test_private_files);
  ADD ("no-secrets", test_no_secrets);
  ADD ("no-secrets-at-all", test_no_secrets_at_all);
  ADD ("damaged", test_damaged);
  ADD ("huge", test_huge);
  ADD ("forget", test_forget);
  ADD ("threads", test_threads);
#undef ADD
  g_test_add_func ("/bambu/cache/names", test_names);
  g_test_add_func ("/bambu/cache/nowhere", test_nowhere);

  return g_test_run ();
}
