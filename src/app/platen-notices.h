/* platen-notices.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "platen-session-manager.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_NOTICES (platen_notices_get_type ())

/* Tells, over the pages of who is signed in, what they have to know about their sign-in: that it is not kept, or that
 * it ends soon. While nobody is signed in, that is for the sign-in page to tell.
 */
G_DECLARE_FINAL_TYPE (PlatenNotices, platen_notices, PLATEN, NOTICES, GObject)

PlatenNotices *platen_notices_new (PlatenSessionManager *manager,
                                   AdwToastOverlay      *overlay);

G_END_DECLS
