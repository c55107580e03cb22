/* bambu-device-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-device.h"
#include "bambu-firmware.h"

G_BEGIN_DECLS

struct _BambuDevice
{
  BambuItem        parent_instance;

  char            *name;
  char            *model_code;
  char            *model_name;
  char            *access_code;
  double           nozzle_diameter;
  char            *structure;
  gboolean         online;
  char            *bind_status;
  char            *task_id;
  char            *task_name;
  char            *task_status;
  char            *model_id;
  char            *project_id;
  char            *profile_id;
  char            *thumbnail;
  GDateTime       *start_time;
  int              prediction;
  int              progress;
  char            *status;
  gboolean         has_print;
  gboolean         needs_attention;
  int              time_left;
  GDateTime       *end_time;
  GDateTime       *last_seen;
  char            *firmware_version;
  char            *firmware_newest;
  gboolean         firmware_update;
  BambuFirmware   *firmware;
  GDateTime       *firmware_heard;
  char            *pending_name;   /* what it is called here while the cloud is told so */
  char            *cloud_name;     /* and what it is called there until then */
  BambuDeviceState state;
  gboolean         has_bind_part;
  gboolean         has_print_part;
  gboolean         knows_online;
};

BambuDeviceState bambu_device_state_from_status (const char       *status);
gboolean         bambu_device_state_has_print   (BambuDeviceState  state);

G_END_DECLS
