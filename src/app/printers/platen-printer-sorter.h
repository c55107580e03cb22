/* platen-printer-sorter.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlatenPrinterOrder:
 * @PLATEN_PRINTER_ORDER_ATTENTION: what needs attention, then what prints by the time left, then the rest
 * @PLATEN_PRINTER_ORDER_TIME_LEFT: what is done soonest, then the rest
 * @PLATEN_PRINTER_ORDER_NAME: by name
 *
 * What comes first among printers. The name decides among equals.
 */
typedef enum
{
  PLATEN_PRINTER_ORDER_ATTENTION,
  PLATEN_PRINTER_ORDER_TIME_LEFT,
  PLATEN_PRINTER_ORDER_NAME,
} PlatenPrinterOrder;

gboolean   platen_printer_order_from_string (const char         *string,
                                             PlatenPrinterOrder *order);
GtkSorter *platen_printer_sorter_new        (PlatenPrinterOrder  order);

G_END_DECLS
