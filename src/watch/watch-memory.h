/* watch-memory.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "watch-machine.h"

G_BEGIN_DECLS

/* What a machine knows, as text: a key file, which later versions may add to. */
char         *watch_memory_write       (WatchMachine         *machine);
WatchMachine *watch_memory_read        (const char           *text,
                                        GError              **error);

/* And as a file. All of it happens in a worker thread. */
void          watch_memory_load_async  (const char           *path,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
WatchMachine *watch_memory_load_finish (GAsyncResult         *result,
                                        GError              **error);
void          watch_memory_save_async  (const char           *path,
                                        char                 *text,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean      watch_memory_save_finish (GAsyncResult         *result,
                                        GError              **error);
/* As if there had never been any. */
void          watch_memory_remove_async (const char          *path,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
gboolean      watch_memory_remove_finish (GAsyncResult       *result,
                                          GError            **error);

G_END_DECLS
