/* bambu-item-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-item.h"

G_BEGIN_DECLS

void bambu_item_set_id (BambuItem  *self,
                        const char *id);

G_END_DECLS
