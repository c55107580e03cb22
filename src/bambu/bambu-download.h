/* bambu-download.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-client.h"

G_BEGIN_DECLS

/* A file as it came, by an address that the cloud gave: a picture, a config. Never sends the token. */
void    bambu_client_download_async  (BambuClient          *self,
                                      const char           *address,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
GBytes *bambu_client_download_finish (BambuClient          *self,
                                      GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
