/* platen-task-text.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-task.h"

G_BEGIN_DECLS

/* What became of a print: what colours and symbolizes it. Never NULL. */
const char *platen_task_state_get_class (BambuTaskState  state);
const char *platen_task_state_get_icon  (BambuTaskState  state);

/* What there is to say of prints. What is duplicated is the caller's; where it says so, NULL for nothing. */
char       *platen_task_dup_title       (BambuTask      *task);
char       *platen_task_dup_printer     (BambuTask      *task); /* nullable */
char       *platen_task_dup_plate       (BambuTask      *task); /* nullable */
const char *platen_task_get_bed         (BambuTask      *task); /* nullable */
char       *platen_task_dup_summary     (BambuTask      *task);
char       *platen_task_dup_duration    (BambuTask      *task); /* nullable */
char       *platen_task_dup_estimate    (BambuTask      *task); /* nullable: where it says no more than the duration */
char       *platen_task_dup_day         (BambuTask      *task,
                                         int            *day);

G_END_DECLS
