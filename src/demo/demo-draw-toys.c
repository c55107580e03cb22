/* demo-draw-toys.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-draw-parts.h"

typedef struct
{
  float length, beam, depth;
  float raise; /* how much higher the bow is */
} Hull;

/* Half the width of the hull: a blunt stern, full in the middle, a pointed bow. */
static float
hull_width (const Hull *hull,
            float       at)
{
  float bow = CLAMP ((at - 0.5f) / 0.5f, 0.0f, 1.0f);
  float stern = 0.78f + 0.22f * sinf (MIN (at * 2.0f, 1.0f) * (float) G_PI_2);

  return hull->beam / 2.0f * stern * sqrtf (1.0f - bow * bow * 0.998f);
}

static float
hull_rail (const Hull *hull,
           float       at)
{
  return hull->depth * (0.86f + hull->raise * at * at * at);
}

/* From rail to rail under the keel; the bottom is flat, as it was printed. */
static DemoVec
hull_point (float         across,
            float         along,
            gconstpointer data)
{
  const Hull *hull = data;
  float side = across * 2.0f - 1.0f;
  float height = CLAMP ((fabsf (side) - 0.3f) / 0.7f, 0.0f, 1.0f);
  float flare = fabsf (side) < 0.3f ? fabsf (side) / 0.3f * 0.7f : 0.7f + 0.3f * sqrtf (height);
  float width = hull_width (hull, along) * flare * (1.0f - 0.12f * along * (1.0f - height));
  float overhang = along * along * height * 0.08f * hull->length;

  return demo_vec ((along - 0.5f) * hull->length + overhang,
                   -copysignf (width, side),
                   height * hull_rail (hull, along));
}

static DemoVec
deck_point (float         across,
            float         along,
            gconstpointer data)
{
  const Hull *hull = data;
  DemoVec rail = hull_point (0.0f, along, data);

  return demo_vec (rail.x, rail.y * (0.96f - 1.92f * across), hull_rail (hull, along) - 3.0f);
}

static void
add_stern (DemoMesh   *mesh,
           const Hull *hull)
{
  DemoVec points[2 * 13];

  for (guint i = 0; i < 13; i++)
    {
      points[i] = hull_point (1.0f - i / 12.0f, 0.0f, hull);
      points[13 + i] = demo_vec (points[i].x, points[i].y * 0.9f, hull_rail (hull, 0.0f) - 1.0f);
    }

  demo_mesh_patch (mesh, points, 12, 1, TRUE);
}

/* A house with windows, a roof and a funnel. */
static void
add_cabin (DemoBed    *bed,
           DemoMesh   *mesh,
           const Hull *hull)
{
  float width = hull->beam * 0.58f, length = hull->length * demo_bed_between (bed, 0.24f, 0.34f);
  float height = hull->depth * 0.9f;
  const DemoPoint funnel[] = {
    { 4.6f, 0.0f }, { 4.0f, 9.0f }, { 4.8f, 10.0f }, { 4.8f, 13.0f }, { 3.2f, 13.0f }, { 3.0f, 6.0f },
  };

  demo_mesh_save (mesh);
  demo_mesh_translate (mesh, -hull->length * 0.1f, 0.0f, hull_rail (hull, 0.3f) - 3.0f);
  demo_mesh_set_filament (mesh, 1);
  demo_mesh_box (mesh, length, width, height, 2.0f);

  for (int side = 0; side < 4; side++)
    {
      g_autoptr(DemoOutline) window = demo_outline_new ();

      demo_mesh_save (mesh);
      demo_mesh_rotate_z (mesh, side * 90.0f);
      demo_mesh_translate (mesh, 0.0f, -(side % 2 == 0 ? width : length) / 2.0f, height * 0.6f);
      demo_mesh_rotate_x (mesh, 90.0f);
      demo_outline_add_rect (window, 0.0f, 0.0f, (side % 2 == 0 ? length : width) * 0.58f, height * 0.36f, 1.8f);
      demo_mesh_set_filament (mesh, 2);
      demo_mesh_extrude (mesh, window, -0.4f, 0.5f, 0.1f);
      demo_mesh_restore (mesh);
    }

  demo_mesh_translate (mesh, 0.0f, 0.0f, height);
  demo_mesh_set_filament (mesh, 0);
  demo_mesh_box (mesh, length + 5.0f, width + 5.0f, 3.0f, 3.0f);
  demo_mesh_translate (mesh, -length * 0.2f, 0.0f, 3.0f);
  demo_mesh_set_filament (mesh, 2);
  demo_mesh_lathe (mesh, funnel, G_N_ELEMENTS (funnel), 28);
  demo_mesh_restore (mesh);
}

