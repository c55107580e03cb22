/* demo-draw-gadgets.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-draw-parts.h"

/* A racing drone's frame, with canopy and motor guards. */
void
demo_parts_drone (DemoBed *bed)
{
  DemoMesh *frame = demo_bed_add (bed), *canopy = demo_bed_add (bed);
  float reach = demo_bed_between (bed, 46.0f, 58.0f), guard = demo_bed_between (bed, 17.0f, 23.0f);
  g_autoptr(DemoOutline) middle = demo_outline_new ();
  const DemoPoint shell[] = {
    { 17.0f, 0.0f }, { 16.8f, 4.0f }, { 15.0f, 9.0f }, { 10.5f, 14.0f }, { 5.0f, 16.4f }, { 0.0f, 17.0f },
  };

  demo_outline_add_rect (middle, 0.0f, 0.0f, 38.0f, 58.0f, 10.0f);
  demo_outline_add_rect (middle, 0.0f, 0.0f, 20.0f, 26.0f, 4.0f);
  demo_mesh_set_filament (frame, 0);
  demo_mesh_extrude (frame, middle, 0.0f, 5.0f, 0.8f);

  for (int i = 0; i < 4; i++)
    {
      g_autoptr(DemoOutline) arm = demo_outline_new ();
      float at = (45.0f + 90.0f * i) * (float) G_PI / 180.0f;

      demo_mesh_save (frame);
      demo_mesh_rotate_z (frame, 45.0f + 90.0f * i);
      demo_outline_add_rect (arm, reach * 0.62f, 0.0f, reach * 0.8f, 9.0f, 3.0f);
      demo_mesh_set_filament (frame, 0);
      demo_mesh_extrude (frame, arm, 0.0f, 4.6f, 0.7f);
      demo_mesh_restore (frame);

      demo_mesh_save (frame);
      demo_mesh_translate (frame, reach * cosf (at), reach * sinf (at), 0.0f);
      demo_mesh_set_filament (frame, 1);
      demo_mesh_ring (frame, guard - 2.6f, guard, 0.0f, 10.0f);
      demo_mesh_set_filament (frame, 2);
      demo_mesh_ring (frame, 2.6f, 8.0f, 0.0f, 7.0f);
      demo_mesh_restore (frame);
    }

  demo_mesh_set_filament (canopy, 1);
  demo_mesh_scale (canopy, 1.0f, 1.7f, 1.0f);
  demo_mesh_lathe (canopy, shell, G_N_ELEMENTS (shell), 32);
}

/* The lower half of a case: a tray with posts and gaps for the plugs. */
static void
add_tray (DemoMesh *mesh,
          float     width,
          float     depth,
          float     height)
{
  g_autoptr(DemoOutline) floor = demo_outline_new ();
  g_autoptr(DemoOutline) wall = NULL;

  demo_outline_add_rect (floor, 0.0f, 0.0f, width, depth, 5.0f);
  wall = demo_outline_hollow (floor, 2.4f);
  demo_mesh_extrude (mesh, floor, 0.0f, 2.4f, 0.0f);
  demo_mesh_extrude (mesh, wall, 2.4f, height, 0.5f);

  for (int i = 0; i < 4; i++)
    {
      demo_mesh_save (mesh);
      demo_mesh_translate (mesh,
                           (i % 2 == 0 ? -1.0f : 1.0f) * (width / 2.0f - 8.0f),
                           (i < 2 ? -1.0f : 1.0f) * (depth / 2.0f - 8.0f),
                           2.4f);
      demo_mesh_ring (mesh, 1.4f, 3.6f, 0.0f, height * 0.5f);
      demo_mesh_restore (mesh);
    }

  demo_mesh_set_filament (mesh, 1);
  for (int i = 0; i < 3; i++)
    {
      demo_mesh_save (mesh);
      demo_mesh_translate (mesh, (i - 1) * width * 0.28f, -depth / 2.0f, height * 0.3f);
      demo_mesh_box (mesh, width * (i == 1 ? 0.2f : 0.13f), 1.6f, height * 0.4f, 0.3f);
      demo_mesh_restore (mesh);
    }
}

