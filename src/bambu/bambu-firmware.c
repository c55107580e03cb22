/* bambu-firmware.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"
#include "bambu-json.h"
#include "bambu-types-private.h"

struct _BambuFirmware
{
  GObject     parent_instance;

  char       *device_id;
  char       *name;
  char       *version;
  char       *newest;
  gboolean    update;
  gboolean    forced;
  char       *notes;
  char       *uri;
  GListStore *units;
};

static const BambuField fields[] =
{
  { "device-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuFirmware, device_id), NULL },
  { "name", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuFirmware, name), NULL },
  { "version", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuFirmware, version), "version" },
  { "newest", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuFirmware, newest), NULL },
  { "update", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuFirmware, update), NULL },
  { "forced", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuFirmware, forced), NULL },
  { "notes", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuFirmware, notes), NULL },
  { "uri", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuFirmware, uri), NULL },
  { "units", BAMBU_FIELD_OBJECT, G_STRUCT_OFFSET (BambuFirmware, units), NULL },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuFirmware, bambu_firmware, G_TYPE_OBJECT)

static void
bambu_firmware_finalize (GObject *object)
{
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_firmware_parent_class)->finalize (object);
}

static void
bambu_firmware_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_firmware_class_init (BambuFirmwareClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_firmware_finalize;
  object_class->get_property = bambu_firmware_get_property;

  bambu_fields_install (object_class, fields, N_FIELDS);
}

static void
bambu_firmware_init (BambuFirmware *self)
{
  self->units = g_list_store_new (BAMBU_TYPE_FIRMWARE);
}

static char *
dup_first (JsonObject         *json,
           const char * const *members)
{
  char *string = NULL;

  for (guint i = 0; string == NULL && members[i] != NULL; i++)
    string = bambu_fields_dup_string (json, members[i]);

  return string;
}

/* The newest of the versions that are offered; the cloud offers one, as a rule. */
static JsonObject *
find_newest (JsonArray *array)
{
  const guint length = array != NULL ? json_array_get_length (array) : 0;
  g_autofree char *newest = NULL;
  JsonObject *found = NULL;

  for (guint i = 0; i < length; i++)
    {
      JsonObject *offer = bambu_json_array_object (array, i);
      g_autofree char *version = bambu_fields_dup_string (offer, "version");

      if (version == NULL || bambu_firmware_compare (version, newest) <= 0)
        continue;

      found = offer;
      g_free (newest);
      newest = g_steal_pointer (&version);
    }

  return found;
}

static BambuFirmware *
read_versions (JsonObject *json)
{
  static const char * const ids[] = { "dev_id", "device_id", "sn", "address", NULL };
  static const char * const names[] = { "name", "product_name", "type", NULL };
  BambuFirmware *self = g_object_new (BAMBU_TYPE_FIRMWARE, NULL);
  JsonObject *newest = find_newest (bambu_json_get_array (json, "firmware"));

  bambu_fields_read (self, fields, N_FIELDS, json);
  self->device_id = dup_first (json, ids);
  self->name = dup_first (json, names);
  self->newest = bambu_fields_dup_string (newest, "version");
  self->notes = bambu_fields_dup_string (newest, "description");
  self->uri = bambu_fields_dup_string (newest, "url");
  self->update = self->version != NULL && bambu_firmware_compare (self->newest, self->version) > 0;
  self->forced = self->update && bambu_json_get_boolean (newest, "force_update", FALSE);

  return self;
}

/* An entry of "devices" in the answer of user/device/version. */
BambuFirmware *
bambu_firmware_new_from_json (JsonObject *json)
{
  BambuFirmware *self = read_versions (json);

  bambu_types_read_array (self->units, bambu_json_get_array (json, "ams"), (BambuTypesMake)read_versions);

  return self;
}

/**
 * bambu_firmware_compare:
 * @a: (nullable): a version, such as "01.02.10.00"
 * @b: (nullable): another
 *
 * Compares versions part by part, as numbers. None is older than any.
 *
 * Returns: less than, equal to or greater than 0, as @a is older than, the same as or newer than @b
 */
