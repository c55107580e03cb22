/* demo-server.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "demo-exchange.h"
#include "demo-faults.h"
#include "demo-live.h"
#include "demo-log.h"
#include "demo-store.h"

G_BEGIN_DECLS

#define DEMO_TYPE_SERVER (demo_server_get_type ())

G_DECLARE_FINAL_TYPE (DemoServer, demo_server, DEMO, SERVER, GObject)

DemoServer   *demo_server_new          (DemoWorld       *world,
                                        const char      *token,
                                        GTlsCertificate *certificate);
gboolean      demo_server_listen       (DemoServer      *self,
                                        guint            port,
                                        GError         **error);
gboolean      demo_server_start_live   (DemoServer      *self,
                                        GError         **error);
char         *demo_server_dup_url      (DemoServer      *self);
char         *demo_server_sign_url     (DemoServer      *self,
                                        DemoExchange    *exchange,
                                        const char      *method,
                                        const char      *path);
char         *demo_server_make_url     (DemoServer      *self,
                                        DemoExchange    *exchange,
                                        const char      *path);

DemoWorld    *demo_server_get_world    (DemoServer      *self);
DemoAccounts *demo_server_get_accounts (DemoServer      *self);
DemoFaults   *demo_server_get_faults   (DemoServer      *self);
DemoLive     *demo_server_get_live     (DemoServer      *self);
DemoLog      *demo_server_get_log      (DemoServer      *self);
DemoStore    *demo_server_get_store    (DemoServer      *self);

G_END_DECLS
