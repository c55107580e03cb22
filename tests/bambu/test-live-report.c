/* test-live-report.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "answers.h"

#include "bambu-ams.h"
#include "bambu-device-private.h"
#include "bambu-hms.h"
#include "bambu-json.h"
#include "bambu-list-private.h"
#include "bambu-live-private.h"
#include "bambu-module.h"
#include "bambu-nozzle.h"
#include "bambu-report.h"
#include "bambu-tray.h"

/* From a printer's reports to what is shown of it. */

#define N_ROUNDS 300

static const char x1_text[] =
  "{\"print\": {\"command\": \"push_status\", \"msg\": 0, \"sequence_id\": \"7\", \"gcode_state\": \"RUNNING\","
  " \"mc_percent\": 62, \"mc_remaining_time\": 72, \"layer_num\": 118, \"total_layer_num\": 240, \"stg_cur\": 0,"
  " \"subtask_name\": \"Gear box\", \"task_id\": \"99\", \"gcode_file\": \"/data/Metadata/plate_2.gcode\","
  " \"print_error\": 50364420, \"spd_lvl\": 2, \"nozzle_temper\": 219.9, \"nozzle_target_temper\": 220,"
  " \"nozzle_diameter\": \"0.4\", \"nozzle_type\": \"hardened_steel\", \"bed_temper\": 60, \"bed_target_temper\": 60,"
  " \"chamber_temper\": 38, \"cooling_fan_speed\": \"15\", \"big_fan1_speed\": \"10\", \"big_fan2_speed\": \"0\","
  " \"wifi_signal\": \"-45dBm\", \"home_flag\": 8388608, \"fun\": \"30000000\","
  " \"lights_report\": [{\"node\": \"chamber_light\", \"mode\": \"on\"}, {\"node\": \"work_light\", \"mode\": \"off\"}],"
  " \"ams\": {\"ams_exist_bits\": \"3\", \"tray_now\": \"5\", \"ams\": ["
  "{\"id\": \"0\", \"humidity\": \"4\", \"humidity_raw\": \"23\", \"temp\": \"27.5\", \"tray\": ["
  "{\"id\": \"0\", \"tray_type\": \"PLA\", \"tray_sub_brands\": \"PLA Basic\", \"tray_color\": \"00AE42FF\", \"remain\": 80},"
  "{\"id\": \"1\"}]},"
  "{\"id\": \"1\", \"humidity\": \"2\", \"tray\": ["
  "{\"id\": \"1\", \"tray_type\": \"PETG\", \"tray_color\": \"FFFFFF80\", \"remain\": -1}]}]},"
  " \"vt_tray\": {\"id\": \"254\", \"tray_type\": \"TPU\", \"tray_color\": \"112233FF\", \"remain\": 0},"
  " \"hms\": [{\"attr\": 50331904, \"code\": 196615}, {\"attr\": \"50331904\", \"code\": 65543}]}}";

static const char h2d_text[] =
  "{\"print\": {\"command\": \"push_status\", \"gcode_state\": \"RUNNING\", \"mc_percent\": \"12\", \"hms\": [],"
  " \"layer_num\": 1, \"total_layer_num\": 2, \"3D\": {\"layer_num\": 20, \"total_layer_num\": 400},"
  " \"nozzle_temper\": 1, \"nozzle_target_temper\": 2, \"nozzle_diameter\": \"0.2\", \"bed_temper\": 3, \"bed_target_temper\": 4,"
  " \"chamber_temper\": 5, \"home_flag\": 0, \"stat\": \"800000\", \"fun\": \"10000000\", \"stg_cur\": 4,"
  " \"device\": {\"bed\": {\"info\": {\"temp\": 3932219}}, \"ctc\": {\"info\": {\"temp\": 2949163}},"
  " \"extruder\": {\"state\": 18, \"info\": ["
  "{\"id\": 0, \"temp\": 14418139, \"snow\": 65279}, {\"id\": 1, \"temp\": 16384250, \"snow\": 258}]},"
  " \"nozzle\": {\"info\": [{\"id\": 0, \"diameter\": 0.4, \"type\": \"HS01\"}, {\"id\": 1, \"diameter\": \"0.6\", \"type\": \"HH01\"}]}},"
  " \"ams\": {\"tray_now\": \"255\", \"ams\": [{\"id\": \"1\", \"tray\": ["
  "{\"id\": \"2\", \"tray_type\": \"ABS\", \"tray_color\": \"FF0000FF\", \"remain\": 40}]}, {\"id\": \"128\", \"tray\": ["
  "{\"id\": \"0\", \"tray_type\": \"PA\", \"tray_color\": \"000000FF\", \"remain\": 100}]}]}}}";

