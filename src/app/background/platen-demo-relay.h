/* platen-demo-relay.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Desktops know what runs in a sandbox by the sandbox's name, which is the real program's: a click on a notification of
 * the demo comes to the real program, whether it runs or not, and is handed on by it.
 */
void     platen_demo_relay_set_action   (GNotification        *notification,
                                         GApplication         *application,
                                         gboolean              sandboxed,
                                         const char           *action,
                                         const char           *target);
void     platen_demo_relay_send_async   (GApplication         *application,
                                         const char           *action,
                                         const char           *target,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean platen_demo_relay_send_finish  (GApplication         *application,
                                         GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
