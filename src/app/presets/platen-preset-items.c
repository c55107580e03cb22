/* platen-preset-items.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-preset-items.h"

#include <glib/gi18n.h>

#include "platen-format.h"
#include "platen-preset-text.h"
#include "platen-setting-info.h"

static void
add_fact (GListStore  *items,
          BambuPreset *preset,
          const char  *label,
          const char  *value)
{
  g_autoptr(PlatenSettingItem) item = NULL;
  g_autofree char *title = NULL;

  if (value == NULL || *value == 0)
    return;

  title = platen_preset_dup_title (preset);
  item = platen_setting_item_new (title, PLATEN_PRESET_ITEMS_FACTS_RANK, NULL, label, value, NULL);
  g_list_store_append (items, item);
}

/**
 * platen_preset_items_add_facts:
 * @items: the rows
 * @preset: a preset
 * @detail: everything about it
 *
 * Adds what is known of the preset itself.
 *
 * Returns: (transfer full) (nullable): the row that says what it inherits
 */
PlatenSettingItem *
platen_preset_items_add_facts (GListStore        *items,
                               BambuPreset       *preset,
                               BambuPresetDetail *detail)
{
  PlatenSettingItem *inherits = NULL;
  g_autofree char *changed = NULL;

  g_return_val_if_fail (G_IS_LIST_STORE (items), NULL);
  g_return_val_if_fail (BAMBU_IS_PRESET (preset), NULL);
  g_return_val_if_fail (BAMBU_IS_PRESET_DETAIL (detail), NULL);

  if (bambu_preset_get_updated (preset) != NULL)
    changed = platen_format_date_time (bambu_preset_get_updated (preset));

  add_fact (items, preset, _("Inherits"), bambu_preset_detail_get_inherits (detail));

  if (g_list_model_get_n_items (G_LIST_MODEL (items)) > 0)
    inherits = g_list_model_get_item (G_LIST_MODEL (items), 0);

  add_fact (items, preset, _("Nickname"), bambu_preset_detail_get_nickname (detail));
  add_fact (items, preset, _("Material"), bambu_preset_get_filament_type (preset));
  add_fact (items, preset, _("Vendor"), bambu_preset_get_filament_vendor (preset));
  add_fact (items, preset, _("Version"), bambu_preset_detail_get_version (detail));
  add_fact (items, preset, _("Last Changed"), changed);
  add_fact (items, preset, _("ID"), bambu_preset_get_id (preset));
  add_fact (items, preset, _("Filament ID"), bambu_preset_detail_get_filament_id (detail));

  return inherits;
}

/**
 * platen_preset_items_add_settings:
 * @items: the rows
 * @preset: a preset
 * @detail: everything about it
 *
 * Adds its settings, but for those that tell what is told of the preset anyway.
 */
void
platen_preset_items_add_settings (GListStore        *items,
                                  BambuPreset       *preset,
                                  BambuPresetDetail *detail)
{
  g_autoptr(GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *settings;

  g_return_if_fail (G_IS_LIST_STORE (items));
  g_return_if_fail (BAMBU_IS_PRESET (preset));
  g_return_if_fail (BAMBU_IS_PRESET_DETAIL (detail));

  settings = bambu_preset_detail_get_settings (detail);

  for (guint i = 0; i < g_list_model_get_n_items (settings); i++)
    {
      g_autoptr(BambuSetting) setting = g_list_model_get_item (settings, i);
      const char *key = bambu_setting_get_key (setting);
      const char *raw_value = bambu_setting_get_value (setting);
      g_autofree char *label = NULL;
      g_autofree char *value = NULL;
      const char *group;
      int rank;

      if (key == NULL || platen_setting_is_hidden (key))
        continue;

      group = platen_setting_get_group (bambu_preset_get_kind (preset), key, &rank);
      label = platen_setting_dup_label (key);
      value = platen_setting_dup_value (key, raw_value);
      g_ptr_array_add (added, platen_setting_item_new (group, rank, key, label, value, raw_value));
    }

  g_list_store_splice (items, g_list_model_get_n_items (G_LIST_MODEL (items)), 0, added->pdata, added->len);
}
