/* platen-temperature-log.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-device.h"

G_BEGIN_DECLS

/* How long back a log goes, and how far apart what it holds is, in seconds. */
#define PLATEN_TEMPERATURE_LOG_SPAN     3600
#define PLATEN_TEMPERATURE_LOG_INTERVAL 5

#define PLATEN_TEMPERATURE_LOG_MAX (PLATEN_TEMPERATURE_LOG_SPAN / PLATEN_TEMPERATURE_LOG_INTERVAL)

/**
 * PlatenTemperature:
 * @PLATEN_TEMPERATURE_NOZZLE: the right or only nozzle
 * @PLATEN_TEMPERATURE_SECOND_NOZZLE: the left nozzle
 * @PLATEN_TEMPERATURE_BED: the bed
 * @PLATEN_TEMPERATURE_CHAMBER: the chamber
 *
 * What has a temperature.
 */
typedef enum
{
  PLATEN_TEMPERATURE_NOZZLE,
  PLATEN_TEMPERATURE_SECOND_NOZZLE,
  PLATEN_TEMPERATURE_BED,
  PLATEN_TEMPERATURE_CHAMBER,
  PLATEN_N_TEMPERATURES,
} PlatenTemperature;

/* How warm it all was at a moment: °C, less than 0 where that was not known. */
typedef struct
{
  gint64 time;   /* microseconds of the monotonic clock */
  float  values[PLATEN_N_TEMPERATURES];
} PlatenTemperatureSample;

#define PLATEN_TYPE_TEMPERATURE_LOG (platen_temperature_log_get_type ())

/* The temperatures of a printer in the last hour, as far as they were reported while the program ran. Signal "changed". */
G_DECLARE_FINAL_TYPE (PlatenTemperatureLog, platen_temperature_log, PLATEN, TEMPERATURE_LOG, GObject)

PlatenTemperatureLog          *platen_temperature_log_get_for_device (BambuDevice          *device);
void                           platen_temperature_log_add            (PlatenTemperatureLog *self,
                                                                      gint64                time);
guint                          platen_temperature_log_get_length     (PlatenTemperatureLog *self);
const PlatenTemperatureSample *platen_temperature_log_get            (PlatenTemperatureLog *self,
                                                                      guint                 position);

G_END_DECLS
