/* platen-pair.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_PAIR (platen_pair_get_type ())

/* A name and a value: at the two ends of a line where both fit whole, else one below the other. Labels in it are better
 * cut short than wrapped: what wraps takes five times as long to measure, and there are hundreds.
 *
 * Properties:
 *   "start"  GtkWidget  the name
 *   "end"    GtkWidget  the value
 *   "tool"   GtkWidget  something to do with the value: beside it, so that all values end, or begin, at the edge
 */
G_DECLARE_FINAL_TYPE (PlatenPair, platen_pair, PLATEN, PAIR, GtkWidget)

GtkWidget *platen_pair_new       (void);
void       platen_pair_set_start (PlatenPair *self,
                                  GtkWidget  *start);
void       platen_pair_set_end   (PlatenPair *self,
                                  GtkWidget  *end);
void       platen_pair_set_tool  (PlatenPair *self,
                                  GtkWidget  *tool);

G_END_DECLS
