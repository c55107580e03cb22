/* demo-draw-house.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-draw-parts.h"

/* A vessel by the radii at five heights, its walls waved and twisted; drawn from one height to another, so that it
 * can have bands of several filaments. */
typedef struct
{
  float radii[5];
  float height;
  float swing;  /* how far the waves go in and out, in parts of the radius */
  guint n_waves;
  float twist;  /* turns from bottom to top */
  float wall;   /* its thickness, and whether this is the inside */
  float from, to;
} Vessel;

/* A smooth curve through all five. */
static float
vessel_radius (const Vessel *vessel,
               float         at)
{
  float place = at * 4.0f;
  int step = CLAMP ((int) place, 0, 3);
  float t = place - step;
  const float *radii = vessel->radii;
  float before = radii[MAX (step - 1, 0)], a = radii[step], b = radii[step + 1], after = radii[MIN (step + 2, 4)];
  float slope_a = (b - before) / 2.0f, slope_b = (after - a) / 2.0f;
  float t2 = t * t, t3 = t2 * t;

  return (2.0f * t3 - 3.0f * t2 + 1.0f) * a + (t3 - 2.0f * t2 + t) * slope_a +
         (3.0f * t2 - 2.0f * t3) * b + (t3 - t2) * slope_b;
}

static DemoVec
vessel_point (float         across,
              float         along,
              gconstpointer data)
{
  const Vessel *vessel = data;
  float at = demo_mix (vessel->from, vessel->to, along);
  float angle = across * 2.0f * (float) G_PI;
  float wave = cosf (vessel->n_waves * (angle - at * vessel->twist * 2.0f * (float) G_PI));
  float radius = vessel_radius (vessel, at) * (1.0f + vessel->swing * wave) - vessel->wall;

  return demo_vec (radius * cosf (angle), radius * sinf (angle), at * vessel->height);
}

/* Outside in bands, the rim and the upper part of the inside. */
static void
add_vessel (DemoMesh *mesh,
            Vessel   *vessel,
            guint     n_bands,
            guint     n_across)
{
  const float wall = 1.8f;
  g_autofree DemoVec *rim = g_new (DemoVec, 2 * (n_across + 1));

  for (guint i = 0; i < n_bands; i++)
    {
      vessel->wall = 0.0f;
      vessel->from = i / (float) n_bands;
      vessel->to = (i + 1) / (float) n_bands;
      demo_mesh_set_filament (mesh, i % 3);
      demo_mesh_surface (mesh, vessel_point, vessel, n_across, MAX (44 / n_bands, 4), FALSE);
    }

  vessel->wall = wall;
  vessel->from = 1.0f;
  vessel->to = 0.3f;
  demo_mesh_surface (mesh, vessel_point, vessel, n_across, 16, FALSE);

  vessel->to = 1.0f;
  for (guint x = 0; x <= n_across; x++)
    {
      vessel->wall = 0.0f;
      rim[x] = vessel_point (x / (float) n_across, 1.0f, vessel);
      vessel->wall = wall;
      rim[n_across + 1 + x] = vessel_point (x / (float) n_across, 1.0f, vessel);
    }
  demo_mesh_patch (mesh, rim, n_across, 1, FALSE);
}

static void
shape_vessel (DemoBed *bed,
              Vessel  *vessel,
              float    size)
{
  static const float shapes[][5] = {
    { 0.62f, 0.98f, 1.00f, 0.62f, 0.72f },
    { 0.70f, 0.62f, 0.74f, 0.94f, 1.08f },
    { 0.80f, 1.05f, 0.80f, 0.52f, 0.88f },
    { 0.55f, 0.86f, 1.04f, 0.98f, 0.66f },
    { 0.86f, 0.74f, 0.66f, 0.74f, 0.98f },
    { 0.72f, 1.02f, 0.62f, 0.36f, 0.46f },
  };
  const float *shape = shapes[demo_bed_count (bed, 0, G_N_ELEMENTS (shapes) - 1)];

  for (guint i = 0; i < 5; i++)
    vessel->radii[i] = size * shape[i] * demo_bed_between (bed, 0.93f, 1.07f);
  vessel->height = size * demo_bed_between (bed, 2.6f, 4.0f);
}

