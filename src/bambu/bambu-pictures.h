/* bambu-pictures.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* BambuPictures: pictures by address, through a bounded cache on disk. Never sends the token. The key leaves out
 * signatures that expire. Encoded bytes come out; decoding is for whoever knows the size shown.
 */
#define BAMBU_TYPE_PICTURES (bambu_pictures_get_type ())

#define BAMBU_PICTURES_MAX_BYTES (256 * 1024 * 1024)

G_DECLARE_FINAL_TYPE (BambuPictures, bambu_pictures, BAMBU, PICTURES, GObject)

/* Higher goes first; among equals the one asked last. */
typedef enum
{
  BAMBU_PICTURES_PRIORITY_LATER,
  BAMBU_PICTURES_PRIORITY_VISIBLE,
} BambuPicturesPriority;

BambuPictures *bambu_pictures_new              (const char             *directory,
                                                guint64                 max_bytes);
void           bambu_pictures_set_tls_database (BambuPictures          *self,
                                                GTlsDatabase           *database);
/* Same picture asked twice is fetched once. Errors: BAMBU_ERROR (FORBIDDEN or NOT_FOUND: the address has expired;
 * OFFLINE, …). What failed is not asked again for a growing while, unless its address changed.
 */
void           bambu_pictures_fetch_async      (BambuPictures          *self,
                                                const char             *uri,
                                                BambuPicturesPriority   priority,
                                                GCancellable           *cancellable,
                                                GAsyncReadyCallback     callback,
                                                gpointer                user_data);
GBytes        *bambu_pictures_fetch_finish     (BambuPictures          *self,
                                                GAsyncResult           *result,
                                                GError                **error);
/* The bytes turned out not to be a picture: throws them out of the cache and remembers the failure. */
void           bambu_pictures_reject           (BambuPictures          *self,
                                                const char             *uri);

G_END_DECLS
