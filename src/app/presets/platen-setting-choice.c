/* platen-setting-choice.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-setting-choice.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *key;
  const char *value;
  const char *name;
} SettingChoice;

/* @key is a pattern: what is filled is filled with the same patterns. */
static const SettingChoice choices[] = {
  { "*_pattern", "3dhoneycomb", NC_("setting value", "3D honeycomb") },
  { "*_pattern", "adaptivecubic", NC_("setting value", "Adaptive cubic") },
  { "*_pattern", "alignedrectilinear", NC_("setting value", "Aligned rectilinear") },
  { "*_pattern", "archimedeanchords", NC_("setting value", "Archimedean chords") },
  { "*_pattern", "concentric", NC_("setting value", "Concentric") },
  { "*_pattern", "crosshatch", NC_("setting value", "Cross hatch") },
  { "*_pattern", "cubic", NC_("setting value", "Cubic") },
  { "*_pattern", "default", NC_("setting value", "Default") },
  { "*_pattern", "grid", NC_("setting value", "Grid") },
  { "*_pattern", "gyroid", NC_("setting value", "Gyroid") },
  { "*_pattern", "hilbertcurve", NC_("setting value", "Hilbert curve") },
  { "*_pattern", "hollow", NC_("setting value", "Hollow") },
  { "*_pattern", "honeycomb", NC_("setting value", "Honeycomb") },
  { "*_pattern", "lightning", NC_("setting value", "Lightning") },
  { "*_pattern", "line", NC_("setting value", "Line") },
  { "*_pattern", "monotonic", NC_("setting value", "Monotonic") },
  { "*_pattern", "monotonicline", NC_("setting value", "Monotonic line") },
  { "*_pattern", "octagramspiral", NC_("setting value", "Octagram spiral") },
  { "*_pattern", "rectilinear", NC_("setting value", "Rectilinear") },
  { "*_pattern", "rectilinear_interlaced", NC_("setting value", "Rectilinear interlaced") },
  { "*_pattern", "supportcubic", NC_("setting value", "Support cubic") },
  { "*_pattern", "tri-hexagon", NC_("setting value", "Tri-hexagon") },
  { "*_pattern", "triangles", NC_("setting value", "Triangles") },
  { "*_pattern", "zig-zag", NC_("setting value", "Rectilinear") },
  { "brim_type", "auto_brim", NC_("setting value", "Automatic") },
  { "brim_type", "inner_only", NC_("setting value", "Inner brim only") },
  { "brim_type", "no_brim", NC_("setting value", "No brim") },
  { "brim_type", "outer_and_inner", NC_("setting value", "Outer and inner brim") },
  { "brim_type", "outer_only", NC_("setting value", "Outer brim only") },
  { "draft_shield", "disabled", NC_("setting value", "Disabled") },
  { "draft_shield", "enabled", NC_("setting value", "Enabled") },
  { "ensure_vertical_shell_thickness", "disabled", NC_("setting value", "Disabled") },
  { "ensure_vertical_shell_thickness", "enabled", NC_("setting value", "Enabled") },
  { "ensure_vertical_shell_thickness", "partial", NC_("setting value", "Partial") },
  { "fuzzy_skin", "all", NC_("setting value", "Contour and hole") },
  { "fuzzy_skin", "allwalls", NC_("setting value", "All walls") },
  { "fuzzy_skin", "external", NC_("setting value", "Contour") },
  { "fuzzy_skin", "none", NC_("setting value", "None") },
  { "ironing_type", "no ironing", NC_("setting value", "No ironing") },
  { "ironing_type", "solid", NC_("setting value", "All solid layers") },
  { "ironing_type", "top", NC_("setting value", "Top surfaces") },
  { "ironing_type", "topmost", NC_("setting value", "Topmost surface") },
  { "nozzle_type", "brass", NC_("setting value", "Brass") },
  { "nozzle_type", "hardened_steel", NC_("setting value", "Hardened steel") },
  { "nozzle_type", "stainless_steel", NC_("setting value", "Stainless steel") },
  { "nozzle_type", "tungsten_carbide", NC_("setting value", "Tungsten carbide") },
  { "nozzle_type", "undefine", NC_("setting value", "Undefined") },
  { "print_sequence", "by layer", NC_("setting value", "By layer") },
  { "print_sequence", "by object", NC_("setting value", "By object") },
  { "seam_position", "aligned", NC_("setting value", "Aligned") },
  { "seam_position", "back", NC_("setting value", "Back") },
  { "seam_position", "nearest", NC_("setting value", "Nearest") },
  { "seam_position", "random", NC_("setting value", "Random") },
  { "slicing_mode", "close_holes", NC_("setting value", "Close holes") },
  { "slicing_mode", "even_odd", NC_("setting value", "Even-odd") },
  { "slicing_mode", "regular", NC_("setting value", "Regular") },
  { "support_style", "default", NC_("setting value", "Default") },
  { "support_style", "grid", NC_("setting value", "Grid") },
  { "support_style", "snug", NC_("setting value", "Snug") },
  { "support_style", "tree_hybrid", NC_("setting value", "Tree hybrid") },
  { "support_style", "tree_organic", NC_("setting value", "Tree organic") },
  { "support_style", "tree_slim", NC_("setting value", "Tree slim") },
  { "support_style", "tree_strong", NC_("setting value", "Tree strong") },
  { "support_type", "normal(auto)", NC_("setting value", "Normal (automatic)") },
  { "support_type", "normal(manual)", NC_("setting value", "Normal (manual)") },
  { "support_type", "tree(auto)", NC_("setting value", "Tree (automatic)") },
  { "support_type", "tree(manual)", NC_("setting value", "Tree (manual)") },
  { "timelapse_type", "0", NC_("setting value", "Traditional") },
  { "timelapse_type", "1", NC_("setting value", "Smooth") },
  { "top_one_wall_type", "all top", NC_("setting value", "All top surfaces") },
  { "top_one_wall_type", "not apply", NC_("setting value", "Not applied") },
  { "top_one_wall_type", "topmost", NC_("setting value", "Topmost surface") },
  { "wall_generator", "arachne", NC_("setting value", "Arachne") },
  { "wall_generator", "classic", NC_("setting value", "Classic") },
  { "wall_infill_order", "infill/inner wall/outer wall", NC_("setting value", "Infill, inner, outer") },
  { "wall_infill_order", "infill/outer wall/inner wall", NC_("setting value", "Infill, outer, inner") },
  { "wall_infill_order", "inner wall/outer wall/infill", NC_("setting value", "Inner, outer, infill") },
  { "wall_infill_order", "inner-outer-inner wall/infill", NC_("setting value", "Inner, outer, inner, infill") },
  { "wall_infill_order", "outer wall/inner wall/infill", NC_("setting value", "Outer, inner, infill") },
  { "wall_sequence", "inner wall/outer wall", NC_("setting value", "Inner, then outer") },
  { "wall_sequence", "inner-outer-inner wall", NC_("setting value", "Inner, outer, inner") },
  { "wall_sequence", "outer wall/inner wall", NC_("setting value", "Outer, then inner") },
};

/**
 * platen_setting_choice_lookup:
 * @key: the key of a setting
 * @value: its value, as presets hold it
 *
 * Returns: (transfer none) (nullable): what slicers call a value that is one of several given ones, in the language of the
 *   user; %NULL for any other
 */
const char *
platen_setting_choice_lookup (const char *key,
                              const char *value)
{
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      if (g_str_equal (choices[i].value, value) && g_pattern_match_simple (choices[i].key, key))
        return g_dpgettext2 (NULL, "setting value", choices[i].name);
    }

  return NULL;
}
