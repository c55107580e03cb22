/* platen-upload-offers.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "platen-session-manager.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_UPLOAD_OFFERS (platen_upload_offers_get_type ())

/* Files that the system asked to open: whether to upload them is asked as soon as somebody is signed in. */
G_DECLARE_FINAL_TYPE (PlatenUploadOffers, platen_upload_offers, PLATEN, UPLOAD_OFFERS, GObject)

PlatenUploadOffers *platen_upload_offers_new (GtkApplication        *application,
                                              PlatenSessionManager  *manager);
void                platen_upload_offers_add (PlatenUploadOffers    *self,
                                              GFile                **files,
                                              int                    n_files);

G_END_DECLS
