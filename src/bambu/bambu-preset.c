/* bambu-preset.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"
#include "bambu-json.h"
#include "bambu-types-private.h"
#include "bambu-item-private.h"

struct _BambuPreset
{
  BambuItem       parent_instance;

  char           *name;
  char           *nickname;
  char           *version;
  GDateTime      *updated;
  char           *base_id;
  char           *filament_id;
  char           *filament_type;
  char           *filament_vendor;
  gboolean        filament_support;
  gboolean        own;
  BambuPresetKind kind;
};

static const BambuField fields[] =
{
  { "name", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuPreset, name), "name" },
  { "nickname", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuPreset, nickname), "nickname" },
  { "version", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuPreset, version), "version" },
  { "updated", BAMBU_FIELD_TIME, G_STRUCT_OFFSET (BambuPreset, updated), "update_time" },
  { "base-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuPreset, base_id), "base_id" },
  { "filament-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuPreset, filament_id), "filament_id" },
  { "filament-type", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuPreset, filament_type), "filament_type" },
  { "filament-vendor", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuPreset, filament_vendor), "filament_vendor" },
  { "filament-support", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuPreset, filament_support), "filament_is_support" },
  { "own", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuPreset, own), NULL },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuPreset, bambu_preset, BAMBU_TYPE_ITEM)

static GParamSpec *kind_pspec;

static const char * const kind_names[] = { "print", "printer", "filament" };

GType
bambu_preset_kind_get_type (void)
{
  static const GEnumValue values[] = {
    { BAMBU_PRESET_KIND_PROCESS, "BAMBU_PRESET_KIND_PROCESS", "process" },
    { BAMBU_PRESET_KIND_PRINTER, "BAMBU_PRESET_KIND_PRINTER", "printer" },
    { BAMBU_PRESET_KIND_FILAMENT, "BAMBU_PRESET_KIND_FILAMENT", "filament" },
    { 0, NULL, NULL },
  };
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("BambuPresetKind", values));

  return type;
}

/**
 * bambu_preset_kind_to_string:
 * @kind: a kind
 *
 * Returns: the cloud's word for it
 */
