/* test-faults.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "answer.h"

#define BIND "/v1/iot-service/api/user/bind"
#define PRINT "/v1/iot-service/api/user/print"

static void
test_status (TestCloud *cloud)
{
  g_autoptr(Answer) failed = NULL;
  g_autoptr(Answer) other = NULL;

  test_cloud_fault (cloud, "{\"path\":\"" BIND "\",\"status\":503,\"headers\":{\"Retry-After\":\"7\"}}");
  failed = ask (cloud, "GET", BIND, NULL);
  other = ask (cloud, "GET", PRINT, NULL);

  assert_fails (failed, 503, 503);
  g_assert_cmpstr (answer_get (failed, "Retry-After"), ==, "7");
  g_assert_cmpuint (other->status, ==, 200);

  test_cloud_clear_faults (cloud);
  answer_free (g_steal_pointer (&failed));
  failed = ask (cloud, "GET", BIND, NULL);
  g_assert_cmpuint (failed->status, ==, 200);
}

static void
test_body (TestCloud *cloud)
{
  g_autoptr(Answer) html = NULL;
  g_autoptr(Answer) broken = NULL;
  g_autoptr(Answer) empty = NULL;

  test_cloud_fault (cloud, "{\"status\":403,\"body\":\"<html>Just a moment...</html>\",\"headers\":{\"cf-mitigated\":\"challenge\"},\"times\":1}");
  html = ask (cloud, "GET", BIND, NULL);
  g_assert_cmpuint (html->status, ==, 403);
  assert_text (html, "<html>Just a moment...</html>");
  g_assert_true (g_str_has_prefix (answer_get (html, "Content-Type"), "text/html"));
  g_assert_cmpstr (answer_get (html, "cf-mitigated"), ==, "challenge");

  test_cloud_fault (cloud, "{\"body\":\"{\\\"devices\\\":[\",\"times\":1}");
  broken = ask (cloud, "GET", BIND, NULL);
  g_assert_cmpuint (broken->status, ==, 200);
  assert_text (broken, "{\"devices\":[");

  test_cloud_fault (cloud, "{\"status\":401,\"body\":\"\",\"times\":1}");
  empty = ask (cloud, "GET", BIND, NULL);
  g_assert_cmpuint (empty->status, ==, 401);
  assert_text (empty, "");
}

static void
test_matching (TestCloud *cloud)
{
  static const struct { const char *fault; const char *method; const char *path; gboolean matches; } cases[] = {
    { "{\"status\":418}", "GET", BIND, TRUE },
    { "{\"status\":418,\"method\":\"POST\"}", "GET", BIND, FALSE },
    { "{\"status\":418,\"method\":\"get\"}", "GET", BIND, TRUE },
    { "{\"status\":418,\"path\":\"" BIND "\"}", "GET", PRINT, FALSE },
    { "{\"status\":418,\"path\":\"/v1/iot-service/*\"}", "GET", PRINT, TRUE },
    { "{\"status\":418,\"path\":\"*/user/print\"}", "GET", PRINT "?force=true", TRUE },
    { "{\"status\":418,\"path\":\"*?force=true\"}", "GET", PRINT "?force=true", TRUE },
    { "{\"status\":418,\"path\":\"*?force=true\"}", "GET", PRINT, FALSE },
    { "{\"status\":418,\"path\":\"/v1/user\"}", "GET", "/v1/user-service/my/tasks", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Answer) answer = NULL;

      test_cloud_fault (cloud, cases[i].fault);
      answer = ask (cloud, cases[i].method, cases[i].path, NULL);
      g_assert_cmpuint (answer->status, ==, cases[i].matches ? 418 : 200);
      test_cloud_clear_faults (cloud);
    }
}

static void
test_times (TestCloud *cloud)
{
  static const guint statuses[] = { 500, 500, 429, 200 };

  test_cloud_fault (cloud, "{\"path\":\"" BIND "\",\"status\":500,\"times\":2}");
  test_cloud_fault (cloud, "{\"path\":\"" BIND "\",\"status\":429,\"times\":1}");
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr(Answer) answer = ask (cloud, "GET", BIND, NULL);

      g_assert_cmpuint (answer->status, ==, statuses[i]);
    }
}

