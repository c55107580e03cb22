/* bambu-list.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-item.h"

G_BEGIN_DECLS

/* BambuList: a GListModel of BambuItems that lives as long as its session. Each refresh merges by id: what is
 * still there stays the same object in the same selection, and items-changed is emitted only for the
 * runs that came, went or moved.
 *
 * Properties, all read-only and notified:
 *   "loading"  gboolean    a refresh is under way
 *   "updated"  GDateTime   when the cloud was last heard on this list, also from the disk cache; NULL: never
 *   "error"    GError      why the last refresh failed; NULL after one that worked
 *   "n-items"  guint
 *
 * signal "heard" (gint64 asked): an answer of the cloud has been merged, whether it changed anything or not. @asked: when it
 * was asked for, in microseconds of the monotonic clock. What was kept on disk is not heard.
 */
#define BAMBU_TYPE_LIST (bambu_list_get_type ())

G_DECLARE_FINAL_TYPE (BambuList, bambu_list, BAMBU, LIST, GObject)

gboolean      bambu_list_get_loading    (BambuList            *self);
GDateTime    *bambu_list_get_updated    (BambuList            *self);
const GError *bambu_list_get_error      (BambuList            *self);
gpointer      bambu_list_lookup         (BambuList            *self,
                                         const char           *id); /* (transfer none) (nullable) */
/* Refreshes that overlap share one request; cancelling ends the wait of that caller alone. */
void          bambu_list_refresh_async  (BambuList            *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean      bambu_list_refresh_finish (BambuList            *self,
                                         GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
