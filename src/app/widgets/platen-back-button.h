/* platen-back-button.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_BACK_BUTTON (platen_back_button_get_type ())

/* The button at the start of every page's header bar. It shows itself where there is somewhere to go back to: on
 * a page that was opened from another, and where the sidebar is folded away. Activates win.back.
 */
G_DECLARE_FINAL_TYPE (PlatenBackButton, platen_back_button, PLATEN, BACK_BUTTON, GtkWidget)

GtkWidget *platen_back_button_new (void);

G_END_DECLS
