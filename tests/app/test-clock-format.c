/* test-clock-format.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>

#include "platen-clock-format.h"
#include "platen-clock.h"
#include "platen-format.h"

#define SCHEMA "org.gnome.desktop.interface"
#define KEY    "clock-format"

#define PORTAL_NAME      "org.freedesktop.portal.Desktop"
#define PORTAL_PATH      "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"

static const char portal_xml[] =
  "<node>"
  " <interface name='" PORTAL_INTERFACE "'>"
  "  <method name='Read'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='v' direction='out'/></method>"
  "  <signal name='SettingChanged'><arg type='s'/><arg type='s'/><arg type='v'/></signal>"
  " </interface>"
  "</node>";

/* Twenty to seven in the evening, as it is shown. */
static gboolean
evening_is (const char *expected)
{
  g_autoptr(GDateTime) evening = g_date_time_new_utc (2026, 11, 3, 18, 40, 0);
  g_autofree char *clock = platen_format_clock (evening);

  return g_str_equal (clock, expected);
}

static void
await_evening (const char *expected)
{
  while (!evening_is (expected))
    g_main_context_iteration (NULL, TRUE);
}

static void
count_cb (guint *count)
{
  *count += 1;
}

static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static void
test_settings (void)
{
  g_autoptr(GSettings) settings = open_settings ();
  g_autoptr(PlatenClock) clock = platen_clock_dup_shared ();
  g_autoptr(PlatenClockFormat) format = NULL;
  guint n_ticks = 0;

  if (settings == NULL)
    {
      g_test_skip ("the desktop's schemas are not installed");
      return;
    }

  g_assert_true (evening_is ("18:40"));
  g_settings_set_string (settings, KEY, "12h");
  format = platen_clock_format_new (NULL);
  g_assert_true (evening_is ("6:40 PM"));

  /* What shows a time is told. */
  g_signal_connect_swapped (clock, "tick", G_CALLBACK (count_cb), &n_ticks);
  g_settings_set_string (settings, KEY, "24h");
  await_evening ("18:40");
  g_assert_cmpuint (n_ticks, ==, 1);
  g_signal_handlers_disconnect_by_data (clock, &n_ticks);
  g_settings_reset (settings, KEY);
}

/* Only GNOME's clock goes by what nobody has set. */
static void
test_default (void)
{
  g_autoptr(PlatenClockFormat) format = NULL;

  platen_format_set_hours (PLATEN_FORMAT_HOURS_12);
  g_setenv ("XDG_CURRENT_DESKTOP", "XFCE", TRUE);
  format = platen_clock_format_new (NULL);

  /* The locale's. */
  g_assert_true (evening_is ("18:40"));
}

static void
portal_call_cb (GDBusConnection       *connection,
                const char            *sender,
                const char            *path,
                const char            *interface,
                const char            *method,
                GVariant              *parameters,
                GDBusMethodInvocation *invocation,
                gpointer               user_data)
{
  const char *schema;
  const char *key;

  g_variant_get (parameters, "(&s&s)", &schema, &key);
  g_assert_cmpstr (schema, ==, SCHEMA);
  g_assert_cmpstr (key, ==, KEY);

  /* In a variant too many, as the real one does. */
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(v)", g_variant_new_variant (g_variant_new_string ("12h"))));
}

static void
emit (GDBusConnection *connection,
      const char      *schema,
      const char      *key,
      GVariant        *value)
{
  g_autoptr(GError) error = NULL;

  g_dbus_connection_emit_signal (connection, NULL, PORTAL_PATH, PORTAL_INTERFACE, "SettingChanged",
                                 g_variant_new ("(ssv)", schema, key, value), &error);
  g_assert_no_error (error);
}

static void
acquired_cb (GDBusConnection *connection,
             const char      *name,
             gpointer         user_data)
{
  *(gboolean *)user_data = TRUE;
}

static void
test_portal (void)
{
  static const GDBusInterfaceVTable vtable = { portal_call_cb, NULL, NULL };
  g_autoptr(GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (portal_xml, NULL);
  g_autoptr(GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr(PlatenClock) clock = platen_clock_dup_shared ();
  g_autoptr(PlatenClockFormat) format = NULL;
  gboolean acquired = FALSE;
  guint n_ticks = 0;
  guint object;
  guint name;

  g_assert_nonnull (connection);
  platen_format_set_hours (PLATEN_FORMAT_HOURS_LOCALE);
  object = g_dbus_connection_register_object (connection, PORTAL_PATH, node->interfaces[0], &vtable, NULL, NULL, NULL);
  g_assert_cmpuint (object, !=, 0);
  name = g_bus_own_name_on_connection (connection, PORTAL_NAME, G_BUS_NAME_OWNER_FLAGS_NONE,
                                       acquired_cb, NULL, &acquired, NULL);
  while (!acquired)
    g_main_context_iteration (NULL, TRUE);

  format = platen_clock_format_new (connection);
  await_evening ("6:40 PM");

  emit (connection, SCHEMA, KEY, g_variant_new_string ("24h"));
  await_evening ("18:40");
  emit (connection, SCHEMA, KEY, g_variant_new_string ("12h"));
  await_evening ("6:40 PM");

  /* Other settings do not count, and a value that makes no sense is none. */
  g_signal_connect_swapped (clock, "tick", G_CALLBACK (count_cb), &n_ticks);
  emit (connection, SCHEMA, "clock-show-seconds", g_variant_new_boolean (TRUE));
  emit (connection, "org.example", KEY, g_variant_new_string ("24h"));
  emit (connection, SCHEMA, KEY, g_variant_new_int32 (24));
  await_evening ("18:40");
  g_assert_cmpuint (n_ticks, ==, 1);
  g_signal_handlers_disconnect_by_data (clock, &n_ticks);

  g_bus_unown_name (name);
  g_dbus_connection_unregister_object (connection, object);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/clock-format/settings", test_settings);
  g_test_add_func ("/app/clock-format/default", test_default);
  g_test_add_func ("/app/clock-format/portal", test_portal);

  return g_test_run ();
}
