/* test-loading.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "answers.h"
#include "bambu-list-private.h"
#include "calls.h"
#include "fake-cloud.h"
#include "sessions.h"

/* Which projects' details a session asks for, in which order, and what becomes of those that nobody waits for any more. */

#define PREFERENCE "/v1/design-user-service/my/preference"
#define IOT        "/v1/iot-service/api"
#define N_PROJECTS 12

typedef struct
{
  FakeCloud    *cloud;
  BambuClient  *client;
  char         *cache_dir;
  BambuSession *session;
} Fixture;

/* Someone who looks at a project. */
typedef struct
{
  GCancellable *cancellable;
  GError       *error;
  guint         n_done;
  gboolean      loaded;
} Viewer;

static void
viewer_clear (Viewer *viewer)
{
  g_clear_object (&viewer->cancellable);
  g_clear_error (&viewer->error);
}

static char *
write_projects (const char *updated)
{
  GString *text = g_string_new ("{\"projects\": [");

  for (guint i = 0; i < N_PROJECTS; i++)
    g_string_append_printf (text, "%s{\"project_id\": %u, \"name\": \"Project %u\", \"update_time\": \"%s\"}",
                            i > 0 ? "," : "", i, i, updated);

  g_string_append (text, "]}");

  return g_string_free (text, FALSE);
}

