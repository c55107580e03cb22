/* test-types.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-json.h"
#include "bambu-makers.h"

/* Each answer of the cloud, read as it should be, and then with each of its members missing, null and of every wrong type in
 * turn, at every depth: whatever comes, something is made of it, or an error, and never a warning.
 */

typedef struct
{
  const char *name;
  gpointer  (*make) (JsonNode  *root,
                     GBytes    *text,
                     gpointer   make_data,
                     GError   **error);
  gboolean    is_list;
  const char *text;
} Sample;

static const char devices_text[] =
  "{\"message\": \"success\", \"code\": null, \"error\": null, \"devices\": ["
  "{\"dev_id\": \"A1\", \"name\": \"Workshop\", \"online\": true, \"print_status\": \"RUNNING\","
  " \"dev_model_name\": \"BL-P001\", \"dev_product_name\": \"X1 Carbon\", \"dev_access_code\": \" 1234\\n\","
  " \"nozzle_diameter\": 0.4, \"dev_structure\": \"CoreXY\", \"print_job\": 7},"
  "{\"dev_id\": 42, \"name\": null, \"online\": false, \"print_status\": \"SUCCESS\","
  " \"dev_model_name\": \"Z9\", \"dev_product_name\": \"Z9 Max\"}]}";

static const char prints_text[] =
  "{\"message\": \"success\", \"devices\": ["
  "{\"dev_id\": \"A1\", \"dev_name\": \"Workshop\", \"dev_online\": true, \"task_id\": 99, \"task_name\": \"Gear\","
  " \"task_status\": \"RUNNING\", \"model_id\": \"m\", \"project_id\": \"7\", \"profile_id\": 8,"
  " \"start_time\": \"2026-11-22 09:58:04\", \"prediction\": \"1000\", \"progress\": 25,"
  " \"thumbnail\": \"https://files.example/a.png?Signature=x\"},"
  "{\"dev_id\": \"A3\", \"dev_name\": \"Lone\", \"dev_online\": true, \"task_id\": null, \"task_status\": null}]}";

static const char projects_text[] =
  "{\"message\": \"success\", \"projects\": ["
  "{\"project_id\": \"164995388\", \"user_id\": 1, \"model_id\": \"US1\", \"status\": \"ACTIVE\", \"name\": \"Gear box\","
  " \"content\": \"null\", \"create_time\": \"2022-11-22 09:58:04\", \"update_time\": \"2022-11-22 09:58:10\"},"
  "{\"project_id\": 2, \"name\": 3}]}";

static const char project_text[] =
  "{\"message\": \"success\", \"project_id\": \"164995388\", \"model_id\": \"US1\", \"name\": \"Gear box\","
  " \"create_time\": \"2022-11-22 09:58:04\", \"update_time\": \"2022-11-22 09:58:10\", \"profiles\": ["
  "{\"profile_id\": 5, \"model_id\": \"US1\", \"status\": \"ACTIVE\", \"name\": \"0.2 mm\", \"content\": \"{}\","
  " \"create_time\": \"2022-11-22 09:58:04\", \"update_time\": \"2022-11-22 09:58:09\", \"context\": {"
  "\"compatibility\": {\"dev_model_name\": \"C12\", \"dev_product_name\": \"P1S\", \"nozzle_diameter\": \"0.4\"},"
  "\"pictures\": null, \"configs\": [{\"name\": \"a.config\", \"dir\": \"Metadata\", \"url\": \"https://x.example/a\"}],"
  "\"plates\": [{\"index\": 1, \"thumbnail\": {\"name\": \"plate_1.png\", \"dir\": \"Metadata\", \"url\": \"\"},"
  " \"prediction\": 3348, \"weight\": 12.6, \"gcode\": {\"name\": null}, \"filaments\": ["
  "{\"id\": \"1\", \"type\": \"PLA\", \"color\": \"#00AE42\", \"used_m\": \"4.16\", \"used_g\": \"12.60\"},"
  "{\"id\": 2, \"type\": \"PETG\", \"color\": \"11223344\", \"used_m\": 1, \"used_g\": null}]},"
  "{\"index\": null, \"thumbnail\": {\"url\": \"https://x.example/2.png\"}}],"
  "\"materials\": [{\"color\": \"00AE42\", \"material\": \"PLA\"}],"
  "\"auxiliary_pictures\": [{\"name\": \"p\", \"url\": \"https://x.example/p\"}], \"auxiliary_bom\": [],"
  "\"auxiliary_guide\": [{\"name\": \"g\", \"url\": \"https://x.example/g\"}], \"auxiliary_other\": []}}],"
  " \"download_url\": null, \"download_md5\": null}";

