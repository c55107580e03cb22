/* platen-feed-loader.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-feed-loader.h"

struct _PlatenFeedLoader
{
  GObject       parent_instance;

  BambuFeed    *feed;
  GCancellable *cancellable;
  gboolean      stopped;
  gboolean      failed;
};

enum {
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (PlatenFeedLoader, platen_feed_loader, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
platen_feed_loader_changed (PlatenFeedLoader *self)
{
  g_assert (PLATEN_IS_FEED_LOADER (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
platen_feed_loader_load_cb (GObject      *object,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  g_autoptr(PlatenFeedLoader) self = user_data;
  g_autoptr(GError) error = NULL;

  bambu_feed_load_more_finish (BAMBU_FEED (object), result, &error);

  /* Stopped, and perhaps at it anew. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  self->failed = error != NULL;
  platen_feed_loader_changed (self);
}

static void
platen_feed_loader_dispose (GObject *object)
{
  PlatenFeedLoader *self = (PlatenFeedLoader *)object;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->feed);

  G_OBJECT_CLASS (platen_feed_loader_parent_class)->dispose (object);
}

static void
platen_feed_loader_class_init (PlatenFeedLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_feed_loader_dispose;

  signals[CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
platen_feed_loader_init (PlatenFeedLoader *self)
{
}

/**
 * platen_feed_loader_new:
 * @feed: a feed
 *
 * Returns: (transfer full): what loads @feed; it has not begun
 */
PlatenFeedLoader *
platen_feed_loader_new (BambuFeed *feed)
{
  PlatenFeedLoader *self;

  g_return_val_if_fail (BAMBU_IS_FEED (feed), NULL);

  self = g_object_new (PLATEN_TYPE_FEED_LOADER, NULL);
  self->feed = g_object_ref (feed);
  g_signal_connect_object (bambu_feed_get_list (feed), "notify",
                           G_CALLBACK (platen_feed_loader_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (feed, "notify::exhausted",
                           G_CALLBACK (platen_feed_loader_changed),
                           self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * platen_feed_loader_get_feed:
 * @self: a #PlatenFeedLoader
 *
 * Returns: (transfer none): what it loads
 */
BambuFeed *
platen_feed_loader_get_feed (PlatenFeedLoader *self)
{
  g_return_val_if_fail (PLATEN_IS_FEED_LOADER (self), NULL);

  return self->feed;
}

/**
 * platen_feed_loader_get_state:
 * @self: a #PlatenFeedLoader
 *
 * Returns: how far it is
 */
PlatenFeedState
platen_feed_loader_get_state (PlatenFeedLoader *self)
{
  g_return_val_if_fail (PLATEN_IS_FEED_LOADER (self), PLATEN_FEED_STATE_IDLE);

  if (self->cancellable != NULL)
    return PLATEN_FEED_STATE_LOADING;

  if (bambu_feed_get_exhausted (self->feed))
    return PLATEN_FEED_STATE_ENDED;

  if (self->failed)
    return PLATEN_FEED_STATE_FAILED;

  return self->stopped ? PLATEN_FEED_STATE_STOPPED : PLATEN_FEED_STATE_IDLE;
}

/**
 * platen_feed_loader_load:
 * @self: a #PlatenFeedLoader
 *
 * Asks for the next page, unless one is on its way, or it was stopped, or the last one failed.
 */
void
platen_feed_loader_load (PlatenFeedLoader *self)
{
  g_return_if_fail (PLATEN_IS_FEED_LOADER (self));

  if (platen_feed_loader_get_state (self) != PLATEN_FEED_STATE_IDLE || self->stopped)
    return;

  self->cancellable = g_cancellable_new ();
  bambu_feed_load_more_async (self->feed, self->cancellable, platen_feed_loader_load_cb, g_object_ref (self));
  platen_feed_loader_changed (self);
}

/**
 * platen_feed_loader_stop:
 * @self: a #PlatenFeedLoader
 *
 * Waits no longer for what is on its way, and asks for nothing more.
 */
void
platen_feed_loader_stop (PlatenFeedLoader *self)
{
  g_return_if_fail (PLATEN_IS_FEED_LOADER (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->stopped = TRUE;
  platen_feed_loader_changed (self);
}

/**
 * platen_feed_loader_resume:
 * @self: a #PlatenFeedLoader
 *
 * Forgets that it was stopped, or that a page did not come.
 */
void
platen_feed_loader_resume (PlatenFeedLoader *self)
{
  g_return_if_fail (PLATEN_IS_FEED_LOADER (self));

  if (!self->stopped && !self->failed)
    return;

  self->stopped = FALSE;
  self->failed = FALSE;
  platen_feed_loader_changed (self);
}
