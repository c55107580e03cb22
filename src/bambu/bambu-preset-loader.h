/* bambu-preset-loader.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-cache.h"
#include "bambu-preset.h"

G_BEGIN_DECLS

void bambu_preset_loader_load (BambuClient *client,
                               BambuCache  *cache,
                               BambuPreset *preset,
                               GTask       *task);

G_END_DECLS
