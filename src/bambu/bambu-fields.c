/* bambu-fields.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"

#include "bambu-json.h"

static gpointer
field_at (gpointer          object,
          const BambuField *field)
{
  return G_STRUCT_MEMBER_P (object, field->offset);
}

static gboolean
times_equal (GDateTime *a,
             GDateTime *b)
{
  return a == b || (a != NULL && b != NULL && g_date_time_equal (a, b));
}

static GParamSpec *
create_pspec (const BambuField *field)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  switch (field->kind)
    {
    case BAMBU_FIELD_STRING:
      return g_param_spec_string (field->property, NULL, NULL, NULL, flags);

    case BAMBU_FIELD_INT:
      return g_param_spec_int (field->property, NULL, NULL, -1, G_MAXINT, -1, flags);

    case BAMBU_FIELD_SIGNED:
      return g_param_spec_int (field->property, NULL, NULL, G_MININT, G_MAXINT, 0, flags);

    case BAMBU_FIELD_DOUBLE:
      return g_param_spec_double (field->property, NULL, NULL, -1, G_MAXDOUBLE, field->fallback, flags);

    case BAMBU_FIELD_BOOLEAN:
      return g_param_spec_boolean (field->property, NULL, NULL, FALSE, flags);

    case BAMBU_FIELD_TIME:
      return g_param_spec_boxed (field->property, NULL, NULL, G_TYPE_DATE_TIME, flags);

    case BAMBU_FIELD_OBJECT:
    default:
      return g_param_spec_object (field->property, NULL, NULL, G_TYPE_LIST_MODEL, flags);
    }
}

static gboolean
field_equal (gpointer          a,
             gpointer          b,
             const BambuField *field)
{
  switch (field->kind)
    {
    case BAMBU_FIELD_STRING:
      return g_strcmp0 (*(char **)field_at (a, field), *(char **)field_at (b, field)) == 0;

    case BAMBU_FIELD_INT:
    case BAMBU_FIELD_SIGNED:
    case BAMBU_FIELD_BOOLEAN:
      return *(int *)field_at (a, field) == *(int *)field_at (b, field);

    case BAMBU_FIELD_DOUBLE:
      {
        const double x = *(double *)field_at (a, field);
        const double y = *(double *)field_at (b, field);

        return x <= y && x >= y;
      }

    case BAMBU_FIELD_TIME:
      return times_equal (*(GDateTime **)field_at (a, field), *(GDateTime **)field_at (b, field));

    case BAMBU_FIELD_OBJECT:
    default:
      return TRUE;
    }
}

static gboolean
field_is_told (gpointer          object,
               const BambuField *field)
{
  switch (field->kind)
    {
    case BAMBU_FIELD_STRING:
    case BAMBU_FIELD_TIME:
      return *(gpointer *)field_at (object, field) != NULL;

    case BAMBU_FIELD_INT:
      return *(int *)field_at (object, field) >= 0;

    case BAMBU_FIELD_SIGNED:
      return *(int *)field_at (object, field) != 0;

    case BAMBU_FIELD_DOUBLE:
      return *(double *)field_at (object, field) > field->fallback;

    case BAMBU_FIELD_BOOLEAN:
    case BAMBU_FIELD_OBJECT:
    default:
      return TRUE;
    }
}

static void
field_copy (gpointer          to,
            gpointer          from,
            const BambuField *field)
{
  GDateTime *time;

  switch (field->kind)
    {
    case BAMBU_FIELD_STRING:
      g_free (*(char **)field_at (to, field));
      *(char **)field_at (to, field) = g_strdup (*(char **)field_at (from, field));
      break;

    case BAMBU_FIELD_INT:
    case BAMBU_FIELD_SIGNED:
    case BAMBU_FIELD_BOOLEAN:
      *(int *)field_at (to, field) = *(int *)field_at (from, field);
      break;

    case BAMBU_FIELD_DOUBLE:
      *(double *)field_at (to, field) = *(double *)field_at (from, field);
      break;

    case BAMBU_FIELD_TIME:
      time = *(GDateTime **)field_at (from, field);
      g_clear_pointer ((GDateTime **)field_at (to, field), g_date_time_unref);
      *(GDateTime **)field_at (to, field) = time != NULL ? g_date_time_ref (time) : NULL;
      break;

    case BAMBU_FIELD_OBJECT:
    default:
      break;
    }
}

/**
 * bambu_fields_install:
 * @klass: the class being made
 * @fields: its fields
 * @n_fields: how many
 *
 * Installs a read-only property for each field; their ids count from 1.
 */
void
bambu_fields_install (GObjectClass     *klass,
                      const BambuField *fields,
                      guint             n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    g_object_class_install_property (klass, i + 1, create_pspec (&fields[i]));
}

/**
 * bambu_fields_get_property:
 * @object: an instance
 * @fields: its fields
 * @n_fields: how many
 * @prop_id: which property
 * @value: where to put it
 * @pspec: the property
 *
 * What a type's get_property does.
 */
