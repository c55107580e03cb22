/* demo-draw-mechanics.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-draw-parts.h"

typedef struct
{
  guint sun, planet, n_planets;
} GearTrain;

/* Trains whose teeth meet: sun and ring together are a multiple of the planets. */
static const GearTrain gear_trains[] = {
  { 12, 9, 3 }, { 10, 10, 4 }, { 14, 8, 4 }, { 16, 10, 4 }, { 9, 9, 3 }, { 18, 12, 5 }, { 15, 9, 3 },
};

/* A toothed wheel around the pencil, with a hole and, where there is room, round windows. */
static void
add_wheel (DemoMesh *mesh,
           float     radius,
           guint     n_teeth,
           float     angle,
           float     height,
           guint     n_windows)
{
  g_autoptr(DemoOutline) outline = demo_outline_new ();

  demo_outline_add_gear (outline, 0.0f, 0.0f, radius, n_teeth, angle);
  demo_outline_add_circle (outline, 0.0f, 0.0f, MAX (2.0f, radius * 0.16f));
  for (guint i = 0; i < n_windows; i++)
    {
      float at = i * 2.0f * (float) G_PI / n_windows;

      demo_outline_add_circle (outline,
                               0.56f * radius * cosf (at),
                               0.56f * radius * sinf (at),
                               radius * 0.62f / n_windows);
    }

  demo_mesh_extrude (mesh, outline, 0.0f, height, 0.5f);
}

static void
add_train (DemoMesh        *mesh,
           const GearTrain *train,
           float            module,
           float            height)
{
  guint n_ring = train->sun + 2 * train->planet;
  float sun = train->sun * module / 2.0f, planet = train->planet * module / 2.0f, ring = n_ring * module / 2.0f;
  float ring_angle = 0.0f;
  g_autoptr(DemoOutline) outline = demo_outline_new ();

  demo_mesh_set_filament (mesh, 2);
  add_wheel (mesh, sun, train->sun, 0.0f, height + 1.0f, 0);
  demo_mesh_ring (mesh, sun * 0.2f, sun * 0.5f, height, height + 5.0f);

  demo_mesh_set_filament (mesh, 1);
  for (guint i = 0; i < train->n_planets; i++)
    {
      float at = i * 360.0f / train->n_planets;
      float phase = at * train->sun / 360.0f;
      /* A gap of the planet meets the tooth of the sun. */
      float angle = at + 180.0f - (0.5f - phase) * 360.0f / train->planet;

      if (i == 0)
        ring_angle = -(at - angle) * train->planet / n_ring;

      demo_mesh_save (mesh);
      demo_mesh_translate (mesh,
                           (sun + planet) * cosf (at * (float) G_PI / 180.0f),
                           (sun + planet) * sinf (at * (float) G_PI / 180.0f),
                           0.0f);
      add_wheel (mesh, planet, train->planet, angle, height, 0);
      demo_mesh_restore (mesh);
    }

  demo_mesh_set_filament (mesh, 0);
  demo_outline_add_circle (outline, 0.0f, 0.0f, ring + 3.2f * module);
  demo_outline_add_gear (outline, 0.0f, 0.0f, ring, n_ring, ring_angle);
  demo_mesh_extrude (mesh, outline, 0.0f, height, 0.7f);
}

/* The plate with pins that holds the planets. */
static void
add_carrier (DemoMesh        *mesh,
             const GearTrain *train,
             float            module)
{
  float reach = (train->sun + train->planet) * module / 2.0f;
  g_autoptr(DemoOutline) outline = demo_outline_new ();

  demo_outline_add_wave (outline, 0.0f, 0.0f, reach, 0.24f * reach, train->n_planets, 0.0f);
  demo_outline_add_circle (outline, 0.0f, 0.0f, reach * 0.3f);
  demo_mesh_set_filament (mesh, 3);
  demo_mesh_extrude (mesh, outline, 0.0f, 4.0f, 0.6f);

  for (guint i = 0; i < train->n_planets; i++)
    {
      float at = i * 2.0f * (float) G_PI / train->n_planets;

      demo_mesh_save (mesh);
      demo_mesh_translate (mesh, reach * cosf (at), reach * sinf (at), 4.0f);
      demo_mesh_cylinder (mesh, MAX (1.8f, 0.7f * module), 9.0f);
      demo_mesh_restore (mesh);
    }
}