static const char profile_text[] =
  "{\"profile_id\": \"5\", \"model_id\": \"US1\", \"status\": \"ACTIVE\", \"name\": \"Untitled\", \"content\": null,"
  " \"context\": {\"compatibility\": {\"dev_model_name\": \"O1D\", \"nozzle_diameter\": 0.6}, \"plates\": []},"
  " \"filename\": \"../../x.3mf\", \"url\": \"https://x.example/x.3mf\", \"md5\": \"abc\"}";

static const char presets_text[] =
  "{\"message\": \"success\", \"print\": {\"public\": [{\"setting_id\": \"GP001\", \"version\": \"01.03.00.13\","
  " \"name\": \"0.08mm Extra Fine @BBL X1C\", \"nickname\": null, \"filament_id\": null}], \"private\": ["
  "{\"setting_id\": \"PP1\", \"name\": \"Mine\", \"update_time\": \"2024-01-02 03:04:05\", \"base_id\": \"GP001\"}]},"
  " \"printer\": {\"public\": [{\"setting_id\": \"GM001\", \"name\": \"X1C 0.4\"}], \"private\": []},"
  " \"filament\": {\"public\": [{\"setting_id\": \"GFSB98\", \"name\": \"Generic ASA\", \"filament_id\": \"GFB98\","
  " \"filament_type\": \"ASA\", \"filament_vendor\": \"Generic\", \"nozzle_temperature\": [240, 270],"
  " \"filament_is_support\": false}], \"private\": null}}";

static const char preset_text[] =
  "{\"message\": \"success\", \"public\": false, \"version\": \"01.00.03.08\", \"type\": \"print\", \"name\": \"Fine\","
  " \"nickname\": null, \"base_id\": \"GP001\", \"setting\": {\"inherits\": \"fdm_process\", \"layer_height\": \"0.12\","
  " \"model_id\": [\"BL-P001\", \"BL-P002\"], \"odd\": {\"a\": 1}, \"nothing\": null, \"flag\": true, \"n\": 3},"
  " \"filament_id\": null}";

static const char account_text[] =
  "{\"uid\": 1234, \"name\": \"Ada\", \"handle\": \"ada\", \"avatar\": \"https://x.example/a.png\", \"bio\": \"\","
  " \"links\": [\"https://a.example\", 7, null], \"backgroundUrl\": null}";

static gpointer
make_devices (JsonNode  *root,
              GBytes    *text,
              gpointer   make_data,
              GError   **error)
{
  g_autoptr(GDateTime) heard = g_date_time_new_utc (2026, 11, 22, 10, 0, 0);

  return bambu_makers_join_devices (root, NULL, heard);
}

static const Sample samples[] = {
  { "account", bambu_makers_account, FALSE, account_text },
  { "devices", make_devices, TRUE, devices_text },
  { "prints", bambu_makers_prints, TRUE, prints_text },
  { "projects", bambu_makers_projects, TRUE, projects_text },
  { "project", bambu_makers_project, FALSE, project_text },
  { "profile", bambu_makers_profile, FALSE, profile_text },
  { "presets", bambu_makers_presets, TRUE, presets_text },
  { "preset", bambu_makers_preset, FALSE, preset_text },
};

static JsonNode *
parse (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  JsonNode *root = bambu_json_parse (bytes, &error);

  g_assert_no_error (error);

  return root;
}

static gpointer
make (const Sample *sample)
{
  g_autoptr(JsonNode) root = parse (sample->text);
  g_autoptr(GError) error = NULL;
  gpointer made = sample->make (root, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (made);

  return made;
}

static const Sample *
find_sample (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      if (g_str_equal (samples[i].name, name))
        return &samples[i];
    }

  g_assert_not_reached ();
}

/* Everything that an object can be asked, asked. */
static void
read_all (GObject *object)
{
  g_autofree GParamSpec **pspecs = NULL;
  guint n_pspecs;

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_pspecs);

  for (guint i = 0; i < n_pspecs; i++)
    {
      g_auto(GValue) value = G_VALUE_INIT;

      g_object_get_property (object, pspecs[i]->name, &value);

      if (G_VALUE_HOLDS_STRING (&value) && g_value_get_string (&value) != NULL)
        g_assert_true (g_utf8_validate (g_value_get_string (&value), -1, NULL));

      if (G_VALUE_HOLDS_OBJECT (&value) && G_IS_LIST_MODEL (g_value_get_object (&value)))
        {
          GListModel *model = g_value_get_object (&value);

          for (guint j = 0; j < g_list_model_get_n_items (model); j++)
            {
              g_autoptr(GObject) item = g_list_model_get_item (model, j);

              read_all (item);
            }
        }
    }
}

