/* demo-draw-outline.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-draw-outline.h"

struct _DemoOutline
{
  GPtrArray *contours; /* of GArray of DemoPoint */
  gboolean   oriented;
};

typedef struct
{
  DemoPoint low, high;
} Edge;

typedef struct
{
  float x0, x1;
} Crossing;

/* How close two levels may be to be taken for one. */
#define SAME_LEVEL 1e-3f

static float
contour_area (GArray *contour)
{
  const DemoPoint *points = (const DemoPoint *) (gpointer) contour->data;
  float area = 0.0f;

  for (guint i = 0; i < contour->len; i++)
    {
      const DemoPoint *next = &points[(i + 1) % contour->len];

      area += points[i].x * next->y - next->x * points[i].y;
    }

  return area / 2.0f;
}

static gboolean
contour_contains (GArray    *contour,
                  DemoPoint  point)
{
  const DemoPoint *points = (const DemoPoint *) (gpointer) contour->data;
  gboolean inside = FALSE;

  for (guint i = 0, last = contour->len - 1; i < contour->len; last = i++)
    {
      const DemoPoint *a = &points[i], *b = &points[last];

      if ((a->y > point.y) != (b->y > point.y) &&
          point.x < (b->x - a->x) * (point.y - a->y) / (b->y - a->y) + a->x)
        inside = !inside;
    }

  return inside;
}

static void
contour_reverse (GArray *contour)
{
  DemoPoint *points = (DemoPoint *) (gpointer) contour->data;

  for (guint i = 0; i < contour->len / 2; i++)
    {
      DemoPoint swap = points[i];

      points[i] = points[contour->len - 1 - i];
      points[contour->len - 1 - i] = swap;
    }
}

/* Turns every contour so that the solid lies on its left. */
static void
demo_outline_orient (DemoOutline *self)
{
  if (self->oriented)
    return;

  for (guint i = 0; i < self->contours->len; i++)
    {
      GArray *contour = g_ptr_array_index (self->contours, i);
      gboolean hole = FALSE;

      for (guint j = 0; j < self->contours->len; j++)
        {
          if (j != i && contour_contains (g_ptr_array_index (self->contours, j), g_array_index (contour, DemoPoint, 0)))
            hole = !hole;
        }

      if ((contour_area (contour) < 0.0f) != hole)
        contour_reverse (contour);
    }

  self->oriented = TRUE;
}

/**
 * demo_outline_new:
 *
 * Makes a flat shape with nothing in it yet.
 *
 * Returns: (transfer full): the shape
 */
DemoOutline *
demo_outline_new (void)
{
  DemoOutline *self = g_new0 (DemoOutline, 1);

  self->contours = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  return self;
}

/**
 * demo_outline_free:
 * @self: a shape
 *
 * Frees @self.
 */
void
demo_outline_free (DemoOutline *self)
{
  g_ptr_array_unref (self->contours);
  g_free (self);
}

/**
 * demo_outline_add_polygon:
 * @self: a shape
 * @points: (array length=n_points): the corners, in either direction, the last not a repetition of the first
 * @n_points: how many, at least three for the contour to count
 *
 * Adds a contour. One inside another is a hole.
 */
void
demo_outline_add_polygon (DemoOutline     *self,
                          const DemoPoint *points,
                          guint            n_points)
{
  GArray *contour;

  g_return_if_fail (self != NULL);
  g_return_if_fail (points != NULL);

  if (n_points < 3)
    return;

  contour = g_array_sized_new (FALSE, FALSE, sizeof (DemoPoint), n_points);
  g_array_append_vals (contour, points, n_points);
  g_ptr_array_add (self->contours, contour);
  self->oriented = FALSE;
}

static DemoPoint
edge_outward (const DemoPoint *from,
              const DemoPoint *to)
{
  float dx = to->x - from->x, dy = to->y - from->y;
  float length = sqrtf (dx * dx + dy * dy);

  return length > 1e-9f ? (DemoPoint) { dy / length, -dx / length } : (DemoPoint) { 0.0f, 0.0f };
}

/**
 * demo_outline_inset:
 * @self: a shape
 * @by: how far its edges move into the solid, less than half of its thinnest place
 *
 * Makes a shape with as many contours and points as @self, thinner all around.
 *
 * Returns: (transfer full): the shape
 */
DemoOutline *
demo_outline_inset (DemoOutline *self,
                    float        by)
{
  DemoOutline *inset = demo_outline_new ();

  g_return_val_if_fail (self != NULL, inset);

  demo_outline_orient (self);

  for (guint i = 0; i < self->contours->len; i++)
    {
      GArray *contour = g_ptr_array_index (self->contours, i);
      const DemoPoint *points = (const DemoPoint *) (gpointer) contour->data;
      GArray *moved = g_array_sized_new (FALSE, FALSE, sizeof (DemoPoint), contour->len);

      for (guint j = 0; j < contour->len; j++)
        {
          const DemoPoint *here = &points[j];
          DemoPoint before = edge_outward (&points[(j + contour->len - 1) % contour->len], here);
          DemoPoint after = edge_outward (here, &points[(j + 1) % contour->len]);
          float spread = MAX (1.0f + before.x * after.x + before.y * after.y, 0.35f);
          DemoPoint point = { here->x - by * (before.x + after.x) / spread, here->y - by * (before.y + after.y) / spread };

          g_array_append_val (moved, point);
        }

      g_ptr_array_add (inset->contours, moved);
    }

  inset->oriented = TRUE;

  return inset;
}

