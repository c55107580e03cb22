/* platen-filament-group.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-device.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_FILAMENT_GROUP (platen_filament_group_get_type ())

/* What a printer can print with: each AMS as a box of its spools, and the spools outside of them. */
G_DECLARE_FINAL_TYPE (PlatenFilamentGroup, platen_filament_group, PLATEN, FILAMENT_GROUP, AdwPreferencesGroup)

void platen_filament_group_set_device (PlatenFilamentGroup *self,
                                       BambuDevice         *device);

G_END_DECLS
