/* bambu-project-loader.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-cache.h"
#include "bambu-project.h"

G_BEGIN_DECLS

/* BambuProjectLoader: fetches projects' details for whoever looks at them, from the disk or the cloud, four at a time, the
 * one asked for last first.
 */
#define BAMBU_TYPE_PROJECT_LOADER (bambu_project_loader_get_type ())

G_DECLARE_FINAL_TYPE (BambuProjectLoader, bambu_project_loader, BAMBU, PROJECT_LOADER, GObject)

BambuProjectLoader *bambu_project_loader_new         (BambuClient         *client);
void                bambu_project_loader_set_cache   (BambuProjectLoader  *self,
                                                      BambuCache          *cache);
void                bambu_project_loader_load        (BambuProjectLoader  *self,
                                                      BambuProject        *project,
                                                      gboolean             renew,
                                                      GTask               *task);
void                bambu_project_loader_recall      (BambuProjectLoader  *self,
                                                      BambuProject        *project,
                                                      GTask               *task);

G_END_DECLS
