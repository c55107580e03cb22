/* demo-draw-render.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "demo-draw-mesh.h"

G_BEGIN_DECLS

/* The filament number of the build plate itself. */
#define DEMO_FILAMENT_PLATE G_MAXUINT

typedef struct
{
  int            width, height;      /* pixels */
  float          azimuth, elevation; /* degrees to the right of the front, and above the plate */
  float          margin;             /* parts of the picture that stay free on every side */
  float          ground;             /* the level on which everything stands */
  const guint32 *rgba;               /* 0xRRGGBBAA of the filaments */
  guint          n_colors;
  guint32        plate;              /* 0xRRGGBBAA of the build plate */
  guint32        wall;               /* 0xRRGGBBAA of what is behind, 0 for nothing */
} DemoView;

cairo_surface_t *demo_render (DemoMesh       *mesh,
                              const DemoView *view);

G_END_DECLS
