/* test-prints.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "account-fixture.h"
#include "bambu-error.h"
#include "sessions.h"
#include "test-result.h"

/* What all printers do, asked often: one request that brings the devices up to date. */

#define BIND "/v1/iot-service/api/user/bind"
#define PRINT "/v1/iot-service/api/user/print"

typedef struct
{
  AccountFixture account;
  BambuList     *devices;
  guint          n_heard;
} Fixture;

static void
heard_cb (Fixture *self)
{
  self->n_heard++;
}

static void
begin (Fixture *self)
{
  self->devices = bambu_session_get_devices (self->account.session);
  g_signal_connect_swapped (self->devices, "heard", G_CALLBACK (heard_cb), self);
  account_open (&self->account, "1");
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  account_set_up (&self->account, NULL);
  begin (self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  account_tear_down (&self->account, NULL);
}

static gboolean
refresh (Fixture  *self,
         GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_session_refresh_prints_async (self->account.session, NULL, test_result_cb, &result);
  test_result_wait (&result);

  return bambu_session_refresh_prints_finish (self->account.session, result, error);
}

static void
assert_requests (Fixture *self,
                 guint    n_bind,
                 guint    n_print)
{
  g_assert_cmpuint (test_cloud_count_requests (self->account.cloud, "GET", BIND), ==, n_bind);
  g_assert_cmpuint (test_cloud_count_requests (self->account.cloud, "GET", PRINT), ==, n_print);
  test_cloud_clear_requests (self->account.cloud);
}

/* The whole list at first, then what changes. */
static void
test_one_request (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = NULL;
  BambuDevice *device;

  g_assert_true (refresh (self, &error));
  g_assert_no_error (error);
  assert_requests (self, 1, 1);
  g_assert_cmpuint (self->n_heard, ==, 1);

  device = test_list_get (self->devices, 0);
  code = g_strdup (bambu_device_get_access_code (device));
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_PRINTING);
  test_cloud_printer_event (self->account.cloud, bambu_device_get_id (device), "pause");
  g_assert_true (refresh (self, &error));
  g_assert_no_error (error);
  assert_requests (self, 0, 1);
  g_assert_cmpuint (self->n_heard, ==, 2);

  g_assert_true (test_list_get (self->devices, 0) == device);
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_PAUSED);
  g_assert_cmpstr (bambu_device_get_name (device), ==, "Workshop X1C");
  g_assert_cmpstr (bambu_device_get_access_code (device), ==, code);
  g_assert_cmpfloat (bambu_device_get_nozzle_diameter (device), >, 0);

  /* Also of one that is out of reach it is known what it did. */
  test_cloud_printer_event (self->account.cloud, bambu_device_get_id (device), "offline");
  g_assert_true (refresh (self, &error));
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_OFFLINE);
  g_assert_cmpint (bambu_device_get_print_state (device), ==, BAMBU_DEVICE_STATE_PAUSED);
}

/* A printer that is not in the list: it takes both answers to know it. */
static void
test_new_printer (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (refresh (self, &error));
  test_cloud_clear_requests (self->account.cloud);
  test_cloud_fault (self->account.cloud,
                    "{\"path\": \"" PRINT "\", \"times\": 1, \"status\": 200, "
                    "\"headers\": {\"Content-Type\": \"application/json\"}, "
                    "\"body\": \"{\\\"devices\\\": [{\\\"dev_id\\\": \\\"NEW\\\", \\\"dev_online\\\": true}]}\"}");
  g_assert_true (refresh (self, &error));
  g_assert_no_error (error);
  assert_requests (self, 1, 2);
}

/* What was kept on disk is no news. */
static void
test_kept (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (refresh (self, &error));
  g_assert_no_error (error);
  test_end_session (self->account.session);

  self->n_heard = 0;
  self->account.session = bambu_session_new (self->account.client, self->account.cache_dir);
  begin (self);
  g_assert_cmpuint (test_list_count (self->devices), ==, 6);
  g_assert_cmpuint (self->n_heard, ==, 0);
}

static void
test_fails (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (refresh (self, &error));
  self->n_heard = 0;
  test_cloud_fault (self->account.cloud, "{\"path\": \"" PRINT "\", \"status\": 403}");
  g_assert_false (refresh (self, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_FORBIDDEN);
  g_assert_cmpuint (self->n_heard, ==, 0);
  g_assert_cmpuint (test_list_count (self->devices), ==, 6);
}

static void
test_cancel (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (refresh (self, &error));
  self->n_heard = 0;
  test_cloud_fault (self->account.cloud, "{\"path\": \"" PRINT "\", \"delay_ms\": 60000}");
  bambu_session_refresh_prints_async (self->account.session, cancellable, test_result_cb, &result);
  g_cancellable_cancel (cancellable);
  test_result_wait (&result);
  g_assert_false (bambu_session_refresh_prints_finish (self->account.session, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (self->n_heard, ==, 0);
}

static gboolean
has_come (gpointer user_data)
{
  Fixture *self = user_data;

  return test_cloud_count_requests (self->account.cloud, "GET", PRINT) > 0;
}

/* An answer that comes after one that was asked for later is left out. */
static void
test_late (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *fault = NULL;
  BambuDevice *device;

  g_assert_true (refresh (self, &error));
  device = test_list_get (self->devices, 0);
  fault = g_strdup_printf ("{\"path\": \"" PRINT "\", \"times\": 1, \"delay_ms\": 1000, \"status\": 200, "
                           "\"headers\": {\"Content-Type\": \"application/json\"}, "
                           "\"body\": \"{\\\"devices\\\": [{\\\"dev_id\\\": \\\"%s\\\", \\\"dev_online\\\": true, "
                           "\\\"task_status\\\": \\\"FAILED\\\"}]}\"}",
                           bambu_device_get_id (device));
  test_cloud_fault (self->account.cloud, fault);
  test_cloud_clear_requests (self->account.cloud);
  bambu_session_refresh_prints_async (self->account.session, NULL, test_result_cb, &result);
  g_assert_true (test_wait_until (has_come, self, 60000));

  test_cloud_printer_event (self->account.cloud, bambu_device_get_id (device), "pause");
  g_assert_true (test_refresh (self->devices, &error));
  g_assert_no_error (error);
  g_assert_null (result);
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_PAUSED);

  test_result_wait (&result);
  g_assert_true (bambu_session_refresh_prints_finish (self->account.session, result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_PAUSED);
  g_assert_cmpuint (self->n_heard, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char  *path;
    void       (*func) (Fixture       *self,
                        gconstpointer  data);
  } tests[] = {
    { "/prints/one-request", test_one_request },
    { "/prints/new-printer", test_new_printer },
    { "/prints/kept", test_kept },
    { "/prints/fails", test_fails },
    { "/prints/cancel", test_cancel },
    { "/prints/late", test_late },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
