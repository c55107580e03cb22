/* demo-draw-workshop.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-draw-parts.h"

/* Turns the pencil so that a shape drawn from the side, with x to the back and y up, is drawn out to the right. */
static void
turn_to_side (DemoMesh *mesh)
{
  demo_mesh_rotate_z (mesh, 90.0f);
  demo_mesh_rotate_x (mesh, 90.0f);
}

/* One bin of so many units, with its feet, a lip, walls between the compartments and a slanted front. */
static void
add_bin (DemoMesh *mesh,
         int       n_x,
         int       n_y,
         int       n_walls,
         float     height,
         guint     filament)
{
  const float unit = 30.0f;
  float width = n_x * unit - 1.0f, depth = n_y * unit - 1.0f;
  g_autoptr(DemoOutline) floor = demo_outline_new (), lip_edge = demo_outline_new ();
  g_autoptr(DemoOutline) wall = NULL, lip = NULL;

  demo_mesh_set_filament (mesh, filament);
  for (int i = 0; i < n_x * n_y; i++)
    {
      demo_mesh_save (mesh);
      demo_mesh_translate (mesh, (i % n_x - (n_x - 1) / 2.0f) * unit, (i / n_x - (n_y - 1) / 2.0f) * unit, 0.0f);
      demo_mesh_box (mesh, unit - 5.0f, unit - 5.0f, 4.0f, 3.0f);
      demo_mesh_restore (mesh);
    }

  demo_outline_add_rect (floor, 0.0f, 0.0f, width, depth, 3.6f);
  demo_outline_add_rect (lip_edge, 0.0f, 0.0f, width, depth, 3.6f);
  wall = demo_outline_hollow (floor, 1.8f);
  lip = demo_outline_hollow (lip_edge, 2.6f);
  demo_mesh_extrude (mesh, floor, 3.4f, 5.0f, 0.0f);
  demo_mesh_extrude (mesh, wall, 5.0f, height, 0.0f);
  demo_mesh_extrude (mesh, lip, height, height + 3.0f, 0.8f);

  for (int i = 1; i <= n_walls; i++)
    {
      demo_mesh_save (mesh);
      demo_mesh_translate (mesh, (i / (float) (n_walls + 1) - 0.5f) * (width - 2.0f), 0.0f, 5.0f);
      demo_mesh_box (mesh, 1.6f, depth - 2.0f, height - 7.0f, 0.1f);
      demo_mesh_restore (mesh);
    }

  demo_mesh_set_filament (mesh, filament + 1);
  demo_mesh_save (mesh);
  demo_mesh_translate (mesh, 0.0f, depth / 2.0f - 6.0f, height - 2.4f);
  demo_mesh_box (mesh, width - 3.0f, 9.0f, 2.0f, 0.4f);
  demo_mesh_restore (mesh);
}

/* Bins that stand in a grid, and a piece of the grid. */
void
demo_parts_bins (DemoBed *bed)
{
  int n_bins = demo_bed_count (bed, 3, 5);

  for (int i = 0; i < n_bins; i++)
    {
      int n_x = demo_bed_count (bed, 1, 3), n_y = demo_bed_count (bed, 1, 2);

      add_bin (demo_bed_add (bed),
               n_x,
               n_y,
               demo_bed_count (bed, 0, n_x),
               16.0f + 9.0f * demo_bed_count (bed, 0, 3),
               i % 3);
    }

  if (demo_bed_toss (bed))
    {
      DemoMesh *mesh = demo_bed_add (bed);
      g_autoptr(DemoOutline) grid = demo_outline_new ();

      demo_outline_add_rect (grid, 0.0f, 0.0f, 92.0f, 62.0f, 4.0f);
      for (int i = 0; i < 6; i++)
        demo_outline_add_rect (grid, (i % 3 - 1) * 30.0f, (i / 3 - 0.5f) * 30.0f, 26.0f, 26.0f, 3.0f);
      demo_mesh_set_filament (mesh, 2);
      demo_mesh_extrude (mesh, grid, 0.0f, 5.0f, 1.4f);
    }
}

