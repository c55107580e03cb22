/* demo-draw-camera.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-draw-mesh.h"

G_BEGIN_DECLS

typedef struct
{
  DemoVec eye;
  DemoVec right, up, ahead;
  float   zoom;
  float   middle_x, middle_y;
} DemoCamera;

void    demo_camera_look    (DemoCamera       *self,
                             DemoMesh         *at,
                             float             azimuth,
                             float             elevation,
                             int               width,
                             int               height,
                             float             margin);
DemoVec demo_camera_project (const DemoCamera *self,
                             DemoVec           point);
DemoVec demo_camera_get_ray (const DemoCamera *self,
                             float             x,
                             float             y);

G_END_DECLS
