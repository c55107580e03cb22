/* platen-decode.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-decode.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

/* Bytes go in by the piece so that a cancelled picture stops soon. */
#define CHUNK_SIZE (64 * 1024)

typedef struct
{
  GBytes   *bytes;
  int       width;
  int       height;
  gboolean  too_large;
} Decode;

static void
decode_free (Decode *decode)
{
  g_bytes_unref (decode->bytes);
  g_free (decode);
}

/* Shrinks @width and @height, keeping their ratio, until they fit; never enlarges. */
static void
decode_fit (const Decode *decode,
            int          *width,
            int          *height)
{
  double scale = MIN ((double)decode->width / *width, (double)decode->height / *height);

  if (scale >= 1)
    return;

  *width = MAX (1, (int)(*width * scale + 0.5));
  *height = MAX (1, (int)(*height * scale + 0.5));
}

static gboolean
has_marker (const guint8 *data,
            gsize         size,
            const char   *marker,
            gsize         marker_size)
{
  for (gsize i = 0; i + marker_size <= size; i++)
    {
      if (memcmp (data + i, marker, marker_size) == 0)
        return TRUE;
    }

  return FALSE;
}

/* GdkPixbuf takes a picture that stops half-way for a whole one. Each of these formats has a mark at its end, which
 * stands nowhere else but, in a JPEG, after a thumbnail in the first half.
 */
static gboolean
decode_is_whole (const Decode *decode)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (decode->bytes, &size);
  const guint8 *tail = data + size / 2;
  gsize tail_size = size - size / 2;

  if (size >= 4 && memcmp (data, "\x89PNG", 4) == 0)
    return has_marker (tail, tail_size, "IEND", 4);

  if (size >= 2 && memcmp (data, "\xff\xd8", 2) == 0)
    return has_marker (tail, tail_size, "\xff\xd9", 2);

  return TRUE;
}

static void
decode_size_prepared_cb (GdkPixbufLoader *loader,
                         int              width,
                         int              height,
                         Decode          *decode)
{
  if (width < 1 || height < 1 || (gint64)width * height > PLATEN_DECODE_MAX_PIXELS)
    {
      /* An empty size makes every format's loader give up before it allocates. */
      decode->too_large = TRUE;
      gdk_pixbuf_loader_set_size (loader, 0, 0);
      return;
    }

  decode_fit (decode, &width, &height);
  gdk_pixbuf_loader_set_size (loader, width, height);
}

static gboolean
decode_write (Decode           *decode,
              GdkPixbufLoader  *loader,
              GCancellable     *cancellable,
              GError          **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (decode->bytes, &size);

  for (gsize offset = 0; offset < size; offset += CHUNK_SIZE)
    {
      gsize count = MIN (size - offset, CHUNK_SIZE);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !gdk_pixbuf_loader_write (loader, data + offset, count, error))
        {
          gdk_pixbuf_loader_close (loader, NULL);
          return FALSE;
        }
    }

  return gdk_pixbuf_loader_close (loader, error);
}

static gboolean
decode_load (Decode           *decode,
             GdkPixbufLoader  *loader,
             GCancellable     *cancellable,
             GError          **error)
{
  if (!decode_is_whole (decode))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      g_set_error_literal (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_CORRUPT_IMAGE,
                           "The picture is cut short.");
      return FALSE;
    }

  if (decode_write (decode, loader, cancellable, error) && !decode->too_large)
    return TRUE;

  /* What the loader has to say of an empty size is of no use. */
  if (decode->too_large)
    {
      g_clear_error (error);
      g_set_error_literal (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY,
                           "The picture is too large.");
    }

  return FALSE;
}

