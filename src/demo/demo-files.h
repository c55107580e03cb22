/* demo-files.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-project.h"

G_BEGIN_DECLS

/* What comes along with a project of several plates. */
#define DEMO_FILES_GUIDE "assembly.txt"
#define DEMO_FILES_PARTS "parts.csv"

/* The files of a project, as the slicer leaves them in the cloud. */
const char * const *demo_files_get_configs (void);
char               *demo_files_get_name    (DemoProject *project);
GBytes             *demo_files_make_config (DemoProject *project,
                                            DemoProfile *profile,
                                            const char  *name);
GBytes             *demo_files_make_3mf    (DemoProject *project,
                                            DemoProfile *profile);

G_END_DECLS
