/* platen-memory.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-session.h"

G_BEGIN_DECLS

void platen_memory_init    (void);
void platen_memory_release (BambuSession *session);

G_END_DECLS
