/* platen-blanks.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-blanks.h"

/**
 * platen_blanks_new:
 * @n_blanks: how many
 *
 * Returns: (transfer full): a model for a list of blank rows in the shape of those to come
 */
GtkSelectionModel *
platen_blanks_new (guint n_blanks)
{
  GtkStringList *blanks = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_blanks; i++)
    gtk_string_list_append (blanks, "");

  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (blanks)));
}
