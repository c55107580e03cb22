/* demo-draw-light.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-draw-light.h"

#include "demo-draw-raster.h"

/* Texels along a side of what the lamp sees, and how many more may be asked for on every side. */
#define LAMP_SIZE 512
#define LAMP_BORDER 4

/* The same for what is seen from straight above. */
#define SKY_SIZE 320
#define SKY_BORDER 32

#define N_DIRECTIONS 8
#define N_REACHES 3

struct _DemoLight
{
  DemoVec     right, up, towards;

  /* What the lamp sees: whatever lies behind is in its shadow. */
  DemoRaster *lamp;
  float       lamp_x, lamp_y, lamp_scale;

  /* How high things are, and how much stands around: 1 under the middle of something wide, 0 far from anything. */
  DemoRaster *heights;
  float      *crowding;
  float       sky_x, sky_y, sky_scale;

  /* Where to look around a texel of the heights, and the inverse of how far that is. */
  int         taps[N_DIRECTIONS][N_REACHES];
  float       nearness[N_REACHES];
};

static const float directions[N_DIRECTIONS][2] = {
  { 1.0f, 0.0f }, { 0.707f, 0.707f }, { 0.0f, 1.0f }, { -0.707f, 0.707f },
  { -1.0f, 0.0f }, { -0.707f, -0.707f }, { 0.0f, -1.0f }, { 0.707f, -0.707f },
};

static const DemoPoint middle = { 0.5f, 0.5f };

/* How far to look, in texels, the last within the border. */
static const float reaches[N_REACHES] = { 3.5f, 10.0f, 25.0f };

static DemoVec
to_lamp (const DemoLight *self,
         DemoVec          point)
{
  return demo_vec ((demo_vec_dot (point, self->right) - self->lamp_x) * self->lamp_scale,
                   (demo_vec_dot (point, self->up) - self->lamp_y) * self->lamp_scale,
                   demo_vec_dot (point, self->towards));
}

static DemoVec
to_sky (const DemoLight *self,
        DemoVec          point)
{
  return demo_vec ((point.x - self->sky_x) * self->sky_scale, (point.y - self->sky_y) * self->sky_scale, point.z);
}

/* Fits both maps around the mesh. */
static void
fit_maps (DemoLight *self,
          DemoMesh  *mesh)
{
  float low_x = G_MAXFLOAT, low_y = G_MAXFLOAT, high_x = -G_MAXFLOAT, high_y = -G_MAXFLOAT;
  const DemoTriangle *triangles;
  guint n_triangles;
  DemoVec low, high;

  triangles = demo_mesh_get_triangles (mesh, &n_triangles);
  for (guint i = 0; i < n_triangles * 3; i++)
    {
      DemoVec corner = triangles[i / 3].corners[i % 3];
      float x = demo_vec_dot (corner, self->right), y = demo_vec_dot (corner, self->up);

      low_x = MIN (low_x, x);
      low_y = MIN (low_y, y);
      high_x = MAX (high_x, x);
      high_y = MAX (high_y, y);
    }

  self->lamp_scale = (LAMP_SIZE - 2 * LAMP_BORDER) / MAX (MAX (high_x - low_x, high_y - low_y), 1.0f);
  self->lamp_x = low_x - LAMP_BORDER / self->lamp_scale;
  self->lamp_y = low_y - LAMP_BORDER / self->lamp_scale;

  demo_mesh_get_bounds (mesh, &low, &high);
  self->sky_scale = (SKY_SIZE - 2 * SKY_BORDER) / MAX (MAX (high.x - low.x, high.y - low.y), 1.0f);
  self->sky_x = low.x - SKY_BORDER / self->sky_scale;
  self->sky_y = low.y - SKY_BORDER / self->sky_scale;
}

