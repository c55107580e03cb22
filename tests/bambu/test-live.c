/* test-live.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "live-world.h"

#include "test-authority.h"
#include "test-result.h"

#include "bambu-client-private.h"
#include "bambu-error.h"
#include "bambu-list-private.h"

/* Live reports over a real broker. */

#define TIMEOUT_MS 60000

#define RUNNING "{\"print\": {\"gcode_state\": \"RUNNING\", \"mc_percent\": 40, \"layer_num\": 7}}"

typedef struct
{
  BambuDevice *device;
  int          value;
} DeviceWait;

static gboolean
has_layer (gpointer user_data)
{
  const DeviceWait *wait = user_data;

  return bambu_device_get_layer (wait->device) == wait->value;
}

static void
wait_for_layer (BambuDevice *device,
                int          layer)
{
  DeviceWait wait = { device, layer };

  if (!test_wait_until (has_layer, &wait, TIMEOUT_MS))
    g_error ("The layer stays %d, not %d", bambu_device_get_layer (device), layer);
}

static gboolean
has_live (gpointer user_data)
{
  const DeviceWait *wait = user_data;

  return bambu_device_get_live (wait->device) == wait->value;
}

static gboolean
has_device_state (gpointer user_data)
{
  const DeviceWait *wait = user_data;

  return (int) bambu_device_get_state (wait->device) == wait->value;
}

static void
report_layer (LiveWorld  *world,
              const char *id,
              int         layer)
{
  g_autofree char *text = g_strdup_printf ("{\"print\": {\"layer_num\": %d}}", layer);

  live_world_report (world, id, text, -1);
}

static void
test_reports (void)
{
  g_autoptr(LiveWorld) world = live_world_new ();
  BambuDevice *device = live_world_get_device (world, 0);
  BambuDevice *other = live_world_get_device (world, 1);

  live_world_start (world);
  live_world_wait_state (world, BAMBU_LIVE_STATE_CONNECTED);
  g_assert_null (bambu_live_get_error (world->live));

  live_world_report (world, bambu_device_get_id (device), RUNNING, -1);
  wait_for_layer (device, 7);
  g_assert_true (bambu_device_get_live (device));
  g_assert_cmpint (bambu_device_get_progress (device), ==, 40);
  g_assert_false (bambu_device_get_live (other));

  bambu_live_stop (world->live);
  g_assert_cmpint (bambu_live_get_state (world->live), ==, BAMBU_LIVE_STATE_STOPPED);
  g_assert_false (bambu_device_get_live (device));
}

/* Each printer that is online is asked once, and not again so soon after another connection was made. */
static void
test_asking (void)
{
  g_autoptr(LiveWorld) world = live_world_new ();
  g_autoptr(GError) error = NULL;
  const char *id;
  const char *offline;

  demo_broker_start (world->broker, &error);
  g_assert_no_error (error);
  live_world_listen (world);
  live_world_start (world);
  live_world_wait_state (world, BAMBU_LIVE_STATE_CONNECTED);

  id = live_world_get_id (world, 0);
  offline = live_world_get_id (world, 5);
  g_assert_cmpuint (live_world_count_requests (world, id, "pushall", 1), ==, 1);
  report_layer (world, id, 1);
  wait_for_layer (live_world_get_device (world, 0), 1);

  /* Again: only what was not allowed before goes out. */
  bambu_live_stop (world->live);
  live_world_start (world);
  live_world_wait_state (world, BAMBU_LIVE_STATE_CONNECTED);
  report_layer (world, offline, 2);
  wait_for_layer (live_world_get_device (world, 5), 2);
  g_assert_cmpuint (live_world_count_requests (world, offline, "pushall", 1), ==, 1);
  report_layer (world, id, 3);
  wait_for_layer (live_world_get_device (world, 0), 3);
  g_assert_cmpuint (live_world_count_requests (world, id, "pushall", 0), ==, 0);
}

static void
count_notify_cb (guint *count)
{
  *count += 1;
}

