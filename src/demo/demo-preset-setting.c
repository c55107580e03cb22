/* demo-preset-setting.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-preset-setting.h"

/* What all process presets say alike. All values are strings, numbers and switches too. */
static const char * const process_settings[][2] = {
  { "adaptive_layer_height", "0" },
  { "apply_scarf_seam_on_circles", "1" },
  { "bottom_surface_pattern", "monotonic" },
  { "bridge_angle", "0" },
  { "bridge_flow", "1" },
  { "bridge_no_support", "0" },
  { "bridge_speed", "50" },
  { "brim_object_gap", "0.1" },
  { "brim_type", "auto_brim" },
  { "brim_width", "5" },
  { "compatible_printers_condition", "" },
  { "default_acceleration", "10000" },
  { "default_jerk", "0" },
  { "detect_narrow_internal_solid_infill", "1" },
  { "detect_overhang_wall", "1" },
  { "detect_thin_wall", "0" },
  { "draft_shield", "disabled" },
  { "elefant_foot_compensation", "0.15" },
  { "enable_arc_fitting", "1" },
  { "enable_overhang_speed", "1" },
  { "enable_prime_tower", "1" },
  { "enable_support", "0" },
  { "enforce_support_layers", "0" },
  { "ensure_vertical_shell_thickness", "enabled" },
  { "exclude_object", "1" },
  { "filename_format", "{input_filename_base}_{filament_type[0]}_{print_time}.gcode" },
  { "filter_out_gap_fill", "0" },
  { "flush_into_infill", "0" },
  { "flush_into_objects", "0" },
  { "flush_into_support", "1" },
  { "fuzzy_skin", "none" },
  { "fuzzy_skin_point_distance", "0.8" },
  { "fuzzy_skin_thickness", "0.3" },
  { "gap_infill_speed", "250" },
  { "independent_support_layer_height", "1" },
  { "infill_anchor", "400%" },
  { "infill_anchor_max", "20" },
  { "infill_combination", "0" },
  { "infill_direction", "45" },
  { "infill_jerk", "9" },
  { "infill_wall_overlap", "15%" },
  { "initial_layer_acceleration", "500" },
  { "initial_layer_infill_speed", "105" },
  { "initial_layer_jerk", "9" },
  { "initial_layer_speed", "50" },
  { "inner_wall_acceleration", "0" },
  { "inner_wall_jerk", "9" },
  { "interface_shells", "0" },
  { "internal_bridge_support_thickness", "0.8" },
  { "internal_solid_infill_pattern", "zig-zag" },
  { "internal_solid_infill_speed", "250" },
  { "ironing_direction", "45" },
  { "ironing_flow", "10%" },
  { "ironing_inset", "0.21" },
  { "ironing_spacing", "0.15" },
  { "ironing_speed", "30" },
  { "ironing_type", "no ironing" },
  { "max_bridge_length", "0" },
  { "max_travel_detour_distance", "0" },
  { "minimum_sparse_infill_area", "15" },
  { "only_one_wall_first_layer", "0" },
  { "ooze_prevention", "0" },
  { "outer_wall_acceleration", "5000" },
  { "outer_wall_jerk", "9" },
  { "overhang_1_4_speed", "0" },
  { "overhang_2_4_speed", "50" },
  { "overhang_3_4_speed", "30" },
  { "overhang_4_4_speed", "10" },
  { "precise_z_height", "0" },
  { "prime_tower_brim_width", "3" },
  { "prime_tower_width", "35" },
  { "prime_volume", "45" },
  { "print_sequence", "by layer" },
  { "raft_contact_distance", "0.1" },
  { "raft_expansion", "1.5" },
  { "raft_first_layer_density", "90%" },
  { "raft_first_layer_expansion", "2" },
  { "raft_layers", "0" },
  { "reduce_crossing_wall", "0" },
  { "reduce_infill_retraction", "1" },
  { "resolution", "0.012" },
  { "seam_position", "aligned" },
  { "skirt_distance", "2" },
  { "skirt_height", "1" },
  { "skirt_loops", "0" },
  { "small_perimeter_speed", "50%" },
  { "small_perimeter_threshold", "0" },
  { "solid_infill_filament", "1" },
  { "sparse_infill_acceleration", "100%" },
  { "sparse_infill_filament", "1" },
  { "spiral_mode", "0" },
  { "standby_temperature_delta", "-5" },
  { "support_angle", "0" },
  { "support_base_pattern", "default" },
  { "support_base_pattern_spacing", "2.5" },
  { "support_bottom_z_distance", "0.2" },
  { "support_expansion", "0" },
  { "support_filament", "0" },
  { "support_interface_bottom_layers", "2" },
  { "support_interface_filament", "0" },
  { "support_interface_loop_pattern", "0" },
  { "support_interface_pattern", "auto" },
  { "support_interface_spacing", "0.5" },
  { "support_interface_speed", "80" },
  { "support_interface_top_layers", "2" },
  { "support_object_xy_distance", "0.35" },
  { "support_on_build_plate_only", "0" },
  { "support_speed", "150" },
  { "support_style", "default" },
  { "support_threshold_angle", "30" },
  { "support_top_z_distance", "0.2" },
  { "support_type", "tree(auto)" },
  { "top_area_threshold", "100%" },
  { "top_one_wall_type", "all top" },
  { "top_surface_acceleration", "2000" },
  { "top_surface_jerk", "9" },
  { "top_surface_pattern", "monotonicline" },
  { "travel_jerk", "9" },
  { "travel_speed", "500" },
  { "tree_support_branch_angle", "45" },
  { "tree_support_branch_diameter", "2" },
  { "tree_support_wall_count", "0" },
  { "wall_generator", "classic" },
  { "wall_infill_order", "inner wall/outer wall/infill" },
  { "wipe_tower_no_sparse_layers", "0" },
  { "xy_contour_compensation", "0" },
  { "xy_hole_compensation", "0" },
};

