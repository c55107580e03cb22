/* tray-pixmap.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tray-pixmap.h"

/**
 * TrayPixmap:
 *
 * A picture as the StatusNotifierItem specification wants it on the bus: 32 bit ARGB in network byte order,
 * not premultiplied. Immutable and reference counted.
 */

struct _TrayPixmap
{
  int     width;
  int     height;
  GBytes *bytes;
};

G_DEFINE_BOXED_TYPE (TrayPixmap, tray_pixmap, tray_pixmap_ref, tray_pixmap_unref)

static inline guint8
unpremultiply (guint8 color,
               guint8 alpha)
{
  return alpha == 0 ? 0 : MIN (255, (color * 255 + alpha / 2) / alpha);
}

/**
 * tray_pixmap_new:
 * @width: its width in pixels, from 1 to 1024
 * @height: its height in pixels, from 1 to 1024
 * @stride: the bytes from one row to the next
 * @premultiplied: (array): the pixels as cairo keeps them: native-endian 32 bit ARGB, premultiplied
 *
 * Turns a drawn surface into a pixmap.
 *
 * Returns: (transfer full): a new #TrayPixmap
 */
TrayPixmap *
tray_pixmap_new (int           width,
                 int           height,
                 gsize         stride,
                 const guint8 *premultiplied)
{
  TrayPixmap *self;
  guint8 *pixels;
  guint8 *out;

  g_return_val_if_fail (width > 0 && width <= 1024, NULL);
  g_return_val_if_fail (height > 0 && height <= 1024, NULL);
  g_return_val_if_fail (stride >= (gsize)width * 4, NULL);
  g_return_val_if_fail (premultiplied != NULL, NULL);

  out = pixels = g_malloc ((gsize)width * height * 4);

  for (int y = 0; y < height; y++)
    {
      for (int x = 0; x < width; x++)
        {
          guint32 pixel;
          guint8 alpha;

          memcpy (&pixel, premultiplied + y * stride + (gsize)x * 4, sizeof pixel);
          alpha = pixel >> 24;
          *out++ = alpha;
          *out++ = unpremultiply (pixel >> 16, alpha);
          *out++ = unpremultiply (pixel >> 8, alpha);
          *out++ = unpremultiply (pixel, alpha);
        }
    }

  self = g_atomic_rc_box_new0 (TrayPixmap);
  self->width = width;
  self->height = height;
  self->bytes = g_bytes_new_take (pixels, (gsize)width * height * 4);

  return self;
}

/**
 * tray_pixmap_ref:
 * @self: a #TrayPixmap
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
TrayPixmap *
tray_pixmap_ref (TrayPixmap *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
tray_pixmap_clear (TrayPixmap *self)
{
  g_bytes_unref (self->bytes);
}

/**
 * tray_pixmap_unref:
 * @self: a #TrayPixmap
 *
 * Drops a reference.
 */
void
tray_pixmap_unref (TrayPixmap *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify)tray_pixmap_clear);
}

/**
 * tray_pixmap_get_width:
 * @self: a #TrayPixmap
 *
 * Returns: its width in pixels
 */
int
tray_pixmap_get_width (TrayPixmap *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

/**
 * tray_pixmap_get_height:
 * @self: a #TrayPixmap
 *
 * Returns: its height in pixels
 */
int
tray_pixmap_get_height (TrayPixmap *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

/**
 * tray_pixmap_get_bytes:
 * @self: a #TrayPixmap
 *
 * Returns: (transfer none): its pixels as they go over the bus, rows without padding
 */
GBytes *
tray_pixmap_get_bytes (TrayPixmap *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->bytes;
}
