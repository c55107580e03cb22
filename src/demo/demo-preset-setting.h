/* demo-preset-setting.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-preset.h"

G_BEGIN_DECLS

void demo_preset_write_setting (DemoPreset *self,
                                DemoJson   *json);

G_END_DECLS
