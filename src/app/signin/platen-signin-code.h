/* platen-signin-code.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_SIGNIN_CODE (platen_signin_code_get_type ())

/* Where a code of six digits is entered: one that was sent, or the authenticator's. It is handed over at its sixth
 * digit.
 *
 * Signals:
 *   "entered" (const char *code)
 *   "send-again"
 */
G_DECLARE_FINAL_TYPE (PlatenSigninCode, platen_signin_code, PLATEN, SIGNIN_CODE, AdwBin)

void platen_signin_code_expect_sent          (PlatenSigninCode *self,
                                              const char       *account,
                                              gboolean          is_phone);
void platen_signin_code_expect_authenticator (PlatenSigninCode *self);
void platen_signin_code_show_error           (PlatenSigninCode *self,
                                              const char       *message);
void platen_signin_code_set_busy             (PlatenSigninCode *self,
                                              gboolean          busy);
void platen_signin_code_focus                (PlatenSigninCode *self);

G_END_DECLS
