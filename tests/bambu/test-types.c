/* test-types.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "answers.h"

/* Each answer of the cloud, read as it should be, and then broken in every way: whatever comes, something is made of it,
 * or an error, and never a warning.
 */

static void
read_all_cb (const TestAnswer *answer,
             JsonNode         *root,
             gpointer          user_data)
{
  g_autoptr(GPtrArray) made = test_answer_make (answer, root);

  for (guint i = 0; made != NULL && i < made->len; i++)
    {
      GObject *object = g_ptr_array_index (made, i);
      g_autofree char *text = test_object_describe (object);

      if (BAMBU_IS_ITEM (object))
        g_assert_cmpstr (bambu_item_get_id (BAMBU_ITEM (object)), !=, NULL);

      g_assert_cmpuint (strlen (text), >, 0);
    }
}

static void
test_mutations (gconstpointer data)
{
  test_answer_mutate (data, read_all_cb, NULL);
}

static GPtrArray *
make (const char *name)
{
  const TestAnswer *answer = test_answer_find (name);
  g_autoptr(JsonNode) root = test_answer_parse (answer->text);
  GPtrArray *made = test_answer_make (answer, root);

  g_assert_nonnull (made);

  return made;
}

static gpointer
make_one (const char *name)
{
  g_autoptr(GPtrArray) made = make (name);

  g_assert_cmpuint (made->len, ==, 1);

  return g_object_ref (g_ptr_array_index (made, 0));
}

static void
test_account (void)
{
  g_autoptr(BambuAccount) account = make_one ("account");
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
  g_autoptr(JsonNode) bind_root = bind != NULL ? test_answer_parse (bind) : NULL;
  g_autoptr(JsonNode) prints_root = prints != NULL ? test_answer_parse (prints) : NULL;

  return bambu_makers_join_devices (bind_root, prints_root, heard);
}

static void
test_devices (void)
{
  g_autoptr(GDateTime) heard = g_date_time_new_utc (2026, 11, 22, 10, 0, 0);
  g_autoptr(GDateTime) end = g_date_time_add_seconds (heard, 750);
  g_autoptr(GPtrArray) devices = join (test_devices_text, test_prints_text, heard);
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
  g_autoptr(GPtrArray) before = join (test_devices_text, test_prints_text, first);
  g_autoptr(GPtrArray) after = join (test_devices_text, test_prints_text, later);
  g_autoptr(GPtrArray) bind_only = join (test_devices_text, NULL, later);
  g_autoptr(GPtrArray) prints_only = join (NULL, test_prints_text, later);
  g_autoptr(GPtrArray) offline = NULL;
  g_autofree char *offline_text = NULL;
  g_auto(GStrv) parts = g_strsplit (test_devices_text, "\"online\": true", 2);
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
  offline = join (offline_text, test_prints_text, later);
  bambu_item_merge (BAMBU_ITEM (device), g_ptr_array_index (offline, 0));
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_OFFLINE);
  g_assert_true (g_date_time_equal (bambu_device_get_last_seen (device), later));
  g_assert_null (bambu_device_get_end_time (device));
}

