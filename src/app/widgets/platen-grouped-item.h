/* platen-grouped-item.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_GROUPED_ITEM (platen_grouped_item_get_type ())

/* A row of a PlatenGroupedList: the header of a group, or one of the items under it.
 *
 * Properties, read-only:
 *   "item"    GObject   what it is about; NULL: it is a header
 *   "title"   string    of a header
 *   "detail"  string    of a header, what else there is to say of the group; may be NULL
 *   "first"   gboolean  whether it is the first item under its header
 *   "last"    gboolean  whether it is the last one
 */
G_DECLARE_FINAL_TYPE (PlatenGroupedItem, platen_grouped_item, PLATEN, GROUPED_ITEM, GObject)

PlatenGroupedItem *platen_grouped_item_new        (GObject           *item,
                                                   const char        *title);
gpointer           platen_grouped_item_get_item   (PlatenGroupedItem *self);
const char        *platen_grouped_item_get_title  (PlatenGroupedItem *self);
const char        *platen_grouped_item_get_detail (PlatenGroupedItem *self);
void               platen_grouped_item_set_detail (PlatenGroupedItem *self,
                                                   const char        *detail);
gboolean           platen_grouped_item_get_first  (PlatenGroupedItem *self);
gboolean           platen_grouped_item_get_last   (PlatenGroupedItem *self);
void               platen_grouped_item_set_edges  (PlatenGroupedItem *self,
                                                   gboolean           first,
                                                   gboolean           last);

G_END_DECLS
