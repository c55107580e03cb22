/* test-watch-history.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "history.h"
#include "watch-memory.h"

/* Thousands of made-up histories of printers, and of all that can go wrong between them and the user: answers that come late,
 * in another order or not at all, clocks that are set, a program that is killed at any time. Whatever happens, what is told in the
 * end is what the answers said, each thing once.
 */

#define N_HISTORIES 3000
#define N_STEPS 60
#define MAX_PENDING 4

typedef struct
{
  guint          count;
  gboolean       recorded;   /* that it was told is on disk */
  WatchEventKind kind;
  int            print;
} Told;

typedef struct
{
  HistoryAnswer answer;
  guint         delay;       /* steps */
  gboolean      lost;
} Pending;

typedef struct
{
  guint32       seed;
  HistoryWorld  world;
  WatchMachine *machine;
  gboolean      catching_up;
  Expected      expected;
  gint64        clock;       /* µs */
  gint64        skew;        /* s: by how much the clock is wrong */
  Pending       pending[MAX_PENDING];
  guint         n_pending;
  GHashTable   *told;        /* of Told, by event id */

  char         *disk;        /* (nullable) */
  guint         saved;       /* the machine's serial */
  Expected      on_disk;     /* what is expected of who knows no more than that */
  gint64        since;       /* s: when it was first on disk what had been before; 0: not yet */
  guint         n_kills;
} Run;

static gboolean
chance (Run *run,
        int  percent)
{
  return g_rand_int_range (run->world.rand, 0, 100) < percent;
}

static gint64
get_heard (Run *run)
{
  return run->world.now + run->skew;
}

/* The program starts. */
static void
boot (Run *run)
{
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&run->machine, watch_machine_free);

  if (run->disk != NULL)
    {
      run->machine = watch_memory_read (run->disk, &error);
      g_assert_no_error (error);
      run->expected = run->on_disk;
    }
  else
    {
      run->machine = watch_machine_new ();
      expected_init (&run->expected);
    }

  for (guint i = 0; i < HISTORY_MAX_PRINTERS; i++)
    run->expected.printers[i].arrived = G_MININT64;

  /* Not only the program, the machine may have been started again. */
  if (chance (run, 30))
    run->clock = g_rand_int_range (run->world.rand, 0, 100) * G_USEC_PER_SEC;

  run->n_pending = 0;
  run->saved = watch_machine_get_serial (run->machine);
  run->catching_up = TRUE;
  watch_machine_begin (run->machine, get_heard (run));
}

static gboolean
maybe_kill (Run *run)
{
  if (!chance (run, 3))
    return FALSE;

  run->n_kills++;
  boot (run);

  return TRUE;
}

static void
save (Run *run)
{
  const guint serial = watch_machine_get_serial (run->machine);

  /* What does not say that it has changed is as it is on the disk. */
  if (run->disk == NULL || serial != run->saved)
    {
      g_free (run->disk);
      run->disk = watch_memory_write (run->machine);
    }

  run->saved = serial;
  run->on_disk = run->expected;

  if (run->since == 0 && run->expected.has_tasks)
    run->since = run->world.now;
}

static int
find_print (WatchEvent *event)
{
  const char *id = watch_event_get_task_id (event);

  g_assert_nonnull (id);

  return g_ascii_strtoull (id, NULL, 10) - 1000;
}

static void
tell (Run        *run,
      WatchEvent *event)
{
  Told *told = g_hash_table_lookup (run->told, watch_event_get_id (event));

  if (told == NULL)
    {
      told = g_new0 (Told, 1);
      told->kind = watch_event_get_kind (event);
      told->print = find_print (event);
      g_hash_table_insert (run->told, g_strdup (watch_event_get_id (event)), told);
    }

  if (told->recorded || told->kind != watch_event_get_kind (event) || told->print != find_print (event))
    g_error ("History %u: %s is told again", run->seed, watch_event_get_id (event));

  told->count++;
}

/* As the watcher does: seen is recorded, it is told, told is recorded. The program may be killed anywhere in between. */
static void
settle (Run *run)
{
  g_autoptr(GPtrArray) events = watch_machine_take_events (run->machine);

  if (maybe_kill (run))
    return;

  save (run);

  if (maybe_kill (run))
    return;

  for (guint i = 0; i < events->len; i++)
    {
      WatchEvent *event = g_ptr_array_index (events, i);
      Told *told;

      tell (run, event);

      if (maybe_kill (run))
        return;

      watch_machine_told (run->machine, watch_event_get_id (event));

      if (maybe_kill (run))
        return;

      save (run);
      told = g_hash_table_lookup (run->told, watch_event_get_id (event));
      told->recorded = TRUE;
    }
}

