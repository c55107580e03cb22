/* bambu-module.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"
#include "bambu-live-types-private.h"

struct _BambuModule
{
  GObject  parent_instance;
  char    *name;
  char    *product;
  char    *firmware;
  char    *hardware;
  char    *serial;
};

static const BambuField fields[] =
{
  { "name", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuModule, name), NULL },
  { "product", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuModule, product), NULL },
  { "firmware", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuModule, firmware), NULL },
  { "hardware", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuModule, hardware), NULL },
  { "serial", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuModule, serial), NULL },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuModule, bambu_module, G_TYPE_OBJECT)

static void
bambu_module_finalize (GObject *object)
{
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_module_parent_class)->finalize (object);
}

static void
bambu_module_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_module_class_init (BambuModuleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_module_finalize;
  object_class->get_property = bambu_module_get_property;

  bambu_fields_install (object_class, fields, N_FIELDS);
}

static void
bambu_module_init (BambuModule *self)
{
}

static char *
dup_text (const char *text)
{
  return *text != '\0' ? g_strdup (text) : NULL;
}

BambuModule *
bambu_module_new (const BambuReportModule *report)
{
  BambuModule *self = g_object_new (BAMBU_TYPE_MODULE, NULL);

  self->name = dup_text (report->name);
  self->product = dup_text (report->product);
  self->firmware = dup_text (report->firmware);
  self->hardware = dup_text (report->hardware);
  self->serial = dup_text (report->serial);

  return self;
}

gboolean
bambu_module_equal (BambuModule *self,
                    BambuModule *other)
{
  return bambu_fields_equal (self, other, fields, N_FIELDS);
}

/**
 * bambu_module_get_name:
 * @self: a #BambuModule
 *
 * Returns: (transfer none) (nullable): the printer’s name for it, such as "ota" or "ams/0"
 */
const char *
bambu_module_get_name (BambuModule *self)
{
  g_return_val_if_fail (BAMBU_IS_MODULE (self), NULL);

  return self->name;
}

/**
 * bambu_module_get_product:
 * @self: a #BambuModule
 *
 * Returns: (transfer none) (nullable): what it is sold as
 */
const char *
bambu_module_get_product (BambuModule *self)
{
  g_return_val_if_fail (BAMBU_IS_MODULE (self), NULL);

  return self->product;
}

/**
 * bambu_module_get_firmware:
 * @self: a #BambuModule
 *
 * Returns: (transfer none) (nullable): the version of its firmware
 */
const char *
bambu_module_get_firmware (BambuModule *self)
{
  g_return_val_if_fail (BAMBU_IS_MODULE (self), NULL);

  return self->firmware;
}

/**
 * bambu_module_get_hardware:
 * @self: a #BambuModule
 *
 * Returns: (transfer none) (nullable): the version of its hardware
 */
const char *
bambu_module_get_hardware (BambuModule *self)
{
  g_return_val_if_fail (BAMBU_IS_MODULE (self), NULL);

  return self->hardware;
}

/**
 * bambu_module_get_serial:
 * @self: a #BambuModule
 *
 * Returns: (transfer none) (nullable): its serial number
 */
const char *
bambu_module_get_serial (BambuModule *self)
{
  g_return_val_if_fail (BAMBU_IS_MODULE (self), NULL);

  return self->serial;
}
