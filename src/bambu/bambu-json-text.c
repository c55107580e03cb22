/* bambu-json-text.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-error.h"

#include <glib/gi18n-lib.h>
#include "bambu-json-text.h"
#include "bambu-secret.h"

/* json-glib is more liberal than JSON, and pays for it: it recurses for each level of nesting until the stack is
 * gone, asserts on some escapes, and loses what follows a NUL. So each document is walked once before it gets
 * there, without recursion and by JSON's own rules: what is left for json-glib is then what both read alike.
 */
typedef struct
{
  const char *start;  /* of what was not copied yet */
  const char *at;
  const char *end;
  GString    *copy;   /* NULL while the text can stay as it is */
} Scanner;

static void
scanner_replace (Scanner    *self,
                 const char *upto,
                 const char *replacement,
                 const char *go_on)
{
  if (self->copy == NULL)
    self->copy = g_string_sized_new (self->end - self->start + 64);

  g_string_append_len (self->copy, self->start, upto - self->start);
  g_string_append (self->copy, replacement);
  self->start = go_on;
}

static gboolean
scanner_read_unit (Scanner *self,
                   guint   *unit)
{
  *unit = 0;

  if (self->end - self->at < 4)
    return FALSE;

  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (*self->at))
        return FALSE;

      *unit = *unit << 4 | (guint) g_ascii_xdigit_value (*self->at++);
    }

  return TRUE;
}

static gboolean
scanner_skip_unicode (Scanner *self)
{
  const char *escape = self->at - 2;
  const char *next;
  guint unit;
  guint low;

  if (!scanner_read_unit (self, &unit))
    return FALSE;

  next = self->at;

  if (unit >= 0xd800 && unit <= 0xdbff && self->end - next >= 6 && next[0] == '\\' && next[1] == 'u')
    {
      self->at += 2;

      if (!scanner_read_unit (self, &low))
        return FALSE;

      if (low >= 0xdc00 && low <= 0xdfff)
        return TRUE;

      self->at = next;
    }

  if (unit == 0 || (unit >= 0xd800 && unit <= 0xdfff))
    scanner_replace (self, escape, "\\ufffd", next);

  return TRUE;
}

/* RFC 8259 wants these escaped, and newer versions of json-glib insist. */
static void
scanner_escape (Scanner *self,
                char     control)
{
  char escape[] = "\\u0000";

  g_snprintf (escape, sizeof escape, "\\u%04x", (guint) control);
  scanner_replace (self, self->at - 1, escape, self->at);
}

static gboolean
scanner_skip_string (Scanner *self)
{
  self->at++;

  while (self->at < self->end)
    {
      char c = *self->at++;

      if (c == '"')
        return TRUE;

      if (g_ascii_iscntrl (c) && c != '\x7f')
        scanner_escape (self, c);

      if (c != '\\')
        continue;

      if (self->at == self->end)
        return FALSE;

      c = *self->at++;

      if (c == 'u')
        {
          if (!scanner_skip_unicode (self))
            return FALSE;
        }
      else if (c == '\0' || strchr ("\"\\/bfnrt", c) == NULL)
        {
          return FALSE;
        }
    }

  return FALSE;
}

static gsize
scanner_skip_digits (Scanner *self)
{
  const char *first = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;

  return self->at - first;
}

static gboolean
scanner_skip_number (Scanner *self)
{
  const char *first = self->at;
  gboolean whole = TRUE;
  gsize digits;

  if (*self->at == '-')
    self->at++;

  if (self->at < self->end && *self->at == '0')
    {
      self->at++;
      digits = 1;
    }
  else
    {
      digits = scanner_skip_digits (self);
    }

  if (digits == 0)
    return FALSE;

  if (self->at < self->end && *self->at == '.')
    {
      whole = FALSE;
      self->at++;

      if (scanner_skip_digits (self) == 0)
        return FALSE;
    }

  if (self->at < self->end && (*self->at == 'e' || *self->at == 'E'))
    {
      whole = FALSE;
      self->at++;

      if (self->at < self->end && (*self->at == '+' || *self->at == '-'))
        self->at++;

      if (scanner_skip_digits (self) == 0)
        return FALSE;
    }

  /* An id may be longer than 64 bits: as a string it stays what it is. */
  if (whole && digits > 18)
    {
      g_autofree char *quoted = g_strdup_printf ("\"%.*s\"", (int) (self->at - first), first);

      scanner_replace (self, first, quoted, self->at);
    }

  return TRUE;
}

static gboolean
scanner_skip_word (Scanner *self)
{
  static const char * const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - self->at) >= length && memcmp (self->at, words[i], length) == 0)
        {
          self->at += length;
          return TRUE;
        }
    }

  return FALSE;
}

