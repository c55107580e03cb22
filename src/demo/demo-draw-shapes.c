/* demo-draw-shapes.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-draw-outline.h"

#include <cairo.h>

/* Enough sides for a circle of @radius to look round. */
static guint
round_sides (float radius)
{
  return CLAMP ((guint) (10.0f + 2.4f * sqrtf (radius) * 2.0f), 12, 64);
}

/**
 * demo_outline_add_rect:
 * @self: a shape
 * @x: its middle
 * @y: its middle
 * @width: its width
 * @height: its height
 * @radius: of its corners, cut to what fits
 *
 * Adds a rectangle with rounded corners.
 */
void
demo_outline_add_rect (DemoOutline *self,
                       float        x,
                       float        y,
                       float        width,
                       float        height,
                       float        radius)
{
  DemoPoint points[4 * 7];
  float r = MIN (radius, MIN (width, height) / 2.0f * 0.999f);
  guint steps = r < 0.05f ? 1 : r < 2.0f ? 4 : 7;

  for (guint corner = 0; corner < 4; corner++)
    {
      float cx = x + (corner == 0 || corner == 3 ? 1.0f : -1.0f) * (width / 2.0f - r);
      float cy = y + (corner < 2 ? 1.0f : -1.0f) * (height / 2.0f - r);

      for (guint i = 0; i < steps; i++)
        {
          float at = steps == 1 ? 0.5f : i / (float) (steps - 1);
          float angle = (corner + at) * (float) G_PI_2;
          float reach = steps == 1 ? r * (float) G_SQRT2 : r;

          points[corner * steps + i] = (DemoPoint) { cx + reach * cosf (angle), cy + reach * sinf (angle) };
        }
    }

  demo_outline_add_polygon (self, points, 4 * steps);
}

/**
 * demo_outline_add_circle:
 * @self: a shape
 * @x: its middle
 * @y: its middle
 * @radius: its radius
 *
 * Adds a circle.
 */
void
demo_outline_add_circle (DemoOutline *self,
                         float        x,
                         float        y,
                         float        radius)
{
  demo_outline_add_ngon (self, x, y, radius, round_sides (radius), 0.0f);
}

/**
 * demo_outline_add_ngon:
 * @self: a shape
 * @x: its middle
 * @y: its middle
 * @radius: from the middle to a corner
 * @n_sides: how many sides, up to 64
 * @angle: where the first corner lies, in degrees
 *
 * Adds a regular polygon.
 */
void
demo_outline_add_ngon (DemoOutline *self,
                       float        x,
                       float        y,
                       float        radius,
                       guint        n_sides,
                       float        angle)
{
  DemoPoint points[64];

  g_return_if_fail (n_sides <= G_N_ELEMENTS (points));

  for (guint i = 0; i < n_sides; i++)
    {
      float at = angle * (float) G_PI / 180.0f + i * 2.0f * (float) G_PI / n_sides;

      points[i] = (DemoPoint) { x + radius * cosf (at), y + radius * sinf (at) };
    }

  demo_outline_add_polygon (self, points, n_sides);
}

/**
 * demo_outline_add_star:
 * @self: a shape
 * @x: its middle
 * @y: its middle
 * @outer: from the middle to a tip
 * @inner: from the middle to between two tips
 * @n_tips: how many tips, up to 32
 * @angle: where the first tip lies, in degrees
 *
 * Adds a star.
 */
void
demo_outline_add_star (DemoOutline *self,
                       float        x,
                       float        y,
                       float        outer,
                       float        inner,
                       guint        n_tips,
                       float        angle)
{
  DemoPoint points[64];

  g_return_if_fail (2 * n_tips <= G_N_ELEMENTS (points));

  for (guint i = 0; i < 2 * n_tips; i++)
    {
      float at = angle * (float) G_PI / 180.0f + i * (float) G_PI / n_tips;
      float radius = i % 2 == 0 ? outer : inner;

      points[i] = (DemoPoint) { x + radius * cosf (at), y + radius * sinf (at) };
    }

  demo_outline_add_polygon (self, points, 2 * n_tips);
}

