/* ctl-account.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl.h"
#include "ctl-output.h"

/* What the application has put aside of the account. */
static gboolean
forget (Ctl                  *ctl,
        PlatenStoredAccount  *account,
        GError              **error)
{
  g_autofree char *cache_dir = g_build_filename (g_get_user_cache_dir (), "platen", NULL);
  g_autoptr(BambuClient) client = NULL;
  g_autoptr(BambuSession) session = NULL;
  g_autoptr(GAsyncResult) opened = NULL;
  g_autoptr(GAsyncResult) forgotten = NULL;

  client = bambu_client_new (account->region, NULL, NULL, error);
  if (client == NULL)
    return FALSE;

  session = bambu_session_new (client, cache_dir);
  bambu_session_open_async (session, account->uid, ctl->cancellable, ctl_ready_cb, &opened);
  ctl_wait (&opened);
  if (!bambu_session_open_finish (session, opened, error))
    return FALSE;

  bambu_session_forget_async (session, ctl_ready_cb, &forgotten);
  ctl_wait (&forgotten);

  return bambu_session_forget_finish (session, forgotten, error);
}

static gboolean
run_logout (Ctl     *ctl,
            char   **arguments,
            GError **error)
{
  g_autoptr(PlatenStoredAccount) account = NULL;
  g_autoptr(GAsyncResult) found = NULL;
  g_autoptr(GAsyncResult) cleared = NULL;
  g_autoptr(GError) local_error = NULL;

  if (ctl_get_env_token () != NULL)
    {
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST,
                           _("PLATEN_TOKEN is set, with which the keyring is left alone. Unset it to sign out."));
      return FALSE;
    }

  platen_keyring_lookup_async (TRUE, ctl->cancellable, ctl_ready_cb, &found);
  ctl_wait (&found);
  account = platen_keyring_lookup_finish (found, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (account == NULL)
    {
      g_print (_("Nobody is signed in.\n"));
      return TRUE;
    }

  platen_keyring_clear_async (account->region, account->uid, ctl_ready_cb, &cleared);
  ctl_wait (&cleared);
  if (!platen_keyring_clear_finish (cleared, error) || !forget (ctl, account, error))
    return FALSE;

  g_print (_("Signed out.\n"));

  return TRUE;
}

static gboolean
run_account (Ctl     *ctl,
             char   **arguments,
             GError **error)
{
  g_autoptr(BambuClient) client = NULL;
  g_autoptr(BambuAccount) account = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GDateTime) expires = NULL;
  g_autofree char *expiry = NULL;
  const char * const *links;

  client = ctl_sign_in (ctl, &expires, error);
  if (client == NULL)
    return FALSE;

  if (ctl->json)
    return ctl_print_answer (ctl, client, bambu_request_account (), error);

  bambu_client_get_account_async (client, ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  account = bambu_client_get_account_finish (client, result, error);
  if (account == NULL)
    return FALSE;

  expiry = ctl_format_time (expires);
  ctl_print_field (_("Name"), bambu_account_get_name (account));
  /* Translators: the name that an account has in addresses, as in @ada */
  ctl_print_field (_("Handle"), bambu_account_get_handle (account));
  ctl_print_field (_("Account ID"), bambu_account_get_uid (account));
  ctl_print_field (_("Region"), bambu_region_to_string (bambu_client_get_region (client)));
  /* Translators: what the owner of an account tells of himself */
  ctl_print_field (C_("account", "About"), bambu_account_get_bio (account));
  links = bambu_account_get_links (account);
  for (guint i = 0; links != NULL && links[i] != NULL; i++)
    ctl_print_field (_("Link"), links[i]);
  ctl_print_field (_("Signed in until"), expiry);

  return TRUE;
}

const CtlCommand ctl_logout_command = {
  .name = "logout",
  .summary = N_("Sign out, and delete what is kept of the account"),
  .run = run_logout,
};

const CtlCommand ctl_account_command = {
  .name = "account",
  .summary = N_("Show who is signed in"),
  .run = run_account,
};
