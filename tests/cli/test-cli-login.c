/* test-cli-login.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Signing in and out with platenctl in a terminal, and with a real keyring. Runs in a session of its own. */

#include <glib/gstdio.h>

#include "ctl-runner.h"
#include "fake-cloud.h"

#define PLEASE_LOGIN "{\"code\": 4, \"error\": \"Please login.\", \"message\": \"\"}"
#define NEEDS_CODE   "{\"accessToken\": \"\", \"loginType\": \"verifyCode\"}"
#define SIGNED_IN    "{\"accessToken\": \"secret-token\", \"refreshToken\": \"secret-token\", \"loginType\": \"\"," \
                     " \"expiresIn\": 7776000}"
#define ACCOUNT      "{\"uid\": 42, \"name\": \"Ada\"}"
#define ACCOUNT_2    "{\"uid\": 43, \"name\": \"Grace\"}"

typedef struct
{
  FakeCloud *cloud;
  CtlRunner *ctl;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->cloud = fake_cloud_new ();
  fixture->ctl = ctl_runner_new (fake_cloud_get_url (fixture->cloud));
  ctl_runner_set_env (fixture->ctl, "DBUS_SESSION_BUS_ADDRESS", g_getenv ("DBUS_SESSION_BUS_ADDRESS"));
}

/* Leaves nobody signed in. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ctl_runner_set_env (fixture->ctl, "PLATEN_TOKEN", NULL);
  ctl_runner_set_env (fixture->ctl, "DBUS_SESSION_BUS_ADDRESS", g_getenv ("DBUS_SESSION_BUS_ADDRESS"));
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "logout", NULL), ==, 0);
  ctl_runner_free (fixture->ctl);
  fake_cloud_free (fixture->cloud);
}

static void
assert_sent (Fixture    *fixture,
             guint       index,
             const char *path,
             const char *body)
{
  FakeRequest *request = fake_cloud_get_request (fixture->cloud, index);

  g_assert_cmpstr (request->path, ==, path);
  g_assert_cmpstr (request->body, ==, body);
}

/* In a terminal, a secret is asked for while nothing is shown. */
static void
answer_secret (Fixture    *fixture,
               const char *question,
               const char *answer)
{
  ctl_runner_expect (fixture->ctl, question);
  g_assert_false (ctl_runner_echoes (fixture->ctl));
  ctl_runner_type (fixture->ctl, answer);
}

static void
assert_signed_in_as (Fixture    *fixture,
                     const char *account,
                     const char *name)
{
  fake_cloud_reset (fixture->cloud);
  fake_cloud_reply (fixture->cloud, 200, account, NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "account", NULL), ==, 0);
  g_assert_nonnull (strstr (ctl_runner_get_output (fixture->ctl), name));
  g_assert_cmpstr (fake_cloud_get_request (fixture->cloud, 0)->authorization, ==, "Bearer secret-token");
}

static void
assert_signed_out (Fixture *fixture)
{
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "account", NULL), ==, 3);
  g_assert_nonnull (strstr (ctl_runner_get_errors (fixture->ctl), "platenctl login"));
}

static void
test_password_and_code (Fixture       *fixture,
                        gconstpointer  data)
{
  CtlRunner *ctl = fixture->ctl;

  if (!ctl_runner_has_terminal ())
    return;

  assert_signed_out (fixture);

  fake_cloud_reply (fixture->cloud, 200, NEEDS_CODE, NULL);
  fake_cloud_reply (fixture->cloud, 400, "{\"code\": 2}", NULL);
  fake_cloud_reply (fixture->cloud, 200, SIGNED_IN, NULL);
  fake_cloud_reply (fixture->cloud, 200, ACCOUNT, NULL);

  ctl_runner_start (ctl, "login", NULL);
  ctl_runner_expect (ctl, "[global]:");
  ctl_runner_type (ctl, "\n");
  ctl_runner_expect (ctl, "E-mail address:");
  g_assert_true (ctl_runner_echoes (ctl));
  ctl_runner_type (ctl, "ada@platen.example\n");
  answer_secret (fixture, "Password:", "pass word\n");
  ctl_runner_expect (ctl, "ada@platen.example");
  answer_secret (fixture, "Code:", "111111\n");
  answer_secret (fixture, "Code:", "123456\n");
  ctl_runner_expect (ctl, "Signed in as Ada.");
  g_assert_cmpint (ctl_runner_end (ctl), ==, 0);

  g_assert_null (strstr (ctl_runner_get_terminal (ctl), "pass word"));
  g_assert_null (strstr (ctl_runner_get_terminal (ctl), "123456"));
  g_assert_null (strstr (ctl_runner_get_terminal (ctl), "secret-token"));
  g_assert_cmpuint (fake_cloud_get_count (fixture->cloud), ==, 4);
  assert_sent (fixture, 0, "/v1/user-service/user/login",
               "{\"account\":\"ada@platen.example\",\"password\":\"pass word\"}");
  assert_sent (fixture, 2, "/v1/user-service/user/login",
               "{\"account\":\"ada@platen.example\",\"code\":\"123456\"}");

  assert_signed_in_as (fixture, ACCOUNT, "Ada");
  g_assert_nonnull (strstr (ctl_runner_get_output (ctl), "Signed in until"));
}

