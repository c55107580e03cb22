/* platen-firmware-group.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_FIRMWARE_GROUP (platen_firmware_group_get_type ())

/* The firmware of a printer and of its AMS units: what is installed, what waits, and what that changes. Asks the cloud
 * whenever it is shown, as that takes a request for each printer.
 */
G_DECLARE_FINAL_TYPE (PlatenFirmwareGroup, platen_firmware_group, PLATEN, FIRMWARE_GROUP, AdwPreferencesGroup)

GtkWidget *platen_firmware_group_new        (void);
void       platen_firmware_group_set_device (PlatenFirmwareGroup *self,
                                             BambuSession        *session,
                                             BambuDevice         *device);

G_END_DECLS
