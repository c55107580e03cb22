/* platen-texture-cache.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-texture-cache.h"

typedef struct
{
  GList       link;
  char       *uri;
  GdkTexture *texture;
  int         width;
  int         height;
} Entry;

struct _PlatenTextureCache
{
  GHashTable *entries; /* address to Entry */
  GQueue      queue;   /* of Entry, the oldest first */
  gsize       bytes;
};

static G_DEFINE_QUARK (platen-texture-cache, platen_texture_cache)

static gsize
entry_get_bytes (const Entry *entry)
{
  return (gsize)gdk_texture_get_width (entry->texture) * gdk_texture_get_height (entry->texture) * 4;
}

static void
entry_free (Entry *entry)
{
  g_free (entry->uri);
  g_object_unref (entry->texture);
  g_free (entry);
}

static void
platen_texture_cache_free (PlatenTextureCache *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

static void
platen_texture_cache_remove (PlatenTextureCache *self,
                             Entry              *entry)
{
  self->bytes -= entry_get_bytes (entry);
  g_queue_unlink (&self->queue, &entry->link);
  g_hash_table_remove (self->entries, entry->uri);
}

/**
 * platen_texture_cache_get:
 * @pictures: where the pictures come from
 *
 * Returns: (transfer none): the cache that belongs to @pictures
 */
PlatenTextureCache *
platen_texture_cache_get (BambuPictures *pictures)
{
  PlatenTextureCache *self;

  g_return_val_if_fail (BAMBU_IS_PICTURES (pictures), NULL);

  if ((self = g_object_get_qdata (G_OBJECT (pictures), platen_texture_cache_quark ())))
    return self;

  self = g_new0 (PlatenTextureCache, 1);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)entry_free);
  g_object_set_qdata_full (G_OBJECT (pictures), platen_texture_cache_quark (),
                           self, (GDestroyNotify)platen_texture_cache_free);

  return self;
}

/**
 * platen_texture_cache_put:
 * @self: a cache
 * @uri: the picture's address
 * @texture: the picture
 * @width: the width that it was decoded for, in device pixels
 * @height: the height that it was decoded for, in device pixels
 *
 * Keeps @texture until more than %PLATEN_TEXTURE_CACHE_MAX_BYTES came after it.
 */
void
platen_texture_cache_put (PlatenTextureCache *self,
                          const char         *uri,
                          GdkTexture         *texture,
                          int                 width,
                          int                 height)
{
  Entry *entry;

  g_return_if_fail (self != NULL);
  g_return_if_fail (uri != NULL);
  g_return_if_fail (GDK_IS_TEXTURE (texture));

  if ((entry = g_hash_table_lookup (self->entries, uri)))
    platen_texture_cache_remove (self, entry);

  entry = g_new0 (Entry, 1);
  entry->link.data = entry;
  entry->uri = g_strdup (uri);
  entry->texture = g_object_ref (texture);
  entry->width = width;
  entry->height = height;

  g_hash_table_insert (self->entries, entry->uri, entry);
  g_queue_push_tail_link (&self->queue, &entry->link);
  self->bytes += entry_get_bytes (entry);

  while (self->bytes > PLATEN_TEXTURE_CACHE_MAX_BYTES)
    platen_texture_cache_remove (self, g_queue_peek_head (&self->queue));
}

/**
 * platen_texture_cache_take:
 * @self: a cache
 * @uri: a picture's address
 * @width: (out): the width that it was decoded for, in device pixels
 * @height: (out): the height that it was decoded for, in device pixels
 *
 * Takes a picture out of the cache.
 *
 * Returns: (transfer full) (nullable): the picture, where it was kept
 */
GdkTexture *
platen_texture_cache_take (PlatenTextureCache *self,
                           const char         *uri,
                           int                *width,
                           int                *height)
{
  GdkTexture *texture;
  Entry *entry;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (uri != NULL, NULL);

  if (!(entry = g_hash_table_lookup (self->entries, uri)))
    return NULL;

  texture = g_object_ref (entry->texture);
  *width = entry->width;
  *height = entry->height;
  platen_texture_cache_remove (self, entry);

  return texture;
}

/**
 * platen_texture_cache_clear:
 * @self: a cache
 *
 * Lets go of all that it holds: nobody will look for a while.
 */
void
platen_texture_cache_clear (PlatenTextureCache *self)
{
  g_return_if_fail (self != NULL);

  while (!g_queue_is_empty (&self->queue))
    platen_texture_cache_remove (self, g_queue_peek_head (&self->queue));
}

/**
 * platen_texture_cache_get_bytes:
 * @self: a cache
 *
 * Returns: how much it holds
 */
gsize
platen_texture_cache_get_bytes (PlatenTextureCache *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->bytes;
}
