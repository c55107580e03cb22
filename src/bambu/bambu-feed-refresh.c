/* bambu-feed-refresh.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-feed-private.h"

#include "bambu-endpoints-private.h"

/* The newest pages, as a refresh collects them. */
typedef struct
{
  GPtrArray *items;
  char      *cursor;
  gint64     total;
  guint      n_pages;
  gboolean   ended;
} Newest;

static void bambu_feed_fetch_newest (GTask *task);

static void
newest_free (Newest *newest)
{
  g_ptr_array_unref (newest->items);
  g_free (newest->cursor);
  g_free (newest);
}

/* The last place in the list that something new is about; -1 where there is none. */
static int
bambu_feed_find_overlap (BambuFeed *self,
                         GPtrArray *items)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *model = G_LIST_MODEL (self->list);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (ids, (gpointer)bambu_item_get_id (g_ptr_array_index (items, i)));

  for (guint i = g_list_model_get_n_items (model); i > 0; i--)
    {
      g_autoptr(BambuItem) item = g_list_model_get_item (model, i - 1);

      if (g_hash_table_contains (ids, bambu_item_get_id (item)))
        return i - 1;
    }

  return -1;
}

/* What the list should hold: the newest, and what was there below them. What the cloud no longer has between these is
 * gone.
 */
static GPtrArray *
bambu_feed_combine (BambuFeed *self,
                    Newest    *newest)
{
  GListModel *model = G_LIST_MODEL (self->list);
  const guint n_items = g_list_model_get_n_items (model);
  const int overlap = bambu_feed_find_overlap (self, newest->items);
  GPtrArray *wanted = g_ptr_array_ref (newest->items);

  bambu_feed_set_total (self, newest->total);

  if (overlap < 0 || overlap + 1 == (int)n_items)
    {
      bambu_feed_restart_cursor (self, newest->ended ? NULL : newest->cursor);
    }
  else
    {
      for (guint i = overlap + 1; i < n_items; i++)
        g_ptr_array_add (wanted, g_list_model_get_item (model, i));
    }

  bambu_feed_check_total (self, wanted->len);

  return wanted;
}

static void
newest_take_page (Newest    *newest,
                  BambuPage *page)
{
  for (guint i = 0; i < page->items->len; i++)
    g_ptr_array_add (newest->items, g_object_ref (g_ptr_array_index (page->items, i)));

  newest->total = page->total;
  newest->ended = page->last == NULL || g_strcmp0 (page->last, newest->cursor) == 0;
  newest->n_pages++;

  g_free (newest->cursor);
  newest->cursor = g_strdup (page->last);
}

static void
bambu_feed_newest_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(BambuPage) page = NULL;
  g_autoptr(GError) error = NULL;
  BambuFeed *self = g_task_get_source_object (task);
  Newest *newest = g_task_get_task_data (task);

  if (!(page = bambu_client_call_finish (BAMBU_CLIENT (object), result, &error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  newest_take_page (newest, page);

  if (newest->ended ||
      newest->n_pages == BAMBU_FEED_MAX_PAGES ||
      bambu_feed_get_n_items (self) == 0 ||
      bambu_feed_find_overlap (self, newest->items) >= 0)
    g_task_return_boolean (task, TRUE);
  else
    bambu_feed_fetch_newest (task);
}

static void
bambu_feed_fetch_newest (GTask *task)
{
  BambuFeed *self = g_task_get_source_object (task);
  Newest *newest = g_task_get_task_data (task);
  g_autoptr(BambuRequest) request = self->request (self->filter, newest->cursor, BAMBU_FEED_PAGE);

  /* The first page is the one that is kept. */
  bambu_endpoints_call_and_keep (self->client, request, self->make, (GDestroyNotify)bambu_page_free,
                                 newest->n_pages == 0 ? self->cache : NULL, self->cache_name,
                                 g_task_get_cancellable (task), bambu_feed_newest_cb, g_object_ref (task));
}

void
bambu_feed_refresh (gpointer             owner,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (owner, cancellable, callback, user_data);
  Newest *newest = g_new0 (Newest, 1);

  newest->items = g_ptr_array_new_with_free_func (g_object_unref);
  newest->total = -1;
  g_task_set_source_tag (task, bambu_feed_refresh);
  g_task_set_task_data (task, newest, (GDestroyNotify)newest_free);
  bambu_feed_fetch_newest (task);
}

GPtrArray *
bambu_feed_refresh_finish (gpointer       owner,
                           GAsyncResult  *result,
                           GError       **error)
{
  BambuFeed *self = owner;

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  return bambu_feed_combine (self, g_task_get_task_data (G_TASK (result)));
}
