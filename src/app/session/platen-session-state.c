/* platen-session-state.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What becomes of the session manager: it looks for a sign-in, has one, or has none. */

#include "platen-session-manager-private.h"

#include <glib/gi18n.h>

static void
set_state (PlatenSessionManager *self,
           PlatenSessionState    state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify (G_OBJECT (self), "state");
}

static void client_signed_out_cb (PlatenSessionManager *self);

static void
set_session (PlatenSessionManager *self,
             BambuSession         *session,
             BambuCredentials     *credentials)
{
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_func (bambu_session_get_client (self->session), client_signed_out_cb, self);
      bambu_live_stop (bambu_session_get_live (self->session));
    }

  g_clear_pointer (&self->credentials, bambu_credentials_unref);
  if (credentials != NULL)
    self->credentials = bambu_credentials_ref (credentials);

  if (g_set_object (&self->session, session))
    g_object_notify (G_OBJECT (self), "session");

  if (session != NULL)
    g_signal_connect_object (bambu_session_get_client (session),
                             "signed-out",
                             G_CALLBACK (client_signed_out_cb),
                             self,
                             G_CONNECT_SWAPPED);

  g_object_notify (G_OBJECT (self), "expires");
}

/* A cloud that has no live reports is none the worse for it. */
static void
start_live (PlatenSessionManager *self)
{
  const char *url = self->demo_cloud != NULL ? platen_demo_cloud_get_mqtt_url (self->demo_cloud) : NULL;
  g_autoptr(GError) error = NULL;

  if (!bambu_live_start (bambu_session_get_live (self->session), bambu_session_get_uid (self->session), url, &error))
    g_debug ("Printers do not report: %s", error->message);
}

static gboolean
may_be_stored (PlatenSessionManager *self)
{
  return self->storage == PLATEN_SESSION_STORAGE_KEYRING ||
         self->storage == PLATEN_SESSION_STORAGE_RUN;
}

/* The cloud does not accept the token any longer. What is cached stays for when the user signs in again. */
static void
client_signed_out_cb (PlatenSessionManager *self)
{
  if (self->session == NULL)
    return;

  if (may_be_stored (self))
    platen_session_manager_unkeep (self, self->session);

  platen_session_manager_leave (self,
                                _("The cloud has ended your sign-in. Sign in again to go on."),
                                FALSE);
}

/**
 * platen_session_manager_set_notice:
 * @self: a session manager
 * @notice: (nullable): what the user has to know
 *
 * Sets the notice.
 */
void
platen_session_manager_set_notice (PlatenSessionManager *self,
                                   const char           *notice)
{
  g_return_if_fail (PLATEN_IS_SESSION_MANAGER (self));

  if (g_strcmp0 (self->notice, notice) == 0)
    return;

  g_free (self->notice);
  self->notice = g_strdup (notice);
  g_object_notify (G_OBJECT (self), "notice");
}

/**
 * platen_session_manager_set_storage:
 * @self: a session manager
 * @storage: where the present sign-in is kept
 *
 * Sets the storage.
 */
void
platen_session_manager_set_storage (PlatenSessionManager *self,
                                    PlatenSessionStorage  storage)
{
  g_return_if_fail (PLATEN_IS_SESSION_MANAGER (self));

  if (self->storage == storage)
    return;

  self->storage = storage;
  g_object_notify (G_OBJECT (self), "storage");
}

/**
 * platen_session_manager_set_awake:
 * @self: a session manager
 * @awake: whether the printers are to be followed
 *
 * Has the printers followed, as they are unless told otherwise. %FALSE goes for a session that is still to come: one that
 * goes on is not put to sleep.
 */
void
platen_session_manager_set_awake (PlatenSessionManager *self,
                                  gboolean              awake)
{
  g_return_if_fail (PLATEN_IS_SESSION_MANAGER (self));
  g_return_if_fail (awake || self->session == NULL);

  if (self->awake == awake)
    return;

  self->awake = awake;

  if (awake && self->session != NULL)
    start_live (self);

  g_object_notify (G_OBJECT (self), "awake");
}

