/* test-format.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "bambu-words.h"
#include "platen-format.h"

/* Whichever spaces stand before units. */
static void
assert_takes (char       *string,
              const char *expected)
{
  g_auto(GStrv) parts = g_strsplit (string, "\u00a0", -1);
  g_autofree char *plain = g_strjoinv (" ", parts);

  g_assert_cmpstr (plain, ==, expected);
  g_free (string);
}

/* A number and its unit stay on one line. */
static void
test_spaces (void)
{
  g_autofree char *duration = platen_format_duration (72 * 60);
  g_autofree char *percent = platen_format_percent (62);
  g_autofree char *grams = platen_format_grams (12.6);

  g_assert_cmpstr (duration, ==, "1\u00a0h 12\u00a0min");
  g_assert_cmpstr (percent, ==, "62\u00a0%");
  g_assert_cmpstr (grams, ==, "12.6\u00a0g");
}

static GDateTime *
parse (const char *text)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  GDateTime *time = g_date_time_new_from_iso8601 (text, zone);

  g_assert_nonnull (time);

  return time;
}

static void
test_duration (void)
{
  assert_takes (platen_format_duration (G_MININT), "0 s");
  assert_takes (platen_format_duration (-1), "0 s");
  assert_takes (platen_format_duration (0), "0 s");
  assert_takes (platen_format_duration (45), "45 s");
  assert_takes (platen_format_duration (60), "1 min");
  assert_takes (platen_format_duration (89), "1 min");
  assert_takes (platen_format_duration (90), "2 min");
  assert_takes (platen_format_duration (59 * 60 + 29), "59 min");
  assert_takes (platen_format_duration (59 * 60 + 30), "1 h");
  assert_takes (platen_format_duration (72 * 60), "1 h 12 min");
  assert_takes (platen_format_duration (24 * 3600 - 31), "23 h 59 min");
  assert_takes (platen_format_duration (24 * 3600 - 1), "1 d");
  assert_takes (platen_format_duration (26 * 3600), "1 d 2 h");
  assert_takes (platen_format_duration (G_MAXINT), "24855 d 3 h");
}

static void
test_time_left (void)
{
  assert_takes (platen_format_time_left (-5), "done any moment");
  assert_takes (platen_format_time_left (0), "done any moment");
  assert_takes (platen_format_time_left (59), "less than a minute left");
  assert_takes (platen_format_time_left (72 * 60), "1 h 12 min left");
}

static void
test_numbers (void)
{
  assert_takes (platen_format_percent (0), "0 %");
  assert_takes (platen_format_percent (62), "62 %");
  assert_takes (platen_format_grams (0), "0.0 g");
  assert_takes (platen_format_grams (12.6), "12.6 g");
  assert_takes (platen_format_grams (99.96), "100 g");
  assert_takes (platen_format_grams (999.4), "999 g");
  assert_takes (platen_format_grams (999.6), "1.00 kg");
  assert_takes (platen_format_grams (1240), "1.24 kg");
  assert_takes (platen_format_meters (4.16), "4.16 m");
  assert_takes (platen_format_meters (99.997), "100 m");
  assert_takes (platen_format_meters (112.4), "112 m");
}

static void
test_clock (void)
{
  g_autoptr(GDateTime) morning = parse ("2026-11-03T07:05:59");
  g_autoptr(GDateTime) evening = parse ("2026-11-03T18:40:00");
  g_autofree char *old = g_strdup (setlocale (LC_TIME, NULL));

  assert_takes (platen_format_clock (morning), "07:05");
  assert_takes (platen_format_clock (evening), "18:40");

  if (setlocale (LC_TIME, "en_US.UTF-8") == NULL)
    {
      g_test_skip ("there is no locale here whose hours go to 12");
      return;
    }

  assert_takes (platen_format_clock (morning), "7:05 AM");
  assert_takes (platen_format_clock (evening), "6:40 PM");
  setlocale (LC_TIME, old);
}

static void
test_date (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) old = parse ("2022-11-03T18:40:00");
  g_autofree char *today = g_date_time_format (now, "%-e %b");
  g_autofree char *minute = g_date_time_format (now, "%-e %b, %H:%M");

  assert_takes (platen_format_date (now), today);
  assert_takes (platen_format_date (old), "3 Nov 2022");
  assert_takes (platen_format_date_time (now), minute);
  assert_takes (platen_format_date_time (old), "3 Nov 2022, 18:40");
}

