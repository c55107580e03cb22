/* platen-preset-import.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "bambu-session.h"

G_BEGIN_DECLS

void platen_preset_import (GtkWidget    *parent,
                           BambuSession *session,
                           GCancellable *cancellable);

G_END_DECLS
