/* bambu-resource.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"
#include "bambu-json.h"
#include "bambu-types-private.h"

struct _BambuResource
{
  GObject   parent_instance;

  gboolean  software;
  char     *kind;
  char     *version;
  char     *notes;
  char     *uri;
  gboolean  forced;
};

static const BambuField fields[] =
{
  { "software", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuResource, software), NULL },
  { "kind", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuResource, kind), "type" },
  { "version", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuResource, version), "version" },
  { "notes", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuResource, notes), "description" },
  { "uri", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuResource, uri), "url" },
  { "forced", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuResource, forced), "force_update" },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuResource, bambu_resource, G_TYPE_OBJECT)

static void
bambu_resource_finalize (GObject *object)
{
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_resource_parent_class)->finalize (object);
}

static void
bambu_resource_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_resource_class_init (BambuResourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_resource_finalize;
  object_class->get_property = bambu_resource_get_property;

  bambu_fields_install (object_class, fields, N_FIELDS);
}

static void
bambu_resource_init (BambuResource *self)
{
}

/* An entry of "resources", or "software": @json may be %NULL, and then there is none. */
BambuResource *
bambu_resource_new_from_json (JsonObject *json,
                              gboolean    software)
{
  BambuResource *self;

  if (json == NULL)
    return NULL;

  self = g_object_new (BAMBU_TYPE_RESOURCE, NULL);
  bambu_fields_read (self, fields, N_FIELDS, json);
  self->software = software;

  return self;
}

/**
 * bambu_resource_get_software:
 * @self: a #BambuResource
 *
 * Returns: whether it is the slicer itself
 */
gboolean
bambu_resource_get_software (BambuResource *self)
{
  g_return_val_if_fail (BAMBU_IS_RESOURCE (self), FALSE);

  return self->software;
}

/**
 * bambu_resource_get_kind:
 * @self: a #BambuResource
 *
 * Returns: (transfer none) (nullable): what it is, such as "slicer/plugins/cloud"; %NULL for the slicer
 */
const char *
bambu_resource_get_kind (BambuResource *self)
{
  g_return_val_if_fail (BAMBU_IS_RESOURCE (self), NULL);

  return self->kind;
}

/**
 * bambu_resource_get_version:
 * @self: a #BambuResource
 *
 * Returns: (transfer none) (nullable): its version
 */
const char *
bambu_resource_get_version (BambuResource *self)
{
  g_return_val_if_fail (BAMBU_IS_RESOURCE (self), NULL);

  return self->version;
}

/**
 * bambu_resource_get_notes:
 * @self: a #BambuResource
 *
 * Returns: (transfer none) (nullable): its release notes
 */
const char *
bambu_resource_get_notes (BambuResource *self)
{
  g_return_val_if_fail (BAMBU_IS_RESOURCE (self), NULL);

  return self->notes;
}

/**
 * bambu_resource_get_uri:
 * @self: a #BambuResource
 *
 * Returns: (transfer none) (nullable): where it is
 */
const char *
bambu_resource_get_uri (BambuResource *self)
{
  g_return_val_if_fail (BAMBU_IS_RESOURCE (self), NULL);

  return self->uri;
}

/**
 * bambu_resource_get_forced:
 * @self: a #BambuResource
 *
 * Returns: whether the slicer insists on it
 */
gboolean
bambu_resource_get_forced (BambuResource *self)
{
  g_return_val_if_fail (BAMBU_IS_RESOURCE (self), FALSE);

  return self->forced;
}
