/* bambu-json.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "bambu-json.h"

/* Times that the cloud gives as numbers are seconds; from here on they must be milliseconds. */
#define FIRST_MILLISECONDS G_GINT64_CONSTANT (100000000000)

static JsonNode *
get_value (JsonObject *object,
           const char *member)
{
  JsonNode *node;

  if (object == NULL || !(node = json_object_get_member (object, member)))
    return NULL;

  return JSON_NODE_HOLDS_VALUE (node) ? node : NULL;
}

static char *
format_double (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    return NULL;

  /* The shortest text that reads back as the same number: 0.4, not 0.40000000000000002. */
  for (int precision = 15; precision <= 17; precision++)
    {
      char format[] = { '%', '.', '1', (char) ('0' + precision - 10), 'g', '\0' };

      g_ascii_formatd (buffer, sizeof buffer, format, value);

      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }

  return g_strdup (buffer);
}

static char *
dup_node_string (JsonNode *node)
{
  g_assert (node != NULL);

  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return g_strdup (json_node_get_string (node));

    case G_TYPE_INT64:
      return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

    case G_TYPE_DOUBLE:
      return format_double (json_node_get_double (node));

    default:
      return NULL;
    }
}

static gboolean
parse_double (const char *string,
              double     *value)
{
  g_autofree char *stripped = g_strstrip (g_strdup (string));
  char *end;

  /* strtod() also takes "inf", "nan" and hexadecimal. */
  if (*stripped == '\0' || strspn (stripped, "+-.0123456789eE") != strlen (stripped))
    return FALSE;

  *value = g_ascii_strtod (stripped, &end);

  return *end == '\0' && isfinite (*value);
}

static gboolean
parse_int (const char *string,
           gint64     *value)
{
  g_autofree char *stripped = g_strstrip (g_strdup (string));
  double number;

  if (g_ascii_string_to_signed (stripped, 10, G_MININT64, G_MAXINT64, value, NULL))
    return TRUE;

  /* Within what a double holds exactly. */
  if (!parse_double (stripped, &number) || fabs (number) > 9007199254740992.0)
    return FALSE;

  *value = (gint64) number;

  return TRUE;
}

static gboolean
read_int (JsonNode *node,
          gint64   *value)
{
  double number;

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_INT64:
      *value = json_node_get_int (node);
      return TRUE;

    case G_TYPE_DOUBLE:
      number = json_node_get_double (node);
      if (!isfinite (number) || fabs (number) > 9007199254740992.0)
        return FALSE;
      *value = (gint64) number;
      return TRUE;

    case G_TYPE_STRING:
      return parse_int (json_node_get_string (node), value);

    default:
      return FALSE;
    }
}

/**
 * bambu_json_dup_string:
 * @object: (nullable): an object
 * @member: a member's name
 *
 * Reads a string; a number reads as its text.
 *
 * Returns: (transfer full) (nullable): the string, or %NULL where there is none
 */
char *
bambu_json_dup_string (JsonObject *object,
                       const char *member)
{
  JsonNode *node = get_value (object, member);

  return node != NULL ? dup_node_string (node) : NULL;
}

/**
 * bambu_json_get_int:
 * @object: (nullable): an object
 * @member: a member's name
 * @minimum: the least that makes sense
 * @maximum: the most that makes sense
 * @fallback: what to return where there is no such number
 *
 * Reads a whole number, also from a string. A fraction is cut off. What is outside of @minimum and @maximum is
 * as good as not there.
 *
 * Returns: the number, or @fallback
 */
gint64
bambu_json_get_int (JsonObject *object,
                    const char *member,
                    gint64      minimum,
                    gint64      maximum,
                    gint64      fallback)
{
  JsonNode *node = get_value (object, member);
  gint64 value;

  if (node == NULL || !read_int (node, &value) || value < minimum || value > maximum)
    return fallback;

  return value;
}