static void
test_wrong_password (Fixture       *fixture,
                     gconstpointer  data)
{
  if (!ctl_runner_has_terminal ())
    return;

  fake_cloud_reply (fixture->cloud, 400, "{\"code\": 2, \"error\": \"Incorrect password\"}", NULL);
  ctl_runner_start (fixture->ctl, "--region", "global", "login", "--account", "ada@platen.example", NULL);
  answer_secret (fixture, "Password:", "wrong\n");
  ctl_runner_expect (fixture->ctl, "platenctl: ");
  g_assert_cmpint (ctl_runner_end (fixture->ctl), ==, 1);
  assert_signed_out (fixture);
}

static void
test_code_only (Fixture       *fixture,
                gconstpointer  data)
{
  CtlRunner *ctl = fixture->ctl;

  if (!ctl_runner_has_terminal ())
    return;

  /* The code expires, another is sent by itself. */
  fake_cloud_reply (fixture->cloud, 200, "{}", NULL);
  fake_cloud_reply (fixture->cloud, 400, "{\"code\": 1}", NULL);
  fake_cloud_reply (fixture->cloud, 200, "{}", NULL);
  fake_cloud_reply (fixture->cloud, 200, SIGNED_IN, NULL);
  fake_cloud_reply (fixture->cloud, 200, ACCOUNT, NULL);

  ctl_runner_start (ctl, "login", "--region=global", "--code-only", "--account=ada@platen.example", NULL);
  ctl_runner_expect (ctl, "A code was sent to ada@platen.example.");
  answer_secret (fixture, "Code:", "123456\n");
  ctl_runner_expect (ctl, "A code was sent to ada@platen.example.");
  answer_secret (fixture, "Code:", "654321\n");
  ctl_runner_expect (ctl, "Signed in as Ada.");
  g_assert_cmpint (ctl_runner_end (ctl), ==, 0);
  assert_sent (fixture, 2, "/v1/user-service/user/sendemail/code",
               "{\"email\":\"ada@platen.example\",\"type\":\"codeLogin\"}");
}

static void
test_authenticator (Fixture       *fixture,
                    gconstpointer  data)
{
  CtlRunner *ctl = fixture->ctl;

  if (!ctl_runner_has_terminal ())
    return;

  fake_cloud_reply (fixture->cloud, 200, "{\"loginType\": \"tfa\", \"tfaKey\": \"key\"}", NULL);
  fake_cloud_reply (fixture->cloud, 200, "{}", "Set-Cookie", "bbl_csrf_token=csrf; Path=/; Secure", NULL);
  fake_cloud_reply (fixture->cloud, 200, "{}", "Set-Cookie", "token=secret-token; Path=/; Secure", NULL);
  fake_cloud_reply (fixture->cloud, 200, ACCOUNT, NULL);

  ctl_runner_start (ctl, "login", "--region=global", "--account=ada@platen.example", NULL);
  answer_secret (fixture, "Password:", "password\n");
  answer_secret (fixture, "authenticator:", "123456\n");
  ctl_runner_expect (ctl, "Signed in as Ada.");
  g_assert_cmpint (ctl_runner_end (ctl), ==, 0);
  assert_signed_in_as (fixture, ACCOUNT, "Ada");
}

/* One line an answer, for those who keep the password in a manager of their own. */
static void
test_piped (Fixture       *fixture,
            gconstpointer  data)
{
  fake_cloud_reply (fixture->cloud, 200, NEEDS_CODE, NULL);
  fake_cloud_reply (fixture->cloud, 200, SIGNED_IN, NULL);
  fake_cloud_reply (fixture->cloud, 200, ACCOUNT, NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, "ada@platen.example\r\npassword\r\n123456", "login", NULL), ==, 0);
  g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==, "Signed in as Ada.\n");
  g_assert_null (strstr (ctl_runner_get_errors (fixture->ctl), "Password:"));

  /* An answer is missing. */
  fake_cloud_reset (fixture->cloud);
  fake_cloud_reply (fixture->cloud, 200, NEEDS_CODE, NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, "ada@platen.example\npassword\n", "login", NULL), ==, 1);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, "", "login", NULL), ==, 1);
}

