/* test-call.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "call-test.h"
#include "calls.h"
#include "test-result.h"

#define PLEASE_LOGIN "{\"code\":4,\"error\":\"Please login.\",\"message\":\"\"}"
#define UNAUTHORISED "{\"message\":\"edge says no\",\"code\":null,\"error\":null}"
#define HTML "<!DOCTYPE html><html><body>Something</body></html>"
#define CHALLENGE "<html><head><title>Just a moment...</title></head></html>"

static void
test_statuses (CallTest      *self,
               gconstpointer  data)
{
  static const struct
  {
    guint status;
    int   code;
    guint tries;
  } statuses[] = {
    { 300, BAMBU_ERROR_PROTOCOL, 1 },
    { 400, BAMBU_ERROR_BAD_REQUEST, 1 },
    { 402, BAMBU_ERROR_BAD_REQUEST, 1 },
    { 403, BAMBU_ERROR_FORBIDDEN, 1 },
    { 404, BAMBU_ERROR_NOT_FOUND, 1 },
    { 405, BAMBU_ERROR_BAD_REQUEST, 1 },
    { 408, BAMBU_ERROR_TIMED_OUT, 1 },
    { 409, BAMBU_ERROR_BAD_REQUEST, 1 },
    { 410, BAMBU_ERROR_NOT_FOUND, 1 },
    { 418, BAMBU_ERROR_BAD_REQUEST, 1 },
    { 422, BAMBU_ERROR_BAD_REQUEST, 1 },
    { 429, BAMBU_ERROR_RATE_LIMITED, 3 },
    { 451, BAMBU_ERROR_FORBIDDEN, 1 },
    { 500, BAMBU_ERROR_SERVER, 1 },
    { 501, BAMBU_ERROR_SERVER, 1 },
    { 502, BAMBU_ERROR_SERVER, 3 },
    { 503, BAMBU_ERROR_SERVER, 3 },
    { 504, BAMBU_ERROR_SERVER, 3 },
    { 599, BAMBU_ERROR_SERVER, 1 },
  };
  static const char * const bodies[] = {
    "{\"message\":\"permission denied\",\"code\":8,\"error\":\"Resource forbidden\"}",
    "{\"message\":null,\"code\":\"x\",\"error\":{}}",
    "{\"message\":", "[]", "null", "", "plain words",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (bodies); j++)
        {
          fake_cloud_reset (self->cloud);
          fake_cloud_reply (self->cloud, statuses[i].status, bodies[j], NULL);
          test_assert_fails (self->client, self->request, statuses[i].code);
          g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, statuses[i].tries);

          fake_cloud_reset (self->cloud);
          fake_cloud_reply (self->cloud, statuses[i].status, bodies[j], NULL);
          test_assert_fails (self->client, self->post, statuses[i].code);
          g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 1);
        }
    }

  g_assert_cmpuint (self->signed_out, ==, 0);
}

static void
test_words (CallTest      *self,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fake_cloud_reply (self->cloud, 400,
                    "{\"message\":\"field 'version'\\n\\u202e is not set\",\"code\":3,\"error\":\"x\"}", NULL);
  g_assert_null (test_send (self->client, self->request, NULL, &error));
  g_assert_nonnull (strstr (error->message, "“field 'version' is not set”"));
  g_clear_error (&error);

  /* What the cloud echoes is not passed on where it is the token. */
  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 400, "{\"message\":\"bad token secret-token\",\"error\":\"Bad.\"}", NULL);
  g_assert_null (test_send (self->client, self->request, NULL, &error));
  g_assert_null (strstr (error->message, "secret-token"));
  g_assert_nonnull (strstr (error->message, "“Bad.”"));
}

