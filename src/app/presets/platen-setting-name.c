/* platen-setting-name.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-setting-name.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *key;
  const char *name;
} SettingName;

/* Those that most presets have, in the order of their keys. */
static const SettingName names[] = {
  { "activate_air_filtration", NC_("setting", "Activate air filtration") },
  { "adaptive_layer_height", NC_("setting", "Adaptive layer height") },
  { "additional_cooling_fan_speed", NC_("setting", "Additional cooling fan speed") },
  { "auxiliary_fan", NC_("setting", "Auxiliary fan") },
  { "bed_exclude_area", NC_("setting", "Bed exclude area") },
  { "bottom_shell_layers", NC_("setting", "Bottom shell layers") },
  { "bottom_shell_thickness", NC_("setting", "Bottom shell thickness") },
  { "bottom_surface_pattern", NC_("setting", "Bottom surface pattern") },
  { "bridge_flow", NC_("setting", "Bridge flow") },
  { "bridge_no_support", NC_("setting", "Bridge no support") },
  { "bridge_speed", NC_("setting", "Bridge speed") },
  { "brim_object_gap", NC_("setting", "Brim object gap") },
  { "brim_type", NC_("setting", "Brim type") },
  { "brim_width", NC_("setting", "Brim width") },
  { "close_fan_the_first_x_layers", NC_("setting", "No cooling for the first layers") },
  { "compatible_printers", NC_("setting", "Compatible printers") },
  { "complete_print_exhaust_fan_speed", NC_("setting", "Complete print exhaust fan speed") },
  { "cool_plate_temp", NC_("setting", "Cool plate temperature") },
  { "cool_plate_temp_initial_layer", NC_("setting", "Cool plate temperature initial layer") },
  { "default_acceleration", NC_("setting", "Default acceleration") },
  { "default_filament_profile", NC_("setting", "Default filament profile") },
  { "default_jerk", NC_("setting", "Default jerk") },
  { "default_print_profile", NC_("setting", "Default print profile") },
  { "detect_narrow_internal_solid_infill", NC_("setting", "Detect narrow internal solid infill") },
  { "detect_overhang_wall", NC_("setting", "Detect overhang wall") },
  { "detect_thin_wall", NC_("setting", "Detect thin wall") },
  { "draft_shield", NC_("setting", "Draft shield") },
  { "during_print_exhaust_fan_speed", NC_("setting", "During print exhaust fan speed") },
  { "elefant_foot_compensation", NC_("setting", "Elephant foot compensation") },
  { "enable_arc_fitting", NC_("setting", "Enable arc fitting") },
  { "enable_overhang_bridge_fan", NC_("setting", "Enable overhang bridge fan") },
  { "enable_overhang_speed", NC_("setting", "Enable overhang speed") },
  { "enable_pressure_advance", NC_("setting", "Enable pressure advance") },
  { "enable_prime_tower", NC_("setting", "Enable prime tower") },
  { "enable_support", NC_("setting", "Enable support") },
  { "eng_plate_temp", NC_("setting", "Eng plate temperature") },
  { "eng_plate_temp_initial_layer", NC_("setting", "Eng plate temperature initial layer") },
  { "ensure_vertical_shell_thickness", NC_("setting", "Ensure vertical shell thickness") },
  { "exclude_object", NC_("setting", "Exclude object") },
  { "extruder_offset", NC_("setting", "Extruder offset") },
  { "fan_cooling_layer_time", NC_("setting", "Fan cooling layer time") },
  { "fan_max_speed", NC_("setting", "Fan maximum speed") },
  { "fan_min_speed", NC_("setting", "Fan minimum speed") },
  { "filament_cost", NC_("setting", "Filament cost") },
  { "filament_density", NC_("setting", "Filament density") },
  { "filament_deretraction_speed", NC_("setting", "Filament deretraction speed") },
  { "filament_diameter", NC_("setting", "Filament diameter") },
  { "filament_end_gcode", NC_("setting", "Filament end G-code") },
  { "filament_flow_ratio", NC_("setting", "Filament flow ratio") },
  { "filament_is_support", NC_("setting", "Filament is support") },
  { "filament_max_volumetric_speed", NC_("setting", "Filament maximum volumetric speed") },
  { "filament_retraction_length", NC_("setting", "Filament retraction length") },
  { "filament_retraction_speed", NC_("setting", "Filament retraction speed") },
  { "filament_shrink", NC_("setting", "Filament shrink") },
  { "filament_soluble", NC_("setting", "Filament soluble") },
  { "filament_start_gcode", NC_("setting", "Filament start G-code") },
  { "filament_type", NC_("setting", "Filament type") },
  { "filament_vendor", NC_("setting", "Filament vendor") },
  { "filament_wipe", NC_("setting", "Filament wipe") },
  { "filament_wipe_distance", NC_("setting", "Filament wipe distance") },
  { "filament_z_hop", NC_("setting", "Filament Z hop") },
  { "filename_format", NC_("setting", "Filename format") },
  { "flush_into_infill", NC_("setting", "Flush into infill") },
  { "flush_into_objects", NC_("setting", "Flush into objects") },
  { "flush_into_support", NC_("setting", "Flush into support") },
  { "from", NC_("setting", "From") },
  { "full_fan_speed_layer", NC_("setting", "Full fan speed layer") },
  { "fuzzy_skin", NC_("setting", "Fuzzy skin") },
  { "gap_infill_speed", NC_("setting", "Gap infill speed") },
  { "gcode_flavor", NC_("setting", "G-code flavor") },
  { "hot_plate_temp", NC_("setting", "Hot plate temperature") },
  { "hot_plate_temp_initial_layer", NC_("setting", "Hot plate temperature initial layer") },
  { "infill_combination", NC_("setting", "Infill combination") },
  { "infill_direction", NC_("setting", "Infill direction") },
  { "infill_wall_overlap", NC_("setting", "Infill wall overlap") },
  { "initial_layer_acceleration", NC_("setting", "Initial layer acceleration") },
  { "initial_layer_infill_speed", NC_("setting", "Initial layer infill speed") },
  { "initial_layer_line_width", NC_("setting", "Initial layer line width") },
  { "initial_layer_print_height", NC_("setting", "Initial layer print height") },
  { "initial_layer_speed", NC_("setting", "Initial layer speed") },
  { "inner_wall_acceleration", NC_("setting", "Inner wall acceleration") },
  { "inner_wall_line_width", NC_("setting", "Inner wall line width") },
  { "inner_wall_speed", NC_("setting", "Inner wall speed") },
  { "internal_solid_infill_line_width", NC_("setting", "Internal solid infill line width") },
  { "internal_solid_infill_pattern", NC_("setting", "Internal solid infill pattern") },
  { "internal_solid_infill_speed", NC_("setting", "Internal solid infill speed") },
  { "ironing_flow", NC_("setting", "Ironing flow") },
  { "ironing_speed", NC_("setting", "Ironing speed") },
  { "ironing_type", NC_("setting", "Ironing type") },
  { "layer_change_gcode", NC_("setting", "Layer change G-code") },
  { "layer_height", NC_("setting", "Layer height") },
  { "line_width", NC_("setting", "Line width") },
  { "machine_end_gcode", NC_("setting", "Machine end G-code") },
  { "machine_load_filament_time", NC_("setting", "Machine load filament time") },
  { "machine_max_acceleration_e", NC_("setting", "Machine maximum acceleration E") },
  { "machine_max_acceleration_x", NC_("setting", "Machine maximum acceleration X") },
  { "machine_max_acceleration_y", NC_("setting", "Machine maximum acceleration Y") },
  { "machine_max_acceleration_z", NC_("setting", "Machine maximum acceleration Z") },
  { "machine_max_speed_x", NC_("setting", "Machine maximum speed X") },
  { "machine_max_speed_y", NC_("setting", "Machine maximum speed Y") },
  { "machine_max_speed_z", NC_("setting", "Machine maximum speed Z") },
  { "machine_pause_gcode", NC_("setting", "Machine pause G-code") },
  { "machine_start_gcode", NC_("setting", "Machine start G-code") },
  { "machine_unload_filament_time", NC_("setting", "Machine unload filament time") },
  { "max_layer_height", NC_("setting", "Maximum layer height") },
  { "min_layer_height", NC_("setting", "Minimum layer height") },
  { "nozzle_diameter", NC_("setting", "Nozzle diameter") },
  { "nozzle_temperature", NC_("setting", "Nozzle temperature") },
  { "nozzle_temperature_initial_layer", NC_("setting", "Nozzle temperature initial layer") },
  { "nozzle_temperature_range_high", NC_("setting", "Nozzle temperature range high") },
  { "nozzle_temperature_range_low", NC_("setting", "Nozzle temperature range low") },
  { "nozzle_type", NC_("setting", "Nozzle type") },
  { "nozzle_volume", NC_("setting", "Nozzle volume") },
  { "only_one_wall_first_layer", NC_("setting", "Only one wall first layer") },
  { "ooze_prevention", NC_("setting", "Ooze prevention") },
  { "outer_wall_acceleration", NC_("setting", "Outer wall acceleration") },
  { "outer_wall_line_width", NC_("setting", "Outer wall line width") },
  { "outer_wall_speed", NC_("setting", "Outer wall speed") },
  { "overhang_fan_speed", NC_("setting", "Overhang fan speed") },
  { "overhang_fan_threshold", NC_("setting", "Overhang fan threshold") },
  { "pressure_advance", NC_("setting", "Pressure advance") },
  { "prime_tower_brim_width", NC_("setting", "Prime tower brim width") },
  { "prime_tower_width", NC_("setting", "Prime tower width") },
  { "prime_volume", NC_("setting", "Prime volume") },
  { "print_sequence", NC_("setting", "Print sequence") },
  { "printable_area", NC_("setting", "Printable area") },
  { "printable_height", NC_("setting", "Printable height") },
  { "printer_model", NC_("setting", "Printer model") },
  { "printer_notes", NC_("setting", "Printer notes") },
  { "printer_variant", NC_("setting", "Printer variant") },
  { "raft_layers", NC_("setting", "Raft layers") },
  { "reduce_crossing_wall", NC_("setting", "Reduce crossing wall") },
  { "reduce_infill_retraction", NC_("setting", "Reduce infill retraction") },
  { "resolution", NC_("setting", "Resolution") },
  { "retraction_length", NC_("setting", "Retraction length") },
  { "retraction_speed", NC_("setting", "Retraction speed") },
  { "scan_first_layer", NC_("setting", "Scan first layer") },
  { "seam_position", NC_("setting", "Seam position") },
  { "silent_mode", NC_("setting", "Silent mode") },
  { "skirt_distance", NC_("setting", "Skirt distance") },
  { "skirt_height", NC_("setting", "Skirt height") },
  { "skirt_loops", NC_("setting", "Skirt loops") },
  { "slow_down_for_layer_cooling", NC_("setting", "Slow down for layer cooling") },
  { "slow_down_layer_time", NC_("setting", "Slow down layer time") },
  { "slow_down_min_speed", NC_("setting", "Slow down minimum speed") },
  { "sparse_infill_acceleration", NC_("setting", "Sparse infill acceleration") },
  { "sparse_infill_density", NC_("setting", "Sparse infill density") },
  { "sparse_infill_filament", NC_("setting", "Sparse infill filament") },
  { "sparse_infill_line_width", NC_("setting", "Sparse infill line width") },
  { "sparse_infill_pattern", NC_("setting", "Sparse infill pattern") },
  { "sparse_infill_speed", NC_("setting", "Sparse infill speed") },
  { "spiral_mode", NC_("setting", "Spiral mode") },
  { "support_angle", NC_("setting", "Support angle") },
  { "support_base_pattern", NC_("setting", "Support base pattern") },
  { "support_bottom_z_distance", NC_("setting", "Support bottom Z distance") },
  { "support_filament", NC_("setting", "Support filament") },
  { "support_interface_filament", NC_("setting", "Support interface filament") },
  { "support_interface_pattern", NC_("setting", "Support interface pattern") },
  { "support_interface_speed", NC_("setting", "Support interface speed") },
  { "support_line_width", NC_("setting", "Support line width") },
  { "support_object_xy_distance", NC_("setting", "Support object XY distance") },
  { "support_on_build_plate_only", NC_("setting", "Support on build plate only") },
  { "support_speed", NC_("setting", "Support speed") },
  { "support_style", NC_("setting", "Support style") },
  { "support_threshold_angle", NC_("setting", "Support threshold angle") },
  { "support_top_z_distance", NC_("setting", "Support top Z distance") },
  { "support_type", NC_("setting", "Support type") },
  { "temperature_vitrification", NC_("setting", "Temperature vitrification") },
  { "textured_plate_temp", NC_("setting", "Textured plate temperature") },
  { "textured_plate_temp_initial_layer", NC_("setting", "Textured plate temperature initial layer") },
  { "top_shell_layers", NC_("setting", "Top shell layers") },
  { "top_shell_thickness", NC_("setting", "Top shell thickness") },
  { "top_surface_line_width", NC_("setting", "Top surface line width") },
  { "top_surface_pattern", NC_("setting", "Top surface pattern") },
  { "top_surface_speed", NC_("setting", "Top surface speed") },
  { "travel_speed", NC_("setting", "Travel speed") },
  { "tree_support_branch_angle", NC_("setting", "Tree support branch angle") },
  { "tree_support_branch_diameter", NC_("setting", "Tree support branch diameter") },
  { "wall_generator", NC_("setting", "Wall generator") },
  { "wall_loops", NC_("setting", "Wall loops") },
  { "xy_contour_compensation", NC_("setting", "XY contour compensation") },
  { "xy_hole_compensation", NC_("setting", "XY hole compensation") },
  { "z_hop", NC_("setting", "Z hop") },
};

static int
compare_key (const void *key,
             const void *name)
{
  return strcmp (key, ((const SettingName *) name)->key);
}

/**
 * platen_setting_name_lookup:
 * @key: the key of a setting
 *
 * Returns: (transfer none) (nullable): what slicers call it, in the language of the user; %NULL for one that is not known
 */
const char *
platen_setting_name_lookup (const char *key)
{
  const SettingName *found;

  g_return_val_if_fail (key != NULL, NULL);

  found = bsearch (key, names, G_N_ELEMENTS (names), sizeof names[0], compare_key);

  return found != NULL ? g_dpgettext2 (NULL, "setting", found->name) : NULL;
}
