/* platen-show-in-folder.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-show-in-folder.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *widget;
  GFile     *file;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->widget);
  g_object_unref (request->file);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Request) request = user_data;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (object), result, NULL))
    gtk_widget_activate_action (request->widget, "win.toast", "s", _("The folder cannot be shown"));
}

/* Without a file manager that can point at a file, the folder alone. */
static void
open_folder (Request *request)
{
  g_autoptr(Request) owned = request;
  g_autoptr(GFile) folder = g_file_get_parent (request->file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;
  GtkRoot *root = gtk_widget_get_root (request->widget);

  if (uri != NULL && GTK_IS_WINDOW (root))
    gtk_show_uri_full (GTK_WINDOW (root), uri, GDK_CURRENT_TIME, NULL, opened_cb, g_steal_pointer (&owned));
}

static void
shown_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Request) request = user_data;
  g_autoptr(GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, NULL);

  if (answer == NULL)
    open_folder (g_steal_pointer (&request));
}

static void
connected_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Request) request = user_data;
  g_autoptr(GDBusConnection) bus = g_bus_get_finish (result, NULL);
  g_autofree char *uri = g_file_get_uri (request->file);
  const char * const uris[] = { uri, NULL };

  if (bus == NULL)
    {
      open_folder (g_steal_pointer (&request));
      return;
    }

  g_dbus_connection_call (bus,
                          "org.freedesktop.FileManager1",
                          "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1",
                          "ShowItems",
                          g_variant_new ("(^ass)", uris, ""),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                          shown_cb, g_steal_pointer (&request));
}

/**
 * platen_show_in_folder:
 * @widget: where the user asked for it
 * @file: a file
 *
 * Shows @file where it lies, in the user's file manager.
 */
void
platen_show_in_folder (GtkWidget *widget,
                       GFile     *file)
{
  Request *request;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_FILE (file));

  request = g_new (Request, 1);
  request->widget = g_object_ref (widget);
  request->file = g_object_ref (file);
  g_bus_get (G_BUS_TYPE_SESSION, NULL, connected_cb, request);
}