/* Boats of several sizes. */
void
demo_parts_boat (DemoBed *bed)
{
  int n_boats = demo_bed_count (bed, 1, 3);

  for (int i = 0; i < n_boats; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      float size = i == 0 ? demo_bed_between (bed, 76.0f, 96.0f) : demo_bed_between (bed, 46.0f, 60.0f);
      Hull hull = { size, size * demo_bed_between (bed, 0.44f, 0.54f), size * 0.26f, demo_bed_between (bed, 0.25f, 0.6f) };
      DemoVec rail[24];

      demo_mesh_rotate_z (mesh, 180.0f);
      demo_mesh_set_filament (mesh, i);
      demo_mesh_surface (mesh, hull_point, &hull, 24, 32, FALSE);
      add_stern (mesh, &hull);
      demo_mesh_set_filament (mesh, i + 1);
      demo_mesh_surface (mesh, deck_point, &hull, 2, 32, FALSE);

      for (int side = 0; side < 2; side++)
        {
          for (guint j = 0; j < G_N_ELEMENTS (rail); j++)
            rail[j] = hull_point (side, j / (float) (G_N_ELEMENTS (rail) - 1), &hull);
          demo_mesh_set_filament (mesh, i + 1);
          demo_mesh_tube (mesh, rail, G_N_ELEMENTS (rail), size * 0.014f);
        }

      add_cabin (bed, mesh, &hull);
    }
}

/* Rockets on three or four fins. */
void
demo_parts_rocket (DemoBed *bed)
{
  int n_rockets = demo_bed_count (bed, 1, 3);

  for (int i = 0; i < n_rockets; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      float size = i == 0 ? 20.0f : demo_bed_between (bed, 11.0f, 16.0f);
      float length = size * demo_bed_between (bed, 3.4f, 4.8f);
      int n_fins = demo_bed_count (bed, 3, 5);
      DemoPoint body[12], nose[10];
      const DemoPoint fin[] = {
        { 0.6f * size, 1.3f * size }, { 1.5f * size, 0.5f * size }, { 1.9f * size, -0.7f * size },
        { 1.45f * size, -0.75f * size }, { 1.2f * size, -0.1f * size }, { 0.5f * size, 0.1f * size },
      };

      for (guint j = 0; j < G_N_ELEMENTS (body); j++)
        {
          float at = j / 11.0f;

          body[j] = (DemoPoint) { size * (0.66f + 0.34f * sinf ((0.06f + at * 0.6f) * (float) G_PI)), at * length * 0.6f };
        }
      for (guint j = 0; j < G_N_ELEMENTS (nose); j++)
        {
          float at = j / 9.0f;

          nose[j] = (DemoPoint) { body[11].x * (1.0f - 0.35f * at - 0.65f * at * at * at), length * (0.6f + 0.4f * at) };
        }

      demo_mesh_translate (mesh, 0.0f, 0.0f, size * 0.75f);
      demo_mesh_set_filament (mesh, i);
      demo_mesh_lathe (mesh, body, G_N_ELEMENTS (body), 48);
      demo_mesh_set_filament (mesh, i + 1);
      demo_mesh_lathe (mesh, nose, G_N_ELEMENTS (nose), 48);

      for (int j = 0; j < n_fins; j++)
        {
          g_autoptr(DemoOutline) outline = demo_outline_new ();

          demo_outline_add_polygon (outline, fin, G_N_ELEMENTS (fin));
          demo_mesh_save (mesh);
          demo_mesh_rotate_z (mesh, -60.0f + j * 360.0f / n_fins);
          demo_mesh_rotate_x (mesh, 90.0f);
          demo_mesh_set_filament (mesh, i + 1);
          demo_mesh_extrude (mesh, outline, -1.6f, 1.6f, 0.6f);
          demo_mesh_restore (mesh);
        }

      for (int j = 0; j < 2; j++)
        {
          demo_mesh_save (mesh);
          demo_mesh_rotate_z (mesh, -14.0f);
          demo_mesh_translate (mesh, 0.0f, -body[8 - 4 * j].x - 0.6f, body[8 - 4 * j].y);
          demo_mesh_rotate_x (mesh, 90.0f);
          demo_mesh_set_filament (mesh, i + 2);
          demo_mesh_cylinder (mesh, size * (0.36f - 0.1f * j), 1.6f);
          demo_mesh_restore (mesh);
        }
    }
}

