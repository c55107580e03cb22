/* watch-sleep.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-sleep.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

/* A clock whose reading jumps ends the wait for a time that never comes: nothing wakes up until then. */
typedef struct
{
  GSource  source;
  gpointer tag;
  int      fd;
} WatchSleepSource;

static gint64
read_clock (clockid_t id)
{
  struct timespec now;

  return clock_gettime (id, &now) == 0 ? now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000 : 0;
}

/* The clock that stands still while the machine sleeps is read first: what passes in between is not taken for sleep, since
 * it is far too short.
 */
gint64
watch_sleep_get_slept (void)
{
  const gint64 awake = read_clock (CLOCK_MONOTONIC);

  return read_clock (CLOCK_BOOTTIME) - awake;
}

static gboolean
wait_for_jump (int fd)
{
  const struct itimerspec never = { .it_value.tv_sec = G_MAXINT32 };

  return timerfd_settime (fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, NULL) == 0;
}

static gboolean
watch_sleep_source_dispatch (GSource     *source,
                             GSourceFunc  callback,
                             gpointer     user_data)
{
  WatchSleepSource *self = (WatchSleepSource *)source;
  guint64 n_times;

  /* It fails with ECANCELED, which is what was waited for. */
  if (read (self->fd, &n_times, sizeof n_times) < 0 && errno != ECANCELED)
    return G_SOURCE_CONTINUE;

  wait_for_jump (self->fd);

  return callback != NULL ? callback (user_data) : G_SOURCE_CONTINUE;
}

static void
watch_sleep_source_finalize (GSource *source)
{
  WatchSleepSource *self = (WatchSleepSource *)source;

  close (self->fd);
}

GSource *
watch_sleep_source_new (void)
{
  static GSourceFuncs funcs = {
    .dispatch = watch_sleep_source_dispatch,
    .finalize = watch_sleep_source_finalize,
  };
  const int fd = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  WatchSleepSource *self;

  if (fd < 0)
    return NULL;

  if (!wait_for_jump (fd))
    {
      close (fd);
      return NULL;
    }

  self = (WatchSleepSource *)g_source_new (&funcs, sizeof (WatchSleepSource));
  self->fd = fd;
  self->tag = g_source_add_unix_fd (&self->source, fd, G_IO_IN);

  return &self->source;
}
