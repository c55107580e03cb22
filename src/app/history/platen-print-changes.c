/* platen-print-changes.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-print-changes.h"

#include "bambu-device.h"

struct _PlatenPrintChanges
{
  GObject    parent_instance;

  BambuList *devices;
  char      *prints;    /* which printer prints what */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlatenPrintChanges, platen_print_changes, G_TYPE_OBJECT)

static char *
dup_prints (PlatenPrintChanges *self)
{
  GString *prints = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->devices)); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (G_LIST_MODEL (self->devices), i);
      const char *task_id = bambu_device_get_task_id (device);

      g_string_append_printf (prints, "%s %d %s\n",
                              bambu_device_get_id (device),
                              bambu_device_get_state (device),
                              task_id != NULL ? task_id : "");
    }

  return g_string_free (prints, FALSE);
}

static void
updated_cb (PlatenPrintChanges *self)
{
  g_autofree char *prints = dup_prints (self);

  if (g_str_equal (prints, self->prints))
    return;

  g_free (self->prints);
  self->prints = g_steal_pointer (&prints);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
platen_print_changes_dispose (GObject *object)
{
  PlatenPrintChanges *self = (PlatenPrintChanges *)object;

  if (self->devices != NULL)
    g_signal_handlers_disconnect_by_data (self->devices, self);

  g_clear_object (&self->devices);
  g_clear_pointer (&self->prints, g_free);

  G_OBJECT_CLASS (platen_print_changes_parent_class)->dispose (object);
}

static void
platen_print_changes_class_init (PlatenPrintChangesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_print_changes_dispose;

  signals[CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
platen_print_changes_init (PlatenPrintChanges *self)
{
}

/**
 * platen_print_changes_new:
 * @devices: of #BambuDevice
 *
 * Returns: (transfer full): what watches @devices from now on
 */
PlatenPrintChanges *
platen_print_changes_new (BambuList *devices)
{
  PlatenPrintChanges *self;

  g_return_val_if_fail (BAMBU_IS_LIST (devices), NULL);

  self = g_object_new (PLATEN_TYPE_PRINT_CHANGES, NULL);
  self->devices = g_object_ref (devices);
  self->prints = dup_prints (self);
  g_signal_connect_swapped (devices, "notify::updated", G_CALLBACK (updated_cb), self);

  return self;
}
