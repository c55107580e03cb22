/* demo-draw-mesh.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-draw-outline.h"
#include "demo-draw-vec.h"

G_BEGIN_DECLS

/* A heap of triangles, and a pencil that adds solids to it: a place, turn and size set like a cairo context's
 * transformation, and the filament in the pencil. */
typedef struct _DemoMesh DemoMesh;

typedef struct
{
  DemoVec corners[3];
  DemoVec normals[3];
  DemoVec facing;
  guint   filament;
} DemoTriangle;

/* A point of a surface, both parameters from 0 to 1. */
typedef DemoVec (*DemoSurfaceFunc) (float         across,
                                    float         along,
                                    gconstpointer data);

DemoMesh           *demo_mesh_new           (void);
void                demo_mesh_free          (DemoMesh        *self);

const DemoTriangle *demo_mesh_get_triangles (DemoMesh        *self,
                                             guint           *n_triangles);
void                demo_mesh_get_bounds    (DemoMesh        *self,
                                             DemoVec         *low,
                                             DemoVec         *high);
void                demo_mesh_append        (DemoMesh        *self,
                                             DemoMesh        *other);

void                demo_mesh_set_filament  (DemoMesh        *self,
                                             guint            filament);
void                demo_mesh_save          (DemoMesh        *self);
void                demo_mesh_restore       (DemoMesh        *self);
void                demo_mesh_translate     (DemoMesh        *self,
                                             float            x,
                                             float            y,
                                             float            z);
void                demo_mesh_scale         (DemoMesh        *self,
                                             float            x,
                                             float            y,
                                             float            z);
void                demo_mesh_rotate_x      (DemoMesh        *self,
                                             float            degrees);
void                demo_mesh_rotate_y      (DemoMesh        *self,
                                             float            degrees);
void                demo_mesh_rotate_z      (DemoMesh        *self,
                                             float            degrees);

void                demo_mesh_extrude       (DemoMesh        *self,
                                             DemoOutline     *outline,
                                             float            bottom,
                                             float            top,
                                             float            chamfer);
void                demo_mesh_box           (DemoMesh        *self,
                                             float            width,
                                             float            depth,
                                             float            height,
                                             float            radius);
void                demo_mesh_cylinder      (DemoMesh        *self,
                                             float            radius,
                                             float            height);
void                demo_mesh_ring          (DemoMesh        *self,
                                             float            inner,
                                             float            outer,
                                             float            bottom,
                                             float            top);
void                demo_mesh_lathe         (DemoMesh        *self,
                                             const DemoPoint *profile,
                                             guint            n_points,
                                             guint            n_sides);
void                demo_mesh_sphere        (DemoMesh        *self,
                                             float            x_radius,
                                             float            y_radius,
                                             float            z_radius);
void                demo_mesh_tube          (DemoMesh        *self,
                                             const DemoVec   *path,
                                             guint            n_points,
                                             float            radius);
void                demo_mesh_surface       (DemoMesh        *self,
                                             DemoSurfaceFunc  func,
                                             gconstpointer    data,
                                             guint            n_across,
                                             guint            n_along,
                                             gboolean         faceted);
void                demo_mesh_patch         (DemoMesh        *self,
                                             DemoVec         *points,
                                             guint            n_across,
                                             guint            n_along,
                                             gboolean         faceted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoMesh, demo_mesh_free)

G_END_DECLS
