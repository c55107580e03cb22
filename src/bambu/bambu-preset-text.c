/* bambu-preset-text.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-preset-text.h"

#include <glib/gi18n-lib.h>

#include "bambu-error.h"
#include "bambu-json-slice.h"
#include "bambu-json-text.h"
#include "bambu-json.h"
#include "bambu-request.h"
#include "bambu-types-private.h"

static const char * const none[] = { NULL };

/* What names a preset in the slicer's files, by which it also knows the kind; in the order in which it looks. */
static const struct {
  BambuPresetKind  kind;
  const char      *member;
} names[] = {
  { BAMBU_PRESET_KIND_PRINTER, "printer_settings_id" },
  { BAMBU_PRESET_KIND_PROCESS, "print_settings_id" },
  { BAMBU_PRESET_KIND_FILAMENT, "filament_settings_id" },
};

static const char *
get_name_member (BambuPresetKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (names[i].kind == kind)
        return names[i].member;
    }

  g_assert_not_reached ();
}

static const char *
get_version (const char *version)
{
  return version != NULL && *version != 0 ? version : BAMBU_SLICER_VERSION;
}

/* What belongs to the very preset and not to its settings. */
static const char * const identity[] = {
  "base_id", "filament_settings_id", "from", "inherits", "instantiation", "name", "print_settings_id",
  "printer_settings_id", "setting_id", "type", "updated_time", "user_id", "version", NULL
};

/* Of filaments there may be several in a printer: there it is an array. */
static GBytes *
create_name (BambuPresetKind  kind,
             const char      *name)
{
  const char *member = get_name_member (kind);
  g_autoptr(JsonObject) object = json_object_new ();

  if (kind == BAMBU_PRESET_KIND_FILAMENT)
    {
      g_autoptr(JsonArray) array = json_array_new ();

      json_array_add_string_element (array, name);
      json_object_set_array_member (object, member, g_steal_pointer (&array));
    }
  else
    {
      json_object_set_string_member (object, member, name);
    }

  return bambu_json_write (object);
}

/**
 * bambu_preset_detail_create_file:
 * @self: a #BambuPresetDetail
 * @name: what it is to be called; the slicers take no preset that has the name of one of the vendor's
 *
 * Makes what Bambu Studio and OrcaSlicer import: all values as strings or arrays of strings, the version, and the member
 * that tells these programs which kind of preset it is. What it inherits has to be there in the slicer: of one's own it is
 * what the cloud says, and one of the vendor's stands on itself.
 *
 * Returns: (transfer full) (nullable): a JSON object; %NULL where the cloud told no settings
 */
GBytes *
bambu_preset_detail_create_file (BambuPresetDetail *self,
                                 const char        *name)
{
  g_autoptr(GBytes) strings = NULL;
  g_autoptr(GBytes) head = NULL;
  g_autoptr(GBytes) bare = NULL;
  g_autoptr(GBytes) named = NULL;
  const char *inherits;

  g_return_val_if_fail (BAMBU_IS_PRESET_DETAIL (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (bambu_preset_detail_get_setting (self) == NULL)
    return NULL;

  inherits = bambu_preset_detail_get_own (self) ? bambu_preset_detail_get_inherits (self)
                                                : bambu_preset_detail_get_name (self);
  head = bambu_json_text_object ((const char * const []) {
    "version", get_version (bambu_preset_detail_get_version (self)),
    "name", name,
    "from", "User",
    "inherits", inherits != NULL ? inherits : "",
    NULL
  });
  strings = bambu_json_slice_strings (bambu_preset_detail_get_setting (self));
  bare = bambu_json_slice_replace (strings, identity, head);
  named = create_name (bambu_preset_detail_get_kind (self), name);

  return bambu_json_slice_replace (bare, none, named);
}

/* @setting under another name. @inherits: (nullable): what it is to inherit; NULL leaves that as it is */
static GBytes *
create_settings (GBytes          *setting,
                 BambuPresetKind  kind,
                 const char      *name,
                 const char      *inherits)
{
  static const char * const own[] = {
    "filament_settings_id", "from", "name", "print_settings_id", "printer_settings_id", "setting_id", "updated_time", NULL
  };
  static const char * const vendor[] = {
    "filament_settings_id", "from", "inherits", "instantiation", "name", "print_settings_id", "printer_settings_id",
    "setting_id", "updated_time", NULL
  };
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", name);
  const char *id = kind == BAMBU_PRESET_KIND_FILAMENT ? quoted : name;
  g_autoptr(GBytes) added = NULL;

  added = bambu_json_text_object ((const char * const []) {
    "from", "User",
    "name", name,
    get_name_member (kind), id,
    inherits != NULL ? "inherits" : NULL, inherits,
    NULL
  });

  return bambu_json_slice_replace (setting, inherits != NULL ? vendor : own, added);
}

/* What POST slicer/setting takes. */
static GBytes *
create_body (BambuPresetKind  kind,
             const char      *name,
             const char      *version,
             const char      *base_id,
             GBytes          *settings)
{
  g_autoptr(GBytes) head = NULL;
  g_autoptr(GBytes) tail = NULL;
  GString *text = g_string_new ("{\"setting\":");

  g_string_append_len (text, g_bytes_get_data (settings, NULL), g_bytes_get_size (settings));
  g_string_append_c (text, '}');
  tail = g_string_free_to_bytes (text);

  head = bambu_json_text_object ((const char * const []) {
    "type", bambu_preset_kind_to_string (kind),
    "name", name,
    "version", get_version (version),
    "base_id", base_id != NULL ? base_id : "",
    NULL
  });

  return bambu_json_slice_replace (head, none, tail);
}

/* What POST slicer/setting takes to make one like @self, which is the preset @setting_id. What is made from a preset of the
 * vendor's inherits from that. NULL where the cloud told no settings.
 */
GBytes *
bambu_preset_detail_create_copy (BambuPresetDetail *self,
                                 const char        *setting_id,
                                 const char        *name)
{
  const gboolean own = bambu_preset_detail_get_own (self);
  const BambuPresetKind kind = bambu_preset_detail_get_kind (self);
  const char *its_name = bambu_preset_detail_get_name (self);
  g_autoptr(GBytes) settings = NULL;

  if (bambu_preset_detail_get_setting (self) == NULL)
    return NULL;

  settings = create_settings (bambu_preset_detail_get_setting (self), kind, name,
                              own ? NULL : its_name != NULL ? its_name : "");

  return create_body (kind, name, bambu_preset_detail_get_version (self),
                      own ? bambu_preset_detail_get_base_id (self) : setting_id, settings);
}

static gboolean
read_kind (JsonObject      *object,
           BambuPresetKind *kind)
{
  g_autofree char *type = bambu_json_dup_string (object, "type");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = bambu_json_dup_text (object, names[i].member);

      if (*value != 0)
        {
          *kind = names[i].kind;
          return TRUE;
        }
    }

  if (g_strcmp0 (type, "machine") == 0)
    {
      *kind = BAMBU_PRESET_KIND_PRINTER;
      return TRUE;
    }

  return bambu_preset_kind_from_string (type, kind);
}

static BambuPreset *
find_preset (GListModel      *presets,
             BambuPresetKind  kind,
             const char      *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (presets); i++)
    {
      g_autoptr(BambuPreset) preset = g_list_model_get_item (presets, i);

      if (bambu_preset_get_kind (preset) == kind && g_strcmp0 (bambu_preset_get_name (preset), name) == 0)
        return g_steal_pointer (&preset);
    }

  return NULL;
}

