/* platen-profile-details.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-profile.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PROFILE_DETAILS (platen_profile_details_get_type ())

/* What holds for a whole profile of a project: all plates together, and what it was sliced for. */
G_DECLARE_FINAL_TYPE (PlatenProfileDetails, platen_profile_details, PLATEN, PROFILE_DETAILS, AdwBin)

void  platen_profile_details_set_profile (PlatenProfileDetails *self,
                                          BambuProfile         *profile);
char *platen_profile_dup_title           (BambuProfile         *profile);

G_END_DECLS
