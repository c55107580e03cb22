/* test-watch-memory.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <utime.h>

#include "sessions.h"
#include "test-result.h"
#include "watch-machine.h"
#include "watch-memory.h"

/* What is written down, and what is made of it when it cannot be read. */

#define NOW 1700000000
#define DAY (24 * 60 * 60)

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("platen-memory-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "state", "prints.ini", NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  test_remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static WatchMachine *
load (Fixture  *self,
      GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  watch_memory_load_async (self->path, NULL, test_result_cb, &result);

  return watch_memory_load_finish (test_result_wait (&result), error);
}

static gboolean
save (Fixture       *self,
      WatchMachine  *machine,
      GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  watch_memory_save_async (self->path, watch_memory_write (machine), test_result_cb, &result);

  return watch_memory_save_finish (test_result_wait (&result), error);
}

static void
observe (WatchMachine     *machine,
         BambuDeviceState  state,
         const char       *task_id,
         const char       *title)
{
  const WatchObservation observation = {
    .device_id = "DEV",
    .device_name = "My [odd]\nprinter; = \"ü\" \\n",
    .asked = g_get_monotonic_time (),
    .arrived = g_get_monotonic_time (),
    .heard = NOW,
    .online = TRUE,
    .state = state,
    .task_id = task_id,
    .title = title,
    .start_time = NOW,
  };

  watch_machine_observe (machine, &observation);
}

/* A machine that has something of everything to write down: a print that runs, one whose end is looked for, one whose start is
 * untold.
 */
static WatchMachine *
create_busy (void)
{
  const WatchTaskNote odd = { .id = " 0;\\ 1;", .device_id = "DEV", .state = BAMBU_TASK_STATE_RUNNING };
  WatchMachine *machine = watch_machine_new ();

  watch_machine_take_tasks (machine, &odd, 1, 1, NOW);
  observe (machine, BAMBU_DEVICE_STATE_IDLE, NULL, NULL);
  observe (machine, BAMBU_DEVICE_STATE_PRINTING, "5", "[A] title\twith = everything;\n# in it \\");
  observe (machine, BAMBU_DEVICE_STATE_PAUSED, "6", "");
  g_assert_true (watch_machine_remind (machine, "DEV", "6;\n"));

  return machine;
}

static void
test_round_trip (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(WatchMachine) machine = create_busy ();
  g_autoptr(WatchMachine) again = NULL;
  g_autoptr(GPtrArray) events = watch_machine_take_events (machine);
  g_autoptr(GPtrArray) untold = NULL;
  g_autofree char *before = watch_memory_write (machine);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (save (self, machine, &error));
  g_assert_no_error (error);
  again = load (self, &error);
  g_assert_no_error (error);
  after = watch_memory_write (again);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (watch_machine_wants_tasks (again));
  g_assert_false (watch_machine_remind (again, "DEV", "6;\n"));
  g_assert_true (watch_machine_remind (again, "DEV", "7"));

  untold = watch_machine_take_events (again);
  g_assert_cmpuint (untold->len, ==, 3);

  for (guint i = 0; i < untold->len; i++)
    {
      WatchEvent *was = g_ptr_array_index (events, i);
      WatchEvent *is = g_ptr_array_index (untold, i);

      g_assert_cmpstr (watch_event_get_id (is), ==, watch_event_get_id (was));
      g_assert_cmpint (watch_event_get_kind (is), ==, watch_event_get_kind (was));
      g_assert_cmpstr (watch_event_get_title (is), ==, watch_event_get_title (was));
      g_assert_cmpstr (watch_event_get_device_name (is), ==, watch_event_get_device_name (was));
      g_assert_true (g_date_time_equal (watch_event_get_time (is), watch_event_get_time (was)));
      g_assert_true (watch_event_get_while_off (is));
    }
}

/* Others are not to read what is printed. */
static void
test_mode (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(WatchMachine) machine = watch_machine_new ();
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr(GError) error = NULL;
  GStatBuf status;

  g_assert_true (save (self, machine, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (self->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
}

/* The signature in the address of a picture is a secret, and does not last. */
static void
test_no_cover (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(WatchMachine) machine = watch_machine_new ();
  WatchObservation observation = {
    .device_id = "DEV",
    .online = TRUE,
    .state = BAMBU_DEVICE_STATE_IDLE,
    .heard = NOW,
  };
  g_autofree char *text = NULL;

  watch_machine_observe (machine, &observation);
  observation.state = BAMBU_DEVICE_STATE_PRINTING;
  observation.task_id = "5";
  observation.cover = "https://example.org/cover.png?signature=secret";
  watch_machine_observe (machine, &observation);
  text = watch_memory_write (machine);
  g_assert_null (strstr (text, "secret"));
}

/* The program begins anew, and what was there is set aside. */
static void
test_damaged (Fixture       *self,
              gconstpointer  data)
{
  static const char * const texts[] = {
    "",
    "\xff\xfe\x00",
    "{\"json\": true}",
    "[Memory]\nVersion=2\n",
    "[Memory\nVersion=1\n",
    "Version=1\n",
  };
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *aside = g_strconcat (self->path, ".damaged", NULL);

  g_mkdir_with_parents (folder, 0700);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(WatchMachine) machine = NULL;
      g_autofree char *contents = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_true (g_file_set_contents (self->path, texts[i], -1, NULL));
      machine = load (self, &error);
      g_assert_no_error (error);
      g_assert_nonnull (machine);
      g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
      g_assert_true (g_file_get_contents (aside, &contents, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (contents, ==, texts[i]);
    }
}

/* What a program had not finished writing when it was killed is not left lying about; what is set aside is. */
static void
test_unfinished (Fixture       *self,
                 gconstpointer  data)
{
  static const char * const suffixes[] = { ".AFRHZ3", ".mgfjz3" };
  struct utimbuf hour_ago = { time (NULL) - 3600, time (NULL) - 3600 };
  g_autofree char *present = g_strconcat (self->path, ".now3Q1", NULL);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *aside = g_strconcat (self->path, ".damaged", NULL);
  g_autoptr(WatchMachine) machine = NULL;
  g_autoptr(GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (aside, "kept", -1, NULL));
  g_assert_true (g_file_set_contents (present, "[Memory]\nVer", -1, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *unfinished = g_strconcat (self->path, suffixes[i], NULL);

      g_assert_true (g_file_set_contents (unfinished, "[Memory]\nVer", -1, NULL));
      g_assert_cmpint (g_utime (unfinished, &hour_ago), ==, 0);
    }

  machine = load (self, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));

  /* Somebody may still be writing that one. */
  g_assert_true (g_file_test (present, G_FILE_TEST_EXISTS));

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *unfinished = g_strconcat (self->path, suffixes[i], NULL);

      g_assert_false (g_file_test (unfinished, G_FILE_TEST_EXISTS));
    }
}

/* However it is cut short or altered, it is read as something, or not at all. */
static void
test_altered (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(WatchMachine) machine = create_busy ();
  g_autofree char *text = watch_memory_write (machine);
  const gsize length = strlen (text);
  guint n_read = 0;

  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *altered = g_strdup (text);
      g_autoptr(WatchMachine) made = NULL;

      if (i % 2 == 0)
        altered[i] = '\0';
      else
        altered[i] = "0;=[]\n#-"[i / 2 % 8];

      if ((made = watch_memory_read (altered, NULL)))
        {
          g_autofree char *again = watch_memory_write (made);

          observe (made, BAMBU_DEVICE_STATE_FINISHED, "6", NULL);
          watch_machine_take_tasks (made, NULL, 0, G_MAXINT64, NOW);
          n_read++;
        }
    }

  g_assert_cmpuint (n_read, >, 0);
}

/* No file is none that is damaged; one that cannot be read is. */
static void
test_unreadable (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(WatchMachine) machine = NULL;
  g_autoptr(WatchMachine) none = NULL;
  g_autoptr(GError) error = NULL;

  machine = load (self, &error);
  g_assert_no_error (error);
  g_assert_nonnull (machine);

  /* A folder stands in its place. */
  g_mkdir_with_parents (self->path, 0700);
  none = load (self, &error);
  g_assert_null (none);
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (save (self, machine, &error));
  g_assert_nonnull (error);
}

/* What nobody was told in a day is of no use any more. */
static void
test_old (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr(WatchMachine) machine = create_busy ();
  g_autofree char *text = watch_memory_write (machine);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(WatchMachine) again = watch_memory_read (text, NULL);
      g_autoptr(GPtrArray) events = NULL;

      watch_machine_begin (again, NOW + DAY + i);
      events = watch_machine_take_events (again);
      g_assert_cmpuint (events->len, ==, i == 0 ? 3 : 0);
    }
}

/* Nor is what happened more than a day before the program started. */
static void
test_old_ends (Fixture       *self,
               gconstpointer  data)
{
  const WatchTaskNote notes[] = {
    { .id = "9", .device_id = "DEV", .state = BAMBU_TASK_STATE_FINISHED, .end_time = NOW + DAY, .duration = -1 },
    { .id = "8", .device_id = "DEV", .state = BAMBU_TASK_STATE_FINISHED, .end_time = NOW, .duration = -1 },
  };
  g_autoptr(WatchMachine) machine = create_busy ();
  g_autoptr(WatchMachine) again = NULL;
  g_autoptr(GPtrArray) events = NULL;
  g_autofree char *text = NULL;

  text = watch_memory_write (machine);
  again = watch_memory_read (text, NULL);
  watch_machine_begin (again, NOW + DAY + 1);
  watch_machine_take_tasks (again, notes, G_N_ELEMENTS (notes), G_MAXINT64, NOW + DAY + 1);
  events = watch_machine_take_events (again);
  g_assert_cmpuint (events->len, ==, 1);
  g_assert_cmpstr (watch_event_get_task_id (g_ptr_array_index (events, 0)), ==, "9");
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char  *path;
    void       (*func) (Fixture       *self,
                        gconstpointer  data);
  } tests[] = {
    { "/watch/memory/round-trip", test_round_trip },
    { "/watch/memory/mode", test_mode },
    { "/watch/memory/no-cover", test_no_cover },
    { "/watch/memory/damaged", test_damaged },
    { "/watch/memory/unfinished", test_unfinished },
    { "/watch/memory/altered", test_altered },
    { "/watch/memory/unreadable", test_unreadable },
    { "/watch/memory/old", test_old },
    { "/watch/memory/old-ends", test_old_ends },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
