/* bambu-device-state.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-device-private.h"

GType
bambu_device_state_get_type (void)
{
  static const GEnumValue values[] = {
    { BAMBU_DEVICE_STATE_UNKNOWN, "BAMBU_DEVICE_STATE_UNKNOWN", "unknown" },
    { BAMBU_DEVICE_STATE_IDLE, "BAMBU_DEVICE_STATE_IDLE", "idle" },
    { BAMBU_DEVICE_STATE_PREPARING, "BAMBU_DEVICE_STATE_PREPARING", "preparing" },
    { BAMBU_DEVICE_STATE_PRINTING, "BAMBU_DEVICE_STATE_PRINTING", "printing" },
    { BAMBU_DEVICE_STATE_PAUSED, "BAMBU_DEVICE_STATE_PAUSED", "paused" },
    { BAMBU_DEVICE_STATE_FINISHED, "BAMBU_DEVICE_STATE_FINISHED", "finished" },
    { BAMBU_DEVICE_STATE_FAILED, "BAMBU_DEVICE_STATE_FAILED", "failed" },
    { BAMBU_DEVICE_STATE_OFFLINE, "BAMBU_DEVICE_STATE_OFFLINE", "offline" },
    { 0, NULL, NULL },
  };
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("BambuDeviceState", values));

  return type;
}

/* The state that goes with one of the cloud's words. What says nothing is idle. */
BambuDeviceState
bambu_device_state_from_status (const char *status)
{
  static const struct {
    const char       *status;
    BambuDeviceState  state;
  } states[] = {
    { "IDLE", BAMBU_DEVICE_STATE_IDLE },
    { "ACTIVE", BAMBU_DEVICE_STATE_IDLE },
    { "PREPARE", BAMBU_DEVICE_STATE_PREPARING },
    { "SLICING", BAMBU_DEVICE_STATE_PREPARING },
    { "RUNNING", BAMBU_DEVICE_STATE_PRINTING },
    { "PAUSE", BAMBU_DEVICE_STATE_PAUSED },
    { "SUCCESS", BAMBU_DEVICE_STATE_FINISHED },
    { "FINISH", BAMBU_DEVICE_STATE_FINISHED },
    { "FAILED", BAMBU_DEVICE_STATE_FAILED },
  };

  if (status == NULL)
    return BAMBU_DEVICE_STATE_IDLE;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (g_ascii_strcasecmp (status, states[i].status) == 0)
        return states[i].state;
    }

  return BAMBU_DEVICE_STATE_UNKNOWN;
}

gboolean
bambu_device_state_has_print (BambuDeviceState state)
{
  return state == BAMBU_DEVICE_STATE_PREPARING ||
         state == BAMBU_DEVICE_STATE_PRINTING ||
         state == BAMBU_DEVICE_STATE_PAUSED;
}
