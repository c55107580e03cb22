/* demo-draw-figures.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-draw-parts.h"

/* A ball at a place. */
static void
add_ball (DemoMesh *mesh,
          guint     filament,
          DemoVec   at,
          DemoVec   radii)
{
  demo_mesh_save (mesh);
  demo_mesh_translate (mesh, at.x, at.y, at.z);
  demo_mesh_set_filament (mesh, filament);
  demo_mesh_sphere (mesh, radii.x, radii.y, radii.z);
  demo_mesh_restore (mesh);
}

/* A spike at a place, leaning to the right by so many degrees. */
static void
add_spike (DemoMesh *mesh,
           guint     filament,
           DemoVec   at,
           float     lean_x,
           float     lean_y,
           float     radius,
           float     length)
{
  const DemoPoint cone[] = {
    { radius, 0.0f }, { radius * 0.72f, length * 0.45f }, { radius * 0.16f, length * 0.95f },
    { 0.0f, length },
  };

  demo_mesh_save (mesh);
  demo_mesh_translate (mesh, at.x, at.y, at.z);
  demo_mesh_rotate_y (mesh, lean_x);
  demo_mesh_rotate_x (mesh, lean_y);
  demo_mesh_set_filament (mesh, filament);
  demo_mesh_lathe (mesh, cone, G_N_ELEMENTS (cone), 16);
  demo_mesh_restore (mesh);
}

/* The head of a dragon that looks along x. */
static void
add_dragon_head (DemoMesh *mesh,
                 float     size)
{
  add_ball (mesh, 0,
            demo_vec (size * 0.5f, 0.0f, size * 0.85f),
            demo_vec (size * 1.15f, size * 0.95f, size * 0.8f));
  add_ball (mesh, 0,
            demo_vec (size * 1.6f, 0.0f, size * 0.62f),
            demo_vec (size * 0.9f, size * 0.62f, size * 0.52f));
  for (int side = -1; side <= 1; side += 2)
    {
      add_ball (mesh, 1,
                demo_vec (size * 0.95f, side * size * 0.62f, size * 1.2f),
                demo_vec (size * 0.26f, size * 0.22f, size * 0.26f));
      add_ball (mesh, 2,
                demo_vec (size * 2.3f, side * size * 0.26f, size * 0.85f),
                demo_vec (size * 0.13f, size * 0.12f, size * 0.12f));
      add_spike (mesh, 1, demo_vec (-size * 0.1f, side * size * 0.5f, size * 1.3f),
                 -58.0f, side * -18.0f, size * 0.24f, size * 1.7f);
      add_spike (mesh, 1, demo_vec (-size * 0.2f, side * size * 0.8f, size * 0.8f),
                 -66.0f, side * -30.0f, size * 0.2f, size * 1.0f);
    }
}

static void
add_dragon_leg (DemoMesh *mesh,
                float     size,
                int       side)
{
  const DemoVec path[] = {
    { 0.0f, side * size * 0.6f, size * 0.8f }, { size * 0.3f, side * size * 1.3f, size * 0.95f },
    { size * 0.5f, side * size * 1.8f, size * 0.6f }, { size * 0.9f, side * size * 2.0f, size * 0.32f },
  };

  demo_mesh_set_filament (mesh, 0);
  demo_mesh_tube (mesh, path, G_N_ELEMENTS (path), size * 0.32f);
  for (int toe = -1; toe <= 1; toe++)
    add_ball (mesh, 1,
              demo_vec (size * 1.2f, side * size * 2.0f + toe * size * 0.3f, size * 0.2f),
              demo_vec (size * 0.34f, size * 0.14f, size * 0.2f));
}

