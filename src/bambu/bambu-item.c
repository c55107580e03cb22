/* bambu-item.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-item-private.h"

typedef struct
{
  char *id;
} BambuItemPrivate;

enum
{
  PROP_0,
  PROP_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BambuItem, bambu_item, G_TYPE_OBJECT)

static void
bambu_item_finalize (GObject *object)
{
  BambuItem *self = (BambuItem *)object;
  BambuItemPrivate *priv = bambu_item_get_instance_private (self);

  g_clear_pointer (&priv->id, g_free);

  G_OBJECT_CLASS (bambu_item_parent_class)->finalize (object);
}

static void
bambu_item_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, bambu_item_get_id (BAMBU_ITEM (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bambu_item_class_init (BambuItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_item_finalize;
  object_class->get_property = bambu_item_get_property;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL,
                         NULL,
                         (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bambu_item_init (BambuItem *self)
{
}

/* Once, right after the item was made. */
void
bambu_item_set_id (BambuItem  *self,
                   const char *id)
{
  BambuItemPrivate *priv = bambu_item_get_instance_private (self);

  g_assert (BAMBU_IS_ITEM (self));
  g_assert (priv->id == NULL);
  g_assert (id != NULL);

  priv->id = g_strdup (id);
}

/**
 * bambu_item_get_id:
 * @self: a #BambuItem
 *
 * Gives what the cloud knows the thing by. It never changes.
 *
 * Returns: (transfer none): the id
 */
const char *
bambu_item_get_id (BambuItem *self)
{
  BambuItemPrivate *priv = bambu_item_get_instance_private (self);

  g_return_val_if_fail (BAMBU_IS_ITEM (self), NULL);

  return priv->id;
}

/**
 * bambu_item_merge:
 * @self: a #BambuItem
 * @newer: a newer copy of the same thing: same type, same id
 *
 * Takes over what @newer knows and notifies what changed by it. What @newer was not told stays as it is where a
 * type says so.
 *
 * Returns: whether anything changed
 */
gboolean
bambu_item_merge (BambuItem *self,
                  BambuItem *newer)
{
  gboolean changed;

  g_return_val_if_fail (BAMBU_IS_ITEM (self), FALSE);
  g_return_val_if_fail (BAMBU_IS_ITEM (newer), FALSE);
  g_return_val_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (newer), FALSE);

  if (self == newer)
    return FALSE;

  g_object_freeze_notify (G_OBJECT (self));
  changed = BAMBU_ITEM_GET_CLASS (self)->merge (self, newer);
  g_object_thaw_notify (G_OBJECT (self));

  return changed;
}
