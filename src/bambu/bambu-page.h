/* bambu-page.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

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

BambuPage *bambu_page_new  (void);
void       bambu_page_free (BambuPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BambuPage, bambu_page_free)

G_END_DECLS
