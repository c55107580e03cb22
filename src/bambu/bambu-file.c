/* bambu-file.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"
#include "bambu-json.h"
#include "bambu-types-private.h"

struct _BambuFile
{
  GObject parent_instance;

  char   *name;
  char   *dir;
  char   *uri;
};

static const BambuField fields[] =
{
  { "name", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuFile, name), "name" },
  { "dir", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuFile, dir), "dir" },
  { "uri", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuFile, uri), "url" },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuFile, bambu_file, G_TYPE_OBJECT)

static void
bambu_file_finalize (GObject *object)
{
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_file_parent_class)->finalize (object);
}

static void
bambu_file_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_file_class_init (BambuFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_file_finalize;
  object_class->get_property = bambu_file_get_property;

  bambu_fields_install (object_class, fields, N_FIELDS);
}

static void
bambu_file_init (BambuFile *self)
{
}

/* An entry of a profile's "configs", "pictures" or "auxiliary_…". */
BambuFile *
bambu_file_new_from_json (JsonObject *json)
{
  BambuFile *self = g_object_new (BAMBU_TYPE_FILE, NULL);

  bambu_fields_read (self, fields, N_FIELDS, json);

  return self;
}

gboolean
bambu_file_equal (BambuFile *self,
                  BambuFile *other)
{
  return bambu_fields_equal (self, other, fields, N_FIELDS);
}

/**
 * bambu_file_get_name:
 * @self: a #BambuFile
 *
 * Returns: (transfer none) (nullable): its name, as untrusted as all that comes from the cloud
 */
const char *
bambu_file_get_name (BambuFile *self)
{
  g_return_val_if_fail (BAMBU_IS_FILE (self), NULL);

  return self->name;
}

/**
 * bambu_file_get_dir:
 * @self: a #BambuFile
 *
 * Returns: (transfer none) (nullable): the folder that it has in the project's archive
 */
const char *
bambu_file_get_dir (BambuFile *self)
{
  g_return_val_if_fail (BAMBU_IS_FILE (self), NULL);

  return self->dir;
}

/**
 * bambu_file_get_uri:
 * @self: a #BambuFile
 *
 * Returns: (transfer none) (nullable): its address
 */
const char *
bambu_file_get_uri (BambuFile *self)
{
  g_return_val_if_fail (BAMBU_IS_FILE (self), NULL);

  return self->uri;
}
