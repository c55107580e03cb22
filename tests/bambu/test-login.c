/* test-login.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-login.h"
#include "bambu-json.h"
#include "fake-cloud.h"
#include "test-result.h"

#define TOKEN \
  "{\"accessToken\":\"fresh-token\",\"refreshToken\":\"refresh\",\"loginType\":\"\",\"expiresIn\":7776000,\"tfaKey\":\"\"}"
#define CSRF "bbl_csrf_token=abc%7Cdef; Path=/; HttpOnly; Secure; SameSite=Lax"

typedef struct
{
  FakeCloud   *api;
  FakeCloud   *web;
  BambuClient *client;
  BambuLogin  *login;
} Fixture;

static guint n_messages;
static guint n_leaks;

/* What these tests send and get as secrets must not be in any log. */
static void
check_message (const char *message)
{
  static const char * const secrets[] = {
    "old-token", "fresh-token", "tfa-token", "tfa-refresh", "key-1", "password-of-ada", "pass \"word", "123456", "abc%7Cdef",
  };

  n_messages++;

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      if (strstr (message, secrets[i]) != NULL)
        n_leaks++;
    }
}

static GLogWriterOutput
write_log_cb (GLogLevelFlags   level,
              const GLogField *fields,
              gsize            n_fields,
              gpointer         user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    {
      if (g_str_equal (fields[i].key, "MESSAGE"))
        check_message (fields[i].value);
    }

  return g_log_writer_default (level, fields, n_fields, user_data);
}

/* Whether what is logged the old way goes through the writer as well depends on the version of GLib. */
static void
log_cb (const char     *domain,
        GLogLevelFlags  level,
        const char     *message,
        gpointer        user_data)
{
  check_message (message);
  g_log_default_handler (domain, level, message, NULL);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static const BambuLimits limits = { .connect_ms = 2000, .answer_ms = 3000, .max_bytes = 1024 * 1024 };
  const char *account = data;
  BambuRegion region = strchr (account, '@') != NULL ? BAMBU_REGION_GLOBAL : BAMBU_REGION_CHINA;

  self->api = fake_cloud_new ();
  self->web = fake_cloud_new ();
  self->client = bambu_client_new (region, fake_cloud_get_url (self->api), fake_cloud_get_url (self->web), NULL);
  bambu_client_set_limits (self->client, &limits, 20);
  bambu_client_set_token (self->client, "old-token");
  self->login = bambu_login_new (self->client, account);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  /* The sign-in itself leaves the client as it is, and never sends what is there already. */
  g_assert_cmpstr (bambu_client_get_token (self->client), ==, "old-token");

  for (guint i = 0; i < fake_cloud_get_count (self->api); i++)
    g_assert_null (fake_cloud_get_request (self->api, i)->authorization);

  for (guint i = 0; i < fake_cloud_get_count (self->web); i++)
    g_assert_null (fake_cloud_get_request (self->web, i)->authorization);

  g_assert_cmpuint (n_messages, >, 0);
  g_assert_cmpuint (n_leaks, ==, 0);

  g_assert_finalize_object (self->login);
  g_object_unref (self->client);
  fake_cloud_free (self->api);
  fake_cloud_free (self->web);
}

static void
assert_sent (FakeCloud  *cloud,
             guint       index,
             const char *method,
             const char *path,
             const char *body)
{
  FakeRequest *seen = fake_cloud_get_request (cloud, index);

  g_assert_cmpstr (seen->method, ==, method);
  g_assert_cmpstr (seen->path, ==, path);
  g_assert_cmpstr (seen->body, ==, body);
}

static void
assert_expires_in (BambuCredentials *credentials,
                   gint64            seconds)
{
  GDateTime *expires = bambu_credentials_get_expires (credentials);
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  g_assert_nonnull (expires);
  g_assert_cmpint (ABS (g_date_time_difference (expires, now) / G_USEC_PER_SEC - seconds), <, 30);
}

static void
test_password (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BambuCredentials) credentials = NULL;

  fake_cloud_reply (self->api, 200, TOKEN, NULL);
  credentials = test_try_password (self->login, "pass \"word\\ é", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bambu_credentials_get_token (credentials), ==, "fresh-token");
  g_assert_cmpstr (bambu_credentials_get_refresh_token (credentials), ==, "refresh");
  assert_expires_in (credentials, 7776000);
  assert_sent (self->api, 0, "POST", "/v1/user-service/user/login",
               "{\"account\":\"ada@platen.example\",\"password\":\"pass \\\"word\\\\ é\"}");
  g_assert_cmpuint (fake_cloud_get_count (self->api), ==, 1);
}

