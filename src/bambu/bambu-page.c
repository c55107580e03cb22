/* bambu-page.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-page.h"

/**
 * bambu_page_new:
 *
 * Returns: (transfer full): an empty page
 */
BambuPage *
bambu_page_new (void)
{
  BambuPage *self = g_new0 (BambuPage, 1);

  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->total = -1;

  return self;
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
