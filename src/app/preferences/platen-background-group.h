/* platen-background-group.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "platen-background.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_BACKGROUND_GROUP (platen_background_group_get_type ())

/* The preferences of the program's life without a window. */
G_DECLARE_FINAL_TYPE (PlatenBackgroundGroup, platen_background_group, PLATEN, BACKGROUND_GROUP, AdwPreferencesGroup)

void platen_background_group_set_up (PlatenBackgroundGroup *self,
                                     GSettings             *settings,
                                     PlatenBackground      *background);

G_END_DECLS
