/* platen-notification-picture.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-pictures.h"

G_BEGIN_DECLS

/* A picture of the cloud in a form in which it reaches the desktop. */
void   platen_notification_picture_load_async  (BambuPictures        *pictures,
                                                const char           *uri,
                                                gboolean              sandboxed,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GIcon *platen_notification_picture_load_finish (BambuPictures        *pictures,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