/* A case for a small computer: tray and lid with a grille. */
void
demo_parts_case (DemoBed *bed)
{
  DemoMesh *tray = demo_bed_add (bed), *lid = demo_bed_add (bed);
  float width = demo_bed_between (bed, 84.0f, 104.0f), depth = demo_bed_between (bed, 56.0f, 70.0f);
  int style = demo_bed_count (bed, 0, 2);
  g_autoptr(DemoOutline) cover = demo_outline_new (), rim = demo_outline_new ();
  g_autoptr(DemoOutline) border = NULL;

  add_tray (tray, width, depth, demo_bed_between (bed, 16.0f, 28.0f));

  demo_outline_add_rect (cover, 0.0f, 0.0f, width, depth, 5.0f);
  if (style == 0)
    {
      for (int i = 0; i < 9; i++)
        demo_outline_add_rect (cover, (i - 4) * 6.0f, 0.0f, 3.0f, depth * 0.55f, 1.5f);
    }
  else
    {
      for (int i = 0; i < 7 * 5; i++)
        demo_outline_add_ngon (cover,
                               (i % 7 - 3) * 7.4f + (i / 7 % 2) * 3.7f - 1.8f,
                               (i / 7 - 2) * 6.4f,
                               3.2f,
                               style == 1 ? 6 : 16,
                               30.0f);
    }
  demo_mesh_set_filament (lid, 2);
  demo_mesh_extrude (lid, cover, 0.0f, 3.2f, 0.7f);

  demo_outline_add_rect (rim, 0.0f, 0.0f, width - 8.0f, depth - 8.0f, 4.0f);
  border = demo_outline_hollow (rim, 1.6f);
  demo_mesh_set_filament (lid, 1);
  demo_mesh_extrude (lid, border, 3.0f, 4.2f, 0.2f);
}

static DemoVec
keycap_point (float         across,
              float         along,
              gconstpointer data)
{
  const float *units = data;
  static const DemoPoint levels[] = {
    { 9.0f, 0.0f }, { 8.9f, 1.2f }, { 7.0f, 8.2f }, { 6.5f, 8.8f }, { 5.4f, 8.7f }, { 3.0f, 8.3f },
    { 0.0f, 8.1f },
  };
  DemoPoint level = levels[(guint) roundf (along * (G_N_ELEMENTS (levels) - 1))];
  float angle = across * 2.0f * (float) G_PI;
  /* A square with soft corners. */
  float c = cosf (angle), s = sinf (angle);
  float reach = level.x / powf (powf (fabsf (c), 7.0f) + powf (fabsf (s), 7.0f), 1.0f / 7.0f);

  return demo_vec (reach * c + copysignf ((*units - 1.0f) * 9.5f, c) * MIN (1.0f, level.x), reach * s, level.y);
}

/* Keys for a keyboard, some with letters. */
void
demo_parts_keycaps (DemoBed *bed)
{
  static const char letters[] = "QWERTYASDFGHZXCVBN";
  int n_columns = demo_bed_count (bed, 4, 6), n_rows = demo_bed_count (bed, 3, 4);

  for (int i = 0; i < n_columns * n_rows; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      float units = i == n_columns * n_rows - 1 ? 2.25f : 1.0f;
      int accent = (i * 7 + n_columns) % 9 == 0 ? 1 : 0;
      const char text[2] = { letters[i % (sizeof letters - 1)], 0 };

      demo_mesh_set_filament (mesh, accent);
      demo_mesh_surface (mesh, keycap_point, &units, 48, 6, FALSE);

      if (units == 1.0f)
        {
          g_autoptr(DemoOutline) outline = demo_outline_new ();

          demo_outline_add_text (outline, text, 0.0f, 0.0f, 6.5f);
          demo_mesh_set_filament (mesh, accent == 1 ? 0 : 2);
          demo_mesh_extrude (mesh, outline, 8.0f, 8.9f, 0.0f);
        }
    }
}

