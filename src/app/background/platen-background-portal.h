/* platen-background-portal.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* org.freedesktop.portal.Background, which a sandboxed program asks to be started at login. */
void     platen_background_portal_query_async    (GDBusConnection      *connection,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean platen_background_portal_query_finish   (GDBusConnection      *connection,
                                                  GAsyncResult         *result,
                                                  GError              **error);
void     platen_background_portal_request_async  (GDBusConnection      *connection,
                                                  gboolean              autostart,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean platen_background_portal_request_finish (GDBusConnection      *connection,
                                                  GAsyncResult         *result,
                                                  gboolean             *autostart,
                                                  GError              **error);

G_END_DECLS
