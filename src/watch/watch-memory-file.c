/* watch-memory-file.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-memory.h"

#include <errno.h>
#include <glib/gstdio.h>

/* What GLib adds to the name of a file that is being written. */
#define UNFINISHED_CHARS 6

/* In seconds: nobody writes one file for longer. */
#define UNFINISHED_AGE 60

typedef struct
{
  char *path;
  char *text;
} Saving;

static void
saving_free (Saving *saving)
{
  g_free (saving->path);
  g_free (saving->text);
  g_free (saving);
}

static char *
get_aside (const char *path)
{
  return g_strconcat (path, ".damaged", NULL);
}

/* It is kept for who wants to know what happened to it; the program begins anew. */
static void
set_aside (const char *path)
{
  g_autofree char *aside = get_aside (path);

  if (g_rename (path, aside) != 0)
    g_warning ("%s cannot be set aside: %s", path, g_strerror (errno));
}

/* One session may still write when the next begins. */
static gboolean
is_left_behind (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && g_get_real_time () / G_USEC_PER_SEC - status.st_mtime > UNFINISHED_AGE;
}

/* A program that was killed while it wrote leaves what it had written so far. */
static void
remove_unfinished (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (base, ".", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_prefix (name, prefix) && strlen (name) == strlen (prefix) + UNFINISHED_CHARS)
        {
          g_autofree char *unfinished = g_build_filename (folder, name, NULL);

          if (is_left_behind (unfinished))
            g_unlink (unfinished);
        }
    }
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      path,
                GCancellable *cancellable)
{
  g_autoptr(WatchMachine) machine = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  remove_unfinished (path);

  if (!g_file_get_contents (path, &text, NULL, &error))
    {
      if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_task_return_pointer (task, watch_machine_new (), (GDestroyNotify)watch_machine_free);
      else
        g_task_return_error (task, g_steal_pointer (&error));

      return;
    }

  if (!(machine = watch_memory_read (text, &error)))
    {
      g_message ("%s is damaged and set aside: %s", (const char *)path, error->message);
      set_aside (path);
      machine = watch_machine_new ();
    }

  g_task_return_pointer (task, g_steal_pointer (&machine), (GDestroyNotify)watch_machine_free);
}

/* Reads a machine. It is a new one where there is no file, or where it is damaged; that one is set aside. */
void
watch_memory_load_async (const char          *path,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_assert (path != NULL);

  g_task_set_source_tag (task, watch_memory_load_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, load_in_thread);
}

/* Fails where there is a file that cannot be read. */
WatchMachine *
watch_memory_load_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_assert (g_task_is_valid (result, NULL));

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Saving *saving = task_data;
  g_autofree char *directory = g_path_get_dirname (saving->path);
  g_autoptr(GError) error = NULL;

  if (g_mkdir_with_parents (directory, 0700) != 0)
    g_task_return_new_error (task, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
  else if (!g_file_set_contents_full (saving->path, saving->text, -1,
                                      G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                      0600, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

/* Puts @text in the place of what the file held, at once or not at all. @text: (transfer full) */
void
watch_memory_save_async (const char          *path,
                         char                *text,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);

  g_assert (path != NULL);
  g_assert (text != NULL);

  saving->path = g_strdup (path);
  saving->text = text;
  g_task_set_source_tag (task, watch_memory_save_async);
  g_task_set_task_data (task, saving, (GDestroyNotify)saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
watch_memory_save_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_assert (g_task_is_valid (result, NULL));

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
remove_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      path,
                  GCancellable *cancellable)
{
  g_autofree char *aside = get_aside (path);

  g_unlink (aside);

  if (g_unlink (path) != 0 && errno != ENOENT)
    g_task_return_new_error (task, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
  else
    g_task_return_boolean (task, TRUE);
}

void
watch_memory_remove_async (const char          *path,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_assert (path != NULL);

  g_task_set_source_tag (task, watch_memory_remove_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, remove_in_thread);
}

gboolean
watch_memory_remove_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_assert (g_task_is_valid (result, NULL));

  return g_task_propagate_boolean (G_TASK (result), error);
}
