/* bambu-project.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"
#include "bambu-json.h"
#include "bambu-types-private.h"
#include "bambu-item-private.h"
#include "bambu-list-private.h"

struct _BambuProject
{
  BambuItem  parent_instance;

  char      *name;
  char      *model_id;
  char      *status;
  GDateTime *created;
  GDateTime *updated;
  gboolean   has_detail;
  BambuList *profiles;
  int        n_plates;
  char      *thumbnail;
  char      *download_uri;
  char      *download_md5;
  GDateTime *detail_updated;
};

static const BambuField fields[] =
{
  { "name", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuProject, name), "name" },
  { "model-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuProject, model_id), "model_id" },
  { "status", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuProject, status), "status" },
  { "created", BAMBU_FIELD_TIME, G_STRUCT_OFFSET (BambuProject, created), "create_time" },
  { "updated", BAMBU_FIELD_TIME, G_STRUCT_OFFSET (BambuProject, updated), "update_time" },
  { "has-detail", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuProject, has_detail), NULL },
  { "profiles", BAMBU_FIELD_OBJECT, G_STRUCT_OFFSET (BambuProject, profiles), NULL },
  { "n-plates", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuProject, n_plates), NULL },
  { "thumbnail", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuProject, thumbnail), NULL },
  { "download-uri", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuProject, download_uri), "download_url" },
  { "download-md5", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuProject, download_md5), "download_md5" },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuProject, bambu_project, BAMBU_TYPE_ITEM)

/* The first half of the table is what the list tells; the rest, what only the detail does. */
#define N_LIST_FIELDS 5

static void
bambu_project_sum_up (BambuProject *self)
{
  GListModel *profiles = G_LIST_MODEL (self->profiles);
  const guint n_profiles = g_list_model_get_n_items (profiles);

  self->n_plates = 0;
  g_clear_pointer (&self->thumbnail, g_free);

  for (guint i = 0; i < n_profiles; i++)
    {
      g_autoptr(BambuProfile) profile = g_list_model_get_item (profiles, i);
      GListModel *plates = bambu_profile_get_plates (profile);
      const guint n_plates = g_list_model_get_n_items (plates);

      self->n_plates += n_plates;

      for (guint j = 0; j < n_plates && self->thumbnail == NULL; j++)
        {
          g_autoptr(BambuPlate) plate = g_list_model_get_item (plates, j);

          self->thumbnail = g_strdup (bambu_plate_get_thumbnail (plate));
        }
    }
}

static void
bambu_project_read_detail (BambuProject *self,
                           JsonObject   *json)
{
  JsonArray *array = bambu_json_get_array (json, "profiles");
  g_autoptr(GPtrArray) profiles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      BambuProfile *profile = bambu_profile_new_from_json (bambu_json_array_object (array, i));

      if (profile != NULL)
        g_ptr_array_add (profiles, profile);
    }

  bambu_list_merge (self->profiles, profiles);
  bambu_project_sum_up (self);
  self->has_detail = TRUE;
  self->detail_updated = self->updated != NULL ? g_date_time_ref (self->updated) : NULL;
}

static gboolean
bambu_project_merge (BambuItem *item,
                     BambuItem *newer_item)
{
  BambuProject *self = BAMBU_PROJECT (item);
  BambuProject *newer = BAMBU_PROJECT (newer_item);
  g_autoptr(GPtrArray) profiles = NULL;
  GListModel *model;
  gboolean changed;

  /* A detail that leaves out what the list tells does not make it unknown. */
  if (newer->has_detail)
    bambu_fields_complete (newer, self, fields, N_LIST_FIELDS);

  changed = bambu_fields_merge (self, newer, fields, N_LIST_FIELDS);

  if (!newer->has_detail)
    return changed;

  model = G_LIST_MODEL (newer->profiles);
  profiles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (profiles, g_list_model_get_item (model, i));

  changed |= bambu_list_merge (self->profiles, profiles);
  g_clear_pointer (&self->detail_updated, g_date_time_unref);
  self->detail_updated = newer->updated != NULL ? g_date_time_ref (newer->updated) : NULL;

  return bambu_fields_merge (self, newer, fields + N_LIST_FIELDS, N_FIELDS - N_LIST_FIELDS) || changed;
}

static void
bambu_project_finalize (GObject *object)
{
  BambuProject *self = (BambuProject *)object;

  g_clear_pointer (&self->detail_updated, g_date_time_unref);
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_project_parent_class)->finalize (object);
}

static void
bambu_project_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_project_class_init (BambuProjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  BambuItemClass *item_class = BAMBU_ITEM_CLASS (klass);

  object_class->finalize = bambu_project_finalize;
  object_class->get_property = bambu_project_get_property;

  item_class->merge = bambu_project_merge;

  bambu_fields_install (object_class, fields, N_FIELDS);
}

static void
bambu_project_init (BambuProject *self)
{
  self->profiles = bambu_list_new (BAMBU_TYPE_PROFILE);
}

