/* bambu-clock.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-clock.h"

#include <time.h>

/* Seconds, for tests. */
static int pretended_sleep;

/**
 * bambu_clock_get_boot_time:
 *
 * Returns: microseconds since the computer was started, also those that it slept
 */
gint64
bambu_clock_get_boot_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);

  return ((gint64) now.tv_sec + g_atomic_int_get (&pretended_sleep)) * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/**
 * bambu_clock_get_slept:
 *
 * Returns: how many microseconds the computer has slept since it was started
 */
gint64
bambu_clock_get_slept (void)
{
  return bambu_clock_get_boot_time () - g_get_monotonic_time ();
}

/**
 * bambu_clock_pretend_sleep:
 * @seconds: for how long
 *
 * For tests: from now on it is as if the computer had just slept.
 */
void
bambu_clock_pretend_sleep (int seconds)
{
  g_atomic_int_add (&pretended_sleep, seconds);
}
