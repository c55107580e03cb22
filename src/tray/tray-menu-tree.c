/* tray-menu-tree.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tray-menu-tree.h"

/**
 * TrayMenuTree:
 *
 * Follows a #GMenuModel with all its sections and submenus, gives every item a number that it keeps for as long
 * as it is in the model, and lays the whole out the way com.canonical.dbusmenu knows menus: without sections, with
 * separators between them.
 *
 * Emits "changed" when the model changed anywhere.
 */

typedef struct _Branch Branch;

/* One item of a model. The separator goes before it where it is a section; the heading is the section's label. */
typedef struct
{
  int     id;
  int     separator_id;
  int     heading_id;
  Branch *section;
  Branch *submenu;
} Entry;

struct _Branch
{
  TrayMenuTree *tree;
  GMenuModel   *model;
  gulong        handler;
  GPtrArray    *entries;
};

struct _TrayMenuTree
{
  GObject  parent_instance;

  Branch  *root;
  int      last_id;
};

typedef struct
{
  GHashTable  *nodes;
  TrayActions *actions;
} Build;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static Branch *branch_new   (TrayMenuTree *tree,
                             GMenuModel   *model);
static void    branch_free  (Branch       *branch);
static void    build_branch (Build        *build,
                             Branch       *branch,
                             TrayMenuNode *parent,
                             gboolean     *any_shown);

G_DEFINE_FINAL_TYPE (TrayMenuTree, tray_menu_tree, G_TYPE_OBJECT)

static void
entry_free (Entry *entry)
{
  g_clear_pointer (&entry->section, branch_free);
  g_clear_pointer (&entry->submenu, branch_free);
  g_free (entry);
}

static Entry *
entry_new (TrayMenuTree *tree,
           GMenuModel   *model,
           int           position)
{
  g_autoptr(GMenuModel) section = g_menu_model_get_item_link (model, position, G_MENU_LINK_SECTION);
  g_autoptr(GMenuModel) submenu = g_menu_model_get_item_link (model, position, G_MENU_LINK_SUBMENU);
  Entry *entry = g_new0 (Entry, 1);

  entry->id = ++tree->last_id;

  if (section != NULL)
    {
      entry->separator_id = ++tree->last_id;
      entry->heading_id = ++tree->last_id;
      entry->section = branch_new (tree, section);
    }
  else if (submenu != NULL)
    {
      entry->submenu = branch_new (tree, submenu);
    }

  return entry;
}

static void
branch_splice (Branch *branch,
               int     position,
               int     removed,
               int     added)
{
  if (removed > 0)
    g_ptr_array_remove_range (branch->entries, position, removed);

  for (int i = 0; i < added; i++)
    g_ptr_array_insert (branch->entries, position + i,
                        entry_new (branch->tree, branch->model, position + i));
}

static void
branch_items_changed_cb (GMenuModel *model,
                         int         position,
                         int         removed,
                         int         added,
                         Branch     *branch)
{
  branch_splice (branch, position, removed, added);
  g_signal_emit (branch->tree, signals[CHANGED], 0);
}

static Branch *
branch_new (TrayMenuTree *tree,
            GMenuModel   *model)
{
  Branch *branch = g_new0 (Branch, 1);

  branch->tree = tree;
  branch->model = g_object_ref (model);
  branch->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)entry_free);
  branch->handler = g_signal_connect (model, "items-changed",
                                      G_CALLBACK (branch_items_changed_cb), branch);
  branch_splice (branch, 0, 0, g_menu_model_get_n_items (model));

  return branch;
}

static void
branch_free (Branch *branch)
{
  g_clear_signal_handler (&branch->handler, branch->model);
  g_clear_object (&branch->model);
  g_clear_pointer (&branch->entries, g_ptr_array_unref);
  g_free (branch);
}

static void
node_free (TrayMenuNode *node)
{
  g_clear_pointer (&node->properties, g_variant_unref);
  g_clear_pointer (&node->children, g_array_unref);
  g_clear_pointer (&node->target, g_variant_unref);
  g_free (node->action);
  g_free (node->submenu_action);
  g_free (node);
}

/* Takes @properties when floating. */
static TrayMenuNode *
build_node (Build        *build,
            int           id,
            TrayMenuNode *parent,
            GVariant     *properties)
{
  TrayMenuNode *node = g_new0 (TrayMenuNode, 1);

  node->id = id;
  node->children = g_array_new (FALSE, FALSE, sizeof (int));
  node->properties = g_variant_ref_sink (properties);
  g_hash_table_insert (build->nodes, GINT_TO_POINTER (id), node);

  if (parent != NULL)
    {
      node->parent = parent->id;
      g_array_append_val (parent->children, id);
    }

  return node;
}

static GVariant *
separator_properties (gboolean visible)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "type", "s", "separator");

  if (!visible)
    g_variant_dict_insert (&dict, "visible", "b", FALSE);

  return g_variant_dict_end (&dict);
}

