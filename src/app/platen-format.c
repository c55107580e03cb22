/* platen-format.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-format.h"

#include <glib/gi18n.h>

#define MINUTE 60
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

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

  if (g_date_time_get_year (local) == g_date_time_get_year (now))
    /* Translators: a day of this year, as in "3 Nov", for g_date_time_format() */
    return g_date_time_format (local, _("%-e %b"));

  /* Translators: a day of another year, as in "3 Nov 2022", for g_date_time_format() */
  return g_date_time_format (local, _("%-e %b %Y"));
}

/**
 * platen_format_date_time:
 * @time: a time
 *
 * Returns: (transfer full): its day and minute, as in "3 Nov 2026, 18:40"
 */
char *
platen_format_date_time (GDateTime *time)
{
  g_autoptr(GDateTime) local = NULL;

  g_return_val_if_fail (time != NULL, NULL);

  local = g_date_time_to_local (time);

  /* Translators: a day and a time, as in "3 Nov 2026, 18:40", for g_date_time_format() */
  return g_date_time_format (local, _("%-e %b %Y, %H:%M"));
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
    return g_strdup_printf (_("%d s"), MAX (0, seconds));

  /* To the nearest minute, as a slicer does. */
  minutes = (seconds + MINUTE / 2) / MINUTE;

  if (minutes < HOUR / MINUTE)
    /* Translators: minutes */
    return g_strdup_printf (_("%d min"), minutes);

  if (minutes < DAY / MINUTE)
    {
      if (minutes % 60 == 0)
        /* Translators: hours */
        return g_strdup_printf (_("%d h"), minutes / 60);

      /* Translators: hours and minutes */
      return g_strdup_printf (_("%d h %d min"), minutes / 60, minutes % 60);
    }

  /* Translators: days and hours */
  return g_strdup_printf (_("%d d %d h"), minutes / (24 * 60), minutes / 60 % 24);
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
  if (grams >= 1000)
    /* Translators: kilograms */
    return g_strdup_printf (_("%.2f kg"), grams / 1000);

  if (grams >= 100)
    /* Translators: grams */
    return g_strdup_printf (_("%.0f g"), grams);

  /* Translators: grams */
  return g_strdup_printf (_("%.1f g"), grams);
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
  if (meters >= 100)
    /* Translators: metres */
    return g_strdup_printf (_("%.0f m"), meters);

  /* Translators: metres */
  return g_strdup_printf (_("%.2f m"), meters);
}
