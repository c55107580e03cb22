/* answers.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "answers.h"

#include "bambu-json.h"
#include "bambu-page.h"

const char test_devices_text[] =
  "{\"message\": \"success\", \"code\": null, \"error\": null, \"devices\": ["
  "{\"dev_id\": \"A1\", \"name\": \"Workshop\", \"online\": true, \"print_status\": \"RUNNING\","
  " \"dev_model_name\": \"BL-P001\", \"dev_product_name\": \"X1 Carbon\", \"dev_access_code\": \" 1234\\n\","
  " \"nozzle_diameter\": 0.4, \"dev_structure\": \"CoreXY\", \"print_job\": 7},"
  "{\"dev_id\": 42, \"name\": null, \"online\": false, \"print_status\": \"SUCCESS\","
  " \"dev_model_name\": \"Z9\", \"dev_product_name\": \"Z9 Max\"}]}";

const char test_prints_text[] =
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

static const char tasks_text[] =
  "{\"total\": 3, \"hits\": [{\"id\": 88, \"designId\": 0, \"designTitle\": \"\", \"modelId\": \"US1\", \"title\": \"Gear \\\"box\\\"\","
  " \"cover\": \"https://x.example/c.png?Signature=1\", \"status\": 2, \"feedbackStatus\": 0,"
  " \"startTime\": \"2022-11-22T01:58:10Z\", \"endTime\": \"2022-11-22T02:54:12Z\", \"weight\": 0.1, \"length\": \"416\","
  " \"costTime\": 3348, \"profileId\": 5, \"plateIndex\": 1, \"plateName\": \"\", \"deviceId\": \"A1\", \"deviceName\": \"Workshop\","
  " \"deviceModel\": \"X1 Carbon\", \"bedType\": \"textured_plate\", \"useAms\": true, \"mode\": \"cloud_file\","
  " \"amsDetailMapping\": [{\"ams\": 5, \"sourceColor\": \"00AE42FF\", \"targetColor\": \"112233FF\", \"filamentId\": \"GFA00\","
  " \"filamentType\": \"PLA\", \"weight\": 12.6}, {\"amsId\": 1, \"slotId\": \"2\", \"sourceColor\": \"FFFFFF\"}]},"
  "{\"id\": \"87\", \"designId\": 12, \"status\": 2, \"startTime\": \"2022-11-22T01:58:10Z\", \"endTime\": \"2022-11-22T01:58:29Z\"},"
  "{\"id\": 86, \"status\": 3, \"startTime\": \"2022-11-22T01:58:10Z\", \"endTime\": \"2022-11-22T01:58:29Z\"}]}";

static const char messages_text[] =
  "{\"hits\": [{\"id\": 7, \"type\": 6, \"design\": null, \"comment\": null, \"taskMessage\": {\"id\": 88, \"title\": \"Gear box\","
  " \"cover\": \"https://x.example/c.png\", \"status\": 2, \"deviceId\": \"A1\"}, \"from\": {\"uid\": 2, \"name\": \"Ada\","
  " \"avatar\": \"https://x.example/a.png\", \"fanCount\": 0, \"isFollowed\": false}, \"createTime\": \"2022-11-22T02:54:12Z\"},"
  "{\"id\": \"6\", \"type\": 2, \"design\": {\"id\": 3, \"title\": \"Vase\", \"cover\": null}, \"comment\": {\"content\": \"Nice\"},"
  " \"taskMessage\": null, \"from\": null, \"createTime\": null}]}";

static const char task_text[] =
  "{\"message\": \"success\", \"code\": null, \"name\": \"Gear box\", \"status\": \"FINISH\", \"project_id\": 7, \"model_id\": \"US1\","
  " \"profile_id\": \"5\", \"content\": \"{}\", \"create_time\": \"2022-11-22 09:58:04\"}";

static const char ticket_text[] =
  "{\"id\": 10233, \"title\": \"No first layer\", \"status\": 2, \"createTime\": \"2022-11-22T02:54:12Z\", \"more\": {\"a\": [1]}}";

static const char resources_text[] =
  "{\"message\": \"success\", \"software\": {\"type\": null, \"version\": \"01.03.00.25\", \"description\": \"[Improvements]\\n1. X\","
  " \"url\": \"https://x.example/s\", \"force_update\": false}, \"guide\": null, \"resources\": [{\"type\": \"slicer/plugins/cloud\","
  " \"version\": \"01.01.00.11\", \"description\": \"\", \"url\": \"https://x.example/p.zip\", \"force_update\": true}]}";

static const char firmware_text[] =
  "{\"message\": \"success\", \"devices\": [{\"dev_id\": \"A1\", \"version\": \"01.02.09.00\", \"firmware\": [{\"version\":"
  " \"01.02.10.00\", \"force_update\": true, \"url\": \"https://x.example/f\", \"description\": \"### New\"}], \"ams\": ["
  "{\"sn\": \"B2\", \"name\": \"AMS\", \"version\": \"00.00.06.40\", \"firmware\": [{\"version\": \"00.00.06.40\"}]}]}]}";

/* The things on a page. */
static gpointer
take_items (BambuPage *made)
{
  g_autoptr(BambuPage) page = made;

  return page != NULL ? g_ptr_array_ref (page->items) : NULL;
}

