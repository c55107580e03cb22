/* platen-task-page.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_TASK_PAGE (platen_task_page_get_type ())

/* All that is known of a print. */
G_DECLARE_FINAL_TYPE (PlatenTaskPage, platen_task_page, PLATEN, TASK_PAGE, AdwBin)

GtkWidget *platen_task_page_new      (BambuSession   *session,
                                      const char     *task_id,
                                      BambuTask      *task);
BambuTask *platen_task_page_get_task (PlatenTaskPage *self);

G_END_DECLS
