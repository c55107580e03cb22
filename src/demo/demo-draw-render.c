/* demo-draw-render.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-draw-render.h"

#include "demo-draw-camera.h"
#include "demo-draw-light.h"
#include "demo-draw-raster.h"

/* Samples of a pixel, none on a line with another, so that edges of every direction are smooth. */
#define N_SAMPLES 4
static const DemoPoint sample_places[N_SAMPLES] = {
  { 0.375f, 0.125f }, { 0.875f, 0.375f }, { 0.125f, 0.625f }, { 0.625f, 0.875f },
};

/* Steps of the table from light to what is stored. */
#define N_TONES 2048

/* Light is a DemoVec of red, green and blue, linear, 1 as bright as the picture gets. */
typedef struct
{
  const DemoView     *view;
  DemoCamera          camera;
  const DemoTriangle *triangles;
  guint               n_triangles;
  DemoRaster         *raster;
  DemoLight          *light;
  DemoVec             low, high;
  DemoVec            *colors;
  DemoVec             plate;
  DemoVec             wall;
  float               layer; /* the height of the layers that are drawn */
  guint8              tones[N_TONES + 1];
} Render;

static DemoVec
light_of_color (guint32 rgba)
{
  float light[3];

  for (guint i = 0; i < 3; i++)
    {
      float value = ((rgba >> (24 - 8 * i)) & 0xff) / 255.0f;

      light[i] = value <= 0.04045f ? value / 12.92f : powf ((value + 0.055f) / 1.055f, 2.4f);
    }

  return demo_vec (light[0], light[1], light[2]);
}

/* No plastic is as black as 0 or as white as 1: shading would not be seen on it. */
static DemoVec
plastic_of_color (guint32 rgba)
{
  DemoVec light = light_of_color (rgba);

  return demo_vec (0.018f + 0.84f * light.x, 0.018f + 0.84f * light.y, 0.018f + 0.84f * light.z);
}

static void
fill_tones (Render *self)
{
  for (guint i = 0; i <= N_TONES; i++)
    {
      float value = i / (float) N_TONES;

      value = value <= 0.0031308f ? value * 12.92f : 1.055f * powf (value, 1.0f / 2.4f) - 0.055f;
      self->tones[i] = (guint8) (value * 255.0f + 0.5f);
    }
}

static void
rasterize (Render *self)
{
  self->raster = demo_raster_new (self->view->width, self->view->height, sample_places, N_SAMPLES, 0.0f);

  for (guint i = 0; i < self->n_triangles; i++)
    {
      DemoVec seen[3];

      for (guint j = 0; j < 3; j++)
        seen[j] = demo_camera_project (&self->camera, self->triangles[i].corners[j]);

      demo_raster_draw (self->raster, seen, i);
    }
}

/* The normal at a point of a triangle, between those of its corners. */
static DemoVec
normal_at (const DemoTriangle *triangle,
           DemoVec             point)
{
  DemoVec ab = demo_vec_sub (triangle->corners[1], triangle->corners[0]);
  DemoVec ac = demo_vec_sub (triangle->corners[2], triangle->corners[0]);
  DemoVec ap = demo_vec_sub (point, triangle->corners[0]);
  float bb = demo_vec_dot (ab, ab), bc = demo_vec_dot (ab, ac), cc = demo_vec_dot (ac, ac);
  float pb = demo_vec_dot (ap, ab), pc = demo_vec_dot (ap, ac);
  float all = bb * cc - bc * bc;
  float b, c;
  DemoVec normal;

  if (all < 1e-12f)
    return triangle->facing;

  b = CLAMP ((cc * pb - bc * pc) / all, 0.0f, 1.0f);
  c = CLAMP ((bb * pc - bc * pb) / all, 0.0f, 1.0f - b);
  normal = demo_vec_scale (triangle->normals[0], 1.0f - b - c);
  normal = demo_vec_along (normal, triangle->normals[1], b);

  return demo_vec_normalize (demo_vec_along (normal, triangle->normals[2], c));
}

/* A line of @width every @step, as seen through a pixel of size @pixel. */
static float
line_at (float at,
         float step,
         float width,
         float pixel)
{
  float away = fabsf (at - step * (float) (int) (at / step + copysignf (0.5f, at)));

  return 1.0f - demo_smooth_step (width - pixel, width + pixel, away);
}

/* The plate is dark and matt, with a line every centimetre. */
static DemoVec
plate_color (const Render *self,
             DemoVec       point,
             DemoVec       normal,
             float         pixel)
{
  float fine = MAX (line_at (point.x, 10.0f, 0.16f, pixel), line_at (point.y, 10.0f, 0.16f, pixel));
  float coarse = MAX (line_at (point.x, 50.0f, 0.3f, pixel), line_at (point.y, 50.0f, 0.3f, pixel));
  float bright = normal.z < 0.9f ? 1.6f : 1.0f + 0.35f * fine + 0.5f * coarse;

  return demo_vec_scale (self->plate, bright);
}