static void
test_pace (void)
{
  g_autoptr(LiveWorld) world = live_world_new ();
  BambuDevice *device = live_world_get_device (world, 0);
  guint count = 0;
  gint64 began;

  live_world_start (world);
  live_world_wait_state (world, BAMBU_LIVE_STATE_CONNECTED);
  g_signal_connect_swapped (device, "notify::layer", G_CALLBACK (count_notify_cb), &count);
  began = g_get_monotonic_time ();

  for (int i = 1; i <= 200; i++)
    report_layer (world, bambu_device_get_id (device), i);

  wait_for_layer (device, 200);
  g_assert_cmpuint (count, <=, 2 + (g_get_monotonic_time () - began) * 4 / G_USEC_PER_SEC);
  g_assert_cmpuint (count, >, 0);
  g_signal_handlers_disconnect_by_data (device, &count);
}

static void
test_hostile (void)
{
  static const char * const payloads[] = {
    "", "null", "[]", "\"text\"", "{", "<!DOCTYPE html><html><body>Just a moment...</body></html>",
    "{\"print\": []}", "{\"print\": {\"ams\": [], \"hms\": {}, \"device\": [1], \"3D\": \"x\"}}",
    "{\"print\": {\"layer_num\": \"99\", \"mc_percent\": \"x\", \"ams\": {\"ams\": [[], null, {\"id\": {}}]}}}",
    "{\"print\": {\"subtask_name\": \"\xff\xfe\xc3\", \"layer_num\": 98}}",
    "{\"print\": {\"sequence_id\": \"1\", \"result\": \"success\"}, \"info\": {\"module\": [1, {}, []]}}",
  };
  g_autoptr(LiveWorld) world = live_world_new ();
  BambuDevice *device = live_world_get_device (world, 0);
  const char *id = bambu_device_get_id (device);
  g_autofree char *large = g_strnfill (20 * 1024 * 1024, ' ');
  g_autofree char *deep = g_strnfill (200000, '[');

  live_world_start (world);
  live_world_wait_state (world, BAMBU_LIVE_STATE_CONNECTED);

  for (guint i = 0; i < G_N_ELEMENTS (payloads); i++)
    live_world_report (world, id, payloads[i], -1);

  memcpy (large, "{\"print\": {\"layer_num\": 5}}", strlen ("{\"print\": {\"layer_num\": 5}}"));
  live_world_report (world, id, large, 20 * 1024 * 1024);
  live_world_report (world, id, deep, -1);
  live_world_report (world, id, "{\"print\": {\"total_layer_num\": 9}}\0trash", 40);
  report_layer (world, id, 97);
  wait_for_layer (device, 97);
  g_assert_true (g_utf8_validate (bambu_device_get_task_name (device), -1, NULL));
  g_assert_cmpint (bambu_live_get_state (world->live), ==, BAMBU_LIVE_STATE_CONNECTED);
}

static void
test_broker_returns (void)
{
  g_autoptr(LiveWorld) world = live_world_new ();
  BambuDevice *device = live_world_get_device (world, 0);
  DeviceWait no_longer = { device, FALSE };
  g_autoptr(GError) error = NULL;

  live_world_start (world);
  live_world_wait_state (world, BAMBU_LIVE_STATE_CONNECTED);
  live_world_report (world, bambu_device_get_id (device), RUNNING, -1);
  wait_for_layer (device, 7);

  demo_broker_stop (world->broker);
  live_world_wait_state (world, BAMBU_LIVE_STATE_WAITING);
  live_world_assert_error (world, BAMBU_ERROR_OFFLINE);
  g_assert_true (test_wait_until (has_live, &no_longer, TIMEOUT_MS));

  demo_broker_start (world->broker, &error);
  g_assert_no_error (error);
  live_world_wait_state (world, BAMBU_LIVE_STATE_CONNECTED);
  report_layer (world, bambu_device_get_id (device), 8);
  wait_for_layer (device, 8);
}

