/* bambu-words.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-device.h"
#include "bambu-hms.h"
#include "bambu-task.h"

G_BEGIN_DECLS

const char *bambu_device_state_get_word (BambuDeviceState state);
const char *bambu_task_state_get_word   (BambuTaskState   state);
const char *bambu_hms_severity_get_word (BambuHmsSeverity severity);

G_END_DECLS
