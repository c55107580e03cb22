/* bambu-device.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-device-private.h"

#include "bambu-fields.h"
#include "bambu-item-private.h"
#include "bambu-json.h"
#include "bambu-models.h"
#include "bambu-types-private.h"

/* How long an answer may be on its way, in microseconds: longer than BambuLimits let one take. */
#define ANSWER_TIME (45 * G_USEC_PER_SEC)

static const BambuField fields[] =
{
  { "name", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuDevice, name), "name" },
  { "model-code", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuDevice, model_code), "dev_model_name" },
  { "model-name", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuDevice, model_name), NULL },
  { "access-code", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuDevice, access_code), NULL },
  { "nozzle-diameter", BAMBU_FIELD_DOUBLE, G_STRUCT_OFFSET (BambuDevice, nozzle_diameter), "nozzle_diameter", 0 },
  { "structure", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuDevice, structure), "dev_structure" },
  { "online", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuDevice, online), NULL },
  { "bind-status", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuDevice, bind_status), "print_status" },
  { "task-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuDevice, task_id), "task_id" },
  { "task-name", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuDevice, task_name), "task_name" },
  { "task-status", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuDevice, task_status), "task_status" },
  { "model-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuDevice, model_id), "model_id" },
  { "project-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuDevice, project_id), "project_id" },
  { "profile-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuDevice, profile_id), "profile_id" },
  { "thumbnail", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuDevice, thumbnail), "thumbnail" },
  { "start-time", BAMBU_FIELD_TIME, G_STRUCT_OFFSET (BambuDevice, start_time), "start_time" },
  { "prediction", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuDevice, prediction), "prediction" },
  { "progress", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuDevice, progress), NULL },
  { "status", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuDevice, status), NULL },
  { "has-print", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuDevice, has_print), NULL },
  { "needs-attention", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuDevice, needs_attention), NULL },
  { "time-left", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuDevice, time_left), NULL },
  { "end-time", BAMBU_FIELD_TIME, G_STRUCT_OFFSET (BambuDevice, end_time), NULL },
  { "last-seen", BAMBU_FIELD_TIME, G_STRUCT_OFFSET (BambuDevice, last_seen), NULL },
  { "firmware-version", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuDevice, firmware_version), NULL },
  { "firmware-newest", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuDevice, firmware_newest), NULL },
  { "firmware-update", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuDevice, firmware_update), NULL },
  { "live", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuDevice, live), NULL },
  { "layer", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuDevice, layer), NULL },
  { "total-layers", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuDevice, total_layers), NULL },
  { "print-file", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuDevice, print_file), NULL },
  { "print-error", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuDevice, print_error), NULL },
  { "bed-temperature", BAMBU_FIELD_DOUBLE, G_STRUCT_OFFSET (BambuDevice, bed_temperature), NULL, -1 },
  { "bed-target", BAMBU_FIELD_DOUBLE, G_STRUCT_OFFSET (BambuDevice, bed_target), NULL, -1 },
  { "chamber-temperature", BAMBU_FIELD_DOUBLE, G_STRUCT_OFFSET (BambuDevice, chamber_temperature), NULL, -1 },
  { "chamber-target", BAMBU_FIELD_DOUBLE, G_STRUCT_OFFSET (BambuDevice, chamber_target), NULL, -1 },
  { "part-fan", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuDevice, part_fan), NULL },
  { "aux-fan", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuDevice, aux_fan), NULL },
  { "chamber-fan", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuDevice, chamber_fan), NULL },
  { "speed-level", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuDevice, speed_level), NULL },
  { "chamber-light", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuDevice, chamber_light), NULL },
  { "wifi-signal", BAMBU_FIELD_SIGNED, G_STRUCT_OFFSET (BambuDevice, wifi_signal), NULL },
  { "door", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuDevice, door), NULL },
  { "nozzles", BAMBU_FIELD_OBJECT, G_STRUCT_OFFSET (BambuDevice, nozzles), NULL },
  { "ams", BAMBU_FIELD_OBJECT, G_STRUCT_OFFSET (BambuDevice, ams), NULL },
  { "external-spools", BAMBU_FIELD_OBJECT, G_STRUCT_OFFSET (BambuDevice, external_spools), NULL },
  { "hms", BAMBU_FIELD_OBJECT, G_STRUCT_OFFSET (BambuDevice, hms), NULL },
  { "modules", BAMBU_FIELD_OBJECT, G_STRUCT_OFFSET (BambuDevice, modules), NULL },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuDevice, bambu_device, BAMBU_TYPE_ITEM)

