/* demo-draw-png.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-draw-png.h"

#include <gio/gio.h>
#include <string.h>

/* cairo writes PNGs too, at the highest compression: that takes longer than drawing the picture. */
#define COMPRESSION_LEVEL 2

#define BYTES_PER_PIXEL 4

/* Each byte of a row is stored as the difference to the one above. */
#define FILTER_UP 2

static guint32
checksum (const guint8 *data,
          gsize         length)
{
  guint32 table[256], crc = 0xffffffffu;

  for (guint32 i = 0; i < G_N_ELEMENTS (table); i++)
    {
      table[i] = i;
      for (int bit = 0; bit < 8; bit++)
        table[i] = (table[i] >> 1) ^ (table[i] & 1 ? 0xedb88320u : 0);
    }

  for (gsize i = 0; i < length; i++)
    crc = table[(crc ^ data[i]) & 0xff] ^ (crc >> 8);

  return ~crc;
}

static void
append_number (GByteArray *png,
               guint32     number)
{
  guint32 swapped = GUINT32_TO_BE (number);

  g_byte_array_append (png, (const guint8 *) &swapped, sizeof swapped);
}

static void
append_chunk (GByteArray   *png,
              const char   *type,
              const guint8 *data,
              gsize         length)
{
  gsize start;

  append_number (png, length);
  start = png->len;
  g_byte_array_append (png, (const guint8 *) type, 4);
  if (length > 0)
    g_byte_array_append (png, data, length);
  append_number (png, checksum (png->data + start, png->len - start));
}

/* PNG does not multiply colours with alpha, cairo does. */
static void
unpremultiply_row (const guint32 *pixels,
                   int            width,
                   guint8        *row)
{
  for (int x = 0; x < width; x++, row += BYTES_PER_PIXEL)
    {
      guint32 pixel = pixels[x], alpha = pixel >> 24;

      for (guint i = 0; i < 3; i++)
        {
          guint32 value = (pixel >> (16 - 8 * i)) & 0xff;

          row[i] = alpha == 0 ? 0 : alpha == 255 ? value : MIN (255, (value * 255 + alpha / 2) / alpha);
        }
      row[3] = alpha;
    }
}

static GByteArray *
filter_rows (cairo_surface_t *surface,
             int              width,
             int              height)
{
  gsize row_length = (gsize) width * BYTES_PER_PIXEL;
  GByteArray *rows = g_byte_array_sized_new ((row_length + 1) * height);
  g_autofree guint8 *row = g_malloc (row_length), *above = g_malloc0 (row_length);
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  g_byte_array_set_size (rows, (row_length + 1) * height);
  for (int y = 0; y < height; y++)
    {
      guint8 *filtered = rows->data + (row_length + 1) * y;

      unpremultiply_row ((const guint32 *) (gconstpointer) (data + (gsize) y * stride), width, row);
      *filtered++ = FILTER_UP;
      for (gsize i = 0; i < row_length; i++)
        filtered[i] = row[i] - above[i];
      memcpy (above, row, row_length);
    }

  return rows;
}

static GByteArray *
compress (GByteArray *plain)
{
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, COMPRESSION_LEVEL);
  GByteArray *packed = g_byte_array_new ();
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize done = 0, length = 0;

  while (result == G_CONVERTER_CONVERTED)
    {
      gsize n_read = 0, n_written = 0;

      g_byte_array_set_size (packed, length + MAX (plain->len / 8, 4096));
      result = g_converter_convert (G_CONVERTER (compressor),
                                    plain->data + done, plain->len - done,
                                    packed->data + length, packed->len - length,
                                    G_CONVERTER_INPUT_AT_END,
                                    &n_read, &n_written, NULL);
      done += n_read;
      length += n_written;
    }

  g_byte_array_set_size (packed, length);

  return packed;
}

/**
 * demo_png_encode:
 * @surface: an image surface of format %CAIRO_FORMAT_ARGB32
 *
 * Writes a picture as PNG, quickly rather than small.
 *
 * Returns: (transfer full): the PNG
 */
GBytes *
demo_png_encode (cairo_surface_t *surface)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  static const guint8 kind[] = { 8, 6, 0, 0, 0 }; /* bits, colours with alpha, and the only methods there are */
  g_autoptr(GByteArray) png = g_byte_array_new (), header = g_byte_array_new (), rows = NULL, packed = NULL;
  int width, height;

  g_return_val_if_fail (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32, NULL);

  width = cairo_image_surface_get_width (surface);
  height = cairo_image_surface_get_height (surface);
  rows = filter_rows (surface, width, height);
  packed = compress (rows);

  append_number (header, width);
  append_number (header, height);
  g_byte_array_append (header, kind, sizeof kind);

  g_byte_array_append (png, signature, sizeof signature);
  append_chunk (png, "IHDR", header->data, header->len);
  append_chunk (png, "IDAT", packed->data, packed->len);
  append_chunk (png, "IEND", NULL, 0);

  return g_byte_array_free_to_bytes (g_steal_pointer (&png));
}
