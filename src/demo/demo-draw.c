/* demo-draw.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-draw.h"

#include "demo-draw-catalog.h"
#include "demo-draw-png.h"
#include "demo-draw-render.h"

/* The build plate: graphite, as thick as a steel sheet looks. */
#define PLATE_COLOR 0x4b4f54ff
#define PLATE_THICKNESS 2.6f

static const guint32 wall_colors[] = {
  0xe9e7e2ff, 0xdfe5eaff, 0xe6e1ebff, 0xe2e9e0ff, 0xefe5dcff, 0xd9dde2ff,
};

static const guint32 avatar_walls[] = {
  0xf2c9a1ff, 0xa9d3e8ff, 0xc3dcb0ff, 0xd7c4e8ff, 0xf4d98fff, 0xf0b8b8ff, 0xb5dcd2ff,
};

static const guint32 avatar_filaments[][3] = {
  { 0xf2f2eeff, 0xf08a3cff, 0x2b2d31ff }, { 0x3f8ed0ff, 0xf4f1e8ff, 0x22262bff },
  { 0xf5c52eff, 0xe2703aff, 0x2a2826ff },
  { 0x8a8f96ff, 0xf4f4f2ff, 0x1f2227ff }, { 0x4caf6dff, 0xf6efcfff, 0x233029ff },
  { 0xd9534fff, 0xf7e6d8ff, 0x2a2324ff },
  { 0x8c63b8ff, 0xf3e3f4ff, 0x261f2eff },
};

static const DemoPartsFunc avatar_figures[] = {
  demo_parts_cat, demo_parts_owl, demo_parts_robot, demo_parts_duck, demo_parts_octopus, demo_parts_rocket,
};

/* Neighbouring seeds are to have nothing in common. */
static guint32
scatter (guint32 seed,
         guint32 salt)
{
  guint32 hash = seed ^ (salt * 0x9e3779b9u);

  hash = (hash ^ (hash >> 16)) * 0x7feb352du;
  hash = (hash ^ (hash >> 15)) * 0x846ca68bu;

  return hash ^ (hash >> 16);
}

static GBytes *
draw (DemoMesh       *mesh,
      const DemoView *view)
{
  cairo_surface_t *surface = demo_render (mesh, view);
  GBytes *png = demo_png_encode (surface);

  cairo_surface_destroy (surface);

  return png;
}

/* Lays a sheet under all that is there, with a margin and a tab to lift it by. */
static void
add_build_plate (DemoMesh *mesh)
{
  g_autoptr(DemoOutline) sheet = demo_outline_new (), tab = demo_outline_new ();
  DemoVec low, high, size;
  float width, depth;

  demo_mesh_get_bounds (mesh, &low, &high);
  size = demo_vec_sub (high, low);
  width = MAX (size.x + 18.0f, 0.84f * size.y + 18.0f);
  depth = MAX (size.y + 18.0f, 0.84f * size.x + 18.0f);

  demo_mesh_save (mesh);
  demo_mesh_translate (mesh, (low.x + high.x) / 2.0f, (low.y + high.y) / 2.0f, -PLATE_THICKNESS);
  demo_mesh_set_filament (mesh, DEMO_FILAMENT_PLATE);
  demo_outline_add_rect (sheet, 0.0f, 0.0f, width, depth, 6.0f);
  demo_mesh_extrude (mesh, sheet, 0.0f, PLATE_THICKNESS, 0.5f);
  demo_outline_add_rect (tab, 0.0f, -depth / 2.0f, width * 0.3f, 14.0f, 5.0f);
  demo_mesh_extrude (mesh, tab, 0.0f, PLATE_THICKNESS - 0.02f, 0.5f);
  demo_mesh_restore (mesh);
}

/* Low things are looked at from higher up than tall ones. */
static float
elevation_for (DemoMesh *mesh)
{
  DemoVec low, high;
  float tallness;

  demo_mesh_get_bounds (mesh, &low, &high);
  tallness = (high.z - low.z) / MAX (MAX (high.x - low.x, high.y - low.y), 1.0f);

  return demo_mix (50.0f, 24.0f, demo_smooth_step (0.05f, 1.4f, tallness));
}