static void
test_edge (CallTest      *self,
           gconstpointer  data)
{
  static const struct
  {
    guint       status;
    const char *header;
    const char *type;
    const char *body;
    int         code;
  } answers[] = {
    { 403, "cf-mitigated", "text/html; charset=UTF-8", HTML, BAMBU_ERROR_BLOCKED },
    { 403, "cf-mitigated", "text/html", "", BAMBU_ERROR_BLOCKED },
    { 503, "cf-ray", "text/html", HTML, BAMBU_ERROR_BLOCKED },
    { 503, "cf-ray", "text/plain", "error code: 1020", BAMBU_ERROR_BLOCKED },
    { 503, "cf-ray", "text/html", "", BAMBU_ERROR_BLOCKED },
    { 429, "cf-ray", "text/html", HTML, BAMBU_ERROR_BLOCKED },
    { 429, "x", "text/html", HTML, BAMBU_ERROR_BLOCKED },
    { 200, "x", "text/html", CHALLENGE, BAMBU_ERROR_BLOCKED },
    { 401, "x", "text/html", CHALLENGE, BAMBU_ERROR_BLOCKED },
    { 403, "x", "text/html", CHALLENGE, BAMBU_ERROR_BLOCKED },
    { 503, "x", "application/json", "\xef\xbb\xbf \n<script src=\"//challenges.cloudflare.com/x\">", BAMBU_ERROR_BLOCKED },

    { 503, "cf-ray", "application/json", "{\"message\":\"down\"}", BAMBU_ERROR_SERVER },
    { 429, "cf-ray", "application/json", "{\"message\":\"slowly\"}", BAMBU_ERROR_RATE_LIMITED },
    { 429, "cf-ray", "application/json", "", BAMBU_ERROR_RATE_LIMITED },
    { 403, "cf-ray", "application/json", "{\"message\":\"no\"}", BAMBU_ERROR_FORBIDDEN },
    { 403, "x", "text/html", HTML, BAMBU_ERROR_FORBIDDEN },
    { 404, "cf-ray", "text/html", HTML, BAMBU_ERROR_NOT_FOUND },
    { 502, "cf-ray", "text/html", HTML, BAMBU_ERROR_SERVER },
    { 200, "cf-ray", "text/html", HTML, BAMBU_ERROR_PROTOCOL },
    { 200, "cf-ray", "application/json", HTML, BAMBU_ERROR_PROTOCOL },
    { 200, "cf-ray", "text/html", "\xef\xbb\xbf", BAMBU_ERROR_PROTOCOL },
    { 200, "cf-ray", "application/json", "", BAMBU_ERROR_PROTOCOL },
    { 200, "cf-ray", "application/json", " \r\n\t", BAMBU_ERROR_PROTOCOL },
    { 200, "cf-ray", "text/plain", "OK", BAMBU_ERROR_PROTOCOL },
    { 204, "cf-ray", "application/json", "", BAMBU_ERROR_PROTOCOL },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      fake_cloud_reset (self->cloud);
      fake_cloud_reply (self->cloud, answers[i].status, answers[i].body,
                        answers[i].header, "8f1c2d-FRA", "Content-Type", answers[i].type, NULL);
      test_assert_fails (self->client, self->request, answers[i].code);

      /* Asking again would not make a friend of the edge. */
      if (answers[i].code == BAMBU_ERROR_BLOCKED)
        g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 1);
    }

  /* A project may well be called so. */
  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 200, "{\"name\":\"Just a moment... challenges.cloudflare.com\"}",
                    "Content-Type", "text/html", NULL);
  text = test_send (self->client, self->request, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (text);
}

static void
test_refused_with_success (CallTest      *self,
                           gconstpointer  data)
{
  fake_cloud_reply (self->cloud, 200, "{\"message\":\"no such thing\",\"code\":7,\"error\":\"Not found\"}", NULL);
  test_assert_fails (self->client, self->request, BAMBU_ERROR_BAD_REQUEST);

  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 200, PLEASE_LOGIN, NULL);
  test_assert_fails (self->client, self->request, BAMBU_ERROR_BAD_REQUEST);
  g_assert_cmpuint (self->signed_out, ==, 0);
}

static void
test_retry (CallTest      *self,
            gconstpointer  data)
{
  gint64 first;
  gint64 second;

  bambu_client_set_limits (self->client, &bambu_limits_default, 100);
  fake_cloud_reply_raw (self->cloud, "", FAKE_END_CLOSE);
  fake_cloud_reply (self->cloud, 503, "", NULL);
  fake_cloud_reply (self->cloud, 200, CALL_TEST_GOOD, NULL);
  call_test_assert_good (self);

  g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 3);
  first = fake_cloud_get_request (self->cloud, 1)->time - fake_cloud_get_request (self->cloud, 0)->time;
  second = fake_cloud_get_request (self->cloud, 2)->time - fake_cloud_get_request (self->cloud, 1)->time;
  g_assert_cmpint (first, >=, 75 * 1000);
  g_assert_cmpint (second, >=, 150 * 1000);
}

static void
test_waits (CallTest      *self,
            gconstpointer  data)
{
  g_autoptr(GHashTable) different = g_hash_table_new (NULL, NULL);

  bambu_client_set_limits (self->client, &bambu_limits_default, 1000);

  for (guint i = 0; i < 100; i++)
    {
      guint first = bambu_client_get_wait (self->client, 1);
      guint second = bambu_client_get_wait (self->client, 2);

      g_assert_cmpuint (first, >=, 750);
      g_assert_cmpuint (first, <=, 1250);
      g_assert_cmpuint (second, >=, 1500);
      g_assert_cmpuint (second, <=, 2500);
      g_hash_table_add (different, GUINT_TO_POINTER (first));
    }

  g_assert_cmpuint (g_hash_table_size (different), >, 10);
}

