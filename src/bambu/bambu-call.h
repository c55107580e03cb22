/* bambu-call.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-client.h"
#include "bambu-exchange.h"

G_BEGIN_DECLS

/* One call: a request sent until there is an answer or a reason to give up. */
void         bambu_call_async  (BambuClient          *client,
                                BambuRequest         *request,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
BambuAnswer *bambu_call_finish (BambuClient          *client,
                                GAsyncResult         *result,
                                GError              **error);

G_END_DECLS