/* Textures of GDK_MEMORY_DEFAULT are drawn as they are, others converted each time. */
static GdkTexture *
decode_make_texture (GdkPixbuf *pixbuf)
{
  g_autoptr(GdkTexture) straight = NULL;
  g_autoptr(GBytes) pixels = gdk_pixbuf_read_pixel_bytes (pixbuf);
  g_autoptr(GBytes) converted = NULL;
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  gsize stride = (gsize)width * 4;
  guint8 *data;

  straight = gdk_memory_texture_new (width, height,
                                     gdk_pixbuf_get_has_alpha (pixbuf) ? GDK_MEMORY_R8G8B8A8 : GDK_MEMORY_R8G8B8,
                                     pixels,
                                     gdk_pixbuf_get_rowstride (pixbuf));
  data = g_malloc (stride * height);
  gdk_texture_download (straight, data, stride);
  converted = g_bytes_new_take (data, stride * height);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, converted, stride);
}

static GdkTexture *
decode_run (Decode        *decode,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr(GdkPixbuf) upright = NULL;
  g_autoptr(GdkPixbuf) scaled = NULL;
  GdkPixbuf *pixbuf;
  int width;
  int height;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (decode_size_prepared_cb), decode);

  if (!decode_load (decode, loader, cancellable, error))
    return NULL;

  if (!(pixbuf = gdk_pixbuf_loader_get_pixbuf (loader)))
    {
      g_set_error_literal (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_CORRUPT_IMAGE,
                           "There is no picture in the file.");
      return NULL;
    }

  upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  width = gdk_pixbuf_get_width (upright);
  height = gdk_pixbuf_get_height (upright);
  decode_fit (decode, &width, &height);

  /* Not every format's loader heeds the size that it was asked for. */
  if (width != gdk_pixbuf_get_width (upright) || height != gdk_pixbuf_get_height (upright))
    scaled = gdk_pixbuf_scale_simple (upright, width, height, GDK_INTERP_BILINEAR);
  else
    scaled = g_object_ref (upright);

  if (scaled == NULL)
    {
      g_set_error_literal (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY,
                           "There is not enough memory for the picture.");
      return NULL;
    }

  return decode_make_texture (scaled);
}

static void
decode_thread_cb (gpointer data,
                  gpointer user_data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  GdkTexture *texture;

  if (g_task_return_error_if_cancelled (task))
    return;

  if ((texture = decode_run (g_task_get_task_data (task), g_task_get_cancellable (task), &error)))
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Fewer than there are processors: while the user scrolls, drawing must not wait for pictures. */
static GThreadPool *
decode_get_pool (void)
{
  static GThreadPool *pool;

  if (g_once_init_enter (&pool))
    {
      int n_threads = CLAMP ((int)g_get_num_processors () / 2, 1, 4);

      g_once_init_leave (&pool, g_thread_pool_new (decode_thread_cb, NULL, n_threads, FALSE, NULL));
    }

  return pool;
}

/**
 * platen_decode_async:
 * @bytes: an encoded picture, of any kind that GdkPixbuf reads
 * @width: the greatest width of use, in device pixels
 * @height: the greatest height of use, in device pixels
 * @cancellable: (nullable): a #GCancellable
 * @callback: what to call when done
 * @user_data: what to pass to @callback
 *
 * Decodes a picture in a worker thread. It keeps its ratio and is as large as fits into @width and @height, but
 * never larger than it comes.
 */
void
platen_decode_async (GBytes              *bytes,
                     int                  width,
                     int                  height,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Decode *decode;

  g_return_if_fail (bytes != NULL);
  g_return_if_fail (width > 0 && height > 0);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  decode = g_new0 (Decode, 1);
  decode->bytes = g_bytes_ref (bytes);
  decode->width = width;
  decode->height = height;

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, platen_decode_async);
  g_task_set_task_data (task, decode, (GDestroyNotify)decode_free);
  g_thread_pool_push (decode_get_pool (), g_steal_pointer (&task), NULL);
}

/**
 * platen_decode_finish:
 * @result: what the callback was given
 * @error: where to say why there is no picture
 *
 * Ends platen_decode_async(). Apart from %G_IO_ERROR_CANCELLED an error says that the bytes are no picture, or one
 * of more than %PLATEN_DECODE_MAX_PIXELS.
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL with @error set
 */
GdkTexture *
platen_decode_finish (GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
