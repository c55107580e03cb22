/* demo-slicer-service.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-preset-setting.h"
#include "demo-server.h"
#include "demo-services.h"

/* So many presets of each kind may be one's own. */
#define QUOTA 100

/* XX.YY.ZZ.WW; any build of the slicer will do. */
static gboolean
is_version (const char *text)
{
  return g_regex_match_simple ("^\\d{1,2}(\\.\\d{1,2}){3}$", text, G_REGEX_DOLLAR_ENDONLY, 0);
}

static gboolean
check_version (DemoExchange *exchange,
               const char   *version)
{
  if (version == NULL || *version == '\0')
    {
      demo_exchange_miss_field (exchange, "version");
      return FALSE;
    }

  if (!is_version (version))
    {
      demo_exchange_fail_iot (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, 1, "Invalid input parameters", "Bad request");
      return FALSE;
    }

  return TRUE;
}

static void
write_time (DemoJson   *json,
            const char *name,
            gint64      seconds)
{
  g_autofree char *text = demo_format_iot_time (seconds);

  demo_json_add_string (json, name, text);
}

/* One's own filaments tell more, so that the slicer need not ask for each of them. */
static void
write_own_filament (DemoJson   *json,
                    DemoPreset *preset)
{
  const char *space = strchr (preset->name, ' ');
  g_autofree char *vendor = space != NULL ? g_strndup (preset->name, (gsize) (space - preset->name))
                                          : g_strdup (preset->name);

  demo_json_add_string (json, "filament_type", preset->material->type);
  demo_json_add_string (json, "filament_is_support", "0");
  demo_json_begin_array (json, "nozzle_temperature");
  demo_json_add_int (json, NULL, preset->material->coolest);
  demo_json_add_int (json, NULL, preset->material->hottest);
  demo_json_end_array (json);
  demo_json_add_string (json, "nozzle_hrc", "3");
  demo_json_add_string (json, "filament_vendor", vendor);
}

static void
write_entry (DemoJson   *json,
             DemoPreset *preset)
{
  demo_json_begin_object (json, NULL);
  demo_json_add_string (json, "setting_id", preset->setting_id);
  demo_json_add_string (json, "version", preset->version);
  demo_json_add_string (json, "name", preset->name);
  write_time (json, "update_time", preset->update_time);
  demo_json_add_null (json, "nickname");
  if (!preset->is_public)
    demo_json_add_string (json, "base_id", preset->base_id);
  demo_json_add_string (json, "filament_id", preset->filament_id);
  if (!preset->is_public && preset->material != NULL)
    write_own_filament (json, preset);
  demo_json_end_object (json);
}

static void
write_entries (DemoJson       *json,
               GPtrArray      *presets,
               DemoPresetType  type,
               gboolean        is_public,
               gboolean        is_wanted)
{
  demo_json_begin_array (json, is_public ? "public" : "private");
  for (guint i = 0; is_wanted && i < presets->len; i++)
    {
      DemoPreset *preset = g_ptr_array_index (presets, i);

      if (preset->type == type && preset->is_public == is_public)
        write_entry (json, preset);
    }
  demo_json_end_array (json);
}

static void
settings_cb (DemoExchange *exchange)
{
  const char *public = demo_exchange_get_query (exchange, "public");
  GPtrArray *presets;
  DemoJson *json;

  if (!check_version (exchange, demo_exchange_get_query (exchange, "version")))
    return;

  presets = demo_presets_get_all (demo_world_get_presets (demo_exchange_get_world (exchange)));
  json = demo_exchange_begin_iot (exchange);
  for (guint i = 0; i < DEMO_N_PRESET_TYPES; i++)
    {
      demo_json_begin_object (json, demo_preset_type_to_string (i));
      write_entries (json, presets, i, TRUE, g_strcmp0 (public, "false") != 0);
      write_entries (json, presets, i, FALSE, g_strcmp0 (public, "true") != 0);
      demo_json_end_object (json);
    }
  demo_json_begin_object (json, "settings");
  demo_json_end_object (json);
  demo_exchange_end_iot (exchange, json);
}

static DemoPreset *
find_preset (DemoExchange *exchange)
{
  DemoPresets *presets = demo_world_get_presets (demo_exchange_get_world (exchange));
  DemoPreset *preset;

  if (!check_version (exchange, demo_exchange_get_query (exchange, "version")))
    return NULL;

  preset = demo_presets_find (presets, exchange->segment);
  if (preset == NULL)
    demo_exchange_fail_iot (exchange, SOUP_STATUS_BAD_REQUEST, 1, "setting not found", "Bad request");

  return preset;
}