/* What all filament presets say alike; each value is the first of a list. */
static const char * const filament_settings[][2] = {
  { "activate_air_filtration", "0" },
  { "additional_cooling_fan_speed", "70" },
  { "close_fan_the_first_x_layers", "1" },
  { "complete_print_exhaust_fan_speed", "70" },
  { "during_print_exhaust_fan_speed", "70" },
  { "enable_overhang_bridge_fan", "1" },
  { "fan_cooling_layer_time", "100" },
  { "filament_deretraction_speed", "nil" },
  { "filament_diameter", "1.75" },
  { "filament_end_gcode", "; filament end gcode \nM106 P3 S0\n" },
  { "filament_flow_ratio", "0.98" },
  { "filament_is_support", "0" },
  { "filament_long_retractions_when_cut", "1" },
  { "filament_minimal_purge_on_wipe_tower", "15" },
  { "filament_retract_before_wipe", "nil" },
  { "filament_retract_restart_extra", "nil" },
  { "filament_retract_when_changing_layer", "nil" },
  { "filament_retraction_length", "nil" },
  { "filament_retraction_minimum_travel", "nil" },
  { "filament_retraction_speed", "nil" },
  { "filament_scarf_gap", "0%" },
  { "filament_scarf_height", "10%" },
  { "filament_scarf_length", "10" },
  { "filament_scarf_seam_type", "none" },
  { "filament_shrink", "100%" },
  { "filament_soluble", "0" },
  { "filament_start_gcode", "; filament start gcode\nM106 P3 S150\n" },
  { "filament_wipe", "nil" },
  { "filament_wipe_distance", "nil" },
  { "filament_z_hop", "nil" },
  { "filament_z_hop_types", "nil" },
  { "full_fan_speed_layer", "0" },
  { "overhang_fan_speed", "100" },
  { "overhang_fan_threshold", "50%" },
  { "reduce_fan_stop_start_freq", "1" },
  { "required_nozzle_HRC", "3" },
  { "slow_down_for_layer_cooling", "1" },
  { "slow_down_layer_time", "6" },
  { "slow_down_min_speed", "20" },
};

