/* platen-live-line.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "bambu-device.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_LIVE_LINE (platen_live_line_get_type ())

/* What a printer reports, in a line and a row of dots in the colours of its filaments; not to be seen where it does not.
 * Property "device" (BambuDevice).
 */
G_DECLARE_FINAL_TYPE (PlatenLiveLine, platen_live_line, PLATEN, LIVE_LINE, GtkBox)

void platen_live_line_set_device (PlatenLiveLine *self,
                                  BambuDevice    *device);

G_END_DECLS
