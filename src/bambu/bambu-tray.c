/* bambu-tray.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"
#include "bambu-live-types-private.h"

struct _BambuTray
{
  GObject   parent_instance;
  int       id;
  gboolean  filled;
  char     *kind;
  char     *name;
  gboolean  has_color;
  guint32   color;
  int       remaining;
  gboolean  in_use;
};

static const BambuField fields[] =
{
  { "id", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuTray, id), NULL },
  { "filled", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuTray, filled), NULL },
  { "kind", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTray, kind), NULL },
  { "name", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTray, name), NULL },
  { "has-color", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuTray, has_color), NULL },
  { "remaining", BAMBU_FIELD_INT, G_STRUCT_OFFSET (BambuTray, remaining), NULL },
  { "in-use", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuTray, in_use), NULL },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuTray, bambu_tray, G_TYPE_OBJECT)

static GParamSpec *color_pspec;

static void
bambu_tray_finalize (GObject *object)
{
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_tray_parent_class)->finalize (object);
}

static void
bambu_tray_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  if (pspec == color_pspec)
    g_value_set_uint (value, BAMBU_TRAY (object)->color);
  else
    bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_tray_class_init (BambuTrayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_tray_finalize;
  object_class->get_property = bambu_tray_get_property;

  bambu_fields_install (object_class, fields, N_FIELDS);

  color_pspec = g_param_spec_uint ("color", NULL, NULL,
                                   0, G_MAXUINT32, 0,
                                   (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, N_FIELDS + 1, color_pspec);
}

static void
bambu_tray_init (BambuTray *self)
{
}

static char *
dup_text (const char *text)
{
  return *text != '\0' ? g_strdup (text) : NULL;
}

/* Where there is no spool, nothing else counts. */
BambuTray *
bambu_tray_new (const BambuReportTray *report,
                gboolean               in_use)
{
  BambuTray *self = g_object_new (BAMBU_TYPE_TRAY, NULL);

  self->id = report->id;
  self->filled = report->filled;
  self->kind = dup_text (report->kind);
  self->name = dup_text (report->name);
  self->has_color = report->has_color;
  self->color = report->color;
  self->remaining = report->remaining;
  self->in_use = in_use;

  return self;
}

gboolean
bambu_tray_equal (BambuTray *self,
                  BambuTray *other)
{
  return self->color == other->color && bambu_fields_equal (self, other, fields, N_FIELDS);
}

/**
 * bambu_tray_get_id:
 * @self: a #BambuTray
 *
 * Returns: which place, from 0; 254 and 255 are outside of the units
 */
int
bambu_tray_get_id (BambuTray *self)
{
  g_return_val_if_fail (BAMBU_IS_TRAY (self), -1);

  return self->id;
}

/**
 * bambu_tray_get_filled:
 * @self: a #BambuTray
 *
 * Returns: whether there is a spool
 */
gboolean
bambu_tray_get_filled (BambuTray *self)
{
  g_return_val_if_fail (BAMBU_IS_TRAY (self), FALSE);

  return self->filled;
}

/**
 * bambu_tray_get_kind:
 * @self: a #BambuTray
 *
 * Returns: (transfer none) (nullable): the material, such as "PLA"
 */
const char *
bambu_tray_get_kind (BambuTray *self)
{
  g_return_val_if_fail (BAMBU_IS_TRAY (self), NULL);

  return self->kind;
}

/**
 * bambu_tray_get_name:
 * @self: a #BambuTray
 *
 * Returns: (transfer none) (nullable): what its maker calls it, such as "PLA Basic"
 */
const char *
bambu_tray_get_name (BambuTray *self)
{
  g_return_val_if_fail (BAMBU_IS_TRAY (self), NULL);

  return self->name;
}

/**
 * bambu_tray_get_has_color:
 * @self: a #BambuTray
 *
 * Returns: whether the colour is known
 */
gboolean
bambu_tray_get_has_color (BambuTray *self)
{
  g_return_val_if_fail (BAMBU_IS_TRAY (self), FALSE);

  return self->has_color;
}

/**
 * bambu_tray_get_color:
 * @self: a #BambuTray
 *
 * Returns: the colour as 0xRRGGBBAA; 0 where it is not known
 */
guint32
bambu_tray_get_color (BambuTray *self)
{
  g_return_val_if_fail (BAMBU_IS_TRAY (self), 0);

  return self->color;
}

/**
 * bambu_tray_get_remaining:
 * @self: a #BambuTray
 *
 * Returns: how much of the filament is left, in percent from 0 to 100; -1 where that is not known
 */
int
bambu_tray_get_remaining (BambuTray *self)
{
  g_return_val_if_fail (BAMBU_IS_TRAY (self), -1);

  return self->remaining;
}

/**
 * bambu_tray_get_in_use:
 * @self: a #BambuTray
 *
 * Returns: whether it is printed with
 */
gboolean
bambu_tray_get_in_use (BambuTray *self)
{
  g_return_val_if_fail (BAMBU_IS_TRAY (self), FALSE);

  return self->in_use;
}
