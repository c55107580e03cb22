/* test-mutate.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-mutate.h"

#include <string.h>

#define MAX_CHANGES 4

static guint
pick (GRand *random,
      gsize  length)
{
  return (guint) g_rand_int_range (random, 0, (gint32) length);
}

/* Where the value that begins at @start ends: before what follows it in its object or array. */
static gsize
find_end (const GString *text,
          gsize          start)
{
  guint depth = 0;
  gboolean quoted = FALSE;

  for (gsize i = start; i < text->len; i++)
    {
      const char c = text->str[i];

      if (quoted && c == '\\')
        i++;
      else if (c == '"')
        quoted = !quoted;
      else if (!quoted && (c == '{' || c == '['))
        depth++;
      else if (!quoted && (c == '}' || c == ']' || c == ',') && depth == 0)
        return i;
      else if (!quoted && (c == '}' || c == ']'))
        depth--;
    }

  return text->len;
}

/* The beginning of some value of an object. */
static gboolean
find_value (const GString *text,
            GRand         *random,
            gsize         *start)
{
  const char *colon = strchr (text->str + pick (random, text->len), ':');

  if (colon == NULL)
    return FALSE;

  *start = (gsize) (colon - text->str) + 1;

  return TRUE;
}

static void
replace_value (GString *text,
               GRand   *random)
{
  static const char * const values[] = {
    "null", "{}", "[]", "true", "false", "0", "-1", "1e308", "-1e999", "9223372036854775807", "-9223372036854775809",
    "123456789012345678901234567890", "0.1", "\"\"", "\"0\"", "\" 12 \"", "\"NaN\"", "\"\\u0000\"", "\"\\ud800\"",
    "\"\\u202e%s%n<b>\\n\"", "[null]", "[[]]", "[{}, 7, \"x\"]", "{\"\": {\"\": []}}", "\"2022-13-99T99:99:99Z\"",
    "\"0000-00-00 00:00:00\"", "\"#GGGGGG\"", "\"http://[\"", "\"javascript:x\"", "\"../../x\"",
  };
  gsize start;

  if (!find_value (text, random, &start))
    return;

  g_string_erase (text, (gssize) start, (gssize) (find_end (text, start) - start));
  g_string_insert (text, (gssize) start, values[pick (random, G_N_ELEMENTS (values))]);
}

static void
repeat_value (GString *text,
              GRand   *random)
{
  g_autofree char *value = NULL;
  gsize start;
  gsize other;

  if (!find_value (text, random, &start))
    return;

  value = g_strndup (text->str + start, find_end (text, start) - start);
  if (!find_value (text, random, &other))
    return;

  g_string_erase (text, (gssize) other, (gssize) (find_end (text, other) - other));
  g_string_insert (text, (gssize) other, value);
}

static void
wrap_value (GString *text,
            GRand   *random)
{
  const guint depth = 1 + pick (random, 400);
  gsize start;

  if (!find_value (text, random, &start))
    return;

  for (guint i = 0; i < depth; i++)
    g_string_insert_c (text, (gssize) find_end (text, start), ']');
  for (guint i = 0; i < depth; i++)
    g_string_insert_c (text, (gssize) start, '[');
}

static void
change_byte (GString *text,
             GRand   *random)
{
  /* No NUL, which would end the text. */
  text->str[pick (random, text->len)] = (char) g_rand_int_range (random, 1, 256);
}

static void
remove_span (GString *text,
             GRand   *random)
{
  const gsize start = pick (random, text->len);
  const gsize length = 1 + pick (random, 40);

  g_string_erase (text, (gssize) start, (gssize) MIN (length, text->len - start));
}

char *
test_mutate (const char *json,
             GRand      *random)
{
  static void (* const changes[]) (GString *text,
                                   GRand   *random) = {
    /* What stays JSON comes further, and is worth more. */
    replace_value, replace_value, replace_value, replace_value, repeat_value, repeat_value, wrap_value,
    change_byte, remove_span,
  };
  GString *text = g_string_new (json);
  const guint n_changes = 1 + pick (random, MAX_CHANGES);

  for (guint i = 0; i < n_changes && text->len > 0; i++)
    changes[pick (random, G_N_ELEMENTS (changes))] (text, random);

  return g_string_free (text, FALSE);
}
