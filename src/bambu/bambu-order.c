/* bambu-order.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-order.h"

/**
 * bambu_order_find_stable:
 * @present: what is there
 * @wanted: what should be there, each once
 *
 * Finds the most that may stay where they are while the others come, go and move: the longest run, gaps allowed, in which
 * @present and @wanted agree on the order.
 *
 * Returns: (transfer full): a flag for each of @present
 */
gboolean *
bambu_order_find_stable (GPtrArray *present,
                         GPtrArray *wanted)
{
  g_autoptr(GHashTable) places = g_hash_table_new (NULL, NULL);
  const guint n = present->len;
  g_autofree guint *place = g_new (guint, n + 1);
  g_autofree int *previous = g_new (int, n + 1);
  g_autofree int *tails = g_new (int, n + 1);
  gboolean *stable = g_new0 (gboolean, n + 1);
  guint length = 0;

  for (guint i = 0; i < wanted->len; i++)
    g_hash_table_insert (places, g_ptr_array_index (wanted, i), GUINT_TO_POINTER (i + 1));

  for (guint i = 0; i < n; i++)
    {
      guint low = 0;
      guint high = length;

      place[i] = GPOINTER_TO_UINT (g_hash_table_lookup (places, g_ptr_array_index (present, i)));

      if (place[i] == 0)
        continue;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (place[tails[middle]] < place[i])
            low = middle + 1;
          else
            high = middle;
        }

      previous[i] = low > 0 ? tails[low - 1] : -1;
      tails[low] = i;
      length = MAX (length, low + 1);
    }

  for (int i = length > 0 ? tails[length - 1] : -1; i >= 0; i = previous[i])
    stable[i] = TRUE;

  return stable;
}
