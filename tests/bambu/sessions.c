/* sessions.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "bambu-pictures-private.h"
#include "bambu-session-private.h"
#include "sessions.h"
#include "test-result.h"

gboolean
test_open (BambuSession  *session,
           const char    *uid,
           GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_session_open_async (session, uid, NULL, test_result_cb, &result);

  return bambu_session_open_finish (session, test_result_wait (&result), error);
}

gboolean
test_refresh (BambuList  *list,
              GError    **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_list_refresh_async (list, NULL, test_result_cb, &result);

  return bambu_list_refresh_finish (list, test_result_wait (&result), error);
}

void
test_refresh_all (BambuSession *session)
{
  BambuList *lists[] = {
    bambu_session_get_devices (session),
    bambu_session_get_projects (session),
    bambu_session_get_presets (session),
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr(GError) error = NULL;

      test_refresh (lists[i], &error);
      g_assert_no_error (error);
    }
}

gboolean
test_load_project (BambuSession  *session,
                   BambuProject  *project,
                   gboolean       renew,
                   GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_session_load_project_async (session, project, renew, NULL, test_result_cb, &result);

  return bambu_session_load_project_finish (session, test_result_wait (&result), error);
}

BambuPresetDetail *
test_load_preset (BambuSession  *session,
                  BambuPreset   *preset,
                  GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_session_load_preset_async (session, preset, NULL, test_result_cb, &result);

  return bambu_session_load_preset_finish (session, test_result_wait (&result), error);
}

GBytes *
test_fetch_picture (BambuSession  *session,
                    const char    *uri,
                    GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  BambuPictures *pictures = bambu_session_get_pictures (session);

  bambu_pictures_fetch_async (pictures, uri, BAMBU_PICTURES_PRIORITY_VISIBLE, NULL, test_result_cb, &result);

  return bambu_pictures_fetch_finish (pictures, test_result_wait (&result), error);
}

void
test_forget (BambuSession *session)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  bambu_session_forget_async (session, test_result_cb, &result);
  test_result_wait (&result);
  g_assert_true (bambu_session_forget_finish (session, result, &error));
  g_assert_no_error (error);
}

static gboolean
look_again_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* A thread that writes something down holds what it writes with; a call that was cancelled may have left one. */
static gboolean
is_in_use (gpointer object)
{
  return object != NULL && g_atomic_int_get (&G_OBJECT (object)->ref_count) > 1;
}

void
test_end_session (BambuSession *session)
{
  g_autoptr(BambuPictureStore) store = NULL;
  g_autoptr(BambuCache) cache = NULL;
  const guint source = g_timeout_add (2, look_again_cb, NULL);
  gpointer watched = session;

  g_set_object (&store, bambu_pictures_get_store (bambu_session_get_pictures (session)));
  g_set_object (&cache, bambu_session_get_cache (session));
  g_object_add_weak_pointer (G_OBJECT (session), &watched);
  g_object_unref (session);

  while (watched != NULL || is_in_use (store) || is_in_use (cache))
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (source);
}

/* Calls @func with each file below @directory, and then with @directory itself. */
static void
walk (const char  *directory,
      void       (*func) (const char *path,
                          gboolean    is_directory,
                          gpointer    user_data),
      gpointer     user_data)
{
  g_autoptr(GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        walk (path, func, user_data);
      else
        func (path, FALSE, user_data);
    }

  func (directory, TRUE, user_data);
}

static void
read_cb (const char *path,
         gboolean    is_directory,
         gpointer    user_data)
{
  g_autofree char *contents = NULL;
  gsize length;

  if (!is_directory && g_file_get_contents (path, &contents, &length, NULL))
    g_string_append_len (user_data, contents, length);
}

char *
test_read_tree (const char *directory)
{
  GString *text = g_string_new (NULL);

  walk (directory, read_cb, text);

  /* A picture may hold any byte. */
  for (gsize i = 0; i < text->len; i++)
    {
      if (text->str[i] == '\0')
        text->str[i] = ' ';
    }

  return g_string_free (text, FALSE);
}

static void
write_cb (const char *path,
          gboolean    is_directory,
          gpointer    user_data)
{
  if (!is_directory)
    g_assert_true (g_file_set_contents (path, user_data, -1, NULL));
}

void
test_write_tree (const char *directory,
                 const char *contents)
{
  walk (directory, write_cb, (gpointer)contents);
}

static void
remove_cb (const char *path,
           gboolean    is_directory,
           gpointer    user_data)
{
  g_remove (path);
}

void
test_remove_tree (const char *directory)
{
  walk (directory, remove_cb, NULL);
  g_assert_false (g_file_test (directory, G_FILE_TEST_EXISTS));
}