/**
 * bambu_json_get_double:
 * @object: (nullable): an object
 * @member: a member's name
 * @minimum: the least that makes sense
 * @maximum: the most that makes sense
 * @fallback: what to return where there is no such number
 *
 * Reads a number, also from a string. What is outside of @minimum and @maximum is as good as not there.
 *
 * Returns: the number, finite unless @fallback is not, or @fallback
 */
double
bambu_json_get_double (JsonObject *object,
                       const char *member,
                       double      minimum,
                       double      maximum,
                       double      fallback)
{
  JsonNode *node = get_value (object, member);
  double value;

  if (node == NULL)
    return fallback;

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_INT64:
      value = (double) json_node_get_int (node);
      break;

    case G_TYPE_DOUBLE:
      value = json_node_get_double (node);
      break;

    case G_TYPE_STRING:
      if (!parse_double (json_node_get_string (node), &value))
        return fallback;
      break;

    default:
      return fallback;
    }

  if (!isfinite (value) || value < minimum || value > maximum)
    return fallback;

  return value;
}

/**
 * bambu_json_get_boolean:
 * @object: (nullable): an object
 * @member: a member's name
 * @fallback: what to return where there is no such thing
 *
 * Reads a truth value, also from 0 and 1 and from strings.
 *
 * Returns: the value, or @fallback
 */
gboolean
bambu_json_get_boolean (JsonObject *object,
                        const char *member,
                        gboolean    fallback)
{
  JsonNode *node = get_value (object, member);
  const char *string;
  gint64 number;

  if (node == NULL)
    return fallback;

  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      string = json_node_get_string (node);

      if (g_ascii_strcasecmp (string, "true") == 0)
        return TRUE;

      if (g_ascii_strcasecmp (string, "false") == 0)
        return FALSE;
    }

  if (read_int (node, &number) && (number == 0 || number == 1))
    return number == 1;

  return fallback;
}

/**
 * bambu_json_dup_time:
 * @object: (nullable): an object
 * @member: a member's name
 *
 * Reads a time in either of the cloud's forms, `2022-11-22T02:54:12Z` and `2022-11-22 09:58:04` (UTC), or as a number of
 * seconds or milliseconds since 1970.
 *
 * Returns: (transfer full) (nullable): the time, or %NULL where there is none
 */
GDateTime *
bambu_json_dup_time (JsonObject *object,
                     const char *member)
{
  JsonNode *node = get_value (object, member);
  g_autoptr(GTimeZone) utc = NULL;
  g_autofree char *string = NULL;
  gint64 number;

  if (node == NULL)
    return NULL;

  if (read_int (node, &number))
    {
      if (number <= 0)
        return NULL;

      return g_date_time_new_from_unix_utc (number >= FIRST_MILLISECONDS ? number / 1000 : number);
    }

  if (!(string = dup_node_string (node)))
    return NULL;

  utc = g_time_zone_new_utc ();

  return g_date_time_new_from_iso8601 (g_strstrip (string), utc);
}

/**
 * bambu_json_get_color:
 * @object: (nullable): an object
 * @member: a member's name
 * @rgba: (out): the colour as 0xRRGGBBAA; untouched where there is none
 *
 * Reads a colour: `RRGGBB` or `RRGGBBAA`, with or without a `#`. Without an alpha it is opaque.
 *
 * Returns: whether there is a colour
 */
gboolean
bambu_json_get_color (JsonObject *object,
                      const char *member,
                      guint32    *rgba)
{
  g_autofree char *string = NULL;
  const char *digits;
  guint64 value;
  gsize length;

  g_return_val_if_fail (rgba != NULL, FALSE);

  if (!(string = bambu_json_dup_string (object, member)))
    return FALSE;

  digits = g_strstrip (string);

  if (*digits == '#')
    digits++;

  length = strlen (digits);

  if ((length != 6 && length != 8) ||
      !g_ascii_string_to_unsigned (digits, 16, 0, G_MAXUINT32, &value, NULL))
    return FALSE;

  *rgba = length == 6 ? (guint32) (value << 8 | 0xff) : (guint32) value;

  return TRUE;
}

