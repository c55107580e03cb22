/* bambu.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-account.h"
#include "bambu-ams.h"
#include "bambu-camera-ticket.h"
#include "bambu-client.h"
#include "bambu-device.h"
#include "bambu-download.h"
#include "bambu-endpoints.h"
#include "bambu-error.h"
#include "bambu-feed.h"
#include "bambu-filament.h"
#include "bambu-file.h"
#include "bambu-firmware.h"
#include "bambu-hms.h"
#include "bambu-item.h"
#include "bambu-list.h"
#include "bambu-live.h"
#include "bambu-login.h"
#include "bambu-message.h"
#include "bambu-module.h"
#include "bambu-nozzle.h"
#include "bambu-pictures.h"
#include "bambu-plate.h"
#include "bambu-preset-detail.h"
#include "bambu-preset.h"
#include "bambu-profile.h"
#include "bambu-project.h"
#include "bambu-request.h"
#include "bambu-resource.h"
#include "bambu-session.h"
#include "bambu-stage.h"
#include "bambu-task-detail.h"
#include "bambu-task-filament.h"
#include "bambu-task.h"
#include "bambu-ticket.h"
#include "bambu-transfer.h"
#include "bambu-tray.h"
#include "bambu-upload.h"
#include "bambu-words.h"
