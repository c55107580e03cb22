/* bambu-pictures-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-picture-store.h"
#include "bambu-pictures.h"

G_BEGIN_DECLS

char              *bambu_pictures_build_key     (const char    *uri);
void               bambu_pictures_set_directory (BambuPictures *self,
                                                 const char    *directory);
BambuPictureStore *bambu_pictures_get_store     (BambuPictures *self);

/* For tests, which cannot wait as long as people do: how long a picture that failed once is left alone. */
void               bambu_pictures_set_pause     (BambuPictures *self,
                                                 GTimeSpan      pause);

G_END_DECLS
