/* bambu-inflate.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _BambuInflate BambuInflate;

#define BAMBU_INFLATE_ACCEPTED "gzip, deflate"

BambuInflate *bambu_inflate_new  (const char    *encoding,
                                  GError       **error);
void          bambu_inflate_free (BambuInflate  *self);
gboolean      bambu_inflate_take (BambuInflate  *self,
                                  GBytes        *bytes,
                                  gsize          max_bytes,
                                  GError       **error);
GBytes       *bambu_inflate_end  (BambuInflate  *self,
                                  GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BambuInflate, bambu_inflate_free)

G_END_DECLS
