/* platen-delivery.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <watch.h>

G_BEGIN_DECLS

/* One notification on its way to the desktop. It waits for its picture, but not for long, and has arrived when the bus has
 * it. The events that it tells can be had at the end, whatever became of it.
 */
void       platen_delivery_send_async  (GApplication        *application,
                                        const char          *id,
                                        GNotification       *notification,
                                        GPtrArray           *events,
                                        BambuPictures       *pictures,
                                        gboolean             sandboxed,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
GPtrArray *platen_delivery_send_finish (GApplication        *application,
                                        GAsyncResult        *result);

G_END_DECLS
