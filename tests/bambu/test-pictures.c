/* test-pictures.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "bambu-pictures-private.h"
#include "calls.h"
#include "picture-shop.h"

typedef struct
{
  PictureShop   *shop;
  BambuClient   *client;
  char          *directory;
  BambuPictures *pictures;
} Fixture;

/* Someone who wants a picture. */
typedef struct
{
  GCancellable *cancellable;
  GBytes       *bytes;
  GError       *error;
  guint         n_done;
  gint64        when;
} Viewer;

static BambuPictures *
create_pictures (Fixture *self,
                 guint64  max_bytes)
{
  BambuPictures *pictures = bambu_pictures_new (self->client, max_bytes);

  bambu_pictures_set_directory (pictures, self->directory);

  return pictures;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static const BambuLimits limits = { .connect_ms = 2000, .answer_ms = 10000, .max_bytes = 1024 * 1024 };
  g_autofree char *parent = g_dir_make_tmp ("platen-pictures-XXXXXX", NULL);

  self->shop = picture_shop_new ();
  self->client = bambu_client_new (BAMBU_REGION_GLOBAL, picture_shop_get_url (self->shop), NULL, NULL);
  bambu_client_set_limits (self->client, &limits, 1);
  bambu_client_set_token (self->client, "secret-token");
  self->directory = g_build_filename (parent, "pictures", NULL);
  self->pictures = create_pictures (self, BAMBU_PICTURES_MAX_BYTES);
}

static gboolean
look_again_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Waits until what came is on the disk: until no thread has the store any more. */
static void
wait_until_kept (BambuPictureStore *store,
                 guint              n_references)
{
  const guint source = g_timeout_add (2, look_again_cb, NULL);

  while (g_atomic_int_get (&G_OBJECT (store)->ref_count) > (int)n_references)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (source);
}

static void
drop_pictures (BambuPictures *pictures)
{
  g_autoptr(BambuPictureStore) store = NULL;

  g_set_object (&store, bambu_pictures_get_store (pictures));
  g_assert_finalize_object (pictures);

  if (store != NULL)
    wait_until_kept (store, 1);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(BambuPictureStore) store = bambu_picture_store_new (self->directory, BAMBU_PICTURES_MAX_BYTES);
  g_autofree char *parent = g_path_get_dirname (self->directory);

  drop_pictures (self->pictures);
  bambu_picture_store_forget (store);
  g_assert_cmpint (g_rmdir (parent), ==, 0);
  g_object_unref (self->client);
  picture_shop_free (self->shop);
  g_free (self->directory);
}

static void
viewer_clear (Viewer *viewer)
{
  g_clear_object (&viewer->cancellable);
  g_clear_pointer (&viewer->bytes, g_bytes_unref);
  g_clear_error (&viewer->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Viewer, viewer_clear)

static void
fetched_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Viewer *viewer = user_data;

  viewer->bytes = bambu_pictures_fetch_finish (BAMBU_PICTURES (object), result, &viewer->error);
  viewer->n_done++;
  viewer->when = g_get_monotonic_time ();
  g_assert_true ((viewer->bytes == NULL) == (viewer->error != NULL));
}

static void
look (Fixture               *self,
      Viewer                *viewer,
      const char            *path,
      BambuPicturesPriority  priority)
{
  g_autofree char *uri = g_strconcat (picture_shop_get_url (self->shop), path, NULL);

  viewer_clear (viewer);
  viewer->n_done = 0;
  viewer->cancellable = g_cancellable_new ();
  bambu_pictures_fetch_async (self->pictures, uri, priority, viewer->cancellable, fetched_cb, viewer);
}

