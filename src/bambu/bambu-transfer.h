/* bambu-transfer.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-client.h"

G_BEGIN_DECLS

/* BambuTransfer: a file on its way from the cloud to a folder, of any size, written to NAME.part beside its target by a
 * thread of its own. A transfer that was cancelled or failed goes on where it was when it is run again, where
 * the server allows it; a connection that drops is tried again by itself. What is unfinished is deleted with the
 * transfer. Never sends the token.
 *
 * Properties, read-only and notified in the main context that ran it, some times a second:
 *   "received"  guint64   bytes so far
 *   "total"     guint64   bytes in all; 0 not known
 *   "progress"  double    0 to 1; -1 not known
 */
#define BAMBU_TYPE_TRANSFER (bambu_transfer_get_type ())

G_DECLARE_FINAL_TYPE (BambuTransfer, bambu_transfer, BAMBU, TRANSFER, GObject)

/* A name that can only be one of a file in a folder: for what the cloud calls a file. Never empty, at most 200 bytes. */
char          *bambu_transfer_clean_name   (const char           *name);

/* How large a file is, without fetching it: 0 where its server does not tell. Fails with a BambuError. */
void           bambu_transfer_measure_async  (BambuClient          *client,
                                              const char           *address,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean       bambu_transfer_measure_finish (BambuClient          *client,
                                              GAsyncResult         *result,
                                              guint64              *size,
                                              GError              **error);

/* @md5: NULL where it is not known; otherwise what the file must have, as 32 hexadecimal digits in any case. */
BambuTransfer *bambu_transfer_new          (BambuClient          *client,
                                            const char           *address,
                                            GFile                *file,
                                            const char           *md5);
GFile         *bambu_transfer_get_file     (BambuTransfer        *self);
guint64        bambu_transfer_get_received (BambuTransfer        *self);
guint64        bambu_transfer_get_total    (BambuTransfer        *self);
double         bambu_transfer_get_progress (BambuTransfer        *self);

/* Addresses expire: a fresh one of the same file, for when a run failed with FORBIDDEN or NOT_FOUND. */
void           bambu_transfer_set_address  (BambuTransfer        *self,
                                            const char           *address);

/* @replace: whether a file that is there already may be replaced. Fails with a BambuError (PROTOCOL where the MD5 does not
 * match: nothing is kept then), G_IO_ERROR_EXISTS, or whatever the file system says. One run at a time.
 */
void           bambu_transfer_run_async    (BambuTransfer        *self,
                                            gboolean              replace,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean       bambu_transfer_run_finish   (BambuTransfer        *self,
                                            GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
