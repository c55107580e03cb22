/* test-stand-in.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-call.h"
#include "bambu-json.h"
#include "calls.h"
#include "test-authority.h"
#include "test-cloud.h"

#define BIND "/v1/iot-service/api/user/bind"

typedef struct
{
  TestCloud   *cloud;
  BambuClient *client;
} Fixture;

static BambuClient *
create_client (TestCloud   *cloud,
               BambuRegion  region)
{
  static const BambuLimits limits = { .connect_ms = 2000, .answer_ms = 5000, .max_bytes = BAMBU_EXCHANGE_MAX_BYTES };
  g_autoptr(GError) error = NULL;
  BambuClient *client = bambu_client_new (region, test_cloud_get_url (cloud), NULL, &error);

  g_assert_no_error (error);
  bambu_client_set_limits (client, &limits, 20);

  return client;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->cloud = test_cloud_new (NULL);
  self->client = create_client (self->cloud, BAMBU_REGION_GLOBAL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_object_unref (self->client);
  test_cloud_free (self->cloud);
}

static JsonNode *
ask (BambuClient  *client,
     BambuRequest *request)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) text = test_send (client, request, NULL, &error);
  JsonNode *root;

  g_assert_no_error (error);
  root = bambu_json_parse (text, &error);
  g_assert_no_error (error);
  g_assert_nonnull (bambu_json_node_object (root));

  return root;
}

/* What came of a sign-in opens the account that it was for. */
static void
assert_is_signed_in (BambuClient      *client,
                     BambuCredentials *credentials,
                     const char       *name)
{
  g_autoptr(BambuRequest) request = bambu_request_account ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *found = NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  GTimeSpan left;

  g_assert_nonnull (credentials);
  g_assert_nonnull (bambu_credentials_get_expires (credentials));
  left = g_date_time_difference (bambu_credentials_get_expires (credentials), now);
  g_assert_cmpint (left / G_TIME_SPAN_DAY, >=, 80);
  g_assert_cmpint (left / G_TIME_SPAN_DAY, <, 400);

  bambu_client_set_token (client, bambu_credentials_get_token (credentials));
  root = ask (client, request);
  found = bambu_json_dup_string (bambu_json_node_object (root), "name");
  g_assert_cmpstr (found, ==, name);
}

