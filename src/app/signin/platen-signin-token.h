/* platen-signin-token.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-client.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_SIGNIN_TOKEN (platen_signin_token_get_type ())

/* Where the token of another sign-in is pasted. Signal "sign-in": it is there. */
G_DECLARE_FINAL_TYPE (PlatenSigninToken, platen_signin_token, PLATEN, SIGNIN_TOKEN, AdwBin)

BambuRegion  platen_signin_token_get_region (PlatenSigninToken *self);
char        *platen_signin_token_dup_token  (PlatenSigninToken *self);
void         platen_signin_token_show_error (PlatenSigninToken *self,
                                             const char        *message);
void         platen_signin_token_set_busy   (PlatenSigninToken *self,
                                             gboolean           busy);
void         platen_signin_token_reset      (PlatenSigninToken *self,
                                             BambuRegion        region);
void         platen_signin_token_focus      (PlatenSigninToken *self);

G_END_DECLS
