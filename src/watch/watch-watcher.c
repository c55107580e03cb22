/* watch-watcher.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-watcher-private.h"

#include "watch-journal.h"
#include "watch-reports.h"
#include "watch-tasks.h"

/* What began and ended between two polls is in my/tasks alone: that is looked at also where nothing seems to have ended. */
#define TASKS_AGE (15 * G_TIME_SPAN_MINUTE)

/* For how many seconds that a print has ended waits for what my/tasks has to say of it. */
#define PATIENCE 2

struct _WatchWatcher
{
  GObject       parent_instance;

  BambuSession *session;
  WatchPoller  *poller;
  WatchReports *reports;
  WatchJournal *journal;
  GCancellable *cancellable;
  gint64        tasks_time;     /* when my/tasks was asked last, by the poller's clock; 0: never */
  gint64        tasks_asked;
  guint         patience;       /* as long as what my/tasks says is waited for */
  gboolean      started;
  gboolean      closed;
  gboolean      polling;
  gboolean      fetching;       /* my/tasks */
  gboolean      has_heard;
  gboolean      has_polled;     /* or tried to */
  gboolean      caught_up;
};

enum
{
  EVENT,
  SUMMARY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WatchWatcher, watch_watcher, G_TYPE_OBJECT)

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
events_cb (WatchWatcher *self,
           GPtrArray    *events)
{
  if (events->len > 1 && watch_event_get_while_off (g_ptr_array_index (events, 0)))
    {
      g_signal_emit (self, signals[SUMMARY], 0, events);
      return;
    }

  for (guint i = 0; i < events->len; i++)
    g_signal_emit (self, signals[EVENT], 0, g_ptr_array_index (events, i));
}

/* After anything has been observed. What a poll has shown is told together with what my/tasks adds to it: that one print
 * ended comes before that the next has begun. What is heard live does not wait.
 */
static void
watch_watcher_settle (WatchWatcher *self)
{
  WatchMachine *machine = watch_journal_get_machine (self->journal);

  if (!self->caught_up && self->has_polled && !self->fetching)
    {
      self->caught_up = TRUE;
      watch_machine_caught_up (machine);
    }

  /* What the reports do not tell is how a print ended that has vanished. */
  watch_poller_set_live (self->poller, watch_reports_get_live (self->reports) && !watch_machine_wants_tasks (machine));
  watch_poller_set_busy (self->poller, watch_machine_is_busy (machine));
  watch_journal_settle (self->journal);
  watch_journal_hold (self->journal, self->patience != 0 || !self->caught_up, !self->caught_up);
}

static void
watch_watcher_take_tasks (WatchWatcher *self,
                          GPtrArray    *tasks)
{
  g_autofree WatchTaskNote *notes = g_new0 (WatchTaskNote, tasks->len + 1);

  for (guint i = 0; i < tasks->len; i++)
    watch_task_note_init (&notes[i], g_ptr_array_index (tasks, i));

  watch_machine_take_tasks (watch_journal_get_machine (self->journal), notes, tasks->len, self->tasks_asked, get_now ());
}

static void
tasks_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(WatchWatcher) self = user_data;
  g_autoptr(GPtrArray) tasks = NULL;
  g_autoptr(GError) error = NULL;

  tasks = watch_tasks_fetch_finish (BAMBU_CLIENT (object), result, &error);
  self->fetching = FALSE;
  g_clear_handle_id (&self->patience, g_source_remove);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (tasks != NULL)
    {
      self->tasks_time = watch_poller_get_time (self->poller);
      watch_watcher_take_tasks (self, tasks);
    }
  else
    {
      g_debug ("How prints ended is not told: %s", error->message);
      watch_machine_miss_tasks (watch_journal_get_machine (self->journal), get_now ());
    }

  watch_watcher_settle (self);
}

