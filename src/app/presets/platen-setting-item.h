/* platen-setting-item.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_SETTING_ITEM (platen_setting_item_get_type ())

/* A row of a preset's page: a name and a value, and what there is to do with them.
 *
 * Properties:
 *   "link"       string    the id of the preset that the value names; NULL: it names none
 *   "inherited"  string    the value in the preset that this one inherits, where that is another; NULL: not changed
 *   "expanded"   gboolean  whether a value of several lines is shown in full
 */
G_DECLARE_FINAL_TYPE (PlatenSettingItem, platen_setting_item, PLATEN, SETTING_ITEM, GObject)

PlatenSettingItem *platen_setting_item_new           (const char        *group,
                                                      int                rank,
                                                      const char        *key,
                                                      const char        *label,
                                                      const char        *value,
                                                      const char        *raw_value);
const char        *platen_setting_item_get_group     (PlatenSettingItem *self);
int                platen_setting_item_get_rank      (PlatenSettingItem *self);
const char        *platen_setting_item_get_key       (PlatenSettingItem *self);
const char        *platen_setting_item_get_label     (PlatenSettingItem *self);
const char        *platen_setting_item_get_value     (PlatenSettingItem *self);
const char        *platen_setting_item_get_raw_value (PlatenSettingItem *self);
guint              platen_setting_item_get_n_lines   (PlatenSettingItem *self);
const char        *platen_setting_item_get_link      (PlatenSettingItem *self);
void               platen_setting_item_set_link      (PlatenSettingItem *self,
                                                      const char        *link);
const char        *platen_setting_item_get_inherited (PlatenSettingItem *self);
void               platen_setting_item_set_inherited (PlatenSettingItem *self,
                                                      const char        *inherited);
gboolean           platen_setting_item_get_expanded  (PlatenSettingItem *self);
void               platen_setting_item_set_expanded  (PlatenSettingItem *self,
                                                      gboolean           expanded);

G_END_DECLS