static char *
find_base_id (GListModel      *presets,
              BambuPresetKind  kind,
              const char      *name)
{
  g_autoptr(BambuPreset) preset = name != NULL ? find_preset (presets, kind, name) : NULL;

  if (preset == NULL)
    return NULL;

  return g_strdup (bambu_preset_get_own (preset) ? bambu_preset_get_base_id (preset) : bambu_preset_get_id (preset));
}

static JsonNode *
parse_file (GBytes  *text,
            GError **error)
{
  g_autoptr(JsonNode) root = NULL;

  if (g_bytes_get_size (text) > BAMBU_PRESET_FILE_BYTES)
    {
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST, _("The file is too large to be a preset."));
      return NULL;
    }

  root = bambu_json_parse (text, NULL);

  if (root == NULL || bambu_json_node_object (root) == NULL)
    {
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST, _("The file is not a preset of a slicer."));
      return NULL;
    }

  return g_steal_pointer (&root);
}

/**
 * bambu_preset_text_from_file:
 * @file: what a slicer exported, or what the cloud tells of a preset
 * @presets: of #BambuPreset, among which to look for what it inherits, and for one of its name
 * @name: (out) (transfer full): what the preset is called
 * @error: where to say why not; %BAMBU_ERROR_BAD_REQUEST
 *
 * Returns: (transfer full) (nullable): what `POST slicer/setting` takes
 */
GBytes *
bambu_preset_text_from_file (GBytes      *file,
                             GListModel  *presets,
                             char       **name,
                             GError     **error)
{
  g_autoptr(GBytes) text = bambu_json_repair_utf8 (file);
  g_autoptr(JsonNode) root = parse_file (text, error);
  JsonObject *object = root != NULL ? bambu_json_node_object (root) : NULL;
  JsonObject *inner = bambu_json_get_object (object, "setting");
  g_autoptr(GBytes) setting = NULL;
  g_autoptr(GBytes) settings = NULL;
  g_autoptr(BambuPreset) namesake = NULL;
  g_autofree char *title = NULL;
  g_autofree char *version = NULL;
  g_autofree char *inherits = NULL;
  g_autofree char *base_id = NULL;
  BambuPresetKind kind;

  if (object == NULL)
    return NULL;

  title = bambu_json_dup_string (object, "name");
  version = bambu_json_dup_string (object, "version");
  inherits = bambu_json_dup_string (inner != NULL ? inner : object, "inherits");

  if (title == NULL || *g_strstrip (title) == 0 || !(read_kind (object, &kind) || (inner != NULL && read_kind (inner, &kind))))
    {
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST,
                           _("The file does not say which preset it is: it has no name, or no kind."));
      return NULL;
    }

  /* The cloud would take it, and nobody could tell the two apart. */
  if ((namesake = find_preset (presets, kind, title)))
    {
      g_set_error (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST, _("There is a preset called “%s” already."), title);
      return NULL;
    }

  base_id = find_base_id (presets, kind, inherits);
  setting = inner != NULL ? bambu_json_slice_member (text, "setting") : g_bytes_ref (text);
  settings = create_settings (setting, kind, title, NULL);
  *name = g_steal_pointer (&title);

  return create_body (kind, *name, version, base_id, settings);
}
