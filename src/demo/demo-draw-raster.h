/* demo-draw-raster.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-draw-vec.h"

G_BEGIN_DECLS

#define DEMO_RASTER_MAX_SAMPLES 4
#define DEMO_RASTER_NOTHING     G_MAXUINT32

/* Which face is seen at each sample of each pixel, and how near it is: the nearest wins. */
typedef struct
{
  int              width;
  int              height;
  guint            n_samples;
  const DemoPoint *places;                            /* of the samples within a pixel */
  float           *nearness[DEMO_RASTER_MAX_SAMPLES]; /* row by row */
  guint32         *faces[DEMO_RASTER_MAX_SAMPLES];
} DemoRaster;

DemoRaster *demo_raster_new  (int              width,
                              int              height,
                              const DemoPoint *places,
                              guint            n_samples,
                              float            nothing);
void        demo_raster_free (DemoRaster      *self);
void        demo_raster_draw (DemoRaster      *self,
                              const DemoVec    corners[3],
                              guint32          face);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoRaster, demo_raster_free)

G_END_DECLS
