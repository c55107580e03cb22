/* ctl-login.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl.h"
#include "ctl-output.h"
#include "ctl-prompt.h"

#define MAX_TRIES 3

static char *account_option;
static gboolean code_only_option;
static gboolean token_option;

static const GOptionEntry login_entries[] = {
  { "account", 0, 0, G_OPTION_ARG_STRING, &account_option,
    N_("The e-mail address, or in China the phone number"), N_("ACCOUNT") },
  { "code-only", 0, 0, G_OPTION_ARG_NONE, &code_only_option,
    N_("Sign in with a code that is sent, without the password"), NULL },
  { "token", 0, 0, G_OPTION_ARG_NONE, &token_option,
    N_("Sign in with an access token, which is asked for"), NULL },
  { NULL },
};

typedef void              (*LoginStart)  (BambuLogin           *login,
                                          const char           *secret,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
typedef BambuCredentials *(*LoginFinish) (BambuLogin           *login,
                                          GAsyncResult         *result,
                                          GError              **error);

/* A step of the sign-in: asks for a secret, and hands it over. */
static BambuCredentials *
take_step (Ctl          *ctl,
           BambuLogin   *login,
           const char   *question,
           LoginStart    start,
           LoginFinish   finish,
           GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  char *secret = ctl_prompt_secret (ctl, question, error);

  if (secret == NULL)
    return NULL;

  start (login, secret, ctl->cancellable, ctl_ready_cb, &result);
  ctl_secret_free (secret);
  ctl_wait (&result);

  return finish (login, result, error);
}

static gboolean
send_code (Ctl         *ctl,
           BambuLogin  *login,
           GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *account = NULL;

  bambu_login_send_code_async (login, ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  if (!bambu_login_send_code_finish (login, result, error))
    return FALSE;

  account = ctl_clean_text (bambu_login_get_account (login));
  g_printerr (_("A code was sent to %s.\n"), account);

  return TRUE;
}

static BambuCredentials *
sign_in_by_code (Ctl         *ctl,
                 BambuLogin  *login,
                 GError     **error)
{
  for (guint tries = 1;; tries++)
    {
      g_autoptr(GError) refusal = NULL;
      BambuCredentials *credentials;

      credentials = take_step (ctl, login, _("Code:"), bambu_login_code_async, bambu_login_code_finish, &refusal);
      if (credentials != NULL)
        return credentials;

      if (tries == MAX_TRIES ||
          (!g_error_matches (refusal, BAMBU_ERROR, BAMBU_ERROR_WRONG_CODE) &&
           !g_error_matches (refusal, BAMBU_ERROR, BAMBU_ERROR_EXPIRED_CODE)))
        {
          g_propagate_error (error, g_steal_pointer (&refusal));
          return NULL;
        }

      g_printerr ("%s\n", refusal->message);
      if (g_error_matches (refusal, BAMBU_ERROR, BAMBU_ERROR_EXPIRED_CODE) && !send_code (ctl, login, error))
        return NULL;
    }
}

static BambuCredentials *
sign_in_by_authenticator (Ctl         *ctl,
                          BambuLogin  *login,
                          GError     **error)
{
  for (guint tries = 1;; tries++)
    {
      g_autoptr(GError) refusal = NULL;
      BambuCredentials *credentials;

      credentials = take_step (ctl, login, _("Code of the authenticator:"),
                               bambu_login_tfa_async, bambu_login_tfa_finish,
                               &refusal);
      if (credentials != NULL)
        return credentials;

      if (tries == MAX_TRIES || !g_error_matches (refusal, BAMBU_ERROR, BAMBU_ERROR_WRONG_CODE))
        {
          g_propagate_error (error, g_steal_pointer (&refusal));
          return NULL;
        }

      g_printerr ("%s\n", refusal->message);
    }
}

static BambuCredentials *
sign_in_by_password (Ctl         *ctl,
                     BambuLogin  *login,
                     GError     **error)
{
  g_autoptr(GError) refusal = NULL;
  BambuCredentials *credentials;

  credentials = take_step (ctl, login, _("Password:"), bambu_login_password_async, bambu_login_password_finish, &refusal);
  if (credentials != NULL)
    return credentials;

  if (g_error_matches (refusal, BAMBU_ERROR, BAMBU_ERROR_NEEDS_CODE))
    {
      g_printerr ("%s\n", refusal->message);
      return sign_in_by_code (ctl, login, error);
    }

  if (g_error_matches (refusal, BAMBU_ERROR, BAMBU_ERROR_NEEDS_TFA))
    {
      g_printerr ("%s\n", refusal->message);
      return sign_in_by_authenticator (ctl, login, error);
    }

  g_propagate_error (error, g_steal_pointer (&refusal));

  return NULL;
}

static BambuCredentials *
sign_in_by_token (Ctl     *ctl,
                  GError **error)
{
  BambuCredentials *credentials = NULL;
  char *token = ctl_prompt_secret (ctl, _("Access token:"), error);

  if (token == NULL)
    return NULL;

  g_strstrip (token);
  if (*token != '\0')
    credentials = bambu_credentials_new (token, NULL, NULL);
  else
    g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST, _("There is no token."));
  ctl_secret_free (token);

  return credentials;
}

