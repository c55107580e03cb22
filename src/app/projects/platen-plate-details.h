/* platen-plate-details.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-plate.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PLATE_DETAILS (platen_plate_details_get_type ())

/* What the slicer says of one plate: time, weight, filaments. */
G_DECLARE_FINAL_TYPE (PlatenPlateDetails, platen_plate_details, PLATEN, PLATE_DETAILS, AdwBin)

void  platen_plate_details_set_plate (PlatenPlateDetails *self,
                                      BambuPlate         *plate);
char *platen_plate_dup_title         (BambuPlate         *plate);

G_END_DECLS
