/* fake-desktop.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fake-desktop.h"

#include "test-result.h"

#define ITEM_PATH "/StatusNotifierItem"
#define MENU_PATH ITEM_PATH "/Menu"

#define WATCHER_NAME "org.kde.StatusNotifierWatcher"

static const char interfaces_xml[] =
  "<node>"
  " <interface name='org.freedesktop.Notifications'>"
  "  <method name='Notify'>"
  "   <arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>"
  "   <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>"
  "   <arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/>"
  "  </method>"
  "  <method name='CloseNotification'><arg type='u' direction='in'/></method>"
  "  <method name='GetCapabilities'><arg type='as' direction='out'/></method>"
  "  <method name='GetServerInformation'>"
  "   <arg type='s' direction='out'/><arg type='s' direction='out'/>"
  "   <arg type='s' direction='out'/><arg type='s' direction='out'/>"
  "  </method>"
  " </interface>"
  " <interface name='org.kde.StatusNotifierWatcher'>"
  "  <method name='RegisterStatusNotifierItem'><arg type='s' direction='in'/></method>"
  "  <property name='IsStatusNotifierHostRegistered' type='b' access='read'/>"
  " </interface>"
  " <interface name='org.freedesktop.portal.Background'>"
  "  <method name='RequestBackground'>"
  "   <arg type='s' direction='in'/><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/>"
  "  </method>"
  "  <property name='version' type='u' access='read'/>"
  " </interface>"
  "</node>";

static void
notification_free (FakeNotification *notification)
{
  g_free (notification->title);
  g_free (notification->body);
  g_free (notification->picture);
  g_free (notification->action);
  g_free (notification);
}

static GDBusInterfaceInfo *
lookup_interface (const char *name)
{
  static GDBusNodeInfo *node;
  GDBusInterfaceInfo *info;

  if (node == NULL)
    node = g_dbus_node_info_new_for_xml (interfaces_xml, NULL);

  info = g_dbus_node_info_lookup_interface (node, name);
  g_assert_nonnull (info);

  return info;
}

static FakeNotification *
find_by_id (FakeDesktop *self,
            guint        id)
{
  for (guint i = 0; i < self->notifications->len; i++)
    {
      FakeNotification *notification = g_ptr_array_index (self->notifications, i);

      if (notification->id == id)
        return notification;
    }

  return NULL;
}

static guint
take_notification (FakeDesktop *self,
                   GVariant    *parameters)
{
  FakeNotification *notification = g_new0 (FakeNotification, 1);
  g_autoptr(GVariant) hints = NULL;
  g_auto(GStrv) actions = NULL;
  guint8 urgency = 1;

  g_variant_get (parameters, "(susss^as@a{sv}i)",
                 NULL, NULL, NULL, &notification->title, &notification->body, &actions, &hints, NULL);
  g_variant_lookup (hints, "urgency", "y", &urgency);
  g_variant_lookup (hints, "image-path", "s", &notification->picture);
  notification->urgency = urgency;
  notification->action = g_strdup (actions[0]);
  notification->id = ++self->n_sent;
  g_ptr_array_add (self->notifications, notification);

  return notification->id;
}

static void
notifications_call_cb (GDBusConnection       *connection,
                       const char            *sender,
                       const char            *object_path,
                       const char            *interface_name,
                       const char            *method_name,
                       GVariant              *parameters,
                       GDBusMethodInvocation *invocation,
                       gpointer               user_data)
{
  FakeDesktop *self = user_data;
  GVariant *answer = NULL;

  if (g_str_equal (method_name, "Notify"))
    {
      answer = g_variant_new ("(u)", take_notification (self, parameters));
    }
  else if (g_str_equal (method_name, "CloseNotification"))
    {
      FakeNotification *notification;
      guint id;

      g_variant_get (parameters, "(u)", &id);

      if ((notification = find_by_id (self, id)))
        notification->withdrawn = TRUE;
    }
  else if (g_str_equal (method_name, "GetCapabilities"))
    {
      const char * const capabilities[] = { "actions", "body", NULL };

      answer = g_variant_new ("(^as)", capabilities);
    }
  else
    {
      answer = g_variant_new ("(ssss)", "fake", "nobody", "1", "1.2");
    }

  g_dbus_method_invocation_return_value (invocation, answer);
}

static void
tray_call_cb (GDBusConnection       *connection,
              const char            *sender,
              const char            *object_path,
              const char            *interface_name,
              const char            *method_name,
              GVariant              *parameters,
              GDBusMethodInvocation *invocation,
              gpointer               user_data)
{
  FakeDesktop *self = user_data;

  g_free (self->item);
  self->item = g_strdup (sender);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static GVariant *
tray_property_cb (GDBusConnection  *connection,
                  const char       *sender,
                  const char       *object_path,
                  const char       *interface_name,
                  const char       *property_name,
                  GError          **error,
                  gpointer          user_data)
{
  return g_variant_new_boolean (TRUE);
}

static void
portal_call_cb (GDBusConnection       *connection,
                const char            *sender,
                const char            *object_path,
                const char            *interface_name,
                const char            *method_name,
                GVariant              *parameters,
                GDBusMethodInvocation *invocation,
                gpointer               user_data)
{
  FakeDesktop *self = user_data;
  g_autoptr(GVariant) options = NULL;
  g_autofree char *peer = g_strdup (sender + 1);
  g_autofree char *handle = NULL;
  const char *token;
  GVariantDict results;

  g_variant_get (parameters, "(&s@a{sv})", NULL, &options);
  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  g_assert_true (g_variant_lookup (options, "autostart", "b", &self->autostart));
  self->n_requests++;
  handle = g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", g_strdelimit (peer, ".", '_'), token);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", handle));

  g_variant_dict_init (&results, NULL);
  g_variant_dict_insert (&results, "background", "b", self->allow);
  g_variant_dict_insert (&results, "autostart", "b", self->allow && self->autostart);
  g_dbus_connection_emit_signal (connection, sender, handle, "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(u@a{sv})", self->allow ? 0 : 1, g_variant_dict_end (&results)),
                                 NULL);
}

static GVariant *
portal_property_cb (GDBusConnection  *connection,
                    const char       *sender,
                    const char       *object_path,
                    const char       *interface_name,
                    const char       *property_name,
                    GError          **error,
                    gpointer          user_data)
{
  return g_variant_new_uint32 (2);
}

/* The bus answers by itself: this may block. */
static void
call_bus (FakeDesktop *self,
          const char  *method,
          GVariant    *parameters)
{
  g_autoptr(GVariant) reply = NULL;
  g_autoptr(GError) error = NULL;

  reply = g_dbus_connection_call_sync (self->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", method, parameters,
                                       NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static guint
own (FakeDesktop                *self,
     const char                 *name,
     const char                 *path,
     const char                 *interface_name,
     const GDBusInterfaceVTable *vtable)
{
  g_autoptr(GError) error = NULL;
  guint object;

  object = g_dbus_connection_register_object (self->connection, path, lookup_interface (interface_name),
                                               vtable, self, NULL, &error);
  g_assert_no_error (error);

  call_bus (self, "RequestName", g_variant_new ("(su)", name, 0));

  return object;
}

/**
 * fake_desktop_new:
 *
 * Returns: (transfer full): a notification daemon on the session bus
 */
FakeDesktop *
fake_desktop_new (void)
{
  static const GDBusInterfaceVTable vtable = { notifications_call_cb };
  FakeDesktop *self = g_new0 (FakeDesktop, 1);
  g_autofree char *address = NULL;
  g_autoptr(GError) error = NULL;

  address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  self->connection = g_dbus_connection_new_for_address_sync (address,
                                                             (G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                              G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION),
                                                             NULL, NULL, &error);
  g_assert_no_error (error);
  self->notifications = g_ptr_array_new_with_free_func ((GDestroyNotify)notification_free);
  self->allow = TRUE;
  own (self, "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications",
       &vtable);

  return self;
}

/**
 * fake_desktop_free:
 * @self: (transfer full): a desktop
 *
 * Logs out.
 */
void
fake_desktop_free (FakeDesktop *self)
{
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_object_unref (self->connection);
  g_ptr_array_unref (self->notifications);
  g_free (self->item);
  g_free (self);
}

/**
 * fake_desktop_add_tray:
 * @self: a desktop
 *
 * Starts a panel with a tray.
 */
void
fake_desktop_add_tray (FakeDesktop *self)
{
  static const GDBusInterfaceVTable vtable = { tray_call_cb, tray_property_cb };

  self->tray = own (self, WATCHER_NAME, "/StatusNotifierWatcher", WATCHER_NAME, &vtable);
}

/**
 * fake_desktop_remove_tray:
 * @self: a desktop with a tray
 *
 * Ends the panel.
 */
void
fake_desktop_remove_tray (FakeDesktop *self)
{
  g_dbus_connection_unregister_object (self->connection, self->tray);
  self->tray = 0;
  call_bus (self, "ReleaseName", g_variant_new ("(s)", WATCHER_NAME));
  g_clear_pointer (&self->item, g_free);
}

/**
 * fake_desktop_add_portal:
 * @self: a desktop
 *
 * Starts a Background portal, which grants or refuses as “allow” says.
 */
void
fake_desktop_add_portal (FakeDesktop *self)
{
  static const GDBusInterfaceVTable vtable = { portal_call_cb, portal_property_cb };

  own (self, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
       "org.freedesktop.portal.Background", &vtable);
}

/**
 * fake_desktop_find:
 * @self: a desktop
 * @title: a title
 *
 * Returns: (transfer none) (nullable): the newest notification with that title
 */
FakeNotification *
fake_desktop_find (FakeDesktop *self,
                   const char  *title)
{
  for (guint i = self->notifications->len; i-- > 0;)
    {
      FakeNotification *notification = g_ptr_array_index (self->notifications, i);

      if (g_str_equal (notification->title, title))
        return notification;
    }

  return NULL;
}

/**
 * fake_desktop_dismiss_all:
 * @self: a desktop
 *
 * Closes all notifications, and waits until whoever sent them has heard of it.
 */
void
fake_desktop_dismiss_all (FakeDesktop *self)
{
  g_autoptr(GDBusConnection) application = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GVariant) reply = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < self->notifications->len; i++)
    {
      FakeNotification *notification = g_ptr_array_index (self->notifications, i);

      g_dbus_connection_emit_signal (self->connection, NULL, "/org/freedesktop/Notifications",
                                     "org.freedesktop.Notifications", "NotificationClosed",
                                     g_variant_new ("(uu)", notification->id, 2), NULL);
    }

  /* What comes after it has come after it. */
  g_dbus_connection_call (application, g_dbus_connection_get_unique_name (self->connection),
                          "/org/freedesktop/Notifications", "org.freedesktop.Notifications", "GetCapabilities",
                          NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, test_result_cb, &result);
  reply = g_dbus_connection_call_finish (application, test_result_wait (&result), &error);
  g_assert_no_error (error);
}