/**
 * demo_outline_hollow:
 * @self: a shape
 * @wall: how thick a wall is left
 *
 * Makes the shape of a wall along the edges of @self.
 *
 * Returns: (transfer full): the shape
 */
DemoOutline *
demo_outline_hollow (DemoOutline *self,
                     float        wall)
{
  DemoOutline *hollow = demo_outline_new ();
  g_autoptr(DemoOutline) inner = demo_outline_inset (self, wall);
  DemoOutline *both[] = { self, inner };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      for (guint j = 0; j < both[i]->contours->len; j++)
        {
          GArray *contour = g_ptr_array_index (both[i]->contours, j);

          demo_outline_add_polygon (hollow, (const DemoPoint *) (gpointer) contour->data, contour->len);
        }
    }

  return hollow;
}

/**
 * demo_outline_get_n_contours:
 * @self: a shape
 *
 * Returns: how many contours it has
 */
guint
demo_outline_get_n_contours (DemoOutline *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->contours->len;
}

/**
 * demo_outline_get_contour:
 * @self: a shape
 * @index: which
 * @n_points: (out): how many points it has
 *
 * Gets a contour, going round so that the solid lies on its left.
 *
 * Returns: (transfer none) (array length=n_points): its points
 */
const DemoPoint *
demo_outline_get_contour (DemoOutline *self,
                          guint        index,
                          guint       *n_points)
{
  GArray *contour;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->contours->len, NULL);
  g_return_val_if_fail (n_points != NULL, NULL);

  demo_outline_orient (self);

  contour = g_ptr_array_index (self->contours, index);
  *n_points = contour->len;

  return (const DemoPoint *) (gpointer) contour->data;
}

static int
compare_floats (gconstpointer a,
                gconstpointer b)
{
  float x = *(const float *) a, y = *(const float *) b;

  return (x > y) - (x < y);
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  return compare_floats (&((const Edge *) a)->low.y, &((const Edge *) b)->low.y);
}

static int
compare_crossings (gconstpointer a,
                   gconstpointer b)
{
  const Crossing *x = a, *y = b;
  float left = x->x0 + x->x1, right = y->x0 + y->x1;

  return (left > right) - (left < right);
}

/* Every edge that is not level, from the lowest start up, and every level at which one starts or ends. */
static void
collect_edges (DemoOutline *self,
               GArray      *edges,
               GArray      *levels)
{
  for (guint i = 0; i < self->contours->len; i++)
    {
      GArray *contour = g_ptr_array_index (self->contours, i);

      for (guint j = 0; j < contour->len; j++)
        {
          DemoPoint a = g_array_index (contour, DemoPoint, j);
          DemoPoint b = g_array_index (contour, DemoPoint, (j + 1) % contour->len);
          Edge edge = a.y < b.y ? (Edge) { a, b } : (Edge) { b, a };

          g_array_append_val (levels, a.y);
          if (edge.high.y - edge.low.y > 0.0f)
            g_array_append_val (edges, edge);
        }
    }

  g_array_sort (edges, compare_edges);
  g_array_sort (levels, compare_floats);
}

static float
edge_x_at (const Edge *edge,
           float       y)
{
  float at = (y - edge->low.y) / (edge->high.y - edge->low.y);

  return demo_mix (edge->low.x, edge->high.x, CLAMP (at, 0.0f, 1.0f));
}

static void
cut_slab (GArray *edges,
          float   y0,
          float   y1,
          GArray *crossings,
          GArray *trapezoids)
{
  float middle = (y0 + y1) / 2.0f;

  g_array_set_size (crossings, 0);
  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);

      if (edge->low.y > middle)
        break;
      if (edge->high.y > middle)
        {
          Crossing crossing = { edge_x_at (edge, y0), edge_x_at (edge, y1) };

          g_array_append_val (crossings, crossing);
        }
    }
  g_array_sort (crossings, compare_crossings);

  for (guint i = 0; i + 1 < crossings->len; i += 2)
    {
      const Crossing *left = &g_array_index (crossings, Crossing, i);
      const Crossing *right = left + 1;
      DemoTrapezoid trapezoid = { y0, y1, left->x0, right->x0, left->x1, right->x1 };

      g_array_append_val (trapezoids, trapezoid);
    }
}

/**
 * demo_outline_cut:
 * @self: a shape
 *
 * Cuts the solid into pieces that are easy to draw.
 *
 * Returns: (transfer full) (element-type DemoTrapezoid): the pieces
 */
GArray *
demo_outline_cut (DemoOutline *self)
{
  GArray *trapezoids = g_array_new (FALSE, FALSE, sizeof (DemoTrapezoid));
  g_autoptr(GArray) crossings = g_array_new (FALSE, FALSE, sizeof (Crossing));
  g_autoptr(GArray) edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  g_autoptr(GArray) levels = g_array_new (FALSE, FALSE, sizeof (float));
  float last;

  g_return_val_if_fail (self != NULL, trapezoids);

  collect_edges (self, edges, levels);
  if (levels->len == 0)
    return trapezoids;

  last = g_array_index (levels, float, 0);
  for (guint i = 1; i < levels->len; i++)
    {
      float level = g_array_index (levels, float, i);

      if (level - last > SAME_LEVEL)
        {
          cut_slab (edges, last, level, crossings, trapezoids);
          last = level;
        }
    }

  return trapezoids;
}
