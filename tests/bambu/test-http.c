/* test-http.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-client-private.h"
#include "bambu-error.h"
#include "bambu-exchange.h"
#include "bambu-http.h"
#include "bambu-proxies.h"
#include "bambu-request-private.h"
#include "bambu-secret.h"
#include "test-result.h"

static void
test_base (void)
{
  static const struct
  {
    const char *address;
    const char *expected;
  } addresses[] = {
    { "https://api.bambulab.com", "https://api.bambulab.com" },
    { "https://api.bambulab.com/", "https://api.bambulab.com" },
    { "https://example.com:8443/base//", "https://example.com:8443/base" },
    { "HTTPS://Example.com", "https://Example.com" },
    { "http://127.0.0.1:8080", "http://127.0.0.1:8080" },
    { "http://127.9.9.9:8080", "http://127.9.9.9:8080" },
    { "http://localhost:8080/", "http://localhost:8080" },
    { "http://[::1]:8080", "http://[::1]:8080" },
    { "http://example.com", NULL },
    { "http://127.0.0.1.example.com", NULL },
    { "http://localhost.example.com", NULL },
    { "http://10.0.0.1", NULL },
    { "http://0.0.0.0", NULL },
    { "http://[::2]", NULL },
    { "https://user@example.com", NULL },
    { "https://user:word@example.com", NULL },
    { "https://example.com/?a=b", NULL },
    { "https://example.com/#a", NULL },
    { "https://", NULL },
    { "ftp://127.0.0.1", NULL },
    { "file:///etc/passwd", NULL },
    { "example.com", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(BambuClient) client = bambu_client_new (BAMBU_REGION_GLOBAL, addresses[i].address, NULL, &error);

      if (addresses[i].expected == NULL)
        {
          g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST);
          g_assert_null (client);
        }
      else
        {
          g_assert_no_error (error);
          g_assert_cmpstr (bambu_client_get_api_url (client), ==, addresses[i].expected);
        }
    }
}

static void
test_follow (void)
{
  static const struct
  {
    const char *from;
    const char *location;
    const char *expected;
  } redirects[] = {
    { "https://a.example/x/y?q", "z", "https://a.example/x/z" },
    { "https://a.example/x", "/z?a=b%2Fc", "https://a.example/z?a=b%2Fc" },
    { "https://a.example/x", "//b.example/", "https://b.example/" },
    { "https://a.example/x", "https://b.example/", "https://b.example/" },
    { "http://127.0.0.1:1/x", "http://localhost:2/", "http://localhost:2/" },
    { "http://127.0.0.1:1/x", "https://b.example/", "https://b.example/" },
    { "https://localhost:1/x", "http://127.0.0.1:2/", "http://127.0.0.1:2/" },
    { "https://a.example/x", "http://a.example/x", NULL },
    { "https://a.example/x", "http://127.0.0.1/", NULL },
    { "http://127.0.0.1/x", "http://a.example/", NULL },
    { "https://a.example/x", "https://user:word@a.example/", NULL },
    { "https://a.example/x", "javascript:alert(1)", NULL },
    { "https://a.example/x", "https://", NULL },
    { "https://a.example/x", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (redirects); i++)
    {
      g_autoptr(GUri) from = g_uri_parse (redirects[i].from, SOUP_HTTP_URI_FLAGS, NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(GUri) uri = bambu_http_follow (from, redirects[i].location, &error);

      if (redirects[i].expected == NULL)
        {
          g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL);
        }
      else
        {
          g_autofree char *string = NULL;

          g_assert_no_error (error);
          string = g_uri_to_string (uri);
          g_assert_cmpstr (string, ==, redirects[i].expected);
        }
    }
}

static void
test_origins (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean    same;
  } pairs[] = {
    { "https://a.example/", "https://a.example/x?y", TRUE },
    { "https://a.example/", "https://A.Example:443/", TRUE },
    { "http://a.example/", "http://a.example:80/", TRUE },
    { "https://a.example/", "http://a.example/", FALSE },
    { "https://a.example/", "https://a.example:8443/", FALSE },
    { "https://a.example/", "https://b.a.example/", FALSE },
    { "https://a.example/", "https://a.example.evil/", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr(GUri) a = g_uri_parse (pairs[i].a, SOUP_HTTP_URI_FLAGS, NULL);
      g_autoptr(GUri) b = g_uri_parse (pairs[i].b, SOUP_HTTP_URI_FLAGS, NULL);

      g_assert_cmpint (bambu_http_is_same_origin (a, b), ==, pairs[i].same);
      g_assert_cmpint (bambu_http_is_same_origin (b, a), ==, pairs[i].same);
    }
}

static void
test_retry_after (void)
{
  static const struct
  {
    const char *value;
    const char *date;
    gint64      expected;
  } values[] = {
    { "0", NULL, 0 },
    { "30", NULL, 30 },
    { "3600", NULL, 3600 },
    { "Tue, 03 Nov 2026 12:00:30 GMT", NULL, 30 },
    { "Tue, 03 Nov 2026 11:00:00 GMT", NULL, 0 },

    /* The cloud's clock, not ours. */
    { "Tue, 03 Nov 2026 15:00:30 GMT", "Tue, 03 Nov 2026 15:00:00 GMT", 30 },
    { "Tue, 03 Nov 2026 12:00:30 GMT", "no date", 30 },
    { "-1", NULL, -1 },
    { "1.5", NULL, -1 },
    { "later", NULL, -1 },
    { "", NULL, -1 },
    { NULL, NULL, -1 },
  };
  g_autoptr(GDateTime) now = g_date_time_new_utc (2026, 11, 3, 12, 0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);

      if (values[i].value != NULL)
        soup_message_headers_append (headers, "Retry-After", values[i].value);

      if (values[i].date != NULL)
        soup_message_headers_append (headers, "Date", values[i].date);

      g_assert_cmpint (bambu_http_get_retry_after (headers, now), ==, values[i].expected);
      soup_message_headers_unref (headers);
    }
}

