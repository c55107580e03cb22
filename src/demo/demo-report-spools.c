/* demo-report-spools.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-report-spools.h"

#include "demo-report.h"
#include "demo-world.h"

#define N_TRAYS 4
#define FIRST_SINGLE 128
#define NOTHING 255
#define EXTERNAL 254

/* A filament changes about this often in a print of several. */
#define SECONDS_PER_FILAMENT 90

typedef struct
{
  const char *type;
  const char *name;
  guint32     rgba;
} Spool;

/* What lies in the trays that the print does not use. */
static const Spool spools[] = {
  { "PLA", "PLA Basic", 0xf7e6deff }, { "PLA", "PLA Matte", 0x2850e0ff }, { "PETG", "PETG HF", 0x00ae42ff },
  { "PLA", "PLA Silk", 0xf4a925ff }, { "ASA", "ASA", 0x161616ff }, { "PLA", "PLA Basic", 0xc12e1fff },
  { "TPU", "TPU 95A", 0x9b9ea0ff },
};

static guint
get_n_units (DemoPrinter *printer)
{
  const char *product = printer->model->product;

  if (g_str_equal (product, "A1 mini") || g_str_equal (product, "P1P"))
    return 0;

  return g_str_equal (product, "X1 Carbon") || g_str_equal (product, "H2D") ? 2 : 1;
}

/* The second unit of an H2D is one with a single tray. */
static gboolean
is_single (DemoPrinter *printer,
           guint        unit)
{
  return unit == 1 && g_str_equal (printer->model->product, "H2D");
}

static guint
count_trays (DemoPrinter *printer)
{
  guint n_trays = 0;

  for (guint i = 0; i < get_n_units (printer); i++)
    n_trays += is_single (printer, i) ? 0 : N_TRAYS;

  return n_trays;
}

/**
 * demo_report_get_tray:
 * @printer: a printer
 *
 * Returns: the tray it prints from, counted over all units; -1 where it does not print, or prints from outside of them
 */
int
demo_report_get_tray (DemoPrinter *printer)
{
  guint n_filaments;

  if (printer->state != DEMO_STATE_RUNNING && printer->state != DEMO_STATE_PAUSE)
    return -1;

  n_filaments = MIN (printer->task->plate->n_filaments, count_trays (printer));
  if (n_filaments == 0)
    return -1;

  return (int) (printer->done / SECONDS_PER_FILAMENT % n_filaments);
}

static void
fill_tray (JsonObject *tray,
           const char *type,
           const char *name,
           guint32     rgba,
           int         remain)
{
  g_autofree char *color = g_strdup_printf ("%08X", rgba);

  json_object_set_string_member (tray, "tray_type", type);
  json_object_set_string_member (tray, "tray_sub_brands", name);
  json_object_set_string_member (tray, "tray_color", color);
  json_object_set_int_member (tray, "remain", remain);
}

static JsonObject *
create_tray (DemoPrinter *printer,
             guint        id,
             guint        place)
{
  const DemoPlate *plate = printer->task != NULL ? printer->task->plate : NULL;
  const Spool *spool = &spools[(printer->index * 3 + place) % G_N_ELEMENTS (spools)];
  JsonObject *tray = json_object_new ();
  g_autofree char *text = g_strdup_printf ("%u", id);
  int remain = (int) (97 - (place * 23 + printer->index * 11) % 90);

  json_object_set_string_member (tray, "id", text);
  if (plate != NULL && place < plate->n_filaments)
    {
      gboolean ran_out = printer->state == DEMO_STATE_PAUSE && (int) place == demo_report_get_tray (printer);

      fill_tray (tray, plate->filaments[place].type, plate->filaments[place].type, plate->filaments[place].rgba,
                 ran_out ? 0 : remain);
    }
  else if (place != 3)
    {
      fill_tray (tray, spool->type, spool->name, spool->rgba, remain);
    }

  return tray;
}