/* A dragon of links that lies in bends or in a coil. */
void
demo_parts_dragon (DemoBed *bed)
{
  DemoMesh *mesh = demo_bed_add (bed);
  int n_links = demo_bed_count (bed, 20, 28);
  float size = demo_bed_between (bed, 9.0f, 11.0f), bends = demo_bed_between (bed, 1.1f, 1.9f);
  gboolean coiled = demo_bed_toss (bed);
  DemoVec at = demo_vec (0.0f, 0.0f, 0.0f);
  float heading = coiled ? 200.0f : -150.0f;

  for (int i = 0; i < n_links; i++)
    {
      float part = i / (float) (n_links - 1);
      float link = size * (1.05f - 0.72f * part) * (i == 0 ? 0.9f : 1.0f);
      float wide = 1.0f + 0.25f * sinf (part * (float) G_PI);

      demo_mesh_save (mesh);
      demo_mesh_translate (mesh, at.x, at.y, 0.0f);
      demo_mesh_rotate_z (mesh, heading);
      if (i == 0)
        add_dragon_head (mesh, size);
      add_ball (mesh, i % 2 == 0 ? 0 : 2,
                demo_vec (0.0f, 0.0f, link * 0.78f),
                demo_vec (link * 0.86f, link * wide * 0.9f, link * 0.84f));
      add_spike (mesh, 1, demo_vec (0.0f, 0.0f, link * 1.3f), -24.0f, 0.0f, link * 0.34f, link * 1.05f);
      for (int side = -1; side <= 1; side += 2)
        {
          add_spike (mesh, 1, demo_vec (0.0f, side * link * 0.75f, link * 0.8f),
                     -50.0f, side * -62.0f, link * 0.24f, link * 0.7f);
          if (i == 3 || i == n_links / 2)
            add_dragon_leg (mesh, size, side);
        }
      demo_mesh_restore (mesh);

      at.x -= cosf (heading * (float) G_PI / 180.0f) * link * 1.16f;
      at.y -= sinf (heading * (float) G_PI / 180.0f) * link * 1.16f;
      heading += coiled ? demo_mix (13.0f, 30.0f, part) : 34.0f * cosf (part * bends * 2.0f * (float) G_PI);
    }
}

/* An octopus with bent arms. */
void
demo_parts_octopus (DemoBed *bed)
{
  int n_figures = demo_bed_count (bed, 1, 3);

  for (int figure = 0; figure < n_figures; figure++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      float size = figure == 0 ? 24.0f : demo_bed_between (bed, 13.0f, 18.0f);
      float curl = demo_bed_between (bed, 0.3f, 0.9f);

      for (int i = 0; i < 8; i++)
        {
          float angle = (i + 0.5f) * 45.0f * (float) G_PI / 180.0f;

          for (int j = 0; j < 11; j++)
            {
              float part = j / 10.0f, reach = size * (0.6f + 1.35f * part), ball = size * (0.3f - 0.2f * part);
              float turned = angle + curl * part * part * (i % 2 == 0 ? 1.0f : 0.7f);
              float lift = j > 7 ? (j - 7) * size * 0.06f : 0.0f;

              add_ball (mesh, figure + j % 2 * (i % 2),
                        demo_vec (reach * cosf (turned), reach * sinf (turned), ball * 0.8f + lift),
                        demo_vec (ball, ball, ball * 0.85f));
            }
        }

      add_ball (mesh, figure,
                demo_vec (0.0f, 0.0f, size * 0.62f),
                demo_vec (size * 0.8f, size * 0.8f, size * 0.62f));
      add_ball (mesh, figure,
                demo_vec (0.0f, size * 0.1f, size * 1.25f),
                demo_vec (size * 0.92f, size * 0.95f, size * 0.95f));
      for (int side = -1; side <= 1; side += 2)
        {
          add_ball (mesh, figure + 1,
                    demo_vec (side * size * 0.36f, -size * 0.68f, size * 1.2f),
                    demo_vec (size * 0.24f, size * 0.2f, size * 0.28f));
          add_ball (mesh, figure + 2,
                    demo_vec (side * size * 0.34f, -size * 0.86f, size * 1.2f),
                    demo_vec (size * 0.12f, size * 0.06f, size * 0.15f));
        }
    }
}

static void
add_cat (DemoMesh *mesh,
         float     size,
         guint     filament,
         int       tail_side)
{
  const DemoPoint body[] = {
    { size * 0.95f, 0.0f }, { size * 1.08f, size * 0.2f }, { size * 1.02f, size * 0.7f },
    { size * 0.72f, size * 1.4f }, { size * 0.4f, size * 1.9f },
  };
  DemoVec tail[10];

  demo_mesh_set_filament (mesh, filament);
  demo_mesh_lathe (mesh, body, G_N_ELEMENTS (body), 40);
  add_ball (mesh, filament + 1,
            demo_vec (0.0f, -size * 0.46f, size * 0.78f),
            demo_vec (size * 0.56f, size * 0.66f, size * 0.7f));
  add_ball (mesh, filament,
            demo_vec (0.0f, -size * 0.1f, size * 2.25f),
            demo_vec (size * 0.84f, size * 0.74f, size * 0.7f));
  add_ball (mesh, filament + 1,
            demo_vec (0.0f, -size * 0.74f, size * 2.06f),
            demo_vec (size * 0.26f, size * 0.16f, size * 0.17f));

  for (int side = -1; side <= 1; side += 2)
    {
      add_spike (mesh, filament, demo_vec (side * size * 0.46f, -size * 0.08f, size * 2.66f),
                 side * 16.0f, 0.0f, size * 0.32f, size * 0.68f);
      add_ball (mesh, filament + 2,
                demo_vec (side * size * 0.32f, -size * 0.72f, size * 2.34f),
                demo_vec (size * 0.13f, size * 0.08f, size * 0.15f));
      add_ball (mesh, filament,
                demo_vec (side * size * 0.42f, -size * 0.86f, size * 0.2f),
                demo_vec (size * 0.28f, size * 0.36f, size * 0.22f));
    }

  for (guint i = 0; i < G_N_ELEMENTS (tail); i++)
    {
      float at = i / (float) (G_N_ELEMENTS (tail) - 1);
      float angle = (-30.0f + 210.0f * at) * (float) G_PI / 180.0f;

      tail[i] = demo_vec (tail_side * size * (0.9f + 0.62f * sinf (angle)),
                          size * (0.7f - 0.5f * at),
                          size * (0.2f + 0.3f * at * at));
    }
  demo_mesh_set_filament (mesh, filament);
  demo_mesh_tube (mesh, tail, G_N_ELEMENTS (tail), size * 0.18f);
}

