/* demo-draw.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands behind the parts of a picture. */
typedef enum
{
  DEMO_BACKDROP_NONE,   /* nothing but the parts' own soft shadow: what a slicer stores */
  DEMO_BACKDROP_PLATE,  /* the build plate, with nothing behind it */
  DEMO_BACKDROP_STUDIO, /* the build plate in front of a soft wall, opaque: a cover */
} DemoBackdrop;

GBytes             *demo_draw_plate     (guint32        seed,
                                         const char    *name,
                                         DemoBackdrop   backdrop,
                                         const guint32 *rgba,
                                         guint          n_colors,
                                         int            width,
                                         int            height);
GBytes             *demo_draw_avatar    (guint32        seed,
                                         const char    *name,
                                         int            size);
const char * const *demo_draw_get_names (guint         *n_names);

G_END_DECLS
