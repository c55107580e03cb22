/* tray-menu.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tray-menu.h"

#include "tray-interfaces.h"
#include "tray-menu-tree.h"

/**
 * TrayMenu:
 *
 * A #GMenuModel on the bus as `com.canonical.dbusmenu`, which is how tray hosts draw the menus of the things in
 * them. It follows the model and its actions: what changed is told once a main-loop iteration.
 */

#define DBUSMENU_INTERFACE "com.canonical.dbusmenu"
#define DBUSMENU_VERSION 3

struct _TrayMenu
{
  GObject          parent_instance;

  TrayActions     *actions;
  TrayMenuTree    *tree;
  GHashTable      *nodes;
  guint            revision;
  guint            publish_source;

  GDBusConnection *connection;
  char            *object_path;
  guint            registration;
};

/* What one publication tells the hosts. */
typedef struct
{
  GVariantBuilder updated;
  GVariantBuilder removed;
  guint           n_properties;
  int             layout_parent;
  gboolean        layout_changed;
} Changes;

G_DEFINE_FINAL_TYPE (TrayMenu, tray_menu, G_TYPE_OBJECT)

static void
tray_menu_emit (TrayMenu   *self,
                const char *signal_name,
                GVariant   *parameters)
{
  g_autoptr(GVariant) owned = g_variant_ref_sink (parameters);

  if (self->registration != 0)
    g_dbus_connection_emit_signal (self->connection,
                                   NULL,
                                   self->object_path,
                                   DBUSMENU_INTERFACE,
                                   signal_name,
                                   owned,
                                   NULL);
}

static TrayMenuNode *
tray_menu_lookup (TrayMenu *self,
                  int       id)
{
  return g_hash_table_lookup (self->nodes, GINT_TO_POINTER (id));
}

static gboolean
children_equal (const TrayMenuNode *a,
                const TrayMenuNode *b)
{
  return a->children->len == b->children->len &&
         (a->children->len == 0 ||
          memcmp (a->children->data, b->children->data, a->children->len * sizeof (int)) == 0);
}

static void
compare_properties (Changes            *changes,
                    const TrayMenuNode *before,
                    const TrayMenuNode *after)
{
  GVariantBuilder names;
  GVariantBuilder values;
  GVariantIter iter;
  guint n_names = 0;
  guint n_values = 0;
  const char *name;
  GVariant *value;

  if (g_variant_equal (before->properties, after->properties))
    return;

  g_variant_builder_init (&values, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_init (&names, G_VARIANT_TYPE_STRING_ARRAY);

  g_variant_iter_init (&iter, after->properties);

  while (g_variant_iter_next (&iter, "{&sv}", &name, &value))
    {
      g_autoptr(GVariant) old = g_variant_lookup_value (before->properties, name, NULL);

      if (old == NULL || !g_variant_equal (old, value))
        {
          g_variant_builder_add (&values, "{sv}", name, value);
          n_values++;
        }

      g_variant_unref (value);
    }

  g_variant_iter_init (&iter, before->properties);

  while (g_variant_iter_next (&iter, "{&sv}", &name, NULL))
    {
      g_autoptr(GVariant) now = g_variant_lookup_value (after->properties, name, NULL);

      if (now == NULL)
        {
          g_variant_builder_add (&names, "s", name);
          n_names++;
        }
    }

  if (n_values > 0)
    g_variant_builder_add (&changes->updated, "(i@a{sv})", after->id, g_variant_builder_end (&values));
  else
    g_variant_builder_clear (&values);

  if (n_names > 0)
    g_variant_builder_add (&changes->removed, "(i@as)", after->id, g_variant_builder_end (&names));
  else
    g_variant_builder_clear (&names);

  changes->n_properties += n_values + n_names;
}

/* Where several menus changed their items, the host is told of the root: it asks for all again. */
static void
compare_layout (Changes            *changes,
                const TrayMenuNode *before,
                const TrayMenuNode *after)
{
  if (children_equal (before, after))
    return;

  changes->layout_parent = changes->layout_changed ? 0 : after->id;
  changes->layout_changed = TRUE;
}

/* Brings what is on the bus up to date with the model and the actions. Returns whether anything differed. */
static gboolean
tray_menu_publish (TrayMenu *self)
{
  g_autoptr(GHashTable) before = NULL;
  g_autoptr(GVariant) properties = NULL;
  GHashTableIter iter;
  TrayMenuNode *after;
  Changes changes = { 0 };

  g_assert (TRAY_IS_MENU (self));

  g_clear_handle_id (&self->publish_source, g_source_remove);

  before = g_steal_pointer (&self->nodes);
  self->nodes = tray_menu_tree_build (self->tree, self->actions);

  g_variant_builder_init (&changes.updated, G_VARIANT_TYPE ("a(ia{sv})"));
  g_variant_builder_init (&changes.removed, G_VARIANT_TYPE ("a(ias)"));
  g_hash_table_iter_init (&iter, self->nodes);

  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&after))
    {
      const TrayMenuNode *known = g_hash_table_lookup (before, GINT_TO_POINTER (after->id));

      if (known == NULL)
        continue;

      compare_properties (&changes, known, after);
      compare_layout (&changes, known, after);
    }

  properties = g_variant_ref_sink (g_variant_new ("(@a(ia{sv})@a(ias))",
                                                  g_variant_builder_end (&changes.updated),
                                                  g_variant_builder_end (&changes.removed)));

  if (changes.n_properties > 0)
    tray_menu_emit (self, "ItemsPropertiesUpdated", properties);

  if (changes.layout_changed)
    {
      self->revision++;
      tray_menu_emit (self, "LayoutUpdated",
                      g_variant_new ("(ui)", self->revision, changes.layout_parent));
    }

  return changes.layout_changed || changes.n_properties > 0;
}