/**
 * demo_outline_add_heart:
 * @self: a shape
 * @x: its middle
 * @y: its middle
 * @size: its width
 *
 * Adds a heart, standing on its tip.
 */
void
demo_outline_add_heart (DemoOutline *self,
                        float        x,
                        float        y,
                        float        size)
{
  DemoPoint points[48];

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      float t = i * 2.0f * (float) G_PI / G_N_ELEMENTS (points);
      float s = sinf (t);

      points[i].x = x + size / 32.0f * 16.0f * s * s * s;
      points[i].y = y + size / 32.0f * (2.0f + 13.0f * cosf (t) - 5.0f * cosf (2.0f * t) -
                                        2.0f * cosf (3.0f * t) - cosf (4.0f * t));
    }

  demo_outline_add_polygon (self, points, G_N_ELEMENTS (points));
}

/**
 * demo_outline_add_gear:
 * @self: a shape
 * @x: its middle
 * @y: its middle
 * @pitch_radius: where two such gears meet
 * @n_teeth: how many teeth, up to 80
 * @angle: where the middle of the first tooth lies, in degrees
 *
 * Adds a toothed wheel, or inside another contour the teeth of a ring.
 */
void
demo_outline_add_gear (DemoOutline *self,
                       float        x,
                       float        y,
                       float        pitch_radius,
                       guint        n_teeth,
                       float        angle)
{
  /* Half a tooth's width in parts of the pitch, and its height in modules, from the root to the tip. */
  static const float flank[][2] = { { 0.36f, -1.15f }, { 0.30f, -0.6f }, { 0.24f, 0.0f }, { 0.17f, 0.6f }, { 0.11f, 0.95f } };
  DemoPoint points[80 * 2 * G_N_ELEMENTS (flank)];
  float module = 2.0f * pitch_radius / n_teeth;
  guint n_points = 0;

  g_return_if_fail (n_teeth > 3 && n_teeth <= 80);

  for (guint tooth = 0; tooth < n_teeth; tooth++)
    {
      float pitch = 2.0f * (float) G_PI / n_teeth;
      float middle = angle * (float) G_PI / 180.0f + tooth * pitch;

      for (guint i = 0; i < 2 * G_N_ELEMENTS (flank); i++)
        {
          gboolean rising = i < G_N_ELEMENTS (flank);
          const float *step = flank[rising ? i : 2 * G_N_ELEMENTS (flank) - 1 - i];
          float at = middle + (rising ? -step[0] : step[0]) * pitch;
          float radius = pitch_radius + step[1] * module;

          points[n_points++] = (DemoPoint) { x + radius * cosf (at), y + radius * sinf (at) };
        }
    }

  demo_outline_add_polygon (self, points, n_points);
}

/**
 * demo_outline_add_wave:
 * @self: a shape
 * @x: its middle
 * @y: its middle
 * @radius: its mean radius
 * @swing: how far the waves go out and in
 * @n_waves: how many, up to 24
 * @angle: where a wave is farthest out, in degrees
 *
 * Adds a round shape with a wavy rim: a knob, a flower.
 */
void
demo_outline_add_wave (DemoOutline *self,
                       float        x,
                       float        y,
                       float        radius,
                       float        swing,
                       guint        n_waves,
                       float        angle)
{
  DemoPoint points[24 * 8];
  guint n_points = MAX (n_waves * 8, 48);

  g_return_if_fail (n_waves <= 24);

  for (guint i = 0; i < n_points; i++)
    {
      float at = i * 2.0f * (float) G_PI / n_points;
      float reach = radius + swing * cosf (n_waves * (at - angle * (float) G_PI / 180.0f));

      points[i] = (DemoPoint) { x + reach * cosf (at), y + reach * sinf (at) };
    }

  demo_outline_add_polygon (self, points, n_points);
}

