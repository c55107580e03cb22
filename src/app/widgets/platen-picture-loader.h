/* platen-picture-loader.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "bambu-pictures.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PICTURE_LOADER (platen_picture_loader_get_type ())

/* What stands behind a PlatenPicture: a texture of the picture at an address, of the size wanted, for as long as one is
 * wanted. Afterwards it goes to the PlatenTextureCache. What fails is tried again after a growing while.
 *
 * Signals:
 *   "changed"  there is another texture, or none any more
 *   "expired"  the address was refused
 */
G_DECLARE_FINAL_TYPE (PlatenPictureLoader, platen_picture_loader, PLATEN, PICTURE_LOADER, GObject)

PlatenPictureLoader *platen_picture_loader_new          (void);
BambuPictures       *platen_picture_loader_get_pictures (PlatenPictureLoader *self);
gboolean             platen_picture_loader_set_pictures (PlatenPictureLoader *self,
                                                         BambuPictures       *pictures);
const char          *platen_picture_loader_get_uri      (PlatenPictureLoader *self);
void                 platen_picture_loader_set_uri      (PlatenPictureLoader *self,
                                                         const char          *uri);
GdkTexture          *platen_picture_loader_get_texture  (PlatenPictureLoader *self);
void                 platen_picture_loader_want         (PlatenPictureLoader *self,
                                                         int                  width,
                                                         int                  height);
void                 platen_picture_loader_unwant       (PlatenPictureLoader *self);
void                 platen_picture_loader_recall       (PlatenPictureLoader *self);

G_END_DECLS
