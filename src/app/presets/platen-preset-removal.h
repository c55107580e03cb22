/* platen-preset-removal.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

GtkWidget *platen_preset_removal_ask (GtkWindow    *window,
                                      BambuSession *session,
                                      BambuPreset  *preset);

G_END_DECLS
