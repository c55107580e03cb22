/* bambu-wire.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* Files over HTTP, of any size, in a worker thread: everything here blocks. BambuExchange is for answers that fit into
 * memory.
 */
SoupSession  *bambu_wire_create_session (GTlsDatabase        *database);
GInputStream *bambu_wire_get            (SoupSession         *session,
                                         GUri                *uri,
                                         guint64              offset,
                                         const char          *validator,
                                         SoupMessage        **message,
                                         GCancellable        *cancellable,
                                         GError             **error);
gboolean      bambu_wire_measure       (SoupSession         *session,
                                        GUri                *uri,
                                        guint64             *size,
                                        GCancellable        *cancellable,
                                        GError             **error);
gboolean      bambu_wire_put            (SoupSession         *session,
                                         SoupMessage         *message,
                                         GInputStream        *body,
                                         gsize                length,
                                         GCancellable        *cancellable,
                                         GError             **error);

G_END_DECLS
