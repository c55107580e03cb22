/* test-tray-item.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tray.h"

#include "tray-fixture.h"

#define WATCHER_PATH "/StatusNotifierWatcher"
#define ITEM_PATH "/StatusNotifierItem"

/* A tray as small as it can be, in the flavour of its name. */
typedef struct
{
  TrayFixture *fixture;
  guint        registration;
  guint        name;
  gboolean     owned;
  gboolean     has_host;
  GPtrArray   *items;
} FakeWatcher;

static const char watcher_xml[] =
  "<node>"
  "<interface name='org.kde.StatusNotifierWatcher'>"
  "  <method name='RegisterStatusNotifierItem'><arg name='service' type='s' direction='in'/></method>"
  "  <property name='IsStatusNotifierHostRegistered' type='b' access='read'/>"
  "  <signal name='StatusNotifierHostRegistered'/>"
  "</interface>"
  "<interface name='org.freedesktop.StatusNotifierWatcher'>"
  "  <method name='RegisterStatusNotifierItem'><arg name='service' type='s' direction='in'/></method>"
  "  <property name='IsStatusNotifierHostRegistered' type='b' access='read'/>"
  "  <signal name='StatusNotifierHostRegistered'/>"
  "</interface>"
  "</node>";

static void
fake_watcher_call_cb (GDBusConnection       *connection,
                      const char            *sender,
                      const char            *object_path,
                      const char            *interface_name,
                      const char            *method_name,
                      GVariant              *parameters,
                      GDBusMethodInvocation *invocation,
                      gpointer               user_data)
{
  FakeWatcher *watcher = user_data;
  const char *service;

  g_variant_get (parameters, "(&s)", &service);
  g_ptr_array_add (watcher->items, g_strdup (service));
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static GVariant *
fake_watcher_get_cb (GDBusConnection  *connection,
                     const char       *sender,
                     const char       *object_path,
                     const char       *interface_name,
                     const char       *property_name,
                     GError          **error,
                     gpointer          user_data)
{
  FakeWatcher *watcher = user_data;

  return g_variant_new_boolean (watcher->has_host);
}

static void
fake_watcher_owned_cb (GDBusConnection *connection,
                       const char      *name,
                       gpointer         user_data)
{
  ((FakeWatcher *)user_data)->owned = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *)data;
}

