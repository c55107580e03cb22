/* test-live-sleep.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "live-world.h"

#include "bambu-clock.h"

/* Live reports when the computer has slept: the connection may look alive long after the other side has given it up. */

#define TIMEOUT_MS 60000

typedef struct
{
  LiveWorld *world;
  guint      n_connections;
} Sleeper;

static void
state_cb (Sleeper *self)
{
  if (bambu_live_get_state (self->world->live) == BAMBU_LIVE_STATE_CONNECTED)
    self->n_connections++;
}

static gboolean
has_two_connections (gpointer user_data)
{
  const Sleeper *self = user_data;

  return self->n_connections == 2;
}

static void
test_sleep (void)
{
  g_autoptr(LiveWorld) world = live_world_new ();
  Sleeper sleeper = { .world = world };
  g_autoptr(GError) error = NULL;
  const char *id;

  demo_broker_start (world->broker, &error);
  g_assert_no_error (error);
  live_world_listen (world);
  g_signal_connect_swapped (world->live, "notify::state", G_CALLBACK (state_cb), &sleeper);
  live_world_start (world);
  live_world_wait_state (world, BAMBU_LIVE_STATE_CONNECTED);
  id = live_world_get_id (world, 0);
  g_assert_cmpuint (live_world_count_requests (world, id, "pushall", 1), ==, 1);

  /* A new connection at once, and everything is asked for again: much may have happened. */
  bambu_clock_pretend_sleep (60 * 60);
  g_assert_true (test_wait_until (has_two_connections, &sleeper, TIMEOUT_MS));
  g_assert_null (bambu_live_get_error (world->live));
  g_assert_cmpuint (live_world_count_requests (world, id, "pushall", 1), ==, 1);
  g_signal_handlers_disconnect_by_data (world->live, &sleeper);
}

/* A doze is none. */
static void
test_doze (void)
{
  g_autoptr(LiveWorld) world = live_world_new ();
  Sleeper sleeper = { .world = world };
  BambuDevice *device = live_world_get_device (world, 0);
  const char *id = bambu_device_get_id (device);

  g_signal_connect_swapped (world->live, "notify::state", G_CALLBACK (state_cb), &sleeper);
  live_world_start (world);
  live_world_wait_state (world, BAMBU_LIVE_STATE_CONNECTED);
  bambu_clock_pretend_sleep (2);
  live_world_report (world, id, "{\"print\": {\"layer_num\": 3}}", -1);
  while (bambu_device_get_layer (device) != 3)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (sleeper.n_connections, ==, 1);
  g_signal_handlers_disconnect_by_data (world->live, &sleeper);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bambu/live-sleep/sleep", test_sleep);
  g_test_add_func ("/bambu/live-sleep/doze", test_doze);

  return g_test_run ();
}