/* Sitting cats. */
void
demo_parts_cat (DemoBed *bed)
{
  int n_cats = demo_bed_count (bed, 1, 3);

  for (int i = 0; i < n_cats; i++)
    add_cat (demo_bed_add (bed), i == 0 ? 22.0f : demo_bed_between (bed, 12.0f, 17.0f), i, i % 2 == 0 ? 1 : -1);
}

/* Owls on a stump. */
void
demo_parts_owl (DemoBed *bed)
{
  int n_owls = demo_bed_count (bed, 1, 3);

  for (int i = 0; i < n_owls; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      float s = i == 0 ? 22.0f : demo_bed_between (bed, 12.0f, 17.0f);
      const DemoPoint body[] = {
        { s * 0.6f, 0.0f }, { s * 0.86f, s * 0.26f }, { s, s * 0.8f }, { s * 0.92f, s * 1.4f },
        { s * 0.86f, s * 1.8f }, { s * 0.74f, s * 2.2f }, { s * 0.4f, s * 2.42f }, { 0.0f, s * 2.46f },
      };

      demo_mesh_set_filament (mesh, i);
      demo_mesh_translate (mesh, 0.0f, 0.0f, s * 0.26f);
      demo_mesh_lathe (mesh, body, G_N_ELEMENTS (body), 40);
      add_ball (mesh, i + 1, demo_vec (0.0f, -s * 0.4f, s * 0.82f), demo_vec (s * 0.66f, s * 0.7f, s * 0.74f));
      add_spike (mesh, i + 2, demo_vec (0.0f, -s * 0.82f, s * 1.78f), 0.0f, 140.0f, s * 0.15f, s * 0.42f);

      for (int side = -1; side <= 1; side += 2)
        {
          add_ball (mesh, i + 1,
                    demo_vec (side * s * 0.36f, -s * 0.68f, s * 1.86f),
                    demo_vec (s * 0.35f, s * 0.18f, s * 0.35f));
          add_ball (mesh, i + 2,
                    demo_vec (side * s * 0.36f, -s * 0.82f, s * 1.86f),
                    demo_vec (s * 0.18f, s * 0.1f, s * 0.18f));
          add_spike (mesh, i, demo_vec (side * s * 0.5f, 0.0f, s * 2.2f),
                     side * 22.0f, 0.0f, s * 0.26f, s * 0.56f);
          add_ball (mesh, i,
                    demo_vec (side * s * 0.92f, 0.0f, s * 0.94f),
                    demo_vec (s * 0.2f, s * 0.5f, s * 0.74f));
          add_ball (mesh, i + 2,
                    demo_vec (side * s * 0.34f, -s * 0.62f, s * 0.06f),
                    demo_vec (s * 0.2f, s * 0.3f, s * 0.16f));
        }

      demo_mesh_translate (mesh, 0.0f, 0.0f, -s * 0.26f);
      demo_mesh_set_filament (mesh, i + 2);
      demo_mesh_cylinder (mesh, s * 1.04f, s * 0.3f);
    }
}