static void
make_of_anything (const Sample *sample,
                  JsonNode     *root)
{
  g_autoptr(GError) error = NULL;
  gpointer made = sample->make (root, NULL, NULL, &error);

  g_assert_true ((made == NULL) == (error != NULL));

  if (made == NULL)
    return;

  if (sample->is_list)
    {
      GPtrArray *items = made;

      for (guint i = 0; i < items->len; i++)
        {
          g_assert_nonnull (bambu_item_get_id (g_ptr_array_index (items, i)));
          read_all (g_ptr_array_index (items, i));
        }

      g_ptr_array_unref (items);
    }
  else
    {
      read_all (made);
      g_object_unref (made);
    }
}

static const char * const wrong_values[] = {
  "null", "true", "false", "0", "-1", "1.5", "1e308", "-1e308", "9223372036854775807", "-9223372036854775808",
  "\"\"", "\"text\"", "\"NaN\"", "\"-inf\"", "\"99999999999999999999\"", "\"<b>&amp;%s%n\"", "\"#GGGGGG\"",
  "\"9999-99-99 99:99:99\"", "[]", "{}", "[null]", "[[[]]]", "[\"a\", 1, null, {}]", "{\"a\": {\"url\": 1}}",
};

/* Visits every member and element below @node; @visit may change it and must put it back. */
static void
mutate (const Sample *sample,
        JsonNode     *root,
        JsonNode     *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr(GList) members = json_object_get_members (object);

      for (const GList *l = members; l != NULL; l = l->next)
        {
          /* The object frees its name of a member that is removed. */
          g_autofree char *member = g_strdup (l->data);
          g_autoptr(JsonNode) original = json_node_ref (json_object_get_member (object, member));

          json_object_remove_member (object, member);
          make_of_anything (sample, root);

          for (guint i = 0; i < G_N_ELEMENTS (wrong_values); i++)
            {
              json_object_set_member (object, member, json_from_string (wrong_values[i], NULL));
              make_of_anything (sample, root);
            }

          json_object_set_member (object, member, json_node_ref (original));
          mutate (sample, root, original);
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        mutate (sample, root, json_array_get_element (array, i));

      for (guint i = 0; i < G_N_ELEMENTS (wrong_values); i++)
        {
          json_array_add_element (array, json_from_string (wrong_values[i], NULL));
          make_of_anything (sample, root);
          json_array_remove_element (array, json_array_get_length (array) - 1);
        }
    }
}

static void
test_mutations (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(JsonNode) root = parse (sample->text);

  mutate (sample, root, root);

  for (guint i = 0; i < G_N_ELEMENTS (wrong_values); i++)
    {
      g_autoptr(JsonNode) other = json_from_string (wrong_values[i], NULL);

      make_of_anything (sample, other);
    }
}

static void
test_account (void)
{
  g_autoptr(BambuAccount) account = make (find_sample ("account"));
  const char * const *links = bambu_account_get_links (account);

  g_assert_cmpstr (bambu_account_get_uid (account), ==, "1234");
  g_assert_cmpstr (bambu_account_get_name (account), ==, "Ada");
  g_assert_cmpstr (bambu_account_get_handle (account), ==, "ada");
  g_assert_cmpstr (bambu_account_get_avatar (account), ==, "https://x.example/a.png");
  g_assert_null (bambu_account_get_bio (account));
  g_assert_null (bambu_account_get_background (account));
  g_assert_cmpstr (links[0], ==, "https://a.example");
}

static GPtrArray *
join (const char *bind,
      const char *prints,
      GDateTime  *heard)
{
  g_autoptr(JsonNode) bind_root = bind != NULL ? parse (bind) : NULL;
  g_autoptr(JsonNode) prints_root = prints != NULL ? parse (prints) : NULL;

  return bambu_makers_join_devices (bind_root, prints_root, heard);
}

