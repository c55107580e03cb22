/* bambu-ams.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BAMBU_TYPE_AMS (bambu_ams_get_type ())

/* A unit that holds spools. Properties as the getters. */
G_DECLARE_FINAL_TYPE (BambuAms, bambu_ams, BAMBU, AMS, GObject)

int          bambu_ams_get_number         (BambuAms *self);
int          bambu_ams_get_humidity       (BambuAms *self);
int          bambu_ams_get_humidity_level (BambuAms *self);
double       bambu_ams_get_temperature    (BambuAms *self);
GListModel  *bambu_ams_get_trays          (BambuAms *self);

G_END_DECLS
