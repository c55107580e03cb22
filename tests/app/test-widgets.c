/* test-widgets.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page-harness.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "platen-columns.h"
#include "platen-decode.h"
#include "platen-late-bin.h"
#include "platen-picture.h"
#include "platen-search-filter.h"
#include "platen-search-list.h"
#include "platen-swatch.h"
#include "platen-value-row.h"
#include "platen-viewport.h"

static gboolean
finds (PlatenSearchFilter *filter,
       const char         *search,
       const char         *text)
{
  g_autoptr(GtkStringObject) object = gtk_string_object_new (text);

  platen_search_filter_set_search (filter, search);

  return gtk_filter_match (GTK_FILTER (filter), object);
}

static void
test_search_filter (void)
{
  g_autoptr(PlatenSearchFilter) filter = NULL;

  filter = platen_search_filter_new (gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));

  g_assert_true (finds (filter, NULL, "Gear box"));
  g_assert_true (finds (filter, "  ", "Gear box"));
  g_assert_true (finds (filter, "gear", "Gear box"));
  g_assert_true (finds (filter, "BOX gear", "Gear box"));
  g_assert_true (finds (filter, "arb", "Gearbox"));
  g_assert_false (finds (filter, "gear pot", "Gear box"));
  g_assert_true (finds (filter, "ubergrosse", "Übergröße"));
  g_assert_true (finds (filter, "ÜBER", "ubergang"));
  g_assert_true (finds (filter, "齿轮", "大齿轮箱"));
  g_assert_false (finds (filter, "x", ""));
  g_assert_cmpint (gtk_filter_get_strictness (GTK_FILTER (filter)), ==, GTK_FILTER_MATCH_SOME);
  platen_search_filter_set_search (filter, "");
  g_assert_cmpint (gtk_filter_get_strictness (GTK_FILTER (filter)), ==, GTK_FILTER_MATCH_ALL);
}

static void
count_change_cb (GtkFilter       *filter,
                 GtkFilterChange  change,
                 GtkFilterChange *last)
{
  *last = change;
}

static void
test_search_filter_narrows (void)
{
  g_autoptr(PlatenSearchFilter) filter = platen_search_filter_new (NULL);
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;

  g_signal_connect (filter, "changed", G_CALLBACK (count_change_cb), &change);

  platen_search_filter_set_search (filter, "gear");
  g_assert_cmpint (change, ==, GTK_FILTER_CHANGE_MORE_STRICT);
  platen_search_filter_set_search (filter, "gear b");
  g_assert_cmpint (change, ==, GTK_FILTER_CHANGE_MORE_STRICT);
  platen_search_filter_set_search (filter, "ge");
  g_assert_cmpint (change, ==, GTK_FILTER_CHANGE_LESS_STRICT);
  platen_search_filter_set_search (filter, "box");
  g_assert_cmpint (change, ==, GTK_FILTER_CHANGE_DIFFERENT);
  platen_search_filter_set_search (filter, NULL);
  g_assert_cmpint (change, ==, GTK_FILTER_CHANGE_LESS_STRICT);
}

static const char *
get_string (gpointer item)
{
  return gtk_string_object_get_string (item);
}

/* What is told to change makes the list what it is. */
static void
mirror_cb (GListModel *list,
           guint       position,
           guint       removed,
           guint       added,
           GPtrArray  *mirror)
{
  if (removed > 0)
    g_ptr_array_remove_range (mirror, position, removed);

  for (guint i = 0; i < added; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (list, position + i);

      g_ptr_array_insert (mirror, position + i, item);
    }
}

static void
assert_found (GListModel *strings,
              GListModel *found,
              GPtrArray  *mirror,
              const char *search)
{
  guint n_found = 0;

  /* What is far behind comes later. */
  while (g_main_context_iteration (NULL, FALSE))
    g_assert_cmpuint (g_list_model_get_n_items (found), ==, mirror->len);

  g_assert_cmpuint (g_list_model_get_n_items (found), ==, mirror->len);
  g_assert_cmpuint (platen_search_list_get_n_found (PLATEN_SEARCH_LIST (found)), ==, mirror->len);

  for (guint i = 0; i < g_list_model_get_n_items (strings); i++)
    {
      g_autoptr(GtkStringObject) string = g_list_model_get_item (strings, i);

      if (strstr (gtk_string_object_get_string (string), search) == NULL)
        continue;

      g_assert_cmpuint (n_found, <, mirror->len);
      g_assert_true (mirror->pdata[n_found] == string);
      n_found++;
    }

  g_assert_cmpuint (n_found, ==, mirror->len);
}

