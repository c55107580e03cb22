/* bambu-types.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-json.h"
#include "bambu-setting-private.h"
#include "bambu-types-private.h"

/* Appends what @make makes of each object in @array. */
void
bambu_types_read_array (GListStore     *store,
                        JsonArray      *array,
                        BambuTypesMake  make)
{
  const guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    {
      JsonObject *object = bambu_json_array_object (array, i);

      if (object != NULL)
        {
          g_autoptr(GObject) made = make (object);

          g_list_store_append (store, made);
        }
    }
}

/* Makes @store hold what @newer holds. Of things without an id that never change: those that are equal stay. Returns
 * whether anything changed.
 */
gboolean
bambu_types_merge_store (GListStore      *store,
                         GListStore      *newer,
                         BambuTypesEqual  equal)
{
  const guint n_present = g_list_model_get_n_items (G_LIST_MODEL (store));
  const guint n_wanted = g_list_model_get_n_items (G_LIST_MODEL (newer));
  g_autoptr(GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  guint same = 0;

  while (same < MIN (n_present, n_wanted))
    {
      g_autoptr(GObject) present = g_list_model_get_item (G_LIST_MODEL (store), same);
      g_autoptr(GObject) wanted = g_list_model_get_item (G_LIST_MODEL (newer), same);

      if (!equal (present, wanted))
        break;

      same++;
    }

  if (same == n_present && same == n_wanted)
    return FALSE;

  for (guint i = same; i < n_wanted; i++)
    g_ptr_array_add (added, g_list_model_get_item (G_LIST_MODEL (newer), i));

  g_list_store_splice (store, same, n_present - same, added->pdata, added->len);

  return TRUE;
}

/* Appends everything that @json has and that can be shown. For answers whose members are not documented. */
void
bambu_types_read_values (GListStore *store,
                         JsonObject *json)
{
  g_auto(GStrv) keys = bambu_json_dup_members (json);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *text = bambu_json_dup_text (json, keys[i]);
      g_autoptr(BambuSetting) row = NULL;

      if (*text == '\0')
        continue;

      row = bambu_setting_new_take (g_strdup (keys[i]), g_steal_pointer (&text));
      g_list_store_append (store, row);
    }
}
