/* platen-projects-page.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PROJECTS_PAGE (platen_projects_page_get_type ())

/* All projects of the account in a grid, to search and sort. Activating one is win.open-project.
 *
 * Properties:
 *   "session"  BambuSession  may be set again, and NULL
 *   "sort"     string        "newest" or "name"
 */
G_DECLARE_FINAL_TYPE (PlatenProjectsPage, platen_projects_page, PLATEN, PROJECTS_PAGE, AdwBin)

GtkWidget *platen_projects_page_new         (void);
void       platen_projects_page_set_session (PlatenProjectsPage *self,
                                             BambuSession       *session);

G_END_DECLS
