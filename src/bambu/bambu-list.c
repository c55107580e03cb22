/* bambu-list.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-list-private.h"

#include <glib/gi18n-lib.h>

#define SIGNED_OUT_MESSAGE N_("The account is not signed in any more.")

/* One request. A list whose waiters all left may have begun another before this one has ended. */
typedef struct
{
  BambuList    *list;
  GCancellable *cancellable;
  gint64        asked;
} Fetch;

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_UPDATED,
  PROP_ERROR,
  PROP_N_ITEMS,
  N_PROPS
};

enum
{
  HEARD,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BambuList, bambu_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
bambu_list_get_item_type (GListModel *model)
{
  return BAMBU_LIST (model)->item_type;
}

static guint
bambu_list_get_n_items (GListModel *model)
{
  return BAMBU_LIST (model)->items->len;
}

static gpointer
bambu_list_get_item (GListModel *model,
                     guint       position)
{
  BambuList *self = BAMBU_LIST (model);

  if (position >= self->items->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->items, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = bambu_list_get_item_type;
  iface->get_n_items = bambu_list_get_n_items;
  iface->get_item = bambu_list_get_item;
}

static void
bambu_list_set_error (BambuList    *self,
                      const GError *error)
{
  if (error == NULL && self->error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
fetch_free (Fetch *fetch)
{
  g_object_unref (fetch->cancellable);
  g_object_unref (fetch->list);
  g_free (fetch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fetch, fetch_free)

static void
bambu_list_fetched_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr(Fetch) fetch = user_data;
  g_autoptr(GPtrArray) newer = NULL;
  g_autoptr(GError) error = NULL;
  BambuList *self = fetch->list;

  if (!bambu_waiters_is_current (self->waiters, fetch->cancellable))
    return;

  bambu_waiters_end_request (self->waiters);

  /* Without its owner the answer cannot be taken; those who wait must hear so all the same. */
  if (self->owner == NULL)
    {
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_CLOSED, _(SIGNED_OUT_MESSAGE));
    }
  else if ((newer = self->finish (self->owner, result, &error)))
    {
      bambu_list_merge (self, newer);
      self->fetched = fetch->asked;
      bambu_list_set_heard (self, fetch->asked);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      bambu_list_set_error (self, error);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  bambu_waiters_settle (self->waiters, error);
}

static void
bambu_list_fetch (BambuList    *self,
                  GCancellable *cancellable)
{
  Fetch *fetch = g_new0 (Fetch, 1);

  fetch->list = g_object_ref (self);
  fetch->cancellable = g_object_ref (cancellable);
  fetch->asked = g_get_monotonic_time ();
  self->fetch (self->owner, cancellable, bambu_list_fetched_cb, fetch);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
bambu_list_finalize (GObject *object)
{
  BambuList *self = (BambuList *)object;

  g_clear_weak_pointer (&self->owner);
  g_clear_pointer (&self->waiters, bambu_waiters_free);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->updated, g_date_time_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (bambu_list_parent_class)->finalize (object);
}

static void
bambu_list_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  BambuList *self = BAMBU_LIST (object);

  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, bambu_list_get_loading (self));
      break;

    case PROP_UPDATED:
      g_value_set_boxed (value, self->updated);
      break;

    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;

    case PROP_N_ITEMS:
      g_value_set_uint (value, self->items->len);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bambu_list_class_init (BambuListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_list_finalize;
  object_class->get_property = bambu_list_get_property;

  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL,
                          FALSE,
                          (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  properties[PROP_UPDATED] =
    g_param_spec_boxed ("updated", NULL, NULL,
                        G_TYPE_DATE_TIME,
                        (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  properties[PROP_ERROR] =
    g_param_spec_boxed ("error", NULL, NULL,
                        G_TYPE_ERROR,
                        (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  properties[PROP_N_ITEMS] =
    g_param_spec_uint ("n-items", NULL, NULL,
                       0, G_MAXUINT, 0,
                       (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[HEARD] =
    g_signal_new ("heard",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
bambu_list_init (BambuList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->waiters = bambu_waiters_new (NULL, NULL);
}

/* Makes an empty list that has nowhere to refresh from. */
BambuList *
bambu_list_new (GType item_type)
{
  BambuList *self = g_object_new (BAMBU_TYPE_LIST, NULL);

  g_assert (g_type_is_a (item_type, BAMBU_TYPE_ITEM));

  self->item_type = item_type;

  return self;
}

/* @owner is not kept alive by the list; when it has gone, refreshing does nothing. */
void
bambu_list_set_source (BambuList            *self,
                       gpointer              owner,
                       BambuListFetch        fetch,
                       BambuListFetchFinish  finish)
{
  g_assert (BAMBU_IS_LIST (self));
  g_assert (G_IS_OBJECT (owner));

  g_set_weak_pointer (&self->owner, owner);
  self->fetch = fetch;
  self->finish = finish;
}

void
bambu_list_set_updated (BambuList *self,
                        GDateTime *updated)
{
  g_assert (BAMBU_IS_LIST (self));

  g_clear_pointer (&self->updated, g_date_time_unref);
  self->updated = updated != NULL ? g_date_time_ref (updated) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UPDATED]);
}

/* When the newest answer that is in the list was asked for, by the monotonic clock; 0 before any. */
gint64
bambu_list_get_asked (BambuList *self)
{
  g_assert (BAMBU_IS_LIST (self));

  return self->asked;
}

/* When the newest answer that had all of the list was asked for, by the monotonic clock; 0 before any. */
gint64
bambu_list_get_fetched (BambuList *self)
{
  g_assert (BAMBU_IS_LIST (self));

  return self->fetched;
}

/* An answer that was asked for at @asked has been merged. */
void
bambu_list_set_heard (BambuList *self,
                      gint64     asked)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  g_assert (BAMBU_IS_LIST (self));
  g_assert (asked >= self->asked);

  self->asked = asked;
  bambu_list_set_error (self, NULL);
  bambu_list_set_updated (self, now);
  g_signal_emit (self, signals[HEARD], 0, asked);
}

/**
 * bambu_list_get_loading:
 * @self: a #BambuList
 *
 * Returns: whether a refresh is under way
 */
gboolean
bambu_list_get_loading (BambuList *self)
{
  g_return_val_if_fail (BAMBU_IS_LIST (self), FALSE);

  return bambu_waiters_is_busy (self->waiters);
}

/**
 * bambu_list_get_updated:
 * @self: a #BambuList
 *
 * Tells how old the list is.
 *
 * Returns: (transfer none) (nullable): when the cloud was last heard on it, or %NULL where it never was
 */
GDateTime *
bambu_list_get_updated (BambuList *self)
{
  g_return_val_if_fail (BAMBU_IS_LIST (self), NULL);

  return self->updated;
}

/**
 * bambu_list_get_error:
 * @self: a #BambuList
 *
 * Tells why the list is not up to date.
 *
 * Returns: (transfer none) (nullable): what the last refresh failed with, or %NULL after one that worked
 */
const GError *
bambu_list_get_error (BambuList *self)
{
  g_return_val_if_fail (BAMBU_IS_LIST (self), NULL);

  return self->error;
}

/**
 * bambu_list_lookup:
 * @self: a #BambuList
 * @id: (nullable): an id
 *
 * Finds an item by its id, in constant time.
 *
 * Returns: (transfer none) (nullable) (type BambuItem): the item, or %NULL where there is none of that id
 */
gpointer
bambu_list_lookup (BambuList  *self,
                   const char *id)
{
  g_return_val_if_fail (BAMBU_IS_LIST (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

/**
 * bambu_list_refresh_async:
 * @self: a #BambuList
 * @cancellable: (nullable): ends this caller's wait
 * @callback: called when the list is up to date, or not
 * @user_data: for @callback
 *
 * Asks the cloud for what the list holds. Refreshes that overlap share one request.
 */
void
bambu_list_refresh_async (BambuList           *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  GCancellable *request;

  g_return_if_fail (BAMBU_IS_LIST (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_list_refresh_async);

  if (g_task_return_error_if_cancelled (task))
    return;

  if (self->owner == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, _(SIGNED_OUT_MESSAGE));
      return;
    }

  if ((request = bambu_waiters_join (self->waiters, g_steal_pointer (&task))))
    bambu_list_fetch (self, request);
}

/**
 * bambu_list_refresh_finish:
 * @self: a #BambuList
 * @result: what the callback got
 * @error: where to say why not; #BambuError, %G_IO_ERROR_CANCELLED, or %G_IO_ERROR_CLOSED when the session has gone
 *
 * Ends bambu_list_refresh_async().
 *
 * Returns: whether the list is up to date
 */
gboolean
bambu_list_refresh_finish (BambuList     *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_LIST (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
