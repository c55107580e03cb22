/* bambu-device.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-firmware.h"
#include "bambu-item.h"
#include "bambu-stage.h"

G_BEGIN_DECLS

/**
 * BambuDeviceState:
 * @BAMBU_DEVICE_STATE_UNKNOWN: a status that is not known here
 * @BAMBU_DEVICE_STATE_IDLE: nothing to do
 * @BAMBU_DEVICE_STATE_PREPARING: slicing, downloading or warming up before a print
 * @BAMBU_DEVICE_STATE_PRINTING: prints
 * @BAMBU_DEVICE_STATE_PAUSED: waits in a print
 * @BAMBU_DEVICE_STATE_FINISHED: the last print ended well and lies on the plate
 * @BAMBU_DEVICE_STATE_FAILED: the last print failed or was stopped
 * @BAMBU_DEVICE_STATE_OFFLINE: the cloud does not hear it
 *
 * What a printer does. Offline wins over all others.
 */
typedef enum
{
  BAMBU_DEVICE_STATE_UNKNOWN,
  BAMBU_DEVICE_STATE_IDLE,
  BAMBU_DEVICE_STATE_PREPARING,
  BAMBU_DEVICE_STATE_PRINTING,
  BAMBU_DEVICE_STATE_PAUSED,
  BAMBU_DEVICE_STATE_FINISHED,
  BAMBU_DEVICE_STATE_FAILED,
  BAMBU_DEVICE_STATE_OFFLINE,
} BambuDeviceState;

/**
 * BambuControl:
 * @BAMBU_CONTROL_UNKNOWN: the printer has not told yet
 * @BAMBU_CONTROL_ALLOWED: it takes commands from programs such as this
 * @BAMBU_CONTROL_REFUSED: it takes only those that the vendor's programs have signed; its owner may put it into developer mode
 *
 * Whether a printer can be told what to do.
 */
typedef enum
{
  BAMBU_CONTROL_UNKNOWN,
  BAMBU_CONTROL_ALLOWED,
  BAMBU_CONTROL_REFUSED,
} BambuControl;

#define BAMBU_TYPE_CONTROL      (bambu_control_get_type ())
#define BAMBU_TYPE_DEVICE_STATE (bambu_device_state_get_type ())
#define BAMBU_TYPE_DEVICE       (bambu_device_get_type ())

/* Properties (read-only, named as the getters). Strings are NULL and times NULL where not told. */
G_DECLARE_FINAL_TYPE (BambuDevice, bambu_device, BAMBU, DEVICE, BambuItem)

GType             bambu_control_get_type            (void);
GType             bambu_device_state_get_type       (void);

const char       *bambu_device_get_id               (BambuDevice *self);  /* dev_id: the serial number */
const char       *bambu_device_get_name             (BambuDevice *self);
const char       *bambu_device_get_model_code       (BambuDevice *self);  /* "BL-P001" */
const char       *bambu_device_get_model_name       (BambuDevice *self);  /* "X1 Carbon": of the code where known, else of dev_product_name */
const char       *bambu_device_get_access_code      (BambuDevice *self);  /* secret; trimmed; NULL from the disk cache */
double            bambu_device_get_nozzle_diameter  (BambuDevice *self);  /* mm; 0 not told */
const char       *bambu_device_get_structure        (BambuDevice *self);
gboolean          bambu_device_get_online           (BambuDevice *self);
GDateTime        *bambu_device_get_last_seen        (BambuDevice *self);  /* when it was last heard online by this program */
BambuDeviceState  bambu_device_get_state            (BambuDevice *self);
BambuDeviceState  bambu_device_get_print_state      (BambuDevice *self);  /* what it was last heard to do; never OFFLINE */
const char       *bambu_device_get_status           (BambuDevice *self);  /* the cloud's own word: "RUNNING" */
gboolean          bambu_device_get_needs_attention  (BambuDevice *self);  /* paused, or the last print failed */

