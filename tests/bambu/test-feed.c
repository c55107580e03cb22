/* test-feed.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <libsoup/soup.h>

#include "bambu-error.h"
#include "bambu-session.h"
#include "test-result.h"

/* A cloud whose list of prints grows while it is read. */
typedef struct
{
  SoupServer   *server;
  BambuSession *session;
  BambuFeed    *feed;
  char         *cache_dir;
  guint         newest;       /* ids count up; the oldest is 1 */
  guint         n_requests;
  guint         fail;         /* how many requests to refuse yet */
  gboolean      circles;      /* the cloud does not know "after" */
} World;

static void
asked_cb (SoupServer        *server,
          SoupServerMessage *message,
          const char        *path,
          GHashTable        *query,
          gpointer           user_data)
{
  World *world = user_data;
  const char *after_text = query != NULL ? g_hash_table_lookup (query, "after") : NULL;
  const char *limit_text = query != NULL ? g_hash_table_lookup (query, "limit") : NULL;
  const guint limit = limit_text != NULL ? (guint)atoi (limit_text) : 20;
  guint after = world->newest + 1;
  GString *text = g_string_new ("{\"hits\": [");

  if (after_text != NULL && !world->circles)
    after = (guint)atoi (after_text);

  world->n_requests++;

  if (world->fail > 0)
    {
      world->fail--;
      soup_server_message_set_status (message, 500, NULL);
      g_string_free (text, TRUE);
      return;
    }

  for (guint id = after - 1, n = 0; id > 0 && n < limit; id--, n++)
    g_string_append_printf (text, "%s{\"id\": %u, \"title\": \"Print %u\", \"status\": 2}", n > 0 ? "," : "", id, id);

  g_string_append (text, "]}");
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_TAKE, text->str, text->len);
  g_string_free (text, FALSE);
}

static void
set_up (World         *world,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BambuClient) client = NULL;
  g_autofree char *url = NULL;
  GSList *uris;

  world->newest = 120;
  world->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (world->server, NULL, asked_cb, world, NULL);
  g_assert_true (soup_server_listen_local (world->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error));
  g_assert_no_error (error);

  uris = soup_server_get_uris (world->server);
  url = g_uri_to_string (uris->data);
  g_slist_free_full (uris, (GDestroyNotify)g_uri_unref);
  client = bambu_client_new (BAMBU_REGION_GLOBAL, url, url, &error);
  g_assert_no_error (error);
  bambu_client_set_token (client, "token");

  world->cache_dir = g_dir_make_tmp ("platen-feed-XXXXXX", &error);
  g_assert_no_error (error);
  world->session = bambu_session_new (client, world->cache_dir);
  world->feed = bambu_session_create_tasks (world->session, NULL);
}

static void
tear_down (World         *world,
           gconstpointer  data)
{
  g_object_unref (world->feed);
  g_object_unref (world->session);
  soup_server_disconnect (world->server);
  g_object_unref (world->server);
  g_assert_cmpint (g_rmdir (world->cache_dir), ==, 0);
  g_free (world->cache_dir);
}

static gboolean
load_more (World   *world,
           GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_feed_load_more_async (world->feed, NULL, test_result_cb, &result);

  return bambu_feed_load_more_finish (world->feed, test_result_wait (&result), error);
}

static gboolean
refresh (World   *world,
         GError **error)
{
  BambuList *list = bambu_feed_get_list (world->feed);
  g_autoptr(GAsyncResult) result = NULL;

  bambu_list_refresh_async (list, NULL, test_result_cb, &result);

  return bambu_list_refresh_finish (list, test_result_wait (&result), error);
}

static guint
count (World *world)
{
  return g_list_model_get_n_items (G_LIST_MODEL (bambu_feed_get_list (world->feed)));
}

static guint
id_at (World *world,
       guint  position)
{
  g_autoptr(BambuTask) task = g_list_model_get_item (G_LIST_MODEL (bambu_feed_get_list (world->feed)), position);

  return (guint)atoi (bambu_task_get_id (task));
}

/* No doubles, no holes, in order. */
static void
check_run (World *world)
{
  for (guint i = 1; i < count (world); i++)
    g_assert_cmpuint (id_at (world, i), ==, id_at (world, i - 1) - 1);
}

