/* test-settings.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "platen-fold.h"
#include "platen-setting-info.h"

static void
assert_value (const char *key,
              const char *value,
              const char *expected)
{
  g_autofree char *text = platen_setting_dup_value (key, value);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_label (const char *key,
              const char *expected)
{
  g_autofree char *label = platen_setting_dup_label (key);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_values (void)
{
  assert_value ("layer_height", "0.2", "0.2\u00a0mm");
  assert_value ("outer_wall_speed", "200", "200\u00a0mm/s");
  assert_value ("small_perimeter_speed", "50%", "50%");
  assert_value ("additional_cooling_fan_speed", "70", "70\u00a0%");
  assert_value ("fan_max_speed", "100", "100\u00a0%");
  assert_value ("filament_max_volumetric_speed", "15,14", "15,14\u00a0mm³/s");
  assert_value ("machine_max_acceleration_x", "20000", "20000\u00a0mm/s²");
  assert_value ("nozzle_temperature", "220, 215", "220, 215\u00a0°C");
  assert_value ("sparse_infill_density", "15%", "15%");
  assert_value ("wall_loops", "2", "2");
  assert_value ("seam_position", "aligned", "Aligned");
  assert_value ("sparse_infill_pattern", "gyroid", "Gyroid");
  assert_value ("top_surface_pattern", "zig-zag", "Rectilinear");
  assert_value ("support_type", "tree(auto)", "Tree (automatic)");
  assert_value ("timelapse_type", "0", "Traditional");

  /* What newer slicers may have added, and what means something else elsewhere. */
  assert_value ("sparse_infill_pattern", "moebius", "moebius");
  assert_value ("filament_vendor", "grid", "grid");
  assert_value ("filament_vendor", "\"Fillamentum\"", "Fillamentum");
  assert_value ("notes", "\"a\" and \"b\"", "\"a\" and \"b\"");
  assert_value ("enable_support", "0", "Off");
  assert_value ("enable_support", "1", "On");
  assert_value ("enable_support", "2", "2");
  assert_value ("layer_height", "0.2; DROP", "0.2; DROP");
  assert_value ("filament_z_hop", "nil", "Not set");
  assert_value ("compatible_printers_condition", "", "Empty");
  assert_value ("compatible_printers_condition", NULL, "Empty");
  assert_value ("", "", "Empty");
}

static void
test_labels (void)
{
  assert_label ("outer_wall_speed", "Outer wall speed");
  assert_label ("elefant_foot_compensation", "Elephant foot compensation");
  assert_label ("machine_start_gcode", "Machine start G-code");
  assert_label ("xy_hole_compensation", "XY hole compensation");
  assert_label ("z_hop", "Z hop");
  assert_label ("required_nozzle_HRC", "Required nozzle HRC");
  assert_label ("max_layer_height", "Maximum layer height");
  assert_label ("close_fan_the_first_x_layers", "No cooling for the first layers");
  assert_label ("über", "Über");
  assert_label ("", "");
}

static void
assert_group (BambuPresetKind  kind,
              const char      *key,
              const char      *expected)
{
  int rank;

  g_assert_cmpstr (platen_setting_get_group (kind, key, &rank), ==, expected);
  g_assert_cmpint (rank, >=, 0);
}

static void
test_groups (void)
{
  int quality;
  int others;

  assert_group (BAMBU_PRESET_KIND_PROCESS, "layer_height", "Quality");
  assert_group (BAMBU_PRESET_KIND_PROCESS, "wall_loops", "Strength");
  assert_group (BAMBU_PRESET_KIND_PROCESS, "outer_wall_speed", "Speed");
  assert_group (BAMBU_PRESET_KIND_PROCESS, "support_speed", "Support");
  assert_group (BAMBU_PRESET_KIND_PROCESS, "enable_support", "Support");
  assert_group (BAMBU_PRESET_KIND_PROCESS, "outer_wall_line_width", "Quality");
  assert_group (BAMBU_PRESET_KIND_PROCESS, "prime_tower_width", "Several Filaments");
  assert_group (BAMBU_PRESET_KIND_PROCESS, "something_of_tomorrow", "Miscellaneous");
  assert_group (BAMBU_PRESET_KIND_FILAMENT, "nozzle_temperature", "Temperatures");
  assert_group (BAMBU_PRESET_KIND_FILAMENT, "fan_min_speed", "Cooling");
  assert_group (BAMBU_PRESET_KIND_FILAMENT, "filament_flow_ratio", "Flow");
  assert_group (BAMBU_PRESET_KIND_FILAMENT, "filament_retraction_length", "Retraction");
  assert_group (BAMBU_PRESET_KIND_FILAMENT, "filament_type", "Material");
  assert_group (BAMBU_PRESET_KIND_FILAMENT, "filament_start_gcode", "G-code");
  assert_group (BAMBU_PRESET_KIND_PRINTER, "machine_max_speed_x", "Machine Limits");
  assert_group (BAMBU_PRESET_KIND_PRINTER, "machine_start_gcode", "G-code");
  assert_group (BAMBU_PRESET_KIND_PRINTER, "printable_area", "Machine");
  assert_group (BAMBU_PRESET_KIND_PRINTER, "compatible_printers", "Compatibility");

  platen_setting_get_group (BAMBU_PRESET_KIND_PROCESS, "layer_height", &quality);
  platen_setting_get_group (BAMBU_PRESET_KIND_PROCESS, "something_of_tomorrow", &others);
  g_assert_cmpint (quality, <, others);
}

static void
test_same_value (void)
{
  g_assert_true (platen_setting_same_value ("0.2", "0.2"));
  g_assert_true (platen_setting_same_value ("225,220", "225, 220"));
  g_assert_true (platen_setting_same_value ("\"PLA\"", "PLA"));
  g_assert_true (platen_setting_same_value (NULL, ""));
  g_assert_false (platen_setting_same_value ("225,220", "225"));
  g_assert_false (platen_setting_same_value ("inner wall", "innerwall"));
}

static void
test_hidden (void)
{
  g_assert_true (platen_setting_is_hidden ("inherits"));
  g_assert_true (platen_setting_is_hidden ("version"));
  g_assert_false (platen_setting_is_hidden ("layer_height"));
}

static void
assert_fold (const char *text,
             const char *expected)
{
  g_autofree char *folded = platen_fold (text);

  g_assert_cmpstr (folded, ==, expected);
}

static void
test_fold (void)
{
  g_auto(GStrv) words = platen_fold_words ("  Fine\tÜBER ");
  g_auto(GStrv) none = platen_fold_words (" \t");

  assert_fold ("PLA Basic", "pla basic");
  assert_fold ("Größe", "grosse");
  assert_fold ("\xff", "");
  g_assert_null (none);
  g_assert_null (platen_fold_words (NULL));
  g_assert_cmpstrv (words, ((const char * const []){ "fine", "uber", NULL }));
  g_assert_true (platen_fold_match ("uberfine", (const char * const *)words));
  g_assert_false (platen_fold_match ("uber", (const char * const *)words));
  g_assert_true (platen_fold_match ("", NULL));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/settings/values", test_values);
  g_test_add_func ("/app/settings/labels", test_labels);
  g_test_add_func ("/app/settings/groups", test_groups);
  g_test_add_func ("/app/settings/same-value", test_same_value);
  g_test_add_func ("/app/settings/hidden", test_hidden);
  g_test_add_func ("/app/settings/fold", test_fold);

  return g_test_run ();
}