/* A wall panel of hexagons, with hooks or cups to hang into it. */
void
demo_parts_honeycomb (DemoBed *bed)
{
  DemoMesh *panel = demo_bed_add (bed);
  int n_columns = demo_bed_count (bed, 5, 8), n_rows = demo_bed_count (bed, 4, 6);
  int n_inserts = demo_bed_count (bed, 2, 4);
  const float step = 20.0f;

  for (int i = 0; i < n_columns * n_rows; i++)
    {
      g_autoptr(DemoOutline) cell = demo_outline_new ();
      float x = (i % n_columns + (i / n_columns % 2) * 0.5f) * step, y = (i / n_columns) * step * 0.866f;

      demo_outline_add_ngon (cell, x, y, step / 1.732f + 0.05f, 6, 30.0f);
      demo_outline_add_ngon (cell, x, y, step / 1.732f - 2.0f, 6, 30.0f);
      demo_mesh_set_filament (panel, i % 11 == 4 ? 1 : 0);
      demo_mesh_extrude (panel, cell, 0.0f, 7.0f, 0.5f);
    }

  for (int i = 0; i < n_inserts; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      g_autoptr(DemoOutline) outline = demo_outline_new ();
      g_autoptr(DemoOutline) cup = NULL;

      demo_outline_add_ngon (outline, 0.0f, 0.0f, i % 2 == 0 ? 18.0f : 11.0f, 6, 30.0f);
      cup = demo_outline_hollow (outline, 1.8f);
      demo_mesh_set_filament (mesh, i % 2 + 1);
      demo_mesh_extrude (mesh, outline, 0.0f, 2.0f, 0.0f);
      demo_mesh_extrude (mesh, cup, 2.0f, demo_bed_between (bed, 14.0f, 34.0f), 0.5f);
    }
}

/* A wall hook, lying on its back: a plate with two holes and a bent rod. */
static void
add_hook (DemoMesh *mesh,
          float     size,
          float     bend)
{
  DemoVec path[14];
  g_autoptr(DemoOutline) plate = demo_outline_new ();

  demo_outline_add_rect (plate, 0.0f, 0.0f, size * 0.6f, size * 1.5f, size * 0.28f);
  demo_outline_add_circle (plate, 0.0f, size * 0.5f, size * 0.09f);
  demo_outline_add_circle (plate, 0.0f, -size * 0.56f, size * 0.09f);
  demo_mesh_extrude (mesh, plate, 0.0f, size * 0.16f, size * 0.05f);

  for (guint i = 0; i < G_N_ELEMENTS (path); i++)
    {
      float at = i / (float) (G_N_ELEMENTS (path) - 1);
      float angle = at * bend * (float) G_PI;

      path[i] = demo_vec (0.0f,
                          -size * 0.3f + size * 0.42f * (1.0f - cosf (angle)),
                          size * (0.12f + 0.5f * sinf (angle) + 0.25f * at));
    }
  demo_mesh_set_filament (mesh, 1);
  demo_mesh_tube (mesh, path, G_N_ELEMENTS (path), size * 0.15f);
}

/* Wall hooks, or a rail with pegs. */
void
demo_parts_hooks (DemoBed *bed)
{
  if (demo_bed_toss (bed))
    {
      int n_hooks = demo_bed_count (bed, 3, 8);
      float size = demo_bed_between (bed, 28.0f, 40.0f), bend = demo_bed_between (bed, 0.7f, 0.95f);

      for (int i = 0; i < n_hooks; i++)
        {
          DemoMesh *mesh = demo_bed_add (bed);

          demo_mesh_set_filament (mesh, i % 2 == 0 ? 0 : 2);
          add_hook (mesh, size, bend);
        }
    }
  else
    {
      int n_rails = demo_bed_count (bed, 1, 3), n_pegs = demo_bed_count (bed, 3, 5);

      for (int i = 0; i < n_rails; i++)
        {
          DemoMesh *mesh = demo_bed_add (bed);

          demo_mesh_set_filament (mesh, i);
          demo_mesh_box (mesh, n_pegs * 30.0f, 34.0f, 6.0f, 10.0f);
          for (int j = 0; j < n_pegs; j++)
            {
              const DemoPoint peg[] = {
                { 8.0f, 0.0f }, { 5.0f, 5.0f }, { 4.4f, 18.0f }, { 5.4f, 24.0f }, { 8.6f, 27.0f },
                { 8.6f, 30.0f }, { 6.0f, 32.0f }, { 0.0f, 33.0f },
              };

              demo_mesh_save (mesh);
              demo_mesh_translate (mesh, (j - (n_pegs - 1) / 2.0f) * 30.0f, 0.0f, 6.0f);
              demo_mesh_set_filament (mesh, i + 1 + j % 2);
              demo_mesh_lathe (mesh, peg, G_N_ELEMENTS (peg), 32);
              demo_mesh_restore (mesh);
            }
        }
    }
}