static void
test_pages (World         *world,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  guint n_requests;

  g_assert_true (load_more (world, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (world), ==, 50);
  g_assert_cmpuint (id_at (world, 0), ==, 120);
  g_assert_false (bambu_feed_get_exhausted (world->feed));

  while (!bambu_feed_get_exhausted (world->feed))
    g_assert_true (load_more (world, &error));

  g_assert_cmpuint (count (world), ==, 120);
  check_run (world);

  n_requests = world->n_requests;
  g_assert_true (load_more (world, &error));
  g_assert_cmpuint (world->n_requests, ==, n_requests);
}

static void
test_refresh_on_top (World         *world,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BambuTask) before = NULL;
  g_autoptr(BambuTask) after = NULL;

  g_assert_true (refresh (world, &error));
  g_assert_true (load_more (world, &error));
  g_assert_cmpuint (count (world), ==, 100);
  before = g_list_model_get_item (G_LIST_MODEL (bambu_feed_get_list (world->feed)), 60);

  world->newest += 3;
  g_assert_true (refresh (world, &error));
  g_assert_cmpuint (count (world), ==, 103);
  check_run (world);
  after = g_list_model_get_item (G_LIST_MODEL (bambu_feed_get_list (world->feed)), 63);
  g_assert_true (before == after);

  /* More than one page came: those in between are asked for, too. */
  world->newest += 130;
  g_assert_true (refresh (world, &error));
  g_assert_cmpuint (id_at (world, 0), ==, world->newest);
  check_run (world);

  /* More than is worth asking for: the list begins anew, without a hole. */
  world->newest += 1000;
  g_assert_true (refresh (world, &error));
  g_assert_cmpuint (id_at (world, 0), ==, world->newest);
  g_assert_cmpuint (count (world), ==, 250);
  check_run (world);
  g_assert_true (load_more (world, &error));
  g_assert_cmpuint (count (world), ==, 300);
  check_run (world);
}

/* Whatever comes and whenever: what is shown is a run of what there is, each once. */
static void
test_any_order (World         *world,
                gconstpointer  data)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (20261122);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr(GAsyncResult) newer = NULL;
      g_autoptr(GAsyncResult) older = NULL;
      const guint what = g_rand_int_range (random, 0, 4);

      if (what == 0)
        world->newest += g_rand_int_range (random, 1, g_rand_boolean (random) ? 5 : 400);

      if (what != 1)
        bambu_feed_load_more_async (world->feed, NULL, test_result_cb, &older);

      if (what != 2)
        bambu_list_refresh_async (bambu_feed_get_list (world->feed), NULL, test_result_cb, &newer);

      if (what == 3)
        world->newest += g_rand_int_range (random, 0, 3);

      while ((what != 1 && older == NULL) || (what != 2 && newer == NULL))
        g_main_context_iteration (NULL, TRUE);

      if (older != NULL)
        g_assert_true (bambu_feed_load_more_finish (world->feed, older, &error));

      check_run (world);
    }
}

static void
test_failure (World         *world,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (load_more (world, &error));
  world->fail = 1;
  g_assert_false (load_more (world, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_SERVER);
  g_assert_true (g_error_matches (bambu_feed_get_error (world->feed), BAMBU_ERROR, BAMBU_ERROR_SERVER));
  g_assert_cmpuint (count (world), ==, 50);
  g_assert_false (bambu_feed_get_loading (world->feed));
  g_clear_error (&error);

  g_assert_true (load_more (world, &error));
  g_assert_null (bambu_feed_get_error (world->feed));
  g_assert_cmpuint (count (world), ==, 100);
}

/* A cloud that answers every page with the first is at its end. */
static void
test_circles (World         *world,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  world->circles = TRUE;

  for (guint i = 0; i < 10 && !bambu_feed_get_exhausted (world->feed); i++)
    g_assert_true (load_more (world, &error));

  g_assert_true (bambu_feed_get_exhausted (world->feed));
  g_assert_cmpuint (count (world), ==, 50);
  g_assert_cmpuint (world->n_requests, <, 10);
}

static void
test_cancelled (World         *world,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  bambu_feed_load_more_async (world->feed, cancellable, test_result_cb, &result);
  g_assert_true (bambu_feed_get_loading (world->feed));
  g_cancellable_cancel (cancellable);
  g_assert_false (bambu_feed_load_more_finish (world->feed, test_result_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_assert_true (load_more (world, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (world), ==, 50);
}

static void
test_find (World         *world,
           gconstpointer  data)
{
  g_autoptr(GAsyncResult) found = NULL;
  g_autoptr(GAsyncResult) too_old = NULL;
  g_autoptr(BambuTask) task = NULL;
  g_autoptr(GError) error = NULL;

  world->newest = 5000;
  bambu_session_find_task_async (world->session, "4321", NULL, NULL, test_result_cb, &found);
  task = bambu_session_find_task_finish (world->session, test_result_wait (&found), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bambu_task_get_title (task), ==, "Print 4321");

  world->n_requests = 0;
  bambu_session_find_task_async (world->session, "17", NULL, NULL, test_result_cb, &too_old);
  g_assert_null (bambu_session_find_task_finish (world->session, test_result_wait (&too_old), &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND);
  g_assert_cmpuint (world->n_requests, ==, 10);
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*func) (World         *world,
                       gconstpointer  data);
  } tests[] = {
    { "/bambu/feed/pages", test_pages },
    { "/bambu/feed/refresh-on-top", test_refresh_on_top },
    { "/bambu/feed/any-order", test_any_order },
    { "/bambu/feed/failure", test_failure },
    { "/bambu/feed/circles", test_circles },
    { "/bambu/feed/cancelled", test_cancelled },
    { "/bambu/feed/find", test_find },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, World, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