static void
wait_for (Viewer *viewer)
{
  while (viewer->n_done == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (viewer->n_done, ==, 1);
}

static void
assert_sees (Fixture    *self,
             const char *path,
             gsize       size)
{
  g_autofree char *plain = g_strndup (path, strcspn (path, "?"));
  g_autoptr(GBytes) wanted = picture_shop_create (plain, size);
  g_auto(Viewer) viewer = { 0 };

  look (self, &viewer, path, BAMBU_PICTURES_PRIORITY_VISIBLE);
  wait_for (&viewer);
  g_assert_no_error (viewer.error);
  g_assert_true (g_bytes_equal (viewer.bytes, wanted));

  if (bambu_pictures_get_store (self->pictures) != NULL)
    wait_until_kept (bambu_pictures_get_store (self->pictures), 1);
}

static void
assert_fails (Fixture    *self,
              const char *path,
              int         code)
{
  g_auto(Viewer) viewer = { 0 };

  look (self, &viewer, path, BAMBU_PICTURES_PRIORITY_VISIBLE);
  wait_for (&viewer);
  g_assert_error (viewer.error, BAMBU_ERROR, code);
}

/* Starts over, as after a restart of the program. */
static void
restart (Fixture *self,
         guint64  max_bytes)
{
  drop_pictures (self->pictures);
  self->pictures = create_pictures (self, max_bytes);
}

static guint
count_files (Fixture *self)
{
  g_autoptr(GDir) dir = g_dir_open (self->directory, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_kept (Fixture       *self,
           gconstpointer  data)
{
  picture_shop_open (self->shop, 200, 1000);
  assert_sees (self, "/a.png?Expires=1&Signature=x", 1000);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, 1);
  restart (self, BAMBU_PICTURES_MAX_BYTES);
  assert_sees (self, "/a.png?Expires=2&Signature=y", 1000);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, 1);
  assert_sees (self, "/a.png", 1000);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, 1);
  g_assert_cmpuint (count_files (self), ==, 1);

  /* Another size is another picture. */
  assert_sees (self, "/a.png?width=64", 1000);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, 2);
}

