/* bambu-task-filament.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"
#include "bambu-json.h"
#include "bambu-types-private.h"

struct _BambuTaskFilament
{
  GObject   parent_instance;

  char     *kind;
  char     *filament_id;
  double    grams;
  gboolean  has_source_color;
  gboolean  has_color;
  int       ams;
  int       slot;
  guint32   source_color;
  guint32   color;
};

static const BambuField fields[] =
{
  { "kind", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTaskFilament, kind), "filamentType" },
  { "filament-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTaskFilament, filament_id), "filamentId" },
  { "grams", BAMBU_FIELD_DOUBLE, G_STRUCT_OFFSET (BambuTaskFilament, grams), "weight", -1 },
  { "has-source-color", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuTaskFilament, has_source_color), NULL },
  { "has-color", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuTaskFilament, has_color), NULL },
  { "ams", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuTaskFilament, ams), NULL },
  { "slot", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuTaskFilament, slot), NULL },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuTaskFilament, bambu_task_filament, G_TYPE_OBJECT)

static GParamSpec *source_color_pspec;
static GParamSpec *color_pspec;

static void
bambu_task_filament_finalize (GObject *object)
{
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_task_filament_parent_class)->finalize (object);
}

static void
bambu_task_filament_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  BambuTaskFilament *self = BAMBU_TASK_FILAMENT (object);

  if (pspec == source_color_pspec)
    g_value_set_uint (value, self->source_color);
  else if (pspec == color_pspec)
    g_value_set_uint (value, self->color);
  else
    bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_task_filament_class_init (BambuTaskFilamentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_task_filament_finalize;
  object_class->get_property = bambu_task_filament_get_property;

  bambu_fields_install (object_class, fields, N_FIELDS);

  source_color_pspec = g_param_spec_uint ("source-color", NULL, NULL,
                                          0, G_MAXUINT32, 0,
                                          (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, N_FIELDS + 1, source_color_pspec);

  color_pspec = g_param_spec_uint ("color", NULL, NULL,
                                   0, G_MAXUINT32, 0,
                                   (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, N_FIELDS + 2, color_pspec);
}

static void
bambu_task_filament_init (BambuTaskFilament *self)
{
}

/* An entry of a task's "amsDetailMapping". Older ones count all slots in a row; 255 stands for the external spool. */
BambuTaskFilament *
bambu_task_filament_new_from_json (JsonObject *json)
{
  BambuTaskFilament *self = g_object_new (BAMBU_TYPE_TASK_FILAMENT, NULL);
  const int tray = bambu_json_get_int (json, "ams", 0, 127, -1);

  bambu_fields_read (self, fields, N_FIELDS, json);
  self->has_source_color = bambu_json_get_color (json, "sourceColor", &self->source_color);
  self->color = self->source_color;
  self->has_color = bambu_json_get_color (json, "targetColor", &self->color) || self->has_source_color;
  self->ams = bambu_json_get_int (json, "amsId", 0, 254, tray >= 0 ? tray / 4 : -1);
  self->slot = bambu_json_get_int (json, "slotId", 0, 254, tray >= 0 ? tray % 4 : -1);

  return self;
}

gboolean
bambu_task_filament_equal (BambuTaskFilament *self,
                           BambuTaskFilament *other)
{
  return self->color == other->color &&
         self->source_color == other->source_color &&
         bambu_fields_equal (self, other, fields, N_FIELDS);
}

/**
 * bambu_task_filament_get_kind:
 * @self: a #BambuTaskFilament
 *
 * Returns: (transfer none) (nullable): the material, such as "PLA"
 */
const char *
bambu_task_filament_get_kind (BambuTaskFilament *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK_FILAMENT (self), NULL);

  return self->kind;
}

/**
 * bambu_task_filament_get_filament_id:
 * @self: a #BambuTaskFilament
 *
 * Returns: (transfer none) (nullable): the cloud’s code of the filament, such as "GFA00"
 */
const char *
bambu_task_filament_get_filament_id (BambuTaskFilament *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK_FILAMENT (self), NULL);

  return self->filament_id;
}

/**
 * bambu_task_filament_get_grams:
 * @self: a #BambuTaskFilament
 *
 * Returns: how much of it the slicer planned, in grams; -1 where that is not told
 */
double
bambu_task_filament_get_grams (BambuTaskFilament *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK_FILAMENT (self), -1);

  return self->grams;
}

/**
 * bambu_task_filament_get_has_source_color:
 * @self: a #BambuTaskFilament
 *
 * Returns: whether the colour that was sliced for is known
 */
gboolean
bambu_task_filament_get_has_source_color (BambuTaskFilament *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK_FILAMENT (self), FALSE);

  return self->has_source_color;
}

/**
 * bambu_task_filament_get_has_color:
 * @self: a #BambuTaskFilament
 *
 * Returns: whether the colour that was printed with is known
 */
gboolean
bambu_task_filament_get_has_color (BambuTaskFilament *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK_FILAMENT (self), FALSE);

  return self->has_color;
}

/**
 * bambu_task_filament_get_ams:
 * @self: a #BambuTaskFilament
 *
 * Returns: which AMS it came from, from 0; -1 where that is not told
 */
int
bambu_task_filament_get_ams (BambuTaskFilament *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK_FILAMENT (self), -1);

  return self->ams;
}

/**
 * bambu_task_filament_get_slot:
 * @self: a #BambuTaskFilament
 *
 * Returns: which slot of the AMS, from 0; -1 where that is not told
 */
int
bambu_task_filament_get_slot (BambuTaskFilament *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK_FILAMENT (self), -1);

  return self->slot;
}

/**
 * bambu_task_filament_get_source_color:
 * @self: a #BambuTaskFilament
 *
 * Returns: the colour that was sliced for as 0xRRGGBBAA; 0 where it is not known
 */
guint32
bambu_task_filament_get_source_color (BambuTaskFilament *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK_FILAMENT (self), 0);

  return self->source_color;
}

/**
 * bambu_task_filament_get_color:
 * @self: a #BambuTaskFilament
 *
 * Returns: the colour that was printed with as 0xRRGGBBAA, as far as the cloud tells; 0 where it is not known
 */
guint32
bambu_task_filament_get_color (BambuTaskFilament *self)
{
  g_return_val_if_fail (BAMBU_IS_TASK_FILAMENT (self), 0);

  return self->color;
}
