/* platen-window-actions.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "platen-window.h"

G_BEGIN_DECLS

void platen_window_actions_install (GtkWidgetClass *widget_class);
void platen_window_actions_update  (PlatenWindow   *self);

G_END_DECLS
