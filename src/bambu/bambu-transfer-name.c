/* bambu-transfer-name.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-transfer.h"

#define MAX_NAME_BYTES 200

/* Characters that other systems do not take in names, that are not seen, or that turn the order of what follows around. */
static gboolean
is_unfit (gunichar c)
{
  return !g_unichar_isprint (c) ||
         (c < 128 && strchr ("/\\:*?\"<>|", (char)c) != NULL) ||
         (c >= 0x200b && c <= 0x200f) ||
         (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

/* Shortens @name in its middle: what follows the last dot says what it is. */
static void
shorten (GString *name)
{
  const char *dot = strrchr (name->str, '.');
  const gsize ending = dot != NULL && strlen (dot) <= 16 ? strlen (dot) : 0;
  const char *cut = name->str + MAX_NAME_BYTES - ending;

  if (name->len <= MAX_NAME_BYTES)
    return;

  if ((*cut & 0xc0) == 0x80)
    cut = g_utf8_find_prev_char (name->str, cut);

  g_string_erase (name, cut - name->str, name->len - ending - (cut - name->str));
}

/**
 * bambu_transfer_clean_name:
 * @name: (nullable): what the cloud calls a file
 *
 * Makes a name of it that can only be one of a file in a folder, and looks like what it is.
 *
 * Returns: (transfer full): the name; never empty, hidden, or longer than 200 bytes
 */
char *
bambu_transfer_clean_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  const char *base = valid;
  GString *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p++)
    {
      if (*p == '/' || *p == '\\')
        base = p + 1;
    }

  for (const char *p = base; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (clean->len == 0 && (c == '.' || g_unichar_isspace (c)))
        continue;

      g_string_append_unichar (clean, is_unfit (c) ? '_' : c);
    }

  shorten (clean);

  while (clean->len > 0 && strchr (" .", clean->str[clean->len - 1]) != NULL)
    g_string_truncate (clean, clean->len - 1);

  if (clean->len == 0)
    g_string_assign (clean, "download");

  return g_string_free (clean, FALSE);
}