static char *
format_date (gint64 seconds)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr(GDateTime) then = g_date_time_add_seconds (now, seconds);

  return soup_date_time_to_string (then, SOUP_DATE_HTTP);
}

static void
test_retry_after (CallTest      *self,
                  gconstpointer  data)
{
  static const char * const senseless[] = { "soon", "-5", "1.5", "", "99999999999999999999999999" };
  g_autoptr(GError) error = NULL;
  g_autofree char *near = NULL;
  g_autofree char *far = format_date (600);
  g_autofree char *past = format_date (-600);
  gint64 start = g_get_monotonic_time ();

  fake_cloud_reply (self->cloud, 429, "{}", "Retry-After", "1", NULL);
  fake_cloud_reply (self->cloud, 200, CALL_TEST_GOOD, NULL);
  call_test_assert_good (self);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 1000 * 1000);

  start = g_get_monotonic_time ();
  near = format_date (3);
  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 503, "{}", "Retry-After", near, NULL);
  fake_cloud_reply (self->cloud, 200, CALL_TEST_GOOD, NULL);
  call_test_assert_good (self);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 900 * 1000);

  start = g_get_monotonic_time ();
  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 503, "{}", "Retry-After", past, NULL);
  fake_cloud_reply (self->cloud, 200, CALL_TEST_GOOD, NULL);
  call_test_assert_good (self);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);

  /* Longer than anyone should be kept waiting: told instead. */
  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 429, "{}", "Retry-After", "61", NULL);
  g_assert_null (test_send (self->client, self->request, NULL, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_RATE_LIMITED);
  g_assert_nonnull (strstr (error->message, "61 s"));
  g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 1);

  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 503, "{}", "Retry-After", far, NULL);
  test_assert_fails (self->client, self->request, BAMBU_ERROR_SERVER);
  g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 1);

  for (guint i = 0; i < G_N_ELEMENTS (senseless); i++)
    {
      fake_cloud_reset (self->cloud);
      fake_cloud_reply (self->cloud, 503, "{}", "Retry-After", senseless[i], NULL);
      test_assert_fails (self->client, self->request, BAMBU_ERROR_SERVER);
      g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 3);
    }
}

static void
test_signed_out (CallTest      *self,
                 gconstpointer  data)
{
  fake_cloud_reply (self->cloud, 401, PLEASE_LOGIN, NULL);
  test_assert_fails (self->client, self->request, BAMBU_ERROR_SIGNED_OUT);
  g_assert_cmpuint (self->signed_out, ==, 1);
  g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 1);
  g_assert_cmpstr (bambu_client_get_token (self->client), ==, "secret-token");

  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 401, "{\"code\":\"4\",\"error\":\"Please login.\",\"message\":null}", NULL);
  test_assert_fails (self->client, self->post, BAMBU_ERROR_SIGNED_OUT);
  g_assert_cmpuint (self->signed_out, ==, 2);
}

static void
test_no_token (CallTest      *self,
               gconstpointer  data)
{
  static const char * const tokens[] = { NULL, "", "two words", "line\r\nX-Evil: 1", "ümlaut", "tab\there" };

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      bambu_client_set_token (self->client, tokens[i]);
      test_assert_fails (self->client, self->request, BAMBU_ERROR_SIGNED_OUT);
    }

  g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 0);
  g_assert_cmpuint (self->signed_out, ==, 0);

  bambu_client_set_token (self->client, "  pasted-token\n");
  fake_cloud_reply (self->cloud, 200, CALL_TEST_GOOD, NULL);
  call_test_assert_good (self);
  g_assert_cmpstr (fake_cloud_get_request (self->cloud, 0)->authorization, ==, "Bearer pasted-token");
}