void
bambu_fields_get_property (GObject          *object,
                           const BambuField *fields,
                           guint             n_fields,
                           guint             prop_id,
                           GValue           *value,
                           GParamSpec       *pspec)
{
  const BambuField *field;

  if (prop_id == 0 || prop_id > n_fields)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  field = &fields[prop_id - 1];

  switch (field->kind)
    {
    case BAMBU_FIELD_STRING:
      g_value_set_string (value, *(char **)field_at (object, field));
      break;

    case BAMBU_FIELD_INT:
    case BAMBU_FIELD_SIGNED:
      g_value_set_int (value, *(int *)field_at (object, field));
      break;

    case BAMBU_FIELD_DOUBLE:
      g_value_set_double (value, *(double *)field_at (object, field));
      break;

    case BAMBU_FIELD_BOOLEAN:
      g_value_set_boolean (value, *(gboolean *)field_at (object, field));
      break;

    case BAMBU_FIELD_TIME:
      g_value_set_boxed (value, *(GDateTime **)field_at (object, field));
      break;

    case BAMBU_FIELD_OBJECT:
    default:
      g_value_set_object (value, *(GObject **)field_at (object, field));
      break;
    }
}

/**
 * bambu_fields_read:
 * @object: a new instance
 * @fields: its fields
 * @n_fields: how many
 * @json: (nullable): a part of the cloud's answer
 *
 * Fills the fields that have a member. What is not there, or not what it should be, reads as "not told".
 */
void
bambu_fields_read (gpointer          object,
                   const BambuField *fields,
                   guint             n_fields,
                   JsonObject       *json)
{
  for (guint i = 0; i < n_fields; i++)
    {
      const BambuField *field = &fields[i];

      if (field->member == NULL)
        continue;

      switch (field->kind)
        {
        case BAMBU_FIELD_STRING:
          g_free (*(char **)field_at (object, field));
          *(char **)field_at (object, field) = bambu_fields_dup_string (json, field->member);
          break;

        case BAMBU_FIELD_INT:
          *(int *)field_at (object, field) = bambu_json_get_int (json, field->member, 0, G_MAXINT, -1);
          break;

        case BAMBU_FIELD_DOUBLE:
          *(double *)field_at (object, field) =
            bambu_json_get_double (json, field->member, 0, 1e12, field->fallback);
          break;

        case BAMBU_FIELD_BOOLEAN:
          *(gboolean *)field_at (object, field) = bambu_json_get_boolean (json, field->member, FALSE);
          break;

        case BAMBU_FIELD_TIME:
          g_clear_pointer ((GDateTime **)field_at (object, field), g_date_time_unref);
          *(GDateTime **)field_at (object, field) = bambu_json_dup_time (json, field->member);
          break;

        case BAMBU_FIELD_SIGNED:
        case BAMBU_FIELD_OBJECT:
        default:
          break;
        }
    }
}

/**
 * bambu_fields_dup_string:
 * @json: (nullable): a part of the cloud's answer
 * @member: a member of it
 *
 * Reads a string as a field of the kind %BAMBU_FIELD_STRING does.
 *
 * Returns: (transfer full) (nullable): the string; %NULL where it is not told, or empty
 */
char *
bambu_fields_dup_string (JsonObject *json,
                         const char *member)
{
  g_autofree char *string = bambu_json_dup_string (json, member);

  if (string == NULL || string[0] == '\0')
    return NULL;

  return g_steal_pointer (&string);
}

/**
 * bambu_fields_complete:
 * @object: a new instance
 * @known: another of the same type, which may know more
 * @fields: the fields to complete
 * @n_fields: how many
 *
 * Fills those fields of @object that are "not told" with what @known has, silently. A truth value is always told.
 */
void
bambu_fields_complete (gpointer          object,
                       gpointer          known,
                       const BambuField *fields,
                       guint             n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    {
      if (!field_is_told (object, &fields[i]))
        field_copy (object, known, &fields[i]);
    }
}

/**
 * bambu_fields_equal:
 * @a: an instance
 * @b: another of the same type
 * @fields: their fields
 * @n_fields: how many
 *
 * Compares the fields' values; objects are not looked into.
 *
 * Returns: whether all are the same
 */
gboolean
bambu_fields_equal (gpointer          a,
                    gpointer          b,
                    const BambuField *fields,
                    guint             n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    {
      if (!field_equal (a, b, &fields[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * bambu_fields_merge:
 * @object: an instance that may be shown
 * @newer: another of the same type
 * @fields: the fields to take over
 * @n_fields: how many
 *
 * Takes over what differs, and notifies that and nothing else.
 *
 * Returns: whether anything differed
 */
gboolean
bambu_fields_merge (gpointer          object,
                    gpointer          newer,
                    const BambuField *fields,
                    guint             n_fields)
{
  gboolean changed = FALSE;

  g_object_freeze_notify (object);

  for (guint i = 0; i < n_fields; i++)
    {
      if (field_equal (object, newer, &fields[i]))
        continue;

      field_copy (object, newer, &fields[i]);
      g_object_notify (object, fields[i].property);
      changed = TRUE;
    }

  g_object_thaw_notify (object);

  return changed;
}

/**
 * bambu_fields_clear:
 * @object: an instance that is being finalized
 * @fields: its fields
 * @n_fields: how many
 *
 * Frees what the fields hold.
 */
void
bambu_fields_clear (gpointer          object,
                    const BambuField *fields,
                    guint             n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    {
      switch (fields[i].kind)
        {
        case BAMBU_FIELD_STRING:
          g_clear_pointer ((char **)field_at (object, &fields[i]), g_free);
          break;

        case BAMBU_FIELD_TIME:
          g_clear_pointer ((GDateTime **)field_at (object, &fields[i]), g_date_time_unref);
          break;

        case BAMBU_FIELD_OBJECT:
          g_clear_object ((GObject **)field_at (object, &fields[i]));
          break;

        case BAMBU_FIELD_INT:
        case BAMBU_FIELD_SIGNED:
        case BAMBU_FIELD_DOUBLE:
        case BAMBU_FIELD_BOOLEAN:
        default:
          break;
        }
    }
}
