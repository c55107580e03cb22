/* platen-search-list.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Returns: (transfer none) (nullable): what @item is found by. */
typedef const char *(*PlatenSearchListFunc) (gpointer item);

#define PLATEN_TYPE_SEARCH_LIST (platen_search_list_get_type ())

/* What of a long model is found by the words that are searched for, in the model's order.
 *
 * A GtkFilterListModel tells each run of items that comes or goes by itself, in a list of thousands hundreds at a
 * letter, and a view lays itself out for each. This one keeps what it has found out about an item, and tells what is
 * found bit by bit, from the beginning on: what was found before stays behind that until its turn comes. For short models
 * there is PlatenSearchFilter.
 *
 * Property "n-found": how many are found
 */
G_DECLARE_FINAL_TYPE (PlatenSearchList, platen_search_list, PLATEN, SEARCH_LIST, GObject)

PlatenSearchList *platen_search_list_new         (GListModel           *model,
                                                  PlatenSearchListFunc  func);
void              platen_search_list_set_search  (PlatenSearchList     *self,
                                                  const char           *search);
guint             platen_search_list_get_n_found (PlatenSearchList     *self);

G_END_DECLS