static void
setting_cb (DemoExchange *exchange)
{
  DemoPreset *preset = find_preset (exchange);
  DemoJson *json;

  if (preset == NULL)
    return;

  json = demo_exchange_begin_iot (exchange);
  demo_json_add_boolean (json, "public", preset->is_public);
  demo_json_add_string (json, "version", preset->version);
  demo_json_add_string (json, "type", demo_preset_type_to_string (preset->type));
  demo_json_add_string (json, "name", preset->name);
  write_time (json, "update_time", preset->update_time);
  demo_json_add_null (json, "nickname");
  demo_json_add_string (json, "base_id", preset->base_id);
  demo_preset_write_setting (preset, json);
  demo_json_add_string (json, "filament_id", preset->filament_id);
  demo_exchange_end_iot (exchange, json);
}

static void
delete_setting_cb (DemoExchange *exchange)
{
  DemoPreset *preset = find_preset (exchange);

  if (preset == NULL)
    return;

  if (preset->is_public)
    {
      demo_exchange_fail_iot (exchange, SOUP_STATUS_FORBIDDEN, 8, "permission denied", "Resource forbidden");
      return;
    }

  demo_presets_remove (demo_world_get_presets (demo_exchange_get_world (exchange)), preset);
  demo_exchange_end_iot (exchange, demo_exchange_begin_iot (exchange));
}

/* There is no true update: it fails in the cloud's database. */
static void
patch_setting_cb (DemoExchange *exchange)
{
  demo_exchange_fail_iot (exchange, SOUP_STATUS_INTERNAL_SERVER_ERROR, 2, "Cloud database failed", "Internal error");
}

static DemoPreset *
make_preset (DemoExchange   *exchange,
             DemoPresetType  type)
{
  DemoWorld *world = demo_exchange_get_world (exchange);
  DemoPresets *presets = demo_world_get_presets (world);
  DemoPreset *preset = demo_preset_new (type, FALSE);
  DemoPreset *base;

  preset->setting_id = demo_presets_make_id (presets, type);
  preset->name = g_strdup (demo_json_get_string (exchange->body, "name", NULL));
  preset->version = g_strdup (demo_json_get_string (exchange->body, "version", NULL));
  preset->base_id = g_strdup (demo_json_get_string (exchange->body, "base_id", NULL));
  preset->setting = json_node_copy (json_object_get_member (exchange->body, "setting"));
  preset->update_time = demo_world_get_time (world);

  base = preset->base_id != NULL ? demo_presets_find (presets, preset->base_id) : NULL;
  if (base != NULL && type == DEMO_PRESET_FILAMENT)
    {
      preset->material = base->material;
      preset->filament_id = g_strdup_printf ("P%.7s", preset->setting_id + strlen ("PFUS"));
    }

  return preset;
}

static void
create_setting_cb (DemoExchange *exchange)
{
  static const char * const required[] = { "type", "name", "version" };
  DemoPresets *presets = demo_world_get_presets (demo_exchange_get_world (exchange));
  DemoPresetType type;
  DemoPreset *preset;
  DemoJson *json;

  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    {
      const char *value = demo_json_get_string (exchange->body, required[i], NULL);

      if (value == NULL || *value == '\0')
        {
          demo_exchange_miss_field (exchange, required[i]);
          return;
        }
    }

  if (demo_json_get_object (exchange->body, "setting") == NULL)
    {
      demo_exchange_miss_field (exchange, "setting");
      return;
    }

  if (!check_version (exchange, demo_json_get_string (exchange->body, "version", NULL)))
    return;

  if (!demo_preset_type_from_string (demo_json_get_string (exchange->body, "type", NULL), &type))
    {
      demo_exchange_fail_iot (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, 1, "Invalid input parameters", "Bad request");
      return;
    }

  if (demo_presets_count_own (presets, type) >= QUOTA)
    {
      demo_exchange_fail_iot (exchange, SOUP_STATUS_BAD_REQUEST, 14, "The number of presets has reached the limit",
                              "Too many presets");
      return;
    }

  preset = make_preset (exchange, type);
  json = demo_exchange_begin_iot (exchange);
  demo_json_add_string (json, "setting_id", preset->setting_id);
  write_time (json, "update_time", preset->update_time);
  demo_presets_add (presets, preset);
  demo_exchange_end_iot (exchange, json);
}

