/* bambu-live-types-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-ams.h"
#include "bambu-hms.h"
#include "bambu-module.h"
#include "bambu-nozzle.h"
#include "bambu-report.h"
#include "bambu-tray.h"

G_BEGIN_DECLS

/* How the parts of a printer are made of its reports. Those that change as long as they are there take over what is newer
 * where that is about the same part; of the others two can be equal.
 */

BambuTray   *bambu_tray_new         (const BambuReportTray   *report,
                                     gboolean                 in_use);
gboolean     bambu_tray_equal       (BambuTray               *self,
                                     BambuTray               *other);
BambuAms    *bambu_ams_new          (const BambuReportAms    *report,
                                     int                      tray_in_use);
gboolean     bambu_ams_take_over    (BambuAms                *self,
                                     BambuAms                *newer);
BambuNozzle *bambu_nozzle_new       (const BambuReportNozzle *report,
                                     gboolean                 active);
gboolean     bambu_nozzle_take_over (BambuNozzle             *self,
                                     BambuNozzle             *newer);
BambuHms    *bambu_hms_new          (const BambuReportHms    *report,
                                     const char              *family);
gboolean     bambu_hms_equal        (BambuHms                *self,
                                     BambuHms                *other);
BambuModule *bambu_module_new       (const BambuReportModule *report);
gboolean     bambu_module_equal     (BambuModule             *self,
                                     BambuModule             *other);

G_END_DECLS
