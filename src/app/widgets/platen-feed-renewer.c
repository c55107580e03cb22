/* platen-feed-renewer.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-feed-renewer.h"

#include "bambu-item.h"

/* A picture that is refused with a fresh address as well is not worth another request for a while. */
#define AGAIN_USEC (5 * 60 * G_USEC_PER_SEC)

struct _PlatenFeedRenewer
{
  GObject       parent_instance;

  BambuFeed    *feed;
  GCancellable *cancellable;
  GQueue        waiting;       /* of ids */
  GHashTable   *renewed;       /* of times, by id */
};

G_DEFINE_FINAL_TYPE (PlatenFeedRenewer, platen_feed_renewer, G_TYPE_OBJECT)

static void platen_feed_renewer_next (PlatenFeedRenewer *self);

static gboolean
platen_feed_renewer_is_fresh (PlatenFeedRenewer *self,
                              const char        *id)
{
  const gint64 *time = g_hash_table_lookup (self->renewed, id);

  return time != NULL && g_get_monotonic_time () - *time < AGAIN_USEC;
}

static void
platen_feed_renewer_note (PlatenFeedRenewer *self,
                          const char        *id)
{
  gint64 *time = g_new (gint64, 1);

  *time = g_get_monotonic_time ();
  g_hash_table_insert (self->renewed, g_strdup (id), time);
}

static void
platen_feed_renewer_renewed_cb (GObject      *object,
                                GAsyncResult *result,
                                gpointer      user_data)
{
  g_autoptr(PlatenFeedRenewer) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = bambu_feed_renew_finish (BAMBU_FEED (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);

  for (guint i = 0; items != NULL && i < items->len; i++)
    platen_feed_renewer_note (self, bambu_item_get_id (g_ptr_array_index (items, i)));

  platen_feed_renewer_next (self);
}

static void
platen_feed_renewer_next (PlatenFeedRenewer *self)
{
  while (self->cancellable == NULL && !g_queue_is_empty (&self->waiting))
    {
      g_autofree char *id = g_queue_pop_head (&self->waiting);

      if (platen_feed_renewer_is_fresh (self, id))
        continue;

      platen_feed_renewer_note (self, id);
      self->cancellable = g_cancellable_new ();
      bambu_feed_renew_async (self->feed, id, self->cancellable, platen_feed_renewer_renewed_cb, g_object_ref (self));
    }
}

static void
platen_feed_renewer_finalize (GObject *object)
{
  PlatenFeedRenewer *self = (PlatenFeedRenewer *)object;

  g_clear_object (&self->cancellable);
  g_clear_object (&self->feed);
  g_queue_clear_full (&self->waiting, g_free);
  g_clear_pointer (&self->renewed, g_hash_table_unref);

  G_OBJECT_CLASS (platen_feed_renewer_parent_class)->finalize (object);
}

static void
platen_feed_renewer_class_init (PlatenFeedRenewerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = platen_feed_renewer_finalize;
}

static void
platen_feed_renewer_init (PlatenFeedRenewer *self)
{
  g_queue_init (&self->waiting);
  self->renewed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * platen_feed_renewer_new:
 * @feed: a feed
 *
 * Returns: (transfer full): what renews the items of @feed
 */
PlatenFeedRenewer *
platen_feed_renewer_new (BambuFeed *feed)
{
  PlatenFeedRenewer *self;

  g_return_val_if_fail (BAMBU_IS_FEED (feed), NULL);

  self = g_object_new (PLATEN_TYPE_FEED_RENEWER, NULL);
  self->feed = g_object_ref (feed);

  return self;
}

/**
 * platen_feed_renewer_renew:
 * @self: a #PlatenFeedRenewer
 * @id: the id of an item whose picture was refused
 *
 * Asks for the item anew, unless that was done of late.
 */
void
platen_feed_renewer_renew (PlatenFeedRenewer *self,
                           const char        *id)
{
  g_return_if_fail (PLATEN_IS_FEED_RENEWER (self));
  g_return_if_fail (id != NULL);

  if (platen_feed_renewer_is_fresh (self, id))
    return;

  g_queue_push_tail (&self->waiting, g_strdup (id));
  platen_feed_renewer_next (self);
}

/**
 * platen_feed_renewer_stop:
 * @self: a #PlatenFeedRenewer
 *
 * Ends what is under way.
 */
void
platen_feed_renewer_stop (PlatenFeedRenewer *self)
{
  g_return_if_fail (PLATEN_IS_FEED_RENEWER (self));

  g_queue_clear_full (&self->waiting, g_free);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}
