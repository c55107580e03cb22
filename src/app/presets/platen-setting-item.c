/* platen-setting-item.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-setting-item.h"

struct _PlatenSettingItem
{
  GObject   parent_instance;

  char     *group;
  int       rank;
  char     *key;
  char     *label;
  char     *value;
  char     *raw_value;
  guint     n_lines;

  char     *link;
  char     *inherited;
  gboolean  expanded;
};

enum {
  PROP_0,
  PROP_EXPANDED,
  PROP_INHERITED,
  PROP_LINK,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PlatenSettingItem, platen_setting_item, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
platen_setting_item_finalize (GObject *object)
{
  PlatenSettingItem *self = (PlatenSettingItem *)object;

  g_clear_pointer (&self->group, g_free);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->raw_value, g_free);
  g_clear_pointer (&self->link, g_free);
  g_clear_pointer (&self->inherited, g_free);

  G_OBJECT_CLASS (platen_setting_item_parent_class)->finalize (object);
}

static void
platen_setting_item_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  PlatenSettingItem *self = PLATEN_SETTING_ITEM (object);

  switch (prop_id)
    {
    case PROP_EXPANDED:
      g_value_set_boolean (value, self->expanded);
      break;

    case PROP_INHERITED:
      g_value_set_string (value, self->inherited);
      break;

    case PROP_LINK:
      g_value_set_string (value, self->link);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_setting_item_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  PlatenSettingItem *self = PLATEN_SETTING_ITEM (object);

  switch (prop_id)
    {
    case PROP_EXPANDED:
      platen_setting_item_set_expanded (self, g_value_get_boolean (value));
      break;

    case PROP_INHERITED:
      platen_setting_item_set_inherited (self, g_value_get_string (value));
      break;

    case PROP_LINK:
      platen_setting_item_set_link (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_setting_item_class_init (PlatenSettingItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = platen_setting_item_finalize;
  object_class->get_property = platen_setting_item_get_property;
  object_class->set_property = platen_setting_item_set_property;

  properties[PROP_EXPANDED] =
    g_param_spec_boolean ("expanded", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_INHERITED] =
    g_param_spec_string ("inherited", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_LINK] =
    g_param_spec_string ("link", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
platen_setting_item_init (PlatenSettingItem *self)
{
}

static guint
count_lines (const char *text)
{
  guint n_lines = 1;

  for (const char *p = text; *p != 0; p++)
    {
      /* A line break at the end begins no line. */
      if (*p == '\n' && p[1] != 0)
        n_lines++;
    }

  return n_lines;
}

/**
 * platen_setting_item_new:
 * @group: the title of its group
 * @rank: where the group stands among others
 * @key: (nullable): the key of the setting; %NULL where it is none
 * @label: its name
 * @value: its value, as people read it
 * @raw_value: (nullable): its value, as it is copied
 *
 * Returns: (transfer full): a row of a preset's page
 */
