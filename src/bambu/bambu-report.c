/* bambu-report.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-report.h"

#include "bambu-json.h"

/* Bits of home_flag and stat. */
#define DOOR_OPEN (1u << 23)

#define MAX_TEMPERATURE 999

/**
 * bambu_report_init:
 * @self: memory for a report
 *
 * Makes it the report of a printer that has told nothing.
 */
void
bambu_report_init (BambuReport *self)
{
  g_return_if_fail (self != NULL);

  memset (self, 0, sizeof *self);
  self->progress = -1;
  self->minutes_left = -1;
  self->layer = -1;
  self->total_layers = -1;
  self->stage = G_MININT;
  self->print_error = -1;
  self->speed_level = -1;
  self->bed_temperature = -1;
  self->bed_target = -1;
  self->chamber_temperature = -1;
  self->chamber_target = -1;
  self->part_fan = -1;
  self->aux_fan = -1;
  self->chamber_fan = -1;
  self->chamber_light = -1;
  self->door = -1;
  self->tray_now = -1;
}

/**
 * bambu_report_read_text:
 * @json: (nullable): a part of a report
 * @member: a member of it
 * @text: where to put it
 * @size: how much fits there
 *
 * Reads text. What does not fit is cut off between two letters; what is no text leaves @text as it is.
 */
void
bambu_report_read_text (JsonObject *json,
                        const char *member,
                        char       *text,
                        gsize       size)
{
  g_autofree char *read = bambu_json_dup_string (json, member);
  gsize length;

  if (read == NULL)
    return;

  length = strlen (read);

  if (length >= size)
    length = g_utf8_find_prev_char (read, read + size) - read;

  memset (text, 0, size);
  memcpy (text, read, length);
}

static gboolean
has_value (JsonObject *json,
           const char *member)
{
  g_autofree char *text = bambu_json_dup_string (json, member);

  return text != NULL;
}

/* Bits come as hexadecimal text; a plain number of them is taken as it is. */
static gboolean
read_bits (JsonObject *json,
           const char *member,
           guint64    *bits)
{
  g_autofree char *text = bambu_json_dup_string (json, member);
  const char *digits;

  if (text == NULL)
    return FALSE;

  digits = g_str_has_prefix (g_strstrip (text), "0x") ? text + 2 : text;

  return g_ascii_string_to_unsigned (digits, 16, 0, G_MAXUINT64, bits, NULL);
}

/* The whole state rather than what has changed: no part has all of these by chance. */
static gboolean
is_full_report (JsonObject *print)
{
  return bambu_json_get_int (print, "msg", 0, G_MAXINT, 0) == 0 &&
         bambu_json_get_array (print, "hms") != NULL &&
         has_value (print, "gcode_state") &&
         has_value (print, "mc_percent") &&
         has_value (print, "home_flag") &&
         (has_value (print, "nozzle_temper") || bambu_json_get_object (print, "device") != NULL);
}

static gboolean
read_count (JsonObject *json,
            const char *member,
            int        *count)
{
  const int read = bambu_json_get_int (json, member, 0, G_MAXINT, -1);

  if (read < 0)
    return FALSE;

  *count = read;

  return TRUE;
}

static void
merge_print (BambuReport *self,
             JsonObject  *print)
{
  JsonObject *layers = bambu_json_get_object (print, "3D");

  bambu_report_read_text (print, "gcode_state", self->status, sizeof self->status);
  bambu_report_read_text (print, "task_id", self->task_id, sizeof self->task_id);
  bambu_report_read_text (print, "subtask_name", self->task_name, sizeof self->task_name);
  bambu_report_read_text (print, "gcode_file", self->file, sizeof self->file);

  self->progress = bambu_json_get_int (print, "mc_percent", 0, 100, self->progress);
  self->minutes_left = bambu_json_get_int (print, "mc_remaining_time", 0, 1000000, self->minutes_left);
  self->stage = bambu_json_get_int (print, "stg_cur", -1, 100000, self->stage);
  self->print_error = bambu_json_get_int (print, "print_error", 0, G_MAXUINT32, self->print_error);
  self->speed_level = bambu_json_get_int (print, "spd_lvl", 1, 4, self->speed_level);

  self->has_new_layer |= read_count (layers, "layer_num", &self->layer);
  self->has_new_total |= read_count (layers, "total_layer_num", &self->total_layers);

  if (!self->has_new_layer)
    read_count (print, "layer_num", &self->layer);

  if (!self->has_new_total)
    read_count (print, "total_layer_num", &self->total_layers);
}

