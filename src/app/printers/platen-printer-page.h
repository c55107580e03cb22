/* platen-printer-page.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PRINTER_PAGE (platen_printer_page_get_type ())

/* One printer: its print, and what there is to know of it. Implements PlatenPage. */
G_DECLARE_FINAL_TYPE (PlatenPrinterPage, platen_printer_page, PLATEN, PRINTER_PAGE, AdwBin)

GtkWidget   *platen_printer_page_new        (BambuSession      *session,
                                             BambuDevice       *device);
BambuDevice *platen_printer_page_get_device (PlatenPrinterPage *self);

G_END_DECLS
