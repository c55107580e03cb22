/* demo-json.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-json.h"

#include <math.h>

/* json-glib's parser recurses: a deeper text than this is refused before it is parsed. */
#define MAX_DEPTH 64

struct _DemoJson
{
  GString  *text;
  gboolean  needs_comma;
};

/**
 * demo_json_new:
 *
 * Returns: (transfer full): a writer with nothing written
 */
DemoJson *
demo_json_new (void)
{
  DemoJson *self = g_new0 (DemoJson, 1);

  self->text = g_string_sized_new (1024);

  return self;
}

/**
 * demo_json_free:
 * @self: (transfer full): a writer
 *
 * Frees a writer and what it wrote.
 */
void
demo_json_free (DemoJson *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * demo_json_free_to_bytes:
 * @self: (transfer full): a writer
 *
 * Returns: (transfer full): what @self wrote
 */
GBytes *
demo_json_free_to_bytes (DemoJson *self)
{
  GBytes *bytes;

  g_return_val_if_fail (self != NULL, NULL);

  bytes = g_string_free_to_bytes (self->text);
  g_free (self);

  return bytes;
}

static void
append_quoted (GString    *text,
               const char *value)
{
  const char *start = value;

  g_string_append_c (text, '"');
  for (const char *c = value; *c != '\0'; c++)
    {
      if ((guchar) *c >= 0x20 && *c != '"' && *c != '\\')
        continue;

      g_string_append_len (text, start, c - start);
      start = c + 1;

      if (*c == '"' || *c == '\\')
        g_string_append_printf (text, "\\%c", *c);
      else if (*c == '\n')
        g_string_append (text, "\\n");
      else if (*c == '\r')
        g_string_append (text, "\\r");
      else if (*c == '\t')
        g_string_append (text, "\\t");
      else
        g_string_append_printf (text, "\\u%04x", (guchar) *c);
    }
  g_string_append (text, start);
  g_string_append_c (text, '"');
}

static void
begin_value (DemoJson   *self,
             const char *name)
{
  if (self->needs_comma)
    g_string_append_c (self->text, ',');
  self->needs_comma = TRUE;

  if (name != NULL)
    {
      append_quoted (self->text, name);
      g_string_append_c (self->text, ':');
    }
}

/**
 * demo_json_begin_object:
 * @self: the writer
 * @name: (nullable): the member's name, %NULL in an array and at the root
 *
 * Begins an object; what is added next goes into it.
 */
void
demo_json_begin_object (DemoJson   *self,
                        const char *name)
{
  g_return_if_fail (self != NULL);

  begin_value (self, name);
  g_string_append_c (self->text, '{');
  self->needs_comma = FALSE;
}

/**
 * demo_json_end_object:
 * @self: the writer
 *
 * Ends the object that was begun last.
 */
void
demo_json_end_object (DemoJson *self)
{
  g_return_if_fail (self != NULL);

  g_string_append_c (self->text, '}');
  self->needs_comma = TRUE;
}

/**
 * demo_json_begin_array:
 * @self: the writer
 * @name: (nullable): the member's name, %NULL in an array and at the root
 *
 * Begins an array; what is added next goes into it, without names.
 */
void
demo_json_begin_array (DemoJson   *self,
                       const char *name)
{
  g_return_if_fail (self != NULL);

  begin_value (self, name);
  g_string_append_c (self->text, '[');
  self->needs_comma = FALSE;
}

/**
 * demo_json_end_array:
 * @self: the writer
 *
 * Ends the array that was begun last.
 */
void
demo_json_end_array (DemoJson *self)
{
  g_return_if_fail (self != NULL);

  g_string_append_c (self->text, ']');
  self->needs_comma = TRUE;
}

/**
 * demo_json_add_string:
 * @self: the writer
 * @name: (nullable): the member's name, %NULL in an array
 * @value: (nullable): UTF-8, or %NULL for null
 *
 * Adds a string.
 */
void
demo_json_add_string (DemoJson   *self,
                      const char *name,
                      const char *value)
{
  g_return_if_fail (self != NULL);

  begin_value (self, name);
  if (value != NULL)
    append_quoted (self->text, value);
  else
    g_string_append (self->text, "null");
}

/**
 * demo_json_add_int:
 * @self: the writer
 * @name: (nullable): the member's name, %NULL in an array
 * @value: the number
 *
 * Adds a whole number.
 */
void
demo_json_add_int (DemoJson   *self,
                   const char *name,
                   gint64      value)
{
  g_return_if_fail (self != NULL);

  begin_value (self, name);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

/**
 * demo_json_add_decimal:
 * @self: the writer
 * @name: (nullable): the member's name, %NULL in an array
 * @value: the number
 * @digits: digits after the point at most, up to 6; zeros at the end are left out
 *
 * Adds a decimal number.
 */
void
demo_json_add_decimal (DemoJson   *self,
                       const char *name,
                       double      value,
                       guint       digits)
{
  gint64 scale = 1;
  gint64 scaled;

  g_return_if_fail (self != NULL);
  g_return_if_fail (digits <= 6);

  for (guint i = 0; i < digits; i++)
    scale *= 10;

  scaled = (gint64) round (value * (double) scale);
  while (digits > 0 && scaled % 10 == 0)
    {
      scaled /= 10;
      scale /= 10;
      digits--;
    }

  begin_value (self, name);
  g_string_append_printf (self->text, "%s%" G_GINT64_FORMAT, scaled < 0 ? "-" : "", ABS (scaled) / scale);
  if (digits > 0)
    g_string_append_printf (self->text, ".%0*" G_GINT64_FORMAT, (int) digits, ABS (scaled) % scale);
}

/**
 * demo_json_add_boolean:
 * @self: the writer
 * @name: (nullable): the member's name, %NULL in an array
 * @value: true or false
 *
 * Adds true or false.
 */
void
demo_json_add_boolean (DemoJson   *self,
                       const char *name,
                       gboolean    value)
{
  g_return_if_fail (self != NULL);

  begin_value (self, name);
  g_string_append (self->text, value ? "true" : "false");
}

/**
 * demo_json_add_null:
 * @self: the writer
 * @name: (nullable): the member's name, %NULL in an array
 *
 * Adds null.
 */
void
demo_json_add_null (DemoJson   *self,
                    const char *name)
{
  demo_json_add_string (self, name, NULL);
}

/**
 * demo_json_add_node:
 * @self: the writer
 * @name: (nullable): the member's name, %NULL in an array
 * @node: what a client once sent
 *
 * Adds a value of any kind.
 */
void
demo_json_add_node (DemoJson   *self,
                    const char *name,
                    JsonNode   *node)
{
  g_autofree char *text = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (node != NULL);

  text = json_to_string (node, FALSE);
  begin_value (self, name);
  g_string_append (self->text, text);
}

static gboolean
is_shallow (const char *text,
            gsize       length)
{
  gboolean in_string = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (in_string && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        in_string = !in_string;
      else if (!in_string && (text[i] == '{' || text[i] == '['))
        depth++;
      else if (!in_string && (text[i] == '}' || text[i] == ']') && depth > 0)
        depth--;

      if (depth > MAX_DEPTH)
        return FALSE;
    }

  return TRUE;
}

/**
 * demo_json_parse:
 * @bytes: (nullable): a request's body
 *
 * Returns: (transfer full) (nullable): the object that @bytes hold, or %NULL where they hold anything else
 */
JsonObject *
demo_json_parse (GBytes *bytes)
{
  g_autoptr(JsonParser) parser = NULL;
  const char *text;
  JsonNode *root;
  gsize length;

  if (bytes == NULL)
    return NULL;

  text = g_bytes_get_data (bytes, &length);
  if (length == 0 || !is_shallow (text, length))
    return NULL;

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, text, length, NULL))
    return NULL;

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;

  return json_node_dup_object (root);
}

