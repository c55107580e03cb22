/* demo-sign-in.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-server.h"
#include "demo-services.h"

#define CSRF_COOKIE "bbl_csrf_token"
#define CSRF_HEADER "x-bbl-csrf-token"

/* Codes of user-service; what the clients know of them is that 1 means too old and 2 wrong. */
#define CODE_EXPIRED 1
#define CODE_WRONG 2
#define CODE_NO_PARAMETER 3
#define CODE_LOGIN 4
#define CODE_WRONG_PASSWORD 5

static void
respond_login (DemoExchange *exchange,
               const char   *token,
               const char   *login_type,
               const char   *tfa_key)
{
  DemoJson *json = demo_json_new ();

  demo_json_begin_object (json, NULL);
  demo_json_add_string (json, "accessToken", token);
  demo_json_add_string (json, "refreshToken", token);
  demo_json_add_int (json, "expiresIn", *token != '\0' ? DEMO_TOKEN_LIFETIME : 0);
  demo_json_add_int (json, "refreshExpiresIn", *token != '\0' ? DEMO_TOKEN_LIFETIME : 0);
  demo_json_add_string (json, "tfaKey", tfa_key);
  demo_json_add_string (json, "accessMethod", *token != '\0' ? "password" : "");
  demo_json_add_string (json, "loginType", login_type);
  demo_json_end_object (json);
  demo_exchange_respond_json (exchange, SOUP_STATUS_OK, json);
}

static void
respond_signed_in (DemoExchange *exchange,
                   DemoAccount  *account)
{
  g_autofree char *token = demo_accounts_issue_token (demo_server_get_accounts (exchange->server), account);

  respond_login (exchange, token, "", "");
}

static void
respond_code_check (DemoExchange  *exchange,
                    DemoCodeCheck  check)
{
  if (check == DEMO_CODE_EXPIRED)
    demo_exchange_respond_error (exchange, SOUP_STATUS_BAD_REQUEST, CODE_EXPIRED, "Code does not exist or has expired.");
  else
    demo_exchange_respond_error (exchange, SOUP_STATUS_BAD_REQUEST, CODE_WRONG, "Incorrect code.");
}

static void
login_with_password (DemoExchange *exchange,
                     const char   *name,
                     const char   *password)
{
  DemoAccounts *accounts = demo_server_get_accounts (exchange->server);
  DemoAccount *account = demo_accounts_check_password (accounts, name, password);
  g_autofree char *key = NULL;

  if (account == NULL)
    {
      demo_exchange_respond_error (exchange, SOUP_STATUS_BAD_REQUEST, CODE_WRONG_PASSWORD,
                                   "Incorrect account or password.");
      return;
    }

  switch (account->sign_in)
    {
    case DEMO_SIGN_IN_CODE:
      demo_accounts_send_code (accounts, name);
      respond_login (exchange, "", "verifyCode", "");
      break;

    case DEMO_SIGN_IN_TFA:
      key = demo_accounts_begin_tfa (accounts, account);
      respond_login (exchange, "", "tfa", key);
      break;

    case DEMO_SIGN_IN_PASSWORD:
    default:
      respond_signed_in (exchange, account);
      break;
    }
}

static void
login_cb (DemoExchange *exchange)
{
  const char *name = demo_json_get_string (exchange->body, "account", NULL);
  const char *password = demo_json_get_string (exchange->body, "password", NULL);
  const char *code = demo_json_get_string (exchange->body, "code", NULL);
  DemoAccount *account;
  DemoCodeCheck check;

  if (name == NULL || *name == '\0' || ((password == NULL || *password == '\0') && (code == NULL || *code == '\0')))
    {
      demo_exchange_respond_error (exchange, SOUP_STATUS_BAD_REQUEST, CODE_NO_PARAMETER, "Invalid parameter.");
      return;
    }

  if (code == NULL || *code == '\0')
    {
      login_with_password (exchange, name, password);
      return;
    }

  check = demo_accounts_check_code (demo_server_get_accounts (exchange->server), name, code, &account);
  if (check == DEMO_CODE_RIGHT)
    respond_signed_in (exchange, account);
  else
    respond_code_check (exchange, check);
}

static void
send_code (DemoExchange *exchange,
           const char   *name)
{
  DemoJson *json;

  if (name == NULL || *name == '\0' ||
      g_strcmp0 (demo_json_get_string (exchange->body, "type", NULL), "codeLogin") != 0)
    {
      demo_exchange_respond_error (exchange, SOUP_STATUS_BAD_REQUEST, CODE_NO_PARAMETER, "Invalid parameter.");
      return;
    }

  demo_accounts_send_code (demo_server_get_accounts (exchange->server), name);
  json = demo_json_new ();
  demo_json_begin_object (json, NULL);
  demo_json_end_object (json);
  demo_exchange_respond_json (exchange, SOUP_STATUS_OK, json);
}

static void
send_mail_cb (DemoExchange *exchange)
{
  send_code (exchange, demo_json_get_string (exchange->body, "email", NULL));
}

static void
send_sms_cb (DemoExchange *exchange)
{
  send_code (exchange, demo_json_get_string (exchange->body, "phone", NULL));
}

