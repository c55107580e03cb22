/* test-tray-menu.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tray.h"

#include "tray-fixture.h"

#define MENU_PATH "/Menu"
#define DBUSMENU "com.canonical.dbusmenu"

/* A menu of every kind of item, with what its actions did. */
typedef struct
{
  TrayFixture         bus;
  TrayMenu           *menu;
  GMenu              *model;
  GMenu              *section;
  GMenu              *submenu;
  GSimpleActionGroup *actions;
  GString            *activated;
  GString            *signals;
  guint               subscription;
} MenuFixture;

static const char two_pixels_png[] = "not really a picture";

static void
activate_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  MenuFixture *fixture = user_data;
  g_autofree char *text = parameter != NULL ? g_variant_print (parameter, FALSE) : g_strdup ("");

  g_string_append_printf (fixture->activated, "%s(%s);", g_action_get_name (G_ACTION (action)), text);
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
  MenuFixture *fixture = user_data;
  g_autofree char *text = g_variant_print (parameters, FALSE);

  g_string_append_printf (fixture->signals, "%s%s;", signal_name, text);
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *detailed_action,
             const char *attribute,
             const char *value)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, detailed_action);

  if (attribute != NULL)
    g_menu_item_set_attribute (item, attribute, "s", value);

  g_menu_append_item (menu, item);
}

static void
fill_model (MenuFixture *fixture)
{
  g_autoptr(GMenuItem) icon_item = g_menu_item_new ("Picture", "test.plain");
  g_autoptr(GMenuItem) themed_item = g_menu_item_new ("Themed", "test.plain");
  g_autoptr(GMenuItem) submenu_item = g_menu_item_new_submenu ("More", G_MENU_MODEL (fixture->submenu));
  g_autoptr(GBytes) png = g_bytes_new_static (two_pixels_png, sizeof two_pixels_png);
  g_autoptr(GIcon) bytes_icon = g_bytes_icon_new (png);
  g_autoptr(GIcon) themed_icon = g_themed_icon_new ("mail-unread");

  append_item (fixture->model, "_Plain", "test.plain", "accel", "<Primary><Shift>q");
  append_item (fixture->model, "Off", "test.disabled", NULL, NULL);
  append_item (fixture->model, "Gone", "test.missing", "hidden-when", "action-missing");
  g_menu_item_set_icon (icon_item, bytes_icon);
  g_menu_append_item (fixture->model, icon_item);
  g_menu_item_set_icon (themed_item, themed_icon);
  g_menu_append_item (fixture->model, themed_item);

  append_item (fixture->section, "Check", "test.check", NULL, NULL);
  append_item (fixture->section, "Left", "test.radio::left", NULL, NULL);
  append_item (fixture->section, "Right", "test.radio::right", NULL, NULL);
  g_menu_append_section (fixture->model, "Choose", G_MENU_MODEL (fixture->section));

  append_item (fixture->submenu, "Deep", "test.plain", NULL, NULL);
  g_menu_item_set_attribute (submenu_item, "submenu-action", "s", "test.open");
  g_menu_append_item (fixture->model, submenu_item);
}

static void
set_up (MenuFixture   *fixture,
        gconstpointer  data)
{
  static const GActionEntry entries[] = {
    { "plain", activate_cb },
    { "disabled", activate_cb },
    { "check", NULL, NULL, "true" },
    { "radio", NULL, "s", "'left'" },
    { "open", NULL, NULL, "false" },
  };
  g_autoptr(GError) error = NULL;

  tray_fixture_set_up (&fixture->bus, NULL);
  fixture->activated = g_string_new (NULL);
  fixture->signals = g_string_new (NULL);
  fixture->model = g_menu_new ();
  fixture->section = g_menu_new ();
  fixture->submenu = g_menu_new ();
  fixture->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (fixture->actions), entries, G_N_ELEMENTS (entries), fixture);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (fixture->actions),
                                                                            "disabled")),
                               FALSE);
  fill_model (fixture);

  fixture->menu = tray_menu_new ();
  tray_menu_set_model (fixture->menu, G_MENU_MODEL (fixture->model));
  tray_menu_insert_action_group (fixture->menu, "test", G_ACTION_GROUP (fixture->actions));
  tray_menu_export (fixture->menu, fixture->bus.application, MENU_PATH, &error);
  g_assert_no_error (error);

  tray_fixture_sync (&fixture->bus);
  fixture->subscription =
    g_dbus_connection_signal_subscribe (fixture->bus.host,
                                        g_dbus_connection_get_unique_name (fixture->bus.application),
                                        DBUSMENU, NULL, MENU_PATH, NULL,
                                        G_DBUS_SIGNAL_FLAGS_NONE,
                                        record_signal_cb, fixture, NULL);
  tray_fixture_sync (&fixture->bus);
}

