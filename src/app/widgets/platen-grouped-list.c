/* platen-grouped-list.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-grouped-list.h"

#include <string.h>

#include "platen-fold.h"

/* A group keeps its header, which keeps its row on the screen. */
typedef struct
{
  PlatenGroupedItem *header;
  char              *key;
  int                rank;
} Group;

/* What is known about an item of the model. */
typedef struct
{
  PlatenGroupedItem *row;
  Group             *group;
  char              *key;
  char              *folded;
  gulong             notify_handler;
  guint              position;
  guint              generation;
} Entry;

struct _PlatenGroupedList
{
  GObject                  parent_instance;

  PlatenGroupedFunc        func;
  PlatenGroupedDetailFunc  detail_func;
  gpointer                 user_data;
  GDestroyNotify           user_data_free;

  GListModel              *model;
  char                    *search;
  char                   **words;

  /* Of Entry by item, and those that are in the list, in order. */
  GHashTable              *entries;
  GPtrArray               *sorted;
  /* Of Group by rank and title. */
  GHashTable              *groups;
  GPtrArray               *rows;

  guint                    rebuild_source;
  guint                    generation;
  guint                    n_found;
};

enum {
  PROP_0,
  PROP_N_FOUND,
  PROP_N_ITEMS,
  PROP_N_TOTAL,
  N_PROPS
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlatenGroupedList, platen_grouped_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GParamSpec *properties[N_PROPS];

static void
group_free (Group *group)
{
  g_object_unref (group->header);
  g_free (group->key);
  g_free (group);
}

static void
entry_free (Entry *entry)
{
  g_clear_signal_handler (&entry->notify_handler, platen_grouped_item_get_item (entry->row));
  g_object_unref (entry->row);
  g_free (entry->key);
  g_free (entry->folded);
  g_free (entry);
}

static GType
platen_grouped_list_get_item_type (GListModel *model)
{
  return PLATEN_TYPE_GROUPED_ITEM;
}

static guint
platen_grouped_list_get_n_items (GListModel *model)
{
  return PLATEN_GROUPED_LIST (model)->rows->len;
}

static gpointer
platen_grouped_list_get_item (GListModel *model,
                              guint       position)
{
  PlatenGroupedList *self = PLATEN_GROUPED_LIST (model);

  if (position >= self->rows->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->rows, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = platen_grouped_list_get_item_type;
  iface->get_n_items = platen_grouped_list_get_n_items;
  iface->get_item = platen_grouped_list_get_item;
}

static Group *
platen_grouped_list_ensure_group (PlatenGroupedList *self,
                                  const char        *title,
                                  int                rank)
{
  g_autofree char *id = g_strdup_printf ("%d %s", rank, title);
  Group *group;

  g_assert (PLATEN_IS_GROUPED_LIST (self));

  if ((group = g_hash_table_lookup (self->groups, id)))
    return group;

  group = g_new0 (Group, 1);
  group->header = platen_grouped_item_new (NULL, title);
  group->key = g_utf8_collate_key_for_filename (title, -1);
  group->rank = rank;
  g_hash_table_insert (self->groups, g_steal_pointer (&id), group);

  return group;
}

static gboolean platen_grouped_list_rebuild_cb (gpointer user_data);

static void
platen_grouped_list_queue_rebuild (PlatenGroupedList *self)
{
  g_assert (PLATEN_IS_GROUPED_LIST (self));

  if (self->rebuild_source == 0)
    self->rebuild_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, platen_grouped_list_rebuild_cb, self, NULL);
}

/* It may belong elsewhere now: forget what was known. */
static void
platen_grouped_list_item_notify_cb (PlatenGroupedList *self,
                                    GParamSpec        *pspec,
                                    GObject           *item)
{
  Entry *entry;

  g_assert (PLATEN_IS_GROUPED_LIST (self));

  if ((entry = g_hash_table_lookup (self->entries, item)))
    entry->generation = 0;

  platen_grouped_list_queue_rebuild (self);
}

static void
platen_grouped_list_place (PlatenGroupedList *self,
                           Entry             *entry,
                           GObject           *item)
{
  PlatenGroupedPlace place = { NULL };

  g_assert (PLATEN_IS_GROUPED_LIST (self));

  entry->group = NULL;
  g_clear_pointer (&entry->key, g_free);
  g_clear_pointer (&entry->folded, g_free);

  if (self->func (item, &place, self->user_data))
    {
      entry->group = platen_grouped_list_ensure_group (self, place.group, place.rank);
      entry->key = g_steal_pointer (&place.key);
      entry->folded = platen_fold (place.text);
    }

  g_free (place.group);
  g_free (place.key);
  g_free (place.text);
}

static Entry *
platen_grouped_list_take_entry (PlatenGroupedList *self,
                                GObject           *item)
{
  Entry *entry = g_hash_table_lookup (self->entries, item);

  g_assert (PLATEN_IS_GROUPED_LIST (self));

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->row = platen_grouped_item_new (item, NULL);
      entry->notify_handler = g_signal_connect_swapped (item, "notify",
                                                        G_CALLBACK (platen_grouped_list_item_notify_cb),
                                                        self);
      g_hash_table_insert (self->entries, item, entry);
    }

