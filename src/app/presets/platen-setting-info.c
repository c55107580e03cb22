/* platen-setting-info.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-setting-info.h"

#include <glib/gi18n.h>
#include <string.h>

#include "platen-setting-choice.h"
#include "platen-setting-name.h"

/* In the order in which they are shown. */
typedef enum
{
  GROUP_QUALITY,
  GROUP_STRENGTH,
  GROUP_SPEED,
  GROUP_SUPPORT,
  GROUP_MULTIPLE,
  GROUP_MATERIAL,
  GROUP_TEMPERATURE,
  GROUP_FLOW,
  GROUP_COOLING,
  GROUP_MACHINE,
  GROUP_EXTRUDER,
  GROUP_RETRACTION,
  GROUP_LIMITS,
  GROUP_OTHERS,
  GROUP_GCODE,
  GROUP_COMPATIBILITY,
  GROUP_ORIGIN,
} Group;

static const char * const group_titles[] = {
  [GROUP_QUALITY] = N_("Quality"),
  [GROUP_STRENGTH] = N_("Strength"),
  [GROUP_SPEED] = N_("Speed"),
  [GROUP_SUPPORT] = N_("Support"),
  [GROUP_MULTIPLE] = N_("Several Filaments"),
  [GROUP_MATERIAL] = N_("Material"),
  [GROUP_TEMPERATURE] = N_("Temperatures"),
  [GROUP_FLOW] = N_("Flow"),
  [GROUP_COOLING] = N_("Cooling"),
  [GROUP_MACHINE] = N_("Machine"),
  [GROUP_EXTRUDER] = N_("Extruder"),
  [GROUP_RETRACTION] = N_("Retraction"),
  [GROUP_LIMITS] = N_("Machine Limits"),
  [GROUP_OTHERS] = N_("Miscellaneous"),
  [GROUP_GCODE] = N_("G-code"),
  [GROUP_COMPATIBILITY] = N_("Compatibility"),
  [GROUP_ORIGIN] = N_("Origin"),
};

typedef struct
{
  const char *pattern;
  Group       group;
} GroupRule;

/* The first one that matches counts. */
static const GroupRule common_rules[] = {
  { "compatible_*", GROUP_COMPATIBILITY },
  { "model_id", GROUP_COMPATIBILITY },
  { "from", GROUP_ORIGIN },
  { "instantiation", GROUP_ORIGIN },
  { "is_custom_defined", GROUP_ORIGIN },
  { "user_id", GROUP_ORIGIN },
  { "*gcode", GROUP_GCODE },
  { "gcode_*", GROUP_GCODE },
  { "post_process", GROUP_GCODE },
  { "filename_format", GROUP_GCODE },
  { "*_notes", GROUP_OTHERS },
  { "notes", GROUP_OTHERS },
};

static const GroupRule process_rules[] = {
  { "*prime_tower*", GROUP_MULTIPLE },
  { "prime_volume*", GROUP_MULTIPLE },
  { "*wipe_tower*", GROUP_MULTIPLE },
  { "flush_*", GROUP_MULTIPLE },
  { "ooze_prevention", GROUP_MULTIPLE },
  { "standby_temperature_delta", GROUP_MULTIPLE },
  { "support_*", GROUP_SUPPORT },
  { "*_support", GROUP_SUPPORT },
  { "tree_support_*", GROUP_SUPPORT },
  { "enforce_support_layers", GROUP_SUPPORT },
  { "independent_support_*", GROUP_SUPPORT },
  { "raft_*", GROUP_SUPPORT },
  { "*_speed", GROUP_SPEED },
  { "*_speed_*", GROUP_SPEED },
  { "*acceleration*", GROUP_SPEED },
  { "*jerk*", GROUP_SPEED },
  { "small_perimeter_*", GROUP_SPEED },
  { "slowdown_*", GROUP_SPEED },
  { "accel_*", GROUP_SPEED },
  { "*line_width", GROUP_QUALITY },
  { "*layer_height*", GROUP_QUALITY },
  { "initial_layer_print_height", GROUP_QUALITY },
  { "*seam*", GROUP_QUALITY },
  { "ironing_*", GROUP_QUALITY },
  { "wall_generator", GROUP_QUALITY },
  { "wall_sequence", GROUP_QUALITY },
  { "wall_infill_order", GROUP_QUALITY },
  { "is_infill_first", GROUP_QUALITY },
  { "wall_transition_*", GROUP_QUALITY },
  { "wall_distribution_*", GROUP_QUALITY },
  { "min_bead_width", GROUP_QUALITY },
  { "min_feature_size", GROUP_QUALITY },
  { "resolution", GROUP_QUALITY },
  { "enable_arc_fitting", GROUP_QUALITY },
  { "xy_*_compensation", GROUP_QUALITY },
  { "elefant_foot_*", GROUP_QUALITY },
  { "precise_*", GROUP_QUALITY },
  { "bridge_flow", GROUP_QUALITY },
  { "*_bridges", GROUP_QUALITY },
  { "*flow_ratio", GROUP_QUALITY },
  { "only_one_wall_*", GROUP_QUALITY },
  { "top_one_wall_type", GROUP_QUALITY },
  { "top_area_threshold", GROUP_QUALITY },
  { "reduce_crossing_wall", GROUP_QUALITY },
  { "max_travel_detour_*", GROUP_QUALITY },
  { "smooth_*", GROUP_QUALITY },
  { "circle_compensation_*", GROUP_QUALITY },
  { "*wall*", GROUP_STRENGTH },
  { "*infill*", GROUP_STRENGTH },
  { "*shell*", GROUP_STRENGTH },
  { "*surface*", GROUP_STRENGTH },
  { "*bridge*", GROUP_STRENGTH },
  { "skeleton_*", GROUP_STRENGTH },
  { "skin_*", GROUP_STRENGTH },
};