static const char * const machine_settings[][2] = {
  { "auxiliary_fan", "1" },
  { "bed_exclude_area", "" },
  { "best_object_pos", "0.7x0.5" },
  { "extruder_clearance_dist_to_rod", "33" },
  { "extruder_clearance_height_to_lid", "140" },
  { "extruder_clearance_height_to_rod", "34" },
  { "extruder_clearance_max_radius", "68" },
  { "extruder_offset", "0x2" },
  { "gcode_flavor", "marlin" },
  { "host_type", "octoprint" },
  { "layer_change_gcode", "; layer {layer_num+1} of [total_layer_count]\nM73 L{layer_num+1}\n" },
  { "machine_end_gcode", "M400\nG92 E0\nG1 E-0.8 F1800\nM104 S0\nM140 S0\n" },
  { "machine_load_filament_time", "29" },
  { "machine_max_acceleration_e", "5000" },
  { "machine_max_acceleration_x", "20000" },
  { "machine_max_acceleration_y", "20000" },
  { "machine_max_acceleration_z", "500" },
  { "machine_max_speed_x", "500" },
  { "machine_max_speed_y", "500" },
  { "machine_max_speed_z", "20" },
  { "machine_pause_gcode", "M400 U1" },
  { "machine_unload_filament_time", "28" },
  { "nozzle_type", "hardened_steel" },
  { "nozzle_volume", "107" },
  { "printer_technology", "FFF" },
  { "retract_before_wipe", "0%" },
  { "retraction_length", "0.8" },
  { "retraction_speed", "30" },
  { "scan_first_layer", "1" },
  { "silent_mode", "0" },
  { "single_extruder_multi_material", "1" },
  { "support_air_filtration", "1" },
  { "support_chamber_temp_control", "0" },
  { "thumbnail_size", "50x50" },
  { "z_hop", "0.4" },
};

static void add_formatted (DemoJson   *json,
                           const char *name,
                           const char *format,
                           ...) G_GNUC_PRINTF (3, 4);

static void
add_formatted (DemoJson   *json,
               const char *name,
               const char *format,
               ...)
{
  g_autofree char *value = NULL;
  va_list args;

  va_start (args, format);
  value = g_strdup_vprintf (format, args);
  va_end (args);

  demo_json_add_string (json, name, value);
}

static void
add_list (DemoJson   *json,
          const char *name,
          const char *value)
{
  demo_json_begin_array (json, name);
  demo_json_add_string (json, NULL, value);
  demo_json_end_array (json);
}

static void
add_list_number (DemoJson   *json,
                 const char *name,
                 guint       value)
{
  g_autofree char *text = g_strdup_printf ("%u", value);

  add_list (json, name, text);
}

static void
add_compatible (DemoPreset *self,
                DemoJson   *json)
{
  g_autofree char *printer = g_strdup_printf ("%s 0.%u nozzle", self->printer, self->nozzle / 10);

  add_list (json, "compatible_printers", printer);
}

static void
add_head (DemoPreset *self,
          DemoJson   *json,
          const char *type,
          const char *inherits)
{
  demo_json_add_string (json, "from", "system");
  demo_json_add_string (json, "name", self->name);
  demo_json_add_string (json, "type", type);
  demo_json_add_string (json, "version", self->version);
  demo_json_add_string (json, "inherits", inherits);
  demo_json_add_string (json, "setting_id", self->setting_id);
  demo_json_add_string (json, "instantiation", "true");
  if (self->model != NULL)
    add_list (json, "model_id", self->model->code);
}

