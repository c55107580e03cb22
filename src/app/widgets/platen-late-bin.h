/* platen-late-bin.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_LATE_BIN (platen_late_bin_get_type ())

G_DECLARE_FINAL_TYPE (PlatenLateBin, platen_late_bin, PLATEN, LATE_BIN, AdwBin)

G_END_DECLS