  if (entry->generation == 0)
    platen_grouped_list_place (self, entry, item);

  entry->generation = self->generation;

  return entry;
}

static gboolean
entry_is_gone (gpointer key,
               gpointer value,
               gpointer user_data)
{
  const Entry *entry = value;

  return entry->generation != GPOINTER_TO_UINT (user_data);
}

static int
compare_groups (const Group *a,
                const Group *b)
{
  int order;

  if (a->rank != b->rank)
    return a->rank < b->rank ? -1 : 1;

  if ((order = strcmp (a->key, b->key)) != 0)
    return order;

  return strcmp (platen_grouped_item_get_title (a->header), platen_grouped_item_get_title (b->header));
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *entry_a = *(const Entry * const *)a;
  const Entry *entry_b = *(const Entry * const *)b;
  int order;

  if (entry_a->group != entry_b->group)
    return compare_groups (entry_a->group, entry_b->group);

  if ((order = g_strcmp0 (entry_a->key, entry_b->key)) != 0)
    return order;

  return entry_a->position < entry_b->position ? -1 : 1;
}

static void
platen_grouped_list_sort (PlatenGroupedList *self)
{
  guint n_items = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;

  g_assert (PLATEN_IS_GROUPED_LIST (self));

  self->generation++;
  g_ptr_array_set_size (self->sorted, 0);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (self->model, i);
      Entry *entry = platen_grouped_list_take_entry (self, item);

      entry->position = i;

      if (entry->group != NULL)
        g_ptr_array_add (self->sorted, entry);
    }

  g_hash_table_foreach_remove (self->entries, entry_is_gone, GUINT_TO_POINTER (self->generation));
  g_ptr_array_sort (self->sorted, compare_entries);
}

static void
platen_grouped_list_update_detail (PlatenGroupedList *self,
                                   const Group       *group,
                                   guint              n_items)
{
  g_autofree char *detail = NULL;

  g_assert (PLATEN_IS_GROUPED_LIST (self));

  if (self->detail_func == NULL)
    return;

  detail = self->detail_func (platen_grouped_item_get_title (group->header), group->rank, n_items, self->user_data);
  platen_grouped_item_set_detail (group->header, detail);
}

/* Adds the rows of one group, which starts at @start. Returns where the next one does. */
static guint
platen_grouped_list_add_group (PlatenGroupedList *self,
                               guint              start,
                               GPtrArray         *rows)
{
  const Group *group = ((const Entry *)g_ptr_array_index (self->sorted, start))->group;
  PlatenGroupedItem *previous = NULL;
  gboolean first = TRUE;
  guint i;

  g_assert (PLATEN_IS_GROUPED_LIST (self));

  for (i = start; i < self->sorted->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->sorted, i);

      if (entry->group != group)
        break;

      if (!platen_fold_match (entry->folded, (const char * const *)self->words))
        continue;

      if (previous != NULL)
        {
          platen_grouped_item_set_edges (previous, first, FALSE);
          first = FALSE;
        }
      else
        {
          g_ptr_array_add (rows, g_object_ref (group->header));
        }

      previous = entry->row;
      g_ptr_array_add (rows, g_object_ref (previous));
      self->n_found++;
    }

  if (previous != NULL)
    platen_grouped_item_set_edges (previous, first, TRUE);

  platen_grouped_list_update_detail (self, group, i - start);

  return i;
}

/* Tells about the one run in which the rows differ, so that all others stay as they are. */
static void
platen_grouped_list_replace_rows (PlatenGroupedList *self,
                                  GPtrArray         *rows)
{
  g_autoptr(GPtrArray) old = g_steal_pointer (&self->rows);
  guint shorter = MIN (old->len, rows->len);
  guint start = 0;
  guint end = 0;

  g_assert (PLATEN_IS_GROUPED_LIST (self));

  self->rows = g_ptr_array_ref (rows);

  while (start < shorter && g_ptr_array_index (old, start) == g_ptr_array_index (rows, start))
    start++;

  while (end < shorter - start &&
         g_ptr_array_index (old, old->len - 1 - end) == g_ptr_array_index (rows, rows->len - 1 - end))
    end++;

  if (old->len - start - end > 0 || rows->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end, rows->len - start - end);

  if (old->len != rows->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
platen_grouped_list_filter (PlatenGroupedList *self)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_full (self->sorted->len, g_object_unref);
  guint old_found = self->n_found;

  g_assert (PLATEN_IS_GROUPED_LIST (self));

  self->n_found = 0;

  for (guint i = 0; i < self->sorted->len;)
    i = platen_grouped_list_add_group (self, i, rows);

  platen_grouped_list_replace_rows (self, rows);

  if (old_found != self->n_found)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_FOUND]);
}

static void
platen_grouped_list_rebuild (PlatenGroupedList *self)
{
  guint old_total = self->sorted->len;

  g_assert (PLATEN_IS_GROUPED_LIST (self));

  g_clear_handle_id (&self->rebuild_source, g_source_remove);
  platen_grouped_list_sort (self);
  platen_grouped_list_filter (self);

  if (old_total != self->sorted->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TOTAL]);
}