/* The table in its order: what user/bind tells, what user/print tells, what follows from both, the firmware, and what the
 * printer reports itself.
 */
#define N_BIND_FIELDS 8
#define N_PRINT_FIELDS 10
#define PRINT_FIELDS (fields + N_BIND_FIELDS)
#define DERIVED_FIELDS (PRINT_FIELDS + N_PRINT_FIELDS)
/* All but "last-seen", which moves with every answer, and the firmware, which is asked for by itself. */
#define N_DERIVED_FIELDS 5
#define N_FIRMWARE_FIELDS 3
#define FIRMWARE_FIELDS (DERIVED_FIELDS + N_DERIVED_FIELDS + 1)
#define LIVE_FIELDS (FIRMWARE_FIELDS + N_FIRMWARE_FIELDS)
#define N_LIVE_FIELDS (fields + N_FIELDS - LIVE_FIELDS)

/* Minutes are all that a printer tells: within this many seconds the end that was foretold is as good. */
#define END_TOLERANCE 90

static GParamSpec *state_pspec;
static GParamSpec *firmware_pspec;
static GParamSpec *stage_pspec;
static GParamSpec *control_pspec;

/* The progress is what the printer itself says; before it says any, the slicer's estimate must do. */
static int
estimate_time_left (BambuDevice *self,
                    GDateTime   *heard)
{
  gint64 elapsed = 0;

  if (self->has_print && self->minutes_left >= 0)
    return self->minutes_left * 60;

  if (!self->has_print || self->prediction < 0)
    return -1;

  if (self->progress > 0)
    return (gint64)self->prediction * (100 - self->progress) / 100;

  if (self->start_time != NULL)
    elapsed = g_date_time_difference (heard, self->start_time) / G_TIME_SPAN_SECOND;

  return self->prediction - CLAMP (elapsed, 0, self->prediction);
}

/* While neither the percentage nor anything else has moved, the end that was foretold stands: only the time until then
 * gets shorter.
 */
static void
bambu_device_keep_end_time (BambuDevice *self,
                            BambuDevice *newer)
{
  GTimeSpan left;

  if (self->state != BAMBU_DEVICE_STATE_PRINTING ||
      newer->state != BAMBU_DEVICE_STATE_PRINTING ||
      self->end_time == NULL ||
      newer->last_seen == NULL)
    return;

  left = g_date_time_difference (self->end_time, newer->last_seen);

  if (left < 0)
    return;

  if (newer->minutes_left >= 0
      ? ABS (left / G_TIME_SPAN_SECOND - newer->time_left) > END_TOLERANCE
      : !bambu_fields_equal (self, newer, PRINT_FIELDS, N_PRINT_FIELDS))
    return;

  g_clear_pointer (&newer->end_time, g_date_time_unref);
  newer->end_time = g_date_time_ref (self->end_time);
  newer->time_left = left / G_TIME_SPAN_SECOND;
}

/* What @self was not told is as it was with @known, but for what the part that it was told rules out. */
static void
bambu_device_complete (BambuDevice *self,
                       BambuDevice *known)
{
  g_autoptr(GDateTime) heard = NULL;

  if (self->has_bind_part && self->has_print_part)
    return;

  if (!self->has_bind_part)
    {
      const gboolean online = self->knows_online ? self->online : known->online;

      bambu_fields_merge (self, known, fields, N_BIND_FIELDS);
      self->online = online;

      if (self->task_status == NULL && bambu_device_state_has_print (bambu_device_state_from_status (self->bind_status)))
        g_clear_pointer (&self->bind_status, g_free);
    }

  if (!self->has_print_part)
    {
      bambu_fields_merge (self, known, PRINT_FIELDS, N_PRINT_FIELDS);

      if (self->task_status != NULL && self->bind_status != NULL)
        {
          g_free (self->task_status);
          self->task_status = g_strdup (self->bind_status);
        }
    }

  heard = self->last_seen != NULL ? g_date_time_ref (self->last_seen) : g_date_time_new_now_utc ();
  bambu_device_settle (self, heard);
}