static void
test_password (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(BambuLogin) login = bambu_login_new (self->client, "direct@platen.example");
  g_autoptr(BambuCredentials) credentials = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (test_try_password (login, "wrong", &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_WRONG_PASSWORD);
  g_clear_error (&error);

  credentials = test_try_password (login, "demo", &error);
  g_assert_no_error (error);
  assert_is_signed_in (self->client, credentials, "Mary Somerville");
}

static void
test_mail_code (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(BambuLogin) login = bambu_login_new (self->client, "demo@platen.example");
  g_autoptr(BambuCredentials) credentials = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (test_try_password (login, "demo", &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_NEEDS_CODE);
  g_clear_error (&error);

  g_assert_null (test_try_code (login, "000000", &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_WRONG_CODE);
  g_clear_error (&error);

  /* Left lying until the next day, and sent again. */
  test_cloud_advance (self->cloud, 24 * 60 * 60);
  g_assert_null (test_try_code (login, "123456", &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_EXPIRED_CODE);
  g_clear_error (&error);

  g_assert_true (test_try_send_code (login, &error));
  g_assert_no_error (error);
  credentials = test_try_code (login, "123 456", &error);
  g_assert_no_error (error);
  assert_is_signed_in (self->client, credentials, "Ada Lovelace");
}

static void
test_code_only (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(BambuLogin) login = bambu_login_new (self->client, "demo@platen.example");
  g_autoptr(BambuCredentials) credentials = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (test_try_send_code (login, &error));
  g_assert_no_error (error);
  credentials = test_try_code (login, "123456", &error);
  g_assert_no_error (error);
  assert_is_signed_in (self->client, credentials, "Ada Lovelace");
}

static void
test_authenticator (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(BambuLogin) login = bambu_login_new (self->client, "tfa@platen.example");
  g_autoptr(BambuCredentials) credentials = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (test_try_password (login, "demo", &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_NEEDS_TFA);
  g_clear_error (&error);

  g_assert_null (test_try_tfa (login, "000000", &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_WRONG_CODE);
  g_clear_error (&error);

  credentials = test_try_tfa (login, "123456", &error);
  g_assert_no_error (error);
  assert_is_signed_in (self->client, credentials, "Charles Babbage");
}

static void
test_phone (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(BambuClient) client = create_client (self->cloud, BAMBU_REGION_CHINA);
  g_autoptr(BambuLogin) login = bambu_login_new (client, "138 0013 8000");
  g_autoptr(BambuCredentials) credentials = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (bambu_login_is_phone (login));
  g_assert_true (test_try_send_code (login, &error));
  g_assert_no_error (error);
  credentials = test_try_code (login, "123456", &error);
  g_assert_no_error (error);
  assert_is_signed_in (client, credentials, "Wang Zhenyi");
}

static char *
dup_first_id (JsonNode   *root,
              const char *list,
              const char *member)
{
  JsonArray *array = bambu_json_get_array (bambu_json_node_object (root), list);
  char *id;

  g_assert_nonnull (array);
  id = bambu_json_dup_string (bambu_json_array_object (array, 0), member);
  g_assert_nonnull (id);

  return id;
}

static void
test_requests (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(BambuRequest) devices = bambu_request_devices ();
  g_autoptr(BambuRequest) prints = bambu_request_prints ();
  g_autoptr(BambuRequest) projects = bambu_request_projects ();
  g_autoptr(BambuRequest) presets = bambu_request_presets ();
  g_autoptr(BambuRequest) project = NULL;
  g_autoptr(BambuRequest) profile = NULL;
  g_autoptr(BambuRequest) preset = NULL;
  g_autoptr(BambuRequest) no_project = bambu_request_project ("no such/thing?");
  g_autoptr(BambuRequest) no_preset = bambu_request_preset ("no such/thing?");
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *project_id = NULL;
  g_autofree char *profile_id = NULL;
  g_autofree char *model_id = NULL;
  g_autofree char *setting_id = NULL;

  bambu_client_set_token (self->client, TEST_CLOUD_TOKEN);

  json_node_unref (ask (self->client, devices));
  json_node_unref (ask (self->client, prints));

  root = ask (self->client, projects);
  project_id = dup_first_id (root, "projects", "project_id");
  json_node_unref (root);

  project = bambu_request_project (project_id);
  root = ask (self->client, project);
  profile_id = dup_first_id (root, "profiles", "profile_id");
  model_id = dup_first_id (root, "profiles", "model_id");
  json_node_unref (root);

  profile = bambu_request_profile (profile_id, model_id);
  json_node_unref (ask (self->client, profile));

  root = ask (self->client, presets);
  setting_id = bambu_json_dup_string (bambu_json_array_object (
                                        bambu_json_get_array (
                                          bambu_json_get_object (bambu_json_node_object (root), "print"), "public"), 0),
                                      "setting_id");
  g_assert_nonnull (setting_id);
  json_node_unref (root);

  preset = bambu_request_preset (setting_id);
  root = ask (self->client, preset);

  test_assert_fails (self->client, no_project, BAMBU_ERROR_NOT_FOUND);
  test_assert_fails (self->client, no_preset, BAMBU_ERROR_NOT_FOUND);
}

static guint
count (Fixture *self)
{
  guint requests = test_cloud_count_requests (self->cloud, "GET", BIND);

  test_cloud_clear_requests (self->cloud);
  test_cloud_clear_faults (self->cloud);

  return requests;
}

static void
test_faults (Fixture       *self,
             gconstpointer  data)
{
  static const struct
  {
    const char *fault;
    int         code;  /* -1: overcome */
    guint       requests;
  } faults[] = {
    { "{\"path\":\"" BIND "\",\"status\":503,\"body\":\"{}\",\"times\":2}", -1, 3 },
    { "{\"path\":\"" BIND "\",\"status\":503,\"body\":\"{}\"}", BAMBU_ERROR_SERVER, 3 },
    { "{\"path\":\"" BIND "\",\"status\":500,\"body\":\"{}\",\"times\":1}", BAMBU_ERROR_SERVER, 1 },
    { "{\"path\":\"" BIND "\",\"status\":429,\"body\":\"{}\",\"headers\":{\"Retry-After\":\"3600\"}}",
      BAMBU_ERROR_RATE_LIMITED, 1 },
    { "{\"path\":\"" BIND "\",\"status\":429,\"body\":\"<html></html>\",\"headers\":{\"Content-Type\":\"text/html\"}}",
      BAMBU_ERROR_BLOCKED, 1 },
    { "{\"path\":\"" BIND "\",\"status\":403,\"body\":\"<html></html>\",\"headers\":{\"cf-mitigated\":\"challenge\"}}",
      BAMBU_ERROR_BLOCKED, 1 },
    { "{\"path\":\"" BIND "\",\"status\":503,\"body\":\"<html></html>\",\"headers\":{\"cf-ray\":\"8f1c\"}}",
      BAMBU_ERROR_BLOCKED, 1 },
    { "{\"path\":\"" BIND "\",\"status\":200,\"body\":\"<title>Just a moment...</title>\"}", BAMBU_ERROR_BLOCKED, 1 },
    { "{\"path\":\"" BIND "\",\"status\":200,\"body\":\"<html></html>\"}", BAMBU_ERROR_PROTOCOL, 1 },
    { "{\"path\":\"" BIND "\",\"status\":200,\"body\":\"\"}", BAMBU_ERROR_PROTOCOL, 1 },
    { "{\"path\":\"" BIND "\",\"status\":404,\"body\":\"\"}", BAMBU_ERROR_NOT_FOUND, 1 },
    { "{\"path\":\"" BIND "\",\"drop_after\":0,\"times\":1}", -1, 2 },
    { "{\"path\":\"" BIND "\",\"drop_after\":200,\"times\":1}", -1, 2 },
    { "{\"path\":\"" BIND "\",\"drop_after\":200}", BAMBU_ERROR_OFFLINE, 3 },
    { "{\"path\":\"" BIND "\",\"status\":401,\"body\":\"{}\",\"times\":1}", -1, 2 },
    { "{\"path\":\"" BIND "\",\"status\":401,\"body\":\"{}\"}", BAMBU_ERROR_FORBIDDEN, 2 },
    { "{\"path\":\"" BIND "\",\"delay_ms\":20000}", BAMBU_ERROR_TIMED_OUT, 1 },
    { "{\"path\":\"" BIND "\",\"redirect\":\"/v1/iot-service/api/user/print\"}", -1, 1 },
    { "{\"path\":\"" BIND "\",\"redirect\":\"http://platen.example/\"}", BAMBU_ERROR_PROTOCOL, 1 },
  };
  static const BambuLimits limits = { .connect_ms = 2000, .answer_ms = 1000, .max_bytes = BAMBU_EXCHANGE_MAX_BYTES };
  g_autoptr(BambuRequest) request = bambu_request_devices ();

  bambu_client_set_limits (self->client, &limits, 20);
  bambu_client_set_token (self->client, TEST_CLOUD_TOKEN);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      test_cloud_fault (self->cloud, faults[i].fault);

      if (faults[i].code == -1)
        json_node_unref (ask (self->client, request));
      else
        test_assert_fails (self->client, request, faults[i].code);

      g_assert_cmpuint (count (self), ==, faults[i].requests);
    }
}

static void
test_redirect (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(TestCloud) other = test_cloud_new (NULL);
  g_autofree char *fault = g_strdup_printf ("{\"path\":\"" BIND "\",\"redirect\":\"%s" BIND "\"}", test_cloud_get_url (other));
  g_autoptr(BambuRequest) request = bambu_request_devices ();

  bambu_client_set_token (self->client, TEST_CLOUD_TOKEN);
  test_cloud_fault (self->cloud, fault);

  /* The other one wants a token and does not get it: no reason to sign anyone out. */
  test_assert_fails (self->client, request, BAMBU_ERROR_FORBIDDEN);
  g_assert_cmpuint (test_cloud_count_tokens (self->cloud, BIND), ==, 1);
  g_assert_cmpuint (test_cloud_count_requests (other, "GET", BIND), ==, 1);
  g_assert_cmpuint (test_cloud_count_tokens (other, BIND), ==, 0);
}

static void
signed_out_cb (guint *times)
{
  (*times)++;
}

static void
test_signed_out (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(BambuRequest) request = bambu_request_devices ();
  guint times = 0;

  g_signal_connect_swapped (self->client, "signed-out", G_CALLBACK (signed_out_cb), &times);
  bambu_client_set_token (self->client, "revoked");
  test_assert_fails (self->client, request, BAMBU_ERROR_SIGNED_OUT);
  g_assert_cmpuint (times, ==, 1);
}

static void
test_lost_and_found (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(BambuRequest) request = bambu_request_devices ();

  bambu_client_set_token (self->client, TEST_CLOUD_TOKEN);
  json_node_unref (ask (self->client, request));
  test_cloud_stop (self->cloud);
  test_assert_fails (self->client, request, BAMBU_ERROR_OFFLINE);
  test_cloud_start (self->cloud);
  json_node_unref (ask (self->client, request));
}

static void
called_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  BambuAnswer **answer = user_data;

  *answer = bambu_call_finish (BAMBU_CLIENT (object), result, &error);
  g_assert_no_error (error);
}

/* The whole of it over HTTPS: the sign-in with its Secure cookies, and HTTP/2. */
static void
test_tls (void)
{
  g_autoptr(TestAuthority) ours = test_authority_new ();
  g_autoptr(TestAuthority) theirs = test_authority_new ();
  g_autoptr(GTlsCertificate) certificate = test_authority_sign (ours, "cloud", "IP:127.0.0.1", TEST_AUTHORITY_VALID);
  g_autoptr(GTlsDatabase) trusting = test_authority_create_database (ours);
  g_autoptr(GTlsDatabase) mistrusting = test_authority_create_database (theirs);
  g_autofree char *certificate_file = test_authority_dup_path (ours, "cloud.pem");
  g_autofree char *key_file = test_authority_dup_path (ours, "cloud.key");
  const char * const args[] = { "--tls", certificate_file, key_file, NULL };
  g_autoptr(TestCloud) cloud = test_cloud_new (args);
  g_autoptr(BambuClient) client = create_client (cloud, BAMBU_REGION_GLOBAL);
  g_autoptr(BambuLogin) login = bambu_login_new (client, "tfa@platen.example");
  g_autoptr(BambuCredentials) credentials = NULL;
  g_autoptr(BambuRequest) request = bambu_request_devices ();
  g_autoptr(BambuAnswer) answer = NULL;
  g_autoptr(GError) error = NULL;

  bambu_client_set_tls_database (client, mistrusting);
  g_assert_null (test_try_password (login, "demo", &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL);
  g_assert_nonnull (strstr (error->message, "not issued by anyone"));
  g_clear_error (&error);

  bambu_client_set_tls_database (client, trusting);
  g_assert_null (test_try_password (login, "demo", &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_NEEDS_TFA);
  g_clear_error (&error);
  credentials = test_try_tfa (login, "123456", &error);
  g_assert_no_error (error);
  assert_is_signed_in (client, credentials, "Charles Babbage");

  bambu_call_async (client, request, NULL, called_cb, &answer);

  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (answer->version, ==, SOUP_HTTP_2_0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/bambu/stand-in/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("sign-in/password", test_password);
  ADD ("sign-in/mail-code", test_mail_code);
  ADD ("sign-in/code-only", test_code_only);
  ADD ("sign-in/authenticator", test_authenticator);
  ADD ("sign-in/phone", test_phone);
  ADD ("requests", test_requests);
  ADD ("faults", test_faults);
  ADD ("redirect", test_redirect);
  ADD ("signed-out", test_signed_out);
  ADD ("lost-and-found", test_lost_and_found);
#undef ADD
  g_test_add_func ("/bambu/stand-in/tls", test_tls);

  return g_test_run ();
}
