/* platen-live-text.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-device.h"

G_BEGIN_DECLS

/* What printers report of themselves, in words. */
const char *platen_live_stage_name        (BambuStage   stage);
const char *platen_live_speed_name        (int          level);
char       *platen_live_dup_temperature   (double       now,
                                           double       target);
char       *platen_live_dup_layers        (BambuDevice *device);
char       *platen_live_dup_line          (BambuDevice *device);

G_END_DECLS
