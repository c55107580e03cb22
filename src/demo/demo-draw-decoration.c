/* demo-draw-decoration.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-draw-parts.h"

/* Mushrooms with dotted caps. */
void
demo_parts_mushrooms (DemoBed *bed)
{
  int n_mushrooms = demo_bed_count (bed, 2, 5);

  for (int i = 0; i < n_mushrooms; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      float s = i == 0 ? 30.0f : demo_bed_between (bed, 12.0f, 22.0f);
      float h = s * demo_bed_between (bed, 1.0f, 1.5f), flat = demo_bed_between (bed, 0.55f, 0.95f);
      const DemoPoint stem[] = {
        { s * 0.46f, 0.0f }, { s * 0.5f, s * 0.12f }, { s * 0.34f, h * 0.5f }, { s * 0.28f, h },
      };
      DemoPoint cap[14];

      for (guint j = 0; j < 11; j++)
        {
          float angle = (j / 10.0f) * (float) G_PI_2;

          cap[3 + j] = (DemoPoint) { s * cosf (angle), h + s * flat * sinf (angle) };
        }
      cap[0] = (DemoPoint) { s * 0.2f, h * 0.98f };
      cap[1] = (DemoPoint) { s * 0.8f, h * 0.92f };
      cap[2] = (DemoPoint) { s * 0.97f, h * 0.95f };

      demo_mesh_set_filament (mesh, 1);
      demo_mesh_lathe (mesh, stem, G_N_ELEMENTS (stem), 32);
      demo_mesh_set_filament (mesh, i % 2 == 0 ? 0 : 2);
      demo_mesh_lathe (mesh, cap, G_N_ELEMENTS (cap), 48);

      demo_mesh_set_filament (mesh, 1);
      for (int j = 0; j < 13; j++)
        {
          float up = j == 0 ? 1.45f : j < 5 ? 0.9f : 0.35f, around = j < 5 ? j * 1.57f : j * 0.785f + 0.4f;
          float dot = s * demo_bed_between (bed, 0.1f, 0.17f);

          demo_mesh_save (mesh);
          demo_mesh_translate (mesh,
                               s * cosf (up) * cosf (around),
                               s * cosf (up) * sinf (around),
                               h + s * flat * sinf (up));
          demo_mesh_rotate_z (mesh, around * 180.0f / (float) G_PI);
          demo_mesh_rotate_y (mesh, 90.0f - up * 180.0f / (float) G_PI);
          demo_mesh_sphere (mesh, dot, dot, dot * 0.3f);
          demo_mesh_restore (mesh);
        }
    }
}

typedef struct
{
  float length, width, rise, cup;
} Petal;

static DemoVec
petal_point (float         across,
             float         along,
             gconstpointer data)
{
  const Petal *petal = data;
  float half = petal->width * sqrtf (MAX (sinf (powf (along, 1.25f) * (float) G_PI), 0.0f)) * (across - 0.5f);
  float hollow = petal->cup * (across - 0.5f) * (across - 0.5f) * 4.0f * sinf (along * (float) G_PI);

  return demo_vec (petal->length * along, half, petal->rise * along * along + hollow);
}