static FakeWatcher *
fake_watcher_start (TrayFixture *fixture,
                    const char  *name,
                    gboolean     has_host)
{
  static const GDBusInterfaceVTable vtable = {
    .method_call = fake_watcher_call_cb,
    .get_property = fake_watcher_get_cb,
  };
  g_autoptr(GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (watcher_xml, NULL);
  FakeWatcher *watcher = g_new0 (FakeWatcher, 1);

  watcher->fixture = fixture;
  watcher->has_host = has_host;
  watcher->items = g_ptr_array_new_with_free_func (g_free);
  watcher->registration = g_dbus_connection_register_object (fixture->host,
                                                             WATCHER_PATH,
                                                             g_dbus_node_info_lookup_interface (node, name),
                                                             &vtable,
                                                             watcher,
                                                             NULL,
                                                             NULL);
  g_assert_cmpuint (watcher->registration, !=, 0);
  watcher->name = g_bus_own_name_on_connection (fixture->host, name,
                                                G_BUS_NAME_OWNER_FLAGS_NONE,
                                                fake_watcher_owned_cb, NULL,
                                                watcher, NULL);
  tray_fixture_wait (is_true, &watcher->owned);

  return watcher;
}

static void
fake_watcher_stop (FakeWatcher *watcher)
{
  g_bus_unown_name (watcher->name);
  g_dbus_connection_unregister_object (watcher->fixture->host, watcher->registration);
  g_ptr_array_unref (watcher->items);
  g_free (watcher);
}

static gboolean
has_item (gpointer data)
{
  return ((FakeWatcher *)data)->items->len > 0;
}

static gboolean
is_hosted (gpointer data)
{
  return tray_item_get_hosted (data);
}

static gboolean
is_not_hosted (gpointer data)
{
  return !tray_item_get_hosted (data);
}

static TrayItem *
new_exported_item (TrayFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  TrayItem *item = tray_item_new ("org.example.Test", TRAY_CATEGORY_HARDWARE);

  tray_item_export (item, fixture->application, &error);
  g_assert_no_error (error);

  return item;
}

static void
test_registers (TrayFixture   *fixture,
                gconstpointer  data)
{
  const char *name = data;
  FakeWatcher *watcher = fake_watcher_start (fixture, name, TRUE);
  g_autoptr(TrayItem) item = new_exported_item (fixture);

  tray_fixture_wait (is_hosted, item);
  g_assert_cmpuint (watcher->items->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (watcher->items, 0), ==,
                   g_dbus_connection_get_unique_name (fixture->application));

  fake_watcher_stop (watcher);
  tray_fixture_wait (is_not_hosted, item);
}

static void
test_late_and_restarted (TrayFixture   *fixture,
                         gconstpointer  data)
{
  g_autoptr(TrayItem) item = new_exported_item (fixture);
  FakeWatcher *watcher;

  tray_fixture_sync (fixture);
  g_assert_false (tray_item_get_hosted (item));

  for (guint i = 0; i < 3; i++)
    {
      watcher = fake_watcher_start (fixture, "org.kde.StatusNotifierWatcher", TRUE);
      tray_fixture_wait (has_item, watcher);
      tray_fixture_wait (is_hosted, item);
      g_assert_cmpuint (watcher->items->len, ==, 1);
      fake_watcher_stop (watcher);
      tray_fixture_wait (is_not_hosted, item);
    }
}

static void
test_no_host_yet (TrayFixture   *fixture,
                  gconstpointer  data)
{
  FakeWatcher *watcher = fake_watcher_start (fixture, "org.kde.StatusNotifierWatcher", FALSE);
  g_autoptr(TrayItem) item = new_exported_item (fixture);

  tray_fixture_wait (has_item, watcher);
  tray_fixture_sync (fixture);
  g_assert_false (tray_item_get_hosted (item));

  watcher->has_host = TRUE;
  g_dbus_connection_emit_signal (fixture->host, NULL, WATCHER_PATH,
                                 "org.kde.StatusNotifierWatcher",
                                 "StatusNotifierHostRegistered", NULL, NULL);
  tray_fixture_wait (is_hosted, item);

  fake_watcher_stop (watcher);
}

static void
test_both_flavours (TrayFixture   *fixture,
                    gconstpointer  data)
{
  FakeWatcher *kde = fake_watcher_start (fixture, "org.kde.StatusNotifierWatcher", TRUE);
  FakeWatcher *freedesktop = fake_watcher_start (fixture, "org.freedesktop.StatusNotifierWatcher", TRUE);
  g_autoptr(TrayItem) item = new_exported_item (fixture);

  tray_fixture_wait (has_item, kde);
  tray_fixture_wait (is_hosted, item);
  tray_fixture_sync (fixture);
  g_assert_cmpuint (freedesktop->items->len, ==, 0);

  /* When one goes, the other is asked. */
  fake_watcher_stop (kde);
  tray_fixture_wait (has_item, freedesktop);
  fake_watcher_stop (freedesktop);
}

static void
test_properties (TrayFixture   *fixture,
                 gconstpointer  data)
{
  static const guint32 pixels[] = { 0x80402000, 0xff0000ff };
  const char *interface_name = data;
  g_autoptr(TrayItem) item = new_exported_item (fixture);
  g_autoptr(GPtrArray) pixmaps = g_ptr_array_new_with_free_func ((GDestroyNotify)tray_pixmap_unref);
  g_autoptr(GVariant) pixmap = NULL;
  g_autoptr(GVariant) tooltip = NULL;
  g_autoptr(GVariant) expected = NULL;
  const struct {
    const char *name;
    const char *value;
  } strings[] = {
    { "Category", "Hardware" },
    { "Id", "org.example.Test" },
    { "Title", "Test" },
    { "Status", "NeedsAttention" },
    { "IconName", "icon" },
    { "IconAccessibleDesc", "An icon" },
    { "AttentionIconName", "attention" },
    { "AttentionAccessibleDesc", "Look" },
    { "OverlayIconName", "overlay" },
    { "IconThemePath", "/icons" },
    { "XAyatanaLabel", "42 %" },
    { "XAyatanaLabelGuide", "100 %" },
    { "AttentionMovieName", "" },
    { "Menu", "/StatusNotifierItem/Menu" },
  };

  g_ptr_array_add (pixmaps, tray_pixmap_new (2, 1, 8, (const guint8 *)pixels));
  tray_item_set_title (item, "Test");
  tray_item_set_status (item, TRAY_STATUS_NEEDS_ATTENTION);
  tray_item_set_icon (item, "icon", pixmaps, "An icon");
  tray_item_set_attention_icon (item, "attention", NULL, "Look");
  tray_item_set_overlay_icon (item, "overlay", NULL);
  tray_item_set_icon_theme_path (item, "/icons");
  tray_item_set_tooltip (item, "Title", "Body");
  tray_item_set_label (item, "42 %", "100 %");

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      g_autoptr(GVariant) value = tray_fixture_get (fixture, ITEM_PATH, interface_name, strings[i].name);

      g_assert_cmpstr (g_variant_get_string (value, NULL), ==, strings[i].value);
    }

  tooltip = tray_fixture_get (fixture, ITEM_PATH, interface_name, "ToolTip");
  expected = g_variant_ref_sink (g_variant_new_parsed ("('', @a(iiay) [], 'Title', 'Body')"));
  g_assert_cmpvariant (tooltip, expected);
  g_clear_pointer (&expected, g_variant_unref);

  /* Half transparent 0x402000 was 0x804000 before it was multiplied. */
  pixmap = tray_fixture_get (fixture, ITEM_PATH, interface_name, "IconPixmap");
  expected = g_variant_ref_sink (g_variant_new_parsed ("[(2, 1, [byte 0x80, 0x80, 0x40, 0x00, "
                                                       "0xff, 0x00, 0x00, 0xff])]"));
  g_assert_cmpvariant (pixmap, expected);
}