/**
 * fake_desktop_clear:
 * @self: a desktop
 *
 * Makes it one on which nothing has happened.
 */
void
fake_desktop_clear (FakeDesktop *self)
{
  if (self->tray != 0)
    fake_desktop_remove_tray (self);

  g_ptr_array_set_size (self->notifications, 0);
}

/**
 * fake_desktop_click:
 * @self: a desktop
 * @id: the number of a notification
 *
 * Clicks on it.
 */
void
fake_desktop_click (FakeDesktop *self,
                    guint        id)
{
  FakeNotification *notification = find_by_id (self, id);

  g_assert_nonnull (notification);
  g_assert_nonnull (notification->action);
  g_dbus_connection_emit_signal (self->connection, NULL, "/org/freedesktop/Notifications",
                                 "org.freedesktop.Notifications", "ActionInvoked",
                                 g_variant_new ("(us)", id, notification->action), NULL);
}

static GVariant *
call (FakeDesktop *self,
      const char  *path,
      const char  *interface_name,
      const char  *method,
      GVariant    *parameters)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GVariant *reply;

  g_assert_nonnull (self->item);
  g_dbus_connection_call (self->connection, self->item, path, interface_name, method, parameters,
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, test_result_cb, &result);
  reply = g_dbus_connection_call_finish (self->connection, test_result_wait (&result), &error);
  g_assert_no_error (error);

  return reply;
}