static BambuDevice *
create_device (const char *model)
{
  BambuDevice *device = bambu_device_new ("A1");
  g_autofree char *text = g_strdup_printf ("{\"dev_id\": \"A1\", \"online\": true, \"dev_model_name\": \"%s\"}", model);
  g_autoptr(JsonNode) root = test_answer_parse (text);
  g_autoptr(GDateTime) heard = g_date_time_new_utc (2026, 11, 22, 10, 0, 0);

  bambu_device_read_bind (device, bambu_json_node_object (root));
  bambu_device_settle (device, heard);

  return device;
}

static void
take (BambuDevice       *device,
      const BambuReport *report)
{
  g_autoptr(GDateTime) heard = g_date_time_new_utc (2026, 11, 22, 10, 0, 1);

  bambu_device_take_report (device, report, heard);
}

static BambuDevice *
create_live (const char *model,
             const char *text)
{
  g_autoptr(JsonNode) root = test_answer_parse (text);
  BambuDevice *device = create_device (model);
  BambuReport report;

  bambu_report_init (&report);
  g_assert_true (bambu_report_merge (&report, bambu_json_node_object (root)));
  take (device, &report);

  return device;
}

static void
assert_tray (GListModel *trays,
             guint       position,
             const char *kind,
             guint32     color,
             int         remaining,
             gboolean    in_use)
{
  g_autoptr(BambuTray) tray = g_list_model_get_item (trays, position);

  g_assert_nonnull (tray);
  g_assert_cmpint (bambu_tray_get_filled (tray), ==, kind != NULL);
  g_assert_cmpstr (bambu_tray_get_kind (tray), ==, kind);
  g_assert_cmphex (bambu_tray_get_color (tray), ==, color);
  g_assert_cmpint (bambu_tray_get_remaining (tray), ==, remaining);
  g_assert_cmpint (bambu_tray_get_in_use (tray), ==, in_use);
}

static void
assert_nozzle (BambuDevice *device,
               guint        position,
               double       temperature,
               double       target,
               double       diameter,
               const char  *kind,
               gboolean     active)
{
  g_autoptr(BambuNozzle) nozzle = g_list_model_get_item (bambu_device_get_nozzles (device), position);

  g_assert_nonnull (nozzle);
  g_assert_cmpint (bambu_nozzle_get_number (nozzle), ==, position);
  g_assert_cmpfloat_with_epsilon (bambu_nozzle_get_temperature (nozzle), temperature, 1e-9);
  g_assert_cmpfloat_with_epsilon (bambu_nozzle_get_target (nozzle), target, 1e-9);
  g_assert_cmpfloat_with_epsilon (bambu_nozzle_get_diameter (nozzle), diameter, 1e-9);
  g_assert_cmpstr (bambu_nozzle_get_kind (nozzle), ==, kind);
  g_assert_cmpint (bambu_nozzle_get_active (nozzle), ==, active);
}

static void
assert_hms (BambuDevice      *device,
            guint             position,
            const char       *code,
            BambuHmsSeverity  severity,
            const char       *link)
{
  g_autoptr(BambuHms) hms = g_list_model_get_item (bambu_device_get_hms (device), position);

  g_assert_nonnull (hms);
  g_assert_cmpstr (bambu_hms_get_code (hms), ==, code);
  g_assert_cmpint (bambu_hms_get_severity (hms), ==, severity);
  g_assert_cmpstr (bambu_hms_get_link (hms), ==, link);
}

