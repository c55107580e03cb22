/* bambu-device-live.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-device-private.h"

#include "bambu-live-types-private.h"
#include "bambu-models.h"
#include "bambu-types-private.h"

/* The bit of `fun` that says that commands have to be signed. */
#define NEEDS_SIGNATURE 0x20000000u

/* A printer that was heard within this many seconds is online, whatever the cloud has noticed by now. */
#define HEARD_SECONDS 60

/* An instance in which nothing was told. */
void
bambu_device_init_live (BambuDevice *self)
{
  self->minutes_left = -1;
  self->layer = -1;
  self->total_layers = -1;
  self->bed_temperature = -1;
  self->bed_target = -1;
  self->chamber_temperature = -1;
  self->chamber_target = -1;
  self->part_fan = -1;
  self->aux_fan = -1;
  self->chamber_fan = -1;
  self->speed_level = -1;
  self->chamber_light = -1;
  self->door = -1;
}

/* One that is shown has lists; one that only carries what is newer has none. */
void
bambu_device_make_lists (BambuDevice *self)
{
  self->nozzles = g_list_store_new (BAMBU_TYPE_NOZZLE);
  self->ams = g_list_store_new (BAMBU_TYPE_AMS);
  self->external_spools = g_list_store_new (BAMBU_TYPE_TRAY);
  self->hms = g_list_store_new (BAMBU_TYPE_HMS);
  self->modules = g_list_store_new (BAMBU_TYPE_MODULE);
}

void
bambu_device_clear_live (BambuDevice *self)
{
  g_clear_pointer (&self->report, g_free);
  g_clear_pointer (&self->report_heard, g_date_time_unref);
  g_clear_pointer (&self->polled_task_id, g_free);
  self->awaits_poll = FALSE;
}

static void
replace_text (char       **text,
              const char  *told)
{
  if (*told == '\0')
    return;

  g_free (*text);
  *text = g_strdup (told);
}

static BambuControl
get_control (const BambuReport *report)
{
  if (report->has_fun)
    return (report->fun & NEEDS_SIGNATURE) != 0 ? BAMBU_CONTROL_REFUSED : BAMBU_CONTROL_ALLOWED;

  /* Firmware from before there were signatures. */
  return report->is_full ? BAMBU_CONTROL_ALLOWED : BAMBU_CONTROL_UNKNOWN;
}

/* What a printer says of itself wins over what the cloud says of it. */
static void
bambu_device_overlay (BambuDevice       *self,
                      const BambuReport *report)
{
  const char *family = bambu_models_get_family (self->model_code, self->model_name);

  self->live = TRUE;
  self->stage = bambu_stage_from_number (report->stage);
  self->control = get_control (report);
  replace_text (&self->task_status, report->status);
  replace_text (&self->task_name, report->task_name);
  replace_text (&self->print_file, report->file);

  if (report->progress >= 0)
    self->progress = report->progress;

  self->minutes_left = report->minutes_left;
  self->layer = report->layer;
  self->total_layers = report->total_layers;
  self->bed_temperature = report->bed_temperature;
  self->bed_target = report->bed_target;
  self->chamber_temperature = report->chamber_temperature;
  self->chamber_target = report->chamber_target;
  self->part_fan = report->part_fan;
  self->aux_fan = report->aux_fan;
  self->chamber_fan = report->chamber_fan;
  self->speed_level = report->speed_level;
  self->chamber_light = report->chamber_light;
  self->wifi_signal = report->wifi_signal;
  self->door = bambu_models_has_door (family) ? report->door : -1;

  if (report->print_error > 0)
    self->print_error = g_strdup_printf ("%04X_%04X",
                                         (guint) (report->print_error >> 16), (guint) (report->print_error & 0xffff));
}

static gboolean
is_heard (BambuDevice *self,
          GDateTime   *now)
{
  return self->report_heard != NULL &&
         g_date_time_difference (now, self->report_heard) < HEARD_SECONDS * G_TIME_SPAN_SECOND;
}