static void
test_keys (void)
{
  static const char * const same[][2] = {
    { "https://h/p", "https://h/p?" },
    { "https://h/p", "https://h/p#f" },
    { "https://h/p", "https://h/p?Expires=1&OSSAccessKeyId=a&Signature=b" },
    { "https://h/p", "https://h/p?AWSAccessKeyId=a&Expires=1&Signature=b" },
    { "https://h/p", "https://h/p?X-Amz-Date=1&X-Amz-Signature=2&X-Amz-Security-Token=3" },
    { "https://h/p", "https://h/p?x-oss-signature=1&x-oss-expires=2&security-token=3" },
    { "https://h/p", "https://h/p?Policy=1&Key-Pair-Id=2&Signature=3" },
    { "https://h/p", "https://h/p?at=1&exp=2&key=3&uid=4" },
    { "https://h/p?w=1", "https://h/p?Signature=1&w=1&exp=2" },
  };
  static const char * const different[][2] = {
    { "https://h/p", "https://h/q" },
    { "https://h/p", "https://i/p" },
    { "https://h/p", "https://h/P" },
    { "https://h/p?w=1", "https://h/p?w=2" },
    { "https://h/p?w=1", "https://h/p" },
    { "https://h/p?x-oss-process=a", "https://h/p?x-oss-process=b" },
    { "https://h/p?versionId=1", "https://h/p?versionId=2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = bambu_pictures_build_key (same[i][0]);
      g_autofree char *b = bambu_pictures_build_key (same[i][1]);

      g_assert_cmpstr (a, ==, b);
      g_assert_true (g_regex_match_simple ("^[0-9a-f]{64}$", a, 0, 0));
    }

  for (guint i = 0; i < G_N_ELEMENTS (different); i++)
    {
      g_autofree char *a = bambu_pictures_build_key (different[i][0]);
      g_autofree char *b = bambu_pictures_build_key (different[i][1]);

      g_assert_cmpstr (a, !=, b);
    }
}

static void
test_shared (Fixture       *self,
             gconstpointer  data)
{
  Viewer viewers[20] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (viewers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/a.png?Signature=%u", i);

      look (self, &viewers[i], path, BAMBU_PICTURES_PRIORITY_VISIBLE);
    }

  picture_shop_wait (self->shop, 1);

  /* Half of them look away; the others get it. */
  for (guint i = 0; i < G_N_ELEMENTS (viewers); i += 2)
    {
      g_cancellable_cancel (viewers[i].cancellable);
      wait_for (&viewers[i]);
      g_assert_error (viewers[i].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }

  picture_shop_answer (self->shop, "/a.png", 200, 100);

  for (guint i = 0; i < G_N_ELEMENTS (viewers); i++)
    {
      wait_for (&viewers[i]);
      g_assert_cmpint (viewers[i].bytes != NULL, ==, i % 2 == 1);
      viewer_clear (&viewers[i]);
    }

  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, 1);
}

static void
test_six_at_a_time (Fixture       *self,
                    gconstpointer  data)
{
  Viewer first[6] = { 0 };
  Viewer later[3] = { 0 };
  Viewer visible[3] = { 0 };
  static const char * const order[] = { "/visible2", "/visible1", "/visible0", "/later0", "/later2", "/later1" };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autofree char *path = g_strdup_printf ("/first%u", i);

      look (self, &first[i], path, BAMBU_PICTURES_PRIORITY_LATER);
    }

  picture_shop_wait (self->shop, 6);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *later_path = g_strdup_printf ("/later%u", i);
      g_autofree char *visible_path = g_strdup_printf ("/visible%u", i);

      look (self, &later[i], later_path, BAMBU_PICTURES_PRIORITY_LATER);
      look (self, &visible[i], visible_path, BAMBU_PICTURES_PRIORITY_VISIBLE);
    }

  /* Asked for once more, it is the newest. */
  g_cancellable_cancel (later[0].cancellable);
  wait_for (&later[0]);
  look (self, &later[0], "/later0", BAMBU_PICTURES_PRIORITY_LATER);

  /* One is answered, and the next one goes. */
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *path = g_strdup_printf ("/first%u", i);

      picture_shop_answer (self->shop, path, 200, 10);
      picture_shop_wait (self->shop, 6);
      g_assert_cmpstr (picture_shop_get_asked (self->shop, 6 + i), ==, order[i]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    picture_shop_answer (self->shop, order[i], 200, 10);

  for (guint i = 0; i < 6; i++)
    {
      wait_for (&first[i]);
      viewer_clear (&first[i]);
      wait_for (i < 3 ? &later[i] : &visible[i - 3]);
      viewer_clear (i < 3 ? &later[i] : &visible[i - 3]);
    }

  g_assert_cmpuint (picture_shop_get_most (self->shop), ==, 6);
}

static void
test_scrolled_away (Fixture       *self,
                    gconstpointer  data)
{
  Viewer viewers[10] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (viewers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u", i);

      look (self, &viewers[i], path, BAMBU_PICTURES_PRIORITY_VISIBLE);
    }

  picture_shop_wait (self->shop, 6);

  /* Those that wait first: else one that goes makes room for one that comes. */
  for (guint i = G_N_ELEMENTS (viewers); i > 0; i--)
    {
      Viewer *viewer = &viewers[i - 1];
      const gint64 now = g_get_monotonic_time ();

      g_cancellable_cancel (viewer->cancellable);
      wait_for (viewer);
      g_assert_error (viewer->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpint (viewer->when - now, <, 500 * 1000);
      viewer_clear (viewer);
    }

  /* What was under way is broken off, and what waited is never asked for; looking again asks again. */
  picture_shop_wait (self->shop, 0);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, 6);
  picture_shop_open (self->shop, 200, 10);
  assert_sees (self, "/0", 10);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, 7);
}

