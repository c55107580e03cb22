/* platen-project-detail.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PROJECT_DETAIL (platen_project_detail_get_type ())

/* Sees to it that the detail of a project is there, and of today, for as long as something shows it.
 *
 * When to ask, and when again, is its business; how, and what is known already, is the session's.
 *
 * Property "error", read-only: why the last try failed; NULL after one that worked
 */
G_DECLARE_FINAL_TYPE (PlatenProjectDetail, platen_project_detail, PLATEN, PROJECT_DETAIL, GObject)

PlatenProjectDetail *platen_project_detail_new         (void);
void                 platen_project_detail_set_session (PlatenProjectDetail *self,
                                                        BambuSession        *session);
void                 platen_project_detail_set_project (PlatenProjectDetail *self,
                                                        BambuProject        *project);
void                 platen_project_detail_set_active  (PlatenProjectDetail *self,
                                                        gboolean             active);
const GError        *platen_project_detail_get_error   (PlatenProjectDetail *self);
void                 platen_project_detail_retry       (PlatenProjectDetail *self);
void                 platen_project_detail_renew       (PlatenProjectDetail *self);

G_END_DECLS