static void
merge_temperatures (BambuReport *self,
                    JsonObject  *print)
{
  if (!self->has_new_bed)
    {
      self->bed_temperature = bambu_json_get_double (print, "bed_temper", 0, MAX_TEMPERATURE, self->bed_temperature);
      self->bed_target = bambu_json_get_double (print, "bed_target_temper", 0, MAX_TEMPERATURE, self->bed_target);
    }

  if (!self->has_new_chamber)
    self->chamber_temperature = bambu_json_get_double (print, "chamber_temper", 0, MAX_TEMPERATURE,
                                                       self->chamber_temperature);
}

/* What machines with one nozzle say. */
static void
merge_nozzle (BambuReport *self,
              JsonObject  *print)
{
  BambuReportNozzle *nozzle = &self->nozzles[0];

  if (self->n_nozzles == 0)
    {
      if (!has_value (print, "nozzle_temper") && !has_value (print, "nozzle_target_temper") &&
          !has_value (print, "nozzle_diameter") && !has_value (print, "nozzle_type"))
        return;

      bambu_report_obtain_nozzle (self, 0);
    }

  if (!self->has_new_temperatures)
    {
      nozzle->temperature = bambu_json_get_double (print, "nozzle_temper", 0, MAX_TEMPERATURE, nozzle->temperature);
      nozzle->target = bambu_json_get_double (print, "nozzle_target_temper", 0, MAX_TEMPERATURE, nozzle->target);
    }

  if (!self->has_new_nozzles)
    {
      nozzle->diameter = bambu_json_get_double (print, "nozzle_diameter", 0.01, 10, nozzle->diameter);
      bambu_report_read_text (print, "nozzle_type", nozzle->kind, sizeof nozzle->kind);
    }
}

/* Fans come in steps from 0 to 15. */
static int
read_fan (JsonObject *print,
          const char *member,
          int         known)
{
  const int steps = bambu_json_get_int (print, member, 0, 15, -1);

  return steps >= 0 ? (steps * 100 + 7) / 15 : known;
}

static int
read_wifi (JsonObject *print,
           int         known)
{
  g_autofree char *text = bambu_json_dup_string (print, "wifi_signal");
  gint64 signal;

  if (text == NULL)
    return known;

  signal = g_ascii_strtoll (text, NULL, 10);

  return signal < 0 && signal >= -200 ? (int) signal : known;
}

static void
merge_light (BambuReport *self,
             JsonObject  *print)
{
  JsonArray *lights = bambu_json_get_array (print, "lights_report");
  const guint length = lights != NULL ? json_array_get_length (lights) : 0;

  for (guint i = 0; i < length; i++)
    {
      JsonObject *light = bambu_json_array_object (lights, i);
      g_autofree char *node = bambu_json_dup_string (light, "node");
      g_autofree char *mode = bambu_json_dup_string (light, "mode");

      if (g_strcmp0 (node, "chamber_light") == 0 && mode != NULL)
        self->chamber_light = g_ascii_strcasecmp (mode, "off") != 0;
    }
}

