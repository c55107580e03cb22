/* pages.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "studio.h"

G_BEGIN_DECLS

/* What one sees in a world where all is well, and what asks above it. */
void pages_take   (Studio *studio);
void windows_take (Studio *studio);

/* A cloud that cannot be had, that refuses, that has nothing yet, that takes its time; and the sign-in. */
void states_take  (Studio *studio);

G_END_DECLS
