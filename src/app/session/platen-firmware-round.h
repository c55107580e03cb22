/* platen-firmware-round.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-session.h"

G_BEGIN_DECLS

void platen_firmware_round_start (BambuSession *session,
                                  GCancellable *cancellable);

G_END_DECLS
