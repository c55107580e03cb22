/* test-draw.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <cairo.h>
#include <string.h>

#include "demo-draw-catalog.h"
#include "demo-draw-outline.h"
#include "demo-draw.h"

#define SIZE 96

static const guint32 colors[] = { 0xe8582cff, 0x2b2d31ff, 0xf4f4f0ff };

typedef struct
{
  const guint8 *data;
  gsize         left;
} Reader;

static cairo_status_t
read_bytes_cb (void          *closure,
               unsigned char *data,
               unsigned int   length)
{
  Reader *reader = closure;

  if (length > reader->left)
    return CAIRO_STATUS_READ_ERROR;

  memcpy (data, reader->data, length);
  reader->data += length;
  reader->left -= length;

  return CAIRO_STATUS_SUCCESS;
}

/* Reads a picture back with a reader that is not ours. */
static cairo_surface_t *
decode (GBytes *png)
{
  Reader reader = { NULL };
  cairo_surface_t *surface;

  reader.data = g_bytes_get_data (png, &reader.left);
  surface = cairo_image_surface_create_from_png_stream (read_bytes_cb, &reader);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);

  return surface;
}

static guint32
pixel_at (cairo_surface_t *surface,
          int              x,
          int              y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);

  return ((const guint32 *) (gconstpointer) (data + (gsize) y * cairo_image_surface_get_stride (surface)))[x];
}

/* How many pixels are at least as opaque as @alpha. */
static guint
count_pixels (cairo_surface_t *surface,
              guint            alpha)
{
  guint n_pixels = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
        n_pixels += pixel_at (surface, x, y) >> 24 >= alpha;
    }

  return n_pixels;
}

static GBytes *
draw (guint32     seed,
      const char *name)
{
  return demo_draw_plate (seed, name, DEMO_BACKDROP_PLATE, colors, G_N_ELEMENTS (colors), SIZE, SIZE);
}

static void
test_same (void)
{
  g_autoptr(GBytes) one = draw (7, "Spiral vase"), again = draw (7, "Spiral vase");

  g_assert_true (g_bytes_equal (one, again));
}

static void
check_different (const char *name)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);

  for (guint32 seed = 0; seed < 100; seed++)
    g_assert_true (g_hash_table_add (seen, draw (seed, name)));
}

static void
test_different (void)
{
  check_different (NULL);
  check_different ("Planetary gear box");
}

static void
test_sizes (void)
{
  static const int sizes[][2] = { { 1, 1 }, { 7, 3 }, { 48, 48 }, { 320, 180 }, { 180, 320 }, { 512, 512 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(GBytes) png = demo_draw_plate (i, "Tug boat", DEMO_BACKDROP_STUDIO, colors, 1, sizes[i][0], sizes[i][1]);
      cairo_surface_t *surface = decode (png);

      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, sizes[i][0]);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, sizes[i][1]);
      cairo_surface_destroy (surface);
    }
}

/* A slicer's picture is see-through around its parts, a cover is nowhere. */
static void
test_backdrops (void)
{
  guint n_opaque[3];

  for (guint backdrop = 0; backdrop < G_N_ELEMENTS (n_opaque); backdrop++)
    {
      g_autoptr(GBytes) png = demo_draw_plate (3, "Gears", backdrop, colors, G_N_ELEMENTS (colors), SIZE, SIZE);
      cairo_surface_t *surface = decode (png);

      n_opaque[backdrop] = count_pixels (surface, 255);
      if (backdrop != DEMO_BACKDROP_STUDIO)
        g_assert_cmpuint (pixel_at (surface, 0, 0), ==, 0);
      cairo_surface_destroy (surface);
    }

  g_assert_cmpuint (n_opaque[DEMO_BACKDROP_NONE], >, SIZE * SIZE / 20);
  g_assert_cmpuint (n_opaque[DEMO_BACKDROP_PLATE], >, SIZE * SIZE / 4);
  g_assert_cmpuint (n_opaque[DEMO_BACKDROP_STUDIO], ==, SIZE * SIZE);
}

/* The parts are seen in the filament's colour, in light and in shade. */
static void
test_colors (void)
{
  static const guint32 green = 0x20c040ff;
  g_autoptr(GBytes) png = demo_draw_plate (11, "Shelf brackets", DEMO_BACKDROP_NONE, &green, 1, SIZE, SIZE);
  cairo_surface_t *surface = decode (png);
  guint n_green = 0, n_other = 0, lightest = 0, darkest = 255;

  for (int y = 0; y < SIZE; y++)
    {
      for (int x = 0; x < SIZE; x++)
        {
          guint32 pixel = pixel_at (surface, x, y);
          guint red = (pixel >> 16) & 0xff, part = (pixel >> 8) & 0xff, blue = pixel & 0xff;

          if (pixel >> 24 != 255)
            continue;

          if (part > red && part > blue)
            n_green++;
          else
            n_other++;
          lightest = MAX (lightest, part);
          darkest = MIN (darkest, part);
        }
    }
  cairo_surface_destroy (surface);

  g_assert_cmpuint (n_green, >, 100);
  g_assert_cmpuint (n_other, ==, 0);
  g_assert_cmpuint (lightest, >, darkest + 60);
}

