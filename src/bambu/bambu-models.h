/* bambu-models.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *bambu_models_get_name   (const char *code,
                                     const char *product_name);
const char *bambu_models_get_family (const char *code,
                                     const char *name);
gboolean    bambu_models_has_door   (const char *family);

G_END_DECLS
