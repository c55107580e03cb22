/* platen-history-export.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "platen-grouped-list.h"

G_BEGIN_DECLS

void platen_history_export (GtkWidget         *page,
                            const char        *format,
                            PlatenGroupedList *rows,
                            GCancellable      *cancellable);

G_END_DECLS
