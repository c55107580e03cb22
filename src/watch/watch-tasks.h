/* watch-tasks.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <bambu-client.h>

G_BEGIN_DECLS

/* Reads my/tasks, the newest first, page after page until it has come to @floor or far enough; NULL reads one page. */
void       watch_tasks_fetch_async  (BambuClient          *client,
                                     const char           *floor,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
/* (transfer full) (element-type BambuTask) */
GPtrArray *watch_tasks_fetch_finish (BambuClient          *client,
                                     GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
