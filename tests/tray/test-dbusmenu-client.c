/* test-dbusmenu-client.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libdbusmenu-glib/dbusmenu-glib.h>

#include "tray.h"

#include "tray-fixture.h"

/* The menu as the library sees it that most hosts are built on. */

#define MENU_PATH "/Menu"

typedef struct
{
  DbusmenuMenuitem *item;
  const char       *property;
  const char       *value;
} Expectation;

static gboolean
has_menu (gpointer data)
{
  DbusmenuMenuitem *root = dbusmenu_client_get_root (data);

  return root != NULL && g_list_length (dbusmenu_menuitem_get_children (root)) == 3;
}

static DbusmenuMenuitem *
child (DbusmenuMenuitem *item,
       guint             position)
{
  DbusmenuMenuitem *found = g_list_nth_data (dbusmenu_menuitem_get_children (item), position);

  g_assert_nonnull (found);

  return found;
}

static gboolean
has_value (gpointer data)
{
  const Expectation *expectation = data;

  return g_strcmp0 (dbusmenu_menuitem_property_get (expectation->item, expectation->property),
                    expectation->value) == 0;
}

static gboolean
is_checked (gpointer data)
{
  return dbusmenu_menuitem_property_get_int (data, "toggle-state") == 1;
}

static gboolean
has_four (gpointer data)
{
  return g_list_length (dbusmenu_menuitem_get_children (data)) == 4;
}

static gboolean
was_activated (gpointer data)
{
  return *(guint *)data == 1;
}

static void
count_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  (*(guint *)user_data)++;
}

/* The client asks for properties from an idle moment and warns if the bus goes away before the answer. Its connection is the one
 * that this process shares, and answers come in the order of the questions: one more question of our own is answered last. */
static void
let_client_finish (TrayFixture *fixture)
{
  g_autoptr(GDBusConnection) connection = NULL;
  g_autoptr(GVariant) reply = NULL;
  g_autoptr(GError) error = NULL;

  while (g_main_context_iteration (NULL, FALSE))
    ;

  connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  reply = tray_fixture_call_on (fixture, connection, MENU_PATH, "com.canonical.dbusmenu", "AboutToShow",
                                g_variant_new ("(i)", 0), &error);
  g_assert_no_error (error);
}

static void
test_client (TrayFixture   *fixture,
             gconstpointer  data)
{
  static const GActionEntry entries[] = {
    { "count", count_cb },
    { "check", NULL, NULL, "false" },
  };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr(TrayMenu) menu = tray_menu_new ();
  g_autoptr(GMenu) submenu = g_menu_new ();
  g_autoptr(GMenu) model = g_menu_new ();
  g_autoptr(GError) error = NULL;
  DbusmenuClient *client;
  DbusmenuMenuitem *root;
  guint n_activated = 0;

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), &n_activated);
  g_menu_append (model, "Count", "test.count");
  g_menu_append (model, "Check", "test.check");
  g_menu_append (submenu, "Deep", "test.count");
  g_menu_append_submenu (model, "More", G_MENU_MODEL (submenu));
  tray_menu_set_model (menu, G_MENU_MODEL (model));
  tray_menu_insert_action_group (menu, "test", G_ACTION_GROUP (actions));
  tray_menu_export (menu, fixture->application, MENU_PATH, &error);
  g_assert_no_error (error);

  client = dbusmenu_client_new (g_dbus_connection_get_unique_name (fixture->application), MENU_PATH);
  tray_fixture_wait (has_menu, client);
  root = dbusmenu_client_get_root (client);
  tray_fixture_wait (has_value, &(Expectation) { child (root, 0), "label", "Count" });
  tray_fixture_wait (has_value, &(Expectation) { child (root, 1), "toggle-type", "checkmark" });
  tray_fixture_wait (has_value, &(Expectation) { child (child (root, 2), 0), "label", "Deep" });

  dbusmenu_menuitem_handle_event (child (root, 0), "clicked", g_variant_new_int32 (0), 0);
  tray_fixture_wait (was_activated, &n_activated);

  dbusmenu_menuitem_handle_event (child (root, 1), "clicked", g_variant_new_int32 (0), 0);
  tray_fixture_wait (is_checked, child (root, 1));

  g_menu_prepend (model, "First", "test.count");
  tray_fixture_wait (has_four, root);
  tray_fixture_wait (has_value, &(Expectation) { child (root, 0), "label", "First" });
  tray_fixture_wait (has_value, &(Expectation) { child (root, 1), "label", "Count" });

  let_client_finish (fixture);
  g_object_unref (client);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/tray/menu/libdbusmenu", TrayFixture, NULL,
              tray_fixture_set_up, test_client, tray_fixture_tear_down);

  return g_test_run ();
}
