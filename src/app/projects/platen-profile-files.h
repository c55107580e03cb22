/* platen-profile-files.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PROFILE_FILES (platen_profile_files_get_type ())

/* The files of a profile, which the cloud is asked for when they are about to be seen. */
G_DECLARE_FINAL_TYPE (PlatenProfileFiles, platen_profile_files, PLATEN, PROFILE_FILES, AdwBin)

void platen_profile_files_set_profile (PlatenProfileFiles *self,
                                       BambuSession       *session,
                                       BambuProject       *project,
                                       BambuProfile       *profile);

G_END_DECLS
