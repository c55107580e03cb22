/* platen-signin-page.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "platen-session-manager.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_SIGNIN_PAGE (platen_signin_page_get_type ())

/* The sign-in, from the account's name to the session.
 *
 * Property "can-go-back" (gboolean, read-only): there is something to go back to, or to stop
 */
G_DECLARE_FINAL_TYPE (PlatenSigninPage, platen_signin_page, PLATEN, SIGNIN_PAGE, AdwBin)

void     platen_signin_page_set_manager     (PlatenSigninPage     *self,
                                             PlatenSessionManager *manager);
void     platen_signin_page_reset           (PlatenSigninPage     *self);
void     platen_signin_page_focus           (PlatenSigninPage     *self);
gboolean platen_signin_page_get_can_go_back (PlatenSigninPage     *self);
gboolean platen_signin_page_go_back         (PlatenSigninPage     *self);

G_END_DECLS