static void
test_doubt (CallTest      *self,
            gconstpointer  data)
{
  g_autoptr(BambuRequest) account = bambu_request_account ();
  const char *path = "/v1/design-user-service/my/preference";

  /* A blip. */
  fake_cloud_reply (self->cloud, 401, UNAUTHORISED, NULL);
  fake_cloud_reply (self->cloud, 200, CALL_TEST_GOOD, NULL);
  call_test_assert_good (self);

  /* The account is fine: it is this one thing that is not allowed. */
  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 401, UNAUTHORISED, NULL);
  fake_cloud_reply (self->cloud, 401, "", NULL);
  fake_cloud_reply (self->cloud, 200, "{\"uid\":1}", NULL);
  test_assert_fails (self->client, self->request, BAMBU_ERROR_FORBIDDEN);
  g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 3);
  g_assert_cmpstr (fake_cloud_get_request (self->cloud, 2)->path, ==, path);
  g_assert_cmpstr (fake_cloud_get_request (self->cloud, 2)->authorization, ==, "Bearer secret-token");

  /* The account is troubled as well. */
  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 401, UNAUTHORISED, NULL);
  test_assert_fails (self->client, self->request, BAMBU_ERROR_SERVER);
  g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 3);

  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 401, UNAUTHORISED, NULL);
  fake_cloud_reply (self->cloud, 401, HTML, "Content-Type", "text/html", NULL);
  fake_cloud_reply (self->cloud, 403, CHALLENGE, "Content-Type", "text/html", NULL);
  test_assert_fails (self->client, self->request, BAMBU_ERROR_BLOCKED);

  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 401, UNAUTHORISED, NULL);
  fake_cloud_reply (self->cloud, 401, UNAUTHORISED, NULL);
  fake_cloud_reply_raw (self->cloud, "", FAKE_END_CLOSE);
  test_assert_fails (self->client, self->request, BAMBU_ERROR_OFFLINE);

  /* The account itself cannot be asked to confirm itself. */
  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 401, UNAUTHORISED, NULL);
  test_assert_fails (self->client, account, BAMBU_ERROR_SERVER);
  g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 2);

  /* What is not safe to repeat is only confirmed. */
  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 401, UNAUTHORISED, NULL);
  fake_cloud_reply (self->cloud, 200, "{\"uid\":1}", NULL);
  test_assert_fails (self->client, self->post, BAMBU_ERROR_FORBIDDEN);
  g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 2);
  g_assert_cmpstr (fake_cloud_get_request (self->cloud, 1)->path, ==, path);

  g_assert_cmpuint (self->signed_out, ==, 0);

  /* And the one that is a sign-out after all. */
  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 401, UNAUTHORISED, NULL);
  fake_cloud_reply (self->cloud, 401, UNAUTHORISED, NULL);
  fake_cloud_reply (self->cloud, 401, PLEASE_LOGIN, NULL);
  test_assert_fails (self->client, self->request, BAMBU_ERROR_SIGNED_OUT);
  g_assert_cmpuint (self->signed_out, ==, 1);
}

static void
test_not_this_token (CallTest      *self,
                     gconstpointer  data)
{
  g_autoptr(FakeCloud) other = fake_cloud_new ();
  g_autoptr(BambuRequest) anonymous = bambu_request_new (BAMBU_HOST_API, "GET", "/open");

  /* Where the token was not sent, nothing can be said against it. */
  fake_cloud_reply (self->cloud, 302, "", "Location", fake_cloud_get_url (other), NULL);
  fake_cloud_reply (other, 401, PLEASE_LOGIN, NULL);
  test_assert_fails (self->client, self->request, BAMBU_ERROR_FORBIDDEN);

  bambu_request_set_anonymous (anonymous);
  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 401, PLEASE_LOGIN, NULL);
  test_assert_fails (self->client, anonymous, BAMBU_ERROR_SERVER);
  g_assert_null (fake_cloud_get_request (self->cloud, 0)->authorization);

  g_assert_cmpuint (self->signed_out, ==, 0);
}

/* Someone signs in again while an old call is under way. */
static void
test_replaced_token (CallTest      *self,
                     gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  fake_cloud_reply (self->cloud, 401, PLEASE_LOGIN, NULL);
  bambu_client_send_async (self->client, self->request, NULL, test_result_cb, &result);
  bambu_client_set_token (self->client, "newer-token");

  g_assert_null (bambu_client_send_finish (self->client, test_result_wait (&result), &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_SIGNED_OUT);
  g_assert_cmpuint (self->signed_out, ==, 0);
}

/* What the worker thread and the test share. */
/* What comes out is the cloud's text, byte for byte, but for what is no UTF-8. */
static void
test_text (CallTest      *self,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) text = NULL;
  const char *expected = "{ \"n\" : 0.10, \"s\":\"\xef\xbf\xbd\\u00e9\" }\n";

  fake_cloud_reply (self->cloud, 200, "{ \"n\" : 0.10, \"s\":\"\xff\\u00e9\" }\n", NULL);
  text = test_send (self->client, self->request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (text, NULL), g_bytes_get_size (text), expected, strlen (expected));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/bambu/call/" name, CallTest, NULL, call_test_set_up, func, call_test_tear_down)
  ADD ("statuses", test_statuses);
  ADD ("words", test_words);
  ADD ("edge", test_edge);
  ADD ("refused-with-success", test_refused_with_success);
  ADD ("retry", test_retry);
  ADD ("waits", test_waits);
  ADD ("retry-after", test_retry_after);
  ADD ("signed-out", test_signed_out);
  ADD ("no-token", test_no_token);
  ADD ("doubt", test_doubt);
  ADD ("not-this-token", test_not_this_token);
  ADD ("replaced-token", test_replaced_token);
  ADD ("text", test_text);
#undef ADD

  return g_test_run ();
}
