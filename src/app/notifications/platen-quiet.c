/* platen-quiet.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-quiet.h"

#define MINUTES_A_DAY (24 * 60)

struct _PlatenQuiet
{
  GObject    parent_instance;

  GSettings *settings;

  /* As they were told last: whether it is quiet hours, and until when it is muted. */
  gboolean   hours;
  GDateTime *muted_until;
  guint      source;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char * const keys[] = {
  "quiet-hours",
  "quiet-from",
  "quiet-until",
  "muted-until",
};

G_DEFINE_FINAL_TYPE (PlatenQuiet, platen_quiet, G_TYPE_OBJECT)

static GDateTime *
dup_muted_until (PlatenQuiet *self,
                 GDateTime   *now)
{
  const gint64 seconds = g_settings_get_int64 (self->settings, "muted-until");
  g_autoptr(GDateTime) until = seconds > 0 ? g_date_time_new_from_unix_local (seconds) : NULL;

  return until != NULL && g_date_time_compare (until, now) > 0 ? g_steal_pointer (&until) : NULL;
}

static gboolean
is_quiet_hour (PlatenQuiet *self,
               GDateTime   *now)
{
  return g_settings_get_boolean (self->settings, "quiet-hours") &&
         platen_quiet_is_within (now,
                                 g_settings_get_int (self->settings, "quiet-from"),
                                 g_settings_get_int (self->settings, "quiet-until"));
}

static gboolean
timeout_cb (gpointer user_data)
{
  PlatenQuiet *self = user_data;

  self->source = 0;
  platen_quiet_update (self);

  return G_SOURCE_REMOVE;
}

/* To when the next of what there is begins or ends. */
static void
schedule (PlatenQuiet *self,
          GDateTime   *now)
{
  g_autoptr(GDateTime) next = self->muted_until != NULL ? g_date_time_ref (self->muted_until) : NULL;
  GTimeSpan wait;

  g_clear_handle_id (&self->source, g_source_remove);

  if (g_settings_get_boolean (self->settings, "quiet-hours"))
    {
      const char *key = self->hours ? "quiet-until" : "quiet-from";
      g_autoptr(GDateTime) turn = platen_quiet_find_next (now, g_settings_get_int (self->settings, key));

      if (next == NULL || g_date_time_compare (turn, next) < 0)
        {
          g_clear_pointer (&next, g_date_time_unref);
          next = g_steal_pointer (&turn);
        }
    }

  if (next == NULL)
    return;

  /* Not before its time, when nothing would have changed yet. */
  wait = g_date_time_difference (next, now) / G_TIME_SPAN_SECOND + 1;
  self->source = g_timeout_add_seconds (CLAMP (wait, 1, MINUTES_A_DAY * 60), timeout_cb, self);
}

static gboolean
is_same_time (GDateTime *a,
              GDateTime *b)
{
  return (a == NULL) == (b == NULL) && (a == NULL || g_date_time_equal (a, b));
}

static void
platen_quiet_dispose (GObject *object)
{
  PlatenQuiet *self = PLATEN_QUIET (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->muted_until, g_date_time_unref);

  G_OBJECT_CLASS (platen_quiet_parent_class)->dispose (object);
}

