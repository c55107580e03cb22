/* platen-page.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_PAGE (platen_page_get_type ())

/* PlatenPage: what the window can ask of any page. All of it is optional: a page without a search leaves
 * toggle_search out.
 */
G_DECLARE_INTERFACE (PlatenPage, platen_page, PLATEN, PAGE, GtkWidget)

struct _PlatenPageInterface
{
  GTypeInterface parent_iface;

  /* Shows the search with the keyboard in it, or hides it where it is shown (Ctrl+F). */
  void (*toggle_search) (PlatenPage *self);

  /* Shows the search, and in it what is found by @text. */
  void (*search)        (PlatenPage *self,
                         const char *text);

  /* Asks the cloud again for what the page shows (Ctrl+R). Not for what the session refreshes by itself
   * anyway: its lists are the window's business.
   */
  void (*refresh)       (PlatenPage *self);

  /* Gives the keyboard to what the page is about, and says whether there is something that takes it. Left out: the
   * first widget that takes it below the header.
   */
  gboolean (*focus)     (PlatenPage *self);
};

gboolean platen_page_can_search    (PlatenPage *self);
void     platen_page_toggle_search (PlatenPage *self);
void     platen_page_search        (PlatenPage *self,
                                    const char *text);
void     platen_page_refresh       (PlatenPage *self);
void     platen_page_focus         (PlatenPage *self);

G_END_DECLS
