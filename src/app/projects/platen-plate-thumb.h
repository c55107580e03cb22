/* platen-plate-thumb.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "bambu-plate.h"
#include "platen-picture.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PLATE_THUMB (platen_plate_thumb_get_type ())

/* A plate in the filmstrip of its project. */
G_DECLARE_FINAL_TYPE (PlatenPlateThumb, platen_plate_thumb, PLATEN, PLATE_THUMB, GtkFlowBoxChild)

GtkWidget     *platen_plate_thumb_new         (BambuPlate       *plate);
BambuPlate    *platen_plate_thumb_get_plate   (PlatenPlateThumb *self);
PlatenPicture *platen_plate_thumb_get_picture (PlatenPlateThumb *self);

G_END_DECLS
