/* platen-control-group.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_CONTROL_GROUP (platen_control_group_get_type ())

/* What a printer can be told to do; where it takes no commands, why, and what its owner may do about it. */
G_DECLARE_FINAL_TYPE (PlatenControlGroup, platen_control_group, PLATEN, CONTROL_GROUP, AdwPreferencesGroup)

void platen_control_group_set_device (PlatenControlGroup *self,
                                      BambuSession       *session,
                                      BambuDevice        *device);

G_END_DECLS
