/* test-slicer.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "answer.h"

#define SETTING "/v1/iot-service/api/slicer/setting"
#define RESOURCE "/v1/iot-service/api/slicer/resource"
#define DETAIL_SHAPE "message:s code:n error:n public:b version:s type:s name:s update_time:s nickname:n base_id:sn setting:o filament_id:sn"

static const char * const types[] = { "print", "printer", "filament" };

/* With a version of the right form anything goes; without one, or in another form, nothing does. */
static void
test_versions (TestCloud *cloud)
{
  static const char * const paths[] = { SETTING, SETTING "/GP001" };
  static const struct { const char *version; guint status; } versions[] = {
    { "?version=1.0.0.0", 200 }, { "?version=01.03.00.25", 200 }, { "?version=99.99.99.99&public=false", 200 },
    { "", 400 }, { "?version=", 400 }, { "?public=true", 400 },
    { "?version=1.0.0", 422 }, { "?version=1.0.0.0.0", 422 }, { "?version=v1.0.0.0", 422 }, { "?version=platen", 422 },
    { "?version=1.0.0.x", 422 }, { "?version=100.0.0.0", 422 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (versions); j++)
        {
          g_autofree char *path = g_strconcat (paths[i], versions[j].version, NULL);
          g_autoptr(Answer) answer = ask (cloud, "GET", path, NULL);

          g_assert_cmpuint (answer->status, ==, versions[j].status);
          if (answer->status == 400)
            g_assert_cmpstr (text_of (answer->object, "message"), ==, "field 'version' is not set");
        }
    }
}

static void
test_list (TestCloud *cloud)
{
  g_autoptr(Answer) answer = ask (cloud, "GET", SETTING "?version=1.0.0.0", NULL);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_own = 0;

  assert_shape (answer->object, "message:s code:n error:n print:o printer:o filament:o settings:o");
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      JsonObject *presets = member (answer->object, types[i]);

      assert_shape (presets, "public:a private:a");
      for (guint j = 0; j < count (presets, "public"); j++)
        {
          JsonObject *preset = element (presets, "public", j);

          assert_shape (preset, i == 2 ? "setting_id:s version:s name:s update_time:s nickname:n filament_id:s"
                                       : "setting_id:s version:s name:s update_time:s nickname:n filament_id:n");
          assert_time (text_of (preset, "update_time"), FALSE);
          g_assert_true (g_hash_table_add (ids, (gpointer) text_of (preset, "setting_id")));
          g_assert_true (g_hash_table_add (names, (gpointer) text_of (preset, "name")));
        }

      for (guint j = 0; j < count (presets, "private"); j++)
        {
          JsonObject *preset = element (presets, "private", j);

          assert_shape (preset, i == 2 ? "setting_id:s version:s name:s update_time:s nickname:n base_id:s filament_id:s "
                                         "filament_type:s filament_is_support:s nozzle_temperature:a nozzle_hrc:s filament_vendor:s"
                                       : "setting_id:s version:s name:s update_time:s nickname:n base_id:s filament_id:n");
          g_assert_true (g_hash_table_add (ids, (gpointer) text_of (preset, "setting_id")));
          n_own++;
        }
    }

  g_assert_cmpuint (n_own, ==, 12);
  g_assert_cmpuint (g_hash_table_size (ids), ==, 520);
  g_assert_true (g_hash_table_contains (names, "0.20mm Standard @BBL X1C"));
  g_assert_true (g_hash_table_contains (names, "Bambu Lab A1 mini 0.4 nozzle"));
  g_assert_true (g_hash_table_contains (names, "Bambu PLA Basic @BBL P1S"));
}

static void
test_public_only (TestCloud *cloud)
{
  g_autoptr(Answer) own = ask (cloud, "GET", SETTING "?version=1.0.0.0&public=false", NULL);
  JsonObject *presets = member (own->object, "print");

  g_assert_cmpuint (count (presets, "public"), ==, 0);
  g_assert_cmpuint (count (presets, "private"), ==, 5);
}

static Answer *
get_setting (TestCloud  *cloud,
             const char *id)
{
  g_autofree char *path = g_strdup_printf (SETTING "/%s?version=1.0.0.0", id);

  return ask (cloud, "GET", path, NULL);
}

/* Every value that the slicer knows is a string, or a list of strings. */
static void
check_values (JsonObject *setting)
{
  g_autoptr(GList) values = json_object_get_values (setting);

  for (const GList *iter = values; iter != NULL; iter = iter->next)
    {
      if (JSON_NODE_HOLDS_ARRAY ((JsonNode *) iter->data))
        g_assert_nonnull (json_array_get_string_element (json_node_get_array (iter->data), 0));
      else
        g_assert_cmpint (json_node_get_value_type (iter->data), ==, G_TYPE_STRING);
    }
}

