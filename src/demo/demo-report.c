/* demo-report.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-report.h"

#include "demo-report-spools.h"
#include "demo-world.h"

#include <math.h>
#include <stdio.h>

#define ROOM 24.0
#define SECONDS_PER_LAYER 48

/* How much of the way to where a temperature should be is gone in a second. */
#define NOZZLE_PACE 0.06
#define BED_PACE 0.02
#define CHAMBER_PACE 0.004

/* What says in `fun` that commands have to be signed, beside bits that mean other things. */
#define FUN_SIGNED "3EC0AFFF"
#define FUN_OPEN "1EC0AFFF"

#define STAGE_IDLE (-1)
#define STAGE_FILAMENT_RAN_OUT 6

static gboolean
is_at_print (DemoPrinter *printer)
{
  return printer->state == DEMO_STATE_RUNNING || printer->state == DEMO_STATE_PAUSE;
}

static gboolean
has_second_nozzle (DemoPrinter *printer)
{
  return g_str_equal (printer->model->product, "H2D");
}

/**
 * demo_report_get_kind:
 * @printer: a printer
 *
 * Returns: how it reports
 */
DemoReportKind
demo_report_get_kind (DemoPrinter *printer)
{
  const char *product = printer->model->product;

  if (g_str_has_prefix (product, "H2") || g_str_has_prefix (product, "P2"))
    return DEMO_REPORT_NEW;

  return g_str_has_prefix (product, "P1") || g_str_has_prefix (product, "A1") ? DEMO_REPORT_CHANGED : DEMO_REPORT_WHOLE;
}

/**
 * demo_report_needs_signature:
 * @printer: a printer
 *
 * Returns: whether it refuses commands that the vendor's programs have not signed
 */
gboolean
demo_report_needs_signature (DemoPrinter *printer)
{
  return demo_report_get_kind (printer) == DEMO_REPORT_NEW;
}

static void
get_targets (DemoPrinter *printer,
             double      *nozzle,
             double      *bed,
             double      *chamber)
{
  const char *type = is_at_print (printer) && printer->task->plate->n_filaments > 0
                       ? printer->task->plate->filaments[0].type : NULL;

  *nozzle = 0;
  *bed = 0;
  *chamber = 0;
  if (type == NULL)
    return;

  *nozzle = g_str_equal (type, "PLA") ? 220 : g_str_equal (type, "ABS") || g_str_equal (type, "ASA") ? 260 : 245;
  *bed = g_str_equal (type, "PLA") ? 60 : g_str_equal (type, "ABS") || g_str_equal (type, "ASA") ? 100 : 70;
  if (has_second_nozzle (printer))
    *chamber = *bed >= 100 ? 60 : 0;
}

/* In steps that a number holds exactly, as sensors do. */
static double
approach (double now,
          double target,
          double pace,
          double seconds)
{
  double goal = target > 0 ? target : ROOM;

  return round ((goal + (now - goal) * pow (1 - pace, seconds)) * 32) / 32;
}

/**
 * demo_machine_init:
 * @machine: memory for it
 * @printer: whose it is
 * @now: the world's time
 *
 * Makes it as it is with that printer: warm where it prints.
 */
void
demo_machine_init (DemoMachine *machine,
                   DemoPrinter *printer,
                   gint64       now)
{
  double nozzle;
  double bed;
  double chamber;

  get_targets (printer, &nozzle, &bed, &chamber);
  *machine = (DemoMachine) {
    .nozzle = MAX (nozzle, ROOM),
    .second_nozzle = ROOM + 4,
    .bed = MAX (bed, ROOM),
    .chamber = MAX (chamber, is_at_print (printer) ? 38 : ROOM),
    .warmed = now,
    .light = is_at_print (printer),
    .speed = 2,
  };
}

/**
 * demo_machine_advance:
 * @machine: what it is
 * @printer: whose it is
 * @now: the world's time
 *
 * Lets it warm up or cool down until now.
 */
void
demo_machine_advance (DemoMachine *machine,
                      DemoPrinter *printer,
                      gint64       now)
{
  const double seconds = MAX (now - machine->warmed, 0);
  double nozzle;
  double bed;
  double chamber;

  get_targets (printer, &nozzle, &bed, &chamber);
  machine->warmed = now;
  machine->nozzle = approach (machine->nozzle, nozzle, NOZZLE_PACE, seconds);
  machine->bed = approach (machine->bed, bed, BED_PACE, seconds);
  machine->chamber = approach (machine->chamber, chamber > 0 ? chamber : bed > 0 ? ROOM + bed / 4 : 0, CHAMBER_PACE, seconds);

  /* A nozzle at its temperature is never quite still. */
  if (nozzle > 0 && fabs (machine->nozzle - nozzle) < 1)
    machine->nozzle = nozzle + ((now * 7919) % 33 - 16) / 32.0;
}

