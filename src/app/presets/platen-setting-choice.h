/* platen-setting-choice.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *platen_setting_choice_lookup (const char *key,
                                          const char *value);

G_END_DECLS
