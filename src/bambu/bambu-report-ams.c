/* bambu-report-ams.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-report.h"

#include "bambu-json.h"

/* The part of a report that tells where the filament comes from. */

/* The first id of units with a single tray. */
#define FIRST_SINGLE 128

/* A place without a spool is told by hardly more than its id. */
static gboolean
is_vacant (JsonObject *json)
{
  g_autofree char *kind = bambu_json_dup_string (json, "tray_type");
  g_auto(GStrv) members = NULL;

  if (kind != NULL)
    return *kind == '\0';

  members = bambu_json_dup_members (json);

  for (guint i = 0; members[i] != NULL; i++)
    {
      if (!g_str_equal (members[i], "id") && !g_str_equal (members[i], "state"))
        return FALSE;
    }

  return TRUE;
}

static void
merge_tray (BambuReportTray *tray,
            JsonObject      *json)
{
  const int id = tray->id;

  if (is_vacant (json))
    {
      *tray = (BambuReportTray) { .id = id, .remaining = -1 };
      return;
    }

  bambu_report_read_text (json, "tray_type", tray->kind, sizeof tray->kind);
  bambu_report_read_text (json, "tray_sub_brands", tray->name, sizeof tray->name);
  tray->filled = tray->kind[0] != '\0';
  tray->has_color |= bambu_json_get_color (json, "tray_color", &tray->color);

  /* A spool of which that is not known says -1. */
  tray->remaining = bambu_json_get_int (json, "remain", -1, 100, tray->remaining);
}

static BambuReportTray *
obtain_tray (BambuReportTray *trays,
             guint           *n_trays,
             guint            max_trays,
             int              id)
{
  guint position = 0;

  while (position < *n_trays && trays[position].id < id)
    position++;

  if (position < *n_trays && trays[position].id == id)
    return &trays[position];

  if (*n_trays == max_trays)
    return NULL;

  memmove (&trays[position + 1], &trays[position], (*n_trays - position) * sizeof *trays);
  trays[position] = (BambuReportTray) { .id = id, .remaining = -1 };
  *n_trays += 1;

  return &trays[position];
}

static void
merge_trays (BambuReportAms *ams,
             JsonArray      *array)
{
  const guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    {
      JsonObject *entry = bambu_json_array_object (array, i);
      const int id = bambu_json_get_int (entry, "id", 0, BAMBU_REPORT_MAX_TRAYS - 1, -1);
      BambuReportTray *tray;

      if (id >= 0 && (tray = obtain_tray (ams->trays, &ams->n_trays, BAMBU_REPORT_MAX_TRAYS, id)) != NULL)
        merge_tray (tray, entry);
    }
}

/* In the order of their ids, whichever was told first. */
static BambuReportAms *
obtain_ams (BambuReport *self,
            int          id)
{
  guint position = 0;

  while (position < self->n_ams && self->ams[position].id < id)
    position++;

  if (position < self->n_ams && self->ams[position].id == id)
    return &self->ams[position];

  if (self->n_ams == BAMBU_REPORT_MAX_AMS)
    return NULL;

  memmove (&self->ams[position + 1], &self->ams[position], (self->n_ams - position) * sizeof *self->ams);
  self->ams[position] = (BambuReportAms) { .id = id, .humidity = -1, .humidity_level = -1, .temperature = -1 };
  self->n_ams++;

  return &self->ams[position];
}

static void
remove_ams (BambuReport *self,
            guint        position)
{
  self->n_ams--;
  memmove (&self->ams[position], &self->ams[position + 1], (self->n_ams - position) * sizeof *self->ams);
  memset (&self->ams[self->n_ams], 0, sizeof *self->ams);
}

static void
merge_unit (BambuReport *self,
            JsonObject  *json)
{
  const int id = bambu_json_get_int (json, "id", 0, BAMBU_REPORT_EXTERNAL - 1, -1);
  BambuReportAms *ams;

  if (id < 0 || !(ams = obtain_ams (self, id)))
    return;

  ams->humidity_level = bambu_json_get_int (json, "humidity", 1, 5, ams->humidity_level);
  ams->humidity = bambu_json_get_int (json, "humidity_raw", 0, 100, ams->humidity);
  ams->temperature = bambu_json_get_double (json, "temp", 0, 200, ams->temperature);
  merge_trays (ams, bambu_json_get_array (json, "tray"));
}

