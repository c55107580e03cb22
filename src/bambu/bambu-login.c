/* bambu-login.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-call.h"

#include <glib/gi18n-lib.h>
#include "bambu-client-private.h"
#include "bambu-http.h"
#include "bambu-json-text.h"
#include "bambu-login-answer.h"
#include "bambu-login.h"
#include "bambu-request-private.h"
#include "bambu-secret.h"

#define LOGIN_PATH "/v1/user-service/user/login"
#define MAIL_CODE_PATH "/v1/user-service/user/sendemail/code"
#define SMS_CODE_PATH "/api/v1/user-service/user/sendsmscode"
#define CSRF_PATH "/api/csrf"
#define TFA_PATH "/api/sign-in/tfa"

#define CSRF_COOKIE "bbl_csrf_token"
struct _BambuLogin
{
  GObject      parent_instance;

  BambuClient *client;
  char        *account;
  char        *sent_account;  /* as the cloud wants it */
  char        *tfa_key;
  gboolean     phone;
};

G_DEFINE_FINAL_TYPE (BambuLogin, bambu_login, G_TYPE_OBJECT)

static gpointer
make_answer (JsonNode  *root,
             GBytes    *text,
             gpointer   make_data,
             GError   **error)
{
  return bambu_login_answer_new_from_json (root);
}

static int
refuse_password (guint  status,
                 gint64 code)
{
  return status == 400 || status == 401 || status == 404 ? BAMBU_ERROR_WRONG_PASSWORD : -1;
}

static int
refuse_code (guint  status,
             gint64 code)
{
  if (status == 400 && code == 1)
    return BAMBU_ERROR_EXPIRED_CODE;

  return (status == 400 && code == 2) || status == 401 ? BAMBU_ERROR_WRONG_CODE : -1;
}

static int
refuse_tfa (guint  status,
            gint64 code)
{
  /* Not the code but the key that it goes with: the sign-in begins anew. */
  if (status == 400 && code == 1)
    return BAMBU_ERROR_EXPIRED_CODE;

  return status == 400 || status == 401 ? BAMBU_ERROR_WRONG_CODE : -1;
}

static BambuRequest *
create_request (BambuHost           host,
                const char         *path,
                const char * const *members,
                BambuRefusalFunc    refusal)
{
  BambuRequest *request = bambu_request_new (host, members != NULL ? "POST" : "GET", path);

  bambu_request_set_anonymous (request);
  bambu_request_set_refusal (request, refusal);

  if (members != NULL)
    bambu_request_take_body (request, bambu_json_text_object (members));

  return request;
}

/* "123 456", "123-456", digits of another script and what else comes along with a paste. */
static char *
normalize_code (const char *code)
{
  g_autofree char *valid = g_utf8_make_valid (code, -1);
  GString *digits = g_string_sized_new (strlen (valid) + 1);
  char *normalized;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        g_string_append_c (digits, (char) ('0' + g_unichar_digit_value (c)));
      else if (g_unichar_isalpha (c))
        g_string_append_unichar (digits, c);
    }

  normalized = g_string_free (digits, FALSE);
  explicit_bzero (valid, strlen (valid));

  return normalized;
}

/* A telephone number as people write it, without the country's prefix; NULL where it is none. */
static char *
normalize_phone (const char *account)
{
  g_autoptr(GString) digits = g_string_new (NULL);

  for (const char *p = account; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p) || (*p == '+' && p == account))
        g_string_append_c (digits, *p);
      else if (strchr (" -.()", *p) == NULL)
        return NULL;
    }

  if (g_str_has_prefix (digits->str, "+86"))
    g_string_erase (digits, 0, 3);

  return digits->len > 0 ? g_strdup (digits->str) : NULL;
}

static void
return_answer (GTask            *task,
               BambuLoginAnswer *answer)
{
  BambuLogin *self = g_task_get_source_object (task);

  if (answer->token != NULL && bambu_http_is_token (answer->token))
    {
      g_task_return_pointer (task,
                             bambu_credentials_new (answer->token, answer->refresh_token, answer->expires),
                             (GDestroyNotify) bambu_credentials_unref);
    }
  else if (g_strcmp0 (answer->login_type, "verifyCode") == 0)
    {
      g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_NEEDS_CODE,
                               _("The cloud has sent a code to %s. Enter it to sign in."), self->account);
    }
  else if (g_strcmp0 (answer->login_type, "tfa") == 0 && answer->tfa_key != NULL)
    {
      g_clear_pointer (&self->tfa_key, bambu_secret_free);
      self->tfa_key = g_steal_pointer (&answer->tfa_key);
      g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_NEEDS_TFA,
                               _("Enter the code that your authenticator shows for this account."));
    }
  else
    {
      g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                               _("The cloud wants a kind of sign-in that is not known here."));
    }
}

static void
login_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BambuLoginAnswer) answer = bambu_client_call_finish (BAMBU_CLIENT (object), result, &error);

  if (answer != NULL)
    return_answer (task, answer);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
