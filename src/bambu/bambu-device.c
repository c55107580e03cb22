/* bambu-device.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"
#include "bambu-json.h"
#include "bambu-types-private.h"
#include "bambu-item-private.h"
#include "bambu-models.h"

struct _BambuDevice
{
  BambuItem        parent_instance;

  char            *name;
  char            *model_code;
  char            *model_name;
  char            *access_code;
  double           nozzle_diameter;
  char            *structure;
  gboolean         online;
  char            *bind_status;
  char            *task_id;
  char            *task_name;
  char            *task_status;
  char            *model_id;
  char            *project_id;
  char            *profile_id;
  char            *thumbnail;
  GDateTime       *start_time;
  int              prediction;
  int              progress;
  char            *status;
  gboolean         has_print;
  gboolean         needs_attention;
  int              time_left;
  GDateTime       *end_time;
  GDateTime       *last_seen;
  char            *firmware_version;
  char            *firmware_newest;
  gboolean         firmware_update;
  BambuFirmware   *firmware;
  GDateTime       *firmware_heard;
  char            *pending_name;   /* what it is called here while the cloud is told so */
  char            *cloud_name;     /* and what it is called there until then */
  BambuDeviceState state;
  gboolean         has_bind_part;
  gboolean         has_print_part;
  gboolean         knows_online;
};

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
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuDevice, bambu_device, BAMBU_TYPE_ITEM)

/* The table in its order: what user/bind tells, what user/print tells, and what follows from both. */
#define N_BIND_FIELDS 8
#define N_PRINT_FIELDS 10
#define PRINT_FIELDS (fields + N_BIND_FIELDS)
#define DERIVED_FIELDS (PRINT_FIELDS + N_PRINT_FIELDS)
/* All but "last-seen", which moves with every answer, and the firmware, which is asked for by itself. */
#define N_DERIVED_FIELDS 5
#define N_FIRMWARE_FIELDS 3

static GParamSpec *state_pspec;
static GParamSpec *firmware_pspec;

GType
bambu_device_state_get_type (void)
{
  static const GEnumValue values[] = {
    { BAMBU_DEVICE_STATE_UNKNOWN, "BAMBU_DEVICE_STATE_UNKNOWN", "unknown" },
    { BAMBU_DEVICE_STATE_IDLE, "BAMBU_DEVICE_STATE_IDLE", "idle" },
    { BAMBU_DEVICE_STATE_PREPARING, "BAMBU_DEVICE_STATE_PREPARING", "preparing" },
    { BAMBU_DEVICE_STATE_PRINTING, "BAMBU_DEVICE_STATE_PRINTING", "printing" },
    { BAMBU_DEVICE_STATE_PAUSED, "BAMBU_DEVICE_STATE_PAUSED", "paused" },
    { BAMBU_DEVICE_STATE_FINISHED, "BAMBU_DEVICE_STATE_FINISHED", "finished" },
    { BAMBU_DEVICE_STATE_FAILED, "BAMBU_DEVICE_STATE_FAILED", "failed" },
    { BAMBU_DEVICE_STATE_OFFLINE, "BAMBU_DEVICE_STATE_OFFLINE", "offline" },
    { 0, NULL, NULL },
  };
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("BambuDeviceState", values));

  return type;
}

static BambuDeviceState
state_from_status (const char *status)
{
  static const struct {
    const char       *status;
    BambuDeviceState  state;
  } states[] = {
    { "IDLE", BAMBU_DEVICE_STATE_IDLE },
    { "ACTIVE", BAMBU_DEVICE_STATE_IDLE },
    { "PREPARE", BAMBU_DEVICE_STATE_PREPARING },
    { "SLICING", BAMBU_DEVICE_STATE_PREPARING },
    { "RUNNING", BAMBU_DEVICE_STATE_PRINTING },
    { "PAUSE", BAMBU_DEVICE_STATE_PAUSED },
    { "SUCCESS", BAMBU_DEVICE_STATE_FINISHED },
    { "FINISH", BAMBU_DEVICE_STATE_FINISHED },
    { "FAILED", BAMBU_DEVICE_STATE_FAILED },
  };

  if (status == NULL)
    return BAMBU_DEVICE_STATE_IDLE;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (g_ascii_strcasecmp (status, states[i].status) == 0)
        return states[i].state;
    }

  return BAMBU_DEVICE_STATE_UNKNOWN;
}

/* The progress is what the printer itself says; before it says any, the slicer's estimate must do. */
static int
estimate_time_left (BambuDevice *self,
                    GDateTime   *heard)
{
  gint64 elapsed = 0;

  if (!self->has_print || self->prediction < 0)
    return -1;

  if (self->progress > 0)
    return (gint64)self->prediction * (100 - self->progress) / 100;

  if (self->start_time != NULL)
    elapsed = g_date_time_difference (heard, self->start_time) / G_TIME_SPAN_SECOND;

  return self->prediction - CLAMP (elapsed, 0, self->prediction);
}

