/* platen-secret-row.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_SECRET_ROW (platen_secret_row_get_type ())

/* A row of a name and a secret, which is dots until it is asked for, and dots again once the page was left. Its
 * property "secret" is a string; while that is NULL or empty the row is not shown.
 */
G_DECLARE_FINAL_TYPE (PlatenSecretRow, platen_secret_row, PLATEN, SECRET_ROW, AdwActionRow)

GtkWidget  *platen_secret_row_new        (void);
const char *platen_secret_row_get_secret (PlatenSecretRow *self);
void        platen_secret_row_set_secret (PlatenSecretRow *self,
                                          const char      *secret);

G_END_DECLS
