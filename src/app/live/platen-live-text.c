/* platen-live-text.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-live-text.h"

#include <glib/gi18n.h>
#include <math.h>

#include "bambu-nozzle.h"

static const struct {
  BambuStage  stage;
  const char *name;
} stages[] = {
  { BAMBU_STAGE_PRINTING, N_("Printing") },
  { BAMBU_STAGE_LEVELLING_BED, N_("Leveling the bed") },
  { BAMBU_STAGE_HEATING_BED, N_("Heating the bed") },
  { BAMBU_STAGE_CHANGING_FILAMENT, N_("Changing the filament") },
  { BAMBU_STAGE_PAUSED_BY_M400, N_("Paused by the G-code") },
  { BAMBU_STAGE_FILAMENT_RAN_OUT, N_("The filament ran out") },
  { BAMBU_STAGE_HEATING_NOZZLE, N_("Heating the nozzle") },
  { BAMBU_STAGE_CALIBRATING_EXTRUSION, N_("Calibrating the extrusion") },
  { BAMBU_STAGE_INSPECTING_FIRST_LAYER, N_("Inspecting the first layer") },
  { BAMBU_STAGE_HOMING, N_("Homing") },
  { BAMBU_STAGE_CLEANING_NOZZLE, N_("Cleaning the nozzle") },
  { BAMBU_STAGE_PAUSED_BY_USER, N_("Paused by you") },
  { BAMBU_STAGE_FRONT_COVER_FELL, N_("The front cover fell off") },
  { BAMBU_STAGE_TEMPERATURE_FAULT, N_("A temperature is not right") },
  { BAMBU_STAGE_UNLOADING_FILAMENT, N_("Unloading filament") },
  { BAMBU_STAGE_LOADING_FILAMENT, N_("Loading filament") },
  { BAMBU_STAGE_AMS_LOST, N_("The AMS is not connected") },
  { BAMBU_STAGE_PAUSED_BY_GCODE, N_("Paused by the G-code") },
  { BAMBU_STAGE_FIRST_LAYER_FAULT, N_("The first layer is faulty") },
  { BAMBU_STAGE_NOZZLE_CLOGGED, N_("The nozzle is clogged") },
};

/**
 * platen_live_stage_name:
 * @stage: what a printer is at
 *
 * Returns: (transfer none) (nullable): that in words; %NULL where there is nothing to say
 */
const char *
platen_live_stage_name (BambuStage stage)
{
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      if (stages[i].stage == stage)
        return _(stages[i].name);
    }

  return NULL;
}

/**
 * platen_live_speed_name:
 * @level: a speed level, from 1
 *
 * Returns: (transfer none) (nullable): what it is called; %NULL where there is no such level
 */
const char *
platen_live_speed_name (int level)
{
  static const char * const names[] = { N_("Silent"), N_("Standard"), N_("Sport"), N_("Ludicrous") };

  return level >= 1 && level <= (int) G_N_ELEMENTS (names) ? _(names[level - 1]) : NULL;
}

/**
 * platen_live_dup_temperature:
 * @now: in °C, or less than 0 where it is not known
 * @target: what it shall be; 0 or less where that is nothing
 *
 * Returns: (transfer full) (nullable): both in words
 */
char *
platen_live_dup_temperature (double now,
                             double target)
{
  if (now < 0)
    return NULL;

  if (target > 0)
    /* Translators: how warm something is, and how warm it shall be */
    return g_strdup_printf (_("%d/%d °C"), (int) lround (now), (int) lround (target));

  return g_strdup_printf (_("%d °C"), (int) lround (now));
}

/**
 * platen_live_dup_layers:
 * @device: a printer
 *
 * Returns: (transfer full) (nullable): at which layer its print is; %NULL where nothing prints, or that is not told
 */
char *
platen_live_dup_layers (BambuDevice *device)
{
  int layer;
  int total;

  g_return_val_if_fail (BAMBU_IS_DEVICE (device), NULL);

  layer = bambu_device_get_layer (device);
  total = bambu_device_get_total_layers (device);

  if (!bambu_device_get_has_print (device) || layer < 0)
    return NULL;

  if (total > 0)
    /* Translators: how far a print is: layer 118 of 240 */
    return g_strdup_printf (_("%d of %d"), layer, total);

  return g_strdup_printf ("%d", layer);
}

static BambuNozzle *
dup_active_nozzle (BambuDevice *device)
{
  GListModel *nozzles = bambu_device_get_nozzles (device);

  for (guint i = 0; i < g_list_model_get_n_items (nozzles); i++)
    {
      g_autoptr(BambuNozzle) nozzle = g_list_model_get_item (nozzles, i);

      if (bambu_nozzle_get_active (nozzle))
        return g_steal_pointer (&nozzle);
    }

  return NULL;
}

static void
add_take (GStrvBuilder *parts,
          char         *part)
{
  if (part != NULL)
    g_strv_builder_add (parts, part);

  g_free (part);
}

/**
 * platen_live_dup_line:
 * @device: a printer
 *
 * Returns: (transfer full) (nullable): temperatures and layers in one line; %NULL where it does not report
 */
char *
platen_live_dup_line (BambuDevice *device)
{
  g_autoptr(GStrvBuilder) parts = NULL;
  g_autoptr(BambuNozzle) nozzle = NULL;
  g_autofree char *layers = NULL;
  g_auto(GStrv) strv = NULL;

  g_return_val_if_fail (BAMBU_IS_DEVICE (device), NULL);

  if (!bambu_device_get_live (device))
    return NULL;

  parts = g_strv_builder_new ();

  if ((nozzle = dup_active_nozzle (device)))
    add_take (parts, platen_live_dup_temperature (bambu_nozzle_get_temperature (nozzle), bambu_nozzle_get_target (nozzle)));

  add_take (parts, platen_live_dup_temperature (bambu_device_get_bed_temperature (device),
                                                bambu_device_get_bed_target (device)));

  if (bambu_device_get_has_print (device) && bambu_device_get_total_layers (device) > 0)
    /* Translators: layer 118 of 240, in a narrow place */
    add_take (parts, g_strdup_printf (_("layer %d/%d"),
                                      bambu_device_get_layer (device), bambu_device_get_total_layers (device)));

  strv = g_strv_builder_end (parts);

  return strv[0] != NULL ? g_strjoinv (" · ", strv) : NULL;
}