static gboolean
state_has_print (BambuDeviceState state)
{
  return state == BAMBU_DEVICE_STATE_PREPARING ||
         state == BAMBU_DEVICE_STATE_PRINTING ||
         state == BAMBU_DEVICE_STATE_PAUSED;
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
      newer->last_seen == NULL ||
      !bambu_fields_equal (self, newer, PRINT_FIELDS, N_PRINT_FIELDS))
    return;

  left = g_date_time_difference (self->end_time, newer->last_seen);

  if (left < 0)
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

      if (self->task_status == NULL && state_has_print (state_from_status (self->bind_status)))
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
  if (self->pending_name == NULL)
    return;

  g_free (self->cloud_name);
  self->cloud_name = g_steal_pointer (&newer->name);
  newer->name = g_strdup (self->pending_name);
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
  bambu_device_keep_end_time (self, newer);

  changed |= bambu_fields_merge (self, newer, fields, N_BIND_FIELDS);
  changed |= bambu_fields_merge (self, newer, PRINT_FIELDS, N_PRINT_FIELDS);
  changed |= bambu_fields_merge (self, newer, DERIVED_FIELDS, N_DERIVED_FIELDS);
  changed |= bambu_device_set_state (self, newer->state);

  /* Of interest only when it goes offline, which the state notifies. */
  g_clear_pointer (&self->last_seen, g_date_time_unref);
  self->last_seen = newer->last_seen != NULL ? g_date_time_ref (newer->last_seen) : NULL;
  self->has_bind_part |= newer->has_bind_part;
  self->has_print_part |= newer->has_print_part;

  return changed;
}

static void
bambu_device_finalize (GObject *object)
{
  BambuDevice *self = (BambuDevice *)object;

  g_clear_object (&self->firmware);
  g_clear_pointer (&self->firmware_heard, g_date_time_unref);
  g_clear_pointer (&self->pending_name, g_free);
  g_clear_pointer (&self->cloud_name, g_free);
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
}

static void
bambu_device_init (BambuDevice *self)
{
  self->nozzle_diameter = 0;
  self->prediction = -1;
  self->progress = -1;
  self->time_left = -1;
}

/* A device of which nothing is known yet. It is told by one or both of the answers and then settled. */
BambuDevice *
bambu_device_new (const char *id)
{
  BambuDevice *self = g_object_new (BAMBU_TYPE_DEVICE, NULL);

  bambu_item_set_id (BAMBU_ITEM (self), id);

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
  self->state = self->online ? state_from_status (status) : BAMBU_DEVICE_STATE_OFFLINE;
  self->has_print = state_has_print (self->state);
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
  const BambuField *present = fields + N_FIELDS - N_FIRMWARE_FIELDS;
  g_autoptr(BambuDevice) newer = g_object_new (BAMBU_TYPE_DEVICE, NULL);

  newer->firmware_version = g_strdup (bambu_firmware_get_version (firmware));
  newer->firmware_newest = g_strdup (bambu_firmware_get_newest (firmware));
  newer->firmware_update = bambu_firmware_get_any_update (firmware);

  g_clear_pointer (&self->firmware_heard, g_date_time_unref);
  self->firmware_heard = heard != NULL ? g_date_time_ref (heard) : NULL;

  g_object_freeze_notify (G_OBJECT (self));
  bambu_fields_merge (self, newer, present, N_FIRMWARE_FIELDS);

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
      g_free (self->cloud_name);
      self->cloud_name = g_strdup (name);
    }

  if (g_strcmp0 (self->pending_name, name) != 0)
    return;

  bambu_device_set_name (self, self->cloud_name);
  g_clear_pointer (&self->pending_name, g_free);
  g_clear_pointer (&self->cloud_name, g_free);
}

/**
 * bambu_device_get_id:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none): its serial number, the cloud's `dev_id`
 */
const char *
bambu_device_get_id (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return bambu_item_get_id (BAMBU_ITEM (self));
}

/**
 * bambu_device_get_state:
 * @self: a #BambuDevice
 *
 * Returns: what it does; a word that is not known here is %BAMBU_DEVICE_STATE_UNKNOWN
 */
BambuDeviceState
bambu_device_get_state (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), BAMBU_DEVICE_STATE_UNKNOWN);

  return self->state;
}

/**
 * bambu_device_get_name:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): what its owner calls it
 */
const char *
bambu_device_get_name (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->name;
}

/**
 * bambu_device_get_model_code:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the cloud's code of its model, such as "BL-P001"
 */