/* A letter on a wall that faces the pencil's front. */
static void
add_wall_letter (DemoMesh   *mesh,
                 const char *text,
                 float       height)
{
  g_autoptr(DemoOutline) outline = demo_outline_new ();

  demo_outline_add_text (outline, text, 0.0f, 0.0f, height);
  demo_mesh_rotate_x (mesh, 90.0f);
  demo_mesh_extrude (mesh, outline, -0.4f, 0.7f, 0.0f);
}

static void
add_test_tower (DemoBed  *bed,
                DemoMesh *mesh)
{
  int n_floors = demo_bed_count (bed, 6, 9);

  for (int i = 0; i < n_floors; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", 230 - 5 * i);

      demo_mesh_save (mesh);
      demo_mesh_translate (mesh, 0.0f, 0.0f, 2.0f + 10.0f * i);
      demo_mesh_set_filament (mesh, i % 2);
      demo_mesh_box (mesh, 26.0f, 10.0f, 8.4f, 0.6f);
      demo_mesh_translate (mesh, 21.0f, 0.0f, 0.0f);
      demo_mesh_box (mesh, 8.0f, 10.0f, 8.4f, 0.6f);
      demo_mesh_translate (mesh, -6.0f, 0.0f, 7.0f);
      demo_mesh_box (mesh, 12.0f, 10.0f, 1.4f, 0.2f);
      demo_mesh_restore (mesh);

      demo_mesh_save (mesh);
      demo_mesh_set_filament (mesh, i % 2 + 1);
      demo_mesh_translate (mesh, -1.0f, -5.0f, 6.4f + 10.0f * i);
      add_wall_letter (mesh, text, 5.2f);
      demo_mesh_restore (mesh);
    }

  demo_mesh_set_filament (mesh, 0);
  demo_mesh_translate (mesh, 6.0f, 0.0f, 0.0f);
  demo_mesh_box (mesh, 46.0f, 16.0f, 2.2f, 2.0f);
}

/* Test prints: cubes with letters, a temperature tower, cones for stringing. */
void
demo_parts_calibration (DemoBed *bed)
{
  int n_cubes = demo_bed_count (bed, 2, 5);

  for (int i = 0; i < n_cubes; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      g_autoptr(DemoOutline) top = demo_outline_new ();

      demo_mesh_set_filament (mesh, i);
      demo_mesh_box (mesh, 22.0f, 22.0f, 22.0f, 0.6f);
      demo_mesh_set_filament (mesh, i + 1);
      demo_outline_add_text (top, "Z", 0.0f, 0.0f, 12.0f);
      demo_mesh_extrude (mesh, top, 21.8f, 22.6f, 0.0f);
      for (int side = 0; side < 4; side++)
        {
          demo_mesh_save (mesh);
          demo_mesh_rotate_z (mesh, 90.0f * side);
          demo_mesh_translate (mesh, 0.0f, -11.0f, 11.0f);
          add_wall_letter (mesh, side % 2 == 0 ? "X" : "Y", 12.0f);
          demo_mesh_restore (mesh);
        }
    }

  if (demo_bed_toss (bed))
    add_test_tower (bed, demo_bed_add (bed));
  else
    {
      DemoMesh *mesh = demo_bed_add (bed);
      const DemoPoint cone[] = { { 9.0f, 0.0f }, { 1.2f, 46.0f }, { 0.0f, 46.6f } };

      demo_mesh_box (mesh, 62.0f, 24.0f, 2.4f, 3.0f);
      for (int i = 0; i < 2; i++)
        {
          demo_mesh_save (mesh);
          demo_mesh_translate (mesh, i == 0 ? -19.0f : 19.0f, 0.0f, 2.4f);
          demo_mesh_set_filament (mesh, 1);
          demo_mesh_lathe (mesh, cone, G_N_ELEMENTS (cone), 32);
          demo_mesh_restore (mesh);
        }
    }
}
