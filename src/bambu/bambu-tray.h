/* bambu-tray.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BAMBU_TYPE_TRAY (bambu_tray_get_type ())

/* A place for a spool: in an AMS unit, or outside of one. It never changes; another takes its place. Properties as the
 * getters. */
G_DECLARE_FINAL_TYPE (BambuTray, bambu_tray, BAMBU, TRAY, GObject)

int          bambu_tray_get_id        (BambuTray *self);
gboolean     bambu_tray_get_filled    (BambuTray *self);
const char  *bambu_tray_get_kind      (BambuTray *self);
const char  *bambu_tray_get_name      (BambuTray *self);
gboolean     bambu_tray_get_has_color (BambuTray *self);
guint32      bambu_tray_get_color     (BambuTray *self);
int          bambu_tray_get_remaining (BambuTray *self);
gboolean     bambu_tray_get_in_use    (BambuTray *self);

G_END_DECLS
