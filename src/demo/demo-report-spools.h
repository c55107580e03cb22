/* demo-report-spools.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-json.h"
#include "demo-printer.h"

G_BEGIN_DECLS

/* The part of a report that is about filament, and the versions of what there is. */

int  demo_report_get_tray   (DemoPrinter *printer);
void demo_report_add_spools (JsonObject  *print,
                             DemoPrinter *printer);

G_END_DECLS
