/* bambu-picture-store.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* BambuPictureStore: the files behind BambuPictures: bounded, least recently used out first, written whole or not at
 * all. All of it happens in worker threads; forgetting blocks, and is for one.
 */
#define BAMBU_TYPE_PICTURE_STORE (bambu_picture_store_get_type ())

G_DECLARE_FINAL_TYPE (BambuPictureStore, bambu_picture_store, BAMBU, PICTURE_STORE, GObject)

BambuPictureStore *bambu_picture_store_new         (const char           *directory,
                                                    guint64               max_bytes);
void               bambu_picture_store_load_async  (BambuPictureStore    *self,
                                                    const char           *key,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
GBytes            *bambu_picture_store_load_finish (BambuPictureStore    *self,
                                                    GAsyncResult         *result);
void               bambu_picture_store_save        (BambuPictureStore    *self,
                                                    const char           *key,
                                                    GBytes               *bytes);
void               bambu_picture_store_remove      (BambuPictureStore    *self,
                                                    const char           *key);
void               bambu_picture_store_forget      (BambuPictureStore    *self);

G_END_DECLS