static void
test_search_list (void)
{
  static const char * const searches[] = { "", "1", "2", "12", "no such" };
  g_autoptr(GtkStringList) strings = gtk_string_list_new (NULL);
  g_autoptr(PlatenSearchList) list = platen_search_list_new (G_LIST_MODEL (strings), get_string);
  g_autoptr(GPtrArray) mirror = g_ptr_array_new ();
  const char *search = "";

  g_signal_connect (list, "items-changed", G_CALLBACK (mirror_cb), mirror);

  for (guint i = 0; i < 500; i++)
    {
      guint n_items = g_list_model_get_n_items (G_LIST_MODEL (strings));
      guint position = g_test_rand_int_range (0, n_items + 1);
      guint removed = g_test_rand_int_range (0, MIN (6, n_items - position + 1));
      g_autofree char *one = g_strdup_printf ("%d", g_test_rand_int_range (0, 1000));
      g_autofree char *other = g_strdup_printf ("%d", g_test_rand_int_range (0, 1000));
      const char * const additions[] = { one, other, one, NULL };

      gtk_string_list_splice (strings, position, removed, additions + g_test_rand_int_range (0, 4));
      assert_found (G_LIST_MODEL (strings), G_LIST_MODEL (list), mirror, search);

      search = searches[g_test_rand_int_range (0, G_N_ELEMENTS (searches))];
      platen_search_list_set_search (list, search);
      assert_found (G_LIST_MODEL (strings), G_LIST_MODEL (list), mirror, search);
    }
}

static GBytes *
make_picture (const char *kind,
              int         width,
              int         height)
{
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, g_str_equal (kind, "png"), 8, width, height);
  g_autoptr(GError) error = NULL;
  char *data;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x00ae42ff);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, kind, &error, NULL);
  g_assert_no_error (error);

  return g_bytes_new_take (data, size);
}

static void
take_result_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **)user_data = g_object_ref (result);
}

static gboolean
is_set (gpointer user_data)
{
  return *(gpointer *)user_data != NULL;
}

static GdkTexture *
decode (GBytes        *bytes,
        int            width,
        int            height,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  platen_decode_async (bytes, width, height, cancellable, take_result_cb, &result);
  g_assert_true (test_wait_until (is_set, &result, PAGE_HARNESS_TIMEOUT_MS));

  return platen_decode_finish (result, error);
}

static void
assert_decodes (const char *kind,
                int         width,
                int         height,
                int         box,
                int         decoded_width,
                int         decoded_height)
{
  g_autoptr(GBytes) bytes = make_picture (kind, width, height);
  g_autoptr(GdkTexture) texture = NULL;
  g_autoptr(GError) error = NULL;
  guint32 pixel;

  texture = decode (bytes, box, box, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, decoded_width);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, decoded_height);

  if (decoded_width == 1 && decoded_height == 1)
    {
      gdk_texture_download (texture, (guchar *)&pixel, 4);
      g_assert_cmphex (pixel, ==, 0xff00ae42);
    }
}

static void
test_decode (void)
{
  assert_decodes ("png", 512, 512, 240, 240, 240);
  assert_decodes ("jpeg", 800, 400, 200, 200, 100);
  assert_decodes ("png", 100, 300, 150, 50, 150);
  assert_decodes ("png", 64, 64, 240, 64, 64);
  assert_decodes ("png", 1000, 1, 100, 100, 1);
  assert_decodes ("png", 1, 1, 1, 1, 1);
}

/* A PNG that claims 8001 by 8001 pixels in its IHDR and has but a few of them. */
static const guint8 vast_png[] = {
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d,
  0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x1f, 0x41, 0x00, 0x00, 0x1f, 0x41,
  0x08, 0x06, 0x00, 0x00, 0x00, 0x22, 0x6f, 0x15, 0x6f, 0x00, 0x00, 0x00,
  0x0c, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x60, 0xa0, 0x3d, 0x00,
  0x00, 0x00, 0x64, 0x00, 0x01, 0x86, 0x64, 0x3c, 0x35, 0x00, 0x00, 0x00,
  0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
};

static void
assert_refuses (const void *data,
                gsize       size,
                int         code)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GdkTexture) texture = NULL;
  g_autoptr(GError) error = NULL;

  texture = decode (bytes, 100, 100, NULL, &error);
  g_assert_error (error, GDK_PIXBUF_ERROR, code);
  g_assert_null (texture);
}