/* Flowers of several rings of petals, lying with the open side up. */
void
demo_parts_flowers (DemoBed *bed)
{
  int n_flowers = demo_bed_count (bed, 2, 5);

  for (int i = 0; i < n_flowers; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      float size = i == 0 ? 34.0f : demo_bed_between (bed, 18.0f, 28.0f);
      int n_petals = demo_bed_count (bed, 5, 9), n_rings = demo_bed_count (bed, 2, 3);

      demo_mesh_set_filament (mesh, 2);
      demo_mesh_cylinder (mesh, size * 0.4f, 4.0f);
      for (int ring = 0; ring < n_rings; ring++)
        {
          float inner = 1.0f - 0.27f * ring;
          Petal petal = { size * inner, size * 4.6f * inner / n_petals, size * (0.16f + 0.3f * ring), size * 0.2f };

          demo_mesh_set_filament (mesh, ring % 2 == 0 ? i % 2 : 1 - i % 2);
          for (int j = 0; j < n_petals; j++)
            {
              demo_mesh_save (mesh);
              demo_mesh_translate (mesh, 0.0f, 0.0f, 3.0f + 1.6f * ring);
              demo_mesh_rotate_z (mesh, (j + 0.5f * ring) * 360.0f / n_petals);
              demo_mesh_surface (mesh, petal_point, &petal, 10, 16, FALSE);
              demo_mesh_restore (mesh);
            }
        }

      demo_mesh_translate (mesh, 0.0f, 0.0f, 5.0f + 1.6f * n_rings);
      demo_mesh_set_filament (mesh, 2);
      demo_mesh_sphere (mesh, size * 0.22f, size * 0.22f, size * 0.16f);
    }
}

static void
add_snowflake (DemoBed  *bed,
               DemoMesh *mesh,
               float     size)
{
  int n_branches = demo_bed_count (bed, 2, 3);

  for (int i = 0; i < 6; i++)
    {
      demo_mesh_save (mesh);
      demo_mesh_rotate_z (mesh, i * 60.0f);
      demo_mesh_save (mesh);
      demo_mesh_translate (mesh, size / 2.0f, 0.0f, 0.0f);
      demo_mesh_box (mesh, size, size * 0.09f, 4.0f, 0.8f);
      demo_mesh_restore (mesh);
      for (int j = 1; j <= n_branches; j++)
        {
          for (int side = -1; side <= 1; side += 2)
            {
              demo_mesh_save (mesh);
              demo_mesh_translate (mesh, size * j / (n_branches + 0.8f), 0.0f, 0.0f);
              demo_mesh_rotate_z (mesh, side * 56.0f);
              demo_mesh_translate (mesh, size * 0.15f, 0.0f, 0.0f);
              demo_mesh_box (mesh, size * (0.4f - 0.07f * j), size * 0.08f, 4.0f, 0.8f);
              demo_mesh_restore (mesh);
            }
        }
      demo_mesh_restore (mesh);
    }
}

/* Ribbed baubles, snowflakes and stars to hang up. */
void
demo_parts_ornaments (DemoBed *bed)
{
  int n_ornaments = demo_bed_count (bed, 4, 8);

  for (int i = 0; i < n_ornaments; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      float size = demo_bed_between (bed, 18.0f, 24.0f);

      demo_mesh_set_filament (mesh, i % 3);
      if (i % 3 == 0)
        {
          DemoVec loop[12];

          demo_mesh_translate (mesh, 0.0f, 0.0f, size * 0.96f);
          demo_mesh_sphere (mesh, size, size, size);
          demo_mesh_set_filament (mesh, i % 3 + 1);
          for (int j = -1; j <= 1; j++)
            {
              g_autoptr(DemoOutline) band = demo_outline_new ();
              float level = j * size * 0.42f, reach = sqrtf (size * size - level * level);

              demo_outline_add_circle (band, 0.0f, 0.0f, reach + 0.9f);
              demo_mesh_extrude (mesh, band, level - 2.2f, level + 2.2f, 0.5f);
            }
          demo_mesh_translate (mesh, 0.0f, 0.0f, size * 0.9f);
          demo_mesh_cylinder (mesh, size * 0.26f, size * 0.34f);
          for (guint j = 0; j < G_N_ELEMENTS (loop); j++)
            {
              float angle = (-60.0f + 300.0f * j / 11.0f) * (float) G_PI / 180.0f;

              loop[j] = demo_vec (size * 0.17f * cosf (angle), 0.0f, size * (0.46f + 0.17f * sinf (angle)));
            }
          demo_mesh_tube (mesh, loop, G_N_ELEMENTS (loop), size * 0.05f);
        }
      else if (i % 3 == 1)
        add_snowflake (bed, mesh, size * 1.2f);
      else
        {
          g_autoptr(DemoOutline) star = demo_outline_new (), core = demo_outline_new ();

          demo_outline_add_star (star, 0.0f, 0.0f, size * 1.2f, size * 0.6f, 5, 90.0f);
          demo_outline_add_circle (star, 0.0f, size * 0.9f, size * 0.07f);
          demo_outline_add_star (core, 0.0f, 0.0f, size * 0.8f, size * 0.4f, 5, 90.0f);
          demo_mesh_extrude (mesh, star, 0.0f, 4.0f, 0.9f);
          demo_mesh_set_filament (mesh, i % 3 + 1);
          demo_mesh_extrude (mesh, core, 3.8f, 6.0f, 1.0f);
        }
    }
}

