/* demo-material.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A filament that the slicer has presets for. */
typedef struct
{
  const char *filament_id;
  const char *vendor;
  const char *name;
  const char *type;
  guint       coolest; /* °C of the nozzle */
  guint       hottest;
  guint       bed;     /* °C of the textured plate */
  guint       flow;    /* mm³/s at most */
  guint       density; /* hundredths of g/cm³ */
} DemoMaterial;

const DemoMaterial *demo_material_get_all (guint *n_materials);

G_END_DECLS
