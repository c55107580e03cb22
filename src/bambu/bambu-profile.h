/* bambu-profile.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-file.h"
#include "bambu-item.h"
#include "bambu-plate.h"

G_BEGIN_DECLS

#define BAMBU_TYPE_PROFILE (bambu_profile_get_type ())

/* One profile of a project: how it was sliced for a machine. Properties as the getters. */
G_DECLARE_FINAL_TYPE (BambuProfile, bambu_profile, BAMBU, PROFILE, BambuItem)

const char *bambu_profile_get_id              (BambuProfile *self);
const char *bambu_profile_get_model_id        (BambuProfile *self);
const char *bambu_profile_get_name            (BambuProfile *self);
const char *bambu_profile_get_status          (BambuProfile *self);
GDateTime  *bambu_profile_get_created         (BambuProfile *self);
GDateTime  *bambu_profile_get_updated         (BambuProfile *self);
const char *bambu_profile_get_model_code      (BambuProfile *self);  /* compatibility: "BL-P001" */
const char *bambu_profile_get_model_name      (BambuProfile *self);  /* compatibility: "X1 Carbon" */
double      bambu_profile_get_nozzle_diameter (BambuProfile *self);  /* mm; 0 not told */
GListModel *bambu_profile_get_plates          (BambuProfile *self);  /* of BambuPlate */
GListModel *bambu_profile_get_configs         (BambuProfile *self);  /* of BambuFile */
GListModel *bambu_profile_get_pictures        (BambuProfile *self);  /* of BambuFile: pictures and auxiliary_pictures */
GListModel *bambu_profile_get_attachments     (BambuProfile *self);  /* of BambuFile: bom, guide, other */
GListModel *bambu_profile_get_materials       (BambuProfile *self);  /* of BambuFilament (kind and color) */
const char *bambu_profile_get_file_name       (BambuProfile *self);  /* of user/profile/{id}: the 3MF's name; untrusted */
const char *bambu_profile_get_uri             (BambuProfile *self);  /* of user/profile/{id}: the 3MF's address */
const char *bambu_profile_get_md5             (BambuProfile *self);

G_END_DECLS