static void
test_project (void)
{
  g_autoptr(GPtrArray) projects = make ("projects");
  g_autoptr(BambuProject) detail = make_one ("project");
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
  g_autoptr(BambuProject) project = make_one ("project");
  g_autoptr(BambuProject) again = make_one ("project");
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
  g_autoptr(GPtrArray) presets = make ("presets");
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
  g_autoptr(BambuPresetDetail) detail = make_one ("preset");
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

static void
test_tasks (void)
{
  static const char * const dropped[] = { "id", "status", "startTime", NULL };
  const TestAnswer *answer = test_answer_find ("tasks");
  g_autoptr(GBytes) text = g_bytes_new_static (answer->text, strlen (answer->text));
  g_autoptr(JsonNode) root = test_answer_parse (answer->text);
  g_autoptr(GPtrArray) tasks = answer->make (root, text, NULL, NULL);
  BambuTask *task = g_ptr_array_index (tasks, 0);
  g_autoptr(BambuTaskFilament) filament = g_list_model_get_item (bambu_task_get_filaments (task), 0);
  g_autoptr(GBytes) order = bambu_task_create_order (task, "B\"2");
  const char *sent = g_bytes_get_data (order, NULL);

  g_assert_cmpuint (tasks->len, ==, 3);
  g_assert_cmpstr (bambu_task_get_id (task), ==, "88");
  g_assert_cmpstr (bambu_task_get_title (task), ==, "Gear \"box\"");
  g_assert_cmpint (bambu_task_get_state (task), ==, BAMBU_TASK_STATE_FINISHED);
  g_assert_cmpint (bambu_task_get_duration (task), ==, 3362);
  g_assert_cmpint (bambu_task_get_estimate (task), ==, 3348);
  g_assert_cmpfloat (bambu_task_get_grams (task), ==, 0.1);
  g_assert_cmpfloat (bambu_task_get_meters (task), ==, 4.16);
  g_assert_null (bambu_task_get_design_id (task));
  g_assert_true (bambu_task_get_repeatable (task));
  g_assert_cmphex (bambu_task_filament_get_color (filament), ==, 0x112233ff);
  g_assert_cmphex (bambu_task_filament_get_source_color (filament), ==, 0x00ae42ff);
  g_assert_cmpint (bambu_task_filament_get_ams (filament), ==, 1);
  g_assert_cmpint (bambu_task_filament_get_slot (filament), ==, 1);

  /* To the byte, but for what belongs to the print that was: no number changes on its way back. */
  g_assert_nonnull (g_strstr_len (sent, g_bytes_get_size (order), "\"weight\":0.1,"));
  g_assert_nonnull (g_strstr_len (sent, g_bytes_get_size (order), "\"deviceId\":\"B\\\"2\"}"));

  for (guint i = 0; dropped[i] != NULL; i++)
    {
      g_autofree char *member = g_strdup_printf ("\"%s\"", dropped[i]);

      g_assert_null (g_strstr_len (sent, g_bytes_get_size (order), member));
    }

  /* An end so soon after the start: it prints still, unless it was stopped right away. */
  task = g_ptr_array_index (tasks, 1);
  g_assert_cmpint (bambu_task_get_state (task), ==, BAMBU_TASK_STATE_RUNNING);
  g_assert_cmpint (bambu_task_get_duration (task), ==, -1);
  g_assert_null (bambu_task_get_end_time (task));
  g_assert_false (bambu_task_get_repeatable (task));
  g_assert_null (bambu_task_create_order (task, "A1"));

  task = g_ptr_array_index (tasks, 2);
  g_assert_cmpint (bambu_task_get_state (task), ==, BAMBU_TASK_STATE_STOPPED);
  g_assert_cmpint (bambu_task_get_duration (task), ==, 19);
}

static void
test_messages (void)
{
  g_autoptr(GPtrArray) messages = make ("messages");
  BambuMessage *print = g_ptr_array_index (messages, 0);
  BambuMessage *comment = g_ptr_array_index (messages, 1);

  g_assert_cmpint (bambu_message_get_kind (print), ==, BAMBU_MESSAGE_KIND_TASK);
  g_assert_true (bambu_message_get_has_task (print));
  g_assert_cmpstr (bambu_message_get_task_id (print), ==, "88");
  g_assert_cmpint (bambu_message_get_task_state (print), ==, BAMBU_TASK_STATE_FINISHED);
  g_assert_cmpstr (bambu_message_get_sender_name (print), ==, "Ada");
  g_assert_cmpstr (bambu_message_get_text (comment), ==, "Nice");
  g_assert_cmpstr (bambu_message_get_design_title (comment), ==, "Vase");
  g_assert_null (bambu_message_get_created (comment));
}

static void
test_firmware (void)
{
  g_autoptr(BambuFirmware) firmware = make_one ("firmware");
  g_autoptr(BambuFirmware) unit = g_list_model_get_item (bambu_firmware_get_units (firmware), 0);

  g_assert_cmpstr (bambu_firmware_get_version (firmware), ==, "01.02.09.00");
  g_assert_cmpstr (bambu_firmware_get_newest (firmware), ==, "01.02.10.00");
  g_assert_true (bambu_firmware_get_update (firmware));
  g_assert_true (bambu_firmware_get_forced (firmware));
  g_assert_cmpstr (bambu_firmware_get_device_id (unit), ==, "B2");
  g_assert_false (bambu_firmware_get_update (unit));
  g_assert_true (bambu_firmware_get_any_update (firmware));

  g_assert_cmpint (bambu_firmware_compare ("01.02", "1.2.0"), ==, 0);
  g_assert_cmpint (bambu_firmware_compare ("1.10", "1.9"), >, 0);
  g_assert_cmpint (bambu_firmware_compare (NULL, "0"), <, 0);
}

static void
test_resources (void)
{
  g_autoptr(GPtrArray) resources = make ("resources");
  BambuResource *slicer = g_ptr_array_index (resources, 0);
  BambuResource *plugin = g_ptr_array_index (resources, 1);

  g_assert_true (bambu_resource_get_software (slicer));
  g_assert_null (bambu_resource_get_kind (slicer));
  g_assert_cmpstr (bambu_resource_get_kind (plugin), ==, "slicer/plugins/cloud");
  g_assert_true (bambu_resource_get_forced (plugin));
  g_assert_null (bambu_resource_get_notes (plugin));
}

/* As a file for the slicer, where all values are strings, and as a copy for the cloud, where they are as it has them. */
static void
test_preset_texts (void)
{
  const TestAnswer *answer = test_answer_find ("preset");
  g_autoptr(GBytes) text = g_bytes_new_static (answer->text, strlen (answer->text));
  g_autoptr(JsonNode) root = test_answer_parse (answer->text);
  g_autoptr(BambuPresetDetail) detail = answer->make (root, text, NULL, NULL);
  g_autoptr(GBytes) file = bambu_preset_detail_create_file (detail, "Fine");
  g_autoptr(GBytes) copy = bambu_preset_detail_create_copy (detail, "PP9", "Finer");
  g_autofree char *file_text = g_strndup (g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  g_autofree char *copy_text = g_strndup (g_bytes_get_data (copy, NULL), g_bytes_get_size (copy));

  g_assert_cmpstr (file_text, ==,
                   "{\"layer_height\":\"0.12\",\"model_id\":[\"BL-P001\",\"BL-P002\"],\"flag\":\"1\",\"n\":\"3\","
                   "\"version\":\"01.00.03.08\",\"name\":\"Fine\",\"from\":\"User\",\"inherits\":\"fdm_process\","
                   "\"print_settings_id\":\"Fine\"}");
  g_assert_cmpstr (copy_text, ==,
                   "{\"type\":\"print\",\"name\":\"Finer\",\"version\":\"01.00.03.08\",\"base_id\":\"GP001\","
                   "\"setting\":{\"inherits\":\"fdm_process\",\"layer_height\":\"0.12\",\"model_id\":[\"BL-P001\", "
                   "\"BL-P002\"],\"odd\":{\"a\": 1},\"nothing\":null,\"flag\":true,\"n\":3,\"from\":\"User\","
                   "\"name\":\"Finer\",\"print_settings_id\":\"Finer\"}}");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < TEST_N_ANSWERS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/bambu/types/mutations/%s", test_answers[i].name);

      g_test_add_data_func (path, &test_answers[i], test_mutations);
    }

  g_test_add_func ("/bambu/types/account", test_account);
  g_test_add_func ("/bambu/types/devices", test_devices);
  g_test_add_func ("/bambu/types/device-states", test_device_states);
  g_test_add_func ("/bambu/types/device-merges", test_device_merges);
  g_test_add_func ("/bambu/types/project", test_project);
  g_test_add_func ("/bambu/types/project-detail-again", test_project_detail_again);
  g_test_add_func ("/bambu/types/presets", test_presets);
  g_test_add_func ("/bambu/types/preset", test_preset);

  g_test_add_func ("/bambu/types/tasks", test_tasks);
  g_test_add_func ("/bambu/types/messages", test_messages);
  g_test_add_func ("/bambu/types/firmware", test_firmware);
  g_test_add_func ("/bambu/types/resources", test_resources);
  g_test_add_func ("/bambu/types/preset-texts", test_preset_texts);

  return g_test_run ();
}
