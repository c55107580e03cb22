/* demo-draw-light.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-draw-mesh.h"

G_BEGIN_DECLS

/* A lamp high up on the left, and what it and the sky can reach. */
typedef struct _DemoLight DemoLight;

DemoLight *demo_light_new           (DemoMesh        *mesh,
                                     float            azimuth,
                                     float            ground);
void       demo_light_free          (DemoLight       *self);
DemoVec    demo_light_get_direction (const DemoLight *self);
float      demo_light_get_lamp      (const DemoLight *self,
                                     DemoVec          point,
                                     DemoVec          normal);
float      demo_light_get_sky       (const DemoLight *self,
                                     DemoVec          point,
                                     DemoVec          normal);
float      demo_light_get_crowding  (const DemoLight *self,
                                     float            x,
                                     float            y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoLight, demo_light_free)

G_END_DECLS