static void
test_flat (void)
{
  g_autoptr(BambuDevice) device = create_live ("BL-P001", x1_text);
  g_autoptr(BambuAms) first = g_list_model_get_item (bambu_device_get_ams (device), 0);
  g_autoptr(BambuAms) second = g_list_model_get_item (bambu_device_get_ams (device), 1);

  g_assert_true (bambu_device_get_live (device));
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_PRINTING);
  g_assert_cmpint (bambu_device_get_stage (device), ==, BAMBU_STAGE_PRINTING);
  g_assert_cmpint (bambu_device_get_progress (device), ==, 62);
  g_assert_cmpint (bambu_device_get_time_left (device), ==, 72 * 60);
  g_assert_cmpint (bambu_device_get_layer (device), ==, 118);
  g_assert_cmpint (bambu_device_get_total_layers (device), ==, 240);
  g_assert_cmpstr (bambu_device_get_task_name (device), ==, "Gear box");
  g_assert_cmpstr (bambu_device_get_print_error (device), ==, "0300_8004");
  g_assert_cmpint (bambu_device_get_speed_level (device), ==, 2);
  assert_nozzle (device, 0, 219.9, 220, 0.4, "hardened_steel", TRUE);
  g_assert_cmpfloat (bambu_device_get_bed_temperature (device), ==, 60);
  g_assert_cmpfloat (bambu_device_get_bed_target (device), ==, 60);
  g_assert_cmpfloat (bambu_device_get_chamber_temperature (device), ==, 38);
  g_assert_cmpfloat (bambu_device_get_chamber_target (device), ==, -1);
  g_assert_cmpint (bambu_device_get_part_fan (device), ==, 100);
  g_assert_cmpint (bambu_device_get_aux_fan (device), ==, 67);
  g_assert_cmpint (bambu_device_get_chamber_fan (device), ==, 0);
  g_assert_cmpint (bambu_device_get_wifi_signal (device), ==, -45);
  g_assert_cmpint (bambu_device_get_door (device), ==, 1);
  g_assert_cmpint (bambu_device_get_chamber_light (device), ==, 1);
  g_assert_cmpint (bambu_device_get_control (device), ==, BAMBU_CONTROL_REFUSED);

  g_assert_cmpint (bambu_ams_get_humidity (first), ==, 23);
  g_assert_cmpint (bambu_ams_get_humidity_level (first), ==, 4);
  g_assert_cmpfloat (bambu_ams_get_temperature (first), ==, 27.5);
  assert_tray (bambu_ams_get_trays (first), 0, "PLA", 0x00ae42ff, 80, FALSE);
  assert_tray (bambu_ams_get_trays (first), 1, NULL, 0, -1, FALSE);
  assert_tray (bambu_ams_get_trays (second), 0, "PETG", 0xffffff80, -1, TRUE);
  assert_tray (bambu_device_get_external_spools (device), 0, "TPU", 0x112233ff, 0, FALSE);

  assert_hms (device, 0, "0300_0100_0001_0007", BAMBU_HMS_SEVERITY_FATAL,
              "https://wiki.bambulab.com/en/x1/troubleshooting/hmscode/0300_0100_0001_0007");
  assert_hms (device, 1, "0300_0100_0003_0007", BAMBU_HMS_SEVERITY_COMMON,
              "https://wiki.bambulab.com/en/x1/troubleshooting/hmscode/0300_0100_0003_0007");
}

static void
test_new (void)
{
  g_autoptr(BambuDevice) device = create_live ("O1D", h2d_text);
  g_autoptr(BambuAms) first = g_list_model_get_item (bambu_device_get_ams (device), 0);
  g_autoptr(BambuAms) single = g_list_model_get_item (bambu_device_get_ams (device), 1);

  g_assert_cmpint (g_list_model_get_n_items (bambu_device_get_nozzles (device)), ==, 2);
  assert_nozzle (device, 0, 219, 220, 0.4, "HS01", FALSE);
  assert_nozzle (device, 1, 250, 250, 0.6, "HH01", TRUE);
  g_assert_cmpfloat (bambu_device_get_bed_temperature (device), ==, 59);
  g_assert_cmpfloat (bambu_device_get_bed_target (device), ==, 60);
  g_assert_cmpfloat (bambu_device_get_chamber_temperature (device), ==, 43);
  g_assert_cmpfloat (bambu_device_get_chamber_target (device), ==, 45);
  g_assert_cmpint (bambu_device_get_layer (device), ==, 20);
  g_assert_cmpint (bambu_device_get_total_layers (device), ==, 400);
  g_assert_cmpint (bambu_device_get_door (device), ==, 1);
  g_assert_cmpint (bambu_device_get_stage (device), ==, BAMBU_STAGE_CHANGING_FILAMENT);
  g_assert_cmpint (bambu_device_get_control (device), ==, BAMBU_CONTROL_ALLOWED);
  assert_tray (bambu_ams_get_trays (first), 0, "ABS", 0xff0000ff, 40, TRUE);
  g_assert_cmpint (bambu_ams_get_number (single), ==, 128);
  assert_tray (bambu_ams_get_trays (single), 0, "PA", 0x000000ff, 100, FALSE);
}