/* Tilts the normal with the layers, which are seen on walls. */
static DemoVec
grain (const Render *self,
       DemoVec       point,
       DemoVec       normal)
{
  float wall = 1.0f - demo_smooth_step (0.6f, 0.9f, fabsf (normal.z));

  if (wall > 0.0f)
    {
      normal.z += 0.075f * wall * sinf (point.z * 2.0f * (float) G_PI / self->layer);
      normal = demo_vec_normalize (normal);
    }

  return normal;
}

static DemoVec
shade (const Render *self,
       guint         face,
       float         x,
       float         y)
{
  const DemoTriangle *triangle = &self->triangles[face];
  DemoVec ray = demo_camera_get_ray (&self->camera, x, y);
  DemoVec to_plane = demo_vec_sub (triangle->corners[0], self->camera.eye);
  float slope = demo_vec_dot (ray, triangle->facing);
  float distance = demo_vec_dot (to_plane, triangle->facing) / (fabsf (slope) > 1e-6f ? slope : 1e-6f);
  DemoVec point = demo_vec_along (self->camera.eye, ray, distance);
  DemoVec normal = normal_at (triangle, point);
  DemoVec lamp = demo_light_get_direction (self->light);
  DemoVec view = demo_vec_scale (demo_vec_normalize (ray), -1.0f);
  gboolean plate = triangle->filament == DEMO_FILAMENT_PLATE;
  float shine = plate ? 0.03f : 0.16f;
  DemoVec color, halfway, light;
  float facing, seen, sky, up, rim, gloss;

  /* Both sides of a thin wall are plastic. */
  if (slope > 0.0f)
    normal = demo_vec_scale (normal, -1.0f);

  sky = demo_light_get_sky (self->light, point, normal);
  seen = demo_vec_dot (normal, lamp) > 0.0f ? demo_light_get_lamp (self->light, point, normal) : 0.0f;

  if (plate)
    color = plate_color (self, point, normal, distance / self->camera.zoom * 0.7f);
  else
    {
      color = self->colors[triangle->filament % self->view->n_colors];
      normal = grain (self, point, normal);
    }

  facing = MAX (demo_vec_dot (normal, lamp), 0.0f) * seen;
  up = 0.5f + 0.5f * normal.z;
  rim = 1.0f - MAX (demo_vec_dot (normal, view), 0.0f);
  rim = rim * rim * rim;
  halfway = demo_vec_normalize (demo_vec_add (view, lamp));
  gloss = MAX (demo_vec_dot (normal, halfway), 0.0f);
  gloss *= gloss;
  gloss *= gloss;
  gloss = gloss * gloss * gloss * gloss * gloss * gloss * shine * seen + rim * (plate ? 0.01f : 0.07f) * sky;

  /* A warm lamp, a cool sky, and what the ground throws back. */
  light = demo_vec (0.80f * facing, 0.78f * facing, 0.74f * facing);
  light = demo_vec_along (light, demo_vec (0.40f, 0.42f, 0.46f), sky * up);
  light = demo_vec_along (light, demo_vec (0.17f, 0.16f, 0.15f), (1.0f - up) * (0.4f + 0.6f * sky));
  light = demo_vec_along (light,
                          demo_vec (0.16f, 0.16f, 0.17f),
                          MAX (demo_vec_dot (normal, self->camera.right), 0.0f));

  return demo_vec (color.x * light.x + gloss, color.y * light.y + gloss, color.z * light.z + gloss);
}

/* How dark the ground is where a ray meets it: 0 in full light. With nothing behind the picture there is no ground
 * that a long shadow could fall on, only the darkness under things. */
static float
ground_shadow (const Render *self,
               float         x,
               float         y)
{
  DemoVec ray = demo_camera_get_ray (&self->camera, x, y);
  DemoVec point;
  float contact, lit;

  if (ray.z > -1e-4f)
    return 0.0f;

  point = demo_vec_along (self->camera.eye, ray, (self->view->ground - self->camera.eye.z) / ray.z);
  contact = 0.6f * demo_light_get_crowding (self->light, point.x, point.y);
  if (self->view->wall == 0)
    return contact;

  lit = demo_light_get_lamp (self->light, point, demo_vec (0.0f, 0.0f, 1.0f));

  return 1.0f - (1.0f - contact) * (0.72f + 0.28f * lit);
}

/* The wall: brightest behind what stands in front of it. */
static DemoVec
wall_at (const Render *self,
         float         x,
         float         y)
{
  float dx = x / self->view->width - 0.5f, dy = y / self->view->height - 0.42f;
  float dim = 1.06f - 0.62f * (dx * dx + dy * dy);

  return demo_vec_scale (self->wall, dim);
}

static guint
tone (const Render *self,
      float         light)
{
  return self->tones[(guint) (CLAMP (light, 0.0f, 1.0f) * N_TONES)];
}