/**
 * demo_outline_add_arc:
 * @self: a shape
 * @x: the middle of the ring
 * @y: the middle of the ring
 * @inner: its inner radius
 * @outer: its outer radius
 * @from: where it begins, in degrees
 * @to: where it ends, less than 360 degrees later
 *
 * Adds a piece of a ring.
 */
void
demo_outline_add_arc (DemoOutline *self,
                      float        x,
                      float        y,
                      float        inner,
                      float        outer,
                      float        from,
                      float        to)
{
  DemoPoint points[2 * 33];
  guint n_steps = CLAMP ((guint) (round_sides (outer) * (to - from) / 360.0f), 2, 32);

  for (guint i = 0; i <= n_steps; i++)
    {
      float at = demo_mix (from, to, i / (float) n_steps) * (float) G_PI / 180.0f;

      points[i] = (DemoPoint) { x + outer * cosf (at), y + outer * sinf (at) };
      points[2 * n_steps + 1 - i] = (DemoPoint) { x + inner * cosf (at), y + inner * sinf (at) };
    }

  demo_outline_add_polygon (self, points, 2 * n_steps + 2);
}

/* The glyphs' contours as they are on paper: y goes down. */
static cairo_path_t *
text_path (const char           *text,
           cairo_text_extents_t *extents)
{
  cairo_surface_t *paper = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (paper);
  cairo_path_t *path;

  cairo_select_font_face (cr, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  cairo_set_font_size (cr, 100.0);
  cairo_set_tolerance (cr, 1.2);
  cairo_text_extents (cr, text, extents);
  cairo_text_path (cr, text);
  path = cairo_copy_path_flat (cr);

  cairo_destroy (cr);
  cairo_surface_destroy (paper);

  return path;
}

/**
 * demo_outline_add_text:
 * @self: a shape
 * @text: what to write, a few words of UTF-8
 * @x: the middle of the text
 * @y: the middle of the text
 * @height: of its capitals
 *
 * Adds the contours of letters.
 *
 * Returns: the width of the text
 */
float
demo_outline_add_text (DemoOutline *self,
                       const char  *text,
                       float        x,
                       float        y,
                       float        height)
{
  g_autoptr(GArray) contour = g_array_new (FALSE, FALSE, sizeof (DemoPoint));
  cairo_text_extents_t extents;
  cairo_path_t *path;
  float scale;

  g_return_val_if_fail (self != NULL, 0.0f);
  g_return_val_if_fail (text != NULL, 0.0f);

  path = text_path (text, &extents);
  scale = extents.height > 0.0 ? height / (float) extents.height : 0.0f;

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];

      if (data->header.type == CAIRO_PATH_MOVE_TO || data->header.type == CAIRO_PATH_LINE_TO)
        {
          DemoPoint point;

          if (data->header.type == CAIRO_PATH_MOVE_TO)
            g_array_set_size (contour, 0);

          point.x = x + ((float) (data[1].point.x - extents.x_bearing - extents.width / 2.0)) * scale;
          point.y = y - ((float) (data[1].point.y - extents.y_bearing - extents.height / 2.0)) * scale;
          g_array_append_val (contour, point);
        }
      else if (data->header.type == CAIRO_PATH_CLOSE_PATH && contour->len > 0)
        {
          const DemoPoint *first = &g_array_index (contour, DemoPoint, 0);
          const DemoPoint *last = &g_array_index (contour, DemoPoint, contour->len - 1);
          gboolean repeated = fabsf (first->x - last->x) < 1e-4f && fabsf (first->y - last->y) < 1e-4f;

          demo_outline_add_polygon (self, first, contour->len - (repeated ? 1 : 0));
        }
    }

  cairo_path_destroy (path);

  return (float) extents.width * scale;
}