/* A planetary gear, put together or with its carrier and a spare sun beside it. */
void
demo_parts_gearbox (DemoBed *bed)
{
  const GearTrain *train = &gear_trains[demo_bed_count (bed, 0, G_N_ELEMENTS (gear_trains) - 1)];
  float module = demo_bed_between (bed, 1.9f, 2.6f);
  float height = demo_bed_between (bed, 8.0f, 16.0f);

  add_train (demo_bed_add (bed), train, module, height);

  if (demo_bed_toss (bed))
    add_carrier (demo_bed_add (bed), train, module);

  if (demo_bed_toss (bed))
    {
      DemoMesh *mesh = demo_bed_add (bed);

      demo_mesh_set_filament (mesh, 2);
      add_wheel (mesh, train->sun * module / 2.0f, train->sun, 0.0f, height, 0);
      demo_mesh_ring (mesh, module * 1.4f, module * 3.0f, height, height + 12.0f);
    }
}

/* Spur gears of several sizes, some with a hub or a second, smaller wheel on top. */
void
demo_parts_gears (DemoBed *bed)
{
  int n_gears = demo_bed_count (bed, 3, 6);
  float module = demo_bed_between (bed, 1.7f, 2.4f);

  for (int i = 0; i < n_gears; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      guint n_teeth = i == 0 ? demo_bed_count (bed, 34, 46) : demo_bed_count (bed, 10, 28);
      float radius = n_teeth * module / 2.0f;
      float height = demo_bed_between (bed, 6.0f, 10.0f);

      demo_mesh_set_filament (mesh, i % 3);
      add_wheel (mesh, radius, n_teeth, 0.0f, height, radius > 18.0f ? demo_bed_count (bed, 4, 6) : 0);

      if (radius > 18.0f && demo_bed_toss (bed))
        {
          demo_mesh_set_filament (mesh, i % 3 + 1);
          demo_mesh_translate (mesh, 0.0f, 0.0f, height);
          add_wheel (mesh, radius * 0.3f, MAX (8, n_teeth / 3), 0.0f, height, 0);
        }
      else if (radius > 11.0f)
        demo_mesh_ring (mesh, MAX (2.0f, radius * 0.16f), radius * 0.3f, height, height + 4.0f);
    }
}

/* Spinners with bearings in their lobes. */
void
demo_parts_spinner (DemoBed *bed)
{
  int n_spinners = demo_bed_count (bed, 1, 3);

  for (int i = 0; i < n_spinners; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      guint n_lobes = demo_bed_count (bed, 2, 5);
      float reach = demo_bed_between (bed, 24.0f, 30.0f);
      float bearing = n_lobes > 3 ? 8.0f : 11.0f;
      g_autoptr(DemoOutline) outline = demo_outline_new ();

      demo_outline_add_wave (outline, 0.0f, 0.0f, reach, reach * 0.38f, n_lobes, 90.0f);
      demo_outline_add_circle (outline, 0.0f, 0.0f, 9.0f);
      for (guint j = 0; j < n_lobes; j++)
        {
          float at = (90.0f + j * 360.0f / n_lobes) * (float) G_PI / 180.0f;

          demo_outline_add_circle (outline, reach * cosf (at), reach * sinf (at), bearing * 0.8f);
        }
      demo_mesh_set_filament (mesh, i);
      demo_mesh_extrude (mesh, outline, 0.0f, 8.0f, 1.2f);

      for (guint j = 0; j <= n_lobes; j++)
        {
          float at = (90.0f + j * 360.0f / n_lobes) * (float) G_PI / 180.0f;
          float radius = j == n_lobes ? 9.0f : bearing * 0.8f;
          float away = j == n_lobes ? 0.0f : reach;

          demo_mesh_save (mesh);
          demo_mesh_translate (mesh, away * cosf (at), away * sinf (at), 0.0f);
          demo_mesh_set_filament (mesh, i + 1);
          demo_mesh_ring (mesh, radius * 0.72f, radius * 0.98f, 0.0f, 7.6f);
          demo_mesh_set_filament (mesh, i + 2);
          demo_mesh_ring (mesh, radius * 0.3f, radius * 0.62f, 0.0f, 7.2f);
          demo_mesh_restore (mesh);
        }
    }
}

