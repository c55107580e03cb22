/* platen-shortcuts.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-shortcuts.h"

#define RESOURCE "/io/github/platen/Platen/help/platen-shortcuts.ui"

/**
 * platen_shortcuts_present:
 * @parent: the window that it belongs to
 *
 * Shows what can be done with which keys. GtkApplication would make this window along with each other one, were it
 * called as it expects: that takes as long as a page.
 */
void
platen_shortcuts_present (GtkWindow *parent)
{
  g_autoptr(GtkBuilder) builder = NULL;
  GtkWindow *window;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  builder = gtk_builder_new_from_resource (RESOURCE);
  window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