static void
test_names (void)
{
  guint n_names;
  const char * const *names = demo_draw_get_names (&n_names);
  g_autoptr(GHashTable) kinds = g_hash_table_new (NULL, NULL), seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (n_names, >=, 60);
  for (guint i = 0; i < n_names; i++)
    {
      DemoPartsFunc kind = demo_catalog_find (names[i]);

      if (kind == NULL)
        g_error ("“%s” does not tell what it is", names[i]);
      g_hash_table_add (kinds, kind);
      g_assert_true (g_hash_table_add (seen, (gpointer) names[i]));
    }
  g_assert_cmpuint (g_hash_table_size (kinds), >=, 40);

  g_assert_true (demo_catalog_find ("PLANETARY Gear Box v3") == demo_parts_gearbox);
  g_assert_true (demo_catalog_find ("spiral_vase_final") == demo_parts_vase);
  g_assert_true (demo_catalog_find ("Birthday card") == NULL);
  g_assert_true (demo_catalog_find ("Untitled") == NULL);
  g_assert_true (demo_catalog_find ("") == NULL);
}

/* Every kind, with few and with more filaments than it asks for. */
static void
test_kinds (void)
{
  static const guint32 many[] = { 0xff0000ff, 0x00ff00ff, 0x0000ffff, 0xffff00ff, 0xff00ffff, 0x00ffffff };
  guint n_names;
  const char * const *names = demo_draw_get_names (&n_names);

  for (guint i = 0; i < n_names; i++)
    {
      g_autoptr(GBytes) png = demo_draw_plate (i, names[i], DEMO_BACKDROP_NONE, many, 1 + i % G_N_ELEMENTS (many), SIZE, SIZE);
      cairo_surface_t *surface = decode (png);
      guint n_opaque = count_pixels (surface, 255);

      if (n_opaque < SIZE * SIZE / 30)
        g_error ("“%s” shows next to nothing", names[i]);
      cairo_surface_destroy (surface);
    }
}

static void
test_avatars (void)
{
  g_autoptr(GBytes) one = demo_draw_avatar (1, "Ada", 64), again = demo_draw_avatar (1, "Ada", 64);
  g_autoptr(GBytes) other = demo_draw_avatar (1, "Grace", 64), nobody = demo_draw_avatar (1, NULL, 64);
  cairo_surface_t *surface = decode (one);

  g_assert_true (g_bytes_equal (one, again));
  g_assert_false (g_bytes_equal (one, other));
  g_assert_false (g_bytes_equal (one, nobody));
  g_assert_cmpuint (count_pixels (surface, 255), ==, 64 * 64);
  cairo_surface_destroy (surface);
}

static gpointer
draw_many_cb (gpointer data)
{
  GBytes * const *expected = data;

  for (guint32 seed = 0; expected[seed] != NULL; seed++)
    {
      g_autoptr(GBytes) png = draw (seed, "Luggage tags");

      g_assert_true (g_bytes_equal (png, expected[seed]));
    }

  return NULL;
}

/* Letters and all: they go through the system's font machinery. */
static void
test_threads (void)
{
  GBytes *expected[9] = { NULL };
  GThread *threads[4];

  for (guint32 seed = 0; seed < G_N_ELEMENTS (expected) - 1; seed++)
    expected[seed] = draw (seed, "Luggage tags");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("draw", draw_many_cb, expected);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  for (guint32 seed = 0; expected[seed] != NULL; seed++)
    g_bytes_unref (expected[seed]);
}

static float
area_of (DemoOutline *outline)
{
  g_autoptr(GArray) pieces = demo_outline_cut (outline);
  float area = 0.0f;

  for (guint i = 0; i < pieces->len; i++)
    {
      const DemoTrapezoid *piece = &g_array_index (pieces, DemoTrapezoid, i);

      area += (piece->y1 - piece->y0) * (piece->x1 - piece->x0 + piece->x3 - piece->x2) / 2.0f;
    }

  return area;
}

/* Holes are holes, in whatever direction their corners go. */
static void
test_outlines (void)
{
  static const DemoPoint hole[] = { { -1, -1 }, { -1, 1 }, { 1, 1 }, { 1, -1 } };
  static const DemoPoint turned[] = { { 4, -1 }, { 6, -1 }, { 6, 1 }, { 4, 1 } };
  g_autoptr(DemoOutline) outline = demo_outline_new (), nothing = demo_outline_new ();
  g_autoptr(DemoOutline) inset = NULL;

  g_assert_cmpfloat (area_of (nothing), ==, 0.0f);

  demo_outline_add_rect (outline, 2.5f, 0.0f, 15.0f, 10.0f, 0.0f);
  g_assert_cmpfloat_with_epsilon (area_of (outline), 150.0f, 0.01);
  demo_outline_add_polygon (outline, hole, G_N_ELEMENTS (hole));
  demo_outline_add_polygon (outline, turned, G_N_ELEMENTS (turned));
  g_assert_cmpfloat_with_epsilon (area_of (outline), 142.0f, 0.01);

  /* The outer edge shrinks, the holes grow. */
  inset = demo_outline_inset (outline, 0.5f);
  g_assert_cmpfloat_with_epsilon (area_of (inset), 14.0f * 9.0f - 2.0f * 9.0f, 0.01);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/draw/same", test_same);
  g_test_add_func ("/demo/draw/different", test_different);
  g_test_add_func ("/demo/draw/sizes", test_sizes);
  g_test_add_func ("/demo/draw/backdrops", test_backdrops);
  g_test_add_func ("/demo/draw/colors", test_colors);
  g_test_add_func ("/demo/draw/names", test_names);
  g_test_add_func ("/demo/draw/kinds", test_kinds);
  g_test_add_func ("/demo/draw/avatars", test_avatars);
  g_test_add_func ("/demo/draw/threads", test_threads);
  g_test_add_func ("/demo/draw/outlines", test_outlines);

  return g_test_run ();
}
