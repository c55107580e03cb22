/* tray-menu.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tray-menu-private.h"

#include "tray-interfaces.h"

/**
 * TrayMenu:
 *
 * A #GMenuModel on the bus as `com.canonical.dbusmenu`, which is how tray hosts draw the menus of the things in
 * them. It follows the model and its actions: what changed is told once a main-loop iteration.
 */

#define DBUSMENU_INTERFACE "com.canonical.dbusmenu"

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
gboolean
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
  g_return_val_if_fail (TRAY_IS_MENU (self), FALSE);
  g_return_val_if_fail (G_IS_DBUS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (g_variant_is_object_path (object_path), FALSE);
  g_return_val_if_fail (self->registration == 0, FALSE);

  self->registration = g_dbus_connection_register_object (connection,
                                                          object_path,
                                                          tray_interfaces_lookup (DBUSMENU_INTERFACE),
                                                          &tray_menu_vtable,
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