static void
test_clean_text (void)
{
  g_autofree char *nothing = bambu_http_clean_text (NULL);
  g_autofree char *empty = bambu_http_clean_text ("");
  g_autofree char *blank = bambu_http_clean_text (" \n\t\x01\xe2\x80\xae ");
  g_autofree char *lines = bambu_http_clean_text ("\n a\r\n\r\n\tb  c\x07 d \n");
  g_autofree char *bidi = bambu_http_clean_text ("a\xe2\x80\xae" "b\xe2\x80\x8b" "c");
  g_autofree char *filled = g_strnfill (500, 'a');
  g_autofree char *cut = bambu_http_clean_text (filled);

  g_assert_null (nothing);
  g_assert_null (empty);
  g_assert_null (blank);
  g_assert_cmpstr (lines, ==, "a b c d");
  g_assert_cmpstr (bidi, ==, "abc");
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 201);
  g_assert_true (g_str_has_suffix (cut, "a…"));
}

static void
test_paths (void)
{
  static const struct
  {
    const char *id;
    const char *path;
  } ids[] = {
    { "164995388", "/v1/iot-service/api/user/project/164995388" },
    { "a/b?c#d e%f", "/v1/iot-service/api/user/project/a%2Fb%3Fc%23d%20e%25f" },
    { "../../x", "/v1/iot-service/api/user/project/..%2F..%2Fx" },
    { "..", "/v1/iot-service/api/user/project/%2E%2E" },
    { ".", "/v1/iot-service/api/user/project/%2E" },
    { "é\r\n", "/v1/iot-service/api/user/project/%C3%A9%0D%0A" },
  };
  g_autoptr(BambuRequest) account = bambu_request_account ();
  g_autoptr(BambuRequest) devices = bambu_request_devices ();
  g_autoptr(BambuRequest) prints = bambu_request_prints ();
  g_autoptr(BambuRequest) projects = bambu_request_projects ();
  g_autoptr(BambuRequest) profile = bambu_request_profile ("12", "US&x=y z");
  g_autoptr(BambuRequest) presets = bambu_request_presets ();
  g_autoptr(BambuRequest) preset = bambu_request_preset ("GP/001");

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr(BambuRequest) request = bambu_request_project (ids[i].id);

      g_assert_cmpstr (bambu_request_get_path (request), ==, ids[i].path);
      g_assert_null (bambu_request_get_query (request));
    }

  g_assert_cmpstr (bambu_request_get_path (account), ==, "/v1/design-user-service/my/preference");
  g_assert_cmpstr (bambu_request_get_path (devices), ==, "/v1/iot-service/api/user/bind");
  g_assert_cmpstr (bambu_request_get_path (prints), ==, "/v1/iot-service/api/user/print");
  g_assert_cmpstr (bambu_request_get_query (prints), ==, "force=true");
  g_assert_cmpstr (bambu_request_get_path (projects), ==, "/v1/iot-service/api/user/project");
  g_assert_cmpstr (bambu_request_get_path (profile), ==, "/v1/iot-service/api/user/profile/12");
  g_assert_cmpstr (bambu_request_get_query (profile), ==, "model_id=US%26x%3Dy%20z");
  g_assert_cmpstr (bambu_request_get_path (presets), ==, "/v1/iot-service/api/slicer/setting");
  g_assert_cmpstr (bambu_request_get_query (presets), ==, "version=1.0.0.0");
  g_assert_cmpstr (bambu_request_get_path (preset), ==, "/v1/iot-service/api/slicer/setting/GP%2F001");
  g_assert_cmpstr (bambu_request_get_query (preset), ==, "version=1.0.0.0");
  g_assert_cmpint (bambu_request_refusal (preset, 400, -1), ==, BAMBU_ERROR_NOT_FOUND);
  g_assert_cmpint (bambu_request_refusal (preset, 404, -1), ==, -1);
  g_assert_cmpint (bambu_request_refusal (presets, 400, -1), ==, -1);
}

