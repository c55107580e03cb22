/* platen-grouped-item.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-grouped-item.h"

struct _PlatenGroupedItem
{
  GObject   parent_instance;

  GObject  *item;
  char     *title;
  char     *detail;
  gboolean  first;
  gboolean  last;
};

enum {
  PROP_0,
  PROP_DETAIL,
  PROP_FIRST,
  PROP_ITEM,
  PROP_LAST,
  PROP_TITLE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PlatenGroupedItem, platen_grouped_item, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
platen_grouped_item_finalize (GObject *object)
{
  PlatenGroupedItem *self = (PlatenGroupedItem *)object;

  g_clear_object (&self->item);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->detail, g_free);

  G_OBJECT_CLASS (platen_grouped_item_parent_class)->finalize (object);
}

static void
platen_grouped_item_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  PlatenGroupedItem *self = PLATEN_GROUPED_ITEM (object);

  switch (prop_id)
    {
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;

    case PROP_FIRST:
      g_value_set_boolean (value, self->first);
      break;

    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;

    case PROP_LAST:
      g_value_set_boolean (value, self->last);
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_grouped_item_class_init (PlatenGroupedItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = platen_grouped_item_finalize;
  object_class->get_property = platen_grouped_item_get_property;

  properties[PROP_DETAIL] =
    g_param_spec_string ("detail", NULL, NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_FIRST] =
    g_param_spec_boolean ("first", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL,
                         G_TYPE_OBJECT,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_LAST] =
    g_param_spec_boolean ("last", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
platen_grouped_item_init (PlatenGroupedItem *self)
{
}

/**
 * platen_grouped_item_new:
 * @item: (nullable): what it is about, or %NULL for a header
 * @title: (nullable): the title of a header
 *
 * Returns: (transfer full): a row of a grouped list
 */
PlatenGroupedItem *
platen_grouped_item_new (GObject    *item,
                         const char *title)
{
  PlatenGroupedItem *self;

  g_return_val_if_fail (item == NULL || G_IS_OBJECT (item), NULL);

  /* Thousands are made at once: no properties to construct. */
  self = g_object_new (PLATEN_TYPE_GROUPED_ITEM, NULL);
  g_set_object (&self->item, item);
  self->title = g_strdup (title);

  return self;
}

/**
 * platen_grouped_item_get_item:
 * @self: a #PlatenGroupedItem
 *
 * Returns: (transfer none) (nullable): what it is about; %NULL for a header
 */
gpointer
platen_grouped_item_get_item (PlatenGroupedItem *self)
{
  g_return_val_if_fail (PLATEN_IS_GROUPED_ITEM (self), NULL);

  return self->item;
}

/**
 * platen_grouped_item_get_title:
 * @self: a #PlatenGroupedItem
 *
 * Returns: (nullable): the title of a header
 */
const char *
platen_grouped_item_get_title (PlatenGroupedItem *self)
{
  g_return_val_if_fail (PLATEN_IS_GROUPED_ITEM (self), NULL);

  return self->title;
}

/**
 * platen_grouped_item_get_detail:
 * @self: a #PlatenGroupedItem
 *
 * Returns: (nullable): what else a header says
 */
const char *
platen_grouped_item_get_detail (PlatenGroupedItem *self)
{
  g_return_val_if_fail (PLATEN_IS_GROUPED_ITEM (self), NULL);

  return self->detail;
}

/**
 * platen_grouped_item_set_detail:
 * @self: a #PlatenGroupedItem
 * @detail: (nullable): what else a header says
 */
void
platen_grouped_item_set_detail (PlatenGroupedItem *self,
                                const char        *detail)
{
  g_return_if_fail (PLATEN_IS_GROUPED_ITEM (self));

  if (g_strcmp0 (self->detail, detail) == 0)
    return;

  g_free (self->detail);
  self->detail = g_strdup (detail);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL]);
}

/**
 * platen_grouped_item_get_first:
 * @self: a #PlatenGroupedItem
 *
 * Returns: whether it is the first item under its header
 */
gboolean
platen_grouped_item_get_first (PlatenGroupedItem *self)
{
  g_return_val_if_fail (PLATEN_IS_GROUPED_ITEM (self), FALSE);

  return self->first;
}

/**
 * platen_grouped_item_get_last:
 * @self: a #PlatenGroupedItem
 *
 * Returns: whether it is the last item under its header
 */
gboolean
platen_grouped_item_get_last (PlatenGroupedItem *self)
{
  g_return_val_if_fail (PLATEN_IS_GROUPED_ITEM (self), FALSE);

  return self->last;
}

/**
 * platen_grouped_item_set_edges:
 * @self: a #PlatenGroupedItem
 * @first: whether it is the first item under its header
 * @last: whether it is the last one
 */
void
platen_grouped_item_set_edges (PlatenGroupedItem *self,
                               gboolean           first,
                               gboolean           last)
{
  g_return_if_fail (PLATEN_IS_GROUPED_ITEM (self));

  if (self->first != first)
    {
      self->first = first;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIRST]);
    }

  if (self->last != last)
    {
      self->last = last;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST]);
    }
}