static const GroupRule filament_rules[] = {
  { "*retract*", GROUP_RETRACTION },
  { "filament_wipe*", GROUP_RETRACTION },
  { "filament_z_hop*", GROUP_RETRACTION },
  { "*fan*", GROUP_COOLING },
  { "slow_down_*", GROUP_COOLING },
  { "cooling_*", GROUP_COOLING },
  { "activate_air_filtration", GROUP_COOLING },
  { "temperature_vitrification", GROUP_TEMPERATURE },
  { "*temp", GROUP_TEMPERATURE },
  { "*temp_*", GROUP_TEMPERATURE },
  { "*temperature*", GROUP_TEMPERATURE },
  { "*flow*", GROUP_FLOW },
  { "*volumetric*", GROUP_FLOW },
  { "*pressure_advance*", GROUP_FLOW },
  { "filament_scarf_*", GROUP_FLOW },
  { "filament_ramming_*", GROUP_MULTIPLE },
  { "filament_prime_volume*", GROUP_MULTIPLE },
  { "filament_flush_*", GROUP_MULTIPLE },
  { "filament_change_length*", GROUP_MULTIPLE },
  { "filament_minimal_purge_*", GROUP_MULTIPLE },
  { "filament_*", GROUP_MATERIAL },
  { "default_filament_colour", GROUP_MATERIAL },
  { "required_nozzle_HRC", GROUP_MATERIAL },
  { "impact_strength_z", GROUP_MATERIAL },
};

static const GroupRule printer_rules[] = {
  { "machine_max_*", GROUP_LIMITS },
  { "machine_min_*", GROUP_LIMITS },
  { "*retract*", GROUP_RETRACTION },
  { "wipe", GROUP_RETRACTION },
  { "wipe_distance", GROUP_RETRACTION },
  { "*z_hop*", GROUP_RETRACTION },
  { "extruder_clearance_*", GROUP_MACHINE },
  { "extruder_*", GROUP_EXTRUDER },
  { "nozzle_*", GROUP_EXTRUDER },
  { "*_layer_height", GROUP_EXTRUDER },
  { "default_nozzle_*", GROUP_EXTRUDER },
  { "grab_length", GROUP_EXTRUDER },
  { "hotend_*", GROUP_EXTRUDER },
  { "*", GROUP_MACHINE },
};

/* What follows a number. */
static const struct {
  const char *pattern;
  const char *unit;
} units[] = {
  { "*volumetric_speed", N_("mm³/s") },
  { "*fan*_speed", N_("%") },
  { "fan_m??_speed", N_("%") },
  { "*_speed", N_("mm/s") },
  { "machine_m??_speed_?", N_("mm/s") },
  { "*acceleration", N_("mm/s²") },
  { "machine_max_acceleration_*", N_("mm/s²") },
  { "*jerk", N_("mm/s") },
  { "machine_max_jerk_?", N_("mm/s") },
  { "temperature_vitrification", N_("°C") },
  { "*_temp", N_("°C") },
  { "*_temp_initial_layer", N_("°C") },
  { "*temperature", N_("°C") },
  { "*temperature_initial_layer", N_("°C") },
  { "*temperature_range_*", N_("°C") },
  { "*temperature_delta", N_("°C") },
  { "*_angle", N_("°") },
  { "infill_direction", N_("°") },
  { "ironing_direction", N_("°") },
  { "filament_density", N_("g/cm³") },
  { "*_volume", N_("mm³") },
  { "filament_minimal_purge_*", N_("mm³") },
  { "minimum_sparse_infill_area", N_("mm²") },
  { "*_time", N_("s") },
  { "layer_height", N_("mm") },
  { "m??_layer_height", N_("mm") },
  { "*_print_height", N_("mm") },
  { "printable_height", N_("mm") },
  { "*_width", N_("mm") },
  { "*_distance", N_("mm") },
  { "*_thickness", N_("mm") },
  { "*_spacing", N_("mm") },
  { "*_gap", N_("mm") },
  { "*_length", N_("mm") },
  { "*_diameter", N_("mm") },
  { "*_radius", N_("mm") },
  { "*_expansion", N_("mm") },
  { "*_compensation", N_("mm") },
  { "*_inset", N_("mm") },
  { "*_anchor", N_("mm") },
  { "*_anchor_max", N_("mm") },
  { "extruder_clearance_*", N_("mm") },
  { "*minimum_travel", N_("mm") },
  { "resolution", N_("mm") },
  { "*z_hop", N_("mm") },
};