static gboolean
patience_cb (gpointer user_data)
{
  WatchWatcher *self = user_data;

  self->patience = 0;
  watch_machine_miss_tasks (watch_journal_get_machine (self->journal), get_now ());
  watch_watcher_settle (self);

  return G_SOURCE_REMOVE;
}

static void
watch_watcher_check_tasks (WatchWatcher *self)
{
  WatchMachine *machine = watch_journal_get_machine (self->journal);
  const gint64 age = watch_poller_get_time (self->poller) - self->tasks_time;
  g_autoptr(GPtrArray) wanted = NULL;

  if (self->fetching ||
      (!watch_machine_wants_tasks (machine) && self->tasks_time > 0 && age < TASKS_AGE))
    return;

  self->fetching = TRUE;
  self->patience = g_timeout_add_seconds (PATIENCE, patience_cb, self);
  self->tasks_asked = g_get_monotonic_time ();
  wanted = watch_machine_list_wanted (machine);
  watch_tasks_fetch_async (bambu_session_get_client (self->session), watch_machine_get_floor (machine), wanted,
                           self->cancellable, tasks_cb, g_object_ref (self));
}

static void
watch_watcher_observe (WatchWatcher *self,
                       BambuDevice  *device,
                       gint64        asked)
{
  WatchObservation observation;

  watch_observation_init (&observation, device, asked);
  watch_machine_observe (watch_journal_get_machine (self->journal), &observation);
}

static void
reported_cb (WatchWatcher *self,
             BambuDevice  *device)
{
  /* What else is known of it may come from the disk until the cloud has answered. */
  if (!self->has_heard)
    return;

  watch_watcher_observe (self, device, g_get_monotonic_time ());
  watch_watcher_check_tasks (self);
  watch_watcher_settle (self);
}

/* Whoever asked. */
static void
heard_cb (WatchWatcher *self,
          gint64        asked,
          BambuList    *list)
{
  const guint n_devices = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n_devices; i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (G_LIST_MODEL (list), i);

      watch_watcher_observe (self, device, asked);
    }

  self->has_heard = TRUE;
  self->has_polled = TRUE;
  watch_watcher_check_tasks (self);
  watch_watcher_settle (self);
  watch_poller_end (self->poller, TRUE);
}

static void
polled_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(WatchWatcher) self = user_data;
  g_autoptr(GError) error = NULL;

  self->polling = FALSE;

  if (bambu_session_refresh_prints_finish (BAMBU_SESSION (object), result, &error) ||
      g_cancellable_is_cancelled (self->cancellable))
    return;

  g_debug ("What the printers do is not told: %s", error->message);
  self->has_polled = TRUE;
  watch_watcher_settle (self);
  watch_poller_end (self->poller, FALSE);
}