static GVariant *
heading_properties (const char *label)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "label", "s", label);
  g_variant_dict_insert (&dict, "enabled", "b", FALSE);

  return g_variant_dict_end (&dict);
}

static void
add_icon (GVariantDict *dict,
          GMenuModel   *model,
          int           position)
{
  g_autoptr(GVariant) serialized = NULL;
  g_autoptr(GIcon) icon = NULL;

  if (!(serialized = g_menu_model_get_item_attribute_value (model, position, G_MENU_ATTRIBUTE_ICON, NULL)) ||
      !(icon = g_icon_deserialize (serialized)))
    return;

  if (G_IS_THEMED_ICON (icon))
    {
      const char * const *names = g_themed_icon_get_names (G_THEMED_ICON (icon));

      if (names[0] != NULL)
        g_variant_dict_insert (dict, "icon-name", "s", names[0]);
    }
  else if (G_IS_BYTES_ICON (icon))
    {
      GBytes *bytes = g_bytes_icon_get_bytes (G_BYTES_ICON (icon));

      g_variant_dict_insert_value (dict, "icon-data",
                                   g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE));
    }
}

/* "<Control><Shift>q" as the protocol writes it: [["Control", "Shift", "q"]]. */
static void
add_shortcut (GVariantDict *dict,
              const char   *accel)
{
  static const struct {
    const char *ours;
    const char *theirs;
  } modifiers[] = {
    { "<primary>", "Control" },
    { "<control>", "Control" },
    { "<ctrl>", "Control" },
    { "<ctl>", "Control" },
    { "<alt>", "Alt" },
    { "<shift>", "Shift" },
    { "<super>", "Super" },
    { "<meta>", "Super" },
  };
  GVariantBuilder keys;
  GVariant *shortcut;

  g_variant_builder_init (&keys, G_VARIANT_TYPE_STRING_ARRAY);

  while (accel[0] == '<')
    {
      gsize length = 0;

      for (guint i = 0; i < G_N_ELEMENTS (modifiers) && length == 0; i++)
        {
          if (g_ascii_strncasecmp (accel, modifiers[i].ours, strlen (modifiers[i].ours)) == 0)
            {
              g_variant_builder_add (&keys, "s", modifiers[i].theirs);
              length = strlen (modifiers[i].ours);
            }
        }

      if (length == 0)
        break;

      accel += length;
    }

  g_variant_builder_add (&keys, "s", accel);
  shortcut = g_variant_builder_end (&keys);
  g_variant_dict_insert_value (dict, "shortcut",
                               g_variant_new_array (G_VARIANT_TYPE_STRING_ARRAY, &shortcut, 1));
}

/* A check item has a boolean state, a radio item a state of its target's type. */
static void
add_toggle (GVariantDict       *dict,
            GVariant           *state,
            const GVariantType *parameter_type,
            GVariant           *target)
{
  if (state == NULL)
    return;

  if (target == NULL && parameter_type == NULL &&
      g_variant_is_of_type (state, G_VARIANT_TYPE_BOOLEAN))
    {
      g_variant_dict_insert (dict, "toggle-type", "s", "checkmark");
      g_variant_dict_insert (dict, "toggle-state", "i", g_variant_get_boolean (state) ? 1 : 0);
    }
  else if (target != NULL && parameter_type != NULL &&
           g_variant_is_of_type (state, g_variant_get_type (target)))
    {
      g_variant_dict_insert (dict, "toggle-type", "s", "radio");
      g_variant_dict_insert (dict, "toggle-state", "i", g_variant_equal (state, target) ? 1 : 0);
    }
}

static gboolean
is_hidden (const char *when,
           gboolean    missing,
           gboolean    enabled)
{
  return (g_strcmp0 (when, "action-missing") == 0 && missing) ||
         (g_strcmp0 (when, "action-disabled") == 0 && (missing || !enabled));
}

