/* bambu-answer.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-answer.h"
#include "bambu-http.h"
#include "bambu-json.h"

/**
 * bambu_answer_free:
 * @self: (transfer full): an answer
 *
 * Frees @self.
 */
void
bambu_answer_free (BambuAnswer *self)
{
  g_return_if_fail (self != NULL);

  soup_message_headers_unref (self->headers);
  g_strfreev (self->cookies);
  g_bytes_unref (self->body);
  g_free (self);
}

/**
 * bambu_answer_is_cut_off:
 * @self: an answer
 *
 * A connection that is lost between two chunks of an answer looks to libsoup like the answer's end. JSON that stops in the
 * middle of something gives it away.
 *
 * Returns: whether the rest is missing
 */
gboolean
bambu_answer_is_cut_off (BambuAnswer *self)
{
  const char *text;
  gsize start = 0;
  gsize end;

  g_return_val_if_fail (self != NULL, FALSE);

  text = g_bytes_get_data (self->body, &end);

  while (start < end && g_ascii_isspace (text[start]))
    start++;

  while (end > start && g_ascii_isspace (text[end - 1]))
    end--;

  return start < end &&
         (text[start] == '{' || text[start] == '[') &&
         text[end - 1] != '}' && text[end - 1] != ']';
}

/**
 * bambu_answer_read_refusal:
 * @self: an answer that is not a success
 * @secret: (nullable): what must not be repeated to anyone, should the cloud have echoed it
 * @refusal: (out caller-allocates): an initialised refusal
 *
 * Reads what the cloud says about why not. A refusal is a line or two; what is longer is not looked at.
 */
void
bambu_answer_read_refusal (BambuAnswer  *self,
                           const char   *secret,
                           BambuRefusal *refusal)
{
  static const char * const members[] = { "message", "error" };
  g_autoptr(JsonNode) root = NULL;
  JsonObject *object;

  g_return_if_fail (self != NULL);
  g_return_if_fail (refusal != NULL);

  if (g_bytes_get_size (self->body) > BAMBU_HTTP_PEEK_BYTES ||
      !(root = bambu_json_parse (self->body, NULL)) ||
      !(object = bambu_json_node_object (root)))
    return;

  refusal->code = bambu_json_get_int (object, "code", 0, G_MAXINT32, -1);

  for (guint i = 0; refusal->said == NULL && i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *text = bambu_json_dup_string (object, members[i]);

      if (text != NULL && (secret == NULL || strstr (text, secret) == NULL))
        refusal->said = bambu_http_clean_text (text);
    }
}

/**
 * bambu_refusal_clear:
 * @self: a refusal
 *
 * Frees what @self holds.
 */
void
bambu_refusal_clear (BambuRefusal *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->said, g_free);
}