static void
route_detail (Fixture    *self,
              guint       id,
              const char *updated)
{
  g_autofree char *path = g_strdup_printf (IOT "/user/project/%u", id);
  g_autofree char *text =
    g_strdup_printf ("{\"project_id\": \"%u\", \"name\": \"Project %u\", \"update_time\": \"%s\", \"profiles\": ["
                     "{\"profile_id\": 1, \"context\": {\"plates\": ["
                     "{\"index\": 1, \"thumbnail\": {\"url\": \"https://h.example/%u.png?Signature=s\"}}]}}]}",
                     id, id, updated, id);

  fake_cloud_route (self->cloud, path, 200, text);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static const BambuLimits limits = { .connect_ms = 2000, .answer_ms = 30000, .max_bytes = 1024 * 1024 };
  g_autofree char *projects = write_projects ("2022-11-22 09:58:10");
  g_autoptr(GError) error = NULL;

  self->cloud = fake_cloud_new ();
  self->client = fake_cloud_create_client (self->cloud);
  bambu_client_set_limits (self->client, &limits, 1);
  self->cache_dir = g_dir_make_tmp ("platen-loading-XXXXXX", &error);
  g_assert_no_error (error);
  self->session = bambu_session_new (self->client, self->cache_dir);

  fake_cloud_route (self->cloud, IOT "/user/project", 200, projects);
  fake_cloud_reply_never (self->cloud);
  test_open (self->session, "1", &error);
  g_assert_no_error (error);
  test_refresh (bambu_session_get_projects (self->session), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  if (self->session != NULL)
    test_end_session (self->session);

  g_object_unref (self->client);
  test_remove_tree (self->cache_dir);
  g_free (self->cache_dir);
  fake_cloud_free (self->cloud);
}

static BambuProject *
find_project (Fixture *self,
              guint    id)
{
  g_autofree char *text = g_strdup_printf ("%u", id);

  return bambu_list_lookup (bambu_session_get_projects (self->session), text);
}

static guint
count_asked (Fixture *self,
             guint    id)
{
  g_autofree char *path = g_strdup_printf (IOT "/user/project/%u", id);
  guint n = 0;

  for (guint i = 0; i < fake_cloud_get_count (self->cloud); i++)
    n += g_str_equal (fake_cloud_get_request (self->cloud, i)->path, path);

  return n;
}

static guint
count_all_asked (Fixture *self)
{
  guint n = 0;

  for (guint i = 0; i < N_PROJECTS; i++)
    n += count_asked (self, i);

  return n;
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Viewer *viewer = user_data;

  viewer->loaded = bambu_session_load_project_finish (BAMBU_SESSION (object), result, &viewer->error);
  viewer->n_done++;
  g_assert_true (viewer->loaded == (viewer->error == NULL));
}

static void
look (Fixture  *self,
      Viewer   *viewer,
      guint     id,
      gboolean  renew)
{
  viewer_clear (viewer);
  viewer->n_done = 0;
  viewer->cancellable = g_cancellable_new ();
  bambu_session_load_project_async (self->session, find_project (self, id), renew,
                                    viewer->cancellable, loaded_cb, viewer);
}

static void
wait_for (Viewer *viewer)
{
  while (viewer->n_done == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (viewer->n_done, ==, 1);
}

static void
look_away (Viewer *viewer)
{
  g_cancellable_cancel (viewer->cancellable);
  wait_for (viewer);
  g_assert_error (viewer->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  viewer_clear (viewer);
}

static gboolean
look_again_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_until_asked (Fixture *self,
                  guint    id)
{
  const guint source = g_timeout_add (2, look_again_cb, NULL);

  while (count_asked (self, id) == 0)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (source);
}

static void
test_four_at_a_time (Fixture       *self,
                     gconstpointer  data)
{
  Viewer viewers[N_PROJECTS] = { 0 };

  for (guint i = 0; i < N_PROJECTS; i++)
    look (self, &viewers[i], i, FALSE);

  for (guint i = 0; i < 4; i++)
    wait_until_asked (self, i);

  test_wait_ms (20);
  g_assert_cmpuint (count_all_asked (self), ==, 4);

  /* Asked for once more, the oldest is the newest. */
  look_away (&viewers[4]);
  look (self, &viewers[4], 4, FALSE);

  /* Scrolled away before it was its turn: never asked for. */
  look_away (&viewers[11]);

  /* One goes, and the newest comes. */
  look_away (&viewers[0]);
  wait_until_asked (self, 4);
  look_away (&viewers[1]);
  wait_until_asked (self, 10);
  look_away (&viewers[2]);
  wait_until_asked (self, 9);
  g_assert_cmpuint (count_all_asked (self), ==, 7);

  for (guint i = 5; i < 9; i++)
    look_away (&viewers[i]);

  look_away (&viewers[3]);
  look_away (&viewers[4]);
  look_away (&viewers[9]);
  look_away (&viewers[10]);
  test_wait_ms (20);
  g_assert_cmpuint (count_all_asked (self), ==, 7);
}

static void
test_shared (Fixture       *self,
             gconstpointer  data)
{
  Viewer viewers[10] = { 0 };
  Viewer again = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (viewers); i++)
    look (self, &viewers[i], 0, i == 5);

  wait_until_asked (self, 0);

  /* As long as one waits it goes on. */
  for (guint i = 1; i < G_N_ELEMENTS (viewers); i++)
    look_away (&viewers[i]);

  test_wait_ms (20);
  g_assert_cmpuint (viewers[0].n_done, ==, 0);

  /* When the last one has gone it ends, and who comes then asks anew. */
  look_away (&viewers[0]);
  route_detail (self, 0, "2022-11-22 09:58:10");
  look (self, &again, 0, FALSE);
  wait_for (&again);
  g_assert_no_error (again.error);
  g_assert_cmpuint (count_asked (self, 0), ==, 2);
  g_assert_true (bambu_project_get_has_detail (find_project (self, 0)));
  viewer_clear (&again);
}

static void
test_cancelled_before (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Viewer viewer = { 0 };

  g_cancellable_cancel (cancellable);
  bambu_session_load_project_async (self->session, find_project (self, 0), FALSE, cancellable, loaded_cb, &viewer);
  wait_for (&viewer);
  g_assert_error (viewer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_asked (self, 0), ==, 0);
  viewer_clear (&viewer);
}

/* While an old detail is read from the disk, someone wants a new one. */
static void
test_renewed_meanwhile (Fixture       *self,
                        gconstpointer  data)
{
  Viewer first = { 0 };
  Viewer second = { 0 };
  g_autoptr(GError) error = NULL;

  route_detail (self, 0, "2022-11-22 09:58:10");
  g_assert_true (test_load_project (self->session, find_project (self, 0), FALSE, NULL));
  test_end_session (self->session);
  self->session = bambu_session_new (self->client, self->cache_dir);
  g_assert_true (test_open (self->session, "1", &error));

  look (self, &first, 0, FALSE);
  look (self, &second, 0, TRUE);
  wait_for (&first);
  wait_for (&second);
  g_assert_no_error (first.error);
  g_assert_no_error (second.error);
  g_assert_cmpuint (count_asked (self, 0), ==, 2);
  g_assert_cmpstr (bambu_project_get_thumbnail (find_project (self, 0)), ==, "https://h.example/0.png?Signature=s");
  viewer_clear (&first);
  viewer_clear (&second);
}

static void
test_about_another (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fake_cloud_route (self->cloud, IOT "/user/project/0", 200, "{\"project_id\": 1, \"name\": \"Another\"}");
  g_assert_false (test_load_project (self->session, find_project (self, 0), FALSE, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL);
  g_assert_cmpstr (bambu_project_get_name (find_project (self, 0)), ==, "Project 0");
  g_assert_false (bambu_project_get_has_detail (find_project (self, 0)));

  /* It was kept under the name of the one asked for, and is no better from the disk. */
  g_clear_error (&error);
  g_assert_false (test_load_project (self->session, find_project (self, 0), FALSE, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL);

  route_detail (self, 0, "2022-11-22 09:58:10");
  g_assert_true (test_load_project (self->session, find_project (self, 0), FALSE, NULL));
}

/* A failure is told to all who waited, and is not the end: asking again asks again. */
static void
test_failed (Fixture       *self,
             gconstpointer  data)
{
  Viewer viewers[3] = { 0 };

  fake_cloud_route (self->cloud, IOT "/user/project/0", 404, "{}");

  for (guint i = 0; i < G_N_ELEMENTS (viewers); i++)
    look (self, &viewers[i], 0, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (viewers); i++)
    {
      wait_for (&viewers[i]);
      g_assert_error (viewers[i].error, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND);
      viewer_clear (&viewers[i]);
    }

  g_assert_cmpuint (count_asked (self, 0), ==, 1);
  route_detail (self, 0, "2022-11-22 09:58:10");
  g_assert_true (test_load_project (self->session, find_project (self, 0), FALSE, NULL));
}

/* The project has gone from the list when its detail comes. */
static void
test_gone_meanwhile (Fixture       *self,
                     gconstpointer  data)
{
  BambuProject *project = g_object_ref (find_project (self, 0));
  Viewer viewer = { 0 };
  g_autoptr(GError) error = NULL;

  route_detail (self, 0, "2022-11-22 09:58:10");
  look (self, &viewer, 0, FALSE);
  fake_cloud_route (self->cloud, IOT "/user/project", 200, "{\"projects\": []}");
  g_assert_true (test_refresh (bambu_session_get_projects (self->session), &error));
  wait_for (&viewer);
  g_assert_no_error (viewer.error);
  g_assert_true (bambu_project_get_has_detail (project));
  g_assert_null (find_project (self, 0));
  g_assert_finalize_object (project);
  viewer_clear (&viewer);
}

static void
ignore_open_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  bambu_session_open_finish (BAMBU_SESSION (object), result, NULL);
  (*(guint *)user_data)--;
}

static void
ignore_refresh_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  bambu_list_refresh_finish (BAMBU_LIST (object), result, NULL);
  (*(guint *)user_data)--;
}

static void
ignore_load_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  bambu_session_load_project_finish (BAMBU_SESSION (object), result, NULL);
  (*(guint *)user_data)--;
}

/* The window closes on a session in full flight: each call ends, once, and nothing is left. */
static void
test_dropped (Fixture       *self,
              gconstpointer  data)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      BambuSession *session = bambu_session_new (self->client, self->cache_dir);
      guint n_pending = 4;

      g_assert_true (test_open (session, "1", NULL));
      bambu_session_open_async (session, "1", cancellable, ignore_open_cb, &n_pending);
      bambu_list_refresh_async (bambu_session_get_devices (session), cancellable, ignore_refresh_cb, &n_pending);
      bambu_list_refresh_async (bambu_session_get_projects (session), cancellable, ignore_refresh_cb, &n_pending);
      bambu_session_load_project_async (session,
                                        bambu_list_lookup (bambu_session_get_projects (session), "1"),
                                        round % 2 == 0, cancellable, ignore_load_cb, &n_pending);

      for (guint i = 0; i < round; i++)
        g_main_context_iteration (NULL, FALSE);

      g_cancellable_cancel (cancellable);
      test_end_session (session);
      g_assert_cmpuint (n_pending, ==, 0);
    }
}

