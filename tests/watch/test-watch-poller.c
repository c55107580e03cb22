/* test-watch-poller.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-cloud.h"
#include "watch-poller.h"
#include "watch-sleep.h"

/* How often it is polled. A poller whose clock runs a thousand times as fast says so within the test. */

#define SPEED 1000
#define HURRY_SPEED 60
#define MINUTE 60
#define SLEEP G_TIME_SPAN_HOUR

typedef struct
{
  WatchPoller *poller;
  guint        n_due;
  gboolean     fails;
} Fixture;

static void
due_cb (Fixture *self)
{
  self->n_due++;
  watch_poller_begin (self->poller);
  watch_poller_end (self->poller, !self->fails);
}

static void
set_up (Fixture       *self,
        gconstpointer  host)
{
  self->poller = watch_poller_new (host);
  watch_poller_set_online (self->poller, TRUE);
  watch_poller_set_speed (self->poller, SPEED);
  g_signal_connect_swapped (self->poller, "due", G_CALLBACK (due_cb), self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  host)
{
  g_object_unref (self->poller);
}

static void
test_interval (Fixture       *self,
               gconstpointer  host)
{
  g_assert_cmpuint (watch_poller_get_interval (self->poller), ==, 5 * MINUTE);
  watch_poller_set_visible (self->poller, TRUE);
  g_assert_cmpuint (watch_poller_get_interval (self->poller), ==, MINUTE);
  watch_poller_set_busy (self->poller, TRUE);
  g_assert_cmpuint (watch_poller_get_interval (self->poller), ==, 20);
  watch_poller_set_visible (self->poller, FALSE);
  g_assert_cmpuint (watch_poller_get_interval (self->poller), ==, 20);
  watch_poller_set_live (self->poller, TRUE);
  g_assert_cmpuint (watch_poller_get_interval (self->poller), ==, 10 * MINUTE);
  watch_poller_set_online (self->poller, FALSE);
  g_assert_cmpuint (watch_poller_get_interval (self->poller), ==, 15 * MINUTE);
}

/* Less and less often, never less than every quarter of an hour, and not everybody at the same time. */
static void
test_failures (Fixture       *self,
               gconstpointer  host)
{
  guint before = 20;
  gboolean varies = FALSE;

  watch_poller_set_busy (self->poller, TRUE);

  for (guint i = 1; i < 10; i++)
    {
      const guint full = MIN (20 << i, 15 * MINUTE);
      guint interval;

      watch_poller_end (self->poller, FALSE);
      interval = watch_poller_get_interval (self->poller);
      g_assert_cmpuint (interval, >=, full * 3 / 4 - 1);
      g_assert_cmpuint (interval, <=, full);
      varies |= interval != before && interval < full;
      before = interval;
    }

  g_assert_true (varies);
  watch_poller_end (self->poller, TRUE);
  g_assert_cmpuint (watch_poller_get_interval (self->poller), ==, 20);
}

static gboolean
was_due (gpointer user_data)
{
  Fixture *self = user_data;

  return self->n_due > 0;
}

/* Lets happen what is due already. */
static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static gboolean
was_due_often (gpointer user_data)
{
  Fixture *self = user_data;

  return self->n_due >= 12;
}

/* At the start, and then again and again. */
static void
test_timer (Fixture       *self,
            gconstpointer  host)
{
  const gint64 began = watch_poller_get_time (self->poller);
  gint64 passed;

  watch_poller_start (self->poller);
  g_assert_true (test_wait_until (was_due_often, self, 60000));
  passed = (watch_poller_get_time (self->poller) - began) / G_USEC_PER_SEC;

  /* The first is at once. */
  /* The clock of the test runs fast: a millisecond of the timers is seconds there. */
  g_assert_cmpint (passed, >=, 11 * 5 * MINUTE - MINUTE);

  watch_poller_stop (self->poller);
  self->n_due = 0;
  watch_poller_poll (self->poller);
  iterate ();
  g_assert_cmpuint (self->n_due, ==, 0);
}

/* It does not wait for its time after the machine has slept, nor when the network is back. */
static void
test_hurry (Fixture       *self,
            gconstpointer  host)
{
  gint64 began;

  /* Slow enough that a busy machine is not taken for a poll that came too late. */
  watch_poller_set_speed (self->poller, HURRY_SPEED);
  watch_poller_start (self->poller);
  g_assert_true (test_wait_until (was_due, self, 60000));

  self->n_due = 0;
  began = watch_poller_get_time (self->poller);
  watch_poller_set_slept (self->poller, watch_sleep_get_slept () + SLEEP);
  g_assert_true (test_wait_until (was_due, self, 60000));
  g_assert_cmpint (watch_poller_get_time (self->poller) - began, <, 2 * MINUTE * G_USEC_PER_SEC);

  watch_poller_set_online (self->poller, FALSE);
  self->n_due = 0;
  began = watch_poller_get_time (self->poller);
  watch_poller_set_online (self->poller, TRUE);
  g_assert_true (test_wait_until (was_due, self, 60000));
  g_assert_cmpint (watch_poller_get_time (self->poller) - began, <, 2 * MINUTE * G_USEC_PER_SEC);
}

/* Another network, while the cloud does not answer. */
static void
test_network (Fixture       *self,
              gconstpointer  host)
{
  self->fails = TRUE;

  for (guint i = 0; i < 6; i++)
    watch_poller_end (self->poller, FALSE);

  g_assert_cmpuint (watch_poller_get_interval (self->poller), >, 10 * MINUTE);
  watch_poller_set_online (self->poller, TRUE);
  g_assert_cmpuint (watch_poller_get_interval (self->poller), ==, 5 * MINUTE);
}

/* While it polls: the answer may still be one from before. */
static void
test_again (Fixture       *self,
            gconstpointer  host)
{
  watch_poller_start (self->poller);
  watch_poller_begin (self->poller);
  watch_poller_set_slept (self->poller, watch_sleep_get_slept () + SLEEP);
  iterate ();
  g_assert_cmpuint (self->n_due, ==, 0);
  watch_poller_end (self->poller, TRUE);
  g_assert_true (test_wait_until (was_due, self, 60000));
}

/* A machine without a network reaches itself. */
static void
test_loopback (void)
{
  static const char * const hosts[] = { "127.0.0.1", "127.1.2.3", "::1", "localhost" };

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_autoptr(WatchPoller) poller = watch_poller_new (hosts[i]);

      g_assert_true (watch_poller_get_online (poller));
      g_signal_emit_by_name (g_network_monitor_get_default (), "network-changed", FALSE);
      g_assert_true (watch_poller_get_online (poller));
    }
}

