/* platen-state-bin.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "bambu-list.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_STATE_BIN (platen_state_bin_get_type ())

/* What a page shows of a list of the cloud, by how the list is doing: a placeholder while it comes for the first
 * time, what it holds, that it holds nothing, or why it could not be had. What is there stays while the cloud cannot
 * be reached, under a strip that says from when it is.
 *
 * Properties:
 *   "list"         BambuList  may be set again, and NULL; NULL counts as loading
 *   "placeholder"  GtkWidget  in the shape of what comes; in .ui files also <child type="placeholder">
 *   "empty"        GtkWidget  there is nothing; also <child type="empty">
 *   "content"      GtkWidget  there is something; also <child type="content">
 *
 * Nothing found for a search is the business of the content.
 */
G_DECLARE_FINAL_TYPE (PlatenStateBin, platen_state_bin, PLATEN, STATE_BIN, GtkWidget)

GtkWidget *platen_state_bin_new             (void);
BambuList *platen_state_bin_get_list        (PlatenStateBin *self);
void       platen_state_bin_set_list        (PlatenStateBin *self,
                                             BambuList      *list);
void       platen_state_bin_set_placeholder (PlatenStateBin *self,
                                             GtkWidget      *placeholder);
void       platen_state_bin_set_empty       (PlatenStateBin *self,
                                             GtkWidget      *empty);
void       platen_state_bin_set_content     (PlatenStateBin *self,
                                             GtkWidget      *content);
gboolean   platen_state_bin_focus           (PlatenStateBin *self);

G_END_DECLS
