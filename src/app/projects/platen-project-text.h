/* platen-project-text.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-project.h"

G_BEGIN_DECLS

/* What there is to say of a project. */
char *platen_project_dup_title   (BambuProject *project);
char *platen_project_dup_summary (BambuProject *project);

G_END_DECLS
