/* bench-startup.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long it takes from the program's start until last known data is on the screen, and how much memory it has then
 * and after forty thumbnails, beside a window of libadwaita with nothing in it. Both programs are looked at from
 * outside, as they are installed: what counts is what the X server shows.
 */

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "screen-watch.h"
#include "test-cloud.h"

#define N_ROUNDS     5
#define N_THUMBNAILS 40
#define TIME_AIM     1.3
#define MEMORY_AIM   1.25

#define MAX_PAGES  30
#define TIMEOUT_MS 60000
#define QUIET_MS   2500

/* Of the pixels that tell data from none: a minute of the clock may pass in between. */
#define ENOUGH 0.9

#define THUMBNAIL_PATH "/model/*"

/* One of the two programs. */
typedef struct
{
  const char *program;

  /* What is on the screen once it shows what it is to show, and where: numbers of pixels. */
  GBytes     *goal;
  GArray     *pixels;

  /* What was measured, in milliseconds and kilobytes. */
  GArray     *time;
  GArray     *memory;
  GArray     *settled;
  GArray     *pictured;
} Subject;

typedef struct
{
  ScreenWatch     *screen;
  TestCloud       *cloud;
  GSocketListener *listener;
  char            *silent_url;
  Subject          bare;
  Subject          platen;
} Bench;

/* A program that runs. */
typedef struct
{
  Subject     *subject;
  GSubprocess *process;
  gint64       begin;
  gint64       seen;
} Run;

static char *platenctl_program;
static char *platen_program;
static char *bare_program;

