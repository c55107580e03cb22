/* tray-menu-calls.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tray-menu-private.h"

/* What hosts ask of a menu. */

#define DBUSMENU_VERSION 3

static TrayMenuNode *
tray_menu_lookup (TrayMenu *self,
                  int       id)
{
  return g_hash_table_lookup (self->nodes, GINT_TO_POINTER (id));
}

static GVariant *
pick_properties (const TrayMenuNode  *node,
                 const char * const  *names)
{
  GVariantBuilder builder;
  GVariantIter iter;
  const char *name;
  GVariant *value;

  if (names == NULL || names[0] == NULL)
    return g_variant_ref (node->properties);

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_iter_init (&iter, node->properties);

  while (g_variant_iter_next (&iter, "{&sv}", &name, &value))
    {
      if (g_strv_contains (names, name))
        g_variant_builder_add (&builder, "{sv}", name, value);

      g_variant_unref (value);
    }

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* @depth: how many levels of children to give, -1 for all. */
static GVariant *
build_layout (TrayMenu            *self,
              const TrayMenuNode  *node,
              int                  depth,
              const char * const  *names)
{
  g_autoptr(GVariant) properties = pick_properties (node, names);
  GVariantBuilder children;

  g_variant_builder_init (&children, G_VARIANT_TYPE ("av"));

  for (guint i = 0; depth != 0 && i < node->children->len; i++)
    {
      const TrayMenuNode *child = tray_menu_lookup (self, g_array_index (node->children, int, i));

      g_variant_builder_add (&children, "v", build_layout (self, child, depth - 1, names));
    }

  return g_variant_new ("(i@a{sv}@av)", node->id, properties, g_variant_builder_end (&children));
}

static void
return_unknown_item (GDBusMethodInvocation *invocation,
                     int                    id)
{
  g_dbus_method_invocation_return_error (invocation,
                                         G_DBUS_ERROR,
                                         G_DBUS_ERROR_INVALID_ARGS,
                                         "There is no menu item %d", id);
}

static void
handle_get_layout (TrayMenu              *self,
                   GVariant              *parameters,
                   GDBusMethodInvocation *invocation)
{
  g_autofree const char **names = NULL;
  const TrayMenuNode *node;
  int parent_id;
  int depth;

  g_variant_get (parameters, "(ii^a&s)", &parent_id, &depth, &names);

  if (!(node = tray_menu_lookup (self, parent_id)))
    {
      return_unknown_item (invocation, parent_id);
      return;
    }

  g_dbus_method_invocation_return_value (invocation,
                                         g_variant_new ("(u@(ia{sv}av))",
                                                        self->revision,
                                                        build_layout (self, node, depth, names)));
}

static void
handle_get_group_properties (TrayMenu              *self,
                             GVariant              *parameters,
                             GDBusMethodInvocation *invocation)
{
  g_autofree const char **names = NULL;
  g_autoptr(GVariantIter) ids = NULL;
  GVariantBuilder builder;
  GHashTableIter iter;
  TrayMenuNode *node;
  int id;

  g_variant_get (parameters, "(ai^a&s)", &ids, &names);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ia{sv})"));

  if (g_variant_iter_n_children (ids) == 0)
    {
      g_hash_table_iter_init (&iter, self->nodes);

      while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&node))
        {
          g_autoptr(GVariant) properties = pick_properties (node, names);

          g_variant_builder_add (&builder, "(i@a{sv})", node->id, properties);
        }
    }

  while (g_variant_iter_next (ids, "i", &id))
    {
      if ((node = tray_menu_lookup (self, id)))
        {
          g_autoptr(GVariant) properties = pick_properties (node, names);

          g_variant_builder_add (&builder, "(i@a{sv})", id, properties);
        }
    }

  g_dbus_method_invocation_return_value (invocation,
                                         g_variant_new ("(a(ia{sv}))", &builder));
}

/* The value that the protocol gives a property that is not told. */
static GVariant *
default_property (const char *name)
{
  if (g_str_equal (name, "type"))
    return g_variant_new_string ("standard");

  if (g_str_equal (name, "enabled") || g_str_equal (name, "visible"))
    return g_variant_new_boolean (TRUE);

  if (g_str_equal (name, "toggle-state"))
    return g_variant_new_int32 (-1);

  if (g_str_equal (name, "icon-data"))
    return g_variant_new_array (G_VARIANT_TYPE_BYTE, NULL, 0);

  if (g_str_equal (name, "shortcut"))
    return g_variant_new_array (G_VARIANT_TYPE_STRING_ARRAY, NULL, 0);

  return g_variant_new_string ("");
}

static void
handle_get_property (TrayMenu              *self,
                     GVariant              *parameters,
                     GDBusMethodInvocation *invocation)
{
  g_autoptr(GVariant) value = NULL;
  const TrayMenuNode *node;
  const char *name;
  int id;

  g_variant_get (parameters, "(i&s)", &id, &name);

  if (!(node = tray_menu_lookup (self, id)))
    {
      return_unknown_item (invocation, id);
      return;
    }

  if (!(value = g_variant_lookup_value (node->properties, name, NULL)))
    value = g_variant_ref_sink (default_property (name));

  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(v)", value));
}

