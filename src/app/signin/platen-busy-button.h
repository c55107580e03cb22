/* platen-busy-button.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_BUSY_BUTTON (platen_busy_button_get_type ())

/* A button that turns into a spinner of its own size while what it started is under way.
 *
 * Properties:
 *   "text"  string    its label, with a mnemonic
 *   "busy"  gboolean  the spinner is shown
 */
G_DECLARE_FINAL_TYPE (PlatenBusyButton, platen_busy_button, PLATEN, BUSY_BUTTON, GtkButton)

void platen_busy_button_set_busy (PlatenBusyButton *self,
                                  gboolean          busy);

G_END_DECLS
