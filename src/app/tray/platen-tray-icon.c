/* platen-tray-icon.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-tray-icon.h"

#include <cairo.h>
#include <math.h>

/* Nobody tells whether the panel is light or dark: a dark disc with a light edge is seen on both. */
#define DISC     0x241f31
#define EDGE     0xdeddda
#define TRACK    0x5e5c64
#define PROGRESS 0x57e389
#define GLYPH    0xffffff
#define ASLEEP   0x9a9996
#define MARK     0xff7800

/* Those of the panels that are about; hosts take the next larger one. */
static const int sizes[] = { 16, 22, 24, 32, 48, 64 };

static void
set_color (cairo_t *cr,
           guint32  color)
{
  cairo_set_source_rgb (cr, (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0);
}

static void
draw_disc (cairo_t *cr)
{
  cairo_arc (cr, 0.5, 0.5, 0.5, 0, 2 * M_PI);
  set_color (cr, EDGE);
  cairo_fill (cr);

  cairo_arc (cr, 0.5, 0.5, 0.465, 0, 2 * M_PI);
  set_color (cr, DISC);
  cairo_fill (cr);
}

/* From the top, clockwise. */
static void
draw_ring (cairo_t *cr,
           int      progress)
{
  const double start = -M_PI / 2;

  cairo_set_line_width (cr, 0.13);

  cairo_arc (cr, 0.5, 0.5, 0.385, 0, 2 * M_PI);
  set_color (cr, TRACK);
  cairo_stroke (cr);

  cairo_arc (cr, 0.5, 0.5, 0.385, start, start + 2 * M_PI * CLAMP (progress, 0, 100) / 100);
  set_color (cr, PROGRESS);
  cairo_stroke (cr);
}

/* A nozzle over what it prints. @scale: 1 fills what a ring leaves free. */
static void
draw_glyph (cairo_t *cr,
            double   scale,
            guint32  color)
{
  cairo_save (cr);
  cairo_translate (cr, 0.5, 0.5);
  cairo_scale (cr, scale, scale);
  set_color (cr, color);

  cairo_move_to (cr, -0.15, -0.19);
  cairo_line_to (cr, 0.15, -0.19);
  cairo_line_to (cr, 0.15, -0.09);
  cairo_line_to (cr, 0.05, 0.03);
  cairo_line_to (cr, -0.05, 0.03);
  cairo_line_to (cr, -0.15, -0.09);
  cairo_close_path (cr);
  cairo_fill (cr);

  cairo_rectangle (cr, -0.19, 0.09, 0.38, 0.1);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_mark (cairo_t *cr)
{
  const double x = 0.73;
  const double y = 0.73;

  cairo_arc (cr, x, y, 0.27, 0, 2 * M_PI);
  set_color (cr, DISC);
  cairo_fill (cr);

  cairo_arc (cr, x, y, 0.22, 0, 2 * M_PI);
  set_color (cr, MARK);
  cairo_fill (cr);

  set_color (cr, GLYPH);
  cairo_rectangle (cr, x - 0.04, y - 0.15, 0.08, 0.17);
  cairo_fill (cr);
  cairo_arc (cr, x, y + 0.1, 0.045, 0, 2 * M_PI);
  cairo_fill (cr);
}

static TrayPixmap *
draw_pixmap (int      size,
             int      progress,
             gboolean attention,
             gboolean asleep)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cr = cairo_create (surface);
  TrayPixmap *pixmap;

  cairo_scale (cr, size, size);
  draw_disc (cr);

  if (progress != PLATEN_TRAY_ICON_IDLE)
    draw_ring (cr, progress);

  draw_glyph (cr, progress != PLATEN_TRAY_ICON_IDLE ? 1 : 1.4, asleep ? ASLEEP : GLYPH);

  if (attention)
    draw_mark (cr);

  cairo_surface_flush (surface);
  pixmap = tray_pixmap_new (size, size,
                            cairo_image_surface_get_stride (surface),
                            cairo_image_surface_get_data (surface));

  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return pixmap;
}

/**
 * platen_tray_icon_draw:
 * @progress: from 0 to 100, of the ring around it; or %PLATEN_TRAY_ICON_IDLE for none
 * @attention: whether it bears the mark that something needs a hand
 * @asleep: whether nothing is watched at present
 *
 * Draws the icon for panels of all sizes and colours.
 *
 * Returns: (transfer full) (element-type TrayPixmap): the icon, the smallest first
 */
GPtrArray *
platen_tray_icon_draw (int      progress,
                       gboolean attention,
                       gboolean asleep)
{
  GPtrArray *pixmaps;

  g_return_val_if_fail (progress >= PLATEN_TRAY_ICON_IDLE && progress <= 100, NULL);

  pixmaps = g_ptr_array_new_with_free_func ((GDestroyNotify)tray_pixmap_unref);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_ptr_array_add (pixmaps, draw_pixmap (sizes[i], progress, attention, asleep));

  return pixmaps;
}
