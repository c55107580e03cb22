/* bambu-progress.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* BambuProgress: how far a worker thread is, for an object of the thread that made it. Reference counted, thread-safe. */
typedef struct _BambuProgress BambuProgress;

/**
 * BambuProgressChanged:
 * @owner: whose progress it is
 *
 * Called where the progress was made, in its main context, when it has changed; some times a second at most.
 */
typedef void (*BambuProgressChanged) (GObject *owner);

BambuProgress *bambu_progress_new       (GObject              *owner,
                                         BambuProgressChanged  changed);
BambuProgress *bambu_progress_ref       (BambuProgress        *self);
void           bambu_progress_unref     (BambuProgress        *self);
void           bambu_progress_set       (BambuProgress        *self,
                                         guint64               done,
                                         guint64               total);
guint64        bambu_progress_get_done  (BambuProgress        *self);
guint64        bambu_progress_get_total (BambuProgress        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BambuProgress, bambu_progress_unref)

G_END_DECLS
