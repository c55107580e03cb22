/* platen-tray-text.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-device.h"

G_BEGIN_DECLS

/* What the tray says of the printers. All (transfer full).
 * @now: (nullable): the time that it is seen from, or NULL for the present.
 */
BambuDevice *platen_tray_find_next    (GListModel  *devices,
                                       GDateTime   *now);
char        *platen_tray_dup_line     (BambuDevice *device,
                                       GDateTime   *now);
char        *platen_tray_dup_tooltip  (GListModel  *devices,
                                       GDateTime   *now);

G_END_DECLS
