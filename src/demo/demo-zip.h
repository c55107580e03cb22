/* demo-zip.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes a ZIP archive whose members are stored as they are. */
typedef struct _DemoZip DemoZip;

DemoZip *demo_zip_new           (void);
void     demo_zip_add           (DemoZip    *self,
                                 const char *name,
                                 const char *data,
                                 gsize       length);
GBytes  *demo_zip_free_to_bytes (DemoZip    *self);

G_END_DECLS
