/* platen-keyring-watch.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-keyring-watch.h"

struct _PlatenKeyringWatch
{
  GObject          parent_instance;

  GCancellable    *cancellable;
  GDBusConnection *bus;
  guint            subscription;
};

enum
{
  UNLOCKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlatenKeyringWatch, platen_keyring_watch, G_TYPE_OBJECT)

static void
changed_cb (GDBusConnection *bus,
            const char      *sender,
            const char      *path,
            const char      *interface,
            const char      *member,
            GVariant        *parameters,
            gpointer         user_data)
{
  PlatenKeyringWatch *self = user_data;
  g_autoptr(GVariant) properties = NULL;
  gboolean locked;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(sa{sv}as)")))
    return;

  properties = g_variant_get_child_value (parameters, 1);

  if (g_variant_lookup (properties, "Locked", "b", &locked) && !locked)
    g_signal_emit (self, signals[UNLOCKED], 0);
}

/* Not a libsecret proxy: that would start the keyring, and there is none of it in a sandbox. */
static void
connected_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(PlatenKeyringWatch) self = user_data;
  g_autoptr(GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  self->subscription = g_dbus_connection_signal_subscribe (bus,
                                                           "org.freedesktop.secrets",
                                                           "org.freedesktop.DBus.Properties",
                                                           "PropertiesChanged",
                                                           NULL,
                                                           "org.freedesktop.Secret.Collection",
                                                           G_DBUS_SIGNAL_FLAGS_NONE,
                                                           changed_cb, self, NULL);
  self->bus = g_steal_pointer (&bus);
}

static void
platen_keyring_watch_dispose (GObject *object)
{
  PlatenKeyringWatch *self = PLATEN_KEYRING_WATCH (object);

  g_cancellable_cancel (self->cancellable);

  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);

  self->subscription = 0;
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (platen_keyring_watch_parent_class)->dispose (object);
}

static void
platen_keyring_watch_finalize (GObject *object)
{
  PlatenKeyringWatch *self = PLATEN_KEYRING_WATCH (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (platen_keyring_watch_parent_class)->finalize (object);
}

static void
platen_keyring_watch_class_init (PlatenKeyringWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_keyring_watch_dispose;
  object_class->finalize = platen_keyring_watch_finalize;

  signals[UNLOCKED] =
    g_signal_new ("unlocked",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
platen_keyring_watch_init (PlatenKeyringWatch *self)
{
  self->cancellable = g_cancellable_new ();
  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, connected_cb, g_object_ref (self));
}

/**
 * platen_keyring_watch_new:
 *
 * Returns: (transfer full): what tells when a keyring is unlocked
 */
PlatenKeyringWatch *
platen_keyring_watch_new (void)
{
  return g_object_new (PLATEN_TYPE_KEYRING_WATCH, NULL);
}