const char *
bambu_preset_kind_to_string (BambuPresetKind kind)
{
  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

/**
 * bambu_preset_kind_from_string:
 * @string: (nullable): the cloud's word, or "process", which the files of slicers say for "print"
 * @kind: (out): the kind; untouched where the word is not known
 *
 * Returns: whether the word is known
 */
gboolean
bambu_preset_kind_from_string (const char      *string,
                               BambuPresetKind *kind)
{
  if (g_strcmp0 (string, "process") == 0)
    string = kind_names[BAMBU_PRESET_KIND_PROCESS];

  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    {
      if (g_strcmp0 (string, kind_names[i]) == 0)
        {
          *kind = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
bambu_preset_merge (BambuItem *item,
                    BambuItem *newer)
{
  return bambu_fields_merge (item, newer, fields, N_FIELDS);
}

static void
bambu_preset_finalize (GObject *object)
{
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_preset_parent_class)->finalize (object);
}

static void
bambu_preset_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (pspec == kind_pspec)
    g_value_set_enum (value, BAMBU_PRESET (object)->kind);
  else
    bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_preset_class_init (BambuPresetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  BambuItemClass *item_class = BAMBU_ITEM_CLASS (klass);

  object_class->finalize = bambu_preset_finalize;
  object_class->get_property = bambu_preset_get_property;

  item_class->merge = bambu_preset_merge;

  bambu_fields_install (object_class, fields, N_FIELDS);

  kind_pspec = g_param_spec_enum ("kind", NULL, NULL,
                                   BAMBU_TYPE_PRESET_KIND,
                                   BAMBU_PRESET_KIND_PROCESS,
                                   (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, N_FIELDS + 1, kind_pspec);
}

static void
bambu_preset_init (BambuPreset *self)
{
}

/* An entry of slicer/setting, under @kind, in its "private" (@own) or "public" list. NULL where it has no id. */
BambuPreset *
bambu_preset_new_from_json (JsonObject      *json,
                            BambuPresetKind  kind,
                            gboolean         own)
{
  g_autofree char *id = bambu_json_dup_string (json, "setting_id");
  BambuPreset *self;

  if (id == NULL || id[0] == '\0')
    return NULL;

  self = g_object_new (BAMBU_TYPE_PRESET, NULL);
  bambu_item_set_id (BAMBU_ITEM (self), id);
  bambu_fields_read (self, fields, N_FIELDS, json);
  self->kind = kind;
  self->own = own;

  return self;
}

/**
 * bambu_preset_get_id:
 * @self: a #BambuPreset
 *
 * Returns: (transfer none): the cloud's `setting_id`
 */
const char *
bambu_preset_get_id (BambuPreset *self)
{
  g_return_val_if_fail (BAMBU_IS_PRESET (self), NULL);

  return bambu_item_get_id (BAMBU_ITEM (self));
}

/**
 * bambu_preset_get_kind:
 * @self: a #BambuPreset
 *
 * Returns: what it describes
 */
BambuPresetKind
bambu_preset_get_kind (BambuPreset *self)
{
  g_return_val_if_fail (BAMBU_IS_PRESET (self), BAMBU_PRESET_KIND_PROCESS);

  return self->kind;
}

/**
 * bambu_preset_get_name:
 * @self: a #BambuPreset
 *
 * Returns: (transfer none) (nullable): its name
 */
const char *
bambu_preset_get_name (BambuPreset *self)
{
  g_return_val_if_fail (BAMBU_IS_PRESET (self), NULL);

  return self->name;
}

/**
 * bambu_preset_get_nickname:
 * @self: a #BambuPreset
 *
 * Returns: (transfer none) (nullable): what its owner calls it
 */
const char *
bambu_preset_get_nickname (BambuPreset *self)
{
  g_return_val_if_fail (BAMBU_IS_PRESET (self), NULL);

  return self->nickname;
}

/**
 * bambu_preset_get_version:
 * @self: a #BambuPreset
 *
 * Returns: (transfer none) (nullable): the slicer's version that it was made by
 */
const char *
bambu_preset_get_version (BambuPreset *self)
{
  g_return_val_if_fail (BAMBU_IS_PRESET (self), NULL);

  return self->version;
}

/**
 * bambu_preset_get_updated:
 * @self: a #BambuPreset
 *
 * Returns: (transfer none) (nullable): when it was last changed
 */
GDateTime *
bambu_preset_get_updated (BambuPreset *self)
{
  g_return_val_if_fail (BAMBU_IS_PRESET (self), NULL);

  return self->updated;
}

/**
 * bambu_preset_get_base_id:
 * @self: a #BambuPreset
 *
 * Returns: (transfer none) (nullable): the preset that it was derived from
 */
const char *
bambu_preset_get_base_id (BambuPreset *self)
{
  g_return_val_if_fail (BAMBU_IS_PRESET (self), NULL);

  return self->base_id;
}

/**
 * bambu_preset_get_filament_id:
 * @self: a #BambuPreset
 *
 * Returns: (transfer none) (nullable): the filament that it is for
 */
const char *
bambu_preset_get_filament_id (BambuPreset *self)
{
  g_return_val_if_fail (BAMBU_IS_PRESET (self), NULL);

  return self->filament_id;
}

/**
 * bambu_preset_get_filament_type:
 * @self: a #BambuPreset
 *
 * Returns: (transfer none) (nullable): the material that it is for
 */
const char *
bambu_preset_get_filament_type (BambuPreset *self)
{
  g_return_val_if_fail (BAMBU_IS_PRESET (self), NULL);

  return self->filament_type;
}

/**
 * bambu_preset_get_filament_vendor:
 * @self: a #BambuPreset
 *
 * Returns: (transfer none) (nullable): whose filament it is for
 */
const char *
bambu_preset_get_filament_vendor (BambuPreset *self)
{
  g_return_val_if_fail (BAMBU_IS_PRESET (self), NULL);

  return self->filament_vendor;
}

/**
 * bambu_preset_get_filament_support:
 * @self: a #BambuPreset
 *
 * Returns: whether the filament is for supports
 */
gboolean
bambu_preset_get_filament_support (BambuPreset *self)
{
  g_return_val_if_fail (BAMBU_IS_PRESET (self), FALSE);

  return self->filament_support;
}

/**
 * bambu_preset_get_own:
 * @self: a #BambuPreset
 *
 * Returns: whether it is the user's own
 */
gboolean
bambu_preset_get_own (BambuPreset *self)
{
  g_return_val_if_fail (BAMBU_IS_PRESET (self), FALSE);

  return self->own;
}
