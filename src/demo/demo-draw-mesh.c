/* demo-draw-mesh.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-draw-mesh.h"

/* Two faces that meet at less than this (as a cosine) are one bent face; beyond it there is an edge between them. */
#define SMOOTH_COSINE 0.78f

typedef struct
{
  DemoVec x, y, z, origin;
} Place;

struct _DemoMesh
{
  GArray *triangles; /* of DemoTriangle */
  GArray *saved;     /* of Place */
  Place   place;
  guint   filament;
};

static DemoVec
place_point (const Place *place,
             DemoVec      point)
{
  DemoVec at = demo_vec_along (place->origin, place->x, point.x);

  at = demo_vec_along (at, place->y, point.y);

  return demo_vec_along (at, place->z, point.z);
}

/* Corners and normals are in the world already. Flat where @normals is %NULL. */
static void
add_triangle (DemoMesh      *self,
              const DemoVec  corners[3],
              const DemoVec *normals)
{
  DemoVec normal = demo_vec_cross (demo_vec_sub (corners[1], corners[0]), demo_vec_sub (corners[2], corners[0]));
  DemoTriangle triangle;

  if (demo_vec_dot (normal, normal) < 1e-12f)
    return;

  triangle.facing = demo_vec_normalize (normal);
  triangle.filament = self->filament;
  for (guint i = 0; i < 3; i++)
    {
      triangle.corners[i] = corners[i];
      triangle.normals[i] = normals != NULL ? normals[i] : triangle.facing;
    }

  g_array_append_val (self->triangles, triangle);
}

static void
add_quad (DemoMesh      *self,
          const DemoVec  corners[4],
          const DemoVec *normals)
{
  static const guint halves[2][3] = { { 0, 1, 2 }, { 0, 2, 3 } };

  for (guint half = 0; half < 2; half++)
    {
      DemoVec half_corners[3], half_normals[3];

      for (guint i = 0; i < 3; i++)
        {
          half_corners[i] = corners[halves[half][i]];
          if (normals != NULL)
            half_normals[i] = normals[halves[half][i]];
        }

      add_triangle (self, half_corners, normals != NULL ? half_normals : NULL);
    }
}

/**
 * demo_mesh_new:
 *
 * Makes a mesh without triangles. The pencil stands at the origin with the first filament.
 *
 * Returns: (transfer full): the mesh
 */
DemoMesh *
demo_mesh_new (void)
{
  DemoMesh *self = g_new0 (DemoMesh, 1);

  self->triangles = g_array_new (FALSE, FALSE, sizeof (DemoTriangle));
  self->saved = g_array_new (FALSE, FALSE, sizeof (Place));
  self->place.x = demo_vec (1.0f, 0.0f, 0.0f);
  self->place.y = demo_vec (0.0f, 1.0f, 0.0f);
  self->place.z = demo_vec (0.0f, 0.0f, 1.0f);

  return self;
}

/**
 * demo_mesh_free:
 * @self: a mesh
 *
 * Frees @self.
 */
void
demo_mesh_free (DemoMesh *self)
{
  g_array_unref (self->triangles);
  g_array_unref (self->saved);
  g_free (self);
}

/**
 * demo_mesh_get_triangles:
 * @self: a mesh
 * @n_triangles: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_triangles): what has been added, until more is
 */
const DemoTriangle *
demo_mesh_get_triangles (DemoMesh *self,
                         guint    *n_triangles)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_triangles != NULL, NULL);

  *n_triangles = self->triangles->len;

  return (const DemoTriangle *) (gpointer) self->triangles->data;
}

/**
 * demo_mesh_get_bounds:
 * @self: a mesh
 * @low: (out): the left, front, lower corner of the box around it
 * @high: (out): the opposite corner
 *
 * Measures the mesh; one without triangles is a point at the origin.
 */
