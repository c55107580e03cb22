/* platen-temperature-log.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-temperature-log.h"

#include "bambu-nozzle.h"

struct _PlatenTemperatureLog
{
  GObject                  parent_instance;

  BambuDevice             *device;   /* which it belongs to */
  guint                    timeout;
  guint                    first;
  guint                    length;
  PlatenTemperatureSample *samples;  /* a ring; NULL until the printer reports: most of a farm's are off */
};

enum {
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (PlatenTemperatureLog, platen_temperature_log, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/* Under which a printer has its log. */
static GQuark
get_key (void)
{
  return g_quark_from_static_string ("platen-temperature-log");
}

static void
read_nozzles (BambuDevice             *device,
              PlatenTemperatureSample *sample)
{
  GListModel *nozzles = bambu_device_get_nozzles (device);

  for (guint i = 0; i < MIN (g_list_model_get_n_items (nozzles), 2); i++)
    {
      g_autoptr(BambuNozzle) nozzle = g_list_model_get_item (nozzles, i);

      sample->values[PLATEN_TEMPERATURE_NOZZLE + i] = bambu_nozzle_get_temperature (nozzle);
    }
}

static gboolean
sample_cb (gpointer user_data)
{
  PlatenTemperatureLog *self = user_data;

  platen_temperature_log_add (self, g_get_monotonic_time ());

  return G_SOURCE_CONTINUE;
}

static void
platen_temperature_log_finalize (GObject *object)
{
  PlatenTemperatureLog *self = (PlatenTemperatureLog *)object;

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_free (self->samples);

  G_OBJECT_CLASS (platen_temperature_log_parent_class)->finalize (object);
}

static void
platen_temperature_log_class_init (PlatenTemperatureLogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = platen_temperature_log_finalize;

  /**
   * PlatenTemperatureLog::changed:
   * @self: a log
   *
   * There is a newer sample.
   */
  signals[CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 0);
}

static void
platen_temperature_log_init (PlatenTemperatureLog *self)
{
}

/**
 * platen_temperature_log_get_for_device:
 * @device: a printer
 *
 * Begins to keep the temperatures of @device, where nobody did so far; it goes on as long as @device is there.
 *
 * Returns: (transfer none): its log
 */
PlatenTemperatureLog *
platen_temperature_log_get_for_device (BambuDevice *device)
{
  PlatenTemperatureLog *self;

  g_return_val_if_fail (BAMBU_IS_DEVICE (device), NULL);

  if ((self = g_object_get_qdata (G_OBJECT (device), get_key ())))
    return self;

  self = g_object_new (PLATEN_TYPE_TEMPERATURE_LOG, NULL);
  self->device = device;
  self->timeout = g_timeout_add_seconds (PLATEN_TEMPERATURE_LOG_INTERVAL, sample_cb, self);
  g_object_set_qdata_full (G_OBJECT (device), get_key (), self, g_object_unref);
  g_signal_connect_swapped (device, "notify::live", G_CALLBACK (sample_cb), self);
  sample_cb (self);

  return self;
}

/**
 * platen_temperature_log_add:
 * @self: a log
 * @time: the present, in microseconds of the monotonic clock
 *
 * Adds the temperatures that the printer reports now, if it does. What is older than the log goes back is forgotten.
 */
void
platen_temperature_log_add (PlatenTemperatureLog *self,
                            gint64                time)
{
  PlatenTemperatureSample *sample;

  g_return_if_fail (PLATEN_IS_TEMPERATURE_LOG (self));

  if (!bambu_device_get_live (self->device))
    return;

  if (self->samples == NULL)
    self->samples = g_new0 (PlatenTemperatureSample, PLATEN_TEMPERATURE_LOG_MAX);

  if (self->length == PLATEN_TEMPERATURE_LOG_MAX)
    self->first = (self->first + 1) % PLATEN_TEMPERATURE_LOG_MAX;
  else
    self->length++;

  sample = &self->samples[(self->first + self->length - 1) % PLATEN_TEMPERATURE_LOG_MAX];
  *sample = (PlatenTemperatureSample) { .time = time, .values = { -1, -1, -1, -1 } };
  read_nozzles (self->device, sample);
  sample->values[PLATEN_TEMPERATURE_BED] = bambu_device_get_bed_temperature (self->device);
  sample->values[PLATEN_TEMPERATURE_CHAMBER] = bambu_device_get_chamber_temperature (self->device);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * platen_temperature_log_get_length:
 * @self: a log
 *
 * Returns: how many samples there are
 */
guint
platen_temperature_log_get_length (PlatenTemperatureLog *self)
{
  g_return_val_if_fail (PLATEN_IS_TEMPERATURE_LOG (self), 0);

  return self->length;
}

/**
 * platen_temperature_log_get:
 * @self: a log
 * @position: which sample, the oldest first
 *
 * Returns: (transfer none): the sample, until the next is added
 */
const PlatenTemperatureSample *
platen_temperature_log_get (PlatenTemperatureLog *self,
                            guint                 position)
{
  g_return_val_if_fail (PLATEN_IS_TEMPERATURE_LOG (self), NULL);
  g_return_val_if_fail (position < self->length, NULL);

  return &self->samples[(self->first + position) % PLATEN_TEMPERATURE_LOG_MAX];
}
