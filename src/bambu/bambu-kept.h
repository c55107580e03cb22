/* bambu-kept.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-account.h"
#include "bambu-cache.h"

G_BEGIN_DECLS

/* BambuKept: what was last known of an account. What was not kept, or was damaged, is NULL. */
typedef struct
{
  BambuAccount *account;
  GPtrArray    *devices;
  GPtrArray    *projects;
  GPtrArray    *presets;
  GDateTime    *devices_saved;
  GDateTime    *projects_saved;
  GDateTime    *presets_saved;
} BambuKept;

void       bambu_kept_load_async  (BambuCache           *cache,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
BambuKept *bambu_kept_load_finish (BambuCache           *cache,
                                   GAsyncResult         *result,
                                   GError              **error);
void       bambu_kept_free        (BambuKept            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BambuKept, bambu_kept_free)

G_END_DECLS