static void
test_devices (void)
{
  g_autoptr(GDateTime) heard = g_date_time_new_utc (2026, 11, 22, 10, 0, 0);
  g_autoptr(GDateTime) end = g_date_time_add_seconds (heard, 750);
  g_autoptr(GPtrArray) devices = join (devices_text, prints_text, heard);
  BambuDevice *device = g_ptr_array_index (devices, 0);

  g_assert_cmpuint (devices->len, ==, 3);
  g_assert_cmpstr (bambu_device_get_id (device), ==, "A1");
  g_assert_cmpstr (bambu_device_get_name (device), ==, "Workshop");
  g_assert_cmpstr (bambu_device_get_model_name (device), ==, "X1 Carbon");
  g_assert_cmpstr (bambu_device_get_access_code (device), ==, "1234");
  g_assert_cmpfloat (bambu_device_get_nozzle_diameter (device), ==, 0.4);
  g_assert_cmpstr (bambu_device_get_task_id (device), ==, "99");
  g_assert_cmpstr (bambu_device_get_task_name (device), ==, "Gear");
  g_assert_cmpstr (bambu_device_get_project_id (device), ==, "7");
  g_assert_cmpstr (bambu_device_get_profile_id (device), ==, "8");
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_PRINTING);
  g_assert_cmpint (bambu_device_get_progress (device), ==, 25);
  g_assert_cmpint (bambu_device_get_prediction (device), ==, 1000);
  g_assert_cmpint (bambu_device_get_time_left (device), ==, 750);
  g_assert_true (g_date_time_equal (bambu_device_get_end_time (device), end));
  g_assert_true (g_date_time_equal (bambu_device_get_last_seen (device), heard));
  g_assert_true (bambu_device_get_has_print (device));
  g_assert_false (bambu_device_get_needs_attention (device));

  /* Offline wins; an unknown code is called by its product name; an id may be a number. */
  device = g_ptr_array_index (devices, 1);
  g_assert_cmpstr (bambu_device_get_id (device), ==, "42");
  g_assert_cmpstr (bambu_device_get_model_name (device), ==, "Z9 Max");
  g_assert_null (bambu_device_get_name (device));
  g_assert_null (bambu_device_get_access_code (device));
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_OFFLINE);
  g_assert_null (bambu_device_get_last_seen (device));
  g_assert_cmpint (bambu_device_get_time_left (device), ==, -1);

  /* One that only user/print knows is there all the same. */
  device = g_ptr_array_index (devices, 2);
  g_assert_cmpstr (bambu_device_get_name (device), ==, "Lone");
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_IDLE);
}

static void
test_device_states (void)
{
  static const struct {
    const char       *status;
    BambuDeviceState  state;
    gboolean          attention;
  } rows[] = {
    { "\"ACTIVE\"", BAMBU_DEVICE_STATE_IDLE, FALSE },
    { "\"IDLE\"", BAMBU_DEVICE_STATE_IDLE, FALSE },
    { "null", BAMBU_DEVICE_STATE_IDLE, FALSE },
    { "\"running\"", BAMBU_DEVICE_STATE_PRINTING, FALSE },
    { "\"PAUSE\"", BAMBU_DEVICE_STATE_PAUSED, TRUE },
    { "\"SUCCESS\"", BAMBU_DEVICE_STATE_FINISHED, FALSE },
    { "\"FAILED\"", BAMBU_DEVICE_STATE_FAILED, TRUE },
    { "\"PREPARE\"", BAMBU_DEVICE_STATE_PREPARING, FALSE },
    { "\"DANCING\"", BAMBU_DEVICE_STATE_UNKNOWN, FALSE },
  };
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text =
        g_strdup_printf ("{\"devices\": [{\"dev_id\": \"1\", \"online\": true, \"print_status\": %s}]}", rows[i].status);
      g_autoptr(GPtrArray) devices = join (text, NULL, now);
      BambuDevice *device = g_ptr_array_index (devices, 0);

      g_assert_cmpint (bambu_device_get_state (device), ==, rows[i].state);
      g_assert_cmpint (bambu_device_get_needs_attention (device), ==, rows[i].attention);
    }
}

