/* platen-pages.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "platen-message-marks.h"
#include "platen-session-manager.h"

G_BEGIN_DECLS

const char *platen_pages_get_title (const char           *name);
GtkWidget  *platen_pages_create    (const char           *name,
                                    PlatenSessionManager *manager,
                                    PlatenMessageMarks   *marks,
                                    GSettings            *settings);

G_END_DECLS