typedef struct
{
  const char *type;
  const char *build;       /* what is put behind the major and minor version that is asked for */
  const char *file;
  const char *description;
} Resource;

static const Resource resources[] = {
  { "slicer/plugins/cloud", "11", "plugins/%s/linux_%s.zip", "" },
  { "slicer/printer/bbl", "22", "profiles/%s/bbl_%s.zip", "Presets of the newest printers." },
  { "slicer/tools/ffmpeg", "02", "tools/%s/ffmpeg_%s.zip", "" },
  { "policy/privacy", "01", "policy/%s/privacy_%s.zip", "" },
};

/* The newest of a kind is the last build of the version that is asked for. */
static void
write_resource (DemoExchange   *exchange,
                DemoJson       *json,
                const Resource *resource,
                const char     *version)
{
  g_autofree char *newest = g_strdup_printf ("%.*s%s", (int) (strrchr (version, '.') - version + 1), version,
                                             resource->build);
  g_auto(GStrv) parts = g_strsplit (resource->file, "%s", -1);
  g_autofree char *file = g_strjoinv (newest, parts);
  g_autofree char *path = g_strconcat ("/upgrade/studio/", file, NULL);
  g_autofree char *url = demo_server_make_url (exchange->server, exchange, path);

  demo_json_begin_object (json, NULL);
  demo_json_add_string (json, "type", resource->type);
  demo_json_add_string (json, "version", newest);
  demo_json_add_string (json, "description", resource->description);
  demo_json_add_string (json, "url", url);
  demo_json_add_boolean (json, "force_update", FALSE);
  demo_json_end_object (json);
}

static void
write_software (DemoExchange *exchange,
                DemoJson     *json)
{
  const char *path = "/upgrade/studio/software/02.02.00.85/Bambu_Studio_linux-v02.02.00.85.AppImage";
  g_autofree char *url = demo_server_make_url (exchange->server, exchange, path);

  demo_json_begin_object (json, "software");
  demo_json_add_null (json, "type");
  demo_json_add_string (json, "version", "02.02.00.85");
  demo_json_add_string (json, "description",
                        "[New Features]\n1. Objects can be painted with more than one brush at a time\n\n"
                        "[Improvements]\n1. Slicing of models with many small holes is twice as fast\n"
                        "2. The time left is shown per plate\n\n"
                        "[Bugs Fixed]\n1. Fixed a crash after closing the assembly view\n"
                        "2. Fixed a wrong weight where supports are of another material");
  demo_json_add_string (json, "url", url);
  demo_json_add_boolean (json, "force_update", FALSE);
  demo_json_end_object (json);
}

static void
resource_cb (DemoExchange *exchange)
{
  DemoJson *json = demo_exchange_begin_iot (exchange);

  write_software (exchange, json);
  demo_json_add_null (json, "guide");
  demo_json_begin_array (json, "resources");
  for (guint i = 0; i < G_N_ELEMENTS (resources); i++)
    {
      const char *version = demo_exchange_get_query (exchange, resources[i].type);

      if (version != NULL && is_version (version))
        write_resource (exchange, json, &resources[i], version);
    }
  demo_json_end_array (json);
  demo_exchange_end_iot (exchange, json);
}

/**
 * demo_slicer_service_get_routes:
 * @n_routes: (out): how many there are
 *
 * What the slicer keeps in the cloud, and what it gets from there.
 *
 * Returns: (transfer none) (array length=n_routes): the routes
 */
const DemoRoute *
demo_slicer_service_get_routes (guint *n_routes)
{
  static const DemoRoute routes[] = {
    { "GET", "/v1/iot-service/api/slicer/resource", resource_cb },
    { "GET", "/v1/iot-service/api/slicer/setting", settings_cb },
    { "POST", "/v1/iot-service/api/slicer/setting", create_setting_cb },
    { "GET", "/v1/iot-service/api/slicer/setting/*", setting_cb },
    { "DELETE", "/v1/iot-service/api/slicer/setting/*", delete_setting_cb },
    { "PATCH", "/v1/iot-service/api/slicer/setting/*", patch_setting_cb },
  };

  *n_routes = G_N_ELEMENTS (routes);

  return routes;
}
