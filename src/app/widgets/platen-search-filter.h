/* platen-search-filter.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_SEARCH_FILTER (platen_search_filter_get_type ())

/* Lets through what has every word of "search" somewhere in the text of "expression", whatever its case and accents.
 *
 * Properties:
 *   "expression"  GtkExpression  of a string
 *   "search"      string         NULL or blank: lets everything through
 */
G_DECLARE_FINAL_TYPE (PlatenSearchFilter, platen_search_filter, PLATEN, SEARCH_FILTER, GtkFilter)

PlatenSearchFilter *platen_search_filter_new        (GtkExpression      *expression);
const char         *platen_search_filter_get_search (PlatenSearchFilter *self);
void                platen_search_filter_set_search (PlatenSearchFilter *self,
                                                     const char         *search);

G_END_DECLS