static void
test_device_merges (void)
{
  g_autoptr(GDateTime) first = g_date_time_new_utc (2026, 11, 22, 10, 0, 0);
  g_autoptr(GDateTime) later = g_date_time_add_seconds (first, 60);
  g_autoptr(GDateTime) end = g_date_time_add_seconds (first, 750);
  g_autoptr(GPtrArray) before = join (devices_text, prints_text, first);
  g_autoptr(GPtrArray) after = join (devices_text, prints_text, later);
  g_autoptr(GPtrArray) bind_only = join (devices_text, NULL, later);
  g_autoptr(GPtrArray) prints_only = join (NULL, prints_text, later);
  g_autoptr(GPtrArray) offline = NULL;
  g_autofree char *offline_text = NULL;
  g_auto(GStrv) parts = g_strsplit (devices_text, "\"online\": true", 2);
  BambuDevice *device = g_ptr_array_index (before, 0);

  /* While nothing has moved the end stands, and only the time until then gets shorter. */
  bambu_item_merge (BAMBU_ITEM (device), g_ptr_array_index (after, 0));
  g_assert_true (g_date_time_equal (bambu_device_get_end_time (device), end));
  g_assert_cmpint (bambu_device_get_time_left (device), ==, 690);
  g_assert_true (g_date_time_equal (bambu_device_get_last_seen (device), later));

  /* What one answer does not tell stays. */
  bambu_item_merge (BAMBU_ITEM (device), g_ptr_array_index (bind_only, 0));
  g_assert_cmpstr (bambu_device_get_task_name (device), ==, "Gear");
  g_assert_cmpint (bambu_device_get_progress (device), ==, 25);

  bambu_item_merge (BAMBU_ITEM (device), g_ptr_array_index (prints_only, 0));
  g_assert_cmpstr (bambu_device_get_access_code (device), ==, "1234");
  g_assert_cmpstr (bambu_device_get_model_code (device), ==, "BL-P001");
  g_assert_cmpfloat (bambu_device_get_nozzle_diameter (device), ==, 0.4);

  offline_text = g_strjoinv ("\"online\": false", parts);
  offline = join (offline_text, prints_text, later);
  bambu_item_merge (BAMBU_ITEM (device), g_ptr_array_index (offline, 0));
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_OFFLINE);
  g_assert_true (g_date_time_equal (bambu_device_get_last_seen (device), later));
  g_assert_null (bambu_device_get_end_time (device));
}