static JsonNode *
get_member (JsonObject *object,
            const char *name)
{
  return object != NULL ? json_object_get_member (object, name) : NULL;
}

/**
 * demo_json_get_string:
 * @object: (nullable): an object
 * @name: a member's name
 * @fallback: (nullable): what to answer where there is no such string
 *
 * Returns: (transfer none) (nullable): the string
 */
const char *
demo_json_get_string (JsonObject *object,
                      const char *name,
                      const char *fallback)
{
  JsonNode *node = get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return fallback;

  return json_node_get_string (node);
}

/**
 * demo_json_get_int:
 * @object: (nullable): an object
 * @name: a member's name
 * @fallback: what to answer where there is no such number
 *
 * Returns: the number, without what follows its decimal point
 */
gint64
demo_json_get_int (JsonObject *object,
                   const char *name,
                   gint64      fallback)
{
  JsonNode *node = get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return fallback;

  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return json_node_get_int (node);

  if (json_node_get_value_type (node) == G_TYPE_DOUBLE && ABS (json_node_get_double (node)) < 9e15)
    return (gint64) json_node_get_double (node);

  return fallback;
}

/**
 * demo_json_get_object:
 * @object: (nullable): an object
 * @name: a member's name
 *
 * Returns: (transfer none) (nullable): the object of that name
 */
JsonObject *
demo_json_get_object (JsonObject *object,
                      const char *name)
{
  JsonNode *node = get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}
