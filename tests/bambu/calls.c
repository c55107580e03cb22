/* calls.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "calls.h"
#include "test-result.h"

GBytes *
test_send (BambuClient   *client,
           BambuRequest  *request,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_client_send_async (client, request, cancellable, test_result_cb, &result);

  return bambu_client_send_finish (client, test_result_wait (&result), error);
}

void
test_assert_fails (BambuClient  *client,
                   BambuRequest *request,
                   int           code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) text = test_send (client, request, NULL, &error);

  g_assert_error (error, BAMBU_ERROR, code);
  g_assert_null (text);

  /* A sentence, and never the token. */
  g_assert_cmpuint (strlen (error->message), >, 10);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strstr (error->message, "secret-token"));
}

BambuCredentials *
test_try_password (BambuLogin  *login,
                   const char  *password,
                   GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_login_password_async (login, password, NULL, test_result_cb, &result);

  return bambu_login_password_finish (login, test_result_wait (&result), error);
}

BambuCredentials *
test_try_code (BambuLogin  *login,
               const char  *code,
               GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_login_code_async (login, code, NULL, test_result_cb, &result);

  return bambu_login_code_finish (login, test_result_wait (&result), error);
}

BambuCredentials *
test_try_tfa (BambuLogin  *login,
              const char  *code,
              GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_login_tfa_async (login, code, NULL, test_result_cb, &result);

  return bambu_login_tfa_finish (login, test_result_wait (&result), error);
}

gboolean
test_try_send_code (BambuLogin  *login,
                    GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_login_send_code_async (login, NULL, test_result_cb, &result);

  return bambu_login_send_code_finish (login, test_result_wait (&result), error);
}

static gboolean
waited_cb (gpointer user_data)
{
  gboolean *waited = user_data;

  *waited = TRUE;

  return G_SOURCE_REMOVE;
}

void
test_wait_ms (guint milliseconds)
{
  gboolean waited = FALSE;

  g_timeout_add (milliseconds, waited_cb, &waited);

  while (!waited)
    g_main_context_iteration (NULL, TRUE);
}