static void
test_redirect (TestCloud *cloud)
{
  g_autoptr(Answer) found = NULL;
  g_autoptr(Answer) moved = NULL;

  test_cloud_fault (cloud, "{\"redirect\":\"http://localhost:9/elsewhere\",\"times\":1}");
  found = ask (cloud, "GET", BIND, NULL);
  g_assert_cmpuint (found->status, ==, 302);
  g_assert_cmpstr (answer_get (found, "Location"), ==, "http://localhost:9/elsewhere");

  test_cloud_fault (cloud, "{\"redirect\":\"/there\",\"status\":308,\"times\":1}");
  moved = ask (cloud, "GET", BIND, NULL);
  g_assert_cmpuint (moved->status, ==, 308);
  g_assert_cmpstr (answer_get (moved, "Location"), ==, "/there");
}

static void
test_delay (TestCloud *cloud)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr(Answer) late = NULL;
  g_autoptr(Answer) failed = NULL;

  test_cloud_fault (cloud, "{\"path\":\"" BIND "\",\"delay_ms\":200,\"times\":1}");
  late = ask (cloud, "GET", BIND, NULL);
  g_assert_cmpuint (late->status, ==, 200);
  g_assert_cmpuint (count (late->object, "devices"), ==, 6);
  g_assert_cmpint (g_get_monotonic_time () - begin, >=, 200000);

  test_cloud_fault (cloud, "{\"path\":\"" BIND "\",\"delay_ms\":10,\"status\":502,\"times\":1}");
  failed = ask (cloud, "GET", BIND, NULL);
  g_assert_cmpuint (failed->status, ==, 502);
}

static GError *
ask_dropped (TestCloud  *cloud,
             const char *url)
{
  const char * const headers[] = { "Authorization", "Bearer " TEST_CLOUD_TOKEN, NULL };
  GError *error = NULL;
  g_autoptr(Answer) answer = NULL;

  answer = ask_full (cloud, "GET", url, NULL, *url == '/' ? headers : NULL, &error);
  g_assert_null (answer);

  return error;
}

static void
test_drop (TestCloud *cloud)
{
  g_autoptr(GError) in_body = NULL;
  g_autoptr(GError) before_body = NULL;
  g_autoptr(Answer) whole = NULL;
  g_autoptr(Answer) next = NULL;

  test_cloud_fault (cloud, "{\"path\":\"" BIND "\",\"drop_after\":100,\"times\":1}");
  in_body = ask_dropped (cloud, BIND);
  g_assert_nonnull (in_body);

  test_cloud_fault (cloud, "{\"path\":\"" BIND "\",\"drop_after\":0,\"times\":1}");
  before_body = ask_dropped (cloud, BIND);
  g_assert_nonnull (before_body);

  test_cloud_fault (cloud, "{\"path\":\"" BIND "\",\"drop_after\":1000000,\"times\":1}");
  whole = ask (cloud, "GET", BIND, NULL);
  g_assert_cmpuint (whole->status, ==, 200);

  next = ask (cloud, "GET", BIND, NULL);
  g_assert_cmpuint (next->status, ==, 200);
}

static char *
dup_thumbnail (TestCloud *cloud)
{
  g_autoptr(Answer) print = ask (cloud, "GET", PRINT, NULL);

  return g_strdup (text_of (element (print->object, "devices", 0), "thumbnail"));
}

