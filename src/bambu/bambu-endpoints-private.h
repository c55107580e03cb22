/* bambu-endpoints-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-cache.h"
#include "bambu-endpoints.h"

G_BEGIN_DECLS

/* What all typed calls do: sends @request (transfer full) and has @make make something of the answer. They end with
 * bambu_client_call_finish().
 */
void bambu_endpoints_call              (BambuClient         *client,
                                        BambuRequest        *request,
                                        BambuMakeFunc        make,
                                        const char          *make_data,
                                        GDestroyNotify       result_free,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);

/* The typed calls with a cache (nullable) that keeps their answers. */
void bambu_endpoints_call_and_keep     (BambuClient         *client,
                                        BambuRequest        *request,
                                        BambuMakeFunc        make,
                                        GDestroyNotify       result_free,
                                        BambuCache          *cache,
                                        const char          *name,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
void bambu_endpoints_get_devices_async (BambuClient         *client,
                                        BambuCache          *cache,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);

G_END_DECLS
