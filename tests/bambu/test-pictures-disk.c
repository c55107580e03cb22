/* test-pictures-disk.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pictures that stay on the disk, and how many. */

#include "calls.h"
#include "picture-test.h"

static void
test_kept (PictureTest   *self,
           gconstpointer  data)
{
  picture_shop_open (self->shop, 200, 1000);
  picture_test_assert_sees (self, "/a.png?Expires=1&Signature=x", 1000);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, 1);
  picture_test_restart (self, BAMBU_PICTURES_MAX_BYTES);
  picture_test_assert_sees (self, "/a.png?Expires=2&Signature=y", 1000);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, 1);
  picture_test_assert_sees (self, "/a.png", 1000);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, 1);
  g_assert_cmpuint (picture_test_count_files (self), ==, 1);

  /* Another size is another picture. */
  picture_test_assert_sees (self, "/a.png?width=64", 1000);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, 2);
}

static char *
find_file (PictureTest *self)
{
  g_autoptr(GDir) dir = g_dir_open (self->directory, 0, NULL);

  return g_build_filename (self->directory, g_dir_read_name (dir), NULL);
}

static void
test_damaged (PictureTest   *self,
              gconstpointer  data)
{
  static const char * const damages[] = { "", "short", "some forty characters that are no picture of anything" };
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  picture_shop_open (self->shop, 200, 1000);
  picture_test_assert_sees (self, "/a", 1000);
  picture_test_restart (self, BAMBU_PICTURES_MAX_BYTES);
  path = find_file (self);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_assert_true (g_file_set_contents (path, damages[i], -1, NULL));
      picture_test_assert_sees (self, "/a", 1000);
      g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, i + 2);
      picture_test_restart (self, BAMBU_PICTURES_MAX_BYTES);
    }

  /* Cut short, and one bit turned. */
  g_assert_true (g_file_set_contents (path, contents, length / 2, NULL));
  picture_test_assert_sees (self, "/a", 1000);
  picture_test_restart (self, BAMBU_PICTURES_MAX_BYTES);
  contents[length / 3] ^= 1;
  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  picture_test_assert_sees (self, "/a", 1000);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, G_N_ELEMENTS (damages) + 3);
}

static void
test_bounded (PictureTest   *self,
              gconstpointer  data)
{
  const guint64 max_bytes = 20000;
  guint before;

  picture_test_restart (self, max_bytes);
  picture_shop_open (self->shop, 200, 1000);

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u", i);

      picture_test_assert_sees (self, path, 1000);

      /* One is looked at all the time, and so it stays. */
      picture_test_assert_sees (self, "/0", 1000);
    }

  before = picture_shop_get_n_asked (self->shop);
  g_assert_cmpuint (before, ==, 60);
  picture_test_restart (self, max_bytes);
  g_assert_cmpuint (picture_test_sum_up (self), <=, max_bytes);
  g_assert_cmpuint (picture_test_sum_up (self), >=, max_bytes / 2);

  /* The last ones are there, the first ones are not. */
  picture_test_assert_sees (self, "/59", 1000);
  picture_test_assert_sees (self, "/0", 1000);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, before);
  picture_test_assert_sees (self, "/1", 1000);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, before + 1);

  /* One that is larger than all that may be kept is shown and not kept. */
  picture_shop_open (self->shop, 200, max_bytes);
  picture_test_assert_sees (self, "/huge", max_bytes);
  picture_test_restart (self, max_bytes);
  g_assert_cmpuint (picture_test_sum_up (self), <=, max_bytes);
  g_assert_cmpuint (picture_test_sum_up (self), >=, max_bytes / 2);
}

/* A smaller bound, and what a crash left, are seen to when the next picture is kept. */
static void
test_swept (PictureTest   *self,
            gconstpointer  data)
{
  g_autofree char *half = g_build_filename (self->directory, "0123456789.PQ12RS", NULL);

  picture_shop_open (self->shop, 200, 1000);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u", i);

      picture_test_assert_sees (self, path, 1000);
    }

  picture_test_restart (self, 5000);
  g_assert_true (g_file_set_contents (half, "half", -1, NULL));
  picture_test_assert_sees (self, "/new", 1000);
  picture_test_restart (self, 5000);
  g_assert_cmpuint (picture_test_sum_up (self), <=, 5000);
  g_assert_false (g_file_test (half, G_FILE_TEST_EXISTS));
}

static void
test_forgotten (PictureTest   *self,
                gconstpointer  data)
{
  picture_shop_open (self->shop, 200, 1000);
  picture_test_assert_sees (self, "/a", 1000);
  bambu_picture_store_forget (bambu_pictures_get_store (self->pictures));
  g_assert_false (g_file_test (self->directory, G_FILE_TEST_EXISTS));

  /* What comes afterwards is shown, and not kept. */
  picture_test_assert_sees (self, "/b", 1000);
  picture_test_restart (self, BAMBU_PICTURES_MAX_BYTES);
  g_assert_false (g_file_test (self->directory, G_FILE_TEST_EXISTS));
}

static void
test_nowhere_to_keep (PictureTest   *self,
                      gconstpointer  data)
{
  BambuPictures *pictures = bambu_pictures_new (self->client, BAMBU_PICTURES_MAX_BYTES);
  BambuPictures *kept = self->pictures;

  picture_shop_open (self->shop, 200, 100);
  self->pictures = pictures;
  picture_test_assert_sees (self, "/a", 100);
  picture_test_assert_sees (self, "/a", 100);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, 2);
  self->pictures = kept;
  picture_test_drop (pictures);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/bambu/pictures-disk/" name, PictureTest, NULL, picture_test_set_up, func, picture_test_tear_down)
  ADD ("kept", test_kept);
  ADD ("damaged", test_damaged);
  ADD ("bounded", test_bounded);
  ADD ("swept", test_swept);
  ADD ("forgotten", test_forgotten);
  ADD ("nowhere-to-keep", test_nowhere_to_keep);
#undef ADD

  return g_test_run ();
}
