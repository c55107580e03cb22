/* platen-restoring-page.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "platen-session-manager.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_RESTORING_PAGE (platen_restoring_page_get_type ())

/* What is shown while the sign-in of last time is looked for: nothing at first, as that takes no time unless the
 * keyring has to be unlocked.
 */
G_DECLARE_FINAL_TYPE (PlatenRestoringPage, platen_restoring_page, PLATEN, RESTORING_PAGE, AdwBin)

void platen_restoring_page_set_manager (PlatenRestoringPage  *self,
                                        PlatenSessionManager *manager);

G_END_DECLS