static void
test_decode_refuses (void)
{
  g_autoptr(GBytes) png = make_picture ("png", 300, 300);
  g_autoptr(GBytes) jpeg = make_picture ("jpeg", 300, 300);
  const char *page = "<!DOCTYPE html><title>Just a moment...</title>";

  assert_refuses ("", 0, GDK_PIXBUF_ERROR_UNKNOWN_TYPE);
  assert_refuses (page, strlen (page), GDK_PIXBUF_ERROR_UNKNOWN_TYPE);
  assert_refuses (vast_png, sizeof vast_png, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY);
  assert_refuses (g_bytes_get_data (jpeg, NULL), g_bytes_get_size (jpeg) / 2, GDK_PIXBUF_ERROR_CORRUPT_IMAGE);
  assert_refuses (g_bytes_get_data (png, NULL), g_bytes_get_size (png) / 2, GDK_PIXBUF_ERROR_CORRUPT_IMAGE);
}

static void
test_decode_cancels (void)
{
  g_autoptr(GBytes) bytes = make_picture ("png", 512, 512);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GdkTexture) texture = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  texture = decode (bytes, 100, 100, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (texture);
}

static GtkWidget *
make_box (int width,
          int height)
{
  return g_object_new (ADW_TYPE_BIN, "width-request", width, "height-request", height, NULL);
}

static void
assert_at (GtkWidget *child,
           int        x,
           int        y,
           int        width)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, gtk_widget_get_parent (child), &bounds));
  g_assert_cmpint (bounds.origin.x, ==, x);
  g_assert_cmpint (bounds.origin.y, ==, y);
  g_assert_cmpint (bounds.size.width, ==, width);
}

/* As GTK asks: what it says without a width holds for every width. */
static void
test_picture (void)
{
  g_autoptr(GtkWidget) picture = g_object_ref_sink (g_object_new (PLATEN_TYPE_PICTURE, "natural-width", 360, "ratio", 4. / 3, NULL));
  int any;
  int minimum;
  int natural;

  gtk_widget_measure (picture, GTK_ORIENTATION_VERTICAL, -1, &any, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 270);

  gtk_widget_measure (picture, GTK_ORIENTATION_VERTICAL, 240, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 180);
  g_assert_cmpint (natural, ==, 180);
  g_assert_cmpint (any, <=, minimum);
}

static void
test_columns (void)
{
  g_autoptr(GtkWidget) columns = g_object_ref_sink (platen_columns_new ());
  GtkWidget *start = make_box (100, 200);
  GtkWidget *end = make_box (150, 300);
  int minimum;
  int natural;

  platen_columns_set_end (PLATEN_COLUMNS (columns), end);
  platen_columns_set_start (PLATEN_COLUMNS (columns), start);
  g_assert_true (gtk_widget_get_first_child (columns) == start);
  g_object_set (columns, "spacing", 20, "threshold", 500, "fraction", 0.25, NULL);

  gtk_widget_measure (columns, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 150);
  g_assert_cmpint (natural, ==, 270);

  gtk_widget_measure (columns, GTK_ORIENTATION_VERTICAL, 499, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 520);
  gtk_widget_size_allocate (columns, &(GtkAllocation) { 0, 0, 499, 600 }, -1);
  assert_at (start, 0, 0, 499);
  assert_at (end, 0, 220, 499);

  gtk_widget_measure (columns, GTK_ORIENTATION_VERTICAL, 500, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 300);
  gtk_widget_size_allocate (columns, &(GtkAllocation) { 0, 0, 500, 300 }, -1);
  assert_at (start, 0, 0, 120);
  assert_at (end, 140, 0, 360);

  gtk_widget_set_direction (columns, GTK_TEXT_DIR_RTL);
  gtk_widget_size_allocate (columns, &(GtkAllocation) { 0, 0, 500, 300 }, -1);
  assert_at (start, 380, 0, 120);
  assert_at (end, 0, 0, 360);

  gtk_widget_set_visible (start, FALSE);
  gtk_widget_measure (columns, GTK_ORIENTATION_VERTICAL, 600, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 300);
  gtk_widget_size_allocate (columns, &(GtkAllocation) { 0, 0, 600, 300 }, -1);
  assert_at (end, 0, 0, 600);

  platen_columns_set_start (PLATEN_COLUMNS (columns), NULL);
  platen_columns_set_end (PLATEN_COLUMNS (columns), NULL);
  g_assert_null (gtk_widget_get_first_child (columns));
}

