/* bambu-project.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-profile.h"

G_BEGIN_DECLS

#define BAMBU_TYPE_PROJECT (bambu_project_get_type ())

/* A project. What the list tells is there at once; what only the detail tells comes with
 * bambu_session_load_project_async() into the same object ("has-detail" turns TRUE).
 * Properties as the getters.
 */
G_DECLARE_FINAL_TYPE (BambuProject, bambu_project, BAMBU, PROJECT, BambuItem)

const char *bambu_project_get_id           (BambuProject *self);
const char *bambu_project_get_name         (BambuProject *self);
const char *bambu_project_get_model_id     (BambuProject *self);
const char *bambu_project_get_status       (BambuProject *self);
GDateTime  *bambu_project_get_created      (BambuProject *self);
GDateTime  *bambu_project_get_updated      (BambuProject *self);

gboolean    bambu_project_get_has_detail   (BambuProject *self);
GListModel *bambu_project_get_profiles     (BambuProject *self);  /* of BambuProfile; one model for the project's life */
guint       bambu_project_get_n_plates     (BambuProject *self);  /* of all profiles; 0 before the detail */
const char *bambu_project_get_thumbnail    (BambuProject *self);  /* of the first plate that has one */
const char *bambu_project_get_download_uri (BambuProject *self);
const char *bambu_project_get_download_md5 (BambuProject *self);

G_END_DECLS
