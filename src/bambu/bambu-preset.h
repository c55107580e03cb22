/* bambu-preset.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-item.h"

G_BEGIN_DECLS

/**
 * BambuPresetKind:
 * @BAMBU_PRESET_KIND_PROCESS: how to print (the cloud's "print")
 * @BAMBU_PRESET_KIND_PRINTER: a machine with a nozzle
 * @BAMBU_PRESET_KIND_FILAMENT: a material
 *
 * What a slicer preset describes.
 */
typedef enum
{
  BAMBU_PRESET_KIND_PROCESS,
  BAMBU_PRESET_KIND_PRINTER,
  BAMBU_PRESET_KIND_FILAMENT,
} BambuPresetKind;

/* What a slicer's file of one preset may have at most; slicers write some tens of kilobytes. */
#define BAMBU_PRESET_FILE_BYTES (1024 * 1024)

#define BAMBU_TYPE_PRESET_KIND (bambu_preset_kind_get_type ())
#define BAMBU_TYPE_PRESET      (bambu_preset_get_type ())

/* A slicer preset as the list tells it. Properties as the getters. */
G_DECLARE_FINAL_TYPE (BambuPreset, bambu_preset, BAMBU, PRESET, BambuItem)

GType            bambu_preset_kind_get_type        (void);
const char      *bambu_preset_kind_to_string       (BambuPresetKind  kind);  /* "print", "printer", "filament" */
gboolean         bambu_preset_kind_from_string     (const char      *string,
                                                    BambuPresetKind *kind);  /* also "process" */

const char      *bambu_preset_get_id               (BambuPreset *self);
BambuPresetKind  bambu_preset_get_kind             (BambuPreset *self);
gboolean         bambu_preset_get_own              (BambuPreset *self);  /* the user's own, not the vendor's */
const char      *bambu_preset_get_name             (BambuPreset *self);
const char      *bambu_preset_get_nickname         (BambuPreset *self);
const char      *bambu_preset_get_version          (BambuPreset *self);
GDateTime       *bambu_preset_get_updated          (BambuPreset *self);
const char      *bambu_preset_get_base_id          (BambuPreset *self);
const char      *bambu_preset_get_filament_id      (BambuPreset *self);
const char      *bambu_preset_get_filament_type    (BambuPreset *self);
const char      *bambu_preset_get_filament_vendor  (BambuPreset *self);
gboolean         bambu_preset_get_filament_support (BambuPreset *self);

G_END_DECLS
