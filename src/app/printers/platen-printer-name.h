/* platen-printer-name.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PRINTER_NAME (platen_printer_name_get_type ())

/* The name of a printer, which can be changed where it stands: at once on the screen, and back again where the cloud refuses. */
G_DECLARE_FINAL_TYPE (PlatenPrinterName, platen_printer_name, PLATEN, PRINTER_NAME, AdwBin)

GtkWidget *platen_printer_name_new        (void);
void       platen_printer_name_set_device (PlatenPrinterName *self,
                                           BambuSession      *session,
                                           BambuDevice       *device);

G_END_DECLS