/* Neither program leaves the other anything: not even what each of them has set. */
static void
remember_page (const char *page)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "glib-2.0", "settings", NULL);
  g_autofree char *path = g_build_filename (folder, "keyfile", NULL);
  g_autofree char *text = g_strdup_printf ("[io/github/platen/Platen]\npage='%s'\n", page);
  g_autoptr(GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
run_start (Run        *run,
           Bench      *bench,
           Subject    *subject,
           const char *url,
           const char *cache)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autofree char *cache_dir = g_build_filename (g_get_user_cache_dir (), cache, NULL);
  g_autofree char *mqtt_url = g_strdup_printf ("mqtt%s", strchr (bench->silent_url, ':'));
  g_autoptr(GError) error = NULL;

  g_subprocess_launcher_setenv (launcher, "GSETTINGS_BACKEND", "keyfile", TRUE);
  g_subprocess_launcher_setenv (launcher, "PLATEN_API_URL", url, TRUE);
  g_subprocess_launcher_setenv (launcher, "PLATEN_MQTT_URL", mqtt_url, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CACHE_HOME", cache_dir, TRUE);

  run->subject = subject;
  run->begin = g_get_monotonic_time ();
  run->process = g_subprocess_launcher_spawn (launcher, &error, subject->program, NULL);
  g_assert_no_error (error);
}

static gboolean
is_black (GBytes   *picture,
          gint64    time,
          gpointer  user_data)
{
  const guint32 *pixels = g_bytes_get_data (picture, NULL);

  for (gsize i = 0; i < g_bytes_get_size (picture) / sizeof *pixels; i++)
    {
      if ((pixels[i] & 0xffffff) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_drawn_on (GBytes   *picture,
             gint64    time,
             gpointer  user_data)
{
  return !is_black (picture, time, user_data);
}

static void
run_stop (Run   *run,
          Bench *bench)
{
  g_subprocess_force_exit (run->process);
  g_subprocess_wait (run->process, NULL, NULL);
  g_clear_object (&run->process);
  g_assert_true (screen_watch_await (bench->screen, is_black, NULL, TIMEOUT_MS));
}

static GBytes *
run_settle (Run   *run,
            Bench *bench)
{
  g_assert_true (screen_watch_await (bench->screen, is_drawn_on, NULL, TIMEOUT_MS));

  return screen_watch_settle (bench->screen, QUIET_MS);
}

/* What memory it takes, its share of what others have as well included, in kilobytes. */
static double
run_get_memory (Run *run)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/smaps_rollup", g_subprocess_get_identifier (run->process));
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  const char *pss;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  pss = strstr (text, "\nPss:");
  g_assert_nonnull (pss);

  return g_ascii_strtod (pss + strlen ("\nPss:"), NULL);
}

static void
add (GArray *values,
     double  value)
{
  g_array_append_val (values, value);
}

static gboolean
shows_goal (GBytes   *picture,
            gint64    time,
            gpointer  user_data)
{
  Run *run = user_data;
  const Subject *subject = run->subject;
  const guint32 *seen = g_bytes_get_data (picture, NULL);
  const guint32 *goal = g_bytes_get_data (subject->goal, NULL);
  guint n_same = 0;

  for (guint i = 0; i < subject->pixels->len; i++)
    {
      const gsize pixel = g_array_index (subject->pixels, gsize, i);

      n_same += seen[pixel] == goal[pixel] ? 1 : 0;
    }

  run->seen = time;

  return n_same >= ENOUGH * subject->pixels->len;
}

static void
measure_start (Bench   *bench,
               Subject *subject)
{
  g_autoptr(GBytes) picture = NULL;
  Run run;

  run_start (&run, bench, subject, bench->silent_url, "known");
  g_assert_true (screen_watch_await (bench->screen, shows_goal, &run, TIMEOUT_MS));
  add (subject->time, (run.seen - run.begin) / 1000.0);
  add (subject->memory, run_get_memory (&run));

  picture = screen_watch_settle (bench->screen, QUIET_MS);
  add (subject->settled, run_get_memory (&run));
  run_stop (&run, bench);
}

static GBytes *
look_at_start (Bench      *bench,
               Subject    *subject,
               const char *url,
               const char *cache)
{
  GBytes *picture;
  Run run;

  run_start (&run, bench, subject, url, cache);
  picture = run_settle (&run, bench);
  run_stop (&run, bench);

  return picture;
}

static void
press (const char *key)
{
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error,
                              "xdotool", "search", "--onlyvisible", "--name", "^Platen$",
                              "windowfocus", "--sync", "key", key, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

/* From a cache that knows no picture, so that the cloud can tell how many have been shown. */
static void
measure_thumbnails (Bench *bench,
                    guint  round)
{
  g_autofree char *cache = g_strdup_printf ("round-%u", round);
  g_autoptr(GBytes) first = NULL;
  Run run;

  test_cloud_clear_requests (bench->cloud);
  run_start (&run, bench, &bench->platen, test_cloud_get_url (bench->cloud), cache);
  first = run_settle (&run, bench);

  for (guint i = 0; test_cloud_count_requests (bench->cloud, "GET", THUMBNAIL_PATH) < N_THUMBNAILS; i++)
    {
      g_autoptr(GBytes) next = NULL;

      g_assert_cmpuint (i, <, MAX_PAGES);
      press ("Page_Down");
      next = screen_watch_settle (bench->screen, QUIET_MS / 8);
    }

  g_test_message ("Round %u: %.0f ms, the bare window %.0f ms", round,
                  g_array_index (bench->platen.time, double, round),
                  g_array_index (bench->bare.time, double, round));
  add (bench->platen.pictured, run_get_memory (&run));
  run_stop (&run, bench);
}

/* Pixels that are the same in @known and @also, and not in @unknown. */
static GArray *
compare_pictures (GBytes *known,
                  GBytes *also,
                  GBytes *unknown)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gsize));
  const guint32 *a = g_bytes_get_data (known, NULL);
  const guint32 *b = g_bytes_get_data (also, NULL);
  const guint32 *c = g_bytes_get_data (unknown, NULL);

  for (gsize i = 0; i < g_bytes_get_size (known) / sizeof *a; i++)
    {
      if (a[i] == b[i] && a[i] != c[i])
        g_array_append_val (found, i);
    }

  return found;
}

/* Where its letters are: what is there with what it knows from last time and not without, be there pictures or not. */
static void
learn_platen (Bench *bench)
{
  const char *cloud = test_cloud_get_url (bench->cloud);
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "known", "platen", NULL);
  g_autofree char *aside = g_build_filename (g_get_user_cache_dir (), "pictures", NULL);
  g_autofree char *pictures = NULL;
  g_autoptr(GBytes) online = look_at_start (bench, &bench->platen, cloud, "known");
  g_autoptr(GBytes) plain = NULL;
  g_autoptr(GBytes) unknown = look_at_start (bench, &bench->platen, bench->silent_url, "unknown");
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);

  g_assert_nonnull (dir);
  pictures = g_build_filename (folder, g_dir_read_name (dir), "pictures", NULL);
  bench->platen.goal = look_at_start (bench, &bench->platen, bench->silent_url, "known");

  /* Nor are there any to be had from where they come from. */
  g_assert_no_errno (g_rename (pictures, aside));
  test_cloud_stop (bench->cloud);
  plain = look_at_start (bench, &bench->platen, bench->silent_url, "known");
  test_cloud_start (bench->cloud);
  g_assert_no_errno (g_rename (aside, pictures));

  bench->platen.pixels = compare_pictures (bench->platen.goal, plain, unknown);
}

