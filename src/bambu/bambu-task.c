/* bambu-task.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"
#include "bambu-item-private.h"
#include "bambu-json-slice.h"
#include "bambu-json-text.h"
#include "bambu-json.h"
#include "bambu-task-private.h"
#include "bambu-types-private.h"

/* An end so soon after the start stands for none yet. */
#define STILL_PRINTING G_TIME_SPAN_MINUTE

static const BambuField fields[] =
{
  { "title", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTask, title), "title" },
  { "design-title", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTask, design_title), "designTitle" },
  { "cover", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTask, cover), "cover" },
  { "start-time", BAMBU_FIELD_TIME, G_STRUCT_OFFSET (BambuTask, start_time), "startTime" },
  { "end-time", BAMBU_FIELD_TIME, G_STRUCT_OFFSET (BambuTask, end_time), NULL },
  { "duration", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuTask, duration), NULL },
  { "estimate", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuTask, estimate), "costTime" },
  { "grams", BAMBU_FIELD_DOUBLE, G_STRUCT_OFFSET (BambuTask, grams), "weight", -1 },
  { "meters", BAMBU_FIELD_DOUBLE, G_STRUCT_OFFSET (BambuTask, meters), NULL, -1 },
  { "plate-index", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuTask, plate_index), "plateIndex" },
  { "plate-name", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTask, plate_name), "plateName" },
  { "device-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTask, device_id), "deviceId" },
  { "device-name", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTask, device_name), "deviceName" },
  { "device-model", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTask, device_model), "deviceModel" },
  { "profile-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTask, profile_id), NULL },
  { "model-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTask, model_id), "modelId" },
  { "design-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTask, design_id), NULL },
  { "mode", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTask, mode), "mode" },
  { "bed-type", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTask, bed_type), "bedType" },
  { "use-ams", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuTask, use_ams), "useAms" },
  { "repeatable", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuTask, repeatable), NULL },
  { "filaments", BAMBU_FIELD_OBJECT, G_STRUCT_OFFSET (BambuTask, filaments), NULL },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuTask, bambu_task, BAMBU_TYPE_ITEM)

static GParamSpec *state_pspec;

G_DEFINE_ENUM_TYPE (BambuTaskState, bambu_task_state,
                    G_DEFINE_ENUM_VALUE (BAMBU_TASK_STATE_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (BAMBU_TASK_STATE_CREATED, "created"),
                    G_DEFINE_ENUM_VALUE (BAMBU_TASK_STATE_RUNNING, "running"),
                    G_DEFINE_ENUM_VALUE (BAMBU_TASK_STATE_FINISHED, "finished"),
                    G_DEFINE_ENUM_VALUE (BAMBU_TASK_STATE_STOPPED, "stopped"))

/* Pictures and texts differ with each answer: addresses are signed anew. The text that is newer is kept, silently. */
static void
bambu_task_take_json (BambuTask *self,
                      BambuTask *newer)
{
  g_clear_pointer (&self->json, g_bytes_unref);
  self->json = newer->json != NULL ? g_bytes_ref (newer->json) : NULL;
}

static gboolean
bambu_task_merge (BambuItem *item,
                  BambuItem *newer_item)
{
  BambuTask *self = BAMBU_TASK (item);
  BambuTask *newer = BAMBU_TASK (newer_item);
  gboolean changed = bambu_fields_merge (self, newer, fields, N_FIELDS);

  changed |= bambu_types_merge_store (self->filaments, newer->filaments, (BambuTypesEqual)bambu_task_filament_equal);
  bambu_task_take_json (self, newer);

  if (self->state != newer->state)
    {
      self->state = newer->state;
      g_object_notify_by_pspec (G_OBJECT (self), state_pspec);
      changed = TRUE;
    }

  return changed;
}

static void
bambu_task_finalize (GObject *object)
{
  BambuTask *self = (BambuTask *)object;

  g_clear_pointer (&self->json, g_bytes_unref);
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_task_parent_class)->finalize (object);
}

