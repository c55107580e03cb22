/* platen-time-row.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_TIME_ROW (platen_time_row_get_type ())

/* A row in which a time of day is set.
 *
 * Property:
 *   "minutes"  int  since midnight, from 0 to 1439
 */
G_DECLARE_FINAL_TYPE (PlatenTimeRow, platen_time_row, PLATEN, TIME_ROW, AdwActionRow)

int  platen_time_row_get_minutes (PlatenTimeRow *self);
void platen_time_row_set_minutes (PlatenTimeRow *self,
                                  int            minutes);

G_END_DECLS