/* A leaf of an angle: a plate with screw holes, standing or lying as the pencil is turned. */
static void
add_leaf (DemoMesh *mesh,
          float     width,
          float     length,
          float     thickness,
          float     hole)
{
  g_autoptr(DemoOutline) outline = demo_outline_new ();
  int n_rows = length > 45.0f ? 2 : 1;

  demo_outline_add_rect (outline, 0.0f, length / 2.0f, width, length, 4.0f);
  for (int row = 0; row < n_rows; row++)
    {
      float y = length * (n_rows == 1 ? 0.64f : 0.42f + 0.36f * row);

      demo_outline_add_circle (outline, -width * 0.27f, y, hole);
      demo_outline_add_circle (outline, width * 0.27f, y, hole);
    }

  demo_mesh_extrude (mesh, outline, 0.0f, thickness, 0.6f);
}

/* Angles with ribs. */
void
demo_parts_bracket (DemoBed *bed)
{
  int n_brackets = demo_bed_count (bed, 2, 4);
  float width = demo_bed_between (bed, 34.0f, 52.0f);
  float depth = demo_bed_between (bed, 38.0f, 58.0f), height = demo_bed_between (bed, 40.0f, 66.0f);
  float thickness = demo_bed_between (bed, 4.5f, 7.0f);
  int n_ribs = demo_bed_count (bed, 1, 3);

  for (int i = 0; i < n_brackets; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      const DemoPoint rib[] = {
        { 0.0f, 0.0f }, { -depth * 0.82f, 0.0f }, { -depth * 0.72f, 2.0f }, { -2.0f, height * 0.8f },
        { 0.0f, height * 0.86f },
      };

      demo_mesh_set_filament (mesh, i % 2 == 0 ? 0 : 1);
      demo_mesh_save (mesh);
      demo_mesh_scale (mesh, 1.0f, -1.0f, 1.0f);
      add_leaf (mesh, width, depth, thickness, 2.6f);
      demo_mesh_restore (mesh);

      demo_mesh_save (mesh);
      demo_mesh_rotate_x (mesh, 90.0f);
      add_leaf (mesh, width, height, thickness, 2.6f);
      demo_mesh_restore (mesh);

      for (int j = 0; j < n_ribs; j++)
        {
          g_autoptr(DemoOutline) outline = demo_outline_new ();
          float x = n_ribs == 1 ? 0.0f : (j / (float) (n_ribs - 1) - 0.5f) * (width - 5.0f);

          demo_outline_add_polygon (outline, rib, G_N_ELEMENTS (rib));
          demo_mesh_save (mesh);
          demo_mesh_translate (mesh, x - 2.0f, -thickness + 0.5f, thickness - 0.5f);
          demo_mesh_rotate_z (mesh, 90.0f);
          demo_mesh_rotate_x (mesh, 90.0f);
          demo_mesh_extrude (mesh, outline, 0.0f, 4.0f, 0.4f);
          demo_mesh_restore (mesh);
        }
    }
}

typedef struct
{
  float radius, depth, pitch, length;
} Thread;

static DemoVec
thread_point (float         across,
              float         along,
              gconstpointer data)
{
  const Thread *thread = data;
  float angle = across * 2.0f * (float) G_PI;
  float z = along * thread->length;
  float phase = z / thread->pitch - across;
  float wave = fabsf (2.0f * (phase - floorf (phase)) - 1.0f);
  float radius = thread->radius - thread->depth * CLAMP (1.5f * wave - 0.25f, 0.0f, 1.0f);

  return demo_vec (radius * cosf (angle), radius * sinf (angle), z);
}