/**
 * demo_draw_plate:
 * @seed: decides everything that the name leaves open
 * @name: (nullable): the project's name, which may tell what its parts are
 * @backdrop: what stands behind the parts
 * @rgba: (array length=n_colors): the filaments' colours, 0xRRGGBBAA, of which alpha does not count
 * @n_colors: how many, at least one
 * @width: in pixels
 * @height: in pixels
 *
 * Draws a plate full of parts as a slicer's thumbnail shows it. The same arguments give the same picture. May be
 * called from any thread.
 *
 * Returns: (transfer full): a PNG
 */
GBytes *
demo_draw_plate (guint32        seed,
                 const char    *name,
                 DemoBackdrop   backdrop,
                 const guint32 *rgba,
                 guint          n_colors,
                 int            width,
                 int            height)
{
  g_autoptr(DemoBed) bed = NULL;
  g_autoptr(DemoMesh) mesh = NULL;
  DemoPartsFunc add_parts = NULL;
  DemoView view = {
    .width = width,
    .height = height,
    .rgba = rgba,
    .n_colors = n_colors,
    .margin = 0.05f,
    .plate = PLATE_COLOR,
  };

  g_return_val_if_fail (rgba != NULL && n_colors > 0, NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  if (name != NULL)
    add_parts = demo_catalog_find (name);
  if (add_parts == NULL)
    add_parts = demo_catalog_pick (scatter (seed, 1));

  bed = demo_bed_new (scatter (seed, 2));
  view.azimuth = demo_bed_between (bed, 14.0f, 34.0f) * (demo_bed_toss (bed) ? 1.0f : -1.0f);
  add_parts (bed);
  mesh = demo_bed_arrange (bed, 0);
  view.elevation = elevation_for (mesh);

  if (backdrop != DEMO_BACKDROP_NONE)
    {
      add_build_plate (mesh);
      view.ground = -PLATE_THICKNESS;
    }
  if (backdrop == DEMO_BACKDROP_STUDIO)
    {
      view.wall = wall_colors[scatter (seed, 3) % G_N_ELEMENTS (wall_colors)];
      view.margin = 0.09f;
    }

  return draw (mesh, &view);
}

/**
 * demo_draw_avatar:
 * @seed: decides how the picture looks
 * @name: (nullable): whose picture it is; two people with one seed look different
 * @size: its width and height in pixels
 *
 * Draws a printed figure in front of a wall, such as people choose for a portrait. May be called from any thread.
 *
 * Returns: (transfer full): a PNG
 */
GBytes *
demo_draw_avatar (guint32     seed,
                  const char *name,
                  int         size)
{
  guint32 person = scatter (seed, name != NULL ? g_str_hash (name) : 0);
  g_autoptr(DemoBed) bed = demo_bed_new (person);
  g_autoptr(DemoMesh) mesh = NULL;
  DemoView view = {
    .width = size,
    .height = size,
    .azimuth = demo_bed_toss (bed) ? 18.0f : -18.0f,
    .elevation = 14.0f,
    .margin = 0.13f,
    .rgba = avatar_filaments[scatter (person, 4) % G_N_ELEMENTS (avatar_filaments)],
    .n_colors = G_N_ELEMENTS (avatar_filaments[0]),
    .wall = avatar_walls[scatter (person, 5) % G_N_ELEMENTS (avatar_walls)],
  };

  g_return_val_if_fail (size > 0, NULL);

  avatar_figures[scatter (person, 6) % G_N_ELEMENTS (avatar_figures)](bed);
  mesh = demo_bed_arrange (bed, 1);

  return draw (mesh, &view);
}

/**
 * demo_draw_get_names:
 * @n_names: (out): how many there are
 *
 * Gets names for projects whose pictures show what the name says.
 *
 * Returns: (transfer none) (array length=n_names): the names
 */
const char * const *
demo_draw_get_names (guint *n_names)
{
  return demo_catalog_get_names (n_names);
}