static void
test_elsewhere (void)
{
  g_autoptr(WatchPoller) poller = watch_poller_new ("api.example.org");

  g_signal_emit_by_name (g_network_monitor_get_default (), "network-changed", FALSE);
  g_assert_false (watch_poller_get_online (poller));
  g_signal_emit_by_name (g_network_monitor_get_default (), "network-changed", TRUE);
  g_assert_true (watch_poller_get_online (poller));
}

/* It waits without waking up, for as long as no clock is set. */
static void
test_sleep (void)
{
  g_autoptr(GSource) source = watch_sleep_source_new ();

  g_assert_nonnull (source);
  g_source_attach (source, NULL);
  g_assert_cmpint (watch_sleep_get_slept (), >=, 0);
  g_assert_false (g_main_context_iteration (NULL, FALSE));
  g_source_destroy (source);
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char  *path;
    void       (*func) (Fixture       *self,
                        gconstpointer  host);
  } tests[] = {
    { "/watch/poller/interval", test_interval },
    { "/watch/poller/failures", test_failures },
    { "/watch/poller/timer", test_timer },
    { "/watch/poller/hurry", test_hurry },
    { "/watch/poller/network", test_network },
    { "/watch/poller/again", test_again },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, "api.example.org", set_up, tests[i].func, tear_down);

  g_test_add_func ("/watch/poller/loopback", test_loopback);
  g_test_add_func ("/watch/poller/elsewhere", test_elsewhere);
  g_test_add_func ("/watch/poller/sleep", test_sleep);

  return g_test_run ();
}