static void
test_moment (void)
{
  const struct {
    const char *time;
    const char *moment;
  } moments[] = {
    { "2026-11-03T18:40:00", "18:40" },
    { "2026-11-03T00:00:00", "00:00" },
    { "2026-11-02T23:59:59", "yesterday 23:59" },
    { "2026-11-04T07:10:00", "tomorrow 07:10" },
    { "2026-11-05T07:10:00", "5 Nov 07:10" },
    { "2026-11-01T07:10:00", "1 Nov 07:10" },
    { "2027-01-05T07:10:00", "5 Jan 2027 07:10" },
  };
  g_autoptr(GDateTime) now = parse ("2026-11-03T12:00:00");
  g_autoptr(GDateTime) new_year = parse ("2027-01-01T00:30:00");
  g_autoptr(GDateTime) eve = parse ("2026-12-31T23:59:00");

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr(GDateTime) time = parse (moments[i].time);
      g_autofree char *done = g_strdup_printf ("done %s", moments[i].moment);

      assert_takes (platen_format_moment (time, now), moments[i].moment);
      assert_takes (platen_format_done (time, now), done);
    }

  assert_takes (platen_format_moment (new_year, eve), "tomorrow 00:30");
  assert_takes (platen_format_moment (eve, new_year), "yesterday 23:59");
}

/* The cloud tells times in UTC: what matters is the day where the user is. */
static void
test_time_zone (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Etc/GMT-5");
  g_autoptr(GDateTime) late = parse ("2026-11-03T23:30:00");
  g_autoptr(GDateTime) elsewhere = g_date_time_to_timezone (late, zone);
  g_autoptr(GDateTime) now = parse ("2026-11-03T12:00:00");

  assert_takes (platen_format_moment (elsewhere, now), "23:30");
  assert_takes (platen_format_clock (elsewhere), "23:30");
}

static void
test_ago (void)
{
  const struct {
    const char *time;
    const char *ago;
  } times[] = {
    { "2026-11-10T12:05:00", "just now" },
    { "2026-11-10T11:59:01", "just now" },
    { "2026-11-10T11:59:00", "1 min ago" },
    { "2026-11-10T11:00:01", "59 min ago" },
    { "2026-11-10T10:00:00", "2 h ago" },
    { "2026-11-09T12:00:01", "23 h ago" },
    { "2026-11-09T12:00:00", "1 day ago" },
    { "2026-11-04T12:00:00", "6 days ago" },
    { "2026-11-03T12:00:00", "3 Nov" },
    { "2025-11-03T12:00:00", "3 Nov 2025" },
  };
  g_autoptr(GDateTime) now = parse ("2026-11-10T12:00:00");

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr(GDateTime) time = parse (times[i].time);

      assert_takes (platen_format_ago (time, now), times[i].ago);
    }
}

static void
test_device_state (void)
{
  g_autoptr(GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) icons = g_hash_table_new (g_str_hash, g_str_equal);

  /* Never a colour alone: each has a word and a symbol of its own. */
  for (BambuDeviceState state = BAMBU_DEVICE_STATE_UNKNOWN; state <= BAMBU_DEVICE_STATE_OFFLINE; state++)
    {
      g_assert_nonnull (platen_format_device_state_class (state));
      g_assert_true (g_hash_table_add (words, (gpointer)bambu_device_state_get_word (state)));
      g_assert_true (g_hash_table_add (icons, (gpointer)platen_format_device_state_icon (state)));
    }

  g_assert_cmpstr (bambu_device_state_get_word (BAMBU_DEVICE_STATE_PAUSED), ==, "Paused");
  g_assert_cmpstr (platen_format_device_state_class (BAMBU_DEVICE_STATE_PAUSED), ==, "warning");
  g_assert_cmpstr (bambu_device_state_get_word (99), ==, "Unknown");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/format/duration", test_duration);
  g_test_add_func ("/app/format/time-left", test_time_left);
  g_test_add_func ("/app/format/numbers", test_numbers);
  g_test_add_func ("/app/format/spaces", test_spaces);
  g_test_add_func ("/app/format/clock", test_clock);
  g_test_add_func ("/app/format/date", test_date);
  g_test_add_func ("/app/format/moment", test_moment);
  g_test_add_func ("/app/format/time-zone", test_time_zone);
  g_test_add_func ("/app/format/ago", test_ago);
  g_test_add_func ("/app/format/device-state", test_device_state);

  return g_test_run ();
}
