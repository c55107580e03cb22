/* platen-preferences-window.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "platen-background.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PREFERENCES_WINDOW (platen_preferences_window_get_type ())

G_DECLARE_FINAL_TYPE (PlatenPreferencesWindow, platen_preferences_window, PLATEN, PREFERENCES_WINDOW, AdwPreferencesWindow)

GtkWidget *platen_preferences_window_new (GtkWindow        *parent,
                                          GSettings        *settings,
                                          PlatenBackground *background);

G_END_DECLS
