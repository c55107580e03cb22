/* platen-autostart.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-autostart.h"

#include "platen-autostart-entry.h"
#include "platen-background-portal.h"

#define KEY "start-at-login"

struct _PlatenAutostart
{
  GObject          parent_instance;

  GSettings       *settings;
  GDBusConnection *connection;
  gboolean         sandboxed;
};

typedef struct
{
  gboolean enabled;
} Answer;

G_DEFINE_FINAL_TYPE (PlatenAutostart, platen_autostart, G_TYPE_OBJECT)

static void
platen_autostart_dispose (GObject *object)
{
  PlatenAutostart *self = PLATEN_AUTOSTART (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (platen_autostart_parent_class)->dispose (object);
}

static void
platen_autostart_class_init (PlatenAutostartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = platen_autostart_dispose;
}

static void
platen_autostart_init (PlatenAutostart *self)
{
}

/**
 * platen_autostart_new:
 * @settings: where it is remembered what the portal was told
 * @connection: (nullable): the session bus
 * @sandboxed: whether the portal is to be asked
 *
 * Returns: (transfer full): what has the program started at login
 */
PlatenAutostart *
platen_autostart_new (GSettings       *settings,
                      GDBusConnection *connection,
                      gboolean         sandboxed)
{
  PlatenAutostart *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (connection == NULL || G_IS_DBUS_CONNECTION (connection), NULL);

  self = g_object_new (PLATEN_TYPE_AUTOSTART, NULL);
  self->settings = g_object_ref (settings);
  g_set_object (&self->connection, connection);
  self->sandboxed = sandboxed;

  return self;
}

static GTask *
create_task (PlatenAutostart     *self,
             gboolean             enabled,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Answer *answer = g_new0 (Answer, 1);

  answer->enabled = enabled;
  g_task_set_task_data (task, answer, g_free);

  return task;
}

static gboolean
finish_task (GAsyncResult  *result,
             gboolean      *enabled,
             GError       **error)
{
  Answer *answer = g_task_get_task_data (G_TASK (result));

  *enabled = answer->enabled;

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
ask_for_bus (PlatenAutostart *self,
             GTask           *task)
{
  if (self->connection != NULL)
    return TRUE;

  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, "There is no session bus.");

  return FALSE;
}

static void
queried_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  PlatenAutostart *self = g_task_get_source_object (task);
  Answer *answer = g_task_get_task_data (task);
  GError *error = NULL;

  if (platen_background_portal_query_finish (G_DBUS_CONNECTION (object), result, &error))
    {
      answer->enabled = g_settings_get_boolean (self->settings, KEY);
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      g_task_return_error (task, error);
    }
}

static void
query_entry (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_autofree char *path = platen_autostart_entry_build_path ();
  Answer *answer = task_data;

  answer->enabled = platen_autostart_entry_is_enabled (path);
  g_task_return_boolean (task, TRUE);
}

/**
 * platen_autostart_query_async:
 * @self: a #PlatenAutostart
 * @cancellable: (nullable): ends the call at once
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Looks whether the program is started at login.
 */
void
platen_autostart_query_async (PlatenAutostart     *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (PLATEN_IS_AUTOSTART (self));

  task = create_task (self, FALSE, cancellable, callback, user_data);
  g_task_set_source_tag (task, platen_autostart_query_async);

  if (!self->sandboxed)
    g_task_run_in_thread (task, query_entry);
  else if (ask_for_bus (self, task))
    platen_background_portal_query_async (self->connection, cancellable, queried_cb, g_object_ref (task));
}

/**
 * platen_autostart_query_finish:
 * @self: a #PlatenAutostart
 * @result: what the callback got
 * @enabled: (out): whether the program is started at login
 * @error: where to say why that cannot be: nothing stands behind the portal
 *
 * Ends platen_autostart_query_async().
 *
 * Returns: whether the program can be started at login
 */
gboolean
platen_autostart_query_finish (PlatenAutostart  *self,
                               GAsyncResult     *result,
                               gboolean         *enabled,
                               GError          **error)
{
  g_return_val_if_fail (PLATEN_IS_AUTOSTART (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (enabled != NULL, FALSE);

  return finish_task (result, enabled, error);
}

static void
requested_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  PlatenAutostart *self = g_task_get_source_object (task);
  Answer *answer = g_task_get_task_data (task);
  gboolean autostart;
  GError *error = NULL;

  if (platen_background_portal_request_finish (G_DBUS_CONNECTION (object), result, &autostart, &error))
    {
      answer->enabled = autostart;
      g_settings_set_boolean (self->settings, KEY, autostart);
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      answer->enabled = g_settings_get_boolean (self->settings, KEY);
      g_task_return_error (task, error);
    }
}

/* A program that was replaced while it runs is there again by its old name. */
static char *
find_program (GError **error)
{
  static const char deleted[] = " (deleted)";
  char *program = g_file_read_link ("/proc/self/exe", error);

  if (program != NULL && g_str_has_suffix (program, deleted))
    program[strlen (program) - strlen (deleted)] = '\0';

  return program;
}

static void
set_entry (GTask        *task,
           gpointer      source,
           gpointer      task_data,
           GCancellable *cancellable)
{
  g_autofree char *path = platen_autostart_entry_build_path ();
  g_autofree char *program = NULL;
  Answer *answer = task_data;
  gboolean done;
  GError *error = NULL;

  if (!answer->enabled)
    done = platen_autostart_entry_remove (path, &error);
  else
    done = (program = find_program (&error)) != NULL &&
           platen_autostart_entry_write (path, program, &error);

  answer->enabled = platen_autostart_entry_is_enabled (path);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * platen_autostart_set_async:
 * @self: a #PlatenAutostart
 * @enabled: whether the program is to be started at login
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Has the desktop start the program at login, in the background, or no longer do so. In a sandbox the user may be asked.
 */
void
platen_autostart_set_async (PlatenAutostart     *self,
                            gboolean             enabled,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (PLATEN_IS_AUTOSTART (self));

  task = create_task (self, enabled, NULL, callback, user_data);
  g_task_set_source_tag (task, platen_autostart_set_async);

  if (!self->sandboxed)
    g_task_run_in_thread (task, set_entry);
  else if (ask_for_bus (self, task))
    platen_background_portal_request_async (self->connection, enabled, requested_cb, g_object_ref (task));
}

/**
 * platen_autostart_set_finish:
 * @self: a #PlatenAutostart
 * @result: what the callback got
 * @enabled: (out): whether the program is started at login now
 * @error: where to say why that is not what was wanted; those of #GFileError,
 *   platen_background_portal_request_finish()
 *
 * Ends platen_autostart_set_async().
 *
 * Returns: whether it worked
 */
gboolean
platen_autostart_set_finish (PlatenAutostart  *self,
                             GAsyncResult     *result,
                             gboolean         *enabled,
                             GError          **error)
{
  g_return_val_if_fail (PLATEN_IS_AUTOSTART (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (enabled != NULL, FALSE);

  return finish_task (result, enabled, error);
}
