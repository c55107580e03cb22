/* bambu-task-detail.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"
#include "bambu-json.h"
#include "bambu-types-private.h"

struct _BambuTaskDetail
{
  GObject     parent_instance;

  char       *name;
  char       *status;
  char       *project_id;
  char       *model_id;
  char       *profile_id;
  GListStore *values;
};

static const BambuField fields[] =
{
  { "name", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTaskDetail, name), "name" },
  { "status", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTaskDetail, status), "status" },
  { "project-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTaskDetail, project_id), "project_id" },
  { "model-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTaskDetail, model_id), "model_id" },
  { "profile-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTaskDetail, profile_id), "profile_id" },
  { "values", BAMBU_FIELD_OBJECT, G_STRUCT_OFFSET (BambuTaskDetail, values), NULL },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuTaskDetail, bambu_task_detail, G_TYPE_OBJECT)

static void
bambu_task_detail_finalize (GObject *object)
{
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_task_detail_parent_class)->finalize (object);
}

static void
bambu_task_detail_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_task_detail_class_init (BambuTaskDetailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_task_detail_finalize;
  object_class->get_property = bambu_task_detail_get_property;

  bambu_fields_install (object_class, fields, N_FIELDS);
}

static void
bambu_task_detail_init (BambuTaskDetail *self)
{
  self->values = g_list_store_new (BAMBU_TYPE_SETTING);
}

/* The answer of user/task/{id}. */
BambuTaskDetail *
bambu_task_detail_new_from_json (JsonObject *json)
{
  BambuTaskDetail *self = g_object_new (BAMBU_TYPE_TASK_DETAIL, NULL);

  bambu_fields_read (self, fields, N_FIELDS, json);
  bambu_types_read_values (self->values, json);

  return self;
}

/**
 * bambu_task_detail_get_name:
 * @self: a #BambuTaskDetail
 *
 * Returns: (transfer none) (nullable): what is printed
 */
const char *
bambu_task_detail_get_name (BambuTaskDetail *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK_DETAIL (self), NULL);

  return self->name;
}

/**
 * bambu_task_detail_get_status:
 * @self: a #BambuTaskDetail
 *
 * Returns: (transfer none) (nullable): the cloud’s own word for its state
 */
const char *
bambu_task_detail_get_status (BambuTaskDetail *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK_DETAIL (self), NULL);

  return self->status;
}

/**
 * bambu_task_detail_get_project_id:
 * @self: a #BambuTaskDetail
 *
 * Returns: (transfer none) (nullable): the project that it is of
 */
const char *
bambu_task_detail_get_project_id (BambuTaskDetail *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK_DETAIL (self), NULL);

  return self->project_id;
}

/**
 * bambu_task_detail_get_model_id:
 * @self: a #BambuTaskDetail
 *
 * Returns: (transfer none) (nullable): the model that it is of
 */
const char *
bambu_task_detail_get_model_id (BambuTaskDetail *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK_DETAIL (self), NULL);

  return self->model_id;
}

/**
 * bambu_task_detail_get_profile_id:
 * @self: a #BambuTaskDetail
 *
 * Returns: (transfer none) (nullable): the profile that it is of
 */
const char *
bambu_task_detail_get_profile_id (BambuTaskDetail *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK_DETAIL (self), NULL);

  return self->profile_id;
}

/**
 * bambu_task_detail_get_values:
 * @self: a #BambuTaskDetail
 *
 * Returns: (transfer none): whatever was told, of #BambuSetting, in the cloud’s order
 */
GListModel *
bambu_task_detail_get_values (BambuTaskDetail *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK_DETAIL (self), NULL);

  return G_LIST_MODEL (self->values);
}