/* Many small clips for cables. */
void
demo_parts_clips (DemoBed *bed)
{
  int n_clips = demo_bed_count (bed, 8, 18), n_slots = demo_bed_count (bed, 1, 3);
  float radius = demo_bed_between (bed, 5.0f, 8.0f), height = demo_bed_between (bed, 10.0f, 16.0f);

  for (int i = 0; i < n_clips; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      float width = n_slots * (2.0f * radius + 4.0f) + 8.0f;
      g_autoptr(DemoOutline) foot = demo_outline_new ();

      demo_mesh_set_filament (mesh, i % 5 == 3 ? 1 : i % 7 == 5 ? 2 : 0);
      demo_outline_add_rect (foot, 0.0f, -radius - 2.0f, width, 4.0f, 1.4f);
      demo_mesh_extrude (mesh, foot, 0.0f, height, 0.5f);

      for (int j = 0; j < n_slots; j++)
        {
          g_autoptr(DemoOutline) ring = demo_outline_new ();

          demo_outline_add_arc (ring,
                                (j - (n_slots - 1) / 2.0f) * (2.0f * radius + 4.0f),
                                0.0f,
                                radius - 1.4f,
                                radius + 1.0f,
                                130.0f,
                                410.0f);
          demo_mesh_extrude (mesh, ring, 0.0f, height, 0.5f);
        }
    }
}

/* A cluster of tubes for pens. */
void
demo_parts_pens (DemoBed *bed)
{
  DemoMesh *mesh = demo_bed_add (bed);
  int n_tubes = demo_bed_count (bed, 4, 7);
  guint n_sides = demo_bed_toss (bed) ? 6 : 28;
  float radius = demo_bed_between (bed, 17.0f, 22.0f), height = demo_bed_between (bed, 70.0f, 96.0f);

  for (int i = 0; i < n_tubes; i++)
    {
      float away = i == 0 ? 0.0f : radius * 1.732f;
      float at = (30.0f + (i - 1) * 60.0f) * (float) G_PI / 180.0f;
      float top = i == 0 ? height : height * demo_bed_between (bed, 0.4f, 0.95f);
      g_autoptr(DemoOutline) outline = demo_outline_new ();
      g_autoptr(DemoOutline) wall = NULL;

      demo_outline_add_ngon (outline, away * cosf (at), away * sinf (at), radius, n_sides, 0.0f);
      wall = demo_outline_hollow (outline, 2.2f);
      demo_mesh_set_filament (mesh, i % 2 == 0 ? 0 : 1);
      demo_mesh_extrude (mesh, outline, 0.0f, 3.0f, 0.0f);
      demo_mesh_extrude (mesh, wall, 3.0f, top - 9.0f, 0.0f);
      demo_mesh_set_filament (mesh, i % 2 == 0 ? 2 : 1);
      demo_mesh_extrude (mesh, wall, top - 9.0f, top - 4.0f, 0.0f);
      demo_mesh_set_filament (mesh, i % 2 == 0 ? 0 : 1);
      demo_mesh_extrude (mesh, wall, top - 4.0f, top, 0.7f);
    }
}

/* A stepped rack with holes for bits and drivers. */
void
demo_parts_rack (DemoBed *bed)
{
  DemoMesh *mesh = demo_bed_add (bed);
  int n_steps = demo_bed_count (bed, 2, 4), n_holes = demo_bed_count (bed, 5, 9);
  float step = demo_bed_between (bed, 18.0f, 24.0f), rise = demo_bed_between (bed, 10.0f, 18.0f);
  float width = n_holes * 15.0f + 8.0f;

  for (int i = 0; i < n_steps; i++)
    {
      g_autoptr(DemoOutline) outline = demo_outline_new ();
      float top = 16.0f + rise * i;

      demo_outline_add_rect (outline, 0.0f, i * step, width, step + 0.1f, 2.0f);
      for (int j = 0; j < n_holes; j++)
        {
          float x = (j - (n_holes - 1) / 2.0f) * 15.0f;

          if (i % 2 == 0)
            demo_outline_add_circle (outline, x, i * step, 3.0f + 0.3f * j);
          else
            demo_outline_add_ngon (outline, x, i * step, 4.6f, 6, 0.0f);
        }
      demo_mesh_set_filament (mesh, i % 2);
      demo_mesh_extrude (mesh, outline, 0.0f, top, 0.8f);
    }

  if (demo_bed_toss (bed))
    {
      DemoMesh *tray = demo_bed_add (bed);
      g_autoptr(DemoOutline) outline = demo_outline_new ();
      g_autoptr(DemoOutline) wall = NULL;

      demo_outline_add_rect (outline, 0.0f, 0.0f, width * 0.8f, 30.0f, 4.0f);
      wall = demo_outline_hollow (outline, 2.0f);
      demo_mesh_set_filament (tray, 2);
      demo_mesh_extrude (tray, outline, 0.0f, 2.0f, 0.0f);
      demo_mesh_extrude (tray, wall, 2.0f, 14.0f, 0.5f);
    }
}

