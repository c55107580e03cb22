/* bambu-json-slice.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-json-slice.h"

#include "bambu-json-walk.h"

static gboolean
begin (BambuJsonWalk *walk,
       GBytes        *bytes,
       char           bracket)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return bambu_json_walk_begin (walk, text, length, bracket);
}

static gsize
get_offset (GBytes     *bytes,
            const char *place)
{
  return place - (const char *) g_bytes_get_data (bytes, NULL);
}

/**
 * bambu_json_slice_member:
 * @object: the text of an object
 * @member: a member's name
 *
 * Finds what a member is. Of several with one name it is the last, as for the parser.
 *
 * Returns: (transfer full) (nullable): its text, which keeps all of @object in memory; %NULL where there is none
 */
GBytes *
bambu_json_slice_member (GBytes     *object,
                         const char *member)
{
  GBytes *found = NULL;
  BambuJsonWalk walk;

  g_return_val_if_fail (object != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  if (!begin (&walk, object, '{'))
    return NULL;

  while (bambu_json_walk_next_member (&walk))
    {
      if (!bambu_json_walk_is_at (&walk, member))
        continue;

      g_clear_pointer (&found, g_bytes_unref);
      found = g_bytes_new_from_bytes (object, get_offset (object, walk.value), walk.value_length);
    }

  return found;
}

/**
 * bambu_json_slice_array:
 * @object: the text of an object
 * @member: the name of a member that is an array
 *
 * Returns: (transfer full) (nullable) (element-type GBytes): the texts of the array's elements, each of which keeps
 *   all of @object in memory; %NULL where there is no such array, or something in it is out of place
 */
GPtrArray *
bambu_json_slice_array (GBytes     *object,
                        const char *member)
{
  g_autoptr(GBytes) array = bambu_json_slice_member (object, member);
  g_autoptr(GPtrArray) elements = NULL;
  BambuJsonWalk walk;

  if (array == NULL || !begin (&walk, array, '['))
    return NULL;

  elements = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);

  while (bambu_json_walk_next_value (&walk))
    g_ptr_array_add (elements, g_bytes_new_from_bytes (array, get_offset (array, walk.value), walk.value_length));

  return bambu_json_walk_is_over (&walk, ']') ? g_steal_pointer (&elements) : NULL;
}

static gboolean
is_array (const char *text,
          gsize       length)
{
  BambuJsonWalk walk;

  if (!bambu_json_walk_begin (&walk, text, length, '['))
    return FALSE;

  while (bambu_json_walk_next_value (&walk))
    ;

  return bambu_json_walk_is_over (&walk, ']');
}

/**
 * bambu_json_slice_outline:
 * @object: the text of an object
 * @member: the name of a member that is an array
 *
 * Returns: (transfer full) (nullable): @object with nothing in the array, and else to the byte; %NULL where there is no such
 *   array, more than one, or something in it is out of place
 */
GBytes *
bambu_json_slice_outline (GBytes     *object,
                          const char *member)
{
  const char *array = NULL;
  gsize length = 0;
  guint n_arrays = 0;
  GString *text;
  BambuJsonWalk walk;

  g_return_val_if_fail (object != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  if (!begin (&walk, object, '{'))
    return NULL;

  while (bambu_json_walk_next_member (&walk))
    {
      if (!bambu_json_walk_is_at (&walk, member))
        continue;

      array = walk.value;
      length = walk.value_length;
      n_arrays++;
    }

  if (n_arrays != 1 || !is_array (array, length) || !bambu_json_walk_is_over (&walk, '}'))
    return NULL;

  text = g_string_new_len (g_bytes_get_data (object, NULL), get_offset (object, array));
  g_string_append (text, "[]");
  g_string_append_len (text, array + length, walk.end - (array + length));

  return g_string_free_to_bytes (text);
}

static void
append_members (GString            *text,
                GBytes             *object,
                const char * const *dropped)
{
  BambuJsonWalk walk;

  if (!begin (&walk, object, '{'))
    return;

  while (bambu_json_walk_next_member (&walk))
    {
      if (bambu_json_walk_is_at_any (&walk, dropped))
        continue;

      if (text->len > 1)
        g_string_append_c (text, ',');

      g_string_append_c (text, '"');
      g_string_append_len (text, walk.name, walk.name_length);
      g_string_append (text, "\":");
      g_string_append_len (text, walk.value, walk.value_length);
    }
}

/**
 * bambu_json_slice_replace:
 * @object: the text of an object
 * @dropped: the names of the members that it is to lose
 * @added: the text of an object with what it is to get
 *
 * Returns: (transfer full): the text of an object with the other members of @object, to the byte, and those of @added
 */
GBytes *
bambu_json_slice_replace (GBytes             *object,
                          const char * const *dropped,
                          GBytes             *added)
{
  static const char * const none[] = { NULL };
  GString *text;

  g_return_val_if_fail (object != NULL, NULL);
  g_return_val_if_fail (dropped != NULL, NULL);
  g_return_val_if_fail (added != NULL, NULL);

  text = g_string_new ("{");
  append_members (text, object, dropped);
  append_members (text, added, none);
  g_string_append_c (text, '}');

  return g_string_free_to_bytes (text);
}

static gboolean append_as_string (GString    *text,
                                  const char *value,
                                  gsize       length);

static void
append_strings (GString    *text,
                const char *array,
                gsize       length)
{
  BambuJsonWalk walk;
  gboolean more = bambu_json_walk_begin (&walk, array, length, '[');
  gboolean first = TRUE;

  g_string_append_c (text, '[');

  while (more && bambu_json_walk_next_value (&walk))
    {
      const gsize before = text->len;

      if (!first)
        g_string_append_c (text, ',');

      if (append_as_string (text, walk.value, walk.value_length))
        first = FALSE;
      else
        g_string_truncate (text, before);
    }

  g_string_append_c (text, ']');
}

/* Returns whether there is anything that a string can say. */
static gboolean
append_as_string (GString    *text,
                  const char *value,
                  gsize       length)
{
  switch (*value)
    {
    case '"':
      g_string_append_len (text, value, length);
      return TRUE;

    case '[':
      append_strings (text, value, length);
      return TRUE;

    case 't':
      g_string_append (text, "\"1\"");
      return TRUE;

    case 'f':
      g_string_append (text, "\"0\"");
      return TRUE;

    case 'n':
    case '{':
      return FALSE;

    default:
      g_string_append_c (text, '"');
      g_string_append_len (text, value, length);
      g_string_append_c (text, '"');
      return TRUE;
    }
}

/**
 * bambu_json_slice_strings:
 * @object: the text of an object
 *
 * Puts what is no string into one: numbers as they are written, true and false as 1 and 0. What is null or an object is
 * left out.
 *
 * Returns: (transfer full): the text of an object whose members are strings and arrays of such
 */
GBytes *
bambu_json_slice_strings (GBytes *object)
{
  GString *text;
  BambuJsonWalk walk;
  gboolean more;

  g_return_val_if_fail (object != NULL, NULL);

  text = g_string_new ("{");

  more = begin (&walk, object, '{');

  while (more && bambu_json_walk_next_member (&walk))
    {
      const gsize before = text->len;

      if (before > 1)
        g_string_append_c (text, ',');

      g_string_append_c (text, '"');
      g_string_append_len (text, walk.name, walk.name_length);
      g_string_append (text, "\":");

      if (!append_as_string (text, walk.value, walk.value_length))
        g_string_truncate (text, before);
    }

  g_string_append_c (text, '}');

  return g_string_free_to_bytes (text);
}