int
bambu_firmware_compare (const char *a,
                        const char *b)
{
  g_auto(GStrv) parts_a = g_strsplit (a != NULL ? a : "", ".", -1);
  g_auto(GStrv) parts_b = g_strsplit (b != NULL ? b : "", ".", -1);
  const guint n_a = g_strv_length (parts_a);
  const guint n_b = g_strv_length (parts_b);

  for (guint i = 0; i < MAX (n_a, n_b); i++)
    {
      const guint64 number_a = i < n_a ? g_ascii_strtoull (parts_a[i], NULL, 10) : 0;
      const guint64 number_b = i < n_b ? g_ascii_strtoull (parts_b[i], NULL, 10) : 0;

      if (number_a != number_b)
        return number_a < number_b ? -1 : 1;
    }

  return (a != NULL) - (b != NULL);
}

/**
 * bambu_firmware_get_any_update:
 * @self: a #BambuFirmware
 *
 * Returns: whether there is something newer for the printer or for one of its units
 */
gboolean
bambu_firmware_get_any_update (BambuFirmware *self)
{
  gboolean update;

  g_return_val_if_fail (BAMBU_IS_FIRMWARE (self), FALSE);

  update = self->update;

  for (guint i = 0; !update && i < g_list_model_get_n_items (G_LIST_MODEL (self->units)); i++)
    {
      g_autoptr(BambuFirmware) unit = g_list_model_get_item (G_LIST_MODEL (self->units), i);

      update = unit->update;
    }

  return update;
}

/**
 * bambu_firmware_get_device_id:
 * @self: a #BambuFirmware
 *
 * Returns: (transfer none) (nullable): the serial number of the printer or the unit
 */
const char *
bambu_firmware_get_device_id (BambuFirmware *self)
{
  g_return_val_if_fail (BAMBU_IS_FIRMWARE (self), NULL);

  return self->device_id;
}

/**
 * bambu_firmware_get_name:
 * @self: a #BambuFirmware
 *
 * Returns: (transfer none) (nullable): what an AMS unit is called
 */
const char *
bambu_firmware_get_name (BambuFirmware *self)
{
  g_return_val_if_fail (BAMBU_IS_FIRMWARE (self), NULL);

  return self->name;
}

/**
 * bambu_firmware_get_version:
 * @self: a #BambuFirmware
 *
 * Returns: (transfer none) (nullable): the version that is installed
 */
const char *
bambu_firmware_get_version (BambuFirmware *self)
{
  g_return_val_if_fail (BAMBU_IS_FIRMWARE (self), NULL);

  return self->version;
}

/**
 * bambu_firmware_get_newest:
 * @self: a #BambuFirmware
 *
 * Returns: (transfer none) (nullable): the newest version that the cloud offers
 */
const char *
bambu_firmware_get_newest (BambuFirmware *self)
{
  g_return_val_if_fail (BAMBU_IS_FIRMWARE (self), NULL);

  return self->newest;
}

/**
 * bambu_firmware_get_update:
 * @self: a #BambuFirmware
 *
 * Returns: whether the newest version is newer than the installed one
 */
gboolean
bambu_firmware_get_update (BambuFirmware *self)
{
  g_return_val_if_fail (BAMBU_IS_FIRMWARE (self), FALSE);

  return self->update;
}

/**
 * bambu_firmware_get_forced:
 * @self: a #BambuFirmware
 *
 * Returns: whether the printer insists on the update
 */
gboolean
bambu_firmware_get_forced (BambuFirmware *self)
{
  g_return_val_if_fail (BAMBU_IS_FIRMWARE (self), FALSE);

  return self->forced;
}

/**
 * bambu_firmware_get_notes:
 * @self: a #BambuFirmware
 *
 * Returns: (transfer none) (nullable): the release notes of the newest version: Markdown, or its like in brackets
 */
const char *
bambu_firmware_get_notes (BambuFirmware *self)
{
  g_return_val_if_fail (BAMBU_IS_FIRMWARE (self), NULL);

  return self->notes;
}

/**
 * bambu_firmware_get_uri:
 * @self: a #BambuFirmware
 *
 * Returns: (transfer none) (nullable): where the newest version is
 */
const char *
bambu_firmware_get_uri (BambuFirmware *self)
{
  g_return_val_if_fail (BAMBU_IS_FIRMWARE (self), NULL);

  return self->uri;
}

/**
 * bambu_firmware_get_units:
 * @self: a #BambuFirmware
 *
 * Returns: (transfer none): the AMS units, of #BambuFirmware; none for a unit
 */
GListModel *
bambu_firmware_get_units (BambuFirmware *self)
{
  g_return_val_if_fail (BAMBU_IS_FIRMWARE (self), NULL);

  return G_LIST_MODEL (self->units);
}