/* What is on or off, rather than one or none. */
static const char * const switches[] = {
  "activate_air_filtration",
  "adaptive_layer_height",
  "apply_scarf_seam_on_circles",
  "auxiliary_fan",
  "bridge_no_support",
  "detect_*",
  "enable_*",
  "exclude_object",
  "filament_is_support",
  "filament_long_retractions_when_cut",
  "filament_retract_when_changing_layer",
  "filament_soluble",
  "filament_wipe",
  "filter_out_gap_fill",
  "flush_into_*",
  "independent_support_layer_height",
  "infill_combination",
  "interface_shells",
  "is_*",
  "only_one_wall_first_layer",
  "ooze_prevention",
  "precise_*",
  "prime_tower_skip_points",
  "reduce_*",
  "retract_when_changing_layer",
  "scan_first_layer",
  "silent_mode",
  "single_extruder_multi_material",
  "slow_down_for_layer_cooling",
  "spiral_mode*",
  "support_air_filtration",
  "support_chamber_temp_control",
  "support_critical_regions_only",
  "support_interface_loop_pattern",
  "support_on_build_plate_only",
  "support_remove_small_overhang",
  "thick_bridges",
  "use_firmware_retraction",
  "use_relative_e_distances",
  "wipe",
  "wipe_tower_no_sparse_layers",
};

/* How a word of a key is written, where it differs. */
static const struct {
  const char *word;
  const char *written;
} words[] = {
  { "dist", "distance" },
  { "e", "E" },
  { "elefant", "elephant" },
  { "gcode", "G-code" },
  { "hrc", "HRC" },
  { "id", "ID" },
  { "max", "maximum" },
  { "min", "minimum" },
  { "pos", "position" },
  { "temp", "temperature" },
  { "x", "X" },
  { "xy", "XY" },
  { "y", "Y" },
  { "z", "Z" },
};

/* What the page says of the preset itself already. */
static const char * const hidden[] = {
  "base_id",
  "filament_id",
  "filament_settings_id",
  "inherits",
  "name",
  "print_settings_id",
  "printer_settings_id",
  "setting_id",
  "type",
  "updated_time",
  "version",
};

