/* bambu-page.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The member of an answer that holds what is on a page. */
#define BAMBU_PAGE_HITS "hits"

/**
 * BambuPage:
 * @items: (element-type BambuItem): what there was, newest first
 * @total: how many there are in all, or -1 where that is not told
 * @last: (nullable): where the next page goes on: the id of the last thing on this one
 *
 * A page of a long list. Without @last it is the end.
 */
typedef struct
{
  GPtrArray *items;
  gint64     total;
  char      *last;
} BambuPage;

/**
 * BambuPageMake:
 * @json: an entry of a page
 * @text: (nullable): its own text
 *
 * Returns: (transfer full) (nullable): what it is, %NULL where that cannot be told
 */
typedef gpointer (*BambuPageMake) (JsonObject *json,
                                   GBytes     *text);

BambuPage *bambu_page_new_from_json (JsonObject     *object,
                                     GBytes         *text,
                                     BambuPageMake   make,
                                     GError        **error);
void       bambu_page_free          (BambuPage      *self);
JsonNode  *bambu_page_parse_outline (GBytes         *text,
                                     GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BambuPage, bambu_page_free)

G_END_DECLS
