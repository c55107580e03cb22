/* platen-printer-card.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PRINTER_CARD (platen_printer_card_get_type ())

/* A printer in the grid of all: the plate that it prints, and how it is doing.
 *
 * Properties:
 *   "session"  BambuSession
 *   "device"   BambuDevice
 */
G_DECLARE_FINAL_TYPE (PlatenPrinterCard, platen_printer_card, PLATEN, PRINTER_CARD, GtkWidget)

GtkWidget   *platen_printer_card_new         (void);
void         platen_printer_card_set_session (PlatenPrinterCard *self,
                                              BambuSession      *session);
BambuDevice *platen_printer_card_get_device  (PlatenPrinterCard *self);
void         platen_printer_card_set_device  (PlatenPrinterCard *self,
                                              BambuDevice       *device);

G_END_DECLS
