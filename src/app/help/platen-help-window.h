/* platen-help-window.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "platen-guide.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_HELP_WINDOW (platen_help_window_get_type ())

/* The user's guide, to be read beside the program. It is part of the program: a viewer may be missing, or not be within
 * reach of a sandbox.
 */
G_DECLARE_FINAL_TYPE (PlatenHelpWindow, platen_help_window, PLATEN, HELP_WINDOW, AdwWindow)

void         platen_help_window_present   (GtkWindow        *parent);
PlatenGuide *platen_help_window_get_guide (PlatenHelpWindow *self);

G_END_DECLS