static void
bambu_task_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  if (pspec == state_pspec)
    g_value_set_enum (value, BAMBU_TASK (object)->state);
  else
    bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_task_class_init (BambuTaskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  BambuItemClass *item_class = BAMBU_ITEM_CLASS (klass);

  object_class->finalize = bambu_task_finalize;
  object_class->get_property = bambu_task_get_property;

  item_class->merge = bambu_task_merge;

  bambu_fields_install (object_class, fields, N_FIELDS);

  state_pspec = g_param_spec_enum ("state", NULL, NULL,
                                   BAMBU_TYPE_TASK_STATE,
                                   BAMBU_TASK_STATE_UNKNOWN,
                                   (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, N_FIELDS + 1, state_pspec);
}

static void
bambu_task_init (BambuTask *self)
{
  self->filaments = g_list_store_new (BAMBU_TYPE_TASK_FILAMENT);
}

/* The cloud's number for a state. */
BambuTaskState
bambu_task_state_from_status (gint64 status)
{
  switch (status)
    {
    case 1:
      return BAMBU_TASK_STATE_CREATED;

    case 2:
      return BAMBU_TASK_STATE_FINISHED;

    case 3:
      return BAMBU_TASK_STATE_STOPPED;

    case 4:
      return BAMBU_TASK_STATE_RUNNING;

    default:
      return BAMBU_TASK_STATE_UNKNOWN;
    }
}

/* An id of 0 stands for none. */
static char *
dup_id (JsonObject *json,
        const char *member)
{
  g_autofree char *id = bambu_fields_dup_string (json, member);

  return id != NULL && !g_str_equal (id, "0") ? g_steal_pointer (&id) : NULL;
}

/* Whether it is over, and for how long it went. */
static void
bambu_task_read_end (BambuTask  *self,
                     JsonObject *json)
{
  g_autoptr(GDateTime) end = bambu_json_dup_time (json, "endTime");
  GTimeSpan span;

  self->state = bambu_task_state_from_status (bambu_json_get_int (json, "status", 0, G_MAXINT32, 0));
  self->duration = -1;

  if (end == NULL || self->start_time == NULL)
    return;

  span = g_date_time_difference (end, self->start_time);

  if (span < STILL_PRINTING)
    {
      /* What never began, and what was stopped right away, are so short as well. */
      if (self->state == BAMBU_TASK_STATE_UNKNOWN || self->state == BAMBU_TASK_STATE_FINISHED)
        self->state = BAMBU_TASK_STATE_RUNNING;

      if (self->state != BAMBU_TASK_STATE_STOPPED || span < 0)
        return;
    }

  if (self->state == BAMBU_TASK_STATE_CREATED || self->state == BAMBU_TASK_STATE_RUNNING)
    return;

  self->end_time = g_steal_pointer (&end);
  self->duration = MIN (span / G_TIME_SPAN_SECOND, G_MAXINT);
}

/* An entry of "hits" in the answer of my/tasks. @text: (nullable): its own text. %NULL where it does not say which task
 * it is.
 */
BambuTask *
bambu_task_new_from_json (JsonObject *json,
                          GBytes     *text)
{
  g_autofree char *id = dup_id (json, "id");
  BambuTask *self;
  double centimeters;

  if (id == NULL)
    return NULL;

  self = g_object_new (BAMBU_TYPE_TASK, NULL);
  bambu_item_set_id (BAMBU_ITEM (self), id);
  bambu_fields_read (self, fields, N_FIELDS, json);
  bambu_task_read_end (self, json);
  bambu_types_read_array (self->filaments, bambu_json_get_array (json, "amsDetailMapping"),
                          (BambuTypesMake)bambu_task_filament_new_from_json);

  centimeters = bambu_json_get_double (json, "length", 0, 1e9, -1);
  self->meters = centimeters >= 0 ? centimeters / 100 : -1;
  self->profile_id = dup_id (json, "profileId");
  self->design_id = dup_id (json, "designId");
  self->repeatable = self->profile_id != NULL &&
                     self->model_id != NULL &&
                     self->title != NULL &&
                     self->cover != NULL &&
                     self->plate_index > 0 &&
                     g_strcmp0 (self->mode, "cloud_file") == 0 &&
                     bambu_json_get_boolean (json, "isPrintable", TRUE) &&
                     !bambu_json_get_boolean (json, "isDelete", FALSE);
  self->json = text != NULL ? g_bytes_ref (text) : bambu_json_write (json);

  return self;
}

/**
 * bambu_task_create_order:
 * @self: a #BambuTask
 * @device_id: the serial number of the printer that is to print it
 *
 * Makes what `POST my/task` takes: the task as the cloud told it, on another printer, without what belongs to the print
 * that was.
 *
 * Returns: (transfer full) (nullable): a JSON object; %NULL where the task is not repeatable
 */
GBytes *
bambu_task_create_order (BambuTask  *self,
                         const char *device_id)
{
  static const char * const past[] = {
    "id", "status", "failedType", "feedbackStatus", "startTime", "endTime", "snapShot", "deviceId", "deviceName",
    "deviceModel", "isDelete", "isPrintable", NULL
  };
  g_autoptr(GBytes) printer = NULL;

  g_return_val_if_fail (BAMBU_IS_TASK (self), NULL);
  g_return_val_if_fail (device_id != NULL, NULL);

  if (!self->repeatable)
    return NULL;

  printer = bambu_json_text_object ((const char * const []) { "deviceId", device_id, NULL });

  return bambu_json_slice_replace (self->json, past, printer);
}
