/* platen-filament-row.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-filament.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_FILAMENT_ROW (platen_filament_row_get_type ())

/* A filament of a plate: colour, type, how much of it. */
G_DECLARE_FINAL_TYPE (PlatenFilamentRow, platen_filament_row, PLATEN, FILAMENT_ROW, AdwActionRow)

GtkWidget *platen_filament_row_new (BambuFilament *filament);

G_END_DECLS
