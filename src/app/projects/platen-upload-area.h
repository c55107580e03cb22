/* platen-upload-area.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_UPLOAD_AREA (platen_upload_area_get_type ())

/* Takes 3MF files that are dropped on its content, and shows above that what is being uploaded. Property "content". */
G_DECLARE_FINAL_TYPE (PlatenUploadArea, platen_upload_area, PLATEN, UPLOAD_AREA, AdwBin)

void platen_upload_area_set_session (PlatenUploadArea *self,
                                     BambuSession     *session);
void platen_upload_area_choose      (PlatenUploadArea *self);

G_END_DECLS