static void
due_cb (WatchWatcher *self)
{
  self->polling = TRUE;
  watch_poller_begin (self->poller);
  bambu_session_refresh_prints_async (self->session, self->cancellable, polled_cb, g_object_ref (self));
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(WatchWatcher) self = user_data;

  if (!watch_journal_open_finish (WATCH_JOURNAL (object), result, NULL) || self->closed)
    return;

  watch_machine_begin (watch_journal_get_machine (self->journal), get_now ());
  g_signal_connect_object (bambu_session_get_devices (self->session), "heard", G_CALLBACK (heard_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->poller, "due", G_CALLBACK (due_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reports, "live-changed", G_CALLBACK (watch_watcher_settle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reports, "reported", G_CALLBACK (reported_cb), self, G_CONNECT_SWAPPED);
  watch_poller_start (self->poller);
}

static void
watch_watcher_stop (WatchWatcher *self)
{
  if (self->closed)
    return;

  self->closed = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->patience, g_source_remove);
  watch_poller_stop (self->poller);
  g_signal_handlers_disconnect_by_func (bambu_session_get_devices (self->session), heard_cb, self);
  g_signal_handlers_disconnect_by_func (self->poller, due_cb, self);
  g_signal_handlers_disconnect_by_func (self->reports, watch_watcher_settle, self);
  g_signal_handlers_disconnect_by_func (self->reports, reported_cb, self);
  g_signal_handlers_disconnect_by_func (self->journal, events_cb, self);
}

static void
watch_watcher_dispose (GObject *object)
{
  WatchWatcher *self = (WatchWatcher *)object;

  if (self->session != NULL)
    watch_watcher_stop (self);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (watch_watcher_parent_class)->dispose (object);
}

static void
watch_watcher_finalize (GObject *object)
{
  WatchWatcher *self = (WatchWatcher *)object;

  g_clear_object (&self->journal);
  g_clear_object (&self->reports);
  g_clear_object (&self->poller);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (watch_watcher_parent_class)->finalize (object);
}

static void
watch_watcher_class_init (WatchWatcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = watch_watcher_dispose;
  object_class->finalize = watch_watcher_finalize;

  signals[EVENT] =
    g_signal_new ("event",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, WATCH_TYPE_EVENT);

  signals[SUMMARY] =
    g_signal_new ("summary",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
watch_watcher_init (WatchWatcher *self)
{
  self->cancellable = g_cancellable_new ();
}

/* A uid is the cloud's text, which does not become the name of a file as it is. */
static char *
build_path (BambuSession *session,
            const char   *state_dir)
{
  const char *region = bambu_region_to_string (bambu_client_get_region (bambu_session_get_client (session)));
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, bambu_session_get_uid (session), -1);
  g_autofree char *name = g_strdup_printf ("prints-%s-%.16s.ini", region, hash);

  return g_build_filename (state_dir, name, NULL);
}

/**
 * watch_watcher_new:
 * @session: a session, an open one where a memory is to be kept
 * @state_dir: (nullable): the folder in which the memory of each account is a file, such as `$XDG_STATE_HOME/platen`; %NULL keeps
 *   none
 *
 * Makes what watches an account's printers. It does nothing until it is started.
 *
 * Returns: (transfer full): a new #WatchWatcher
 */
WatchWatcher *
watch_watcher_new (BambuSession *session,
                   const char   *state_dir)
{
  g_autoptr(GUri) uri = NULL;
  g_autofree char *path = NULL;
  WatchWatcher *self;

  g_return_val_if_fail (BAMBU_IS_SESSION (session), NULL);
  g_return_val_if_fail (state_dir == NULL || bambu_session_get_uid (session) != NULL, NULL);

  uri = g_uri_parse (bambu_client_get_api_url (bambu_session_get_client (session)), G_URI_FLAGS_NONE, NULL);
  self = g_object_new (WATCH_TYPE_WATCHER, NULL);
  self->session = g_object_ref (session);
  self->reports = watch_reports_new (bambu_session_get_devices (session));
  path = state_dir != NULL ? build_path (session, state_dir) : NULL;
  self->journal = watch_journal_new (path);
  g_signal_connect_object (self->journal, "events", G_CALLBACK (events_cb), self, G_CONNECT_SWAPPED);
  self->poller = watch_poller_new (uri != NULL ? g_uri_get_host (uri) : NULL);

  return self;
}

/**
 * watch_watcher_start:
 * @self: a #WatchWatcher
 *
 * Reads its memory and begins to watch. Its signals come from then on: connect to them before.
 */
void
watch_watcher_start (WatchWatcher *self)
{
  g_return_if_fail (WATCH_IS_WATCHER (self));
  g_return_if_fail (!self->started);

  self->started = TRUE;
  watch_journal_hold (self->journal, TRUE, TRUE);
  watch_journal_open_async (self->journal, self->cancellable, opened_cb, g_object_ref (self));
}

/**
 * watch_watcher_told:
 * @self: a #WatchWatcher
 * @event: what was told
 *
 * Writes down that the user has been told, or need not be: @event does not come again.
 */
void
watch_watcher_told (WatchWatcher *self,
                    WatchEvent   *event)
{
  g_return_if_fail (WATCH_IS_WATCHER (self));
  g_return_if_fail (WATCH_IS_EVENT (event));

  watch_journal_told (self->journal, event);
}

/**
 * watch_watcher_remind:
 * @self: a #WatchWatcher
 * @device_id: a printer
 * @print: what tells the print on it from those before, such as its id
 *
 * Asks whether the user is still to be reminded of the end of @print, and writes down that this is done.
 *
 * Returns: whether to remind; %FALSE also while the memory has not been read: ask again
 */
gboolean
watch_watcher_remind (WatchWatcher *self,
                      const char   *device_id,
                      const char   *print)
{
  g_return_val_if_fail (WATCH_IS_WATCHER (self), FALSE);
  g_return_val_if_fail (device_id != NULL, FALSE);
  g_return_val_if_fail (print != NULL, FALSE);

  return watch_journal_remind (self->journal, device_id, print);
}

/**
 * watch_watcher_poll:
 * @self: a #WatchWatcher
 *
 * Asks the cloud now, however long ago it was asked.
 */
void
watch_watcher_poll (WatchWatcher *self)
{
  g_return_if_fail (WATCH_IS_WATCHER (self));

  watch_poller_poll (self->poller);
}

/**
 * watch_watcher_set_visible:
 * @self: a #WatchWatcher
 * @visible: whether somebody looks at a window
 *
 * Polls every minute while somebody looks, rather than every five.
 */
void
watch_watcher_set_visible (WatchWatcher *self,
                           gboolean      visible)
{
  g_return_if_fail (WATCH_IS_WATCHER (self));

  watch_poller_set_visible (self->poller, visible);
}

/* For tests and benchmarks. */
WatchPoller *
watch_watcher_get_poller (WatchWatcher *self)
{
  g_assert (WATCH_IS_WATCHER (self));

  return self->poller;
}

gboolean
watch_watcher_is_settled (WatchWatcher *self)
{
  g_assert (WATCH_IS_WATCHER (self));

  return self->caught_up && !self->polling && !self->fetching && watch_journal_is_settled (self->journal);
}

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (watch_journal_close_finish (WATCH_JOURNAL (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
watch_watcher_end (WatchWatcher        *self,
                   gboolean             forget,
                   gpointer             source_tag,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  watch_watcher_stop (self);
  watch_journal_close_async (self->journal, forget, closed_cb, task);
}

/**
 * watch_watcher_close_async:
 * @self: a #WatchWatcher
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Stops watching, and writes down what is not on disk yet. Nothing is told any more; what has not been told comes at the next
 * start.
 */
void
watch_watcher_close_async (WatchWatcher        *self,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (WATCH_IS_WATCHER (self));
  g_return_if_fail (!self->closed);

  watch_watcher_end (self, FALSE, watch_watcher_close_async, callback, user_data);
}

/**
 * watch_watcher_close_finish:
 * @self: a #WatchWatcher
 * @result: what the callback got
 * @error: where to say why not
 *
 * Ends watch_watcher_close_async().
 *
 * Returns: whether everything is on disk
 */
gboolean
watch_watcher_close_finish (WatchWatcher  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (WATCH_IS_WATCHER (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * watch_watcher_forget_async:
 * @self: a #WatchWatcher
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Stops watching, and deletes what was written down of the account: for when it signs out.
 */
void
watch_watcher_forget_async (WatchWatcher        *self,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (WATCH_IS_WATCHER (self));
  g_return_if_fail (!self->closed);

  watch_watcher_end (self, TRUE, watch_watcher_forget_async, callback, user_data);
}

/**
 * watch_watcher_forget_finish:
 * @self: a #WatchWatcher
 * @result: what the callback got
 * @error: where to say why not
 *
 * Ends watch_watcher_forget_async().
 *
 * Returns: whether nothing is left
 */
gboolean
watch_watcher_forget_finish (WatchWatcher  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (WATCH_IS_WATCHER (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
