/* demo-draw-raster.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-draw-raster.h"

/* Faces are drawn larger by this part of a pixel, so that no light falls through between two that touch. */
#define OVERLAP 0.02f

/* A point is on the inner side of an edge where x * across + y * along >= limit. */
typedef struct
{
  float across, along, limit;
  float inverse; /* of across, 0 where the edge is level */
} Side;

typedef struct
{
  Side    sides[3];
  DemoVec low, high;
  DemoVec anchor;
  float   slope_x, slope_y; /* of the nearness */
  guint32 face;
} Setup;

/**
 * demo_raster_new:
 * @width: in pixels
 * @height: in pixels
 * @places: (array length=n_samples): where in a pixel the samples lie, from 0 to 1; has to outlive the raster
 * @n_samples: how many
 * @nothing: the nearness of a sample where nothing was drawn
 *
 * Makes an empty raster.
 *
 * Returns: (transfer full): the raster
 */
DemoRaster *
demo_raster_new (int              width,
                 int              height,
                 const DemoPoint *places,
                 guint            n_samples,
                 float            nothing)
{
  DemoRaster *self = g_new0 (DemoRaster, 1);
  gsize n_pixels = (gsize) width * height;

  g_assert (n_samples <= DEMO_RASTER_MAX_SAMPLES);

  self->width = width;
  self->height = height;
  self->places = places;
  self->n_samples = n_samples;

  for (guint k = 0; k < n_samples; k++)
    {
      self->nearness[k] = g_new (float, n_pixels);
      self->faces[k] = g_new (guint32, n_pixels);
      for (gsize i = 0; i < n_pixels; i++)
        {
          self->nearness[k][i] = nothing;
          self->faces[k][i] = DEMO_RASTER_NOTHING;
        }
    }

  return self;
}

/**
 * demo_raster_free:
 * @self: a raster
 *
 * Frees @self.
 */
void
demo_raster_free (DemoRaster *self)
{
  for (guint k = 0; k < self->n_samples; k++)
    {
      g_free (self->nearness[k]);
      g_free (self->faces[k]);
    }
  g_free (self);
}

static void
draw_sample (DemoRaster  *self,
             guint        sample,
             const Setup *setup)
{
  DemoPoint place = self->places[sample];
  int top = MAX (0, (int) ceilf (setup->low.y - place.y));
  int bottom = MIN (self->height - 1, (int) floorf (setup->high.y - place.y));

  for (int y = top; y <= bottom; y++)
    {
      float at_y = y + place.y;
      float left = setup->low.x, right = setup->high.x, nearness;
      float *row = self->nearness[sample] + (gsize) y * self->width;
      guint32 *faces = self->faces[sample] + (gsize) y * self->width;
      int first, last;

      for (guint i = 0; i < 3; i++)
        {
          const Side *side = &setup->sides[i];
          float rest = side->limit - at_y * side->along;

          if (side->inverse > 0.0f)
            left = MAX (left, rest * side->inverse);
          else if (side->inverse < 0.0f)
            right = MIN (right, rest * side->inverse);
          else if (rest > 0.0f)
            right = left - 2.0f;
        }

      first = (int) ceilf (MAX (left - place.x, 0.0f));
      last = (int) floorf (MIN (right - place.x, self->width - 1));
      nearness = setup->anchor.z +
                 (first + place.x - setup->anchor.x) * setup->slope_x +
                 (at_y - setup->anchor.y) * setup->slope_y;

      for (int x = first; x <= last; x++, nearness += setup->slope_x)
        {
          if (nearness > row[x])
            {
              row[x] = nearness;
              faces[x] = setup->face;
            }
        }
    }
}

/**
 * demo_raster_draw:
 * @self: a raster
 * @corners: a triangle, in either direction: x and y in pixels from the left upper corner, z the nearness, which has
 *   to be linear in x and y
 * @face: what to remember where it is the nearest
 *
 * Draws a triangle.
 */
void
demo_raster_draw (DemoRaster    *self,
                  const DemoVec  corners[3],
                  guint32        face)
{
  const DemoVec *a = &corners[0], *b = &corners[1], *c = &corners[2];
  float area = (b->x - a->x) * (c->y - a->y) - (b->y - a->y) * (c->x - a->x);
  Setup setup = { .face = face, .anchor = *a };

  if (fabsf (area) < 1e-9f)
    return;

  setup.slope_x = ((b->z - a->z) * (c->y - a->y) - (c->z - a->z) * (b->y - a->y)) / area;
  setup.slope_y = ((c->z - a->z) * (b->x - a->x) - (b->z - a->z) * (c->x - a->x)) / area;
  setup.low = demo_vec (MIN (MIN (a->x, b->x), c->x) - OVERLAP, MIN (MIN (a->y, b->y), c->y) - OVERLAP, 0.0f);
  setup.high = demo_vec (MAX (MAX (a->x, b->x), c->x) + OVERLAP, MAX (MAX (a->y, b->y), c->y) + OVERLAP, 0.0f);

  for (guint i = 0; i < 3; i++)
    {
      const DemoVec *from = &corners[i], *to = &corners[(i + 1) % 3];
      Side *side = &setup.sides[i];
      float sign = area > 0.0f ? 1.0f : -1.0f;

      side->across = -sign * (to->y - from->y);
      side->along = sign * (to->x - from->x);
      side->limit = side->across * from->x + side->along * from->y - OVERLAP * (fabsf (side->across) + fabsf (side->along));
      side->inverse = fabsf (side->across) > 1e-9f ? 1.0f / side->across : 0.0f;
    }

  for (guint sample = 0; sample < self->n_samples; sample++)
    draw_sample (self, sample, &setup);
}
