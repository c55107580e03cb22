/* platen-signin-form.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-client.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_SIGNIN_FORM (platen_signin_form_get_type ())

/* Where the sign-in begins: region, account, password.
 *
 * Property "busy" (gboolean): what was submitted is under way.
 *
 * Signals:
 *   "sign-in"    account and password are there
 *   "use-code"   the account is there
 *   "use-token"  the user has a token
 */
G_DECLARE_FINAL_TYPE (PlatenSigninForm, platen_signin_form, PLATEN, SIGNIN_FORM, AdwBin)

BambuRegion platen_signin_form_get_region          (PlatenSigninForm *self);
char       *platen_signin_form_dup_account         (PlatenSigninForm *self);
const char *platen_signin_form_get_password        (PlatenSigninForm *self);
void        platen_signin_form_show_account_error  (PlatenSigninForm *self,
                                                    const char       *message);
void        platen_signin_form_show_password_error (PlatenSigninForm *self,
                                                    const char       *message);
void        platen_signin_form_set_busy            (PlatenSigninForm *self,
                                                    gboolean          busy);
void        platen_signin_form_reset               (PlatenSigninForm *self);
void        platen_signin_form_focus               (PlatenSigninForm *self);

G_END_DECLS
