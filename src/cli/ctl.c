/* ctl.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl.h"

#include <gio/gunixinputstream.h>
#include <stdio.h>
#include <unistd.h>

/**
 * ctl_ready_cb:
 * @object: what was asked
 * @result: its answer
 * @user_data: (out): where ctl_wait() waits for it
 *
 * Takes the result of an asynchronous call.
 */
void
ctl_ready_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

/**
 * ctl_wait:
 * @result: what ctl_ready_cb() was given; points to %NULL until then
 *
 * Waits for an asynchronous call. Commands are called from main(), with no main loop running around them.
 */
void
ctl_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * ctl_get_env_token:
 *
 * Returns: (transfer none) (nullable): the token that the environment gives, with which the keyring is left alone
 */
const char *
ctl_get_env_token (void)
{
  const char *token = g_getenv ("PLATEN_TOKEN");

  return token != NULL && *token != '\0' ? token : NULL;
}

/**
 * ctl_create_client:
 * @ctl: the run
 * @error: where to say why there is none
 *
 * Returns: (transfer full): a client for the region that is asked for, without a token
 */
BambuClient *
ctl_create_client (Ctl     *ctl,
                   GError **error)
{
  return bambu_client_new (ctl->has_region ? ctl->region : BAMBU_REGION_GLOBAL, NULL, NULL, error);
}

/**
 * ctl_look_up_account:
 * @ctl: the run
 * @error: where to say why nobody is signed in
 *
 * Looks into the keyring, which may have to be unlocked first.
 *
 * Returns: (transfer full) (nullable): who is signed in
 */
PlatenStoredAccount *
ctl_look_up_account (Ctl     *ctl,
                     GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(PlatenStoredAccount) account = NULL;
  g_autoptr(GError) local_error = NULL;

  platen_keyring_lookup_async (TRUE, ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  account = platen_keyring_lookup_finish (result, &local_error);

  if (g_error_matches (local_error, PLATEN_KEYRING_ERROR, PLATEN_KEYRING_ERROR_UNAVAILABLE))
    {
      g_set_error (error, BAMBU_ERROR, BAMBU_ERROR_SIGNED_OUT,
                   /* Translators: followed by the reason, a sentence of its own */
                   _("Nobody is signed in. %s"), local_error->message);
      return NULL;
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  if (account == NULL || (ctl->has_region && account->region != ctl->region))
    {
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_SIGNED_OUT,
                           _("Nobody is signed in. Sign in with “platenctl login”."));
      return NULL;
    }

  return g_steal_pointer (&account);
}

/**
 * ctl_sign_in:
 * @ctl: the run
 * @expires: (out) (optional) (nullable): when the sign-in expires, where that is known
 * @error: where to say why nobody is signed in
 *
 * Takes the token from the environment or else from the keyring, which may have to be unlocked first.
 *
 * Returns: (transfer full): a client with a token
 */
BambuClient *
ctl_sign_in (Ctl        *ctl,
             GDateTime **expires,
             GError    **error)
{
  g_autoptr(PlatenStoredAccount) account = NULL;
  BambuClient *client;
  GDateTime *expiry;

  if (expires != NULL)
    *expires = NULL;

  if (ctl_get_env_token () != NULL)
    {
      client = ctl_create_client (ctl, error);
      if (client != NULL)
        bambu_client_set_token (client, ctl_get_env_token ());
      return client;
    }

  account = ctl_look_up_account (ctl, error);
  if (account == NULL)
    return NULL;

  client = bambu_client_new (account->region, NULL, NULL, error);
  if (client == NULL)
    return NULL;

  bambu_client_set_token (client, bambu_credentials_get_token (account->credentials));
  expiry = bambu_credentials_get_expires (account->credentials);
  if (expires != NULL && expiry != NULL)
    *expires = g_date_time_ref (expiry);

  return client;
}

/**
 * ctl_ask:
 * @ctl: the run
 * @client: a client
 * @request: (transfer full): what to ask
 * @error: where to say why there is no answer
 *
 * Returns: (transfer full) (nullable): the cloud's own answer: nothing changed but for broken UTF-8
 */
GBytes *
ctl_ask (Ctl           *ctl,
         BambuClient   *client,
         BambuRequest  *request,
         GError       **error)
{
  g_autoptr(BambuRequest) owned = request;
  g_autoptr(GAsyncResult) result = NULL;

  bambu_client_send_async (client, owned, ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);

  return bambu_client_send_finish (client, result, error);
}

/**
 * ctl_print_json:
 * @answer: what ctl_ask() returned
 *
 * Prints an answer as it came, with one line break at its end.
 */
void
ctl_print_json (GBytes *answer)
{
  gsize size;
  const char *data = g_bytes_get_data (answer, &size);

  while (size > 0 && g_ascii_isspace (data[size - 1]))
    size--;
  fwrite (data, 1, size, stdout);
  fputc ('\n', stdout);
}

/**
 * ctl_print_answer:
 * @ctl: the run
 * @client: a client
 * @request: (transfer full): what to ask
 * @error: where to say why there is no answer
 *
 * Asks, and prints the cloud's own answer.
 *
 * Returns: whether there is one
 */
gboolean
ctl_print_answer (Ctl           *ctl,
                  BambuClient   *client,
                  BambuRequest  *request,
                  GError       **error)
{
  g_autoptr(GBytes) answer = ctl_ask (ctl, client, request, error);

  if (answer == NULL)
    return FALSE;

  ctl_print_json (answer);

  return TRUE;
}

/**
 * ctl_read_object:
 * @ctl: the run
 * @path: a file, or “-” for standard input
 * @error: where to say why not
 *
 * Reads what is to be sent to the cloud.
 *
 * Returns: (transfer full) (nullable): the file's text, which is one JSON object
 */
GBytes *
ctl_read_object (Ctl         *ctl,
                 const char  *path,
                 GError     **error)
{
  g_autoptr(GInputStream) input = NULL;
  g_autoptr(GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GBytes) text = NULL;

  if (g_str_equal (path, "-"))
    {
      input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
    }
  else
    {
      g_autoptr(GFile) file = g_file_new_for_path (path);

      input = G_INPUT_STREAM (g_file_read (file, ctl->cancellable, error));
      if (input == NULL)
        return NULL;
    }

  g_output_stream_splice_async (output, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, G_PRIORITY_DEFAULT,
                                ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  if (g_output_stream_splice_finish (output, result, error) < 0)
    return NULL;

  text = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));

  return bambu_request_check_body (text, error) ? g_steal_pointer (&text) : NULL;
}

/**
 * ctl_check_count:
 * @option: the option's name
 * @count: what it was given; 0 where it was not
 * @error: where to say that it is less than nothing
 *
 * Returns: whether the number can be asked for
 */
gboolean
ctl_check_count (const char  *option,
                 int          count,
                 GError     **error)
{
  if (count >= 0)
    return TRUE;

  /* Translators: an option, such as --limit, and a number */
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” cannot be %d"), option, count);

  return FALSE;
}