static void
test_value_row (void)
{
  g_autoptr(GtkWidget) row = g_object_ref_sink (platen_value_row_new ());

  g_assert_false (gtk_widget_get_visible (row));
  platen_value_row_set_value (PLATEN_VALUE_ROW (row), "0.4 <mm>");
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_cmpstr (platen_value_row_get_value (PLATEN_VALUE_ROW (row)), ==, "0.4 <mm>");
  platen_value_row_take_value (PLATEN_VALUE_ROW (row), NULL);
  g_assert_false (gtk_widget_get_visible (row));
}

static void
note_seen_cb (GtkWidget *widget,
              gboolean   seen)
{
  gtk_widget_set_name (widget, seen ? "seen" : "unseen");
}

static gboolean
is_named (GtkWidget  *widget,
          const char *name)
{
  return g_str_equal (gtk_widget_get_name (widget), name);
}

static gboolean
top_is_seen (gpointer user_data)
{
  GtkWidget **boxes = user_data;

  return is_named (boxes[0], "seen") && is_named (boxes[1], "unseen");
}

static gboolean
bottom_is_seen (gpointer user_data)
{
  GtkWidget **boxes = user_data;

  return is_named (boxes[0], "unseen") && is_named (boxes[1], "seen");
}

static void
test_viewport (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *boxes[2] = { make_box (100, 300), make_box (100, 300) };
  GtkAdjustment *adjustment;

  gtk_box_append (GTK_BOX (column), boxes[0]);
  gtk_box_append (GTK_BOX (column), make_box (100, 3000));
  gtk_box_append (GTK_BOX (column), boxes[1]);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), column);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 400);
  gtk_window_present (GTK_WINDOW (window));

  platen_viewport_watch (boxes[0], note_seen_cb);
  platen_viewport_watch (boxes[1], note_seen_cb);
  g_assert_true (test_wait_until (top_is_seen, boxes, PAGE_HARNESS_TIMEOUT_MS));

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  g_assert_true (test_wait_until (bottom_is_seen, boxes, PAGE_HARNESS_TIMEOUT_MS));

  /* Nothing scrolls, but what is above moves away. */
  gtk_widget_set_visible (gtk_widget_get_next_sibling (boxes[0]), FALSE);
  gtk_widget_set_visible (boxes[1], FALSE);
  platen_viewport_unwatch (boxes[1]);
  gtk_widget_set_name (boxes[1], "unseen");
  g_assert_true (test_wait_until (top_is_seen, boxes, PAGE_HARNESS_TIMEOUT_MS));

  platen_viewport_unwatch (boxes[0]);
  platen_viewport_unwatch (boxes[0]);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_viewport_without_scroller (void)
{
  g_autoptr(GtkWidget) box = g_object_ref_sink (make_box (10, 10));

  platen_viewport_watch (box, note_seen_cb);
  g_assert_true (is_named (box, "seen"));
  platen_viewport_unwatch (box);
}

/* What is in it is hidden, on a page of a stack as well, until somebody sees it. */
static void
test_late_bin (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *bin = g_object_new (PLATEN_TYPE_LATE_BIN, NULL);
  GtkWidget *child = gtk_label_new ("Late");
  GtkWidget *other = gtk_label_new ("Later");

  adw_bin_set_child (ADW_BIN (bin), child);
  gtk_stack_add_child (GTK_STACK (stack), gtk_label_new ("Early"));
  gtk_stack_add_child (GTK_STACK (stack), bin);
  gtk_window_set_child (GTK_WINDOW (window), stack);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_false (gtk_widget_get_visible (child));

  gtk_stack_set_visible_child (GTK_STACK (stack), bin);
  g_assert_true (gtk_widget_get_mapped (child));

  /* What comes while it is seen is seen at once. */
  adw_bin_set_child (ADW_BIN (bin), other);
  g_assert_true (gtk_widget_get_mapped (other));

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  page_harness_init (&argc, &argv);

  g_test_add_func ("/search-filter/finds", test_search_filter);
  g_test_add_func ("/search-filter/narrows", test_search_filter_narrows);
  g_test_add_func ("/search-list", test_search_list);
  g_test_add_func ("/decode/at-size", test_decode);
  g_test_add_func ("/decode/refuses", test_decode_refuses);
  g_test_add_func ("/decode/cancels", test_decode_cancels);
  g_test_add_func ("/columns", test_columns);
  g_test_add_func ("/late-bin", test_late_bin);
  g_test_add_func ("/picture", test_picture);
  g_test_add_func ("/value-row", test_value_row);
  g_test_add_func ("/viewport", test_viewport);
  g_test_add_func ("/viewport/without-scroller", test_viewport_without_scroller);

  return g_test_run ();
}
