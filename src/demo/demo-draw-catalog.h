/* demo-draw-catalog.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-draw-parts.h"

G_BEGIN_DECLS

DemoPartsFunc        demo_catalog_find      (const char *name);
DemoPartsFunc        demo_catalog_pick      (guint32     seed);
const char * const  *demo_catalog_get_names (guint      *n_names);

G_END_DECLS