/* Name tags with a hole for the ring. */
void
demo_parts_tags (DemoBed *bed)
{
  static const char * const names[] = {
    "MIA", "NOAH", "LUCA", "EMMA", "TOOLS", "SPARE", "KEYS", "ADA", "FINN", "LAB 3", "BIKE", "SHED", "IDA",
    "LEO", "PLA", "ROSA",
  };
  int n_tags = demo_bed_count (bed, 3, 6), first = demo_bed_count (bed, 0, G_N_ELEMENTS (names) - 1);

  for (int i = 0; i < n_tags; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      g_autoptr(DemoOutline) text = demo_outline_new (), plate = demo_outline_new (), edge = demo_outline_new ();
      g_autoptr(DemoOutline) rim = NULL;
      float width = demo_outline_add_text (text, names[(first + 5 * i) % G_N_ELEMENTS (names)], 5.0f, 0.0f, 14.0f) + 34.0f;

      demo_outline_add_rect (plate, 0.0f, 0.0f, width, 28.0f, i % 2 == 0 ? 14.0f : 6.0f);
      demo_outline_add_circle (plate, -width / 2.0f + 10.0f, 0.0f, 3.6f);
      demo_outline_add_rect (edge, 0.0f, 0.0f, width, 28.0f, i % 2 == 0 ? 14.0f : 6.0f);
      rim = demo_outline_hollow (edge, 1.8f);

      demo_mesh_set_filament (mesh, i % 2 == 0 ? 0 : 2);
      demo_mesh_extrude (mesh, plate, 0.0f, 3.2f, 0.4f);
      demo_mesh_set_filament (mesh, 1);
      demo_mesh_extrude (mesh, rim, 3.0f, 4.4f, 0.3f);
      demo_mesh_extrude (mesh, text, 3.0f, 5.0f, 0.2f);
    }
}

/* A word standing on a desk. */
void
demo_parts_sign (DemoBed *bed)
{
  static const char * const words[] = {
    "HELLO", "MAKE", "Office", "Open", "PRINT", "Studio", "Coffee", "2026", "HOME", "Library", "No. 7",
    "Welcome",
  };
  int n_signs = demo_bed_count (bed, 1, 2), first = demo_bed_count (bed, 0, G_N_ELEMENTS (words) - 1);

  for (int i = 0; i < n_signs; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      g_autoptr(DemoOutline) text = demo_outline_new ();
      float height = demo_bed_between (bed, 26.0f, 34.0f);
      float width = demo_outline_add_text (text, words[(first + 5 * i) % G_N_ELEMENTS (words)], 0.0f, 0.0f, height);

      demo_mesh_set_filament (mesh, i % 2);
      demo_mesh_box (mesh, width + 14.0f, 30.0f, 6.0f, 4.0f);
      demo_mesh_translate (mesh, 0.0f, 7.0f, 5.6f + height / 2.0f);
      demo_mesh_rotate_x (mesh, 90.0f);
      demo_mesh_set_filament (mesh, i % 2 + 1);
      demo_mesh_extrude (mesh, text, 0.0f, 12.0f, 0.4f);
    }
}

