/* test-pictures.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "calls.h"
#include "picture-test.h"

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
test_shared (PictureTest   *self,
             gconstpointer  data)
{
  Viewer viewers[20] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (viewers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/a.png?Signature=%u", i);

      viewer_look (self, &viewers[i], path, BAMBU_PICTURES_PRIORITY_VISIBLE);
    }

  picture_shop_wait (self->shop, 1);

  /* Half of them look away; the others get it. */
  for (guint i = 0; i < G_N_ELEMENTS (viewers); i += 2)
    {
      g_cancellable_cancel (viewers[i].cancellable);
      viewer_wait (&viewers[i]);
      g_assert_error (viewers[i].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }

  picture_shop_answer (self->shop, "/a.png", 200, 100);

  for (guint i = 0; i < G_N_ELEMENTS (viewers); i++)
    {
      viewer_wait (&viewers[i]);
      g_assert_cmpint (viewers[i].bytes != NULL, ==, i % 2 == 1);
      viewer_clear (&viewers[i]);
    }

  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, 1);
}

static void
test_six_at_a_time (PictureTest   *self,
                    gconstpointer  data)
{
  Viewer first[6] = { 0 };
  Viewer later[3] = { 0 };
  Viewer visible[3] = { 0 };
  static const char * const order[] = { "/visible2", "/visible1", "/visible0", "/later0", "/later2", "/later1" };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autofree char *path = g_strdup_printf ("/first%u", i);

      viewer_look (self, &first[i], path, BAMBU_PICTURES_PRIORITY_LATER);
    }

  picture_shop_wait (self->shop, 6);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *later_path = g_strdup_printf ("/later%u", i);
      g_autofree char *visible_path = g_strdup_printf ("/visible%u", i);

      viewer_look (self, &later[i], later_path, BAMBU_PICTURES_PRIORITY_LATER);
      viewer_look (self, &visible[i], visible_path, BAMBU_PICTURES_PRIORITY_VISIBLE);
    }

  /* Asked for once more, it is the newest. */
  g_cancellable_cancel (later[0].cancellable);
  viewer_wait (&later[0]);
  viewer_look (self, &later[0], "/later0", BAMBU_PICTURES_PRIORITY_LATER);

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
      viewer_wait (&first[i]);
      viewer_clear (&first[i]);
      viewer_wait (i < 3 ? &later[i] : &visible[i - 3]);
      viewer_clear (i < 3 ? &later[i] : &visible[i - 3]);
    }

  g_assert_cmpuint (picture_shop_get_most (self->shop), ==, 6);
}

static void
test_scrolled_away (PictureTest   *self,
                    gconstpointer  data)
{
  Viewer viewers[10] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (viewers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u", i);

      viewer_look (self, &viewers[i], path, BAMBU_PICTURES_PRIORITY_VISIBLE);
    }

  picture_shop_wait (self->shop, 6);

  /* Those that wait first: else one that goes makes room for one that comes. */
  for (guint i = G_N_ELEMENTS (viewers); i > 0; i--)
    {
      Viewer *viewer = &viewers[i - 1];
      const gint64 now = g_get_monotonic_time ();

      g_cancellable_cancel (viewer->cancellable);
      viewer_wait (viewer);
      g_assert_error (viewer->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpint (viewer->when - now, <, 5 * G_USEC_PER_SEC);
      viewer_clear (viewer);
    }

  /* What was under way is broken off, and what waited is never asked for; looking again asks again. */
  picture_shop_wait (self->shop, 0);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, 6);
  picture_shop_open (self->shop, 200, 10);
  picture_test_assert_sees (self, "/0", 10);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, 7);
}

static void
test_failures (PictureTest   *self,
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
      picture_test_assert_fails (self, path, rows[i].code);
      g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, before + rows[i].n_asked);

      /* It is left alone for a while, but for another address. */
      picture_shop_open (self->shop, 200, 10);
      picture_test_assert_fails (self, path, rows[i].code);
      g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, before + rows[i].n_asked);
      picture_test_assert_sees (self, renewed, 10);
      g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, before + rows[i].n_asked + 1);
      picture_test_assert_sees (self, path, 10);
    }

  /* An empty picture is none, and neither is what the token could not go to. */
  picture_shop_open (self->shop, 200, 0);
  picture_test_assert_fails (self, "/empty", BAMBU_ERROR_PROTOCOL);
  g_assert_cmpuint (picture_test_count_files (self), ==, G_N_ELEMENTS (rows));
}