static void
test_store (TestCloud *cloud)
{
  g_autofree char *url = dup_thumbnail (cloud);
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) dropped = NULL;
  g_autoptr(Answer) garbage = NULL;
  g_autoptr(Answer) gone = NULL;

  test_cloud_fault (cloud, "{\"path\":\"/model/*.png\",\"status\":404,\"times\":1}");
  gone = ask_full (cloud, "GET", url, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (gone->status, ==, 404);

  test_cloud_fault (cloud, "{\"path\":\"/model/*.png\",\"body\":\"no picture\",\"headers\":{\"Content-Type\":\"image/png\"},\"times\":1}");
  garbage = ask_full (cloud, "GET", url, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_text (garbage, "no picture");
  g_assert_cmpstr (answer_get (garbage, "Content-Type"), ==, "image/png");

  test_cloud_fault (cloud, "{\"path\":\"/model/*.png\",\"drop_after\":500,\"times\":1}");
  dropped = ask_dropped (cloud, url);
  g_assert_nonnull (dropped);
}

static void
test_misspelt (TestCloud *cloud)
{
  static const char * const faults[] = {
    "", "[]", "{\"statsu\":500}", "{\"status\":100}", "{\"headers\":{\"Retry-After\":1}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr(Answer) answer = ask (cloud, "POST", "/_demo/faults", faults[i]);

      g_assert_cmpuint (answer->status, ==, 400);
      g_assert_nonnull (text_of (answer->object, "error"));
    }
}

static void
test_list (TestCloud *cloud)
{
  g_autoptr(Answer) faults = NULL;

  test_cloud_fault (cloud, "{\"path\":\"" BIND "\",\"status\":500,\"times\":2}");
  faults = ask (cloud, "GET", "/_demo/faults", NULL);
  g_assert_cmpuint (count (faults->object, "faults"), ==, 1);
  g_assert_cmpint (number_of (element (faults->object, "faults", 0), "times"), ==, 2);
}

static void
test_requests (TestCloud *cloud)
{
  g_autofree char *url = dup_thumbnail (cloud);
  g_autoptr(JsonNode) node = NULL;
  g_autoptr(Answer) with_token = NULL;
  g_autoptr(Answer) without = NULL;
  g_autoptr(Answer) picture = NULL;
  g_autoptr(GError) error = NULL;
  JsonArray *requests;
  JsonObject *request;

  test_cloud_clear_requests (cloud);
  with_token = ask (cloud, "GET", PRINT "?force=true", NULL);
  without = ask_full (cloud, "POST", "/v1/user-service/user/login", "{}", NULL, &error);
  g_assert_no_error (error);
  picture = ask_full (cloud, "GET", url, NULL, NULL, &error);
  g_assert_no_error (error);

  node = test_cloud_get_requests (cloud);
  requests = json_node_get_array (node);
  g_assert_cmpuint (json_array_get_length (requests), ==, 3);

  request = json_array_get_object_element (requests, 0);
  assert_shape (request, "method:s path:s query:s status:i token:b server:s user_agent:sn");
  g_assert_cmpstr (text_of (request, "path"), ==, PRINT);
  g_assert_cmpstr (text_of (request, "query"), ==, "force=true");
  g_assert_cmpint (number_of (request, "status"), ==, 200);
  g_assert_true (json_object_get_boolean_member (request, "token"));

  request = json_array_get_object_element (requests, 1);
  g_assert_cmpstr (text_of (request, "method"), ==, "POST");
  g_assert_cmpint (number_of (request, "status"), ==, 400);
  g_assert_false (json_object_get_boolean_member (request, "token"));

  request = json_array_get_object_element (requests, 2);
  g_assert_cmpstr (text_of (request, "server"), ==, "store");
  g_assert_cmpint (number_of (request, "status"), ==, 200);

  g_assert_cmpuint (test_cloud_count_requests (cloud, "GET", NULL), ==, 2);
  g_assert_cmpuint (test_cloud_count_requests (cloud, NULL, "*/print"), ==, 1);
  g_assert_cmpuint (test_cloud_count_tokens (cloud, NULL), ==, 1);
  g_assert_cmpuint (test_cloud_count_tokens (cloud, "/model/*"), ==, 0);
}

static void
test_clock (TestCloud *cloud)
{
  g_autoptr(Answer) before = ask (cloud, "GET", "/_demo/clock", NULL);
  g_autoptr(Answer) backwards = ask (cloud, "POST", "/_demo/clock", "{\"advance\":-1}");
  g_autoptr(Answer) nothing = ask (cloud, "POST", "/_demo/clock", "{}");
  g_autoptr(Answer) after = ask (cloud, "POST", "/_demo/clock", "{\"advance\":3600}");
  g_autoptr(GDateTime) first = g_date_time_new_from_iso8601 (text_of (before->object, "time"), NULL);
  g_autoptr(GDateTime) second = g_date_time_new_from_iso8601 (text_of (after->object, "time"), NULL);
  GTimeSpan passed = g_date_time_difference (second, first) / G_TIME_SPAN_SECOND;

  g_assert_cmpuint (backwards->status, ==, 400);
  g_assert_cmpuint (nothing->status, ==, 400);
  g_assert_cmpint (passed, >=, 3600);
  g_assert_cmpint (passed, <, 3660);
}

static const CloudTest tests[] = {
  { "status", test_status },
  { "body", test_body },
  { "matching", test_matching },
  { "times", test_times },
  { "redirect", test_redirect },
  { "delay", test_delay },
  { "drop", test_drop },
  { "store", test_store },
  { "misspelt", test_misspelt },
  { "list", test_list },
  { "requests", test_requests },
  { "clock", test_clock },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_tests ("faults", tests, G_N_ELEMENTS (tests));

  return g_test_run ();
}
