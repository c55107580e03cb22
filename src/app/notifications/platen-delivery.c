/* platen-delivery.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include "platen-delivery.h"

#include "platen-notification-picture.h"

/* In seconds: that a print has failed is worth more than a picture of it. */
#define PATIENCE 5

typedef struct
{
  char          *id;
  GNotification *notification;
  GPtrArray     *events;
  GCancellable  *loading;
  guint          timeout;
} Delivery;

static void
delivery_free (Delivery *delivery)
{
  g_clear_handle_id (&delivery->timeout, g_source_remove);
  g_object_unref (delivery->loading);
  g_object_unref (delivery->notification);
  g_ptr_array_unref (delivery->events);
  g_free (delivery->id);
  g_free (delivery);
}

static void
return_events (GTask *task)
{
  Delivery *delivery = g_task_get_task_data (task);

  g_task_return_pointer (task, g_ptr_array_ref (delivery->events), (GDestroyNotify)g_ptr_array_unref);
}

static void
flushed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (!g_dbus_connection_flush_finish (G_DBUS_CONNECTION (object), result, &error))
    g_debug ("The notification may not have left: %s", error->message);

  return_events (task);
}

/* A program that ends right after it has sent something has not sent it, unless the bus was flushed. */
static void
send_notification (GTask *task)
{
  GApplication *application = g_task_get_source_object (task);
  Delivery *delivery = g_task_get_task_data (task);
  GDBusConnection *connection = NULL;

  if (g_application_get_is_registered (application))
    connection = g_application_get_dbus_connection (application);

  if (connection == NULL)
    {
      /* The program has ended meanwhile, and its next start makes up for it; or there is no desktop at all. */
      g_task_return_pointer (task, NULL, NULL);
    }
  else if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      /* It is not true any more. */
      return_events (task);
    }
  else
    {
      g_application_send_notification (application, delivery->id, delivery->notification);
      g_dbus_connection_flush (connection, NULL, flushed_cb, g_object_ref (task));
    }
}

static void
picture_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Delivery *delivery = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GIcon) icon = NULL;

  g_clear_handle_id (&delivery->timeout, g_source_remove);

  if ((icon = platen_notification_picture_load_finish (BAMBU_PICTURES (object), result, &error)))
    g_notification_set_icon (delivery->notification, icon);
  else
    g_debug ("A notification goes without its picture: %s", error->message);

  send_notification (task);
}

static gboolean
timeout_cb (gpointer user_data)
{
  Delivery *delivery = user_data;

  delivery->timeout = 0;
  g_cancellable_cancel (delivery->loading);

  return G_SOURCE_REMOVE;
}

static const char *
get_cover (GPtrArray *events)
{
  return events->len == 1 ? watch_event_get_cover (g_ptr_array_index (events, 0)) : NULL;
}

/**
 * platen_delivery_send_async:
 * @application: whose notification it is
 * @id: what it is withdrawn by
 * @notification: the notification
 * @events: (element-type WatchEvent): what it tells; one alone may bring its picture along
 * @pictures: where pictures come from
 * @sandboxed: whether the desktop cannot read files of this program
 * @cancellable: (nullable): keeps it from being sent
 * @callback: called when the desktop has it, or never will
 * @user_data: for @callback
 *
 * Sends a notification.
 */
void
platen_delivery_send_async (GApplication        *application,
                            const char          *id,
                            GNotification       *notification,
                            GPtrArray           *events,
                            BambuPictures       *pictures,
                            gboolean             sandboxed,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Delivery *delivery;

  g_return_if_fail (G_IS_APPLICATION (application));
  g_return_if_fail (id != NULL);
  g_return_if_fail (G_IS_NOTIFICATION (notification));
  g_return_if_fail (events != NULL);
  g_return_if_fail (BAMBU_IS_PICTURES (pictures));

  delivery = g_new0 (Delivery, 1);
  delivery->id = g_strdup (id);
  delivery->notification = g_object_ref (notification);
  delivery->events = g_ptr_array_ref (events);
  delivery->loading = g_cancellable_new ();

  task = g_task_new (application, cancellable, callback, user_data);
  g_task_set_source_tag (task, platen_delivery_send_async);
  g_task_set_task_data (task, delivery, (GDestroyNotify)delivery_free);
  g_task_set_check_cancellable (task, FALSE);

  if (get_cover (events) == NULL)
    {
      send_notification (task);
      return;
    }

  delivery->timeout = g_timeout_add_seconds (PATIENCE, timeout_cb, delivery);
  platen_notification_picture_load_async (pictures, get_cover (events), sandboxed, delivery->loading,
                                          picture_cb, g_object_ref (task));
}

/**
 * platen_delivery_send_finish:
 * @application: whose notification it is
 * @result: what the callback got
 *
 * Ends platen_delivery_send_async().
 *
 * Returns: (transfer full) (nullable) (element-type WatchEvent): what is told by it, or need not be any more; %NULL where
 *   it could not be sent
 */
GPtrArray *
platen_delivery_send_finish (GApplication *application,
                             GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, application), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