static void
test_odd_addresses (PictureTest   *self,
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
                                  NULL, viewer_fetched_cb, &viewer);
      viewer_wait (&viewer);
      g_assert_true (viewer.error->domain == BAMBU_ERROR);
    }
}

/* Each failure makes the pause twice as long, and a success ends it. */
static void
test_growing_pause (PictureTest   *self,
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
          picture_test_assert_fails (self, "/a", BAMBU_ERROR_NOT_FOUND);
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
test_renewed_meanwhile (PictureTest   *self,
                        gconstpointer  data)
{
  g_auto(Viewer) old = { 0 };
  g_auto(Viewer) new = { 0 };

  viewer_look (self, &old, "/a?Signature=old", BAMBU_PICTURES_PRIORITY_VISIBLE);
  picture_shop_wait (self->shop, 1);
  viewer_look (self, &new, "/a?Signature=new", BAMBU_PICTURES_PRIORITY_VISIBLE);
  picture_shop_answer (self->shop, "/a", 403, 10);
  picture_shop_wait (self->shop, 1);
  g_assert_cmpstr (picture_shop_get_asked (self->shop, 1), ==, "/a?Signature=new");
  picture_shop_answer (self->shop, "/a", 200, 10);
  viewer_wait (&old);
  viewer_wait (&new);
  g_assert_no_error (old.error);
  g_assert_no_error (new.error);
}

static void
test_rejected (PictureTest   *self,
               gconstpointer  data)
{
  g_autofree char *uri = g_strconcat (picture_shop_get_url (self->shop), "/a?Signature=1", NULL);

  bambu_pictures_set_pause (self->pictures, 50 * 1000);
  picture_shop_open (self->shop, 200, 10);
  picture_test_assert_sees (self, "/a?Signature=1", 10);
  bambu_pictures_reject (self->pictures, uri);
  picture_test_assert_fails (self, "/a?Signature=1", BAMBU_ERROR_PROTOCOL);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, 1);

  test_wait_ms (60);
  picture_test_assert_sees (self, "/a?Signature=1", 10);
  g_assert_cmpuint (picture_shop_get_n_asked (self->shop), ==, 2);
}

/* A wild flight over many pictures, with everything at once. */
static void
test_parallel_use (PictureTest   *self,
                   gconstpointer  data)
{
  const guint n_viewers = 400;
  g_autofree Viewer *viewers = g_new0 (Viewer, n_viewers);
  guint n_seen = 0;

  picture_test_restart (self, 8000);
  bambu_pictures_set_pause (self->pictures, 1000);
  picture_shop_open (self->shop, 200, 500);

  for (guint i = 0; i < n_viewers; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%d?Signature=%u", g_test_rand_int_range (0, 40), i);

      viewer_look (self, &viewers[i], path, g_test_rand_int_range (0, 2));

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
      viewer_wait (&viewers[i]);
      n_seen += viewers[i].bytes != NULL;

      if (viewers[i].bytes != NULL)
        g_assert_cmpuint (g_bytes_get_size (viewers[i].bytes), ==, 500);

      viewer_clear (&viewers[i]);
    }

  g_assert_cmpuint (n_seen, >, 0);
  picture_test_restart (self, 8000);
  picture_shop_open (self->shop, 200, 500);
  picture_test_assert_sees (self, "/0", 500);
  picture_test_restart (self, 8000);
  g_assert_cmpuint (picture_test_sum_up (self), <=, 8000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/bambu/pictures/" name, PictureTest, NULL, picture_test_set_up, func, picture_test_tear_down)
  ADD ("shared", test_shared);
  ADD ("six-at-a-time", test_six_at_a_time);
  ADD ("scrolled-away", test_scrolled_away);
  ADD ("failures", test_failures);
  ADD ("odd-addresses", test_odd_addresses);
  ADD ("growing-pause", test_growing_pause);
  ADD ("renewed-meanwhile", test_renewed_meanwhile);
  ADD ("rejected", test_rejected);
  ADD ("parallel-use", test_parallel_use);
#undef ADD
  g_test_add_func ("/bambu/pictures/keys", test_keys);

  return g_test_run ();
}
