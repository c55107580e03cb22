/* platen-notices.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "platen-session-manager.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_NOTICES (platen_notices_get_type ())

/* Strips below the pages of who is signed in, which cover nothing: that the sign-in is not kept, until that is dismissed,
 * and that it ends soon. While nobody is signed in, that is for the sign-in page to tell.
 */
G_DECLARE_FINAL_TYPE (PlatenNotices, platen_notices, PLATEN, NOTICES, GtkWidget)

void platen_notices_set_manager (PlatenNotices        *self,
                                 PlatenSessionManager *manager);

G_END_DECLS