void
demo_mesh_get_bounds (DemoMesh *self,
                      DemoVec  *low,
                      DemoVec  *high)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (low != NULL && high != NULL);

  *low = *high = demo_vec (0.0f, 0.0f, 0.0f);

  for (guint i = 0; i < self->triangles->len; i++)
    {
      const DemoTriangle *triangle = &g_array_index (self->triangles, DemoTriangle, i);

      if (i == 0)
        *low = *high = triangle->corners[0];

      for (guint j = 0; j < 3; j++)
        {
          DemoVec corner = triangle->corners[j];

          *low = demo_vec (MIN (low->x, corner.x), MIN (low->y, corner.y), MIN (low->z, corner.z));
          *high = demo_vec (MAX (high->x, corner.x), MAX (high->y, corner.y), MAX (high->z, corner.z));
        }
    }
}

/**
 * demo_mesh_append:
 * @self: a mesh
 * @other: another
 *
 * Adds all of @other where the pencil of @self stands, in the filaments it has. The pencil may have been moved and
 * turned, not scaled.
 */
void
demo_mesh_append (DemoMesh *self,
                  DemoMesh *other)
{
  Place turn;

  g_return_if_fail (self != NULL);
  g_return_if_fail (other != NULL && other != self);

  turn = self->place;
  turn.origin = demo_vec (0.0f, 0.0f, 0.0f);

  for (guint i = 0; i < other->triangles->len; i++)
    {
      DemoTriangle triangle = g_array_index (other->triangles, DemoTriangle, i);

      for (guint j = 0; j < 3; j++)
        {
          triangle.corners[j] = place_point (&self->place, triangle.corners[j]);
          triangle.normals[j] = place_point (&turn, triangle.normals[j]);
        }
      triangle.facing = place_point (&turn, triangle.facing);

      g_array_append_val (self->triangles, triangle);
    }
}

/**
 * demo_mesh_set_filament:
 * @self: a mesh
 * @filament: which of the plate's filaments, from 0; more than it has start over
 *
 * What is added from now on is printed in this filament.
 */
void
demo_mesh_set_filament (DemoMesh *self,
                        guint     filament)
{
  g_return_if_fail (self != NULL);

  self->filament = filament;
}

/**
 * demo_mesh_save:
 * @self: a mesh
 *
 * Remembers where the pencil stands and how it is turned.
 */
void
demo_mesh_save (DemoMesh *self)
{
  g_return_if_fail (self != NULL);

  g_array_append_val (self->saved, self->place);
}

/**
 * demo_mesh_restore:
 * @self: a mesh
 *
 * Puts the pencil back to where it was at the matching demo_mesh_save().
 */
void
demo_mesh_restore (DemoMesh *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->saved->len > 0);

  self->place = g_array_index (self->saved, Place, self->saved->len - 1);
  g_array_set_size (self->saved, self->saved->len - 1);
}

/**
 * demo_mesh_translate:
 * @self: a mesh
 * @x: to the right
 * @y: to the back
 * @z: up
 *
 * Moves the pencil.
 */
void
demo_mesh_translate (DemoMesh *self,
                     float     x,
                     float     y,
                     float     z)
{
  g_return_if_fail (self != NULL);

  self->place.origin = place_point (&self->place, demo_vec (x, y, z));
}

/**
 * demo_mesh_scale:
 * @self: a mesh
 * @x: across
 * @y: in depth
 * @z: in height
 *
 * Makes what is added from now on larger or smaller.
 */
void
demo_mesh_scale (DemoMesh *self,
                 float     x,
                 float     y,
                 float     z)
{
  g_return_if_fail (self != NULL);

  self->place.x = demo_vec_scale (self->place.x, x);
  self->place.y = demo_vec_scale (self->place.y, y);
  self->place.z = demo_vec_scale (self->place.z, z);
}

/* Turns the first axis towards the second. */
static void
turn (DemoVec *first,
      DemoVec *second,
      float    degrees)
{
  float angle = degrees * (float) G_PI / 180.0f;
  DemoVec a = *first, b = *second;

  *first = demo_vec_along (demo_vec_scale (a, cosf (angle)), b, sinf (angle));
  *second = demo_vec_along (demo_vec_scale (b, cosf (angle)), a, -sinf (angle));
}

/**
 * demo_mesh_rotate_x:
 * @self: a mesh
 * @degrees: how far
 *
 * Turns the pencil about its x axis, from y to z.
 */
void
demo_mesh_rotate_x (DemoMesh *self,
                    float     degrees)
{
  g_return_if_fail (self != NULL);

  turn (&self->place.y, &self->place.z, degrees);
}