static void
take_print_part (BambuDevice *self,
                 BambuDevice *from)
{
  g_free (self->task_id);
  self->task_id = g_strdup (from->task_id);
  g_clear_pointer (&self->model_id, g_free);
  g_clear_pointer (&self->project_id, g_free);
  g_clear_pointer (&self->profile_id, g_free);
  g_clear_pointer (&self->thumbnail, g_free);
  g_clear_pointer (&self->start_time, g_date_time_unref);
  self->prediction = -1;
}

/* What the cloud has answered goes into @newer, which @self is about to become. */
void
bambu_device_keep_live (BambuDevice *self,
                        BambuDevice *newer)
{
  g_autoptr(GDateTime) now = NULL;

  if (!self->live)
    return;

  now = g_date_time_new_now_utc ();

  /* It takes the cloud a while to hear of a new print. */
  if (self->awaits_poll && g_strcmp0 (newer->task_id, self->polled_task_id) == 0)
    take_print_part (newer, self);
  else
    self->awaits_poll = FALSE;

  if (is_heard (self, now))
    newer->online = TRUE;

  bambu_device_overlay (newer, self->report);
  bambu_device_settle (newer, now);
}

/* Lists are looked at only where something in them may have changed. */
static gboolean
parts_differ (const BambuReport *a,
              const BambuReport *b,
              gsize              from,
              gsize              to)
{
  return a == NULL || memcmp ((const char *) a + from, (const char *) b + from, to - from) != 0;
}

static void
update_spools (BambuDevice       *self,
               const BambuReport *report)
{
  g_autoptr(GListStore) ams = NULL;
  g_autoptr(GListStore) spools = NULL;
  int unit_in_use;
  int tray_in_use;

  if (!parts_differ (self->report, report, G_STRUCT_OFFSET (BambuReport, active_nozzle), G_STRUCT_OFFSET (BambuReport, n_hms)))
    return;

  ams = g_list_store_new (BAMBU_TYPE_AMS);
  spools = g_list_store_new (BAMBU_TYPE_TRAY);
  bambu_report_get_feed (report, &unit_in_use, &tray_in_use);

  for (guint i = 0; i < report->n_ams; i++)
    {
      const BambuReportAms *unit = &report->ams[i];
      g_autoptr(BambuAms) made = bambu_ams_new (unit, unit->id == unit_in_use ? tray_in_use : -1);

      g_list_store_append (ams, made);
    }

  for (guint i = 0; i < report->n_spools; i++)
    {
      const gboolean in_use = unit_in_use == BAMBU_REPORT_EXTERNAL && i == 0;
      g_autoptr(BambuTray) made = bambu_tray_new (&report->spools[i], in_use);

      g_list_store_append (spools, made);
    }

  bambu_types_merge_store (self->ams, ams, (BambuTypesEqual) bambu_ams_take_over);
  bambu_types_merge_store (self->external_spools, spools, (BambuTypesEqual) bambu_tray_equal);
}

static void
update_nozzles (BambuDevice       *self,
                const BambuReport *report)
{
  g_autoptr(GListStore) nozzles = NULL;

  if (!parts_differ (self->report, report, G_STRUCT_OFFSET (BambuReport, n_nozzles), G_STRUCT_OFFSET (BambuReport, tray_now)))
    return;

  nozzles = g_list_store_new (BAMBU_TYPE_NOZZLE);

  for (guint i = 0; i < report->n_nozzles; i++)
    {
      g_autoptr(BambuNozzle) made = bambu_nozzle_new (&report->nozzles[i], i == report->active_nozzle);

      g_list_store_append (nozzles, made);
    }

  bambu_types_merge_store (self->nozzles, nozzles, (BambuTypesEqual) bambu_nozzle_take_over);
}

static int
compare_severity (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const guint32 code_a = ((const BambuReportHms *) a)->code;
  const guint32 code_b = ((const BambuReportHms *) b)->code;

  return code_a < code_b ? -1 : code_a > code_b;
}