static void
record_signal_cb (GDBusConnection *connection,
                  const char      *sender,
                  const char      *object_path,
                  const char      *interface_name,
                  const char      *signal_name,
                  GVariant        *parameters,
                  gpointer         user_data)
{
  g_autofree char *text = g_variant_print (parameters, FALSE);

  g_string_append_printf (user_data, "%s%s;", signal_name, text);
}

static void
test_signals (TrayFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr(GString) seen = g_string_new (NULL);
  g_autoptr(TrayItem) item = new_exported_item (fixture);
  guint subscription;

  subscription = g_dbus_connection_signal_subscribe (fixture->host,
                                                     g_dbus_connection_get_unique_name (fixture->application),
                                                     data, NULL, ITEM_PATH, NULL,
                                                     G_DBUS_SIGNAL_FLAGS_NONE,
                                                     record_signal_cb, seen, NULL);
  tray_fixture_sync (fixture);

  tray_item_set_title (item, "A");
  tray_item_set_title (item, "A");
  tray_item_set_status (item, TRAY_STATUS_ACTIVE);
  tray_item_set_status (item, TRAY_STATUS_PASSIVE);
  tray_item_set_icon (item, "a", NULL, NULL);
  tray_item_set_attention_icon (item, "a", NULL, NULL);
  tray_item_set_overlay_icon (item, "a", NULL);
  tray_item_set_tooltip (item, "a", NULL);
  tray_item_set_tooltip (item, "a", NULL);
  tray_item_set_label (item, "1", "2");
  tray_item_set_icon_theme_path (item, "/a");
  tray_fixture_sync (fixture);

  g_assert_cmpstr (seen->str, ==,
                   "NewTitle();NewStatus('Passive',);NewIcon();NewAttentionIcon();NewOverlayIcon();"
                   "NewToolTip();XAyatanaNewLabel('1', '2');NewIconThemePath('/a',);");

  g_dbus_connection_signal_unsubscribe (fixture->host, subscription);
}

