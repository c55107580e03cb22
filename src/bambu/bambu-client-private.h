/* bambu-client-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-client.h"
#include "bambu-exchange.h"
#include "bambu-making.h"

G_BEGIN_DECLS

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
void           bambu_client_reconnect         (BambuClient   *self);
GTlsDatabase  *bambu_client_get_tls_database  (BambuClient   *self);
void           bambu_client_report_signed_out (BambuClient   *self,
                                               const char    *token);

/* For tests, which cannot wait as long as people do. @wait_ms is what the waits between tries grow from. */
void           bambu_client_set_limits        (BambuClient         *self,
                                               const BambuLimits   *limits,
                                               guint                wait_ms);

G_END_DECLS