/* Large bolts standing on their heads, with nuts. */
void
demo_parts_bolts (DemoBed *bed)
{
  int n_bolts = demo_bed_count (bed, 2, 5);

  for (int i = 0; i < n_bolts; i++)
    {
      DemoMesh *bolt = demo_bed_add (bed), *nut = demo_bed_add (bed);
      float radius = demo_bed_between (bed, 6.0f, 10.0f);
      Thread thread = { radius, radius * 0.16f, radius * 0.42f, demo_bed_between (bed, 26.0f, 52.0f) };
      g_autoptr(DemoOutline) head = demo_outline_new (), ring = demo_outline_new ();

      demo_outline_add_ngon (head, 0.0f, 0.0f, radius * 1.75f, 6, 0.0f);
      demo_mesh_set_filament (bolt, i % 2);
      demo_mesh_extrude (bolt, head, 0.0f, radius * 1.1f, 0.9f);
      demo_mesh_translate (bolt, 0.0f, 0.0f, radius * 1.1f);
      demo_mesh_surface (bolt, thread_point, &thread, 28, (guint) (thread.length / thread.pitch * 8.0f), FALSE);
      demo_mesh_translate (bolt, 0.0f, 0.0f, thread.length);
      demo_mesh_cylinder (bolt, radius * 0.84f, 1.2f);

      demo_outline_add_ngon (ring, 0.0f, 0.0f, radius * 1.75f, 6, 0.0f);
      demo_outline_add_circle (ring, 0.0f, 0.0f, radius * 0.95f);
      demo_mesh_set_filament (nut, (i + 1) % 2);
      demo_mesh_extrude (nut, ring, 0.0f, radius * 1.1f, 0.9f);
    }
}

/* Hinges printed in one piece, lying open. */
void
demo_parts_hinge (DemoBed *bed)
{
  int n_hinges = demo_bed_count (bed, 2, 4);
  float length = demo_bed_between (bed, 44.0f, 64.0f), leaf = demo_bed_between (bed, 24.0f, 34.0f);
  int n_knuckles = 2 * demo_bed_count (bed, 2, 3) + 1;

  for (int i = 0; i < n_hinges; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);

      for (int side = 0; side < 2; side++)
        {
          g_autoptr(DemoOutline) outline = demo_outline_new ();
          float middle = (side == 0 ? -1.0f : 1.0f) * (leaf / 2.0f + 4.6f);

          demo_outline_add_rect (outline, middle, 0.0f, leaf, length, 5.0f);
          for (int j = 0; j < 3; j++)
            demo_outline_add_circle (outline,
                                     middle + (j == 1 ? leaf * 0.16f : -leaf * 0.12f) * (side == 0 ? -1.0f : 1.0f),
                                     (j - 1) * length * 0.32f,
                                     2.4f);

          demo_mesh_set_filament (mesh, i + side);
          demo_mesh_extrude (mesh, outline, 0.0f, 4.0f, 0.5f);
        }

      for (int j = 0; j < n_knuckles; j++)
        {
          float step = length / n_knuckles;

          demo_mesh_set_filament (mesh, i + j % 2);
          demo_mesh_save (mesh);
          demo_mesh_translate (mesh, 0.0f, -length / 2.0f + j * step + step - 0.3f, 4.8f);
          demo_mesh_rotate_x (mesh, 90.0f);
          demo_mesh_cylinder (mesh, 4.8f, step - 0.6f);
          demo_mesh_restore (mesh);

          demo_mesh_save (mesh);
          demo_mesh_translate (mesh, (j % 2 == 0 ? -1.0f : 1.0f) * 4.0f, -length / 2.0f + (j + 0.5f) * step, 0.0f);
          demo_mesh_box (mesh, 6.0f, step - 0.6f, 4.0f, 0.3f);
          demo_mesh_restore (mesh);
        }
    }
}

/* Turning knobs with a mark. */
void
demo_parts_knobs (DemoBed *bed)
{
  int n_knobs = demo_bed_count (bed, 4, 9);
  guint n_waves = demo_bed_count (bed, 6, 16);
  float radius = demo_bed_between (bed, 12.0f, 19.0f), height = demo_bed_between (bed, 12.0f, 22.0f);

  for (int i = 0; i < n_knobs; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      g_autoptr(DemoOutline) skirt = demo_outline_new (), grip = demo_outline_new (), mark = demo_outline_new ();
      float turned = demo_bed_between (bed, 0.0f, 360.0f);

      demo_outline_add_circle (skirt, 0.0f, 0.0f, radius * 1.25f);
      demo_outline_add_wave (grip, 0.0f, 0.0f, radius, radius * 0.05f, n_waves, turned);
      demo_outline_add_rect (mark, radius * 0.6f, 0.0f, radius * 0.55f, radius * 0.16f, 1.0f);

      demo_mesh_set_filament (mesh, i % 3 == 2 ? 1 : 0);
      demo_mesh_extrude (mesh, skirt, 0.0f, 3.0f, 0.8f);
      demo_mesh_extrude (mesh, grip, 3.0f, height, 1.6f);
      demo_mesh_set_filament (mesh, i % 3 == 2 ? 0 : 1);
      demo_mesh_rotate_z (mesh, turned);
      demo_mesh_extrude (mesh, mark, height - 0.4f, height + 0.5f, 0.2f);
    }
}