static void
test_password_answers (Fixture       *self,
                       gconstpointer  data)
{
  static const struct
  {
    guint       status;
    const char *body;
    int         code;
  } answers[] = {
    { 200, "{\"accessToken\":\"\",\"loginType\":\"verifyCode\"}", BAMBU_ERROR_NEEDS_CODE },
    { 200, "{\"accessToken\":null,\"loginType\":\"verifyCode\",\"tfaKey\":\"\"}", BAMBU_ERROR_NEEDS_CODE },
    { 200, "{\"loginType\":\"tfa\",\"tfaKey\":\"key\"}", BAMBU_ERROR_NEEDS_TFA },
    { 200, "{\"loginType\":\"tfa\",\"tfaKey\":\"\"}", BAMBU_ERROR_PROTOCOL },
    { 200, "{\"loginType\":\"tfa\"}", BAMBU_ERROR_PROTOCOL },
    { 200, "{\"loginType\":\"eyeScan\"}", BAMBU_ERROR_PROTOCOL },
    { 200, "{\"loginType\":7,\"accessToken\":{}}", BAMBU_ERROR_PROTOCOL },
    { 200, "{\"accessToken\":\"two words\"}", BAMBU_ERROR_PROTOCOL },
    { 200, "{}", BAMBU_ERROR_PROTOCOL },
    { 200, "[]", BAMBU_ERROR_PROTOCOL },
    { 200, "null", BAMBU_ERROR_PROTOCOL },
    { 200, "", BAMBU_ERROR_PROTOCOL },
    { 200, "<html></html>", BAMBU_ERROR_PROTOCOL },
    { 400, "{\"code\":2,\"error\":\"Incorrect account or password\"}", BAMBU_ERROR_WRONG_PASSWORD },
    { 401, "{\"code\":4,\"error\":\"Please login.\"}", BAMBU_ERROR_WRONG_PASSWORD },
    { 401, "", BAMBU_ERROR_WRONG_PASSWORD },
    { 403, "{\"error\":\"locked\"}", BAMBU_ERROR_FORBIDDEN },
    { 422, "{}", BAMBU_ERROR_BAD_REQUEST },
    { 429, "{}", BAMBU_ERROR_RATE_LIMITED },
    { 500, "{}", BAMBU_ERROR_SERVER },
    { 503, "{}", BAMBU_ERROR_SERVER },
    { 403, "<html>Just a moment...</html>", BAMBU_ERROR_BLOCKED },
    { 400, "<html>challenges.cloudflare.com</html>", BAMBU_ERROR_BLOCKED },
    { 429, "<html></html>", BAMBU_ERROR_BLOCKED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr(GError) error = NULL;

      fake_cloud_reset (self->api);
      fake_cloud_reply (self->api, answers[i].status, answers[i].body, NULL);
      g_assert_null (test_try_password (self->login, "password-of-ada", &error));
      g_assert_error (error, BAMBU_ERROR, answers[i].code);
      g_assert_null (strstr (error->message, "password-of-ada"));

      /* Never a second time: an account is locked after too many. */
      g_assert_cmpuint (fake_cloud_get_count (self->api), ==, 1);
    }
}

static void
test_expiry (Fixture       *self,
             gconstpointer  data)
{
  static const struct
  {
    const char *body;
    gint64      seconds;  /* 0: not known */
  } answers[] = {
    { "{\"accessToken\":\"t\"}", 0 },
    { "{\"accessToken\":\"t\",\"expiresIn\":null}", 0 },
    { "{\"accessToken\":\"t\",\"expiresIn\":0}", 0 },
    { "{\"accessToken\":\"t\",\"expiresIn\":-5}", 0 },
    { "{\"accessToken\":\"t\",\"expiresIn\":1e18}", 0 },
    { "{\"accessToken\":\"t\",\"expiresIn\":\"soon\"}", 0 },
    { "{\"accessToken\":\"t\",\"expiresIn\":\"31536000\"}", 31536000 },
    { "{\"accessToken\":\"a.b.c\"}", 0 },
    { "{\"accessToken\":\"a..c\"}", 0 },
    { "{\"accessToken\":\"a.####.c\"}", 0 },
    { "{\"accessToken\":\"..\"}", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(BambuCredentials) credentials = NULL;

      fake_cloud_reset (self->api);
      fake_cloud_reply (self->api, 200, answers[i].body, NULL);
      credentials = test_try_password (self->login, "x", &error);
      g_assert_no_error (error);
      g_assert_null (bambu_credentials_get_refresh_token (credentials));

      if (answers[i].seconds == 0)
        g_assert_null (bambu_credentials_get_expires (credentials));
      else
        assert_expires_in (credentials, answers[i].seconds);
    }
}

static void
test_code (Fixture       *self,
           gconstpointer  data)
{
  static const struct
  {
    const char *typed;
    const char *sent;
  } codes[] = {
    { "123456", "123456" },
    { " 123 456\n", "123456" },
    { "123-456", "123456" },
    { "１２３４５６", "123456" },
    { "١٢٣٤٥٦", "123456" },
    { "\xe2\x80\x8b" "123\xc2\xa0" "456", "123456" },
    { "12a", "12a" },
  };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr(BambuCredentials) credentials = NULL;
      g_autofree char *body = g_strdup_printf ("{\"account\":\"ada@platen.example\",\"code\":\"%s\"}", codes[i].sent);

      fake_cloud_reset (self->api);
      fake_cloud_reply (self->api, 200, TOKEN, NULL);
      credentials = test_try_code (self->login, codes[i].typed, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (bambu_credentials_get_token (credentials), ==, "fresh-token");
      assert_sent (self->api, 0, "POST", "/v1/user-service/user/login", body);
    }

  fake_cloud_reset (self->api);
  g_assert_null (test_try_code (self->login, " - ", &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_WRONG_CODE);
  g_assert_cmpuint (fake_cloud_get_count (self->api), ==, 0);
}

static void
test_code_answers (Fixture       *self,
                   gconstpointer  data)
{
  static const struct
  {
    guint       status;
    const char *body;
    int         code;
  } answers[] = {
    { 400, "{\"code\":1,\"error\":\"The code has expired\"}", BAMBU_ERROR_EXPIRED_CODE },
    { 400, "{\"code\":\"1\"}", BAMBU_ERROR_EXPIRED_CODE },
    { 400, "{\"code\":2,\"error\":\"Incorrect code\"}", BAMBU_ERROR_WRONG_CODE },
    { 401, "{\"code\":4}", BAMBU_ERROR_WRONG_CODE },
    { 400, "{\"code\":3}", BAMBU_ERROR_BAD_REQUEST },
    { 400, "", BAMBU_ERROR_BAD_REQUEST },
    { 200, "{\"loginType\":\"tfa\",\"tfaKey\":\"key\"}", BAMBU_ERROR_NEEDS_TFA },
    { 429, "{}", BAMBU_ERROR_RATE_LIMITED },
    { 503, "{}", BAMBU_ERROR_SERVER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr(GError) error = NULL;

      fake_cloud_reset (self->api);
      fake_cloud_reply (self->api, answers[i].status, answers[i].body, NULL);
      g_assert_null (test_try_code (self->login, "123456", &error));
      g_assert_error (error, BAMBU_ERROR, answers[i].code);
      g_assert_cmpuint (fake_cloud_get_count (self->api), ==, 1);
    }
}

static void
test_send_code (Fixture       *self,
                gconstpointer  data)
{
  static const char * const bodies[] = { "", "{}", "{\"message\":\"success\",\"code\":null,\"error\":null}" };
  g_autoptr(GError) error = NULL;

  g_assert_false (bambu_login_is_phone (self->login));

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      fake_cloud_reset (self->api);
      fake_cloud_reply (self->api, 200, bodies[i], NULL);
      g_assert_true (test_try_send_code (self->login, &error));
      g_assert_no_error (error);
      assert_sent (self->api, 0, "POST", "/v1/user-service/user/sendemail/code",
                   "{\"email\":\"ada@platen.example\",\"type\":\"codeLogin\"}");
    }

  fake_cloud_reset (self->api);
  fake_cloud_reply (self->api, 429, "{}", NULL);
  g_assert_false (test_try_send_code (self->login, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_RATE_LIMITED);
  g_assert_cmpuint (fake_cloud_get_count (self->api), ==, 1);
  g_clear_error (&error);

  fake_cloud_reset (self->api);
  fake_cloud_reply (self->api, 200, "<html></html>", NULL);
  g_assert_false (test_try_send_code (self->login, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL);
}

static void
test_phone (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BambuCredentials) credentials = NULL;

  g_assert_true (bambu_login_is_phone (self->login));
  g_assert_cmpstr (bambu_login_get_account (self->login), ==, "+86 138-0013-8000");

  fake_cloud_reply (self->web, 200, "", NULL);
  g_assert_true (test_try_send_code (self->login, &error));
  g_assert_no_error (error);
  assert_sent (self->web, 0, "POST", "/api/v1/user-service/user/sendsmscode",
               "{\"phone\":\"13800138000\",\"type\":\"codeLogin\"}");
  g_assert_cmpuint (fake_cloud_get_count (self->api), ==, 0);

  fake_cloud_reply (self->api, 200, TOKEN, NULL);
  credentials = test_try_code (self->login, "123456", &error);
  g_assert_no_error (error);
  assert_sent (self->api, 0, "POST", "/v1/user-service/user/login",
               "{\"account\":\"13800138000\",\"code\":\"123456\"}");
}

static void
ask_for_tfa (Fixture *self)
{
  g_autoptr(GError) error = NULL;

  fake_cloud_reset (self->api);
  fake_cloud_reply (self->api, 200, "{\"accessToken\":\"\",\"loginType\":\"tfa\",\"tfaKey\":\"key-1\"}", NULL);
  g_assert_null (test_try_password (self->login, "x", &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_NEEDS_TFA);
}

static void
test_tfa (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BambuCredentials) credentials = NULL;
  SoupMessageHeaders *headers;

  ask_for_tfa (self);
  fake_cloud_reply (self->web, 200, "{}", "Set-Cookie", "other=1", "Set-Cookie", CSRF, NULL);
  fake_cloud_reply (self->web, 200, "{\"success\":true,\"expiresIn\":1}",
                    "Set-Cookie", "token=; Max-Age=0",
                    "Set-Cookie", "token=tfa-token; Max-Age=3600; Path=/; Secure; HttpOnly",
                    "Set-Cookie", "refreshToken=tfa-refresh; Expires=Wed, 01 Jan 2042 00:00:00 GMT", NULL);
  credentials = test_try_tfa (self->login, "123 456", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bambu_credentials_get_token (credentials), ==, "tfa-token");
  g_assert_cmpstr (bambu_credentials_get_refresh_token (credentials), ==, "tfa-refresh");
  assert_expires_in (credentials, 3600);

  assert_sent (self->web, 0, "GET", "/api/csrf", "");
  assert_sent (self->web, 1, "POST", "/api/sign-in/tfa", "{\"tfaKey\":\"key-1\",\"tfaCode\":\"123456\"}");
  headers = fake_cloud_get_request (self->web, 1)->headers;
  g_assert_cmpstr (soup_message_headers_get_list (headers, "Cookie"), ==, "bbl_csrf_token=abc%7Cdef");
  g_assert_cmpstr (soup_message_headers_get_one (headers, "x-bbl-csrf-token"), ==, "abc%7Cdef");
  g_assert_cmpuint (fake_cloud_get_count (self->web), ==, 2);
}

static void
test_tfa_answers (Fixture       *self,
                  gconstpointer  data)
{
  static const struct
  {
    guint       status;
    const char *cookie;
    const char *body;
    int         code;  /* -1: signed in */
  } answers[] = {
    { 200, "token=t", "", -1 },
    { 200, "x=y", "{\"accessToken\":\"t\"}", -1 },
    { 200, "token=", "{}", BAMBU_ERROR_PROTOCOL },
    { 200, "x=y", "", BAMBU_ERROR_PROTOCOL },
    { 200, "not a cookie", "[]", BAMBU_ERROR_PROTOCOL },
    { 400, "x=y", "{\"error\":\"wrong\"}", BAMBU_ERROR_WRONG_CODE },
    { 400, "x=y", "{\"code\":2,\"error\":\"wrong\"}", BAMBU_ERROR_WRONG_CODE },
    { 400, "x=y", "{\"code\":1,\"error\":\"too late\"}", BAMBU_ERROR_EXPIRED_CODE },
    { 401, "x=y", "", BAMBU_ERROR_WRONG_CODE },
    { 403, "x=y", "{\"error\":\"CSRF error: missing_cookie\"}", BAMBU_ERROR_FORBIDDEN },
    { 403, "x=y", "<html>Just a moment...</html>", BAMBU_ERROR_BLOCKED },
    { 429, "x=y", "{}", BAMBU_ERROR_RATE_LIMITED },
    { 502, "x=y", "", BAMBU_ERROR_SERVER },
  };

  ask_for_tfa (self);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(BambuCredentials) credentials = NULL;

      fake_cloud_reset (self->web);
      fake_cloud_reply (self->web, 200, "{}", "Set-Cookie", CSRF, NULL);
      fake_cloud_reply (self->web, answers[i].status, answers[i].body, "Set-Cookie", answers[i].cookie, NULL);
      credentials = test_try_tfa (self->login, "123456", &error);

      if (answers[i].code == -1)
        {
          g_assert_no_error (error);
          g_assert_cmpstr (bambu_credentials_get_token (credentials), ==, "t");
        }
      else
        {
          g_assert_error (error, BAMBU_ERROR, answers[i].code);
          g_assert_null (strstr (error->message, "key-1"));
        }

      g_assert_cmpuint (fake_cloud_get_count (self->web), ==, 2);
    }
}

static void
test_tfa_csrf (Fixture       *self,
               gconstpointer  data)
{
  static const char * const cookies[] = { "x=y", "bbl_csrf_token=", "bbl_csrf_token=two words", "xbbl_csrf_token=abc" };
  g_autoptr(GError) error = NULL;

  /* Not before the cloud has asked for it. */
  g_assert_null (test_try_tfa (self->login, "123456", &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST);
  g_assert_cmpuint (fake_cloud_get_count (self->web), ==, 0);
  g_clear_error (&error);

  ask_for_tfa (self);

  for (guint i = 0; i < G_N_ELEMENTS (cookies); i++)
    {
      fake_cloud_reset (self->web);
      fake_cloud_reply (self->web, 200, "{}", "Set-Cookie", cookies[i], NULL);
      g_assert_null (test_try_tfa (self->login, "123456", &error));
      g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL);
      g_assert_cmpuint (fake_cloud_get_count (self->web), ==, 1);
      g_clear_error (&error);
    }

  fake_cloud_reset (self->web);
  fake_cloud_reply (self->web, 403, "<html>Just a moment...</html>", NULL);
  g_assert_null (test_try_tfa (self->login, "123456", &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_BLOCKED);
  g_clear_error (&error);

  /* A cookie of another origin is not the one that is meant. */
  fake_cloud_reset (self->web);
  fake_cloud_reply (self->web, 302, "", "Location", fake_cloud_get_url (self->api), NULL);
  fake_cloud_reset (self->api);
  fake_cloud_reply (self->api, 200, "{}", "Set-Cookie", CSRF, NULL);
  g_assert_null (test_try_tfa (self->login, "123456", &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL);
}

static void
test_cancel (Fixture       *self,
             gconstpointer  data)
{
  for (guint step = 0; step < 4; step++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;

      ask_for_tfa (self);
      fake_cloud_reset (self->api);
      fake_cloud_reset (self->web);
      fake_cloud_reply_raw (self->api, "HTTP/1.1 200 OK\r\n", FAKE_END_HOLD);
      fake_cloud_reply_raw (self->web, "HTTP/1.1 200 OK\r\n", FAKE_END_HOLD);

      switch (step)
        {
        case 0:
          bambu_login_password_async (self->login, "x", cancellable, test_result_cb, &result);
          break;
        case 1:
          bambu_login_code_async (self->login, "1", cancellable, test_result_cb, &result);
          break;
        case 2:
          bambu_login_tfa_async (self->login, "1", cancellable, test_result_cb, &result);
          break;
        default:
          bambu_login_send_code_async (self->login, cancellable, test_result_cb, &result);
          break;
        }

      while (fake_cloud_get_count (self->api) + fake_cloud_get_count (self->web) == 0)
        g_main_context_iteration (NULL, TRUE);

      g_cancellable_cancel (cancellable);
      test_result_wait (&result);

      switch (step)
        {
        case 0:
          g_assert_null (bambu_login_password_finish (self->login, result, &error));
          break;
        case 1:
          g_assert_null (bambu_login_code_finish (self->login, result, &error));
          break;
        case 2:
          g_assert_null (bambu_login_tfa_finish (self->login, result, &error));
          break;
        default:
          g_assert_false (bambu_login_send_code_finish (self->login, result, &error));
          break;
        }

      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }

  /* What was abandoned lets go of the client. */
  test_wait_ms (50);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (write_log_cb, NULL, NULL);
  g_log_set_default_handler (log_cb, NULL);

#define ADD(name, func) g_test_add ("/bambu/login/" name, Fixture, " ada@platen.example\n", set_up, func, tear_down)
  ADD ("password", test_password);
  ADD ("password-answers", test_password_answers);
  ADD ("expiry", test_expiry);
  ADD ("code", test_code);
  ADD ("code-answers", test_code_answers);
  ADD ("send-code", test_send_code);
  ADD ("tfa", test_tfa);
  ADD ("tfa-answers", test_tfa_answers);
  ADD ("tfa-csrf", test_tfa_csrf);
  ADD ("cancel", test_cancel);
#undef ADD
  g_test_add ("/bambu/login/phone", Fixture, "+86 138-0013-8000", set_up, test_phone, tear_down);

  return g_test_run ();
}
