/* platen-strip.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_STRIP (platen_strip_get_type ())

/* A message across the top of what it concerns, with at most one thing to do about it.
 *
 * Properties:
 *   "title"         string    the message, wrapped as needed; accepts no markup
 *   "button-label"  string    NULL: no button
 *   "revealed"      gboolean  whether it is shown
 *   "busy"          gboolean  the button cannot be pressed for now
 *
 * Signal "button-clicked"
 */
G_DECLARE_FINAL_TYPE (PlatenStrip, platen_strip, PLATEN, STRIP, GtkWidget)

GtkWidget  *platen_strip_new              (void);
const char *platen_strip_get_title        (PlatenStrip *self);
void        platen_strip_set_title        (PlatenStrip *self,
                                           const char  *title);
void        platen_strip_set_button_label (PlatenStrip *self,
                                           const char  *label);
gboolean    platen_strip_get_revealed     (PlatenStrip *self);
void        platen_strip_set_revealed     (PlatenStrip *self,
                                           gboolean     revealed);
void        platen_strip_set_busy         (PlatenStrip *self,
                                           gboolean     busy);

G_END_DECLS