static void
deliver (Run                 *run,
         const HistoryAnswer *answer,
         gboolean             live)
{
  run->clock += g_rand_int_range (run->world.rand, 1, 1000000);
  expected_observe (&run->expected, answer, run->clock);

  for (guint i = 0; i < answer->n_printers; i++)
    {
      g_autofree char *device_id = g_strdup_printf ("DEV%u", i);
      g_autofree char *task_id = g_strdup_printf ("%d", 1000 + answer->print[i]);
      const WatchObservation observation = {
        .device_id = device_id,
        .device_name = device_id,
        .asked = answer->asked,
        .arrived = run->clock,
        .heard = get_heard (run),
        .live = live,
        .online = answer->online[i],
        .state = answer->state[i],
        .task_id = answer->print[i] >= 0 ? task_id : NULL,
        .title = answer->print[i] >= 0 ? task_id : NULL,
      };

      if (!answer->missing[i])
        watch_machine_observe (run->machine, &observation);
    }

  settle (run);
}

/* Down to the floor, and as of some time ago: my/tasks is not always as quick as the printers. */
static void
deliver_tasks (Run    *run,
               gint64  asked,
               gint64  lag)
{
  g_auto(GStrv) ids = g_new0 (char *, HISTORY_MAX_PRINTS + 1);
  WatchTaskNote notes[HISTORY_MAX_PRINTS];
  const gint64 when = run->world.now - lag;
  guint n_notes = 0;
  int newest = -1;

  for (int i = run->world.n_prints - 1; i >= 0; i--)
    {
      const HistoryPrint *print = &run->world.prints[i];

      if (print->started > when)
        continue;

      newest = MAX (newest, i);
      ids[n_notes] = g_strdup_printf ("%d", 1000 + i);
      notes[n_notes] = (WatchTaskNote) {
        .id = ids[n_notes],
        .device_id = (const char * const []) { "DEV0", "DEV1", "DEV2", "DEV3" }[print->printer],
        .state = history_world_get_state (&run->world, i, when),
        .start_time = print->started,
        .end_time = history_world_get_state (&run->world, i, when) != BAMBU_TASK_STATE_RUNNING ? print->ended : 0,
        .duration = -1,
        .plate_index = -1,
        .grams = -1,
      };
      n_notes++;
    }

  run->clock += g_rand_int_range (run->world.rand, 1, 1000000);
  expected_take_tasks (&run->expected, &run->world, newest, when);
  watch_machine_take_tasks (run->machine, notes, n_notes, asked, get_heard (run));
  settle (run);
}

static void
ask (Run *run)
{
  Pending *pending;

  if (run->n_pending == MAX_PENDING)
    return;

  pending = &run->pending[run->n_pending++];
  history_world_answer (&run->world, &pending->answer);
  pending->answer.asked = ++run->clock;
  pending->delay = chance (run, 70) ? 0 : g_rand_int_range (run->world.rand, 1, 5);
  pending->lost = chance (run, 10);

  /* The cloud looks when it comes to it. */
  if (pending->delay > 0 && chance (run, 50))
    pending->answer.n_printers = 0;
}

static void
deliver_due (Run *run)
{
  for (guint i = 0; i < run->n_pending; i++)
    {
      Pending pending = run->pending[i];

      if (run->pending[i].delay > 0)
        {
          run->pending[i].delay--;
          continue;
        }

      run->pending[i--] = run->pending[--run->n_pending];

      if (pending.lost)
        continue;

      if (pending.answer.n_printers == 0)
        {
          const gint64 asked = pending.answer.asked;

          history_world_answer (&run->world, &pending.answer);
          pending.answer.asked = asked;
        }

      deliver (run, &pending.answer, FALSE);
    }
}

/* A printer says by itself how it is. */
static void
report (Run *run)
{
  const guint index = g_rand_int_range (run->world.rand, 0, run->world.n_printers);
  HistoryAnswer answer;

  history_world_answer (&run->world, &answer);
  answer.asked = run->clock;

  for (guint i = 0; i < answer.n_printers; i++)
    answer.missing[i] = i != index || !answer.online[i];

  deliver (run, &answer, TRUE);
}

