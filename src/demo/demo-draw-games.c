/* demo-draw-games.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-draw-parts.h"

/* The spots of a side, on a grid of three by three. */
static const guint8 spots[6][9] = {
  { 0, 0, 0, 0, 1, 0, 0, 0, 0 },
  { 1, 0, 0, 0, 0, 0, 0, 0, 1 },
  { 1, 0, 0, 0, 1, 0, 0, 0, 1 },
  { 1, 0, 1, 0, 0, 0, 1, 0, 1 },
  { 1, 0, 1, 0, 1, 0, 1, 0, 1 },
  { 1, 0, 1, 1, 0, 1, 1, 0, 1 },
};

/* A rounded cube, as a sphere pressed into one. */
static DemoVec
cube_point (float         across,
            float         along,
            gconstpointer data)
{
  const float *half = data;
  float longitude = (across + 0.125f) * 2.0f * (float) G_PI, latitude = (along - 0.5f) * (float) G_PI;
  DemoVec at = demo_vec (cosf (latitude) * cosf (longitude), cosf (latitude) * sinf (longitude), sinf (latitude));
  float norm = powf (powf (fabsf (at.x), 9.0f) + powf (fabsf (at.y), 9.0f) + powf (fabsf (at.z), 9.0f), 1.0f / 9.0f);

  return demo_vec_scale (at, *half / norm);
}

static void
add_cube_die (DemoMesh *mesh,
              float     half,
              int       top)
{
  demo_mesh_translate (mesh, 0.0f, 0.0f, half);
  demo_mesh_surface (mesh, cube_point, &half, 64, 40, FALSE);
  demo_mesh_set_filament (mesh, 1);

  for (int side = 0; side < 5; side++)
    {
      demo_mesh_save (mesh);
      if (side > 0)
        {
          demo_mesh_rotate_z (mesh, side * 90.0f);
          demo_mesh_rotate_x (mesh, 90.0f);
        }
      demo_mesh_translate (mesh, 0.0f, 0.0f, half - 0.4f);
      for (int i = 0; i < 9; i++)
        {
          if (!spots[(top + side) % 6][i])
            continue;

          demo_mesh_save (mesh);
          demo_mesh_translate (mesh, (i % 3 - 1) * half * 0.52f, (i / 3 - 1) * half * 0.52f, 0.0f);
          demo_mesh_cylinder (mesh, half * 0.17f, 0.7f);
          demo_mesh_restore (mesh);
        }
      demo_mesh_restore (mesh);
    }
}

/* The twenty triangles of an icosahedron, lying on a side rather than a corner. */
static void
add_round_die (DemoMesh *mesh,
               float     size)
{
  const float z[] = { -1.0f, -0.447f, 0.447f, 1.0f }, reach[] = { 0.0f, 0.894f, 0.894f, 0.0f };
  DemoVec points[4 * 6];

  for (int y = 0; y < 4; y++)
    {
      for (int x = 0; x <= 5; x++)
        {
          float angle = (x % 5 + (y >= 2 ? 0.5f : 0.0f)) * 0.4f * (float) G_PI;

          points[y * 6 + x] = demo_vec (size * reach[y] * cosf (angle), size * reach[y] * sinf (angle), size * z[y]);
        }
    }

  demo_mesh_save (mesh);
  demo_mesh_translate (mesh, 0.0f, 0.0f, size * 0.795f);
  demo_mesh_rotate_x (mesh, 37.4f);
  demo_mesh_patch (mesh, points, 5, 3, TRUE);
  demo_mesh_restore (mesh);
}

/* Dice: with six sides, eight and twenty. */
void
demo_parts_dice (DemoBed *bed)
{
  int n_dice = demo_bed_count (bed, 4, 9);
  float size = demo_bed_between (bed, 9.0f, 12.0f);

  for (int i = 0; i < n_dice; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      int kind = i == 0 ? 0 : demo_bed_count (bed, 0, 3);
      const DemoPoint diamond[] = { { 0.0f, -size * 1.5f }, { size * 1.5f, 0.0f }, { 0.0f, size * 1.5f } };

      demo_mesh_set_filament (mesh, i % 2 == 0 ? 0 : 2);
      demo_mesh_rotate_z (mesh, demo_bed_between (bed, -35.0f, 35.0f));
      if (kind <= 1)
        add_cube_die (mesh, size, i);
      else if (kind == 2)
        add_round_die (mesh, size * 1.5f);
      else
        {
          demo_mesh_translate (mesh, 0.0f, 0.0f, size * 0.866f);
          demo_mesh_rotate_x (mesh, 54.7f);
          demo_mesh_rotate_z (mesh, 45.0f);
          demo_mesh_lathe (mesh, diamond, G_N_ELEMENTS (diamond), 4);
        }
    }

  if (demo_bed_toss (bed))
    {
      DemoMesh *tray = demo_bed_add (bed);
      g_autoptr(DemoOutline) floor = demo_outline_new ();
      g_autoptr(DemoOutline) wall = NULL;

      demo_outline_add_ngon (floor, 0.0f, 0.0f, 46.0f, 6, 0.0f);
      wall = demo_outline_hollow (floor, 4.0f);
      demo_mesh_set_filament (tray, 1);
      demo_mesh_extrude (tray, floor, 0.0f, 2.4f, 0.0f);
      demo_mesh_set_filament (tray, 2);
      demo_mesh_extrude (tray, wall, 2.4f, 13.0f, 1.0f);
    }
}

typedef enum
{
  PAWN,
  ROOK,
  BISHOP,
  QUEEN,
  KING,
} ChessPiece;

