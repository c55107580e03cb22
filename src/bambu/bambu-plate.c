/* bambu-plate.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"
#include "bambu-json.h"
#include "bambu-types-private.h"

struct _BambuPlate
{
  GObject     parent_instance;

  int         index;
  char       *name;
  char       *thumbnail;
  int         prediction;
  double      grams;
  GListStore *filaments;
};

static const BambuField fields[] =
{
  { "index", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuPlate, index), "index" },
  { "name", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuPlate, name), "name" },
  { "thumbnail", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuPlate, thumbnail), NULL },
  { "prediction", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuPlate, prediction), "prediction" },
  { "grams", BAMBU_FIELD_DOUBLE, G_STRUCT_OFFSET (BambuPlate, grams), "weight", -1 },
  { "filaments", BAMBU_FIELD_OBJECT, G_STRUCT_OFFSET (BambuPlate, filaments), NULL },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuPlate, bambu_plate, G_TYPE_OBJECT)

static void
bambu_plate_finalize (GObject *object)
{
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_plate_parent_class)->finalize (object);
}

static void
bambu_plate_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_plate_class_init (BambuPlateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_plate_finalize;
  object_class->get_property = bambu_plate_get_property;

  bambu_fields_install (object_class, fields, N_FIELDS);
}

static void
bambu_plate_init (BambuPlate *self)
{
  self->filaments = g_list_store_new (BAMBU_TYPE_FILAMENT);
}

/* An entry of a profile's "plates". @position: where it stands there, from 0. */
BambuPlate *
bambu_plate_new_from_json (JsonObject *json,
                           guint       position)
{
  BambuPlate *self = g_object_new (BAMBU_TYPE_PLATE, NULL);

  bambu_fields_read (self, fields, N_FIELDS, json);
  self->thumbnail = bambu_fields_dup_string (bambu_json_get_object (json, "thumbnail"), "url");

  if (self->index < 1)
    self->index = position + 1;

  bambu_types_read_array (self->filaments, bambu_json_get_array (json, "filaments"),
                          (BambuTypesMake)bambu_filament_new_from_json);

  return self;
}

gboolean
bambu_plate_merge (BambuPlate *self,
                   BambuPlate *newer)
{
  gboolean changed = bambu_fields_merge (self, newer, fields, N_FIELDS);

  return bambu_types_merge_store (self->filaments, newer->filaments,
                                  (BambuTypesEqual)bambu_filament_equal) || changed;
}

/**
 * bambu_plate_get_index:
 * @self: a #BambuPlate
 *
 * Returns: which plate it is, from 1
 */
int
bambu_plate_get_index (BambuPlate *self)
{
  g_return_val_if_fail (BAMBU_IS_PLATE (self), -1);

  return self->index;
}

/**
 * bambu_plate_get_name:
 * @self: a #BambuPlate
 *
 * Returns: (transfer none) (nullable): what the user called it
 */
const char *
bambu_plate_get_name (BambuPlate *self)
{
  g_return_val_if_fail (BAMBU_IS_PLATE (self), NULL);

  return self->name;
}

/**
 * bambu_plate_get_thumbnail:
 * @self: a #BambuPlate
 *
 * Returns: (transfer none) (nullable): the address of its picture
 */
const char *
bambu_plate_get_thumbnail (BambuPlate *self)
{
  g_return_val_if_fail (BAMBU_IS_PLATE (self), NULL);

  return self->thumbnail;
}

/**
 * bambu_plate_get_prediction:
 * @self: a #BambuPlate
 *
 * Returns: how long it should print, in seconds; -1 where that is not told
 */
int
bambu_plate_get_prediction (BambuPlate *self)
{
  g_return_val_if_fail (BAMBU_IS_PLATE (self), -1);

  return self->prediction;
}

/**
 * bambu_plate_get_grams:
 * @self: a #BambuPlate
 *
 * Returns: how much filament it takes, in grams; -1 where that is not told
 */
double
bambu_plate_get_grams (BambuPlate *self)
{
  g_return_val_if_fail (BAMBU_IS_PLATE (self), -1);

  return self->grams;
}

/**
 * bambu_plate_get_filaments:
 * @self: a #BambuPlate
 *
 * Returns: (transfer none): its filaments, of #BambuFilament
 */
GListModel *
bambu_plate_get_filaments (BambuPlate *self)
{
  g_return_val_if_fail (BAMBU_IS_PLATE (self), NULL);

  return G_LIST_MODEL (self->filaments);
}
