/* bambu-module.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BAMBU_TYPE_MODULE (bambu_module_get_type ())

/* A part of a printer that has firmware of its own. It never changes. Properties as the getters. */
G_DECLARE_FINAL_TYPE (BambuModule, bambu_module, BAMBU, MODULE, GObject)

const char  *bambu_module_get_name     (BambuModule *self);
const char  *bambu_module_get_product  (BambuModule *self);
const char  *bambu_module_get_firmware (BambuModule *self);
const char  *bambu_module_get_hardware (BambuModule *self);
const char  *bambu_module_get_serial   (BambuModule *self);

G_END_DECLS
