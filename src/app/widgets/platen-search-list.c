/* platen-search-list.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-search-list.h"

#include "platen-fold.h"

/* What is known about an item of the model. */
typedef struct
{
  gpointer  item;
  char     *text;
  char     *folded;
} Entry;

struct _PlatenSearchList
{
  GObject                parent_instance;

  GListModel            *model;
  PlatenSearchListFunc   func;
  char                 **words;

  /* Of Entry, as the model has its items; and those items that are found. */
  GPtrArray             *entries;
  GPtrArray             *found;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlatenSearchList, platen_search_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static Entry *
entry_new (gpointer item)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->item = item;

  return entry;
}

static void
entry_free (Entry *entry)
{
  g_object_unref (entry->item);
  g_free (entry->text);
  g_free (entry->folded);
  g_free (entry);
}

/* An item may be called something else by now, but hardly ever is. */
static const char *
entry_get_folded (Entry                *entry,
                  PlatenSearchListFunc  func)
{
  const char *text = func (entry->item);

  if (text == NULL)
    text = "";

  if (g_strcmp0 (entry->text, text) != 0)
    {
      g_free (entry->text);
      g_free (entry->folded);
      entry->text = g_strdup (text);
      entry->folded = platen_fold (text);
    }

  return entry->folded;
}

static GType
platen_search_list_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (PLATEN_SEARCH_LIST (model)->model);
}

static guint
platen_search_list_get_n_items (GListModel *model)
{
  return PLATEN_SEARCH_LIST (model)->found->len;
}

static gpointer
platen_search_list_get_item (GListModel *model,
                             guint       position)
{
  PlatenSearchList *self = PLATEN_SEARCH_LIST (model);

  return position < self->found->len ? g_object_ref (self->found->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = platen_search_list_get_item_type;
  iface->get_n_items = platen_search_list_get_n_items;
  iface->get_item = platen_search_list_get_item;
}

static void
platen_search_list_update (PlatenSearchList *self)
{
  g_autoptr(GPtrArray) old = g_steal_pointer (&self->found);
  guint shorter;
  guint start = 0;
  guint end = 0;

  g_assert (PLATEN_IS_SEARCH_LIST (self));

  self->found = g_ptr_array_new_full (self->entries->len, g_object_unref);

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];

      if (self->words == NULL ||
          platen_fold_match (entry_get_folded (entry, self->func), (const char * const *)self->words))
        g_ptr_array_add (self->found, g_object_ref (entry->item));
    }

  shorter = MIN (old->len, self->found->len);

  while (start < shorter && old->pdata[start] == self->found->pdata[start])
    start++;

  while (end < shorter - start &&
         old->pdata[old->len - 1 - end] == self->found->pdata[self->found->len - 1 - end])
    end++;

  if (old->len - start - end > 0 || self->found->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end, self->found->len - start - end);
}

static void
platen_search_list_items_changed_cb (PlatenSearchList *self,
                                     guint             position,
                                     guint             removed,
                                     guint             added,
                                     GListModel       *model)
{
  g_autoptr(GPtrArray) entries = NULL;
  guint n_items = g_list_model_get_n_items (model);

  g_assert (PLATEN_IS_SEARCH_LIST (self));

  entries = g_ptr_array_new_full (n_items, (GDestroyNotify)entry_free);

  for (guint i = 0; i < position; i++)
    g_ptr_array_add (entries, g_steal_pointer (&self->entries->pdata[i]));

  for (guint i = position; i < position + added; i++)
    g_ptr_array_add (entries, entry_new (g_list_model_get_item (model, i)));

  for (guint i = position + removed; i < self->entries->len; i++)
    g_ptr_array_add (entries, g_steal_pointer (&self->entries->pdata[i]));

  for (guint i = position; i < position + removed; i++)
    g_clear_pointer (&self->entries->pdata[i], entry_free);

  g_ptr_array_set_free_func (self->entries, NULL);
  g_ptr_array_unref (self->entries);
  self->entries = g_steal_pointer (&entries);
  platen_search_list_update (self);
}

static void
platen_search_list_finalize (GObject *object)
{
  PlatenSearchList *self = (PlatenSearchList *)object;

  g_clear_object (&self->model);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (platen_search_list_parent_class)->finalize (object);
}

static void
platen_search_list_class_init (PlatenSearchListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = platen_search_list_finalize;
}

static void
platen_search_list_init (PlatenSearchList *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)entry_free);
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * platen_search_list_new:
 * @model: what to search
 * @func: tells what an item is found by
 *
 * Returns: (transfer full): all of @model, as nothing is searched for yet
 */
PlatenSearchList *
platen_search_list_new (GListModel           *model,
                        PlatenSearchListFunc  func)
{
  PlatenSearchList *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (model), NULL);
  g_return_val_if_fail (func != NULL, NULL);

  self = g_object_new (PLATEN_TYPE_SEARCH_LIST, NULL);
  self->model = g_object_ref (model);
  self->func = func;
  g_signal_connect_object (model, "items-changed",
                           G_CALLBACK (platen_search_list_items_changed_cb),
                           self, G_CONNECT_SWAPPED);
  platen_search_list_items_changed_cb (self, 0, 0, g_list_model_get_n_items (model), model);

  return self;
}

/**
 * platen_search_list_set_search:
 * @self: a #PlatenSearchList
 * @search: (nullable): the words to search for; without any, everything is found
 */
void
platen_search_list_set_search (PlatenSearchList *self,
                               const char       *search)
{
  g_auto(GStrv) words = NULL;

  g_return_if_fail (PLATEN_IS_SEARCH_LIST (self));

  words = platen_fold_words (search);

  if (words == NULL && self->words == NULL)
    return;

  g_strfreev (self->words);
  self->words = g_steal_pointer (&words);
  platen_search_list_update (self);
}
