/* platen-session-restore.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-session-manager-private.h"

#include <glib/gi18n.h>
#include <platen-keyring.h>

/* One that the stand-in cloud accepts without a sign-in. */
#define DEMO_TOKEN "demo"

static void
open_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(PlatenSessionStep) step = user_data;
  g_autoptr(GError) error = NULL;
  gboolean opened = bambu_session_open_finish (BAMBU_SESSION (object), result, &error);

  if (platen_session_step_is_stale (step))
    return;

  if (opened)
    platen_session_manager_adopt (step->manager, step);
  else
    platen_session_manager_leave (step->manager, error->message, TRUE);
}

static void
open_session (PlatenSessionManager *self,
              BambuRegion           region,
              const char           *uid,
              BambuCredentials     *credentials,
              PlatenSessionStorage  storage)
{
  g_autoptr(BambuClient) client = NULL;
  g_autoptr(GError) error = NULL;
  PlatenSessionStep *step;

  client = platen_session_manager_create_client (self, region, &error);
  if (client == NULL)
    {
      platen_session_manager_leave (self, error->message, FALSE);
      return;
    }

  step = platen_session_step_new (self, client, credentials, storage);
  bambu_session_open_async (step->session, uid, NULL, open_cb, step);
}

static void
open_with_token (PlatenSessionManager *self,
                 const char           *token,
                 PlatenSessionStorage  storage)
{
  g_autoptr(BambuCredentials) credentials = bambu_credentials_new (token, NULL, NULL);

  open_session (self, BAMBU_REGION_GLOBAL, NULL, credentials, storage);
}

static void
demo_started_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(PlatenSessionStep) step = user_data;
  g_autoptr(GError) error = NULL;
  gboolean started = platen_demo_cloud_start_finish (PLATEN_DEMO_CLOUD (object), result, &error);

  if (platen_session_step_is_stale (step))
    return;

  if (started)
    open_with_token (step->manager, DEMO_TOKEN, PLATEN_SESSION_STORAGE_DEMO);
  else
    platen_session_manager_leave (step->manager, error->message, TRUE);
}

static void
take_account (PlatenSessionManager *self,
              PlatenStoredAccount  *account,
              const GError         *error)
{
  if (account != NULL)
    open_session (self,
                  account->region,
                  account->uid,
                  account->credentials,
                  PLATEN_SESSION_STORAGE_KEYRING);
  else if (error == NULL)
    platen_session_manager_leave (self, NULL, FALSE);
  else if (g_error_matches (error, PLATEN_KEYRING_ERROR, PLATEN_KEYRING_ERROR_UNAVAILABLE))
    platen_session_manager_leave (self,
                                  _("There is no keyring here: a sign-in lasts until Platen quits."),
                                  FALSE);
  else if (g_error_matches (error, PLATEN_KEYRING_ERROR, PLATEN_KEYRING_ERROR_LOCKED))
    platen_session_manager_leave (self,
                                  _("The keyring is locked, so your sign-in cannot be read."),
                                  TRUE);
  else
    platen_session_manager_leave (self,
                                  _("The keyring was not unlocked, so your sign-in could not be read."),
                                  TRUE);
}

/* @step: (transfer full). @prompted_cb: (nullable): who hears of it once the user has been asked to unlock a locked keyring;
 * %NULL if nobody is to be asked
 */
static void
finish_lookup (PlatenSessionStep   *step,
               GAsyncResult        *result,
               GAsyncReadyCallback  prompted_cb)
{
  g_autoptr(PlatenSessionStep) own_step = step;
  g_autoptr(PlatenStoredAccount) account = NULL;
  g_autoptr(GError) error = NULL;

  account = platen_keyring_lookup_finish (result, &error);

  if (platen_session_step_is_stale (step))
    return;

  if (prompted_cb == NULL || !g_error_matches (error, PLATEN_KEYRING_ERROR, PLATEN_KEYRING_ERROR_LOCKED))
    {
      take_account (step->manager, account, error);
      return;
    }

  g_signal_emit_by_name (step->manager, "prompt");
  platen_keyring_lookup_async (TRUE, NULL, prompted_cb, g_steal_pointer (&own_step));
}

static void
lookup_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  finish_lookup (user_data, result, NULL);
}

static void
silent_lookup_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  finish_lookup (user_data, result, lookup_cb);
}

/**
 * platen_session_manager_restore:
 * @self: a session manager that is signed out
 * @allow_prompt: whether the user may be asked to unlock the keyring: there is a window by the time of the signal
 *   "prompt", and somebody looks at it
 *
 * Signs in to the demo's cloud, if there is one; else with the token in the environment variable PLATEN_TOKEN or, where
 * that is unset, with what the keyring keeps. Ends in the state signed-in or signed-out, the latter with a
 * notice where there is more to say than that nobody was signed in.
 */
void
platen_session_manager_restore (PlatenSessionManager *self,
                                gboolean              allow_prompt)
{
  PlatenDemoCloud *demo_cloud;
  const char *token;

  g_return_if_fail (PLATEN_IS_SESSION_MANAGER (self));
  g_return_if_fail (platen_session_manager_get_session (self) == NULL);

  /* Who asks for less than what is under way, or for the same, has it. */
  if (platen_session_manager_is_restoring (self, allow_prompt))
    return;

  platen_session_manager_begin (self, allow_prompt);
  demo_cloud = platen_session_manager_get_demo_cloud (self);
  token = g_getenv ("PLATEN_TOKEN");

  if (demo_cloud != NULL)
    platen_demo_cloud_start_async (demo_cloud,
                                   NULL,
                                   demo_started_cb,
                                   platen_session_step_new (self, NULL, NULL, PLATEN_SESSION_STORAGE_DEMO));
  else if (token != NULL && *token != '\0')
    open_with_token (self, token, PLATEN_SESSION_STORAGE_ENVIRONMENT);
  else
    platen_keyring_lookup_async (FALSE,
                                 NULL,
                                 allow_prompt ? silent_lookup_cb : lookup_cb,
                                 platen_session_step_new (self, NULL, NULL, PLATEN_SESSION_STORAGE_KEYRING));
}

/**
 * platen_session_manager_ensure_restore:
 * @self: a session manager
 *
 * Begins to look for the sign-in of last time, without a prompt of the keyring, unless somebody has done so or signed in.
 */
void
platen_session_manager_ensure_restore (PlatenSessionManager *self)
{
  g_return_if_fail (PLATEN_IS_SESSION_MANAGER (self));

  if (platen_session_manager_get_generation (self) == 0)
    platen_session_manager_restore (self, FALSE);
}

/**
 * platen_session_manager_skip_restore:
 * @self: a session manager
 *
 * Stops waiting for the sign-in of last time: the user signs in anew. A prompt of the keyring stays on the
 * screen, for want of a way to take it back; its answer counts for nothing.
 */
void
platen_session_manager_skip_restore (PlatenSessionManager *self)
{
  g_return_if_fail (PLATEN_IS_SESSION_MANAGER (self));

  if (platen_session_manager_get_state (self) == PLATEN_SESSION_STATE_RESTORING)
    platen_session_manager_leave (self, NULL, FALSE);
}
