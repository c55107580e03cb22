/* platen-setting-info.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-preset.h"

G_BEGIN_DECLS

/* What is known of the slicer's settings by their keys: what to call them, what they belong to, how to say their
 * values. What is not known is shown all the same, under "Miscellaneous" and as it came.
 */
const char *platen_setting_get_group  (BambuPresetKind  kind,
                                       const char      *key,
                                       int             *rank);
char       *platen_setting_dup_label  (const char      *key);
char       *platen_setting_dup_value  (const char      *key,
                                       const char      *value);
gboolean    platen_setting_same_value (const char      *a,
                                       const char      *b);
gboolean    platen_setting_is_hidden  (const char      *key);

G_END_DECLS
