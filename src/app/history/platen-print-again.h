/* platen-print-again.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-task.h"

G_BEGIN_DECLS

GtkWidget *platen_print_again_dialog_new (GtkWindow  *parent,
                                          BambuTask  *task,
                                          const char *printer);

G_END_DECLS
