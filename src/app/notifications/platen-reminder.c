/* platen-reminder.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-reminder.h"

#include "platen-printer-text.h"

struct _PlatenReminder
{
  GObject      parent_instance;

  PlatenFleet *fleet;
  GSettings   *settings;
  guint        source;
};

enum
{
  DUE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlatenReminder, platen_reminder, G_TYPE_OBJECT)

static void update_cb (PlatenReminder *self);

static gboolean
timeout_cb (gpointer user_data)
{
  PlatenReminder *self = user_data;

  self->source = 0;
  update_cb (self);

  return G_SOURCE_REMOVE;
}

/* Prints that the cloud did not start have no id: they are known by when they began. */
static char *
build_print (BambuDevice *device)
{
  GDateTime *start = bambu_device_get_start_time (device);

  if (bambu_device_get_task_id (device) != NULL)
    return g_strdup (bambu_device_get_task_id (device));

  return g_strdup_printf ("%" G_GINT64_FORMAT, start != NULL ? g_date_time_to_unix (start) : 0);
}

/* In seconds; -1 for no print that is worth it. One that is over by then before it has begun needs no reminder. */
static int
get_wait (BambuDevice *device,
          int          ahead)
{
  const int left = platen_printer_get_time_left (device, NULL);

  if (bambu_device_get_state (device) != BAMBU_DEVICE_STATE_PRINTING || left <= 0)
    return -1;

  if (bambu_device_get_prediction (device) >= 0 && bambu_device_get_prediction (device) <= ahead)
    return -1;

  return MAX (0, left - ahead);
}

static void
update_cb (PlatenReminder *self)
{
  GListModel *devices = platen_fleet_get_devices (self->fleet);
  const int ahead = g_settings_get_int (self->settings, "reminder-minutes") * 60;
  int next = -1;

  g_clear_handle_id (&self->source, g_source_remove);

  if (!g_settings_get_boolean (self->settings, "reminder"))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (devices); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (devices, i);
      const int wait = get_wait (device, ahead);

      if (wait == 0)
        {
          g_autofree char *print = build_print (device);

          g_signal_emit (self, signals[DUE], 0, device, print);
        }
      else if (wait > 0 && (next < 0 || wait < next))
        {
          next = wait;
        }
    }

  if (next > 0)
    self->source = g_timeout_add_seconds (next, timeout_cb, self);
}

static void
platen_reminder_dispose (GObject *object)
{
  PlatenReminder *self = PLATEN_REMINDER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->fleet);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (platen_reminder_parent_class)->dispose (object);
}

static void
platen_reminder_class_init (PlatenReminderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_reminder_dispose;

  signals[DUE] =
    g_signal_new ("due",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, BAMBU_TYPE_DEVICE, G_TYPE_STRING);
}

static void
platen_reminder_init (PlatenReminder *self)
{
}

/**
 * platen_reminder_new:
 * @fleet: the printers
 * @settings: what the user has set: whether to be reminded, and how long before the end
 *
 * Returns: (transfer full): what tells when to remind
 */
PlatenReminder *
platen_reminder_new (PlatenFleet *fleet,
                     GSettings   *settings)
{
  PlatenReminder *self;

  g_return_val_if_fail (PLATEN_IS_FLEET (fleet), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (PLATEN_TYPE_REMINDER, NULL);
  self->fleet = g_object_ref (fleet);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (fleet, "changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::reminder", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::reminder-minutes", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);

  return self;
}
