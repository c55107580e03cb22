/* platen-camera-group.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_CAMERA_GROUP (platen_camera_group_get_type ())

/* The ticket to a printer's camera: asked for by hand, and forgotten as soon as the group is no longer seen. */
G_DECLARE_FINAL_TYPE (PlatenCameraGroup, platen_camera_group, PLATEN, CAMERA_GROUP, AdwPreferencesGroup)

GtkWidget *platen_camera_group_new        (void);
void       platen_camera_group_set_device (PlatenCameraGroup *self,
                                           BambuSession      *session,
                                           BambuDevice       *device);

G_END_DECLS
