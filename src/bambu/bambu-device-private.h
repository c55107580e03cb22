/* bambu-device-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-device.h"
#include "bambu-fields.h"
#include "bambu-firmware.h"
#include "bambu-report.h"

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
  char            *former_name;    /* what answers may still call it that were on their way when that was done */
  gint64           former_until;   /* monotonic */
  BambuDeviceState state;
  gboolean         has_bind_part;
  gboolean         has_print_part;
  gboolean         knows_online;

  BambuReport     *report;         /* what it reported last; NULL unless live */
  GDateTime       *report_heard;
  gboolean         awaits_poll;    /* it reports another print than the cloud has told of */
  char            *polled_task_id; /* which one that was */
  gboolean         live;
  BambuStage       stage;
  BambuControl     control;
  int              minutes_left;
  int              layer;
  int              total_layers;
  char            *print_file;
  char            *print_error;
  double           bed_temperature;
  double           bed_target;
  double           chamber_temperature;
  double           chamber_target;
  int              part_fan;
  int              aux_fan;
  int              chamber_fan;
  int              speed_level;
  int              chamber_light;
  int              wifi_signal;
  int              door;
  GListStore      *nozzles;
  GListStore      *ams;
  GListStore      *external_spools;
  GListStore      *hms;
  GListStore      *modules;
};

BambuDeviceState bambu_device_state_from_status (const char        *status);
gboolean         bambu_device_state_has_print   (BambuDeviceState   state);

BambuDevice     *bambu_device_copy              (BambuDevice       *self);
gboolean         bambu_device_absorb            (BambuDevice       *self,
                                                 BambuDevice       *newer);

/* bambu-device-live.c */
void             bambu_device_init_live         (BambuDevice       *self);
void             bambu_device_make_lists        (BambuDevice       *self);
void             bambu_device_clear_live        (BambuDevice       *self);
void             bambu_device_keep_live         (BambuDevice       *self,
                                                 BambuDevice       *newer);
gboolean         bambu_device_take_report       (BambuDevice       *self,
                                                 const BambuReport *report,
                                                 GDateTime         *heard);
void             bambu_device_end_live          (BambuDevice       *self);
gint64           bambu_device_get_silence       (BambuDevice       *self);
gboolean         bambu_device_get_awaits_poll   (BambuDevice       *self);

G_END_DECLS
