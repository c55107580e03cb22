/* test-locale.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <string.h>

#include "bambu-words.h"
#include "platen-day.h"
#include "platen-format.h"
#include "platen-locale.h"

/* How measures and times read in the locale that the test is started in. Only what the locale decides is looked at: the
 * words around it are the translators'.
 */
typedef struct
{
  const char *locale;
  const char *tenths;
  const char *hundredths;
  const char *thousands;
  const char *clock;
  const char *month;
  const char *weekday;
} Habits;

static const Habits all_habits[] = {
  { "de_DE", "12,6", "4,16", "1.234", "18:40", "Dez", "Samstag" },
  { "en_US", "12.6", "4.16", "1,234", "6:40", "Dec", "Saturday" },
  { "es_ES", "12,6", "4,16", "1.234", "18:40", "dic", "sábado" },
  { "fr_FR", "12,6", "4,16", "1\u202f234", "18:40", "déc", "samedi" },
  { "it_IT", "12,6", "4,16", "1.234", "18:40", "dic", "sabato" },
  { "zh_CN", "12.6", "4.16", "1,234", "18:40", "12月", "星期六" },
};

static const Habits *
get_habits (void)
{
  const char *locale = setlocale (LC_NUMERIC, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all_habits); i++)
    {
      if (g_str_has_prefix (locale, all_habits[i].locale))
        return &all_habits[i];
    }

  g_error ("There is nothing to be tested in the locale “%s”", locale);
}

/* Takes @text. */
static void
assert_holds (char       *text,
              const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in “%s”", part, text);

  g_free (text);
}

static void
test_measures (void)
{
  const Habits *habits = get_habits ();

  assert_holds (platen_format_grams (12.6), habits->tenths);
  assert_holds (platen_format_grams (4160), habits->hundredths);
  assert_holds (platen_format_meters (4.16), habits->hundredths);
  assert_holds (platen_format_meters (1234), habits->thousands);
}

static void
test_times (void)
{
  const Habits *habits = get_habits ();
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GDateTime) time = g_date_time_new (zone, 2022, 12, 3, 18, 40, 0);
  int day;

  assert_holds (platen_format_clock (time), habits->clock);
  assert_holds (platen_format_date (time), habits->month);
  assert_holds (platen_format_date (time), "2022");
  assert_holds (platen_format_date_time (time), habits->month);
  assert_holds (platen_format_date_time (time), habits->clock);
  assert_holds (platen_day_dup_title (time, &day), habits->weekday);
}

/* Also where the locale has no words for it, who wants twelve hours can tell the morning from the evening. */
static void
test_twelve_hours (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GDateTime) morning = g_date_time_new (zone, 2022, 12, 3, 6, 40, 0);
  g_autoptr(GDateTime) evening = g_date_time_new (zone, 2022, 12, 3, 18, 40, 0);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  platen_format_set_hours (PLATEN_FORMAT_HOURS_12);
  first = platen_format_clock (morning);
  second = platen_format_clock (evening);
  g_assert_nonnull (strstr (first, "6:40"));
  g_assert_nonnull (strstr (second, "6:40"));
  g_assert_cmpstr (first, !=, second);

  platen_format_set_hours (PLATEN_FORMAT_HOURS_24);
  assert_holds (platen_format_clock (evening), "18:40");
  platen_format_set_hours (PLATEN_FORMAT_HOURS_LOCALE);
}

/* There is a catalog for each of these languages, and it is found. */
static void
test_words (void)
{
  const gboolean english = g_str_has_prefix (get_habits ()->locale, "en");
  const char *word = bambu_device_state_get_word (BAMBU_DEVICE_STATE_PRINTING);

  g_assert_true (g_str_equal (word, "Printing") == english);
}

int
main (int   argc,
      char *argv[])
{
  platen_locale_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/locale/measures", test_measures);
  g_test_add_func ("/app/locale/times", test_times);
  g_test_add_func ("/app/locale/twelve-hours", test_twelve_hours);
  g_test_add_func ("/app/locale/words", test_words);

  return g_test_run ();
}