/* Thrown out by the broker, refused, and let in again, while the cloud itself says that all is well. */
static void
test_kicks (void)
{
  g_autoptr(LiveWorld) world = live_world_new ();

  live_world_start (world);
  live_world_wait_state (world, BAMBU_LIVE_STATE_CONNECTED);

  demo_broker_set_password (world->broker, "u_" LIVE_WORLD_UID, "another");
  live_world_wait_state (world, BAMBU_LIVE_STATE_WAITING);
  demo_broker_set_password (world->broker, "u_" LIVE_WORLD_UID, TEST_CLOUD_TOKEN);
  live_world_wait_state (world, BAMBU_LIVE_STATE_CONNECTED);
}

static gboolean
is_asked_thrice (gpointer user_data)
{
  LiveWorld *world = user_data;

  return test_cloud_count_requests (world->cloud, "GET", "/v1/design-user-service/my/preference") >= 3;
}

static void
test_wrong_password (void)
{
  g_autoptr(LiveWorld) world = live_world_new ();

  demo_broker_set_password (world->broker, "u_" LIVE_WORLD_UID, "another");
  live_world_start (world);
  live_world_wait_state (world, BAMBU_LIVE_STATE_WAITING);
  live_world_assert_error (world, BAMBU_ERROR_FORBIDDEN);

  /* It is tried again as long as the cloud has nothing against the token. */
  g_assert_true (test_wait_until (is_asked_thrice, world, TIMEOUT_MS));
  g_assert_cmpint (bambu_live_get_state (world->live), !=, BAMBU_LIVE_STATE_SIGNED_OUT);

  test_cloud_fault (world->cloud,
                    "{\"path\": \"/v1/design-user-service/my/preference\", \"status\": 401, \"times\": 9,"
                    " \"body\": \"{\\\"code\\\": 4, \\\"error\\\": \\\"Please login.\\\", \\\"message\\\": \\\"\\\"}\"}");
  live_world_wait_state (world, BAMBU_LIVE_STATE_SIGNED_OUT);
  live_world_assert_error (world, BAMBU_ERROR_SIGNED_OUT);
}

static void
start_tls (LiveWorld     *world,
           TestAuthority *authority,
           const char    *name,
           const char    *subject,
           const char    *validity)
{
  g_autoptr(GTlsCertificate) certificate = test_authority_sign (authority, name, subject, validity);
  g_autofree char *pem_name = g_strconcat (name, ".pem", NULL);
  g_autofree char *key_name = g_strconcat (name, ".key", NULL);
  g_autofree char *pem = test_authority_dup_path (authority, pem_name);
  g_autofree char *key = test_authority_dup_path (authority, key_name);

  demo_broker_set_tls (world->broker, pem, key);
  live_world_start (world);
}

static void
test_tls (void)
{
  g_autoptr(LiveWorld) world = live_world_new ();
  g_autoptr(TestAuthority) authority = test_authority_new ();
  g_autoptr(GTlsDatabase) database = test_authority_create_database (authority);

  bambu_client_set_tls_database (world->client, database);
  start_tls (world, authority, "good", "IP:127.0.0.1", TEST_AUTHORITY_VALID);
  live_world_wait_state (world, BAMBU_LIVE_STATE_CONNECTED);
}

static void
test_tls_wrong_name (void)
{
  g_autoptr(LiveWorld) world = live_world_new ();
  g_autoptr(TestAuthority) authority = test_authority_new ();
  g_autoptr(GTlsDatabase) database = test_authority_create_database (authority);

  bambu_client_set_tls_database (world->client, database);
  start_tls (world, authority, "other", "DNS:other.example", TEST_AUTHORITY_VALID);
  live_world_wait_state (world, BAMBU_LIVE_STATE_WAITING);
  live_world_assert_error (world, BAMBU_ERROR_PROTOCOL);
}

