/* demo-draw-outline.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-draw-vec.h"

G_BEGIN_DECLS

/* A flat shape: closed contours, filled by the even-odd rule, so that a contour inside another is a hole. */
typedef struct _DemoOutline DemoOutline;

/* A stretch of a shape between two levels: from x0 to x1 at the bottom y0, from x2 to x3 at the top y1. */
typedef struct
{
  float y0, y1;
  float x0, x1;
  float x2, x3;
} DemoTrapezoid;

DemoOutline     *demo_outline_new             (void);
void             demo_outline_free            (DemoOutline     *self);
void             demo_outline_add_polygon     (DemoOutline     *self,
                                               const DemoPoint *points,
                                               guint            n_points);
void             demo_outline_add_rect        (DemoOutline     *self,
                                               float            x,
                                               float            y,
                                               float            width,
                                               float            height,
                                               float            radius);
void             demo_outline_add_circle      (DemoOutline     *self,
                                               float            x,
                                               float            y,
                                               float            radius);
void             demo_outline_add_ngon        (DemoOutline     *self,
                                               float            x,
                                               float            y,
                                               float            radius,
                                               guint            n_sides,
                                               float            angle);
void             demo_outline_add_star        (DemoOutline     *self,
                                               float            x,
                                               float            y,
                                               float            outer,
                                               float            inner,
                                               guint            n_tips,
                                               float            angle);
void             demo_outline_add_heart       (DemoOutline     *self,
                                               float            x,
                                               float            y,
                                               float            size);
void             demo_outline_add_gear        (DemoOutline     *self,
                                               float            x,
                                               float            y,
                                               float            pitch_radius,
                                               guint            n_teeth,
                                               float            angle);
void             demo_outline_add_wave        (DemoOutline     *self,
                                               float            x,
                                               float            y,
                                               float            radius,
                                               float            swing,
                                               guint            n_waves,
                                               float            angle);
void             demo_outline_add_arc         (DemoOutline     *self,
                                               float            x,
                                               float            y,
                                               float            inner,
                                               float            outer,
                                               float            from,
                                               float            to);
float            demo_outline_add_text        (DemoOutline     *self,
                                               const char      *text,
                                               float            x,
                                               float            y,
                                               float            height);
DemoOutline     *demo_outline_inset           (DemoOutline     *self,
                                               float            by);
DemoOutline     *demo_outline_hollow          (DemoOutline     *self,
                                               float            wall);
guint            demo_outline_get_n_contours  (DemoOutline     *self);
const DemoPoint *demo_outline_get_contour     (DemoOutline     *self,
                                               guint            index,
                                               guint           *n_points);
GArray          *demo_outline_cut             (DemoOutline     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoOutline, demo_outline_free)

G_END_DECLS
