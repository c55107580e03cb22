/* platen-section.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_SECTION (platen_section_get_type ())

/* A part of the window: its first page, and the pages that were opened from there, one on top of the other.
 *
 * Properties:
 *   "root"          GtkWidget  its first page; set once
 *   "visible-page"  GtkWidget  read-only: the page on top
 */
G_DECLARE_FINAL_TYPE (PlatenSection, platen_section, PLATEN, SECTION, GtkWidget)

GtkWidget *platen_section_new              (GtkWidget     *root);
GtkWidget *platen_section_get_root         (PlatenSection *self);
GtkWidget *platen_section_get_visible_page (PlatenSection *self);
void       platen_section_push             (PlatenSection *self,
                                            GtkWidget     *page);
gboolean   platen_section_pop              (PlatenSection *self);
void       platen_section_pop_to_root      (PlatenSection *self);

G_END_DECLS