static void
merge_machine (BambuReport *self,
               JsonObject  *print)
{
  guint64 bits;

  self->part_fan = read_fan (print, "cooling_fan_speed", self->part_fan);
  self->aux_fan = read_fan (print, "big_fan1_speed", self->aux_fan);
  self->chamber_fan = read_fan (print, "big_fan2_speed", self->chamber_fan);
  self->wifi_signal = read_wifi (print, self->wifi_signal);
  merge_light (self, print);

  if (read_bits (print, "stat", &bits))
    {
      self->has_new_door = TRUE;
      self->door = (bits & DOOR_OPEN) != 0;
    }
  else if (!self->has_new_door && has_value (print, "home_flag"))
    {
      const gint64 flags = bambu_json_get_int (print, "home_flag", G_MININT32, G_MAXUINT32, -1);

      self->door = (flags & DOOR_OPEN) != 0;
    }

  if (read_bits (print, "fun", &bits))
    {
      self->has_fun = TRUE;
      self->fun = bits;
    }
}

static void
merge_hms (BambuReport *self,
           JsonObject  *print)
{
  JsonArray *hms = bambu_json_get_array (print, "hms");
  const guint length = hms != NULL ? json_array_get_length (hms) : 0;

  if (hms == NULL)
    return;

  memset (self->hms, 0, sizeof self->hms);
  self->n_hms = 0;

  for (guint i = 0; i < length && self->n_hms < BAMBU_REPORT_MAX_HMS; i++)
    {
      JsonObject *entry = bambu_json_array_object (hms, i);
      const gint64 attr = bambu_json_get_int (entry, "attr", 0, G_MAXUINT32, -1);
      const gint64 code = bambu_json_get_int (entry, "code", 0, G_MAXUINT32, -1);

      if (attr >= 0 && code >= 0)
        self->hms[self->n_hms++] = (BambuReportHms) { .attr = attr, .code = code };
    }
}

static gboolean
merge_modules (BambuReport *self,
               JsonObject  *info)
{
  JsonArray *modules = bambu_json_get_array (info, "module");
  const guint length = modules != NULL ? json_array_get_length (modules) : 0;

  if (modules == NULL)
    return FALSE;

  memset (self->modules, 0, sizeof self->modules);
  self->n_modules = 0;

  for (guint i = 0; i < length && self->n_modules < BAMBU_REPORT_MAX_MODULES; i++)
    {
      JsonObject *object = bambu_json_array_object (modules, i);
      BambuReportModule *module = &self->modules[self->n_modules];

      bambu_report_read_text (object, "name", module->name, sizeof module->name);
      bambu_report_read_text (object, "product_name", module->product, sizeof module->product);
      bambu_report_read_text (object, "sw_ver", module->firmware, sizeof module->firmware);
      bambu_report_read_text (object, "hw_ver", module->hardware, sizeof module->hardware);
      bambu_report_read_text (object, "sn", module->serial, sizeof module->serial);

      if (module->name[0] != '\0')
        self->n_modules++;
      else
        memset (module, 0, sizeof *module);
    }

  return TRUE;
}

/**
 * bambu_report_merge:
 * @self: what a printer has reported so far
 * @json: (nullable): its next report
 *
 * Takes over what a report tells; what it does not tell, or tells in a form that makes no sense, stays as it was. The same
 * reports lead to the same state whether they come whole or in parts.
 *
 * Returns: whether @json is a report; what else comes the same way changes nothing
 */
gboolean
bambu_report_merge (BambuReport *self,
                    JsonObject  *json)
{
  JsonObject *print = bambu_json_get_object (json, "print");
  JsonObject *info = bambu_json_get_object (json, "info");
  g_autofree char *command = bambu_json_dup_string (print, "command");
  gboolean is_full;

  g_return_val_if_fail (self != NULL, FALSE);

  if (info != NULL && merge_modules (self, info))
    {
      self->was_full = FALSE;
      self->n_reports++;
      return TRUE;
    }

  /* Answers to commands name the command in the same member, and repeat its parameters. */
  if (print == NULL || (command != NULL && !g_str_equal (command, "push_status")))
    return FALSE;

  is_full = is_full_report (print);
  merge_print (self, print);
  bambu_report_merge_device (self, print);
  merge_temperatures (self, print);
  merge_nozzle (self, print);
  merge_machine (self, print);
  merge_hms (self, print);
  bambu_report_merge_ams (self, print, is_full);
  self->was_full = is_full;
  self->is_full |= is_full;
  self->n_reports++;

  return TRUE;
}
