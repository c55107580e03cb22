/* tray-watcher.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tray-watcher.h"

/**
 * TrayWatcher:
 *
 * Registers the item of this connection with whatever StatusNotifierWatcher there is, and again with each one that
 * comes later. The item is registered by the connection's unique name, so that no name has to be owned: a sandbox
 * would refuse it.
 *
 * "hosted" tells whether something shows the items at present.
 */

#define WATCHER_PATH "/StatusNotifierWatcher"

/* KDE's name is what nearly all hosts use; the other is tried where there is nobody behind that one. */
static const char * const watcher_names[] = {
  "org.kde.StatusNotifierWatcher",
  "org.freedesktop.StatusNotifierWatcher",
};

#define N_WATCHERS G_N_ELEMENTS (watcher_names)

struct _TrayWatcher
{
  GObject          parent_instance;

  GDBusConnection *connection;
  GCancellable    *cancellable;
  GDBusProxy      *proxies[N_WATCHERS];
  gboolean         hosted;
};

enum
{
  PROP_0,
  PROP_HOSTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrayWatcher, tray_watcher, G_TYPE_OBJECT)

static gboolean
proxy_has_owner (GDBusProxy *proxy)
{
  g_autofree char *owner = proxy != NULL ? g_dbus_proxy_get_name_owner (proxy) : NULL;

  return owner != NULL;
}

static GDBusProxy *
tray_watcher_present (TrayWatcher *self)
{
  g_assert (TRAY_IS_WATCHER (self));

  for (guint i = 0; i < N_WATCHERS; i++)
    {
      if (proxy_has_owner (self->proxies[i]))
        return self->proxies[i];
    }

  return NULL;
}

static void
tray_watcher_set_hosted (TrayWatcher *self,
                         gboolean     hosted)
{
  if (self->hosted == hosted)
    return;

  self->hosted = hosted;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOSTED]);
}

static void
tray_watcher_asked_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr(TrayWatcher) self = user_data;
  g_autoptr(GVariant) reply = NULL;
  g_autoptr(GVariant) value = NULL;
  g_autoptr(GError) error = NULL;

  if (!(reply = g_dbus_proxy_call_finish (G_DBUS_PROXY (object), result, &error)))
    {
      g_debug ("No word on whether there is a tray: %s", error->message);
      return;
    }

  g_variant_get (reply, "(v)", &value);
  tray_watcher_set_hosted (self,
                           g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) &&
                           g_variant_get_boolean (value));
}

static void
tray_watcher_ask (TrayWatcher *self,
                  GDBusProxy  *proxy)
{
  g_dbus_proxy_call (proxy,
                     "org.freedesktop.DBus.Properties.Get",
                     g_variant_new ("(ss)",
                                    g_dbus_proxy_get_interface_name (proxy),
                                    "IsStatusNotifierHostRegistered"),
                     G_DBUS_CALL_FLAGS_NO_AUTO_START,
                     -1,
                     self->cancellable,
                     tray_watcher_asked_cb,
                     g_object_ref (self));
}

static void
tray_watcher_registered_cb (GObject      *object,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  g_autoptr(TrayWatcher) self = user_data;
  g_autoptr(GVariant) reply = NULL;
  g_autoptr(GError) error = NULL;

  if (!(reply = g_dbus_proxy_call_finish (G_DBUS_PROXY (object), result, &error)))
    {
      g_debug ("The tray did not take the icon: %s", error->message);
      return;
    }

  tray_watcher_ask (self, G_DBUS_PROXY (object));
}

static void
tray_watcher_register (TrayWatcher *self)
{
  GDBusProxy *proxy = tray_watcher_present (self);

  if (proxy == NULL)
    {
      tray_watcher_set_hosted (self, FALSE);
      return;
    }

  g_dbus_proxy_call (proxy,
                     "RegisterStatusNotifierItem",
                     g_variant_new ("(s)", g_dbus_connection_get_unique_name (self->connection)),
                     G_DBUS_CALL_FLAGS_NO_AUTO_START,
                     -1,
                     self->cancellable,
                     tray_watcher_registered_cb,
                     g_object_ref (self));
}

