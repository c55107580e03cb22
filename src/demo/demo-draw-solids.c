/* demo-draw-solids.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-draw-mesh.h"

/**
 * demo_mesh_box:
 * @self: a mesh
 * @width: across
 * @depth: in depth
 * @height: upwards from the pencil
 * @radius: of its upright edges
 *
 * Adds a block with the pencil in the middle of its bottom, its upper edges a little broken.
 */
void
demo_mesh_box (DemoMesh *self,
               float     width,
               float     depth,
               float     height,
               float     radius)
{
  g_autoptr(DemoOutline) outline = demo_outline_new ();

  g_return_if_fail (self != NULL);

  demo_outline_add_rect (outline, 0.0f, 0.0f, width, depth, radius);
  demo_mesh_extrude (self, outline, 0.0f, height, MIN (0.6f, MIN (MIN (width, depth), height) / 6.0f));
}

/**
 * demo_mesh_cylinder:
 * @self: a mesh
 * @radius: its radius
 * @height: upwards from the pencil
 *
 * Adds a cylinder with the pencil in the middle of its bottom, its upper edge a little broken.
 */
void
demo_mesh_cylinder (DemoMesh *self,
                    float     radius,
                    float     height)
{
  g_autoptr(DemoOutline) outline = demo_outline_new ();

  g_return_if_fail (self != NULL);

  demo_outline_add_circle (outline, 0.0f, 0.0f, radius);
  demo_mesh_extrude (self, outline, 0.0f, height, MIN (0.6f, MIN (radius, height) / 5.0f));
}

/**
 * demo_mesh_ring:
 * @self: a mesh
 * @inner: its inner radius
 * @outer: its outer radius
 * @bottom: the lower end
 * @top: the upper end
 *
 * Adds a short pipe around the pencil, its upper edges a little broken.
 */
void
demo_mesh_ring (DemoMesh *self,
                float     inner,
                float     outer,
                float     bottom,
                float     top)
{
  g_autoptr(DemoOutline) outline = demo_outline_new ();

  g_return_if_fail (self != NULL);

  demo_outline_add_circle (outline, 0.0f, 0.0f, outer);
  demo_outline_add_circle (outline, 0.0f, 0.0f, inner);
  demo_mesh_extrude (self, outline, bottom, top, MIN (0.6f, (outer - inner) / 4.0f));
}

/**
 * demo_mesh_surface:
 * @self: a mesh
 * @func: (scope call): gives the points
 * @data: passed to @func
 * @n_across: how many cells across
 * @n_along: how many cells along
 * @faceted: whether every cell keeps its own flat look
 *
 * Adds a surface given by a function, as demo_mesh_patch() does.
 */
void
demo_mesh_surface (DemoMesh        *self,
                   DemoSurfaceFunc  func,
                   gconstpointer    data,
                   guint            n_across,
                   guint            n_along,
                   gboolean         faceted)
{
  g_autofree DemoVec *points = NULL;

  g_return_if_fail (func != NULL);

  points = g_new (DemoVec, (n_across + 1) * (n_along + 1));
  for (guint y = 0; y <= n_along; y++)
    {
      for (guint x = 0; x <= n_across; x++)
        points[y * (n_across + 1) + x] = func (x / (float) n_across, y / (float) n_along, data);
    }

  demo_mesh_patch (self, points, n_across, n_along, faceted);
}

/**
 * demo_mesh_lathe:
 * @self: a mesh
 * @profile: (array length=n_points): distance from the axis and height, from the lower outside up and, for a hollow
 *   one, down again inside
 * @n_points: how many
 * @n_sides: how many sides stand for the round; fewer than 12 are meant as such and stay flat
 *
 * Adds a solid of revolution around the pencil.
 */
void
demo_mesh_lathe (DemoMesh        *self,
                 const DemoPoint *profile,
                 guint            n_points,
                 guint            n_sides)
{
  g_autofree DemoVec *points = NULL;

  g_return_if_fail (profile != NULL);
  g_return_if_fail (n_points > 1);

  points = g_new (DemoVec, n_points * (n_sides + 1));
  for (guint y = 0; y < n_points; y++)
    {
      for (guint x = 0; x <= n_sides; x++)
        {
          float angle = (x % n_sides) * 2.0f * (float) G_PI / n_sides;

          points[y * (n_sides + 1) + x] = demo_vec (profile[y].x * cosf (angle), profile[y].x * sinf (angle), profile[y].y);
        }
    }

  demo_mesh_patch (self, points, n_sides, n_points - 1, n_sides < 12);
}

static DemoVec
sphere_point (float         across,
              float         along,
              gconstpointer data)
{
  const DemoVec *radii = data;
  float longitude = across * 2.0f * (float) G_PI;
  float latitude = (along - 0.5f) * (float) G_PI;
  float ring = cosf (latitude);

  return demo_vec (radii->x * ring * cosf (longitude),
                   radii->y * ring * sinf (longitude),
                   radii->z * sinf (latitude));
}

/**
 * demo_mesh_sphere:
 * @self: a mesh
 * @x_radius: across
 * @y_radius: in depth
 * @z_radius: in height
 *
 * Adds an ellipsoid around the pencil.
 */
void
demo_mesh_sphere (DemoMesh *self,
                  float     x_radius,
                  float     y_radius,
                  float     z_radius)
{
  const DemoVec radii = demo_vec (x_radius, y_radius, z_radius);
  float largest = MAX (MAX (x_radius, y_radius), z_radius);
  guint n_sides = CLAMP ((guint) (10.0f + 5.0f * sqrtf (largest)), 12, 40);

  demo_mesh_surface (self, sphere_point, &radii, n_sides, n_sides / 2, FALSE);
}

/**
 * demo_mesh_tube:
 * @self: a mesh
 * @path: (array length=n_points): where its middle goes
 * @n_points: how many, at least two
 * @radius: its radius
 *
 * Adds a bent rod with round ends.
 */
void
demo_mesh_tube (DemoMesh      *self,
                const DemoVec *path,
                guint          n_points,
                float          radius)
{
  const guint n_sides = 16;
  g_autofree DemoVec *points = NULL;
  DemoVec side = demo_vec (0.31f, 0.17f, 0.93f);

  g_return_if_fail (self != NULL);
  g_return_if_fail (path != NULL);
  g_return_if_fail (n_points > 1);

  points = g_new (DemoVec, n_points * (n_sides + 1));
  for (guint y = 0; y < n_points; y++)
    {
      DemoVec ahead = demo_vec_normalize (demo_vec_sub (path[MIN (y + 1, n_points - 1)], path[y > 0 ? y - 1 : 0]));
      DemoVec up;

      /* Carried along from ring to ring, so that the tube does not twist. */
      side = demo_vec_normalize (demo_vec_along (side, ahead, -demo_vec_dot (side, ahead)));
      up = demo_vec_cross (ahead, side);

      for (guint x = 0; x <= n_sides; x++)
        {
          float angle = (x % n_sides) * 2.0f * (float) G_PI / n_sides;
          DemoVec at = demo_vec_along (path[y], side, radius * cosf (angle));

          points[y * (n_sides + 1) + x] = demo_vec_along (at, up, radius * sinf (angle));
        }
    }
  demo_mesh_patch (self, points, n_sides, n_points - 1, FALSE);

  for (guint end = 0; end < 2; end++)
    {
      DemoVec at = path[end == 0 ? 0 : n_points - 1];

      demo_mesh_save (self);
      demo_mesh_translate (self, at.x, at.y, at.z);
      demo_mesh_sphere (self, radius, radius, radius);
      demo_mesh_restore (self);
    }
}
