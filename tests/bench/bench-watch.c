/* bench-watch.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <time.h>

#include "account-fixture.h"
#include "watch-watcher-private.h"

/* What it costs to watch: the processor's time of all threads, with everything that belongs to it, from the request on. */

#define N_ROUNDS 30
#define POLL_AIM 20.0   /* ms */
#define DAY_AIM 10.0    /* s */

/* How many times as fast the clocks of the world and of the watcher run: a day in half a minute. */
#define SPEED 2880

typedef struct
{
  AccountFixture account;
  WatchWatcher  *watcher;
  guint          n_heard;
  guint          n_events;
} Bench;

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec + now.tv_nsec / 1e9;
}

static void
heard_cb (Bench *self)
{
  self->n_heard++;
}

static void
event_cb (Bench      *self,
          WatchEvent *event)
{
  self->n_events++;
  watch_watcher_told (self->watcher, event);
}

static void
set_up (Bench              *self,
        const char * const *args)
{
  account_set_up (&self->account, args);
  account_open (&self->account, "1");
  self->watcher = watch_watcher_new (self->account.session, self->account.cache_dir);
  g_signal_connect_swapped (bambu_session_get_devices (self->account.session), "heard", G_CALLBACK (heard_cb), self);
  g_signal_connect_swapped (self->watcher, "event", G_CALLBACK (event_cb), self);
}

static void
tear_down (Bench *self)
{
  g_object_run_dispose (G_OBJECT (self->watcher));
  g_clear_object (&self->watcher);
  account_tear_down (&self->account, NULL);
}

static gboolean
has_heard (gpointer user_data)
{
  Bench *self = user_data;

  return self->n_heard > 0 && watch_watcher_is_settled (self->watcher);
}

static double
time_poll (Bench *self)
{
  const double begin = get_seconds ();

  self->n_heard = 0;
  watch_watcher_poll (self->watcher);
  g_assert_true (test_wait_until (has_heard, self, 60000));

  return get_seconds () - begin;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double first = *(const double *)a;
  const double second = *(const double *)b;

  return first < second ? -1 : first > second;
}

/* Hundreds of printers, one of which has something to tell with each poll. */
static void
test_poll (void)
{
  static const char * const args[] = { "--printers=500", "--speed=200", NULL };
  Bench self = { 0 };
  double times[N_ROUNDS];
  double median;

  set_up (&self, args);
  watch_watcher_start (self.watcher);
  g_assert_true (test_wait_until (has_heard, &self, 60000));

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      BambuDevice *device = test_list_get (bambu_session_get_devices (self.account.session), 0);

      test_cloud_printer_event (self.account.cloud, bambu_device_get_id (device), i % 2 == 0 ? "pause" : "resume");
      times[i] = time_poll (&self) * 1000;
    }

  qsort (times, N_ROUNDS, sizeof *times, compare_doubles);
  median = times[N_ROUNDS / 2];
  g_test_message ("A poll of 500 printers: %.1f ms, at best %.1f ms (aim: %.0f ms); %u events in %d polls",
                  median, times[0], POLL_AIM, self.n_events, N_ROUNDS);
  g_assert_cmpuint (self.n_events, >=, N_ROUNDS);
  g_test_minimized_result (median, "poll %.1f ms", median);
  tear_down (&self);
}

typedef struct
{
  Bench  *bench;
  gint64  end;
} Waiting;

static gboolean
is_over (gpointer user_data)
{
  Waiting *waiting = user_data;

  return watch_poller_get_time (watch_watcher_get_poller (waiting->bench->watcher)) >= waiting->end;
}

static void
test_day (void)
{
  g_autofree char *speed = g_strdup_printf ("--speed=%d", SPEED);
  const char * const args[] = { speed, NULL };
  Bench self = { 0 };
  WatchPoller *poller;
  Waiting waiting;
  double begin;
  double seconds;

  set_up (&self, args);
  poller = watch_watcher_get_poller (self.watcher);
  watch_poller_set_speed (poller, SPEED);
  waiting.bench = &self;
  waiting.end = watch_poller_get_time (poller) + G_TIME_SPAN_DAY;
  begin = get_seconds ();
  watch_watcher_start (self.watcher);
  g_assert_true (test_wait_until (is_over, &waiting, 10 * (G_TIME_SPAN_DAY / G_TIME_SPAN_MILLISECOND) / SPEED));
  seconds = get_seconds () - begin;

  g_test_message ("A day in the background: %.1f s (aim: %.0f s), %u polls, %u events",
                  seconds, DAY_AIM, self.n_heard, self.n_events);
  g_assert_cmpuint (self.n_events, >, 0);
  g_test_minimized_result (seconds, "day %.1f s", seconds);
  tear_down (&self);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bench/watch/poll", test_poll);
  g_test_add_func ("/bench/watch/day", test_day);

  return g_test_run ();
}
