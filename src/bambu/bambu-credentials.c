/* bambu-credentials.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-json.h"
#include "bambu-login.h"
#include "bambu-secret.h"

/* Time to notice, and to find the password. */
#define SOON (7 * G_TIME_SPAN_DAY)

struct _BambuCredentials
{
  gatomicrefcount  ref_count;
  char            *token;
  char            *refresh_token;
  GDateTime       *expires;
};

G_DEFINE_BOXED_TYPE (BambuCredentials, bambu_credentials, bambu_credentials_ref, bambu_credentials_unref)

/* Older tokens are JWTs, whose middle part says until when they hold. */
static GDateTime *
read_expiry (const char *token)
{
  const char *first = strchr (token, '.');
  const char *second = first != NULL ? strchr (first + 1, '.') : NULL;
  g_autofree char *payload = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(JsonNode) root = NULL;
  guchar *text;
  gsize length;

  if (second == NULL || strchr (second + 1, '.') != NULL)
    return NULL;

  /* Base64 for addresses, which leaves the padding out. */
  length = second - first - 1;
  payload = g_strdup_printf ("%.*s%s", (int) length, first + 1, &"==="[3 - (4 - length % 4) % 4]);
  g_strdelimit (g_strdelimit (payload, "-", '+'), "_", '/');
  text = g_base64_decode (payload, &length);
  bytes = g_bytes_new_take (text, length);

  if (!(root = bambu_json_parse (bytes, NULL)))
    return NULL;

  return bambu_json_dup_time (bambu_json_node_object (root), "exp");
}

/**
 * bambu_credentials_new:
 * @token: an access token
 * @refresh_token: (nullable): what came along to renew it
 * @expires: (nullable): until when it holds; where this is not known, the token itself may tell
 *
 * Returns: (transfer full): the credentials
 */
BambuCredentials *
bambu_credentials_new (const char *token,
                       const char *refresh_token,
                       GDateTime  *expires)
{
  BambuCredentials *self;

  g_return_val_if_fail (token != NULL, NULL);

  self = g_new0 (BambuCredentials, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->token = g_strdup (token);
  self->refresh_token = g_strdup (refresh_token);
  self->expires = expires != NULL ? g_date_time_ref (expires) : read_expiry (token);

  return self;
}

/**
 * bambu_credentials_ref:
 * @self: credentials
 *
 * Returns: (transfer full): @self
 */
BambuCredentials *
bambu_credentials_ref (BambuCredentials *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * bambu_credentials_unref:
 * @self: (transfer full): credentials
 *
 * Lets go of @self; the last to do so clears its memory.
 */
void
bambu_credentials_unref (BambuCredentials *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  bambu_secret_free (self->token);
  bambu_secret_free (self->refresh_token);
  g_clear_pointer (&self->expires, g_date_time_unref);
  g_free (self);
}

/**
 * bambu_credentials_get_token:
 * @self: credentials
 *
 * Returns: (transfer none): the access token
 */
const char *
bambu_credentials_get_token (BambuCredentials *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->token;
}

/**
 * bambu_credentials_get_refresh_token:
 * @self: credentials
 *
 * Returns: (transfer none) (nullable): what came along to renew the token, or %NULL
 */
const char *
bambu_credentials_get_refresh_token (BambuCredentials *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->refresh_token;
}

/**
 * bambu_credentials_get_expires:
 * @self: credentials
 *
 * Returns: (transfer none) (nullable): until when the token holds, or %NULL where that is not known
 */
GDateTime *
bambu_credentials_get_expires (BambuCredentials *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->expires;
}

/**
 * bambu_credentials_expire_soon:
 * @self: credentials
 * @now: the present
 *
 * Tells when to try for new credentials, and else to ask the user to sign in again.
 *
 * Returns: whether the token holds for less than a week; %FALSE where its end is not known
 */
gboolean
bambu_credentials_expire_soon (BambuCredentials *self,
                               GDateTime        *now)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (now != NULL, FALSE);

  return self->expires != NULL && g_date_time_difference (self->expires, now) < SOON;
}
