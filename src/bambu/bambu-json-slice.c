/* bambu-json-slice.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-json-slice.h"

/* A walk over the members of an object, or the elements of an array. Should the text be wrong after all, the walk ends
 * early; it never leaves the text.
 */
typedef struct
{
  const char *begin;
  const char *end;
  const char *at;
  const char *name;      /* of the present member, without its quotes */
  gsize       name_length;
  const char *value;
  gsize       value_length;
  gboolean    more;      /* whether a comma promises another */
} Walk;

static void
skip_space (Walk *walk)
{
  while (walk->at < walk->end && g_ascii_isspace (*walk->at))
    walk->at++;
}

/* From a quote to behind the next that is not escaped. */
static void
skip_string (Walk *walk)
{
  for (walk->at++; walk->at < walk->end && *walk->at != '"'; walk->at++)
    {
      if (*walk->at == '\\')
        walk->at++;
    }

  walk->at = MIN (walk->at + 1, walk->end);
}

static void
skip_value (Walk *walk)
{
  guint depth = 0;

  while (walk->at < walk->end)
    {
      switch (*walk->at)
        {
        case '"':
          skip_string (walk);
          break;

        case '{':
        case '[':
          depth++;
          walk->at++;
          break;

        case '}':
        case ']':
          if (depth == 0)
            return;
          depth--;
          walk->at++;
          break;

        case ',':
          if (depth == 0)
            return;
          walk->at++;
          break;

        default:
          walk->at++;
        }

      if (depth == 0 && (walk->at[-1] == '"' || walk->at[-1] == '}' || walk->at[-1] == ']'))
        return;
    }
}

static gboolean
walk_begin (Walk   *walk,
            GBytes *bytes,
            char    bracket)
{
  gsize length;

  walk->begin = walk->at = g_bytes_get_data (bytes, &length);
  walk->end = walk->begin + length;

  if (length >= 3 && memcmp (walk->at, "\xef\xbb\xbf", 3) == 0)
    walk->at += 3;

  walk->more = TRUE;
  skip_space (walk);

  return walk->at < walk->end && *walk->at++ == bracket;
}

/* Whether nothing is left but what closes. */
static gboolean
walk_is_over (Walk *walk,
              char  bracket)
{
  skip_space (walk);

  if (walk->at >= walk->end || *walk->at != bracket)
    return FALSE;

  walk->at++;
  skip_space (walk);

  return walk->at == walk->end;
}

static gboolean
walk_next_value (Walk *walk)
{
  if (!walk->more)
    return FALSE;

  skip_space (walk);
  walk->value = walk->at;
  skip_value (walk);
  walk->value_length = walk->at - walk->value;

  while (walk->value_length > 0 && g_ascii_isspace (walk->value[walk->value_length - 1]))
    walk->value_length--;

  skip_space (walk);
  walk->more = walk->at < walk->end && *walk->at == ',';

  if (walk->more)
    walk->at++;

  return walk->value_length > 0;
}

static gboolean
walk_next_member (Walk *walk)
{
  skip_space (walk);

  if (!walk->more || walk->at >= walk->end || *walk->at != '"')
    return FALSE;

  walk->name = walk->at + 1;
  skip_string (walk);
  walk->name_length = walk->at - 1 - walk->name;
  skip_space (walk);

  if (walk->at >= walk->end || *walk->at++ != ':')
    return FALSE;

  return walk_next_value (walk);
}

static gboolean
walk_is_at (const Walk *walk,
            const char *member)
{
  return strlen (member) == walk->name_length && memcmp (walk->name, member, walk->name_length) == 0;
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
  Walk walk;

  g_return_val_if_fail (object != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  if (!walk_begin (&walk, object, '{'))
    return NULL;

  while (walk_next_member (&walk))
    {
      if (!walk_is_at (&walk, member))
        continue;

      g_clear_pointer (&found, g_bytes_unref);
      found = g_bytes_new_from_bytes (object, walk.value - walk.begin, walk.value_length);
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
  Walk walk;

  if (array == NULL || !walk_begin (&walk, array, '['))
    return NULL;

  elements = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);

  while (walk_next_value (&walk))
    g_ptr_array_add (elements, g_bytes_new_from_bytes (array, walk.value - walk.begin, walk.value_length));

  return walk_is_over (&walk, ']') ? g_steal_pointer (&elements) : NULL;
}

static gboolean
is_array (const char *text,
          gsize       length)
{
  Walk walk = { .begin = text, .at = text + 1, .end = text + length, .more = TRUE };

  if (length < 2 || *text != '[')
    return FALSE;

  while (walk_next_value (&walk))
    ;

  return walk_is_over (&walk, ']');
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
  Walk walk;

  g_return_val_if_fail (object != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  if (!walk_begin (&walk, object, '{'))
    return NULL;

  while (walk_next_member (&walk))
    {
      if (!walk_is_at (&walk, member))
        continue;

      array = walk.value;
      length = walk.value_length;
      n_arrays++;
    }

  if (n_arrays != 1 || !is_array (array, length) || !walk_is_over (&walk, '}'))
    return NULL;

  text = g_string_new_len (walk.begin, array - walk.begin);
  g_string_append (text, "[]");
  g_string_append_len (text, array + length, walk.end - (array + length));

  return g_string_free_to_bytes (text);
}

static gboolean
walk_is_at_any (const Walk         *walk,
                const char * const *members)
{
  for (guint i = 0; members[i] != NULL; i++)
    {
      if (walk_is_at (walk, members[i]))
        return TRUE;
    }

  return FALSE;
}

static void
append_members (GString            *text,
                GBytes             *object,
                const char * const *dropped)
{
  Walk walk;

  if (!walk_begin (&walk, object, '{'))
    return;

  while (walk_next_member (&walk))
    {
      if (walk_is_at_any (&walk, dropped))
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
  Walk walk = { .begin = array, .at = array + 1, .end = array + length, .more = TRUE };
  gboolean first = TRUE;

  g_string_append_c (text, '[');

  while (walk_next_value (&walk))
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
  Walk walk;

  g_return_val_if_fail (object != NULL, NULL);

  text = g_string_new ("{");

  for (gboolean more = walk_begin (&walk, object, '{') && walk_next_member (&walk); more; more = walk_next_member (&walk))
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
