/* demo-preset.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-json.h"
#include "demo-material.h"
#include "demo-model.h"

G_BEGIN_DECLS

typedef enum
{
  DEMO_PRESET_PRINT,
  DEMO_PRESET_PRINTER,
  DEMO_PRESET_FILAMENT,
  DEMO_N_PRESET_TYPES,
} DemoPresetType;

/* A preset of the slicer: one of the vendor's, or one that the user keeps in the cloud. */
typedef struct
{
  DemoPresetType      type;
  gboolean            is_public;
  char               *setting_id;
  char               *name;
  char               *version;
  gint64              update_time; /* seconds since the epoch, in the world */
  char               *base_id;     /* (nullable) what the user's own preset differs from */
  char               *inherits;    /* (nullable) the name of that */
  char               *filament_id; /* (nullable) */
  const DemoMaterial *material;    /* (nullable) of a filament */
  const DemoModel    *model;       /* (nullable) the printer that it is for, where it is one of the vendor's */
  char               *printer;     /* (nullable) the name of that printer's preset, without its nozzle */
  guint               nozzle;      /* hundredths of a millimetre */
  guint               layer;       /* hundredths of a millimetre, of a process */
  JsonNode           *setting;     /* (nullable) what a client sent */
} DemoPreset;

typedef struct _DemoPresets DemoPresets;

const char  *demo_preset_type_to_string   (DemoPresetType  type);
gboolean     demo_preset_type_from_string (const char     *string,
                                           DemoPresetType *type);
DemoPreset  *demo_preset_new              (DemoPresetType  type,
                                           gboolean        is_public);
void         demo_preset_free             (DemoPreset     *self);

DemoPresets *demo_presets_new             (guint64         seed,
                                           guint           n_presets,
                                           gint64          began);
void         demo_presets_free            (DemoPresets    *self);
GPtrArray   *demo_presets_get_all         (DemoPresets    *self);
DemoPreset  *demo_presets_find            (DemoPresets    *self,
                                           const char     *setting_id);
guint        demo_presets_count_own       (DemoPresets    *self,
                                           DemoPresetType  type);
void         demo_presets_add             (DemoPresets    *self,
                                           DemoPreset     *preset);
void         demo_presets_remove          (DemoPresets    *self,
                                           DemoPreset     *preset);
char        *demo_presets_make_id         (DemoPresets    *self,
                                           DemoPresetType  type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoPreset, demo_preset_free)

G_END_DECLS
