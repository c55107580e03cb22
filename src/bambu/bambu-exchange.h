/* bambu-exchange.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-answer.h"

G_BEGIN_DECLS

/* BambuExchange: one request and its answer over HTTP, sent once, redirects followed by hand. It knows nothing of the
 * cloud: any status is an answer. What does not lead to an answer fails with BAMBU_ERROR (OFFLINE, TIMED_OUT,
 * PROTOCOL) or G_IO_ERROR_CANCELLED, at once when its time is up or it is cancelled.
 */
#define BAMBU_TYPE_EXCHANGE (bambu_exchange_get_type ())

G_DECLARE_FINAL_TYPE (BambuExchange, bambu_exchange, BAMBU, EXCHANGE, GObject)

#define BAMBU_EXCHANGE_MAX_BYTES (32 * 1024 * 1024)

/**
 * BambuLimits:
 * @connect_ms: how long a connection may take to be made
 * @answer_ms: how long it may take from sending to the answer's last byte
 * @max_bytes: how large an answer may be, decompressed
 *
 * What an exchange may cost. Times are in milliseconds.
 */
typedef struct
{
  guint connect_ms;
  guint answer_ms;
  gsize max_bytes;
} BambuLimits;

extern const BambuLimits bambu_limits_default;

SoupSession   *bambu_exchange_create_session     (void);
BambuExchange *bambu_exchange_new                (SoupSession          *session,
                                                  const char           *method,
                                                  GUri                 *uri,
                                                  const BambuLimits    *limits);
void           bambu_exchange_add_header         (BambuExchange        *self,
                                                  const char           *name,
                                                  const char           *value);
void           bambu_exchange_add_private_header (BambuExchange        *self,
                                                  const char           *name,
                                                  const char           *value);
void           bambu_exchange_set_body           (BambuExchange        *self,
                                                  const char           *content_type,
                                                  GBytes               *body);
guint          bambu_exchange_get_repeats        (BambuExchange        *self);
void           bambu_exchange_send_async         (BambuExchange        *self,
                                                  int                   io_priority,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
BambuAnswer   *bambu_exchange_send_finish        (BambuExchange        *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

G_END_DECLS