static gboolean
tray_menu_handle_event (TrayMenu   *self,
                        int         id,
                        const char *event)
{
  g_autofree char *submenu_action = NULL;
  g_autofree char *action = NULL;
  g_autoptr(GVariant) target = NULL;
  const TrayMenuNode *node;

  if (!(node = tray_menu_lookup (self, id)))
    return FALSE;

  /* The action may change the menu, and with it the node. */
  action = g_strdup (node->action);
  submenu_action = g_strdup (node->submenu_action);
  target = node->target != NULL ? g_variant_ref (node->target) : NULL;

  if (g_str_equal (event, "clicked"))
    tray_actions_activate (self->actions, action, target);
  else if (g_str_equal (event, "opened"))
    tray_actions_change_state (self->actions, submenu_action, g_variant_new_boolean (TRUE));
  else if (g_str_equal (event, "closed"))
    tray_actions_change_state (self->actions, submenu_action, g_variant_new_boolean (FALSE));

  return TRUE;
}

static void
handle_event (TrayMenu              *self,
              GVariant              *parameters,
              GDBusMethodInvocation *invocation)
{
  const char *event;
  int id;

  g_variant_get (parameters, "(i&s@vu)", &id, &event, NULL, NULL);

  if (tray_menu_handle_event (self, id, event))
    g_dbus_method_invocation_return_value (invocation, NULL);
  else
    return_unknown_item (invocation, id);
}

static void
handle_event_group (TrayMenu              *self,
                    GVariant              *parameters,
                    GDBusMethodInvocation *invocation)
{
  g_autoptr(GVariantIter) events = NULL;
  GVariantBuilder unknown;
  const char *event;
  guint n_known = 0;
  guint n_events;
  int last_id = 0;
  int id;

  g_variant_get (parameters, "(a(isvu))", &events);
  n_events = g_variant_iter_n_children (events);
  g_variant_builder_init (&unknown, G_VARIANT_TYPE ("ai"));

  while (g_variant_iter_next (events, "(i&s@vu)", &id, &event, NULL, NULL))
    {
      if (tray_menu_handle_event (self, id, event))
        n_known++;
      else
        g_variant_builder_add (&unknown, "i", last_id = id);
    }

  if (n_events > 0 && n_known == 0)
    {
      g_variant_builder_clear (&unknown);
      return_unknown_item (invocation, last_id);
      return;
    }

  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(ai)", &unknown));
}

static void
handle_about_to_show (TrayMenu              *self,
                      GVariant              *parameters,
                      GDBusMethodInvocation *invocation)
{
  gboolean changed;
  int id;

  g_variant_get (parameters, "(i)", &id);
  changed = tray_menu_publish (self);

  if (tray_menu_lookup (self, id) != NULL)
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(b)", changed));
  else
    return_unknown_item (invocation, id);
}

static void
handle_about_to_show_group (TrayMenu              *self,
                            GVariant              *parameters,
                            GDBusMethodInvocation *invocation)
{
  g_autoptr(GVariantIter) ids = NULL;
  GVariantBuilder changed_ids;
  GVariantBuilder unknown;
  gboolean changed;
  int id;

  g_variant_get (parameters, "(ai)", &ids);
  changed = tray_menu_publish (self);

  g_variant_builder_init (&changed_ids, G_VARIANT_TYPE ("ai"));
  g_variant_builder_init (&unknown, G_VARIANT_TYPE ("ai"));

  while (g_variant_iter_next (ids, "i", &id))
    {
      if (tray_menu_lookup (self, id) == NULL)
        g_variant_builder_add (&unknown, "i", id);
      else if (changed)
        g_variant_builder_add (&changed_ids, "i", id);
    }

  g_dbus_method_invocation_return_value (invocation,
                                         g_variant_new ("(aiai)", &changed_ids, &unknown));
}

static void
tray_menu_method_call_cb (GDBusConnection       *connection,
                          const char            *sender,
                          const char            *object_path,
                          const char            *interface_name,
                          const char            *method_name,
                          GVariant              *parameters,
                          GDBusMethodInvocation *invocation,
                          gpointer               user_data)
{
  static const struct {
    const char *name;
    void (*handle) (TrayMenu              *self,
                    GVariant              *parameters,
                    GDBusMethodInvocation *invocation);
  } methods[] = {
    { "GetLayout", handle_get_layout },
    { "GetGroupProperties", handle_get_group_properties },
    { "GetProperty", handle_get_property },
    { "Event", handle_event },
    { "EventGroup", handle_event_group },
    { "AboutToShow", handle_about_to_show },
    { "AboutToShowGroup", handle_about_to_show_group },
  };
  g_autoptr(TrayMenu) self = g_object_ref (TRAY_MENU (user_data));

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      if (g_str_equal (method_name, methods[i].name))
        {
          methods[i].handle (self, parameters, invocation);
          return;
        }
    }

  g_assert_not_reached ();
}

static GVariant *
tray_menu_get_property_cb (GDBusConnection  *connection,
                           const char       *sender,
                           const char       *object_path,
                           const char       *interface_name,
                           const char       *property_name,
                           GError          **error,
                           gpointer          user_data)
{
  if (g_str_equal (property_name, "Version"))
    return g_variant_new_uint32 (DBUSMENU_VERSION);

  if (g_str_equal (property_name, "Status"))
    return g_variant_new_string ("normal");

  /* What GTK's own rule would say needs GTK; hosts draw in their own direction anyway. */
  if (g_str_equal (property_name, "TextDirection"))
    return g_variant_new_string ("ltr");

  return g_variant_new_strv (NULL, 0);
}

const GDBusInterfaceVTable tray_menu_vtable = {
  .method_call = tray_menu_method_call_cb,
  .get_property = tray_menu_get_property_cb,
};
