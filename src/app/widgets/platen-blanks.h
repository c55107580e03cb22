/* platen-blanks.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkSelectionModel *platen_blanks_new (guint n_blanks);

G_END_DECLS
