/* bambu-live-store.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "bambu-report.h"

G_BEGIN_DECLS

/* What the printers of an account have reported, merged. It outlives a connection, since a printer may not be asked for
 * everything each time one is made. For any thread.
 */
typedef struct _BambuLiveStore BambuLiveStore;

BambuLiveStore *bambu_live_store_new         (void);
BambuLiveStore *bambu_live_store_ref         (BambuLiveStore  *self);
void            bambu_live_store_unref       (BambuLiveStore  *self);
gboolean        bambu_live_store_merge       (BambuLiveStore  *self,
                                              const char      *id,
                                              JsonObject      *json,
                                              gboolean        *is_full);
guint64         bambu_live_store_get_n_reports (BambuLiveStore *self);
void            bambu_live_store_keep_text   (BambuLiveStore  *self);
void            bambu_live_store_take_text   (BambuLiveStore  *self,
                                              const char      *id,
                                              const char      *data,
                                              gsize            length);
GBytes         *bambu_live_store_dup_text    (BambuLiveStore  *self,
                                              const char      *id);
BambuReport    *bambu_live_store_take        (BambuLiveStore  *self,
                                              const char      *id);
gint64          bambu_live_store_get_due     (BambuLiveStore  *self,
                                              const char      *id);
gint64          bambu_live_store_begin_ask   (BambuLiveStore  *self,
                                              const char      *id,
                                              gint64           interval);
void            bambu_live_store_retain      (BambuLiveStore  *self,
                                              GHashTable      *ids);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BambuLiveStore, bambu_live_store_unref)

G_END_DECLS