static gboolean
platen_grouped_list_rebuild_cb (gpointer user_data)
{
  PlatenGroupedList *self = user_data;

  self->rebuild_source = 0;
  platen_grouped_list_rebuild (self);

  return G_SOURCE_REMOVE;
}

static void
platen_grouped_list_dispose (GObject *object)
{
  PlatenGroupedList *self = (PlatenGroupedList *)object;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);

  g_clear_handle_id (&self->rebuild_source, g_source_remove);
  g_clear_object (&self->model);
  g_ptr_array_set_size (self->sorted, 0);
  g_hash_table_remove_all (self->entries);

  G_OBJECT_CLASS (platen_grouped_list_parent_class)->dispose (object);
}

static void
platen_grouped_list_finalize (GObject *object)
{
  PlatenGroupedList *self = (PlatenGroupedList *)object;

  if (self->user_data_free != NULL)
    self->user_data_free (self->user_data);

  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->sorted, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_hash_table_unref);

  G_OBJECT_CLASS (platen_grouped_list_parent_class)->finalize (object);
}

static void
platen_grouped_list_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  PlatenGroupedList *self = PLATEN_GROUPED_LIST (object);

  switch (prop_id)
    {
    case PROP_N_FOUND:
      g_value_set_uint (value, self->n_found);
      break;

    case PROP_N_ITEMS:
      g_value_set_uint (value, self->rows->len);
      break;

    case PROP_N_TOTAL:
      g_value_set_uint (value, self->sorted->len);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_grouped_list_class_init (PlatenGroupedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_grouped_list_dispose;
  object_class->finalize = platen_grouped_list_finalize;
  object_class->get_property = platen_grouped_list_get_property;

  properties[PROP_N_FOUND] =
    g_param_spec_uint ("n-found", NULL, NULL,
                       0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_N_ITEMS] =
    g_param_spec_uint ("n-items", NULL, NULL,
                       0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_N_TOTAL] =
    g_param_spec_uint ("n-total", NULL, NULL,
                       0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
platen_grouped_list_init (PlatenGroupedList *self)
{
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)entry_free);
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)group_free);
  self->sorted = g_ptr_array_new ();
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * platen_grouped_list_new:
 * @func: says where an item belongs; called once for each, and again when it changes
 * @detail_func: (nullable): says what else a header says
 * @user_data: (nullable): passed to both
 * @user_data_free: (nullable): frees @user_data
 *
 * Returns: (transfer full): an empty list
 */
PlatenGroupedList *
platen_grouped_list_new (PlatenGroupedFunc        func,
                         PlatenGroupedDetailFunc  detail_func,
                         gpointer                 user_data,
                         GDestroyNotify           user_data_free)
{
  PlatenGroupedList *self;

  g_return_val_if_fail (func != NULL, NULL);

  self = g_object_new (PLATEN_TYPE_GROUPED_LIST, NULL);
  self->func = func;
  self->detail_func = detail_func;
  self->user_data = user_data;
  self->user_data_free = user_data_free;

  return self;
}

/**
 * platen_grouped_list_set_model:
 * @self: a #PlatenGroupedList
 * @model: (nullable): the items
 */
void
platen_grouped_list_set_model (PlatenGroupedList *self,
                               GListModel        *model)
{
  g_return_if_fail (PLATEN_IS_GROUPED_LIST (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  if (self->model == model)
    return;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);

  g_set_object (&self->model, model);

  if (model != NULL)
    g_signal_connect_swapped (model, "items-changed", G_CALLBACK (platen_grouped_list_queue_rebuild), self);

  platen_grouped_list_rebuild (self);
}

/**
 * platen_grouped_list_set_search:
 * @self: a #PlatenGroupedList
 * @search: (nullable): the words to search for
 */
void
platen_grouped_list_set_search (PlatenGroupedList *self,
                                const char        *search)
{
  g_return_if_fail (PLATEN_IS_GROUPED_LIST (self));

  if (g_strcmp0 (self->search, search) == 0)
    return;

  g_free (self->search);
  self->search = g_strdup (search);
  g_strfreev (self->words);
  self->words = platen_fold_words (search);

  platen_grouped_list_filter (self);
}

/**
 * platen_grouped_list_get_n_found:
 * @self: a #PlatenGroupedList
 *
 * Returns: how many items the search lets through
 */
guint
platen_grouped_list_get_n_found (PlatenGroupedList *self)
{
  g_return_val_if_fail (PLATEN_IS_GROUPED_LIST (self), 0);

  return self->n_found;
}

/**
 * platen_grouped_list_get_n_total:
 * @self: a #PlatenGroupedList
 *
 * Returns: how many items there are
 */
guint
platen_grouped_list_get_n_total (PlatenGroupedList *self)
{
  g_return_val_if_fail (PLATEN_IS_GROUPED_LIST (self), 0);

  return self->sorted->len;
}
