/* bambu-stage.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BambuStage:
 * @BAMBU_STAGE_UNKNOWN: not told, or none that is known here
 * @BAMBU_STAGE_IDLE: nothing to do
 * @BAMBU_STAGE_PRINTING: prints
 * @BAMBU_STAGE_LEVELLING_BED: levels the bed
 * @BAMBU_STAGE_HEATING_BED: heats the bed
 * @BAMBU_STAGE_CHANGING_FILAMENT: changes the filament
 * @BAMBU_STAGE_PAUSED_BY_M400: paused by the G-code M400
 * @BAMBU_STAGE_FILAMENT_RAN_OUT: paused as the filament ran out
 * @BAMBU_STAGE_HEATING_NOZZLE: heats the nozzle
 * @BAMBU_STAGE_CALIBRATING_EXTRUSION: calibrates the extrusion
 * @BAMBU_STAGE_INSPECTING_FIRST_LAYER: inspects the first layer
 * @BAMBU_STAGE_HOMING: finds where its head is
 * @BAMBU_STAGE_CLEANING_NOZZLE: cleans the nozzle
 * @BAMBU_STAGE_PAUSED_BY_USER: paused by somebody
 * @BAMBU_STAGE_FRONT_COVER_FELL: paused as the front cover fell off
 * @BAMBU_STAGE_TEMPERATURE_FAULT: paused as a temperature is not what it should be
 * @BAMBU_STAGE_UNLOADING_FILAMENT: unloads filament
 * @BAMBU_STAGE_LOADING_FILAMENT: loads filament
 * @BAMBU_STAGE_AMS_LOST: paused as the AMS is gone
 * @BAMBU_STAGE_PAUSED_BY_GCODE: paused by the print's G-code
 * @BAMBU_STAGE_FIRST_LAYER_FAULT: paused as the first layer is faulty
 * @BAMBU_STAGE_NOZZLE_CLOGGED: paused as the nozzle is clogged
 *
 * What a printer is at in a print.
 */
typedef enum
{
  BAMBU_STAGE_UNKNOWN,
  BAMBU_STAGE_IDLE,
  BAMBU_STAGE_PRINTING,
  BAMBU_STAGE_LEVELLING_BED,
  BAMBU_STAGE_HEATING_BED,
  BAMBU_STAGE_CHANGING_FILAMENT,
  BAMBU_STAGE_PAUSED_BY_M400,
  BAMBU_STAGE_FILAMENT_RAN_OUT,
  BAMBU_STAGE_HEATING_NOZZLE,
  BAMBU_STAGE_CALIBRATING_EXTRUSION,
  BAMBU_STAGE_INSPECTING_FIRST_LAYER,
  BAMBU_STAGE_HOMING,
  BAMBU_STAGE_CLEANING_NOZZLE,
  BAMBU_STAGE_PAUSED_BY_USER,
  BAMBU_STAGE_FRONT_COVER_FELL,
  BAMBU_STAGE_TEMPERATURE_FAULT,
  BAMBU_STAGE_UNLOADING_FILAMENT,
  BAMBU_STAGE_LOADING_FILAMENT,
  BAMBU_STAGE_AMS_LOST,
  BAMBU_STAGE_PAUSED_BY_GCODE,
  BAMBU_STAGE_FIRST_LAYER_FAULT,
  BAMBU_STAGE_NOZZLE_CLOGGED,
} BambuStage;

#define BAMBU_TYPE_STAGE (bambu_stage_get_type ())

GType      bambu_stage_get_type    (void);
BambuStage bambu_stage_from_number (int         number);
gboolean   bambu_stage_is_fault    (BambuStage  stage);

G_END_DECLS