static gpointer
make_tasks (JsonNode  *root,
            GBytes    *text,
            gpointer   make_data,
            GError   **error)
{
  return take_items (bambu_makers_tasks (root, text, make_data, error));
}

static gpointer
make_messages (JsonNode  *root,
               GBytes    *text,
               gpointer   make_data,
               GError   **error)
{
  return take_items (bambu_makers_messages (root, text, make_data, error));
}

static gpointer
make_devices (JsonNode  *root,
              GBytes    *text,
              gpointer   make_data,
              GError   **error)
{
  g_autoptr(GDateTime) heard = g_date_time_new_utc (2026, 11, 22, 10, 0, 0);

  return bambu_makers_join_devices (root, NULL, heard);
}

const TestAnswer test_answers[TEST_N_ANSWERS] = {
  { "account", bambu_makers_account, FALSE, account_text },
  { "devices", make_devices, TRUE, test_devices_text },
  { "prints", bambu_makers_prints, TRUE, test_prints_text },
  { "projects", bambu_makers_projects, TRUE, projects_text },
  { "project", bambu_makers_project, FALSE, project_text },
  { "profile", bambu_makers_profile, FALSE, profile_text },
  { "presets", bambu_makers_presets, TRUE, presets_text },
  { "preset", bambu_makers_preset, FALSE, preset_text },
  { "tasks", make_tasks, TRUE, tasks_text },
  { "messages", make_messages, TRUE, messages_text },
  { "task", bambu_makers_task, FALSE, task_text },
  { "ticket", bambu_makers_ticket, FALSE, ticket_text },
  { "resources", bambu_makers_resources, TRUE, resources_text },
  { "firmware", bambu_makers_firmware, FALSE, firmware_text },
};

static const char * const wrong_values[] = {
  "null", "true", "false", "0", "-1", "1.5", "1e308", "-1e308", "9223372036854775807", "-9223372036854775808",
  "\"\"", "\"text\"", "\"NaN\"", "\"-inf\"", "\"99999999999999999999\"", "\"<b>&amp;%s%n\"", "\"#GGGGGG\"",
  "\"9999-99-99 99:99:99\"", "[]", "{}", "[null]", "[[[]]]", "[\"a\", 1, null, {}]", "{\"a\": {\"url\": 1}}",
};

typedef struct
{
  const TestAnswer *answer;
  JsonNode         *root;
  TestMutatedFunc   func;
  gpointer          user_data;
} Mutation;

const TestAnswer *
test_answer_find (const char *name)
{
  for (guint i = 0; i < TEST_N_ANSWERS; i++)
    {
      if (g_str_equal (test_answers[i].name, name))
        return &test_answers[i];
    }

  g_assert_not_reached ();
}

JsonNode *
test_answer_parse (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  JsonNode *root = bambu_json_parse (bytes, &error);

  g_assert_no_error (error);

  return root;
}

/* What is made of @root, one object or several; NULL where it is refused, which it must say. */
GPtrArray *
test_answer_make (const TestAnswer *answer,
                  JsonNode         *root)
{
  g_autoptr(GError) error = NULL;
  gpointer made = answer->make (root, NULL, NULL, &error);
  GPtrArray *objects;

  g_assert_true ((made == NULL) == (error != NULL));

  if (made == NULL || answer->is_list)
    return made;

  objects = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (objects, made);

  return objects;
}

static void
mutate (const Mutation *mutation,
        JsonNode       *node);

