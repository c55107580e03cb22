/* bambu-nozzle.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"
#include "bambu-live-types-private.h"

struct _BambuNozzle
{
  GObject   parent_instance;
  int       number;
  double    temperature;
  double    target;
  double    diameter;
  char     *kind;
  gboolean  active;
};

static const BambuField fields[] =
{
  { "number", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuNozzle, number), NULL },
  { "temperature", BAMBU_FIELD_DOUBLE, G_STRUCT_OFFSET (BambuNozzle, temperature), NULL, -1 },
  { "target", BAMBU_FIELD_DOUBLE, G_STRUCT_OFFSET (BambuNozzle, target), NULL, -1 },
  { "diameter", BAMBU_FIELD_DOUBLE, G_STRUCT_OFFSET (BambuNozzle, diameter), NULL, 0 },
  { "kind", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuNozzle, kind), NULL },
  { "active", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuNozzle, active), NULL },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuNozzle, bambu_nozzle, G_TYPE_OBJECT)

static void
bambu_nozzle_finalize (GObject *object)
{
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_nozzle_parent_class)->finalize (object);
}

static void
bambu_nozzle_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_nozzle_class_init (BambuNozzleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_nozzle_finalize;
  object_class->get_property = bambu_nozzle_get_property;

  bambu_fields_install (object_class, fields, N_FIELDS);
}

static void
bambu_nozzle_init (BambuNozzle *self)
{
}

BambuNozzle *
bambu_nozzle_new (const BambuReportNozzle *report,
                  gboolean                 active)
{
  BambuNozzle *self = g_object_new (BAMBU_TYPE_NOZZLE, NULL);

  self->number = report->id;
  self->temperature = report->temperature;
  self->target = report->target;
  self->diameter = report->diameter;
  self->kind = *report->kind != '\0' ? g_strdup (report->kind) : NULL;
  self->active = active;

  return self;
}

/* Where @newer is about the same nozzle, takes over what it knows. Returns whether it is. */
gboolean
bambu_nozzle_take_over (BambuNozzle *self,
                        BambuNozzle *newer)
{
  if (self->number != newer->number)
    return FALSE;

  bambu_fields_merge (self, newer, fields, N_FIELDS);

  return TRUE;
}

/**
 * bambu_nozzle_get_number:
 * @self: a #BambuNozzle
 *
 * Returns: which nozzle: 0 the right or only one, 1 the left one
 */
int
bambu_nozzle_get_number (BambuNozzle *self)
{
  g_return_val_if_fail (BAMBU_IS_NOZZLE (self), -1);

  return self->number;
}

/**
 * bambu_nozzle_get_temperature:
 * @self: a #BambuNozzle
 *
 * Returns: how hot it is in °C; -1 where that is not told
 */
double
bambu_nozzle_get_temperature (BambuNozzle *self)
{
  g_return_val_if_fail (BAMBU_IS_NOZZLE (self), -1);

  return self->temperature;
}

/**
 * bambu_nozzle_get_target:
 * @self: a #BambuNozzle
 *
 * Returns: how hot it shall be in °C, 0 where it is off; -1 where that is not told
 */
double
bambu_nozzle_get_target (BambuNozzle *self)
{
  g_return_val_if_fail (BAMBU_IS_NOZZLE (self), -1);

  return self->target;
}

/**
 * bambu_nozzle_get_diameter:
 * @self: a #BambuNozzle
 *
 * Returns: its diameter in mm; 0 where that is not told
 */
double
bambu_nozzle_get_diameter (BambuNozzle *self)
{
  g_return_val_if_fail (BAMBU_IS_NOZZLE (self), 0);

  return self->diameter;
}

/**
 * bambu_nozzle_get_kind:
 * @self: a #BambuNozzle
 *
 * Returns: (transfer none) (nullable): what it is made of, as the printer writes it
 */
const char *
bambu_nozzle_get_kind (BambuNozzle *self)
{
  g_return_val_if_fail (BAMBU_IS_NOZZLE (self), NULL);

  return self->kind;
}

/**
 * bambu_nozzle_get_active:
 * @self: a #BambuNozzle
 *
 * Returns: whether it is the one that prints
 */
gboolean
bambu_nozzle_get_active (BambuNozzle *self)
{
  g_return_val_if_fail (BAMBU_IS_NOZZLE (self), FALSE);

  return self->active;
}
