/* bambu-nozzle.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BAMBU_TYPE_NOZZLE (bambu_nozzle_get_type ())

/* A nozzle of a printer. Properties as the getters. */
G_DECLARE_FINAL_TYPE (BambuNozzle, bambu_nozzle, BAMBU, NOZZLE, GObject)

int          bambu_nozzle_get_number      (BambuNozzle *self);
double       bambu_nozzle_get_temperature (BambuNozzle *self);
double       bambu_nozzle_get_target      (BambuNozzle *self);
double       bambu_nozzle_get_diameter    (BambuNozzle *self);
const char  *bambu_nozzle_get_kind        (BambuNozzle *self);
gboolean     bambu_nozzle_get_active      (BambuNozzle *self);

G_END_DECLS
