/* test-call-cancel.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Calls that are given up, or of whose answer nothing is made. */

#include "call-test.h"
#include "calls.h"
#include "test-result.h"

static gboolean
cancel_cb (gpointer user_data)
{
  gint64 *cancelled = ((gpointer *) user_data)[1];

  *cancelled = g_get_monotonic_time ();
  g_cancellable_cancel (((gpointer *) user_data)[0]);

  return G_SOURCE_REMOVE;
}

static void
assert_cancels (BambuClient  *client,
                BambuRequest *request)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  gint64 cancelled = 0;
  gpointer data[] = { cancellable, &cancelled };

  g_timeout_add (100, cancel_cb, data);
  g_assert_null (test_send (client, request, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (cancelled, !=, 0);
  g_assert_cmpint (g_get_monotonic_time () - cancelled, <, 5 * G_USEC_PER_SEC);
}

static void
test_cancel (CallTest      *self,
             gconstpointer  data)
{
  static const char * const parts[] = {
    "", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"a\":",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n100\r\n{\"a\":",
  };
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  bambu_client_set_limits (self->client, &bambu_limits_default, 30000);

  /* Before it began. */
  g_cancellable_cancel (cancelled);
  g_assert_null (test_send (self->client, self->request, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 0);

  /* In the answer; what comes after it on that connection is not mistaken for the next one. */
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_test_message ("Cancelled after “%s”", parts[i]);

      fake_cloud_reset (self->cloud);
      fake_cloud_reply_raw (self->cloud, parts[i], FAKE_END_TRICKLE);
      assert_cancels (self->client, self->request);

      fake_cloud_reset (self->cloud);
      fake_cloud_reply (self->cloud, 200, CALL_TEST_GOOD, NULL);
      call_test_assert_good (self);
    }

  /* In the wait before the next try. */
  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 503, "", NULL);
  assert_cancels (self->client, self->request);

  fake_cloud_reset (self->cloud);
  fake_cloud_reply (self->cloud, 429, "", "Retry-After", "50", NULL);
  assert_cancels (self->client, self->request);
  g_assert_cmpuint (fake_cloud_get_count (self->cloud), ==, 1);
}

static void
test_cancel_connect (CallTest      *self,
                     gconstpointer  data)
{
  g_autoptr(GSocketListener) listener = g_socket_listener_new ();
  g_autoptr(BambuClient) client = NULL;
  g_autofree char *url = NULL;

  url = g_strdup_printf ("https://127.0.0.1:%u", g_socket_listener_add_any_inet_port (listener, NULL, NULL));
  client = bambu_client_new (BAMBU_REGION_GLOBAL, url, NULL, NULL);
  bambu_client_set_token (client, "secret-token");
  assert_cancels (client, self->request);
}

typedef struct
{
  GMutex   mutex;
  GCond    cond;
  gboolean begun;
  gboolean go_on;
  gboolean freed;
  gboolean result_freed;
} Gate;

static Gate gate;

static gpointer
make_slowly (JsonNode  *root,
             GBytes    *text,
             gpointer   make_data,
             GError   **error)
{
  g_assert_true (make_data == &gate);

  g_mutex_lock (&gate.mutex);
  gate.begun = TRUE;
  g_cond_broadcast (&gate.cond);

  while (!gate.go_on)
    g_cond_wait (&gate.cond, &gate.mutex);

  g_assert_false (gate.freed);
  g_mutex_unlock (&gate.mutex);

  return g_strdup ("made");
}

static void
free_result (gpointer result)
{
  g_free (result);
  g_mutex_lock (&gate.mutex);
  gate.result_freed = TRUE;
  g_cond_broadcast (&gate.cond);
  g_mutex_unlock (&gate.mutex);
}

static void
free_gate (gpointer data)
{
  g_mutex_lock (&gate.mutex);
  gate.freed = TRUE;
  g_cond_broadcast (&gate.cond);
  g_mutex_unlock (&gate.mutex);
}

static void
test_cancel_making (CallTest      *self,
                    gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gboolean begun = FALSE;

  fake_cloud_reply (self->cloud, 200, CALL_TEST_GOOD, NULL);
  bambu_client_call_async (self->client, self->request, make_slowly, &gate, free_gate, free_result,
                           cancellable, test_result_cb, &result);

  while (!begun)
    {
      g_main_context_iteration (NULL, FALSE);
      g_mutex_lock (&gate.mutex);
      begun = gate.begun;
      g_mutex_unlock (&gate.mutex);
    }

  g_cancellable_cancel (cancellable);

  g_assert_null (bambu_client_call_finish (self->client, test_result_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);

  g_mutex_lock (&gate.mutex);
  g_assert_false (gate.freed);
  gate.go_on = TRUE;
  g_cond_broadcast (&gate.cond);

  while (!gate.freed || !gate.result_freed)
    g_cond_wait (&gate.cond, &gate.mutex);

  g_mutex_unlock (&gate.mutex);
}

static gpointer
make_nothing (JsonNode  *root,
              GBytes    *text,
              gpointer   make_data,
              GError   **error)
{
  g_assert_true (g_main_context_get_thread_default () == NULL && !g_main_context_is_owner (NULL));
  g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL, "Nothing could be made of it.");

  return NULL;
}

static void
test_make_fails (CallTest      *self,
                 gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  fake_cloud_reply (self->cloud, 200, CALL_TEST_GOOD, NULL);
  bambu_client_call_async (self->client, self->request, make_nothing, NULL, NULL, g_free, NULL, test_result_cb, &result);
  g_assert_null (bambu_client_call_finish (self->client, test_result_wait (&result), &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL);
  g_assert_cmpstr (error->message, ==, "Nothing could be made of it.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/bambu/call-cancel/" name, CallTest, NULL, call_test_set_up, func, call_test_tear_down)
  ADD ("while-it-runs", test_cancel);
  ADD ("while-it-connects", test_cancel_connect);
  ADD ("while-it-makes", test_cancel_making);
  ADD ("nothing-made", test_make_fails);
#undef ADD

  return g_test_run ();
}
