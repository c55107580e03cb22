/* platen-upload-row.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "platen-uploads.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_UPLOAD_ROW (platen_upload_row_get_type ())

/* An upload, until it is dismissed. */
G_DECLARE_FINAL_TYPE (PlatenUploadRow, platen_upload_row, PLATEN, UPLOAD_ROW, AdwPreferencesRow)

GtkWidget *platen_upload_row_new (PlatenUploads *uploads,
                                  PlatenUpload  *upload);

G_END_DECLS
