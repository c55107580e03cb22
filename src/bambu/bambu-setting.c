/* bambu-setting.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"
#include "bambu-setting-private.h"

struct _BambuSetting
{
  GObject parent_instance;

  char   *key;
  char   *value;
};

static const BambuField fields[] =
{
  { "key", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuSetting, key), NULL },
  { "value", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuSetting, value), NULL },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuSetting, bambu_setting, G_TYPE_OBJECT)

static void
bambu_setting_finalize (GObject *object)
{
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_setting_parent_class)->finalize (object);
}

static void
bambu_setting_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_setting_class_init (BambuSettingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_setting_finalize;
  object_class->get_property = bambu_setting_get_property;

  bambu_fields_install (object_class, fields, N_FIELDS);
}

static void
bambu_setting_init (BambuSetting *self)
{
}

/* Takes both. */
BambuSetting *
bambu_setting_new_take (char *key,
                        char *value)
{
  BambuSetting *self = g_object_new (BAMBU_TYPE_SETTING, NULL);

  self->key = key;
  self->value = value;

  return self;
}

/**
 * bambu_setting_get_key:
 * @self: a #BambuSetting
 *
 * Returns: (transfer none) (nullable): its name in the slicer's files
 */
const char *
bambu_setting_get_key (BambuSetting *self)
{
  g_return_val_if_fail (BAMBU_IS_SETTING (self), NULL);

  return self->key;
}

/**
 * bambu_setting_get_value:
 * @self: a #BambuSetting
 *
 * Returns: (transfer none) (nullable): its value as text; several values are joined by ", "
 */
const char *
bambu_setting_get_value (BambuSetting *self)
{
  g_return_val_if_fail (BAMBU_IS_SETTING (self), NULL);

  return self->value;
}
