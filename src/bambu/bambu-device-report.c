/* bambu-device-report.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-device-private.h"

/* What is to be read of what a printer reports itself. */

G_DEFINE_ENUM_TYPE (BambuControl, bambu_control,
                    G_DEFINE_ENUM_VALUE (BAMBU_CONTROL_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (BAMBU_CONTROL_ALLOWED, "allowed"),
                    G_DEFINE_ENUM_VALUE (BAMBU_CONTROL_REFUSED, "refused"))

/**
 * bambu_device_get_live:
 * @self: a #BambuDevice
 *
 * Returns: whether its reports come, so that what follows is told by itself and a second old at most
 */
gboolean
bambu_device_get_live (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), FALSE);

  return self->live;
}

/**
 * bambu_device_get_stage:
 * @self: a #BambuDevice
 *
 * Returns: what it is at
 */
BambuStage
bambu_device_get_stage (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), BAMBU_STAGE_UNKNOWN);

  return self->stage;
}

/**
 * bambu_device_get_layer:
 * @self: a #BambuDevice
 *
 * Returns: the layer that it prints, from 1; -1 where that is not told
 */
int
bambu_device_get_layer (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), -1);

  return self->layer;
}

/**
 * bambu_device_get_total_layers:
 * @self: a #BambuDevice
 *
 * Returns: how many layers the print has; -1 where that is not told
 */
int
bambu_device_get_total_layers (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), -1);

  return self->total_layers;
}

/**
 * bambu_device_get_print_file:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the file that it prints, as it calls it
 */
const char *
bambu_device_get_print_file (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->print_file;
}

/**
 * bambu_device_get_nozzles:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none): its nozzles, of #BambuNozzle, the right one first
 */
GListModel *
bambu_device_get_nozzles (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return G_LIST_MODEL (self->nozzles);
}

/**
 * bambu_device_get_bed_temperature:
 * @self: a #BambuDevice
 *
 * Returns: how warm the bed is, in °C; -1 where that is not told
 */
double
bambu_device_get_bed_temperature (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), -1);

  return self->bed_temperature;
}

/**
 * bambu_device_get_bed_target:
 * @self: a #BambuDevice
 *
 * Returns: how warm the bed shall be, in °C, 0 where it is off; -1 where that is not told
 */
double
bambu_device_get_bed_target (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), -1);

  return self->bed_target;
}

/**
 * bambu_device_get_chamber_temperature:
 * @self: a #BambuDevice
 *
 * Returns: how warm the chamber is, in °C; -1 where that is not told
 */
double
bambu_device_get_chamber_temperature (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), -1);

  return self->chamber_temperature;
}

/**
 * bambu_device_get_chamber_target:
 * @self: a #BambuDevice
 *
 * Returns: how warm the chamber shall be, in °C, 0 where it is not heated; -1 where that is not told
 */
double
bambu_device_get_chamber_target (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), -1);

  return self->chamber_target;
}

/**
 * bambu_device_get_part_fan:
 * @self: a #BambuDevice
 *
 * Returns: how fast the fan of the part turns, in percent; -1 where that is not told
 */
int
bambu_device_get_part_fan (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), -1);

  return self->part_fan;
}

/**
 * bambu_device_get_aux_fan:
 * @self: a #BambuDevice
 *
 * Returns: how fast the auxiliary fan turns, in percent; -1 where that is not told
 */
int
bambu_device_get_aux_fan (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), -1);

  return self->aux_fan;
}

/**
 * bambu_device_get_chamber_fan:
 * @self: a #BambuDevice
 *
 * Returns: how fast the fan of the chamber turns, in percent; -1 where that is not told
 */
int
bambu_device_get_chamber_fan (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), -1);

  return self->chamber_fan;
}

/**
 * bambu_device_get_speed_level:
 * @self: a #BambuDevice
 *
 * Returns: how fast it prints: 1 silent, 2 standard, 3 sport, 4 ludicrous; -1 where that is not told
 */
int
bambu_device_get_speed_level (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), -1);

  return self->speed_level;
}

/**
 * bambu_device_get_chamber_light:
 * @self: a #BambuDevice
 *
 * Returns: 1 where the light is on, 0 where it is off; -1 where that is not told
 */
int
bambu_device_get_chamber_light (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), -1);

  return self->chamber_light;
}

/**
 * bambu_device_get_wifi_signal:
 * @self: a #BambuDevice
 *
 * Returns: the strength of its Wi-Fi in dBm, below 0; 0 where that is not told
 */
int
bambu_device_get_wifi_signal (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), 0);

  return self->wifi_signal;
}

/**
 * bambu_device_get_door:
 * @self: a #BambuDevice
 *
 * Returns: 1 where its door is open, 0 where it is closed; -1 where it has not told, or has no means to tell
 */
int
bambu_device_get_door (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), -1);

  return self->door;
}

/**
 * bambu_device_get_ams:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none): its units for filament, of #BambuAms, by their numbers
 */
GListModel *
bambu_device_get_ams (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return G_LIST_MODEL (self->ams);
}

/**
 * bambu_device_get_external_spools:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none): the spools outside of the units, of #BambuTray
 */
GListModel *
bambu_device_get_external_spools (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return G_LIST_MODEL (self->external_spools);
}

/**
 * bambu_device_get_hms:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none): what its health monitor says, of #BambuHms, the worst first
 */
GListModel *
bambu_device_get_hms (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return G_LIST_MODEL (self->hms);
}

/**
 * bambu_device_get_print_error:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the code of what is wrong with the print, such as "0300_8004"
 */
const char *
bambu_device_get_print_error (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->print_error;
}

/**
 * bambu_device_get_modules:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none): its parts that have firmware, of #BambuModule
 */
GListModel *
bambu_device_get_modules (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return G_LIST_MODEL (self->modules);
}

/**
 * bambu_device_get_control:
 * @self: a #BambuDevice
 *
 * Returns: whether it can be told what to do
 */
BambuControl
bambu_device_get_control (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), BAMBU_CONTROL_UNKNOWN);

  return self->control;
}
