/* bambu-filament.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"
#include "bambu-json.h"
#include "bambu-types-private.h"

struct _BambuFilament
{
  GObject  parent_instance;

  char    *id;
  char    *kind;
  gboolean has_color;
  double   meters;
  double   grams;
  guint32  color;
};

static const BambuField fields[] =
{
  { "id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuFilament, id), "id" },
  { "kind", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuFilament, kind), "type" },
  { "has-color", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuFilament, has_color), NULL },
  { "meters", BAMBU_FIELD_DOUBLE, G_STRUCT_OFFSET (BambuFilament, meters), "used_m", -1 },
  { "grams", BAMBU_FIELD_DOUBLE, G_STRUCT_OFFSET (BambuFilament, grams), "used_g", -1 },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuFilament, bambu_filament, G_TYPE_OBJECT)

static GParamSpec *color_pspec;

static void
bambu_filament_finalize (GObject *object)
{
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_filament_parent_class)->finalize (object);
}

static void
bambu_filament_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (pspec == color_pspec)
    g_value_set_uint (value, BAMBU_FILAMENT (object)->color);
  else
    bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_filament_class_init (BambuFilamentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_filament_finalize;
  object_class->get_property = bambu_filament_get_property;

  bambu_fields_install (object_class, fields, N_FIELDS);

  color_pspec = g_param_spec_uint ("color", NULL, NULL,
                                   0, G_MAXUINT32, 0,
                                   (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, N_FIELDS + 1, color_pspec);
}

static void
bambu_filament_init (BambuFilament *self)
{
}

/* What a plate lists under "filaments", and a profile under "materials", which says "material" for the type. */
BambuFilament *
bambu_filament_new_from_json (JsonObject *json)
{
  BambuFilament *self = g_object_new (BAMBU_TYPE_FILAMENT, NULL);

  bambu_fields_read (self, fields, N_FIELDS, json);
  self->has_color = bambu_json_get_color (json, "color", &self->color);

  if (self->kind == NULL)
    self->kind = bambu_fields_dup_string (json, "material");

  return self;
}

gboolean
bambu_filament_equal (BambuFilament *self,
                      BambuFilament *other)
{
  return self->color == other->color && bambu_fields_equal (self, other, fields, N_FIELDS);
}

/**
 * bambu_filament_get_color:
 * @self: a #BambuFilament
 *
 * Returns: its colour as 0xRRGGBBAA; 0 where it is not known
 */
guint32
bambu_filament_get_color (BambuFilament *self)
{
  g_return_val_if_fail (BAMBU_IS_FILAMENT (self), 0);

  return self->color;
}

/**
 * bambu_filament_get_id:
 * @self: a #BambuFilament
 *
 * Returns: (transfer none) (nullable): its number in the project
 */
const char *
bambu_filament_get_id (BambuFilament *self)
{
  g_return_val_if_fail (BAMBU_IS_FILAMENT (self), NULL);

  return self->id;
}

/**
 * bambu_filament_get_kind:
 * @self: a #BambuFilament
 *
 * Returns: (transfer none) (nullable): the material as the cloud names it, such as "PLA"
 */
const char *
bambu_filament_get_kind (BambuFilament *self)
{
  g_return_val_if_fail (BAMBU_IS_FILAMENT (self), NULL);

  return self->kind;
}

/**
 * bambu_filament_get_has_color:
 * @self: a #BambuFilament
 *
 * Returns: whether its colour is known
 */
gboolean
bambu_filament_get_has_color (BambuFilament *self)
{
  g_return_val_if_fail (BAMBU_IS_FILAMENT (self), FALSE);

  return self->has_color;
}

/**
 * bambu_filament_get_meters:
 * @self: a #BambuFilament
 *
 * Returns: how much of it is used, in metres; -1 where that is not told
 */
double
bambu_filament_get_meters (BambuFilament *self)
{
  g_return_val_if_fail (BAMBU_IS_FILAMENT (self), -1);

  return self->meters;
}

/**
 * bambu_filament_get_grams:
 * @self: a #BambuFilament
 *
 * Returns: how much of it is used, in grams; -1 where that is not told
 */
double
bambu_filament_get_grams (BambuFilament *self)
{
  g_return_val_if_fail (BAMBU_IS_FILAMENT (self), -1);

  return self->grams;
}
