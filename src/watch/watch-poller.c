/* watch-poller.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-poller.h"

#include "watch-sleep.h"

/* In seconds. */
#define BUSY_INTERVAL    20
#define VISIBLE_INTERVAL 60
#define IDLE_INTERVAL    (5 * 60)
#define LIVE_INTERVAL    (10 * 60)
#define MAX_INTERVAL     (15 * 60)

/* However often the network comes and goes. */
#define MIN_GAP (5 * G_TIME_SPAN_SECOND)

/* The clocks are read one after the other: a difference below this is none. */
#define MIN_SLEEP (2 * G_TIME_SPAN_SECOND)

struct _WatchPoller
{
  GObject          parent_instance;

  GNetworkMonitor *network;
  GSource         *sleep_source;
  guint            timeout;
  gint64           last;        /* when the last poll began or ended; 0: never */
  gint64           slept;
  guint            n_failures;
  double           jitter;      /* from 0.75 to 1: drawn anew for each failure */
  double           speed;
  gboolean         is_loopback;
  gboolean         online;
  gboolean         running;
  gboolean         polling;
  gboolean         again;       /* something happened while it polled */
  gboolean         busy;
  gboolean         visible;
  gboolean         live;
};

enum
{
  DUE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WatchPoller, watch_poller, G_TYPE_OBJECT)

static void
watch_poller_emit_due (WatchPoller *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_signal_emit (self, signals[DUE], 0);
}

static gboolean
due_cb (gpointer user_data)
{
  WatchPoller *self = user_data;

  self->timeout = 0;
  watch_poller_emit_due (self);

  return G_SOURCE_REMOVE;
}

/* @wait: µs of its own clock from now */
static void
watch_poller_schedule_in (WatchPoller *self,
                          gint64       wait)
{
  const gint64 real = MAX (wait, 0) / self->speed;

  g_clear_handle_id (&self->timeout, g_source_remove);

  /* Whole seconds are waited for together with whatever else wakes the machine. */
  if (self->speed == 1 && real > G_TIME_SPAN_SECOND)
    self->timeout = g_timeout_add_seconds (real / G_TIME_SPAN_SECOND, due_cb, self);
  else
    self->timeout = g_timeout_add (real / G_TIME_SPAN_MILLISECOND, due_cb, self);
}

static gint64
watch_poller_get_passed (WatchPoller *self)
{
  return (g_get_monotonic_time () - self->last) * self->speed;
}

static void
watch_poller_schedule (WatchPoller *self)
{
  if (!self->running || self->polling)
    return;

  if (self->last == 0)
    watch_poller_schedule_in (self, 0);
  else
    watch_poller_schedule_in (self, watch_poller_get_interval (self) * G_TIME_SPAN_SECOND - watch_poller_get_passed (self));
}

/* As soon as may be. */
static void
watch_poller_hurry (WatchPoller *self)
{
  self->n_failures = 0;

  if (!self->running)
    return;

  if (self->polling)
    self->again = TRUE;
  else if (self->last == 0)
    watch_poller_schedule_in (self, 0);
  else
    watch_poller_schedule_in (self, MIN_GAP - watch_poller_get_passed (self));
}

static void
network_changed_cb (WatchPoller *self,
                    gboolean     available)
{
  watch_poller_set_online (self, available || self->is_loopback);
}

static gboolean
sleep_cb (gpointer user_data)
{
  WatchPoller *self = user_data;

  watch_poller_set_slept (self, watch_sleep_get_slept ());

  return G_SOURCE_CONTINUE;
}

static void
watch_poller_dispose (GObject *object)
{
  WatchPoller *self = (WatchPoller *)object;

  watch_poller_stop (self);
  g_clear_object (&self->network);

  G_OBJECT_CLASS (watch_poller_parent_class)->dispose (object);
}

