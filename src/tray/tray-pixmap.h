/* tray-pixmap.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRAY_TYPE_PIXMAP (tray_pixmap_get_type ())

typedef struct _TrayPixmap TrayPixmap;

GType       tray_pixmap_get_type   (void);
TrayPixmap *tray_pixmap_new        (int           width,
                                    int           height,
                                    gsize         stride,
                                    const guint8 *premultiplied);
TrayPixmap *tray_pixmap_ref        (TrayPixmap   *self);
void        tray_pixmap_unref      (TrayPixmap   *self);
int         tray_pixmap_get_width  (TrayPixmap   *self);
int         tray_pixmap_get_height (TrayPixmap   *self);
GBytes     *tray_pixmap_get_bytes  (TrayPixmap   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrayPixmap, tray_pixmap_unref)

G_END_DECLS