/* Nobody cancels anything: the session goes with whoever has the last reference. */
static void
test_let_go (Fixture       *self,
             gconstpointer  data)
{
  BambuList *projects = g_object_ref (bambu_session_get_projects (self->session));
  guint n_pending = 1;

  bambu_list_refresh_async (projects, NULL, ignore_refresh_cb, &n_pending);
  test_end_session (g_steal_pointer (&self->session));

  while (n_pending > 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (bambu_list_get_loading (projects));
  g_assert_finalize_object (projects);
}

/* A uid is the cloud's text, and becomes the name of a folder. */
static void
test_odd_uids (Fixture       *self,
               gconstpointer  data)
{
  static const char * const uids[] = {
    "12345", "../../evil", "/etc", ".", "..", "a/b", "ü", "x y", "A\\nB", "con.", "-rf", "u_1",
  };
  g_autoptr(GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *long_uid = g_strnfill (5000, 'x');

  for (guint i = 0; i <= G_N_ELEMENTS (uids); i++)
    {
      const char *uid = i < G_N_ELEMENTS (uids) ? uids[i] : long_uid;
      g_autofree char *directory = g_dir_make_tmp ("platen-uids-XXXXXX", NULL);
      g_autofree char *account = g_strdup_printf ("{\"uid\": \"%s\", \"name\": \"A\"}", uid);
      g_autoptr(BambuSession) session = bambu_session_new (self->client, directory);
      g_autoptr(GDir) dir = NULL;
      g_autoptr(GError) error = NULL;
      const char *name;

      fake_cloud_route (self->cloud, PREFERENCE, 200, account);
      g_assert_true (test_open (session, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (test_refresh (bambu_session_get_projects (session), &error));
      g_assert_no_error (error);

      /* One folder, of its own, and in its place. */
      dir = g_dir_open (directory, 0, NULL);
      name = g_dir_read_name (dir);
      g_assert_nonnull (name);
      g_assert_true (g_str_has_prefix (name, "global-"));
      g_assert_cmpuint (strlen (name), <, 100);
      g_assert_true (g_hash_table_add (folders, g_strdup (name)));
      g_assert_null (g_dir_read_name (dir));
      test_forget (session);
      test_remove_tree (directory);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/bambu/loading/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("four-at-a-time", test_four_at_a_time);
  ADD ("shared", test_shared);
  ADD ("cancelled-before", test_cancelled_before);
  ADD ("renewed-meanwhile", test_renewed_meanwhile);
  ADD ("about-another", test_about_another);
  ADD ("failed", test_failed);
  ADD ("gone-meanwhile", test_gone_meanwhile);
  ADD ("dropped", test_dropped);
  ADD ("let-go", test_let_go);
  ADD ("odd-uids", test_odd_uids);
#undef ADD

  return g_test_run ();
}
