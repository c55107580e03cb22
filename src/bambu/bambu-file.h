/* bambu-file.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BAMBU_TYPE_FILE (bambu_file_get_type ())

/* A file of a profile that the cloud gives an address for: a config, a picture, a guide. Properties as the getters. */
G_DECLARE_FINAL_TYPE (BambuFile, bambu_file, BAMBU, FILE, GObject)

const char *bambu_file_get_name (BambuFile *self);  /* untrusted: never a file name unchecked */
const char *bambu_file_get_dir  (BambuFile *self);
const char *bambu_file_get_uri  (BambuFile *self);  /* NULL: no address (from the disk cache: unsigned, expired) */

G_END_DECLS