/* A vase with waves that wind up its wall. */
void
demo_parts_vase (DemoBed *bed)
{
  int n_vases = demo_bed_count (bed, 1, 2);

  for (int i = 0; i < n_vases; i++)
    {
      Vessel vessel = { 0 };

      shape_vessel (bed, &vessel, i == 0 ? 34.0f : 22.0f);
      vessel.n_waves = demo_bed_count (bed, 5, 18);
      vessel.swing = 0.5f / (vessel.n_waves + 3.0f);
      vessel.twist = demo_bed_between (bed, 0.12f, 0.5f) * (demo_bed_toss (bed) ? 1.0f : -1.0f);
      add_vessel (demo_bed_add (bed), &vessel, demo_bed_count (bed, 1, 3), MAX (72, vessel.n_waves * 8));
    }
}

/* A vessel with few, flat sides, every other row turned by half a side. */
static void
add_facets (DemoBed  *bed,
            DemoMesh *mesh,
            float     size,
            guint     n_sides,
            gboolean  filled)
{
  const guint n_rows = 5;
  g_autofree DemoVec *points = g_new (DemoVec, (n_rows + 3) * (n_sides + 1));
  float height = size * demo_bed_between (bed, 1.5f, 2.3f), belly = demo_bed_between (bed, 0.1f, 0.32f);

  for (guint y = 0; y < n_rows + 3; y++)
    {
      float at = MIN (y, n_rows) / (float) n_rows;
      float radius = size * (0.72f + belly * sinf (at * 2.6f) + 0.1f * at);

      for (guint x = 0; x <= n_sides; x++)
        {
          float angle = (x % n_sides + 0.5f * (MIN (y, n_rows) % 2)) * 2.0f * (float) G_PI / n_sides;
          float reach = y <= n_rows ? radius : radius - 2.4f;
          float z = y == n_rows + 2 ? height * (filled ? 0.86f : 0.4f) : at * height;

          points[y * (n_sides + 1) + x] = demo_vec (reach * cosf (angle), reach * sinf (angle), z);
        }
    }

  demo_mesh_patch (mesh, points, n_sides, n_rows + 2, TRUE);

  if (filled)
    {
      demo_mesh_save (mesh);
      demo_mesh_translate (mesh, 0.0f, 0.0f, height * 0.8f);
      demo_mesh_set_filament (mesh, 1);
      demo_mesh_cylinder (mesh, size * 0.82f, height * 0.06f);
      demo_mesh_restore (mesh);
    }
}

/* Vases of flat facets. */
void
demo_parts_facet_vase (DemoBed *bed)
{
  int n_vases = demo_bed_count (bed, 1, 3);

  for (int i = 0; i < n_vases; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);

      demo_mesh_set_filament (mesh, i);
      add_facets (bed,
                  mesh,
                  i == 0 ? 34.0f : demo_bed_between (bed, 18.0f, 26.0f),
                  demo_bed_count (bed, 6, 10),
                  FALSE);
    }
}

static void
add_saucer (DemoMesh *mesh,
            float     radius)
{
  const DemoPoint profile[] = {
    { radius * 0.86f, 0.0f }, { radius, 6.0f }, { radius, 7.0f }, { radius - 2.0f, 7.0f },
    { radius * 0.86f - 1.0f, 2.4f }, { 0.0f, 2.4f },
  };

  demo_mesh_lathe (mesh, profile, G_N_ELEMENTS (profile), 48);
}