static void
update_hms (BambuDevice       *self,
            const BambuReport *report)
{
  const char *family = bambu_models_get_family (self->model_code, self->model_name);
  BambuReportHms sorted[BAMBU_REPORT_MAX_HMS];
  g_autoptr(GListStore) hms = NULL;

  if (!parts_differ (self->report, report, G_STRUCT_OFFSET (BambuReport, n_hms), G_STRUCT_OFFSET (BambuReport, n_modules)))
    return;

  hms = g_list_store_new (BAMBU_TYPE_HMS);
  memcpy (sorted, report->hms, sizeof sorted);
  g_qsort_with_data (sorted, report->n_hms, sizeof *sorted, compare_severity, NULL);

  for (guint i = 0; i < report->n_hms; i++)
    {
      g_autoptr(BambuHms) made = bambu_hms_new (&sorted[i], family);

      g_list_store_append (hms, made);
    }

  bambu_types_merge_store (self->hms, hms, (BambuTypesEqual) bambu_hms_equal);
}

static void
update_modules (BambuDevice       *self,
                const BambuReport *report)
{
  g_autoptr(GListStore) modules = NULL;

  if (!parts_differ (self->report, report, G_STRUCT_OFFSET (BambuReport, n_modules), sizeof *report))
    return;

  modules = g_list_store_new (BAMBU_TYPE_MODULE);

  for (guint i = 0; i < report->n_modules; i++)
    {
      g_autoptr(BambuModule) made = bambu_module_new (&report->modules[i]);

      g_list_store_append (modules, made);
    }

  bambu_types_merge_store (self->modules, modules, (BambuTypesEqual) bambu_module_equal);
}

static gboolean
is_another_task (const BambuReport *known,
                 const BambuReport *report)
{
  return known != NULL && known->task_id[0] != '\0' && report->task_id[0] != '\0' &&
         !g_str_equal (known->task_id, report->task_id);
}

/* What it has reported, all of it. @heard: when.
 *
 * Returns: whether the cloud should be asked, as the printer does something else than before
 */
gboolean
bambu_device_take_report (BambuDevice       *self,
                          const BambuReport *report,
                          GDateTime         *heard)
{
  const BambuDeviceState state = self->state;
  g_autoptr(BambuDevice) newer = bambu_device_copy (self);

  newer->online = TRUE;
  bambu_device_overlay (newer, report);

  if (is_another_task (self->report, report))
    {
      g_autoptr(BambuDevice) task = g_object_new (BAMBU_TYPE_DEVICE, NULL);

      if (!self->awaits_poll)
        {
          g_free (self->polled_task_id);
          self->polled_task_id = g_strdup (self->task_id);
          self->awaits_poll = TRUE;
        }

      task->task_id = g_strdup (report->task_id);
      take_print_part (newer, task);
    }

  bambu_device_settle (newer, heard);

  g_object_freeze_notify (G_OBJECT (self));
  bambu_device_absorb (self, newer);
  update_nozzles (self, report);
  update_spools (self, report);
  update_hms (self, report);
  update_modules (self, report);
  g_object_thaw_notify (G_OBJECT (self));

  if (self->report == NULL)
    self->report = g_new (BambuReport, 1);

  *self->report = *report;
  g_clear_pointer (&self->report_heard, g_date_time_unref);
  self->report_heard = g_date_time_ref (heard);

  return self->awaits_poll || self->state != state;
}

/* Its reports no longer come: from now on the cloud's answers are all there is. */
void
bambu_device_end_live (BambuDevice *self)
{
  g_autoptr(BambuDevice) newer = NULL;
  g_autoptr(GDateTime) heard = NULL;

  if (!self->live)
    return;

  newer = bambu_device_copy (self);
  heard = g_date_time_ref (self->report_heard);
  bambu_device_settle (newer, heard);
  bambu_device_clear_live (self);

  g_object_freeze_notify (G_OBJECT (self));
  bambu_device_absorb (self, newer);
  g_list_store_remove_all (self->nozzles);
  g_list_store_remove_all (self->ams);
  g_list_store_remove_all (self->external_spools);
  g_list_store_remove_all (self->hms);
  g_list_store_remove_all (self->modules);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Seconds since its last report; -1 where it is not live. */
gint64
bambu_device_get_silence (BambuDevice *self)
{
  g_autoptr(GDateTime) now = NULL;

  if (!self->live)
    return -1;

  now = g_date_time_new_now_utc ();

  return MAX (g_date_time_difference (now, self->report_heard) / G_TIME_SPAN_SECOND, 0);
}

gboolean
bambu_device_get_awaits_poll (BambuDevice *self)
{
  return self->awaits_poll;
}
