/* platen-printers-page.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PRINTERS_PAGE (platen_printers_page_get_type ())

/* All printers as a grid of cards, under a line that sums them up. Implements PlatenPage.
 *
 * Properties:
 *   "session"  BambuSession  may be set again, and NULL
 *   "sort"     string        "attention", "time-left" or "name"; also the action "printers.sort"
 */
G_DECLARE_FINAL_TYPE (PlatenPrintersPage, platen_printers_page, PLATEN, PRINTERS_PAGE, AdwBin)

GtkWidget *platen_printers_page_new         (void);
void       platen_printers_page_set_session (PlatenPrintersPage *self,
                                             BambuSession       *session);

G_END_DECLS
