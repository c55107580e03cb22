/* demo-pictures.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-pictures.h"

#define MAX_CACHED (48 * 1024 * 1024)

typedef struct
{
  char   *key;
  GBytes *bytes;
} Entry;

struct _DemoPictures
{
  GHashTable *links;  /* of char * to GList of @recent, not owned */
  GQueue      recent; /* of Entry, the one that was asked for last first */
  gsize       size;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->key);
  g_bytes_unref (entry->bytes);
  g_free (entry);
}

/**
 * demo_picture_new:
 * @seed: which picture of its kind
 * @name: what it shows
 * @width: in pixels
 * @height: in pixels
 *
 * Returns: (transfer full): a picture that has no colours yet
 */
DemoPicture *
demo_picture_new (guint32     seed,
                  const char *name,
                  int         width,
                  int         height)
{
  DemoPicture *self = g_new0 (DemoPicture, 1);

  self->seed = seed;
  self->name = g_strdup (name);
  self->width = width;
  self->height = height;

  return self;
}

/**
 * demo_picture_free:
 * @self: (transfer full): a picture
 *
 * Frees the description of a picture.
 */
void
demo_picture_free (DemoPicture *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_free (self->rgba);
  g_free (self);
}

/**
 * demo_pictures_new:
 *
 * Returns: (transfer full): a cache without pictures
 */
DemoPictures *
demo_pictures_new (void)
{
  DemoPictures *self = g_new0 (DemoPictures, 1);

  self->links = g_hash_table_new (g_str_hash, g_str_equal);
  g_queue_init (&self->recent);

  return self;
}

/**
 * demo_pictures_free:
 * @self: (transfer full): a cache
 *
 * Frees a cache; nothing may be in the drawing.
 */
void
demo_pictures_free (DemoPictures *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->links);
  g_queue_clear_full (&self->recent, entry_free);
  g_free (self);
}

static void
keep (DemoPictures *self,
      const char   *key,
      GBytes       *bytes)
{
  Entry *entry;

  if (g_hash_table_contains (self->links, key))
    return;

  entry = g_new0 (Entry, 1);
  entry->key = g_strdup (key);
  entry->bytes = g_bytes_ref (bytes);
  g_queue_push_head (&self->recent, entry);
  g_hash_table_insert (self->links, entry->key, self->recent.head);
  self->size += g_bytes_get_size (bytes);

  while (self->size > MAX_CACHED && self->recent.length > 1)
    {
      entry = g_queue_pop_tail (&self->recent);
      self->size -= g_bytes_get_size (entry->bytes);
      g_hash_table_remove (self->links, entry->key);
      entry_free (entry);
    }
}

static void
draw_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  DemoPicture *picture = task_data;
  GBytes *bytes;

  if (picture->n_colors > 0)
    bytes = demo_draw_plate (picture->seed, picture->name, picture->backdrop, picture->rgba, picture->n_colors,
                             picture->width, picture->height);
  else
    bytes = demo_draw_avatar (picture->seed, picture->name, picture->width);

  g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
}

/**
 * demo_pictures_draw_async:
 * @self: a cache
 * @key: what tells the picture from all others
 * @picture: (transfer full): the picture
 * @callback: called when it is there
 * @user_data: passed to @callback
 *
 * Draws a picture as PNG, or finds it in the cache.
 */
void
demo_pictures_draw_async (DemoPictures        *self,
                          const char          *key,
                          DemoPicture         *picture,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  GList *link;

  g_return_if_fail (self != NULL);
  g_return_if_fail (key != NULL && picture != NULL);

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_name (task, key);
  g_task_set_source_tag (task, demo_pictures_draw_async);
  g_task_set_task_data (task, picture, (GDestroyNotify) demo_picture_free);

  link = g_hash_table_lookup (self->links, key);
  if (link != NULL)
    {
      const Entry *entry = link->data;

      g_queue_unlink (&self->recent, link);
      g_queue_push_head_link (&self->recent, link);
      g_task_return_pointer (task, g_bytes_ref (entry->bytes), (GDestroyNotify) g_bytes_unref);
      return;
    }

  g_task_run_in_thread (task, draw_thread);
}

/**
 * demo_pictures_draw_finish:
 * @self: a cache
 * @result: what the callback was given
 *
 * Returns: (transfer full): the picture, as PNG
 */
GBytes *
demo_pictures_draw_finish (DemoPictures *self,
                           GAsyncResult *result)
{
  GBytes *bytes;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, demo_pictures_draw_async), NULL);

  bytes = g_task_propagate_pointer (G_TASK (result), NULL);
  keep (self, g_task_get_name (G_TASK (result)), bytes);

  return bytes;
}
