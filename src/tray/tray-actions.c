/* tray-actions.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tray-actions.h"

/**
 * TrayActions:
 *
 * Action groups under prefixes, as a menu names them: the action "app.quit" is "quit" of the group that was
 * inserted as "app". What GTK has for widgets, for a menu that has none.
 *
 * Emits "changed" when any action of any group came, went, or changed its state or its being enabled.
 */

typedef struct
{
  GActionGroup *group;
  gulong        handlers[4];
} Inserted;

struct _TrayActions
{
  GObject     parent_instance;

  GHashTable *groups;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrayActions, tray_actions, G_TYPE_OBJECT)

static void
inserted_free (Inserted *inserted)
{
  for (guint i = 0; i < G_N_ELEMENTS (inserted->handlers); i++)
    g_signal_handler_disconnect (inserted->group, inserted->handlers[i]);

  g_object_unref (inserted->group);
  g_free (inserted);
}

static GActionGroup *
tray_actions_find (TrayActions  *self,
                   const char   *name,
                   const char  **local_name)
{
  g_autofree char *prefix = NULL;
  const Inserted *inserted;
  const char *dot;

  g_assert (TRAY_IS_ACTIONS (self));

  if (name == NULL || (dot = strchr (name, '.')) == NULL)
    return NULL;

  prefix = g_strndup (name, dot - name);
  inserted = g_hash_table_lookup (self->groups, prefix);

  if (inserted == NULL || !g_action_group_has_action (inserted->group, dot + 1))
    return NULL;

  *local_name = dot + 1;

  return inserted->group;
}

static void
tray_actions_group_changed_cb (TrayActions *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
tray_actions_finalize (GObject *object)
{
  TrayActions *self = (TrayActions *)object;

  g_clear_pointer (&self->groups, g_hash_table_unref);

  G_OBJECT_CLASS (tray_actions_parent_class)->finalize (object);
}

static void
tray_actions_class_init (TrayActionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tray_actions_finalize;

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
tray_actions_init (TrayActions *self)
{
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal,
                                        g_free, (GDestroyNotify)inserted_free);
}

/**
 * tray_actions_new:
 *
 * Makes an empty set of action groups.
 *
 * Returns: (transfer full): a new #TrayActions
 */
TrayActions *
tray_actions_new (void)
{
  return g_object_new (TRAY_TYPE_ACTIONS, NULL);
}

/**
 * tray_actions_insert:
 * @self: a #TrayActions
 * @prefix: what comes before the dot in the names of the group's actions
 * @group: (nullable): the group, or %NULL to remove what has that prefix
 *
 * Puts @group under @prefix, in place of what was there.
 */
void
tray_actions_insert (TrayActions  *self,
                     const char   *prefix,
                     GActionGroup *group)
{
  static const char * const names[] = {
    "action-added",
    "action-removed",
    "action-enabled-changed",
    "action-state-changed",
  };

  g_return_if_fail (TRAY_IS_ACTIONS (self));
  g_return_if_fail (prefix != NULL && strchr (prefix, '.') == NULL);
  g_return_if_fail (group == NULL || G_IS_ACTION_GROUP (group));

  if (group != NULL)
    {
      Inserted *inserted = g_new0 (Inserted, 1);

      inserted->group = g_object_ref (group);

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        inserted->handlers[i] = g_signal_connect_swapped (group, names[i],
                                                          G_CALLBACK (tray_actions_group_changed_cb),
                                                          self);

      g_hash_table_replace (self->groups, g_strdup (prefix), inserted);
    }
  else
    {
      g_hash_table_remove (self->groups, prefix);
    }

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tray_actions_query:
 * @self: a #TrayActions
 * @name: (nullable): the action's name with its prefix
 * @enabled: (out): whether it can be activated
 * @parameter_type: (out) (nullable) (transfer none): what it takes
 * @state: (out) (nullable) (transfer full): its state
 *
 * Looks an action up.
 *
 * Returns: whether there is such an action; what is (out) is set only then
 */
gboolean
tray_actions_query (TrayActions         *self,
                    const char          *name,
                    gboolean            *enabled,
                    const GVariantType **parameter_type,
                    GVariant           **state)
{
  GActionGroup *group;
  const char *local_name;

  g_return_val_if_fail (TRAY_IS_ACTIONS (self), FALSE);

  if (!(group = tray_actions_find (self, name, &local_name)))
    return FALSE;

  return g_action_group_query_action (group, local_name, enabled, parameter_type, NULL, NULL, state);
}

/**
 * tray_actions_activate:
 * @self: a #TrayActions
 * @name: (nullable): the action's name with its prefix
 * @target: (nullable): its parameter
 *
 * Activates an action. Nothing happens where there is none of that name, where it is disabled, or where it takes
 * a parameter of another type: a menu may be older than its actions.
 */
void
tray_actions_activate (TrayActions *self,
                       const char  *name,
                       GVariant    *target)
{
  g_autoptr(GVariant) state = NULL;
  const GVariantType *type = NULL;
  GActionGroup *group;
  const char *local_name;
  gboolean enabled;

  g_return_if_fail (TRAY_IS_ACTIONS (self));

  if (!(group = tray_actions_find (self, name, &local_name)) ||
      !g_action_group_query_action (group, local_name, &enabled, &type, NULL, NULL, &state) ||
      !enabled)
    return;

  if ((type == NULL) != (target == NULL) ||
      (type != NULL && !g_variant_is_of_type (target, type)))
    return;

  g_action_group_activate_action (group, local_name, target);
}

/**
 * tray_actions_change_state:
 * @self: a #TrayActions
 * @name: (nullable): the action's name with its prefix
 * @state: the new state; a floating one is consumed
 *
 * Asks an action to change its state, where it has one of that type.
 */
void
tray_actions_change_state (TrayActions *self,
                           const char  *name,
                           GVariant    *state)
{
  g_autoptr(GVariant) owned = g_variant_ref_sink (state);
  g_autoptr(GVariant) present = NULL;
  GActionGroup *group;
  const char *local_name;
  gboolean enabled;

  g_return_if_fail (TRAY_IS_ACTIONS (self));

  if ((group = tray_actions_find (self, name, &local_name)) &&
      g_action_group_query_action (group, local_name, &enabled, NULL, NULL, NULL, &present) &&
      enabled &&
      present != NULL &&
      g_variant_is_of_type (owned, g_variant_get_type (present)))
    g_action_group_change_action_state (group, local_name, owned);
}