/**
 * bambu_json_dup_strv:
 * @object: (nullable): an object
 * @member: a member's name
 *
 * Reads a list of strings; numbers read as their texts, a lone string as a list of one, and what is neither is left
 * out.
 *
 * Returns: (transfer full): the strings, possibly none
 */
char **
bambu_json_dup_strv (JsonObject *object,
                     const char *member)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = bambu_json_get_array (object, member);
  guint length = array != NULL ? json_array_get_length (array) : 0;
  g_autofree char *lone = bambu_json_dup_string (object, member);

  if (lone != NULL)
    g_strv_builder_add (builder, lone);

  for (guint i = 0; i < length; i++)
    {
      g_autofree char *string = dup_node_string (json_array_get_element (array, i));

      if (string != NULL)
        g_strv_builder_add (builder, string);
    }

  return g_strv_builder_end (builder);
}

/**
 * bambu_json_dup_text:
 * @object: (nullable): an object
 * @member: a member's name
 *
 * Reads whatever a member is as text for people: a value as it is, the values of an array joined by ", ", and anything
 * deeper as JSON.
 *
 * Returns: (transfer full): the text; an empty one where there is nothing
 */
char *
bambu_json_dup_text (JsonObject *object,
                     const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;
  char *text;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("");

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_auto(GStrv) values = bambu_json_dup_strv (object, member);

      if (g_strv_length (values) == json_array_get_length (json_node_get_array (node)))
        return g_strjoinv (", ", values);
    }

  if ((text = dup_node_string (node)))
    return text;

  return json_to_string (node, FALSE);
}

/**
 * bambu_json_dup_members:
 * @object: (nullable): an object
 *
 * Returns: (transfer full): the names of its members in the order of the text; none where @object is %NULL
 */
char **
bambu_json_dup_members (JsonObject *object)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(GList) members = object != NULL ? json_object_get_members (object) : NULL;

  for (const GList *l = members; l != NULL; l = l->next)
    g_strv_builder_add (builder, l->data);

  return g_strv_builder_end (builder);
}

/**
 * bambu_json_get_object:
 * @object: (nullable): an object
 * @member: a member's name
 *
 * Returns: (transfer none) (nullable): the object that @member is, or %NULL where it is none
 */
JsonObject *
bambu_json_get_object (JsonObject *object,
                       const char *member)
{
  if (object == NULL)
    return NULL;

  return bambu_json_node_object (json_object_get_member (object, member));
}

/**
 * bambu_json_get_array:
 * @object: (nullable): an object
 * @member: a member's name
 *
 * Returns: (transfer none) (nullable): the array that @member is, or %NULL where it is none
 */
JsonArray *
bambu_json_get_array (JsonObject *object,
                      const char *member)
{
  JsonNode *node;

  if (object == NULL || !(node = json_object_get_member (object, member)))
    return NULL;

  return JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/**
 * bambu_json_node_object:
 * @node: (nullable): a node
 *
 * Returns: (transfer none) (nullable): the object that @node is, or %NULL where it is none
 */
JsonObject *
bambu_json_node_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * bambu_json_array_object:
 * @array: (nullable): an array
 * @index: a position in it
 *
 * Returns: (transfer none) (nullable): the object at @index, or %NULL where there is none
 */
JsonObject *
bambu_json_array_object (JsonArray *array,
                         guint      index)
{
  if (array == NULL || index >= json_array_get_length (array))
    return NULL;

  return bambu_json_node_object (json_array_get_element (array, index));
}

/**
 * bambu_json_write:
 * @object: an object
 *
 * Writes an object anew, for when its own text is not there any more. Numbers may come out in another form.
 *
 * Returns: (transfer full): its text
 */
GBytes *
bambu_json_write (JsonObject *object)
{
  g_autoptr(JsonNode) node = NULL;
  char *text;

  g_return_val_if_fail (object != NULL, NULL);

  node = json_node_init_object (json_node_alloc (), object);
  text = json_to_string (node, FALSE);

  return g_bytes_new_take (text, strlen (text));
}