static void
test_token (Fixture       *fixture,
            gconstpointer  data)
{
  fake_cloud_reply (fixture->cloud, 401, PLEASE_LOGIN, NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, "old-token\n", "login", "--token", NULL), ==, 3);
  assert_signed_out (fixture);

  fake_cloud_reset (fixture->cloud);
  fake_cloud_reply (fixture->cloud, 200, ACCOUNT, NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, " secret-token \n", "--json", "login", "--token", NULL), ==, 0);
  g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==, ACCOUNT "\n");
  assert_signed_in_as (fixture, ACCOUNT, "Ada");
}

#define RENEWED \
  "{\"accessToken\": \"newer-token\", \"refreshToken\": \"newer-token\", \"expiresIn\": 29501294," \
  " \"refreshExpiresIn\": 29501294}"

static void
test_refresh_token (Fixture       *fixture,
                    gconstpointer  data)
{
  CtlRunner *ctl = fixture->ctl;

  g_assert_cmpint (ctl_runner_run (ctl, NULL, "refresh-token", NULL), ==, 3);

  fake_cloud_reply (fixture->cloud, 200, ACCOUNT, NULL);
  g_assert_cmpint (ctl_runner_run (ctl, "secret-token\n", "login", "--token", NULL), ==, 0);

  /* What the cloud always says: the present sign-in stays. */
  fake_cloud_reset (fixture->cloud);
  fake_cloud_reply (fixture->cloud, 401, PLEASE_LOGIN, NULL);
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "refresh-token", NULL), ==, 1);
  g_assert_nonnull (strstr (ctl_runner_get_errors (ctl), "not renewed"));
  assert_sent (fixture, 0, "/v1/user-service/user/refreshtoken", "{\"refreshToken\":\"secret-token\"}");
  g_assert_null (fake_cloud_get_request (fixture->cloud, 0)->authorization);
  assert_signed_in_as (fixture, ACCOUNT, "Ada");

  fake_cloud_reset (fixture->cloud);
  fake_cloud_reply (fixture->cloud, 200, "{\"accessToken\": \"\"}", NULL);
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "refresh-token", NULL), ==, 1);
  assert_signed_in_as (fixture, ACCOUNT, "Ada");

  /* If it ever renews one, the new one is kept, and not shown. */
  fake_cloud_reset (fixture->cloud);
  fake_cloud_reply (fixture->cloud, 200, RENEWED, NULL);
  fake_cloud_reply (fixture->cloud, 200, ACCOUNT, NULL);
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "refresh-token", NULL), ==, 0);
  g_assert_null (strstr (ctl_runner_get_output (ctl), "newer-token"));
  g_assert_nonnull (strstr (ctl_runner_get_output (ctl), "Signed in until"));
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "account", NULL), ==, 0);
  g_assert_cmpstr (fake_cloud_get_request (fixture->cloud, 2)->authorization, ==, "Bearer newer-token");
}

static void
test_refresh_env_token (Fixture       *fixture,
                        gconstpointer  data)
{
  ctl_runner_set_env (fixture->ctl, "PLATEN_TOKEN", "secret-token");
  fake_cloud_reply (fixture->cloud, 200, RENEWED, NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "refresh-token", NULL), ==, 1);
  g_assert_nonnull (strstr (ctl_runner_get_errors (fixture->ctl), "--json"));
  g_assert_cmpuint (fake_cloud_get_count (fixture->cloud), ==, 0);

  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "refresh-token", "--json", NULL), ==, 0);
  g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==, RENEWED "\n");
  assert_sent (fixture, 0, "/v1/user-service/user/refreshtoken", "{\"refreshToken\":\"secret-token\"}");
}

/* One account at a time: who signs in last is signed in, and signing out leaves nobody. */
static void
test_other_account (Fixture       *fixture,
                    gconstpointer  data)
{
  fake_cloud_reply (fixture->cloud, 200, ACCOUNT, NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, "secret-token\n", "login", "--token", NULL), ==, 0);
  fake_cloud_reset (fixture->cloud);
  fake_cloud_reply (fixture->cloud, 200, ACCOUNT_2, NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, "secret-token\n", "--region=china", "login", "--token", NULL), ==, 0);

  assert_signed_in_as (fixture, ACCOUNT_2, "china");
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "--region=global", "account", NULL), ==, 3);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "logout", NULL), ==, 0);
  assert_signed_out (fixture);
}

static void
test_logout (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "platen", "global-42", NULL);
  g_autofree char *file = g_build_filename (folder, "devices.json", NULL);

  fake_cloud_reply (fixture->cloud, 200, ACCOUNT, NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, "secret-token\n", "login", "--token", NULL), ==, 0);

  /* What the application keeps of the account goes as well. */
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "{}", -1, NULL));
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "logout", NULL), ==, 0);
  g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==, "Signed out.\n");
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  assert_signed_out (fixture);

  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "logout", NULL), ==, 0);
  g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==, "Nobody is signed in.\n");
}