bambu_login_ask (BambuLogin       *self,
                 const char       *name,
                 const char       *secret,
                 BambuRefusalFunc  refusal,
                 GTask            *task)
{
  const char * const members[] = { "account", self->sent_account, name, secret, NULL };
  g_autoptr(BambuRequest) request = create_request (BAMBU_HOST_API, LOGIN_PATH, members, refusal);

  bambu_client_call_async (self->client, request, make_answer, NULL, NULL, (GDestroyNotify) bambu_login_answer_free,
                           g_task_get_cancellable (task), login_cb, g_object_ref (task));
}

static BambuCredentials *
bambu_login_finish (BambuLogin    *self,
                    GAsyncResult  *result,
                    gpointer       source_tag,
                    GError       **error)
{
  g_assert (BAMBU_IS_LOGIN (self));
  g_assert (g_async_result_is_tagged (result, source_tag));

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
tfa_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BambuAnswer) received = bambu_call_finish (BAMBU_CLIENT (object), result, &error);

  if (received != NULL)
    {
      g_autoptr(BambuLoginAnswer) answer = bambu_login_answer_new_from_cookies (received);

      return_answer (task, answer);
    }
  else
    {
      g_task_return_error (task, g_steal_pointer (&error));
    }
}

static void
csrf_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BambuAnswer) received = bambu_call_finish (BAMBU_CLIENT (object), result, &error);
  g_autoptr(BambuRequest) request = NULL;
  g_autofree char *csrf = NULL;
  g_autofree char *pair = NULL;
  BambuLogin *self = g_task_get_source_object (task);
  const char *members[] = { "tfaKey", self->tfa_key, "tfaCode", g_task_get_task_data (task), NULL };

  if (received == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  csrf = bambu_login_dup_cookie (received, CSRF_COOKIE, NULL);

  if (!bambu_http_is_token (csrf))
    {
      g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                               _("The cloud did not give what signing in with an authenticator needs. Try again later."));
      return;
    }

  pair = g_strconcat (CSRF_COOKIE "=", csrf, NULL);
  request = create_request (BAMBU_HOST_WEB, TFA_PATH, members, refuse_tfa);
  bambu_request_add_header (request, "Cookie", pair);
  bambu_request_add_header (request, "x-bbl-csrf-token", csrf);

  bambu_call_async (self->client, request, g_task_get_cancellable (task), tfa_cb, g_object_ref (task));
}

static void
code_sent_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BambuAnswer) received = bambu_call_finish (BAMBU_CLIENT (object), result, &error);

  if (received == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (bambu_http_is_html (received->headers, received->body))
    g_task_return_error (task, bambu_http_describe (BAMBU_ERROR_PROTOCOL, received->status, -1, NULL));
  else
    g_task_return_boolean (task, TRUE);
}

static void
bambu_login_finalize (GObject *object)
{
  BambuLogin *self = (BambuLogin *) object;

  g_clear_object (&self->client);
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->sent_account, g_free);
  g_clear_pointer (&self->tfa_key, bambu_secret_free);

  G_OBJECT_CLASS (bambu_login_parent_class)->finalize (object);
}

static void
bambu_login_class_init (BambuLoginClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_login_finalize;
}

static void
bambu_login_init (BambuLogin *self)
{
}

/**
 * bambu_login_new:
 * @client: a client
 * @account: an e-mail address, or a telephone number in China
 *
 * Returns: (transfer full): a sign-in of @account that has not begun
 */
BambuLogin *
bambu_login_new (BambuClient *client,
                 const char  *account)
{
  BambuLogin *self;
  g_autofree char *phone = NULL;

  g_return_val_if_fail (BAMBU_IS_CLIENT (client), NULL);
  g_return_val_if_fail (account != NULL, NULL);

  self = g_object_new (BAMBU_TYPE_LOGIN, NULL);
  self->client = g_object_ref (client);
  self->account = g_strstrip (g_utf8_make_valid (account, -1));

  if (bambu_client_get_region (client) == BAMBU_REGION_CHINA)
    phone = normalize_phone (self->account);

  self->phone = phone != NULL;
  self->sent_account = g_strdup (phone != NULL ? phone : self->account);

  return self;
}

/**
 * bambu_login_get_account:
 * @self: a sign-in
 *
 * Returns: (transfer none): who is signing in
 */
const char *
bambu_login_get_account (BambuLogin *self)
{
  g_return_val_if_fail (BAMBU_IS_LOGIN (self), NULL);

  return self->account;
}

/**
 * bambu_login_is_phone:
 * @self: a sign-in
 *
 * Returns: whether codes come by SMS rather than by mail
 */
gboolean
bambu_login_is_phone (BambuLogin *self)
{
  g_return_val_if_fail (BAMBU_IS_LOGIN (self), FALSE);

  return self->phone;
}

/**
 * bambu_login_password_async:
 * @self: a sign-in
 * @password: the account's password
 * @cancellable: (nullable): a cancellable
 * @callback: called when the cloud has answered
 * @user_data: data for @callback
 *
 * Signs in with the password: `POST user/login`. For most accounts this is the first of two steps.
 */