/* An answer that was on its way when the user gave another name does not bring the old one back. */
static void
bambu_device_keep_name (BambuDevice *self,
                        BambuDevice *newer)
{
  if (self->pending_name != NULL)
    {
      g_free (self->cloud_name);
      self->cloud_name = g_steal_pointer (&newer->name);
      newer->name = g_strdup (self->pending_name);
    }
  else if (self->former_name != NULL && g_get_monotonic_time () < self->former_until &&
           g_strcmp0 (newer->name, self->former_name) == 0)
    {
      g_free (newer->name);
      newer->name = g_strdup (self->name);
    }
}

static gboolean
bambu_device_set_state (BambuDevice      *self,
                        BambuDeviceState  state)
{
  if (self->state == state)
    return FALSE;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), state_pspec);

  return TRUE;
}

static gboolean
bambu_device_set_stage (BambuDevice *self,
                        BambuStage   stage)
{
  if (self->stage == stage)
    return FALSE;

  self->stage = stage;
  g_object_notify_by_pspec (G_OBJECT (self), stage_pspec);

  return TRUE;
}

static gboolean
bambu_device_set_control (BambuDevice  *self,
                          BambuControl  control)
{
  if (self->control == control)
    return FALSE;

  self->control = control;
  g_object_notify_by_pspec (G_OBJECT (self), control_pspec);

  return TRUE;
}

static gboolean
bambu_device_merge (BambuItem *item,
                    BambuItem *newer_item)
{
  BambuDevice *self = BAMBU_DEVICE (item);
  BambuDevice *newer = BAMBU_DEVICE (newer_item);
  gboolean changed = FALSE;

  bambu_device_complete (newer, self);

  /* An access code is not kept on disk. */
  if (newer->access_code == NULL)
    newer->access_code = g_strdup (self->access_code);

  if (newer->last_seen == NULL && self->last_seen != NULL)
    newer->last_seen = g_date_time_ref (self->last_seen);

  bambu_device_keep_name (self, newer);
  bambu_device_keep_live (self, newer);

  changed = bambu_device_absorb (self, newer);
  self->has_bind_part |= newer->has_bind_part;
  self->has_print_part |= newer->has_print_part;

  return changed;
}

/* What the cloud has told of it, for a change to be made to. It has no id. */
BambuDevice *
bambu_device_copy (BambuDevice *self)
{
  BambuDevice *copy = g_object_new (BAMBU_TYPE_DEVICE, NULL);

  bambu_fields_merge (copy, self, fields, N_BIND_FIELDS);
  bambu_fields_merge (copy, self, PRINT_FIELDS, N_PRINT_FIELDS);
  copy->last_seen = self->last_seen != NULL ? g_date_time_ref (self->last_seen) : NULL;

  return copy;
}

/* Takes over all that @newer has but its lists and its firmware, and notifies what changed. */
gboolean
bambu_device_absorb (BambuDevice *self,
                     BambuDevice *newer)
{
  gboolean changed = FALSE;

  bambu_device_keep_end_time (self, newer);

  changed |= bambu_fields_merge (self, newer, fields, N_BIND_FIELDS);
  changed |= bambu_fields_merge (self, newer, PRINT_FIELDS, N_PRINT_FIELDS);
  changed |= bambu_fields_merge (self, newer, DERIVED_FIELDS, N_DERIVED_FIELDS);
  changed |= bambu_fields_merge (self, newer, LIVE_FIELDS, N_LIVE_FIELDS);
  changed |= bambu_device_set_state (self, newer->state);
  changed |= bambu_device_set_stage (self, newer->stage);
  changed |= bambu_device_set_control (self, newer->control);
  self->minutes_left = newer->minutes_left;

  /* Of interest only when it goes offline, which the state notifies. */
  g_clear_pointer (&self->last_seen, g_date_time_unref);
  self->last_seen = newer->last_seen != NULL ? g_date_time_ref (newer->last_seen) : NULL;

  return changed;
}

