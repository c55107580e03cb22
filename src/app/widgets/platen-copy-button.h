/* platen-copy-button.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_COPY_BUTTON (platen_copy_button_get_type ())

/* Copies a text to the clipboard, and says so in a toast where it stands in an AdwToastOverlay.
 *
 * Properties:
 *   "text"   string  what is copied
 *   "label"  string  what the button does: "Copy Serial Number"
 *   "toast"  string  what is said then: "Serial number copied"
 */
G_DECLARE_FINAL_TYPE (PlatenCopyButton, platen_copy_button, PLATEN, COPY_BUTTON, AdwBin)

GtkWidget *platen_copy_button_new      (void);
void       platen_copy_button_set_text (PlatenCopyButton *self,
                                        const char       *text);

G_END_DECLS