void
bambu_login_password_async (BambuLogin          *self,
                            const char          *password,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (BAMBU_IS_LOGIN (self));
  g_return_if_fail (password != NULL && g_utf8_validate (password, -1, NULL));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_login_password_async);
  bambu_login_ask (self, "password", password, refuse_password, task);
}

/**
 * bambu_login_password_finish:
 * @self: a sign-in
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends bambu_login_password_async().
 *
 * Returns: (transfer full): the credentials, or %NULL with @error set: %BAMBU_ERROR_NEEDS_CODE (the cloud has sent one),
 *   %BAMBU_ERROR_NEEDS_TFA, %BAMBU_ERROR_WRONG_PASSWORD, or as any call fails
 */
BambuCredentials *
bambu_login_password_finish (BambuLogin    *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_LOGIN (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return bambu_login_finish (self, result, bambu_login_password_async, error);
}

/**
 * bambu_login_send_code_async:
 * @self: a sign-in
 * @cancellable: (nullable): a cancellable
 * @callback: called when the cloud has answered
 * @user_data: data for @callback
 *
 * Has the cloud send a code, to begin with or once more: `POST user/sendemail/code`, or `POST user/sendsmscode` at the web
 * origin for a telephone.
 */
void
bambu_login_send_code_async (BambuLogin          *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(BambuRequest) request = NULL;
  const char *members[] = { NULL, NULL, "type", "codeLogin", NULL };

  g_return_if_fail (BAMBU_IS_LOGIN (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_login_send_code_async);

  members[0] = self->phone ? "phone" : "email";
  members[1] = self->sent_account;
  request = create_request (self->phone ? BAMBU_HOST_WEB : BAMBU_HOST_API,
                            self->phone ? SMS_CODE_PATH : MAIL_CODE_PATH,
                            members, NULL);

  bambu_call_async (self->client, request, cancellable, code_sent_cb, g_steal_pointer (&task));
}

/**
 * bambu_login_send_code_finish:
 * @self: a sign-in
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends bambu_login_send_code_async().
 *
 * Returns: whether a code is on its way; as any call fails otherwise
 */
gboolean
bambu_login_send_code_finish (BambuLogin    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_LOGIN (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * bambu_login_code_async:
 * @self: a sign-in
 * @code: the code that came by mail or SMS, as it was typed or pasted
 * @cancellable: (nullable): a cancellable
 * @callback: called when the cloud has answered
 * @user_data: data for @callback
 *
 * Signs in with a code: `POST user/login`.
 */
void
bambu_login_code_async (BambuLogin          *self,
                        const char          *code,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  char *normalized;

  g_return_if_fail (BAMBU_IS_LOGIN (self));
  g_return_if_fail (code != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_login_code_async);
  normalized = normalize_code (code);

  if (*normalized != '\0')
    bambu_login_ask (self, "code", normalized, refuse_code, task);
  else
    g_task_return_error (task, bambu_http_describe (BAMBU_ERROR_WRONG_CODE, 0, -1, NULL));

  bambu_secret_free (normalized);
}

/**
 * bambu_login_code_finish:
 * @self: a sign-in
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends bambu_login_code_async().
 *
 * Returns: (transfer full): the credentials, or %NULL with @error set: %BAMBU_ERROR_WRONG_CODE, %BAMBU_ERROR_EXPIRED_CODE, or as
 *   any call fails
 */
BambuCredentials *
bambu_login_code_finish (BambuLogin    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_LOGIN (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return bambu_login_finish (self, result, bambu_login_code_async, error);
}

/**
 * bambu_login_tfa_async:
 * @self: a sign-in that ended with %BAMBU_ERROR_NEEDS_TFA before
 * @code: the code that the authenticator shows, as it was typed or pasted
 * @cancellable: (nullable): a cancellable
 * @callback: called when the cloud has answered
 * @user_data: data for @callback
 *
 * Signs in with an authenticator's code: `GET /api/csrf`, then `POST /api/sign-in/tfa`, both at the web origin.
 */
void
bambu_login_tfa_async (BambuLogin          *self,
                       const char          *code,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(BambuRequest) request = NULL;

  g_return_if_fail (BAMBU_IS_LOGIN (self));
  g_return_if_fail (code != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_login_tfa_async);

  if (self->tfa_key == NULL)
    {
      g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST,
                               _("Signing in with an authenticator begins with the password."));
      return;
    }

  g_task_set_task_data (task, normalize_code (code), (GDestroyNotify) bambu_secret_free);
  request = create_request (BAMBU_HOST_WEB, CSRF_PATH, NULL, NULL);
  bambu_call_async (self->client, request, cancellable, csrf_cb, g_steal_pointer (&task));
}

/**
 * bambu_login_tfa_finish:
 * @self: a sign-in
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends bambu_login_tfa_async().
 *
 * Returns: (transfer full): the credentials, or %NULL with @error set: %BAMBU_ERROR_WRONG_CODE, %BAMBU_ERROR_EXPIRED_CODE (begin again
 *   with the password), or as any call fails
 */
BambuCredentials *
bambu_login_tfa_finish (BambuLogin    *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_LOGIN (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return bambu_login_finish (self, result, bambu_login_tfa_async, error);
}