static void
test_modules (void)
{
  static const char text[] =
    "{\"info\": {\"command\": \"get_version\", \"module\": ["
    "{\"name\": \"ota\", \"product_name\": \"X1 Carbon\", \"sw_ver\": \"01.09.00.00\", \"hw_ver\": \"OTA\", \"sn\": \"00M\"},"
    "{\"sw_ver\": \"nameless\"}, null, {\"name\": \"ams/0\", \"sw_ver\": 6}]}}";
  g_autoptr(BambuDevice) device = create_live ("BL-P001", text);
  g_autoptr(BambuModule) first = g_list_model_get_item (bambu_device_get_modules (device), 0);
  g_autoptr(BambuModule) second = g_list_model_get_item (bambu_device_get_modules (device), 1);

  g_assert_cmpint (g_list_model_get_n_items (bambu_device_get_modules (device)), ==, 2);
  g_assert_cmpstr (bambu_module_get_name (first), ==, "ota");
  g_assert_cmpstr (bambu_module_get_product (first), ==, "X1 Carbon");
  g_assert_cmpstr (bambu_module_get_firmware (first), ==, "01.09.00.00");
  g_assert_cmpstr (bambu_module_get_hardware (first), ==, "OTA");
  g_assert_cmpstr (bambu_module_get_serial (first), ==, "00M");
  g_assert_cmpstr (bambu_module_get_name (second), ==, "ams/0");
  g_assert_cmpstr (bambu_module_get_firmware (second), ==, "6");

  /* Versions say nothing about commands. */
  g_assert_cmpint (bambu_device_get_control (device), ==, BAMBU_CONTROL_UNKNOWN);
}

/* Each member of an object goes along or not; so does each part of one that has parts, but for a spool, whose place is empty
 * where hardly anything is told of it.
 */
static JsonNode *
thin_out (JsonNode *node,
          GRand    *rand)
{
  JsonNode *copy = json_node_new (JSON_NODE_OBJECT);
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(GList) members = json_object_get_members (json_node_get_object (node));

  for (GList *iter = members; iter != NULL; iter = iter->next)
    {
      JsonNode *member = json_object_get_member (json_node_get_object (node), iter->data);

      if (!g_rand_boolean (rand))
        continue;

      if (JSON_NODE_HOLDS_OBJECT (member) && !g_str_equal (iter->data, "vt_tray") && g_rand_boolean (rand))
        json_object_set_member (object, iter->data, thin_out (member, rand));
      else
        json_object_set_member (object, iter->data, json_node_copy (member));
    }

  json_node_set_object (copy, object);

  return copy;
}

/* Some of the units, each with some of its trays. */
static void
thin_out_ams (JsonNode *print,
              GRand    *rand)
{
  JsonObject *ams = bambu_json_get_object (json_node_get_object (print), "ams");
  JsonArray *units = bambu_json_get_array (ams, "ams");

  for (guint i = units != NULL ? json_array_get_length (units) : 0; i > 0; i--)
    {
      JsonObject *unit = json_array_get_object_element (units, i - 1);
      JsonArray *trays = json_object_get_array_member (unit, "tray");

      for (guint j = json_array_get_length (trays); j > 0; j--)
        {
          if (g_rand_boolean (rand))
            json_array_remove_element (trays, j - 1);
        }

      if (g_rand_boolean (rand))
        json_array_remove_element (units, i - 1);
    }
}

static JsonNode *
create_part (const char *text,
             GRand      *rand)
{
  g_autoptr(JsonNode) root = json_from_string (text, NULL);
  JsonNode *print = json_object_get_member (json_node_get_object (root), "print");
  g_autoptr(JsonObject) object = json_object_new ();
  JsonNode *part = json_node_new (JSON_NODE_OBJECT);
  JsonNode *thin = thin_out (print, rand);

  json_object_set_int_member (json_node_get_object (thin), "msg", 1);
  thin_out_ams (thin, rand);
  json_object_set_member (object, "print", thin);
  json_node_set_object (part, object);

  return part;
}