static void
platen_quiet_class_init (PlatenQuietClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_quiet_dispose;

  signals[CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
platen_quiet_init (PlatenQuiet *self)
{
}

/**
 * platen_quiet_new:
 * @settings: what the user has set
 *
 * Returns: (transfer full): what tells when to be quiet
 */
PlatenQuiet *
platen_quiet_new (GSettings *settings)
{
  PlatenQuiet *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (PLATEN_TYPE_QUIET, NULL);
  self->settings = g_object_ref (settings);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *signal = g_strdup_printf ("changed::%s", keys[i]);

      g_signal_connect_object (settings, signal, G_CALLBACK (platen_quiet_update), self, G_CONNECT_SWAPPED);
    }

  platen_quiet_update (self);

  return self;
}

/**
 * platen_quiet_holds_back:
 * @self: a #PlatenQuiet
 * @failure: whether it is about a failure, or something as grave
 *
 * Returns: whether what is to be told now has to wait
 */
gboolean
platen_quiet_holds_back (PlatenQuiet *self,
                         gboolean     failure)
{
  g_return_val_if_fail (PLATEN_IS_QUIET (self), FALSE);

  if (self->muted_until != NULL)
    return TRUE;

  return self->hours && !(failure && g_settings_get_boolean (self->settings, "quiet-failures"));
}

/**
 * platen_quiet_get_muted_until:
 * @self: a #PlatenQuiet
 *
 * Returns: (transfer none) (nullable): when notifications come again, or %NULL where the user has not muted them
 */
GDateTime *
platen_quiet_get_muted_until (PlatenQuiet *self)
{
  g_return_val_if_fail (PLATEN_IS_QUIET (self), NULL);

  return self->muted_until;
}

/**
 * platen_quiet_mute:
 * @self: a #PlatenQuiet
 * @until: (nullable): when notifications come again, or %NULL for now
 *
 * Mutes notifications, also for the next start of the program, or ends that.
 */
void
platen_quiet_mute (PlatenQuiet *self,
                   GDateTime   *until)
{
  g_return_if_fail (PLATEN_IS_QUIET (self));

  g_settings_set_int64 (self->settings, "muted-until", until != NULL ? g_date_time_to_unix (until) : 0);
}

/**
 * platen_quiet_update:
 * @self: a #PlatenQuiet
 *
 * Looks at the clock, which may have been set, or gone on while the machine slept.
 */
void
platen_quiet_update (PlatenQuiet *self)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) muted_until = NULL;
  gboolean hours;

  g_return_if_fail (PLATEN_IS_QUIET (self));

  muted_until = dup_muted_until (self, now);
  hours = is_quiet_hour (self, now);

  if (hours != self->hours || !is_same_time (muted_until, self->muted_until))
    {
      self->hours = hours;
      g_clear_pointer (&self->muted_until, g_date_time_unref);
      self->muted_until = g_steal_pointer (&muted_until);
      schedule (self, now);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  else
    {
      schedule (self, now);
    }
}

/**
 * platen_quiet_find_next:
 * @now: a time
 * @minute: of the day, from 0 to 1439
 *
 * Returns: (transfer full): the next time, after @now, that the clock on the wall shows it
 */
GDateTime *
platen_quiet_find_next (GDateTime *now,
                        int        minute)
{
  g_autoptr(GDateTime) local = NULL;
  GDateTime *next = NULL;

  g_return_val_if_fail (now != NULL, NULL);
  g_return_val_if_fail (minute >= 0 && minute < MINUTES_A_DAY, NULL);

  local = g_date_time_to_local (now);

  /* A day that the clock is put forward on may lack that minute, hence the second try. */
  for (int days = 0; days <= 2 && next == NULL; days++)
    {
      g_autoptr(GDateTime) day = g_date_time_add_days (local, days);

      next = g_date_time_new_local (g_date_time_get_year (day),
                                    g_date_time_get_month (day),
                                    g_date_time_get_day_of_month (day),
                                    minute / 60, minute % 60, 0);

      if (next != NULL && g_date_time_compare (next, local) <= 0)
        g_clear_pointer (&next, g_date_time_unref);
    }

  return next;
}

/**
 * platen_quiet_is_within:
 * @now: a time
 * @from: a minute of the day
 * @until: a minute of the day; before @from: of the next day
 *
 * Returns: whether the clock on the wall is between the two; never where they are the same
 */
gboolean
platen_quiet_is_within (GDateTime *now,
                        int        from,
                        int        until)
{
  g_autoptr(GDateTime) local = NULL;
  int minute;

  g_return_val_if_fail (now != NULL, FALSE);

  local = g_date_time_to_local (now);
  minute = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);

  if (from <= until)
    return minute >= from && minute < until;

  return minute >= from || minute < until;
}
