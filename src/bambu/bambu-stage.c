/* bambu-stage.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-stage.h"

G_DEFINE_ENUM_TYPE (BambuStage, bambu_stage,
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_IDLE, "idle"),
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_PRINTING, "printing"),
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_LEVELLING_BED, "levelling-bed"),
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_HEATING_BED, "heating-bed"),
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_CHANGING_FILAMENT, "changing-filament"),
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_PAUSED_BY_M400, "paused-by-m400"),
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_FILAMENT_RAN_OUT, "filament-ran-out"),
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_HEATING_NOZZLE, "heating-nozzle"),
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_CALIBRATING_EXTRUSION, "calibrating-extrusion"),
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_INSPECTING_FIRST_LAYER, "inspecting-first-layer"),
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_HOMING, "homing"),
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_CLEANING_NOZZLE, "cleaning-nozzle"),
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_PAUSED_BY_USER, "paused-by-user"),
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_FRONT_COVER_FELL, "front-cover-fell"),
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_TEMPERATURE_FAULT, "temperature-fault"),
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_UNLOADING_FILAMENT, "unloading-filament"),
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_LOADING_FILAMENT, "loading-filament"),
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_AMS_LOST, "ams-lost"),
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_PAUSED_BY_GCODE, "paused-by-gcode"),
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_FIRST_LAYER_FAULT, "first-layer-fault"),
                    G_DEFINE_ENUM_VALUE (BAMBU_STAGE_NOZZLE_CLOGGED, "nozzle-clogged"))

static const struct {
  int        number;
  BambuStage stage;
} stages[] = {
  { -1, BAMBU_STAGE_IDLE },
  { 0, BAMBU_STAGE_PRINTING },
  { 1, BAMBU_STAGE_LEVELLING_BED },
  { 2, BAMBU_STAGE_HEATING_BED },
  { 4, BAMBU_STAGE_CHANGING_FILAMENT },
  { 5, BAMBU_STAGE_PAUSED_BY_M400 },
  { 6, BAMBU_STAGE_FILAMENT_RAN_OUT },
  { 7, BAMBU_STAGE_HEATING_NOZZLE },
  { 8, BAMBU_STAGE_CALIBRATING_EXTRUSION },
  { 10, BAMBU_STAGE_INSPECTING_FIRST_LAYER },
  { 13, BAMBU_STAGE_HOMING },
  { 14, BAMBU_STAGE_CLEANING_NOZZLE },
  { 16, BAMBU_STAGE_PAUSED_BY_USER },
  { 17, BAMBU_STAGE_FRONT_COVER_FELL },
  { 20, BAMBU_STAGE_TEMPERATURE_FAULT },
  { 21, BAMBU_STAGE_TEMPERATURE_FAULT },
  { 22, BAMBU_STAGE_UNLOADING_FILAMENT },
  { 24, BAMBU_STAGE_LOADING_FILAMENT },
  { 26, BAMBU_STAGE_AMS_LOST },
  { 30, BAMBU_STAGE_PAUSED_BY_GCODE },
  { 34, BAMBU_STAGE_FIRST_LAYER_FAULT },
  { 35, BAMBU_STAGE_NOZZLE_CLOGGED },
  { 255, BAMBU_STAGE_IDLE },
};

/**
 * bambu_stage_from_number:
 * @number: a report's `stg_cur`
 *
 * Returns: the stage that it stands for
 */
BambuStage
bambu_stage_from_number (int number)
{
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      if (stages[i].number == number)
        return stages[i].stage;
    }

  return BAMBU_STAGE_UNKNOWN;
}

/**
 * bambu_stage_is_fault:
 * @stage: a stage
 *
 * Returns: whether a printer that is at @stage cannot go on before somebody has come to it
 */
gboolean
bambu_stage_is_fault (BambuStage stage)
{
  switch (stage)
    {
    case BAMBU_STAGE_FILAMENT_RAN_OUT:
    case BAMBU_STAGE_FRONT_COVER_FELL:
    case BAMBU_STAGE_TEMPERATURE_FAULT:
    case BAMBU_STAGE_AMS_LOST:
    case BAMBU_STAGE_FIRST_LAYER_FAULT:
    case BAMBU_STAGE_NOZZLE_CLOGGED:
      return TRUE;

    case BAMBU_STAGE_UNKNOWN:
    case BAMBU_STAGE_IDLE:
    case BAMBU_STAGE_PRINTING:
    case BAMBU_STAGE_LEVELLING_BED:
    case BAMBU_STAGE_HEATING_BED:
    case BAMBU_STAGE_CHANGING_FILAMENT:
    case BAMBU_STAGE_PAUSED_BY_M400:
    case BAMBU_STAGE_HEATING_NOZZLE:
    case BAMBU_STAGE_CALIBRATING_EXTRUSION:
    case BAMBU_STAGE_INSPECTING_FIRST_LAYER:
    case BAMBU_STAGE_HOMING:
    case BAMBU_STAGE_CLEANING_NOZZLE:
    case BAMBU_STAGE_PAUSED_BY_USER:
    case BAMBU_STAGE_UNLOADING_FILAMENT:
    case BAMBU_STAGE_LOADING_FILAMENT:
    case BAMBU_STAGE_PAUSED_BY_GCODE:
    default:
      return FALSE;
    }
}
