/* test-grouped-list.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gtk/gtk.h>
#include <locale.h>
#include <string.h>

#include "platen-grouped-list.h"

/* "fruit/apple": the group and the name. "!" leaves it out, and a leading digit is the rank. */
static gboolean
place_string (gpointer            item,
              PlatenGroupedPlace *place,
              gpointer            user_data)
{
  const char *text = gtk_string_object_get_string (item);
  guint *n_calls = user_data;
  const char *slash = strchr (text, '/');

  (*n_calls)++;

  if (slash == NULL)
    return FALSE;

  place->rank = g_ascii_isdigit (*text) ? g_ascii_digit_value (*text) : 9;
  place->group = g_strndup (text, slash - text);
  place->key = g_str_has_prefix (text, "unsorted") ? NULL : g_strdup (slash + 1);
  place->text = g_strdup (slash + 1);

  return TRUE;
}

static char *
describe_group (const char *group,
                int         rank,
                guint       n_items,
                gpointer    user_data)
{
  return rank == 0 ? g_strdup_printf ("%u", n_items) : NULL;
}

/* "[group] first… last": what the list looks like. */
static char *
dump (PlatenGroupedList *list)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr(PlatenGroupedItem) row = g_list_model_get_item (G_LIST_MODEL (list), i);
      GtkStringObject *item = platen_grouped_item_get_item (row);

      if (item == NULL)
        {
          g_string_append_printf (string, "[%s", platen_grouped_item_get_title (row));

          if (platen_grouped_item_get_detail (row) != NULL)
            g_string_append_printf (string, " %s", platen_grouped_item_get_detail (row));

          g_string_append (string, "]");
          continue;
        }

      g_string_append_printf (string, " %s%s%s",
                              platen_grouped_item_get_first (row) ? "<" : "",
                              strchr (gtk_string_object_get_string (item), '/') + 1,
                              platen_grouped_item_get_last (row) ? ">" : "");
    }

  return g_string_free (string, FALSE);
}

static void
assert_looks (PlatenGroupedList *list,
              const char        *expected)
{
  g_autofree char *actual = NULL;

  while (g_main_context_iteration (NULL, FALSE))
    ;

  actual = dump (list);
  g_assert_cmpstr (actual, ==, expected);
}

static void
test_order (void)
{
  const char * const strings[] = { "b/pear", "a/2", "0own/z", "nothing", "a/1", "b/apple", "unsorted/y", "unsorted/x", NULL };
  g_autoptr(GtkStringList) strings_list = gtk_string_list_new (strings);
  guint n_calls = 0;
  g_autoptr(PlatenGroupedList) list = platen_grouped_list_new (place_string, describe_group, &n_calls, NULL);

  assert_looks (list, "");
  platen_grouped_list_set_model (list, G_LIST_MODEL (strings_list));
  assert_looks (list, "[0own 1] <z>[a] <1 2>[b] <apple pear>[unsorted] <y x>");
  g_assert_cmpuint (platen_grouped_list_get_n_found (list), ==, 7);
  g_assert_cmpuint (platen_grouped_list_get_n_total (list), ==, 7);
  platen_grouped_list_set_model (list, NULL);
  assert_looks (list, "");
}

static void
test_search (void)
{
  const char * const strings[] = { "0own/Zebra", "0own/Ape", "a/grape", "b/Äpfel", NULL };
  g_autoptr(GtkStringList) strings_list = gtk_string_list_new (strings);
  guint n_calls = 0;
  g_autoptr(PlatenGroupedList) list = platen_grouped_list_new (place_string, describe_group, &n_calls, NULL);

  platen_grouped_list_set_model (list, G_LIST_MODEL (strings_list));
  g_assert_cmpuint (n_calls, ==, 4);

  platen_grouped_list_set_search (list, "ap");
  /* How many there are of one's own does not depend on what is searched for. */
  assert_looks (list, "[0own 2] <Ape>[a] <grape>[b] <Äpfel>");
  g_assert_cmpuint (platen_grouped_list_get_n_found (list), ==, 3);
  g_assert_cmpuint (platen_grouped_list_get_n_total (list), ==, 4);

  platen_grouped_list_set_search (list, "ap gr");
  assert_looks (list, "[a] <grape>");
  platen_grouped_list_set_search (list, "nope");
  assert_looks (list, "");
  platen_grouped_list_set_search (list, " ");
  assert_looks (list, "[0own 2] <Ape Zebra>[a] <grape>[b] <Äpfel>");

  /* It is found out once where an item belongs. */
  g_assert_cmpuint (n_calls, ==, 4);
}