static void
record_click_cb (TrayItem *item,
                 int       x,
                 int       y,
                 GString  *seen)
{
  g_autofree char *token = tray_item_take_activation_token (item);

  g_string_append_printf (seen, "%d,%d,%s;", x, y, token != NULL ? token : "none");
}

static void
record_scroll_cb (TrayItem *item,
                  int       delta,
                  gboolean  horizontal,
                  GString  *seen)
{
  g_string_append_printf (seen, "%d,%s;", delta, horizontal ? "across" : "down");
}

static void
test_methods (TrayFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr(GString) seen = g_string_new (NULL);
  g_autoptr(TrayItem) item = new_exported_item (fixture);
  const struct {
    const char *name;
    GVariant   *parameters;
  } calls[] = {
    { "ProvideXdgActivationToken", g_variant_new ("(s)", "token") },
    { "Activate", g_variant_new ("(ii)", 3, 4) },
    { "Activate", g_variant_new ("(ii)", 5, 6) },
    { "SecondaryActivate", g_variant_new ("(ii)", 7, 8) },
    { "XAyatanaSecondaryActivate", g_variant_new ("(u)", 9) },
    { "Scroll", g_variant_new ("(is)", -120, "Horizontal") },
    { "Scroll", g_variant_new ("(is)", 120, "vertical") },
    { "ContextMenu", g_variant_new ("(ii)", 1, 2) },
  };

  g_signal_connect (item, "activate", G_CALLBACK (record_click_cb), seen);
  g_signal_connect (item, "secondary-activate", G_CALLBACK (record_click_cb), seen);
  g_signal_connect (item, "scroll", G_CALLBACK (record_scroll_cb), seen);

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GVariant) reply = tray_fixture_call (fixture, ITEM_PATH, data,
                                                     calls[i].name, calls[i].parameters, &error);

      g_assert_no_error (error);
    }

  g_assert_cmpstr (seen->str, ==, "3,4,token;5,6,none;7,8,none;0,0,none;-120,across;120,down;");
}

static void
test_export_twice (TrayFixture   *fixture,
                   gconstpointer  data)
{
  g_autoptr(TrayItem) first = new_exported_item (fixture);
  g_autoptr(TrayItem) second = tray_item_new ("second", TRAY_CATEGORY_APPLICATION_STATUS);
  g_autoptr(GError) error = NULL;

  g_assert_false (tray_item_export (second, fixture->application, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);

  tray_item_unexport (first);
  g_assert_true (tray_item_export (second, fixture->application, &error));
  g_assert_no_error (error);
}

#define KDE "org.kde.StatusNotifierItem"
#define FREEDESKTOP "org.freedesktop.StatusNotifierItem"

static void
add (const char    *path,
     gconstpointer  data,
     void         (*test) (TrayFixture   *fixture,
                           gconstpointer  data))
{
  g_test_add (path, TrayFixture, data, tray_fixture_set_up, test, tray_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/tray/item/registers/kde", "org.kde.StatusNotifierWatcher", test_registers);
  add ("/tray/item/registers/freedesktop", "org.freedesktop.StatusNotifierWatcher", test_registers);
  add ("/tray/item/late-and-restarted", NULL, test_late_and_restarted);
  add ("/tray/item/no-host-yet", NULL, test_no_host_yet);
  add ("/tray/item/both-flavours", NULL, test_both_flavours);
  add ("/tray/item/properties/kde", KDE, test_properties);
  add ("/tray/item/properties/freedesktop", FREEDESKTOP, test_properties);
  add ("/tray/item/signals/kde", KDE, test_signals);
  add ("/tray/item/signals/freedesktop", FREEDESKTOP, test_signals);
  add ("/tray/item/methods/kde", KDE, test_methods);
  add ("/tray/item/methods/freedesktop", FREEDESKTOP, test_methods);
  add ("/tray/item/export-twice", NULL, test_export_twice);

  return g_test_run ();
}