static void
build_item (Build        *build,
            GMenuModel   *model,
            int           position,
            Entry        *entry,
            TrayMenuNode *parent,
            gboolean     *any_shown)
{
  g_autofree char *label = NULL;
  g_autofree char *action = NULL;
  g_autofree char *accel = NULL;
  g_autofree char *hidden_when = NULL;
  g_autoptr(GVariant) target = NULL;
  g_autoptr(GVariant) state = NULL;
  const GVariantType *parameter_type = NULL;
  gboolean visible;
  gboolean enabled = FALSE;
  gboolean found;
  GVariantDict dict;
  TrayMenuNode *node;

  g_menu_model_get_item_attribute (model, position, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  g_menu_model_get_item_attribute (model, position, G_MENU_ATTRIBUTE_ACTION, "s", &action);
  g_menu_model_get_item_attribute (model, position, "accel", "s", &accel);
  g_menu_model_get_item_attribute (model, position, "hidden-when", "s", &hidden_when);
  target = g_menu_model_get_item_attribute_value (model, position, G_MENU_ATTRIBUTE_TARGET, NULL);

  found = tray_actions_query (build->actions, action, &enabled, &parameter_type, &state);

  if (found && ((parameter_type == NULL) != (target == NULL) ||
                (target != NULL && !g_variant_is_of_type (target, parameter_type))))
    enabled = FALSE;

  if (action == NULL)
    enabled = entry->submenu != NULL;

  visible = action == NULL || !is_hidden (hidden_when, !found, enabled);

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "label", "s", label != NULL ? label : "");
  add_icon (&dict, model, position);
  add_toggle (&dict, state, parameter_type, target);

  if (!enabled)
    g_variant_dict_insert (&dict, "enabled", "b", FALSE);

  if (!visible)
    g_variant_dict_insert (&dict, "visible", "b", FALSE);

  if (accel != NULL)
    add_shortcut (&dict, accel);

  if (entry->submenu != NULL)
    g_variant_dict_insert (&dict, "children-display", "s", "submenu");

  node = build_node (build, entry->id, parent, g_variant_dict_end (&dict));
  node->action = g_steal_pointer (&action);
  node->target = g_steal_pointer (&target);
  g_menu_model_get_item_attribute (model, position, "submenu-action", "s", &node->submenu_action);

  *any_shown |= visible;

  if (entry->submenu != NULL)
    build_branch (build, entry->submenu, node, &(gboolean) { FALSE });
}

/* A section's separator shows only between things that show: before it in the same menu, and in it. */
static void
build_section (Build        *build,
               GMenuModel   *model,
               int           position,
               Entry        *entry,
               TrayMenuNode *parent,
               gboolean     *any_shown)
{
  g_autofree char *label = NULL;
  gboolean section_shown = FALSE;
  TrayMenuNode *separator;

  separator = build_node (build, entry->separator_id, parent, separator_properties (FALSE));

  if (g_menu_model_get_item_attribute (model, position, G_MENU_ATTRIBUTE_LABEL, "s", &label))
    build_node (build, entry->heading_id, parent, heading_properties (label));

  build_branch (build, entry->section, parent, &section_shown);

  if (*any_shown && section_shown)
    {
      g_variant_unref (separator->properties);
      separator->properties = g_variant_ref_sink (separator_properties (TRUE));
    }

  *any_shown |= section_shown;
}

static void
build_branch (Build        *build,
              Branch       *branch,
              TrayMenuNode *parent,
              gboolean     *any_shown)
{
  for (guint i = 0; i < branch->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (branch->entries, i);

      if (entry->section != NULL)
        build_section (build, branch->model, i, entry, parent, any_shown);
      else
        build_item (build, branch->model, i, entry, parent, any_shown);
    }
}

static void
tray_menu_tree_finalize (GObject *object)
{
  TrayMenuTree *self = (TrayMenuTree *)object;

  g_clear_pointer (&self->root, branch_free);

  G_OBJECT_CLASS (tray_menu_tree_parent_class)->finalize (object);
}

static void
tray_menu_tree_class_init (TrayMenuTreeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tray_menu_tree_finalize;

  signals[CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 0);
}

static void
tray_menu_tree_init (TrayMenuTree *self)
{
}

/**
 * tray_menu_tree_new:
 *
 * Makes a tree of an empty menu.
 *
 * Returns: (transfer full): a new #TrayMenuTree
 */
TrayMenuTree *
tray_menu_tree_new (void)
{
  return g_object_new (TRAY_TYPE_MENU_TREE, NULL);
}

/**
 * tray_menu_tree_set_model:
 * @self: a #TrayMenuTree
 * @model: (nullable): the menu to follow, or %NULL for an empty one
 *
 * Follows another menu from now on. Numbers that were given before are not given again.
 */
void
tray_menu_tree_set_model (TrayMenuTree *self,
                          GMenuModel   *model)
{
  g_return_if_fail (TRAY_IS_MENU_TREE (self));
  g_return_if_fail (model == NULL || G_IS_MENU_MODEL (model));

  g_clear_pointer (&self->root, branch_free);

  if (model != NULL)
    self->root = branch_new (self, model);

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tray_menu_tree_build:
 * @self: a #TrayMenuTree
 * @actions: what the menu's actions are and in what state
 *
 * Lays out the whole menu as it is now. The root has the number 0.
 *
 * Returns: (transfer full) (element-type int TrayMenuNode): every node by its number
 */
GHashTable *
tray_menu_tree_build (TrayMenuTree *self,
                      TrayActions  *actions)
{
  GVariantDict dict;
  TrayMenuNode *root;
  Build build;

  g_return_val_if_fail (TRAY_IS_MENU_TREE (self), NULL);
  g_return_val_if_fail (TRAY_IS_ACTIONS (actions), NULL);

  build.actions = actions;
  build.nodes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)node_free);

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "children-display", "s", "submenu");
  root = build_node (&build, 0, NULL, g_variant_dict_end (&dict));
  root->parent = -1;

  if (self->root != NULL)
    build_branch (&build, self->root, root, &(gboolean) { FALSE });

  return build.nodes;
}