/* With a token in the environment the keyring is neither read nor written. */
static void
test_env_token (Fixture       *fixture,
                gconstpointer  data)
{
  fake_cloud_reply (fixture->cloud, 200, ACCOUNT, NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, "secret-token\n", "login", "--token", NULL), ==, 0);

  ctl_runner_set_env (fixture->ctl, "PLATEN_TOKEN", "another-token");
  fake_cloud_reset (fixture->cloud);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "account", "--json", NULL), ==, 0);
  g_assert_cmpstr (fake_cloud_get_request (fixture->cloud, 0)->authorization, ==, "Bearer another-token");
  g_assert_cmpint (ctl_runner_run (fixture->ctl, "x\n", "login", "--token", NULL), ==, 1);
  g_assert_nonnull (strstr (ctl_runner_get_errors (fixture->ctl), "PLATEN_TOKEN"));
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "logout", NULL), ==, 1);
  g_assert_nonnull (strstr (ctl_runner_get_errors (fixture->ctl), "PLATEN_TOKEN"));

  ctl_runner_set_env (fixture->ctl, "PLATEN_TOKEN", NULL);
  assert_signed_in_as (fixture, ACCOUNT, "Ada");
}

static void
test_no_keyring (Fixture       *fixture,
                 gconstpointer  data)
{
  ctl_runner_set_env (fixture->ctl, "DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
  fake_cloud_reply (fixture->cloud, 200, ACCOUNT, NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, "secret-token\n", "login", "--token", NULL), ==, 1);
  g_assert_nonnull (strstr (ctl_runner_get_errors (fixture->ctl), "could not be kept"));
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "logout", NULL), ==, 1);
}

static void
lock_keyring (void)
{
  g_autoptr(GDBusConnection) bus = NULL;
  g_autoptr(GVariant) answer = NULL;
  g_autoptr(GError) error = NULL;
  static const char * const paths[] = { "/org/freedesktop/secrets/collection/login" };

  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (bus, "org.freedesktop.secrets", "/org/freedesktop/secrets",
                                        "org.freedesktop.Secret.Service", "Lock",
                                        g_variant_new ("(@ao)", g_variant_new_objv (paths, 1)),
                                        NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

/* Nobody answers the keyring's prompt: this is not the same as being signed out. */
static void
test_locked (void)
{
  g_autoptr(FakeCloud) cloud = fake_cloud_new ();
  g_autoptr(CtlRunner) ctl = ctl_runner_new (fake_cloud_get_url (cloud));

  ctl_runner_set_env (ctl, "DBUS_SESSION_BUS_ADDRESS", g_getenv ("DBUS_SESSION_BUS_ADDRESS"));
  fake_cloud_reply (cloud, 200, ACCOUNT, NULL);
  g_assert_cmpint (ctl_runner_run (ctl, "secret-token\n", "login", "--token", NULL), ==, 0);

  lock_keyring ();
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "account", NULL), ==, 1);
  g_assert_nonnull (strstr (ctl_runner_get_errors (ctl), "not unlocked"));
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "logout", NULL), ==, 1);
  g_assert_cmpint (ctl_runner_run (ctl, "secret-token\n", "login", "--token", NULL), ==, 1);
}

static void
test_interrupted (Fixture       *fixture,
                  gconstpointer  data)
{
  if (!ctl_runner_has_terminal ())
    return;

  ctl_runner_start (fixture->ctl, "login", "--region=global", "--account=ada@platen.example", NULL);
  ctl_runner_expect (fixture->ctl, "Password:");
  g_assert_false (ctl_runner_echoes (fixture->ctl));
  ctl_runner_type (fixture->ctl, "half a pass\003");
  ctl_runner_expect (fixture->ctl, "platenctl: ");
  g_assert_true (ctl_runner_echoes (fixture->ctl));
  g_assert_cmpint (ctl_runner_end (fixture->ctl), ==, 1);
  g_assert_cmpuint (fake_cloud_get_count (fixture->cloud), ==, 0);
}

static void
add (const char *path,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/cli/login/password-and-code", test_password_and_code);
  add ("/cli/login/wrong-password", test_wrong_password);
  add ("/cli/login/code-only", test_code_only);
  add ("/cli/login/authenticator", test_authenticator);
  add ("/cli/login/piped", test_piped);
  add ("/cli/login/token", test_token);
  add ("/cli/login/refresh-token", test_refresh_token);
  add ("/cli/login/refresh-env-token", test_refresh_env_token);
  add ("/cli/login/other-account", test_other_account);
  add ("/cli/login/logout", test_logout);
  add ("/cli/login/env-token", test_env_token);
  add ("/cli/login/no-keyring", test_no_keyring);
  add ("/cli/login/interrupted", test_interrupted);
  /* The last one: nothing unlocks the keyring again. */
  g_test_add_func ("/cli/login/locked", test_locked);

  return g_test_run ();
}
