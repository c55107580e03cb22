/* platen-texture-cache.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "bambu-pictures.h"

G_BEGIN_DECLS

/* A few screens' worth of small pictures. */
#define PLATEN_TEXTURE_CACHE_MAX_BYTES (16 * 1024 * 1024)

/* Pictures that were just seen, decoded, for when they are seen again: scrolling back and searching must not flash.
 * There is one for each BambuPictures, which goes with it.
 */
typedef struct _PlatenTextureCache PlatenTextureCache;

PlatenTextureCache *platen_texture_cache_get       (BambuPictures      *pictures);
void                platen_texture_cache_put       (PlatenTextureCache *self,
                                                    const char         *uri,
                                                    GdkTexture         *texture,
                                                    int                 width,
                                                    int                 height);
GdkTexture         *platen_texture_cache_take      (PlatenTextureCache *self,
                                                    const char         *uri,
                                                    int                *width,
                                                    int                *height);
void                platen_texture_cache_clear     (PlatenTextureCache *self);
gsize               platen_texture_cache_get_bytes (PlatenTextureCache *self);

G_END_DECLS
