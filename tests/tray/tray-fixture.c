/* tray-fixture.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tray-fixture.h"

#define TIMEOUT_SECONDS 60

static GDBusConnection *
connect_to (GTestDBus *bus)
{
  g_autoptr(GError) error = NULL;
  GDBusConnection *connection;

  connection = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (bus),
                                                       (G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                        G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION),
                                                       NULL, NULL, &error);
  g_assert_no_error (error);

  return connection;
}

static gboolean
timed_out_cb (gpointer data)
{
  g_error ("What the test waits for did not come within %d s", TIMEOUT_SECONDS);

  return G_SOURCE_REMOVE;
}

static void
take_result_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_set_object ((GAsyncResult **)user_data, result);
}

static gboolean
has_result (gpointer data)
{
  return *(GAsyncResult **)data != NULL;
}

void
tray_fixture_set_up (TrayFixture   *fixture,
                     gconstpointer  data)
{
  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
  fixture->application = connect_to (fixture->bus);
  fixture->host = connect_to (fixture->bus);
}

void
tray_fixture_tear_down (TrayFixture   *fixture,
                        gconstpointer  data)
{
  g_dbus_connection_close_sync (fixture->host, NULL, NULL);
  g_dbus_connection_close_sync (fixture->application, NULL, NULL);
  g_clear_object (&fixture->host);
  g_clear_object (&fixture->application);
  g_test_dbus_down (fixture->bus);
  g_clear_object (&fixture->bus);
}

void
tray_fixture_wait (gboolean (*done) (gpointer data),
                   gpointer   data)
{
  guint timeout = g_timeout_add_seconds (TIMEOUT_SECONDS, timed_out_cb, NULL);

  while (!done (data))
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (timeout);
}

/* Calls the application on @connection. */
GVariant *
tray_fixture_call_on (TrayFixture      *fixture,
                      GDBusConnection  *connection,
                      const char       *object_path,
                      const char       *interface_name,
                      const char       *method,
                      GVariant         *parameters,
                      GError          **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  g_dbus_connection_call (connection,
                          g_dbus_connection_get_unique_name (fixture->application),
                          object_path,
                          interface_name,
                          method,
                          parameters,
                          NULL,
                          G_DBUS_CALL_FLAGS_NONE,
                          -1,
                          NULL,
                          take_result_cb,
                          &result);
  tray_fixture_wait (has_result, &result);

  return g_dbus_connection_call_finish (connection, result, error);
}

/* Calls the application from the host's side. */
GVariant *
tray_fixture_call (TrayFixture  *fixture,
                   const char   *object_path,
                   const char   *interface_name,
                   const char   *method,
                   GVariant     *parameters,
                   GError      **error)
{
  return tray_fixture_call_on (fixture, fixture->host, object_path, interface_name, method, parameters, error);
}

GVariant *
tray_fixture_get (TrayFixture *fixture,
                  const char  *object_path,
                  const char  *interface_name,
                  const char  *property)
{
  g_autoptr(GVariant) reply = NULL;
  g_autoptr(GError) error = NULL;
  GVariant *value;

  reply = tray_fixture_call (fixture, object_path,
                             "org.freedesktop.DBus.Properties", "Get",
                             g_variant_new ("(ss)", interface_name, property),
                             &error);
  g_assert_no_error (error);
  g_variant_get (reply, "(v)", &value);

  return value;
}

/* Returns when everything that the application has sent so far has reached the host. */
void
tray_fixture_sync (TrayFixture *fixture)
{
  g_autoptr(GVariant) reply = NULL;
  g_autoptr(GError) error = NULL;

  while (g_main_context_iteration (NULL, FALSE))
    ;

  reply = tray_fixture_call (fixture, "/", "org.freedesktop.DBus.Peer", "Ping", NULL, &error);
  g_assert_no_error (error);
}
