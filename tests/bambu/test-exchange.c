/* test-exchange.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-http.h"
#include "bambu-request-private.h"
#include "fake-cloud.h"

static const char good[] = "{\"message\":\"success\",\"devices\":[]}";

static void
test_good (void)
{
  g_autoptr(FakeCloud) cloud = fake_cloud_new ();
  g_autoptr(BambuClient) client = fake_cloud_create_client (cloud);
  g_autoptr(BambuRequest) request = bambu_request_devices ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) text = NULL;
  FakeRequest *seen;

  fake_cloud_reply (cloud, 200, good, NULL);
  text = test_send (client, request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (text, NULL), g_bytes_get_size (text), good, strlen (good));

  g_assert_cmpuint (fake_cloud_get_count (cloud), ==, 1);
  seen = fake_cloud_get_request (cloud, 0);
  g_assert_cmpstr (seen->method, ==, "GET");
  g_assert_cmpstr (seen->path, ==, "/v1/iot-service/api/user/bind");
  g_assert_cmpstr (seen->authorization, ==, "Bearer secret-token");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bambu/exchange/good", test_good);
  return g_test_run ();
}
