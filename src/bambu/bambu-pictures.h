/* bambu-pictures.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-client.h"

G_BEGIN_DECLS

#define BAMBU_TYPE_PICTURES (bambu_pictures_get_type ())

#define BAMBU_PICTURES_MAX_BYTES (256 * 1024 * 1024)

G_DECLARE_FINAL_TYPE (BambuPictures, bambu_pictures, BAMBU, PICTURES, GObject)

/**
 * BambuPicturesPriority:
 * @BAMBU_PICTURES_PRIORITY_LATER: wanted soon
 * @BAMBU_PICTURES_PRIORITY_VISIBLE: on the screen now
 *
 * Which picture is fetched first; among equals it is the one that was asked for last.
 */
typedef enum
{
  BAMBU_PICTURES_PRIORITY_LATER,
  BAMBU_PICTURES_PRIORITY_VISIBLE,
} BambuPicturesPriority;

BambuPictures *bambu_pictures_new          (BambuClient            *client,
                                            guint64                 max_bytes);
void           bambu_pictures_fetch_async  (BambuPictures          *self,
                                            const char             *uri,
                                            BambuPicturesPriority   priority,
                                            GCancellable           *cancellable,
                                            GAsyncReadyCallback     callback,
                                            gpointer                user_data);
GBytes        *bambu_pictures_fetch_finish (BambuPictures          *self,
                                            GAsyncResult           *result,
                                            GError                **error);
void           bambu_pictures_recall_async (BambuPictures          *self,
                                            const char             *uri,
                                            GAsyncReadyCallback     callback,
                                            gpointer                user_data);
GBytes        *bambu_pictures_recall_finish (BambuPictures          *self,
                                            GAsyncResult           *result,
                                            GError                **error);
void           bambu_pictures_reject       (BambuPictures          *self,
                                            const char             *uri);

G_END_DECLS