static gboolean
find_group (const GroupRule *rules,
            guint            n_rules,
            const char      *key,
            Group           *group)
{
  for (guint i = 0; i < n_rules; i++)
    {
      if (g_pattern_match_simple (rules[i].pattern, key))
        {
          *group = rules[i].group;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
matches_any (const char * const *patterns,
             guint               n_patterns,
             const char         *key)
{
  for (guint i = 0; i < n_patterns; i++)
    {
      if (g_pattern_match_simple (patterns[i], key))
        return TRUE;
    }

  return FALSE;
}

/**
 * platen_setting_get_group:
 * @kind: what the preset describes
 * @key: the key of a setting
 * @rank: (out): where the group stands among others
 *
 * Returns: (transfer none): the title of the group that the setting belongs to
 */
const char *
platen_setting_get_group (BambuPresetKind  kind,
                          const char      *key,
                          int             *rank)
{
  Group group = GROUP_OTHERS;

  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (rank != NULL, NULL);

  if (!find_group (common_rules, G_N_ELEMENTS (common_rules), key, &group))
    {
      if (kind == BAMBU_PRESET_KIND_PROCESS)
        find_group (process_rules, G_N_ELEMENTS (process_rules), key, &group);
      else if (kind == BAMBU_PRESET_KIND_FILAMENT)
        find_group (filament_rules, G_N_ELEMENTS (filament_rules), key, &group);
      else if (kind == BAMBU_PRESET_KIND_PRINTER)
        find_group (printer_rules, G_N_ELEMENTS (printer_rules), key, &group);
    }

  *rank = group;

  return _(group_titles[group]);
}

/**
 * platen_setting_dup_label:
 * @key: the key of a setting
 *
 * Returns: (transfer full): what to call it: "Outer wall speed" for "outer_wall_speed"
 */
char *
platen_setting_dup_label (const char *key)
{
  g_auto(GStrv) parts = NULL;
  g_autofree char *label = NULL;
  g_autofree char *first = NULL;
  const char *name;

  g_return_val_if_fail (key != NULL, NULL);

  if ((name = platen_setting_name_lookup (key)))
    return g_strdup (name);

  parts = g_strsplit (key, "_", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        {
          if (g_ascii_strcasecmp (parts[i], words[j].word) != 0)
            continue;

          g_free (parts[i]);
          parts[i] = g_strdup (words[j].written);
          break;
        }
    }

  label = g_strjoinv (" ", parts);

  if (*label == 0 || !g_utf8_validate (label, -1, NULL))
    return g_strdup (key);

  first = g_utf8_strup (label, g_utf8_next_char (label) - label);

  return g_strconcat (first, g_utf8_next_char (label), NULL);
}

/* "0.2", or "220, 215" for several nozzles: what a unit can follow. */
static gboolean
is_number (const char *text)
{
  gboolean digits = FALSE;

  for (const char *p = text; *p != 0; p++)
    {
      if (g_ascii_isdigit (*p))
        digits = TRUE;
      else if (strchr ("+-., ", *p) == NULL)
        return FALSE;
    }

  return digits;
}

static const char *
find_unit (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (g_pattern_match_simple (units[i].pattern, key))
        return _(units[i].unit);
    }

  return NULL;
}

/* Some texts come in quotation marks. */
static char *
unquote (const char *value)
{
  gsize length = strlen (value);

  if (length >= 2 && value[0] == '"' && value[length - 1] == '"' && memchr (value + 1, '"', length - 2) == NULL)
    return g_strndup (value + 1, length - 2);

  return g_strdup (value);
}

/**
 * platen_setting_dup_value:
 * @key: the key of a setting
 * @value: (nullable): its value
 *
 * Returns: (transfer full): the value as people read it, with its unit
 */
char *
platen_setting_dup_value (const char *key,
                          const char *value)
{
  g_autofree char *text = NULL;
  const char *choice;
  const char *unit;

  g_return_val_if_fail (key != NULL, NULL);

  text = value != NULL ? g_strstrip (unquote (value)) : NULL;

  if (text == NULL || *text == 0)
    /* Translators: a setting without a value */
    return g_strdup (_("Empty"));

  if (g_str_equal (text, "nil"))
    /* Translators: a setting that leaves the decision to others */
    return g_strdup (_("Not set"));

  if ((g_str_equal (text, "0") || g_str_equal (text, "1")) && matches_any (switches, G_N_ELEMENTS (switches), key))
    return g_strdup (*text == '1' ? _("On") : _("Off"));

  if ((choice = platen_setting_choice_lookup (key, text)))
    return g_strdup (choice);

  if (is_number (text) && (unit = find_unit (key)))
    /* Translators: a number and its unit; the space does not break */
    return g_strdup_printf (_("%s\u00a0%s"), text, unit);

  return g_steal_pointer (&text);
}

/* A list may come as one text or as several, and a text with quotation marks or without. */
static char *
canonicalize (const char *value)
{
  GString *canonical = g_string_new (NULL);

  for (const char *p = value; *p != 0; p++)
    {
      if (*p != '"' && !(*p == ' ' && (p == value || p[-1] == ',')))
        g_string_append_c (canonical, *p);
    }

  return g_string_free (canonical, FALSE);
}

/**
 * platen_setting_same_value:
 * @a: (nullable): a value
 * @b: (nullable): another value of the same setting
 *
 * Returns: whether they mean the same, however they were written
 */
gboolean
platen_setting_same_value (const char *a,
                           const char *b)
{
  g_autofree char *canonical_a = canonicalize (a != NULL ? a : "");
  g_autofree char *canonical_b = canonicalize (b != NULL ? b : "");

  return g_str_equal (canonical_a, canonical_b);
}

/**
 * platen_setting_is_hidden:
 * @key: the key of a setting
 *
 * Returns: whether it tells what is told of the preset anyway
 */
gboolean
platen_setting_is_hidden (const char *key)
{
  g_return_val_if_fail (key != NULL, FALSE);

  return matches_any (hidden, G_N_ELEMENTS (hidden), key);
}
