/* bambu-hms.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BambuHmsSeverity:
 * @BAMBU_HMS_SEVERITY_UNKNOWN: not one of those that are known
 * @BAMBU_HMS_SEVERITY_FATAL: the printer cannot go on
 * @BAMBU_HMS_SEVERITY_SERIOUS: a print is likely to fail
 * @BAMBU_HMS_SEVERITY_COMMON: something to look at
 * @BAMBU_HMS_SEVERITY_INFO: good to know
 *
 * How bad it is what a printer's health monitor says.
 */
typedef enum
{
  BAMBU_HMS_SEVERITY_UNKNOWN,
  BAMBU_HMS_SEVERITY_FATAL,
  BAMBU_HMS_SEVERITY_SERIOUS,
  BAMBU_HMS_SEVERITY_COMMON,
  BAMBU_HMS_SEVERITY_INFO,
} BambuHmsSeverity;

#define BAMBU_TYPE_HMS_SEVERITY (bambu_hms_severity_get_type ())
#define BAMBU_TYPE_HMS          (bambu_hms_get_type ())

/* Something that a printer's health monitor says, by its code alone: the words for it are the vendor's. It never changes.
 * Properties as the getters.
 */
G_DECLARE_FINAL_TYPE (BambuHms, bambu_hms, BAMBU, HMS, GObject)

GType             bambu_hms_severity_get_type (void);

const char       *bambu_hms_get_code          (BambuHms *self);
const char       *bambu_hms_get_link          (BambuHms *self);
BambuHmsSeverity  bambu_hms_get_severity      (BambuHms *self);

G_END_DECLS