static void
tray_watcher_owner_changed_cb (TrayWatcher *self,
                               GParamSpec  *pspec,
                               GDBusProxy  *proxy)
{
  tray_watcher_register (self);
}

static void
tray_watcher_signal_cb (TrayWatcher *self,
                        const char  *sender,
                        const char  *signal_name,
                        GVariant    *parameters,
                        GDBusProxy  *proxy)
{
  if (g_str_equal (signal_name, "StatusNotifierHostRegistered") ||
      g_str_equal (signal_name, "StatusNotifierHostUnregistered"))
    tray_watcher_ask (self, proxy);
}

static void
tray_watcher_proxy_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr(TrayWatcher) self = user_data;
  g_autoptr(GDBusProxy) proxy = NULL;
  g_autoptr(GError) error = NULL;

  if (!(proxy = g_dbus_proxy_new_finish (result, &error)))
    {
      g_debug ("The bus does not let the tray be looked for: %s", error->message);
      return;
    }

  for (guint i = 0; i < N_WATCHERS; i++)
    {
      if (g_str_equal (g_dbus_proxy_get_name (proxy), watcher_names[i]))
        g_set_object (&self->proxies[i], proxy);
    }

  g_signal_connect_object (proxy, "notify::g-name-owner",
                           G_CALLBACK (tray_watcher_owner_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (proxy, "g-signal",
                           G_CALLBACK (tray_watcher_signal_cb), self,
                           G_CONNECT_SWAPPED);

  if (tray_watcher_present (self) == proxy)
    tray_watcher_register (self);
}

static void
tray_watcher_dispose (GObject *object)
{
  TrayWatcher *self = (TrayWatcher *)object;

  g_cancellable_cancel (self->cancellable);

  for (guint i = 0; i < N_WATCHERS; i++)
    g_clear_object (&self->proxies[i]);

  g_clear_object (&self->connection);

  G_OBJECT_CLASS (tray_watcher_parent_class)->dispose (object);
}

static void
tray_watcher_finalize (GObject *object)
{
  TrayWatcher *self = (TrayWatcher *)object;

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (tray_watcher_parent_class)->finalize (object);
}

static void
tray_watcher_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TrayWatcher *self = TRAY_WATCHER (object);

  switch (prop_id)
    {
    case PROP_HOSTED:
      g_value_set_boolean (value, self->hosted);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tray_watcher_class_init (TrayWatcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tray_watcher_dispose;
  object_class->finalize = tray_watcher_finalize;
  object_class->get_property = tray_watcher_get_property;

  properties[PROP_HOSTED] =
    g_param_spec_boolean ("hosted", NULL, NULL,
                          FALSE,
                          (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tray_watcher_init (TrayWatcher *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * tray_watcher_new:
 * @connection: the session bus, on which the item is exported already
 *
 * Begins to look for trays.
 *
 * Returns: (transfer full): a new #TrayWatcher
 */
TrayWatcher *
tray_watcher_new (GDBusConnection *connection)
{
  TrayWatcher *self;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (connection), NULL);

  self = g_object_new (TRAY_TYPE_WATCHER, NULL);
  self->connection = g_object_ref (connection);

  /* The interface bears the name of the watcher in both flavours. */
  for (guint i = 0; i < N_WATCHERS; i++)
    g_dbus_proxy_new (connection,
                      (G_DBUS_PROXY_FLAGS_DO_NOT_AUTO_START |
                       G_DBUS_PROXY_FLAGS_DO_NOT_LOAD_PROPERTIES),
                      NULL,
                      watcher_names[i],
                      WATCHER_PATH,
                      watcher_names[i],
                      self->cancellable,
                      tray_watcher_proxy_cb,
                      g_object_ref (self));

  return self;
}

/**
 * tray_watcher_get_hosted:
 * @self: a #TrayWatcher
 *
 * Tells whether a tray has taken the item and is there to show it. Changes are notified.
 *
 * Returns: whether the item can be seen
 */
gboolean
tray_watcher_get_hosted (TrayWatcher *self)
{
  g_return_val_if_fail (TRAY_IS_WATCHER (self), FALSE);

  return self->hosted;
}
