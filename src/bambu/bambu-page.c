/* bambu-page.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-json-slice.h"
#include "bambu-json.h"
#include "bambu-page.h"

/* An entry is in an array in an object. */
#define DEPTH 2

static void
bambu_page_add (BambuPage     *self,
                JsonObject    *hit,
                GBytes        *text,
                BambuPageMake  make)
{
  char *id = bambu_json_dup_string (hit, "id");
  gpointer item = hit != NULL ? make (hit, text) : NULL;

  if (item != NULL)
    g_ptr_array_add (self->items, item);

  /* Where the next page goes on must be known also where nothing else can be made of the last hit. */
  if (id != NULL)
    {
      g_free (self->last);
      self->last = id;
    }
}

/* One entry after the other, so that no more than one is in memory as JSON: that takes half of the time and a hundredth of
 * the memory that it takes to read all of them and then to make something of each.
 */
static gboolean
bambu_page_add_texts (BambuPage      *self,
                      GPtrArray      *texts,
                      BambuPageMake   make,
                      GError        **error)
{
  for (guint i = 0; i < texts->len; i++)
    {
      GBytes *text = g_ptr_array_index (texts, i);
      g_autoptr(JsonNode) node = bambu_json_parse_part (text, DEPTH, error);

      if (node == NULL)
        return FALSE;

      bambu_page_add (self, bambu_json_node_object (node), text, make);
    }

  return TRUE;
}

/**
 * bambu_page_new_from_json:
 * @object: an answer, or its outline
 * @text: (nullable): the text that it was read from; without it @object is to be whole
 * @make: makes something of each entry
 * @error: where to say that it is no JSON
 *
 * Returns: (transfer full) (nullable): a page
 */
BambuPage *
bambu_page_new_from_json (JsonObject     *object,
                          GBytes         *text,
                          BambuPageMake   make,
                          GError        **error)
{
  g_autoptr(GPtrArray) texts = text != NULL ? bambu_json_slice_array (text, BAMBU_PAGE_HITS) : NULL;
  g_autoptr(BambuPage) self = g_new0 (BambuPage, 1);
  JsonArray *hits = bambu_json_get_array (object, BAMBU_PAGE_HITS);
  const guint length = texts == NULL && hits != NULL ? json_array_get_length (hits) : 0;

  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->total = bambu_json_get_int (object, "total", 0, G_MAXINT64, -1);

  if (texts != NULL && !bambu_page_add_texts (self, texts, make, error))
    return NULL;

  for (guint i = 0; i < length; i++)
    bambu_page_add (self, bambu_json_array_object (hits, i), NULL, make);

  return g_steal_pointer (&self);
}

/**
 * bambu_page_parse_outline:
 * @text: an answer, in valid UTF-8
 * @error: return location for an error
 *
 * Reads an answer as bambu_json_parse() does, but for what is on a page: bambu_page_new_from_json() reads that from @text.
 *
 * Returns: (transfer full): the root, or %NULL with @error set to %BAMBU_ERROR_PROTOCOL
 */
JsonNode *
bambu_page_parse_outline (GBytes  *text,
                          GError **error)
{
  g_autoptr(GBytes) outline = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  outline = bambu_json_slice_outline (text, BAMBU_PAGE_HITS);

  return bambu_json_parse (outline != NULL ? outline : text, error);
}

/**
 * bambu_page_free:
 * @self: (transfer full): a page
 *
 * Frees @self.
 */
void
bambu_page_free (BambuPage *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->items);
  g_free (self->last);
  g_free (self);
}
