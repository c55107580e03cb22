/* bambu-types-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "bambu-account.h"
#include "bambu-camera-ticket.h"
#include "bambu-device.h"
#include "bambu-firmware.h"
#include "bambu-message.h"
#include "bambu-preset-detail.h"
#include "bambu-project.h"
#include "bambu-resource.h"
#include "bambu-task-detail.h"
#include "bambu-task.h"
#include "bambu-ticket.h"

G_BEGIN_DECLS

/* How the room's types are made of the cloud's answers. Everything here takes NULL for a part that is missing, and may
 * run in a worker thread: it touches nothing but its arguments and what it makes.
 */

typedef gpointer (*BambuTypesMake)  (JsonObject *json);
typedef gboolean (*BambuTypesEqual) (gpointer    a,
                                     gpointer    b);

void               bambu_types_read_array            (GListStore        *store,
                                                      JsonArray         *array,
                                                      BambuTypesMake     make);
gboolean           bambu_types_merge_store           (GListStore        *store,
                                                      GListStore        *newer,
                                                      BambuTypesEqual    equal);
void               bambu_types_read_values           (GListStore        *store,
                                                      JsonObject        *json);

BambuAccount      *bambu_account_new_from_json       (JsonObject        *json);
gboolean           bambu_account_merge               (BambuAccount      *self,
                                                      BambuAccount      *newer);
BambuFilament     *bambu_filament_new_from_json      (JsonObject        *json);
gboolean           bambu_filament_equal              (BambuFilament     *self,
                                                      BambuFilament     *other);
BambuFile         *bambu_file_new_from_json          (JsonObject        *json);
gboolean           bambu_file_equal                  (BambuFile         *self,
                                                      BambuFile         *other);
BambuPlate        *bambu_plate_new_from_json         (JsonObject        *json,
                                                      guint              position);
gboolean           bambu_plate_merge                 (BambuPlate        *self,
                                                      BambuPlate        *newer);
BambuProfile      *bambu_profile_new_from_json       (JsonObject        *json);
BambuProject      *bambu_project_new_from_json       (JsonObject        *json,
                                                      gboolean           detail);
gboolean           bambu_project_detail_fits         (BambuProject      *self,
                                                      BambuProject      *detail);
BambuPreset       *bambu_preset_new_from_json        (JsonObject        *json,
                                                      BambuPresetKind    kind,
                                                      gboolean           own);
BambuPresetDetail *bambu_preset_detail_new_from_json (JsonObject        *json,
                                                      GBytes            *text);
GBytes            *bambu_preset_detail_get_setting   (BambuPresetDetail *self);
GBytes            *bambu_preset_detail_create_copy   (BambuPresetDetail *self,
                                                      const char        *setting_id,
                                                      const char        *name);
BambuTaskFilament *bambu_task_filament_new_from_json (JsonObject        *json);
gboolean           bambu_task_filament_equal         (BambuTaskFilament *self,
                                                      BambuTaskFilament *other);
BambuTaskState     bambu_task_state_from_status      (gint64             status);
BambuTask         *bambu_task_new_from_json          (JsonObject        *json,
                                                      GBytes            *text);
BambuTaskDetail   *bambu_task_detail_new_from_json   (JsonObject        *json);
BambuMessage      *bambu_message_new_from_json       (JsonObject        *json,
                                                      GBytes            *text);
BambuTicket       *bambu_ticket_new_from_json        (JsonObject        *json);
BambuResource     *bambu_resource_new_from_json      (JsonObject        *json,
                                                      gboolean           software);
BambuFirmware     *bambu_firmware_new_from_json      (JsonObject        *json);
BambuCameraTicket *bambu_camera_ticket_new_from_json (JsonObject        *json);

BambuDevice       *bambu_device_new                  (const char        *id);
void               bambu_device_read_bind            (BambuDevice       *self,
                                                      JsonObject        *json);
void               bambu_device_read_print           (BambuDevice       *self,
                                                      JsonObject        *json);
void               bambu_device_settle               (BambuDevice       *self,
                                                      GDateTime         *heard);
void               bambu_device_set_firmware         (BambuDevice       *self,
                                                      BambuFirmware     *firmware,
                                                      GDateTime         *heard);
GDateTime         *bambu_device_get_firmware_heard   (BambuDevice       *self);
void               bambu_device_begin_rename         (BambuDevice       *self,
                                                      const char        *name);
void               bambu_device_end_rename           (BambuDevice       *self,
                                                      const char        *name,
                                                      gboolean           accepted);

G_END_DECLS
