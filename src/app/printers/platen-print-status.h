/* platen-print-status.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "bambu-device.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PRINT_STATUS (platen_print_status_get_type ())

/* How a printer is doing: its state in words, colour and symbol, its print, the progress, and the time left, which
 * counts down while it is seen.
 *
 * Properties:
 *   "device"       BambuDevice
 *   "description"  string       read-only: all of it in one line, to be read out
 *   "wrap"         gboolean     whether the name of the print may take several lines rather than be cut short
 */
G_DECLARE_FINAL_TYPE (PlatenPrintStatus, platen_print_status, PLATEN, PRINT_STATUS, GtkWidget)

GtkWidget   *platen_print_status_new             (void);
BambuDevice *platen_print_status_get_device      (PlatenPrintStatus *self);
void         platen_print_status_set_device      (PlatenPrintStatus *self,
                                                  BambuDevice       *device);
const char  *platen_print_status_get_description (PlatenPrintStatus *self);

G_END_DECLS