static void
add_ring_clamp (DemoMesh *mesh,
                float     inner,
                float     wall,
                float     height)
{
  g_autoptr(DemoOutline) ring = demo_outline_new ();

  demo_outline_add_arc (ring, 0.0f, 0.0f, inner, inner + wall, 12.0f, 348.0f);
  demo_mesh_extrude (mesh, ring, 0.0f, height, 0.6f);

  for (int side = 0; side < 2; side++)
    {
      g_autoptr(DemoOutline) ear = demo_outline_new ();

      demo_outline_add_rect (ear, 0.0f, height / 2.0f, 15.0f, height, 3.0f);
      demo_outline_add_circle (ear, 1.6f, height / 2.0f, 2.2f);
      demo_mesh_save (mesh);
      demo_mesh_translate (mesh, inner + wall + 5.0f, side == 0 ? -inner * 0.22f : inner * 0.22f + wall, 0.0f);
      demo_mesh_rotate_x (mesh, 90.0f);
      demo_mesh_extrude (mesh, ear, 0.0f, wall, 0.4f);
      demo_mesh_restore (mesh);
    }
}

/* Pipe clamps with a foot and a thumb screw. */
void
demo_parts_clamp (DemoBed *bed)
{
  int n_clamps = demo_bed_count (bed, 2, 3);
  float inner = demo_bed_between (bed, 12.0f, 20.0f), height = demo_bed_between (bed, 16.0f, 26.0f);

  for (int i = 0; i < n_clamps; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed), *screw = demo_bed_add (bed);
      g_autoptr(DemoOutline) grip = demo_outline_new ();

      demo_mesh_set_filament (mesh, 0);
      add_ring_clamp (mesh, inner, 4.0f, height);

      demo_mesh_set_filament (mesh, demo_bed_count (bed, 0, 1));
      demo_mesh_save (mesh);
      demo_mesh_translate (mesh, -inner - 3.0f - 9.0f, 0.0f, 0.0f);
      demo_mesh_box (mesh, 20.0f, inner * 1.1f, height, 2.0f);
      demo_mesh_translate (mesh, -12.0f, 0.0f, 0.0f);
      demo_mesh_box (mesh, 6.0f, inner * 2.0f, height, 2.0f);
      demo_mesh_restore (mesh);

      demo_outline_add_wave (grip, 0.0f, 0.0f, 9.0f, 1.3f, 6, 0.0f);
      demo_mesh_set_filament (screw, 1);
      demo_mesh_extrude (screw, grip, 0.0f, 6.0f, 1.0f);
      demo_mesh_set_filament (screw, 2);
      demo_mesh_cylinder (screw, 3.2f, 24.0f);
    }
}

/* Funnels and hose adapters. */
void
demo_parts_adapter (DemoBed *bed)
{
  int n_adapters = demo_bed_count (bed, 2, 4);

  for (int i = 0; i < n_adapters; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      float wide = demo_bed_between (bed, 20.0f, 34.0f), narrow = demo_bed_between (bed, 8.0f, 14.0f);
      float height = demo_bed_between (bed, 44.0f, 70.0f);
      const DemoPoint profile[] = {
        { wide, 0.0f }, { wide + 2.0f, 0.0f }, { wide + 2.0f, 4.0f }, { wide, 4.4f },
        { wide, height * 0.34f }, { narrow, height * 0.62f },
        { narrow, height * 0.7f }, { narrow + 1.2f, height * 0.71f }, { narrow, height * 0.8f },
        { narrow + 1.2f, height * 0.81f },
        { narrow, height * 0.9f }, { narrow + 1.2f, height * 0.91f }, { narrow - 0.6f, height },
        { narrow - 2.4f, height }, { narrow - 2.4f, height * 0.5f },
      };

      demo_mesh_set_filament (mesh, i);
      demo_mesh_lathe (mesh, profile, G_N_ELEMENTS (profile), 48);
      demo_mesh_set_filament (mesh, i + 1);
      demo_mesh_translate (mesh, 0.0f, 0.0f, height * 0.62f);
      demo_mesh_ring (mesh, narrow - 0.5f, narrow + 4.0f, 0.0f, 3.4f);
    }
}
