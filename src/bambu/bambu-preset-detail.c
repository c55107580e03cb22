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
#include "bambu-request.h"
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

/* The member that names a preset of the kind in the slicer's files. */
static const char *
get_name_member (BambuPresetKind kind)
{
  switch (kind)
    {
    case BAMBU_PRESET_KIND_PRINTER:
      return "printer_settings_id";

    case BAMBU_PRESET_KIND_FILAMENT:
      return "filament_settings_id";

    case BAMBU_PRESET_KIND_PROCESS:
    default:
      return "print_settings_id";
    }
}

/* What belongs to the very preset and not to its settings. */
static const char * const identity[] = {
  "base_id", "filament_settings_id", "from", "instantiation", "name", "print_settings_id", "printer_settings_id",
  "setting_id", "type", "updated_time", "user_id", "version", NULL
};

static const char *
get_version (BambuPresetDetail *self)
{
  return self->version != NULL ? self->version : BAMBU_SLICER_VERSION;
}

/**
 * bambu_preset_detail_create_file:
 * @self: a #BambuPresetDetail
 *
 * Makes what Bambu Studio and OrcaSlicer read: the settings as the cloud has them, with what tells these programs which
 * kind of preset it is and that it is a user's.
 *
 * Returns: (transfer full) (nullable): a JSON object; %NULL where the cloud told no settings
 */
GBytes *
bambu_preset_detail_create_file (BambuPresetDetail *self)
{
  g_autoptr(JsonObject) head = NULL;
  g_autoptr(GBytes) added = NULL;
  const char *name;

  g_return_val_if_fail (BAMBU_IS_PRESET_DETAIL (self), NULL);

  if (self->setting == NULL)
    return NULL;

  name = self->name != NULL ? self->name : "Preset";
  head = json_object_new ();
  json_object_set_string_member (head, "from", "User");
  json_object_set_string_member (head, "name", name);
  json_object_set_string_member (head, "version", get_version (self));

  /* Of filaments there may be several in a printer. */
  if (self->kind == BAMBU_PRESET_KIND_FILAMENT)
    {
      g_autoptr(JsonArray) names = json_array_new ();

      json_array_add_string_element (names, name);
      json_object_set_array_member (head, get_name_member (self->kind), g_steal_pointer (&names));
    }
  else
    {
      json_object_set_string_member (head, get_name_member (self->kind), name);
    }

  added = bambu_json_write (head);

  return bambu_json_slice_replace (self->setting, identity, added);
}

/* The settings under another name. What is made from a preset of the vendor's inherits from that. */
static GBytes *
create_settings (BambuPresetDetail *self,
                 const char        *name)
{
  static const char * const own[] = {
    "filament_settings_id", "from", "name", "print_settings_id", "printer_settings_id", "setting_id", "updated_time", NULL
  };
  static const char * const vendor[] = {
    "filament_settings_id", "from", "inherits", "instantiation", "name", "print_settings_id", "printer_settings_id",
    "setting_id", "updated_time", NULL
  };
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", name);
  const char *member = get_name_member (self->kind);
  const char *id = self->kind == BAMBU_PRESET_KIND_FILAMENT ? quoted : name;
  g_autoptr(GBytes) added = NULL;

  if (self->own)
    added = bambu_json_text_object ((const char * const []) { "from", "User", "name", name, member, id, NULL });
  else
    added = bambu_json_text_object ((const char * const []) {
      "from", "User", "name", name, member, id, "inherits", self->name != NULL ? self->name : "", NULL
    });

  return bambu_json_slice_replace (self->setting, self->own ? own : vendor, added);
}

/* What POST slicer/setting takes to make one like @self, which is the preset @setting_id. NULL where the cloud told no
 * settings.
 */
GBytes *
bambu_preset_detail_create_copy (BambuPresetDetail *self,
                                 const char        *setting_id,
                                 const char        *name)
{
  static const char * const none[] = { NULL };
  g_autoptr(GBytes) settings = NULL;
  g_autoptr(GBytes) head = NULL;
  g_autoptr(GBytes) tail = NULL;
  GString *text;

  if (self->setting == NULL)
    return NULL;

  settings = create_settings (self, name);
  text = g_string_new ("{\"setting\":");
  g_string_append_len (text, g_bytes_get_data (settings, NULL), g_bytes_get_size (settings));
  g_string_append_c (text, '}');
  tail = g_string_free_to_bytes (text);

  head = bambu_json_text_object ((const char * const []) {
    "type", bambu_preset_kind_to_string (self->kind),
    "name", name,
    "version", get_version (self),
    "base_id", self->own ? (self->base_id != NULL ? self->base_id : "") : setting_id,
    NULL
  });

  return bambu_json_slice_replace (head, none, tail);
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
