/* platen-compare-page.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_COMPARE_PAGE (platen_compare_page_get_type ())

/* A preset side by side with another of its kind, differences first. Implements PlatenPage. */
G_DECLARE_FINAL_TYPE (PlatenComparePage, platen_compare_page, PLATEN, COMPARE_PAGE, AdwBin)

GtkWidget *platen_compare_page_new (BambuSession *session,
                                    BambuPreset  *preset);

G_END_DECLS
