/* test-sign-in.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "answer.h"

#define LOGIN "/v1/user-service/user/login"
#define LOGIN_SHAPE "accessToken:s refreshToken:s expiresIn:i refreshExpiresIn:i tfaKey:s accessMethod:s loginType:s"
#define PLEASE_LOGIN "{\"code\":4,\"error\":\"Please login.\",\"message\":\"\"}"
#define DAY 86400

static Answer *
post (TestCloud          *cloud,
      const char         *path,
      const char         *json,
      const char * const *headers)
{
  g_autoptr(GError) error = NULL;
  Answer *answer = ask_full (cloud, "POST", path, json, headers, &error);

  g_assert_no_error (error);

  return answer;
}

static guint
try_token (TestCloud  *cloud,
           const char *token)
{
  g_autofree char *value = g_strconcat ("Bearer ", token, NULL);
  const char * const headers[] = { "Authorization", value, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(Answer) answer = ask_full (cloud, "GET", "/v1/design-user-service/my/preference", NULL, headers, &error);

  g_assert_no_error (error);

  return answer->status;
}

static void
assert_signed_in (TestCloud *cloud,
                  Answer    *answer)
{
  const char *token;

  g_assert_cmpuint (answer->status, ==, 200);
  assert_shape (answer->object, LOGIN_SHAPE);
  token = text_of (answer->object, "accessToken");
  g_assert_cmpstr (token, ==, json_object_get_string_member (answer->object, "refreshToken"));
  g_assert_cmpstr (json_object_get_string_member (answer->object, "loginType"), ==, "");
  g_assert_cmpint (json_object_get_int_member (answer->object, "expiresIn"), ==, 90 * DAY);
  g_assert_cmpuint (try_token (cloud, token), ==, 200);
}

static void
test_token (TestCloud *cloud)
{
  const char * const wrong[] = { "Authorization", "Bearer nonsense", NULL };
  const char * const basic[] = { "Authorization", "Basic ZGVtbzpkZW1v", NULL };
  const char * const * const headers[] = { NULL, wrong, basic };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(Answer) answer = ask_full (cloud, "GET", "/v1/iot-service/api/user/bind", NULL, headers[i], &error);

      g_assert_no_error (error);
      g_assert_cmpuint (answer->status, ==, 401);
      assert_text (answer, PLEASE_LOGIN);
      g_assert_cmpstr (answer_get (answer, "Content-Type"), ==, "application/json");
    }
}

static void
test_direct (TestCloud *cloud)
{
  g_autoptr(Answer) answer = post (cloud, LOGIN, "{\"account\":\"direct@platen.example\",\"password\":\"demo\"}", NULL);

  assert_signed_in (cloud, answer);
}

static void
test_wrong_password (TestCloud *cloud)
{
  const char * const bodies[] = {
    "{\"account\":\"demo@platen.example\",\"password\":\"wrong\"}",
    "{\"account\":\"nobody@platen.example\",\"password\":\"demo\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr(Answer) answer = post (cloud, LOGIN, bodies[i], NULL);

      assert_fails (answer, 400, 5);
    }
}

static void
test_parameters (TestCloud *cloud)
{
  const char * const bodies[] = { "", "[]", "{}", "{\"account\":\"demo@platen.example\"}", "{\"account\":1,\"password\":2}", "{" };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr(Answer) answer = post (cloud, LOGIN, bodies[i], NULL);

      assert_fails (answer, 400, 3);
    }
}

static void
test_mail_code (TestCloud *cloud)
{
  g_autoptr(Answer) asked = post (cloud, LOGIN, "{\"account\":\"demo@platen.example\",\"password\":\"demo\"}", NULL);
  g_autoptr(Answer) wrong = NULL;
  g_autoptr(Answer) right = NULL;
  g_autoptr(Answer) again = NULL;

  g_assert_cmpuint (asked->status, ==, 200);
  assert_shape (asked->object, LOGIN_SHAPE);
  g_assert_cmpstr (json_object_get_string_member (asked->object, "loginType"), ==, "verifyCode");
  g_assert_cmpstr (json_object_get_string_member (asked->object, "accessToken"), ==, "");

  wrong = post (cloud, LOGIN, "{\"account\":\"demo@platen.example\",\"code\":\"000000\"}", NULL);
  assert_fails (wrong, 400, 2);

  right = post (cloud, LOGIN, "{\"account\":\"demo@platen.example\",\"code\":\"123456\"}", NULL);
  assert_signed_in (cloud, right);

  again = post (cloud, LOGIN, "{\"account\":\"demo@platen.example\",\"code\":\"123456\"}", NULL);
  assert_fails (again, 400, 1);
}

static void
test_code_alone (TestCloud *cloud)
{
  const char *code = "{\"account\":\"demo@platen.example\",\"code\":\"123456\"}";
  const char *mail = "{\"email\":\"demo@platen.example\",\"type\":\"codeLogin\"}";
  g_autoptr(Answer) before = post (cloud, LOGIN, code, NULL);
  g_autoptr(Answer) sent = post (cloud, "/v1/user-service/user/sendemail/code", mail, NULL);
  g_autoptr(Answer) expired = NULL;
  g_autoptr(Answer) resent = NULL;
  g_autoptr(Answer) right = NULL;
  g_autoptr(Answer) other = NULL;

  assert_fails (before, 400, 1);
  g_assert_cmpuint (sent->status, ==, 200);

  test_cloud_advance (cloud, 11 * 60);
  expired = post (cloud, LOGIN, code, NULL);
  assert_fails (expired, 400, 1);

  resent = post (cloud, "/v1/user-service/user/sendemail/code", mail, NULL);
  g_assert_cmpuint (resent->status, ==, 200);
  right = post (cloud, LOGIN, code, NULL);
  assert_signed_in (cloud, right);

  other = post (cloud, "/v1/user-service/user/sendemail/code", "{\"email\":\"demo@platen.example\",\"type\":\"reset\"}", NULL);
  assert_fails (other, 400, 3);
}

static void
test_phone (TestCloud *cloud)
{
  g_autoptr(Answer) sent = post (cloud, "/api/v1/user-service/user/sendsmscode",
                                 "{\"phone\":\"13800138000\",\"type\":\"codeLogin\"}", NULL);
  g_autoptr(Answer) right = NULL;

  g_assert_cmpuint (sent->status, ==, 200);
  right = post (cloud, LOGIN, "{\"account\":\"13800138000\",\"code\":\"123456\"}", NULL);
  assert_signed_in (cloud, right);
}

static char *
get_cookie (Answer     *answer,
            const char *name)
{
  SoupMessageHeadersIter iter;
  const char *header;
  const char *value;

  soup_message_headers_iter_init (&iter, answer->headers);
  while (soup_message_headers_iter_next (&iter, &header, &value))
    {
      g_autoptr(SoupCookie) cookie = g_ascii_strcasecmp (header, "Set-Cookie") == 0 ? soup_cookie_parse (value, NULL) : NULL;

      if (cookie != NULL && g_str_equal (soup_cookie_get_name (cookie), name))
        return g_strdup (soup_cookie_get_value (cookie));
    }

  return NULL;
}

static Answer *
try_tfa (TestCloud  *cloud,
         const char *key,
         const char *code,
         const char *csrf,
         const char *header)
{
  g_autofree char *json = g_strdup_printf ("{\"tfaKey\":\"%s\",\"tfaCode\":\"%s\"}", key, code);
  g_autofree char *cookie = g_strconcat ("other=1; bbl_csrf_token=", csrf, NULL);
  const char * const both[] = { "Cookie", cookie, "x-bbl-csrf-token", header, NULL };
  const char * const cookie_only[] = { "Cookie", cookie, NULL };

  return post (cloud, "/api/sign-in/tfa", json, csrf == NULL ? NULL : header == NULL ? cookie_only : both);
}

static void
test_tfa (TestCloud *cloud)
{
  g_autoptr(Answer) asked = post (cloud, LOGIN, "{\"account\":\"tfa@platen.example\",\"password\":\"demo\"}", NULL);
  const char *key = json_object_get_string_member (asked->object, "tfaKey");
  g_autoptr(GError) error = NULL;
  g_autoptr(Answer) no_cookie = try_tfa (cloud, key, "000000", NULL, NULL);
  g_autoptr(Answer) csrf = ask_full (cloud, "GET", "/api/csrf", NULL, NULL, &error);
  g_autofree char *value = get_cookie (csrf, "bbl_csrf_token");
  g_autoptr(Answer) no_header = NULL;
  g_autoptr(Answer) other_header = NULL;
  g_autoptr(Answer) wrong = NULL;
  g_autoptr(Answer) right = NULL;
  g_autoptr(Answer) again = NULL;
  g_autofree char *token = NULL;

  g_assert_no_error (error);
  assert_shape (asked->object, LOGIN_SHAPE);
  g_assert_cmpstr (json_object_get_string_member (asked->object, "loginType"), ==, "tfa");
  g_assert_cmpstr (key, !=, "");
  g_assert_nonnull (value);

  g_assert_cmpuint (no_cookie->status, ==, 403);
  assert_text (no_cookie, "{\"error\":\"CSRF error: missing_cookie\"}");
  no_header = try_tfa (cloud, key, "000000", value, NULL);
  g_assert_cmpuint (no_header->status, ==, 403);
  assert_text (no_header, "{\"error\":\"CSRF error: missing_header\"}");
  other_header = try_tfa (cloud, key, "123456", value, "other");
  g_assert_cmpuint (other_header->status, ==, 403);

  wrong = try_tfa (cloud, key, "000000", value, value);
  assert_fails (wrong, 400, 2);

  right = try_tfa (cloud, key, "123456", value, value);
  g_assert_cmpuint (right->status, ==, 200);
  token = get_cookie (right, "token");
  g_assert_nonnull (token);
  g_assert_cmpuint (try_token (cloud, token), ==, 200);

  again = try_tfa (cloud, key, "123456", value, value);
  assert_fails (again, 400, 1);
}

static void
test_expiry (TestCloud *cloud)
{
  g_autoptr(Answer) answer = post (cloud, LOGIN, "{\"account\":\"direct@platen.example\",\"password\":\"demo\"}", NULL);
  const char *token = text_of (answer->object, "accessToken");

  test_cloud_advance (cloud, 90 * DAY - 60);
  g_assert_cmpuint (try_token (cloud, token), ==, 200);
  test_cloud_advance (cloud, 61);
  g_assert_cmpuint (try_token (cloud, token), ==, 401);
  g_assert_cmpuint (try_token (cloud, TEST_CLOUD_TOKEN), ==, 200);
}

static void
test_refresh (TestCloud *cloud)
{
  const char * const headers[] = { "Authorization", "Bearer " TEST_CLOUD_TOKEN, NULL };
  g_autoptr(Answer) answer = post (cloud, "/v1/user-service/user/refreshtoken",
                                   "{\"refreshToken\":\"" TEST_CLOUD_TOKEN "\"}", headers);

  g_assert_cmpuint (answer->status, ==, 401);
}

static void
test_own_token (void)
{
  const char * const args[] = { "--token", "another", NULL };
  g_autoptr(TestCloud) cloud = test_cloud_new (args);

  g_assert_cmpuint (try_token (cloud, "another"), ==, 200);
  g_assert_cmpuint (try_token (cloud, TEST_CLOUD_TOKEN), ==, 401);
}

static void
test_vendor_agent (TestCloud *cloud)
{
  const char * const headers[] = {
    "Authorization", "Bearer " TEST_CLOUD_TOKEN, "User-Agent", "bambu_network_agent/01.09.05.01",
    "X-BBL-Client-Name", "BambuStudio", NULL
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(Answer) answer = ask_full (cloud, "GET", "/v1/iot-service/api/user/bind", NULL, headers, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (answer->status, ==, 200);
}

static const CloudTest tests[] = {
  { "token", test_token },
  { "direct", test_direct },
  { "wrong-password", test_wrong_password },
  { "parameters", test_parameters },
  { "mail-code", test_mail_code },
  { "code-alone", test_code_alone },
  { "phone", test_phone },
  { "tfa", test_tfa },
  { "expiry", test_expiry },
  { "refresh", test_refresh },
  { "vendor-agent", test_vendor_agent },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_tests ("sign-in", tests, G_N_ELEMENTS (tests));
  g_test_add_func ("/demo/sign-in/own-token", test_own_token);

  return g_test_run ();
}
