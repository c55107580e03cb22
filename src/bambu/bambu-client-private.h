/* bambu-client-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "bambu-client.h"
#include "bambu-exchange.h"

G_BEGIN_DECLS

/**
 * BambuMakeFunc:
 * @root: the answer, never NULL
 * @text: the answer's own text
 * @make_data: what was passed along
 * @error: where to say why nothing could be made of it
 *
 * Turns an answer into what the caller wants. Runs in a worker thread: it touches nothing but its
 * arguments and objects that it makes. After a cancellation it may still run while the callback has long been
 * called; @make_data lives until it is through, and is freed in whichever thread that happens.
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

/* For bambu-call.c, which sends what a client builds. */
BambuExchange *bambu_client_create_exchange   (BambuClient   *self,
                                               BambuRequest  *request,
                                               const char    *token);
guint          bambu_client_get_wait          (BambuClient   *self,
                                               guint          tries);
void           bambu_client_report_signed_out (BambuClient   *self,
                                               const char    *token);

/* For tests, which cannot wait as long as people do. @wait_ms is what the waits between tries grow from. */
void           bambu_client_set_limits        (BambuClient         *self,
                                               const BambuLimits   *limits,
                                               guint                wait_ms);

G_END_DECLS
