/* watch-tasks.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <bambu-client.h>

G_BEGIN_DECLS

/* Reads my/tasks, the newest first, page after page until it has come to @floor or far enough; NULL reads one page. Then looks
 * for those of @wanted that have not been among them, among the newest of their printers. They are pairs: the id of the printer,
 * the id of the print.
 */
void       watch_tasks_fetch_async  (BambuClient          *client,
                                     const char           *floor,
                                     GPtrArray            *wanted,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
/* (transfer full) (element-type BambuTask), the newest first; one may be there twice */
GPtrArray *watch_tasks_fetch_finish (BambuClient          *client,
                                     GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
