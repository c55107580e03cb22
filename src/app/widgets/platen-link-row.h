/* platen-link-row.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_LINK_ROW (platen_link_row_get_type ())

/* A row that leads out of the program, where its address is one of https. Texts are plain, no markup.
 *
 * Property:
 *   "uri"  string  where to; NULL or anything but https: nowhere
 */
G_DECLARE_FINAL_TYPE (PlatenLinkRow, platen_link_row, PLATEN, LINK_ROW, AdwActionRow)

gboolean   platen_link_is_safe     (const char    *uri);

GtkWidget *platen_link_row_new     (void);
void       platen_link_row_set_uri (PlatenLinkRow *self,
                                    const char    *uri);

G_END_DECLS
