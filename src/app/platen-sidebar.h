/* platen-sidebar.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"
#include "platen-message-marks.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_SIDEBAR (platen_sidebar_get_type ())

/* The pages to choose from, and who is signed in.
 *
 * Properties:
 *   "page"      string    the name of the page that is shown: see platen_window_show_page()
 *   "folded"    gboolean  there is room for the sidebar or a page, not for both
 *   "subtitle"  string    under the program's name
 *
 * Signal "page-activated" (const char *page)
 */
G_DECLARE_FINAL_TYPE (PlatenSidebar, platen_sidebar, PLATEN, SIDEBAR, AdwBin)

void platen_sidebar_set_session  (PlatenSidebar      *self,
                                  BambuSession       *session);
void platen_sidebar_set_marks    (PlatenSidebar      *self,
                                  PlatenMessageMarks *marks);
void platen_sidebar_set_page     (PlatenSidebar      *self,
                                  const char         *page);
void platen_sidebar_set_subtitle (PlatenSidebar      *self,
                                  const char         *subtitle);

G_END_DECLS
