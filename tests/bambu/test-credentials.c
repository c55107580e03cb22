/* test-credentials.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-error.h"
#include "bambu-login.h"

/* {"exp":1699999999,"sub":"x"…} in each length that padding makes a difference to. */
static void
test_jwt (void)
{
  static const char * const payloads[] = { "{\"exp\":1699999999}", "{\"exp\":1699999999,"
                                           "\"a\":1}", "{\"exp\":1699999999,\"a\":\"?>~\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (payloads); i++)
    {
      g_autofree char *encoded = g_base64_encode ((const guchar *) payloads[i], strlen (payloads[i]));
      g_autofree char *token = NULL;
      g_autoptr(BambuCredentials) credentials = NULL;
      char *padding;

      g_strdelimit (g_strdelimit (encoded, "+", '-'), "/", '_');

      if ((padding = strchr (encoded, '=')))
        *padding = '\0';

      token = g_strdup_printf ("eyJhbGciOiJIUzI1NiJ9.%s.c2ln", encoded);
      credentials = bambu_credentials_new (token, NULL, NULL);
      g_assert_nonnull (bambu_credentials_get_expires (credentials));
      g_assert_cmpint (g_date_time_to_unix (bambu_credentials_get_expires (credentials)), ==, 1699999999);
    }
}

static BambuCredentials *
read_answer (const char  *text,
             GError     **error)
{
  g_autoptr(GBytes) answer = g_bytes_new_static (text, strlen (text));

  return bambu_credentials_new_from_answer (answer, error);
}

static void
test_answer (void)
{
  static const char * const wrong[] = {
    "", "{}", "[]", "null", "<html>", "{\"accessToken\": \"\"}", "{\"accessToken\": null, \"refreshToken\": \"secret\"}",
    "{\"accessToken\": {}}", "{\"accessToken\": \"secret\"", "{\"accessToken\": \"secret\"} {}",
  };
  g_autoptr(BambuCredentials) credentials = NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr(GError) error = NULL;

  credentials = read_answer ("{\"accessToken\": \"a\", \"refreshToken\": \"b\", \"expiresIn\": \"7776000\"}", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bambu_credentials_get_token (credentials), ==, "a");
  g_assert_cmpstr (bambu_credentials_get_refresh_token (credentials), ==, "b");
  g_assert_cmpint (g_date_time_difference (bambu_credentials_get_expires (credentials), now) / G_TIME_SPAN_DAY, >=, 89);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_null (read_answer (wrong[i], &error));
      g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL);
      g_assert_null (strstr (error->message, "secret"));
      g_clear_error (&error);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bambu/credentials/jwt", test_jwt);
  g_test_add_func ("/bambu/credentials/answer", test_answer);

  return g_test_run ();
}