/* Little cars on their wheels. */
void
demo_parts_car (DemoBed *bed)
{
  int n_cars = demo_bed_count (bed, 1, 4);

  for (int i = 0; i < n_cars; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      float length = demo_bed_between (bed, 68.0f, 84.0f), width = demo_bed_between (bed, 32.0f, 38.0f);
      float roof = demo_bed_between (bed, 24.0f, 32.0f);
      float waist = demo_bed_between (bed, 15.0f, 18.0f);
      float back = demo_bed_between (bed, -0.46f, -0.28f);
      const DemoPoint body[] = {
        { -0.5f * length, 6.0f }, { 0.49f * length, 6.0f }, { 0.5f * length, 10.0f },
        { 0.46f * length, waist - 1.5f }, { 0.22f * length, waist }, { -0.47f * length, waist + 1.0f },
        { -0.5f * length, waist - 2.0f },
      };
      const DemoPoint glass[] = {
        { 0.26f * length, waist - 0.5f }, { 0.06f * length, roof }, { back * 0.5f * length, roof },
        { back * length, waist - 0.5f },
      };
      g_autoptr(DemoOutline) side = demo_outline_new (), top = demo_outline_new (), cover = demo_outline_new ();

      demo_outline_add_polygon (side, body, G_N_ELEMENTS (body));
      demo_outline_add_polygon (top, glass, G_N_ELEMENTS (glass));
      demo_mesh_rotate_z (mesh, 180.0f);
      demo_mesh_save (mesh);
      demo_mesh_rotate_x (mesh, 90.0f);
      demo_mesh_set_filament (mesh, i);
      demo_mesh_extrude (mesh, side, -width / 2.0f, width / 2.0f, 1.6f);
      demo_mesh_set_filament (mesh, i + 1);
      demo_mesh_extrude (mesh, top, -width * 0.41f, width * 0.41f, 1.6f);
      demo_mesh_restore (mesh);

      demo_outline_add_rect (cover,
                             (0.06f + back * 0.5f) * length / 2.0f,
                             0.0f,
                             (0.06f - back * 0.5f) * length,
                             width * 0.8f,
                             3.0f);
      demo_mesh_set_filament (mesh, i);
      demo_mesh_extrude (mesh, cover, roof - 0.5f, roof + 1.4f, 0.6f);

      for (int j = 0; j < 4; j++)
        {
          demo_mesh_save (mesh);
          demo_mesh_translate (mesh,
                               (j < 2 ? -0.29f : 0.29f) * length,
                               (j % 2 == 0 ? -1.0f : 1.0f) * (width / 2.0f - 3.0f),
                               8.0f);
          demo_mesh_rotate_x (mesh, j % 2 == 0 ? 90.0f : -90.0f);
          demo_mesh_set_filament (mesh, i + 2);
          demo_mesh_cylinder (mesh, 8.0f, 5.0f);
          demo_mesh_set_filament (mesh, i);
          demo_mesh_cylinder (mesh, 4.4f, 5.8f);
          demo_mesh_restore (mesh);
        }
    }
}

static void
add_battlements (DemoMesh *mesh,
                 float     radius,
                 int       n_teeth)
{
  for (int i = 0; i < n_teeth; i++)
    {
      g_autoptr(DemoOutline) tooth = demo_outline_new ();

      demo_outline_add_arc (tooth,
                            0.0f,
                            0.0f,
                            radius - 4.0f,
                            radius,
                            i * 360.0f / n_teeth,
                            (i + 0.55f) * 360.0f / n_teeth);
      demo_mesh_extrude (mesh, tooth, 0.0f, 7.0f, 0.4f);
    }
}

