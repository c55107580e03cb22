/* bambu-hms.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"
#include "bambu-live-types-private.h"

struct _BambuHms
{
  GObject           parent_instance;
  char             *code;
  char             *link;
  BambuHmsSeverity  severity;
};

static const BambuField fields[] =
{
  { "code", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuHms, code), NULL },
  { "link", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuHms, link), NULL },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_ENUM_TYPE (BambuHmsSeverity, bambu_hms_severity,
                    G_DEFINE_ENUM_VALUE (BAMBU_HMS_SEVERITY_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (BAMBU_HMS_SEVERITY_FATAL, "fatal"),
                    G_DEFINE_ENUM_VALUE (BAMBU_HMS_SEVERITY_SERIOUS, "serious"),
                    G_DEFINE_ENUM_VALUE (BAMBU_HMS_SEVERITY_COMMON, "common"),
                    G_DEFINE_ENUM_VALUE (BAMBU_HMS_SEVERITY_INFO, "info"))

G_DEFINE_FINAL_TYPE (BambuHms, bambu_hms, G_TYPE_OBJECT)

static GParamSpec *severity_pspec;

static void
bambu_hms_finalize (GObject *object)
{
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_hms_parent_class)->finalize (object);
}

static void
bambu_hms_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  if (pspec == severity_pspec)
    g_value_set_enum (value, BAMBU_HMS (object)->severity);
  else
    bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_hms_class_init (BambuHmsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_hms_finalize;
  object_class->get_property = bambu_hms_get_property;

  bambu_fields_install (object_class, fields, N_FIELDS);

  severity_pspec = g_param_spec_enum ("severity", NULL, NULL,
                                      BAMBU_TYPE_HMS_SEVERITY,
                                      BAMBU_HMS_SEVERITY_UNKNOWN,
                                      (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, N_FIELDS + 1, severity_pspec);
}

static void
bambu_hms_init (BambuHms *self)
{
}

static BambuHmsSeverity
severity_from_code (guint32 code)
{
  switch (code >> 16)
    {
    case 1:
      return BAMBU_HMS_SEVERITY_FATAL;

    case 2:
      return BAMBU_HMS_SEVERITY_SERIOUS;

    case 3:
      return BAMBU_HMS_SEVERITY_COMMON;

    case 4:
      return BAMBU_HMS_SEVERITY_INFO;

    default:
      return BAMBU_HMS_SEVERITY_UNKNOWN;
    }
}

/* @family: (nullable): which of the vendor's pages are about the printer. */
BambuHms *
bambu_hms_new (const BambuReportHms *report,
               const char           *family)
{
  BambuHms *self = g_object_new (BAMBU_TYPE_HMS, NULL);

  self->code = g_strdup_printf ("%04X_%04X_%04X_%04X",
                                report->attr >> 16, report->attr & 0xffff,
                                report->code >> 16, report->code & 0xffff);
  self->severity = severity_from_code (report->code);

  if (family != NULL)
    self->link = g_strdup_printf ("https://wiki.bambulab.com/en/%s/troubleshooting/hmscode/%s", family, self->code);
  else
    self->link = g_strdup ("https://wiki.bambulab.com/en/hms/home");

  return self;
}

gboolean
bambu_hms_equal (BambuHms *self,
                 BambuHms *other)
{
  return bambu_fields_equal (self, other, fields, N_FIELDS);
}

/**
 * bambu_hms_get_code:
 * @self: a #BambuHms
 *
 * Returns: (transfer none): the code as the vendor writes it, such as "0300_0100_0001_0007"
 */
const char *
bambu_hms_get_code (BambuHms *self)
{
  g_return_val_if_fail (BAMBU_IS_HMS (self), NULL);

  return self->code;
}

/**
 * bambu_hms_get_link:
 * @self: a #BambuHms
 *
 * Returns: (transfer none): the address of the vendor’s page about it
 */
const char *
bambu_hms_get_link (BambuHms *self)
{
  g_return_val_if_fail (BAMBU_IS_HMS (self), NULL);

  return self->link;
}

/**
 * bambu_hms_get_severity:
 * @self: a #BambuHms
 *
 * Returns: how bad it is
 */
BambuHmsSeverity
bambu_hms_get_severity (BambuHms *self)
{
  g_return_val_if_fail (BAMBU_IS_HMS (self), BAMBU_HMS_SEVERITY_UNKNOWN);

  return self->severity;
}
