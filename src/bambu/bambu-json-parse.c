/* bambu-json-parse.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-error.h"

#include <glib/gi18n-lib.h>
#include "bambu-json-text.h"
#include "bambu-json.h"

/**
 * bambu_json_repair_utf8:
 * @bytes: text from the network
 *
 * Makes @bytes valid UTF-8: each byte that is not, and each NUL, becomes U+FFFD. All else stays as it
 * came.
 *
 * Returns: (transfer full): @bytes itself where nothing had to be repaired
 */
GBytes *
bambu_json_repair_utf8 (GBytes *bytes)
{
  const char *text;
  char *repaired;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_bytes_get_data (bytes, &length);

  if (length == 0 || g_utf8_validate_len (text, length, NULL))
    return g_bytes_ref (bytes);

  repaired = g_utf8_make_valid (text, length);

  return g_bytes_new_take (repaired, strlen (repaired));
}

/**
 * bambu_json_parse_part:
 * @bytes: a part of a JSON document from the network: a whole value
 * @depth: how deep in the document it stands
 * @error: return location for an error
 *
 * Does for a part of a document what bambu_json_parse() does for all of it, and refuses what that would.
 *
 * Returns: (transfer full): the value, immutable and never %NULL without @error, which is %BAMBU_ERROR_PROTOCOL
 */
JsonNode *
bambu_json_parse_part (GBytes  *bytes,
                       guint    depth,
                       GError **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GBytes) repaired = NULL;
  g_autoptr(GBytes) prepared = NULL;
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(JsonNode) root = NULL;
  const char *text;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (depth < BAMBU_JSON_MAX_DEPTH, NULL);

  repaired = bambu_json_repair_utf8 (bytes);

  if (!(prepared = bambu_json_text_prepare (repaired, BAMBU_JSON_MAX_DEPTH - depth, error)))
    return NULL;

  text = g_bytes_get_data (prepared, &length);
  parser = json_parser_new_immutable ();

  if (!json_parser_load_from_data (parser, text, length, &local_error) ||
      !(root = json_parser_steal_root (parser)))
    {
      /* What the parser says of it quotes the text, and the text may hold a token. */
      g_debug ("Not JSON: error %d", local_error != NULL ? local_error->code : -1);
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                           _("The cloud’s answer is not valid JSON."));
      return NULL;
    }

  return g_steal_pointer (&root);
}

/**
 * bambu_json_parse:
 * @bytes: a JSON document from the network
 * @error: return location for an error
 *
 * The one way in for JSON. Broken UTF-8 is repaired and a byte order mark skipped; a document that is empty,
 * nested deeper than %BAMBU_JSON_MAX_DEPTH, goes on after its value or is not JSON is refused. May be called
 * from any thread.
 *
 * Returns: (transfer full): the root, immutable and never %NULL without @error, which is %BAMBU_ERROR_PROTOCOL
 */
JsonNode *
bambu_json_parse (GBytes  *bytes,
                  GError **error)
{
  return bambu_json_parse_part (bytes, 0, error);
}
