/* bambu-filament.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BAMBU_TYPE_FILAMENT (bambu_filament_get_type ())

/* One filament of a plate. Properties as the getters. */
G_DECLARE_FINAL_TYPE (BambuFilament, bambu_filament, BAMBU, FILAMENT, GObject)

const char *bambu_filament_get_id        (BambuFilament *self);  /* "1": its number in the project */
const char *bambu_filament_get_kind      (BambuFilament *self);  /* "PLA", as the cloud says it */
gboolean    bambu_filament_get_has_color (BambuFilament *self);
guint32     bambu_filament_get_color     (BambuFilament *self);  /* 0xRRGGBBAA */
double      bambu_filament_get_meters    (BambuFilament *self);  /* -1 not told */
double      bambu_filament_get_grams     (BambuFilament *self);  /* -1 not told */

G_END_DECLS
