/* platen-search-list.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-search-list.h"

#include "platen-fold.h"

/* How many items are exchanged in one iteration of the main loop, at first. A view makes widgets for hundreds that are
 * not in sight: those that are come first, and what is behind all of them costs little.
 */
#define CHUNK 16

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

  /* What is told to be found: up to n_settled the same as found, and so are the last n_settled_behind. */
  GPtrArray             *shown;
  guint                  n_settled;
  guint                  n_settled_behind;
  guint                  source;
};

enum {
  PROP_0,
  PROP_N_FOUND,
  N_PROPS
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlatenSearchList, platen_search_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GParamSpec *properties[N_PROPS];

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
  return PLATEN_SEARCH_LIST (model)->shown->len;
}

static gpointer
platen_search_list_get_item (GListModel *model,
                             guint       position)
{
  PlatenSearchList *self = PLATEN_SEARCH_LIST (model);

  return position < self->shown->len ? g_object_ref (self->shown->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = platen_search_list_get_item_type;
  iface->get_n_items = platen_search_list_get_n_items;
  iface->get_item = platen_search_list_get_item;
}

static void
platen_search_list_exchange (PlatenSearchList *self,
                             guint             removed,
                             guint             added)
{
  const guint position = self->n_settled;

  g_assert (PLATEN_IS_SEARCH_LIST (self));

  if (removed > 0)
    g_ptr_array_remove_range (self->shown, position, removed);

  for (guint i = position; i < position + added; i++)
    g_ptr_array_insert (self->shown, i, g_object_ref (self->found->pdata[i]));

  self->n_settled += added;

  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* Tells some more of what is found. Returns: whether there is more yet. */
static gboolean
platen_search_list_step (PlatenSearchList *self)
{
  const guint old = self->shown->len - self->n_settled - self->n_settled_behind;
  const guint new = self->found->len - self->n_settled - self->n_settled_behind;
  const guint chunk = MAX (CHUNK, self->n_settled / 4);

  g_assert (PLATEN_IS_SEARCH_LIST (self));

  if (new <= chunk)
    {
      platen_search_list_exchange (self, old, new);
      return FALSE;
    }

  platen_search_list_exchange (self, MIN (old, chunk), chunk);

  return TRUE;
}

static gboolean
platen_search_list_step_cb (gpointer user_data)
{
  PlatenSearchList *self = user_data;

  g_assert (PLATEN_IS_SEARCH_LIST (self));

  if (platen_search_list_step (self))
    return G_SOURCE_CONTINUE;

  self->source = 0;

  return G_SOURCE_REMOVE;
}

static void
platen_search_list_find (PlatenSearchList *self)
{
  g_assert (PLATEN_IS_SEARCH_LIST (self));

  g_ptr_array_unref (self->found);
  self->found = g_ptr_array_new_full (self->entries->len, g_object_unref);

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];

      if (self->words == NULL ||
          platen_fold_match (entry_get_folded (entry, self->func), (const char * const *)self->words))
        g_ptr_array_add (self->found, g_object_ref (entry->item));
    }
}

static void
platen_search_list_update (PlatenSearchList *self)
{
  const guint n_found = self->found->len;
  guint shorter;
  guint start = 0;
  guint end = 0;

  g_assert (PLATEN_IS_SEARCH_LIST (self));

  platen_search_list_find (self);
  shorter = MIN (self->shown->len, self->found->len);

  while (start < shorter && self->shown->pdata[start] == self->found->pdata[start])
    start++;

  while (end < shorter - start &&
         self->shown->pdata[self->shown->len - 1 - end] == self->found->pdata[self->found->len - 1 - end])
    end++;

  self->n_settled = start;
  self->n_settled_behind = end;
  g_clear_handle_id (&self->source, g_source_remove);

  /* After what is in sight has been drawn. */
  if (platen_search_list_step (self))
    self->source = g_idle_add (platen_search_list_step_cb, self);

  if (n_found != self->found->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_FOUND]);
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

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->model);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (platen_search_list_parent_class)->finalize (object);
}

static void
platen_search_list_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  PlatenSearchList *self = PLATEN_SEARCH_LIST (object);

  switch (prop_id)
    {
    case PROP_N_FOUND:
      g_value_set_uint (value, platen_search_list_get_n_found (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_search_list_class_init (PlatenSearchListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = platen_search_list_finalize;
  object_class->get_property = platen_search_list_get_property;

  properties[PROP_N_FOUND] =
    g_param_spec_uint ("n-found", NULL, NULL,
                       0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
platen_search_list_init (PlatenSearchList *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)entry_free);
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
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

/**
 * platen_search_list_get_n_found:
 * @self: a #PlatenSearchList
 *
 * Returns: how many items are found, of which some may not be told to be there yet
 */
guint
platen_search_list_get_n_found (PlatenSearchList *self)
{
  g_return_val_if_fail (PLATEN_IS_SEARCH_LIST (self), 0);

  return self->found->len;
}