/* Cutters for biscuits: a thin wall with a flange. */
void
demo_parts_cutters (DemoBed *bed)
{
  int n_cutters = demo_bed_count (bed, 3, 6), first = demo_bed_count (bed, 0, 4);

  for (int i = 0; i < n_cutters; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      g_autoptr(DemoOutline) outline = demo_outline_new ();
      g_autoptr(DemoOutline) flange = NULL, wall = NULL, shifted = NULL;
      float size = demo_bed_between (bed, 24.0f, 32.0f);

      switch ((first + i) % 5)
        {
        case 0:
          demo_outline_add_star (outline, 0.0f, 0.0f, size, size * 0.55f, 5, 90.0f);
          break;

        case 1:
          demo_outline_add_heart (outline, 0.0f, 0.0f, size * 2.0f);
          break;

        case 2:
          demo_outline_add_wave (outline, 0.0f, 0.0f, size * 0.85f, size * 0.15f, demo_bed_count (bed, 5, 8), 0.0f);
          break;

        case 3:
          {
            const DemoPoint tree[] = {
              { -0.2f * size, -size }, { 0.2f * size, -size }, { 0.2f * size, -0.7f * size },
              { 0.85f * size, -0.7f * size }, { 0.4f * size, -0.1f * size },
              { 0.62f * size, -0.1f * size }, { 0.0f, size }, { -0.62f * size, -0.1f * size },
              { -0.4f * size, -0.1f * size }, { -0.85f * size, -0.7f * size },
              { -0.2f * size, -0.7f * size },
            };

            demo_outline_add_polygon (outline, tree, G_N_ELEMENTS (tree));
            break;
          }

        default:
          demo_outline_add_ngon (outline, 0.0f, 0.0f, size, 6, 0.0f);
          break;
        }

      flange = demo_outline_hollow (outline, 4.6f);
      shifted = demo_outline_inset (outline, 2.6f);
      wall = demo_outline_hollow (shifted, 1.4f);
      demo_mesh_set_filament (mesh, i % 3);
      demo_mesh_extrude (mesh, flange, 0.0f, 3.0f, 0.5f);
      demo_mesh_extrude (mesh, wall, 3.0f, 15.0f, 0.3f);
    }
}

/* Medals and badges with a raised figure. */
void
demo_parts_medal (DemoBed *bed)
{
  int n_medals = demo_bed_count (bed, 2, 6);

  for (int i = 0; i < n_medals; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      g_autoptr(DemoOutline) coin = demo_outline_new (), rim = demo_outline_new ();
      g_autoptr(DemoOutline) figure = demo_outline_new (), ear = demo_outline_new ();
      float radius = demo_bed_between (bed, 22.0f, 28.0f);
      g_autofree char *number = g_strdup_printf ("%d", i + 1);

      demo_outline_add_wave (coin, 0.0f, 0.0f, radius, radius * 0.03f, 20, 0.0f);
      demo_outline_add_circle (rim, 0.0f, 0.0f, radius * 0.86f);
      demo_outline_add_circle (rim, 0.0f, 0.0f, radius * 0.78f);
      demo_outline_add_circle (ear, 0.0f, radius + 2.6f, 5.6f);
      demo_outline_add_circle (ear, 0.0f, radius + 3.4f, 2.6f);
      if (i % 2 == 0)
        demo_outline_add_text (figure, number, 0.0f, 0.0f, radius * 0.9f);
      else
        demo_outline_add_star (figure, 0.0f, 0.0f, radius * 0.66f, radius * 0.3f, 5 + i % 3, 90.0f);

      demo_mesh_set_filament (mesh, i % 2);
      demo_mesh_extrude (mesh, ear, 0.0f, 3.4f, 0.5f);
      demo_mesh_extrude (mesh, coin, 0.0f, 4.0f, 0.7f);
      demo_mesh_set_filament (mesh, i % 2 + 1);
      demo_mesh_extrude (mesh, rim, 3.8f, 5.2f, 0.3f);
      demo_mesh_extrude (mesh, figure, 3.8f, 6.2f, 0.4f);
    }
}
