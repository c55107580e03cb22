/* bambu-list-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-list.h"
#include "bambu-waiters.h"

G_BEGIN_DECLS

/**
 * BambuListFetch:
 * @owner: what the list was made with
 * @cancellable: (nullable): ends the fetch when nobody waits any more
 * @callback: to be called at the end
 * @user_data: for @callback
 *
 * Asks the cloud for everything that belongs into a list.
 */
typedef void       (*BambuListFetch)       (gpointer              owner,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
typedef GPtrArray *(*BambuListFetchFinish) (gpointer              owner,
                                            GAsyncResult         *result,
                                            GError              **error);

struct _BambuList
{
  GObject               parent_instance;

  GType                 item_type;
  GPtrArray            *items;
  GHashTable           *by_id;

  gpointer              owner;
  BambuListFetch        fetch;
  BambuListFetchFinish  finish;
  BambuWaiters         *waiters;

  GDateTime            *updated;
  gint64                asked;
  gint64                fetched;
  GError               *error;
};

BambuList *bambu_list_new         (GType                 item_type);
void       bambu_list_set_source  (BambuList            *self,
                                   gpointer              owner,
                                   BambuListFetch        fetch,
                                   BambuListFetchFinish  finish);
gboolean   bambu_list_merge       (BambuList            *self,
                                   GPtrArray            *newer);
guint      bambu_list_append      (BambuList            *self,
                                   GPtrArray            *older);
void       bambu_list_remove      (BambuList            *self,
                                   const char           *id);
void       bambu_list_set_updated (BambuList            *self,
                                   GDateTime            *updated);
gint64     bambu_list_get_asked   (BambuList            *self);
gint64     bambu_list_get_fetched (BambuList            *self);
void       bambu_list_set_heard   (BambuList            *self,
                                   gint64                asked);

G_END_DECLS
