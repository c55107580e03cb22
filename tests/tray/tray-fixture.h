/* tray-fixture.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A bus of its own with two connections on it: the application's, and that of whoever looks at it. */
typedef struct
{
  GTestDBus       *bus;
  GDBusConnection *application;
  GDBusConnection *host;
} TrayFixture;

void      tray_fixture_set_up    (TrayFixture   *fixture,
                                  gconstpointer  data);
void      tray_fixture_tear_down (TrayFixture   *fixture,
                                  gconstpointer  data);
GVariant *tray_fixture_call      (TrayFixture   *fixture,
                                  const char    *object_path,
                                  const char    *interface_name,
                                  const char    *method,
                                  GVariant      *parameters,
                                  GError       **error);
GVariant *tray_fixture_call_on   (TrayFixture      *fixture,
                                  GDBusConnection  *connection,
                                  const char       *object_path,
                                  const char       *interface_name,
                                  const char       *method,
                                  GVariant         *parameters,
                                  GError          **error);
GVariant *tray_fixture_get       (TrayFixture   *fixture,
                                  const char    *object_path,
                                  const char    *interface_name,
                                  const char    *property);
void      tray_fixture_sync      (TrayFixture   *fixture);
void      tray_fixture_wait      (gboolean     (*done) (gpointer data),
                                  gpointer       data);

G_END_DECLS
