/* bambu-picture-store.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-picture-store.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <utime.h>

/* Of SHA-1 in hexadecimal: against damage, not against anyone. */
#define CHECKSUM_LENGTH 40

typedef struct
{
  guint64 size;
  gint64  used;      /* µs since 1970 */
} File;

/* What a worker thread is to do. */
typedef struct
{
  char   *key;
  GBytes *bytes;
} Job;

struct _BambuPictureStore
{
  GObject     parent_instance;

  char       *directory;
  guint64     max_bytes;

  GMutex      mutex;
  GHashTable *files;   /* key to File; NULL until the folder was read */
  guint64     total;
  gboolean    forgotten;
};

G_DEFINE_FINAL_TYPE (BambuPictureStore, bambu_picture_store, G_TYPE_OBJECT)

static char *
build_path (BambuPictureStore *self,
            const char        *key)
{
  return g_build_filename (self->directory, key, NULL);
}

static void
forget_file (BambuPictureStore *self,
             const char        *key)
{
  g_autofree char *path = build_path (self, key);
  const File *file = g_hash_table_lookup (self->files, key);

  g_unlink (path);

  if (file != NULL)
    {
      self->total -= file->size;
      g_hash_table_remove (self->files, key);
    }
}

static void
note_file (BambuPictureStore *self,
           const char        *key,
           guint64            size,
           gint64             used)
{
  File *file = g_hash_table_lookup (self->files, key);

  if (file == NULL)
    {
      file = g_new0 (File, 1);
      g_hash_table_insert (self->files, g_strdup (key), file);
    }

  self->total = self->total - file->size + size;
  file->size = size;
  file->used = used;
}

/* What is not named like a key is what a crash left of a file half written. */
static gboolean
is_key (const char *name)
{
  return strlen (name) == 64 && strspn (name, "0123456789abcdef") == 64;
}

static void
ensure_files (BambuPictureStore *self)
{
  g_autoptr(GDir) directory = NULL;
  const char *name;

  if (self->files != NULL)
    return;

  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (!(directory = g_dir_open (self->directory, 0, NULL)))
    return;

  while ((name = g_dir_read_name (directory)))
    {
      g_autofree char *path = build_path (self, name);
      GStatBuf status;

      if (!is_key (name))
        g_unlink (path);
      else if (g_stat (path, &status) == 0)
        note_file (self, name, status.st_size,
                   status.st_mtim.tv_sec * G_USEC_PER_SEC + status.st_mtim.tv_nsec / 1000);
    }
}

static int
compare_used (gconstpointer a,
              gconstpointer b,
              gpointer      files)
{
  const File *file_a = g_hash_table_lookup (files, *(const char * const *)a);
  const File *file_b = g_hash_table_lookup (files, *(const char * const *)b);

  return (file_a->used > file_b->used) - (file_a->used < file_b->used);
}

/* Makes room in one go, so that it need not be made for every picture. */
static void
evict (BambuPictureStore *self)
{
  g_autofree const char **keys = NULL;
  guint n_keys;

  if (self->total <= self->max_bytes)
    return;

  keys = (const char **)g_hash_table_get_keys_as_array (self->files, &n_keys);
  g_qsort_with_data (keys, n_keys, sizeof *keys, compare_used, self->files);

  for (guint i = 0; i < n_keys && self->total > self->max_bytes / 10 * 9; i++)
    forget_file (self, keys[i]);
}

static void
bambu_picture_store_finalize (GObject *object)
{
  BambuPictureStore *self = (BambuPictureStore *)object;

  g_clear_pointer (&self->files, g_hash_table_unref);
  g_clear_pointer (&self->directory, g_free);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (bambu_picture_store_parent_class)->finalize (object);
}

static void
bambu_picture_store_class_init (BambuPictureStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_picture_store_finalize;
}

static void
bambu_picture_store_init (BambuPictureStore *self)
{
  g_mutex_init (&self->mutex);
}

BambuPictureStore *
bambu_picture_store_new (const char *directory,
                         guint64     max_bytes)
{
  BambuPictureStore *self = g_object_new (BAMBU_TYPE_PICTURE_STORE, NULL);

  self->directory = g_strdup (directory);
  self->max_bytes = max_bytes;

  return self;
}

/* A file is a picture and the checksum of it. NULL where they do not match. */
static GBytes *
check_contents (GBytes *contents)
{
  g_autoptr(GBytes) picture = NULL;
  g_autofree char *checksum = NULL;
  const char *data;
  gsize length;

  data = g_bytes_get_data (contents, &length);

  if (length < CHECKSUM_LENGTH)
    return NULL;

  picture = g_bytes_new_from_bytes (contents, 0, length - CHECKSUM_LENGTH);
  checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA1, picture);

  if (memcmp (data + length - CHECKSUM_LENGTH, checksum, CHECKSUM_LENGTH) != 0)
    return NULL;

  return g_steal_pointer (&picture);
}