static void
write_process (DemoPreset *self,
               DemoJson   *json)
{
  g_autofree char *inherits = g_strdup_printf ("fdm_process_bbl_0.%02u", self->layer);
  gboolean strong = strstr (self->name, "Strength") != NULL;
  gboolean fine = strstr (self->name, "High Quality") != NULL;
  guint line = self->nozzle + 2; /* hundredths of a millimetre */
  guint n_shells = self->layer <= 10 ? 7 : self->layer <= 16 ? 5 : 3;

  add_head (self, json, "process", inherits);
  add_compatible (self, json);

  add_formatted (json, "layer_height", "%g", self->layer / 100.0);
  add_formatted (json, "initial_layer_print_height", "%g", self->nozzle / 200.0);
  add_formatted (json, "line_width", "%g", line / 100.0);
  add_formatted (json, "outer_wall_line_width", "%g", line / 100.0);
  add_formatted (json, "inner_wall_line_width", "%g", (line + 3) / 100.0);
  add_formatted (json, "top_surface_line_width", "%g", line / 100.0);
  add_formatted (json, "sparse_infill_line_width", "%g", (line + 3) / 100.0);
  add_formatted (json, "internal_solid_infill_line_width", "%g", line / 100.0);
  add_formatted (json, "support_line_width", "%g", line / 100.0);
  add_formatted (json, "initial_layer_line_width", "%g", (line + 8) / 100.0);
  add_formatted (json, "top_shell_layers", "%u", n_shells + 2);
  add_formatted (json, "bottom_shell_layers", "%u", n_shells);
  demo_json_add_string (json, "top_shell_thickness", "1");
  demo_json_add_string (json, "bottom_shell_thickness", "0");
  demo_json_add_string (json, "wall_loops", strong ? "6" : "2");
  demo_json_add_string (json, "sparse_infill_density", strong ? "25%" : "15%");
  demo_json_add_string (json, "sparse_infill_pattern", fine ? "gyroid" : "grid");
  demo_json_add_string (json, "outer_wall_speed", fine ? "60" : strong ? "60" : "200");
  demo_json_add_string (json, "inner_wall_speed", fine ? "150" : strong ? "200" : "300");
  demo_json_add_string (json, "sparse_infill_speed", fine ? "180" : "270");
  demo_json_add_string (json, "top_surface_speed", fine ? "150" : "200");

  for (guint i = 0; i < G_N_ELEMENTS (process_settings); i++)
    demo_json_add_string (json, process_settings[i][0], process_settings[i][1]);
}

static void
write_filament (DemoPreset *self,
                DemoJson   *json)
{
  const DemoMaterial *material = self->material;
  g_autofree char *inherits = g_strconcat (material->name, " @base", NULL);
  g_autofree char *density = g_strdup_printf ("%u.%02u", material->density / 100, material->density % 100);
  guint nozzle = (material->coolest + material->hottest) / 2 / 5 * 5;

  add_head (self, json, "filament", inherits);
  demo_json_add_string (json, "filament_id", self->filament_id);
  add_compatible (self, json);

  add_list (json, "filament_vendor", material->vendor);
  add_list (json, "filament_type", material->type);
  add_list (json, "filament_density", density);
  add_list (json, "filament_settings_id", self->name);
  add_list_number (json, "filament_cost", 20 + material->hottest % 30);
  add_list_number (json, "filament_max_volumetric_speed", self->nozzle == 20 ? 2 : material->flow);
  add_list_number (json, "nozzle_temperature", nozzle);
  add_list_number (json, "nozzle_temperature_initial_layer", nozzle + 5);
  add_list_number (json, "nozzle_temperature_range_low", material->coolest);
  add_list_number (json, "nozzle_temperature_range_high", material->hottest);
  add_list_number (json, "cool_plate_temp", material->bed > 60 ? 0 : 35);
  add_list_number (json, "cool_plate_temp_initial_layer", material->bed > 60 ? 0 : 35);
  add_list_number (json, "eng_plate_temp", material->bed > 60 ? material->bed : 0);
  add_list_number (json, "eng_plate_temp_initial_layer", material->bed > 60 ? material->bed : 0);
  add_list_number (json, "hot_plate_temp", material->bed);
  add_list_number (json, "hot_plate_temp_initial_layer", material->bed);
  add_list_number (json, "textured_plate_temp", material->bed);
  add_list_number (json, "textured_plate_temp_initial_layer", material->bed);
  add_list_number (json, "fan_max_speed", material->bed > 80 ? 60 : 100);
  add_list_number (json, "fan_min_speed", material->bed > 80 ? 10 : 60);
  add_list_number (json, "temperature_vitrification", material->bed > 80 ? 100 : 45);

  for (guint i = 0; i < G_N_ELEMENTS (filament_settings); i++)
    add_list (json, filament_settings[i][0], filament_settings[i][1]);
}