static const char *
get_state (DemoPrinter *printer)
{
  static const char * const states[] = { "IDLE", "RUNNING", "PAUSE", "FINISH", "FAILED" };

  return states[printer->state];
}

/* A print begins with warming up and levelling. */
static int
get_stage (DemoPrinter *printer,
           int          progress)
{
  if (printer->state == DEMO_STATE_PAUSE)
    return printer->pause_stage;
  if (printer->state != DEMO_STATE_RUNNING)
    return STAGE_IDLE;

  return progress > 0 ? 0 : 2;
}

static void
add_fans (JsonObject  *print,
          DemoPrinter *printer)
{
  gboolean turns = printer->state == DEMO_STATE_RUNNING;

  json_object_set_string_member (print, "cooling_fan_speed", turns ? "15" : "0");
  json_object_set_string_member (print, "big_fan1_speed", turns ? "9" : "0");
  json_object_set_string_member (print, "big_fan2_speed", turns ? "6" : "0");
}

static void
add_light (JsonObject  *print,
           DemoMachine *machine)
{
  JsonArray *lights = json_array_new ();
  JsonObject *light = json_object_new ();

  json_object_set_string_member (light, "node", "chamber_light");
  json_object_set_string_member (light, "mode", machine->light ? "on" : "off");
  json_array_add_object_element (lights, light);
  json_object_set_array_member (print, "lights_report", lights);
}

/* "0300_0100_0001_0007": two numbers, each in two halves. */
static void
add_hms (JsonObject  *print,
         DemoPrinter *printer)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < printer->hms->len; i++)
    {
      JsonObject *entry = json_object_new ();
      guint a = 0, b = 0, c = 0, d = 0;

      sscanf (g_ptr_array_index (printer->hms, i), "%4x_%4x_%4x_%4x", &a, &b, &c, &d);
      json_object_set_int_member (entry, "attr", (gint64) a << 16 | b);
      json_object_set_int_member (entry, "code", (gint64) c << 16 | d);
      json_array_add_object_element (list, entry);
    }

  json_object_set_array_member (print, "hms", list);
}

static void
add_task (JsonObject  *print,
          DemoPrinter *printer,
          gint64       now)
{
  gint64 prediction = printer->task->plate->prediction;
  int progress = demo_printer_get_progress (printer, now);
  gint64 total = MAX (prediction / SECONDS_PER_LAYER, 1);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, printer->task->id);
  g_autofree char *file = g_strdup_printf ("/data/Metadata/plate_%u.gcode", printer->task->plate->index);

  json_object_set_string_member (print, "subtask_name", printer->task->title);
  json_object_set_string_member (print, "task_id", id);
  json_object_set_string_member (print, "subtask_id", id);
  json_object_set_string_member (print, "gcode_file", file);
  json_object_set_int_member (print, "mc_percent", progress);
  json_object_set_int_member (print, "mc_remaining_time",
                              is_at_print (printer) ? (prediction * (100 - progress) / 100 + 59) / 60 : 0);
  json_object_set_int_member (print, "layer_num", MAX (total * progress / 100, is_at_print (printer) ? 1 : 0));
  json_object_set_int_member (print, "total_layer_num", total);
  json_object_set_int_member (print, "stg_cur", get_stage (printer, progress));
}

static void
add_flat_temperatures (JsonObject  *print,
                       DemoPrinter *printer,
                       DemoMachine *machine)
{
  double nozzle;
  double bed;
  double chamber;

  get_targets (printer, &nozzle, &bed, &chamber);
  json_object_set_double_member (print, "nozzle_temper", machine->nozzle);
  json_object_set_double_member (print, "nozzle_target_temper", nozzle);
  json_object_set_string_member (print, "nozzle_diameter", "0.4");
  json_object_set_string_member (print, "nozzle_type", "stainless_steel");
  json_object_set_double_member (print, "bed_temper", machine->bed);
  json_object_set_double_member (print, "bed_target_temper", bed);
  json_object_set_double_member (print, "chamber_temper", machine->chamber);
}

/* Two numbers of 16 bits in one. */
static gint64
pair (double now,
      double target)
{
  return (gint64) target << 16 | (gint64) now;
}

static JsonObject *
create_component (double now,
                  double target)
{
  JsonObject *component = json_object_new ();
  JsonObject *info = json_object_new ();

  json_object_set_int_member (info, "temp", pair (now, target));
  json_object_set_object_member (component, "info", info);

  return component;
}