static void
test_tls_expired (void)
{
  g_autoptr(LiveWorld) world = live_world_new ();
  g_autoptr(TestAuthority) authority = test_authority_new ();
  g_autoptr(GTlsDatabase) database = test_authority_create_database (authority);

  bambu_client_set_tls_database (world->client, database);
  start_tls (world, authority, "old", "IP:127.0.0.1", TEST_AUTHORITY_EXPIRED);
  live_world_wait_state (world, BAMBU_LIVE_STATE_WAITING);
  live_world_assert_error (world, BAMBU_ERROR_PROTOCOL);
}

/* Whom the system trusts does not include an authority that was made a second ago. */
static void
test_tls_unknown (void)
{
  g_autoptr(LiveWorld) world = live_world_new ();
  g_autoptr(TestAuthority) authority = test_authority_new ();

  start_tls (world, authority, "stranger", "IP:127.0.0.1", TEST_AUTHORITY_VALID);
  live_world_wait_state (world, BAMBU_LIVE_STATE_WAITING);
  live_world_assert_error (world, BAMBU_ERROR_PROTOCOL);
}

/* Somebody takes the connection and says nothing, whether he should prove who he is or not. */
static void
test_silent (gconstpointer scheme)
{
  g_autoptr(LiveWorld) world = live_world_new ();
  g_autoptr(GSocketListener) listener = g_socket_listener_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *url = NULL;
  const guint port = g_socket_listener_add_any_inet_port (listener, NULL, &error);
  gint64 began;

  g_assert_no_error (error);
  url = g_strdup_printf ("%s://127.0.0.1:%u", (const char *) scheme, port);
  bambu_live_start (world->live, LIVE_WORLD_UID, url, &error);
  g_assert_no_error (error);
  live_world_wait_state (world, BAMBU_LIVE_STATE_WAITING);
  live_world_assert_error (world, BAMBU_ERROR_TIMED_OUT);
  live_world_wait_state (world, BAMBU_LIVE_STATE_CONNECTING);

  began = g_get_monotonic_time ();
  bambu_live_stop (world->live);
  /* Less than anything that could be waited for takes, also where the machine has much else to do. */
  g_assert_cmpint (g_get_monotonic_time () - began, <, 2 * G_USEC_PER_SEC);
}

static void
test_refused (void)
{
  g_autoptr(LiveWorld) world = live_world_new ();
  g_autoptr(GError) error = NULL;

  bambu_live_start (world->live, LIVE_WORLD_UID, "mqtt://127.0.0.1:1", &error);
  g_assert_no_error (error);
  live_world_wait_state (world, BAMBU_LIVE_STATE_WAITING);
  live_world_assert_error (world, BAMBU_ERROR_OFFLINE);
}

static void
test_addresses (void)
{
  static const char * const wrong[] = {
    "mqtt://example.com", "http://127.0.0.1", "mqtts://", "mqtts://user:word@example.com", "nonsense", "mqtt://127.0.0.1.example",
  };
  g_autoptr(LiveWorld) world = live_world_new ();
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (bambu_live_start (world->live, LIVE_WORLD_UID, wrong[i], &error));
      g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST);
      g_clear_error (&error);
    }

  /* The token of a stand-in does not go to the vendor. */
  g_assert_false (bambu_live_start (world->live, LIVE_WORLD_UID, NULL, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND);
  g_assert_cmpint (bambu_live_get_state (world->live), ==, BAMBU_LIVE_STATE_STOPPED);
}

typedef struct
{
  LiveWorld   *world;
  BambuDevice *device;
  int          layer;
} Return;

static gboolean
reports_layer (gpointer user_data)
{
  const Return *again = user_data;

  if (bambu_device_get_layer (again->device) == again->layer)
    return TRUE;

  report_layer (again->world, bambu_device_get_id (again->device), again->layer);

  return FALSE;
}