/**
 * fake_desktop_get:
 * @self: a desktop with a tray that has an icon
 * @property: a property of the icon
 *
 * Returns: (transfer full): its value
 */
GVariant *
fake_desktop_get (FakeDesktop *self,
                  const char  *property)
{
  g_autoptr(GVariant) reply = NULL;
  GVariant *value;

  reply = call (self, ITEM_PATH, "org.freedesktop.DBus.Properties", "Get",
                g_variant_new ("(ss)", "org.kde.StatusNotifierItem", property));
  g_variant_get (reply, "(v)", &value);
  return value;
}

/**
 * fake_desktop_call:
 * @self: a desktop with a tray that has an icon
 * @method: a method of the icon
 * @parameters: (transfer floating): its arguments
 *
 * Calls it.
 */
void
fake_desktop_call (FakeDesktop *self,
                   const char  *method,
                   GVariant    *parameters)
{
  g_autoptr(GVariant) reply = call (self, ITEM_PATH, "org.kde.StatusNotifierItem", method, parameters);
}

static GVariant *
get_layout (FakeDesktop *self)
{
  const char * const properties[] = { NULL };
  g_autoptr(GVariant) reply = call (self, MENU_PATH, "com.canonical.dbusmenu", "GetLayout",
                                    g_variant_new ("(ii^as)", 0, -1, properties));
  GVariant *layout;

  g_variant_get (reply, "(u@(ia{sv}av))", NULL, &layout);

  return layout;
}