static void
add_nozzle (JsonArray *extruders,
            JsonArray *nozzles,
            int        id,
            gint64     temperature,
            int        snow)
{
  JsonObject *extruder = json_object_new ();
  JsonObject *nozzle = json_object_new ();

  json_object_set_int_member (extruder, "id", id);
  json_object_set_int_member (extruder, "temp", temperature);
  json_object_set_int_member (extruder, "snow", snow);
  json_array_add_object_element (extruders, extruder);

  json_object_set_int_member (nozzle, "id", id);
  json_object_set_double_member (nozzle, "diameter", 0.4);
  json_object_set_string_member (nozzle, "type", id == 0 ? "HS01" : "HH01");
  json_array_add_object_element (nozzles, nozzle);
}

static void
add_components (JsonObject  *print,
                DemoPrinter *printer,
                DemoMachine *machine)
{
  JsonObject *device = json_object_new ();
  JsonObject *extruder = json_object_new ();
  JsonObject *nozzle = json_object_new ();
  JsonArray *extruders = json_array_new ();
  JsonArray *nozzles = json_array_new ();
  int tray = demo_report_get_tray (printer);
  double nozzle_target;
  double bed;
  double chamber;

  get_targets (printer, &nozzle_target, &bed, &chamber);
  json_object_set_object_member (device, "bed", create_component (machine->bed, bed));
  json_object_set_object_member (device, "ctc", create_component (machine->chamber, chamber));

  add_nozzle (extruders, nozzles, 0, pair (machine->nozzle, nozzle_target),
              tray >= 0 ? (tray / 4) << 8 | tray % 4 : 0xff00);
  if (has_second_nozzle (printer))
    add_nozzle (extruders, nozzles, 1, pair (machine->second_nozzle, 0), 128 << 8);
  json_object_set_int_member (extruder, "state", has_second_nozzle (printer) ? 2 : 1);
  json_object_set_array_member (extruder, "info", extruders);
  json_object_set_array_member (nozzle, "info", nozzles);
  json_object_set_object_member (device, "extruder", extruder);
  json_object_set_object_member (device, "nozzle", nozzle);
  json_object_set_object_member (print, "device", device);
}

static void
add_fun (JsonObject  *print,
         DemoPrinter *printer)
{
  /* Firmware from before there were signatures. */
  if (g_str_equal (printer->model->product, "A1 mini"))
    return;

  json_object_set_string_member (print, "fun", demo_report_needs_signature (printer) ? FUN_SIGNED : FUN_OPEN);
}

/**
 * demo_report_create:
 * @printer: a printer
 * @machine: (inout): what it is
 * @now: the world's time
 *
 * Returns: (transfer full): what the printer reports when it is asked for everything: the `print` part
 */
JsonObject *
demo_report_create (DemoPrinter *printer,
                    DemoMachine *machine,
                    gint64       now)
{
  JsonObject *print = json_object_new ();
  g_autofree char *serial = g_strdup_printf ("%u", ++machine->serial);
  g_autofree char *wifi = g_strdup_printf ("-%ddBm", 44 + (int) (printer->index * 7 % 30));
  gboolean ran_out = printer->state == DEMO_STATE_PAUSE && printer->pause_stage == STAGE_FILAMENT_RAN_OUT;

  json_object_set_string_member (print, "command", "push_status");
  json_object_set_int_member (print, "msg", 0);
  json_object_set_string_member (print, "sequence_id", serial);
  json_object_set_string_member (print, "gcode_state", get_state (printer));
  if (printer->task != NULL)
    add_task (print, printer, now);
  json_object_set_int_member (print, "print_error", ran_out ? 0x03008004 : printer->end_error);
  json_object_set_int_member (print, "spd_lvl", machine->speed);
  json_object_set_string_member (print, "wifi_signal", wifi);
  json_object_set_int_member (print, "home_flag", 0x0100);
  add_fans (print, printer);
  add_light (print, machine);
  add_hms (print, printer);
  add_fun (print, printer);
  demo_report_add_spools (print, printer);
  if (demo_report_get_kind (printer) == DEMO_REPORT_NEW)
    add_components (print, printer, machine);
  else
    add_flat_temperatures (print, printer, machine);

  return print;
}

/**
 * demo_report_create_change:
 * @before: what was reported last
 * @now: what is to be reported
 *
 * Returns: (transfer full): the members of @now that @before has not, or has otherwise
 */
JsonObject *
demo_report_create_change (JsonObject *before,
                           JsonObject *now)
{
  JsonObject *change = json_object_new ();
  g_autoptr(GList) members = json_object_get_members (now);

  for (GList *iter = members; iter != NULL; iter = iter->next)
    {
      JsonNode *present = json_object_get_member (now, iter->data);
      JsonNode *past = json_object_get_member (before, iter->data);

      if (past == NULL || !json_node_equal (past, present) || g_str_equal (iter->data, "command"))
        json_object_set_member (change, iter->data, json_node_copy (present));
    }

  json_object_set_int_member (change, "msg", 1);

  return change;
}
