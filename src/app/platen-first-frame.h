/* platen-first-frame.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "platen-session-manager.h"

G_BEGIN_DECLS

void platen_first_frame_await (GtkWindow            *window,
                               PlatenSessionManager *manager);

G_END_DECLS