static void
test_come_and_go (void)
{
  g_autoptr(LiveWorld) world = live_world_new ();
  BambuList *devices = bambu_session_get_devices (world->session);
  g_autoptr(GPtrArray) fewer = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(BambuDevice) first = g_object_ref (live_world_get_device (world, 0));
  g_autoptr(BambuDevice) last = g_object_ref (live_world_get_device (world, 5));
  g_autofree char *id = g_strdup (bambu_device_get_id (last));
  g_autoptr(GError) error = NULL;
  Return again;

  live_world_start (world);
  live_world_wait_state (world, BAMBU_LIVE_STATE_CONNECTED);
  report_layer (world, id, 1);
  wait_for_layer (last, 1);

  g_ptr_array_add (fewer, g_object_ref (first));
  bambu_list_merge (devices, fewer);
  report_layer (world, id, 2);
  report_layer (world, bambu_device_get_id (first), 2);
  wait_for_layer (first, 2);
  g_assert_null (bambu_list_lookup (devices, id));

  /* Nobody tells when the broker has it that somebody is heard again. */
  g_assert_true (test_refresh (devices, &error));
  again = (Return) { world, bambu_list_lookup (devices, id), 3 };
  g_assert_true (test_wait_until (reports_layer, &again, TIMEOUT_MS));
}

static void
control (BambuLive    *live,
         BambuDevice  *device,
         BambuCommand  command,
         int           value,
         GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_live_control_async (live, device, command, value, NULL, test_result_cb, &result);
  g_assert_cmpint (bambu_live_control_finish (live, test_result_wait (&result), error), ==, *error == NULL);
}

static gboolean
all_told (gpointer user_data)
{
  BambuList *devices = user_data;
  guint n_told = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (devices)); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (G_LIST_MODEL (devices), i);

      n_told += bambu_device_get_control (device) != BAMBU_CONTROL_UNKNOWN &&
                g_list_model_get_n_items (bambu_device_get_modules (device)) > 0;
    }

  return n_told == 5;
}

static BambuDevice *
find (BambuList  *devices,
      const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (devices)); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (G_LIST_MODEL (devices), i);

      if (g_strcmp0 (bambu_device_get_name (device), name) == 0)
        return device;
    }

  g_assert_not_reached ();
}