/* Replaces every value of a line by the mean of its surroundings. */
static void
blur_line (const float *from,
           float       *to,
           int          step,
           int          radius)
{
  float sum = 0.0f;

  for (int i = -radius; i < SKY_SIZE; i++)
    {
      if (i + radius < SKY_SIZE)
        sum += from[(i + radius) * step];
      if (i - radius - 1 >= 0)
        sum -= from[(i - radius - 1) * step];
      if (i >= 0)
        to[i * step] = sum / (2 * radius + 1);
    }
}

static void
fill_crowding (DemoLight *self,
               float      ground)
{
  g_autofree float *other = g_new (float, SKY_SIZE * SKY_SIZE);

  self->crowding = g_new (float, SKY_SIZE * SKY_SIZE);
  for (int i = 0; i < SKY_SIZE * SKY_SIZE; i++)
    self->crowding[i] = self->heights->nearness[0][i] > ground ? 1.0f : 0.0f;

  /* Twice, which comes near enough to a soft round blur. */
  for (int pass = 0; pass < 2; pass++)
    {
      for (int y = 0; y < SKY_SIZE; y++)
        blur_line (self->crowding + y * SKY_SIZE, other + y * SKY_SIZE, 1, 5);
      for (int x = 0; x < SKY_SIZE; x++)
        blur_line (other + x, self->crowding + x, SKY_SIZE, 5);
    }
}

/**
 * demo_light_new:
 * @mesh: what stands in the light
 * @azimuth: degrees that the viewer stands to the right of the front; the lamp hangs over the viewer's left shoulder
 * @ground: the level of the ground
 *
 * Hangs a lamp and finds out what it and the sky reach.
 *
 * Returns: (transfer full): the light
 */
DemoLight *
demo_light_new (DemoMesh *mesh,
                float     azimuth,
                float     ground)
{
  DemoLight *self = g_new0 (DemoLight, 1);
  float a = (azimuth - 48.0f) * (float) G_PI / 180.0f;
  const DemoTriangle *triangles;
  guint n_triangles;

  self->towards = demo_vec_normalize (demo_vec (sinf (a) * 0.72f, -cosf (a) * 0.72f, 1.0f));
  self->right = demo_vec_normalize (demo_vec_cross (demo_vec (0.0f, 0.0f, 1.0f), self->towards));
  self->up = demo_vec_cross (self->towards, self->right);
  fit_maps (self, mesh);

  for (guint j = 0; j < N_REACHES; j++)
    {
      self->nearness[j] = self->sky_scale / reaches[j];
      for (guint i = 0; i < N_DIRECTIONS; i++)
        {
          int column = (int) roundf (directions[i][0] * reaches[j]), row = (int) roundf (directions[i][1] * reaches[j]);

          self->taps[i][j] = row * SKY_SIZE + column;
        }
    }

  self->lamp = demo_raster_new (LAMP_SIZE, LAMP_SIZE, &middle, 1, -G_MAXFLOAT);
  self->heights = demo_raster_new (SKY_SIZE, SKY_SIZE, &middle, 1, ground);
  triangles = demo_mesh_get_triangles (mesh, &n_triangles);
  for (guint i = 0; i < n_triangles; i++)
    {
      DemoVec lit[3], above[3];

      for (guint j = 0; j < 3; j++)
        {
          lit[j] = to_lamp (self, triangles[i].corners[j]);
          above[j] = to_sky (self, triangles[i].corners[j]);
        }

      demo_raster_draw (self->lamp, lit, 0);
      demo_raster_draw (self->heights, above, 0);
    }
  fill_crowding (self, ground);

  return self;
}

/**
 * demo_light_free:
 * @self: a light
 *
 * Frees @self.
 */
void
demo_light_free (DemoLight *self)
{
  demo_raster_free (self->lamp);
  demo_raster_free (self->heights);
  g_free (self->crowding);
  g_free (self);
}

/**
 * demo_light_get_direction:
 * @self: a light
 *
 * Returns: the direction towards the lamp, of length 1
 */
