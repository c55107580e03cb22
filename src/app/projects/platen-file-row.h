/* platen-file-row.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"
#include "platen-cloud-file.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_FILE_ROW (platen_file_row_get_type ())

/* A file in the cloud, to be downloaded. Signal "expired": its picture could not be had, as its address has expired. */
G_DECLARE_FINAL_TYPE (PlatenFileRow, platen_file_row, PLATEN, FILE_ROW, AdwPreferencesRow)

GtkWidget *platen_file_row_new         (BambuSession    *session,
                                        PlatenCloudFile *file);
void       platen_file_row_set_picture (PlatenFileRow   *self,
                                        BambuPictures   *pictures);

G_END_DECLS
