/* platen-compare-item.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-compare-item.h"

#include <glib/gi18n.h>

#include "platen-setting-info.h"

struct _PlatenCompareItem
{
  GObject     parent_instance;

  char       *key;
  char       *label;
  char       *first;
  char       *second;
  const char *group;
  int         rank;
  gboolean    differs;
};

G_DEFINE_FINAL_TYPE (PlatenCompareItem, platen_compare_item, G_TYPE_OBJECT)

static void
platen_compare_item_finalize (GObject *object)
{
  PlatenCompareItem *self = (PlatenCompareItem *)object;

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->second, g_free);

  G_OBJECT_CLASS (platen_compare_item_parent_class)->finalize (object);
}

static void
platen_compare_item_class_init (PlatenCompareItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = platen_compare_item_finalize;
}

static void
platen_compare_item_init (PlatenCompareItem *self)
{
}

static char *
dup_value (const char *key,
           const char *value)
{
  /* Translators: a setting that a preset does not have */
  return value != NULL ? platen_setting_dup_value (key, value) : g_strdup (_("Not there"));
}

/**
 * platen_compare_item_new:
 * @kind: what the presets describe
 * @key: the key of a setting
 * @first: (nullable): its value in one preset; %NULL where it has none
 * @second: (nullable): its value in the other
 *
 * Returns: (transfer full): a row of the comparison
 */
PlatenCompareItem *
platen_compare_item_new (BambuPresetKind  kind,
                         const char      *key,
                         const char      *first,
                         const char      *second)
{
  PlatenCompareItem *self;

  g_return_val_if_fail (key != NULL, NULL);

  self = g_object_new (PLATEN_TYPE_COMPARE_ITEM, NULL);
  self->key = g_strdup (key);
  self->label = platen_setting_dup_label (key);
  self->first = dup_value (key, first);
  self->second = dup_value (key, second);
  self->group = platen_setting_get_group (kind, key, &self->rank);
  self->differs = (first == NULL) != (second == NULL) || !platen_setting_same_value (first, second);

  return self;
}

/**
 * platen_compare_item_get_key:
 * @self: a #PlatenCompareItem
 *
 * Returns: (transfer none): the key of the setting
 */
const char *
platen_compare_item_get_key (PlatenCompareItem *self)
{
  g_return_val_if_fail (PLATEN_IS_COMPARE_ITEM (self), NULL);

  return self->key;
}

/**
 * platen_compare_item_get_label:
 * @self: a #PlatenCompareItem
 *
 * Returns: (transfer none): its name
 */
const char *
platen_compare_item_get_label (PlatenCompareItem *self)
{
  g_return_val_if_fail (PLATEN_IS_COMPARE_ITEM (self), NULL);

  return self->label;
}

/**
 * platen_compare_item_get_first:
 * @self: a #PlatenCompareItem
 *
 * Returns: (transfer none): its value in the first preset, as people read it
 */
const char *
platen_compare_item_get_first (PlatenCompareItem *self)
{
  g_return_val_if_fail (PLATEN_IS_COMPARE_ITEM (self), NULL);

  return self->first;
}

/**
 * platen_compare_item_get_second:
 * @self: a #PlatenCompareItem
 *
 * Returns: (transfer none): its value in the second preset, as people read it
 */
const char *
platen_compare_item_get_second (PlatenCompareItem *self)
{
  g_return_val_if_fail (PLATEN_IS_COMPARE_ITEM (self), NULL);

  return self->second;
}

/**
 * platen_compare_item_get_group:
 * @self: a #PlatenCompareItem
 *
 * Returns: (transfer none): the title of the group that it belongs to
 */
const char *
platen_compare_item_get_group (PlatenCompareItem *self)
{
  g_return_val_if_fail (PLATEN_IS_COMPARE_ITEM (self), NULL);

  return self->group;
}

/**
 * platen_compare_item_get_rank:
 * @self: a #PlatenCompareItem
 *
 * Returns: where that group stands among others
 */
int
platen_compare_item_get_rank (PlatenCompareItem *self)
{
  g_return_val_if_fail (PLATEN_IS_COMPARE_ITEM (self), 0);

  return self->rank;
}

/**
 * platen_compare_item_get_differs:
 * @self: a #PlatenCompareItem
 *
 * Returns: whether the two values mean different things
 */
gboolean
platen_compare_item_get_differs (PlatenCompareItem *self)
{
  g_return_val_if_fail (PLATEN_IS_COMPARE_ITEM (self), FALSE);

  return self->differs;
}