static JsonObject *
create_unit (DemoPrinter *printer,
             guint        position)
{
  JsonObject *unit = json_object_new ();
  JsonArray *trays = json_array_new ();
  gboolean single = is_single (printer, position);
  g_autofree char *id = g_strdup_printf ("%u", single ? FIRST_SINGLE : position);
  g_autofree char *level = g_strdup_printf ("%u", 5 - (printer->index + position) % 4);
  g_autofree char *percent = g_strdup_printf ("%u", 14 + (printer->index + position) % 4 * 9);

  json_object_set_string_member (unit, "id", id);
  json_object_set_string_member (unit, "humidity", level);
  json_object_set_string_member (unit, "humidity_raw", percent);
  json_object_set_string_member (unit, "temp", single ? "45.0" : "26.5");
  for (guint i = 0; i < (single ? 1 : N_TRAYS); i++)
    json_array_add_object_element (trays, create_tray (printer, i, position * N_TRAYS + i));
  json_object_set_array_member (unit, "tray", trays);

  return unit;
}

/**
 * demo_report_add_spools:
 * @print: the `print` part of a report
 * @printer: whose it is
 *
 * Adds the units, their trays, and the spool outside of them.
 */
void
demo_report_add_spools (JsonObject  *print,
                        DemoPrinter *printer)
{
  const guint n_units = get_n_units (printer);
  JsonObject *ams = json_object_new ();
  JsonArray *units = json_array_new ();
  JsonObject *outside = json_object_new ();
  g_autofree char *bits = g_strdup_printf ("%x", (1u << (count_trays (printer) / N_TRAYS)) - 1);
  g_autofree char *now = NULL;
  int tray = demo_report_get_tray (printer);
  gboolean is_at_print = printer->state == DEMO_STATE_RUNNING || printer->state == DEMO_STATE_PAUSE;

  now = g_strdup_printf ("%d", tray >= 0 ? tray : is_at_print && n_units == 0 ? EXTERNAL : NOTHING);
  for (guint i = 0; i < n_units; i++)
    json_array_add_object_element (units, create_unit (printer, i));
  json_object_set_array_member (ams, "ams", units);
  json_object_set_string_member (ams, "ams_exist_bits", bits);
  json_object_set_string_member (ams, "tray_now", now);
  json_object_set_object_member (print, "ams", ams);

  json_object_set_string_member (outside, "id", "254");
  if (n_units == 0)
    fill_tray (outside, "PLA", "PLA Basic", 0xff6a13ff, 0);
  json_object_set_object_member (print, "vt_tray", outside);
}

static void
add_module (JsonArray  *modules,
            const char *name,
            const char *product,
            const char *firmware,
            const char *serial)
{
  JsonObject *module = json_object_new ();

  json_object_set_string_member (module, "name", name);
  json_object_set_string_member (module, "product_name", product);
  json_object_set_string_member (module, "sw_ver", firmware);
  json_object_set_string_member (module, "hw_ver", g_str_equal (name, "ota") ? "OTA" : "AP05");
  json_object_set_string_member (module, "sn", serial);
  json_array_add_object_element (modules, module);
}

/**
 * demo_report_create_versions:
 * @printer: a printer
 *
 * Returns: (transfer full): what the printer says of the versions of its parts: the `info` part
 */
JsonObject *
demo_report_create_versions (DemoPrinter *printer)
{
  JsonObject *info = json_object_new ();
  JsonArray *modules = json_array_new ();

  add_module (modules, "ota", printer->model->preset, printer->model->firmware, printer->dev_id);
  add_module (modules, "mc", "", "00.00.31.60", printer->dev_id);
  add_module (modules, "th", "", "00.00.08.44", printer->dev_id);
  for (guint i = 0; i < get_n_units (printer); i++)
    {
      g_autofree char *name = g_strdup_printf (is_single (printer, i) ? "n3s/%u" : "ams/%u",
                                               is_single (printer, i) ? FIRST_SINGLE : i);
      g_autofree char *serial = g_strdup_printf ("00600A%u%06u", i, printer->index);

      add_module (modules, name, is_single (printer, i) ? "AMS HT" : "AMS", "00.00.06.49", serial);
    }
  json_object_set_string_member (info, "command", "get_version");
  json_object_set_string_member (info, "result", "success");
  json_object_set_array_member (info, "module", modules);

  return info;
}
