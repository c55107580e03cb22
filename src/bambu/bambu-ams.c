/* bambu-ams.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"
#include "bambu-live-types-private.h"
#include "bambu-types-private.h"

struct _BambuAms
{
  GObject     parent_instance;
  int         number;
  int         humidity;
  int         humidity_level;
  double      temperature;
  GListStore *trays;
};

static const BambuField fields[] =
{
  { "number", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuAms, number), NULL },
  { "humidity", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuAms, humidity), NULL },
  { "humidity-level", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuAms, humidity_level), NULL },
  { "temperature", BAMBU_FIELD_DOUBLE, G_STRUCT_OFFSET (BambuAms, temperature), NULL, -1 },
  { "trays", BAMBU_FIELD_OBJECT, G_STRUCT_OFFSET (BambuAms, trays), NULL },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuAms, bambu_ams, G_TYPE_OBJECT)

static void
bambu_ams_finalize (GObject *object)
{
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_ams_parent_class)->finalize (object);
}

static void
bambu_ams_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_ams_class_init (BambuAmsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_ams_finalize;
  object_class->get_property = bambu_ams_get_property;

  bambu_fields_install (object_class, fields, N_FIELDS);
}

static void
bambu_ams_init (BambuAms *self)
{
  self->trays = g_list_store_new (BAMBU_TYPE_TRAY);
}

/* @tray_in_use: which of its trays is printed with, or -1. */
BambuAms *
bambu_ams_new (const BambuReportAms *report,
               int                   tray_in_use)
{
  BambuAms *self = g_object_new (BAMBU_TYPE_AMS, NULL);

  self->number = report->id;
  self->humidity = report->humidity;
  self->humidity_level = report->humidity_level;
  self->temperature = report->temperature;

  for (guint i = 0; i < report->n_trays; i++)
    {
      g_autoptr(BambuTray) tray = bambu_tray_new (&report->trays[i], report->trays[i].id == tray_in_use);

      g_list_store_append (self->trays, tray);
    }

  return self;
}

/* Where @newer is about the same unit, takes over what it knows. Returns whether it is. */
gboolean
bambu_ams_take_over (BambuAms *self,
                     BambuAms *newer)
{
  if (self->number != newer->number)
    return FALSE;

  bambu_fields_merge (self, newer, fields, N_FIELDS);
  bambu_types_merge_store (self->trays, newer->trays, (BambuTypesEqual) bambu_tray_equal);

  return TRUE;
}

/**
 * bambu_ams_get_number:
 * @self: a #BambuAms
 *
 * Returns: which unit, from 0; those with a single tray count from 128
 */
int
bambu_ams_get_number (BambuAms *self)
{
  g_return_val_if_fail (BAMBU_IS_AMS (self), -1);

  return self->number;
}

/**
 * bambu_ams_get_humidity:
 * @self: a #BambuAms
 *
 * Returns: the humidity in it in percent from 0 to 100; -1 where that is not told
 */
int
bambu_ams_get_humidity (BambuAms *self)
{
  g_return_val_if_fail (BAMBU_IS_AMS (self), -1);

  return self->humidity;
}

/**
 * bambu_ams_get_humidity_level:
 * @self: a #BambuAms
 *
 * Returns: how dry it is in it, from 1 (wet) to 5 (dry); -1 where that is not told
 */
int
bambu_ams_get_humidity_level (BambuAms *self)
{
  g_return_val_if_fail (BAMBU_IS_AMS (self), -1);

  return self->humidity_level;
}

/**
 * bambu_ams_get_temperature:
 * @self: a #BambuAms
 *
 * Returns: how warm it is in it in °C; -1 where that is not told
 */
double
bambu_ams_get_temperature (BambuAms *self)
{
  g_return_val_if_fail (BAMBU_IS_AMS (self), -1);

  return self->temperature;
}

/**
 * bambu_ams_get_trays:
 * @self: a #BambuAms
 *
 * Returns: (transfer none): its places for spools, of #BambuTray
 */
GListModel *
bambu_ams_get_trays (BambuAms *self)
{
  g_return_val_if_fail (BAMBU_IS_AMS (self), NULL);

  return G_LIST_MODEL (self->trays);
}
