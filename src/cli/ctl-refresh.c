/* ctl-refresh.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl.h"
#include "ctl-output.h"

static BambuClient *
get_refresh_token (Ctl     *ctl,
                   char   **refresh_token,
                   GError **error)
{
  g_autoptr(PlatenStoredAccount) account = NULL;
  BambuClient *client;
  const char *token;

  /* What renews a token is the token itself, in all cases that are known. */
  if (ctl_get_env_token () != NULL)
    {
      *refresh_token = g_strdup (ctl_get_env_token ());
      return ctl_create_client (ctl, error);
    }

  account = ctl_look_up_account (ctl, error);
  if (account == NULL)
    return NULL;

  client = bambu_client_new (account->region, NULL, NULL, error);
  token = bambu_credentials_get_refresh_token (account->credentials);
  *refresh_token = g_strdup (token != NULL ? token : bambu_credentials_get_token (account->credentials));

  return client;
}

/* The present token holds on all the same. */
static gboolean
explain (GError  *refusal,
         GError **error)
{
  if (g_error_matches (refusal, BAMBU_ERROR, BAMBU_ERROR_FORBIDDEN))
    g_prefix_error (&refusal, "%s ", _("The sign-in was not renewed: it holds as long as before, and then you sign in again."));

  g_propagate_error (error, refusal);

  return FALSE;
}

static gboolean
run_refresh_token (Ctl     *ctl,
                   char   **arguments,
                   GError **error)
{
  g_autoptr(BambuClient) client = NULL;
  g_autoptr(BambuAccount) account = NULL;
  g_autoptr(BambuCredentials) credentials = NULL;
  g_autoptr(GBytes) answer = NULL;
  g_autoptr(GError) refusal = NULL;
  g_autofree char *refresh_token = NULL;
  g_autofree char *expiry = NULL;

  if (ctl_get_env_token () != NULL && !ctl->json)
    {
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST,
                           _("PLATEN_TOKEN is set, with which the keyring is left alone: a new token could only be "
                             "printed. Say --json where that is meant."));
      return FALSE;
    }

  client = get_refresh_token (ctl, &refresh_token, error);
  if (client == NULL)
    return FALSE;

  answer = ctl_ask (ctl, client, bambu_request_refresh_token (refresh_token), &refusal);
  if (answer == NULL)
    return explain (g_steal_pointer (&refusal), error);

  credentials = bambu_credentials_new_from_answer (answer, error);
  if (credentials == NULL)
    return FALSE;

  if (ctl_get_env_token () == NULL)
    {
      account = ctl_keep_sign_in (ctl, client, credentials, error);
      if (account == NULL)
        return FALSE;
    }

  if (ctl->json)
    {
      ctl_print_json (answer);
      return TRUE;
    }

  expiry = ctl_format_time (bambu_credentials_get_expires (credentials));
  g_print (_("The sign-in was renewed.\n"));
  ctl_print_field (_("Signed in until"), expiry);

  return TRUE;
}

const CtlCommand ctl_refresh_token_command = {
  .name = "refresh-token",
  .summary = N_("Ask the cloud for a new token in place of the present one"),
  .description = N_("The cloud is known to refuse this: sign in again instead. With --json its answer is printed, which "
                    "holds the new token."),
  .run = run_refresh_token,
};