static void
tear_down (MenuFixture   *fixture,
           gconstpointer  data)
{
  g_dbus_connection_signal_unsubscribe (fixture->bus.host, fixture->subscription);
  g_clear_object (&fixture->menu);
  g_clear_object (&fixture->actions);
  g_clear_object (&fixture->submenu);
  g_clear_object (&fixture->section);
  g_clear_object (&fixture->model);
  g_string_free (fixture->activated, TRUE);
  g_string_free (fixture->signals, TRUE);
  tray_fixture_tear_down (&fixture->bus, NULL);
}

static GVariant *
call (MenuFixture *fixture,
      const char  *method,
      GVariant    *parameters)
{
  g_autoptr(GError) error = NULL;
  GVariant *reply;

  reply = tray_fixture_call (&fixture->bus, MENU_PATH, DBUSMENU, method, parameters, &error);
  g_assert_no_error (error);

  return reply;
}

static void
assert_refused (MenuFixture *fixture,
                const char  *method,
                GVariant    *parameters)
{
  g_autoptr(GVariant) reply = NULL;
  g_autoptr(GError) error = NULL;

  reply = tray_fixture_call (&fixture->bus, MENU_PATH, DBUSMENU, method, parameters, &error);
  g_assert_null (reply);
  g_assert_error (error, G_DBUS_ERROR, G_DBUS_ERROR_INVALID_ARGS);
}

static void
print_layout (GVariant *layout,
              GString  *text)
{
  g_autoptr(GVariantIter) children = NULL;
  g_autoptr(GVariant) properties = NULL;
  const char *string;
  gboolean flag;
  GVariant *child;
  int number;

  g_variant_get (layout, "(i@a{sv}av)", NULL, &properties, &children);

  if (g_variant_lookup (properties, "type", "&s", &string))
    g_string_append (text, string);

  if (g_variant_lookup (properties, "label", "&s", &string))
    g_string_append (text, string);

  if (g_variant_lookup (properties, "enabled", "b", &flag) && !flag)
    g_string_append (text, "!");

  if (g_variant_lookup (properties, "visible", "b", &flag) && !flag)
    g_string_append (text, "?");

  if (g_variant_lookup (properties, "toggle-type", "&s", &string) &&
      g_variant_lookup (properties, "toggle-state", "i", &number))
    g_string_append_printf (text, "=%s%d", string, number);

  if (g_variant_iter_n_children (children) > 0)
    g_string_append (text, "[");

  while (g_variant_iter_next (children, "v", &child))
    {
      print_layout (child, text);
      g_string_append (text, " ");
      g_variant_unref (child);
    }

  if (text->len > 0 && text->str[text->len - 1] == ' ')
    text->str[text->len - 1] = ']';
}

static char *
get_layout (MenuFixture *fixture,
            int          parent,
            int          depth)
{
  g_autoptr(GVariant) reply = call (fixture, "GetLayout", g_variant_new ("(iias)", parent, depth, NULL));
  g_autoptr(GVariant) layout = g_variant_get_child_value (reply, 1);
  GString *text = g_string_new ("");

  print_layout (layout, text);

  return g_string_free (text, FALSE);
}

static int
find_in (GVariant   *layout,
         const char *label)
{
  g_autoptr(GVariantIter) children = NULL;
  g_autoptr(GVariant) properties = NULL;
  const char *string;
  GVariant *child;
  int found = -1;
  int id;

  g_variant_get (layout, "(i@a{sv}av)", &id, &properties, &children);

  if (g_variant_lookup (properties, "label", "&s", &string) && g_str_equal (string, label))
    return id;

  while (g_variant_iter_next (children, "v", &child))
    {
      if (found == -1)
        found = find_in (child, label);

      g_variant_unref (child);
    }

  return found;
}

