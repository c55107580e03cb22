/* platen-session-keeping.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-session-manager-private.h"

#include <glib/gi18n.h>
#include <platen-keyring.h>

/* What the keyring was asked to keep. */
typedef struct
{
  PlatenSessionManager *manager;
  BambuSession         *session;
  BambuCredentials     *credentials;
} Keeping;

static void
keeping_free (Keeping *keeping)
{
  bambu_credentials_unref (keeping->credentials);
  g_object_unref (keeping->session);
  g_object_unref (keeping->manager);
  g_free (keeping);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Keeping, keeping_free)

static BambuRegion
get_region (BambuSession *session)
{
  return bambu_client_get_region (bambu_session_get_client (session));
}

static void
unkept_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(PlatenSessionManager) self = user_data;
  g_autoptr(GError) error = NULL;

  if (platen_keyring_clear_finish (result, &error))
    return;

  g_debug ("The sign-in stays in the keyring: %s", error->message);

  /* Where there is no keyring, nothing is kept in it. */
  if (!g_error_matches (error, PLATEN_KEYRING_ERROR, PLATEN_KEYRING_ERROR_UNAVAILABLE))
    platen_session_manager_set_notice (self, _("The keyring was not unlocked, so your sign-in is still in it."));
}

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Keeping) keeping = user_data;
  PlatenSessionManager *self = keeping->manager;
  BambuSession *session = platen_session_manager_get_session (self);
  g_autoptr(GError) error = NULL;
  gboolean kept = platen_keyring_store_finish (result, &error);

  if (session != keeping->session)
    {
      /* The user signed out while the keyring asked for its password. */
      if (kept && session == NULL)
        platen_session_manager_unkeep (self, keeping->session);

      return;
    }

  if (kept)
    {
      platen_session_manager_set_storage (self, PLATEN_SESSION_STORAGE_KEYRING);

      /* Renewed meanwhile: one after the other, as a keyring that is asked twice at once makes two items. */
      if (platen_session_manager_get_credentials (self) != keeping->credentials)
        platen_session_manager_keep (self, platen_session_manager_get_credentials (self));

      return;
    }

  g_debug ("The sign-in is not kept: %s", error->message);

  if (g_error_matches (error, PLATEN_KEYRING_ERROR, PLATEN_KEYRING_ERROR_UNAVAILABLE))
    platen_session_manager_set_notice (self, _("There is no keyring to keep your sign-in in. "
                                               "You stay signed in until Platen quits."));
  else
    platen_session_manager_set_notice (self, _("The keyring was not unlocked. "
                                               "You stay signed in until Platen quits."));
}

/**
 * platen_session_manager_keep:
 * @self: a session manager that is signed in
 * @credentials: what its session was signed in with
 *
 * Has the keyring keep them, which may ask the user to unlock it. Where that does not come about, a notice says so.
 */
void
platen_session_manager_keep (PlatenSessionManager *self,
                             BambuCredentials     *credentials)
{
  BambuSession *session;
  BambuAccount *account;
  Keeping *keeping;

  g_return_if_fail (PLATEN_IS_SESSION_MANAGER (self));
  g_return_if_fail (platen_session_manager_get_session (self) != NULL);
  g_return_if_fail (credentials != NULL);

  session = platen_session_manager_get_session (self);
  account = bambu_session_get_account (session);

  keeping = g_new0 (Keeping, 1);
  keeping->manager = g_object_ref (self);
  keeping->session = g_object_ref (session);
  keeping->credentials = bambu_credentials_ref (credentials);

  platen_keyring_store_async (get_region (session),
                              bambu_session_get_uid (session),
                              bambu_account_get_name (account),
                              credentials,
                              kept_cb,
                              keeping);
}

/**
 * platen_session_manager_unkeep:
 * @self: a session manager
 * @session: a session that ends, or has ended
 *
 * Deletes what the keyring keeps of it. Where that does not come about, a notice says so.
 */
void
platen_session_manager_unkeep (PlatenSessionManager *self,
                               BambuSession         *session)
{
  const char *uid;

  g_return_if_fail (PLATEN_IS_SESSION_MANAGER (self));
  g_return_if_fail (BAMBU_IS_SESSION (session));

  uid = bambu_session_get_uid (session);
  if (uid != NULL)
    platen_keyring_clear_async (get_region (session), uid, unkept_cb, g_object_ref (self));
}
