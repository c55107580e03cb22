/* platen-clock-format.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-clock-format.h"

#include <string.h>

#include "platen-clock.h"
#include "platen-format.h"

#define SCHEMA "org.gnome.desktop.interface"
#define KEY    "clock-format"

#define PORTAL_NAME      "org.freedesktop.portal.Desktop"
#define PORTAL_PATH      "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"

struct _PlatenClockFormat
{
  GObject          parent_instance;

  GSettings       *settings;
  GDBusConnection *portal;
  GCancellable    *cancellable;
  guint            subscription;
};

G_DEFINE_FINAL_TYPE (PlatenClockFormat, platen_clock_format, G_TYPE_OBJECT)

/* @format: (nullable): what the desktop says */
static void
take_format (const char *format)
{
  g_autoptr(PlatenClock) clock = platen_clock_dup_shared ();

  if (g_strcmp0 (format, "12h") == 0)
    platen_format_set_hours (PLATEN_FORMAT_HOURS_12);
  else if (g_strcmp0 (format, "24h") == 0)
    platen_format_set_hours (PLATEN_FORMAT_HOURS_24);
  else
    platen_format_set_hours (PLATEN_FORMAT_HOURS_LOCALE);

  /* Those that show a time show it anew. */
  platen_clock_tick (clock);
}

static gboolean
is_gnome (void)
{
  g_auto(GStrv) desktops = g_strsplit (g_getenv ("XDG_CURRENT_DESKTOP") ?: "", ":", -1);

  return g_strv_contains ((const char * const *)desktops, "GNOME");
}

/* The setting's default stands for no wish of anybody's on a desktop whose clock does not follow it. */
static void
settings_changed_cb (PlatenClockFormat *self)
{
  g_autoptr(GVariant) wish = g_settings_get_user_value (self->settings, KEY);
  g_autofree char *format = NULL;

  if (wish != NULL || is_gnome ())
    format = g_settings_get_string (self->settings, KEY);

  take_format (format);
}

static void
platen_clock_format_follow_settings (PlatenClockFormat *self)
{
  g_autoptr(GSettingsSchema) schema = NULL;
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);

  if (schema == NULL || !g_settings_schema_has_key (schema, KEY))
    return;

  self->settings = g_settings_new_full (schema, NULL, NULL);
  g_signal_connect_object (self->settings, "changed::" KEY, G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
  settings_changed_cb (self);
}

static void
take_value (GVariant *value)
{
  g_autoptr(GVariant) inner = g_variant_ref (value);

  /* The portal wraps it once more than it says. */
  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      g_autoptr(GVariant) outer = g_steal_pointer (&inner);

      inner = g_variant_get_variant (outer);
    }

  take_format (g_variant_is_of_type (inner, G_VARIANT_TYPE_STRING) ? g_variant_get_string (inner, NULL) : NULL);
}

static void
portal_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GVariant) reply = NULL;
  g_autoptr(GVariant) value = NULL;
  g_autoptr(GError) error = NULL;

  reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);

  /* Some desktops have no such setting. */
  if (reply == NULL)
    return;

  g_variant_get (reply, "(v)", &value);
  take_value (value);
}

static void
portal_changed_cb (GDBusConnection *connection,
                   const char      *sender,
                   const char      *path,
                   const char      *interface,
                   const char      *signal,
                   GVariant        *parameters,
                   gpointer         user_data)
{
  g_autoptr(GVariant) value = NULL;
  const char *schema;
  const char *key;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;

  g_variant_get (parameters, "(&s&sv)", &schema, &key, &value);

  if (g_str_equal (key, KEY))
    take_value (value);
}

static void
platen_clock_format_follow_portal (PlatenClockFormat *self)
{
  self->cancellable = g_cancellable_new ();
  self->subscription = g_dbus_connection_signal_subscribe (self->portal, PORTAL_NAME, PORTAL_INTERFACE,
                                                           "SettingChanged", PORTAL_PATH, SCHEMA,
                                                           G_DBUS_SIGNAL_FLAGS_NONE, portal_changed_cb, NULL, NULL);
  g_dbus_connection_call (self->portal, PORTAL_NAME, PORTAL_PATH, PORTAL_INTERFACE, "Read",
                          g_variant_new ("(ss)", SCHEMA, KEY), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable,
                          portal_read_cb, NULL);
}

static void
platen_clock_format_dispose (GObject *object)
{
  PlatenClockFormat *self = PLATEN_CLOCK_FORMAT (object);

  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->portal, self->subscription);

  self->subscription = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->portal);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (platen_clock_format_parent_class)->dispose (object);
}

static void
platen_clock_format_class_init (PlatenClockFormatClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_clock_format_dispose;
}

static void
platen_clock_format_init (PlatenClockFormat *self)
{
}

/**
 * platen_clock_format_new:
 * @portal: (nullable): the session bus, where the desktop's settings are out of reach but for its portal
 *
 * Has times of day shown as the desktop's clock shows them, with twelve hours or twenty-four, for as long as this is
 * there: by the key `clock-format` of `org.gnome.desktop.interface`, or by `org.freedesktop.portal.Settings`, which
 * passes it on. Where neither is, they are shown as the locale does.
 *
 * Returns: (transfer full): what follows the setting
 */
PlatenClockFormat *
platen_clock_format_new (GDBusConnection *portal)
{
  PlatenClockFormat *self;

  g_return_val_if_fail (portal == NULL || G_IS_DBUS_CONNECTION (portal), NULL);

  self = g_object_new (PLATEN_TYPE_CLOCK_FORMAT, NULL);

  if (portal != NULL)
    {
      self->portal = g_object_ref (portal);
      platen_clock_format_follow_portal (self);
    }
  else
    {
      platen_clock_format_follow_settings (self);
    }

  return self;
}