static void
test_client (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BambuClient) global = NULL;
  g_autoptr(BambuClient) china = NULL;
  g_autoptr(BambuClient) elsewhere = NULL;
  BambuRegion region = BAMBU_REGION_CHINA;

  g_unsetenv ("PLATEN_API_URL");
  g_unsetenv ("PLATEN_WEB_URL");

  global = bambu_client_new (BAMBU_REGION_GLOBAL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bambu_client_get_api_url (global), ==, "https://api.bambulab.com");
  g_assert_cmpint (bambu_client_get_region (global), ==, BAMBU_REGION_GLOBAL);
  g_assert_null (bambu_client_get_token (global));

  china = bambu_client_new (BAMBU_REGION_CHINA, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bambu_client_get_api_url (china), ==, "https://api.bambulab.cn");

  g_assert_null (bambu_client_new (BAMBU_REGION_GLOBAL, "http://example.com", NULL, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST);
  g_clear_error (&error);

  g_assert_null (bambu_client_new (BAMBU_REGION_GLOBAL, NULL, "http://example.com", &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST);
  g_clear_error (&error);

  g_setenv ("PLATEN_API_URL", "http://127.0.0.1:9/", TRUE);
  elsewhere = bambu_client_new (BAMBU_REGION_GLOBAL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bambu_client_get_api_url (elsewhere), ==, "http://127.0.0.1:9");

  g_setenv ("PLATEN_API_URL", "http://example.com", TRUE);
  g_assert_null (bambu_client_new (BAMBU_REGION_GLOBAL, NULL, NULL, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST);
  g_unsetenv ("PLATEN_API_URL");

  g_assert_cmpstr (bambu_region_to_string (BAMBU_REGION_GLOBAL), ==, "global");
  g_assert_cmpstr (bambu_region_to_string (BAMBU_REGION_CHINA), ==, "china");
  g_assert_true (bambu_region_from_string ("global", &region));
  g_assert_cmpint (region, ==, BAMBU_REGION_GLOBAL);
  g_assert_true (bambu_region_from_string ("china", &region));
  g_assert_cmpint (region, ==, BAMBU_REGION_CHINA);
  g_assert_false (bambu_region_from_string ("mars", &region));
  g_assert_false (bambu_region_from_string (NULL, &region));
  g_assert_cmpint (region, ==, BAMBU_REGION_CHINA);
}

static void
test_secret (void)
{
  g_autoptr(GBytes) bytes = bambu_secret_bytes_new_take (g_strdup ("secret"), 6);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "secret", 6);
  bambu_secret_free (NULL);
  bambu_secret_free (g_strdup ("secret"));
}

static void
assert_proxy (GProxyResolver *proxies,
              const char     *uri,
              const char     *expected)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_auto(GStrv) looked_up = NULL;
  g_auto(GStrv) awaited = NULL;
  g_autoptr(GError) error = NULL;

  looked_up = g_proxy_resolver_lookup (proxies, uri, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (looked_up[0], ==, expected);

  g_proxy_resolver_lookup_async (proxies, uri, NULL, test_result_cb, &result);
  awaited = g_proxy_resolver_lookup_finish (proxies, test_result_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (awaited[0], ==, expected);
}

/* No proxy has a way to the demo's cloud. */
static void
test_proxies (void)
{
  g_autoptr(GProxyResolver) others = g_simple_proxy_resolver_new ("http://proxy.example:3128", NULL);
  g_autoptr(GProxyResolver) proxies = bambu_proxies_new (others);
  g_autoptr(SoupSession) session = bambu_exchange_create_session ();

  assert_proxy (proxies, "http://127.0.0.1:8080", "direct://");
  assert_proxy (proxies, "http://[::1]:8080", "direct://");
  assert_proxy (proxies, "https://localhost", "direct://");
  assert_proxy (proxies, "https://api.example.com", "http://proxy.example:3128");

  g_assert_true (BAMBU_IS_PROXIES (soup_session_get_proxy_resolver (session)));
}

/* What a portal says reaches people without its name for it. */
static void
test_portal_refuses (void)
{
  g_autoptr(GError) refusal = NULL;
  g_autoptr(GError) described = NULL;

  refusal = g_dbus_error_new_for_dbus_error ("org.freedesktop.portal.Error.NotAllowed", "This call is not available");
  g_assert_nonnull (strstr (refusal->message, "GDBus.Error"));
  described = bambu_http_describe_io (refusal, "example.com", 0);

  g_assert_error (described, BAMBU_ERROR, BAMBU_ERROR_OFFLINE);
  g_assert_null (strstr (described->message, "GDBus.Error"));
  g_assert_true (g_str_has_suffix (described->message, ": This call is not available"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bambu/http/base", test_base);
  g_test_add_func ("/bambu/http/follow", test_follow);
  g_test_add_func ("/bambu/http/origins", test_origins);
  g_test_add_func ("/bambu/http/retry-after", test_retry_after);
  g_test_add_func ("/bambu/http/clean-text", test_clean_text);
  g_test_add_func ("/bambu/http/paths", test_paths);
  g_test_add_func ("/bambu/http/client", test_client);
  g_test_add_func ("/bambu/http/secret", test_secret);
  g_test_add_func ("/bambu/http/proxies", test_proxies);
  g_test_add_func ("/bambu/http/portal-refuses", test_portal_refuses);

  return g_test_run ();
}
