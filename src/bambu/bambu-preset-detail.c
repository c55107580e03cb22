/* bambu-preset-detail.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"
#include "bambu-json-slice.h"
#include "bambu-json-text.h"
#include "bambu-json.h"
#include "bambu-types-private.h"
#include "bambu-setting-private.h"

struct _BambuPresetDetail
{
  GObject         parent_instance;

  gboolean        own;
  char           *name;
  char           *nickname;
  char           *version;
  char           *base_id;
  char           *filament_id;
  char           *inherits;
  GListStore     *settings;
  BambuPresetKind kind;
  GBytes         *setting;   /* the cloud's own text of the settings; NULL where there are none */
};

static const BambuField fields[] =
{
  { "own", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuPresetDetail, own), NULL },
  { "name", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuPresetDetail, name), "name" },
  { "nickname", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuPresetDetail, nickname), "nickname" },
  { "version", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuPresetDetail, version), "version" },
  { "base-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuPresetDetail, base_id), "base_id" },
  { "filament-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuPresetDetail, filament_id), "filament_id" },
  { "inherits", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuPresetDetail, inherits), NULL },
  { "settings", BAMBU_FIELD_OBJECT, G_STRUCT_OFFSET (BambuPresetDetail, settings), NULL },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuPresetDetail, bambu_preset_detail, G_TYPE_OBJECT)

static GParamSpec *kind_pspec;

static void
bambu_preset_detail_finalize (GObject *object)
{
  BambuPresetDetail *self = (BambuPresetDetail *)object;

  g_clear_pointer (&self->setting, g_bytes_unref);
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_preset_detail_parent_class)->finalize (object);
}

static void
bambu_preset_detail_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (pspec == kind_pspec)
    g_value_set_enum (value, BAMBU_PRESET_DETAIL (object)->kind);
  else
    bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_preset_detail_class_init (BambuPresetDetailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_preset_detail_finalize;
  object_class->get_property = bambu_preset_detail_get_property;

  bambu_fields_install (object_class, fields, N_FIELDS);

  kind_pspec = g_param_spec_enum ("kind", NULL, NULL,
                                   BAMBU_TYPE_PRESET_KIND,
                                   BAMBU_PRESET_KIND_PROCESS,
                                   (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, N_FIELDS + 1, kind_pspec);
}

static void
bambu_preset_detail_init (BambuPresetDetail *self)
{
  self->settings = g_list_store_new (BAMBU_TYPE_SETTING);
}

/* The answer of slicer/setting/{id}. @text: (nullable): its own text */
BambuPresetDetail *
bambu_preset_detail_new_from_json (JsonObject *json,
                                   GBytes     *text)
{
  BambuPresetDetail *self = g_object_new (BAMBU_TYPE_PRESET_DETAIL, NULL);
  JsonObject *setting = bambu_json_get_object (json, "setting");
  g_autofree char *type = bambu_json_dup_string (json, "type");
  g_auto(GStrv) keys = bambu_json_dup_members (setting);

  bambu_fields_read (self, fields, N_FIELDS, json);
  self->own = !bambu_json_get_boolean (json, "public", TRUE);
  self->inherits = bambu_fields_dup_string (setting, "inherits");
  bambu_preset_kind_from_string (type, &self->kind);

  if (setting != NULL)
    self->setting = text != NULL ? bambu_json_slice_member (text, "setting") : bambu_json_write (setting);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autoptr(BambuSetting) row = NULL;

      row = bambu_setting_new_take (g_strdup (keys[i]), bambu_json_dup_text (setting, keys[i]));
      g_list_store_append (self->settings, row);
    }

  return self;
}

/* The cloud's own text of the settings; NULL where it told none. */
GBytes *
bambu_preset_detail_get_setting (BambuPresetDetail *self)
{
  return self->setting;
}

/**
 * bambu_preset_detail_get_kind:
 * @self: a #BambuPresetDetail
 *
 * Returns: what it describes
 */
BambuPresetKind
bambu_preset_detail_get_kind (BambuPresetDetail *self)
{
  g_return_val_if_fail (BAMBU_IS_PRESET_DETAIL (self), BAMBU_PRESET_KIND_PROCESS);

  return self->kind;
}

/**
 * bambu_preset_detail_get_own:
 * @self: a #BambuPresetDetail
 *
 * Returns: whether it is the user's own
 */
gboolean
bambu_preset_detail_get_own (BambuPresetDetail *self)
{
  g_return_val_if_fail (BAMBU_IS_PRESET_DETAIL (self), FALSE);

  return self->own;
}

/**
 * bambu_preset_detail_get_name:
 * @self: a #BambuPresetDetail
 *
 * Returns: (transfer none) (nullable): its name
 */
const char *
bambu_preset_detail_get_name (BambuPresetDetail *self)
{
  g_return_val_if_fail (BAMBU_IS_PRESET_DETAIL (self), NULL);

  return self->name;
}

/**
 * bambu_preset_detail_get_nickname:
 * @self: a #BambuPresetDetail
 *
 * Returns: (transfer none) (nullable): what its owner calls it
 */
const char *
bambu_preset_detail_get_nickname (BambuPresetDetail *self)
{
  g_return_val_if_fail (BAMBU_IS_PRESET_DETAIL (self), NULL);

  return self->nickname;
}

/**
 * bambu_preset_detail_get_version:
 * @self: a #BambuPresetDetail
 *
 * Returns: (transfer none) (nullable): the slicer's version that it was made by
 */
const char *
bambu_preset_detail_get_version (BambuPresetDetail *self)
{
  g_return_val_if_fail (BAMBU_IS_PRESET_DETAIL (self), NULL);

  return self->version;
}

/**
 * bambu_preset_detail_get_base_id:
 * @self: a #BambuPresetDetail
 *
 * Returns: (transfer none) (nullable): the preset that it was derived from
 */
const char *
bambu_preset_detail_get_base_id (BambuPresetDetail *self)
{
  g_return_val_if_fail (BAMBU_IS_PRESET_DETAIL (self), NULL);

  return self->base_id;
}

/**
 * bambu_preset_detail_get_filament_id:
 * @self: a #BambuPresetDetail
 *
 * Returns: (transfer none) (nullable): the filament that it is for
 */
const char *
bambu_preset_detail_get_filament_id (BambuPresetDetail *self)
{
  g_return_val_if_fail (BAMBU_IS_PRESET_DETAIL (self), NULL);

  return self->filament_id;
}

/**
 * bambu_preset_detail_get_inherits:
 * @self: a #BambuPresetDetail
 *
 * Returns: (transfer none) (nullable): the name of the preset that it takes everything else from
 */
const char *
bambu_preset_detail_get_inherits (BambuPresetDetail *self)
{
  g_return_val_if_fail (BAMBU_IS_PRESET_DETAIL (self), NULL);

  return self->inherits;
}

/**
 * bambu_preset_detail_get_settings:
 * @self: a #BambuPresetDetail
 *
 * Returns: (transfer none): its settings, of #BambuSetting, in the cloud's order
 */
GListModel *
bambu_preset_detail_get_settings (BambuPresetDetail *self)
{
  g_return_val_if_fail (BAMBU_IS_PRESET_DETAIL (self), NULL);

  return G_LIST_MODEL (self->settings);
}