static void
test_project (void)
{
  g_autoptr(GPtrArray) projects = make (find_sample ("projects"));
  g_autoptr(BambuProject) detail = make (find_sample ("project"));
  g_autoptr(BambuProfile) profile = NULL;
  g_autoptr(BambuPlate) plate = NULL;
  g_autoptr(BambuPlate) second = NULL;
  g_autoptr(BambuFilament) filament = NULL;
  g_autoptr(BambuFile) config = NULL;
  BambuProject *project = g_ptr_array_index (projects, 0);
  GListModel *profiles = bambu_project_get_profiles (project);

  g_assert_cmpuint (projects->len, ==, 2);
  g_assert_cmpstr (bambu_project_get_id (project), ==, "164995388");
  g_assert_cmpstr (bambu_project_get_name (project), ==, "Gear box");
  g_assert_false (bambu_project_get_has_detail (project));
  g_assert_cmpuint (bambu_project_get_n_plates (project), ==, 0);

  g_assert_true (bambu_project_detail_fits (project, detail));
  bambu_item_merge (BAMBU_ITEM (project), BAMBU_ITEM (detail));
  g_assert_true (bambu_project_get_has_detail (project));
  g_assert_cmpuint (bambu_project_get_n_plates (project), ==, 2);
  g_assert_cmpstr (bambu_project_get_thumbnail (project), ==, "https://x.example/2.png");
  g_assert_true (bambu_project_get_profiles (project) == profiles);

  profile = g_list_model_get_item (profiles, 0);
  g_assert_cmpstr (bambu_profile_get_id (profile), ==, "5");
  g_assert_cmpstr (bambu_profile_get_model_name (profile), ==, "P1S");
  g_assert_cmpfloat (bambu_profile_get_nozzle_diameter (profile), ==, 0.4);
  config = g_list_model_get_item (bambu_profile_get_configs (profile), 0);
  g_assert_cmpstr (bambu_file_get_name (config), ==, "a.config");
  g_assert_cmpuint (g_list_model_get_n_items (bambu_profile_get_pictures (profile)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (bambu_profile_get_attachments (profile)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (bambu_profile_get_materials (profile)), ==, 1);

  plate = g_list_model_get_item (bambu_profile_get_plates (profile), 0);
  g_assert_cmpint (bambu_plate_get_prediction (plate), ==, 3348);
  g_assert_cmpfloat (bambu_plate_get_grams (plate), ==, 12.6);
  g_assert_null (bambu_plate_get_thumbnail (plate));
  second = g_list_model_get_item (bambu_profile_get_plates (profile), 1);
  g_assert_cmpint (bambu_plate_get_index (second), ==, 2);

  filament = g_list_model_get_item (bambu_plate_get_filaments (plate), 0);
  g_assert_cmpstr (bambu_filament_get_kind (filament), ==, "PLA");
  g_assert_cmphex (bambu_filament_get_color (filament), ==, 0x00ae42ff);
  g_assert_cmpfloat (bambu_filament_get_meters (filament), ==, 4.16);
  g_assert_cmpfloat (bambu_filament_get_grams (filament), ==, 12.6);
}

/* A detail that comes again is taken into the very objects that are shown. */
static void
test_project_detail_again (void)
{
  g_autoptr(BambuProject) project = make (find_sample ("project"));
  g_autoptr(BambuProject) again = make (find_sample ("project"));
  g_autoptr(BambuProfile) profile = g_list_model_get_item (bambu_project_get_profiles (project), 0);
  g_autoptr(BambuPlate) plate = g_list_model_get_item (bambu_profile_get_plates (profile), 0);
  g_autoptr(BambuProfile) profile_after = NULL;
  g_autoptr(BambuPlate) plate_after = NULL;

  g_assert_false (bambu_item_merge (BAMBU_ITEM (project), BAMBU_ITEM (again)));
  profile_after = g_list_model_get_item (bambu_project_get_profiles (project), 0);
  plate_after = g_list_model_get_item (bambu_profile_get_plates (profile_after), 0);
  g_assert_true (profile == profile_after);
  g_assert_true (plate == plate_after);
}

static void
test_presets (void)
{
  g_autoptr(GPtrArray) presets = make (find_sample ("presets"));
  BambuPreset *own = g_ptr_array_index (presets, 0);
  BambuPreset *filament = g_ptr_array_index (presets, 3);

  g_assert_cmpuint (presets->len, ==, 4);
  g_assert_true (bambu_preset_get_own (own));
  g_assert_cmpstr (bambu_preset_get_base_id (own), ==, "GP001");
  g_assert_cmpint (bambu_preset_get_kind (own), ==, BAMBU_PRESET_KIND_PROCESS);
  g_assert_cmpint (bambu_preset_get_kind (filament), ==, BAMBU_PRESET_KIND_FILAMENT);
  g_assert_cmpstr (bambu_preset_get_filament_vendor (filament), ==, "Generic");
  g_assert_false (bambu_preset_get_own (filament));
}

static void
test_preset (void)
{
  static const char * const expected[] = {
    "inherits=fdm_process", "layer_height=0.12", "model_id=BL-P001, BL-P002", "odd={\"a\":1}", "nothing=", "flag=true", "n=3",
  };
  g_autoptr(BambuPresetDetail) detail = make (find_sample ("preset"));
  GListModel *settings = bambu_preset_detail_get_settings (detail);

  g_assert_cmpstr (bambu_preset_detail_get_name (detail), ==, "Fine");
  g_assert_cmpstr (bambu_preset_detail_get_inherits (detail), ==, "fdm_process");
  g_assert_cmpint (bambu_preset_detail_get_kind (detail), ==, BAMBU_PRESET_KIND_PROCESS);
  g_assert_true (bambu_preset_detail_get_own (detail));
  g_assert_cmpuint (g_list_model_get_n_items (settings), ==, G_N_ELEMENTS (expected));

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr(BambuSetting) setting = g_list_model_get_item (settings, i);
      g_autofree char *row = g_strdup_printf ("%s=%s", bambu_setting_get_key (setting),
                                              bambu_setting_get_value (setting));

      g_assert_cmpstr (row, ==, expected[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strdup_printf ("/bambu/types/mutations/%s", samples[i].name);

      g_test_add_data_func (path, &samples[i], test_mutations);
    }

  g_test_add_func ("/bambu/types/account", test_account);
  g_test_add_func ("/bambu/types/devices", test_devices);
  g_test_add_func ("/bambu/types/device-states", test_device_states);
  g_test_add_func ("/bambu/types/device-merges", test_device_merges);
  g_test_add_func ("/bambu/types/project", test_project);
  g_test_add_func ("/bambu/types/project-detail-again", test_project_detail_again);
  g_test_add_func ("/bambu/types/presets", test_presets);
  g_test_add_func ("/bambu/types/preset", test_preset);

  return g_test_run ();
}
