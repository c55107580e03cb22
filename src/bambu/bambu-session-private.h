/* bambu-session-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-cache.h"
#include "bambu-session.h"

G_BEGIN_DECLS

BambuCache *bambu_session_get_cache (BambuSession *self);

G_END_DECLS