static void
remove_file (BambuPictureStore *self,
             const char        *key)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  ensure_files (self);
  forget_file (self, key);
}

/* NULL where it is not there, or damaged. Its file becomes the one used last. */
static GBytes *
load_file (BambuPictureStore *self,
           const char        *key)
{
  g_autofree char *path = build_path (self, key);
  const gint64 now = g_get_real_time ();
  g_autoptr(GBytes) bytes = NULL;
  GBytes *picture;
  char *contents;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    return NULL;

  bytes = g_bytes_new_take (contents, length);

  if (!(picture = check_contents (bytes)))
    {
      g_debug ("A picture on disk was damaged");
      remove_file (self, key);
      return NULL;
    }

  /* The time on disk is what the next run goes by. */
  g_utime (path, NULL);

  g_mutex_lock (&self->mutex);
  ensure_files (self);

  if (!self->forgotten)
    note_file (self, key, length, now);

  g_mutex_unlock (&self->mutex);

  return picture;
}

static void
save_file (BambuPictureStore *self,
           const char        *key,
           GBytes            *bytes)
{
  g_autofree char *path = build_path (self, key);
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr(GError) error = NULL;
  g_autofree char *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA1, bytes);
  const gsize length = g_bytes_get_size (bytes) + CHECKSUM_LENGTH;
  g_autofree char *data = NULL;

  if (self->forgotten || length > self->max_bytes)
    return;

  data = g_malloc (length);
  memcpy (data, g_bytes_get_data (bytes, NULL), length - CHECKSUM_LENGTH);
  memcpy (data + length - CHECKSUM_LENGTH, checksum, CHECKSUM_LENGTH);

  ensure_files (self);

  if (g_mkdir_with_parents (self->directory, 0700) != 0 ||
      !g_file_set_contents_full (path, data, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    {
      g_debug ("A picture is not kept: %s", error != NULL ? error->message : g_strerror (errno));
      return;
    }

  note_file (self, key, length, g_get_real_time ());
  evict (self);
}

static void
job_free (Job *job)
{
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job->key);
  g_free (job);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;

  g_task_return_pointer (task, load_file (source, job->key), (GDestroyNotify)g_bytes_unref);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;

  save_file (source, job->key, job->bytes);
  g_task_return_boolean (task, TRUE);
}

static void
remove_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Job *job = task_data;

  remove_file (source, job->key);
  g_task_return_boolean (task, TRUE);
}

/* The store itself may well come to its end in a thread: it is nothing but names and numbers. */
static void
bambu_picture_store_run (BambuPictureStore   *self,
                         GTaskThreadFunc      func,
                         const char          *key,
                         GBytes              *bytes,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->key = g_strdup (key);
  job->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  g_task_set_task_data (task, job, (GDestroyNotify)job_free);
  g_task_run_in_thread (task, func);
}

void
bambu_picture_store_load_async (BambuPictureStore   *self,
                                const char          *key,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_assert (BAMBU_IS_PICTURE_STORE (self));

  bambu_picture_store_run (self, load_in_thread, key, NULL, callback, user_data);
}

/* NULL where it is not there, or damaged. */
GBytes *
bambu_picture_store_load_finish (BambuPictureStore *self,
                                 GAsyncResult      *result)
{
  g_assert (g_task_is_valid (result, self));

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/* Nobody waits for it: what cannot be written is merely not kept. */
void
bambu_picture_store_save (BambuPictureStore *self,
                          const char        *key,
                          GBytes            *bytes)
{
  g_assert (BAMBU_IS_PICTURE_STORE (self));

  bambu_picture_store_run (self, save_in_thread, key, bytes, NULL, NULL);
}

void
bambu_picture_store_remove (BambuPictureStore *self,
                            const char        *key)
{
  g_assert (BAMBU_IS_PICTURE_STORE (self));

  bambu_picture_store_run (self, remove_in_thread, key, NULL, NULL, NULL);
}

/* Deletes everything and keeps nothing any more. */
void
bambu_picture_store_forget (BambuPictureStore *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autofree const char **keys = NULL;
  guint n_keys;

  self->forgotten = TRUE;
  ensure_files (self);
  keys = (const char **)g_hash_table_get_keys_as_array (self->files, &n_keys);

  for (guint i = 0; i < n_keys; i++)
    forget_file (self, keys[i]);

  g_rmdir (self->directory);
}
