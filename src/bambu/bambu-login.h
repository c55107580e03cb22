/* bambu-login.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-client.h"

G_BEGIN_DECLS

#define BAMBU_TYPE_CREDENTIALS (bambu_credentials_get_type ())
#define BAMBU_TYPE_LOGIN       (bambu_login_get_type ())

/* BambuCredentials: what a sign-in yields. Immutable, reference counted; its memory is cleared when it goes. */
typedef struct _BambuCredentials BambuCredentials;

GType             bambu_credentials_get_type          (void);
BambuCredentials *bambu_credentials_new               (const char       *token,
                                                       const char       *refresh_token,
                                                       GDateTime        *expires);
BambuCredentials *bambu_credentials_new_from_answer   (GBytes           *answer,
                                                       GError          **error);
BambuCredentials *bambu_credentials_ref               (BambuCredentials *self);
void              bambu_credentials_unref             (BambuCredentials *self);
const char       *bambu_credentials_get_token         (BambuCredentials *self);
const char       *bambu_credentials_get_refresh_token (BambuCredentials *self); /* nullable */
GDateTime        *bambu_credentials_get_expires       (BambuCredentials *self); /* nullable: not known */

/* Whether it is time to try bambu_client_refresh_token_async(), once, and else to ask the user to sign in again. */
gboolean          bambu_credentials_expire_soon       (BambuCredentials *self,
                                                       GDateTime        *now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BambuCredentials, bambu_credentials_unref)

/* BambuLogin: one sign-in, from the account's name to its credentials. It remembers between its steps
 * what the cloud wants back (the authenticator's key, the CSRF value). It does not set the client's token.
 *
 *   password ─┬─ credentials
 *             ├─ NEEDS_CODE (the cloud sent one by mail or SMS) ── code ── credentials | WRONG_CODE | EXPIRED_CODE
 *             ├─ NEEDS_TFA ── tfa ── credentials | WRONG_CODE | EXPIRED_CODE (begin again with the password)
 *             └─ WRONG_PASSWORD, BLOCKED, …
 *   send_code ── code ── …                       (no password; also to send another)
 */
G_DECLARE_FINAL_TYPE (BambuLogin, bambu_login, BAMBU, LOGIN, GObject)

BambuLogin       *bambu_login_new              (BambuClient          *client,
                                                const char           *account);
const char       *bambu_login_get_account      (BambuLogin           *self);
gboolean          bambu_login_is_phone         (BambuLogin           *self);
void              bambu_login_password_async   (BambuLogin           *self,
                                                const char           *password,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
BambuCredentials *bambu_login_password_finish  (BambuLogin           *self,
                                                GAsyncResult         *result,
                                                GError              **error);
void              bambu_login_send_code_async  (BambuLogin           *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean          bambu_login_send_code_finish (BambuLogin           *self,
                                                GAsyncResult         *result,
                                                GError              **error);
void              bambu_login_code_async       (BambuLogin           *self,
                                                const char           *code,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
BambuCredentials *bambu_login_code_finish      (BambuLogin           *self,
                                                GAsyncResult         *result,
                                                GError              **error);
void              bambu_login_tfa_async        (BambuLogin           *self,
                                                const char           *code,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
BambuCredentials *bambu_login_tfa_finish       (BambuLogin           *self,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