static void
test_failures (Fixture       *self,
               gconstpointer  data)
{
  static const struct {
    guint status;
    int   code;
    guint n_asked;
  } rows[] = {
    { 403, BAMBU_ERROR_FORBIDDEN, 1 },
    { 404, BAMBU_ERROR_NOT_FOUND, 1 },
    { 410, BAMBU_ERROR_NOT_FOUND, 1 },
    { 500, BAMBU_ERROR_SERVER, 1 },
    { 503, BAMBU_ERROR_SERVER, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u?Signature=1", i);
      g_autofree char *renewed = g_strdup_printf ("/%u?Signature=2", i);
      const guint before = picture_shop_get_n_asked (self->shop);

      picture_shop_open (self->shop, rows[i].status, 10);
      assert_fails (self, path, rows[i].code);
      g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, before + rows[i].n_asked);

      /* It is left alone for a while, but for another address. */
      picture_shop_open (self->shop, 200, 10);
      assert_fails (self, path, rows[i].code);
      g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, before + rows[i].n_asked);
      assert_sees (self, renewed, 10);
      g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, before + rows[i].n_asked + 1);
      assert_sees (self, path, 10);
    }

  /* An empty picture is none, and neither is what the token could not go to. */
  picture_shop_open (self->shop, 200, 0);
  assert_fails (self, "/empty", BAMBU_ERROR_PROTOCOL);
  g_assert_cmpuint (count_files (self), ==, G_N_ELEMENTS (rows));
}

static void
test_odd_addresses (Fixture       *self,
                    gconstpointer  data)
{
  static const char * const addresses[] = {
    "", "/relative", "http://example.com/a.png", "file:///etc/passwd", "data:image/png;base64,AA", "https://", "ftp://h/p",
    "javascript:1", "\n", "https://[::", "ü",
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_auto(Viewer) viewer = { 0 };

      bambu_pictures_fetch_async (self->pictures, addresses[i], BAMBU_PICTURES_PRIORITY_VISIBLE,
                                  NULL, fetched_cb, &viewer);
      wait_for (&viewer);
      g_assert_true (viewer.error->domain == BAMBU_ERROR);
    }
}

/* Each failure makes the pause twice as long, and a success ends it. */
static void
test_growing_pause (Fixture       *self,
                    gconstpointer  data)
{
  gint64 last = g_get_monotonic_time ();
  gint64 gaps[4];

  bambu_pictures_set_pause (self->pictures, 50 * 1000);
  picture_shop_open (self->shop, 404, 10);

  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    {
      const guint before = picture_shop_get_n_asked (self->shop);
      gint64 asked = 0;

      while (picture_shop_get_n_asked (self->shop) == before)
        {
          test_wait_ms (1);
          asked = g_get_monotonic_time ();
          assert_fails (self, "/a", BAMBU_ERROR_NOT_FOUND);
        }

      gaps[i] = g_get_monotonic_time () - last;
      last = asked;
    }

  g_assert_cmpint (gaps[1], >=, 50 * 1000);
  g_assert_cmpint (gaps[2], >=, 100 * 1000);
  g_assert_cmpint (gaps[3], >=, 200 * 1000);
}

/* Another address is asked for while the one that has expired is under way. */
static void
test_renewed_meanwhile (Fixture       *self,
                        gconstpointer  data)
{
  g_auto(Viewer) old = { 0 };
  g_auto(Viewer) new = { 0 };

  look (self, &old, "/a?Signature=old", BAMBU_PICTURES_PRIORITY_VISIBLE);
  picture_shop_wait (self->shop, 1);
  look (self, &new, "/a?Signature=new", BAMBU_PICTURES_PRIORITY_VISIBLE);
  picture_shop_answer (self->shop, "/a", 403, 10);
  picture_shop_wait (self->shop, 1);
  g_assert_cmpstr (picture_shop_get_asked (self->shop, 1), ==, "/a?Signature=new");
  picture_shop_answer (self->shop, "/a", 200, 10);
  wait_for (&old);
  wait_for (&new);
  g_assert_no_error (old.error);
  g_assert_no_error (new.error);
}