/* As reports come from the wire: what is of no use, or known, is never parsed. */
static void
merge_picked (BambuReport  *report,
              JsonNode     *part,
              GBytes      **known_ams)
{
  g_autofree char *text = json_to_string (part, FALSE);
  g_autoptr(GBytes) ams = NULL;
  g_autoptr(GBytes) picked = bambu_report_pick (text, strlen (text), *known_ams, &ams);
  g_autoptr(JsonNode) root = bambu_json_parse (picked, NULL);

  g_assert_true (bambu_report_merge (report, bambu_json_node_object (root)));

  if (ams != NULL)
    g_clear_pointer (known_ams, g_bytes_unref);

  if (ams != NULL && report->was_full)
    *known_ams = g_steal_pointer (&ams);
}

static void
test_order (gconstpointer data)
{
  const char *text = data;
  g_autoptr(BambuDevice) whole = create_live ("BL-P001", text);
  g_autofree char *expected = test_object_describe (G_OBJECT (whole));

  for (guint32 seed = 0; seed < N_ROUNDS; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      const int n_parts = g_rand_int_range (rand, 1, 12);
      const int n_whole = g_rand_int_range (rand, 0, n_parts + 1);
      g_autoptr(BambuDevice) device = create_device ("BL-P001");
      g_autofree char *described = NULL;
      g_autoptr(GBytes) known_ams = NULL;
      BambuReport report;
      BambuReport picked;

      bambu_report_init (&report);
      bambu_report_init (&picked);

      for (int i = 0; i <= n_parts; i++)
        {
          g_autoptr(JsonNode) part = i == n_whole ? json_from_string (text, NULL) : create_part (text, rand);

          g_assert_true (bambu_report_merge (&report, json_node_get_object (part)));
          merge_picked (&picked, part, &known_ams);
          g_assert_cmpmem (&picked, sizeof picked, &report, sizeof report);

          /* The main loop need not see every step. */
          if (g_rand_boolean (rand) || i == n_parts)
            take (device, &report);
        }

      described = test_object_describe (G_OBJECT (device));

      if (!g_str_equal (described, expected))
        g_error ("With seed %u: %s\ninstead of: %s", seed, described, expected);
    }
}

static void
merge_mutated (const TestAnswer *answer,
               JsonNode         *root,
               gpointer          user_data)
{
  g_autoptr(BambuDevice) device = create_device ("O1D");
  BambuReport report;
  guint *n_mutations = user_data;

  bambu_report_init (&report);
  bambu_report_merge (&report, bambu_json_node_object (root));
  take (device, &report);
  g_assert_cmpint (bambu_device_get_progress (device), <=, 100);
  g_assert_cmpuint (report.n_ams, <=, BAMBU_REPORT_MAX_AMS);
  *n_mutations += 1;
}

static void
test_wrong_forms (gconstpointer data)
{
  const TestAnswer answer = { "report", NULL, FALSE, data };
  guint n_mutations = 0;

  test_answer_mutate (&answer, merge_mutated, &n_mutations);
  g_assert_cmpuint (n_mutations, >, 500);
}

static void
merge_text (BambuReport *report,
            const char  *text)
{
  g_autoptr(JsonNode) root = test_answer_parse (text);

  bambu_report_merge (report, bambu_json_node_object (root));
}

static void
test_bounds (void)
{
  g_autoptr(GString) many = g_string_new ("{\"print\": {\"hms\": [");
  g_autofree char *long_name = g_strnfill (1000, 'x');
  g_autofree char *text = NULL;
  BambuReport report;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (many, "%s{\"attr\": 1, \"code\": %u}", i > 0 ? "," : "", i);

  g_string_append (many, "], \"ams\": {\"ams\": [");

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (many, "%s{\"id\": %u, \"tray\": [{\"id\": 9}, {\"id\": 3, \"tray_type\": \"PLA\"}]}", i > 0 ? "," : "", i);

  g_string_append (many, "]}}}");
  bambu_report_init (&report);
  merge_text (&report, many->str);
  g_assert_cmpuint (report.n_hms, ==, BAMBU_REPORT_MAX_HMS);
  g_assert_cmpuint (report.n_ams, ==, BAMBU_REPORT_MAX_AMS);
  g_assert_cmpuint (report.ams[0].n_trays, ==, 1);

  /* Cut off between letters: the last byte there is room for is the first of two. */
  text = g_strdup_printf ("{\"print\": {\"subtask_name\": \"%.254sé%s\"}}", long_name, long_name);
  merge_text (&report, text);
  g_assert_cmpuint (strlen (report.task_name), ==, 254);
  g_assert_true (g_utf8_validate (report.task_name, -1, NULL));
}

