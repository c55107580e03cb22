/* platen-task-row.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "bambu-pictures.h"
#include "bambu-task.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_TASK_ROW (platen_task_row_get_type ())

/* A print in a list. Signal "expired" (const char *id): the address of its cover has expired. */
G_DECLARE_FINAL_TYPE (PlatenTaskRow, platen_task_row, PLATEN, TASK_ROW, GtkWidget)

GtkWidget *platen_task_row_new      (void);
void       platen_task_row_set_task (PlatenTaskRow *self,
                                     BambuTask     *task,
                                     BambuPictures *pictures);

G_END_DECLS
