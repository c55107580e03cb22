/* bambu-client-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "bambu-client.h"

G_BEGIN_DECLS

/**
 * BambuMakeFunc:
 * @root: the answer, never NULL
 * @text: the answer's own text
 * @make_data: what was passed along
 * @error: where to say why nothing could be made of it
 *
 * Turns an answer into what the caller wants. Runs in a worker thread: it touches nothing but its
 * arguments and objects that it makes.
 *
 * Returns: (transfer full) (nullable): what was made, or NULL with @error set
 */
typedef gpointer (*BambuMakeFunc) (JsonNode  *root,
                                   GBytes    *text,
                                   gpointer   make_data,
                                   GError   **error);

void     bambu_client_call_async  (BambuClient          *self,
                                   BambuRequest         *request,
                                   BambuMakeFunc         make,
                                   gpointer              make_data,
                                   GDestroyNotify        make_data_free,
                                   GDestroyNotify        result_free,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gpointer bambu_client_call_finish (BambuClient          *self,
                                   GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