/**
 * platen_session_manager_sign_out:
 * @self: a session manager
 *
 * Ends the session, and deletes the item in the keyring and everything that is cached of the account. Does nothing
 * when signed out.
 */
void
platen_session_manager_sign_out (PlatenSessionManager *self)
{
  g_return_if_fail (PLATEN_IS_SESSION_MANAGER (self));

  if (self->session == NULL)
    return;

  if (may_be_stored (self))
    platen_session_manager_unkeep (self, self->session);

  g_signal_emit_by_name (self, "forget", self->session);
  bambu_session_forget_async (self->session, NULL, NULL);
  platen_session_manager_leave (self, NULL, FALSE);
}

/**
 * platen_session_manager_renew:
 * @self: a session manager that is signed in
 * @credentials: what the cloud gave in place of those that end soon
 *
 * Goes on with @credentials, and has the keyring keep them in place of the old ones.
 */
void
platen_session_manager_renew (PlatenSessionManager *self,
                              BambuCredentials     *credentials)
{
  g_return_if_fail (PLATEN_IS_SESSION_MANAGER (self));
  g_return_if_fail (self->session != NULL);
  g_return_if_fail (credentials != NULL);

  bambu_credentials_unref (self->credentials);
  self->credentials = bambu_credentials_ref (credentials);
  bambu_client_set_token (bambu_session_get_client (self->session), bambu_credentials_get_token (credentials));
  g_object_notify (G_OBJECT (self), "expires");

  /* Where the old ones are still on their way to it, these follow. */
  if (self->storage == PLATEN_SESSION_STORAGE_KEYRING)
    platen_session_manager_keep (self, credentials);
}

/**
 * platen_session_manager_is_restoring:
 * @self: a session manager
 * @allow_prompt: whether the user is to be asked to unlock the keyring where that is needed
 *
 * Returns: whether somebody looks for the sign-in of last time already, and asks the user if @allow_prompt
 */
gboolean
platen_session_manager_is_restoring (PlatenSessionManager *self,
                                     gboolean              allow_prompt)
{
  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (self), FALSE);

  /* At first that is its state though nobody does. */
  return self->generation > 0 && self->state == PLATEN_SESSION_STATE_RESTORING && (self->may_prompt || !allow_prompt);
}

/**
 * platen_session_manager_begin:
 * @self: a session manager
 * @allow_prompt: whether the user may be asked to unlock the keyring
 *
 * Begins to look for the sign-in of last time.
 */
void
platen_session_manager_begin (PlatenSessionManager *self,
                              gboolean              allow_prompt)
{
  g_return_if_fail (PLATEN_IS_SESSION_MANAGER (self));

  self->generation++;
  self->may_prompt = allow_prompt;
  platen_session_manager_set_notice (self, NULL);
  set_state (self, PLATEN_SESSION_STATE_RESTORING);
}

/**
 * platen_session_manager_adopt:
 * @self: a session manager
 * @step: a step whose session is open
 *
 * Makes the step's session the one that is signed in.
 */
void
platen_session_manager_adopt (PlatenSessionManager *self,
                              PlatenSessionStep    *step)
{
  g_return_if_fail (PLATEN_IS_SESSION_MANAGER (self));
  g_return_if_fail (step->session != NULL);

  self->generation++;
  platen_session_manager_set_notice (self, NULL);
  platen_session_manager_set_storage (self, step->storage);
  set_session (self, step->session, step->credentials);

  if (self->awake)
    start_live (self);

  set_state (self, PLATEN_SESSION_STATE_SIGNED_IN);
}

/**
 * platen_session_manager_leave:
 * @self: a session manager
 * @notice: (nullable): why nobody is signed in
 * @can_retry: whether platen_session_manager_restore() may do better another time
 *
 * Lets go of the session, if there is one: nobody is signed in any longer.
 */
void
platen_session_manager_leave (PlatenSessionManager *self,
                              const char           *notice,
                              gboolean              can_retry)
{
  g_return_if_fail (PLATEN_IS_SESSION_MANAGER (self));

  self->generation++;
  self->can_retry = can_retry;
  set_session (self, NULL, NULL);
  platen_session_manager_set_notice (self, notice);
  set_state (self, PLATEN_SESSION_STATE_SIGNED_OUT);
}