/**
 * demo_mesh_rotate_y:
 * @self: a mesh
 * @degrees: how far
 *
 * Turns the pencil about its y axis, from z to x.
 */
void
demo_mesh_rotate_y (DemoMesh *self,
                    float     degrees)
{
  g_return_if_fail (self != NULL);

  turn (&self->place.z, &self->place.x, degrees);
}

/**
 * demo_mesh_rotate_z:
 * @self: a mesh
 * @degrees: how far
 *
 * Turns the pencil about its z axis, from x to y.
 */
void
demo_mesh_rotate_z (DemoMesh *self,
                    float     degrees)
{
  g_return_if_fail (self != NULL);

  turn (&self->place.x, &self->place.y, degrees);
}

static DemoPoint
outward (const DemoPoint *from,
         const DemoPoint *to)
{
  DemoVec normal = demo_vec_normalize (demo_vec (to->y - from->y, from->x - to->x, 0.0f));

  return (DemoPoint) { normal.x, normal.y };
}

/* The direction of a wall at a corner: its own, or halfway to its neighbour's where the two are one bent wall. */
static DemoVec
corner_normal (DemoPoint own,
               DemoPoint neighbour,
               float     slope)
{
  if (own.x * neighbour.x + own.y * neighbour.y < SMOOTH_COSINE)
    neighbour = own;

  return demo_vec_normalize (demo_vec (own.x + neighbour.x, own.y + neighbour.y, 2.0f * slope));
}

/* The wall between a contour at @bottom and its counterpart at @top. */
static void
add_wall (DemoMesh        *self,
          const DemoPoint *low,
          const DemoPoint *high,
          guint            n_points,
          float            bottom,
          float            top,
          float            slope)
{
  Place turned = self->place;

  turned.origin = demo_vec (0.0f, 0.0f, 0.0f);

  for (guint i = 0; i < n_points; i++)
    {
      guint next = (i + 1) % n_points;
      DemoPoint before = outward (&low[(i + n_points - 1) % n_points], &low[i]);
      DemoPoint own = outward (&low[i], &low[next]);
      DemoPoint after = outward (&low[next], &low[(i + 2) % n_points]);
      DemoVec start = demo_vec_normalize (place_point (&turned, corner_normal (own, before, slope)));
      DemoVec end = demo_vec_normalize (place_point (&turned, corner_normal (own, after, slope)));
      DemoVec normals[4] = { start, end, end, start };
      DemoVec corners[4] = {
        place_point (&self->place, demo_vec (low[i].x, low[i].y, bottom)),
        place_point (&self->place, demo_vec (low[next].x, low[next].y, bottom)),
        place_point (&self->place, demo_vec (high[next].x, high[next].y, top)),
        place_point (&self->place, demo_vec (high[i].x, high[i].y, top)),
      };

      add_quad (self, corners, normals);
    }
}

static void
add_cap (DemoMesh    *self,
         DemoOutline *outline,
         float        level,
         gboolean     upwards)
{
  g_autoptr(GArray) pieces = demo_outline_cut (outline);

  for (guint i = 0; i < pieces->len; i++)
    {
      const DemoTrapezoid *piece = &g_array_index (pieces, DemoTrapezoid, i);
      DemoVec a = place_point (&self->place, demo_vec (piece->x0, piece->y0, level));
      DemoVec b = place_point (&self->place, demo_vec (piece->x1, piece->y0, level));
      DemoVec c = place_point (&self->place, demo_vec (piece->x3, piece->y1, level));
      DemoVec d = place_point (&self->place, demo_vec (piece->x2, piece->y1, level));
      const DemoVec up[4] = { a, b, c, d }, down[4] = { a, d, c, b };

      add_quad (self, upwards ? up : down, NULL);
    }
}

/**
 * demo_mesh_extrude:
 * @self: a mesh
 * @outline: a flat shape
 * @bottom: the lower end
 * @top: the upper end
 * @chamfer: how much of the upper edges is cut off, 0 for sharp ones
 *
 * Adds the shape drawn out to a solid.
 */
