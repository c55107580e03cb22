/* bambu-profile.c
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

struct _BambuProfile
{
  BambuItem   parent_instance;

  char       *model_id;
  char       *name;
  char       *status;
  GDateTime  *created;
  GDateTime  *updated;
  char       *model_code;
  char       *model_name;
  double      nozzle_diameter;
  GListStore *plates;
  GListStore *configs;
  GListStore *pictures;
  GListStore *attachments;
  GListStore *materials;
  char       *file_name;
  char       *uri;
  char       *md5;
};

static const BambuField fields[] =
{
  { "model-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuProfile, model_id), "model_id" },
  { "name", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuProfile, name), "name" },
  { "status", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuProfile, status), "status" },
  { "created", BAMBU_FIELD_TIME, G_STRUCT_OFFSET (BambuProfile, created), "create_time" },
  { "updated", BAMBU_FIELD_TIME, G_STRUCT_OFFSET (BambuProfile, updated), "update_time" },
  { "model-code", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuProfile, model_code), NULL },
  { "model-name", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuProfile, model_name), NULL },
  { "nozzle-diameter", BAMBU_FIELD_DOUBLE, G_STRUCT_OFFSET (BambuProfile, nozzle_diameter), NULL, 0 },
  { "plates", BAMBU_FIELD_OBJECT, G_STRUCT_OFFSET (BambuProfile, plates), NULL },
  { "configs", BAMBU_FIELD_OBJECT, G_STRUCT_OFFSET (BambuProfile, configs), NULL },
  { "pictures", BAMBU_FIELD_OBJECT, G_STRUCT_OFFSET (BambuProfile, pictures), NULL },
  { "attachments", BAMBU_FIELD_OBJECT, G_STRUCT_OFFSET (BambuProfile, attachments), NULL },
  { "materials", BAMBU_FIELD_OBJECT, G_STRUCT_OFFSET (BambuProfile, materials), NULL },
  { "file-name", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuProfile, file_name), "filename" },
  { "uri", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuProfile, uri), "url" },
  { "md5", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuProfile, md5), "md5" },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuProfile, bambu_profile, BAMBU_TYPE_ITEM)

static void
bambu_profile_read_context (BambuProfile *self,
                            JsonObject   *context)
{
  JsonObject *compatibility = bambu_json_get_object (context, "compatibility");
  g_autofree char *product_name = bambu_fields_dup_string (compatibility, "dev_product_name");
  JsonArray *plates = bambu_json_get_array (context, "plates");

  self->model_code = bambu_fields_dup_string (compatibility, "dev_model_name");
  self->model_name = g_strdup (bambu_models_get_name (self->model_code, product_name));
  self->nozzle_diameter = bambu_json_get_double (compatibility, "nozzle_diameter", 0, 100, 0);

  for (guint i = 0; plates != NULL && i < json_array_get_length (plates); i++)
    {
      JsonObject *object = bambu_json_array_object (plates, i);

      if (object != NULL)
        {
          g_autoptr(BambuPlate) plate = bambu_plate_new_from_json (object, i);

          g_list_store_append (self->plates, plate);
        }
    }

  bambu_types_read_array (self->configs, bambu_json_get_array (context, "configs"),
                          (BambuTypesMake)bambu_file_new_from_json);
  bambu_types_read_array (self->pictures, bambu_json_get_array (context, "pictures"),
                          (BambuTypesMake)bambu_file_new_from_json);
  bambu_types_read_array (self->pictures, bambu_json_get_array (context, "auxiliary_pictures"),
                          (BambuTypesMake)bambu_file_new_from_json);
  bambu_types_read_array (self->attachments, bambu_json_get_array (context, "auxiliary_bom"),
                          (BambuTypesMake)bambu_file_new_from_json);
  bambu_types_read_array (self->attachments, bambu_json_get_array (context, "auxiliary_guide"),
                          (BambuTypesMake)bambu_file_new_from_json);
  bambu_types_read_array (self->attachments, bambu_json_get_array (context, "auxiliary_other"),
                          (BambuTypesMake)bambu_file_new_from_json);
  bambu_types_read_array (self->materials, bambu_json_get_array (context, "materials"),
                          (BambuTypesMake)bambu_filament_new_from_json);
}

/* A plate is the one that has its place. */
static gboolean
bambu_profile_merge_plates (BambuProfile *self,
                            BambuProfile *newer)
{
  GListModel *present = G_LIST_MODEL (self->plates);
  GListModel *wanted = G_LIST_MODEL (newer->plates);
  const guint n_present = g_list_model_get_n_items (present);
  const guint n_wanted = g_list_model_get_n_items (wanted);
  g_autoptr(GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean changed = FALSE;

  for (guint i = 0; i < n_wanted; i++)
    {
      g_autoptr(BambuPlate) plate = g_list_model_get_item (wanted, i);

      if (i < n_present)
        {
          g_autoptr(BambuPlate) known = g_list_model_get_item (present, i);

          changed |= bambu_plate_merge (known, plate);
        }
      else
        {
          g_ptr_array_add (added, g_steal_pointer (&plate));
        }
    }

  if (n_present == n_wanted)
    return changed;

  g_list_store_splice (self->plates, MIN (n_present, n_wanted),
                       n_present - MIN (n_present, n_wanted),
                       added->pdata, added->len);

  return TRUE;
}

static gboolean
bambu_profile_merge (BambuItem *item,
                     BambuItem *newer_item)
{
  BambuProfile *self = BAMBU_PROFILE (item);
  BambuProfile *newer = BAMBU_PROFILE (newer_item);
  gboolean changed;

  changed = bambu_fields_merge (self, newer, fields, N_FIELDS);
  changed |= bambu_profile_merge_plates (self, newer);
  changed |= bambu_types_merge_store (self->configs, newer->configs,
                                      (BambuTypesEqual)bambu_file_equal);
  changed |= bambu_types_merge_store (self->pictures, newer->pictures,
                                      (BambuTypesEqual)bambu_file_equal);
  changed |= bambu_types_merge_store (self->attachments, newer->attachments,
                                      (BambuTypesEqual)bambu_file_equal);
  changed |= bambu_types_merge_store (self->materials, newer->materials,
                                      (BambuTypesEqual)bambu_filament_equal);

  return changed;
}

static void
bambu_profile_finalize (GObject *object)
{
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_profile_parent_class)->finalize (object);
}

