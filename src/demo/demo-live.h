/* demo-live.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-accounts.h"

G_BEGIN_DECLS

/* What the printers report by MQTT, and what they do that is asked of them there. */
typedef struct _DemoLive DemoLive;

DemoLive *demo_live_new     (DemoWorld    *world,
                             DemoAccounts *accounts);
void      demo_live_free    (DemoLive     *self);
gboolean  demo_live_start   (DemoLive     *self,
                             GError      **error);
char     *demo_live_dup_url (DemoLive     *self);
void      demo_live_report  (DemoLive     *self,
                             DemoPrinter  *printer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoLive, demo_live_free)

G_END_DECLS
