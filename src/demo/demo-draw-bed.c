/* demo-draw-bed.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-draw-bed.h"

/* Between two parts, in mm. */
#define GAP 7.0f

struct _DemoBed
{
  GRand     *rand;
  GPtrArray *parts; /* of DemoMesh */
};

typedef struct
{
  DemoMesh *mesh;
  DemoVec   low, size;
  guint     order;
} Footprint;

/**
 * demo_bed_new:
 * @seed: decides everything that is left to chance
 *
 * Makes an empty bed.
 *
 * Returns: (transfer full): the bed
 */
DemoBed *
demo_bed_new (guint32 seed)
{
  DemoBed *self = g_new0 (DemoBed, 1);

  self->rand = g_rand_new_with_seed (seed);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) demo_mesh_free);

  return self;
}

/**
 * demo_bed_free:
 * @self: a bed
 *
 * Frees @self.
 */
void
demo_bed_free (DemoBed *self)
{
  g_rand_free (self->rand);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * demo_bed_add:
 * @self: a bed
 *
 * Begins another part. Where it is drawn does not matter, except that 0 is the level of the bed.
 *
 * Returns: (transfer none): its empty mesh
 */
DemoMesh *
demo_bed_add (DemoBed *self)
{
  DemoMesh *mesh = demo_mesh_new ();

  g_ptr_array_add (self->parts, mesh);

  return mesh;
}

/* Tall parts stand behind low ones; those of one height keep their order. */
static int
compare_footprints (gconstpointer a,
                    gconstpointer b)
{
  const Footprint *x = a, *y = b;

  if (fabsf (x->size.z - y->size.z) > 1.0f)
    return x->size.z < y->size.z ? 1 : -1;

  return (x->order > y->order) - (x->order < y->order);
}

static void
place_row (DemoMesh        *all,
           const Footprint *footprints,
           guint            n_footprints,
           float            width,
           float            depth,
           float            back)
{
  float x = -width / 2.0f;

  for (guint i = 0; i < n_footprints; i++)
    {
      const Footprint *footprint = &footprints[i];

      demo_mesh_save (all);
      demo_mesh_translate (all,
                           x - footprint->low.x,
                           back - depth / 2.0f - footprint->size.y / 2.0f - footprint->low.y,
                           -footprint->low.z);
      demo_mesh_append (all, footprint->mesh);
      demo_mesh_restore (all);
      x += footprint->size.x + GAP;
    }
}

static GArray *
measure_parts (DemoBed *self,
               guint    n_parts,
               float   *row_width)
{
  GArray *footprints = g_array_new (FALSE, FALSE, sizeof (Footprint));
  float area = 0.0f, widest = 0.0f;

  for (guint i = 0; i < n_parts; i++)
    {
      Footprint footprint = { .mesh = g_ptr_array_index (self->parts, i), .order = i };
      DemoVec high;

      demo_mesh_get_bounds (footprint.mesh, &footprint.low, &high);
      footprint.size = demo_vec_sub (high, footprint.low);
      area += (footprint.size.x + GAP) * (footprint.size.y + GAP);
      widest = MAX (widest, footprint.size.x);
      g_array_append_val (footprints, footprint);
    }

  *row_width = MAX (widest, 1.12f * sqrtf (area)) + 1.0f;

  return footprints;
}

/**
 * demo_bed_arrange:
 * @self: a bed
 * @n_parts: how many of the parts, beginning with the first; 0 for all
 *
 * Stands parts side by side in rows, the whole in the middle of the bed.
 *
 * Returns: (transfer full): the parts in one mesh
 */
DemoMesh *
demo_bed_arrange (DemoBed *self,
                  guint    n_parts)
{
  float row_width;
  g_autoptr(GArray) footprints = measure_parts (self,
             n_parts > 0 ? MIN (n_parts, self->parts->len) : self->parts->len,
             &row_width);
  DemoMesh *all = demo_mesh_new ();
  float back = 0.0f;

  g_array_sort (footprints, compare_footprints);

  for (guint first = 0; first < footprints->len;)
    {
      float width = -GAP, depth = 0.0f;
      guint next;

      for (next = first; next < footprints->len; next++)
        {
          const Footprint *footprint = &g_array_index (footprints, Footprint, next);

          if (next > first && width + GAP + footprint->size.x > row_width)
            break;

          width += GAP + footprint->size.x;
          depth = MAX (depth, footprint->size.y);
        }

      place_row (all, &g_array_index (footprints, Footprint, first), next - first, width, depth, back);
      back -= depth + GAP;
      first = next;
    }

  return all;
}

/**
 * demo_bed_between:
 * @self: a bed
 * @low: the least
 * @high: the most
 *
 * Returns: a number by chance
 */
float
demo_bed_between (DemoBed *self,
                  float    low,
                  float    high)
{
  return (float) g_rand_double_range (self->rand, low, high);
}

/**
 * demo_bed_count:
 * @self: a bed
 * @least: the least
 * @most: the most, included
 *
 * Returns: a whole number by chance
 */
int
demo_bed_count (DemoBed *self,
                int      least,
                int      most)
{
  return g_rand_int_range (self->rand, least, most + 1);
}

/**
 * demo_bed_toss:
 * @self: a bed
 *
 * Returns: heads or tails
 */
gboolean
demo_bed_toss (DemoBed *self)
{
  return g_rand_boolean (self->rand);
}
