/* platen-guide.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_GUIDE (platen_guide_get_type ())

/* A document written in Markdown: trusted, as it comes with the program. Links within it scroll. */
G_DECLARE_FINAL_TYPE (PlatenGuide, platen_guide, PLATEN, GUIDE, GtkWidget)

void     platen_guide_set_text (PlatenGuide *self,
                                const char  *text);
gboolean platen_guide_go_to    (PlatenGuide *self,
                                const char  *anchor);

G_END_DECLS