static void
mutate_object (const Mutation *mutation,
               JsonObject     *object)
{
  g_autoptr(GList) members = json_object_get_members (object);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  /* The object frees the name of a member that is removed. */
  for (const GList *l = members; l != NULL; l = l->next)
    g_ptr_array_add (names, g_strdup (l->data));

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autoptr(JsonNode) original = json_node_ref (json_object_get_member (object, name));

      json_object_remove_member (object, name);
      mutation->func (mutation->answer, mutation->root, mutation->user_data);

      for (guint j = 0; j < G_N_ELEMENTS (wrong_values); j++)
        {
          json_object_set_member (object, name, json_from_string (wrong_values[j], NULL));
          mutation->func (mutation->answer, mutation->root, mutation->user_data);
        }

      json_object_set_member (object, name, json_node_ref (original));
      mutate (mutation, original);
    }
}

static void
mutate_array (const Mutation *mutation,
              JsonArray      *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    mutate (mutation, json_array_get_element (array, i));

  for (guint i = 0; i < G_N_ELEMENTS (wrong_values); i++)
    {
      json_array_add_element (array, json_from_string (wrong_values[i], NULL));
      mutation->func (mutation->answer, mutation->root, mutation->user_data);
      json_array_remove_element (array, json_array_get_length (array) - 1);
    }
}

static void
mutate (const Mutation *mutation,
        JsonNode       *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    mutate_object (mutation, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    mutate_array (mutation, json_node_get_array (node));
}

/* Shows @func the answer with each of its members missing, null and of every wrong type in turn, at every depth, and
 * with something else in its place.
 */
void
test_answer_mutate (const TestAnswer *answer,
                    TestMutatedFunc   func,
                    gpointer          user_data)
{
  g_autoptr(JsonNode) root = test_answer_parse (answer->text);
  const Mutation mutation = { answer, root, func, user_data };

  mutate (&mutation, root);

  for (guint i = 0; i < G_N_ELEMENTS (wrong_values); i++)
    {
      g_autoptr(JsonNode) other = json_from_string (wrong_values[i], NULL);

      func (answer, other, user_data);
    }
}

/* A value as text: the same text for values that are the same. */
char *
test_value_describe (const GValue *value)
{
  if (G_VALUE_HOLDS_STRING (value))
    {
      const char *string = g_value_get_string (value);

      g_assert_true (string == NULL || g_utf8_validate (string, -1, NULL));

      return g_strdup (string != NULL ? string : "(null)");
    }

  if (G_VALUE_HOLDS (value, G_TYPE_DATE_TIME) && g_value_get_boxed (value) != NULL)
    return g_date_time_format_iso8601 (g_value_get_boxed (value));

  if (G_VALUE_HOLDS (value, G_TYPE_STRV) && g_value_get_boxed (value) != NULL)
    return g_strjoinv (" ", g_value_get_boxed (value));

  return g_strdup_value_contents (value);
}

static void
describe_object (GObject *object,
                 GString *text)
{
  g_autofree GParamSpec **pspecs = NULL;
  guint n_pspecs;

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_pspecs);
  g_string_append_printf (text, "%s {\n", G_OBJECT_TYPE_NAME (object));

  for (guint i = 0; i < n_pspecs; i++)
    {
      g_auto(GValue) value = G_VALUE_INIT;
      g_autofree char *contents = NULL;

      g_object_get_property (object, pspecs[i]->name, &value);

      /* What is not told is NULL, and never an empty text; but a setting may well be empty. */
      if (G_VALUE_HOLDS_STRING (&value) && !BAMBU_IS_SETTING (object))
        g_assert_cmpstr (g_value_get_string (&value), !=, "");

      if (G_VALUE_HOLDS_OBJECT (&value) && G_IS_LIST_MODEL (g_value_get_object (&value)))
        {
          GListModel *model = g_value_get_object (&value);

          for (guint j = 0; j < g_list_model_get_n_items (model); j++)
            {
              g_autoptr(GObject) item = g_list_model_get_item (model, j);

              describe_object (item, text);
            }
        }
      else
        {
          contents = test_value_describe (&value);
          g_string_append_printf (text, "%s: %s\n", pspecs[i]->name, contents);
        }
    }

  g_string_append (text, "}\n");
}

/* Everything that an object can be asked, also of the objects in it. */
char *
test_object_describe (GObject *object)
{
  GString *text = g_string_new (NULL);

  describe_object (object, text);

  return g_string_free (text, FALSE);
}