/* An entry of user/project or, with @detail, the answer of user/project/{id}. NULL where it has no id. */
BambuProject *
bambu_project_new_from_json (JsonObject *json,
                             gboolean    detail)
{
  g_autofree char *id = bambu_json_dup_string (json, "project_id");
  BambuProject *self;

  if (id == NULL || id[0] == '\0')
    return NULL;

  self = g_object_new (BAMBU_TYPE_PROJECT, NULL);
  bambu_item_set_id (BAMBU_ITEM (self), id);
  bambu_fields_read (self, fields, N_FIELDS, json);

  if (detail)
    bambu_project_read_detail (self, json);

  return self;
}

/* Whether the detail that @detail has is that of @self as the list knows it. */
gboolean
bambu_project_detail_fits (BambuProject *self,
                           BambuProject *detail)
{
  if (!detail->has_detail)
    return FALSE;

  if (self->updated == NULL || detail->detail_updated == NULL)
    return self->updated == detail->detail_updated;

  return g_date_time_equal (self->updated, detail->detail_updated);
}

/**
 * bambu_project_get_id:
 * @self: a #BambuProject
 *
 * Returns: (transfer none): the cloud's `project_id`
 */
const char *
bambu_project_get_id (BambuProject *self)
{
  g_return_val_if_fail (BAMBU_IS_PROJECT (self), NULL);

  return bambu_item_get_id (BAMBU_ITEM (self));
}

/**
 * bambu_project_get_n_plates:
 * @self: a #BambuProject
 *
 * Returns: how many plates all its profiles have; 0 before the detail is there
 */
guint
bambu_project_get_n_plates (BambuProject *self)
{
  g_return_val_if_fail (BAMBU_IS_PROJECT (self), 0);

  return MAX (self->n_plates, 0);
}

/**
 * bambu_project_get_name:
 * @self: a #BambuProject
 *
 * Returns: (transfer none) (nullable): its name
 */
const char *
bambu_project_get_name (BambuProject *self)
{
  g_return_val_if_fail (BAMBU_IS_PROJECT (self), NULL);

  return self->name;
}

/**
 * bambu_project_get_model_id:
 * @self: a #BambuProject
 *
 * Returns: (transfer none) (nullable): the model that it is of
 */
const char *
bambu_project_get_model_id (BambuProject *self)
{
  g_return_val_if_fail (BAMBU_IS_PROJECT (self), NULL);

  return self->model_id;
}

/**
 * bambu_project_get_status:
 * @self: a #BambuProject
 *
 * Returns: (transfer none) (nullable): the cloud's word for its state
 */
const char *
bambu_project_get_status (BambuProject *self)
{
  g_return_val_if_fail (BAMBU_IS_PROJECT (self), NULL);

  return self->status;
}

/**
 * bambu_project_get_created:
 * @self: a #BambuProject
 *
 * Returns: (transfer none) (nullable): when it was made
 */
GDateTime *
bambu_project_get_created (BambuProject *self)
{
  g_return_val_if_fail (BAMBU_IS_PROJECT (self), NULL);

  return self->created;
}

/**
 * bambu_project_get_updated:
 * @self: a #BambuProject
 *
 * Returns: (transfer none) (nullable): when it was last changed
 */
GDateTime *
bambu_project_get_updated (BambuProject *self)
{
  g_return_val_if_fail (BAMBU_IS_PROJECT (self), NULL);

  return self->updated;
}

/**
 * bambu_project_get_has_detail:
 * @self: a #BambuProject
 *
 * Returns: whether what only the detail tells is there
 */
gboolean
bambu_project_get_has_detail (BambuProject *self)
{
  g_return_val_if_fail (BAMBU_IS_PROJECT (self), FALSE);

  return self->has_detail;
}

/**
 * bambu_project_get_profiles:
 * @self: a #BambuProject
 *
 * Returns: (transfer none): its profiles, of #BambuProfile; the same model for the project's life
 */
GListModel *
bambu_project_get_profiles (BambuProject *self)
{
  g_return_val_if_fail (BAMBU_IS_PROJECT (self), NULL);

  return G_LIST_MODEL (self->profiles);
}

/**
 * bambu_project_get_thumbnail:
 * @self: a #BambuProject
 *
 * Returns: (transfer none) (nullable): the address of the picture of the first plate that has one
 */
const char *
bambu_project_get_thumbnail (BambuProject *self)
{
  g_return_val_if_fail (BAMBU_IS_PROJECT (self), NULL);

  return self->thumbnail;
}

/**
 * bambu_project_get_download_uri:
 * @self: a #BambuProject
 *
 * Returns: (transfer none) (nullable): the address of its 3MF, where the cloud gives one
 */
const char *
bambu_project_get_download_uri (BambuProject *self)
{
  g_return_val_if_fail (BAMBU_IS_PROJECT (self), NULL);

  return self->download_uri;
}

/**
 * bambu_project_get_download_md5:
 * @self: a #BambuProject
 *
 * Returns: (transfer none) (nullable): the checksum of its 3MF
 */
const char *
bambu_project_get_download_md5 (BambuProject *self)
{
  g_return_val_if_fail (BAMBU_IS_PROJECT (self), NULL);

  return self->download_md5;
}
