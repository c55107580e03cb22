/* platen-project-loader.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PROJECT_LOADER (platen_project_loader_get_type ())

/* Sees to it that the detail of a project is there, and of today, for as long as something shows it.
 *
 * Properties:
 *   "session"  BambuSession
 *   "project"  BambuProject
 *   "active"   gboolean   whether it is shown; what is not is not loaded
 *   "error"    GError     read-only: why the last try failed; NULL after one that worked
 */
G_DECLARE_FINAL_TYPE (PlatenProjectLoader, platen_project_loader, PLATEN, PROJECT_LOADER, GObject)

PlatenProjectLoader *platen_project_loader_new         (void);
void                 platen_project_loader_set_session (PlatenProjectLoader *self,
                                                        BambuSession        *session);
void                 platen_project_loader_set_project (PlatenProjectLoader *self,
                                                        BambuProject        *project);
void                 platen_project_loader_set_active  (PlatenProjectLoader *self,
                                                        gboolean             active);
const GError        *platen_project_loader_get_error   (PlatenProjectLoader *self);
void                 platen_project_loader_retry       (PlatenProjectLoader *self);
void                 platen_project_loader_renew       (PlatenProjectLoader *self);

G_END_DECLS