static void
bambu_device_finalize (GObject *object)
{
  BambuDevice *self = (BambuDevice *)object;

  g_clear_object (&self->firmware);
  g_clear_pointer (&self->firmware_heard, g_date_time_unref);
  g_clear_pointer (&self->pending_name, g_free);
  g_clear_pointer (&self->former_name, g_free);
  g_clear_pointer (&self->cloud_name, g_free);
  bambu_device_clear_live (self);
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_device_parent_class)->finalize (object);
}

static void
bambu_device_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (pspec == state_pspec)
    g_value_set_enum (value, BAMBU_DEVICE (object)->state);
  else if (pspec == firmware_pspec)
    g_value_set_object (value, BAMBU_DEVICE (object)->firmware);
  else if (pspec == stage_pspec)
    g_value_set_enum (value, BAMBU_DEVICE (object)->stage);
  else if (pspec == control_pspec)
    g_value_set_enum (value, BAMBU_DEVICE (object)->control);
  else
    bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_device_class_init (BambuDeviceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  BambuItemClass *item_class = BAMBU_ITEM_CLASS (klass);

  object_class->finalize = bambu_device_finalize;
  object_class->get_property = bambu_device_get_property;

  item_class->merge = bambu_device_merge;

  bambu_fields_install (object_class, fields, N_FIELDS);

  state_pspec = g_param_spec_enum ("state", NULL, NULL,
                                   BAMBU_TYPE_DEVICE_STATE,
                                   BAMBU_DEVICE_STATE_UNKNOWN,
                                   (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, N_FIELDS + 1, state_pspec);

  firmware_pspec = g_param_spec_object ("firmware", NULL, NULL,
                                        BAMBU_TYPE_FIRMWARE,
                                        (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, N_FIELDS + 2, firmware_pspec);

  stage_pspec = g_param_spec_enum ("stage", NULL, NULL,
                                   BAMBU_TYPE_STAGE,
                                   BAMBU_STAGE_UNKNOWN,
                                   (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, N_FIELDS + 3, stage_pspec);

  control_pspec = g_param_spec_enum ("control", NULL, NULL,
                                     BAMBU_TYPE_CONTROL,
                                     BAMBU_CONTROL_UNKNOWN,
                                     (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, N_FIELDS + 4, control_pspec);
}

static void
bambu_device_init (BambuDevice *self)
{
  self->nozzle_diameter = 0;
  self->prediction = -1;
  self->progress = -1;
  self->time_left = -1;
  bambu_device_init_live (self);
}

/* A device of which nothing is known yet. It is told by one or both of the answers and then settled. */
BambuDevice *
bambu_device_new (const char *id)
{
  BambuDevice *self = g_object_new (BAMBU_TYPE_DEVICE, NULL);

  bambu_item_set_id (BAMBU_ITEM (self), id);
  bambu_device_make_lists (self);

  return self;
}

static void
bambu_device_read_online (BambuDevice *self,
                          JsonObject  *json,
                          const char  *member)
{
  const gboolean online = bambu_json_get_boolean (json, member, FALSE);

  if (self->knows_online || bambu_json_get_boolean (json, member, TRUE) != online)
    return;

  self->online = online;
  self->knows_online = TRUE;
}

/* An entry of user/bind. The first one about a device counts. */
void
bambu_device_read_bind (BambuDevice *self,
                        JsonObject  *json)
{
  g_autofree char *product_name = NULL;

  if (self->has_bind_part)
    return;

  product_name = bambu_fields_dup_string (json, "dev_product_name");
  bambu_fields_read (self, fields, N_BIND_FIELDS, json);
  bambu_device_read_online (self, json, "online");
  self->model_name = g_strdup (bambu_models_get_name (self->model_code, product_name));
  self->access_code = bambu_json_dup_string (json, "dev_access_code");

  if (self->access_code != NULL && g_strstrip (self->access_code)[0] == '\0')
    g_clear_pointer (&self->access_code, g_free);

  self->has_bind_part = TRUE;
}

/* An entry of user/print, which names some things otherwise. The first one about a device counts. */
void
bambu_device_read_print (BambuDevice *self,
                         JsonObject  *json)
{
  g_autofree char *product_name = NULL;

  if (self->has_print_part)
    return;

  bambu_fields_read (self, PRINT_FIELDS, N_PRINT_FIELDS, json);
  self->progress = bambu_json_get_int (json, "progress", 0, 100, -1);
  self->has_print_part = TRUE;
  bambu_device_read_online (self, json, "dev_online");

  if (self->has_bind_part)
    return;

  product_name = bambu_fields_dup_string (json, "dev_product_name");
  self->name = bambu_fields_dup_string (json, "dev_name");
  self->model_code = bambu_fields_dup_string (json, "dev_model_name");
  self->model_name = g_strdup (bambu_models_get_name (self->model_code, product_name));
}

/* Draws the conclusions. @heard: when the cloud told it. */
void
bambu_device_settle (BambuDevice *self,
                     GDateTime   *heard)
{
  const char *status = self->task_status != NULL ? self->task_status : self->bind_status;

  g_free (self->status);
  self->status = g_strdup (status);
  self->state = self->online ? bambu_device_state_from_status (status) : BAMBU_DEVICE_STATE_OFFLINE;
  self->has_print = bambu_device_state_has_print (self->state);
  self->needs_attention = self->state == BAMBU_DEVICE_STATE_PAUSED ||
                          self->state == BAMBU_DEVICE_STATE_FAILED;
  self->time_left = estimate_time_left (self, heard);

  g_clear_pointer (&self->end_time, g_date_time_unref);

  if (self->state == BAMBU_DEVICE_STATE_PRINTING && self->time_left >= 0)
    self->end_time = g_date_time_add_seconds (heard, self->time_left);

  if (self->online)
    {
      g_clear_pointer (&self->last_seen, g_date_time_unref);
      self->last_seen = g_date_time_ref (heard);
    }
}

/* What the cloud says of its firmware. @heard: (nullable): when */
void
bambu_device_set_firmware (BambuDevice   *self,
                           BambuFirmware *firmware,
                           GDateTime     *heard)
{
  g_autoptr(BambuDevice) newer = g_object_new (BAMBU_TYPE_DEVICE, NULL);

  newer->firmware_version = g_strdup (bambu_firmware_get_version (firmware));
  newer->firmware_newest = g_strdup (bambu_firmware_get_newest (firmware));
  newer->firmware_update = bambu_firmware_get_any_update (firmware);

  g_clear_pointer (&self->firmware_heard, g_date_time_unref);
  self->firmware_heard = heard != NULL ? g_date_time_ref (heard) : NULL;

  g_object_freeze_notify (G_OBJECT (self));
  bambu_fields_merge (self, newer, FIRMWARE_FIELDS, N_FIRMWARE_FIELDS);

  if (g_set_object (&self->firmware, firmware))
    g_object_notify_by_pspec (G_OBJECT (self), firmware_pspec);

  g_object_thaw_notify (G_OBJECT (self));
}

GDateTime *
bambu_device_get_firmware_heard (BambuDevice *self)
{
  return self->firmware_heard;
}

static void
bambu_device_set_name (BambuDevice *self,
                       const char  *name)
{
  if (g_strcmp0 (self->name, name) == 0)
    return;

  g_free (self->name);
  self->name = g_strdup (name);
  g_object_notify (G_OBJECT (self), "name");
}

/* Has it called @name at once, while the cloud is asked. */
void
bambu_device_begin_rename (BambuDevice *self,
                           const char  *name)
{
  if (self->pending_name == NULL)
    self->cloud_name = g_strdup (self->name);

  g_free (self->pending_name);
  self->pending_name = g_strdup (name);
  bambu_device_set_name (self, name);
}

/* The cloud has @accepted @name, or not: then it is called what it was, unless the user wants yet another name by now. */
void
bambu_device_end_rename (BambuDevice *self,
                         const char  *name,
                         gboolean     accepted)
{
  if (accepted)
    {
      g_free (self->former_name);
      self->former_name = g_steal_pointer (&self->cloud_name);
      self->former_until = g_get_monotonic_time () + ANSWER_TIME;
      self->cloud_name = g_strdup (name);
    }

  if (g_strcmp0 (self->pending_name, name) != 0)
    return;

  bambu_device_set_name (self, self->cloud_name);
  g_clear_pointer (&self->pending_name, g_free);
  g_clear_pointer (&self->cloud_name, g_free);
}