/* A foot and a stem like every piece's, and a head of its own. */
static void
add_chess_piece (DemoMesh   *mesh,
                 ChessPiece  piece,
                 float       size)
{
  static const float heights[] = { 1.5f, 1.8f, 2.3f, 2.8f, 3.1f };
  float h = heights[piece] * size;
  const DemoPoint stem[] = {
    { size * 0.72f, 0.0f }, { size * 0.74f, size * 0.16f }, { size * 0.62f, size * 0.26f },
    { size * 0.64f, size * 0.36f }, { size * 0.4f, size * 0.56f },
    { size * 0.28f, h * 0.56f }, { size * 0.3f, h * 0.64f }, { size * 0.5f, h * 0.66f },
    { size * 0.5f, h * 0.69f }, { size * 0.3f, h * 0.72f },
  };
  const DemoPoint rook[] = {
    { size * 0.3f, h * 0.72f }, { size * 0.5f, h * 0.78f }, { size * 0.5f, h }, { size * 0.36f, h },
    { size * 0.36f, h * 0.92f }, { 0.0f, h * 0.92f },
  };
  const DemoPoint bishop[] = {
    { size * 0.3f, h * 0.72f }, { size * 0.42f, h * 0.8f }, { size * 0.34f, h * 0.9f },
    { size * 0.12f, h * 0.96f }, { size * 0.14f, h * 0.99f }, { 0.0f, h * 1.03f },
  };
  const DemoPoint crown[] = {
    { size * 0.3f, h * 0.72f }, { size * 0.4f, h * 0.8f }, { size * 0.54f, h * 0.92f },
    { size * 0.3f, h * 0.92f }, { size * 0.14f, h * 0.95f }, { 0.0f, h * 0.96f },
  };

  demo_mesh_lathe (mesh, stem, G_N_ELEMENTS (stem), 28);
  demo_mesh_save (mesh);
  if (piece == PAWN)
    {
      demo_mesh_translate (mesh, 0.0f, 0.0f, h * 0.86f);
      demo_mesh_sphere (mesh, size * 0.42f, size * 0.42f, size * 0.42f);
    }
  else if (piece == ROOK)
    {
      demo_mesh_lathe (mesh, rook, G_N_ELEMENTS (rook), 28);
      for (int i = 0; i < 5; i++)
        {
          g_autoptr(DemoOutline) tooth = demo_outline_new ();

          demo_outline_add_arc (tooth, 0.0f, 0.0f, size * 0.36f, size * 0.5f, i * 72.0f, i * 72.0f + 44.0f);
          demo_mesh_extrude (mesh, tooth, h - 0.2f, h + size * 0.18f, 0.0f);
        }
    }
  else if (piece == BISHOP)
    demo_mesh_lathe (mesh, bishop, G_N_ELEMENTS (bishop), 28);
  else
    {
      demo_mesh_lathe (mesh, crown, G_N_ELEMENTS (crown), 28);
      demo_mesh_translate (mesh, 0.0f, 0.0f, h * 0.95f);
      if (piece == QUEEN)
        demo_mesh_sphere (mesh, size * 0.18f, size * 0.18f, size * 0.18f);
      else
        {
          demo_mesh_box (mesh, size * 0.16f, size * 0.16f, size * 0.5f, 0.2f);
          demo_mesh_translate (mesh, 0.0f, 0.0f, size * 0.2f);
          demo_mesh_box (mesh, size * 0.44f, size * 0.16f, size * 0.14f, 0.2f);
        }
    }
  demo_mesh_restore (mesh);
}

/* Chess pieces in two colours. */
void
demo_parts_chess (DemoBed *bed)
{
  static const ChessPiece pieces[] = {
    KING, QUEEN, BISHOP, BISHOP, ROOK, ROOK, PAWN, PAWN, PAWN, PAWN, PAWN, PAWN, PAWN, PAWN,
  };
  int n_sides = demo_bed_count (bed, 1, 2), n_pawns = demo_bed_count (bed, 3, 8);
  float size = demo_bed_between (bed, 10.0f, 13.0f);

  for (guint i = 0; i < G_N_ELEMENTS (pieces) - 8 + n_pawns; i++)
    {
      for (int side = 0; side < n_sides; side++)
        {
          DemoMesh *mesh = demo_bed_add (bed);

          demo_mesh_set_filament (mesh, side);
          add_chess_piece (mesh, pieces[i], size);
        }
    }
}

/* Blocks of four and five cubes, some of them standing. */
void
demo_parts_puzzle (DemoBed *bed)
{
  static const guint16 shapes[] = { 0x00f, 0x027, 0x017, 0x033, 0x036, 0x063, 0x127, 0x272, 0x113, 0x326 };
  int n_pieces = demo_bed_count (bed, 5, 8);
  float size = demo_bed_between (bed, 13.0f, 17.0f);

  for (int i = 0; i < n_pieces; i++)
    {
      DemoMesh *mesh = demo_bed_add (bed);
      guint16 shape = shapes[(demo_bed_count (bed, 0, 1) + i) % G_N_ELEMENTS (shapes)];
      gboolean standing = demo_bed_count (bed, 0, 3) == 0;

      demo_mesh_set_filament (mesh, i % 4);
      for (int cell = 0; cell < 12; cell++)
        {
          if (!(shape >> cell & 1))
            continue;

          demo_mesh_save (mesh);
          if (standing)
            demo_mesh_translate (mesh, cell % 4 * size, 0.0f, cell / 4 * size);
          else
            demo_mesh_translate (mesh, cell % 4 * size, cell / 4 * size, 0.0f);
          demo_mesh_box (mesh, size - 0.2f, size - 0.2f, size - 0.1f, 1.2f);
          demo_mesh_restore (mesh);
        }
    }
}