/* Light over 0.8 bends towards 1 and never reaches it, so that highlights keep their colour. */
static float
soften (float light)
{
  return light < 0.8f ? light : 1.0f - 0.2f * expf ((0.8f - light) / 0.2f);
}

static guint32
pack_pixel (const Render *self,
            DemoVec       light,
            float         covered,
            float         alpha)
{
  guint red = 0, green = 0, blue = 0;

  if (covered > 0.0f)
    {
      red = tone (self, soften (light.x / covered)) * covered + 0.5f;
      green = tone (self, soften (light.y / covered)) * covered + 0.5f;
      blue = tone (self, soften (light.z / covered)) * covered + 0.5f;
    }

  return ((guint32) (alpha * 255.0f + 0.5f) << 24) | red << 16 | green << 8 | blue;
}

static guint32
resolve_pixel (const Render *self,
               int           x,
               int           y)
{
  guint faces[N_SAMPLES];
  guint index = y * self->view->width + x;
  DemoVec light = demo_vec (0.0f, 0.0f, 0.0f);
  guint n_covered = 0;
  float covered, shadow;

  for (guint k = 0; k < N_SAMPLES; k++)
    faces[k] = self->raster->faces[k][index];

  /* Samples of one face are shaded once, in their middle. */
  for (guint k = 0; k < N_SAMPLES; k++)
    {
      guint face = faces[k], n_same = 0;
      float sum_x = 0.0f, sum_y = 0.0f;

      if (face == DEMO_RASTER_NOTHING)
        continue;

      for (guint l = k; l < N_SAMPLES; l++)
        {
          if (faces[l] != face)
            continue;

          sum_x += sample_places[l].x;
          sum_y += sample_places[l].y;
          faces[l] = DEMO_RASTER_NOTHING;
          n_same++;
        }

      light = demo_vec_along (light,
                              shade (self, face, x + sum_x / n_same, y + sum_y / n_same),
                              n_same / (float) N_SAMPLES);
      n_covered += n_same;
    }

  covered = n_covered / (float) N_SAMPLES;
  if (n_covered == N_SAMPLES)
    return pack_pixel (self, light, 1.0f, 1.0f);

  shadow = ground_shadow (self, x + 0.5f, y + 0.5f);
  if (self->view->wall == 0)
    return pack_pixel (self, light, covered, covered + (1.0f - covered) * shadow);

  light = demo_vec_along (light, wall_at (self, x, y), (1.0f - covered) * (1.0f - shadow));

  return pack_pixel (self, light, 1.0f, 1.0f);
}

static void
render_init (Render         *self,
             DemoMesh       *mesh,
             const DemoView *view)
{
  float pixel;

  self->view = view;
  self->triangles = demo_mesh_get_triangles (mesh, &self->n_triangles);
  demo_mesh_get_bounds (mesh, &self->low, &self->high);
  demo_camera_look (&self->camera, mesh, view->azimuth, view->elevation, view->width, view->height, view->margin);
  self->light = demo_light_new (mesh, view->azimuth, view->ground);

  self->colors = g_new (DemoVec, view->n_colors);
  for (guint i = 0; i < view->n_colors; i++)
    self->colors[i] = plastic_of_color (view->rgba[i]);
  self->plate = light_of_color (view->plate);
  self->wall = light_of_color (view->wall);
  fill_tones (self);

  /* Real layers would be finer than a pixel: draw what can just be made out. */
  pixel = demo_vec_dot (demo_vec_sub (self->low, self->camera.eye), self->camera.ahead) / self->camera.zoom;
  self->layer = MAX (0.6f, 3.6f * pixel);
}

static void
render_clear (Render *self)
{
  demo_raster_free (self->raster);
  demo_light_free (self->light);
  g_free (self->colors);
}

/**
 * demo_render:
 * @mesh: what to draw
 * @view: from where, in which colours and how large
 *
 * Draws a mesh as a slicer does for its thumbnails: lit from the upper left, with soft shadows. May be called from
 * any thread.
 *
 * Returns: (transfer full): a picture with alpha
 */
cairo_surface_t *
demo_render (DemoMesh       *mesh,
             const DemoView *view)
{
  cairo_surface_t *surface;
  Render render = { 0 };
  guint8 *data;
  int stride;

  g_return_val_if_fail (mesh != NULL, NULL);
  g_return_val_if_fail (view != NULL && view->n_colors > 0, NULL);

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, view->width, view->height);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);

  render_init (&render, mesh, view);
  rasterize (&render);
  for (int y = 0; y < view->height; y++)
    {
      guint32 *row = (guint32 *) (gpointer) (data + (gsize) y * stride);

      for (int x = 0; x < view->width; x++)
        row[x] = resolve_pixel (&render, x, y);
    }
  render_clear (&render);

  cairo_surface_mark_dirty (surface);

  return surface;
}