/* Nobody has seen it do anything else. */
static void
refresh_token_cb (DemoExchange *exchange)
{
  demo_exchange_respond_error (exchange, SOUP_STATUS_UNAUTHORIZED, CODE_LOGIN, "Please login.");
}

/* A browser leaves out a cookie that is Secure where there is no TLS: here, too, it has to come back. */
static void
set_cookie (DemoExchange *exchange,
            const char   *name,
            const char   *value,
            const char   *attributes)
{
  g_autofree char *url = demo_server_dup_url (exchange->server);
  g_autofree char *cookie = NULL;

  cookie = g_strdup_printf ("%s=%s; Path=/; %s%s", name, value, attributes,
                            g_str_has_prefix (url, "https:") ? "; Secure" : "");
  demo_exchange_add_header (exchange, "Set-Cookie", cookie);
}

static void
csrf_cb (DemoExchange *exchange)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *value = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uuid, -1);
  DemoJson *json = demo_json_new ();

  set_cookie (exchange, CSRF_COOKIE, value, "SameSite=Lax");
  demo_json_begin_object (json, NULL);
  demo_json_end_object (json);
  demo_exchange_respond_json (exchange, SOUP_STATUS_OK, json);
}

static char *
dup_csrf_cookie (DemoExchange *exchange)
{
  const char *header = demo_exchange_get_header (exchange, "Cookie");
  g_auto(GStrv) cookies = header != NULL ? g_strsplit (header, ";", -1) : NULL;

  for (guint i = 0; cookies != NULL && cookies[i] != NULL; i++)
    {
      const char *cookie = g_strstrip (cookies[i]);

      if (g_str_has_prefix (cookie, CSRF_COOKIE "="))
        return g_strdup (cookie + strlen (CSRF_COOKIE "="));
    }

  return NULL;
}

static void
refuse_csrf (DemoExchange *exchange,
             const char   *what)
{
  g_autofree char *error = g_strconcat ("CSRF error: ", what, NULL);
  DemoJson *json = demo_json_new ();

  demo_json_begin_object (json, NULL);
  demo_json_add_string (json, "error", error);
  demo_json_end_object (json);
  demo_exchange_respond_json (exchange, SOUP_STATUS_FORBIDDEN, json);
}

static void
sign_in_tfa_cb (DemoExchange *exchange)
{
  DemoAccounts *accounts = demo_server_get_accounts (exchange->server);
  const char *key = demo_json_get_string (exchange->body, "tfaKey", NULL);
  const char *code = demo_json_get_string (exchange->body, "tfaCode", NULL);
  const char *header = demo_exchange_get_header (exchange, CSRF_HEADER);
  g_autofree char *cookie = dup_csrf_cookie (exchange);
  g_autofree char *attributes = NULL;
  g_autofree char *token = NULL;
  DemoAccount *account;
  DemoCodeCheck check;
  DemoJson *json;

  if (cookie == NULL || header == NULL || !g_str_equal (cookie, header))
    {
      refuse_csrf (exchange, cookie == NULL ? "missing_cookie" : header == NULL ? "missing_header" : "token_mismatch");
      return;
    }

  if (key == NULL || code == NULL)
    {
      demo_exchange_respond_error (exchange, SOUP_STATUS_BAD_REQUEST, CODE_NO_PARAMETER, "Invalid parameter.");
      return;
    }

  check = demo_accounts_check_tfa (accounts, key, code, &account);
  if (check != DEMO_CODE_RIGHT)
    {
      respond_code_check (exchange, check);
      return;
    }

  token = demo_accounts_issue_token (accounts, account);
  attributes = g_strdup_printf ("Max-Age=%d; HttpOnly", DEMO_TOKEN_LIFETIME);
  set_cookie (exchange, "token", token, attributes);
  set_cookie (exchange, "refreshToken", token, attributes);

  json = demo_json_new ();
  demo_json_begin_object (json, NULL);
  demo_json_end_object (json);
  demo_exchange_respond_json (exchange, SOUP_STATUS_OK, json);
}

/**
 * demo_sign_in_get_routes:
 * @n_routes: (out): how many there are
 *
 * Signing in, at the API and at the web origin; here both are one.
 *
 * Returns: (transfer none) (array length=n_routes): the routes
 */
const DemoRoute *
demo_sign_in_get_routes (guint *n_routes)
{
  static const DemoRoute routes[] = {
    { "POST", "/v1/user-service/user/login", login_cb, DEMO_ROUTE_OPEN },
    { "POST", "/v1/user-service/user/sendemail/code", send_mail_cb, DEMO_ROUTE_OPEN },
    { "POST", "/v1/user-service/user/refreshtoken", refresh_token_cb, DEMO_ROUTE_OPEN },
    { "POST", "/api/v1/user-service/user/sendsmscode", send_sms_cb, DEMO_ROUTE_OPEN },
    { "GET", "/api/csrf", csrf_cb, DEMO_ROUTE_OPEN },
    { "POST", "/api/sign-in/tfa", sign_in_tfa_cb, DEMO_ROUTE_OPEN },
  };

  *n_routes = G_N_ELEMENTS (routes);

  return routes;
}
