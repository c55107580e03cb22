/* platen-picture.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "bambu-pictures.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PICTURE (platen_picture_get_type ())

/* A picture of the cloud, whole and never stretched, with a symbolic icon in its place while there is none. It is
 * fetched and decoded, at the size shown, only while it is seen; what was seen of late comes back at once.
 *
 * Properties:
 *   "pictures"       BambuPictures  where it comes from
 *   "uri"            string         its address; NULL: none
 *   "label"          string         its accessible name
 *   "icon-name"      string         what stands in its place
 *   "ratio"          double         width by height of the widget; 1 unless told
 *   "natural-width"  int            in pixels
 *   "loaded"         gboolean       read-only: the picture is there
 *
 * Signal "expired": the address was refused (not allowed, or not found): set a fresh one.
 */
G_DECLARE_FINAL_TYPE (PlatenPicture, platen_picture, PLATEN, PICTURE, GtkWidget)

GtkWidget     *platen_picture_new          (void);
BambuPictures *platen_picture_get_pictures (PlatenPicture *self);
void           platen_picture_set_pictures (PlatenPicture *self,
                                            BambuPictures *pictures);
const char    *platen_picture_get_uri      (PlatenPicture *self);
void           platen_picture_set_uri      (PlatenPicture *self,
                                            const char    *uri);
const char    *platen_picture_get_label    (PlatenPicture *self);
void           platen_picture_set_label    (PlatenPicture *self,
                                            const char    *label);
gboolean       platen_picture_get_loaded   (PlatenPicture *self);

G_END_DECLS
