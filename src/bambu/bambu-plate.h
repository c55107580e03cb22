/* bambu-plate.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "bambu-filament.h"

G_BEGIN_DECLS

#define BAMBU_TYPE_PLATE (bambu_plate_get_type ())

/* One build plate of a profile. Properties as the getters. */
G_DECLARE_FINAL_TYPE (BambuPlate, bambu_plate, BAMBU, PLATE, GObject)

int         bambu_plate_get_index      (BambuPlate *self);  /* from 1 */
const char *bambu_plate_get_name       (BambuPlate *self);  /* NULL where not told */
const char *bambu_plate_get_thumbnail  (BambuPlate *self);  /* address; NULL where there is none */
int         bambu_plate_get_prediction (BambuPlate *self);  /* s; -1 not told */
double      bambu_plate_get_grams      (BambuPlate *self);  /* -1 not told */
GListModel *bambu_plate_get_filaments  (BambuPlate *self);  /* of BambuFilament */

G_END_DECLS