static int
find (MenuFixture *fixture,
      const char  *label)
{
  g_autoptr(GVariant) reply = call (fixture, "GetLayout", g_variant_new ("(iias)", 0, -1, NULL));
  g_autoptr(GVariant) layout = g_variant_get_child_value (reply, 1);
  int id = find_in (layout, label);

  g_assert_cmpint (id, >, 0);

  return id;
}

static void
send_event (MenuFixture *fixture,
            int          id,
            const char  *event)
{
  g_autoptr(GVariant) reply = call (fixture, "Event",
                                    g_variant_new ("(isvu)", id, event, g_variant_new_int32 (0), 0));
}

static void
test_layout (MenuFixture   *fixture,
             gconstpointer  data)
{
  g_autofree char *all = get_layout (fixture, 0, -1);
  g_autofree char *one_level = get_layout (fixture, 0, 1);
  g_autofree char *no_level = get_layout (fixture, 0, 0);
  g_autofree char *submenu = get_layout (fixture, find (fixture, "More"), -1);

  g_assert_cmpstr (all, ==,
                   "[_Plain Off! Gone!? Picture Themed separator Choose! Check=checkmark1 Left=radio1 "
                   "Right=radio0 More[Deep]]");
  g_assert_cmpstr (one_level, ==,
                   "[_Plain Off! Gone!? Picture Themed separator Choose! Check=checkmark1 Left=radio1 "
                   "Right=radio0 More]");
  g_assert_cmpstr (no_level, ==, "");
  g_assert_cmpstr (submenu, ==, "More[Deep]");
  assert_refused (fixture, "GetLayout", g_variant_new ("(iias)", 12345, -1, NULL));
}

static void
test_item_properties (MenuFixture   *fixture,
                      gconstpointer  data)
{
  static const char * const names[] = { "label", NULL };
  const struct {
    const char *label;
    const char *property;
    const char *expected;
  } rows[] = {
    { "_Plain", "shortcut", "[['Control', 'Shift', 'q']]" },
    { "_Plain", "type", "'standard'" },
    { "_Plain", "enabled", "true" },
    { "_Plain", "toggle-state", "-1" },
    { "_Plain", "toggle-type", "''" },
    { "_Plain", "children-display", "''" },
    { "_Plain", "icon-data", "@ay []" },
    { "Off", "enabled", "false" },
    { "Off", "shortcut", "@aas []" },
    { "Gone", "visible", "false" },
    { "Themed", "icon-name", "'mail-unread'" },
    { "Picture", "icon-data", "b'not really a picture'" },
    { "More", "children-display", "'submenu'" },
  };
  g_autoptr(GVariant) reply = NULL;
  g_autoptr(GVariant) list = NULL;
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  int plain = find (fixture, "_Plain");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GVariant) property = call (fixture, "GetProperty",
                                           g_variant_new ("(is)", find (fixture, rows[i].label),
                                                          rows[i].property));
      g_autoptr(GVariant) value = NULL;
      g_autofree char *printed = NULL;

      g_variant_get (property, "(v)", &value);
      printed = g_variant_print (value, TRUE);
      g_assert_cmpstr (printed, ==, rows[i].expected);
    }

  assert_refused (fixture, "GetProperty", g_variant_new ("(is)", 12345, "label"));

  /* Unknown items are left out; no items means all. */
  reply = call (fixture, "GetGroupProperties",
                g_variant_new_parsed ("([%i, 12345], %^as)", plain, names));
  text = g_variant_print (reply, FALSE);
  expected = g_strdup_printf ("([(%d, {'label': <'_Plain'>})],)", plain);
  g_assert_cmpstr (text, ==, expected);
  g_clear_pointer (&reply, g_variant_unref);

  reply = call (fixture, "GetGroupProperties", g_variant_new_parsed ("(@ai [], @as [])"));
  list = g_variant_get_child_value (reply, 0);
  g_assert_cmpuint (g_variant_n_children (list), ==, 13);
}

