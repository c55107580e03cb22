/* platen-close-dialog.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says what closing the window does where there is no tray. Responses: "keep" (go on without a window), "quit", "cancel". */
GtkWidget *platen_close_dialog_new (GtkWindow *parent);

G_END_DECLS
