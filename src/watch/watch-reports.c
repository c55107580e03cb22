/* watch-reports.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-reports.h"

struct _WatchReports
{
  GObject    parent_instance;

  BambuList *list;
  GPtrArray *devices;   /* of BambuDevice, as in @list */
  gboolean   live;
};

enum
{
  REPORTED,
  LIVE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Temperatures and layers change several times a second: what can be an event is told by these. */
static const char * const properties[] = {
  "notify::control",
  "notify::online",
  "notify::print-error",
  "notify::stage",
  "notify::state",
  "notify::status",
  "notify::task-id",
  "notify::task-name",
};

G_DEFINE_FINAL_TYPE (WatchReports, watch_reports, G_TYPE_OBJECT)

static void
watch_reports_check_live (WatchReports *self)
{
  gboolean live = self->devices->len > 0;

  for (guint i = 0; i < self->devices->len && live; i++)
    {
      BambuDevice *device = g_ptr_array_index (self->devices, i);

      live = bambu_device_get_live (device) || !bambu_device_get_online (device);
    }

  if (self->live == live)
    return;

  self->live = live;
  g_signal_emit (self, signals[LIVE_CHANGED], 0);
}

static void
changed_cb (BambuDevice  *device,
            GParamSpec   *pspec,
            WatchReports *self)
{
  if (bambu_device_get_live (device))
    g_signal_emit (self, signals[REPORTED], 0, device);
}

static void
live_cb (BambuDevice  *device,
         GParamSpec   *pspec,
         WatchReports *self)
{
  changed_cb (device, pspec, self);
  watch_reports_check_live (self);
}

static void
hms_changed_cb (GListModel   *hms,
                guint         position,
                guint         n_removed,
                guint         n_added,
                WatchReports *self)
{
  for (guint i = 0; i < self->devices->len; i++)
    {
      BambuDevice *device = g_ptr_array_index (self->devices, i);

      if (bambu_device_get_hms (device) == hms)
        {
          changed_cb (device, NULL, self);
          return;
        }
    }
}

static void
watch_reports_follow (WatchReports *self,
                      BambuDevice  *device)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_signal_connect_object (device, properties[i], G_CALLBACK (changed_cb), self, 0);

  g_signal_connect_object (device, "notify::live", G_CALLBACK (live_cb), self, 0);
  g_signal_connect_object (bambu_device_get_hms (device), "items-changed", G_CALLBACK (hms_changed_cb), self, 0);
}

static void
watch_reports_leave (WatchReports *self,
                     BambuDevice  *device)
{
  g_signal_handlers_disconnect_by_data (device, self);
  g_signal_handlers_disconnect_by_data (bambu_device_get_hms (device), self);
}

static void
devices_changed_cb (WatchReports *self,
                    guint         position,
                    guint         n_removed,
                    guint         n_added,
                    GListModel   *list)
{
  for (guint i = 0; i < n_removed; i++)
    {
      watch_reports_leave (self, g_ptr_array_index (self->devices, position));
      g_ptr_array_remove_index (self->devices, position);
    }

  for (guint i = 0; i < n_added; i++)
    {
      BambuDevice *device = g_list_model_get_item (list, position + i);

      g_ptr_array_insert (self->devices, position + i, device);
      watch_reports_follow (self, device);
    }

  watch_reports_check_live (self);
}

static void
watch_reports_finalize (GObject *object)
{
  WatchReports *self = (WatchReports *)object;

  g_clear_pointer (&self->devices, g_ptr_array_unref);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (watch_reports_parent_class)->finalize (object);
}

static void
watch_reports_class_init (WatchReportsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = watch_reports_finalize;

  signals[REPORTED] =
    g_signal_new ("reported",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, BAMBU_TYPE_DEVICE);

  signals[LIVE_CHANGED] =
    g_signal_new ("live-changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
watch_reports_init (WatchReports *self)
{
  self->devices = g_ptr_array_new_with_free_func (g_object_unref);
}

WatchReports *
watch_reports_new (BambuList *devices)
{
  WatchReports *self = g_object_new (WATCH_TYPE_REPORTS, NULL);

  g_assert (BAMBU_IS_LIST (devices));

  self->list = g_object_ref (devices);
  g_signal_connect_object (devices, "items-changed", G_CALLBACK (devices_changed_cb), self, G_CONNECT_SWAPPED);
  devices_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (devices)), G_LIST_MODEL (devices));

  return self;
}

gboolean
watch_reports_get_live (WatchReports *self)
{
  g_assert (WATCH_IS_REPORTS (self));

  return self->live;
}