static void
test_details (TestCloud *cloud)
{
  static const struct { const char *id; const char *type; const char *kind; guint n_settings; } known[] = {
    { "GP004", "print", "process", 100 }, { "GM001", "printer", "machine", 40 }, { "GFSA00", "filament", "filament", 50 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr(Answer) answer = get_setting (cloud, known[i].id);
      JsonObject *setting = member (answer->object, "setting");

      assert_shape (answer->object, DETAIL_SHAPE);
      g_assert_true (json_object_get_boolean_member (answer->object, "public"));
      g_assert_cmpstr (text_of (answer->object, "type"), ==, known[i].type);
      g_assert_cmpstr (text_of (setting, "type"), ==, known[i].kind);
      g_assert_cmpstr (text_of (setting, "name"), ==, text_of (answer->object, "name"));
      g_assert_cmpstr (text_of (setting, "from"), ==, "system");
      g_assert_cmpuint (json_object_get_size (setting), >=, known[i].n_settings);
      check_values (setting);
    }
}

static void
test_layer_heights (TestCloud *cloud)
{
  static const char * const heights[] = { "0.08", "0.12", "0.16", "0.2", "0.24", "0.28" };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      g_autofree char *id = g_strdup_printf ("GP00%u", i + 1);
      g_autoptr(Answer) answer = get_setting (cloud, id);

      g_assert_cmpstr (text_of (member (answer->object, "setting"), "layer_height"), ==, heights[i]);
      g_assert_true (g_str_has_prefix (text_of (answer->object, "name"), heights[i]));
    }
}

/* One's own presets say what they differ from, and only in what. */
static void
test_own_details (TestCloud *cloud)
{
  g_autoptr(Answer) list = ask (cloud, "GET", SETTING "?version=1.0.0.0&public=false", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      JsonObject *presets = member (list->object, types[i]);

      for (guint j = 0; j < count (presets, "private"); j++)
        {
          JsonObject *preset = element (presets, "private", j);
          g_autoptr(Answer) answer = get_setting (cloud, text_of (preset, "setting_id"));
          g_autoptr(Answer) base = get_setting (cloud, text_of (preset, "base_id"));
          JsonObject *setting = member (answer->object, "setting");

          assert_shape (answer->object, DETAIL_SHAPE);
          g_assert_false (json_object_get_boolean_member (answer->object, "public"));
          g_assert_cmpuint (base->status, ==, 200);
          g_assert_cmpstr (text_of (setting, "inherits"), ==, text_of (base->object, "name"));
          g_assert_cmpuint (json_object_get_size (setting), <, 20);
          check_values (setting);
        }
    }
}

static void
test_unknown (TestCloud *cloud)
{
  g_autoptr(Answer) get = get_setting (cloud, "GP99999");
  g_autoptr(Answer) delete = ask (cloud, "DELETE", SETTING "/GP99999?version=1.0.0.0", NULL);

  assert_fails (get, 400, 1);
  assert_fails (delete, 400, 1);
}

static void
test_create_and_delete (TestCloud *cloud)
{
  g_autoptr(Answer) created = ask (cloud, "POST", SETTING,
                                   "{\"type\":\"print\",\"name\":\"Mine\",\"version\":\"2.0.0.0\",\"base_id\":\"GP004\","
                                   "\"setting\":{\"inherits\":\"0.20mm Standard @BBL X1C\",\"wall_loops\":\"7\"}}");
  const char *id = text_of (created->object, "setting_id");
  g_autofree char *path = g_strdup_printf (SETTING "/%s", id);
  g_autofree char *full = g_strconcat (path, "?version=1.0.0.0", NULL);
  g_autoptr(Answer) detail = get_setting (cloud, id);
  g_autoptr(Answer) put = ask (cloud, "PUT", full, "{}");
  g_autoptr(Answer) patch = ask (cloud, "PATCH", full, "{}");
  g_autoptr(Answer) no_version = ask (cloud, "DELETE", path, NULL);
  g_autoptr(Answer) deleted = ask (cloud, "DELETE", full, NULL);
  g_autoptr(Answer) again = ask (cloud, "DELETE", full, NULL);
  g_autoptr(Answer) vendors = ask (cloud, "DELETE", SETTING "/GP004?version=1.0.0.0", NULL);

  assert_shape (created->object, "message:s code:n error:n setting_id:s update_time:s");
  g_assert_true (g_str_has_prefix (id, "PPUS"));
  assert_time (text_of (created->object, "update_time"), FALSE);
  g_assert_cmpstr (text_of (detail->object, "name"), ==, "Mine");
  g_assert_cmpstr (text_of (detail->object, "base_id"), ==, "GP004");
  g_assert_cmpstr (text_of (member (detail->object, "setting"), "wall_loops"), ==, "7");
  assert_fails (put, 405, 405);
  assert_fails (patch, 500, 2);
  assert_fails (no_version, 400, 1);
  g_assert_cmpuint (deleted->status, ==, 200);
  assert_text (deleted, "{\"message\":\"success\",\"code\":null,\"error\":null}");
  assert_fails (again, 400, 1);
  assert_fails (vendors, 403, 8);
}

