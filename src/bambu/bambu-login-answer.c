/* bambu-login-answer.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-error.h"

#include <glib/gi18n-lib.h>
#include "bambu-http.h"
#include "bambu-json.h"
#include "bambu-login-answer.h"
#include "bambu-secret.h"

#define TOKEN_COOKIE "token"
#define REFRESH_TOKEN_COOKIE "refreshToken"

#define MAX_EXPIRES_IN (10 * 365 * 24 * 60 * 60)

static char *
dup_secret (JsonObject *object,
            const char *member)
{
  char *secret = bambu_json_dup_string (object, member);

  if (secret != NULL && *secret == '\0')
    g_clear_pointer (&secret, bambu_secret_free);

  return secret;
}

/**
 * bambu_login_answer_new_from_json:
 * @root: (nullable): the answer
 *
 * Returns: (transfer full): what @root tells
 */
BambuLoginAnswer *
bambu_login_answer_new_from_json (JsonNode *root)
{
  JsonObject *object = bambu_json_node_object (root);
  BambuLoginAnswer *self = g_new0 (BambuLoginAnswer, 1);
  gint64 expires_in = bambu_json_get_int (object, "expiresIn", 1, MAX_EXPIRES_IN, 0);

  self->token = dup_secret (object, "accessToken");
  self->refresh_token = dup_secret (object, "refreshToken");
  self->tfa_key = dup_secret (object, "tfaKey");
  self->login_type = bambu_json_dup_string (object, "loginType");

  if (expires_in > 0)
    {
      g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

      self->expires = g_date_time_add_seconds (now, expires_in);
    }

  return self;
}

static void
set_secret (char **secret,
            char  *value)
{
  if (value == NULL)
    return;

  bambu_secret_free (*secret);
  *secret = value;
}

/**
 * bambu_login_answer_new_from_cookies:
 * @received: an answer of the web origin
 *
 * Reads the token from its cookie. What the body tells is taken where there is no cookie for it.
 *
 * Returns: (transfer full): what @received tells
 */
BambuLoginAnswer *
bambu_login_answer_new_from_cookies (BambuAnswer *received)
{
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GDateTime) expires = NULL;
  BambuLoginAnswer *self;

  g_return_val_if_fail (received != NULL, NULL);

  if (g_bytes_get_size (received->body) <= BAMBU_HTTP_PEEK_BYTES)
    root = bambu_json_parse (received->body, NULL);

  self = bambu_login_answer_new_from_json (root);
  set_secret (&self->token, bambu_login_dup_cookie (received, TOKEN_COOKIE, &expires));
  set_secret (&self->refresh_token, bambu_login_dup_cookie (received, REFRESH_TOKEN_COOKIE, NULL));

  if (expires != NULL)
    {
      g_clear_pointer (&self->expires, g_date_time_unref);
      self->expires = g_steal_pointer (&expires);
    }

  return self;
}

/**
 * bambu_login_answer_free:
 * @self: (transfer full): an answer
 *
 * Frees @self and clears what was secret.
 */
void
bambu_login_answer_free (BambuLoginAnswer *self)
{
  g_return_if_fail (self != NULL);

  bambu_secret_free (self->token);
  bambu_secret_free (self->refresh_token);
  bambu_secret_free (self->tfa_key);
  g_free (self->login_type);
  g_clear_pointer (&self->expires, g_date_time_unref);
  g_free (self);
}

/**
 * bambu_login_dup_cookie:
 * @received: an answer
 * @name: a cookie's name
 * @expires: (out) (optional) (nullable): until when it holds, where that was told
 *
 * Finds a cookie that was set. Of several with one name the last counts, as in a browser.
 *
 * Returns: (transfer full) (nullable): its value, which may be secret, or %NULL where there is none
 */
char *
bambu_login_dup_cookie (BambuAnswer  *received,
                        const char   *name,
                        GDateTime   **expires)
{
  g_return_val_if_fail (received != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = g_strv_length (received->cookies); i > 0; i--)
    {
      g_autoptr(SoupCookie) cookie = soup_cookie_parse (received->cookies[i - 1], NULL);

      if (cookie == NULL || !g_str_equal (soup_cookie_get_name (cookie), name))
        continue;

      if (expires != NULL && soup_cookie_get_expires (cookie) != NULL)
        *expires = g_date_time_ref (soup_cookie_get_expires (cookie));

      return *soup_cookie_get_value (cookie) != '\0' ? g_strdup (soup_cookie_get_value (cookie)) : NULL;
    }

  return NULL;
}

/**
 * bambu_login_answer_make_credentials:
 * @self: an answer
 * @error: where to say that there is no token in it; %BAMBU_ERROR_PROTOCOL
 *
 * Returns: (transfer full) (nullable): what the cloud signed in with
 */
BambuCredentials *
bambu_login_answer_make_credentials (BambuLoginAnswer  *self,
                                     GError           **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->token != NULL)
    return bambu_credentials_new (self->token, self->refresh_token, self->expires);

  g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                       _("The cloud did not say how the sign-in goes on. Sign in again."));

  return NULL;
}

/**
 * bambu_credentials_new_from_answer:
 * @answer: the cloud's own answer to bambu_request_refresh_token()
 * @error: where to say that there is no token in it; %BAMBU_ERROR_PROTOCOL
 *
 * Returns: (transfer full) (nullable): the credentials
 */
BambuCredentials *
bambu_credentials_new_from_answer (GBytes  *answer,
                                   GError **error)
{
  g_autoptr(BambuLoginAnswer) read = NULL;
  g_autoptr(JsonNode) root = NULL;

  g_return_val_if_fail (answer != NULL, NULL);

  if (!(root = bambu_json_parse (answer, error)))
    return NULL;

  read = bambu_login_answer_new_from_json (root);

  return bambu_login_answer_make_credentials (read, error);
}
