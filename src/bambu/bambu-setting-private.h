/* bambu-setting-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-preset-detail.h"

G_BEGIN_DECLS

BambuSetting *bambu_setting_new_take (char *key,
                                      char *value);

G_END_DECLS
