/* platen-history-loader.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-history-loader.h"

#include "bambu-task.h"

struct _PlatenHistoryLoader
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

G_DEFINE_FINAL_TYPE (PlatenHistoryLoader, platen_history_loader, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
platen_history_loader_changed (PlatenHistoryLoader *self)
{
  g_assert (PLATEN_IS_HISTORY_LOADER (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
platen_history_loader_load_cb (GObject      *object,
                               GAsyncResult *result,
                               gpointer      user_data)
{
  g_autoptr(PlatenHistoryLoader) self = user_data;
  g_autoptr(GError) error = NULL;

  bambu_feed_load_more_finish (BAMBU_FEED (object), result, &error);

  /* Stopped, and perhaps at it anew. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  self->failed = error != NULL;
  platen_history_loader_changed (self);
}

static void
platen_history_loader_dispose (GObject *object)
{
  PlatenHistoryLoader *self = (PlatenHistoryLoader *)object;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->feed);

  G_OBJECT_CLASS (platen_history_loader_parent_class)->dispose (object);
}

static void
platen_history_loader_class_init (PlatenHistoryLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_history_loader_dispose;

  signals[CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
platen_history_loader_init (PlatenHistoryLoader *self)
{
}

/**
 * platen_history_loader_new:
 * @feed: of #BambuTask
 *
 * Returns: (transfer full): what loads @feed; it has not begun
 */
PlatenHistoryLoader *
platen_history_loader_new (BambuFeed *feed)
{
  PlatenHistoryLoader *self;

  g_return_val_if_fail (BAMBU_IS_FEED (feed), NULL);

  self = g_object_new (PLATEN_TYPE_HISTORY_LOADER, NULL);
  self->feed = g_object_ref (feed);
  g_signal_connect_object (bambu_feed_get_list (feed), "notify",
                           G_CALLBACK (platen_history_loader_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (feed, "notify::exhausted",
                           G_CALLBACK (platen_history_loader_changed),
                           self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * platen_history_loader_get_feed:
 * @self: a #PlatenHistoryLoader
 *
 * Returns: (transfer none): what it loads
 */
BambuFeed *
platen_history_loader_get_feed (PlatenHistoryLoader *self)
{
  g_return_val_if_fail (PLATEN_IS_HISTORY_LOADER (self), NULL);

  return self->feed;
}

/**
 * platen_history_loader_get_state:
 * @self: a #PlatenHistoryLoader
 *
 * Returns: how far it is
 */
PlatenHistoryState
platen_history_loader_get_state (PlatenHistoryLoader *self)
{
  g_return_val_if_fail (PLATEN_IS_HISTORY_LOADER (self), PLATEN_HISTORY_STATE_IDLE);

  if (self->cancellable != NULL)
    return PLATEN_HISTORY_STATE_LOADING;

  if (bambu_feed_get_exhausted (self->feed))
    return PLATEN_HISTORY_STATE_ENDED;

  if (self->failed)
    return PLATEN_HISTORY_STATE_FAILED;

  return self->stopped ? PLATEN_HISTORY_STATE_STOPPED : PLATEN_HISTORY_STATE_IDLE;
}

/**
 * platen_history_loader_dup_reached:
 * @self: a #PlatenHistoryLoader
 *
 * Returns: (transfer full) (nullable): when the oldest print that has been loaded began
 */
GDateTime *
platen_history_loader_dup_reached (PlatenHistoryLoader *self)
{
  GListModel *tasks;

  g_return_val_if_fail (PLATEN_IS_HISTORY_LOADER (self), NULL);

  tasks = G_LIST_MODEL (bambu_feed_get_list (self->feed));

  for (guint i = g_list_model_get_n_items (tasks); i > 0; i--)
    {
      g_autoptr(BambuTask) task = g_list_model_get_item (tasks, i - 1);
      GDateTime *start = bambu_task_get_start_time (task);

      if (start != NULL)
        return g_date_time_ref (start);
    }

  return NULL;
}

/**
 * platen_history_loader_load:
 * @self: a #PlatenHistoryLoader
 *
 * Asks for the next page, unless one is on its way, or it was stopped, or the last one failed.
 */
void
platen_history_loader_load (PlatenHistoryLoader *self)
{
  g_return_if_fail (PLATEN_IS_HISTORY_LOADER (self));

  if (platen_history_loader_get_state (self) != PLATEN_HISTORY_STATE_IDLE || self->stopped)
    return;

  self->cancellable = g_cancellable_new ();
  bambu_feed_load_more_async (self->feed, self->cancellable, platen_history_loader_load_cb, g_object_ref (self));
  platen_history_loader_changed (self);
}

/**
 * platen_history_loader_stop:
 * @self: a #PlatenHistoryLoader
 *
 * Waits no longer for what is on its way, and asks for nothing more.
 */
void
platen_history_loader_stop (PlatenHistoryLoader *self)
{
  g_return_if_fail (PLATEN_IS_HISTORY_LOADER (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->stopped = TRUE;
  platen_history_loader_changed (self);
}

/**
 * platen_history_loader_resume:
 * @self: a #PlatenHistoryLoader
 *
 * Forgets that it was stopped, or that a page did not come.
 */
void
platen_history_loader_resume (PlatenHistoryLoader *self)
{
  g_return_if_fail (PLATEN_IS_HISTORY_LOADER (self));

  if (!self->stopped && !self->failed)
    return;

  self->stopped = FALSE;
  self->failed = FALSE;
  platen_history_loader_changed (self);
}