/* What other programs are told on the same topic is no report. */
static void
test_answers_to_commands (void)
{
  BambuReport report;
  BambuReport before;

  bambu_report_init (&report);
  merge_text (&report, x1_text);
  before = report;
  merge_text (&report, "{\"print\": {\"command\": \"print_speed\", \"param\": \"4\", \"spd_lvl\": 4, \"result\": \"success\"}}");
  merge_text (&report, "{\"system\": {\"command\": \"ledctrl\", \"result\": \"success\"}}");
  merge_text (&report, "[]");
  g_assert_cmpmem (&report, sizeof report, &before, sizeof before);
}

static void
test_units_that_go (void)
{
  g_autoptr(BambuDevice) device = create_device ("BL-P001");
  g_autoptr(BambuAms) first = NULL;
  g_autoptr(BambuAms) still = NULL;
  BambuReport report;

  bambu_report_init (&report);
  merge_text (&report, x1_text);
  take (device, &report);
  first = g_list_model_get_item (bambu_device_get_ams (device), 0);

  /* A part about one unit leaves the other alone, and the unit stays the same object. */
  merge_text (&report, "{\"print\": {\"msg\": 1, \"ams\": {\"ams\": [{\"id\": \"0\", \"humidity_raw\": \"40\"}]}}}");
  take (device, &report);
  still = g_list_model_get_item (bambu_device_get_ams (device), 0);
  g_assert_cmpint (g_list_model_get_n_items (bambu_device_get_ams (device)), ==, 2);
  g_assert_true (first == still);
  g_assert_cmpint (bambu_ams_get_humidity (first), ==, 40);
  assert_tray (bambu_ams_get_trays (first), 0, "PLA", 0x00ae42ff, 80, FALSE);

  merge_text (&report, "{\"print\": {\"msg\": 1, \"ams\": {\"ams_exist_bits\": \"2\"}}}");
  take (device, &report);
  g_assert_cmpint (g_list_model_get_n_items (bambu_device_get_ams (device)), ==, 1);
}

static void
test_polls_between (void)
{
  g_autoptr(BambuDevice) device = create_device ("BL-P001");
  g_autoptr(BambuDevice) poll = create_device ("BL-P001");
  g_autoptr(BambuDevice) next_poll = create_device ("BL-P001");
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  BambuReport report;

  bambu_report_init (&report);
  merge_text (&report, x1_text);
  bambu_device_take_report (device, &report, now);

  /* The cloud has not noticed yet that it prints, and thinks it gone. */
  poll->online = FALSE;
  bambu_item_merge (BAMBU_ITEM (device), BAMBU_ITEM (poll));
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_PRINTING);
  g_assert_cmpint (bambu_device_get_progress (device), ==, 62);
  g_assert_cmpint (bambu_device_get_layer (device), ==, 118);

  bambu_device_end_live (device);
  g_assert_false (bambu_device_get_live (device));
  g_assert_cmpint (bambu_device_get_layer (device), ==, -1);
  g_assert_cmpint (g_list_model_get_n_items (bambu_device_get_ams (device)), ==, 0);
  g_assert_cmpint (bambu_device_get_control (device), ==, BAMBU_CONTROL_UNKNOWN);

  next_poll->online = FALSE;
  bambu_device_settle (next_poll, now);
  bambu_item_merge (BAMBU_ITEM (device), BAMBU_ITEM (next_poll));
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_OFFLINE);
}

