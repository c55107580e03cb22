/* watch-reports.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <bambu-device.h>
#include <bambu-list.h>

G_BEGIN_DECLS

/* WatchReports: notices what the printers report themselves.
 *
 * signal "reported" (BambuDevice *device): a printer has reported something that may be an event.
 * signal "live-changed": the reports of all printers that are not offline come, or no longer do.
 */
#define WATCH_TYPE_REPORTS (watch_reports_get_type ())

G_DECLARE_FINAL_TYPE (WatchReports, watch_reports, WATCH, REPORTS, GObject)

WatchReports *watch_reports_new      (BambuList    *devices);
gboolean      watch_reports_get_live (WatchReports *self);

G_END_DECLS