static void
test_menu_properties (MenuFixture   *fixture,
                      gconstpointer  data)
{
  const struct {
    const char *name;
    const char *expected;
  } rows[] = {
    { "Version", "uint32 3" },
    { "Status", "'normal'" },
    { "TextDirection", "'ltr'" },
    { "IconThemePath", "@as []" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GVariant) value = tray_fixture_get (&fixture->bus, MENU_PATH, DBUSMENU, rows[i].name);
      g_autofree char *text = g_variant_print (value, TRUE);

      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_events (MenuFixture   *fixture,
             gconstpointer  data)
{
  g_autoptr(GVariant) radio = NULL;
  g_autoptr(GVariant) check = NULL;
  g_autoptr(GVariant) open = NULL;
  GActionGroup *actions = G_ACTION_GROUP (fixture->actions);

  send_event (fixture, find (fixture, "_Plain"), "clicked");
  send_event (fixture, find (fixture, "_Plain"), "hovered");
  send_event (fixture, find (fixture, "Deep"), "clicked");
  send_event (fixture, find (fixture, "Off"), "clicked");
  send_event (fixture, find (fixture, "Gone"), "clicked");
  g_assert_cmpstr (fixture->activated->str, ==, "plain();plain();");

  send_event (fixture, find (fixture, "Right"), "clicked");
  radio = g_action_group_get_action_state (actions, "radio");
  g_assert_cmpstr (g_variant_get_string (radio, NULL), ==, "right");

  send_event (fixture, find (fixture, "Check"), "clicked");
  check = g_action_group_get_action_state (actions, "check");
  g_assert_false (g_variant_get_boolean (check));

  send_event (fixture, find (fixture, "More"), "opened");
  open = g_action_group_get_action_state (actions, "open");
  g_assert_true (g_variant_get_boolean (open));
  g_clear_pointer (&open, g_variant_unref);

  send_event (fixture, find (fixture, "More"), "closed");
  open = g_action_group_get_action_state (actions, "open");
  g_assert_false (g_variant_get_boolean (open));

  assert_refused (fixture, "Event",
                  g_variant_new ("(isvu)", 12345, "clicked", g_variant_new_int32 (0), 0));
}

static void
test_event_group (MenuFixture   *fixture,
                  gconstpointer  data)
{
  g_autoptr(GVariant) reply = NULL;
  g_autofree char *text = NULL;
  int plain = find (fixture, "_Plain");

  reply = call (fixture, "EventGroup",
                g_variant_new_parsed ("([(%i, 'clicked', <0>, uint32 0), (12345, 'clicked', <0>, 0)],)",
                                      plain));
  text = g_variant_print (reply, FALSE);
  g_assert_cmpstr (text, ==, "([12345],)");
  g_assert_cmpstr (fixture->activated->str, ==, "plain();");

  assert_refused (fixture, "EventGroup",
                  g_variant_new_parsed ("([(12345, 'clicked', <0>, uint32 0)],)"));
}

static void
test_follows_actions (MenuFixture   *fixture,
                      gconstpointer  data)
{
  g_autofree char *expected = NULL;
  GAction *disabled = g_action_map_lookup_action (G_ACTION_MAP (fixture->actions), "disabled");
  int check = find (fixture, "Check");
  int off = find (fixture, "Off");

  g_action_group_activate_action (G_ACTION_GROUP (fixture->actions), "check", NULL);
  tray_fixture_sync (&fixture->bus);
  expected = g_strdup_printf ("ItemsPropertiesUpdated([(%d, {'toggle-state': <0>})], []);", check);
  g_assert_cmpstr (fixture->signals->str, ==, expected);
  g_clear_pointer (&expected, g_free);
  g_string_truncate (fixture->signals, 0);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (disabled), TRUE);
  tray_fixture_sync (&fixture->bus);
  expected = g_strdup_printf ("ItemsPropertiesUpdated([], [(%d, ['enabled'])]);", off);
  g_assert_cmpstr (fixture->signals->str, ==, expected);
}

static void
test_follows_model (MenuFixture   *fixture,
                    gconstpointer  data)
{
  g_autofree char *expected = NULL;
  g_autofree char *layout = NULL;
  int more = find (fixture, "More");
  int deep = find (fixture, "Deep");

  append_item (fixture->submenu, "Deeper", "test.plain", NULL, NULL);
  tray_fixture_sync (&fixture->bus);
  expected = g_strdup_printf ("LayoutUpdated(3, %d);", more);
  g_assert_cmpstr (fixture->signals->str, ==, expected);
  g_assert_cmpint (find (fixture, "Deep"), ==, deep);
  g_string_truncate (fixture->signals, 0);

  /* Several menus at once: the root stands for all. */
  g_menu_remove_all (fixture->submenu);
  g_menu_remove (fixture->section, 0);
  tray_fixture_sync (&fixture->bus);
  g_assert_cmpstr (fixture->signals->str, ==, "LayoutUpdated(4, 0);");

  layout = get_layout (fixture, 0, -1);
  g_assert_cmpstr (layout, ==,
                   "[_Plain Off! Gone!? Picture Themed separator Choose! Left=radio1 Right=radio0 More]");
}

static void
test_about_to_show (MenuFixture   *fixture,
                    gconstpointer  data)
{
  g_autoptr(GVariant) nothing = call (fixture, "AboutToShow", g_variant_new ("(i)", 0));
  g_autoptr(GVariant) group = NULL;
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  int more = find (fixture, "More");
  gboolean changed;

  g_variant_get (nothing, "(b)", &changed);
  g_assert_false (changed);

  group = call (fixture, "AboutToShowGroup", g_variant_new_parsed ("([%i, 12345],)", more));
  text = g_variant_print (group, FALSE);
  g_assert_cmpstr (text, ==, "([], [12345])");
  assert_refused (fixture, "AboutToShow", g_variant_new ("(i)", 12345));
}

/* A section shows its separator only while something shows on either side. */
static void
test_separators (MenuFixture   *fixture,
                 gconstpointer  data)
{
  g_autoptr(GMenu) model = g_menu_new ();
  g_autoptr(GMenu) hidden = g_menu_new ();
  g_autoptr(GMenu) empty = g_menu_new ();
  g_autofree char *layout = NULL;

  append_item (hidden, "Hidden", "test.later", "hidden-when", "action-missing");
  g_menu_append_section (model, NULL, G_MENU_MODEL (hidden));
  g_menu_append_section (model, NULL, G_MENU_MODEL (empty));
  g_menu_append_section (model, NULL, G_MENU_MODEL (fixture->submenu));
  tray_menu_set_model (fixture->menu, G_MENU_MODEL (model));
  tray_fixture_sync (&fixture->bus);

  layout = get_layout (fixture, 0, -1);
  g_assert_cmpstr (layout, ==, "[separator? Hidden!? separator? separator? Deep]");
  g_clear_pointer (&layout, g_free);

  g_action_map_add_action (G_ACTION_MAP (fixture->actions),
                           G_ACTION (g_simple_action_new ("later", NULL)));
  tray_fixture_sync (&fixture->bus);
  layout = get_layout (fixture, 0, -1);
  g_assert_cmpstr (layout, ==, "[separator? Hidden separator? separator Deep]");

  tray_menu_set_model (fixture->menu, NULL);
}

static void
test_types_that_do_not_fit (MenuFixture   *fixture,
                            gconstpointer  data)
{
  g_autofree char *layout = NULL;

  g_menu_remove_all (fixture->submenu);
  append_item (fixture->submenu, "Number", "test.radio(7)", NULL, NULL);
  append_item (fixture->submenu, "Nothing", "test.radio", NULL, NULL);
  append_item (fixture->submenu, "Something", "test.plain::x", NULL, NULL);
  append_item (fixture->submenu, "No prefix", "plain", NULL, NULL);
  tray_fixture_sync (&fixture->bus);

  layout = get_layout (fixture, find (fixture, "More"), -1);
  g_assert_cmpstr (layout, ==, "More[Number! Nothing! Something! No prefix!]");

  send_event (fixture, find (fixture, "Number"), "clicked");
  send_event (fixture, find (fixture, "Nothing"), "clicked");
  send_event (fixture, find (fixture, "Something"), "clicked");
  send_event (fixture, find (fixture, "No prefix"), "clicked");
  g_assert_cmpstr (fixture->activated->str, ==, "");
}

static void
add (const char  *path,
     void       (*test) (MenuFixture   *fixture,
                         gconstpointer  data))
{
  g_test_add (path, MenuFixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/tray/menu/layout", test_layout);
  add ("/tray/menu/item-properties", test_item_properties);
  add ("/tray/menu/menu-properties", test_menu_properties);
  add ("/tray/menu/events", test_events);
  add ("/tray/menu/event-group", test_event_group);
  add ("/tray/menu/follows-actions", test_follows_actions);
  add ("/tray/menu/follows-model", test_follows_model);
  add ("/tray/menu/about-to-show", test_about_to_show);
  add ("/tray/menu/separators", test_separators);
  add ("/tray/menu/types-that-do-not-fit", test_types_that_do_not_fit);

  return g_test_run ();
}
