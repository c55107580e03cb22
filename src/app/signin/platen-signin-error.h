/* platen-signin-error.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void platen_signin_show_error (GtkWidget  *field,
                               GtkLabel   *label,
                               const char *message);

G_END_DECLS
