/* bambu-feed-renew.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-client-private.h"

#include <glib/gi18n-lib.h>
#include "bambu-error.h"
#include "bambu-feed-private.h"
#include "bambu-item.h"
#include "bambu-list-private.h"
#include "bambu-page.h"

/* What of a page is in the list. What is not may belong anywhere in it, as a refresh finds out. */
static GPtrArray *
bambu_feed_pick_present (BambuFeed *self,
                         BambuPage *page)
{
  GPtrArray *present = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < page->items->len; i++)
    {
      BambuItem *item = g_ptr_array_index (page->items, i);

      if (bambu_list_lookup (self->list, bambu_item_get_id (item)) != NULL)
        g_ptr_array_add (present, g_object_ref (item));
    }

  return present;
}

static void
bambu_feed_renewed_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(BambuPage) page = NULL;
  g_autoptr(GPtrArray) present = NULL;
  g_autoptr(GError) error = NULL;
  BambuFeed *self = g_task_get_source_object (task);
  GPtrArray *renewed;

  if (!(page = bambu_client_call_finish (BAMBU_CLIENT (object), result, &error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  present = bambu_feed_pick_present (self, page);
  bambu_list_append (self->list, present);
  renewed = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < present->len; i++)
    g_ptr_array_add (renewed,
                     g_object_ref (bambu_list_lookup (self->list, bambu_item_get_id (present->pdata[i]))));

  g_task_return_pointer (task, renewed, (GDestroyNotify)g_ptr_array_unref);
}

/* The item before the page of the list that @id is on, whichever of that page is asked for. */
static gboolean
bambu_feed_find_before (BambuFeed   *self,
                        const char  *id,
                        char       **before)
{
  GListModel *items = G_LIST_MODEL (self->list);
  g_autoptr(BambuItem) last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(BambuItem) item = g_list_model_get_item (items, i);

      if (i % BAMBU_FEED_PAGE == 0 && i > 0)
        {
          g_clear_object (&last);
          last = g_list_model_get_item (items, i - 1);
        }

      if (g_str_equal (bambu_item_get_id (item), id))
        {
          *before = last != NULL ? g_strdup (bambu_item_get_id (last)) : NULL;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * bambu_feed_renew_async:
 * @self: a #BambuFeed
 * @id: the id of an item of its list
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Asks anew for an item and for those around it, as many as a page holds: the addresses of pictures expire, and are
 * signed anew with each answer.
 */
void
bambu_feed_renew_async (BambuFeed           *self,
                        const char          *id,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(BambuRequest) request = NULL;
  g_autofree char *before = NULL;

  g_return_if_fail (BAMBU_IS_FEED (self));
  g_return_if_fail (id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_feed_renew_async);

  if (!bambu_feed_find_before (self, id, &before))
    {
      g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND, _("This is no longer in the list."));
      return;
    }

  request = self->request (self->filter, before, BAMBU_FEED_PAGE);
  bambu_client_call_async (self->client, request,
                           self->make, NULL, NULL, (GDestroyNotify)bambu_page_free,
                           cancellable, bambu_feed_renewed_cb, g_steal_pointer (&task));
}

/**
 * bambu_feed_renew_finish:
 * @self: a #BambuFeed
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_feed_renew_async().
 *
 * Returns: (transfer full) (element-type BambuItem) (nullable): the items of the list that are up to date now
 */
GPtrArray *
bambu_feed_renew_finish (BambuFeed     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_FEED (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
