/* bambu-report-device.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-report.h"

#include "bambu-json.h"

/* The part of a report that newer machines have: temperatures by component, and several nozzles. */

/* Two numbers of 16 bits: what is, and what shall be. */
static gboolean
read_pair (JsonObject *json,
           const char *member,
           double     *now,
           double     *target)
{
  const gint64 pair = bambu_json_get_int (json, member, 0, G_MAXUINT32, -1);

  if (pair < 0)
    return FALSE;

  *now = (double) (pair & 0xffff);
  *target = (double) (pair >> 16);

  return TRUE;
}

static JsonObject *
get_info (JsonObject *device,
          const char *component)
{
  return bambu_json_get_object (bambu_json_get_object (device, component), "info");
}

/**
 * bambu_report_obtain_nozzle:
 * @self: what a printer has reported so far
 * @id: which nozzle, less than %BAMBU_REPORT_MAX_NOZZLES
 *
 * Returns: (transfer none): the nozzle, which nothing was told of if it is new
 */
BambuReportNozzle *
bambu_report_obtain_nozzle (BambuReport *self,
                            guint        id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id < BAMBU_REPORT_MAX_NOZZLES, NULL);

  while (self->n_nozzles <= id)
    {
      self->nozzles[self->n_nozzles] = (BambuReportNozzle) {
        .id = self->n_nozzles, .temperature = -1, .target = -1, .ams = -1,
      };
      self->n_nozzles++;
    }

  return &self->nozzles[id];
}

static BambuReportNozzle *
obtain_nozzle (BambuReport *self,
               JsonObject  *entry)
{
  const int id = bambu_json_get_int (entry, "id", 0, BAMBU_REPORT_MAX_NOZZLES - 1, -1);

  return id >= 0 ? bambu_report_obtain_nozzle (self, id) : NULL;
}

static void
merge_extruder (BambuReport *self,
                JsonObject  *entry)
{
  BambuReportNozzle *nozzle = obtain_nozzle (self, entry);
  gint64 snow;

  if (nozzle == NULL)
    return;

  read_pair (entry, "temp", &nozzle->temperature, &nozzle->target);
  snow = bambu_json_get_int (entry, "snow", 0, 0xffff, -1);

  if (snow < 0)
    return;

  nozzle->ams = snow >> 8;
  nozzle->tray = snow & 3;
}

static void
merge_extruders (BambuReport *self,
                 JsonObject  *device)
{
  JsonObject *extruder = bambu_json_get_object (device, "extruder");
  JsonArray *info = bambu_json_get_array (extruder, "info");
  const guint length = info != NULL ? json_array_get_length (info) : 0;
  const gint64 state = bambu_json_get_int (extruder, "state", 0, G_MAXUINT32, -1);

  /* What was told of the only nozzle in the old place no longer counts. */
  if (length > 0 && !self->has_new_temperatures)
    {
      self->has_new_temperatures = TRUE;
      self->nozzles[0].temperature = -1;
      self->nozzles[0].target = -1;
    }

  for (guint i = 0; i < length; i++)
    merge_extruder (self, bambu_json_array_object (info, i));

  if (state < 0)
    return;

  self->active_nozzle = MIN ((state >> 4) & 0xf, BAMBU_REPORT_MAX_NOZZLES - 1);
}

static void
merge_nozzles (BambuReport *self,
               JsonObject  *device)
{
  JsonArray *info = bambu_json_get_array (bambu_json_get_object (device, "nozzle"), "info");
  const guint length = info != NULL ? json_array_get_length (info) : 0;

  if (length > 0 && !self->has_new_nozzles)
    {
      self->has_new_nozzles = TRUE;
      self->nozzles[0].diameter = 0;
      memset (self->nozzles[0].kind, 0, sizeof self->nozzles[0].kind);
    }

  for (guint i = 0; i < length; i++)
    {
      JsonObject *entry = bambu_json_array_object (info, i);
      BambuReportNozzle *nozzle = obtain_nozzle (self, entry);

      if (nozzle == NULL)
        continue;

      nozzle->diameter = bambu_json_get_double (entry, "diameter", 0.01, 10, nozzle->diameter);
      bambu_report_read_text (entry, "type", nozzle->kind, sizeof nozzle->kind);
    }
}

/**
 * bambu_report_merge_device:
 * @self: what a printer has reported so far
 * @print: the `print` part of its next report
 *
 * Takes over what is in `device`, and notes for which things what is told there counts from now on.
 */
void
bambu_report_merge_device (BambuReport *self,
                           JsonObject  *print)
{
  JsonObject *device = bambu_json_get_object (print, "device");

  g_return_if_fail (self != NULL);

  if (device == NULL)
    return;

  if (read_pair (get_info (device, "bed"), "temp", &self->bed_temperature, &self->bed_target))
    self->has_new_bed = TRUE;

  if (read_pair (get_info (device, "ctc"), "temp", &self->chamber_temperature, &self->chamber_target))
    self->has_new_chamber = TRUE;

  merge_extruders (self, device);
  merge_nozzles (self, device);
}