/* A round tower with arrow slits, standing where the pencil is. */
static void
add_round_tower (DemoBed  *bed,
                 DemoMesh *mesh,
                 float     radius,
                 float     height)
{
  const DemoPoint wall[] = {
    { radius * 1.2f, 0.0f }, { radius * 1.18f, 3.0f }, { radius, 9.0f }, { radius, height - 8.0f },
    { radius * 1.18f, height }, { radius * 1.18f, height + 4.0f }, { 0.0f, height + 4.0f },
  };
  gboolean roof = demo_bed_toss (bed);

  demo_mesh_save (mesh);
  demo_mesh_set_filament (mesh, 0);
  demo_mesh_lathe (mesh, wall, G_N_ELEMENTS (wall), 40);

  for (int i = 0; i < 7; i++)
    {
      demo_mesh_save (mesh);
      demo_mesh_rotate_z (mesh, i * 51.4f);
      demo_mesh_translate (mesh, 0.0f, -radius, height * (0.3f + 0.2f * (i % 3)));
      demo_mesh_set_filament (mesh, 2);
      demo_mesh_box (mesh, 3.4f, 1.6f, 9.0f, 0.6f);
      demo_mesh_restore (mesh);
    }

  demo_mesh_translate (mesh, 0.0f, 0.0f, height + 4.0f);
  if (roof)
    {
      const DemoPoint cone[] = {
        { radius * 1.3f, 0.0f }, { radius * 1.3f, 1.4f }, { radius * 0.5f, radius * 1.5f },
        { 0.0f, radius * 2.5f },
      };

      demo_mesh_set_filament (mesh, 1);
      demo_mesh_lathe (mesh, cone, G_N_ELEMENTS (cone), 40);
    }
  else
    add_battlements (mesh, radius * 1.18f, 9);
  demo_mesh_restore (mesh);
}

/* A castle: towers with a wall and a gate between them, or a dice tower alone. */
void
demo_parts_tower (DemoBed *bed)
{
  DemoMesh *mesh = demo_bed_add (bed);
  int n_towers = demo_bed_count (bed, 1, 4);
  float radius = demo_bed_between (bed, 12.0f, 16.0f) * (n_towers == 1 ? 1.6f : 1.0f);
  float span = demo_bed_between (bed, 54.0f, 70.0f);

  for (int i = 0; i < n_towers; i++)
    {
      demo_mesh_save (mesh);
      if (n_towers > 1)
        demo_mesh_translate (mesh, (i % 2 - 0.5f) * span, (i / 2) * span * 0.8f, 0.0f);
      add_round_tower (bed, mesh, radius, radius * demo_bed_between (bed, 2.6f, 4.2f));
      demo_mesh_restore (mesh);
    }

  if (n_towers > 1)
    {
      g_autoptr(DemoOutline) wall = demo_outline_new (), gate = demo_outline_new ();
      const DemoPoint arch[] = {
        { -9.0f, 0.0f }, { -9.0f, 14.0f }, { -6.4f, 20.0f }, { 0.0f, 23.0f }, { 6.4f, 20.0f },
        { 9.0f, 14.0f }, { 9.0f, 0.0f },
      };

      demo_outline_add_rect (wall, 0.0f, 16.0f, span, 32.0f, 0.0f);
      for (int i = 0; i < 5; i++)
        demo_outline_add_rect (wall, (i - 2) * 9.0f, 34.4f, 5.0f, 5.0f, 0.0f);
      demo_outline_add_polygon (gate, arch, G_N_ELEMENTS (arch));

      demo_mesh_save (mesh);
      demo_mesh_rotate_x (mesh, 90.0f);
      demo_mesh_set_filament (mesh, 0);
      demo_mesh_extrude (mesh, wall, -4.0f, 4.0f, 0.5f);
      demo_mesh_set_filament (mesh, 2);
      demo_mesh_extrude (mesh, gate, 3.8f, 5.0f, 0.4f);
      demo_mesh_restore (mesh);
    }

  demo_mesh_set_filament (mesh, 1);
  demo_mesh_translate (mesh, 0.0f, n_towers > 2 ? span * 0.4f : 0.0f, 0.0f);
  demo_mesh_box (mesh,
                 n_towers > 1 ? span + radius * 3.4f : radius * 3.2f,
                 n_towers > 2 ? span * 0.8f + radius * 3.4f : radius * 3.4f,
                 3.0f,
                 8.0f);
}

