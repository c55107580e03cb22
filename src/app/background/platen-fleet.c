/* platen-fleet.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-fleet.h"

#include "platen-printer-sorter.h"

/* In milliseconds: one answer of the cloud changes many printers, one after the other. */
#define PAUSE 200

struct _PlatenFleet
{
  GObject               parent_instance;

  PlatenSessionManager *manager;
  GtkSortListModel     *sorted;

  /* The list that is followed, and what is in it, to be let go of. */
  BambuList            *list;
  GPtrArray            *devices;
  guint                 source;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlatenFleet, platen_fleet, G_TYPE_OBJECT)

static gboolean
changed_cb (gpointer user_data)
{
  g_autoptr(PlatenFleet) self = g_object_ref (PLATEN_FLEET (user_data));

  self->source = 0;
  gtk_sorter_changed (gtk_sort_list_model_get_sorter (self->sorted), GTK_SORTER_CHANGE_DIFFERENT);
  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
queue_changed (PlatenFleet *self)
{
  if (self->source == 0)
    self->source = g_timeout_add (PAUSE, changed_cb, self);
}

static void
unfollow_device (PlatenFleet *self,
                 BambuDevice *device)
{
  g_signal_handlers_disconnect_by_func (device, queue_changed, self);
}

static void
unfollow_devices (PlatenFleet *self,
                  guint        position,
                  guint        removed)
{
  for (guint i = 0; i < removed; i++)
    unfollow_device (self, g_ptr_array_index (self->devices, position + i));

  if (removed > 0)
    g_ptr_array_remove_range (self->devices, position, removed);
}

static void
items_changed_cb (PlatenFleet *self,
                  guint        position,
                  guint        removed,
                  guint        added,
                  GListModel  *list)
{
  unfollow_devices (self, position, removed);

  for (guint i = 0; i < added; i++)
    {
      BambuDevice *device = g_list_model_get_item (list, position + i);

      g_signal_connect_swapped (device, "notify", G_CALLBACK (queue_changed), self);
      g_ptr_array_insert (self->devices, position + i, device);
    }

  queue_changed (self);
}

static void
set_list (PlatenFleet *self,
          BambuList   *list)
{
  if (self->list != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->list, items_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->list, queue_changed, self);
      unfollow_devices (self, 0, self->devices->len);
    }

  g_set_object (&self->list, list);
  gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (list));

  if (list != NULL)
    {
      g_signal_connect_swapped (list, "items-changed", G_CALLBACK (items_changed_cb), self);
      /* What is left of a print changes with the time as well. */
      g_signal_connect_swapped (list, "notify::updated", G_CALLBACK (queue_changed), self);
      items_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), G_LIST_MODEL (list));
    }
}

static void
session_changed_cb (PlatenFleet *self)
{
  BambuSession *session = platen_session_manager_get_session (self->manager);

  set_list (self, session != NULL ? bambu_session_get_devices (session) : NULL);
  queue_changed (self);
}

static void
platen_fleet_dispose (GObject *object)
{
  PlatenFleet *self = PLATEN_FLEET (object);

  if (self->list != NULL)
    set_list (self, NULL);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->manager);

  G_OBJECT_CLASS (platen_fleet_parent_class)->dispose (object);
}

static void
platen_fleet_finalize (GObject *object)
{
  PlatenFleet *self = PLATEN_FLEET (object);

  g_clear_object (&self->sorted);
  g_clear_pointer (&self->devices, g_ptr_array_unref);

  G_OBJECT_CLASS (platen_fleet_parent_class)->finalize (object);
}

static void
platen_fleet_class_init (PlatenFleetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_fleet_dispose;
  object_class->finalize = platen_fleet_finalize;

  signals[CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
platen_fleet_init (PlatenFleet *self)
{
  self->devices = g_ptr_array_new_with_free_func (g_object_unref);
  self->sorted = gtk_sort_list_model_new (NULL, platen_printer_sorter_new (PLATEN_PRINTER_ORDER_ATTENTION));
}

/**
 * platen_fleet_new:
 * @manager: who is signed in
 *
 * Returns: (transfer full): the printers of whoever is signed in
 */
PlatenFleet *
platen_fleet_new (PlatenSessionManager *manager)
{
  PlatenFleet *self;

  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (manager), NULL);

  self = g_object_new (PLATEN_TYPE_FLEET, NULL);
  self->manager = g_object_ref (manager);
  g_signal_connect_object (manager, "notify::session",
                           G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::state",
                           G_CALLBACK (queue_changed), self,
                           G_CONNECT_SWAPPED);
  session_changed_cb (self);

  return self;
}

/**
 * platen_fleet_get_manager:
 * @self: a fleet
 *
 * Returns: (transfer none): who is signed in
 */
PlatenSessionManager *
platen_fleet_get_manager (PlatenFleet *self)
{
  g_return_val_if_fail (PLATEN_IS_FLEET (self), NULL);

  return self->manager;
}

/**
 * platen_fleet_get_devices:
 * @self: a fleet
 *
 * Returns: (transfer none) (element-type BambuDevice): the printers, those that need attention first and then by the
 *   time left; none while nobody is signed in
 */
GListModel *
platen_fleet_get_devices (PlatenFleet *self)
{
  g_return_val_if_fail (PLATEN_IS_FLEET (self), NULL);

  return G_LIST_MODEL (self->sorted);
}

/**
 * platen_fleet_get_heard:
 * @self: a fleet
 *
 * Returns: whether the cloud has ever told which printers there are
 */
gboolean
platen_fleet_get_heard (PlatenFleet *self)
{
  g_return_val_if_fail (PLATEN_IS_FLEET (self), FALSE);

  return self->list != NULL && bambu_list_get_updated (self->list) != NULL;
}
