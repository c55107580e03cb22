/* platen-setting-row.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "platen-setting-item.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_SETTING_ROW (platen_setting_row_get_type ())

/* A setting of a preset in a list. Property "item" (PlatenSettingItem). */
G_DECLARE_FINAL_TYPE (PlatenSettingRow, platen_setting_row, PLATEN, SETTING_ROW, GtkWidget)

GtkWidget *platen_setting_row_new      (void);
void       platen_setting_row_set_item (PlatenSettingRow  *self,
                                        PlatenSettingItem *item);

G_END_DECLS
