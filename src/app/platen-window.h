/* platen-window.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "platen-application.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_WINDOW (platen_window_get_type ())

G_DECLARE_FINAL_TYPE (PlatenWindow, platen_window, PLATEN, WINDOW, AdwApplicationWindow)

PlatenWindow *platen_window_new (PlatenApplication *application);

G_END_DECLS