static void
watch_poller_class_init (WatchPollerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = watch_poller_dispose;

  signals[DUE] =
    g_signal_new ("due",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
watch_poller_init (WatchPoller *self)
{
  self->speed = 1;
  self->jitter = 1;
  self->network = g_object_ref (g_network_monitor_get_default ());
  g_signal_connect_object (self->network,
                           "network-changed",
                           G_CALLBACK (network_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

static gboolean
is_loopback (const char *host)
{
  g_autoptr(GInetAddress) address = host != NULL ? g_inet_address_new_from_string (host) : NULL;

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);

  return g_strcmp0 (host, "localhost") == 0;
}

WatchPoller *
watch_poller_new (const char *host)
{
  WatchPoller *self = g_object_new (WATCH_TYPE_POLLER, NULL);

  self->is_loopback = is_loopback (host);
  self->online = self->is_loopback || g_network_monitor_get_network_available (self->network);

  return self;
}

void
watch_poller_start (WatchPoller *self)
{
  g_assert (WATCH_IS_POLLER (self));

  if (self->running)
    return;

  self->running = TRUE;
  self->slept = watch_sleep_get_slept ();

  if ((self->sleep_source = watch_sleep_source_new ()))
    {
      g_source_set_callback (self->sleep_source, sleep_cb, self, NULL);
      g_source_attach (self->sleep_source, NULL);
    }

  watch_poller_schedule (self);
}

void
watch_poller_stop (WatchPoller *self)
{
  g_assert (WATCH_IS_POLLER (self));

  self->running = FALSE;
  g_clear_handle_id (&self->timeout, g_source_remove);

  if (self->sleep_source != NULL)
    g_source_destroy (self->sleep_source);

  g_clear_pointer (&self->sleep_source, g_source_unref);
}

/* Because somebody wants it. */
void
watch_poller_poll (WatchPoller *self)
{
  g_assert (WATCH_IS_POLLER (self));

  if (!self->running)
    return;

  if (self->polling)
    self->again = TRUE;
  else
    watch_poller_schedule_in (self, 0);
}

void
watch_poller_begin (WatchPoller *self)
{
  g_assert (WATCH_IS_POLLER (self));

  self->polling = TRUE;
  self->last = g_get_monotonic_time ();
  g_clear_handle_id (&self->timeout, g_source_remove);
}

/* Also when somebody else has asked the cloud and was answered. */
void
watch_poller_end (WatchPoller *self,
                  gboolean     answered)
{
  g_assert (WATCH_IS_POLLER (self));

  self->polling = FALSE;
  self->last = g_get_monotonic_time ();

  if (answered)
    {
      self->n_failures = 0;
    }
  else
    {
      self->n_failures++;
      self->jitter = g_random_double_range (0.75, 1);
    }

  if (self->again)
    {
      self->again = FALSE;
      watch_poller_hurry (self);
    }
  else
    {
      watch_poller_schedule (self);
    }
}

static void
watch_poller_set (WatchPoller *self,
                  gboolean    *flag,
                  gboolean     value)
{
  g_assert (WATCH_IS_POLLER (self));

  if (*flag == !!value)
    return;

  *flag = !!value;
  watch_poller_schedule (self);
}

void
watch_poller_set_busy (WatchPoller *self,
                       gboolean     busy)
{
  watch_poller_set (self, &self->busy, busy);
}

void
watch_poller_set_visible (WatchPoller *self,
                          gboolean     visible)
{
  watch_poller_set (self, &self->visible, visible);
}

void
watch_poller_set_live (WatchPoller *self,
                       gboolean     live)
{
  watch_poller_set (self, &self->live, live);
}

/* Whether it is worth a try. */
gboolean
watch_poller_get_online (WatchPoller *self)
{
  g_assert (WATCH_IS_POLLER (self));

  return self->online;
}

/* In seconds, from one poll to the next. */
guint
watch_poller_get_interval (WatchPoller *self)
{
  guint interval;

  g_assert (WATCH_IS_POLLER (self));

  if (self->live)
    interval = LIVE_INTERVAL;
  else if (self->busy)
    interval = BUSY_INTERVAL;
  else if (self->visible)
    interval = VISIBLE_INTERVAL;
  else
    interval = IDLE_INTERVAL;

  if (!self->online)
    return MAX_INTERVAL;

  if (self->n_failures == 0)
    return interval;

  return MIN (interval << MIN (self->n_failures, 6u), MAX_INTERVAL) * self->jitter;
}

/* In microseconds from some time on, also while the machine sleeps; never 0. */
gint64
watch_poller_get_time (WatchPoller *self)
{
  g_assert (WATCH_IS_POLLER (self));

  return g_get_monotonic_time () * self->speed + watch_sleep_get_slept () + 1;
}

void
watch_poller_set_online (WatchPoller *self,
                         gboolean     online)
{
  gboolean is_back;

  g_assert (WATCH_IS_POLLER (self));

  /* Another network may do where the one before did not. */
  is_back = online && (!self->online || self->n_failures > 0);
  self->online = online;

  if (is_back)
    watch_poller_hurry (self);
  else
    watch_poller_schedule (self);
}

/* @slept: for how long the machine has slept since it was booted, in microseconds */
void
watch_poller_set_slept (WatchPoller *self,
                        gint64       slept)
{
  gboolean has_slept;

  g_assert (WATCH_IS_POLLER (self));

  has_slept = slept - self->slept > MIN_SLEEP;
  self->slept = slept;

  if (has_slept)
    watch_poller_hurry (self);
}

void
watch_poller_set_speed (WatchPoller *self,
                        double       speed)
{
  g_assert (WATCH_IS_POLLER (self));
  g_assert (speed >= 1);

  self->speed = speed;
  watch_poller_schedule (self);
}