/* The cloud lags behind: what it says of the print before is not said of the new one. */
static void
test_next_print (void)
{
  g_autoptr(BambuDevice) device = create_device ("BL-P001");
  g_autoptr(BambuDevice) lagging = create_device ("BL-P001");
  g_autoptr(BambuDevice) poll = create_device ("BL-P001");
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  BambuReport report;

  lagging->task_id = g_strdup ("99");
  lagging->thumbnail = g_strdup ("https://files.example/99.png");
  lagging->prediction = 1000;
  lagging->has_print_part = TRUE;
  bambu_item_merge (BAMBU_ITEM (device), BAMBU_ITEM (lagging));

  bambu_report_init (&report);
  merge_text (&report, x1_text);
  bambu_device_take_report (device, &report, now);
  g_assert_cmpstr (bambu_device_get_thumbnail (device), ==, "https://files.example/99.png");

  merge_text (&report, "{\"print\": {\"task_id\": \"100\", \"subtask_name\": \"Vase\", \"mc_percent\": 0}}");
  g_assert_true (bambu_device_take_report (device, &report, now));
  g_assert_cmpstr (bambu_device_get_task_id (device), ==, "100");
  g_assert_cmpstr (bambu_device_get_task_name (device), ==, "Vase");
  g_assert_null (bambu_device_get_thumbnail (device));

  g_free (lagging->task_id);
  lagging->task_id = g_strdup ("99");
  bambu_item_merge (BAMBU_ITEM (device), BAMBU_ITEM (lagging));
  g_assert_cmpstr (bambu_device_get_task_id (device), ==, "100");
  g_assert_null (bambu_device_get_thumbnail (device));
  g_assert_true (bambu_device_get_awaits_poll (device));

  poll->task_id = g_strdup ("100");
  poll->thumbnail = g_strdup ("https://files.example/100.png");
  poll->has_print_part = TRUE;
  bambu_item_merge (BAMBU_ITEM (device), BAMBU_ITEM (poll));
  g_assert_cmpstr (bambu_device_get_thumbnail (device), ==, "https://files.example/100.png");
  g_assert_false (bambu_device_get_awaits_poll (device));
}

/* A printer that was turned off: the cloud is asked, and what it says ends the reports. */
static void
test_silence (void)
{
  g_autoptr(BambuList) devices = bambu_list_new (BAMBU_TYPE_DEVICE);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(BambuDevice) device = create_device ("BL-P001");
  g_autoptr(BambuDevice) poll = create_device ("BL-P001");
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr(GDateTime) heard = g_date_time_add_seconds (now, -100);
  BambuReport report;

  g_ptr_array_add (items, g_object_ref (device));
  bambu_list_merge (devices, items);
  bambu_report_init (&report);
  merge_text (&report, x1_text);
  bambu_device_take_report (device, &report, now);
  g_assert_false (bambu_live_devices_look_after (devices, 90, 15));

  bambu_device_take_report (device, &report, heard);
  g_assert_true (bambu_live_devices_look_after (devices, 90, 15));
  g_assert_true (bambu_device_get_live (device));

  poll->online = FALSE;
  bambu_item_merge (BAMBU_ITEM (device), BAMBU_ITEM (poll));
  g_assert_false (bambu_live_devices_look_after (devices, 90, 15));
  g_assert_false (bambu_device_get_live (device));
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_OFFLINE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bambu/live-report/flat", test_flat);
  g_test_add_func ("/bambu/live-report/new", test_new);
  g_test_add_func ("/bambu/live-report/modules", test_modules);
  g_test_add_data_func ("/bambu/live-report/order/flat", x1_text, test_order);
  g_test_add_data_func ("/bambu/live-report/order/new", h2d_text, test_order);
  g_test_add_data_func ("/bambu/live-report/wrong-forms/flat", x1_text, test_wrong_forms);
  g_test_add_data_func ("/bambu/live-report/wrong-forms/new", h2d_text, test_wrong_forms);
  g_test_add_func ("/bambu/live-report/bounds", test_bounds);
  g_test_add_func ("/bambu/live-report/answers-to-commands", test_answers_to_commands);
  g_test_add_func ("/bambu/live-report/units-that-go", test_units_that_go);
  g_test_add_func ("/bambu/live-report/polls-between", test_polls_between);
  g_test_add_func ("/bambu/live-report/next-print", test_next_print);
  g_test_add_func ("/bambu/live-report/silence", test_silence);

  return g_test_run ();
}