static void
test_rejected (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *uri = g_strconcat (picture_shop_get_url (self->shop), "/a?Signature=1", NULL);

  bambu_pictures_set_pause (self->pictures, 50 * 1000);
  picture_shop_open (self->shop, 200, 10);
  assert_sees (self, "/a?Signature=1", 10);
  bambu_pictures_reject (self->pictures, uri);
  assert_fails (self, "/a?Signature=1", BAMBU_ERROR_PROTOCOL);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, 1);

  test_wait_ms (60);
  assert_sees (self, "/a?Signature=1", 10);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, 2);
}

static char *
find_file (Fixture *self)
{
  g_autoptr(GDir) dir = g_dir_open (self->directory, 0, NULL);

  return g_build_filename (self->directory, g_dir_read_name (dir), NULL);
}

static void
test_damaged (Fixture       *self,
              gconstpointer  data)
{
  static const char * const damages[] = { "", "short", "some forty characters that are no picture of anything" };
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  picture_shop_open (self->shop, 200, 1000);
  assert_sees (self, "/a", 1000);
  restart (self, BAMBU_PICTURES_MAX_BYTES);
  path = find_file (self);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_assert_true (g_file_set_contents (path, damages[i], -1, NULL));
      assert_sees (self, "/a", 1000);
      g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, i + 2);
      restart (self, BAMBU_PICTURES_MAX_BYTES);
    }

  /* Cut short, and one bit turned. */
  g_assert_true (g_file_set_contents (path, contents, length / 2, NULL));
  assert_sees (self, "/a", 1000);
  restart (self, BAMBU_PICTURES_MAX_BYTES);
  contents[length / 3] ^= 1;
  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  assert_sees (self, "/a", 1000);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, G_N_ELEMENTS (damages) + 3);
}

static guint64
sum_up (Fixture *self)
{
  g_autoptr(GDir) dir = g_dir_open (self->directory, 0, NULL);
  const char *name;
  guint64 total = 0;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (self->directory, name, NULL);
      GStatBuf status;

      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmphex (status.st_mode & 0777, ==, 0600);
      total += status.st_size;
    }

  return total;
}

static void
test_bounded (Fixture       *self,
              gconstpointer  data)
{
  const guint64 max_bytes = 20000;
  guint before;

  restart (self, max_bytes);
  picture_shop_open (self->shop, 200, 1000);

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u", i);

      assert_sees (self, path, 1000);

      /* One is looked at all the time, and so it stays. */
      assert_sees (self, "/0", 1000);
    }

  before = picture_shop_get_n_asked (self->shop);
  g_assert_cmpuint (before, ==, 60);
  restart (self, max_bytes);
  g_assert_cmpuint (sum_up (self), <=, max_bytes);
  g_assert_cmpuint (sum_up (self), >=, max_bytes / 2);

  /* The last ones are there, the first ones are not. */
  assert_sees (self, "/59", 1000);
  assert_sees (self, "/0", 1000);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, before);
  assert_sees (self, "/1", 1000);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, before + 1);

  /* One that is larger than all that may be kept is shown and not kept. */
  picture_shop_open (self->shop, 200, max_bytes);
  assert_sees (self, "/huge", max_bytes);
  restart (self, max_bytes);
  g_assert_cmpuint (sum_up (self), <=, max_bytes);
  g_assert_cmpuint (sum_up (self), >=, max_bytes / 2);
}

/* A smaller bound, and what a crash left, are seen to when the next picture is kept. */
static void
test_swept (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *half = g_build_filename (self->directory, "0123456789.PQ12RS", NULL);

  picture_shop_open (self->shop, 200, 1000);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u", i);

      assert_sees (self, path, 1000);
    }

  restart (self, 5000);
  g_assert_true (g_file_set_contents (half, "half", -1, NULL));
  assert_sees (self, "/new", 1000);
  restart (self, 5000);
  g_assert_cmpuint (sum_up (self), <=, 5000);
  g_assert_false (g_file_test (half, G_FILE_TEST_EXISTS));
}