static gboolean
tray_menu_publish_cb (gpointer user_data)
{
  TrayMenu *self = user_data;

  self->publish_source = 0;
  tray_menu_publish (self);

  return G_SOURCE_REMOVE;
}

static void
tray_menu_changed_cb (TrayMenu *self)
{
  if (self->publish_source == 0)
    self->publish_source = g_idle_add_full (G_PRIORITY_DEFAULT, tray_menu_publish_cb, self, NULL);
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

static void
tray_menu_dispose (GObject *object)
{
  TrayMenu *self = (TrayMenu *)object;

  tray_menu_unexport (self);
  g_clear_handle_id (&self->publish_source, g_source_remove);

  G_OBJECT_CLASS (tray_menu_parent_class)->dispose (object);
}

static void
tray_menu_finalize (GObject *object)
{
  TrayMenu *self = (TrayMenu *)object;

  g_clear_pointer (&self->nodes, g_hash_table_unref);
  g_clear_object (&self->tree);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (tray_menu_parent_class)->finalize (object);
}

static void
tray_menu_class_init (TrayMenuClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tray_menu_dispose;
  object_class->finalize = tray_menu_finalize;
}

static void
tray_menu_init (TrayMenu *self)
{
  self->actions = tray_actions_new ();
  self->tree = tray_menu_tree_new ();
  self->nodes = tray_menu_tree_build (self->tree, self->actions);
  self->revision = 1;

  g_signal_connect_object (self->actions, "changed",
                           G_CALLBACK (tray_menu_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "changed",
                           G_CALLBACK (tray_menu_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tray_menu_new:
 *
 * Makes an empty menu that is on no bus yet.
 *
 * Returns: (transfer full): a new #TrayMenu
 */
TrayMenu *
tray_menu_new (void)
{
  return g_object_new (TRAY_TYPE_MENU, NULL);
}

/**
 * tray_menu_set_model:
 * @self: a #TrayMenu
 * @model: (nullable): what the menu holds, or %NULL for nothing
 *
 * Shows @model and follows it. Understood are sections (with separators and headings), submenus, the attributes
 * "label", "action", "target", "icon" (themed icons and bytes of a PNG), "accel", "hidden-when" ("action-missing",
 * "action-disabled") and "submenu-action".
 */
void
tray_menu_set_model (TrayMenu   *self,
                     GMenuModel *model)
{
  g_return_if_fail (TRAY_IS_MENU (self));
  g_return_if_fail (model == NULL || G_IS_MENU_MODEL (model));

  tray_menu_tree_set_model (self->tree, model);
}

/**
 * tray_menu_insert_action_group:
 * @self: a #TrayMenu
 * @prefix: what comes before the dot in the menu's names of the group's actions
 * @group: (nullable): the actions, or %NULL to take those with @prefix away
 *
 * Gives the menu the actions that its items name.
 */
void
tray_menu_insert_action_group (TrayMenu     *self,
                               const char   *prefix,
                               GActionGroup *group)
{
  g_return_if_fail (TRAY_IS_MENU (self));
  g_return_if_fail (prefix != NULL);
  g_return_if_fail (group == NULL || G_IS_ACTION_GROUP (group));

  tray_actions_insert (self->actions, prefix, group);
}

/**
 * tray_menu_export:
 * @self: a #TrayMenu that is not exported
 * @connection: the session bus
 * @object_path: where to put the menu
 * @error: where to say why not
 *
 * Puts the menu on the bus. The interface is `com.canonical.dbusmenu`, version 3.
 *
 * Returns: whether it is there; fails with %G_IO_ERROR_EXISTS where something else is at @object_path
 */
gboolean
tray_menu_export (TrayMenu         *self,
                  GDBusConnection  *connection,
                  const char       *object_path,
                  GError          **error)
{
  static const GDBusInterfaceVTable vtable = {
    .method_call = tray_menu_method_call_cb,
    .get_property = tray_menu_get_property_cb,
  };

  g_return_val_if_fail (TRAY_IS_MENU (self), FALSE);
  g_return_val_if_fail (G_IS_DBUS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (g_variant_is_object_path (object_path), FALSE);
  g_return_val_if_fail (self->registration == 0, FALSE);

  self->registration = g_dbus_connection_register_object (connection,
                                                          object_path,
                                                          tray_interfaces_lookup (DBUSMENU_INTERFACE),
                                                          &vtable,
                                                          self,
                                                          NULL,
                                                          error);

  if (self->registration == 0)
    return FALSE;

  self->connection = g_object_ref (connection);
  self->object_path = g_strdup (object_path);
  tray_menu_publish (self);

  return TRUE;
}

/**
 * tray_menu_unexport:
 * @self: a #TrayMenu
 *
 * Takes the menu off the bus, where it is on one.
 */
void
tray_menu_unexport (TrayMenu *self)
{
  g_return_if_fail (TRAY_IS_MENU (self));

  if (self->registration == 0)
    return;

  g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  g_clear_object (&self->connection);
  g_clear_pointer (&self->object_path, g_free);
}
