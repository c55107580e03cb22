/* demo-preset-names.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-preset.h"

G_BEGIN_DECLS

void demo_preset_names_fill (GPtrArray *presets,
                             guint64    seed,
                             guint      n_presets);

G_END_DECLS