static void
test_forgotten (Fixture       *self,
                gconstpointer  data)
{
  picture_shop_open (self->shop, 200, 1000);
  assert_sees (self, "/a", 1000);
  bambu_picture_store_forget (bambu_pictures_get_store (self->pictures));
  g_assert_false (g_file_test (self->directory, G_FILE_TEST_EXISTS));

  /* What comes afterwards is shown, and not kept. */
  assert_sees (self, "/b", 1000);
  restart (self, BAMBU_PICTURES_MAX_BYTES);
  g_assert_false (g_file_test (self->directory, G_FILE_TEST_EXISTS));
}

static void
test_nowhere_to_keep (Fixture       *self,
                      gconstpointer  data)
{
  BambuPictures *pictures = bambu_pictures_new (self->client, BAMBU_PICTURES_MAX_BYTES);
  BambuPictures *kept = self->pictures;

  picture_shop_open (self->shop, 200, 100);
  self->pictures = pictures;
  assert_sees (self, "/a", 100);
  assert_sees (self, "/a", 100);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, 2);
  self->pictures = kept;
  drop_pictures (pictures);
}

/* A wild flight over many pictures, with everything at once. */
static void
test_parallel_use (Fixture       *self,
                   gconstpointer  data)
{
  const guint n_viewers = 400;
  g_autofree Viewer *viewers = g_new0 (Viewer, n_viewers);
  guint n_seen = 0;

  restart (self, 8000);
  bambu_pictures_set_pause (self->pictures, 1000);
  picture_shop_open (self->shop, 200, 500);

  for (guint i = 0; i < n_viewers; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%d?Signature=%u", g_test_rand_int_range (0, 40), i);

      look (self, &viewers[i], path, g_test_rand_int_range (0, 2));

      if (g_test_rand_int_range (0, 3) == 0)
        g_cancellable_cancel (viewers[g_test_rand_int_range (0, i + 1)].cancellable);

      if (g_test_rand_int_range (0, 20) == 0)
        picture_shop_open (self->shop, g_test_rand_int_range (0, 2) ? 200 : 404, 500);

      if (g_test_rand_int_range (0, 30) == 0)
        {
          g_autofree char *uri = g_strdup_printf ("%s/%d", picture_shop_get_url (self->shop), g_test_rand_int_range (0, 40));

          bambu_pictures_reject (self->pictures, uri);
        }

      while (g_test_rand_int_range (0, 4) != 0)
        g_main_context_iteration (NULL, FALSE);
    }

  for (guint i = 0; i < n_viewers; i++)
    {
      wait_for (&viewers[i]);
      n_seen += viewers[i].bytes != NULL;

      if (viewers[i].bytes != NULL)
        g_assert_cmpuint (g_bytes_get_size (viewers[i].bytes), ==, 500);

      viewer_clear (&viewers[i]);
    }

  g_assert_cmpuint (n_seen, >, 0);
  restart (self, 8000);
  picture_shop_open (self->shop, 200, 500);
  assert_sees (self, "/0", 500);
  restart (self, 8000);
  g_assert_cmpuint (sum_up (self), <=, 8000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/bambu/pictures/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("kept", test_kept);
  ADD ("shared", test_shared);
  ADD ("six-at-a-time", test_six_at_a_time);
  ADD ("scrolled-away", test_scrolled_away);
  ADD ("failures", test_failures);
  ADD ("odd-addresses", test_odd_addresses);
  ADD ("growing-pause", test_growing_pause);
  ADD ("renewed-meanwhile", test_renewed_meanwhile);
  ADD ("rejected", test_rejected);
  ADD ("damaged", test_damaged);
  ADD ("bounded", test_bounded);
  ADD ("swept", test_swept);
  ADD ("forgotten", test_forgotten);
  ADD ("nowhere-to-keep", test_nowhere_to_keep);
  ADD ("parallel-use", test_parallel_use);
#undef ADD
  g_test_add_func ("/bambu/pictures/keys", test_keys);

  return g_test_run ();
}
