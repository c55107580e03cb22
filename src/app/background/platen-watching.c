/* platen-watching.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-watching.h"

#include <watch.h>

#include "platen-notifier.h"
#include "platen-reminder.h"
#include "platen-sandbox.h"

struct _PlatenWatching
{
  GObject         parent_instance;

  GApplication   *application;
  PlatenFleet    *fleet;
  GSettings      *settings;
  PlatenQuiet    *quiet;
  PlatenReminder *reminder;
  char           *state_dir;
  gboolean        seen;

  /* Of one session. */
  WatchWatcher   *watcher;
  PlatenNotifier *notifier;
};

G_DEFINE_FINAL_TYPE (PlatenWatching, platen_watching, G_TYPE_OBJECT)

static void
due_cb (PlatenWatching *self,
        BambuDevice    *device,
        const char     *print)
{
  if (self->watcher != NULL && watch_watcher_remind (self->watcher, bambu_device_get_id (device), print))
    platen_notifier_remind (self->notifier, device);
}

static void
leave (PlatenWatching *self)
{
  if (self->watcher != NULL)
    watch_watcher_close_async (self->watcher, NULL, NULL);

  g_clear_object (&self->watcher);
  g_clear_object (&self->notifier);
}

/* The user signs out: what happened to the prints goes as well. */
static void
forget_cb (PlatenWatching *self)
{
  if (self->watcher != NULL)
    watch_watcher_forget_async (self->watcher, NULL, NULL);

  g_clear_object (&self->watcher);
}

static void
begin (PlatenWatching *self,
       BambuSession   *session)
{
  self->watcher = watch_watcher_new (session, self->state_dir);
  self->notifier = platen_notifier_new (self->application, self->settings, self->quiet,
                                        bambu_session_get_pictures (session),
                                        platen_sandbox_is_inside ());

  g_signal_connect_object (self->watcher, "event",
                           G_CALLBACK (platen_notifier_tell), self->notifier,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watcher, "summary",
                           G_CALLBACK (platen_notifier_sum_up), self->notifier,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notifier, "told",
                           G_CALLBACK (watch_watcher_told), self->watcher,
                           G_CONNECT_SWAPPED);

  watch_watcher_set_visible (self->watcher, self->seen);
  watch_watcher_start (self->watcher);
}

static void
session_changed_cb (PlatenWatching *self)
{
  PlatenSessionManager *manager = platen_fleet_get_manager (self->fleet);
  BambuSession *session = platen_session_manager_get_session (manager);

  leave (self);

  if (session != NULL && platen_session_manager_get_awake (manager))
    begin (self, session);
}

/* The demo’s world begins anew with each start: what happened in the last one is no memory of it. */
static char *
build_state_dir (gboolean demo)
{
  g_autofree char *run = NULL;

  if (!demo)
    return g_build_filename (g_get_user_state_dir (), "platen", NULL);

  run = g_strdup_printf ("%d", (int)getpid ());

  return g_build_filename (g_get_user_runtime_dir (), "platen-demo", run, NULL);
}

static void
platen_watching_dispose (GObject *object)
{
  PlatenWatching *self = PLATEN_WATCHING (object);

  leave (self);
  g_clear_object (&self->reminder);
  g_clear_object (&self->quiet);
  g_clear_object (&self->settings);
  g_clear_object (&self->fleet);

  G_OBJECT_CLASS (platen_watching_parent_class)->dispose (object);
}

static void
platen_watching_finalize (GObject *object)
{
  PlatenWatching *self = PLATEN_WATCHING (object);

  g_clear_pointer (&self->state_dir, g_free);

  G_OBJECT_CLASS (platen_watching_parent_class)->finalize (object);
}

static void
platen_watching_class_init (PlatenWatchingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_watching_dispose;
  object_class->finalize = platen_watching_finalize;
}

static void
platen_watching_init (PlatenWatching *self)
{
}

/**
 * platen_watching_new:
 * @application: the application, which is registered and outlives what is made here
 * @fleet: the printers of whoever is signed in
 * @settings: what the user has set
 * @quiet: when notifications are held back
 *
 * Returns: (transfer full): what watches and tells from now on
 */
PlatenWatching *
platen_watching_new (GApplication *application,
                     PlatenFleet  *fleet,
                     GSettings    *settings,
                     PlatenQuiet  *quiet)
{
  PlatenWatching *self;
  PlatenSessionManager *manager;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (PLATEN_IS_FLEET (fleet), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (PLATEN_IS_QUIET (quiet), NULL);

  manager = platen_fleet_get_manager (fleet);
  self = g_object_new (PLATEN_TYPE_WATCHING, NULL);
  self->application = application;
  self->fleet = g_object_ref (fleet);
  self->settings = g_object_ref (settings);
  self->quiet = g_object_ref (quiet);
  self->state_dir = build_state_dir (platen_session_manager_get_demo_cloud (manager) != NULL);
  self->reminder = platen_reminder_new (fleet, settings);

  g_signal_connect_object (self->reminder, "due", G_CALLBACK (due_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "forget", G_CALLBACK (forget_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::session", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::awake", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  session_changed_cb (self);

  return self;
}

/**
 * platen_watching_set_seen:
 * @self: what watches
 * @seen: whether somebody looks at a window
 *
 * Who looks wants newer news.
 */
void
platen_watching_set_seen (PlatenWatching *self,
                          gboolean        seen)
{
  g_return_if_fail (PLATEN_IS_WATCHING (self));

  self->seen = seen;

  if (self->watcher != NULL)
    watch_watcher_set_visible (self->watcher, seen);
}

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (watch_watcher_close_finish (WATCH_WATCHER (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
settled_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  WatchWatcher *watcher = g_task_get_task_data (task);

  platen_notifier_settle_finish (PLATEN_NOTIFIER (object), result, NULL);
  watch_watcher_close_async (watcher, closed_cb, g_object_ref (task));
}

/**
 * platen_watching_close_async:
 * @self: what watches
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Waits for the notifications that are on their way, stops watching, and writes down what has been told.
 */
void
platen_watching_close_async (PlatenWatching      *self,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(PlatenNotifier) notifier = NULL;

  g_return_if_fail (PLATEN_IS_WATCHING (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, platen_watching_close_async);

  if (self->watcher == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  /* What happens from now on is for the next start. */
  g_signal_handlers_disconnect_by_data (self->watcher, self->notifier);
  g_task_set_task_data (task, g_steal_pointer (&self->watcher), g_object_unref);
  notifier = g_steal_pointer (&self->notifier);
  platen_notifier_settle_async (notifier, settled_cb, g_object_ref (task));
}

/**
 * platen_watching_close_finish:
 * @self: what watches
 * @result: what the callback got
 * @error: where to say why not; those of watch_watcher_close_finish()
 *
 * Ends platen_watching_close_async().
 *
 * Returns: whether everything is written down
 */
gboolean
platen_watching_close_finish (PlatenWatching  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (PLATEN_IS_WATCHING (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
