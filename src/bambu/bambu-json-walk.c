/* bambu-json-walk.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-json-walk.h"

static void
skip_space (BambuJsonWalk *self)
{
  while (self->at < self->end && g_ascii_isspace (*self->at))
    self->at++;
}

/* From a quote to behind the next that is not escaped. */
static void
skip_string (BambuJsonWalk *self)
{
  for (self->at++; self->at < self->end && *self->at != '"'; self->at++)
    {
      if (*self->at == '\\')
        self->at++;
    }

  self->at = MIN (self->at + 1, self->end);
}

static void
skip_value (BambuJsonWalk *self)
{
  guint depth = 0;

  while (self->at < self->end)
    {
      switch (*self->at)
        {
        case '"':
          skip_string (self);
          break;

        case '{':
        case '[':
          depth++;
          self->at++;
          break;

        case '}':
        case ']':
          if (depth == 0)
            return;
          depth--;
          self->at++;
          break;

        case ',':
          if (depth == 0)
            return;
          self->at++;
          break;

        default:
          self->at++;
        }

      if (depth == 0 && (self->at[-1] == '"' || self->at[-1] == '}' || self->at[-1] == ']'))
        return;
    }
}

/**
 * bambu_json_walk_begin:
 * @self: (out caller-allocates): a walk
 * @text: the text of an object or an array, which has to outlive the walk
 * @length: its length
 * @bracket: what opens it, `{` or `[`
 *
 * Begins a walk.
 *
 * Returns: whether @bracket is what opens it
 */
gboolean
bambu_json_walk_begin (BambuJsonWalk *self,
                       const char    *text,
                       gsize          length,
                       char           bracket)
{
  g_return_val_if_fail (self != NULL, FALSE);

  *self = (BambuJsonWalk) { .at = text, .end = text + length, .more = TRUE };

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    self->at += 3;

  skip_space (self);

  return self->at < self->end && *self->at++ == bracket;
}

/**
 * bambu_json_walk_is_over:
 * @self: a walk that goes no further
 * @bracket: what closes the object or the array, `}` or `]`
 *
 * Returns: whether nothing was left but that
 */
gboolean
bambu_json_walk_is_over (BambuJsonWalk *self,
                         char           bracket)
{
  g_return_val_if_fail (self != NULL, FALSE);

  skip_space (self);

  if (self->at >= self->end || *self->at != bracket)
    return FALSE;

  self->at++;
  skip_space (self);

  return self->at == self->end;
}

/**
 * bambu_json_walk_next_value:
 * @self: a walk through an array
 *
 * Goes on to the next element.
 *
 * Returns: whether there is one
 */
gboolean
bambu_json_walk_next_value (BambuJsonWalk *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!self->more)
    return FALSE;

  skip_space (self);
  self->value = self->at;
  skip_value (self);
  self->value_length = self->at - self->value;

  while (self->value_length > 0 && g_ascii_isspace (self->value[self->value_length - 1]))
    self->value_length--;

  skip_space (self);
  self->more = self->at < self->end && *self->at == ',';

  if (self->more)
    self->at++;

  return self->value_length > 0;
}

/**
 * bambu_json_walk_next_member:
 * @self: a walk through an object
 *
 * Goes on to the next member.
 *
 * Returns: whether there is one
 */
gboolean
bambu_json_walk_next_member (BambuJsonWalk *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  skip_space (self);

  if (!self->more || self->at >= self->end || *self->at != '"')
    return FALSE;

  self->name = self->at + 1;
  skip_string (self);
  self->name_length = self->at - 1 - self->name;
  skip_space (self);

  /* A name alone does not end anything well. */
  if (self->at >= self->end || *self->at != ':')
    {
      self->at = self->end;
      return FALSE;
    }

  self->at++;

  return bambu_json_walk_next_value (self);
}

/**
 * bambu_json_walk_is_at:
 * @self: a walk through an object
 * @member: a member's name
 *
 * Returns: whether that is the present member
 */
gboolean
bambu_json_walk_is_at (const BambuJsonWalk *self,
                       const char          *member)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (member != NULL, FALSE);

  return strlen (member) == self->name_length && memcmp (self->name, member, self->name_length) == 0;
}

/**
 * bambu_json_walk_is_at_any:
 * @self: a walk through an object
 * @members: names of members
 *
 * Returns: whether the present member is one of them
 */
gboolean
bambu_json_walk_is_at_any (const BambuJsonWalk *self,
                           const char * const  *members)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (members != NULL, FALSE);

  for (guint i = 0; members[i] != NULL; i++)
    {
      if (bambu_json_walk_is_at (self, members[i]))
        return TRUE;
    }

  return FALSE;
}