/* The print that runs, or the last one where the cloud tells it. */
gboolean          bambu_device_get_has_print        (BambuDevice *self);  /* prints, prepares or is paused */
const char       *bambu_device_get_task_id          (BambuDevice *self);
const char       *bambu_device_get_task_name        (BambuDevice *self);
const char       *bambu_device_get_model_id         (BambuDevice *self);
const char       *bambu_device_get_project_id       (BambuDevice *self);
const char       *bambu_device_get_profile_id       (BambuDevice *self);
const char       *bambu_device_get_thumbnail        (BambuDevice *self);  /* address of the plate's picture */
GDateTime        *bambu_device_get_start_time       (BambuDevice *self);
int               bambu_device_get_prediction       (BambuDevice *self);  /* s, the slicer's estimate of the whole print; -1 not told */
int               bambu_device_get_progress         (BambuDevice *self);  /* 0 to 100; -1 not told */
int               bambu_device_get_time_left        (BambuDevice *self);  /* s as of the last answer; -1 not known */
GDateTime        *bambu_device_get_end_time         (BambuDevice *self);  /* when it should be done; NULL while paused or not known */

/* As of the last bambu_session_check_firmware_async(). */
const char       *bambu_device_get_firmware_version (BambuDevice *self);  /* installed */
const char       *bambu_device_get_firmware_newest  (BambuDevice *self);
gboolean          bambu_device_get_firmware_update  (BambuDevice *self);  /* an update waits, of the printer or an AMS unit */
BambuFirmware    *bambu_device_get_firmware         (BambuDevice *self);  /* NULL until it was asked for */

/* What it reports itself while a BambuLive is connected; else as if nothing had been told. */
gboolean          bambu_device_get_live             (BambuDevice *self);  /* its reports come */
BambuStage        bambu_device_get_stage            (BambuDevice *self);
int               bambu_device_get_layer            (BambuDevice *self);  /* -1 not told */
int               bambu_device_get_total_layers     (BambuDevice *self);  /* -1 not told */
const char       *bambu_device_get_print_file       (BambuDevice *self);
GListModel       *bambu_device_get_nozzles          (BambuDevice *self);  /* of BambuNozzle, the right one first */
double            bambu_device_get_bed_temperature  (BambuDevice *self);  /* °C; -1 not told */
double            bambu_device_get_bed_target       (BambuDevice *self);  /* °C, 0 off; -1 not told */
double            bambu_device_get_chamber_temperature (BambuDevice *self);
double            bambu_device_get_chamber_target   (BambuDevice *self);
int               bambu_device_get_part_fan         (BambuDevice *self);  /* percent; -1 not told */
int               bambu_device_get_aux_fan          (BambuDevice *self);
int               bambu_device_get_chamber_fan      (BambuDevice *self);
int               bambu_device_get_speed_level      (BambuDevice *self);  /* 1 silent, 2 standard, 3 sport, 4 ludicrous; -1 not told */
int               bambu_device_get_chamber_light    (BambuDevice *self);  /* 1 on, 0 off; -1 not told */
int               bambu_device_get_wifi_signal      (BambuDevice *self);  /* dBm; 0 not told */
int               bambu_device_get_door             (BambuDevice *self);  /* 1 open, 0 closed; -1 not told, or it cannot tell */
GListModel       *bambu_device_get_ams              (BambuDevice *self);  /* of BambuAms */
GListModel       *bambu_device_get_external_spools  (BambuDevice *self);  /* of BambuTray */
GListModel       *bambu_device_get_hms              (BambuDevice *self);  /* of BambuHms, the worst first */
const char       *bambu_device_get_print_error      (BambuDevice *self);  /* "0300_8004"; NULL none */
GListModel       *bambu_device_get_modules          (BambuDevice *self);  /* of BambuModule */
BambuControl      bambu_device_get_control          (BambuDevice *self);

G_END_DECLS
