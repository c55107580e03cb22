/* call-test.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "call-test.h"
#include "calls.h"

static void
signed_out_cb (CallTest *self)
{
  self->signed_out++;
}

void
call_test_set_up (CallTest      *self,
                  gconstpointer  data)
{
  self->cloud = fake_cloud_new ();
  self->client = fake_cloud_create_client (self->cloud);
  self->request = bambu_request_devices ();
  self->post = bambu_request_new (BAMBU_HOST_API, "POST", "/v1/some/thing");
  bambu_request_take_body (self->post, g_bytes_new_static ("{\"a\":1}", 7));
  g_signal_connect_swapped (self->client, "signed-out", G_CALLBACK (signed_out_cb), self);
}

void
call_test_tear_down (CallTest      *self,
                     gconstpointer  data)
{
  g_object_unref (self->client);
  bambu_request_unref (self->request);
  bambu_request_unref (self->post);
  fake_cloud_free (self->cloud);
}

void
call_test_assert_good (CallTest *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) text = test_send (self->client, self->request, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (text, NULL), g_bytes_get_size (text), CALL_TEST_GOOD, strlen (CALL_TEST_GOOD));
}