static void
bambu_profile_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_profile_class_init (BambuProfileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  BambuItemClass *item_class = BAMBU_ITEM_CLASS (klass);

  object_class->finalize = bambu_profile_finalize;
  object_class->get_property = bambu_profile_get_property;

  item_class->merge = bambu_profile_merge;

  bambu_fields_install (object_class, fields, N_FIELDS);
}

static void
bambu_profile_init (BambuProfile *self)
{
  self->plates = g_list_store_new (BAMBU_TYPE_PLATE);
  self->configs = g_list_store_new (BAMBU_TYPE_FILE);
  self->pictures = g_list_store_new (BAMBU_TYPE_FILE);
  self->attachments = g_list_store_new (BAMBU_TYPE_FILE);
  self->materials = g_list_store_new (BAMBU_TYPE_FILAMENT);
}

/* An entry of a project's "profiles", or the answer of user/profile/{id}. NULL where it has no id. */
BambuProfile *
bambu_profile_new_from_json (JsonObject *json)
{
  g_autofree char *id = bambu_json_dup_string (json, "profile_id");
  BambuProfile *self;

  if (id == NULL || id[0] == '\0')
    return NULL;

  self = g_object_new (BAMBU_TYPE_PROFILE, NULL);
  bambu_item_set_id (BAMBU_ITEM (self), id);
  bambu_fields_read (self, fields, N_FIELDS, json);
  bambu_profile_read_context (self, bambu_json_get_object (json, "context"));

  return self;
}

/**
 * bambu_profile_get_id:
 * @self: a #BambuProfile
 *
 * Returns: (transfer none): the cloud's `profile_id`
 */
const char *
bambu_profile_get_id (BambuProfile *self)
{
  g_return_val_if_fail (BAMBU_IS_PROFILE (self), NULL);

  return bambu_item_get_id (BAMBU_ITEM (self));
}

/**
 * bambu_profile_get_model_id:
 * @self: a #BambuProfile
 *
 * Returns: (transfer none) (nullable): the model that it is of
 */
const char *
bambu_profile_get_model_id (BambuProfile *self)
{
  g_return_val_if_fail (BAMBU_IS_PROFILE (self), NULL);

  return self->model_id;
}

/**
 * bambu_profile_get_name:
 * @self: a #BambuProfile
 *
 * Returns: (transfer none) (nullable): its name
 */
const char *
bambu_profile_get_name (BambuProfile *self)
{
  g_return_val_if_fail (BAMBU_IS_PROFILE (self), NULL);

  return self->name;
}

/**
 * bambu_profile_get_status:
 * @self: a #BambuProfile
 *
 * Returns: (transfer none) (nullable): the cloud's word for its state
 */
const char *
bambu_profile_get_status (BambuProfile *self)
{
  g_return_val_if_fail (BAMBU_IS_PROFILE (self), NULL);

  return self->status;
}

/**
 * bambu_profile_get_created:
 * @self: a #BambuProfile
 *
 * Returns: (transfer none) (nullable): when it was made
 */
