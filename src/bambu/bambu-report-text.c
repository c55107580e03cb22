/* bambu-report-text.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-report.h"

#include "bambu-json-walk.h"

/* What printers send is for the most part of no use here, or the same as a second ago: reading JSON costs many times as much
 * as looking past it.
 */

static const char * const print_members[] = {
  "3D", "ams", "bed_target_temper", "bed_temper", "big_fan1_speed", "big_fan2_speed", "chamber_temper", "command",
  "cooling_fan_speed", "device", "fun", "gcode_file", "gcode_state", "hms", "home_flag", "layer_num", "lights_report",
  "mc_percent", "mc_remaining_time", "msg", "nozzle_diameter", "nozzle_target_temper", "nozzle_temper", "nozzle_type",
  "print_error", "reason", "result", "sequence_id", "spd_lvl", "stat", "stg_cur", "subtask_name", "task_id",
  "total_layer_num", "vir_slot", "vt_tray", "wifi_signal",
  NULL
};

static const char * const other_parts[] = { "info", "system", NULL };

static void
append_member (GString             *text,
               const BambuJsonWalk *walk)
{
  g_string_append_c (text, '"');
  g_string_append_len (text, walk->name, (gssize) walk->name_length);
  g_string_append (text, "\":");
  g_string_append_len (text, walk->value, (gssize) walk->value_length);
}

static gboolean
is_known (const BambuJsonWalk *walk,
          GBytes              *known)
{
  gsize length;
  const char *text;

  if (known == NULL)
    return FALSE;

  text = g_bytes_get_data (known, &length);

  return length == walk->value_length && memcmp (text, walk->value, length) == 0;
}

/* Returns whether @print is a whole object. */
static gboolean
append_print (GString              *text,
              const BambuJsonWalk  *print,
              GBytes               *known_ams,
              GBytes              **ams)
{
  BambuJsonWalk walk;
  gsize begin;

  if (!bambu_json_walk_begin (&walk, print->value, print->value_length, '{'))
    return FALSE;

  g_string_append (text, "\"print\":{");
  begin = text->len;

  while (bambu_json_walk_next_member (&walk))
    {
      if (!bambu_json_walk_is_at_any (&walk, print_members))
        continue;

      if (bambu_json_walk_is_at (&walk, "ams"))
        {
          if (is_known (&walk, known_ams))
            continue;

          g_clear_pointer (ams, g_bytes_unref);
          *ams = g_bytes_new (walk.value, walk.value_length);
        }

      if (text->len > begin)
        g_string_append_c (text, ',');

      append_member (text, &walk);
    }

  g_string_append_c (text, '}');

  return bambu_json_walk_is_over (&walk, '}');
}

/**
 * bambu_report_pick:
 * @data: what came from a printer
 * @length: its length
 * @known_ams: (nullable): the text of `ams` that need not be read again
 * @ams: (out) (transfer full) (nullable): the text of `ams` where it is left in
 *
 * Leaves out of a report what bambu_report_merge() does not look at. What is left has yet to be parsed.
 *
 * Returns: (transfer full) (nullable): the text of the rest; %NULL where @data cannot be a report
 */
GBytes *
bambu_report_pick (const char  *data,
                   gsize        length,
                   GBytes      *known_ams,
                   GBytes     **ams)
{
  g_autoptr(GString) text = NULL;
  g_autoptr(GBytes) found = NULL;
  BambuJsonWalk walk;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (ams != NULL, NULL);

  *ams = NULL;

  if (!bambu_json_walk_begin (&walk, data, length, '{'))
    return NULL;

  text = g_string_sized_new (2048);
  g_string_append_c (text, '{');

  while (bambu_json_walk_next_member (&walk))
    {
      const gboolean is_print = bambu_json_walk_is_at (&walk, "print");

      if (!is_print && !bambu_json_walk_is_at_any (&walk, other_parts))
        continue;

      if (text->len > 1)
        g_string_append_c (text, ',');

      if (!is_print)
        append_member (text, &walk);
      else if (!append_print (text, &walk, known_ams, &found))
        return NULL;
    }

  if (!bambu_json_walk_is_over (&walk, '}'))
    return NULL;

  g_string_append_c (text, '}');
  *ams = g_steal_pointer (&found);

  return g_string_free_to_bytes (g_steal_pointer (&text));
}
