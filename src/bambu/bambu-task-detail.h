/* bambu-task-detail.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BAMBU_TYPE_TASK_DETAIL (bambu_task_detail_get_type ())

/* What user/task/{id} tells where the cloud does not forbid it (it does). Immutable. Properties as the getters. */
G_DECLARE_FINAL_TYPE (BambuTaskDetail, bambu_task_detail, BAMBU, TASK_DETAIL, GObject)

const char *bambu_task_detail_get_name       (BambuTaskDetail *self);
const char *bambu_task_detail_get_status     (BambuTaskDetail *self);
const char *bambu_task_detail_get_project_id (BambuTaskDetail *self);
const char *bambu_task_detail_get_model_id   (BambuTaskDetail *self);
const char *bambu_task_detail_get_profile_id (BambuTaskDetail *self);
GListModel *bambu_task_detail_get_values     (BambuTaskDetail *self);  /* of BambuSetting: whatever was told, in the cloud's order */

G_END_DECLS
