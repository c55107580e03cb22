/* platen-printer-text.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-device.h"

G_BEGIN_DECLS

/* What there is to say of printers. All (transfer full); NULL where there is nothing to say.
 * @now: the time that it is seen from, or NULL for the present.
 */
int   platen_printer_get_time_left   (BambuDevice *device,
                                      GDateTime   *now);
char *platen_printer_dup_title       (BambuDevice *device);
char *platen_printer_dup_left        (BambuDevice *device,
                                      GDateTime   *now);
char *platen_printer_dup_done        (BambuDevice *device,
                                      GDateTime   *now);
char *platen_printer_dup_description (BambuDevice *device,
                                      GDateTime   *now);
char *platen_printer_dup_text        (BambuDevice *device);
char *platen_printers_dup_summary    (GListModel  *devices,
                                      GDateTime   *now);

G_END_DECLS
