/* platen-picture-draw.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How a PlatenPicture looks. */
void platen_picture_draw_icon    (GtkWidget   *widget,
                                  GtkSnapshot *snapshot,
                                  const char  *icon_name,
                                  int          size);
void platen_picture_draw_texture (GtkWidget   *widget,
                                  GtkSnapshot *snapshot,
                                  GdkTexture  *texture,
                                  double       opacity);

G_END_DECLS
