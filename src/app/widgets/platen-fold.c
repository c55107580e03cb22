/* platen-fold.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-fold.h"

#include <string.h>

/**
 * platen_fold:
 * @text: a text
 *
 * Returns: (transfer full): the text without case and accents; what is not UTF-8 is nothing
 */
char *
platen_fold (const char *text)
{
  g_autofree char *normalized = NULL;
  g_autoptr(GString) bare = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  /* Most names are, and there are thousands. */
  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  normalized = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  if (normalized == NULL)
    return g_strdup ("");

  bare = g_string_sized_new (strlen (normalized));

  for (const char *p = normalized; *p != 0; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        g_string_append_unichar (bare, c);
    }

  return g_utf8_casefold (bare->str, bare->len);
}

/**
 * platen_fold_words:
 * @search: (nullable): what was typed
 *
 * Returns: (transfer full) (nullable): its words, folded; %NULL where there are none
 */
char **
platen_fold_words (const char *search)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *folded = NULL;
  g_auto(GStrv) parts = NULL;
  gboolean any = FALSE;

  if (search == NULL)
    return NULL;

  folded = platen_fold (search);
  parts = g_strsplit_set (folded, " \t\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (parts[i][0] == 0)
        continue;

      g_strv_builder_add (builder, parts[i]);
      any = TRUE;
    }

  return any ? g_strv_builder_end (builder) : NULL;
}

/**
 * platen_fold_match:
 * @folded: a folded text
 * @words: (nullable) (array zero-terminated=1): folded words
 *
 * Returns: whether every one of @words is somewhere in @folded; without @words it is
 */
gboolean
platen_fold_match (const char         *folded,
                   const char * const *words)
{
  g_return_val_if_fail (folded != NULL, FALSE);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      if (strstr (folded, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}