/* A round pot with a rim, and a face on some. */
static void
add_pot (DemoBed  *bed,
         DemoMesh *mesh,
         float     size)
{
  float height = size * demo_bed_between (bed, 1.3f, 1.7f);
  const DemoPoint body[] = { { size * 0.7f, 0.0f }, { size * 0.72f, 1.0f }, { size * 0.93f, height * 0.72f } };
  const DemoPoint rim[] = {
    { size * 0.93f, height * 0.72f }, { size * 1.06f, height * 0.73f }, { size * 1.09f, height },
    { size * 0.96f, height },
    { size * 0.9f, height * 0.8f }, { size * 0.8f, height * 0.4f },
  };

  demo_mesh_lathe (mesh, body, G_N_ELEMENTS (body), 48);
  demo_mesh_set_filament (mesh, 1);
  demo_mesh_lathe (mesh, rim, G_N_ELEMENTS (rim), 48);

  if (demo_bed_toss (bed))
    {
      for (int side = -1; side <= 1; side += 2)
        {
          demo_mesh_save (mesh);
          demo_mesh_rotate_z (mesh, side * 22.0f);
          demo_mesh_translate (mesh, 0.0f, -size * 0.83f, height * 0.44f);
          demo_mesh_set_filament (mesh, 2);
          demo_mesh_sphere (mesh, size * 0.1f, size * 0.06f, size * 0.13f);
          demo_mesh_restore (mesh);
        }
    }
}

/* Flower pots with their saucers. */
void
demo_parts_planter (DemoBed *bed)
{
  int n_pots = demo_bed_count (bed, 1, 4);
  gboolean faceted = demo_bed_toss (bed);

  for (int i = 0; i < n_pots; i++)
    {
      DemoMesh *pot = demo_bed_add (bed);
      float size = i == 0 ? 32.0f : demo_bed_between (bed, 18.0f, 26.0f);

      demo_mesh_set_filament (pot, i % 2 == 0 ? 0 : 2);
      if (faceted)
        add_facets (bed, pot, size, demo_bed_count (bed, 5, 9), TRUE);
      else
        add_pot (bed, pot, size);

      if (i < 2)
        {
          DemoMesh *saucer = demo_bed_add (bed);

          demo_mesh_set_filament (saucer, 1);
          add_saucer (saucer, size * 1.05f);
        }
    }
}

/* A pleated shade and the foot of a lamp. */
void
demo_parts_lamp (DemoBed *bed)
{
  DemoMesh *shade = demo_bed_add (bed), *foot = demo_bed_add (bed);
  Vessel vessel = { .n_waves = demo_bed_count (bed, 18, 30), .height = demo_bed_between (bed, 70.0f, 100.0f) };
  float wide = demo_bed_between (bed, 44.0f, 54.0f), narrow = wide * demo_bed_between (bed, 0.45f, 0.75f);
  const DemoPoint profile[] = {
    { 34.0f, 0.0f }, { 34.0f, 3.0f }, { 31.0f, 6.0f }, { 14.0f, 10.0f }, { 8.0f, 18.0f }, { 7.0f, 40.0f },
    { 10.0f, 46.0f },
    { 15.0f, 48.0f }, { 15.0f, 54.0f }, { 12.0f, 54.0f }, { 12.0f, 46.0f },
  };

  vessel.radii[0] = wide;
  vessel.radii[1] = demo_mix (wide, narrow, 0.12f);
  vessel.radii[2] = demo_mix (wide, narrow, demo_bed_between (bed, 0.3f, 0.55f));
  vessel.radii[3] = demo_mix (wide, narrow, 0.86f);
  vessel.radii[4] = narrow;
  vessel.swing = 0.05f;
  vessel.twist = demo_bed_between (bed, -0.16f, 0.16f);
  add_vessel (shade, &vessel, 1, vessel.n_waves * 6);

  demo_mesh_set_filament (foot, 1);
  demo_mesh_lathe (foot, profile, G_N_ELEMENTS (profile), 48);
}