static gboolean
is_listed (JsonArray *units,
           int        id)
{
  for (guint i = 0; i < json_array_get_length (units); i++)
    {
      if (bambu_json_get_int (bambu_json_array_object (units, i), "id", 0, BAMBU_REPORT_EXTERNAL - 1, -1) == id)
        return TRUE;
    }

  return FALSE;
}

/* Which units there are is told in bits for the first four, and by a whole report for all. */
static void
drop_units (BambuReport *self,
            JsonObject  *ams,
            JsonArray   *units,
            gboolean     is_full)
{
  g_autofree char *text = bambu_json_dup_string (ams, "ams_exist_bits");
  guint64 bits = 0;
  const gboolean has_bits = text != NULL && g_ascii_string_to_unsigned (text, 16, 0, G_MAXUINT64, &bits, NULL);

  for (guint i = self->n_ams; i > 0; i--)
    {
      const int id = self->ams[i - 1].id;

      if ((has_bits && id < 4 && (bits & (1u << id)) == 0) ||
          (is_full && units != NULL && !is_listed (units, id)))
        remove_ams (self, i - 1);
    }
}

static void
merge_spool (BambuReport *self,
             JsonObject  *json)
{
  const int id = bambu_json_get_int (json, "id", 0, BAMBU_REPORT_NOTHING, BAMBU_REPORT_EXTERNAL);
  BambuReportTray *spool;

  if (json != NULL && (spool = obtain_tray (self->spools, &self->n_spools, BAMBU_REPORT_MAX_SPOOLS, id)) != NULL)
    merge_tray (spool, json);
}

/**
 * bambu_report_merge_ams:
 * @self: what a printer has reported so far
 * @print: the `print` part of its next report
 * @is_full: whether that is the whole state
 *
 * Takes over what is told of AMS units and of spools outside of them.
 */
void
bambu_report_merge_ams (BambuReport *self,
                        JsonObject  *print,
                        gboolean     is_full)
{
  JsonObject *ams = bambu_json_get_object (print, "ams");
  JsonArray *units = bambu_json_get_array (ams, "ams");
  JsonArray *spools = bambu_json_get_array (print, "vir_slot");

  g_return_if_fail (self != NULL);

  for (guint i = 0; units != NULL && i < json_array_get_length (units); i++)
    merge_unit (self, bambu_json_array_object (units, i));

  drop_units (self, ams, units, is_full);
  self->tray_now = bambu_json_get_int (ams, "tray_now", 0, BAMBU_REPORT_NOTHING, self->tray_now);

  if (spools != NULL)
    {
      for (guint i = 0; i < json_array_get_length (spools); i++)
        merge_spool (self, bambu_json_array_object (spools, i));
    }
  else
    {
      merge_spool (self, bambu_json_get_object (print, "vt_tray"));
    }
}

/**
 * bambu_report_get_feed:
 * @self: what a printer has reported
 * @ams: (out): the unit; %BAMBU_REPORT_EXTERNAL a spool outside, %BAMBU_REPORT_NOTHING none, -1 not told
 * @tray: (out): the tray in it, from 0
 *
 * Tells where the filament comes from that is printed with.
 */
void
bambu_report_get_feed (const BambuReport *self,
                       int               *ams,
                       int               *tray)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (ams != NULL && tray != NULL);

  *tray = 0;

  if (self->active_nozzle < self->n_nozzles && self->nozzles[self->active_nozzle].ams >= 0)
    {
      *ams = self->nozzles[self->active_nozzle].ams;
      *tray = self->nozzles[self->active_nozzle].tray;
    }
  else if (self->tray_now < 0 || self->tray_now >= FIRST_SINGLE)
    {
      *ams = self->tray_now;
    }
  else
    {
      *ams = self->tray_now / 4;
      *tray = self->tray_now % 4;
    }
}
