/* bambu-firmware.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BAMBU_TYPE_FIRMWARE (bambu_firmware_get_type ())

/* The firmware of a printer, or of one AMS unit of it. Immutable. Properties as the getters. */
G_DECLARE_FINAL_TYPE (BambuFirmware, bambu_firmware, BAMBU, FIRMWARE, GObject)

const char *bambu_firmware_get_device_id (BambuFirmware *self);  /* serial number of the printer or unit */
const char *bambu_firmware_get_name      (BambuFirmware *self);  /* of an AMS unit, where told */
const char *bambu_firmware_get_version   (BambuFirmware *self);  /* installed */
const char *bambu_firmware_get_newest    (BambuFirmware *self);  /* as far as the cloud offers one */
gboolean    bambu_firmware_get_update    (BambuFirmware *self);  /* the newest is newer than the installed one */
gboolean    bambu_firmware_get_forced    (BambuFirmware *self);  /* the printer insists on the update */
const char *bambu_firmware_get_notes     (BambuFirmware *self);  /* release notes: Markdown, or its like in brackets */
const char *bambu_firmware_get_uri       (BambuFirmware *self);
GListModel *bambu_firmware_get_units     (BambuFirmware *self);  /* of BambuFirmware: the AMS units; empty for a unit */
gboolean    bambu_firmware_get_any_update (BambuFirmware *self); /* of the printer or one of its units */

/* Compares "01.02.10.00" part by part, as numbers. Like strcmp(); NULL is older than anything. */
int         bambu_firmware_compare       (const char    *a,
                                          const char    *b);

G_END_DECLS
