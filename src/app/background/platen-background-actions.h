/* platen-background-actions.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "platen-background.h"

G_BEGIN_DECLS

void platen_background_actions_add    (PlatenBackground *background,
                                       GActionMap       *map);
void platen_background_actions_remove (GActionMap       *map);

G_END_DECLS
