/* platen-downloads-page.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_DOWNLOADS_PAGE (platen_downloads_page_get_type ())

/* The newest slicer, and what there is for it. */
G_DECLARE_FINAL_TYPE (PlatenDownloadsPage, platen_downloads_page, PLATEN, DOWNLOADS_PAGE, AdwBin)

GtkWidget *platen_downloads_page_new (BambuSession *session);

G_END_DECLS
