/* demo-draw-bed.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-draw-mesh.h"

G_BEGIN_DECLS

/* A bed that is being filled with parts, and the chance that makes each different. */
typedef struct _DemoBed DemoBed;

DemoBed  *demo_bed_new      (guint32     seed);
void      demo_bed_free     (DemoBed    *self);
DemoMesh *demo_bed_add      (DemoBed    *self);
DemoMesh *demo_bed_arrange  (DemoBed    *self,
                             guint       n_parts);
float     demo_bed_between  (DemoBed    *self,
                             float       low,
                             float       high);
int       demo_bed_count    (DemoBed    *self,
                             int         least,
                             int         most);
gboolean  demo_bed_toss     (DemoBed    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoBed, demo_bed_free)

G_END_DECLS
