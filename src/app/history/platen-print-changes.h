/* platen-print-changes.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-list.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PRINT_CHANGES (platen_print_changes_get_type ())

/* Notices by the printers that prints begin and end: lists of prints are worth another look then.
 *
 * Signal "changed"
 */
G_DECLARE_FINAL_TYPE (PlatenPrintChanges, platen_print_changes, PLATEN, PRINT_CHANGES, GObject)

PlatenPrintChanges *platen_print_changes_new (BambuList *devices);

G_END_DECLS
