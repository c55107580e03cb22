/* platen-uploads.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "platen-upload.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_UPLOADS (platen_uploads_get_type ())

/* The uploads of a session, one after the other: a GListModel of PlatenUpload. They end with the session. */
G_DECLARE_FINAL_TYPE (PlatenUploads, platen_uploads, PLATEN, UPLOADS, GObject)

PlatenUploads *platen_uploads_get    (BambuSession  *session);
void           platen_uploads_add    (PlatenUploads *self,
                                      GFile         *file,
                                      GtkWidget     *widget);
void           platen_uploads_remove (PlatenUploads *self,
                                      PlatenUpload  *upload);

G_END_DECLS
