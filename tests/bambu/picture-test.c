/* picture-test.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "calls.h"
#include "picture-test.h"

BambuPictures *
picture_test_create (PictureTest *self,
                     guint64      max_bytes)
{
  BambuPictures *pictures = bambu_pictures_new (self->client, max_bytes);

  bambu_pictures_set_directory (pictures, self->directory);

  return pictures;
}

void
picture_test_set_up (PictureTest   *self,
                     gconstpointer  data)
{
  static const BambuLimits limits = { .connect_ms = 20000, .answer_ms = 20000, .max_bytes = 1024 * 1024 };
  g_autofree char *parent = g_dir_make_tmp ("platen-pictures-XXXXXX", NULL);

  self->shop = picture_shop_new ();
  self->client = bambu_client_new (BAMBU_REGION_GLOBAL, picture_shop_get_url (self->shop), NULL, NULL);
  bambu_client_set_limits (self->client, &limits, 1);
  bambu_client_set_token (self->client, "secret-token");
  self->directory = g_build_filename (parent, "pictures", NULL);
  self->pictures = picture_test_create (self, BAMBU_PICTURES_MAX_BYTES);
}

static gboolean
look_again_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

void
picture_test_wait_until_kept (BambuPictureStore *store,
                              guint              n_references)
{
  const guint source = g_timeout_add (2, look_again_cb, NULL);

  while (g_atomic_int_get (&G_OBJECT (store)->ref_count) > (int)n_references)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (source);
}

void
picture_test_drop (BambuPictures *pictures)
{
  g_autoptr(BambuPictureStore) store = NULL;

  g_set_object (&store, bambu_pictures_get_store (pictures));
  g_assert_finalize_object (pictures);

  if (store != NULL)
    picture_test_wait_until_kept (store, 1);
}

void
picture_test_tear_down (PictureTest   *self,
                        gconstpointer  data)
{
  g_autoptr(BambuPictureStore) store = bambu_picture_store_new (self->directory, BAMBU_PICTURES_MAX_BYTES);
  g_autofree char *parent = g_path_get_dirname (self->directory);

  picture_test_drop (self->pictures);
  bambu_picture_store_forget (store);
  g_assert_cmpint (g_rmdir (parent), ==, 0);
  g_object_unref (self->client);
  picture_shop_free (self->shop);
  g_free (self->directory);
}

void
viewer_clear (Viewer *viewer)
{
  g_clear_object (&viewer->cancellable);
  g_clear_pointer (&viewer->bytes, g_bytes_unref);
  g_clear_error (&viewer->error);
}

void
viewer_fetched_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  Viewer *viewer = user_data;

  viewer->bytes = bambu_pictures_fetch_finish (BAMBU_PICTURES (object), result, &viewer->error);
  viewer->n_done++;
  viewer->when = g_get_monotonic_time ();
  g_assert_true ((viewer->bytes == NULL) == (viewer->error != NULL));
}

void
viewer_look (PictureTest           *self,
             Viewer                *viewer,
             const char            *path,
             BambuPicturesPriority  priority)
{
  g_autofree char *uri = g_strconcat (picture_shop_get_url (self->shop), path, NULL);

  viewer_clear (viewer);
  viewer->n_done = 0;
  viewer->cancellable = g_cancellable_new ();
  bambu_pictures_fetch_async (self->pictures, uri, priority, viewer->cancellable, viewer_fetched_cb, viewer);
}

void
viewer_wait (Viewer *viewer)
{
  while (viewer->n_done == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (viewer->n_done, ==, 1);
}

void
picture_test_assert_sees (PictureTest *self,
                          const char  *path,
                          gsize        size)
{
  g_autofree char *plain = g_strndup (path, strcspn (path, "?"));
  g_autoptr(GBytes) wanted = picture_shop_create (plain, size);
  g_auto(Viewer) viewer = { 0 };

  viewer_look (self, &viewer, path, BAMBU_PICTURES_PRIORITY_VISIBLE);
  viewer_wait (&viewer);
  g_assert_no_error (viewer.error);
  g_assert_true (g_bytes_equal (viewer.bytes, wanted));

  if (bambu_pictures_get_store (self->pictures) != NULL)
    picture_test_wait_until_kept (bambu_pictures_get_store (self->pictures), 1);
}

void
picture_test_assert_fails (PictureTest *self,
                           const char  *path,
                           int          code)
{
  g_auto(Viewer) viewer = { 0 };

  viewer_look (self, &viewer, path, BAMBU_PICTURES_PRIORITY_VISIBLE);
  viewer_wait (&viewer);
  g_assert_error (viewer.error, BAMBU_ERROR, code);
}

void
picture_test_restart (PictureTest *self,
                      guint64      max_bytes)
{
  picture_test_drop (self->pictures);
  self->pictures = picture_test_create (self, max_bytes);
}

guint
picture_test_count_files (PictureTest *self)
{
  g_autoptr(GDir) dir = g_dir_open (self->directory, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

guint64
picture_test_sum_up (PictureTest *self)
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
