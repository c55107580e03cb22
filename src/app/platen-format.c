/* platen-format.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-format.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <string.h>

#define MINUTE 60
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

/* No line breaks between a number and its unit: the spaces there are U+00A0. */

static PlatenFormatHours hours;

/* Not all locales that have words for morning and afternoon use them. */
static gboolean
uses_twelve_hours (void)
{
  static const char * const twelve_hours[] = { "%r", "%I", "%l", "%p" };
  const char *format = nl_langinfo (T_FMT);

  if (hours != PLATEN_FORMAT_HOURS_LOCALE)
    return hours == PLATEN_FORMAT_HOURS_12;

  for (guint i = 0; i < G_N_ELEMENTS (twelve_hours); i++)
    {
      if (strstr (format, twelve_hours[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

static GDateTime *
to_local (GDateTime *time)
{
  return time != NULL ? g_date_time_to_local (time) : g_date_time_new_now_local ();
}

/* How many midnights lie between two local times. */
static int
count_days (GDateTime *from,
            GDateTime *to)
{
  GDate from_date;
  GDate to_date;
  int year;
  int month;
  int day;

  g_date_time_get_ymd (from, &year, &month, &day);
  g_date_clear (&from_date, 1);
  g_date_set_dmy (&from_date, day, month, year);

  g_date_time_get_ymd (to, &year, &month, &day);
  g_date_clear (&to_date, 1);
  g_date_set_dmy (&to_date, day, month, year);

  return g_date_days_between (&from_date, &to_date);
}

static char *
format_day (GDateTime *local,
            GDateTime *now)
{
  if (g_date_time_get_year (local) == g_date_time_get_year (now))
    /* Translators: a day of this year, as in "3 Nov", for g_date_time_format()
     * xgettext:no-c-format */
    return g_date_time_format (local, _("%-e %b"));

  /* Translators: a day of another year, as in "3 Nov 2022", for g_date_time_format()
   * xgettext:no-c-format */
  return g_date_time_format (local, _("%-e %b %Y"));
}

/**
 * platen_format_set_hours:
 * @new_hours: how many hours a clock has
 *
 * Sets how times of day are formatted from now on. Main thread only.
 */
void
platen_format_set_hours (PlatenFormatHours new_hours)
{
  hours = new_hours;
}

/**
 * platen_format_clock:
 * @time: a time
 *
 * Returns: (transfer full): its time of day, as in "18:40" or "6:40 PM", whichever the desktop or the locale uses
 */
char *
platen_format_clock (GDateTime *time)
{
  g_autoptr(GDateTime) local = NULL;

  g_return_val_if_fail (time != NULL, NULL);

  local = g_date_time_to_local (time);

  if (uses_twelve_hours ())
    /* Translators: a time of day where hours go to 12, as in "6:40 PM", for g_date_time_format()
     * xgettext:no-c-format */
    return g_date_time_format (local, _("%-I:%M %p"));

  /* Translators: a time of day where hours go to 24, as in "18:40", for g_date_time_format()
   * xgettext:no-c-format */
  return g_date_time_format (local, _("%H:%M"));
}

/**
 * platen_format_date:
 * @time: a time
 *
 * Returns: (transfer full): its day, as in "3 Nov", with the year where that is not the present one
 */
char *
platen_format_date (GDateTime *time)
{
  g_autoptr(GDateTime) local = NULL;
  g_autoptr(GDateTime) now = NULL;

  g_return_val_if_fail (time != NULL, NULL);

  local = g_date_time_to_local (time);
  now = g_date_time_new_now_local ();

  return format_day (local, now);
}

/**
 * platen_format_date_time:
 * @time: a time
 *
 * Returns: (transfer full): its day and minute, as in "3 Nov, 18:40", with the year where that is not the present one
 */
char *
platen_format_date_time (GDateTime *time)
{
  g_autofree char *date = NULL;
  g_autofree char *clock = NULL;

  g_return_val_if_fail (time != NULL, NULL);

  date = platen_format_date (time);
  clock = platen_format_clock (time);

  /* Translators: a day and a time of day, as in "3 Nov, 18:40" */
  return g_strdup_printf (_("%s, %s"), date, clock);
}

/**
 * platen_format_moment:
 * @time: a time
 * @now: (nullable): the time that it is seen from, or %NULL for the present
 *
 * Returns: (transfer full): the time as short as it can be said: "18:40" today, "tomorrow 07:10", "yesterday 07:10",
 *   else "3 Nov 07:10"
 */
char *
platen_format_moment (GDateTime *time,
                      GDateTime *now)
{
  g_autoptr(GDateTime) local = NULL;
  g_autoptr(GDateTime) local_now = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (time != NULL, NULL);

  local = g_date_time_to_local (time);
  local_now = to_local (now);
  clock = platen_format_clock (local);

  switch (count_days (local_now, local))
    {
    case 0:
      return g_steal_pointer (&clock);

    case 1:
      /* Translators: a time of day, as in "tomorrow 07:10" */
      return g_strdup_printf (_("tomorrow %s"), clock);

    case -1:
      /* Translators: a time of day, as in "yesterday 07:10" */
      return g_strdup_printf (_("yesterday %s"), clock);

    default:
      day = format_day (local, local_now);

      /* Translators: a day and a time of day, as in "3 Nov 07:10" */
      return g_strdup_printf (_("%s %s"), day, clock);
    }
}

/**
 * platen_format_ago:
 * @time: a time that has passed
 * @now: (nullable): the time that it is seen from, or %NULL for the present
 *
 * Returns: (transfer full): how long ago it was, as in "2 h ago"; the day after a week
 */
char *
platen_format_ago (GDateTime *time,
                   GDateTime *now)
{
  g_autoptr(GDateTime) local = NULL;
  g_autoptr(GDateTime) local_now = NULL;
  GTimeSpan seconds;
  int days;

  g_return_val_if_fail (time != NULL, NULL);

  local = g_date_time_to_local (time);
  local_now = to_local (now);
  seconds = g_date_time_difference (local_now, local) / G_TIME_SPAN_SECOND;
  days = count_days (local, local_now);

  /* Clocks differ: what has yet to come by ours counts as now. */
  if (seconds < MINUTE)
    return g_strdup (_("just now"));

  if (seconds < HOUR)
    /* Translators: minutes */
    return g_strdup_printf (_("%d\u00a0min ago"), (int)(seconds / MINUTE));

  if (seconds < DAY)
    /* Translators: hours */
    return g_strdup_printf (_("%d\u00a0h ago"), (int)(seconds / HOUR));

  if (days < 7)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", days), days);

  return format_day (local, local_now);
}

/**
 * platen_format_done:
 * @time: when a print should be done
 * @now: (nullable): the time that it is seen from, or %NULL for the present
 *
 * Returns: (transfer full): as in "done 18:40", "done tomorrow 07:10" or "done 3 Nov 07:10"
 */
char *
platen_format_done (GDateTime *time,
                    GDateTime *now)
{
  g_autofree char *moment = NULL;

  g_return_val_if_fail (time != NULL, NULL);

  moment = platen_format_moment (time, now);

  /* Translators: when a print should be done, as in "done 18:40" or "done tomorrow 07:10" */
  return g_strdup_printf (_("done %s"), moment);
}

/**
 * platen_format_duration:
 * @seconds: a time span; negative ones count as none
 *
 * Returns: (transfer full): its two greatest units, as in "1 h 12 min"
 */
char *
platen_format_duration (int seconds)
{
  int minutes;

  if (seconds < MINUTE)
    /* Translators: seconds */
    return g_strdup_printf (_("%d\u00a0s"), MAX (0, seconds));

  /* To the nearest minute, as a slicer does; an int of seconds cannot overflow in minutes. */
  minutes = seconds / MINUTE + (seconds % MINUTE >= MINUTE / 2);

  if (minutes < HOUR / MINUTE)
    /* Translators: minutes */
    return g_strdup_printf (_("%d\u00a0min"), minutes);

  if (minutes < DAY / MINUTE)
    {
      if (minutes % 60 == 0)
        /* Translators: hours */
        return g_strdup_printf (_("%d\u00a0h"), minutes / 60);

      /* Translators: hours and minutes */
      return g_strdup_printf (_("%d\u00a0h %d\u00a0min"), minutes / 60, minutes % 60);
    }

  if (minutes / 60 % 24 == 0)
    /* Translators: days */
    return g_strdup_printf (_("%d\u00a0d"), minutes / (24 * 60));

  /* Translators: days and hours */
  return g_strdup_printf (_("%d\u00a0d %d\u00a0h"), minutes / (24 * 60), minutes / 60 % 24);
}

/**
 * platen_format_time_left:
 * @seconds: how long a print still takes; negative where it should be done by now
 *
 * Returns: (transfer full): as in "1 h 12 min left"
 */
char *
platen_format_time_left (int seconds)
{
  g_autofree char *duration = NULL;

  if (seconds <= 0)
    return g_strdup (_("done any moment"));

  if (seconds < MINUTE)
    return g_strdup (_("less than a minute left"));

  duration = platen_format_duration (seconds);

  /* Translators: a time span, as in "1 h 12 min left" */
  return g_strdup_printf (_("%s left"), duration);
}

/**
 * platen_format_percent:
 * @percent: a share of a hundred
 *
 * Returns: (transfer full): as in "62 %"
 */
char *
platen_format_percent (int percent)
{
  /* Translators: a share of a hundred */
  return g_strdup_printf (_("%d\u00a0%%"), percent);
}

/**
 * platen_format_grams:
 * @grams: a weight
 *
 * Returns: (transfer full): as in "12.6 g" or "1.24 kg"
 */
char *
platen_format_grams (double grams)
{
  /* What would be rounded to the next unit's digits is told in those. */
  if (grams >= 999.5)
    /* Translators: kilograms */
    return g_strdup_printf (_("%.2f\u00a0kg"), grams / 1000);

  if (grams >= 99.95)
    /* Translators: grams */
    return g_strdup_printf (_("%.0f\u00a0g"), grams);

  /* Translators: grams */
  return g_strdup_printf (_("%.1f\u00a0g"), grams);
}

/**
 * platen_format_meters:
 * @meters: a length
 *
 * Returns: (transfer full): as in "4.16 m" or "112 m"
 */
char *
platen_format_meters (double meters)
{
  if (meters >= 99.995)
    /* Translators: metres */
    return g_strdup_printf (_("%'.0f\u00a0m"), meters);

  /* Translators: metres */
  return g_strdup_printf (_("%.2f\u00a0m"), meters);
}

/**
 * platen_format_device_state_class:
 * @state: what a printer does
 *
 * Returns: (transfer none): the style class that colours it
 */
const char *
platen_format_device_state_class (BambuDeviceState state)
{
  switch (state)
    {
    case BAMBU_DEVICE_STATE_PREPARING:
    case BAMBU_DEVICE_STATE_PRINTING:
      return "accent";

    case BAMBU_DEVICE_STATE_FINISHED:
      return "success";

    case BAMBU_DEVICE_STATE_PAUSED:
      return "warning";

    case BAMBU_DEVICE_STATE_FAILED:
      return "error";

    case BAMBU_DEVICE_STATE_IDLE:
    case BAMBU_DEVICE_STATE_OFFLINE:
    case BAMBU_DEVICE_STATE_UNKNOWN:
    default:
      return "dim-label";
    }
}

/**
 * platen_format_device_state_icon:
 * @state: what a printer does
 *
 * Returns: (transfer none): the name of a symbolic icon for it
 */
const char *
platen_format_device_state_icon (BambuDeviceState state)
{
  switch (state)
    {
    case BAMBU_DEVICE_STATE_IDLE:
      return "weather-clear-night-symbolic";

    case BAMBU_DEVICE_STATE_PREPARING:
      return "content-loading-symbolic";

    case BAMBU_DEVICE_STATE_PRINTING:
      return "media-playback-start-symbolic";

    case BAMBU_DEVICE_STATE_PAUSED:
      return "media-playback-pause-symbolic";

    case BAMBU_DEVICE_STATE_FINISHED:
      return "object-select-symbolic";

    case BAMBU_DEVICE_STATE_FAILED:
      return "dialog-error-symbolic";

    case BAMBU_DEVICE_STATE_OFFLINE:
      return "network-offline-symbolic";

    case BAMBU_DEVICE_STATE_UNKNOWN:
    default:
      return "dialog-question-symbolic";
    }
}