DemoVec
demo_light_get_direction (const DemoLight *self)
{
  return self->towards;
}

/**
 * demo_light_get_lamp:
 * @self: a light
 * @point: a point on a surface
 * @normal: the direction of the surface there
 *
 * Returns: how much of the lamp is seen from there, from 0 in the shadow to 1
 */
float
demo_light_get_lamp (const DemoLight *self,
                     DemoVec          point,
                     DemoVec          normal)
{
  float texel = 1.0f / self->lamp_scale;
  DemoVec at = to_lamp (self, demo_vec_along (point, normal, 2.4f * texel));
  float x = at.x - 2.0f, y = at.y - 2.0f, nearness = at.z - 1.4f * texel;
  float sum = 0.0f;
  int left, top;

  if (!(x >= 0.0f && y >= 0.0f && x < LAMP_SIZE - 5 && y < LAMP_SIZE - 5))
    return 1.0f;

  left = (int) x;
  top = (int) y;
  x -= left;
  y -= top;

  /* The mean over four by four texels around the point, those at the rim by the part that is inside. */
  for (int j = 0; j <= 4; j++)
    {
      const float *row = self->lamp->nearness[0] + (top + j) * LAMP_SIZE + left;
      float inside = (row[1] <= nearness) + (row[2] <= nearness) + (row[3] <= nearness);

      inside += (row[0] <= nearness) * (1.0f - x) + (row[4] <= nearness) * x;
      sum += inside * (j == 0 ? 1.0f - y : j == 4 ? y : 1.0f);
    }

  return sum / 16.0f;
}

/**
 * demo_light_get_sky:
 * @self: a light
 * @point: a point on a surface
 * @normal: the direction of the surface there
 *
 * Guesses how much of the sky is seen from there by how high things stand around it.
 *
 * Returns: from 0, nothing, to 1
 */
float
demo_light_get_sky (const DemoLight *self,
                    DemoVec          point,
                    DemoVec          normal)
{
  DemoVec at = to_sky (self, point);
  int column = CLAMP ((int) at.x, SKY_BORDER, SKY_SIZE - SKY_BORDER - 1);
  int row = CLAMP ((int) at.y, SKY_BORDER, SKY_SIZE - SKY_BORDER - 1);
  const float *here = self->heights->nearness[0] + row * SKY_SIZE + column;
  float level = point.z + 0.3f;
  float hidden = 0.0f;

  for (guint i = 0; i < N_DIRECTIONS; i++)
    {
      float weight = 1.0f + 0.9f * (directions[i][0] * normal.x + directions[i][1] * normal.y);
      float steepest = 0.0f;

      for (guint j = 0; j < N_REACHES; j++)
        {
          float slope = (here[self->taps[i][j]] - level) * self->nearness[j];

          steepest = MAX (steepest, slope);
        }

      hidden += weight * steepest / sqrtf (1.0f + steepest * steepest);
    }

  /* The weights add up to their number: directions come in opposite pairs. */
  return 1.0f - hidden / N_DIRECTIONS;
}

/**
 * demo_light_get_crowding:
 * @self: a light
 * @x: a place on the ground
 * @y: a place on the ground
 *
 * Returns: how much of what is around that place is built over, from 0 to 1
 */
float
demo_light_get_crowding (const DemoLight *self,
                         float            x,
                         float            y)
{
  float column = (x - self->sky_x) * self->sky_scale - 0.5f, row = (y - self->sky_y) * self->sky_scale - 0.5f;
  const float *here;
  int left, top;

  if (!(column >= 0.0f && row >= 0.0f && column < SKY_SIZE - 1 && row < SKY_SIZE - 1))
    return 0.0f;

  left = (int) column;
  top = (int) row;
  here = self->crowding + top * SKY_SIZE + left;

  return demo_mix (demo_mix (here[0], here[1], column - left),
                   demo_mix (here[SKY_SIZE], here[SKY_SIZE + 1], column - left),
                   row - top);
}
