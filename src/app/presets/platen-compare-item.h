/* platen-compare-item.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-preset.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_COMPARE_ITEM (platen_compare_item_get_type ())

/* A setting of two presets. Immutable. */
G_DECLARE_FINAL_TYPE (PlatenCompareItem, platen_compare_item, PLATEN, COMPARE_ITEM, GObject)

PlatenCompareItem *platen_compare_item_new         (BambuPresetKind    kind,
                                                    const char        *key,
                                                    const char        *first,
                                                    const char        *second);
const char        *platen_compare_item_get_key     (PlatenCompareItem *self);
const char        *platen_compare_item_get_label   (PlatenCompareItem *self);
const char        *platen_compare_item_get_first   (PlatenCompareItem *self);
const char        *platen_compare_item_get_second  (PlatenCompareItem *self);
const char        *platen_compare_item_get_group   (PlatenCompareItem *self);
int                platen_compare_item_get_rank    (PlatenCompareItem *self);
gboolean           platen_compare_item_get_differs (PlatenCompareItem *self);

G_END_DECLS