static void
add_house (DemoBed  *bed,
           DemoMesh *mesh,
           float     width,
           float     depth,
           float     height)
{
  float ridge = height + width * demo_bed_between (bed, 0.5f, 0.8f);
  const DemoPoint gable[] = {
    { -width / 2.0f, 0.0f }, { width / 2.0f, 0.0f }, { width / 2.0f, height }, { 0.0f, ridge },
    { -width / 2.0f, height },
  };
  float slope = atan2f (ridge - height, width / 2.0f), side = hypotf (ridge - height, width / 2.0f) + 4.0f;
  g_autoptr(DemoOutline) walls = demo_outline_new (), openings = demo_outline_new ();

  demo_outline_add_polygon (walls, gable, G_N_ELEMENTS (gable));
  demo_outline_add_rect (openings, 0.0f, height * 0.34f, width * 0.22f, height * 0.68f, 1.0f);
  for (int i = 0; i < 2; i++)
    demo_outline_add_rect (openings, (i - 0.5f) * width * 0.62f, height * 0.56f, width * 0.18f, width * 0.2f, 0.6f);
  demo_outline_add_circle (openings, 0.0f, demo_mix (height, ridge, 0.35f), width * 0.1f);

  demo_mesh_save (mesh);
  demo_mesh_rotate_x (mesh, 90.0f);
  demo_mesh_set_filament (mesh, 0);
  demo_mesh_extrude (mesh, walls, -depth / 2.0f, depth / 2.0f, 0.3f);
  demo_mesh_set_filament (mesh, 2);
  demo_mesh_extrude (mesh, openings, depth / 2.0f - 0.2f, depth / 2.0f + 0.8f, 0.2f);
  demo_mesh_restore (mesh);

  demo_mesh_set_filament (mesh, 1);
  for (int i = -1; i <= 1; i += 2)
    {
      demo_mesh_save (mesh);
      demo_mesh_translate (mesh, 0.0f, 0.0f, ridge + 0.6f);
      demo_mesh_rotate_y (mesh, i * slope * 180.0f / (float) G_PI);
      demo_mesh_translate (mesh, i * side / 2.0f, 0.0f, -1.0f);
      demo_mesh_box (mesh, side, depth + 6.0f, 2.4f, 0.3f);
      demo_mesh_restore (mesh);
    }

  demo_mesh_save (mesh);
  demo_mesh_translate (mesh, width * 0.24f, depth * 0.2f, demo_mix (height, ridge, 0.3f));
  demo_mesh_set_filament (mesh, 2);
  demo_mesh_box (mesh, 5.0f, 5.0f, (ridge - height) * 0.9f, 0.4f);
  demo_mesh_restore (mesh);
}

/* Little houses with gables, and fir trees. */
void
demo_parts_village (DemoBed *bed)
{
  int n_houses = demo_bed_count (bed, 2, 4), n_trees = demo_bed_count (bed, 2, 5);

  for (int i = 0; i < n_houses; i++)
    add_house (bed,
               demo_bed_add (bed),
               demo_bed_between (bed, 26.0f, 36.0f),
               demo_bed_between (bed, 26.0f, 44.0f),
               demo_bed_between (bed, 20.0f, 38.0f));

  for (int i = 0; i < n_trees; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      float size = demo_bed_between (bed, 9.0f, 14.0f);
      const DemoPoint fir[] = {
        { size, 0.0f }, { size * 0.98f, 1.0f }, { size * 0.5f, size * 0.95f }, { size * 0.84f, size },
        { size * 0.36f, size * 1.9f },
        { size * 0.62f, size * 1.95f }, { 0.0f, size * 3.2f },
      };

      demo_mesh_set_filament (mesh, 2);
      demo_mesh_cylinder (mesh, size * 0.25f, size * 0.7f);
      demo_mesh_set_filament (mesh, 3);
      demo_mesh_translate (mesh, 0.0f, 0.0f, size * 0.6f);
      demo_mesh_lathe (mesh, fir, G_N_ELEMENTS (fir), i % 2 == 0 ? 30 : 8);
    }
}
