/* platen-autostart.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_AUTOSTART (platen_autostart_get_type ())

/* Whether the desktop starts the program at login, in the background: by an entry in its autostart folder, or, in a
 * sandbox, by the Background portal, which cannot be asked what it was told: that is remembered here.
 */
G_DECLARE_FINAL_TYPE (PlatenAutostart, platen_autostart, PLATEN, AUTOSTART, GObject)

PlatenAutostart *platen_autostart_new          (GSettings            *settings,
                                                GDBusConnection      *connection,
                                                gboolean              sandboxed);
void             platen_autostart_query_async  (PlatenAutostart      *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean         platen_autostart_query_finish (PlatenAutostart      *self,
                                                GAsyncResult         *result,
                                                gboolean             *enabled,
                                                GError              **error);
void             platen_autostart_set_async    (PlatenAutostart      *self,
                                                gboolean              enabled,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean         platen_autostart_set_finish   (PlatenAutostart      *self,
                                                GAsyncResult         *result,
                                                gboolean             *enabled,
                                                GError              **error);

G_END_DECLS
