/* demo-pictures.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "demo-draw.h"

G_BEGIN_DECLS

/* What a picture shows; owns its strings and colours. */
typedef struct
{
  guint32       seed;
  char         *name;
  DemoBackdrop  backdrop;
  guint32      *rgba;
  guint         n_colors; /* 0 for an avatar */
  int           width;
  int           height;
} DemoPicture;

/* Draws pictures away from the main thread and keeps those that were asked for last. */
typedef struct _DemoPictures DemoPictures;

DemoPictures *demo_pictures_new         (void);
void          demo_pictures_free        (DemoPictures       *self);
void          demo_pictures_draw_async  (DemoPictures       *self,
                                         const char         *key,
                                         DemoPicture        *picture,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
GBytes       *demo_pictures_draw_finish (DemoPictures       *self,
                                         GAsyncResult       *result);

DemoPicture  *demo_picture_new          (guint32             seed,
                                         const char         *name,
                                         int                 width,
                                         int                 height);
void          demo_picture_free         (DemoPicture        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoPicture, demo_picture_free)

G_END_DECLS