GDateTime *
bambu_profile_get_created (BambuProfile *self)
{
  g_return_val_if_fail (BAMBU_IS_PROFILE (self), NULL);

  return self->created;
}

/**
 * bambu_profile_get_updated:
 * @self: a #BambuProfile
 *
 * Returns: (transfer none) (nullable): when it was last changed
 */
GDateTime *
bambu_profile_get_updated (BambuProfile *self)
{
  g_return_val_if_fail (BAMBU_IS_PROFILE (self), NULL);

  return self->updated;
}

/**
 * bambu_profile_get_model_code:
 * @self: a #BambuProfile
 *
 * Returns: (transfer none) (nullable): the printer it was sliced for, as the cloud's code
 */
const char *
bambu_profile_get_model_code (BambuProfile *self)
{
  g_return_val_if_fail (BAMBU_IS_PROFILE (self), NULL);

  return self->model_code;
}

/**
 * bambu_profile_get_model_name:
 * @self: a #BambuProfile
 *
 * Returns: (transfer none) (nullable): the printer it was sliced for
 */
const char *
bambu_profile_get_model_name (BambuProfile *self)
{
  g_return_val_if_fail (BAMBU_IS_PROFILE (self), NULL);

  return self->model_name;
}

/**
 * bambu_profile_get_nozzle_diameter:
 * @self: a #BambuProfile
 *
 * Returns: the nozzle it was sliced for, in mm; 0 where that is not told
 */
double
bambu_profile_get_nozzle_diameter (BambuProfile *self)
{
  g_return_val_if_fail (BAMBU_IS_PROFILE (self), -1);

  return self->nozzle_diameter;
}

/**
 * bambu_profile_get_plates:
 * @self: a #BambuProfile
 *
 * Returns: (transfer none): its plates, of #BambuPlate
 */
GListModel *
bambu_profile_get_plates (BambuProfile *self)
{
  g_return_val_if_fail (BAMBU_IS_PROFILE (self), NULL);

  return G_LIST_MODEL (self->plates);
}

/**
 * bambu_profile_get_configs:
 * @self: a #BambuProfile
 *
 * Returns: (transfer none): its configs, of #BambuFile
 */
GListModel *
bambu_profile_get_configs (BambuProfile *self)
{
  g_return_val_if_fail (BAMBU_IS_PROFILE (self), NULL);

  return G_LIST_MODEL (self->configs);
}

/**
 * bambu_profile_get_pictures:
 * @self: a #BambuProfile
 *
 * Returns: (transfer none): its pictures, of #BambuFile
 */
GListModel *
bambu_profile_get_pictures (BambuProfile *self)
{
  g_return_val_if_fail (BAMBU_IS_PROFILE (self), NULL);

  return G_LIST_MODEL (self->pictures);
}

/**
 * bambu_profile_get_attachments:
 * @self: a #BambuProfile
 *
 * Returns: (transfer none): its parts lists, guides and other files, of #BambuFile
 */
GListModel *
bambu_profile_get_attachments (BambuProfile *self)
{
  g_return_val_if_fail (BAMBU_IS_PROFILE (self), NULL);

  return G_LIST_MODEL (self->attachments);
}

/**
 * bambu_profile_get_materials:
 * @self: a #BambuProfile
 *
 * Returns: (transfer none): the filaments that it was sliced for, of #BambuFilament
 */
GListModel *
bambu_profile_get_materials (BambuProfile *self)
{
  g_return_val_if_fail (BAMBU_IS_PROFILE (self), NULL);

  return G_LIST_MODEL (self->materials);
}

/**
 * bambu_profile_get_file_name:
 * @self: a #BambuProfile
 *
 * Returns: (transfer none) (nullable): the name of its 3MF, as untrusted as all that comes from the cloud
 */
const char *
bambu_profile_get_file_name (BambuProfile *self)
{
  g_return_val_if_fail (BAMBU_IS_PROFILE (self), NULL);

  return self->file_name;
}

/**
 * bambu_profile_get_uri:
 * @self: a #BambuProfile
 *
 * Returns: (transfer none) (nullable): the address of its 3MF; user/profile/{id} alone tells it
 */
const char *
bambu_profile_get_uri (BambuProfile *self)
{
  g_return_val_if_fail (BAMBU_IS_PROFILE (self), NULL);

  return self->uri;
}

/**
 * bambu_profile_get_md5:
 * @self: a #BambuProfile
 *
 * Returns: (transfer none) (nullable): the checksum of its 3MF
 */
const char *
bambu_profile_get_md5 (BambuProfile *self)
{
  g_return_val_if_fail (BAMBU_IS_PROFILE (self), NULL);

  return self->md5;
}