PlatenSettingItem *
platen_setting_item_new (const char *group,
                         int         rank,
                         const char *key,
                         const char *label,
                         const char *value,
                         const char *raw_value)
{
  PlatenSettingItem *self;

  g_return_val_if_fail (group != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  self = g_object_new (PLATEN_TYPE_SETTING_ITEM, NULL);
  self->group = g_strdup (group);
  self->rank = rank;
  self->key = g_strdup (key);
  self->label = g_strdup (label);
  self->value = g_strdup (value);
  self->raw_value = g_strdup (raw_value != NULL ? raw_value : value);
  self->n_lines = count_lines (value);

  return self;
}

/**
 * platen_setting_item_get_group:
 * @self: a #PlatenSettingItem
 *
 * Returns: the title of its group
 */
const char *
platen_setting_item_get_group (PlatenSettingItem *self)
{
  g_return_val_if_fail (PLATEN_IS_SETTING_ITEM (self), NULL);

  return self->group;
}

/**
 * platen_setting_item_get_rank:
 * @self: a #PlatenSettingItem
 *
 * Returns: where its group stands among others
 */
int
platen_setting_item_get_rank (PlatenSettingItem *self)
{
  g_return_val_if_fail (PLATEN_IS_SETTING_ITEM (self), 0);

  return self->rank;
}

/**
 * platen_setting_item_get_key:
 * @self: a #PlatenSettingItem
 *
 * Returns: (nullable): the key of the setting
 */
const char *
platen_setting_item_get_key (PlatenSettingItem *self)
{
  g_return_val_if_fail (PLATEN_IS_SETTING_ITEM (self), NULL);

  return self->key;
}

/**
 * platen_setting_item_get_label:
 * @self: a #PlatenSettingItem
 *
 * Returns: its name
 */
const char *
platen_setting_item_get_label (PlatenSettingItem *self)
{
  g_return_val_if_fail (PLATEN_IS_SETTING_ITEM (self), NULL);

  return self->label;
}

/**
 * platen_setting_item_get_value:
 * @self: a #PlatenSettingItem
 *
 * Returns: its value, as people read it
 */
const char *
platen_setting_item_get_value (PlatenSettingItem *self)
{
  g_return_val_if_fail (PLATEN_IS_SETTING_ITEM (self), NULL);

  return self->value;
}

/**
 * platen_setting_item_get_raw_value:
 * @self: a #PlatenSettingItem
 *
 * Returns: its value, as it is copied
 */
const char *
platen_setting_item_get_raw_value (PlatenSettingItem *self)
{
  g_return_val_if_fail (PLATEN_IS_SETTING_ITEM (self), NULL);

  return self->raw_value;
}

/**
 * platen_setting_item_get_n_lines:
 * @self: a #PlatenSettingItem
 *
 * Returns: how many lines its value has
 */
guint
platen_setting_item_get_n_lines (PlatenSettingItem *self)
{
  g_return_val_if_fail (PLATEN_IS_SETTING_ITEM (self), 0);

  return self->n_lines;
}

/**
 * platen_setting_item_get_link:
 * @self: a #PlatenSettingItem
 *
 * Returns: (nullable): the id of the preset that the value names
 */
const char *
platen_setting_item_get_link (PlatenSettingItem *self)
{
  g_return_val_if_fail (PLATEN_IS_SETTING_ITEM (self), NULL);

  return self->link;
}

/**
 * platen_setting_item_set_link:
 * @self: a #PlatenSettingItem
 * @link: (nullable): the id of the preset that the value names
 */
void
platen_setting_item_set_link (PlatenSettingItem *self,
                              const char        *link)
{
  g_return_if_fail (PLATEN_IS_SETTING_ITEM (self));

  if (g_strcmp0 (self->link, link) == 0)
    return;

  g_free (self->link);
  self->link = g_strdup (link);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINK]);
}

/**
 * platen_setting_item_get_inherited:
 * @self: a #PlatenSettingItem
 *
 * Returns: (nullable): the value in the preset that this one inherits, where that is another
 */
const char *
platen_setting_item_get_inherited (PlatenSettingItem *self)
{
  g_return_val_if_fail (PLATEN_IS_SETTING_ITEM (self), NULL);

  return self->inherited;
}

/**
 * platen_setting_item_set_inherited:
 * @self: a #PlatenSettingItem
 * @inherited: (nullable): the value in the preset that this one inherits, where that is another
 */
void
platen_setting_item_set_inherited (PlatenSettingItem *self,
                                   const char        *inherited)
{
  g_return_if_fail (PLATEN_IS_SETTING_ITEM (self));

  if (g_strcmp0 (self->inherited, inherited) == 0)
    return;

  g_free (self->inherited);
  self->inherited = g_strdup (inherited);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INHERITED]);
}

/**
 * platen_setting_item_get_expanded:
 * @self: a #PlatenSettingItem
 *
 * Returns: whether a value of several lines is shown in full
 */
gboolean
platen_setting_item_get_expanded (PlatenSettingItem *self)
{
  g_return_val_if_fail (PLATEN_IS_SETTING_ITEM (self), FALSE);

  return self->expanded;
}

/**
 * platen_setting_item_set_expanded:
 * @self: a #PlatenSettingItem
 * @expanded: whether a value of several lines is shown in full
 */
void
platen_setting_item_set_expanded (PlatenSettingItem *self,
                                  gboolean           expanded)
{
  g_return_if_fail (PLATEN_IS_SETTING_ITEM (self));

  if (self->expanded == expanded)
    return;

  self->expanded = expanded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}
