/* platen-demo-relay.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include "platen-demo-relay.h"

#define DEMO_ID   APPLICATION_ID ".Demo"
#define DEMO_PATH "/io/github/platen/Platen/Demo"

static char *
build_detailed_name (const char *action,
                     const char *target)
{
  g_autoptr(GVariant) value = *target != '\0' ? g_variant_ref_sink (g_variant_new_string (target)) : NULL;
  g_autofree char *name = g_action_print_detailed_name (action, value);

  return g_strconcat ("app.", name, NULL);
}

/**
 * platen_demo_relay_set_action:
 * @notification: a notification
 * @application: whose it is
 * @sandboxed: whether that runs in a sandbox
 * @action: an action of @application
 * @target: the action's parameter, a string; "" for none
 *
 * Has a click on @notification activate @action.
 */
void
platen_demo_relay_set_action (GNotification *notification,
                              GApplication  *application,
                              gboolean       sandboxed,
                              const char    *action,
                              const char    *target)
{
  g_return_if_fail (G_IS_NOTIFICATION (notification));
  g_return_if_fail (G_IS_APPLICATION (application));
  g_return_if_fail (action != NULL && target != NULL);

  if (sandboxed && g_strcmp0 (g_application_get_application_id (application), DEMO_ID) == 0)
    {
      g_notification_set_default_action_and_target (notification, "app.relay-to-demo", "(ss)", action, target);
    }
  else
    {
      g_autofree char *name = build_detailed_name (action, target);

      g_notification_set_default_action (notification, name);
    }
}

static void
called_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GVariant) reply = NULL;
  GError *error = NULL;

  if ((reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * platen_demo_relay_send_async:
 * @application: the real program, which is registered
 * @action: an action of the demo
 * @target: the action's parameter, a string; "" for none
 * @callback: called when the demo has it, or is not there
 * @user_data: for @callback
 *
 * Activates @action in the demo, if that runs.
 */
void
platen_demo_relay_send_async (GApplication        *application,
                              const char          *action,
                              const char          *target,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  GVariantBuilder parameters;

  g_return_if_fail (G_IS_APPLICATION (application));
  g_return_if_fail (action != NULL && target != NULL);

  task = g_task_new (application, NULL, callback, user_data);
  g_task_set_source_tag (task, platen_demo_relay_send_async);

  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  if (*target != '\0')
    g_variant_builder_add (&parameters, "v", g_variant_new_string (target));

  g_dbus_connection_call (g_application_get_dbus_connection (application),
                          DEMO_ID, DEMO_PATH, "org.freedesktop.Application", "ActivateAction",
                          g_variant_new ("(sava{sv})", action, &parameters, NULL),
                          NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL,
                          called_cb, g_object_ref (task));
}

/**
 * platen_demo_relay_send_finish:
 * @application: the real program
 * @result: what the callback got
 * @error: where to say why not; those of #GDBusError
 *
 * Ends platen_demo_relay_send_async().
 *
 * Returns: whether the demo has it
 */
gboolean
platen_demo_relay_send_finish (GApplication  *application,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, application), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
