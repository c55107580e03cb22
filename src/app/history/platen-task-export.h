/* platen-task-export.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-task.h"

G_BEGIN_DECLS

/* Prints for other programs. @tasks holds BambuTasks. */
GBytes *platen_task_export_csv  (GListModel *tasks);
GBytes *platen_task_export_json (GListModel *tasks);

G_END_DECLS