static gboolean
ask_region (Ctl     *ctl,
            GError **error)
{
  g_autofree char *answer = NULL;

  if (ctl->has_region || !ctl_prompt_is_interactive ())
    return TRUE;

  answer = ctl_prompt (ctl, _("Region, “global” or “china” [global]:"), error);
  if (answer == NULL)
    return FALSE;

  g_strstrip (answer);
  ctl->has_region = TRUE;
  ctl->region = BAMBU_REGION_GLOBAL;
  if (*answer != '\0' && !bambu_region_from_string (answer, &ctl->region))
    {
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST, _("There is no such region."));
      return FALSE;
    }

  return TRUE;
}

static BambuCredentials *
sign_in (Ctl          *ctl,
         BambuClient  *client,
         GError      **error)
{
  g_autoptr(BambuLogin) login = NULL;
  g_autofree char *account = NULL;

  if (token_option)
    return sign_in_by_token (ctl, error);

  if (account_option != NULL)
    account = g_strdup (account_option);
  else if (bambu_client_get_region (client) == BAMBU_REGION_CHINA)
    account = ctl_prompt (ctl, _("E-mail address or phone number:"), error);
  else
    account = ctl_prompt (ctl, _("E-mail address:"), error);
  if (account == NULL)
    return NULL;

  if (*g_strstrip (account) == '\0')
    {
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST, _("There is no account without a name."));
      return NULL;
    }

  login = bambu_login_new (client, account);
  if (!code_only_option)
    return sign_in_by_password (ctl, login, error);

  return send_code (ctl, login, error) ? sign_in_by_code (ctl, login, error) : NULL;
}

/* One account at a time: the one that was there before gives way, once the new one is safe. */
static gboolean
keep (Ctl               *ctl,
      BambuClient       *client,
      BambuAccount      *account,
      BambuCredentials  *credentials,
      GError           **error)
{
  const char *uid = bambu_account_get_uid (account);
  g_autoptr(GAsyncResult) found = NULL;
  g_autoptr(GAsyncResult) stored = NULL;
  g_autoptr(GAsyncResult) cleared = NULL;
  g_autoptr(PlatenStoredAccount) before = NULL;
  g_autoptr(GError) local_error = NULL;

  platen_keyring_lookup_async (TRUE, ctl->cancellable, ctl_ready_cb, &found);
  ctl_wait (&found);
  before = platen_keyring_lookup_finish (found, &local_error);

  if (local_error == NULL)
    {
      platen_keyring_store_async (bambu_client_get_region (client), uid, bambu_account_get_name (account),
                                  credentials, ctl_ready_cb, &stored);
      ctl_wait (&stored);
      platen_keyring_store_finish (stored, &local_error);
    }

  if (local_error != NULL)
    {
      g_set_error (error, local_error->domain, local_error->code,
                   /* Translators: %s is the reason, a sentence of its own */
                   _("The sign-in worked but could not be kept. %s"), local_error->message);
      return FALSE;
    }

  if (before == NULL ||
      (before->region == bambu_client_get_region (client) && g_str_equal (before->uid, uid)))
    return TRUE;

  platen_keyring_clear_async (before->region, before->uid, ctl_ready_cb, &cleared);
  ctl_wait (&cleared);

  return platen_keyring_clear_finish (cleared, error);
}

/**
 * ctl_keep_sign_in:
 * @ctl: the run
 * @client: a client; it goes on with the new token
 * @credentials: what the cloud signed in with
 * @error: where to say why not
 *
 * Asks whose token it is, which also proves that it is good, and puts it into the keyring.
 *
 * Returns: (transfer full) (nullable): who is signed in
 */
BambuAccount *
ctl_keep_sign_in (Ctl               *ctl,
                  BambuClient       *client,
                  BambuCredentials  *credentials,
                  GError           **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(BambuAccount) account = NULL;

  bambu_client_set_token (client, bambu_credentials_get_token (credentials));
  bambu_client_get_account_async (client, ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  account = bambu_client_get_account_finish (client, result, error);
  if (account == NULL || !keep (ctl, client, account, credentials, error))
    return NULL;

  return g_steal_pointer (&account);
}

static gboolean
run_login (Ctl     *ctl,
           char   **arguments,
           GError **error)
{
  g_autoptr(BambuClient) client = NULL;
  g_autoptr(BambuCredentials) credentials = NULL;
  g_autoptr(BambuAccount) account = NULL;
  g_autofree char *name = NULL;

  if (token_option && (account_option != NULL || code_only_option))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("“--token” needs neither an account nor a code"));
      return FALSE;
    }

  if (ctl_get_env_token () != NULL)
    {
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST,
                           _("PLATEN_TOKEN is set, with which the keyring is left alone. Unset it to sign in."));
      return FALSE;
    }

  if (!ask_region (ctl, error))
    return FALSE;

  client = ctl_create_client (ctl, error);
  if (client == NULL)
    return FALSE;

  credentials = sign_in (ctl, client, error);
  if (credentials == NULL)
    return FALSE;

  account = ctl_keep_sign_in (ctl, client, credentials, error);
  if (account == NULL)
    return FALSE;

  if (ctl->json)
    return ctl_print_answer (ctl, client, bambu_request_account (), error);

  name = ctl_clean_text (bambu_account_get_name (account));
  g_print (_("Signed in as %s.\n"), *name != '\0' ? name : bambu_account_get_uid (account));

  return TRUE;
}

const CtlCommand ctl_login_command = {
  .name = "login",
  .summary = N_("Sign in, and keep the sign-in in the keyring"),
  .description = N_("The password and the code are asked for and not shown. Where standard input is no terminal, each is "
                    "read from it as one line."),
  .entries = login_entries,
  .run = run_login,
};
