/* platen-day.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-day.h"

#include <glib/gi18n.h>

static int
count_days (GDateTime *local)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date,
                  g_date_time_get_day_of_month (local),
                  g_date_time_get_month (local),
                  g_date_time_get_year (local));

  return g_date_get_julian (&date);
}

/**
 * platen_day_dup_title:
 * @time: a time, of any zone
 * @day: (out): its day, which grows by one from one day to the next
 *
 * Returns: (transfer full): what the day of @time is called, as in "Monday, 3 November"
 */
char *
platen_day_dup_title (GDateTime *time,
                      int       *day)
{
  g_autoptr(GDateTime) local = NULL;
  g_autoptr(GDateTime) now = NULL;

  g_return_val_if_fail (time != NULL, NULL);
  g_return_val_if_fail (day != NULL, NULL);

  local = g_date_time_to_local (time);
  now = g_date_time_new_now_local ();
  *day = count_days (local);

  if (g_date_time_get_year (local) == g_date_time_get_year (now))
    /* Translators: a day of the present year, see g_date_time_format()
     * xgettext:no-c-format */
    return g_date_time_format (local, _("%A, %-d %B"));

  /* Translators: a day of another year, see g_date_time_format()
   * xgettext:no-c-format */
  return g_date_time_format (local, _("%A, %-d %B %Y"));
}

/**
 * platen_day_dup_detail:
 * @day: a day, as platen_day_dup_title() counts
 *
 * Returns: (transfer full) (nullable): how @day lies to the present one, where there is a word for that
 */
char *
platen_day_dup_detail (int day)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  const int today = count_days (now);

  if (day == today)
    return g_strdup (_("Today"));

  return day == today - 1 ? g_strdup (_("Yesterday")) : NULL;
}