void
demo_mesh_extrude (DemoMesh    *self,
                   DemoOutline *outline,
                   float        bottom,
                   float        top,
                   float        chamfer)
{
  g_autoptr(DemoOutline) upper = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (outline != NULL);

  upper = demo_outline_inset (outline, chamfer);

  for (guint i = 0; i < demo_outline_get_n_contours (outline); i++)
    {
      guint n_points;
      const DemoPoint *low = demo_outline_get_contour (outline, i, &n_points);
      const DemoPoint *high = demo_outline_get_contour (upper, i, &n_points);

      add_wall (self, low, low, n_points, bottom, top - chamfer, 0.0f);
      if (chamfer > 0.0f)
        add_wall (self, low, high, n_points, top - chamfer, top, 1.0f);
    }

  add_cap (self, upper, top, TRUE);
  add_cap (self, outline, bottom, FALSE);
}

/* The normal of a patch's point as its cell sees it: the mean of the adjoining cells that bend softly into this one. */
static DemoVec
patch_normal (const DemoVec *cell_normals,
              int            n_across,
              int            n_along,
              gboolean       closed,
              int            cell_x,
              int            cell_y,
              int            corner_x,
              int            corner_y)
{
  DemoVec own = cell_normals[cell_y * n_across + cell_x];
  DemoVec sum = demo_vec (0.0f, 0.0f, 0.0f);

  for (int y = corner_y - 1; y <= corner_y; y++)
    {
      for (int x = corner_x - 1; x <= corner_x; x++)
        {
          int column = closed ? (x + n_across) % n_across : x;
          DemoVec other;

          if (y < 0 || y >= n_along || column < 0 || column >= n_across)
            continue;

          other = cell_normals[y * n_across + column];
          if (demo_vec_dot (own, other) > SMOOTH_COSINE)
            sum = demo_vec_add (sum, other);
        }
    }

  return demo_vec_dot (sum, sum) > 0.0f ? demo_vec_normalize (sum) : own;
}

/* A cell may have shrunk to a triangle, at a pole. */
static DemoVec
cell_normal (const DemoVec corners[4])
{
  return demo_vec_normalize (demo_vec_cross (demo_vec_sub (corners[2], corners[0]), demo_vec_sub (corners[3], corners[1])));
}

/**
 * demo_mesh_patch:
 * @self: a mesh
 * @points: (array): (@n_across + 1) × (@n_along + 1) points, row by row; moved to where the pencil stands
 * @n_across: how many cells a row has
 * @n_along: how many rows of cells there are
 * @faceted: whether every cell keeps its own flat look
 *
 * Adds a surface. A row whose last point is its first closes to a ring. Seen from outside, rows go counterclockwise
 * and up.
 */
void
demo_mesh_patch (DemoMesh *self,
                 DemoVec  *points,
                 guint     n_across,
                 guint     n_along,
                 gboolean  faceted)
{
  g_autofree DemoVec *normals = NULL;
  DemoVec seam;
  gboolean closed;

  g_return_if_fail (self != NULL);
  g_return_if_fail (points != NULL);
  g_return_if_fail (n_across > 0 && n_along > 0);

  for (guint i = 0; i < (n_across + 1) * (n_along + 1); i++)
    points[i] = place_point (&self->place, points[i]);

  seam = demo_vec_sub (points[(n_along / 2) * (n_across + 1)], points[(n_along / 2) * (n_across + 1) + n_across]);
  closed = demo_vec_dot (seam, seam) < 1e-4f;

  normals = g_new (DemoVec, n_across * n_along);
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint y = 0; y < n_along; y++)
        {
          for (guint x = 0; x < n_across; x++)
            {
              const DemoVec *row = &points[y * (n_across + 1) + x];
              const DemoVec *above = row + n_across + 1;
              const DemoVec corners[4] = { row[0], row[1], above[1], above[0] };
              DemoVec around[4];

              if (pass == 0)
                {
                  normals[y * n_across + x] = cell_normal (corners);
                  continue;
                }

              for (guint i = 0; i < 4 && !faceted; i++)
                around[i] = patch_normal (normals,
                                          n_across,
                                          n_along,
                                          closed,
                                          x,
                                          y,
                                          x + (i == 1 || i == 2),
                                          y + i / 2);
              add_quad (self, corners, faceted ? NULL : around);
            }
        }
    }
}
