/* bambu.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-account.h"
#include "bambu-client.h"
#include "bambu-device.h"
#include "bambu-download.h"
#include "bambu-endpoints.h"
#include "bambu-error.h"
#include "bambu-filament.h"
#include "bambu-file.h"
#include "bambu-item.h"
#include "bambu-list.h"
#include "bambu-login.h"
#include "bambu-pictures.h"
#include "bambu-plate.h"
#include "bambu-preset-detail.h"
#include "bambu-preset.h"
#include "bambu-profile.h"
#include "bambu-project.h"
#include "bambu-request.h"
#include "bambu-session.h"