/* Stands for telephones and tablets. */
void
demo_parts_stand (DemoBed *bed)
{
  int n_stands = demo_bed_count (bed, 1, 2);

  for (int i = 0; i < n_stands; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      float width = demo_bed_between (bed, 56.0f, 80.0f), height = demo_bed_between (bed, 70.0f, 96.0f);
      float lean = demo_bed_between (bed, 22.0f, 34.0f), foot = demo_bed_between (bed, 62.0f, 76.0f);
      const DemoPoint side[] = {
        { 0.0f, 0.0f }, { foot, 0.0f }, { foot, 6.0f }, { 24.0f, 6.0f }, { 20.0f, 12.0f },
        { 20.0f + lean, height }, { 12.0f + lean, height + 2.0f },
        { 11.0f, 12.0f }, { 6.0f, 10.0f }, { 4.0f, 22.0f }, { -3.0f, 21.0f }, { -1.0f, 4.0f },
      };
      const DemoPoint brace[] = {
        { foot - 8.0f, 5.0f }, { foot - 2.0f, 5.0f }, { 22.0f + lean * 0.6f, height * 0.62f },
        { 17.0f + lean * 0.6f, height * 0.62f },
      };
      g_autoptr(DemoOutline) profile = demo_outline_new (), rib = demo_outline_new (), panel = demo_outline_new ();

      demo_outline_add_polygon (profile, side, G_N_ELEMENTS (side));
      demo_outline_add_polygon (rib, brace, G_N_ELEMENTS (brace));
      demo_outline_add_wave (panel, 0.0f, 0.0f, 11.0f, 2.4f, demo_bed_count (bed, 3, 8), 90.0f);

      demo_mesh_save (mesh);
      turn_to_side (mesh);
      demo_mesh_set_filament (mesh, i);
      demo_mesh_extrude (mesh, profile, -width / 2.0f, width / 2.0f, 0.6f);
      demo_mesh_set_filament (mesh, i + 1);
      demo_mesh_extrude (mesh, rib, -width * 0.36f, -width * 0.24f, 0.4f);
      demo_mesh_extrude (mesh, rib, width * 0.24f, width * 0.36f, 0.4f);
      demo_mesh_restore (mesh);

      /* An ornament on the slanted back. */
      demo_mesh_save (mesh);
      demo_mesh_translate (mesh, 0.0f, 11.0f + lean * 0.55f, height * 0.58f);
      demo_mesh_rotate_x (mesh, 90.0f - atanf (lean / height) * 180.0f / (float) G_PI);
      demo_mesh_set_filament (mesh, i + 2);
      demo_mesh_extrude (mesh, panel, -1.0f, 2.0f, 0.5f);
      demo_mesh_restore (mesh);
    }
}

/* A stand for headphones or a game controller. */
void
demo_parts_headphones (DemoBed *bed)
{
  DemoMesh *mesh = demo_bed_add (bed);
  float height = demo_bed_between (bed, 110.0f, 150.0f), radius = demo_bed_between (bed, 40.0f, 50.0f);
  g_autoptr(DemoOutline) foot = demo_outline_new (), post = demo_outline_new ();
  g_autoptr(DemoOutline) arch = demo_outline_new (), inlay = demo_outline_new ();
  guint n_waves = demo_bed_count (bed, 0, 6);

  demo_outline_add_wave (foot, 0.0f, 0.0f, radius, n_waves > 2 ? 3.0f : 0.0f, n_waves, 90.0f);
  demo_outline_add_wave (inlay, 0.0f, 0.0f, radius * 0.74f, n_waves > 2 ? 3.0f : 0.0f, n_waves, 90.0f);
  demo_outline_add_rect (post, 0.0f, 0.0f, 22.0f, 12.0f, 5.0f);
  demo_outline_add_arc (arch, 0.0f, 0.0f, 30.0f, 37.0f, 20.0f, 160.0f);

  demo_mesh_set_filament (mesh, 0);
  demo_mesh_extrude (mesh, foot, 0.0f, 9.0f, 1.6f);
  demo_mesh_set_filament (mesh, 1);
  demo_mesh_extrude (mesh, inlay, 8.8f, 9.8f, 0.3f);
  demo_mesh_set_filament (mesh, 2);
  demo_mesh_extrude (mesh, post, 9.0f, height - 26.0f, 0.0f);

  demo_mesh_save (mesh);
  demo_mesh_translate (mesh, 0.0f, 17.0f, height - 60.0f);
  demo_mesh_rotate_x (mesh, 90.0f);
  demo_mesh_set_filament (mesh, 1);
  demo_mesh_extrude (mesh, arch, 0.0f, 34.0f, 0.8f);
  demo_mesh_restore (mesh);

  if (demo_bed_toss (bed))
    {
      DemoMesh *dish = demo_bed_add (bed);
      const DemoPoint profile[] = {
        { 20.0f, 0.0f }, { 25.0f, 10.0f }, { 25.0f, 11.0f }, { 23.0f, 11.0f }, { 17.0f, 3.0f },
        { 0.0f, 3.0f },
      };

      demo_mesh_set_filament (dish, 2);
      demo_mesh_lathe (dish, profile, G_N_ELEMENTS (profile), 40);
    }
}

