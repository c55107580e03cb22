/* bambu-feed.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-feed-private.h"

#include "bambu-client-private.h"

/* One request for an older page. */
typedef struct
{
  BambuFeed    *feed;
  GCancellable *cancellable;
  guint         generation;
} Fetch;

enum
{
  PROP_0,
  PROP_LIST,
  PROP_LOADING,
  PROP_EXHAUSTED,
  PROP_ERROR,
  PROP_TOTAL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BambuFeed, bambu_feed, G_TYPE_OBJECT)

static void bambu_feed_fetch_more (BambuFeed    *self,
                                   GCancellable *cancellable);

static void
fetch_free (Fetch *fetch)
{
  g_object_unref (fetch->cancellable);
  g_object_unref (fetch->feed);
  g_free (fetch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fetch, fetch_free)

void
bambu_feed_set_total (BambuFeed *self,
                      gint64     total)
{
  if (self->total == total)
    return;

  self->total = total;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
}

static void
bambu_feed_set_exhausted (BambuFeed *self,
                          gboolean   exhausted)
{
  if (self->exhausted == exhausted)
    return;

  self->exhausted = exhausted;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXHAUSTED]);
}

static void
bambu_feed_set_error (BambuFeed    *self,
                      const GError *error)
{
  if (error == NULL && self->error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

guint
bambu_feed_get_n_items (BambuFeed *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

/* Where there is nothing to go on from, or only what was used before, that was all. */
static void
bambu_feed_move_cursor (BambuFeed  *self,
                        const char *cursor)
{
  if (cursor == NULL || !g_hash_table_add (self->cursors, g_strdup (cursor)))
    {
      bambu_feed_set_exhausted (self, TRUE);
      return;
    }

  g_free (self->cursor);
  self->cursor = g_strdup (cursor);
}

/* What is older than what is listed begins at @cursor; pages that are on their way no longer fit. */
void
bambu_feed_restart_cursor (BambuFeed  *self,
                           const char *cursor)
{
  self->generation++;
  g_hash_table_remove_all (self->cursors);
  g_clear_pointer (&self->cursor, g_free);
  bambu_feed_set_exhausted (self, FALSE);
  bambu_feed_move_cursor (self, cursor);
}

/* A cloud that tells fewer than there are is not believed. */
void
bambu_feed_check_total (BambuFeed *self,
                        guint      n_items)
{
  if (self->total >= 0 && n_items == self->total)
    bambu_feed_set_exhausted (self, TRUE);
}

static void
bambu_feed_end_fetching (BambuFeed    *self,
                         const GError *error)
{
  bambu_waiters_end_request (self->waiters);
  self->empty_pages = 0;

  if (error == NULL || !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    bambu_feed_set_error (self, error);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  bambu_waiters_settle (self->waiters, error);
}

static void
bambu_feed_more_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(Fetch) fetch = user_data;
  g_autoptr(BambuPage) page = NULL;
  g_autoptr(GError) error = NULL;
  BambuFeed *self = fetch->feed;

  page = bambu_client_call_finish (BAMBU_CLIENT (object), result, &error);

  if (!bambu_waiters_is_current (self->waiters, fetch->cancellable))
    return;

  if (page == NULL)
    {
      bambu_feed_end_fetching (self, error);
      return;
    }

  /* The list began anew meanwhile: this page belongs to the one before. */
  if (self->generation == fetch->generation)
    {
      const guint n_added = bambu_list_append (self->list, page->items);

      bambu_feed_set_total (self, page->total);
      bambu_feed_move_cursor (self, page->last);
      bambu_feed_check_total (self, bambu_feed_get_n_items (self));
      self->empty_pages = n_added > 0 ? BAMBU_FEED_MAX_PAGES : self->empty_pages + 1;
    }

  if (self->exhausted || self->empty_pages >= BAMBU_FEED_MAX_PAGES)
    bambu_feed_end_fetching (self, NULL);
  else
    bambu_feed_fetch_more (self, fetch->cancellable);
}

static void
bambu_feed_first_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(Fetch) fetch = user_data;
  g_autoptr(GError) error = NULL;
  BambuFeed *self = fetch->feed;

  bambu_list_refresh_finish (BAMBU_LIST (object), result, &error);

  if (bambu_waiters_is_current (self->waiters, fetch->cancellable))
    bambu_feed_end_fetching (self, error);
}

static void
bambu_feed_fetch_more (BambuFeed    *self,
                       GCancellable *cancellable)
{
  Fetch *fetch = g_new0 (Fetch, 1);

  fetch->feed = g_object_ref (self);
  fetch->cancellable = g_object_ref (cancellable);
  fetch->generation = self->generation;

  if (self->cursor == NULL)
    {
      bambu_list_refresh_async (self->list, cancellable, bambu_feed_first_cb, fetch);
    }
  else
    {
      g_autoptr(BambuRequest) request = self->request (self->filter, self->cursor, BAMBU_FEED_PAGE);

      bambu_client_call_async (self->client, request,
                               self->make, NULL, NULL, (GDestroyNotify)bambu_page_free,
                               cancellable, bambu_feed_more_cb, fetch);
    }
}

/* What the cloud has said in the meantime is newer. */
static void
bambu_feed_kept_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(BambuFeed) self = user_data;
  g_autoptr(GDateTime) saved = NULL;
  g_autoptr(BambuPage) page = bambu_cache_make_finish (BAMBU_CACHE (object), result, &saved);

  if (page == NULL || bambu_list_get_updated (self->list) != NULL)
    return;

  bambu_list_merge (self->list, page->items);
  bambu_list_set_updated (self->list, saved);
  bambu_feed_set_total (self, page->total);
  bambu_feed_restart_cursor (self, page->last);
}

static void
bambu_feed_finalize (GObject *object)
{
  BambuFeed *self = (BambuFeed *)object;

  g_clear_pointer (&self->waiters, bambu_waiters_free);
  g_clear_object (&self->list);
  g_clear_object (&self->cache);
  g_clear_object (&self->client);
  g_clear_pointer (&self->cursors, g_hash_table_unref);
  g_clear_pointer (&self->cursor, g_free);
  g_clear_pointer (&self->cache_name, g_free);
  g_clear_pointer (&self->filter, g_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (bambu_feed_parent_class)->finalize (object);
}

static void
bambu_feed_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  BambuFeed *self = BAMBU_FEED (object);

  switch (prop_id)
    {
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;

    case PROP_LOADING:
      g_value_set_boolean (value, bambu_feed_get_loading (self));
      break;

    case PROP_EXHAUSTED:
      g_value_set_boolean (value, self->exhausted);
      break;

    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;

    case PROP_TOTAL:
      g_value_set_int64 (value, self->total);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bambu_feed_class_init (BambuFeedClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_feed_finalize;
  object_class->get_property = bambu_feed_get_property;

  properties[PROP_LIST] =
    g_param_spec_object ("list", NULL, NULL,
                         BAMBU_TYPE_LIST,
                         (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL,
                          FALSE,
                          (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  properties[PROP_EXHAUSTED] =
    g_param_spec_boolean ("exhausted", NULL, NULL,
                          FALSE,
                          (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  properties[PROP_ERROR] =
    g_param_spec_boxed ("error", NULL, NULL,
                        G_TYPE_ERROR,
                        (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  properties[PROP_TOTAL] =
    g_param_spec_int64 ("total", NULL, NULL,
                        -1, G_MAXINT64, -1,
                        (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bambu_feed_init (BambuFeed *self)
{
  self->cursors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->waiters = bambu_waiters_new (NULL, NULL);
  self->total = -1;
}

/* Makes an empty feed. @make makes a BambuPage of each answer. */
BambuFeed *
bambu_feed_new (BambuClient      *client,
                GType             item_type,
                const char       *filter,
                BambuFeedRequest  request,
                BambuMakeFunc     make)
{
  BambuFeed *self = g_object_new (BAMBU_TYPE_FEED, NULL);

  g_assert (BAMBU_IS_CLIENT (client));
  g_assert (request != NULL && make != NULL);

  self->client = g_object_ref (client);
  self->filter = g_strdup (filter);
  self->request = request;
  self->make = make;
  self->list = bambu_list_new (item_type);
  bambu_list_set_source (self->list, self, bambu_feed_refresh, bambu_feed_refresh_finish);

  return self;
}

/* Keeps the newest page under @name, and fills the feed with what was kept there. Once. */
void
bambu_feed_set_cache (BambuFeed  *self,
                      BambuCache *cache,
                      const char *name)
{
  g_assert (BAMBU_IS_FEED (self));
  g_assert (BAMBU_IS_CACHE (cache));
  g_assert (self->cache == NULL);

  self->cache = g_object_ref (cache);
  self->cache_name = g_strdup (name);
  bambu_cache_make_async (cache, name, self->make, (GDestroyNotify)bambu_page_free,
                          bambu_feed_kept_cb, g_object_ref (self));
}

/**
 * bambu_feed_get_list:
 * @self: a #BambuFeed
 *
 * Returns: (transfer none): what has been loaded, newest first; refreshing it asks for what is new. Keep the feed for as
 *   long as the list is used
 */
BambuList *
bambu_feed_get_list (BambuFeed *self)
{
  g_return_val_if_fail (BAMBU_IS_FEED (self), NULL);

  return self->list;
}

/**
 * bambu_feed_get_loading:
 * @self: a #BambuFeed
 *
 * Returns: whether an older page is on its way
 */
gboolean
bambu_feed_get_loading (BambuFeed *self)
{
  g_return_val_if_fail (BAMBU_IS_FEED (self), FALSE);

  return bambu_waiters_is_busy (self->waiters);
}

/**
 * bambu_feed_get_exhausted:
 * @self: a #BambuFeed
 *
 * Returns: whether the oldest has been loaded
 */
gboolean
bambu_feed_get_exhausted (BambuFeed *self)
{
  g_return_val_if_fail (BAMBU_IS_FEED (self), FALSE);

  return self->exhausted;
}

/**
 * bambu_feed_get_error:
 * @self: a #BambuFeed
 *
 * Returns: (transfer none) (nullable): why the last older page did not come, or %NULL after one that did
 */
const GError *
bambu_feed_get_error (BambuFeed *self)
{
  g_return_val_if_fail (BAMBU_IS_FEED (self), NULL);

  return self->error;
}

/**
 * bambu_feed_get_total:
 * @self: a #BambuFeed
 *
 * Returns: how many there are in the cloud, or -1 where it does not tell
 */
gint64
bambu_feed_get_total (BambuFeed *self)
{
  g_return_val_if_fail (BAMBU_IS_FEED (self), -1);

  return self->total;
}

/**
 * bambu_feed_load_more_async:
 * @self: a #BambuFeed
 * @cancellable: (nullable): ends this caller's wait
 * @callback: called when the list is longer, exhausted, or neither
 * @user_data: for @callback
 *
 * Appends the next older page, or the first where nothing has been loaded. Calls that overlap share one request.
 */
void
bambu_feed_load_more_async (BambuFeed           *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  GCancellable *request;

  g_return_if_fail (BAMBU_IS_FEED (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_feed_load_more_async);

  if (g_task_return_error_if_cancelled (task))
    return;

  if (self->exhausted)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  if ((request = bambu_waiters_join (self->waiters, g_steal_pointer (&task))))
    {
      self->empty_pages = 0;
      bambu_feed_fetch_more (self, request);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
    }
}

/**
 * bambu_feed_load_more_finish:
 * @self: a #BambuFeed
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_feed_load_more_async().
 *
 * Returns: whether the next page is there, or there is none
 */
gboolean
bambu_feed_load_more_finish (BambuFeed     *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_FEED (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
