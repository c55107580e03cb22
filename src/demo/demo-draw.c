/* demo-draw.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-draw.h"

#include <cairo.h>

static const char * const names[] = { "Gear box", "Cable comb", "Desk organiser", "Plant pot", "Phone stand", "Chess set" };

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
finish (cairo_t *cr)
{
  GByteArray *array = g_byte_array_new ();

  cairo_surface_write_to_png_stream (cairo_get_target (cr), write_cb, array);
  cairo_destroy (cr);

  return g_byte_array_free_to_bytes (array);
}

static cairo_t *
begin (int width,
       int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);

  return cr;
}

static void
set_color (cairo_t *cr,
           guint32  rgba)
{
  cairo_set_source_rgba (cr, (rgba >> 24) / 255.0, (rgba >> 16 & 255) / 255.0, (rgba >> 8 & 255) / 255.0,
                         (rgba & 255) / 255.0);
}

GBytes *
demo_draw_plate (guint32        seed,
                 const char    *name,
                 DemoBackdrop   backdrop,
                 const guint32 *rgba,
                 guint          n_colors,
                 int            width,
                 int            height)
{
  cairo_t *cr = begin (width, height);

  if (backdrop != DEMO_BACKDROP_NONE)
    {
      set_color (cr, 0x55585AFF);
      cairo_paint (cr);
    }

  for (guint i = 0; i < n_colors + seed % 4; i++)
    {
      guint32 place = seed * (i + 1) * 2654435761u;

      set_color (cr, rgba[i % n_colors]);
      cairo_arc (cr, width * (0.2 + 0.6 * (place & 255) / 255), height * (0.2 + 0.6 * (place >> 8 & 255) / 255),
                 height * (0.06 + 0.1 * (place >> 16 & 255) / 255), 0, 2 * G_PI);
      cairo_fill (cr);
    }

  return finish (cr);
}

GBytes *
demo_draw_avatar (guint32     seed,
                  const char *name,
                  int         size)
{
  cairo_t *cr = begin (size, size);

  set_color (cr, seed << 8 | 0xFF);
  cairo_paint (cr);

  return finish (cr);
}

const char * const *
demo_draw_get_names (guint *n_names)
{
  *n_names = G_N_ELEMENTS (names);

  return names;
}
