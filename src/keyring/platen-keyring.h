/* platen-keyring.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <bambu.h>

G_BEGIN_DECLS

#define PLATEN_KEYRING_ERROR (platen_keyring_error_quark ())

/**
 * PlatenKeyringError:
 * @PLATEN_KEYRING_ERROR_LOCKED: there is an account, but the keyring is locked and must not be asked to unlock
 * @PLATEN_KEYRING_ERROR_DISMISSED: the user was asked to unlock the keyring and did not
 * @PLATEN_KEYRING_ERROR_UNAVAILABLE: there is no keyring here, or it failed
 *
 * Why the keyring could not serve. In none of these cases is an account stored anywhere else.
 */
typedef enum
{
  PLATEN_KEYRING_ERROR_LOCKED,
  PLATEN_KEYRING_ERROR_DISMISSED,
  PLATEN_KEYRING_ERROR_UNAVAILABLE,
} PlatenKeyringError;

/**
 * PlatenStoredAccount:
 * @region: the cloud that the account lives in
 * @uid: its number there
 * @credentials: what it signs in with
 *
 * An account as the keyring keeps it.
 */
typedef struct
{
  BambuRegion       region;
  char             *uid;
  BambuCredentials *credentials;
} PlatenStoredAccount;

GQuark               platen_keyring_error_quark   (void);

void                 platen_stored_account_free   (PlatenStoredAccount  *self);

/* With several accounts the one stored last. NULL without an error: there is none. Without @allow_prompt a locked
 * keyring is an error at once. A prompt that is on the screen is never cancelled.
 */
void                 platen_keyring_lookup_async  (gboolean              allow_prompt,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
PlatenStoredAccount *platen_keyring_lookup_finish (GAsyncResult         *result,
                                                   GError              **error);

/* Both may prompt, and therefore cannot be cancelled. */
void                 platen_keyring_store_async   (BambuRegion           region,
                                                   const char           *uid,
                                                   const char           *name,
                                                   BambuCredentials     *credentials,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean             platen_keyring_store_finish  (GAsyncResult         *result,
                                                   GError              **error);
void                 platen_keyring_clear_async   (BambuRegion           region,
                                                   const char           *uid,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean             platen_keyring_clear_finish  (GAsyncResult         *result,
                                                   GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlatenStoredAccount, platen_stored_account_free)

G_END_DECLS
