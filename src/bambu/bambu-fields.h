/* bambu-fields.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * BambuFieldKind:
 * @BAMBU_FIELD_STRING: a `char *`, from a string or a number; an empty one reads as %NULL
 * @BAMBU_FIELD_INT: an `int` of at least 0, or -1 where it is not told
 * @BAMBU_FIELD_SIGNED: an `int` of any sign, or 0 where it is not told; never read
 * @BAMBU_FIELD_DOUBLE: a `double` of at least 0, or the field's fallback where it is not told
 * @BAMBU_FIELD_BOOLEAN: a `gboolean`
 * @BAMBU_FIELD_TIME: a `GDateTime *`
 * @BAMBU_FIELD_OBJECT: a `GObject *` that is made with its owner and stays; never read
 *
 * What a field of a type is, in the structure and as a property.
 */
typedef enum
{
  BAMBU_FIELD_STRING,
  BAMBU_FIELD_INT,
  BAMBU_FIELD_SIGNED,
  BAMBU_FIELD_DOUBLE,
  BAMBU_FIELD_BOOLEAN,
  BAMBU_FIELD_TIME,
  BAMBU_FIELD_OBJECT,
} BambuFieldKind;

/**
 * BambuField:
 * @property: the name of the read-only property
 * @kind: what it is
 * @offset: where it stands in the instance
 * @member: (nullable): the member of the cloud's answer that it is read from, or %NULL where it is not simply read
 * @fallback: for %BAMBU_FIELD_DOUBLE, what stands for "not told"
 *
 * One property of a type. A type is a table of these: reading it from an answer, taking over what is newer, its
 * properties and its end all go by the table.
 */
typedef struct
{
  const char     *property;
  BambuFieldKind  kind;
  gsize           offset;
  const char     *member;
  double          fallback;
} BambuField;

void     bambu_fields_install      (GObjectClass     *klass,
                                    const BambuField *fields,
                                    guint             n_fields);
void     bambu_fields_get_property (GObject          *object,
                                    const BambuField *fields,
                                    guint             n_fields,
                                    guint             prop_id,
                                    GValue           *value,
                                    GParamSpec       *pspec);
void     bambu_fields_read         (gpointer          object,
                                    const BambuField *fields,
                                    guint             n_fields,
                                    JsonObject       *json);
char    *bambu_fields_dup_string  (JsonObject       *json,
                                   const char       *member);
void     bambu_fields_complete    (gpointer          object,
                                   gpointer          known,
                                   const BambuField *fields,
                                   guint             n_fields);
gboolean bambu_fields_equal        (gpointer          a,
                                    gpointer          b,
                                    const BambuField *fields,
                                    guint             n_fields);
gboolean bambu_fields_merge        (gpointer          object,
                                    gpointer          newer,
                                    const BambuField *fields,
                                    guint             n_fields);
void     bambu_fields_clear        (gpointer          object,
                                    const BambuField *fields,
                                    guint             n_fields);

G_END_DECLS
