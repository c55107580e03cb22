/* platen-clock.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-clock.h"

#define TICK_SECONDS 60

struct _PlatenClock
{
  GObject parent_instance;

  guint   source;
};

enum
{
  TICK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlatenClock, platen_clock, G_TYPE_OBJECT)

static gboolean
platen_clock_tick_cb (gpointer user_data)
{
  /* A handler may let go of the last reference. */
  g_autoptr(PlatenClock) self = g_object_ref (PLATEN_CLOCK (user_data));

  g_signal_emit (self, signals[TICK], 0);

  return G_SOURCE_CONTINUE;
}

static void
platen_clock_finalize (GObject *object)
{
  PlatenClock *self = PLATEN_CLOCK (object);

  g_clear_handle_id (&self->source, g_source_remove);

  G_OBJECT_CLASS (platen_clock_parent_class)->finalize (object);
}

static void
platen_clock_class_init (PlatenClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = platen_clock_finalize;

  signals[TICK] =
    g_signal_new ("tick",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
platen_clock_init (PlatenClock *self)
{
  self->source = g_timeout_add_seconds (TICK_SECONDS, platen_clock_tick_cb, self);
}

/**
 * platen_clock_dup_shared:
 *
 * Main thread only.
 *
 * Returns: (transfer full): the clock that everybody shares; it stops when the last one lets go of it
 */
PlatenClock *
platen_clock_dup_shared (void)
{
  static PlatenClock *shared;

  if (shared != NULL)
    return g_object_ref (shared);

  g_set_weak_pointer (&shared, g_object_new (PLATEN_TYPE_CLOCK, NULL));

  return shared;
}

/**
 * platen_clock_tick:
 * @self: a clock
 *
 * Has all that show times show them anew, before the minute is over.
 */
void
platen_clock_tick (PlatenClock *self)
{
  g_return_if_fail (PLATEN_IS_CLOCK (self));

  g_signal_emit (self, signals[TICK], 0);
}
