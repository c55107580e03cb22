/* platen-history-filter.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "bambu-session.h"

G_BEGIN_DECLS

char *platen_history_filter_dup_text  (BambuSession   *session,
                                       const char     *device_id,
                                       BambuTaskState  state);
void  platen_history_filter_fill_menu (GMenu          *menu,
                                       BambuList      *devices);

G_END_DECLS
