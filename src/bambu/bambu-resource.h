/* bambu-resource.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BAMBU_TYPE_RESOURCE (bambu_resource_get_type ())

/* Something that the slicer downloads: itself, a plug-in, presets. Immutable. Properties as the getters. */
G_DECLARE_FINAL_TYPE (BambuResource, bambu_resource, BAMBU, RESOURCE, GObject)

gboolean    bambu_resource_get_software (BambuResource *self);  /* the slicer itself */
const char *bambu_resource_get_kind     (BambuResource *self);  /* "slicer/plugins/cloud"; NULL for the slicer */
const char *bambu_resource_get_version  (BambuResource *self);
const char *bambu_resource_get_notes    (BambuResource *self);  /* release notes */
const char *bambu_resource_get_uri      (BambuResource *self);
gboolean    bambu_resource_get_forced   (BambuResource *self);

G_END_DECLS
