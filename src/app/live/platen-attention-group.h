/* platen-attention-group.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-device.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_ATTENTION_GROUP (platen_attention_group_get_type ())

/* What a printer complains about: by severity and code, each with a link to the vendor's page about it. */
G_DECLARE_FINAL_TYPE (PlatenAttentionGroup, platen_attention_group, PLATEN, ATTENTION_GROUP, AdwPreferencesGroup)

void platen_attention_group_set_device (PlatenAttentionGroup *self,
                                        BambuDevice          *device);

G_END_DECLS
