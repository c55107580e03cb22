/* platen-background-portal.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-background-portal.h"

#include <glib/gi18n.h>

#define PORTAL_NAME      "org.freedesktop.portal.Desktop"
#define PORTAL_PATH      "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Background"
#define REQUEST_NAME     "org.freedesktop.portal.Request"

/* The first words of the portal’s answers. */
enum
{
  RESPONSE_GRANTED,
  RESPONSE_CANCELLED,
};

typedef struct
{
  GDBusConnection *connection;
  char            *handle;
  guint            subscription;
  gboolean         autostart;
} Request;

/* The subscription keeps the task, whose data this is. */
static void
stop_listening (Request *request)
{
  guint subscription = request->subscription;

  request->subscription = 0;

  if (subscription != 0)
    g_dbus_connection_signal_unsubscribe (request->connection, subscription);
}

static void
request_free (Request *request)
{
  g_object_unref (request->connection);
  g_free (request->handle);
  g_free (request);
}

/**
 * platen_background_portal_query_async:
 * @connection: the session bus
 * @cancellable: (nullable): ends the call at once
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks whether the portal is there, which it is where the desktop has something behind it.
 */
void
platen_background_portal_query_async (GDBusConnection     *connection,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_return_if_fail (G_IS_DBUS_CONNECTION (connection));

  g_dbus_connection_call (connection, PORTAL_NAME, PORTAL_PATH,
                          "org.freedesktop.DBus.Properties", "Get",
                          g_variant_new ("(ss)", PORTAL_INTERFACE, "version"),
                          G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, cancellable,
                          callback, user_data);
}

/**
 * platen_background_portal_query_finish:
 * @connection: the session bus
 * @result: what the callback got
 * @error: where to say why not; those of #GDBusError
 *
 * Ends platen_background_portal_query_async().
 *
 * Returns: whether the portal is there
 */
gboolean
platen_background_portal_query_finish (GDBusConnection  *connection,
                                       GAsyncResult     *result,
                                       GError          **error)
{
  g_autoptr(GVariant) reply = NULL;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (connection), FALSE);

  reply = g_dbus_connection_call_finish (connection, result, error);

  return reply != NULL;
}

static void
response_cb (GDBusConnection *connection,
             const char      *sender,
             const char      *object_path,
             const char      *interface_name,
             const char      *signal_name,
             GVariant        *parameters,
             gpointer         user_data)
{
  g_autoptr(GTask) task = g_object_ref (user_data);
  g_autoptr(GVariant) results = NULL;
  Request *request = g_task_get_task_data (task);
  guint response;

  if (request->subscription == 0 || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    return;

  stop_listening (request);
  g_variant_get (parameters, "(u@a{sv})", &response, &results);

  if (response == RESPONSE_GRANTED)
    {
      g_variant_lookup (results, "autostart", "b", &request->autostart);
      g_task_return_boolean (task, TRUE);
    }
  else if (response == RESPONSE_CANCELLED)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, _("It was not allowed."));
    }
  else
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, _("The desktop could not be asked."));
    }
}

static void
subscribe (GTask      *task,
           const char *handle)
{
  Request *request = g_task_get_task_data (task);

  if (g_strcmp0 (request->handle, handle) == 0)
    return;

  stop_listening (request);
  g_free (request->handle);
  request->handle = g_strdup (handle);
  request->subscription = g_dbus_connection_signal_subscribe (request->connection,
                                                              PORTAL_NAME, REQUEST_NAME, "Response", handle, NULL,
                                                              G_DBUS_SIGNAL_FLAGS_NONE,
                                                              response_cb,
                                                              g_object_ref (task), g_object_unref);
}

static void
requested_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GVariant) reply = NULL;
  g_autoptr(GError) error = NULL;
  Request *request = g_task_get_task_data (task);
  const char *handle;

  reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);

  /* The answer may have come first. */
  if (request->subscription == 0)
    return;

  if (reply == NULL)
    {
      stop_listening (request);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* Old portals choose another one than was asked for. */
  g_variant_get (reply, "(&o)", &handle);
  subscribe (task, handle);
}

static char *
build_handle (GDBusConnection *connection,
              const char      *token)
{
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (connection) + 1);

  g_strdelimit (sender, ".", '_');

  return g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, token);
}

static GVariant *
build_options (const char *token,
               gboolean    autostart)
{
  const char * const command[] = { "platen", "--background", NULL };
  GVariantDict options;

  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "handle_token", "s", token);
  g_variant_dict_insert (&options, "reason", "s", _("Tells you how your prints end"));
  g_variant_dict_insert (&options, "autostart", "b", autostart);
  g_variant_dict_insert (&options, "commandline", "^as", command);
  g_variant_dict_insert (&options, "dbus-activatable", "b", FALSE);

  return g_variant_dict_end (&options);
}

/**
 * platen_background_portal_request_async:
 * @connection: the session bus
 * @autostart: whether to be started at login
 * @callback: called with the answer, which may be the user’s
 * @user_data: for @callback
 *
 * Asks to run in the background, and to be started at login or not to be. A question that is on the screen cannot be
 * taken back.
 */
void
platen_background_portal_request_async (GDBusConnection     *connection,
                                        gboolean             autostart,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autofree char *token = NULL;
  g_autofree char *handle = NULL;
  Request *request;

  g_return_if_fail (G_IS_DBUS_CONNECTION (connection));

  request = g_new0 (Request, 1);
  request->connection = g_object_ref (connection);

  task = g_task_new (connection, NULL, callback, user_data);
  g_task_set_source_tag (task, platen_background_portal_request_async);
  g_task_set_task_data (task, request, (GDestroyNotify)request_free);

  token = g_strdup_printf ("platen%u", g_random_int ());
  handle = build_handle (connection, token);
  subscribe (task, handle);
  g_dbus_connection_call (connection, PORTAL_NAME, PORTAL_PATH, PORTAL_INTERFACE, "RequestBackground",
                          g_variant_new ("(s@a{sv})", "", build_options (token, autostart)),
                          G_VARIANT_TYPE ("(o)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                          requested_cb, g_object_ref (task));
}

/**
 * platen_background_portal_request_finish:
 * @connection: the session bus
 * @result: what the callback got
 * @autostart: (out): whether the program will be started at login
 * @error: where to say why not; %G_IO_ERROR_PERMISSION_DENIED where the user did not want it, else those of #GDBusError
 *
 * Ends platen_background_portal_request_async().
 *
 * Returns: whether it was granted
 */
gboolean
platen_background_portal_request_finish (GDBusConnection  *connection,
                                         GAsyncResult     *result,
                                         gboolean         *autostart,
                                         GError          **error)
{
  Request *request;

  g_return_val_if_fail (g_task_is_valid (result, connection), FALSE);
  g_return_val_if_fail (autostart != NULL, FALSE);

  request = g_task_get_task_data (G_TASK (result));
  *autostart = request->autostart;

  return g_task_propagate_boolean (G_TASK (result), error);
}
