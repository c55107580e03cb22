/* platen-page.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-page.h"

#include <adwaita.h>

/* More than any page has. */
#define MAX_HEADER_WIDGETS 12

G_DEFINE_INTERFACE (PlatenPage, platen_page, GTK_TYPE_WIDGET)

static void
platen_page_default_init (PlatenPageInterface *iface)
{
}

static gboolean
is_below_header (GtkWidget *page,
                 GtkWidget *widget)
{
  return widget != NULL &&
         gtk_widget_is_ancestor (widget, page) &&
         gtk_widget_get_ancestor (widget, ADW_TYPE_HEADER_BAR) == NULL;
}

static void
focus_below_header (GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);

  for (int i = 0; i < MAX_HEADER_WIDGETS && gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD); i++)
    if (is_below_header (page, gtk_root_get_focus (root)))
      return;

  /* There is nothing else than the header. */
  gtk_root_set_focus (root, NULL);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/**
 * platen_page_can_search:
 * @self: a page
 *
 * Returns: whether the page has a search
 */
gboolean
platen_page_can_search (PlatenPage *self)
{
  g_return_val_if_fail (PLATEN_IS_PAGE (self), FALSE);

  return PLATEN_PAGE_GET_IFACE (self)->toggle_search != NULL;
}

/**
 * platen_page_toggle_search:
 * @self: a page
 *
 * Shows the page's search with the keyboard in it, or hides it. Does nothing on a page without one.
 */
void
platen_page_toggle_search (PlatenPage *self)
{
  PlatenPageInterface *iface;

  g_return_if_fail (PLATEN_IS_PAGE (self));

  iface = PLATEN_PAGE_GET_IFACE (self);
  if (iface->toggle_search != NULL)
    iface->toggle_search (self);
}

/**
 * platen_page_search:
 * @self: a page
 * @text: the words to search for
 *
 * Shows what of the page is found by @text. Does nothing on a page without a search of that kind.
 */
void
platen_page_search (PlatenPage *self,
                    const char *text)
{
  PlatenPageInterface *iface;

  g_return_if_fail (PLATEN_IS_PAGE (self));
  g_return_if_fail (text != NULL);

  iface = PLATEN_PAGE_GET_IFACE (self);
  if (iface->search != NULL)
    iface->search (self, text);
}

/**
 * platen_page_refresh:
 * @self: a page
 *
 * Asks the cloud again for what the page shows beyond the session's lists.
 */
void
platen_page_refresh (PlatenPage *self)
{
  PlatenPageInterface *iface;

  g_return_if_fail (PLATEN_IS_PAGE (self));

  iface = PLATEN_PAGE_GET_IFACE (self);
  if (iface->refresh != NULL)
    iface->refresh (self);
}

/**
 * platen_page_focus:
 * @self: a page
 *
 * Gives the keyboard to what the page is about, unless it has it already.
 */
void
platen_page_focus (PlatenPage *self)
{
  PlatenPageInterface *iface;
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (PLATEN_IS_PAGE (self));

  if ((root = gtk_widget_get_root (GTK_WIDGET (self))) == NULL)
    return;

  focus = gtk_root_get_focus (root);
  if (is_below_header (GTK_WIDGET (self), focus) && gtk_widget_get_mapped (focus))
    return;

  iface = PLATEN_PAGE_GET_IFACE (self);
  if (iface->focus == NULL || !iface->focus (self))
    focus_below_header (GTK_WIDGET (self));
}
