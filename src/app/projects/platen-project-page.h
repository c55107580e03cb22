/* platen-project-page.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PROJECT_PAGE (platen_project_page_get_type ())

/* One project: every plate of each of its profiles. */
G_DECLARE_FINAL_TYPE (PlatenProjectPage, platen_project_page, PLATEN, PROJECT_PAGE, AdwBin)

GtkWidget    *platen_project_page_new         (BambuSession      *session,
                                               BambuProject      *project);
BambuProject *platen_project_page_get_project (PlatenProjectPage *self);

G_END_DECLS