/* A lantern woven of rods that wind both ways. */
void
demo_parts_lattice (DemoBed *bed)
{
  DemoMesh *mesh = demo_bed_add (bed);
  int n_rods = demo_bed_count (bed, 9, 14);
  float radius = demo_bed_between (bed, 34.0f, 44.0f), height = demo_bed_between (bed, 84.0f, 120.0f);
  float waist = demo_bed_between (bed, -0.34f, 0.3f), turns = demo_bed_between (bed, 0.2f, 0.5f);
  g_autoptr(DemoOutline) base = demo_outline_new ();

  for (int i = 0; i < 2 * n_rods; i++)
    {
      DemoVec path[22];

      for (guint j = 0; j < G_N_ELEMENTS (path); j++)
        {
          float at = j / (float) (G_N_ELEMENTS (path) - 1);
          float angle = ((i / 2) / (float) n_rods + (i % 2 == 0 ? turns : -turns) * at) * 2.0f * (float) G_PI;
          float reach = radius * (1.0f + waist * sinf (at * (float) G_PI));

          path[j] = demo_vec (reach * cosf (angle), reach * sinf (angle), 5.0f + at * (height - 7.0f));
        }
      demo_mesh_set_filament (mesh, i % 2 == 0 ? 0 : 1);
      demo_mesh_tube (mesh, path, G_N_ELEMENTS (path), 1.5f);
    }

  demo_outline_add_circle (base, 0.0f, 0.0f, radius + 4.0f);
  demo_mesh_set_filament (mesh, 0);
  demo_mesh_extrude (mesh, base, 0.0f, 6.0f, 1.0f);
  demo_mesh_ring (mesh, radius - 3.0f, radius + 3.0f, height - 4.0f, height);
}

/* What a box's lid and walls follow. */
static DemoOutline *
box_outline (int   style,
             float width,
             float depth)
{
  DemoOutline *outline = demo_outline_new ();

  if (style == 0)
    demo_outline_add_rect (outline, 0.0f, 0.0f, width, depth, 7.0f);
  else if (style == 1)
    demo_outline_add_ngon (outline, 0.0f, 0.0f, width * 0.56f, 6, 0.0f);
  else
    demo_outline_add_circle (outline, 0.0f, 0.0f, width * 0.5f);

  return outline;
}

/* Boxes with their lids beside them, the lids with an inlay. */
void
demo_parts_box (DemoBed *bed)
{
  int n_boxes = demo_bed_count (bed, 1, 2);

  for (int i = 0; i < n_boxes; i++)
    {
      DemoMesh *box = demo_bed_add (bed), *lid = demo_bed_add (bed);
      int style = demo_bed_count (bed, 0, 2), inlay = demo_bed_count (bed, 0, 3);
      float width = demo_bed_between (bed, 54.0f, 82.0f), depth = demo_bed_between (bed, 44.0f, 62.0f);
      float height = demo_bed_between (bed, 26.0f, 48.0f);
      g_autoptr(DemoOutline) floor = box_outline (style, width, depth);
      g_autoptr(DemoOutline) cover = box_outline (style, width + 3.0f, depth + 3.0f);
      g_autoptr(DemoOutline) wall = demo_outline_hollow (floor, 2.6f), sign = demo_outline_new ();
      float size = MIN (width, depth) * 0.3f;

      demo_mesh_set_filament (box, 0);
      demo_mesh_extrude (box, floor, 0.0f, 2.6f, 0.0f);
      demo_mesh_extrude (box, wall, 2.6f, height * 0.86f, 0.0f);
      demo_mesh_set_filament (box, 1);
      demo_mesh_extrude (box, wall, height * 0.86f, height, 0.6f);

      if (inlay == 0)
        demo_outline_add_star (sign, 0.0f, 0.0f, size, size * 0.45f, 5, 90.0f);
      else if (inlay == 1)
        demo_outline_add_heart (sign, 0.0f, 0.0f, size * 1.8f);
      else if (inlay == 2)
        demo_outline_add_gear (sign, 0.0f, 0.0f, size * 0.8f, 12, 0.0f);
      else
        demo_outline_add_wave (sign, 0.0f, 0.0f, size * 0.75f, size * 0.22f, 6, 0.0f);

      demo_mesh_set_filament (lid, 1);
      demo_mesh_extrude (lid, cover, 0.0f, 6.0f, 1.4f);
      demo_mesh_set_filament (lid, 2);
      demo_mesh_extrude (lid, sign, 5.8f, 7.0f, 0.3f);
    }
}
