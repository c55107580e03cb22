/* bambu-list-merge.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-list-private.h"
#include "bambu-order.h"

/* What the list should hold: the objects that are there already, brought up to date, and the new ones. An id counts
 * once.
 */
static GPtrArray *
bambu_list_resolve (BambuList *self,
                    GPtrArray *newer,
                    gboolean  *changed)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *wanted = g_ptr_array_new_full (newer->len, g_object_unref);

  for (guint i = 0; i < newer->len; i++)
    {
      BambuItem *item = g_ptr_array_index (newer, i);
      const char *id = bambu_item_get_id (item);
      BambuItem *present;

      if (id == NULL || !g_hash_table_add (seen, (gpointer)id))
        continue;

      if ((present = g_hash_table_lookup (self->by_id, id)))
        {
          *changed |= bambu_item_merge (present, item);
          item = present;
        }

      g_ptr_array_add (wanted, g_object_ref (item));
    }

  return wanted;
}

static gboolean
bambu_list_remove_unstable (BambuList      *self,
                            const gboolean *stable)
{
  const guint n_before = self->items->len;
  guint end = n_before;

  while (end > 0)
    {
      guint start = end;

      while (start > 0 && !stable[start - 1])
        start--;

      if (start < end)
        {
          g_ptr_array_remove_range (self->items, start, end - start);
          g_list_model_items_changed (G_LIST_MODEL (self), start, end - start, 0);
        }

      end = start > 0 ? start - 1 : 0;
    }

  return self->items->len != n_before;
}

/* In one go: one after the other would move all that follows as often. */
static void
bambu_list_insert_run (BambuList *self,
                       GPtrArray *wanted,
                       guint      start,
                       guint      end)
{
  const guint n_before = self->items->len;
  const guint n_added = end - start;

  g_ptr_array_set_size (self->items, n_before + n_added);
  memmove (self->items->pdata + end, self->items->pdata + start, (n_before - start) * sizeof (gpointer));

  for (guint i = start; i < end; i++)
    self->items->pdata[i] = g_object_ref (g_ptr_array_index (wanted, i));

  g_list_model_items_changed (G_LIST_MODEL (self), start, 0, n_added);
}

static gboolean
bambu_list_insert_missing (BambuList *self,
                           GPtrArray *wanted)
{
  const guint n_before = self->items->len;
  guint i = 0;

  while (i < wanted->len)
    {
      guint end = i;

      while (end < wanted->len &&
             (i >= self->items->len ||
              g_ptr_array_index (self->items, i) != g_ptr_array_index (wanted, end)))
        end++;

      if (end == i)
        {
          i++;
          continue;
        }

      bambu_list_insert_run (self, wanted, i, end);
      i = end;
    }

  return self->items->len != n_before;
}

/* Makes the list hold what @newer holds, in its order. What is there already stays the same object. Returns whether
 * anything changed, in the list or in an item.
 */
gboolean
bambu_list_merge (BambuList *self,
                  GPtrArray *newer)
{
  g_autoptr(GPtrArray) wanted = NULL;
  g_autofree gboolean *stable = NULL;
  gboolean changed = FALSE;
  guint n_before;

  g_assert (BAMBU_IS_LIST (self));
  g_assert (newer != NULL);

  n_before = self->items->len;
  wanted = bambu_list_resolve (self, newer, &changed);
  stable = bambu_order_find_stable (self->items, wanted);

  g_hash_table_remove_all (self->by_id);

  for (guint i = 0; i < wanted->len; i++)
    {
      BambuItem *item = g_ptr_array_index (wanted, i);

      g_hash_table_insert (self->by_id, (gpointer)bambu_item_get_id (item), item);
    }

  changed |= bambu_list_remove_unstable (self, stable);
  changed |= bambu_list_insert_missing (self, wanted);

  if (self->items->len != n_before)
    g_object_notify (G_OBJECT (self), "n-items");

  return changed;
}

/* Adds those of @older that are not there yet at the end; those that are stay where they are, brought up to date. Costs no
 * more the longer the list is. Returns how many were added.
 */
guint
bambu_list_append (BambuList *self,
                   GPtrArray *older)
{
  guint n_before;

  g_assert (BAMBU_IS_LIST (self));
  g_assert (older != NULL);

  n_before = self->items->len;

  for (guint i = 0; i < older->len; i++)
    {
      BambuItem *item = g_ptr_array_index (older, i);
      BambuItem *present = g_hash_table_lookup (self->by_id, bambu_item_get_id (item));

      if (present != NULL)
        {
          bambu_item_merge (present, item);
          continue;
        }

      g_ptr_array_add (self->items, g_object_ref (item));
      g_hash_table_insert (self->by_id, (gpointer)bambu_item_get_id (item), item);
    }

  if (self->items->len > n_before)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->items->len - n_before);
      g_object_notify (G_OBJECT (self), "n-items");
    }

  return self->items->len - n_before;
}

/* Takes out what has just been deleted in the cloud. */
void
bambu_list_remove (BambuList  *self,
                   const char *id)
{
  BambuItem *item;
  guint position;

  g_assert (BAMBU_IS_LIST (self));
  g_assert (id != NULL);

  if (!(item = g_hash_table_lookup (self->by_id, id)) ||
      !g_ptr_array_find (self->items, item, &position))
    return;

  g_hash_table_remove (self->by_id, id);
  g_ptr_array_remove_index (self->items, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  g_object_notify (G_OBJECT (self), "n-items");
}
