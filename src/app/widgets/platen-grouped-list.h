/* platen-grouped-list.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "platen-grouped-item.h"

G_BEGIN_DECLS

/**
 * PlatenGroupedPlace:
 * @group: (transfer full): the title of its group
 * @rank: what decides about the order of groups before their titles do; low ones come first
 * @key: (transfer full) (nullable): what decides about the order in a group, as for strcmp(); NULL: the model's order
 * @text: (transfer full): what it is found by
 *
 * Where an item belongs.
 */
typedef struct
{
  char *group;
  int   rank;
  char *key;
  char *text;
} PlatenGroupedPlace;

/* Returns FALSE for an item that is to be left out. */
typedef gboolean (*PlatenGroupedFunc)       (gpointer            item,
                                             PlatenGroupedPlace *place,
                                             gpointer            user_data);

/* What else the header of a group says: (transfer full) (nullable). @n_items is counted without regard to a search. */
typedef char    *(*PlatenGroupedDetailFunc) (const char         *group,
                                             int                 rank,
                                             guint               n_items,
                                             gpointer            user_data);

#define PLATEN_TYPE_GROUPED_LIST (platen_grouped_list_get_type ())

/* The items of a model in groups, as one list of PlatenGroupedItems: a header, its items, the next header… It can be
 * searched, also where there are thousands, as one types: everything that costs is done once for each item.
 *
 * GtkListView has no sections before GTK 4.12, and no search that keeps what it has found out about an item.
 *
 * Properties, read-only:
 *   "n-items"  guint  rows, with headers
 *   "n-found"  guint  items that the search lets through
 *   "n-total"  guint  items
 */
G_DECLARE_FINAL_TYPE (PlatenGroupedList, platen_grouped_list, PLATEN, GROUPED_LIST, GObject)

PlatenGroupedList *platen_grouped_list_new         (PlatenGroupedFunc         func,
                                                    PlatenGroupedDetailFunc   detail_func,
                                                    gpointer                  user_data,
                                                    GDestroyNotify            user_data_free);
void               platen_grouped_list_set_model   (PlatenGroupedList        *self,
                                                    GListModel               *model);
void               platen_grouped_list_set_search  (PlatenGroupedList        *self,
                                                    const char               *search);
guint              platen_grouped_list_get_n_found (PlatenGroupedList        *self);
guint              platen_grouped_list_get_n_total (PlatenGroupedList        *self);

G_END_DECLS