static void
write_machine (DemoPreset *self,
               DemoJson   *json)
{
  guint bed = self->model != NULL ? self->model->bed : 220;
  guint height = self->model != NULL ? self->model->height : 250;
  const guint corners[][2] = { { 0, 0 }, { bed, 0 }, { bed, bed }, { 0, bed } };

  add_head (self, json, "machine", "fdm_bbl_3dp_001_common");
  demo_json_add_string (json, "printer_model", self->printer);
  add_formatted (json, "printer_variant", "0.%u", self->nozzle / 10);
  add_formatted (json, "printable_height", "%u", height);

  demo_json_begin_array (json, "printable_area");
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    add_formatted (json, NULL, "%ux%u", corners[i][0], corners[i][1]);
  demo_json_end_array (json);

  demo_json_begin_array (json, "nozzle_diameter");
  add_formatted (json, NULL, "0.%u", self->nozzle / 10);
  demo_json_end_array (json);

  demo_json_begin_array (json, "max_layer_height");
  add_formatted (json, NULL, "%g", self->nozzle * 7 / 1000.0);
  demo_json_end_array (json);

  demo_json_begin_array (json, "min_layer_height");
  add_formatted (json, NULL, "%g", self->nozzle * 2 / 1000.0);
  demo_json_end_array (json);

  if (self->model != NULL)
    {
      add_formatted (json, "default_print_profile", "0.%02umm Standard @BBL %s", self->nozzle / 2, self->model->tag);
      add_list (json, "default_filament_profile", "Bambu PLA Basic @BBL X1C");
    }

  for (guint i = 0; i < G_N_ELEMENTS (machine_settings); i++)
    demo_json_add_string (json, machine_settings[i][0], machine_settings[i][1]);
}

/* The user's own presets say only what is different, lists as text with commas, texts in quotes of their own. */
static void
write_own (DemoPreset *self,
           DemoJson   *json)
{
  demo_json_add_string (json, "inherits", self->inherits);
  add_formatted (json, "updated_time", "%" G_GINT64_FORMAT, self->update_time);

  if (self->type == DEMO_PRESET_PRINT)
    {
      demo_json_add_string (json, "print_settings_id", self->name);
      demo_json_add_string (json, "outer_wall_speed", "80");
      demo_json_add_string (json, "wall_loops", "4");
      demo_json_add_string (json, "sparse_infill_density", "20%");
      demo_json_add_string (json, "sparse_infill_pattern", "gyroid");
      demo_json_add_string (json, "prime_tower_width", "20");
      demo_json_add_string (json, "seam_position", "back");
    }
  else if (self->type == DEMO_PRESET_PRINTER)
    {
      demo_json_add_string (json, "printer_settings_id", self->name);
      demo_json_add_string (json, "nozzle_type", "hardened_steel");
      demo_json_add_string (json, "printer_notes", "Nozzle changed in spring.\nBelts tightened.");
      demo_json_add_string (json, "support_air_filtration", "1");
    }
  else
    {
      const char *space = strchr (self->name, ' ');

      add_formatted (json, "filament_settings_id", "\"%s\"", self->name);
      add_formatted (json, "filament_vendor", "\"%.*s\"", (int) (space - self->name), self->name);
      demo_json_add_string (json, "filament_cost", "24.9");
      demo_json_add_string (json, "nozzle_temperature", "225,220");
      demo_json_add_string (json, "nozzle_temperature_initial_layer", "225,220");
      demo_json_add_string (json, "filament_max_volumetric_speed", "15,14");
      demo_json_add_string (json, "enable_pressure_advance", "1");
      demo_json_add_string (json, "pressure_advance", "0.03");
      demo_json_add_string (json, "slow_down_layer_time", "8");
    }
}

/**
 * demo_preset_write_setting:
 * @self: a preset
 * @json: where to write to
 *
 * Writes the member "setting": everything that the preset sets or, of the user's own, what it changes.
 */
void
demo_preset_write_setting (DemoPreset *self,
                           DemoJson   *json)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (json != NULL);

  if (self->setting != NULL)
    {
      demo_json_add_node (json, "setting", self->setting);
      return;
    }

  demo_json_begin_object (json, "setting");
  if (!self->is_public)
    write_own (self, json);
  else if (self->type == DEMO_PRESET_PRINT)
    write_process (self, json);
  else if (self->type == DEMO_PRESET_PRINTER)
    write_machine (self, json);
  else
    write_filament (self, json);
  demo_json_end_object (json);
}