static void
scanner_skip_space (Scanner *self)
{
  while (self->at < self->end && *self->at != '\0' && strchr (" \t\r\n", *self->at) != NULL)
    self->at++;
}

static gboolean
scanner_skip_token (Scanner *self)
{
  switch (*self->at)
    {
    case '"':
      return scanner_skip_string (self);

    case '-':
    case '0': case '1': case '2': case '3': case '4':
    case '5': case '6': case '7': case '8': case '9':
      return scanner_skip_number (self);

    case ',':
    case ':':
      self->at++;
      return TRUE;

    default:
      return scanner_skip_word (self);
    }
}

/* Walks to the end of the first value. Which token may follow which is left to the parser. */
static gboolean
scanner_skip_value (Scanner  *self,
                    guint     max_depth,
                    GError  **error)
{
  guint depth = 0;

  do
    {
      scanner_skip_space (self);

      if (self->at == self->end)
        return FALSE;

      if (*self->at == '{' || *self->at == '[')
        {
          if (++depth > max_depth)
            {
              g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                                   _("The cloud’s answer is nested too deeply to be read."));
              return FALSE;
            }
          self->at++;
        }
      else if (*self->at == '}' || *self->at == ']')
        {
          if (depth-- == 0)
            return FALSE;
          self->at++;
        }
      else if (!scanner_skip_token (self))
        {
          return FALSE;
        }
    }
  while (depth > 0);

  return TRUE;
}

/**
 * bambu_json_text_prepare:
 * @utf8: a document in valid UTF-8
 * @max_depth: how deeply it may be nested
 * @error: return location for an error
 *
 * Checks that a document can be given to json-glib, and changes what it would misread: a byte order mark goes, `\u0000` and
 * halves of surrogate pairs become U+FFFD, bare line breaks and tabs in strings are escaped, and whole numbers that do not fit become strings.
 *
 * Returns: (transfer full): the document to parse, or %NULL with @error set to %BAMBU_ERROR_PROTOCOL
 */
GBytes *
bambu_json_text_prepare (GBytes  *utf8,
                         guint    max_depth,
                         GError **error)
{
  g_autoptr(GError) local_error = NULL;
  Scanner scanner = { NULL, };
  const char *text;
  gboolean valid;
  gsize length;

  g_return_val_if_fail (utf8 != NULL, NULL);

  text = g_bytes_get_data (utf8, &length);
  scanner.end = text + length;
  scanner.start = length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0 ? text + 3 : text;
  scanner.at = scanner.start;
  scanner_skip_space (&scanner);

  if (scanner.at == scanner.end)
    {
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                           _("The cloud’s answer is empty."));
      return NULL;
    }

  valid = scanner_skip_value (&scanner, max_depth, &local_error);
  scanner_skip_space (&scanner);

  if (!valid || scanner.at != scanner.end)
    {
      if (scanner.copy != NULL)
        g_string_free (scanner.copy, TRUE);

      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                             _("The cloud’s answer is not valid JSON."));

      return NULL;
    }

  if (scanner.copy == NULL)
    return g_bytes_new_from_bytes (utf8, scanner.start - text, scanner.end - scanner.start);

  g_string_append_len (scanner.copy, scanner.start, scanner.end - scanner.start);

  return g_string_free_to_bytes (scanner.copy);
}

static char *
write_string (char       *to,
              const char *string)
{
  *to++ = '"';

  for (const char *p = string; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        {
          *to++ = '\\';
          *to++ = *p;
        }
      else if ((guchar) *p < 0x20 || *p == 0x7f)
        {
          static const char digits[] = "0123456789abcdef";

          to = g_stpcpy (to, "\\u00");
          *to++ = digits[(guchar) *p >> 4];
          *to++ = digits[*p & 0xf];
        }
      else
        {
          *to++ = *p;
        }
    }

  *to++ = '"';

  return to;
}

/**
 * bambu_json_text_object:
 * @members: names and values in turn, in valid UTF-8, %NULL-terminated
 *
 * Writes an object whose values are strings. They may be secret: nothing but the result holds a copy of them, and
 * that is cleared when it is freed.
 *
 * Returns: (transfer full): the object as JSON
 */
GBytes *
bambu_json_text_object (const char * const *members)
{
  gsize size = 2;
  char *text;
  char *to;

  g_return_val_if_fail (members != NULL, NULL);

  for (guint i = 0; members[i] != NULL; i++)
    size += 6 * strlen (members[i]) + 3;

  to = text = g_malloc (size);
  *to++ = '{';

  for (guint i = 0; members[i] != NULL; i++)
    {
      if (i > 0)
        *to++ = i % 2 == 1 ? ':' : ',';

      to = write_string (to, members[i]);
    }

  *to++ = '}';

  return bambu_secret_bytes_new_take (text, to - text);
}