const char *
bambu_device_get_model_code (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->model_code;
}

/**
 * bambu_device_get_model_name:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): its model, such as "X1 Carbon"
 */
const char *
bambu_device_get_model_name (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->model_name;
}

/**
 * bambu_device_get_access_code:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the code that lets programs in the same network in; a secret
 */
const char *
bambu_device_get_access_code (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->access_code;
}

/**
 * bambu_device_get_nozzle_diameter:
 * @self: a #BambuDevice
 *
 * Returns: in mm; 0 where that is not told
 */
double
bambu_device_get_nozzle_diameter (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), -1);

  return self->nozzle_diameter;
}

/**
 * bambu_device_get_structure:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): how it is built, such as "CoreXY"
 */
const char *
bambu_device_get_structure (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->structure;
}

/**
 * bambu_device_get_online:
 * @self: a #BambuDevice
 *
 * Returns: whether the cloud hears it
 */
gboolean
bambu_device_get_online (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), FALSE);

  return self->online;
}

/**
 * bambu_device_get_task_id:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the print's task
 */
const char *
bambu_device_get_task_id (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->task_id;
}

/**
 * bambu_device_get_task_name:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): what is printed
 */
const char *
bambu_device_get_task_name (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->task_name;
}

/**
 * bambu_device_get_model_id:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the model that is printed
 */
const char *
bambu_device_get_model_id (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->model_id;
}

/**
 * bambu_device_get_project_id:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the project that is printed
 */
const char *
bambu_device_get_project_id (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->project_id;
}

/**
 * bambu_device_get_profile_id:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the profile that is printed
 */
const char *
bambu_device_get_profile_id (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->profile_id;
}

/**
 * bambu_device_get_thumbnail:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the address of the plate's picture
 */
const char *
bambu_device_get_thumbnail (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->thumbnail;
}

/**
 * bambu_device_get_start_time:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): when the print began
 */
GDateTime *
bambu_device_get_start_time (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->start_time;
}

/**
 * bambu_device_get_prediction:
 * @self: a #BambuDevice
 *
 * Returns: the slicer's estimate for the whole print, in seconds; -1 where that is not told
 */
int
bambu_device_get_prediction (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), -1);

  return self->prediction;
}

/**
 * bambu_device_get_progress:
 * @self: a #BambuDevice
 *
 * Returns: how far the print is, in percent from 0 to 100; -1 where that is not told
 */
int
bambu_device_get_progress (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), -1);

  return self->progress;
}

/**
 * bambu_device_get_status:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the cloud's own word for what it does, such as "RUNNING"
 */
const char *
bambu_device_get_status (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->status;
}

/**
 * bambu_device_get_has_print:
 * @self: a #BambuDevice
 *
 * Returns: whether it prints, prepares to, or is paused in a print
 */
gboolean
bambu_device_get_has_print (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), FALSE);

  return self->has_print;
}

/**
 * bambu_device_get_needs_attention:
 * @self: a #BambuDevice
 *
 * Returns: whether it is paused, or its last print failed
 */
gboolean
bambu_device_get_needs_attention (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), FALSE);

  return self->needs_attention;
}

/**
 * bambu_device_get_time_left:
 * @self: a #BambuDevice
 *
 * Returns: seconds to the print's end, as of the last answer; -1 where that is not known
 */
int
bambu_device_get_time_left (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), -1);

  return self->time_left;
}

/**
 * bambu_device_get_end_time:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): when the print should be done; %NULL while that cannot be told
 */
GDateTime *
bambu_device_get_end_time (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->end_time;
}

/**
 * bambu_device_get_last_seen:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): when the cloud last heard it, as far as this program has seen
 */
GDateTime *
bambu_device_get_last_seen (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->last_seen;
}

/**
 * bambu_device_get_firmware_version:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the firmware that is installed, once bambu_session_check_firmware_async() has asked
 */
const char *
bambu_device_get_firmware_version (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->firmware_version;
}

/**
 * bambu_device_get_firmware_newest:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): the newest firmware that the cloud offers for it
 */
const char *
bambu_device_get_firmware_newest (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->firmware_newest;
}

/**
 * bambu_device_get_firmware_update:
 * @self: a #BambuDevice
 *
 * Returns: whether there is newer firmware, for it or for one of its AMS units
 */
gboolean
bambu_device_get_firmware_update (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), FALSE);

  return self->firmware_update;
}

/**
 * bambu_device_get_firmware:
 * @self: a #BambuDevice
 *
 * Returns: (transfer none) (nullable): all that is known of its firmware, with release notes; %NULL until it was asked for
 */
BambuFirmware *
bambu_device_get_firmware (BambuDevice *self)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (self), NULL);

  return self->firmware;
}