/* The stand-in cloud's own printers. */
static void
test_stand_in (void)
{
  g_autoptr(TestCloud) cloud = test_cloud_new_live (NULL);
  g_autofree char *directory = g_dir_make_tmp ("platen-live-XXXXXX", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(BambuClient) client = bambu_client_new (BAMBU_REGION_GLOBAL, test_cloud_get_url (cloud), NULL, &error);
  BambuSession *session = bambu_session_new (client, directory);
  BambuList *devices = bambu_session_get_devices (session);
  BambuLive *live = bambu_session_get_live (session);
  BambuDevice *x1;
  BambuDevice *h2;
  DeviceWait wait;

  bambu_client_set_token (client, TEST_CLOUD_TOKEN);
  g_assert_true (test_open (session, NULL, &error));
  g_assert_true (test_refresh (devices, &error));
  g_assert_true (bambu_live_start (live, bambu_session_get_uid (session), test_cloud_get_mqtt_url (cloud), &error));
  g_assert_true (test_wait_until (all_told, devices, TIMEOUT_MS));

  x1 = find (devices, "Workshop X1C");
  h2 = find (devices, "Studio H2D");
  g_assert_cmpuint (g_list_model_get_n_items (bambu_device_get_nozzles (x1)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (bambu_device_get_nozzles (h2)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (bambu_device_get_ams (x1)), ==, 2);
  g_assert_cmpint (bambu_device_get_stage (find (devices, "Attic P1S")), ==, BAMBU_STAGE_FILAMENT_RAN_OUT);
  g_assert_cmpstr (bambu_device_get_print_error (find (devices, "Attic P1S")), ==, "0300_8004");

  control (live, x1, BAMBU_COMMAND_PAUSE, 0, &error);
  g_assert_no_error (error);
  wait = (DeviceWait) { x1, BAMBU_DEVICE_STATE_PAUSED };
  g_assert_true (test_wait_until (has_device_state, &wait, TIMEOUT_MS));
  g_assert_cmpint (bambu_device_get_stage (x1), ==, BAMBU_STAGE_PAUSED_BY_USER);

  control (live, x1, BAMBU_COMMAND_PAUSE, 0, &error);
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST);
  g_clear_error (&error);
  control (live, x1, BAMBU_COMMAND_SPEED, 3, &error);
  g_assert_no_error (error);
  control (live, x1, BAMBU_COMMAND_LIGHT, 0, &error);
  g_assert_no_error (error);
  control (live, x1, BAMBU_COMMAND_RESUME, 0, &error);
  g_assert_no_error (error);
  control (live, x1, BAMBU_COMMAND_STOP, 0, &error);
  g_assert_no_error (error);
  wait.value = BAMBU_DEVICE_STATE_FAILED;
  g_assert_true (test_wait_until (has_device_state, &wait, TIMEOUT_MS));
  g_assert_cmpint (bambu_device_get_speed_level (x1), ==, 3);
  g_assert_cmpint (bambu_device_get_chamber_light (x1), ==, 0);

  control (live, h2, BAMBU_COMMAND_LIGHT, 1, &error);
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_FORBIDDEN);
  g_clear_error (&error);

  test_end_session (session);
  test_remove_tree (directory);
}

/* A printer that says nothing, says no for want of a signature, or is asked no longer. */
static void
test_answers (void)
{
  g_autoptr(LiveWorld) world = live_world_new ();
  BambuDevice *device = live_world_get_device (world, 0);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) cancelled = NULL;
  g_autoptr(GAsyncResult) lost = NULL;
  g_autoptr(GError) error = NULL;

  live_world_start (world);
  live_world_wait_state (world, BAMBU_LIVE_STATE_CONNECTED);
  control (world->live, device, BAMBU_COMMAND_PAUSE, 0, &error);
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_OFFLINE);
  g_clear_error (&error);

  live_world_report (world, bambu_device_get_id (device), "{\"print\": {\"fun\": \"1\", \"layer_num\": 4}}", -1);
  wait_for_layer (device, 4);
  control (world->live, device, BAMBU_COMMAND_PAUSE, 0, &error);
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_TIMED_OUT);
  g_clear_error (&error);

  bambu_live_control_async (world->live, device, BAMBU_COMMAND_PAUSE, 0, cancellable, test_result_cb, &cancelled);
  g_cancellable_cancel (cancellable);
  g_assert_false (bambu_live_control_finish (world->live, test_result_wait (&cancelled), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  bambu_live_control_async (world->live, device, BAMBU_COMMAND_PAUSE, 0, NULL, test_result_cb, &lost);
  bambu_live_stop (world->live);
  g_assert_false (bambu_live_control_finish (world->live, test_result_wait (&lost), &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_OFFLINE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bambu/live/reports", test_reports);
  g_test_add_func ("/bambu/live/asking", test_asking);
  g_test_add_func ("/bambu/live/pace", test_pace);
  g_test_add_func ("/bambu/live/hostile", test_hostile);
  g_test_add_func ("/bambu/live/broker-returns", test_broker_returns);
  g_test_add_func ("/bambu/live/kicks", test_kicks);
  g_test_add_func ("/bambu/live/wrong-password", test_wrong_password);
  g_test_add_func ("/bambu/live/tls/good", test_tls);
  g_test_add_func ("/bambu/live/tls/wrong-name", test_tls_wrong_name);
  g_test_add_func ("/bambu/live/tls/expired", test_tls_expired);
  g_test_add_func ("/bambu/live/tls/unknown", test_tls_unknown);
  g_test_add_data_func ("/bambu/live/silent/plain", "mqtt", test_silent);
  g_test_add_data_func ("/bambu/live/silent/tls", "mqtts", test_silent);
  g_test_add_func ("/bambu/live/refused", test_refused);
  g_test_add_func ("/bambu/live/addresses", test_addresses);
  g_test_add_func ("/bambu/live/come-and-go", test_come_and_go);
  g_test_add_func ("/bambu/live/stand-in", test_stand_in);
  g_test_add_func ("/bambu/live/answers", test_answers);

  return g_test_run ();
}
