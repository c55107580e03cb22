/* platen-search-metas.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "platen-search-find.h"

G_BEGIN_DECLS

/* What the desktop shows of things that its search has found: from what is known, without the cloud. */
void      platen_search_metas_async  (BambuSession         *session,
                                      const char * const   *found,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
GVariant *platen_search_metas_finish (BambuSession         *session,
                                      GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