/* A family of ducks. */
void
demo_parts_duck (DemoBed *bed)
{
  int n_ducks = demo_bed_count (bed, 1, 5);

  for (int i = 0; i < n_ducks; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      float s = i == 0 ? 26.0f : demo_bed_between (bed, 11.0f, 14.0f);

      demo_mesh_rotate_z (mesh, demo_bed_between (bed, -30.0f, 30.0f));
      add_ball (mesh, 0, demo_vec (0.0f, s * 0.15f, s * 0.62f), demo_vec (s * 0.84f, s * 1.12f, s * 0.66f));
      add_spike (mesh, 0, demo_vec (0.0f, s * 0.9f, s * 0.66f), 0.0f, -52.0f, s * 0.42f, s * 0.72f);
      add_ball (mesh, 0, demo_vec (0.0f, -s * 0.5f, s * 1.46f), demo_vec (s * 0.58f, s * 0.58f, s * 0.56f));
      add_ball (mesh, 1, demo_vec (0.0f, -s * 1.08f, s * 1.38f), demo_vec (s * 0.3f, s * 0.32f, s * 0.1f));
      for (int side = -1; side <= 1; side += 2)
        {
          add_ball (mesh, 0,
                    demo_vec (side * s * 0.76f, s * 0.2f, s * 0.72f),
                    demo_vec (s * 0.2f, s * 0.62f, s * 0.36f));
          add_ball (mesh, 2,
                    demo_vec (side * s * 0.3f, -s * 0.94f, s * 1.62f),
                    demo_vec (s * 0.09f, s * 0.07f, s * 0.11f));
        }
      if (i == 0 && demo_bed_toss (bed))
        {
          demo_mesh_translate (mesh, 0.0f, -s * 0.5f, s * 1.94f);
          demo_mesh_set_filament (mesh, 2);
          demo_mesh_cylinder (mesh, s * 0.62f, s * 0.1f);
          demo_mesh_cylinder (mesh, s * 0.38f, s * 0.5f);
        }
    }
}

static void
add_robot (DemoBed  *bed,
           DemoMesh *mesh,
           float     s)
{
  gboolean round = demo_bed_toss (bed);

  demo_mesh_save (mesh);
  demo_mesh_translate (mesh, 0.0f, 0.0f, s * 0.9f);
  demo_mesh_set_filament (mesh, 0);
  demo_mesh_box (mesh, s * 1.5f, s, s * 1.4f, round ? s * 0.4f : s * 0.14f);
  demo_mesh_translate (mesh, 0.0f, -s * 0.5f, s * 0.4f);
  demo_mesh_set_filament (mesh, 1);
  demo_mesh_box (mesh, s * 0.9f, s * 0.12f, s * 0.7f, 0.3f);
  demo_mesh_translate (mesh, 0.0f, s * 0.5f, s * 1.2f);
  demo_mesh_set_filament (mesh, 0);
  demo_mesh_box (mesh, s * 1.3f, s * 1.1f, s, round ? s * 0.5f : s * 0.16f);
  demo_mesh_restore (mesh);

  for (int side = -1; side <= 1; side += 2)
    {
      const DemoVec arm[] = {
        { side * s * 0.7f, 0.0f, s * 2.0f }, { side * s * 1.05f, -s * 0.05f, s * 1.8f },
        { side * s * 1.12f, -s * 0.3f, s * 1.3f }, { side * s * 1.0f, -s * 0.6f, s * 1.1f },
      };

      demo_mesh_set_filament (mesh, 1);
      demo_mesh_tube (mesh, arm, G_N_ELEMENTS (arm), s * 0.17f);
      add_ball (mesh, 2,
                demo_vec (side * s * 0.98f, -s * 0.66f, s * 1.1f),
                demo_vec (s * 0.26f, s * 0.26f, s * 0.26f));
      add_ball (mesh, 2,
                demo_vec (side * s * 0.32f, -s * 0.54f, s * 3.08f),
                demo_vec (s * 0.2f, s * 0.1f, s * 0.2f));

      demo_mesh_save (mesh);
      demo_mesh_translate (mesh, side * s * 0.4f, -s * 0.1f, 0.0f);
      demo_mesh_set_filament (mesh, 2);
      demo_mesh_box (mesh, s * 0.6f, s * 0.9f, s * 0.36f, s * 0.16f);
      demo_mesh_set_filament (mesh, 1);
      demo_mesh_cylinder (mesh, s * 0.2f, s);
      demo_mesh_restore (mesh);
    }

  add_spike (mesh, 1, demo_vec (0.0f, 0.0f, s * 3.45f), 0.0f, 0.0f, s * 0.16f, s * 0.6f);
  add_ball (mesh, 2, demo_vec (0.0f, 0.0f, s * 4.05f), demo_vec (s * 0.17f, s * 0.17f, s * 0.17f));
}

/* Robots. */
void
demo_parts_robot (DemoBed *bed)
{
  int n_robots = demo_bed_count (bed, 1, 3);

  for (int i = 0; i < n_robots; i++)
    add_robot (bed, demo_bed_add (bed), i == 0 ? 19.0f : demo_bed_between (bed, 10.0f, 14.0f));
}