static void
count_change_cb (GListModel *model,
                 guint       position,
                 guint       removed,
                 guint       added,
                 guint      *sum)
{
  *sum += removed + added;
}

/* Rows that are not concerned are not told of: they stay where they are on the screen. */
static void
test_changes (void)
{
  const char * const strings[] = { "a/1", "a/3", "b/1", "b/2", NULL };
  g_autoptr(GtkStringList) strings_list = gtk_string_list_new (strings);
  guint n_calls = 0;
  guint n_changes = 0;
  g_autoptr(PlatenGroupedList) list = platen_grouped_list_new (place_string, NULL, &n_calls, NULL);

  platen_grouped_list_set_model (list, G_LIST_MODEL (strings_list));
  g_signal_connect (list, "items-changed", G_CALLBACK (count_change_cb), &n_changes);

  gtk_string_list_append (strings_list, "a/2");
  assert_looks (list, "[a] <1 2 3>[b] <1 2>");
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (n_calls, ==, 5);

  gtk_string_list_remove (strings_list, 1);
  assert_looks (list, "[a] <1 2>[b] <1 2>");
  g_assert_cmpuint (n_changes, ==, 2);

  gtk_string_list_splice (strings_list, 1, 2, NULL);
  assert_looks (list, "[a] <1 2>");
  g_assert_cmpuint (n_calls, ==, 5);
}

/* An item that changes may belong elsewhere. */
static gboolean
place_action (gpointer            item,
              PlatenGroupedPlace *place,
              gpointer            user_data)
{
  place->group = g_strdup (g_action_get_enabled (item) ? "on" : "off");
  place->text = g_strdup (g_action_get_name (item));

  return TRUE;
}

static guint
find_header (PlatenGroupedList *list,
             const char        *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr(PlatenGroupedItem) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (g_strcmp0 (platen_grouped_item_get_title (row), title) == 0)
        return i;
    }

  return G_MAXUINT;
}

static void
test_item_changes (void)
{
  g_autoptr(GListStore) store = g_list_store_new (G_TYPE_SIMPLE_ACTION);
  g_autoptr(GSimpleAction) first = g_simple_action_new ("first", NULL);
  g_autoptr(GSimpleAction) second = g_simple_action_new ("second", NULL);
  g_autoptr(PlatenGroupedList) list = platen_grouped_list_new (place_action, NULL, NULL, NULL);

  g_list_store_append (store, first);
  g_list_store_append (store, second);
  platen_grouped_list_set_model (list, G_LIST_MODEL (store));
  g_assert_cmpuint (find_header (list, "off"), ==, G_MAXUINT);

  g_simple_action_set_enabled (first, FALSE);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_assert_cmpuint (find_header (list, "off"), ==, 0);
  g_assert_cmpuint (find_header (list, "on"), ==, 2);

  /* Neither is told of once the list has gone. */
  g_assert_finalize_object (g_steal_pointer (&list));
  g_simple_action_set_enabled (second, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/grouped-list/order", test_order);
  g_test_add_func ("/app/grouped-list/search", test_search);
  g_test_add_func ("/app/grouped-list/changes", test_changes);
  g_test_add_func ("/app/grouped-list/item-changes", test_item_changes);

  return g_test_run ();
}