static void
add_labels (GVariant *node,
            GString  *labels)
{
  g_autoptr(GVariant) properties = NULL;
  g_autoptr(GVariant) children = NULL;
  const char *label;
  GVariantIter iter;
  GVariant *child;

  g_variant_get (node, "(i@a{sv}@av)", NULL, &properties, &children);

  if (g_variant_lookup (properties, "label", "&s", &label))
    g_string_append_printf (labels, "%s\n", label);

  g_variant_iter_init (&iter, children);

  while (g_variant_iter_next (&iter, "v", &child))
    {
      add_labels (child, labels);
      g_variant_unref (child);
    }
}

/**
 * fake_desktop_dup_menu:
 * @self: a desktop with a tray that has an icon
 *
 * Returns: (transfer full): the labels of the icon’s menu, one a line
 */
char *
fake_desktop_dup_menu (FakeDesktop *self)
{
  g_autoptr(GVariant) layout = get_layout (self);
  g_autoptr(GString) labels = g_string_new (NULL);

  add_labels (layout, labels);

  return g_string_free (g_steal_pointer (&labels), FALSE);
}

static int
find_item (GVariant   *node,
           const char *prefix)
{
  g_autoptr(GVariant) properties = NULL;
  g_autoptr(GVariant) children = NULL;
  const char *label;
  GVariantIter iter;
  GVariant *child;
  int id;
  int found = -1;

  g_variant_get (node, "(i@a{sv}@av)", &id, &properties, &children);

  if (g_variant_lookup (properties, "label", "&s", &label) && g_str_has_prefix (label, prefix))
    return id;

  g_variant_iter_init (&iter, children);

  while (found < 0 && g_variant_iter_next (&iter, "v", &child))
    {
      found = find_item (child, prefix);
      g_variant_unref (child);
    }

  return found;
}

/**
 * fake_desktop_find_item:
 * @self: a desktop with a tray that has an icon
 * @label: how the label of an item of its menu begins
 *
 * Returns: the number of the item; -1 where there is none
 */
int
fake_desktop_find_item (FakeDesktop *self,
                        const char  *label)
{
  g_autoptr(GVariant) layout = get_layout (self);

  return find_item (layout, label);
}

/**
 * fake_desktop_click_item:
 * @self: a desktop with a tray that has an icon
 * @id: the number of an item of its menu
 *
 * Clicks on it.
 */
void
fake_desktop_click_item (FakeDesktop *self,
                         int          id)
{
  g_autoptr(GVariant) reply = NULL;

  g_assert_cmpint (id, >=, 0);
  reply = call (self, MENU_PATH, "com.canonical.dbusmenu", "Event",
                g_variant_new ("(isvu)", id, "clicked", g_variant_new_int32 (0), 0));
}
