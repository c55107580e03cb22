/* platen-session-step.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-session-manager-private.h"

/**
 * platen_session_step_new:
 * @manager: a session manager
 * @client: (nullable): what to talk to the cloud with, in a step that has got that far
 * @credentials: (nullable): what to sign in with, likewise
 * @storage: where these are kept
 *
 * Returns: (transfer full): a step of @manager's present generation, with a session that has yet to be opened
 *   where there is a client
 */
PlatenSessionStep *
platen_session_step_new (PlatenSessionManager *manager,
                         BambuClient          *client,
                         BambuCredentials     *credentials,
                         PlatenSessionStorage  storage)
{
  PlatenSessionStep *step;

  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (manager), NULL);
  g_return_val_if_fail ((client == NULL) == (credentials == NULL), NULL);

  step = g_new0 (PlatenSessionStep, 1);
  step->manager = g_object_ref (manager);
  step->generation = platen_session_manager_get_generation (manager);
  step->storage = storage;

  if (client != NULL)
    {
      bambu_client_set_token (client, bambu_credentials_get_token (credentials));
      step->session = bambu_session_new (client, platen_session_manager_get_cache_dir (manager));
      step->credentials = bambu_credentials_ref (credentials);
    }

  return step;
}

/**
 * platen_session_step_free:
 * @step: (transfer full): a step
 *
 * Frees a step.
 */
void
platen_session_step_free (PlatenSessionStep *step)
{
  g_clear_object (&step->session);
  g_clear_pointer (&step->credentials, bambu_credentials_unref);
  g_object_unref (step->manager);
  g_free (step);
}

/**
 * platen_session_step_is_stale:
 * @step: a step
 *
 * Returns: whether the manager has gone another way since
 */
gboolean
platen_session_step_is_stale (PlatenSessionStep *step)
{
  return step->generation != platen_session_manager_get_generation (step->manager);
}