/* Coasters with inlaid figures. */
void
demo_parts_coasters (DemoBed *bed)
{
  int n_coasters = demo_bed_count (bed, 3, 6), shape = demo_bed_count (bed, 0, 2);

  for (int i = 0; i < n_coasters; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      g_autoptr(DemoOutline) plate = demo_outline_new (), figure = demo_outline_new ();
      g_autoptr(DemoOutline) rim = NULL;
      const float radius = 38.0f;

      if (shape == 0)
        demo_outline_add_circle (plate, 0.0f, 0.0f, radius);
      else if (shape == 1)
        demo_outline_add_ngon (plate, 0.0f, 0.0f, radius * 1.1f, 6, 0.0f);
      else
        demo_outline_add_rect (plate, 0.0f, 0.0f, radius * 1.9f, radius * 1.9f, 9.0f);

      for (int j = demo_bed_count (bed, 2, 4); j > 0; j--)
        {
          if (i % 3 == 0)
            demo_outline_add_star (figure, 0.0f, 0.0f, 6.6f * j, 3.6f * j, 5 + i, 90.0f);
          else if (i % 3 == 1)
            demo_outline_add_wave (figure, 0.0f, 0.0f, 6.2f * j, 1.0f * j, 5 + i, 0.0f);
          else
            demo_outline_add_ngon (figure, 0.0f, 0.0f, 7.0f * j, 6, 15.0f * j);
        }

      rim = demo_outline_hollow (plate, 2.6f);
      demo_mesh_set_filament (mesh, i % 2 == 0 ? 0 : 1);
      demo_mesh_extrude (mesh, plate, 0.0f, 3.4f, 0.0f);
      demo_mesh_extrude (mesh, rim, 3.4f, 5.6f, 0.6f);
      demo_mesh_set_filament (mesh, i % 2 == 0 ? 1 : 2);
      demo_mesh_extrude (mesh, figure, 3.2f, 4.2f, 0.0f);
    }
}

/* A spool's sides and core, and rollers for it. */
void
demo_parts_spool (DemoBed *bed)
{
  float radius = demo_bed_between (bed, 44.0f, 56.0f);
  int n_windows = demo_bed_count (bed, 4, 8), n_rollers = demo_bed_count (bed, 2, 4);

  for (int i = 0; i < 2; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      g_autoptr(DemoOutline) side = demo_outline_new ();

      demo_outline_add_circle (side, 0.0f, 0.0f, radius);
      demo_outline_add_circle (side, 0.0f, 0.0f, radius * 0.27f);
      for (int j = 0; j < n_windows; j++)
        {
          float at = j * 2.0f * (float) G_PI / n_windows;

          demo_outline_add_circle (side,
                                   radius * 0.7f * cosf (at),
                                   radius * 0.7f * sinf (at),
                                   MIN (radius * 0.2f, radius * 1.5f / n_windows));
        }

      demo_mesh_set_filament (mesh, 0);
      demo_mesh_extrude (mesh, side, 0.0f, 3.4f, 0.6f);
      demo_mesh_set_filament (mesh, 1);
      demo_mesh_ring (mesh, radius * 0.36f, radius * 0.42f, 3.4f, i == 0 ? 34.0f : 12.0f);
    }

  for (int i = 0; i < n_rollers; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      const DemoPoint roller[] = {
        { 10.0f, 0.0f }, { 10.0f, 4.0f }, { 6.0f, 6.0f }, { 6.0f, 20.0f }, { 10.0f, 22.0f }, { 10.0f, 26.0f },
        { 3.4f, 26.0f }, { 3.4f, 10.0f },
      };

      demo_mesh_set_filament (mesh, 2);
      demo_mesh_lathe (mesh, roller, G_N_ELEMENTS (roller), 36);
    }
}
