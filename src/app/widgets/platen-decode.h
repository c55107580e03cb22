/* platen-decode.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A small file can claim to be a vast picture: what is larger is refused before it is decoded. */
#define PLATEN_DECODE_MAX_PIXELS (64 * 1000 * 1000)

void        platen_decode_async  (GBytes               *bytes,
                                  int                   width,
                                  int                   height,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
GdkTexture *platen_decode_finish (GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
