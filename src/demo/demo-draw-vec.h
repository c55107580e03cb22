/* demo-draw-vec.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/* Lengths are millimetres; x goes right and y away from who stands in front of the printer, z up. */
typedef struct
{
  float x, y;
} DemoPoint;

typedef struct
{
  float x, y, z;
} DemoVec;

static inline DemoVec
demo_vec (float x,
          float y,
          float z)
{
  return (DemoVec) { x, y, z };
}

static inline DemoVec
demo_vec_add (DemoVec a,
              DemoVec b)
{
  return (DemoVec) { a.x + b.x, a.y + b.y, a.z + b.z };
}

static inline DemoVec
demo_vec_sub (DemoVec a,
              DemoVec b)
{
  return (DemoVec) { a.x - b.x, a.y - b.y, a.z - b.z };
}

static inline DemoVec
demo_vec_scale (DemoVec a,
                float   by)
{
  return (DemoVec) { a.x * by, a.y * by, a.z * by };
}

/* a + b * by */
static inline DemoVec
demo_vec_along (DemoVec a,
                DemoVec b,
                float   by)
{
  return (DemoVec) { a.x + b.x * by, a.y + b.y * by, a.z + b.z * by };
}

static inline float
demo_vec_dot (DemoVec a,
              DemoVec b)
{
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

static inline DemoVec
demo_vec_cross (DemoVec a,
                DemoVec b)
{
  return (DemoVec) { a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x };
}

/* A vector too short to have a direction stays as it is. */
static inline DemoVec
demo_vec_normalize (DemoVec a)
{
  float length = sqrtf (demo_vec_dot (a, a));

  return length > 1e-12f ? demo_vec_scale (a, 1.0f / length) : a;
}

static inline float
demo_mix (float a,
          float b,
          float at)
{
  return a + (b - a) * at;
}

/* 0 up to @from, 1 from @to on, and a soft step between. */
static inline float
demo_smooth_step (float from,
                  float to,
                  float at)
{
  float t = CLAMP ((at - from) / (to - from), 0.0f, 1.0f);

  return t * t * (3.0f - 2.0f * t);
}

G_END_DECLS