static void
learn_bare (Bench *bench)
{
  g_autoptr(GBytes) nothing = screen_watch_settle (bench->screen, QUIET_MS);

  bench->bare.goal = look_at_start (bench, &bench->bare, bench->silent_url, "known");
  bench->bare.pixels = compare_pictures (bench->bare.goal, bench->bare.goal, nothing);
}

static void
sign_in (Bench *bench)
{
  g_autoptr(GSubprocessLauncher) launcher = NULL;
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_subprocess_launcher_setenv (launcher, "PLATEN_API_URL", test_cloud_get_url (bench->cloud), TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, platenctl_program, "login", "--token", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, TEST_CLOUD_TOKEN "\n", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
}

/* Takes connections and never says a word: all that can be shown is what is known from last time. */
static void
be_silent (Bench *bench)
{
  g_autoptr(GError) error = NULL;
  guint16 port;

  bench->listener = g_socket_listener_new ();
  port = g_socket_listener_add_any_inet_port (bench->listener, NULL, &error);
  g_assert_no_error (error);
  bench->silent_url = g_strdup_printf ("http://127.0.0.1:%u", port);
}

static void
subject_init (Subject    *subject,
              const char *program)
{
  subject->program = program;
  subject->time = g_array_new (FALSE, FALSE, sizeof (double));
  subject->memory = g_array_new (FALSE, FALSE, sizeof (double));
  subject->settled = g_array_new (FALSE, FALSE, sizeof (double));
  subject->pictured = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
subject_clear (Subject *subject)
{
  g_bytes_unref (subject->goal);
  g_array_unref (subject->pixels);
  g_array_unref (subject->time);
  g_array_unref (subject->memory);
  g_array_unref (subject->settled);
  g_array_unref (subject->pictured);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double x = *(const double *)a;
  const double y = *(const double *)b;

  return (x > y) - (x < y);
}

static double
get_median (GArray *values)
{
  g_array_sort (values, compare_doubles);

  return g_array_index (values, double, values->len / 2);
}

static void
report (const char *what,
        const char *unit,
        GArray     *bare,
        GArray     *platen,
        double      divisor,
        double      aim)
{
  const double a = get_median (bare) / divisor;
  const double b = get_median (platen) / divisor;

  g_test_message ("%s: %.1f %s; the bare window %.1f %s; ratio %.2f (aim: %.2f)", what, b, unit, a, unit, b / a, aim);
  g_test_minimized_result (b / a, "%s, ratio %.2f", what, b / a);
}

static void
bench_startup (void)
{
  static const char * const args[] = { "--projects=60", NULL };
  Bench bench = { 0 };

  bench.cloud = test_cloud_new (args);
  bench.screen = screen_watch_new ();
  be_silent (&bench);
  sign_in (&bench);
  subject_init (&bench.bare, bare_program);
  subject_init (&bench.platen, platen_program);
  remember_page ("printers");
  learn_bare (&bench);
  learn_platen (&bench);
  g_test_message ("Data is told from none by %u pixels", bench.platen.pixels->len);
  g_assert_cmpuint (bench.platen.pixels->len, >, 50000);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      remember_page ("printers");
      measure_start (&bench, &bench.bare);
      measure_start (&bench, &bench.platen);
      remember_page ("projects");
      measure_thumbnails (&bench, i);
    }

  report ("First frame", "ms", bench.bare.time, bench.platen.time, 1, TIME_AIM);
  report ("Memory then", "MB", bench.bare.memory, bench.platen.memory, 1000, MEMORY_AIM);
  report ("Memory at rest", "MB", bench.bare.settled, bench.platen.settled, 1000, MEMORY_AIM);
  report ("Memory with forty thumbnails", "MB", bench.bare.settled, bench.platen.pictured, 1000, MEMORY_AIM);

  subject_clear (&bench.bare);
  subject_clear (&bench.platen);
  g_object_unref (bench.listener);
  g_free (bench.silent_url);
  screen_watch_free (bench.screen);
  test_cloud_free (bench.cloud);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  if (argc != 4)
    g_error ("Usage: bench-startup PLATEN PLATENCTL BARE-WINDOW");

  platen_program = argv[1];
  platenctl_program = argv[2];
  bare_program = argv[3];
  g_test_add_func ("/bench/startup", bench_startup);

  return g_test_run ();
}
