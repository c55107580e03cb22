/* demo-report.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-json.h"
#include "demo-printer.h"

G_BEGIN_DECLS

/* How a printer reports. */
typedef enum
{
  DEMO_REPORT_WHOLE,   /* everything each time */
  DEMO_REPORT_CHANGED, /* only what has changed */
  DEMO_REPORT_NEW,     /* everything, with temperatures by component and two nozzles where it has them */
} DemoReportKind;

/* What only those know who hear a printer itself. */
typedef struct
{
  double   nozzle;        /* °C */
  double   second_nozzle;
  double   bed;
  double   chamber;
  gint64   warmed;        /* when they were right, in the world's time; 0 never */
  gboolean light;
  int      speed;         /* 1 to 4 */
  guint    serial;        /* counts reports */
} DemoMachine;

DemoReportKind demo_report_get_kind        (DemoPrinter *printer);
gboolean       demo_report_needs_signature (DemoPrinter *printer);
void           demo_machine_init           (DemoMachine *machine,
                                            DemoPrinter *printer,
                                            gint64       now);
void           demo_machine_advance        (DemoMachine *machine,
                                            DemoPrinter *printer,
                                            gint64       now);
JsonObject    *demo_report_create          (DemoPrinter *printer,
                                            DemoMachine *machine,
                                            gint64       now);
JsonObject    *demo_report_create_versions (DemoPrinter *printer);
JsonObject    *demo_report_create_change   (JsonObject  *before,
                                            JsonObject  *now);

G_END_DECLS
