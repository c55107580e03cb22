/* platen-value-row.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_VALUE_ROW (platen_value_row_get_type ())

/* A row of a name and a value, as in "Nozzle  0.4 mm". Its property "value" is a string; while that is NULL or
 * empty the row is not shown.
 */
G_DECLARE_FINAL_TYPE (PlatenValueRow, platen_value_row, PLATEN, VALUE_ROW, AdwActionRow)

GtkWidget  *platen_value_row_new        (void);
const char *platen_value_row_get_value  (PlatenValueRow *self);
void        platen_value_row_set_value  (PlatenValueRow *self,
                                         const char     *value);
void        platen_value_row_take_value (PlatenValueRow *self,
                                         char           *value);

G_END_DECLS