static void
step (Run *run)
{
  history_world_step (&run->world);
  run->clock += 20 * G_USEC_PER_SEC;

  if (chance (run, 3))
    run->skew = g_rand_int_range (run->world.rand, -7200, 7200);

  if (chance (run, 80))
    ask (run);

  deliver_due (run);

  if (chance (run, 30))
    report (run);

  if (watch_machine_wants_tasks (run->machine) || chance (run, 20))
    {
      if (chance (run, 80))
        deliver_tasks (run, ++run->clock, g_rand_int_range (run->world.rand, 0, 30));
      else
        watch_machine_miss_tasks (run->machine, get_heard (run));

      settle (run);
    }

  if (run->catching_up && chance (run, 50))
    {
      watch_machine_caught_up (run->machine);
      run->catching_up = FALSE;
    }
}

static void
finish (Run *run)
{
  Pending pending;

  history_world_calm (&run->world);
  run->n_pending = 0;
  run->clock += 100 * G_USEC_PER_SEC;

  /* Also what happened to be killed. */
  for (guint i = 0; i < 30; i++)
    {
      ask (run);
      pending = run->pending[--run->n_pending];
      history_world_answer (&run->world, &pending.answer);
      pending.answer.asked = ++run->clock;
      memset (pending.answer.missing, 0, sizeof pending.answer.missing);
      deliver (run, &pending.answer, FALSE);
      deliver_tasks (run, ++run->clock, 0);
    }
}

static guint
count_told (Run            *run,
            int             print,
            WatchEventKind  kind)
{
  GHashTableIter iter;
  gpointer value;
  guint n_told = 0;

  g_hash_table_iter_init (&iter, run->told);

  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Told *told = value;

      n_told += told->print == print && told->kind == kind;
    }

  return n_told;
}

static void
check (Run            *run,
       int             print,
       WatchEventKind  kind,
       guint           n_expected)
{
  const guint n_told = count_told (run, print, kind);

  if (n_told != n_expected)
    g_error ("History %u: print %d was told %u times to be %s, not %u times",
             run->seed, print, n_told, watch_event_kind_to_string (kind), n_expected);
}

static void
check_all (Run *run)
{
  for (guint i = 0; i < run->world.n_prints; i++)
    {
      const ExpectedPrint *expected = &run->expected.prints[i];
      const HistoryPrint *print = &run->world.prints[i];
      const gboolean has_end = expected->belongs && print->ended != 0;

      /* What began since it is watched is told, however it went. */
      if (!expected->belongs && print->ended != 0 && run->since != 0 && print->started > run->since)
        g_error ("History %u: print %u came to nobody’s attention", run->seed, i);

      check (run, i, WATCH_EVENT_STARTED, expected->n_started);
      check (run, i, WATCH_EVENT_PAUSED, expected->n_paused);
      check (run, i, WATCH_EVENT_RESUMED, expected->n_resumed);
      check (run, i, WATCH_EVENT_OFFLINE, expected->n_offline);
      check (run, i, WATCH_EVENT_ONLINE, expected->n_online);
      check (run, i, WATCH_EVENT_FINISHED, has_end && print->finished);
      check (run, i, WATCH_EVENT_STOPPED, has_end && !print->finished);
      check (run, i, WATCH_EVENT_FAILED, 0);
      check (run, i, WATCH_EVENT_CANCELLED, 0);
    }
}

static void
run_history (guint32  seed,
             guint   *n_told,
             guint   *n_kills)
{
  Run run = { .seed = seed };

  run.told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  history_world_init (&run.world, seed);
  boot (&run);

  for (guint i = 0; i < N_STEPS; i++)
    step (&run);

  finish (&run);
  check_all (&run);
  *n_told += g_hash_table_size (run.told);
  *n_kills += run.n_kills;

  g_hash_table_unref (run.told);
  g_free (run.disk);
  watch_machine_free (run.machine);
  history_world_clear (&run.world);
}

static void
test_histories (void)
{
  guint n_told = 0;
  guint n_kills = 0;

  /* One alone, to see what goes wrong in it. */
  if (g_getenv ("HISTORY") != NULL)
    {
      run_history (g_ascii_strtoull (g_getenv ("HISTORY"), NULL, 10), &n_told, &n_kills);
      return;
    }

  for (guint32 seed = 0; seed < N_HISTORIES; seed++)
    run_history (seed, &n_told, &n_kills);

  g_test_message ("%u events told, %u times killed", n_told, n_kills);

  /* That it had something to do. */
  g_assert_cmpuint (n_told, >, 20 * N_HISTORIES);
  g_assert_cmpuint (n_kills, >, 5 * N_HISTORIES);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/watch/history/random", test_histories);

  return g_test_run ();
}