static void
test_create_wrong (TestCloud *cloud)
{
  static const struct { const char *json; guint status; } bodies[] = {
    { "{}", 400 },
    { "{\"type\":\"print\",\"name\":\"a\",\"setting\":{}}", 400 },
    { "{\"type\":\"print\",\"name\":\"a\",\"version\":\"2.0.0.0\"}", 400 },
    { "{\"type\":\"print\",\"name\":\"a\",\"version\":\"2.0.0.0\",\"setting\":\"x\"}", 400 },
    { "{\"type\":\"print\",\"name\":\"a\",\"version\":\"2\",\"setting\":{}}", 422 },
    { "{\"type\":\"process\",\"name\":\"a\",\"version\":\"2.0.0.0\",\"setting\":{}}", 422 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr(Answer) answer = ask (cloud, "POST", SETTING, bodies[i].json);

      assert_fails (answer, bodies[i].status, 1);
    }
}

/* A hundred of each kind, and room again for each that goes. */
static void
test_quota (TestCloud *cloud)
{
  const char *json = "{\"type\":\"print\",\"name\":\"One more\",\"version\":\"2.0.0.0\",\"setting\":{}}";
  const char *other = "{\"type\":\"filament\",\"name\":\"One more\",\"version\":\"2.0.0.0\",\"base_id\":\"GFSA00\",\"setting\":{}}";
  g_autofree char *path = NULL;
  g_autoptr(Answer) refused = NULL;
  g_autoptr(Answer) filament = NULL;
  g_autoptr(Answer) deleted = NULL;
  g_autoptr(Answer) last = NULL;

  for (guint i = 5; i < 100; i++)
    {
      g_autoptr(Answer) created = ask (cloud, "POST", SETTING, json);

      g_assert_cmpuint (created->status, ==, 200);
      g_free (path);
      path = g_strdup_printf (SETTING "/%s?version=1.0.0.0", text_of (created->object, "setting_id"));
    }

  refused = ask (cloud, "POST", SETTING, json);
  assert_fails (refused, 400, 14);
  filament = ask (cloud, "POST", SETTING, other);
  g_assert_cmpuint (filament->status, ==, 200);
  deleted = ask (cloud, "DELETE", path, NULL);
  g_assert_cmpuint (deleted->status, ==, 200);
  last = ask (cloud, "POST", SETTING, json);
  g_assert_cmpuint (last->status, ==, 200);
}

static void
test_resource (TestCloud *cloud)
{
  const char *shape = "type:sn version:s description:s url:s force_update:b";
  g_autoptr(Answer) plain = ask (cloud, "GET", RESOURCE, NULL);
  g_autoptr(Answer) plugin = ask (cloud, "GET", RESOURCE "?slicer/plugins/cloud=01.01.00.00", NULL);
  g_autoptr(Answer) unknown = ask (cloud, "GET", RESOURCE "?slicer/plugins/none=01.01.00.00", NULL);
  JsonObject *resource = element (plugin->object, "resources", 0);

  assert_shape (plain->object, "message:s code:n error:n software:o guide:n resources:a");
  assert_shape (member (plain->object, "software"), shape);
  g_assert_null (text_of (member (plain->object, "software"), "type"));
  g_assert_cmpuint (count (plain->object, "resources"), ==, 0);
  g_assert_cmpuint (count (unknown->object, "resources"), ==, 0);

  assert_shape (resource, shape);
  g_assert_cmpstr (text_of (resource, "type"), ==, "slicer/plugins/cloud");
  g_assert_cmpstr (text_of (resource, "version"), ==, "01.01.00.11");
}

static const CloudTest tests[] = {
  { "versions", test_versions },
  { "list", test_list },
  { "public-only", test_public_only },
  { "details", test_details },
  { "layer-heights", test_layer_heights },
  { "own-details", test_own_details },
  { "unknown", test_unknown },
  { "create-and-delete", test_create_and_delete },
  { "create-wrong", test_create_wrong },
  { "quota", test_quota },
  { "resource", test_resource },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_tests ("slicer", tests, G_N_ELEMENTS (tests));

  return g_test_run ();
}
