/* desktop.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desktop.h"

#include <stdio.h>

#include "test-cloud.h"

#define WATCHER_NAME "org.kde.StatusNotifierWatcher"
#define WATCHER_PATH "/StatusNotifierWatcher"
#define NOTIFY_RULE  "type='method_call',interface='org.freedesktop.Notifications'"

/* In the connection's own thread. */
static GDBusMessage *
filter_cb (GDBusConnection *connection,
           GDBusMessage    *message,
           gboolean         incoming,
           gpointer         user_data)
{
  GAsyncQueue *heard = user_data;
  GVariant *parameters = g_dbus_message_get_body (message);
  const char *member = g_dbus_message_get_member (message);
  char **words;

  if (!incoming || g_dbus_message_get_message_type (message) != G_DBUS_MESSAGE_TYPE_METHOD_CALL)
    return message;

  if (g_strcmp0 (member, "Notify") == 0 &&
      parameters != NULL && g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(susssasa{sv}i)")))
    {
      words = g_new0 (char *, 3);
      g_variant_get_child (parameters, 3, "s", &words[0]);
      g_variant_get_child (parameters, 4, "s", &words[1]);
      g_async_queue_push (heard, words);
    }
  else if (g_strcmp0 (member, "CloseNotification") == 0)
    {
      g_async_queue_push (heard, g_new0 (char *, 1));
    }

  g_object_unref (message);

  return NULL;
}

static GVariant *
call (GDBusConnection *connection,
      const char      *name,
      const char      *path,
      const char      *interface_name,
      const char      *method,
      GVariant        *parameters)
{
  /* What does not answer just now is asked again by whoever waits for it. */
  return g_dbus_connection_call_sync (connection, name, path, interface_name, method, parameters,
                                      NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL);
}

static GVariant *
get_property (Desktop    *self,
              const char *name,
              const char *path,
              const char *interface_name,
              const char *property)
{
  g_autoptr(GVariant) reply = NULL;
  GVariant *value = NULL;

  reply = call (self->connection, name, path, "org.freedesktop.DBus.Properties", "Get",
                g_variant_new ("(ss)", interface_name, property));

  if (reply != NULL)
    g_variant_get (reply, "(v)", &value);

  return value;
}

static GDBusConnection *
connect_to_bus (void)
{
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr(GError) error = NULL;
  GDBusConnection *connection;

  connection = g_dbus_connection_new_for_address_sync (address,
                                                       (G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                        G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION),
                                                       NULL, NULL, &error);
  g_assert_no_error (error);

  return connection;
}

static void
listen_in (Desktop *self)
{
  const char * const rules[] = { NOTIFY_RULE, NULL };
  g_autoptr(GVariant) reply = NULL;
  g_autoptr(GError) error = NULL;

  self->heard = g_async_queue_new_full ((GDestroyNotify)g_strfreev);
  self->monitor = connect_to_bus ();
  g_dbus_connection_add_filter (self->monitor, filter_cb,
                                g_async_queue_ref (self->heard), (GDestroyNotify)g_async_queue_unref);
  reply = g_dbus_connection_call_sync (self->monitor, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus.Monitoring", "BecomeMonitor",
                                       g_variant_new ("(^asu)", rules, 0),
                                       NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

/**
 * desktop_new:
 *
 * Returns: (transfer full): the desktop, without a panel
 */
Desktop *
desktop_new (void)
{
  Desktop *self = g_new0 (Desktop, 1);

  self->connection = connect_to_bus ();
  self->told = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  listen_in (self);

  return self;
}

/**
 * desktop_free:
 * @self: (transfer full): a desktop
 *
 * Ends the panel, if there is one.
 */
void
desktop_free (Desktop *self)
{
  if (self->panel != NULL)
    desktop_kill_panel (self);

  g_dbus_connection_close_sync (self->monitor, NULL, NULL);
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_object_unref (self->monitor);
  g_object_unref (self->connection);
  g_async_queue_unref (self->heard);
  g_ptr_array_unref (self->told);
  g_free (self);
}

/**
 * desktop_spawn:
 * @argv: a program with its arguments
 *
 * Starts a program of the desktop's, whose own warnings are no business of the test.
 *
 * Returns: (transfer full): it
 */
GSubprocess *
desktop_spawn (const char * const *argv)
{
  g_autoptr(GSubprocessLauncher) launcher = NULL;
  g_autoptr(GError) error = NULL;
  GSubprocess *process;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);

  return process;
}

/**
 * desktop_start_panel:
 * @self: a desktop without a panel
 *
 * Starts one, with a tray.
 */
void
desktop_start_panel (Desktop *self)
{
  const char * const argv[] = { "xfce4-panel", "--disable-wm-check", NULL };

  g_assert_null (self->panel);
  self->panel = desktop_spawn (argv);
}

/**
 * desktop_kill_panel:
 * @self: a desktop with a panel
 *
 * Ends the panel as a crash does.
 */
void
desktop_kill_panel (Desktop *self)
{
  g_assert_nonnull (self->panel);
  g_subprocess_force_exit (self->panel);
  g_subprocess_wait (self->panel, NULL, NULL);
  g_clear_object (&self->panel);
}

static void
take_heard (Desktop *self)
{
  char **words;

  while ((words = g_async_queue_try_pop (self->heard)))
    {
      if (words[0] != NULL)
        {
          g_ptr_array_add (self->told, words);
        }
      else
        {
          self->n_withdrawn++;
          g_strfreev (words);
        }
    }
}

/**
 * desktop_count_notifications:
 * @self: a desktop
 * @title: a title
 *
 * Returns: how many notifications of that title have been sent so far
 */
guint
desktop_count_notifications (Desktop    *self,
                             const char *title)
{
  guint n = 0;

  take_heard (self);

  for (guint i = 0; i < self->told->len; i++)
    n += g_str_equal (((char **)g_ptr_array_index (self->told, i))[0], title);

  return n;
}

/**
 * desktop_dup_body:
 * @self: a desktop
 * @title: a title
 *
 * Returns: (transfer full) (nullable): what the last notification of that title said besides
 */
char *
desktop_dup_body (Desktop    *self,
                  const char *title)
{
  take_heard (self);

  for (guint i = self->told->len; i > 0; i--)
    {
      char **words = g_ptr_array_index (self->told, i - 1);

      if (g_str_equal (words[0], title))
        return g_strdup (words[1]);
    }

  return NULL;
}

/**
 * desktop_count_withdrawn:
 * @self: a desktop
 *
 * Returns: how many notifications have been taken back so far
 */
guint
desktop_count_withdrawn (Desktop *self)
{
  take_heard (self);

  return self->n_withdrawn;
}

/**
 * desktop_count_displayed:
 * @self: a desktop
 *
 * Returns: how many notifications are on the screen
 */
guint
desktop_count_displayed (Desktop *self)
{
  g_autoptr(GVariant) value = get_property (self, "org.freedesktop.Notifications", "/org/freedesktop/Notifications",
                                            "org.dunstproject.cmd0", "displayedLength");

  return value != NULL ? g_variant_get_uint32 (value) : 0;
}

/* The bus name of the first item in the tray. */
static char *
dup_item (Desktop *self)
{
  g_autoptr(GVariant) items = get_property (self, WATCHER_NAME, WATCHER_PATH, WATCHER_NAME,
                                            "RegisteredStatusNotifierItems");
  const char *item;
  const char *slash;

  if (items == NULL || g_variant_n_children (items) == 0)
    return NULL;

  g_variant_get_child (items, 0, "&s", &item);
  slash = strchr (item, '/');

  return slash != NULL ? g_strndup (item, slash - item) : g_strdup (item);
}

/**
 * desktop_has_item:
 * @self: a desktop
 *
 * Returns: whether there is an icon in the tray
 */
gboolean
desktop_has_item (Desktop *self)
{
  g_autofree char *item = dup_item (self);

  return item != NULL;
}

/**
 * desktop_dup_tooltip:
 * @self: a desktop
 *
 * Returns: (transfer full): what the tooltip of the icon says; empty where there is none
 */
char *
desktop_dup_tooltip (Desktop *self)
{
  g_autofree char *item = dup_item (self);
  g_autoptr(GVariant) tooltip = NULL;
  const char *title;
  const char *body;

  if (item != NULL)
    tooltip = get_property (self, item, "/StatusNotifierItem", "org.kde.StatusNotifierItem", "ToolTip");

  if (tooltip == NULL)
    return g_strdup ("");

  g_variant_get (tooltip, "(&s@a(iiay)&s&s)", NULL, NULL, &title, &body);

  return g_strdup_printf ("%s\n%s", title, body);
}

/**
 * desktop_dup_menu:
 * @self: a desktop
 *
 * Returns: (transfer full): the menu of the icon as it goes over the bus; empty where there is none
 */
char *
desktop_dup_menu (Desktop *self)
{
  const char * const properties[] = { "label", NULL };
  g_autofree char *item = dup_item (self);
  g_autoptr(GVariant) reply = NULL;

  if (item != NULL)
    reply = call (self->connection, item, "/StatusNotifierItem/Menu", "com.canonical.dbusmenu", "GetLayout",
                  g_variant_new ("(ii^as)", 0, -1, properties));

  return reply != NULL ? g_variant_print (reply, FALSE) : g_strdup ("");
}

static char *
run_xdotool (const char * const *argv)
{
  g_autoptr(GSubprocessLauncher) launcher = NULL;
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;
  char *output = NULL;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);

  return output;
}

/**
 * desktop_click:
 * @self: a desktop
 * @x: where, in pixels of the screen
 * @y: where, in pixels of the screen
 * @button: 1 left, 3 right
 *
 * Moves the mouse there and clicks.
 */
void
desktop_click (Desktop *self,
               int      x,
               int      y,
               int      button)
{
  g_autofree char *x_text = g_strdup_printf ("%d", x);
  g_autofree char *y_text = g_strdup_printf ("%d", y);
  g_autofree char *button_text = g_strdup_printf ("%d", button);
  const char * const argv[] = { "xdotool", "mousemove", x_text, y_text, "click", button_text, NULL };
  g_autofree char *output = run_xdotool (argv);
}

/**
 * desktop_press:
 * @self: a desktop
 * @key: a key, as X calls it
 *
 * Presses a key.
 */
void
desktop_press (Desktop    *self,
               const char *key)
{
  const char * const argv[] = { "xdotool", "key", key, NULL };
  g_autofree char *output = run_xdotool (argv);
}

/**
 * desktop_list_windows:
 * @self: a desktop
 *
 * Returns: (transfer full) (element-type DesktopBox): where the windows are that can be seen
 */
GArray *
desktop_list_windows (Desktop *self)
{
  const char * const search[] = { "xdotool", "search", "--onlyvisible", "--name", "", NULL };
  g_autofree char *output = run_xdotool (search);
  g_auto(GStrv) windows = g_strsplit (output != NULL ? output : "", "\n", -1);
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (DesktopBox));

  for (guint i = 0; windows[i] != NULL; i++)
    {
      const char * const ask[] = { "xdotool", "getwindowgeometry", "--shell", windows[i], NULL };
      g_autofree char *geometry = *windows[i] != '\0' ? run_xdotool (ask) : NULL;
      DesktopBox box;

      if (geometry != NULL &&
          sscanf (geometry, "WINDOW=%*u\nX=%d\nY=%d\nWIDTH=%d\nHEIGHT=%d", &box.x, &box.y, &box.width, &box.height) == 4)
        g_array_append_val (boxes, box);
    }

  return boxes;
}
