/* demo-draw-camera.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-draw-camera.h"

/* How far away the camera stands, in sizes of what it looks at: far enough for upright edges to stay nearly parallel. */
#define DISTANCE 3.4f

/* Zooms and shifts until what was measured with neither fills the picture. */
static void
fit (DemoCamera *self,
     DemoVec     low,
     DemoVec     high,
     int         width,
     int         height,
     float       margin)
{
  float free_width = width * (1.0f - 2.0f * margin);
  float free_height = height * (1.0f - 2.0f * margin);

  self->zoom = MIN (free_width / MAX (high.x - low.x, 1e-6f), free_height / MAX (high.y - low.y, 1e-6f));
  self->middle_x = width / 2.0f - (low.x + high.x) / 2.0f * self->zoom;
  self->middle_y = height / 2.0f - (low.y + high.y) / 2.0f * self->zoom;
}

/**
 * demo_camera_look:
 * @self: a camera
 * @at: what to look at
 * @azimuth: degrees that the camera stands to the right of the front
 * @elevation: degrees that it stands above the plate, under 90
 * @width: of the picture, in pixels
 * @height: of the picture, in pixels
 * @margin: what stays free on every side, in parts of the picture
 *
 * Places the camera so that all of @at fills the picture.
 */
void
demo_camera_look (DemoCamera *self,
                  DemoMesh   *at,
                  float       azimuth,
                  float       elevation,
                  int         width,
                  int         height,
                  float       margin)
{
  float a = azimuth * (float) G_PI / 180.0f, e = elevation * (float) G_PI / 180.0f;
  DemoVec low, high, middle, size;
  const DemoTriangle *triangles;
  guint n_triangles;

  g_return_if_fail (self != NULL);
  g_return_if_fail (at != NULL);

  demo_mesh_get_bounds (at, &low, &high);
  middle = demo_vec_scale (demo_vec_add (low, high), 0.5f);
  size = demo_vec_sub (high, low);

  self->ahead = demo_vec (-sinf (a) * cosf (e), cosf (a) * cosf (e), -sinf (e));
  self->right = demo_vec (cosf (a), sinf (a), 0.0f);
  self->up = demo_vec_cross (self->right, self->ahead);
  self->eye = demo_vec_along (middle, self->ahead, -DISTANCE * MAX (sqrtf (demo_vec_dot (size, size)), 1.0f));
  self->zoom = 1.0f;
  self->middle_x = self->middle_y = 0.0f;

  triangles = demo_mesh_get_triangles (at, &n_triangles);
  for (guint i = 0; i < n_triangles * 3; i++)
    {
      DemoVec seen = demo_camera_project (self, triangles[i / 3].corners[i % 3]);

      if (i == 0)
        low = high = seen;
      low = demo_vec (MIN (low.x, seen.x), MIN (low.y, seen.y), 0.0f);
      high = demo_vec (MAX (high.x, seen.x), MAX (high.y, seen.y), 0.0f);
    }

  fit (self, low, high, width, height, margin);
}

/**
 * demo_camera_project:
 * @self: a camera
 * @point: a point in front of it
 *
 * Returns: where it is seen, in pixels, with its nearness as z
 */
DemoVec
demo_camera_project (const DemoCamera *self,
                     DemoVec           point)
{
  DemoVec offset = demo_vec_sub (point, self->eye);
  float nearness = 1.0f / demo_vec_dot (offset, self->ahead);

  return demo_vec (self->middle_x + self->zoom * demo_vec_dot (offset, self->right) * nearness,
                   self->middle_y - self->zoom * demo_vec_dot (offset, self->up) * nearness,
                   nearness);
}

/**
 * demo_camera_get_ray:
 * @self: a camera
 * @x: in pixels
 * @y: in pixels
 *
 * Returns: the direction from the eye through a point of the picture, of any length
 */
DemoVec
demo_camera_get_ray (const DemoCamera *self,
                     float             x,
                     float             y)
{
  DemoVec ray = demo_vec_along (self->ahead, self->right, (x - self->middle_x) / self->zoom);

  return demo_vec_along (ray, self->up, (self->middle_y - y) / self->zoom);
}
